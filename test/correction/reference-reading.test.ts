import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { graphOf } from '../../src/correction/reference/graph.ts';
import { namedEquations } from '../../src/correction/reference/signs/named.ts';
import { printPlain } from '../../src/math/print.ts';
import { readRow } from '../../src/solution/read.ts';

const stepsOf = (steps: readonly string[]) => readRow({ id: 'row', problem: '', steps: [...steps] }).solution.steps;

describe('a calculation among words that is too doubtful to be judged still tells what was computed from what', () => {
  const reads = (line: string, expected: readonly string[]) =>
    it(line, () =>
      expect(
        graphOf(stepsOf([line])).map(
          c => `${printPlain(c.expr)} = ${printPlain({ ...c.expr, kind: 'number', value: c.value, decimals: null })}`,
        ),
      ).toEqual(expected),
    );
  reads('That makes an average of 36/12 = 3 pizzas per stop.', ['36/12 = 3']);
  reads('That makes an average of 36/12 = 4 pizzas per stop.', []);
});

describe('a word that stands in an equation is an unknown, the same one throughout', () => {
  const reads = (lines: readonly string[], expected: readonly (readonly string[])[]) =>
    it(lines.join(' / '), () =>
      expect(namedEquations(stepsOf(lines)).map(step => step.map(sides => sides.map(printPlain).join(' = ')))).toEqual(expected),
    );
  reads(['So deposit + $300 = $900.', 'deposit = 900 - 300 = 600'], [['w + 300 = 900'], ['w = 900 - 300 = 600']]);
  reads(['40 = 5 x height', 'height = 40/5 = 8 cm'], [['40 = 5 · w'], ['w = 40/5 = 8']]);
  reads(['total = 5 + 3 = 8', 'The total is 8 apples.'], [[], []]);
  reads(['4 boxes x $3 per box = $12', '5 eggs + 7 eggs = 12 eggs'], [[], []]);
});

it('an equation in a word that is set up wrongly is the first mistake', () => {
  const { finding } = checkSolution(
    readRow({
      id: 'row',
      problem: 'A family pays a deposit of $900 and then $40 a month for 10 months. What do they pay in all?',
      steps: [
        'In 10 months they pay 40 x 10 = $400.',
        'So price + $400 = $900.',
        'Subtracting 400, price = $900 - $400 = $500.',
        'The answer is 500.',
      ],
      answer: '1300',
      reference_solution: ['They pay 40 * 10 = 400 dollars by the month.', 'In all that is 900 + 400 = 1300 dollars.'],
    }).solution,
  );
  expect(finding).toMatchObject({ kind: 'mistake', correction: { step: 1, evidence: 'answer' } });
});

it('nothing is said to be left out before an equation that later lines go on to solve, and no number is shown to be itself', () => {
  const findingOf = (problem: string, steps: string[], answer: string, reference_solution: string[]) =>
    checkSolution(readRow({ id: 'row', problem, steps, answer, reference_solution }).solution).finding;
  const equation = findingOf(
    'Ida turned 20 four years ago. In 6 years Tom will be twice as old as Ida then. How old is Tom now?',
    [
      'Ida is 20 + 4 = 24 years old.',
      'In 6 years Ida will be 24 + 6 = 30.',
      'Let x be the age of Tom.',
      'So 2(x + 6) = 30.',
      '2x + 12 = 30',
      'x = 9',
      'Tom is 9.',
    ],
    '54',
    ['Ida is 20 + 4 = 24 now.', 'In 6 years she will be 24 + 6 = 30.', 'Tom will be 30 * 2 = 60 then.', 'Tom is 60 - 6 = 54 now.'],
  );
  expect(equation).toMatchObject({ kind: 'mistake', correction: { step: 3 } });
  expect(equation.kind === 'mistake' && equation.correction.explanation).not.toMatch(/left out/);
  const number = findingOf(
    'A farmer has 300 eggs and a shop that sells 4 eggs in a box. 12 boxes fell. He packs all eggs anew. How many boxes does he fill?',
    ['He has 300 - 12 = 288 eggs.', 'He fills 288 / 4 = 72 boxes.'],
    '75',
    ['He fills 300 / 4 = 75 boxes.'],
  );
  expect(number.kind === 'mistake' && number.correction.explanation).not.toMatch(/(\d+) = \1\b/);
});

it('a reference of equations alone is shown as a whole', () => {
  const lines = ["Let a be Ann's age.", 'Bea is a + 7 years old.', '2a + 7 = 31', '2a = 24', 'a = 12'];
  const steps = ["Let a be Ann's age.", 'Bea is a + 5 years old.', '2a + 5 = 31', '2a = 26', 'a = 13'];
  const problem = 'Bea is 7 years older than Ann. Together they are 31 years old. How old is Ann?';
  const { finding } = checkSolution(readRow({ id: 'row', problem, steps, answer: '12', reference_solution: lines }).solution);
  expect(finding.kind === 'mistake' && finding.correction.correctSteps).toEqual(lines);
});
