import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLikes, createTestSet, gramsOf, likeness, wordsOf } from '../../src/lema/evolve/grams.ts';
import { varied } from '../../src/lema/evolve/vary.ts';
import { type CorrectionRow, problemRow } from '../../src/lema/records.ts';
import { lema } from '../cli/run.ts';
import { runs } from '../runs.ts';
import { expectSameAfterKills } from './kill.ts';

const melons = (crates: number, each: number, bad: number) => ({
  problem: `A crate holds ${each} melons. ${crates} crates arrive and ${bad} melons are spoilt. How many melons are good?`,
  solution: [
    `There are ${crates} * ${each} = ${crates * each} melons.`,
    `Of these ${crates * each} - ${bad} = ${crates * each - bad} are good.`,
  ],
  answer: String(crates * each - bad),
});

describe('a problem with other numbers', () => {
  it('is the same work, worked out again, with values as nice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 41, max: 90 }), fc.nat(10_000), (crates, each, seed) => {
        const made = varied(melons(crates, each, 7), seed);
        if (!made) return;
        const [a, b, c] = (made.problem.match(/\d+/g) ?? []).map(Number);
        expect(made).toEqual(melons(b ?? 0, a ?? 0, c ?? 0));
        expect(Number(made.answer)).toBeGreaterThan(0);
      }),
      runs(25),
    );
    expect(varied(melons(15, 60, 7), 3)).not.toBe(null);
  });

  const left: readonly [string, string, readonly string[], string][] = [
    ['a number that comes from nowhere', 'Ann has 40 beads and threads them on 5 strings.', ['40 / 5 = 8', '8 + 17 = 25'], '25'],
    ['a percentage alone', 'Of the price 20% are taken off. It was 1 coin.', ['1 - 0.2 = 0.8'], '0.8'],
    ['a number that stands twice', 'Ann has 8 beads and Ben has 8 beads.', ['8 + 8 = 16'], '16'],
    ['days of a week', 'He runs 5 days a week for one hour.', ['5 * 1 = 5 hours.'], '5'],
    ['no calculation', 'How many are 12 and 13?', ['They are 25.'], '25'],
    ['an answer that nothing comes to', 'How many are 12 and 13?', ['12 + 13 = 25'], '26'],
    [
      'a number that the solution says in words',
      'A boat makes 6 trips in 2 days.',
      ['In two days it makes 6 * 2 = 12 trips, and never 6 * 1 = 6.'],
      '12',
    ],
  ];
  it.each(left)('is not made where there is %s', (_, problem, solution, answer) => {
    const made = varied({ problem, solution, answer }, 1);
    const numbers = (text: string) => text.match(/\d+/g);
    if (made) expect(numbers(made.problem)?.slice(-1)).toEqual(numbers(problem)?.slice(-1));
    else expect(made).toBe(null);
  });
});

describe('likeness', () => {
  const grams = (text: string, masked = false) => gramsOf(wordsOf(text, masked), 3);
  it('counts runs of words that are shared', () => {
    expect(likeness(grams('one two three four'), grams('one two three four'))).toBe(1);
    expect(likeness(grams('One, two: THREE four'), grams('one two three five'))).toBeCloseTo(1 / 3);
    expect(likeness(grams('I have 3 cats today'), grams('I have 5 cats today'))).toBe(0);
    expect(likeness(grams('I have 3 cats today', true), grams('I have 5 cats today', true))).toBe(1);
  });

  it('lets through what is new, and nothing twice', () => {
    const likes = createLikes();
    const texts = [...Array(40).keys()].map(n =>
      Array.from({ length: 30 }, (_, i) => `w${n}x${i}`.replace(/\d/g, d => 'abcdefghij'[Number(d)] ?? '')).join(' '),
    );
    expect(texts.map(text => likes.add(grams(text)))).toEqual(texts.map(() => true));
    expect(texts.map(text => likes.add(grams(text)))).toEqual(texts.map(() => false));
  });

  it('knows what a test file holds', () => {
    const tests = createTestSet();
    tests.add('A farmer has 12 cows and sells 5 of them to his old neighbour before the winter comes.');
    tests.add('What is 3 + 4?');
    const cases: readonly [string, boolean][] = [
      ['A farmer has 99 cows and sells 3 of them to his old neighbour before the winter comes.', true],
      ['His dog sells 5 of them to his old neighbour before noon.', true],
      ['A farmer has 12 cows and buys 5 more.', false],
      ['What is 30 + 40?', true],
      ['What is 3 + 4 + 5 if you add all of them together in one go?', false],
    ];
    expect(cases.map(([text]) => [text, tests.holds(text)])).toEqual(cases);
  });
});

const row = (n: number): CorrectionRow => {
  const { problem, solution, answer } = melons(12 + n, 41 + n, 7);
  return {
    id: `m${n}/planted-1`,
    problem_id: `m${n}`,
    problem: `${problem} Shop ${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10)]}.`,
    steps: [`There are ${12 + n} * ${41 + n} = 9 melons.`, '9 - 7 = 2'],
    first_error: 0,
    mistake: null,
    explanation: 'Wrong.',
    correct_steps: solution,
    answer,
    from: 'planted',
    source: 'melons',
  };
};
const folderOf = (): string => mkdtempSync(join(tmpdir(), 'evolve-'));
const fileOf = (rows: readonly unknown[]): string => {
  const path = join(folderOf(), 'rows.jsonl');
  writeFileSync(path, rows.map(own => `${typeof own === 'string' ? own : JSON.stringify(own)}\n`).join(''));
  return path;
};
const rowsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));

describe('lema data evolve', () => {
  it('makes problems of the wrong rows, each once, and leaves out what is in a test file', async () => {
    const out = join(folderOf(), 'p.jsonl');
    const own = { ...row(4), problem_id: 'own-1', topic: 'weekly savings', problem: 'Own.' };
    const plums = { ...row(3), problem: 'A van brings 15 boxes of 44 plums, and 7 plums are soft; how many of them can be sold?' };
    const input = fileOf([row(1), row(1), { ...row(2), first_error: -1, correct_steps: [] }, plums, own, '{"broken']);
    const test = fileOf([{ question: plums.problem.replace(/\d+/g, '77'), answer: 'x\n#### 1' }]);
    const { code, out: said, err } = await lema(['data', 'evolve', input, '--out', out, '--against', test]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('2 new problems') });
    expect(err).toContain('rows.jsonl:6: ');
    expect(rowsIn(out).map(made => problemRow.parse(made))).toMatchObject([
      { id: 'm1-v1', source: 'with other numbers: melons' },
      { id: 'own-1-v1', source: 'own problems', topic: 'weekly savings' },
    ]);
    expect(rowsIn(out.replace('.jsonl', '.rejected.jsonl')).map(({ reason }) => reason)).toEqual(['in-test']);
  });

  it('ends where a test file cannot be read, and says what is missing', async () => {
    const out = join(folderOf(), 'p.jsonl');
    expect(await lema(['data', 'evolve', fileOf([row(1)]), '--out', out, '--against', fileOf(['{'])])).toMatchObject({
      code: 2,
      err: expect.stringContaining('rows.jsonl:1'),
    });
    expect(await lema(['data', 'evolve', '--out', out])).toMatchObject({ code: 2, err: expect.stringContaining('name a file') });
  });

  it('that is killed loses and doubles nothing', { timeout: 300_000 }, async () => {
    const input = fileOf([...Array(60).keys()].map(row));
    await expectSameAfterKills({
      argv: folder => ['data', 'evolve', input, '--out', join(folder, 'p.jsonl'), '--count', '2'],
      files: ['p.jsonl', 'p.rejected.jsonl'],
      entries: 60,
      kills: 1,
    });
  });
});
