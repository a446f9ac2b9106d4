import { expect, test } from 'vitest';
import { workedExample } from '../../src/classroom/exercises/blanks.ts';
import { distractorsFor } from '../../src/classroom/exercises/distractors.ts';
import { findTheMistake } from '../../src/classroom/exercises/find.ts';
import { gift } from '../../src/classroom/exports/gift.ts';
import { answerKey, studentCopy } from '../../src/classroom/exports/markdown.ts';
import { maxima } from '../../src/classroom/exports/maxima.ts';
import { moodleXml } from '../../src/classroom/exports/moodle.ts';
import { printable } from '../../src/classroom/exports/print.ts';
import { stackXml } from '../../src/classroom/exports/stack.ts';
import { readSet } from '../../src/classroom/set/read.ts';
import { problemsFor } from '../../src/classroom/submissions/submission.ts';
import { variantOf } from '../../src/classroom/variants/variant.ts';
import { sameAnswer } from '../../src/correction/answers.ts';
import { checkSolution } from '../../src/correction/check.ts';
import { withKey } from '../../src/solution/keys.ts';
import { readDocument } from '../../src/solution/read.ts';
import { exampleSetText } from './folder.ts';

const { set } = readSet(exampleSetText());
const students = Array.from({ length: 8 }, (_, i) => `student ${i}`);

test("a student's copy says no answer, no line of a solution, no rubric and no hint", () => {
  for (const student of students) {
    const problems = problemsFor(set, student);
    const copy = studentCopy(set, problems);
    for (const { answer, solution, hints, wrong } of problems)
      for (const secret of [answer ?? '', ...solution, ...hints, ...wrong.map(w => w.feedback)])
        if (secret.length > 3) expect(copy).not.toContain(secret);
    expect(copy).not.toMatch(/answer|rubric|variables|\{\{/);
  }
});

test('a copy that is filled in with the key is right, by the key beside it', () => {
  for (const student of students.slice(0, 2)) {
    const problems = problemsFor(set, student);
    const parts = studentCopy(set, problems).split('### Solution\n');
    const filled = parts.map((part, i) => (i === 0 ? part : `### Solution\n\n${problems[i - 1]?.solution.join('\n\n')}\n${part}`)).join('');
    const solutions = withKey(readDocument(filled, 'markdown').solutions, answerKey(set, problems));
    expect(solutions).toHaveLength(set.problems.length);
    expect(solutions.map(solution => checkSolution(solution).finding.kind)).toEqual(set.problems.map(() => 'correct'));
  }
});

test('a variant is the same for the same student, and its solution is right', () => {
  for (const student of students)
    for (const problem of set.problems) {
      const variant = variantOf(problem, student);
      expect(variant).not.toBeNull();
      expect(variantOf(problem, student)).toEqual(variant);
      expect(variant?.text).not.toMatch(/\{\{|\b1x\b|\+ -|- -/);
    }
});

test('distractors differ from the answer and from each other', () => {
  for (const problem of problemsFor(set, 'ann')) {
    const answers = [problem.answer ?? '', ...distractorsFor(problem, 3, 1).map(one => one.answer)];
    for (const [i, a] of answers.entries()) for (const b of answers.slice(i + 1)) expect(sameAnswer(a, b)).toBe(false);
  }
});

test('the mistake of a find-the-mistake exercise stands where it is said to stand', () => {
  const made = problemsFor(set, 'ann').flatMap(problem => findTheMistake(problem, 'ann') ?? []);
  expect(made.length).toBeGreaterThan(4);
  for (const { problem, lines, wrong } of made) {
    const [solution] = readDocument(`## Problem\n\n${problem}\n\n### Solution\n\n${lines.join('\n\n')}\n`, 'markdown').solutions;
    const finding = solution && checkSolution(solution).finding;
    expect(finding?.kind === 'mistake' ? finding.correction.step : -1).toBe(wrong);
  }
});

test('a worked example leaves out lines, and says which', () => {
  for (const problem of problemsFor(set, 'ann')) {
    const example = workedExample(problem, 'ann');
    const filled = [...(example?.missing ?? [])];
    expect(example?.lines.map(line => line ?? filled.shift())).toEqual(problem.solution);
    expect(example?.missing.length).toBeGreaterThan(0);
    expect(example?.lines[0]).not.toBeNull();
  }
});

test('the page to print is typeset and holds no answer', () => {
  const problems = problemsFor(set, 'ann');
  const page = printable(set, problems);
  expect(page.match(/<math/g)?.length).toBeGreaterThan(8);
  expect(page).not.toMatch(/<script|\{\{/);
  for (const { solution } of problems) for (const line of solution) expect(page).not.toContain(line);
});

test('a thousand variants are right by their own solutions', { timeout: 300_000 }, () => {
  for (const problem of set.problems)
    for (let i = 0; i < 84; i++) {
      const variant = variantOf(problem, `key ${i}`);
      if (variant === null) throw new Error(`${problem.id} has no variant for ${i}`);
      const text = `## Problem\n\n${variant.text}\n\n### Solution\n\n${variant.solution.join('\n\n')}\n`;
      const [solution] = readDocument(text, 'markdown').solutions;
      if (!solution || variant.answer === null) throw new Error(variant.text);
      expect([variant.text, checkSolution({ ...solution, answer: variant.answer }).finding.kind]).toEqual([variant.text, 'correct']);
    }
});

const HOSTILE = readSet('---\nproblem-set: 1\n---\n## </text> ~ = {\n\nIs $1 < 2$ & ]]> } #?\n\n```yaml\nanswer: x < 2\n```\n').set;

test('signs of the target format are escaped', () => {
  const problems = problemsFor(HOSTILE, 'ann');
  expect(moodleXml(HOSTILE, problems, () => [])).toContain('&lt;/text&gt; ~ = {');
  expect(moodleXml(HOSTILE, problems, () => [])).toContain('x &lt; 2');
  expect(gift(HOSTILE, problems, () => [])).toContain('::</text> \\~ \\= \\{::');
});

test('a number is asked for as a number, and other answers as text or as a choice', () => {
  const problems = problemsFor(set, 'ann');
  const xml = moodleXml(set, problems, problem => distractorsFor(problem, problem.id === 'quadratic' ? 3 : 0, 1));
  expect(xml.match(/<question type="numerical">/g)?.length).toBeGreaterThan(5);
  expect(xml).toContain('<question type="multichoice">');
  expect(xml).toContain('<question type="shortanswer">');
});

test.each([
  ['x = 5', 'x=5'],
  ['-\\frac{2}{3}', '-(2/3)'],
  ['x = 2 or x = 3', 'x=2 or x=3'],
  ['3 - (-2)', '3-(-2)'],
  ['-x^2 + 2x(x - 1)', '-(x^2)+(2*x*(x-1))'],
  ['\\sqrt{3}/2', 'sqrt(3)/2'],
  ['e^{2x}', '%e^(2*x)'],
  ['log_2 8', 'log(8)/log(2)'],
  ['1 1/2', '1+1/2'],
  ['x \\le 4', 'x<=4'],
  ['15%', null],
  ['12 apples', null],
  ['x = ±3', null],
])('%s for a CAS', (answer, expected) => expect(maxima(answer)).toBe(expected));

test('a STACK question compares with the right answer first, and has feedback for each known wrong one', () => {
  const xml = stackXml(set, problemsFor(set, 'ann'));
  expect(xml.match(/type="stack"/g)?.length).toBeGreaterThan(8);
  for (const question of xml.split('<question ').filter(part => part.startsWith('type="stack"'))) {
    const nodes = question.match(/<node>/g)?.length ?? 0;
    const next = [...question.matchAll(/<falsenextnode>(-?\d+)</g)].map(([, to]) => Number(to));
    expect(next).toEqual([...Array(nodes).keys()].map(i => (i === nodes - 1 ? -1 : i + 1)));
    expect(question).toContain('[[input:ans1]]');
  }
  expect(stackXml(HOSTILE, problemsFor(HOSTILE, ''))).not.toMatch(/<script|<\/text> ~/);
});
