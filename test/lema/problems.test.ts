import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lema } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'problems-'));

/** Writes files and reads them by `lema data problems`. */
async function problemsOf(files: Readonly<Record<string, string>>, ...options: string[]) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { code, out, err } = await lema(['data', 'problems', ...Object.keys(files).map(name => join(folder, name)), ...options]);
  const rows = out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
  return { code, rows, err: err.replaceAll(`${folder}/`, '') };
}

const check = (title: string, row: unknown, expected: unknown) =>
  it(title, async () => expect(await problemsOf({ 'p.jsonl': JSON.stringify(row) })).toMatchObject({ code: 0, rows: [expected] }));

const SET = `---
problem-set: 1
id: week
---
# Week

## Two steps

Solve $3x + 5 = 20$.

\`\`\`yaml
id: two
answer: x = 5
solution: |
  3x = 15
  x = 5
\`\`\`

## Open

Say what you think.
`;

describe('problem files', () => {
  check(
    'a row of GSM8K: marks go, the answer is what stands after ####',
    { question: 'How many?', answer: 'He has 2*3 = <<2*3=6>>6 pens.\nSo 6+1 = <<6+1=7>>7.\n#### 7' },
    { problem: 'How many?', answer: '7', solution: ['He has 2*3 = 6 pens.', 'So 6+1 = 7.'], source: 'p.jsonl' },
  );
  check('a row of one’s own keeps its id', { id: 7, problem: 'x?', answer: 3 }, { id: '7', answer: '3' });
  check(
    'an answer that is boxed in the solution',
    { problem: 'x?', solution: 'So $x = \\boxed{\\frac{1}{2}}$.' },
    { answer: '\\frac{1}{2}' },
  );
  check('an id is made of the problem, whatever the spaces', { problem: 'a  b', answer: '1' }, { id: 'c8687a08aa5d' });

  it('a problem set gives the problems that have answers', async () => {
    const { rows, err } = await problemsOf({ 'set.md': SET }, '--licence', 'CC0');
    expect(rows).toMatchObject([{ id: 'week/two', answer: 'x = 5', solution: ['3x = 15', 'x = 5'], licence: 'CC0', source: 'set.md' }]);
    expect(err).toBe('set.md:19: it has no answer\n');
  });

  it('what cannot be read is told with its line, and the rest goes on', async () => {
    const good = '{"problem":"b","answer":"1"}';
    const { rows, err } = await problemsOf({ 'bad.jsonl': `{"problem":"a"}\n{"answer":"1"}\n\nno\n${good}\n${good}\n{"problem":"c","ans` });
    expect(rows).toHaveLength(1);
    expect(
      err.split('\n').map(line => /^bad\.jsonl:(\d): it has no "(answer|problem)|:(\d): (?:this is not|the same)/.exec(line)?.[0]),
    ).toEqual([
      'bad.jsonl:1: it has no "answer',
      'bad.jsonl:2: it has no "problem',
      ':4: this is not',
      ':6: the same',
      ':7: this is not',
      undefined,
    ]);
  });

  it('a file in another form or of other signs is told, and nothing is made of it', async () => {
    const row = { problem: 'Für 3 Äpfel?', answer: '1' };
    writeFileSync(join(folder, 'latin.jsonl'), JSON.stringify(row), 'latin1');
    const { rows, err } = await problemsOf({ 'list.json': JSON.stringify([row]), 'long.jsonl': JSON.stringify('x'.repeat(2 ** 24)) });
    const { out, err: latin } = await lema(['data', 'problems', join(folder, 'latin.jsonl')]);
    expect([rows, out, `${err}${latin}`.split('\n').map(line => /: (.*?)[;,]/.exec(line.replaceAll(folder, ''))?.[1])]).toEqual([
      [],
      '',
      ['a JSON array', 'a row of 16777218 characters', 'it is not UTF-8 throughout', undefined],
    ]);
  });

  it.each([
    ['no file', [], 'name at least one file of problems'],
    ['a missing file', [join(folder, 'nowhere.jsonl')], 'nowhere.jsonl: there is no such file'],
    ['a folder', [folder], `${folder}: is a folder`],
  ])('%s is bad use', async (_, files, told) => {
    const { code, err } = await lema(['data', 'problems', ...files]);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(err).toContain(told);
  });

  it('only the first ones, when so many are enough', async () => {
    const rows = [1, 2, 3].map(n => JSON.stringify({ problem: `p${n}`, answer: n })).join('\n');
    expect((await problemsOf({ 'many.jsonl': rows }, '--limit', '2')).rows).toHaveLength(2);
  });

  it('a sub-command that there is not is bad use', async () => {
    expect(await lema(['data', 'toString'])).toMatchObject({ code: 2, err: expect.stringContaining("'toString' is not a sub-command") });
    expect(await lema(['data', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('lema data problems FILE') });
  });
});
