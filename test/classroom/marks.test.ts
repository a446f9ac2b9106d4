import { expect, test } from 'vitest';
import { readSet } from '../../src/classroom/set/read.ts';
import { markWork } from '../../src/classroom/submissions/marks.ts';
import { matchWork } from '../../src/classroom/submissions/match.ts';
import { checkSolution } from '../../src/correction/check.ts';

/** Points for each item of the rubric, `?` behind those that wait for the teacher. */
function check(problem: string, block: string, work: string, expected: string): void {
  const { set, faults } = readSet(`---\nproblem-set: 1\n---\n\n## A\n\n${problem}\n\n\`\`\`yaml\n${block}\n\`\`\`\n`);
  expect(faults).toEqual([]);
  const [done] = matchWork(set.problems, `## A\n\n${work.replace(/; /g, '\n\n')}\n`, 'markdown').works;
  if (done === undefined) throw new Error('no work was matched');
  const mark = markWork(done.problem, done.solution, checkSolution(done.solution));
  expect(mark.items.map(item => `${item.points}${item.queue ? '?' : ''}`).join(' ')).toBe(expected);
}

const EQUATION = 'Solve $3x + 5 = 20$.';
const RUBRIC = `answer: x = 5
solution: [3x = 15, x = 5]
rubric:
  - { for: method, line: 3x = 15, points: 2 }
  - { for: method, line: x = 5, points: 1 }
  - { for: answer, points: 1 }`;

test.each([
  ['all right', '3x = 15; x = 5', '2 1 1'],
  ['steps skipped', 'x = 5', '2 1 1'],
  ['another order of sides', '15 = 3x; x = 5', '2 1 1'],
  ['the first step wrong, the rest consistent', '3x = 25; x = 25/3', '0 1 1'],
  ['the second step wrong', '3x = 15; x = 12', '2 0 1'],
  ['no answer of the kind asked for', '3x = 15; 3 = 15', '2 0 0'],
  ['two mistakes', '3x = 25; x = 22', '0 0 0'],
  ['the problem copied and nothing else', 'Solve $3x + 5 = 20$.', '0 0 0'],
  ['words alone wait for the teacher', 'I guessed it', '2? 1? 1?'],
])('by rubric: %s', (_, work, expected) => check(EQUATION, RUBRIC, work, expected));

test.each([
  ['all right', '3x = 15; x = 5', '3 1'],
  ['one mistake costs one point', '3x = 25; x = 25/3', '2 1'],
])('by points alone: %s', (_, work, expected) => check(EQUATION, 'answer: x = 5\npoints: 4', work, expected));

test.each([
  ['carry: true', '0 1 1'],
  ['carry: false', '0 0 1'],
  ['carry: x^2', '0 0 1'],
])('a condition on what is carried forward: %s', (carry, expected) =>
  check(
    EQUATION,
    `answer: x = 5\nrubric:\n  - { for: method, line: 3x = 15, points: 1 }\n  - { for: method, line: x = 5, points: 1, ${carry} }\n  - { for: answer, points: 1 }`,
    '3x = 25; x = 25/3',
    expected,
  ),
);

test('a wrong answer that the teacher foresaw has its feedback', () => {
  const { set } = readSet(
    '---\nproblem-set: 1\n---\n## A\n\nSolve $3x + 5 = 20$.\n\n```yaml\nanswer: x = 5\nwrong:\n  - { answer: x = 25/3, feedback: Undo the 5 first., points: 0 }\n```\n',
  );
  const [done] = matchWork(set.problems, '## A\n\n3x = 25\n\nx = 25/3\n', 'markdown').works;
  if (done === undefined) throw new Error('no work was matched');
  expect(markWork(done.problem, done.solution, checkSolution(done.solution))).toMatchObject({ feedback: 'Undo the 5 first.', points: 0 });
});
