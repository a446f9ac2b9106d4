import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { readRow } from '../../src/solution/read.ts';

interface Row {
  readonly problem: string;
  readonly steps: readonly string[];
  readonly answer: string;
  readonly reference_solution?: readonly string[];
}

const findingOf = (row: Row) => checkSolution(readRow({ id: 'row', ...row, steps: [...row.steps] }).solution).finding;

/** Every line holds; the answer is not the known one; `step` is the first mistake and `line` its correction. */
const flags = (title: string, row: Row, step: number, line: string, answer: string) =>
  it(title, () => {
    const finding = findingOf(row);
    expect(finding).toMatchObject({ kind: 'mistake', correction: { step, evidence: 'answer', answer } });
    expect(finding.kind === 'mistake' && finding.correction.correctSteps[0]).toBe(line);
  });

const passes = (title: string, row: Row) => it(title, () => expect(findingOf(row)).toEqual({ kind: 'correct', evidence: 'answer' }));

const shop = 'A shop sells a coat for $80. In the first week its price falls by $20, and then it sells 12 coats. How much does it take?';
const trip = 'A car goes 60 km an hour for 3 hours and then 80 km an hour for 2 hours. How far does it go in all?';

describe('a mistake in reasoning is found by the smallest repair that reaches the known answer', () => {
  flags(
    'an operation the wrong way round',
    {
      problem: shop,
      steps: ['The price is 80 + 20 = 100 dollars.', 'They take 100 * 12 = 1200 dollars.'],
      answer: '720',
      reference_solution: ['80 - 20 = 60', '60 * 12 = 720'],
    },
    0,
    'The price is 80 - 20 = 60 dollars.',
    '720',
  );
  flags(
    'another quantity than the one that is meant',
    {
      problem: trip,
      steps: ['First it goes 60 * 3 = 180 km.', 'Then it goes 80 * 3 = 240 km.', 'In all 180 + 240 = 420 km.'],
      answer: '340',
      reference_solution: ['60 * 3 = 180', '80 * 2 = 160', '180 + 160 = 340'],
    },
    1,
    'Then it goes 80 · 2 = 160 km.',
    '340',
  );
});

describe('another road to the right answer is right', () => {
  passes('steps merged', {
    problem: shop,
    steps: ['They take (80 - 20) * 12 = 720 dollars.'],
    answer: '720',
    reference_solution: ['80 - 20 = 60', '60 * 12 = 720'],
  });
  passes('steps reordered, with more computed than is needed', {
    problem: trip,
    steps: [
      'Then it goes 80 * 2 = 160 km.',
      'That is 160 / 2 = 80 km an hour.',
      'First it goes 60 * 3 = 180 km.',
      'In all 160 + 180 = 340 km.',
    ],
    answer: '340',
    reference_solution: ['60 * 3 = 180', '80 * 2 = 160', '180 + 160 = 340'],
  });
  passes('multiplied out', { problem: shop, steps: ['80 * 12 = 960', '20 * 12 = 240', '960 - 240 = 720'], answer: '720' });
});
