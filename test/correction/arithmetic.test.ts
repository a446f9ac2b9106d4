import { describe, expect, test } from 'vitest';
import { describeWitness } from '../../src/correction/describe.ts';
import { check, checkText } from './check-solution.ts';

/** Problem first, then the lines; the first mistaken line is marked ✗. */
const FLAGGED: readonly string[] = [
  'How many?\nDay 1: 20 + 6 = 26\nDay 2: 26 + 5 = 32 ✗',
  'Which is larger?\n0.04 > 0.5 ✗',
  'Divide 3/4 by 1/2.\nSo 3/4 ÷ 1/2 = 3/8 ✗',
  'How far?\n$1.5 \\mathrm{~km} = 150 \\mathrm{~m}$ ✗',
  'What is x if x + 2 y = 20 and y = 5 ?\n2y = 10\nx = 20 - 10 = 12 ✗',
  'Evaluate.\nLet A = ((3 - 8) + 2) = (-4 + 2) = -2 ✗',
  'Evaluate.\nB = (2 - -7 - 7) = (2 - 14) = -12 ✗',
  'As a decimal?\nIt is 10/40 = 0.2 ✗',
  'How many trays of 5 for 11 cups?\nSo 11 / 5 = 4 trays ✗',
  'How long for 11 km?\nIt takes 11 / 5 = 3 hours ✗',
  'How many?\nHalf of 12 is 7 ✗',
  'How many?\nThe sum of 4, 5 and 9 is 19 ✗',
  'How many?\nSubtract 6 from 27 to get 20 ✗',
  'How long?\nThey are 3 m + 20 cm = 302 cm long ✗',
  'How many?\nShe buys 3 dozen eggs = 30 eggs ✗',
  'Add them.\n700000000000000000001 + 1 = 700000000000000000003 ✗',
  'She had 60 cards and gave 7 away. How many are left?\nThere are 60 - 7 = 52 cards ✗',
  'Twelve bags hold 5 each. How many?\n12 * 5 = 70 ✗',
  'How many butterflies are yellow if 6 are in all and blue ones are twice as many?\nThere are 6 / 3 = 3 yellow ones ✗',
  'Choose: options: a ) 40 , b ) 42 , c ) 44\n6 \\times 7 = 43 ✗\n43 - 2 = 41',
];

const PASSED: readonly string[] = [
  'When does it end?\n18:45 + 2:30 = 21:15',
  'How many trays of 5 for 11 cups?\nSo 11 / 5 = 2 trays are full',
  'How many trays of 5 for 11 cups?\nSo 11 / 5 = 3 trays',
  'To the nearest dollar?\nIt is $126 + $6.3 = $132',
  'How did it go?\nHe made $1800 - $2000 = $200 less',
  'The price is reduced by 75% to 19.50.\nSo x - 75% = 19.50\nx = 19.50 / 0.25 = 78',
  'What do 8 packs cost?\nShe spent 8 packs of 5 bags * $4/pack = $32',
  'How many?\n3 + 4 = 7 × 2 = 14',
  'As a decimal?\n1/3 = 0.3\n2/3 = 0.67',
  'She had 62 cards and gave 7 away. How many are left?\nShe had 62 and gave 7, so 60 - 7 = 55 are left',
  'A tray takes 80 cookies. How many for 3?\n8 * 3 = 240 cookies',
  'She runs 6 miles an hour. How long for 3 miles?\nIt takes 6/3 = .5 hour',
  'Cans hold 8 oz and cost half a dollar. What do 80 oz cost?\nHe needs 80 / 8 = 10 cans\nHe pays $5 because 10 x .5 = 10',
  'A dog is 45 inches long, its tail half its body.\nb + b/2 = 45\nSo 3b = 90\nb = 300\nThe body is 30 inches long, and 30 / 2 = 15',
  'Divide.\n3/4 ÷ 1/2 = 3/4 × 2/1 = 6/4 = 3/2',
  'Divide $5/6 / 2/3$.\n$5/6 / 2/3 = 5/4$',
  'Divide.\n60 / 5 / 3 = 4',
  'Divide.\n12 ÷ 3/4 = 16',
  'As a decimal?\n1 / 2 % = 1 / 2 / 100 = 0.005',
  'How far?\n$45 \\mathrm{~km} = 45000 \\mathrm{~m}$',
  'What area?\n$a = 40 \\times 40$\n$= 1600 \\mathrm{~m}^2$',
  'What is x if x + 2 y = 20 and y = 5 ?\n2y = 10\nx = 20 - 10 = 10',
  'Solve for x : 8 x - 40 + 2 x = 5 + 10 - x\nCombine like terms: 10x - 40 = 15 - x',
  'How fast?\nAfter 3 seconds: z = 3^2 + 2*3 = 9 + 6 = 15 km/h.\nAfter 6 seconds: z = 6^2 + 2*6 = 36 + 12 = 48 km/h.',
  'What is the mean of both?\nIt is (2a + 16 + 3a - 8) / 2 = 5a + 8 / 2 = (5a + 8) / 2',
  'How wide?\n\\text { radius } = r\n\\text { height } = 6 r',
  'How many of each?\nlarge ones $=x$ small ones $=y$',
  'The ratio?\nx: y = 3 = 2\n7 = 4',
  'How fast?\n54 km/hr = \\frac{54000}{60 \\times 60} = 15 \\mathrm{~m} / \\mathrm{sec}',
  'Choose: options: a ) 70 , b ) 320 , c ) 500\n(1420 - 1280) \\div 2 = 320',
];

describe('calculations', () => {
  test.each(FLAGGED)('flags %s', check);
  test.each(PASSED)('passes %s', check);
});

/** The lines with a wrong result, and what is right with it carried through in the student's own way of writing. */
const CARRIED: readonly (readonly [string, readonly string[], string])[] = [
  ['Add, then subtract from 2.\n1/2 + 1/3 = 2/5\n2 - 2/5 = 8/5', ['1/2 + 1/3 = 5/6', '2 - 5/6 = 7/6'], '7/6'],
  [
    'Add.\n$\\frac{1}{2} + \\frac{1}{3} = \\frac{2}{5}$\n$2 - \\frac{2}{5} = \\frac{8}{5}$',
    ['$\\frac{1}{2} + \\frac{1}{3} = \\frac{5}{6}$', '$2 - \\frac{5}{6} = \\frac{7}{6}$'],
    '7/6',
  ],
  ['Add.\n2 1/2 + 1 3/4 = 3 4/6', ['2 1/2 + 1 3/4 = 5/2 + 7/4', '= 10/4 + 7/4', '= 17/4', '= 4 1/4'], '4 1/4'],
  ['Sum?\nHe pays 5 × $1.20 = $6.50', ['He pays 5 × $1.20 = $6.00'], '6.00'],
  [
    'How much?\nIt is $19.98 + $4.50 = $23.48\nLess a tenth: $23.48 x 0.9 = $21.13',
    ['It is $19.98 + $4.50 = $24.48', 'Less a tenth: $24.48 x 0.9 = $22.03'],
    '22.03',
  ],
  ['Work out.\n3 + 4 × 2 - (6 - 1) = 14 - 5\n= 9', ['3 + 4 × 2 - (6 - 1) = 3 + 4 × 2 - 5', '= 3 + 8 - 5', '= 6'], '6'],
];

describe('a right result is carried through', () => {
  test.each(CARRIED)('%s', (text, steps, answer) => {
    const { finding } = checkText(text);
    expect(finding).toMatchObject({ kind: 'mistake', correction: { correctSteps: steps, answer } });
  });
});

/** A wrong line, and what is said of it. */
const TOLD: readonly (readonly [string, string])[] = [
  ['12 + 3 = 18 - 2', '12 + 3 is 15, not 16'],
  ['$84.60 + $8.46 = $92.06', '$84.60 + $8.46 is 93.06, not 92.06'],
  ['1/2 + 1/3 = 2/5', '1/2 + 1/3 is 5/6, not 2/5'],
  ['20 / 3 = 6.76', '20/3 is 6.66667, not 6.76'],
];

describe('the witness says what comes out', () => {
  test.each(TOLD)('%s', (line, told) => {
    const { finding } = checkText(`How much?\n${line}`);
    expect(finding.kind === 'mistake' && finding.correction.witness && describeWitness(finding.correction.witness)).toBe(told);
  });
});
