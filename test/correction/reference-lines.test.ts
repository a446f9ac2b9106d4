import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { readRow } from '../../src/solution/read.ts';

/** Problem | the student's lines, `;` between them | the reference's, the last number the answer : number of the first mistaken line. */
const AGREED = `
  A tin holds 30 nuts. Sam eats 12 and shares the rest among 6. | 30 - 12 = 18; 30 / 6 = 5 | 30 - 12 = 18; 18 / 6 = 3 : 2
  A tin holds 30 nuts. Sam eats 12 and shares the rest among 6. | 30 - 12 = 18; 18 * 6 = 108 | 30 - 12 = 18; 18 / 6 = 3 : 2
  Lea buys 4 pens at 3 each and 2 pads at 5 each. | 4 * 3 = 12; 2 * 5 = 10; 12 * 10 = 120 | 3 * 4 = 12; 5 * 2 = 10; 12 + 10 = 22 : 3
  Lea buys 4 pens at 3 each and 2 pads at 5 each. | 4 * 3 = 12; 2 + 5 = 7; 12 + 7 = 19 | 4 * 3 = 12; 2 * 5 = 10; 12 + 10 = 22 : 2
  A box holds 8 red and 6 blue balls. How many do 5 boxes hold? | 8 + 6 = 14; 14 * 5 * 6 = 420 | 6 + 8 = 14; 14 * 5 = 70 : 2
  A van brings 7 crates of 20 eggs; 15 eggs break. | It brings 7 * 20 = 140 eggs.; So 15 * 7 = 105 eggs break. | The van brings 7 * 20 = 140 eggs.; 140 - 15 = 125 eggs : 2
  One of 5 balls is red, 3 are blue, 1 is green. | The chance of no blue one is 1 - 3/5 = 2/5.; The chance of red and then blue is 1/5 * 2 = 2/5. | The chance of no blue one is 1 - 3/5 = 2/5.; The chance of red and then no blue is 1/5 * 2/5 = 2/25 : 2
`;

/** The same calculation with another meaning: done again, or taken for the answer. */
const BLAMED = `
  A hall has 40 seats, then 10 more, then twice as many. | 40 + 10 = 50; 50 * 2 = 100; 40 + 10 = 50 | 40 + 10 = 50; 50 * 2 = 100 : 3
  A crate holds 6 bags of 9 pears. How many pears do 4 crates hold? | 6 * 9 = 54 | 6 * 9 = 54; 54 * 4 = 216 : 1
  A lorry takes 60 boxes an hour to 3 shops. What does each get in 5 hours? | 60 / 3 = 20; 20 - 5 = 15 | 60 * 5 = 300; 300 / 3 = 100 : 1
`;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map(row => {
      const [text = '', line = ''] = row.trim().split(' : ');
      const [problem = '', steps = '', right = ''] = text.split(' | ');
      return { problem, steps: steps.split('; '), right: right.split('; '), line: Number(line) };
    });

const check = ({ problem, steps, right, line }: ReturnType<typeof rowsOf>[number]): void => {
  const answer = right.at(-1)?.match(/=\s*([\d/]+)\D*$/)?.[1] ?? '';
  const { finding } = checkSolution(readRow({ id: 'row', problem, steps, answer, reference_solution: right.join('\n') }).solution);
  expect(finding).toMatchObject({ kind: 'mistake', correction: { step: line - 1 } });
};

describe('a line that the reference has', () => {
  test.each(rowsOf(AGREED))('is not blamed for another: $steps', check);
  test.each(rowsOf(BLAMED))('is blamed where it means something else: $steps', check);
});
