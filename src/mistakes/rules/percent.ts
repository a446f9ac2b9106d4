import { isStatement, num, writtenNumber } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';

/** 5 % → 0.5. */
const oneDecimalPlace: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'percent') return [];
  const value = writtenNumber(node.arg);
  return value
    ? [
        { wrong: num(value.n, value.d * 10n), terms: { k: node.arg } },
        { wrong: node.arg, terms: { k: node.arg } },
      ]
    : [];
};

/** Percent as far as a line of calculation shows it. */
export const percent = family('percent', 'numbers', [
  {
    id: 'percent-to-decimal',
    ref: 'RAT-05',
    name: 'percent turned into the wrong decimal',
    prior: 0.75,
    wrong: oneDecimalPlace,
    why: 'Percent means hundredths: {site} is {k} divided by 100.',
    ask: 'How many hundredths are {site}?',
    elsewhere: '7 % = 0.07, and 70 % = 0.7.',
  },
  {
    id: 'percents-added',
    ref: 'RAT-02',
    name: 'percent of a percent added',
    prior: 0.65,
    wrong: ['(k%)*(m%) → (k + m)%'],
    why: 'A percentage of a percentage is a product: only {m}% of the {k}% are taken.',
    ask: 'What is half of {k}%?',
    elsewhere: '50 % of 50 % is 25 %, not 100 %.',
  },
  {
    id: 'successive-percents-added',
    ref: 'RAT-01',
    name: 'successive percentage changes added',
    prior: 0.7,
    wrong: ['(1 + a)*(1 - b) → 1 + a - b', '(1 + a)*(1 + b) → 1 + a + b', '(1 - a)*(1 - b) → 1 - a - b'],
    why: 'The second change is taken of what the first one left, so the factors are multiplied, not the percentages added.',
    ask: 'Of which amount is the second percentage taken?',
    elsewhere: '50 % more and then 50 % less is 1.5·0.5 = 0.75 of the beginning.',
  },
  {
    id: 'compound-as-simple',
    ref: 'RAT-19',
    name: 'compound growth taken as simple',
    prior: 0.65,
    wrong: ['(1 + a)^n → 1 + a*n', '(1 - a)^n → 1 - a*n'],
    why: 'Each period grows from what the one before left: the growth itself grows too.',
    ask: 'From which amount does the second period start?',
    elsewhere: '10 % growth twice is 1.1·1.1 = 1.21, not 1.20.',
  },
]);
