import type { Expr } from '../../math/expr.ts';
import { isStatement, negate, num, product, sum } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';
import type { SlipKind } from '../slips.ts';

function ofSum(rewrite: (terms: readonly Expr[], i: number) => readonly Expr[] | null): Rewrite {
  return node => {
    if (isStatement(node) || node.kind !== 'sum') return [];
    return node.terms.flatMap((term, i) => {
      const terms = rewrite(node.terms, i);
      return terms ? [{ wrong: sum(terms), terms: { a: term } }] : [];
    });
  };
}

const termDropped = ofSum((terms, i) => terms.toSpliced(i, 1));
const termDoubled = ofSum((terms, i) => {
  const term = terms[i];
  return term ? terms.toSpliced(i, 0, term) : null;
});
const signChanged = ofSum((terms, i) => {
  const term = terms[i];
  if (!term) return null;
  return terms.with(i, term.kind === 'negate' ? term.arg : negate(term));
});

const exponentDropped: Rewrite = node =>
  !isStatement(node) && node.kind === 'power' ? [{ wrong: node.base, terms: { a: node.base, n: node.exponent } }] : [];

const digitsSwapped: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'number' || node.value.d !== 1n || node.value.n < 0n) return [];
  const digits = node.value.n.toString();
  return [...digits].flatMap((digit, i) => {
    const next = digits[i + 1];
    if (next === undefined || next === digit) return [];
    return [{ wrong: num(BigInt(digits.slice(0, i) + next + digit + digits.slice(i + 2))), terms: { a: node } }];
  });
};

const operationSwapped: Rewrite = node => {
  if (isStatement(node)) return [];
  if (node.kind === 'sum') {
    const [a, b] = node.terms;
    return a && b && node.terms.length === 2 ? [{ wrong: product([a, b.kind === 'negate' ? b.arg : b]), terms: { a, b } }] : [];
  }
  if (node.kind === 'product') {
    const [a, b] = node.factors;
    return a && b && node.factors.length === 2
      ? [
          { wrong: sum([a, b]), terms: { a, b } },
          { wrong: sum([a, negate(b)]), terms: { a, b } },
          { wrong: { kind: 'quotient', num: a, den: b, bar: true, span: node.span }, terms: { a, b } },
        ]
      : [];
  }
  if (node.kind === 'quotient') {
    return [
      { wrong: product([node.num, node.den]), terms: { a: node.num, b: node.den } },
      { wrong: sum([node.num, negate(node.den)]), terms: { a: node.num, b: node.den } },
    ];
  }
  return [];
};

/** Slips that change the line above before anything is worked out. They compete with the rules at a lower prior. */
export const copying = family('slips', 'slip', [
  {
    id: 'term-dropped',
    ref: 'SLIP-04',
    name: 'a term lost',
    prior: 0.25,
    wrong: termDropped,
    why: 'The term {a} of {site} is missing.',
    ask: 'Compare the line with the one above, term by term: is each of them still there?',
    elsewhere: 'In 3x + 2 - 5x = 7 all three terms on the left must be carried on.',
  },
  {
    id: 'term-duplicated',
    ref: 'SLIP-07',
    name: 'a term counted twice',
    prior: 0.15,
    wrong: termDoubled,
    why: 'The term {a} of {site} was counted twice.',
    ask: 'How often does each term stand in the line above?',
    elsewhere: 'In 3x + 2 - 5x = 7 the 2 counts once.',
  },
  {
    id: 'sign-miscopied',
    ref: 'SLIP-03',
    name: 'a sign changed on the way',
    prior: 0.3,
    wrong: signChanged,
    why: 'The sign of {a} in {site} changed from one line to the next.',
    ask: 'Which sign stands in front of each term in the line above?',
    elsewhere: 'In 4 - 3x the 3x is taken away; the minus sign goes with it.',
  },
  {
    id: 'exponent-dropped',
    ref: 'SLIP-05',
    name: 'an exponent lost',
    prior: 0.3,
    wrong: exponentDropped,
    why: 'The exponent {n} of {site} got lost.',
    ask: 'Which exponents stand in the line above, and are they all accounted for?',
    elsewhere: '3·2^2 is 3·4, not 3·2.',
  },
  {
    id: 'digits-swapped-copying',
    ref: 'SLIP-02',
    name: 'digits swapped in copying',
    prior: 0.2,
    wrong: digitsSwapped,
    why: 'Two digits of {a} changed places from one line to the next.',
    ask: 'Compare the numbers with the line above, digit by digit.',
    elsewhere: '13 and 31 have the same digits and are different numbers.',
  },
  {
    id: 'operation-swapped',
    ref: 'SLIP-01',
    name: 'another operation carried out',
    prior: 0.25,
    wrong: operationSwapped,
    why: 'In {site} another operation was carried out than the one that is written.',
    ask: 'Which sign stands between {a} and {b} in the line above?',
    elsewhere: '6·2 = 12, 6 + 2 = 8, 6 - 2 = 4 and 6/2 = 3: the sign decides.',
  },
]);

/** One number of the result is wrong: recognised from the right and the written number, see `slips.ts`. */
export const results = family('slips', 'slip', [
  {
    id: 'result-sign',
    ref: 'SLIP-01',
    name: 'sign of the result',
    prior: 0.3,
    wrong: [],
    why: 'The size {b} is right, its sign is not.',
    ask: 'Which signs go into this number, and which sign must come out?',
    elsewhere: '3 - 8 = -5, not 5.',
  },
  {
    id: 'result-digits-swapped',
    ref: 'SLIP-02',
    name: 'digits of the result swapped',
    prior: 0.3,
    wrong: [],
    why: 'The digits of {b} stand in the wrong order.',
    ask: 'Work the number out once more: which digit is the tens and which the ones?',
    elsewhere: '6·9 = 54, not 45.',
  },
  {
    id: 'result-off-by-one',
    ref: 'SLIP-01',
    name: 'one too many or too few',
    prior: 0.28,
    wrong: [],
    why: '{b} is off by one.',
    ask: 'Work it out once more and check with the opposite operation: do you come back?',
    elsewhere: '8 + 5 = 13; to check, 13 - 5 = 8.',
  },
  {
    id: 'result-off-by-ten',
    ref: 'SLIP-01',
    name: 'a ten, hundred or thousand too many or too few',
    prior: 0.28,
    wrong: [],
    why: '{b} is off by a whole ten, hundred or thousand: a carry may have been lost or added.',
    ask: 'Where does a column go over ten, and was it carried?',
    elsewhere: '38 + 25 = 63, not 53.',
  },
  {
    id: 'decimal-point-moved',
    ref: 'SLIP-01',
    name: 'decimal point in the wrong place',
    prior: 0.3,
    wrong: [],
    why: 'The digits of {b} are right; it is ten, a hundred or a thousand times too large or too small.',
    ask: 'About how large must the result be? Round the numbers and estimate.',
    elsewhere: '0.4·0.2 = 0.08: two decimal places go in, two come out.',
  },
  {
    id: 'result-digit-wrong',
    ref: 'SLIP-01',
    name: 'one digit of the result',
    prior: 0.22,
    wrong: [],
    why: 'One digit of {b} is wrong.',
    ask: 'Work it out once more, column by column: which digit comes out differently?',
    elsewhere: '47·3 = 141: 3·7 = 21, carry 2, then 3·4 + 2 = 14.',
  },
  {
    id: 'result-term-lost',
    ref: 'SLIP-04',
    name: 'a term lost',
    prior: 0.22,
    wrong: [],
    why: 'A term with {a} is missing from this line.',
    ask: 'Which terms does the line above lead to, and are they all there?',
    elsewhere: '(x + 1)(x + 2) leads to terms with x^2, with x and without.',
  },
  {
    id: 'result-term-added',
    ref: 'SLIP-07',
    name: 'a term too many',
    prior: 0.18,
    wrong: [],
    why: 'The term with {a} does not come from the line above.',
    ask: 'Where in the line above does each term come from?',
    elsewhere: '(x + 3)(x - 3) has no term with x: the two cancel.',
  },
  {
    id: 'result-letters-changed',
    ref: 'SLIP-05',
    name: 'a letter or an exponent of one term changed',
    prior: 0.3,
    wrong: [],
    why: 'One term has the right number but not the right letters or exponents.',
    ask: 'Count the letters of each term: which of them come from which factor?',
    elsewhere: '(2a)(3a) = 6a^2: two factors a go in, two come out.',
  },
  {
    id: 'calculation-slip',
    ref: 'SLIP-01',
    name: 'a miscalculation',
    prior: 0.12,
    wrong: [],
    why: 'Here {w} stands where {r} comes out.',
    ask: 'Work this number out once more, by another way if you can: what do you get?',
    elsewhere: '7·6 = 42: 7·5 = 35 and one more 7.',
  },
]);

export const RESULT_RULES: Readonly<Record<SlipKind, string>> = {
  sign: 'result-sign',
  'digits-swapped': 'result-digits-swapped',
  'off-by-one': 'result-off-by-one',
  'off-by-ten': 'result-off-by-ten',
  'point-moved': 'decimal-point-moved',
  'digit-wrong': 'result-digit-wrong',
  'term-lost': 'result-term-lost',
  'term-added': 'result-term-added',
  letters: 'result-letters-changed',
  number: 'calculation-slip',
};
