import { check } from '../check.ts';

check('integers', {
  named: `
    -7 - 5 ⇒ 2 : two-negatives-added
    -7 + (-5) ⇒ 12 : two-negatives-added
    -9 + 4 ⇒ 5 : mixed-sum-sign
    6 - (-2) ⇒ 4 : minus-negative-dropped
    (-5)(-2) ⇒ -10 : negative-times-negative
    -12/(-3) ⇒ -4 : negative-times-negative
    (-5)*6 ⇒ 30 : unlike-signs-product
    20/(-5) ⇒ 4 : unlike-signs-product
    -4^2 ⇒ 16 : negated-power-made-positive
    (-4)^2 ⇒ -16 : power-of-negative-lost-bracket
    3 - 10 ⇒ 7 : subtraction-reversed
    2/8 ⇒ 4 : division-reversed
    -4 + 9 ⇒ 13 : signs-added-in-size
    7/0 ⇒ 0 : division-by-zero
    x = 3 - 10 ⇒ x = 7 : subtraction-reversed
  `,
  unnamed: `
    -7 - 5 ⇒ -12
    (-4)^3 ⇒ -64
    6 - (-2) ⇒ 8
    5 - 5 ⇒ 0
  `,
});

check('order of operations', {
  named: `
    4 + 5 * 3 ⇒ 27 : left-to-right
    20 - 6 / 2 ⇒ 7 : left-to-right
    5 * 3 + 4 ⇒ 35 : addition-first
    12 - 5 + 3 ⇒ 4 : addition-before-subtraction
    24 / 4 * 2 ⇒ 3 : multiplication-before-division
    8 - 3(x + 2) ⇒ 5x + 10 : subtracted-before-multiplying-bracket
    5 + 2(x - 4) = 11 ⇒ 7(x - 4) = 11 : subtracted-before-multiplying-bracket
  `,
  unnamed: `
    4 + 5 * 1 ⇒ 9
    24 / 4 * 1 ⇒ 6
    12 - 5 + 3 ⇒ 10
  `,
});

check('column work', {
  named: `
    342 - 158 ⇒ 216 : smaller-from-larger
    72 - 38 ⇒ 44 : borrow-without-decrement
    406 - 128 ⇒ 188 : borrow-across-zero
    406 - 128 ⇒ 378 : borrow-from-zero
    260 - 34 ⇒ 234 : zero-minus-digit-is-digit
    260 - 34 ⇒ 230 : zero-minus-digit-is-zero
    58 + 27 ⇒ 75 : carry-forgotten
    58 + 27 ⇒ 715 : carry-written-in-place
    31 * 24 ⇒ 186 : partial-product-not-shifted
  `,
  unnamed: `
    57 - 23 ⇒ 34
    41 + 27 ⇒ 68
    31 * 24 ⇒ 744
  `,
});

check('decimals and percent', {
  named: `
    0.7 + 0.5 ⇒ 0.12 : decimal-parts-added-apart
    0.4 * 0.2 ⇒ 0.8 : places-of-one-factor
    4.5 * 3 ⇒ 1.35 : point-counted-from-left
    8 - 2.35 ⇒ 6.35 : loose-decimals-copied
    5 + 0.3 ⇒ 0.8 : point-not-aligned
    1/5 ⇒ 1.5 : fraction-bar-as-point
    16/96 ⇒ 1/9 : digits-cancelled
    3 1/2 ⇒ 4/2 : mixed-number-whole-added
    4 1/3 ⇒ 4/3 : mixed-number-multiplied
    4% of 50 ⇒ 20 : percent-to-decimal
    (30%)*(40%) ⇒ 70% : percents-added
    (1 + 0.2)*(1 - 0.2) ⇒ 1 : successive-percents-added
    1000*(1 + 0.05)^3 ⇒ 1150 : compound-as-simple
    3/4 * 20 ⇒ 5 : fraction-of-as-unit-fraction
  `,
  unnamed: `
    0.2 + 0.3 ⇒ 0.5
    16/64 ⇒ 1/4
    3 1/2 ⇒ 3.5
    40% of 50 ⇒ 20
  `,
});

check('fractions', {
  named: `
    1/4 + 2/5 ⇒ 3/9 : mediant-addition
    1/3 + 1/6 ⇒ 2/6 : numerators-kept
    1/5 + 3/5 ⇒ 4/10 : equal-denominators-added
    4 * (2/7) ⇒ 8/28 : whole-multiplies-both
    (3/4)/(2/5) ⇒ 8/15 : inverted-dividend
    (3/4)/(2/5) ⇒ 6/20 : divided-without-inverting
    (3/7)*(4/5) ⇒ 15/28 : product-cross-multiplied
    6/10 ⇒ 3/10 : reduced-one-part
    5 - 1/4 ⇒ 4/4 : whole-joined-to-numerator
    8/(4/3) ⇒ 2/3 : nested-fraction-regrouped
    (2/5)^2 ⇒ 4/10 : fraction-power-doubles
  `,
  unnamed: `
    1/4 + 2/5 ⇒ 13/20
    (3/4)/(1/1) ⇒ 3/4
    6/10 ⇒ 3/5
    1/2 + (-1/2) ⇒ 0
  `,
});

check('slips', {
  named: `
    6 * 9 = 45 : result-digits-swapped
    6 * 9 = 53 : result-off-by-one
    7 * 8 = 46 : result-off-by-ten
    240 * 3 = 7200 : decimal-point-moved
    8 * 7 = 54 : calculation-slip
    12 + 31 - 5 ⇒ 7 : term-dropped
    2 * 5^2 ⇒ 10 : exponent-dropped
    43 + 10 ⇒ 44 : digits-swapped-copying
    6 * 2 ⇒ 8 : operation-swapped
    3x + 4 - 5x = 9 ⇒ 3x + 4 + 5x = 9 : sign-miscopied
    4x + 3 = 2x + 9 ⇒ 2x = 7 : result-off-by-one
    3 + 5 = 8 * 2 = 16 : run-on-equals
    4x + 7 - 2 ⇒ 4x + 12 : term-duplicated
    12 + 5 * 2 = -22 : result-sign
    123 * 3 = 319 : result-digit-wrong
    (x + 1)(x^2 + 2) ⇒ x^3 + x^2 + 2 : result-term-lost
    x(x + 3) ⇒ x^2 + 3x + 7 : result-term-added
    (3n - 4k)(3n + 4k) ⇒ 9n^2 - 16k : result-letters-changed
    2 * 5 + 3 * 4 ⇒ 45 : sums-multiplied
  `,
  unnamed: `
    6 * 9 ⇒ 54
    3x + 4 - 5x = 9 ⇒ -2x = 5
  `,
});
