import { check } from '../check.ts';

check('powers', {
  named: `
    5^3 ⇒ 15 : power-as-product
    3 * 2^2 ⇒ 36 : power-grabs-coefficient-number
    (5y)^2 ⇒ 5y^2 : power-misses-factor
    5y^2 ⇒ 25y^2 : power-grabs-coefficient
    y^3 + y^4 ⇒ y^7 : unlike-powers-added
    y^3 * y^4 ⇒ y^12 : exponents-multiplied
    (y^3)^4 ⇒ y^7 : power-of-power-added
    y^12 / y^3 ⇒ y^4 : exponents-divided
    3^2 * 3^4 ⇒ 9^6 : bases-multiplied
    5^(-2) ⇒ -25 : negative-exponent-negated
    9^0 ⇒ 0 : zero-exponent-zero
    36^(1/2) ⇒ 18 : fractional-exponent
    2^y * 5^y ⇒ 10^(2y) : equal-exponents-added
    3^a + 3^b ⇒ 3^(a + b) : exponentials-summed
    3(y + 1)^2 ⇒ (3y + 3)^2 : coefficient-into-power
    π * 4^2 ⇒ 16π^2 : radius-and-pi-squared
  `,
  unnamed: `
    2^2 ⇒ 4
    y^2 * y^2 ⇒ y^4
    (1y)^2 ⇒ y^2
    y^8 / y^2 ⇒ y^6
  `,
});

check('roots', {
  named: `
    √(y^2 + 16) ⇒ y + 4 : root-of-sum
    √(9 + 16) ⇒ 7 : root-of-sum
    √5 + √7 ⇒ √12 : roots-joined
    √(y^2) ⇒ y : root-of-square-without-modulus
    3√5 ⇒ √15 : coefficient-under-root
    √25 ⇒ ±5 : root-given-two-signs
    √(-4) * √(-25) ⇒ 10 : negative-roots-multiplied
    √18 ⇒ 9√2 : square-factor-not-rooted
  `,
  unnamed: `
    √(9 + 0) ⇒ 3
    3√5 ⇒ √45
    √18 ⇒ 3√2
  `,
});

check('expanding', {
  named: `
    (y + 5)^2 ⇒ y^2 + 25 : square-of-sum
    (y - 5)^2 ⇒ y^2 - 25 : square-of-difference-minus
    (y - 5)^2 ⇒ y^2 + 25 : square-of-difference-plus
    (y + 5)^2 ⇒ y^2 + 5y + 25 : middle-term-not-doubled
    (y + 5)^2 ⇒ y^2 + 5 : one-term-raised
    (y + 2)^4 ⇒ y^4 + 16 : power-over-sum
    (y + 2)^3 ⇒ y^3 + 2y^2 + 4y + 8 : binomial-coefficients-omitted
    5(y + 2) ⇒ 5y + 2 : distribute-first-only
    5(y + 2) ⇒ y + 10 : distribute-last-only
    5(y + 2) ⇒ 5y + 7 : second-term-added
    5(y + 2) ⇒ 5y : bracket-term-lost
    5(y + 2) ⇒ 5y - 10 : sign-flipped-distributing
    -(y - 4) ⇒ -y - 4 : negated-bracket-first-sign
    9 - (y + 4) ⇒ 13 - y : subtracted-bracket-first-sign
    7 - 3(y - 2) ⇒ 1 - 3y : negative-multiplier-second-sign
    3(2y) ⇒ 18y : distributed-over-product
    4(y + 1) + 3 ⇒ 4y + 16 : multiplier-reaches-too-far
    (y + 3)(y + 4) ⇒ y^2 + 12 : first-and-last-only
    (y + 3)(y + 4) ⇒ y^2 + 12y + 7 : sum-and-product-swapped
    (y - 3)(y + 4) ⇒ y^2 - y - 12 : middle-term-sign
    2(x + 3) + 5 = 11 ⇒ 2x + 3 + 5 = 11 : distribute-first-only
    y = (x + 1)^2 ⇒ y = x^2 + 1 : square-of-sum
  `,
  unnamed: `
    (y + 5)^2 ⇒ y^2 + 10y + 25
    (y + 0)^2 ⇒ y^2
    1(y + 2) ⇒ y + 2
    2(y + 2) ⇒ 2y + 4
    5(y + 2) ⇒ 10 + 5y
    7 - 3(y - 2) ⇒ 13 - 3y
  `,
});

check('collecting terms', {
  named: `
    4y + 7 ⇒ 11y : unlike-terms-joined
    4y + 5y ⇒ 20y : like-terms-multiplied
    4y + 5y ⇒ 9y^2 : like-terms-gain-power
    y * y ⇒ 2y : product-as-double
    y + y ⇒ y^2 : double-as-square
    6y - y ⇒ 6 : letter-subtracted-away
    5y - 3 + 3 ⇒ 5 : letter-dropped
  `,
  unnamed: `
    4y + 5y ⇒ 9y
    2y + 2y ⇒ 4y
    4y + 7 ⇒ 7 + 4y
  `,
});

check('factoring', {
  named: `
    y^2 + 16 ⇒ (y + 4)(y - 4) : sum-of-squares-factored
    y^2 - 16 ⇒ (y - 4)^2 : difference-of-squares-same-signs
    y^3 + 27 ⇒ (y + 3)^3 : sum-of-cubes-as-cube
    y^2 - 7y + 12 ⇒ (y + 3)(y + 4) : factor-signs-reversed
    y^2 + 8y ⇒ (y + 4)^2 : square-not-compensated
    y^2 + 8y ⇒ (y + 8)^2 - 64 : coefficient-not-halved
    5y + 5 ⇒ 5(y) : factored-term-vanishes
  `,
  unnamed: `
    y^2 - 16 ⇒ (y - 4)(y + 4)
    y^2 + 8y ⇒ (y + 4)^2 - 16
    5y + 5 ⇒ 5(y + 1)
  `,
});

check('rational expressions', {
  named: `
    (y + 7)/y ⇒ 7 : term-cancelled-as-factor
    (6y + 9)/3 ⇒ 2y + 9 : one-addend-cancelled
    10/(y + 5) ⇒ 10/y + 2 : denominator-split
    (y + 8)/(y + 4) ⇒ 1 + 2 : quotient-of-sums-termwise
    (y - 7)/(7 - y) ⇒ 1 : opposite-differences-cancelled
    1/a + 1/b ⇒ 2/(a + b) : reciprocals-added
    5y/(5y) ⇒ 0 : cancelled-to-zero
    -(y/3) ⇒ (-y)/(-3) : minus-on-both-parts
  `,
  unnamed: `
    (6y + 9)/3 ⇒ 2y + 3
    (y - 7)/(7 - y) ⇒ -1
    5y/(5y) ⇒ 1
  `,
});

check('functions', {
  given: ['f(x) = x^2', 'g(x) = x + 3'],
  named: `
    f(x + 4) ⇒ x^2 + 16 : function-taken-as-linear
    f(x + 4) ⇒ x^2 + 4 : shift-moved-out
    f(5x) ⇒ 5x^2 : factor-moved-out
    f(g(x)) ⇒ x^2(x + 3) : composition-as-product
    h^{-1}(x) ⇒ 1/h(x) : inverse-function-as-reciprocal
  `,
  unnamed: `
    f(x + 4) ⇒ x^2 + 8x + 16
    g(x + 4) ⇒ x + 7
    f(g(x)) ⇒ (x + 3)^2
  `,
});

check('logarithms', {
  named: `
    log(y + 5) ⇒ log(y) + log(5) : log-of-sum
    ln(y - 5) ⇒ ln(y) - ln(5) : log-of-difference
    log(5y) ⇒ log(5) * log(y) : log-of-product-multiplied
    log(y) * log(3) ⇒ log(3y) : product-of-logs-joined
    log(y/3) ⇒ log(y)/log(3) : log-of-quotient-divided
    log(y)/log(3) ⇒ log(y/3) : quotient-of-logs-joined
    log(y)^3 ⇒ 3 log(y) : log-power-pulled-down
    log(5y^2) ⇒ 2 log(5y) : log-power-over-coefficient
    ln(a)/ln(b) ⇒ a/b : log-cancelled
    log_3 81 ⇒ 27 : log-base-divided
    log(a) - log(b) + log(c) ⇒ log(a/(b*c)) : logs-grouped-wrongly
    e^(y + 3) ⇒ e^y + e^3 : exponential-of-sum
    e^(3 ln(y)) ⇒ 3y : exponential-of-log-multiple
    ln(e^y + 2) ⇒ y + 2 : log-of-exponential-sum
    ln(1) ⇒ 1 : special-log-value
    3^x = 81 ⇒ x = 27 : exponent-divided-down
    log(x) + log(x + 3) = 1 ⇒ x = 2 or x = -5 : log-domain-ignored
  `,
  unnamed: `
    log(5y) ⇒ log(5) + log(y)
    log_3 81 ⇒ 4
    e^(y + 3) ⇒ e^y * e^3
    3^x = 81 ⇒ x = 4
  `,
});

check('trigonometry', {
  named: `
    sin(a + b) ⇒ sin(a) + sin(b) : sine-of-sum
    cos(3y) ⇒ 3cos(y) : multiple-angle-as-multiple
    cos(a + b) ⇒ cos(a)cos(b) + sin(a)sin(b) : cosine-sum-sign
    sin(y) + cos(y) ⇒ 1 : pythagoras-without-squares
    arctan(y) ⇒ 1/tan(y) : inverse-as-reciprocal
    cos(y)^2 ⇒ cos(y^2) : square-moved-inside
    tan(a + b) ⇒ tan(a) + tan(b) : tangent-of-sum
    cos(-y) ⇒ -cos(y) : cosine-parity
    sin(-y) ⇒ sin(y) : sine-parity
    tan(y)^2 ⇒ 1 + sec(y)^2 : tangent-identity-sign
    cos(x) = 1/2 ⇒ x = arccos(1/2) : principal-solution-only
    sin(x) cos(x) = sin(x) ⇒ cos(x) = 1 : divided-by-function
    cos(3x) = 1 ⇒ cos(x) = 1/3 : angle-factor-divided-out
  `,
  unnamed: `
    cos(-y) ⇒ cos(y)
    sin(y)^2 + cos(y)^2 ⇒ 1
    sin(2y) ⇒ 2sin(y)cos(y)
  `,
});

check('counting, complex numbers, vectors', {
  named: `
    (3 + i)(3 - i) ⇒ 8 : imaginary-square-positive
    |6 + 8i| ⇒ 14 : modulus-of-complex-added
    det(2M) ⇒ 2 det(M) : determinant-factor-once
    det(M + N) ⇒ det(M) + det(N) : determinant-additive
    (2*4)! ⇒ 2 * 4! : factorial-distributes
    0! ⇒ 0 : zero-factorial-zero
    \\binom{6}{2} ⇒ 30 : order-counted
    6!/4! ⇒ 2 : factorials-cancelled
    |(6,0) + (0,8)| ⇒ 14 : norm-additive
  `,
  unnamed: `
    (3 + i)(3 - i) ⇒ 10
    |6 + 8i| ⇒ 10
    6!/4! ⇒ 30
    0! ⇒ 1
  `,
});
