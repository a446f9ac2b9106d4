import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lema } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Bad use ends in one line on standard error that says what and what to do, and exit code 2. */
const check = (title: string, argv: string[], says: RegExp) =>
  it(title, async () => {
    const { code, out, err } = await lema(argv);
    expect({
      code,
      lines: (out + err)
        .trim()
        .split('\n')
        .filter(l => says.test(l)).length,
    }).toEqual({ code: 2, lines: 1 });
    expect(out + err).not.toMatch(/\bat .*\.ts:\d/);
  });

describe('bad use', () => {
  check('an unknown command', ['chekc'], /unknown command 'chekc'.*--help/);
  check('no file', ['check'], /name at least one file/);
  check('a missing file', ['check', join(folder, 'nowhere.md')], /nowhere\.md.*no such file/);
  check('a folder', ['check', folder], /is a folder; name the files/);
  check('a binary file', ['check', file('a.md', new Uint8Array([80, 0, 1, 2]))], /not a text file/);
  check('a file that is not UTF-8', ['check', file('b.md', new Uint8Array([0x50, 0xff, 0xfe]))], /not UTF-8/);
  check('an unknown option', ['check', '--fast', 'x.md'], /Unknown option '--fast'.*--help/);
  check('a format that is not there', ['check', '--format', 'pdf', 'x.md'], /--format takes text, json, sarif, html, not 'pdf'/);
  check('an unknown mistakes command', ['mistakes', 'draw'], /lema mistakes list/);
});

describe('help', () => {
  const shows = (argv: string[], says: RegExp) =>
    it(argv.join(' '), async () => expect(await lema(argv)).toMatchObject({ code: 0, out: expect.stringMatching(says) }));
  shows(['--help'], /lema check FILE/);
  shows(['--version'], /^\d+\.\d+\.\d+\n$/);
  shows(['check', '--help'], /--format/);
  shows(['help', 'equiv'], /up_to_const/);
});
