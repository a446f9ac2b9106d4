import { check } from '../check.ts';

check('equations', {
  named: `
    x + 4 = 9 ⇒ x = 13 : moved-term-keeps-sign
    x - 4 = 9 ⇒ x = 5 : subtracted-here-added-there
    5x = 2x + 6 ⇒ 7x = 6 : variable-term-keeps-sign
    5x = 20 ⇒ x = 15 : coefficient-subtracted
    6x = 3 ⇒ x = 2 : divided-wrong-way
    5x = 20 ⇒ x = 100 : multiplied-instead-of-divided
    -5x = 20 ⇒ x = 4 : sign-lost-dividing
    -x = 8 ⇒ x = 8 : negated-one-side
    x/5 = 3 ⇒ x = 3 : one-side-multiplied
    x + 2y = 3 ⇒ 2x + 4y = 3 : equation-scaled-on-one-side
    x/3 + 2 = 5 ⇒ x + 2 = 15 : term-not-multiplied
    3x + 6 = 15 ⇒ x + 6 = 5 : term-not-divided
    4x + 1 = 9 ⇒ 5x = 9 : numbers-collected-regardless
    -x + 4 = -1 ⇒ x + 4 = 1 : one-term-not-negated
    x + 2 = 3x - 2 ⇒ x = 3x : opposite-terms-cancelled
    3x + 40 = 16 ⇒ 3x = 24 : subtraction-reversed-across
    1/x + 1/3 = 1/2 ⇒ x + 3 = 2 : reciprocals-of-sum
    x/2 = 1 + 2/3 ⇒ 3x = 2(1 + 2) : cross-multiplied-sum
    3(x - 1) = 3x - 3 ⇒ x = 0 : identity-misread
    x + y = 7 and x - y = 3 ⇒ 2x = 4 : uneven-elimination
  `,
  unnamed: `
    x + 4 = 9 ⇒ x = 5
    2x = 4 ⇒ x = 2
    x/5 = 0 ⇒ x = 0
    x + y = 7 and x - y = 3 ⇒ x = 5 and y = 2
    5x = 2x + 6 ⇒ 3x = 6
  `,
});

check('quadratic and radical equations', {
  named: `
    x^2 = 7x ⇒ x = 7 : divided-by-variable
    (x - 2)x = 3(x - 2) ⇒ x = 3 : common-factor-cancelled
    x^2 = 25 ⇒ x = 5 : plus-minus-forgotten
    x^2 + 9 = 25 ⇒ x + 3 = 5 : root-before-isolating
    4x^2 = 36 ⇒ x = ±6 : root-ignores-coefficient
    x^2 = -9 ⇒ x = ±3 : root-of-negative
    (x - 1)(x - 4) = 10 ⇒ x = 11 or x = 14 : nonzero-product-split
    (x + 2)(x - 7) = 0 ⇒ x = 2 or x = -7 : roots-with-factor-signs
    √x + 2 = 6 ⇒ x + 4 = 36 : squared-term-by-term
    √(x + 6) = x ⇒ x = 3 or x = -2 : extraneous-root-kept
    (x^2 - 9)/(x - 3) = 0 ⇒ x = 3 or x = -3 : denominator-zero-kept
    x^2 - 5x + 6 = 0 ⇒ x = -2 or x = -3 : formula-b-sign
    x^2 - 5x + 6 = 0 ⇒ x = 11/2 or x = 9/2 : formula-only-root-divided
    3x^2 - 4x + 1 = 0 ⇒ x = 3 or x = 1 : divided-by-two-not-2a
    x^2 + x = 6 ⇒ x = (-1 ± √(-23))/2 : discriminant-sign
    x^2 + 3x = -2 ⇒ x = (-3 ± √17)/2 : constant-from-wrong-side
    x^2 = 16 ⇒ x = 4 and x = -4 : and-for-or
  `,
  unnamed: `
    x^2 = 25 ⇒ x = 5 or x = -5
    x^2 - 5x + 6 = 0 ⇒ (x - 2)(x - 3) = 0
    x^2 = 7x ⇒ x = 0 or x = 7
    x^2 = 0 ⇒ x = 0
  `,
});

check('inequalities and absolute value', {
  named: `
    -3x < 12 ⇒ x < -4 : no-flip-on-negative
    3x < -12 ⇒ x > -4 : flip-without-reason
    5 < x ⇒ x < 5 : sides-swapped
    x^2 < 25 ⇒ x < 5 : root-of-less-than
    x^2 > 25 ⇒ x > 5 : root-of-greater-than
    1/x < 4 ⇒ x > 1/4 : multiplied-by-unknown-sign
    (x - 2)(x - 5) < 0 ⇒ x < 2 or x < 5 : product-sign-split
    |x| < 2 ⇒ x < 2 or x > -2 : modulus-less-split
    |x| > 2 ⇒ 2 < x < -2 : modulus-greater-chained
    3x ≤ 6 ⇒ x < 2 : strictness-changed
    1 < x + 2 < 5 ⇒ 1 < x < 3 : one-part-of-double
    x > -3 ⇒ x^2 > 9 : squared-with-unknown-sign
    x > 4 ⇒ 1/x > 1/4 : reciprocal-keeps-direction
    |x - 1| = 4 ⇒ x = 5 : modulus-one-branch
    |x - 1| = 4 ⇒ x + 1 = 4 : modulus-sign-changed
    |x - 1| = -4 ⇒ x - 1 = 4 or x - 1 = -4 : modulus-equals-negative
    |2 - 7| ⇒ 2 - 7 : modulus-of-sum-split
  `,
  unnamed: `
    -3x < 12 ⇒ x > -4
    5 < x ⇒ x > 5
    |x| < 2 ⇒ -2 < x < 2
    |x - 1| = 4 ⇒ x = 5 or x = -3
    3x ≤ 6 ⇒ x ≤ 2
  `,
});

check('equations with roots', {
  named: `
    sqrt(x + 3) = x - 3 ⇒ x + 3 = x^2 - 9 : squared-term-by-term
    sqrt(2x + 1) = x + 1 ⇒ 2x + 1 = x^2 + 1 : squared-term-by-term
    sqrt(x) + 3 = 5 ⇒ x + 9 = 25 : squared-term-by-term
    sqrt(x + 5) + sqrt(x) = 5 ⇒ x + 5 + x = 25 : squared-term-by-term
    sqrt(x + 1) = 4 ⇒ x + 1 = 4 : one-side-squared
    sqrt(2x - 1) = 3 ⇒ 2x - 1 = 6 : one-side-squared
    3sqrt(x - 1) = 12 ⇒ 3(x - 1) = 144 : coefficient-not-squared
  `,
  unnamed: `
    sqrt(x + 3) = 3 ⇒ x + 3 = 9
    3sqrt(x - 1) = 12 ⇒ 9(x - 1) = 144
  `,
});
