import { expect, test } from 'vitest';
import { readSet, slug } from '../../src/classroom/set/read.ts';
import { isProblemSet } from '../../src/classroom/set/recognise.ts';

const HEAD = '---\nproblem-set: 1\n---\n\n';
const block = (yaml: string): string => `${HEAD}## A\n\nSolve $2x = 6$.\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`;

/** The faults of a text as `line: message`. */
function faultsOf(text: string): string[] {
  return readSet(text).faults.map(fault => `${text.slice(0, fault.range.start).split('\n').length}: ${fault.message}`);
}

test.each([
  ['a key that is not known', block('answer: 3\npionts: 2'), "11: 'pionts' is not known here"],
  ['YAML that does not parse', block('answer: [3'), '11: This is not YAML'],
  ['a blank that YAML takes for its own brackets', block('answer: {{a}}'), '10: '],
  ['points that are words', block('points: many'), '10: points: a number of points'],
  ['points below 0', block('points: -1'), '10: points: points are 0 or more'],
  ['a variable of two letters', block('variables: { ab: 1..2 }'), '10: variables.ab: '],
  ['a range of another kind', block('variables: { a: 1-2 }'), '10: variables.a: a range such as 2..9'],
  ['a policy that is not known', block('feedback: full'), '10: feedback: '],
  ['an alias', block('hints: &h [a]\nwrong: *h'), '10: '],
  ['no problem', `${HEAD}# Title\n\ntext`, '4: There is no problem yet'],
  ['another version', '---\nproblem-set: 7\n---\n## A\n', '2: problem-set: problem-set: 1'],
  ['one id twice', `${HEAD}## A\n\ntext\n\n## A\n\ntext`, "9: Another problem above has the id 'a'"],
])('%s is a fault, with its place', (_, text, fault) => expect(faultsOf(text).join('\n')).toContain(fault));

test.each([
  ['with nothing but problems', `${HEAD}## A\n\nSolve $2x = 6$.\n\n## B\n\nSolve $x = 1$.\n`],
  ['with Windows line ends', `${HEAD}## A\n\nSolve.\n\n\`\`\`yaml\nanswer: 3\n\`\`\`\n`.replaceAll('\n', '\r\n')],
  ['with a heading inside a code block', `${HEAD}## A\n\nSolve.\n\n\`\`\`text\n## not a problem\n\`\`\`\n`],
  ['with a block that ends the file', `${HEAD}## A\n\nSolve.\n\n\`\`\`yaml\nanswer: 3`],
])('a set %s is read', (_, text) => {
  const { set, faults } = readSet(text);
  expect(faults).toEqual([]);
  expect(set.problems[0]).toMatchObject({ id: 'a', title: 'A' });
  expect(set.problems[0]?.text).toContain('Solve');
  expect(set.problems.every(problem => !problem.text.includes('answer'))).toBe(true);
});

test.each([
  ['3. Two steps', 'two-steps'],
  ['Problem 4: Café & co', 'cafe-co'],
  ['$x^2$', 'problem-2'],
  ['', 'problem-1'],
])('the id of %s', (title, id) => expect(slug(title)).toBe(id));

test('a document of a student is no set', () => {
  expect(isProblemSet('# Homework\n\nproblem-set: 1\n')).toBe(false);
  expect(isProblemSet('---\ncopy-of: a\n---\n')).toBe(false);
  expect(isProblemSet(`${HEAD}## A\n`)).toBe(true);
});
