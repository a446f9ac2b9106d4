import { expect, test } from 'vitest';
import { createDocumentChecker } from '../../src/extension/checking/document.ts';
import { markOf } from '../../src/extension/checking/report.ts';

/** The marks of a word problem with these steps, the last of them the answer line. */
function marks(...steps: string[]): string[] {
  const text = `# Problem\n\nHow much is it?\n\n# Solution\n\n${steps.map(step => `${step}\n`).join('\n')}`;
  const [solution] = createDocumentChecker()(text, 'markdown').solutions;
  return solution?.steps.map((_, index) => markOf(solution, index)) ?? [];
}

const restates: readonly (readonly [string, string])[] = [
  ['It goes 75 * 5 = 375 km.', '**Answer:** 375 km'],
  ['It goes 75 * 5 = 375 km.', '**Answer:** 375 kilometres.'],
  ['Each pays 1050 / 132 ≈ 7.95 dollars.', '**Answer:** about $7.95'],
  ['Each pays 276 / 24 = 11.50 dollars.', '**Answer:** $11.50'],
  ['They weigh 27/4 = 6 3/4 pounds.', '**Answer:** 6 3/4 pounds'],
  ['They pay 12 * 100 = 1,200 dollars.', '**Answer:** 1,200 dollars'],
];

test.each(restates)('an answer that says again what was reached is right: %s %s', (step, answer) => {
  expect(marks(step, answer)).toEqual(['right', 'right']);
});

const leaves: readonly (readonly [string, string])[] = [
  ['It goes 75 * 5 = 375 km.', '**Answer:** 370 km'],
  ['It goes 75 * 5 = 375 km.', '**Answer:** 375 km in 5 hours'],
  ['It goes very far.', '**Answer:** 375 km'],
  ['They weigh 27/4 = 6 3/4 pounds.', '**Answer:** 6 1/4 pounds'],
];

test.each(leaves)('any other stays not judged: %s %s', (step, answer) => {
  expect(marks(step, answer).at(-1)).toBe('unknown');
});

test('after a mistake it is consistent with it, not right', () => {
  expect(marks('It goes 75 * 5 = 350 km.', 'Half is 350 / 2 = 175 km.', '**Answer:** 175 km')).toEqual(['wrong', 'carried', 'carried']);
});
