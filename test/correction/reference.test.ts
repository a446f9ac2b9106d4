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
    'Then it goes 80 * 2 = 160 km.',
    '340',
  );
});

describe('the repaired line keeps the words and the style of the student', () => {
  flags(
    'a percent of the wrong total, behind a word that may belong to the calculation',
    {
      problem: 'A tent costs $400. Its price is cut by 30%, and the new price by another 5%. What does it cost then?',
      steps: [
        'First it falls by 0.30 × 400 = 120 dollars.',
        'That leaves 400 - 120 = 280 dollars.',
        'Then it falls by 0.05 × 400 = 20 dollars.',
        'It costs 280 - 20 = 260 dollars.',
      ],
      answer: '266',
      reference_solution: ['0.30 * 400 = 120', '400 - 120 = 280', '0.05 * 280 = 14', '280 - 14 = 266'],
    },
    2,
    'Then it falls by 0.05 × 280 = 14 dollars.',
    '266',
  );
  flags(
    'a quantity that only the reference has computed',
    {
      problem:
        'A farm fills 8 crates of 30 eggs. It sells 3/4 of them for $0.50 each, and the rest for $0.30 each. How much does it take in 7 weeks?',
      steps: [
        'There are 8 * 30 = 240 eggs.',
        'It sells 240 * 3 / 4 = 180 of them first.',
        'That brings 180 * 0.50 = 90 dollars.',
        'The rest brings 240 * 0.30 = 72 dollars.',
        'In a week that is 90 + 72 = 162 dollars.',
        'In 7 weeks it takes 162 * 7 = 1134 dollars.',
      ],
      answer: '756',
      reference_solution: [
        'There are 8 * 30 = 240 eggs.',
        '180 of them are sold for 180 * 0.50 = 90 dollars.',
        'The other 240 - 180 = 60 eggs bring 60 * 0.30 = 18 dollars.',
        'A week brings 90 + 18 = 108 dollars.',
        '7 weeks bring 108 * 7 = 756 dollars.',
      ],
    },
    3,
    'The rest brings 60 * 0.30 = 18 dollars.',
    '756',
  );
});

describe('a repair that is more than an exchange', () => {
  const shirts = 'A tailor makes 4 shirts each day and sells each shirt for $12. How much does he take in 5 days?';
  flags(
    'a step left out before the answer',
    {
      problem: shirts,
      steps: ['He makes 4 * 5 = 20 shirts.', 'So he takes $20.'],
      answer: '240',
      reference_solution: ['4 * 5 = 20 shirts', '20 * 12 = 240 dollars'],
    },
    1,
    '20 · 12 = 240',
    '240',
  );
  flags(
    'a calculation too many',
    {
      problem: 'Lena bakes 29 rolls and eats 5 rolls. The rest goes into 4 bags. How many rolls are in each bag?',
      steps: ['She eats 5 × 4 = 20 rolls.', 'The rest is 29 - 20 = 9 rolls.', 'A bag holds 9 / 4 = 2.25 rolls.'],
      answer: '6',
      reference_solution: ['29 - 5 = 24 rolls are left', '24 / 4 = 6 rolls are in a bag'],
    },
    0,
    'She eats 5 rolls.',
    '6',
  );
  flags(
    'the calculation of the reference, where no small change gives its result',
    {
      problem: 'On Monday 425 letters came. On Tuesday 17 more than one fifth as many came. How many letters came on both days?',
      steps: ['On Tuesday 425 + 17 = 442 letters came.', 'Together 425 + 442 = 867 letters came.'],
      answer: '527',
      reference_solution: ['(1/5) * 425 + 17 = 102', '425 + 102 = 527'],
    },
    0,
    'On Tuesday 1/5 × 425 + 17 = 102 letters came.',
    '527',
  );
});

describe('work with two mistakes', () => {
  it('is put right in both lines, where on other numbers it would come to the answer too', () => {
    const finding = findingOf({
      problem:
        'Mia earns $20 an hour as a guard and $30 an hour as a guide. Each week she works 35 hours as a guard and 15 hours as a guide. What does she earn in 50 weeks?',
      steps: [
        'As a guard she earns 50 * 20 = 1000 dollars.',
        'As a guide she earns 15 * 30 = 450 dollars.',
        'Together that is 1000 + 450 = 1450 dollars.',
      ],
      answer: '57500',
      reference_solution: ['35 * 20 = 700', '15 * 30 = 450', '700 + 450 = 1150', '1150 * 50 = 57500'],
    });
    expect(finding).toMatchObject({
      kind: 'mistake',
      correction: {
        step: 0,
        verified: true,
        witness: { kind: 'repair', written: '1000', instead: '700', also: { step: 2, written: '1150', instead: '57500' } },
        correctSteps: [
          'As a guard she earns 35 * 20 = 700 dollars.',
          'As a guide she earns 15 * 30 = 450 dollars.',
          'Together that is (700 + 450) × 50 = 57500 dollars.',
        ],
      },
    });
  });
});

describe('equations in a letter', () => {
  it('the letter has the value that the last lines need to reach the answer', () => {
    const finding = findingOf({
      problem:
        'The first rope is half as long as the second. The third rope is three times as long as the first, and 27 m long. How long is the second rope?',
      steps: ['Let x be the length of the first rope.', 'x + 2x + 3x = 27', '6x = 27', 'x = 4.5', 'The second rope is 2 * 4.5 = 9 m long.'],
      answer: '18',
      reference_solution: ['The first rope is 27 / 3 = 9 m long.', 'The second rope is 9 * 2 = 18 m long.'],
    });
    expect(finding).toMatchObject({ kind: 'mistake', correction: { step: 1 } });
  });
  const fish = 'Ann, Bo and Cy caught 36 fish. Cy caught 8, and Ann and Bo caught the same number. How many fish did Ann catch?';
  it('the first that is false for the known answer is the mistake', () => {
    const finding = findingOf({
      problem: fish,
      steps: ['Let x be the number of fish that Ann caught.', 'x + 8 = 36', 'x = 28', 'Ann caught 28 fish.'],
      answer: '14',
      reference_solution: ['36 - 8 = 28', '28 / 2 = 14'],
    });
    expect(finding).toMatchObject({ kind: 'mistake', correction: { step: 1, evidence: 'answer' } });
  });
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

const sale = 'A jacket costs $80. It is reduced by 25 %. What does it cost now?\noptions: a ) $20 , b ) $55 , c ) $60 , d ) $100';

describe('an answer that is the letter of an option', () => {
  passes('its value reached', { problem: sale, steps: ['80 \\times 0.25=20', '80-20=60'], answer: 'c' });
  passes('a figure misread on the way', { problem: sale, steps: ['80 \\times 0.25=70', '80-20=60'], answer: 'c' });
  flags(
    'another option reached',
    {
      problem: sale,
      steps: ['80 * 0.25 = 20', '80 + 20 = 100'],
      answer: 'c',
      reference_solution: ['80 * 0.25 = 20', '80 - 20 = 60'],
    },
    1,
    '80 - 20 = 60',
    '60',
  );
  it('no option, and one figure away from the right one', () => {
    const finding = findingOf({ problem: sale, steps: ['80 \\times 0.25=20', '80-20=66'], answer: 'c' });
    expect(finding.kind).not.toBe('mistake');
  });
});

describe('what is said about it', () => {
  const finding = findingOf({
    problem: trip,
    steps: ['First it goes 60 * 3 = 180 km.', 'Then it goes 80 * 3 = 240 km.', 'In all 180 + 240 = 420 km.'],
    answer: '340',
    reference_solution: ['60 * 3 = 180', '80 * 2 = 160', '180 + 160 = 340'],
  });
  const correction = finding.kind === 'mistake' ? finding.correction : null;

  it('the quantities in the words of the problem, and the chain to the known answer', () => {
    expect(correction?.explanation).toBe(
      'This line calculates with 3 (“A car goes 60 km an hour for 3 hours”). It needs 2 (“then 80 km an hour for 2 hours”). ' +
        'Both numbers stand in the problem, but for different things. ' +
        'With 160 instead of 240 here, your remaining lines give 340, the known answer. (80 · 2 = 160, 180 + 160 = 340.)',
    );
  });
  it('the hints name what to look at first, and the corrected line last', () => {
    expect(correction?.hints.map(hint => hint.rung)).toEqual(['where', 'witness', 'principle', 'elsewhere', 'correction']);
    expect(correction?.hints[1]?.text).toBe('Read this part of the problem again: “then 80 km an hour for 2 hours”.');
    expect(correction?.hints.slice(0, -1).some(hint => hint.text.includes('160'))).toBe(false);
  });
  it('a wrong answer that no step explains is left alone', () => {
    const left = findingOf({ problem: shop, steps: ['They take a lot.', 'The answer is 17.'], answer: '720' });
    expect(left).toMatchObject({ kind: 'undecided', message: expect.stringContaining('no single step') });
  });
  it('with a slip in arithmetic besides, the correction still ends in the known answer', () => {
    const both = findingOf({
      problem: trip,
      steps: ['First it goes 60 * 3 = 180 km.', 'Then it goes 80 * 3 = 240 km.', 'In all 180 + 240 = 430 km.'],
      answer: '340',
      reference_solution: ['60 * 3 = 180', '80 * 2 = 160', '180 + 160 = 340'],
    });
    expect(both).toMatchObject({ kind: 'mistake', correction: { evidence: expect.stringMatching(/proved|answer/) } });
    expect(both.kind === 'mistake' && both.correction.correctSteps.at(-1)).toContain('340');
  });
});
