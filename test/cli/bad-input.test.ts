import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { lema } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-bad-'));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const solution = (steps: readonly string[]) =>
  `# Problem\n\nWork it out.\n\n## Solution\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}\n`;

describe('a step that cannot be read hides no mistake in the others', () => {
  const check = (title: string, step: string) =>
    it(title, async () => {
      const path = file(`${title.replace(/\W+/g, '-')}.md`, solution(['$2 + 3 = 5$', step, '$2 + 2 = 5$']));
      const { code, out, err } = await lema(['check', path]);
      expect({ code, err, at: /:(\d+):\d+: first mistake/.exec(out)?.[1] }).toEqual({ code: 1, err: '', at: '9' });
    });
  check('a dollar sign that is never closed', 'We pay $5 and then $ more');
  check('a brace that is never closed', '$\\frac{1}{2 = 3$');
  check('a brace that closes nothing', '$2+2}=5$');
  check('unknown macros', '$\\foo{2}+\\bar 3 = \\baz$');
  check('right-to-left text', 'הפתרון הוא כאן');
  check('Arabic text', 'الحل هو هنا');
  check('Chinese text', '所以答案在这里。');
  check('emoji', '🍎 + 🍎 = 🍎🍎');
  check('signs without numbers', '$2+*/-+*3 = 5$');
  check('half a surrogate pair', 'so \ud83d it goes on');
  check('environments in environments', `$${'\\begin{aligned}'.repeat(100)} x ${'\\end{aligned}'.repeat(100)}$`);
});

describe('files', () => {
  const check = (title: string, path: string, code: number, says: RegExp) =>
    it(title, async () => {
      const { out, err, ...rest } = await lema(['check', path]);
      expect({ ...rest, text: out + err }).toEqual({ code, text: expect.stringMatching(says) });
    });
  check('an empty file', file('empty.md', ''), 0, /no solutions found/);
  check('a file of words', file('words.md', 'lorem ipsum '.repeat(20_000)), 0, /no (?:solutions|steps)/);
  check('a file that is too large', file('large.md', ' '.repeat(17 * 1024 * 1024)), 2, /larger than 16 MB; split it/);
  check('a byte order mark', file('mark.md', `\ufeff${solution(['$2 + 2 = 5$'])}`), 1, /mark\.md:7:\d+: first mistake/);
  const steps = Array.from({ length: 2000 }, (_, i) => `$${i} + 1 = ${i + 1}$`);
  check('thousands of steps', file('long.md', solution([...steps, '$2 + 2 = 5$'])), 1, /long\.md:2007:\d+: first mistake/);
  const locked = file('locked.md', 'x');
  chmodSync(locked, 0);
  it.skipIf(process.getuid?.() === 0)('no permission', async () => {
    expect(await lema(['check', locked])).toMatchObject({ code: 2, out: expect.stringMatching(/no permission to read it/) });
  });
});

describe('rows', () => {
  const row = (id: number, steps: readonly string[]) => JSON.stringify({ id, problem: 'Work it out.', steps });
  const check = (title: string, input: string, expected: readonly unknown[]) =>
    it(title, async () => {
      const { code, out } = await lema(['locate', '--jsonl'], input);
      expect(code).toBe(0);
      expect(
        out
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line)),
      ).toMatchObject(expected);
    });
  check('no rows', '', []);
  check('no final newline', row(1, ['2 + 2 = 5']), [{ id: 1, first_error: 0 }]);
  check('carriage returns and blank lines', `${row(1, ['2 + 2 = 5'])}\r\n\r\n${row(2, ['2 + 2 = 4'])}\r\n`, [
    { id: 1, first_error: 0 },
    { id: 2, first_error: -1 },
  ]);
  check('a byte order mark', `\ufeff${row(1, ['2 + 2 = 5'])}\n`, [{ id: 1, first_error: 0 }]);
  check('a row of 1 MB', `${row(1, ['We get 2+3=5 and so on. '.repeat(45_000)])}\n${row(2, ['2 + 2 = 5'])}`, [
    { id: 1, first_error: -1 },
    { id: 2, first_error: 0 },
  ]);
  check('a row that breaks off', `{"id": 1, "problem": "p", "ste\n${row(2, ['2 + 2 = 5'])}`, [
    { id: null, error: expect.stringContaining('not JSON') },
    { id: 2, first_error: 0 },
  ]);

  it.each([
    ['a reader that hangs up ends the run quietly', 'EPIPE', 0, []],
    [
      'a full disk ends it with one line',
      'ENOSPC',
      2,
      ['lema: the output cannot be written: the disk is full; make room and run the command again\n'],
    ],
  ])('%s', async (_, fault, code, told) => {
    const endless = Readable.from(
      (function* () {
        for (let id = 0; id < 1_000_000; id++) yield `${row(id, ['2 + 2 = 5'])}\n`;
      })(),
    );
    const written: string[] = [];
    const closed = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done(written.length > 2 ? Object.assign(new Error(`write ${fault}`), { code: fault }) : null);
      },
    });
    const errors: string[] = [];
    const stderr = new Writable({
      write(chunk, _encoding, done) {
        errors.push(String(chunk));
        done();
      },
    });
    expect(await main(['locate', '--jsonl'], { stdin: endless, stdout: closed, stderr })).toBe(code);
    expect(errors).toEqual(told);
  });
});
