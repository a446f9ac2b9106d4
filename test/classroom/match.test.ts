import { expect, test } from 'vitest';
import { readSet } from '../../src/classroom/set/read.ts';
import { matchWork } from '../../src/classroom/submissions/match.ts';
import type { DocumentFormat } from '../../src/solution/solution.ts';

const { set } = readSet(`---
problem-set: 1
---
## 1. Two steps

Solve $3x + 5 = 20$.

## 2. A fraction

Work out $\\frac{1}{2} + \\frac{1}{3}$.

## 3. Apples

Tom has 12 apples and gives a third of them away. How many are left?
`);

/** `problem:how` for each piece that was matched, then what is missing and what is stray. */
function check(text: string, expected: string, format: DocumentFormat = 'markdown'): void {
  const { works, missing, stray } = matchWork(set.problems, text, format);
  const found = works.map(work => `${work.problem.id}:${work.by}:${work.solution.steps.length}`);
  expect([...found, ...missing.map(p => `-${p.id}`), ...stray.map(s => `+${s.title}`)].join(' ')).toBe(expected);
}

test.each([
  ['titles', '## 1. Two steps\n\n3x = 15\n\nx = 5\n\n## 3. Apples\n\n12 / 3 = 4\n', 'two-steps:title:2 apples:id:1 -a-fraction'],
  ['ids', '## two-steps\n\n3x = 15\n\nx = 5\n\n## a-fraction\n\n1/2 + 1/3 = 5/6\n', 'two-steps:id:2 a-fraction:id:1 -apples'],
  ['numbers', '## Problem 3\n\n12 / 3 = 4\n\n## Problem 1\n\n3x = 15\n\nx = 5\n', 'two-steps:number:2 apples:number:1 -a-fraction'],
  ['the text of the problem', '# Homework\n\nSolve $3x + 5 = 20$.\n\n3x = 15\n\nx = 5\n', 'two-steps:text:2 -a-fraction -apples'],
  ['nothing but lines', '3x + 5 = 20\n\n3x = 15\n\nx = 5\n', 'two-steps:text:3 -a-fraction -apples'],
  ['nothing', '', '-two-steps -a-fraction -apples'],
  [
    'a problem of another set',
    '## 1. Two steps\n\nx = 5\n\n## 9. Circles\n\nA = 4\n\n## 8. Cones\n\nV = 4\n',
    'two-steps:title:1 -a-fraction -apples +9. Circles +8. Cones',
  ],
  ['a numbered list', '1) 3x = 15\n   x = 5\n\n2) 3/6 + 2/6 = 5/6\n', 'two-steps:number:2 a-fraction:number:1 -apples'],
  ['numbers on lines of their own', 'Q1.\n3x = 15\nx = 5\n\nQ3.\n12/3 = 4\n', 'two-steps:number:2 apples:number:1 -a-fraction'],
  ['numbers in bold', '**1.** $3x = 15$\n\n$x = 5$\n\n**2.** $\\frac56$\n', 'two-steps:number:2 a-fraction:number:1 -apples'],
  [
    'numbers, and lines that are indented',
    '1. 3x = 15\n    x = 5\n2. 3/6 + 2/6\n    = 5/6\n',
    'two-steps:number:2 a-fraction:number:2 -apples',
  ],
  ['numbers of the steps of one solution', '1. 3x = 15\n2. x = 5\n', 'two-steps:order:2 -a-fraction -apples'],
  ['numbers that fall', '2) 3x = 15\n   x = 5\n\n1) 3x = 12\n', 'two-steps:order:3 -a-fraction -apples'],
])('%s', (_, text, expected) => check(text, expected));

test('a LaTeX file', () =>
  check(
    '\\section*{1. Two steps}\n$3x = 15$\n\n$x = 5$\n\\section*{2. A fraction}\n$\\frac12+\\frac13=\\frac56$\n',
    'two-steps:title:2 a-fraction:title:1 -apples',
    'latex',
  ));

test('places lead back from a numbered list as well', () => {
  const text = '1) 3x = 15\n   x = 5\n\n2) 3/6 + 2/6 = 5/6\n';
  const places = matchWork(set.problems, text, 'text').works.flatMap(work => work.solution.steps.map(step => work.place(step.range)));
  expect(places.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['3x = 15', 'x = 5', '3/6 + 2/6 = 5/6']);
});

test("places lead back to the student's own file", () => {
  const text = '# Ann\n\nhello\n\n## 1. Two steps\n\nSolve $3x + 5 = 20$.\n\n3x = 15\n\nx = 5\n';
  const [work] = matchWork(set.problems, text, 'markdown').works;
  const places = work?.solution.steps.map(step => work.place(step.range)) ?? [];
  expect(places.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['3x = 15', 'x = 5']);
});
