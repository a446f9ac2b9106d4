import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../../src/correction/check.ts';
import { ruleById } from '../../../src/mistakes/catalogue.ts';
import { readRow } from '../../../src/solution/read.ts';

/** Problem | wrong lines, `;` between them | right lines, the last number their answer : rule. */
const NAMED = `
  Mia buys 6 packs of 4 pens. How many pens has she? | 6 + 4 = 10 | 6 * 4 = 24 : wrong-operation
  A bakery makes 48 rolls and sells 31. How many are left? | 48 + 31 = 79 | 48 - 31 = 17 : wrong-operation
  Tom has 7 cards and Ana has 3 times as many. How many has Ana? | 7 + 3 = 10 | 7 * 3 = 21 : added-for-times
  Eva is 14. She is 5 years older than Jo. How old is Jo? | 14 + 5 = 19 | 14 - 5 = 9 : comparison-reversed
  Leo runs 24 km, twice as far as Kim. How far does Kim run? | 24 * 2 = 48 | 24 / 2 = 12 : comparison-reversed
  A film lasts 180 minutes. How many hours is that? | 180 * 60 = 10800 | 180 / 60 = 3 : conversion-inverted
  A tap gives 6 litres a minute for 2 hours. How many litres is that? | 6 * 2 = 12 | 6 * 2 * 60 = 720 : unit-not-converted
  How many hours do 3 days have? | 3 * 20 = 60 | 3 * 24 = 72 : conversion-number-wrong
  A train at a speed of 80 km per hour drives 320 km. How long? | 320 * 80 = 25600 | 320 / 80 = 4 : speed-formula-mixed
  A coat of $50 is 20% off. What does it cost? | 0.2 * 50 = 10 | 0.8 * 50 = 40 : percent-part-for-rest
  5% of 60 people came late. How many is that? | 0.5 * 60 = 30 | 0.05 * 60 = 3 : percent-as-number
  Rosa plants a tree every 5 m along a road of 40 m, with trees at both ends, for $9 each. What do they cost? | 40 / 5 = 8; 8 * 9 = 72 | 40 / 5 + 1 = 9; 9 * 9 = 81 : counted-off-by-one
  Jan saws a beam of 24 m into pieces of 4 m. How many cuts does he make? | 24 / 4 = 6 | 24 / 4 - 1 = 5 : counted-off-by-one
  5 boys have 3 pens each and 2 girls have 4 pens each. How many have the boys? | 5 * 4 = 20 | 5 * 3 = 15 : wrong-quantity
  A shop has 80 pens and gets 40 more. It sells packs of 8 for $3 each. What do they bring? | 80 + 40 = 120; 80 / 8 = 10; 10 * 3 = 30 | 80 + 40 = 120; 120 / 8 = 15; 15 * 3 = 45 : earlier-result-not-used
  A farm has 45 hens and 17 ducks. How many birds? | 54 + 17 = 71 | 45 + 17 = 62 : number-miscopied
  A shirt costs $30 and a cap $12. What do both cost? | 30 + 12 + 9 = 51 | 30 + 12 = 42 : number-from-nowhere
  There are 12 red and 8 blue marbles in a bag. How many are in 3 bags? | 12 + 8 = 20; 20 * 3 * 8 = 480 | 12 + 8 = 20; 20 * 3 = 60 : number-used-twice
  Bus 14 takes 3 classes of 25 pupils. How many pupils? | 3 * 25 + 14 = 89 | 3 * 25 = 75 : number-not-needed
  Two tickets of $8 and a drink of $3 are bought. How much is it? | 2 * 8 = 16 | 2 * 8 + 3 = 19 : quantity-left-out
  20 pupils share 4 tables. How many sit at each? | 4 / 20 = 0.2 | 20 / 4 = 5 : division-reversed
`;

const rows = NAMED.trim()
  .split('\n')
  .map(row => {
    const [text = '', rule = ''] = row.split(' : ');
    const [problem = '', wrong = '', right = ''] = text.split(' | ');
    return { problem, wrong, right, rule };
  });

describe('word problems', () => {
  test.each(rows)('$rule: $problem', ({ problem, wrong, right, rule }) => {
    const reference = right.split('; ');
    const answer = right.slice(right.lastIndexOf('=') + 1).trim();
    const { solution } = readRow({ id: 'story', problem, steps: wrong.split('; '), answer, reference_solution: reference.join('\n') });
    const { finding } = checkSolution(solution);
    expect(finding.kind).toBe('mistake');
    if (finding.kind !== 'mistake') return;
    const { mistake, explanation, hints } = finding.correction;
    expect(mistake).toBe(rule);
    const named = ruleById(rule);
    if (named?.tier !== 'story') return;
    expect(explanation).toContain(named.why);
    expect(hints.find(({ rung }) => rung === 'principle')?.text).toBe(named.ask);
    const example = hints.find(({ rung }) => rung === 'elsewhere')?.text;
    expect(example).not.toMatch(new RegExp(`\\b${answer}\\b`));
    if (!new RegExp(`\\b${answer}\\b`).test(named.elsewhere)) expect(example).toBe(`Elsewhere: ${named.elsewhere}`);
  });
});
