import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSolution, createMemo } from '../../src/correction/check.ts';
import { describeVerdict, describeWitness } from '../../src/correction/describe.ts';
import type { Correction, Verdict } from '../../src/correction/records.ts';
import { symbolicCorrector } from '../../src/correction/symbolic.ts';
import { readRow } from '../../src/solution/read.ts';
import { runs } from '../runs.ts';
import { checkText, firstMistake } from './check-solution.ts';

function correction(text: string): Correction {
  const { finding } = checkText(text);
  if (finding.kind !== 'mistake') throw new Error(`no mistake found: ${finding.kind}`);
  return finding.correction;
}

/** The solution, the corrected steps, and the answer they lead to. */
const CORRECTED: readonly [string, readonly string[], string | null][] = [
  ['Solve 2x + 6 = 10\n2x + 6 = 10\n2x = 16', ['2x = 4', 'x = 2'], 'x = 2'],
  ['Solve -2x < 6\n$-2x < 6$\n$x < -3$', ['$x > -3$'], 'x > -3'],
  ['Solve 3(x - 4) = 2x + 5\n3x - 4 = 2x + 5', ['3x - 12 = 2x + 5', 'x - 12 = 5', 'x = 17'], 'x = 17'],
  ['Solve 3x - 12 = 2x + 5\n5x - 12 = 5', ['x - 12 = 5', 'x = 17'], 'x = 17'],
  ['Solve (1/4)x = 3\nx = 3/4', ['x = 12'], 'x = 12'],
  ['Solve $-3 < 2x + 1 \\le 7$\n$-4 < 2x \\le 7$', ['$-4 < 2x \\le 6$', '$-2 < x \\le 3$'], '-2 < x \\le 3'],
  ['Löse 2,5x + 1,5 = 9.\n2,5x + 1,5 = 9\n2,5x = 10,5', ['2,5x = 7,5', 'x = 3'], 'x = 3'],
  ['Solve x^2 - 5x + 6 > 0.\n(x - 2)(x - 3) > 0\n2 < x < 3', ['x < 2 or x > 3'], 'x < 2 or x > 3'],
  ['Solve $\\frac{x-1}{x+2} > 0$.\n$x - 1 > 0$', ['$x < -2 \\text{ or } x > 1$'], 'x < -2 \\text{ or } x > 1'],
  [
    'Solve $\\tan x = \\sqrt3$ (general solution).\n$x = \\frac{\\pi}{6} + n\\pi$',
    ['$x = \\frac{\\pi}{3} + n\\pi$'],
    'x = \\frac{\\pi}{3} + n\\pi',
  ],
  [
    'Solve $2\\cos x = 1$ for $-180° \\le x \\le 0°$.\n$\\cos x = 2$',
    ['$\\cos(x) = \\frac{1}{2}$', '$x = -60^{\\circ}$'],
    'x = -60^{\\circ}',
  ],
  ['Solve x^2 = 9\nx^2 = 9\nx = 3', ['x = -3 or x = 3'], 'x = -3 or x = 3'],
  ['How long?\n148 min = 1 h 48 min', ['148 min = 2 h 28 min'], null],
  ['Convert.\n0.6 h = 60 min', ['0.6 h = 36 min'], null],
  ['How large?\n3.5 m² = 3.5 × 100 cm² = 350 cm²', ['3.5 m² = 35000 cm²'], null],
  ['How long do they take?\nt = (1/2) ÷ (2/3) = 1/3\nThey take a third of an hour, that is 20 minutes.', ['t = (1/2) ÷ (2/3) = 3/4'], null],
  [
    'A lawn is a trapezium with parallel sides 6 m and 10 m that are 4 m apart. Seed costs $2 per square metre. What does it cost?\n6 + 10 = 16\nA = 16 · 4 = 64 m²\n64 · 2 = 128\nThe seed costs $128.',
    ['A = (6 + 10)/2 · 4 = 32 m²', '32 · 2 = 64', 'The seed costs $64.'],
    '64',
  ],
  [
    'The price of a ticket went up from $50 to $70. By what percentage did it increase?\nThe increase is 70 − 50 = 20 $\npercentage increase = 20/70 = 28.6 %\nSo tickets became about 29 % dearer.',
    ['percentage increase = (70 - 50)/50 = 40 %'],
    null,
  ],
  [
    'Lia and Tom share 63 stickers in the ratio 2 : 5. How many stickers does Lia get?\nLia gets 2/5 of the stickers: 2/5 × 63 = 25.2',
    ['63/(2 + 5) = 9'],
    null,
  ],
  [
    'A bag holds 5 red and 3 blue balls. Two are drawn without replacement. Find the probability that both are blue.\nP(BB) = 3/8 · 3/7 = 9/56',
    ['P(BB) = 3/8 · 2/7 = 3/28'],
    '3/28',
  ],
  ['Simplify.\n48 ÷ 6 × 2 = 48 ÷ 12 = 4\n4 + 1 = 5', ['48 ÷ 6 × 2 = 16', '16 + 1 = 17'], '17'],
  ['Work out.\n$\\frac{3}{8}=\\frac{12}{24}$', ['$\\frac{3}{8}=\\frac{9}{24}$'], '9/24'],
  ['Work out 20 − 3 · 9.\n20 − 3 · 9 = 17 · 9\n17 · 9 = 153', ['20 − 3 · 9 = -7'], null],
  ['What is the interest?\n$1.05^{3} = 3.15$', ['$1.05^{3} = 1.157625$'], '1.157625'],
  ['Solve λ^2 − λ − 6 = 0.\n(λ + 3)(λ − 2) = 0', ['(λ + 2)(λ - 3) = 0', 'λ = -2 or λ = 3'], 'λ = -2 or λ = 3'],
  ['Expand (x+3)^2\n(x+3)^2 = x^2 + 9', ['(x + 3)^2 = x^2 + 6x + 9'], 'x^2 + 6x + 9'],
  ["Differentiate f(x) = x^3 + 2x\nf(x) = x^3 + 2x\nf'(x) = 3x^2 + 2x", ["f'(x) = 3x^2 + 2"], '3x^2 + 2'],
  [
    'How many?\nAnna has 48+24 = 82 clips.\nSo 82 - 10 = 72 clips are left.\nThe answer is 72.',
    ['Anna has 48+24 = 72 clips.', 'So 72 - 10 = 62 clips are left.', 'The answer is 62.'],
    '62',
  ],
  [
    'How much?\nIt costs 3 * $1.25 = $3.65 and with the bag $3.65 + $1 = $4.65.',
    ['It costs 3 * $1.25 = $3.75 and with the bag $3.75 + $1 = $4.75.'],
    '4.75',
  ],
];

describe('the corrected steps lead to the answer and check out themselves', () => {
  test.each(CORRECTED)('%s', (text, steps, answer) => {
    const found = correction(text);
    expect(found.correctSteps).toEqual(steps);
    expect(found.answer).toBe(answer);
    expect(found.verified).toBe(true);
    expect(found.evidence).toBe('proved');
    expect(found.witness).not.toBeNull();
    expect(found.explanation).not.toBe('');
  });
});

test('a sentence that says a wrong number is told again with the right one', () => {
  const found = correction('Round 5.1962 to 2 decimal places.\nthe digit 9 becomes 0, so 5.1962 ≈ 5.10 (2 d.p.)');
  expect(found.correctSteps).toEqual(['the digit 9 becomes 0, so 5.1962 ≈ 5.20 (2 d.p.)']);
});

test('the corrected line of a system comes from all of its equations', () => {
  const found = correction('Solve the system x + y = 10, x - y = 4\nx + y = 10\nx - y = 4\n2x = 6');
  expect(found.correctSteps.slice(-2)).toEqual(['x = 7', 'y = 3']);
});

describe('the hint ladder', () => {
  test.each(CORRECTED)('says the corrected line on no rung but the last: %s', text => {
    const { hints, correctSteps, replacement } = correction(text);
    expect(hints.map(hint => hint.rung)).toEqual(['where', 'witness', 'principle', 'elsewhere', 'correction']);
    expect(hints.at(-1)?.text).toBe(correctSteps[0]);
    for (const { text: rung } of hints.slice(0, -1)) {
      expect(rung).not.toContain(correctSteps[0]);
      if (replacement) expect(rung.split(/[^\d.]+/)).not.toContain(replacement);
    }
  });
});

test('a line after the mistake is judged by the student’s own line and says so', () => {
  const { verdicts } = checkText('Solve 2x + 6 = 10\n2x + 6 = 10\n2x = 16\nx = 8');
  expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(['follows', 'wrong', 'follows']);
  expect(verdicts[2]?.notices).toEqual([{ kind: 'consistent-with', message: 'consistent with line 2' }]);
});

test('the mark stands under the term that is wrong', () => {
  const problem = 'How many?';
  const step = 'Anna has 48+24 = 82 clips.';
  const { verdicts } = checkText(`${problem}\n${step}`);
  const at = verdicts[0]?.at;
  expect(at && `${problem}\n${step}`.slice(at.start, at.end)).toBe('82');
});

test('a slip of the pen that nothing goes on from is a notice', () => {
  const { verdicts, finding } = checkText('How many?\nIt takes (1900-1330) / 10 = 75 = 57 days.');
  expect(finding.kind).not.toBe('mistake');
  expect(verdicts[0]?.notices.map(({ kind }) => kind)).toEqual(['accidental']);
});

test('a known answer decides when every line holds', () => {
  const row = { id: 'a', problem: 'How many?', steps: ['He has 2 + 3 = 5 of them.'] };
  expect(checkSolution(readRow({ ...row, answer: '5' }).solution).finding).toEqual({ kind: 'correct', evidence: 'answer' });
  const other = checkSolution(readRow({ ...row, answer: '7919' }).solution).finding;
  expect(other.kind).toBe('undecided');
  expect(other.kind === 'undecided' && other.message).toContain('differs from the known one');
});

test('the corrector resolves with the finding and gives up when it is told to', async () => {
  const { solution } = readRow({ id: 'a', problem: 'Solve 2x = 6', steps: ['x = 4'] });
  const options = { deadlineMs: 1000, now: () => 0 };
  expect((await symbolicCorrector.correct(solution, { ...options, signal: new AbortController().signal })).kind).toBe('mistake');
  await expect(symbolicCorrector.correct(solution, { ...options, signal: AbortSignal.abort() })).rejects.toThrow();
});

describe('verdicts in words', () => {
  const cases: readonly [Verdict, string][] = [
    [{ kind: 'holds' }, 'the calculation is right'],
    [
      { kind: 'one-way', lost: ['-3'], gained: [], witness: { kind: 'lost', variable: 'x', value: '-3', left: '-3', right: '3' } },
      'the solution −3 was lost',
    ],
    [
      { kind: 'wrong', witness: { kind: 'values', at: { x: '2' }, left: '9', right: '8' }, mistake: null },
      'is wrong: at x = 2 the left side is 9 and the right side is 8',
    ],
    [
      { kind: 'wrong', witness: { kind: 'computed', expression: '2 + 2', value: '4', written: '5' }, mistake: null },
      'is wrong: 2 + 2 is 4, not 5',
    ],
    [
      {
        kind: 'wrong',
        witness: { kind: 'computed', expression: 'x + 35 = 3x at x = 4', value: 'false', written: 'x + 35 = 3x' },
        mistake: null,
      },
      'is wrong: x + 35 = 3x at x = 4 is not true',
    ],
    [
      { kind: 'wrong', witness: { kind: 'computed', expression: 'even', value: 'not so', written: 'f is even' }, mistake: null },
      'is wrong: “f is even” is not so here',
    ],
    [
      { kind: 'wrong', witness: { kind: 'values', at: { r: '3' }, left: 'V = 36', right: 'V = 72' }, mistake: null },
      'is wrong: at r = 3 the formula gives V = 36 and this line V = 72',
    ],
    [
      { kind: 'wrong', witness: { kind: 'computed', expression: 'n_2', value: '13', written: '1\\cdot(-1)' }, mistake: null },
      'is wrong: n_2 is 13, not 1 · (−1)',
    ],
    [{ kind: 'unjudged', why: 'a definition' }, 'was not judged: a definition'],
  ];
  test.each(cases)('%o', (verdict, words) => expect(describeVerdict(verdict)).toBe(words));
  test('a witness between two lines names the lines', () => {
    expect(describeWitness({ kind: 'values', at: { x: '2' }, left: '9', right: '8' }, 'lines')).toBe(
      'at x = 2 the line above gives 9 and this line gives 8',
    );
  });
});

const small = fc.integer({ min: 2, max: 12 });
const offset = fc.integer({ min: -20, max: 20 });
const signed = (n: number): string => (n < 0 ? `- ${-n}` : `+ ${n}`);

/** a·x + b = c with the whole solution x. */
const equations = fc.record({ a: small, b: offset.filter(n => n !== 0), x: offset });

describe('laws', () => {
  test('a line follows from itself, and the usual moves are never flagged', () => {
    fc.assert(
      fc.property(equations, ({ a, b, x }) => {
        const line = `${a}x ${signed(b)} = ${a * x + b}`;
        expect(firstMistake(`Solve ${line}\n${line}\n${line}\n${a}x = ${a * x}\nx = ${x}`)).toBe(0);
      }),
      runs(60),
    );
  });
  test('one corrupted line is found exactly there', () => {
    fc.assert(
      fc.property(equations, fc.integer({ min: 1, max: 9 }), ({ a, b, x }, off) => {
        const line = `${a}x ${signed(b)} = ${a * x + b}`;
        const wrong = a * x + off;
        expect(firstMistake(`Solve ${line}\n${line}\n${a}x = ${wrong}\nx = ${wrong}/${a}`)).toBe(2);
      }),
      runs(60),
    );
  });
  test('right calculations in a sentence hold; a wrong one that is carried on is found', () => {
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: 1, max: 30 }), (a, b, c, off) => {
        const story = (product: number): string =>
          `How many?\nThey have ${a} * ${b} = ${product} cards.\nWith ${c} more it is ${product} + ${c} = ${product + c}.`;
        expect(firstMistake(story(a * b))).toBe(0);
        expect(firstMistake(story(a * b + off))).toBe(1);
      }),
      runs(60),
    );
  });
  test('nothing that can be typed makes it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 }), steps => {
        const { solution } = readRow({ id: 'x', problem: 'Solve 2x = 4', steps });
        expect(checkSolution(solution).verdicts).toHaveLength(steps.length);
      }),
      runs(100),
    );
  });
});

test('what was decided once is remembered, and the result is the same', () => {
  const memo = createMemo();
  const { solution } = readRow({ id: 'm', problem: 'Solve 2x + 6 = 10', steps: ['2x + 6 = 10', '2x = 16', 'x = 8'] });
  const first = checkSolution(solution, { memo });
  let asked = 0;
  const counting = {
    recall: <T>(key: string, decide: () => T): T =>
      memo.recall(key, () => {
        asked++;
        return decide();
      }),
  };
  expect(checkSolution(solution, { memo: counting })).toEqual(first);
  expect(asked).toBe(0);
});
