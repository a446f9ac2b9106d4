import { gcd, isStatement, num, quotient, writtenNumber } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';

/** 4/8 → 2/8 or 4/4: a common factor taken out of one part only. */
const oneSideReduced: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'quotient') return [];
  const [above, below] = [writtenNumber(node.num), writtenNumber(node.den)];
  if (above?.d !== 1n || below?.d !== 1n || below.n <= 0n || above.n === 0n) return [];
  const common = gcd(above.n, below.n);
  const terms = { a: node.num, b: node.den };
  return [2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n, common]
    .filter((factor, i, all) => factor > 1n && common % factor === 0n && all.indexOf(factor) === i)
    .flatMap(factor => [
      { wrong: quotient(num(above.n / factor), node.den), terms: { ...terms, k: num(factor) } },
      { wrong: quotient(node.num, num(below.n / factor)), terms: { ...terms, k: num(factor) } },
    ]);
};

/** Fractions of numbers and of terms. */
export const fractions = family('fractions', 'local', [
  {
    id: 'mediant-addition',
    ref: 'FRA-01',
    name: 'tops and bottoms added separately',
    prior: 0.85,
    wrong: [
      'a/b + c/p → (a + c)/(b + p)',
      'a/b - c/p → (a - c)/(b - p)',
      'a/b - c/p → (a - c)/(b + p)',
      'a/b + c/p + g/h → (a + c + g)/(b + p + h)',
    ],
    why: 'Fractions are added over a common denominator: in {site} the parts have different sizes, so tops and bottoms cannot be added separately.',
    ask: 'Which denominator can both fractions in {site} be written with?',
    elsewhere: '1/2 + 1/2 = 1, but adding tops and bottoms would give 2/4 = 1/2.',
  },
  {
    id: 'numerators-kept',
    ref: 'FRA-02',
    name: 'common denominator found, numerators left as they were',
    prior: 0.75,
    wrong: ['a/m + c/n → (a + c)/lcm(m, n)', 'a/m - c/n → (a - c)/lcm(m, n)', 'a/m + c/n → (a + c)/(m*n)', 'a/m - c/n → (a - c)/(m*n)'],
    why: 'When the denominator of a fraction is multiplied, its numerator must be multiplied too. In {site} the numerators were added as they stood.',
    ask: 'If the denominator {m} becomes the common one, by what must {a} be multiplied?',
    elsewhere: '1/3 + 1/6 = 2/6 + 1/6 = 3/6, not 2/6.',
  },
  {
    id: 'equal-denominators-added',
    ref: 'FRA-03',
    name: 'equal denominators added',
    prior: 0.8,
    wrong: 'a/b + c/b → (a + c)/(b + b)',
    why: 'The denominator says how large the parts are, and in {site} they are all the same size. Only the numbers of parts are added.',
    ask: 'Do the parts change their size when {a} of them are put together with {c} more?',
    elsewhere: '1/5 + 2/5 = 3/5, not 3/10.',
  },
  {
    id: 'whole-multiplies-both',
    ref: 'FRA-04',
    name: 'whole number multiplied into top and bottom',
    prior: 0.7,
    wrong: ['k*(a/b) → (k*a)/(k*b)', 'k/m*a → (k*a)/(m*a)', 'k*m/n → (k*m)/(k*n)'],
    why: 'Multiplying top and bottom by the same number leaves the fraction as it was. In {site} only the numerator is multiplied.',
    ask: 'What is the value of a fraction after top and bottom are multiplied by the same number?',
    elsewhere: '4·(1/5) = 4/5, not 4/20.',
  },
  {
    id: 'inverted-dividend',
    ref: 'FRA-05',
    name: 'first fraction turned over instead of the second',
    prior: 0.65,
    wrong: '(a/b)/(c/p) → (b/a)*(c/p)',
    why: 'To divide by {c/p}, multiply by its reciprocal; the first fraction stays as it is.',
    ask: 'In {site}, which of the two fractions is the one you divide by?',
    elsewhere: '1/2 ÷ 3/4 = 1/2·4/3 = 2/3.',
  },
  {
    id: 'divided-without-inverting',
    ref: 'FRA-06',
    name: 'divided by a fraction without turning it over',
    prior: 0.65,
    wrong: '(a/b)/(c/p) → (a*c)/(b*p)',
    why: 'Dividing by {c/p} is multiplying by its reciprocal. In {site} it was multiplied as it stands.',
    ask: 'What must {c/p} be multiplied by to give 1?',
    elsewhere: '1/2 ÷ 1/4 = 1/2·4 = 2: two quarters fit into a half.',
  },
  {
    id: 'product-cross-multiplied',
    ref: 'FRA-07',
    name: 'fractions multiplied crosswise',
    prior: 0.6,
    wrong: ['(a/b)*(c/p) → (a*p)/(b*c)', 'a/b*c/p → (a*p)/(b*c)'],
    why: 'Fractions are multiplied straight across: top by top and bottom by bottom. Going crosswise is dividing.',
    ask: 'What is {a} multiplied by on the top of {site}?',
    elsewhere: '1/2·3/5 = 3/10, not 5/6.',
  },
  {
    id: 'reduced-one-part',
    ref: 'FRA-08',
    name: 'only one part of the fraction reduced',
    prior: 0.55,
    wrong: oneSideReduced,
    why: 'A fraction keeps its value only when top and bottom are divided by the same number. In {site} one part was divided and the other was left.',
    ask: 'If {a} is divided by {k}, what must happen to {b}?',
    elsewhere: '6/9 = 2/3: both parts are divided by 3.',
  },
  {
    id: 'whole-joined-to-numerator',
    ref: 'FRA-11',
    name: 'whole number put straight onto the numerator',
    prior: 0.85,
    wrong: ['a - b/c → (a - b)/c', 'a + b/c → (a + b)/c'],
    why: 'The whole number must first be written with the denominator {c}: in {site} it was joined to the numerator as it stands.',
    ask: 'How is {a} written as a fraction with the denominator {c}?',
    elsewhere: '2 - 1/5 = 10/5 - 1/5 = 9/5, not 1/5.',
  },
  {
    id: 'nested-fraction-regrouped',
    ref: 'FRA-18',
    name: 'nested fraction regrouped',
    prior: 0.6,
    wrong: ['a/(b/c) → (a/b)/c', '(a/b)/c → a/(b/c)'],
    why: 'Where the bracket stands matters in a fraction of fractions: {site} was read with the other grouping.',
    ask: 'In {site}, which division is done first?',
    elsewhere: '8/(4/2) = 8/2 = 4, but (8/4)/2 = 1.',
  },
  {
    id: 'fraction-of-as-unit-fraction',
    ref: 'FRA-19',
    name: 'numerator left out when taking a fraction of a number',
    prior: 0.6,
    tier: 'numbers',
    wrong: ['(k/m)*n → n/m', 'k*n/m → n/m'],
    why: '{site} means {k} parts of that size, and only one of them was taken.',
    ask: 'How large is one part when {n} is cut into {m}, and how many such parts are asked for?',
    elsewhere: '3/4 of 8: one quarter is 2, so three quarters are 6.',
  },
  {
    id: 'fraction-power-doubles',
    ref: 'FRA-20',
    name: 'power of a fraction multiplies its parts',
    prior: 0.6,
    wrong: '(a/b)^n → (n*a)/(n*b)',
    why: 'The exponent in {site} says how often the fraction is a factor; it does not multiply the parts.',
    ask: 'How would you write {site} as a product of equal fractions?',
    elsewhere: '(3/5)^2 = 3/5·3/5 = 9/25.',
  },
]);
