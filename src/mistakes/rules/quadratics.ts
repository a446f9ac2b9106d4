import * as Q from '../../math/rational.ts';
import { equation, negate, num, quotient, sum, symbol } from '../build.ts';
import { fill, template } from '../pattern.ts';
import { family, type Rewrite } from '../rule.ts';
import { lettersIn, sidesOf } from '../sides.ts';
import { coefficients } from '../tidy.ts';

/** The rule that a value b² + 4ac is named by. */
export const DISCRIMINANT_SIGN = 'discriminant-sign';

/** Looked for also below a line that sets the factors to 0. */
export const ROOTS_WITH_FACTOR_SIGNS = 'roots-with-factor-signs';

/**
 * A slip in the formula for `a·x² + b·x + c = 0`: the line it would give, as a template in `a b c x`.
 * The equation is first brought to that form; `asWritten` reads c from the right side as it stands.
 */
function formula(source: string, asWritten = false): Rewrite {
  return node => {
    const sides = sidesOf(node, '=');
    const [name, ...others] = lettersIn(node);
    if (!sides || name === undefined || others.length > 0) return [];
    const [left, right] = sides;
    const whole = coefficients(asWritten ? sum([left, right]) : sum([left, negate(right)]));
    if (!whole || (asWritten && right.kind === 'number' && Q.isZero(right.value))) return [];
    const of = (key: string): Q.Rational => whole.get(key)?.coefficient ?? Q.ZERO;
    const [a, b, c] = [of(`${name}^2`), of(`${name}^1`), of('')];
    if (Q.isZero(a) || [...whole.keys()].some(key => key !== '' && key !== `${name}^1` && key !== `${name}^2`)) return [];
    const written = (value: Q.Rational) => num(value.n, value.d);
    const terms = { a: written(a), b: written(b), c: written(c), x: symbol(name) };
    return [{ wrong: fill(template(source), terms), right: fill(template('x = (-b ± sqrt(b^2 - 4*a*c))/(2*a)'), terms), terms }];
  };
}

/** √(x + 2) = x squared: right as a step, but only one way. */
const squaredOnly: Rewrite = node => {
  const sides = sidesOf(node, '=');
  if (!sides) return [];
  return [sides, [sides[1], sides[0]] as const].flatMap(([left, right]) =>
    left.kind === 'call' && left.fn === 'sqrt' && left.args[0]
      ? [
          {
            wrong: equation(left.args[0], { kind: 'power' as const, base: right, exponent: num(2), span: right.span }),
            terms: { a: left.args[0], b: right },
          },
        ]
      : [],
  );
};

/** (x² − 4)/(x − 2) = 0: only the numerator is looked at. */
const denominatorForgotten: Rewrite = node => {
  const sides = sidesOf(node, '=');
  if (!sides) return [];
  const [left, right] = sides;
  if (left.kind !== 'quotient') return [];
  if (right.kind === 'number' && Q.isZero(right.value)) return [{ wrong: equation(left.num, right), terms: { a: left.num, b: left.den } }];
  if (right.kind !== 'quotient') return [];
  return [{ wrong: equation(quotient(left.num, num(1)), right.num), terms: { a: left.num, b: left.den } }];
};

/** Quadratic and radical equations: roots lost, gained or misread. */
export const quadratics = family('quadratic equations', 'equation', [
  {
    id: 'divided-by-variable',
    ref: 'EQN-16',
    name: 'divided by the unknown, a root lost',
    prior: 0.9,
    wrong: [
      'x*a = x*b → a = b',
      'x*a = 0 → a = 0',
      'x^n = x*b → x^(n - 1) = b',
      'x^n = b*x^m → x^(n - m) = b',
      'k*x^2 = m*x → k*x = m',
      'k*x^2 + m*x = 0 → k*x + m = 0',
      'k*x^2 - m*x = 0 → k*x - m = 0',
    ],
    why: 'Dividing by {x} is allowed only when {x} is not 0, and 0 is a solution here: it was lost.',
    ask: 'Is the equation true when {x} is 0?',
    elsewhere: 'x^2 = 7x has the solutions 0 and 7: bring everything to one side and factor.',
  },
  {
    id: 'common-factor-cancelled',
    ref: 'EQN-17',
    name: 'common factor cancelled, a root lost',
    prior: 0.85,
    wrong: ['(u + v)*a = (u + v)*b → a = b', 'u*a = u*b → a = b', 'u*a = u → a = 1'],
    why: 'The factor {u} may be 0. Cancelling it loses the solutions that make it 0.',
    ask: 'For which values is the common factor 0, and do they solve the equation?',
    elsewhere: '(x - 2)x = 3(x - 2) has the solutions 3 and 2.',
  },
  {
    id: 'one-factor-only',
    ref: 'EQN-16',
    name: 'only one factor set to zero, a root lost',
    prior: 0.85,
    wrong: ['u*v = 0 → u = 0', 'k*u*v = 0 → u = 0'],
    why: 'A product is zero when either of its factors is: the other factor has a solution too.',
    ask: 'Which factors does the product have, and what makes each of them zero?',
    elsewhere: '(x - 1)(x + 6) = 0 means x = 1 or x = -6.',
  },
  {
    id: 'lost-solution',
    ref: 'EQN-16',
    name: 'a solution lost',
    wrong: [],
    why: 'Every solution of the line above must be kept.',
    ask: 'Which values solve the line above? Do all of them solve this line?',
    elsewhere: 'x^2 = 9x is true for 0 and for 9; x = 9 keeps only one of them.',
  },
  {
    id: 'extraneous-solution',
    ref: 'EQN-25',
    name: 'a solution that the problem does not have',
    wrong: [],
    why: 'A value that was found on the way must be put back into the problem.',
    ask: 'Put each value found into the equation of the problem: is it true?',
    elsewhere: '√x = -3 squared gives x = 9, but √9 is 3: there is no solution.',
  },
  {
    id: 'plus-minus-forgotten',
    ref: 'EQN-18',
    name: 'negative root forgotten',
    prior: 0.9,
    wrong: [
      'u^2 = a → u = sqrt(a)',
      'u^4 = a → u = a^(1/4)',
      'k*u^2 = a → u = sqrt(a/k)',
      'u^2 - a = 0 → u = sqrt(a)',
      'u^2 = a → u = -sqrt(a)',
      'u^2 = a^2 → u = a',
    ],
    why: 'Two numbers have the square {a}: one positive and one negative.',
    ask: 'Which numbers, squared, give {a}? Is there only one?',
    elsewhere: 'x^2 = 25 has the solutions 5 and -5.',
  },
  {
    id: 'root-before-isolating',
    ref: 'EQN-19',
    name: 'root taken before the square stood alone',
    prior: 0.75,
    wrong: [
      'u^2 + a = b → u + a = ±sqrt(b)',
      'u^2 - a = b → u - a = ±sqrt(b)',
      'u^2 + a = b → u + a = sqrt(b)',
      'u^2 + n = b → u + sqrt(n) = ±sqrt(b)',
      'u^2 + n = b → u + sqrt(n) = sqrt(b)',
    ],
    why: 'The root is taken of the whole side, and the root of a sum is not the sum of the roots. The square of {u} must stand alone first.',
    ask: 'What must be done before the root can be taken, so that only the square is left on one side?',
    elsewhere: 'x^2 + 9 = 25 gives x^2 = 16 first, then x = ±4.',
  },
  {
    id: 'root-ignores-coefficient',
    ref: 'EQN-20',
    name: 'coefficient left out when taking the root',
    prior: 0.75,
    wrong: ['k*u^2 = a → u = ±sqrt(a)', 'k*u^2 = a → u = sqrt(a)', 'k*u^2 = a → u = ±sqrt(a)/k', 'k*u^2 = a → k*u = ±sqrt(a)'],
    why: 'The square must stand alone first: both sides are divided by {k} before the root is taken.',
    ask: 'What is {u^2} alone, without the {k} in front?',
    elsewhere: '4x^2 = 36 gives x^2 = 9, so x = ±3 and not ±6.',
  },
  {
    id: 'root-of-negative',
    ref: 'EQN-21',
    name: 'root taken of a negative number',
    prior: 0.8,
    wrong: [
      'u^2 = -a → u = ±sqrt(a)',
      'u^2 = -a → u = sqrt(a)',
      'u^2 = -a → u = -sqrt(a)',
      'u^2 + a = 0 → u = ±sqrt(a)',
      'u^2 + a = 0 → u = sqrt(a)',
    ],
    why: 'A square of a real number is never negative, so this equation has no real solution.',
    ask: 'Can the square of a real number be negative?',
    elsewhere: 'x^2 = -9 has no real solution: 3^2 and (-3)^2 are both 9.',
  },
  {
    id: 'nonzero-product-split',
    ref: 'EQN-22',
    name: 'product split although it is not zero',
    prior: 0.85,
    wrong: ['u*v = a → u = a or v = a', '(u - m)*(u - n) = a → u - m = a or u - n = a'],
    why: 'Only a product that is 0 tells something about its factors. With {a} on the right, the factors can be many pairs.',
    ask: 'Which value on the right side makes it certain that one of the factors has that value?',
    elsewhere: 'x(x - 1) = 6 becomes x^2 - x - 6 = 0 and then (x - 3)(x + 2) = 0.',
  },
  {
    id: ROOTS_WITH_FACTOR_SIGNS,
    ref: 'EQN-23',
    name: 'roots read with the signs of the factors',
    prior: 0.85,
    wrong: [
      '(x + a)*(x + b) = 0 → x = a or x = b',
      '(x + a)*x = 0 → x = a or x = 0',
      '(x + a)*(x + b) = 0 → x = -a or x = b',
      '(x + a)*(x + b) = 0 → x = a or x = -b',
      '(k*x + a)*(m*x + b) = 0 → x = a/k or x = b/m',
      '(k*x + a)*(m*x + b) = 0 → x = -a/k or x = b/m',
      '(k*x + a)*(m*x + b) = 0 → x = a/k or x = -b/m',
    ],
    why: 'A factor is 0 where {x} is the opposite of the number in it: put the value into the bracket to see.',
    ask: 'Which value of {x} makes the bracket {x + a} equal to 0?',
    elsewhere: '(x + 2)(x - 7) = 0 has the solutions -2 and 7.',
  },
  {
    id: 'squared-term-by-term',
    ref: 'EQN-24',
    name: 'squared term by term',
    prior: 0.8,
    wrong: [
      'sqrt(u) + a = b → u + a^2 = b^2',
      'sqrt(u) - a = b → u - a^2 = b^2',
      'sqrt(u) - a = b → u + a^2 = b^2',
      'sqrt(u) + a = b → u + a = b^2',
      'sqrt(u) - a = b → u - a = b^2',
      'sqrt(u) + sqrt(v) = b → u + v = b^2',
      'sqrt(u) - sqrt(v) = b → u - v = b^2',
      'sqrt(u) = a + b → u = a^2 + b^2',
      'sqrt(u) = a - b → u = a^2 - b^2',
    ],
    why: 'Squaring a side squares the whole of it, with a middle term: the square of a sum is not the sum of the squares.',
    ask: 'What is the square of the whole side, not of its parts?',
    elsewhere: '√x + 1 = 4 gives √x = 3, so x = 9.',
  },
  {
    id: 'extraneous-root-kept',
    ref: 'EQN-25',
    name: 'root kept that came in by squaring',
    prior: 0.75,
    wrong: squaredOnly,
    why: 'Squaring can bring in solutions that the first equation does not have, because a root is never negative. Each value must be put back in.',
    ask: 'Which of the values makes {b} negative, and can a square root equal that?',
    elsewhere: '√x = x - 2 squared has the solutions 1 and 4, and only 4 is right.',
  },
  {
    id: 'denominator-zero-kept',
    ref: 'EQN-26',
    name: 'value kept that makes a denominator zero',
    prior: 0.8,
    wrong: denominatorForgotten,
    why: 'A value that makes {b} zero is not allowed, however well it fits the numerator.',
    ask: 'For which values is the denominator {b} equal to 0?',
    elsewhere: '(x^2 - 1)/(x - 1) = 0 has the only solution -1.',
  },
  {
    id: 'formula-b-sign',
    ref: 'EQN-28',
    name: 'quadratic formula: b instead of its opposite',
    prior: 0.9,
    wrong: formula('x = (b ± sqrt(b^2 - 4*a*c))/(2*a)'),
    why: 'The formula begins with the opposite of b, and b is {b} here.',
    ask: 'What is b in this equation, sign included, and what is its opposite?',
    elsewhere: 'x^2 - 5x + 6 = 0: b = -5, so the formula starts with 5.',
  },
  {
    id: 'formula-only-root-divided',
    ref: 'EQN-29',
    name: 'quadratic formula: only the root divided',
    prior: 0.65,
    wrong: formula('x = -b ± sqrt(b^2 - 4*a*c)/(2*a)'),
    why: 'The fraction bar of the formula reaches under the whole top: both parts are divided by 2a.',
    ask: 'How far does the fraction bar of the formula reach?',
    elsewhere: '(6 ± 2)/2 is 4 or 2, not 6 ± 1.',
  },
  {
    id: DISCRIMINANT_SIGN,
    ref: 'EQN-30',
    name: 'discriminant with the wrong sign',
    prior: 0.65,
    wrong: formula('x = (-b ± sqrt(b^2 + 4*a*c))/(2*a)'),
    why: 'The discriminant is b² - 4ac: subtracting a negative 4ac adds to b², and subtracting a positive one takes away from it.',
    ask: 'What is the sign of 4ac here, and what does subtracting it do?',
    elsewhere: 'x^2 + x - 2 = 0: b² - 4ac = 1 + 8 = 9.',
  },
  {
    id: 'divided-by-two-not-2a',
    ref: 'EQN-31',
    name: 'quadratic formula: divided by 2 instead of 2a',
    prior: 0.65,
    wrong: formula('x = (-b ± sqrt(b^2 - 4*a*c))/2'),
    why: 'The formula divides by 2a, and a is {a} here.',
    ask: 'What is a in this equation, and what is 2a?',
    elsewhere: '3x^2 - 4x + 1 = 0 is divided by 6.',
  },
  {
    id: 'constant-from-wrong-side',
    ref: 'EQN-32',
    name: 'constant read from the wrong side',
    prior: 0.8,
    wrong: formula('x = (-b ± sqrt(b^2 - 4*a*c))/(2*a)', true),
    why: 'The formula needs 0 on the right side: moving the constant over changes its sign.',
    ask: 'What is c once everything stands on one side?',
    elsewhere: 'x^2 + x = 6 becomes x^2 + x - 6 = 0, so c = -6.',
  },
]);
