import { describe, expect, it } from 'vitest';
import { judgeChain } from '../../src/math/compare.ts';
import { readRow } from '../../src/solution/read.ts';
import { shown } from './check.ts';

const claimsOf = (sentence: string) => readRow({ id: '1', problem: '', steps: [sentence] }).solution.steps[0]?.claims ?? [];

function check(sentence: string, expected: readonly string[]): void {
  expect(claimsOf(sentence).map(shown)).toEqual(expected);
}

/** Sentences whose calculations are read, and hold. */
const HOLDS: readonly (readonly [string, ...string[]])[] = [
  ['So 12 × 3 = 36 apples, and 36 - 5 = $31.', '12 × 3 = 36', '36 - 5 = $31'],
  ['That leaves 14 tbs - 4 tbs = 10 tbs of sugar', '14 tbs - 4 tbs = 10'],
  ['It costs $5*3=$15 in all.', '$5*3=$15'],
  ['20% of 50 is 10.', '20% of 50 is 10'],
  ['Then 2 x 3 = 6 and 2x4=8.', '2 x 3 = 6', '2x4=8'],
  ['4 weeks/month x 2 months = 8 weeks', '4 weeks/month x 2 months = 8'],
  ['They hold 5 boxes * 12 apples/box = 60 apples', '5 boxes * 12 apples/box = 60'],
  ['$780/year / 12 months/year = $65/month', '$780/year / 12 months/year = $65'],
  ['So 10 / 2 people = 5/person', '10 / 2 people = 5'],
  ['In words, two times 5 = 10', 'two times 5 = 10'],
  ['Tim has 5+3=8 marbles', '5+3=8'],
  ['He has 16-4 = <<16-4=12>>12 left', '16-4 = <<16-4=12>>12'],
  ['3 hours * $10/hour = $30', '3 hours * $10/hour = $30'],
  ['It is (130,000 (initial investment) * 1.5 = $195,000', '130,000 (initial investment) * 1.5 = $195,000'],
  ['180 (Toulouse) + 80 (Lyon) + 20 (Metz) = 280 sheep', '180 (Toulouse) + 80 (Lyon) + 20 (Metz) = 280'],
  ['A mix of 5 1/2 + 1/2 = 6 cups', '5 1/2 + 1/2 = 6'],
  ['Total cost = 3 * 4 = 12', '3 * 4 = 12'],
  ['12 pens at $2 per pen = 12 * 2 = $24', '12 pens at $2 per pen = 12 * 2 = $24'],
  ['So four times four equals 16 and it fits', 'four times four equals 16'],
  ['He used 250 plus 300 plus 150 equals 700 feet', '250 plus 300 plus 150 equals 700'],
  ['That is 5 * 4, which is 20, so far', '5 * 4, which is 20'],
  ['Then 20 - 5 leaves 15', '20 - 5 leaves 15'],
  ['They are 3 + 4 + 5 for a total of 12', '3 + 4 + 5 for a total of 12'],
  ['Half of 12 is 6.', 'Half of 12 is 6'],
  ['A third of 9 = 3', 'A third of 9 = 3'],
  ['half of 12 + 3 = 9', 'half of 12 + 3 = 9'],
  ['So the sum of 4, 5, and 9 is 18', 'the sum of 4, 5, and 9 is 18'],
  ['The difference between 4 and 10 is 6', 'The difference between 4 and 10 is 6'],
  ['Twice 7 is 14, and we go on', 'Twice 7 is 14'],
  ['Multiply 6 by 7 to get 42', 'Multiply 6 by 7 to get 42'],
  ['Subtract 6 from 27 to get 21', 'Subtract 6 from 27 to get 21'],
  ['It takes 440/(55/3) = 24 seconds', '440/(55/3) = 24'],
  ['3 weeks = 3 * 7 = 21 days', '3 * 7 = 21'],
  ['The area is 8*8 = 64 cm^2 and 6 * (4 cm * 4 cm) = 96 cm²', '8*8 = 64', '6 * (4 cm * 4 cm) = 96'],
  ['They have 40/5=8 vans, or 8*5=40 seats', '40/5=8', '8*5=40'],
  ['He gets 3 * 4 = about 12', '3 * 4 = about 12'],
  ['Now 5+3 = eight apples', '5+3 = eight'],
  ['Day 3:100+20=120', '100+20=120'],
  ['She makes 5 + 3 = 8 - so she has 8', '5 + 3 = 8'],
  ['On 3/4/2024 at 10:30, 5 + 3 = 8', '5 + 3 = 8'],
  ['10/50 * 100 = 20% of them', '10/50 * 100 = 20%'],
  ['So 100% - 20% = 80 are left', '100% - 20% = 80'],
  ['It takes 2 hours * 60 minutes = 120 minutes', '2 hours * 60 minutes = 120 minutes'],
  ['So 2 hours + 30 minutes = 150 minutes', '2 hours + 30 minutes = 150 minutes'],
  ['He is 5 feet 3 inches = 63 inches tall', '5 feet 3 inches = 63 inches'],
  ['It lasts 2 hours and 30 minutes + 45 minutes = 3 hours and 15 minutes', '2 hours and 30 minutes + 45 minutes = 3 hours and 15 minutes'],
  ['That is 6 hours = 360 minutes', '6 hours = 360 minutes'],
  ['He lost 4 pounds - 6 ounces = 58 ounces', '4 pounds - 6 ounces = 58 ounces'],
  ['So 3 dozen + 5 = 41', '3 dozen + 5 = 41'],
  ['They need 600 x 30 = 18 000 watts', '600 x 30 = 18 000'],
  ['They have 3 dozen eggs = 36 eggs', '3 dozen eggs = 36'],
  ['He is left with 22 - 4 = 18', '22 - 4 = 18'],
  ['The answer is $9.', '$9'],
  ['#### 9', '9'],
  ['As √16 + 9 = 13 and 2² + 3² = 13 we stop', '√16 + 9 = 13', '2² + 3² = 13'],
  ['🍎🍎 3 + 4 = 7 é́ then 2 + 2 = 4', '3 + 4 = 7', '2 + 2 = 4'],
  ['1. First 3 + 4 = 7', '3 + 4 = 7'],
  ['He has $12$ + $5$ = $17$ marbles', '12$ + $5$ = $17'],
];

/** Sentences where it is doubtful what is meant: a claim that is never judged. Every number in them could be made to look wrong. */
const DOUBTFUL: readonly string[] = [
  'half of 12 + 4 = 8',
  'twice 5 + 3 = 16',
  'a total of 3 dozen = 36',
  'This is 5 more than 3 x 4 = 17',
  'A third of 9 + 6 = 5',
  'The square root of 16 + 9 = 5',
  'The sum of 5 and 3 * 4 = 32',
  'Tickets for ages 10-12 = 5 dollars',
  'So 7/2 = 3 remainder 1',
  'It makes 13 / 6 = 2 full turns with a remainder of 1',
  '3 dozen eggs = 30 dollars',
  'It fits 23 / 4 = 5 full boxes',
  'He sold 5 hundred in all, 2 * 3 = 600',
  'Multiply it by 3 + 4 = 21',
  'Together with 5 + 3 = 12',
  'In 2010 sales + 5 = 12',
  'Add 5 to 3 * 4 = 32',
  'Each of the 3 12-ounce cans = 36 ounces',
  'It can store 2400 / 200 = 12 200-kilobyte videos',
  'Use 3 two-liter bottles + 4 one-liter bottles = 10 liters',
  'It lasts 12 x 1 and 1/4 = 15 minutes',
  'So 4/7 is equal to $24',
  'So 40% = 20 pupils',
  'From 11:00 - 8:00 = 3 hours',
  '5 each for 3 friends + 2 = 17',
  'The tax + 5 = 8',
  'He eats 25 / 1/3 = 75 of them',
  'The loss is 5 thousand a day, so 5 * 3 = $15,000',
  'It weighs 1,5 + 2 = 3,6 kg',
  'The sum 3/3 - 2/3 = 1/3 of $150',
  'It is .1(Number of Minutes) + 1 = .15(Number of Minutes)',
  'Substituting, e = 9 * 2 = 19',
  'He walks 3m × 4m = 13m',
  'On day 1 * 2 = 20',
  'It costs 240 * 25 (30 days - 5 Sundays) = 6000',
];

/** Sentences with numbers and no claim in them. */
const NO_CLAIM: readonly string[] = [
  'Tom is 4 - 5 years old',
  'On 3/4/2024 we met at 10:30, version 1.2.3, $5-10, call 555-123-4567, p. 12, score 3-2.',
  'see https://x.y/a=3+4=8 and `2+2=5`',
  'Bob said "2+2=5" and “3+3=7”',
  '3/4/2024 is 5 days later',
  'The score 3-2 is 1',
  '10 * 3 is 30 more than 5',
  'That 20 - 5 leaves 10 each',
  'Half of 40 is 4 rows of 5',
  '10 * 2 makes 4 teams of 5',
  '5 friends at 3 tables are 15',
  'mail a+b=c@example.com today',
  'He has 3 apples -> 5 pears',
  '',
];

/** Equations in sentences, their links and labels. */
const EQUATIONS: readonly (readonly [string, ...string[]])[] = [
  ['So 2x + 3 = 7 gives 2x = 4', '2x + 3 = 7', '2x = 4'],
  ['Now take 10 off: 8r = 32', '8r = 32'],
  ['Then 60 = 12w + 8w', '60 = 12w + 8w'],
  ['This means x=220+23-80=163 seeds', 'x=220+23-80=163'],
  ['Let x = 5 be the number.', 'given: x = 5'],
  ['= 12', 'continues: = 12'],
  ['Check: 3(2) + 1 = 7', 'check: 3(2) + 1 = 7'],
  ['From (1) and (2): 2x = 10', 'from(1,2): 2x = 10'],
  ['Substituting y = 3 into (1): x + 3 = 5', 'y = 3', 'from(1): x + 3 = 5'],
  ['(1) x + y = 5', 'x + y = 5 [1]'],
  ['So x = 3 or x = -2.', 'x = 3 or x = -2'],
  ['Hence x = 3 or -2.', 'x = 3 or -2'],
  ['So |x - 3| = 5', '|x - 3| = 5'],
  ['So x² = 9 ⇒ x = ±3', 'x² = 9', 'x = ±3'],
  ['We get $x = 3$ or $x = -2$', 'x = 3$ or $x = -2'],
  ['Dividing gives $\\frac{6}{2} = 3$, since $2 \\cdot 3 = 6$.', '\\frac{6}{2} = 3', 'given: 2 \\cdot 3 = 6'],
  ['So x = 2 and y = 3.', 'x = 2', 'y = 3'],
];

describe('a calculation in a sentence', () => {
  it.each(HOLDS)('is read where it stands: %s', (sentence, ...expected) => {
    check(sentence, expected);
    for (const { statement } of claimsOf(sentence)) expect(statement && judgeChain(statement).kind).toBe('holds');
  });

  it.each(DOUBTFUL)('is left unjudged where the words reach into it: %s', sentence => {
    const claims = claimsOf(sentence);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) {
      expect(claim.statement).toBeNull();
      expect(claim.problems.length).toBeGreaterThan(0);
    }
  });

  it.each(NO_CLAIM)('is not made of other numbers: %s', sentence => {
    check(sentence, []);
  });

  it.each([
    'He has 12 × 3 = 37 apples',
    '5 boxes * 12 apples/box = 61',
    'Pay $5*3=$16',
    '20% of 50 is 11.',
    'So 25% = 1/3',
    'two times 5 = 10, and 2 + 2 = 5',
    'So 3 m + 20 cm = 302 cm',
    'It takes 2 hours and 30 minutes + 45 minutes = 3 hours and 25 minutes',
    'That is 6 hours = 350 minutes',
    'It costs $5 - 20 cents = $4.60',
    'They have 3 dozen eggs = 30 eggs',
    'He works 25 days * 8 hours/day = 180 hours',
    'She vacuums 4 * 5 = 25 minutes for her whole house',
    'He is left with 22 - 4 = 16',
    'On the third day 6 * 2 = 14',
    'We sold 12 from the van + 27 from a bus = 40',
    'Because four times four equals 20',
    'That is 5 * 4, which is 25',
    'They are 3 + 4 + 5 for a total of 13',
    '90 bulbs at $.50 = $50.00',
    'It takes $450 / (75/100) = $580',
  ])('that is wrong is still read: %s', sentence => {
    const verdicts = claimsOf(sentence).map(({ statement }) => statement && judgeChain(statement).kind);
    expect(verdicts).toContain('fails');
  });
});

describe('an equation in a sentence', () => {
  it.each(EQUATIONS)('is read with what it hangs on: %s', (sentence, ...expected) => {
    check(sentence, expected);
  });
});
