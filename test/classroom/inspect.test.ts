import { expect, test } from 'vitest';
import { inspectSet } from '../../src/classroom/set/inspect.ts';
import { readSet } from '../../src/classroom/set/read.ts';
import { exampleSetText } from './folder.ts';

/** Codes of what is said about a set with this problem, each with the text it stands at. */
function check(problem: string, yaml: string): string {
  const text = `---\nproblem-set: 1\n---\n## A\n\n${problem}\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`;
  const { set, faults } = readSet(text);
  expect(faults).toEqual([]);
  return inspectSet(set)
    .map(fault => `${fault.code}: ${text.slice(fault.range.start, fault.range.end).trim()}`)
    .join('; ');
}

const EQUATION = 'Solve ${{a}}x + {{b}} = {{a*c + b}}$.';
const RANGES = 'variables: { a: 2..9, b: 1..9, c: 2..9 }';

test.each([
  ['a wrong line of the solution', 'Solve $2x + 3 = 11$.', 'answer: x = 4\nsolution: ["2x = 8", "x = 6"]', 'solution-line: "x = 6"'],
  ['a solution that ends elsewhere', 'Solve $2x + 3 = 11$.', 'answer: x = 5\nsolution: ["2x = 8", "x = 4"]', 'solution-answer: x = 5'],
  [
    'a wrong line in a variant',
    EQUATION,
    `answer: x = {{c}}\nsolution: ["{{a}}x = {{a*c + b}}", "x = {{c}}"]\n${RANGES}`,
    'solution-line: "{{a}}x = {{a*c + b}}"',
  ],
  ['a division by 0', 'Find {{a}} / {{b}}.', 'answer: "{{a/(b - b)}}"\nvariables: { a: 1..3, b: 1..3 }', 'blank: "{{a/(b - b)}}"'],
  ['a letter without values', 'Find {{a + q}}.', 'answer: "3"\nvariables: { a: 1..3 }', 'blank: ## A'],
  ['values that make the letter vanish', 'Solve ${{a}}x = {{a}}$.', 'answer: x = 1\nvariables: { a: [0] }', 'ugly: { a: [0] }'],
  ['an ugly fraction', 'Find {{a}} / {{b}}.', 'answer: "{{a/b}}"\nvariables: { a: [5], b: [137] }', 'ugly: "{{a/b}}"'],
  ['no values at all', EQUATION, `answer: x = {{c}}\n${RANGES}\nwhere: a > 100`, 'no-variant: { a: 2..9, b: 1..9, c: 2..9 }'],
  ['a condition that is none', EQUATION, `answer: x = {{c}}\n${RANGES}\nwhere: a and b`, 'condition: a and b'],
  ['a range with the bounds the wrong way round', 'Find {{a}}.', 'answer: "{{a}}"\nvariables: { a: 9..2 }', 'variable: 9..2'],
  ['a rubric that does not add up', 'Solve $x + 1 = 3$.', 'answer: x = 2\npoints: 5\nrubric: [{ for: answer, points: 2 }]', 'points: 5'],
  ['no answer', 'Draw a circle.', 'points: 2', 'no-answer: ## A'],
  ['hints that nobody sees', 'Solve $x + 1 = 3$.', 'answer: x = 2\nfeedback: marks\nhints: [think]', 'hints: [think]'],
])('%s', (_, problem, yaml, expected) => expect(check(problem, yaml)).toContain(expected));

test.each([
  ['a right solution', 'Solve $2x + 3 = 11$.', 'answer: x = 4\nsolution: ["2x = 8", "x = 4"]'],
  ['right variants', EQUATION, `answer: x = {{c}}\nsolution: ["{{a}}x = {{a*c}}", "x = {{c}}"]\n${RANGES}`],
  ['a condition with a quotient', 'Find {{a}} / {{b}}.', 'answer: "{{a/b}}"\nvariables: { a: 0..20, b: 1..5 }\nwhere: a/b is whole'],
])('nothing is said of %s', (_, problem, yaml) => expect(check(problem, yaml)).toBe(''));

test('two problems alike are named', () => {
  const { set } = readSet(
    '---\nproblem-set: 1\n---\n## A\n\nSolve $2x = 6$.\n\n```yaml\nanswer: 3\n```\n\n## B\n\nSolve $2x = 6$.\n\n```yaml\nanswer: 3\n```\n',
  );
  expect(inspectSet(set).map(fault => fault.message)).toEqual(["This problem is nearly the same as 'A'."]);
});

test('nothing is said of the example', () => expect(inspectSet(readSet(exampleSetText()).set)).toEqual([]));
