import { check } from '../check.ts';

/** The rules with other numbers and letters, at other places of a line, and beside other terms. */

check('integers and order of operations, varied', {
  named: `
    -7 + (-5) ⇒ 2 : two-negatives-added
    -7 - 5 ⇒ -2 : two-negatives-added
    -12 - 9 ⇒ 21 : two-negatives-added
    x = -4 - 6 ⇒ x = 10 : two-negatives-added
    -9 + 4 ⇒ 5 : mixed-sum-sign
    x = -15 + 6 ⇒ x = 9 : mixed-sum-sign
    8 - (-5) ⇒ 3 : minus-negative-dropped
    2x = 8 - (-6) ⇒ 2x = 2 : minus-negative-dropped
    6x - (-2x) ⇒ 4x : minus-negative-dropped
    (-5)(-6) ⇒ -30 : negative-times-negative
    x = -24/(-6) ⇒ x = -4 : unlike-signs-product
    -3(-2x) ⇒ -6x : negative-times-negative
    5*(-7) ⇒ 35 : unlike-signs-product
    x = -20/4 ⇒ x = 5 : unlike-signs-product
    -5^2 + 1 ⇒ 26 : negated-power-made-positive
    3 - 4^2 ⇒ 19 : negated-power-made-positive
    (-4)^2 ⇒ -16 : power-of-negative-lost-bracket
    (-2)^4 + 3 ⇒ -13 : power-of-negative-lost-bracket
    (-2x)^2 ⇒ -4x^2 : power-of-negative-lost-bracket
    3 + 4*5 ⇒ 35 : left-to-right
    20 - 2*6 ⇒ 108 : left-to-right
    2 + 6/2 ⇒ 4 : left-to-right
    4 + 2^3 ⇒ 216 : left-to-right
    15 - 6 + 4 ⇒ 5 : addition-before-subtraction
    24/4*3 ⇒ 2 : multiplication-before-division
    36 / 6 * 2 ⇒ 3 : multiplication-before-division
    5^3 ⇒ 15 : power-as-product
    4 + 2^5 ⇒ 14 : power-as-product
    3*4^2 ⇒ 24 : power-as-product
    3*2^3 ⇒ 216 : power-grabs-coefficient-number
    5 - 9 ⇒ 4 : subtraction-reversed
    x = 3 - 11 ⇒ x = 8 : subtraction-reversed
    |4-9| ⇒ |4|-|9| : modulus-of-sum-split
    |x - 3| ⇒ |x| - 3 : modulus-of-sum-split
    8/0 ⇒ 0 : division-by-zero
  `,
  unnamed: `
    -7 + (-5) ⇒ -12
    2 + 6/2 ⇒ 5
    4 + 2^3 ⇒ 12
  `,
});

check('fractions, varied', {
  named: `
    2/3+1/4 ⇒ 3/7 : mediant-addition
    3/4 - 1/2 ⇒ 2/2 : mediant-addition
    x/2 + x/3 ⇒ 2x/5 : mediant-addition
    1/5+2/3 = x ⇒ 3/8 = x : mediant-addition
    1/2 + 1/3 + 1/4 ⇒ 3/9 : mediant-addition
    2/3 + 1/6 ⇒ 3/6 : numerators-kept
    1/3 + 1/5 ⇒ 2/15 : numerators-kept
    x/2 + x/4 ⇒ 2x/4 : numerators-kept
    3/8 + 2/8 ⇒ 5/16 : equal-denominators-added
    4/9+1/9 ⇒ 5/18 : equal-denominators-added
    3*(2/5) ⇒ 6/15 : whole-multiplies-both
    4 * 3/7 ⇒ 12/28 : whole-multiplies-both
    (3/4)/(5/7) ⇒ 20/21 : inverted-dividend
    (3/4)/(2/5) ⇒ 6/20 : divided-without-inverting
    (2/5)(3/7) ⇒ 14/15 : product-cross-multiplied
    6/9 ⇒ 2/9 : reduced-one-part
    10/15 ⇒ 10/3 : reduced-one-part
    5 - 2/3 ⇒ 3/3 : whole-joined-to-numerator
    4 + 1/5 ⇒ 5/5 : whole-joined-to-numerator
    8/(4/2) ⇒ 1 : nested-fraction-regrouped
    (3/5)^2 ⇒ 6/10 : fraction-power-doubles
    (1/2)^3 ⇒ 3/6 : fraction-power-doubles
  `,
  unnamed: `
    1/2 + 1/3 + 1/4 ⇒ 13/12
    4 * 3/7 ⇒ 12/7
  `,
});

check('algebra, varied', {
  named: `
    (y+7)^2 ⇒ y^2+49 : square-of-sum
    (2a+5)^2 ⇒ 4a^2+25 : square-of-sum
    (x+2)^2 = 9 ⇒ x^2 + 4 = 9 : square-of-sum
    3x + (x+5)^2 ⇒ 3x + x^2 + 25 : square-of-sum
    2(x+3)^2 ⇒ 2x^2+18 : square-of-sum
    (√x + 3)^2 ⇒ x + 9 : square-of-sum
    (y-6)^2 ⇒ y^2-36 : square-of-difference-minus
    (3x-2)^2 ⇒ 9x^2-4 : square-of-difference-minus
    (y-6)^2 ⇒ y^2+36 : square-of-difference-plus
    (2a-b)^2 ⇒ 4a^2+b^2 : square-of-difference-plus
    (y+4)^2 ⇒ y^2+4y+16 : middle-term-not-doubled
    (y-4)^2 ⇒ y^2-4y+16 : middle-term-not-doubled
    (y+4)^2 ⇒ y^2+4 : one-term-raised
    (y+4)^2 ⇒ y+16 : one-term-raised
    (2y)^3 ⇒ 2y^3 : power-misses-factor
    (5ab)^2 ⇒ 5a^2b^2 : power-misses-factor
    4 + (3x)^2 ⇒ 4 + 3x^2 : power-misses-factor
    2y^3 ⇒ 8y^3 : power-grabs-coefficient
    (y+1)^3 ⇒ y^3+1 : power-over-sum
    (x-2)^3 ⇒ x^3-8 : power-over-sum
    5(y+2) ⇒ 5y+2 : distribute-first-only
    4(2x-3) ⇒ 8x-3 : distribute-first-only
    4(2x-3) = 12 ⇒ 8x - 3 = 12 : distribute-first-only
    -2(x+6) ⇒ -2x+6 : distribute-first-only
    x(x+5) ⇒ x^2+5 : distribute-first-only
    7 + 3(a - 4) ⇒ 7 + 3a - 4 : distribute-first-only
    2(x + y + 3) ⇒ 2x + y + 3 : distribute-first-only
    5(y+2) ⇒ y+10 : distribute-last-only
    5(y+2) ⇒ 5y+7 : second-term-added
    5(y+2) ⇒ 5y : bracket-term-lost
    5(y+2) ⇒ 5y-10 : sign-flipped-distributing
    3(x-4) ⇒ 3x+12 : sign-flipped-distributing
    -(y-8) ⇒ -y-8 : negated-bracket-first-sign
    -(2x+5) ⇒ -2x+5 : negated-bracket-first-sign
    -(x^2 - 3x + 1) ⇒ -x^2 - 3x + 1 : negated-bracket-first-sign
    9-(y+4) ⇒ 9-y+4 : subtracted-bracket-first-sign
    3x-(x+4) = 10 ⇒ 2x+4 = 10 : subtracted-bracket-first-sign
    8-3(y-2) ⇒ 8-3y-6 : negative-multiplier-second-sign
    4x-2(x-5) = 8 ⇒ 2x-10 = 8 : negative-multiplier-second-sign
    12-4(y-1) ⇒ 8(y-1) : subtracted-before-multiplying-bracket
    3(4y) ⇒ 12*3y : distributed-over-product
    3(y+2)+4 ⇒ 3y+6+12 : multiplier-reaches-too-far
    (y+4)(y+5) ⇒ y^2+20 : first-and-last-only
    (2x+1)(x-3) ⇒ 2x^2-3 : first-and-last-only
    (a+b)(c+d) ⇒ ac+bd : first-and-last-only
    (y+4)(y+5) ⇒ y^2+20y+9 : sum-and-product-swapped
    (y-4)(y+6) ⇒ y^2-2y-24 : middle-term-sign
    3(y+1)^2 ⇒ (3y+3)^2 : coefficient-into-power
    4y+7 ⇒ 11y : unlike-terms-joined
    4y+7 = 22 ⇒ 11y = 22 : unlike-terms-joined
    6x - 2 ⇒ 4x : unlike-terms-joined
    3x + 2y ⇒ 5xy : unlike-terms-joined
    4y+3y ⇒ 12y : like-terms-multiplied
    4y+3y ⇒ 7y^2 : like-terms-gain-power
    5x^2+2x^2 ⇒ 7x^4 : like-terms-gain-power
    y*y ⇒ 2y : product-as-double
    a+a ⇒ a^2 : double-as-square
    y^3+y^4 ⇒ y^7 : unlike-powers-added
    2x^2+3x^3 ⇒ 5x^5 : unlike-powers-added
    y^3*y^4 ⇒ y^12 : exponents-multiplied
    2x^2*3x^5 ⇒ 6x^10 : exponents-multiplied
    (y^3)^4 ⇒ y^7 : power-of-power-added
    (2x^3)^2 ⇒ 4x^5 : power-of-power-added
    y^10/y^2 ⇒ y^5 : exponents-divided
    3^2*3^4 ⇒ 9^6 : bases-multiplied
    5^(-2) ⇒ -25 : negative-exponent-negated
    x^(-1) ⇒ -x : negative-exponent-negated
    x^0 ⇒ 0 : zero-exponent-zero
    5x^0 ⇒ 0 : zero-exponent-zero
    36^(1/2) ⇒ 18 : fractional-exponent
    5^x*2^x ⇒ 10^(2x) : equal-exponents-added
    3^a+3^b ⇒ 3^(a+b) : exponentials-summed
    7y-y ⇒ 7 : letter-subtracted-away
    (y+8)/y ⇒ 8 : term-cancelled-as-factor
    (x^2+3)/x^2 ⇒ 3 : term-cancelled-as-factor
    (3y+12)/3 ⇒ y+12 : one-addend-cancelled
    (6 + 4√2)/2 ⇒ 3 + 4√2 : one-addend-cancelled
    10/(y+5) ⇒ 10/y+2 : denominator-split
    1/(x+y) ⇒ 1/x+1/y : denominator-split
    (y+8)/(y+2) ⇒ 1+4 : quotient-of-sums-termwise
    (a-7)/(7-a) ⇒ 1 : opposite-differences-cancelled
    1/a+1/b ⇒ 1/(a+b) : reciprocals-added
    5y/(5y) ⇒ 0 : cancelled-to-zero
    -(y/5) ⇒ (-y)/(-5) : minus-on-both-parts
    √(y^2+25) ⇒ y+5 : root-of-sum
    √(9+16) ⇒ 3+4 : root-of-sum
    √(x^2-4) ⇒ x-2 : root-of-sum
    √5+√7 ⇒ √12 : roots-joined
    √10 - √6 ⇒ √4 : roots-joined
    √(y^2) ⇒ y : root-of-square-without-modulus
    3√5 ⇒ √15 : coefficient-under-root
    √(-9)*√(-16) ⇒ 12 : negative-roots-multiplied
    √18 ⇒ 9√2 : square-factor-not-rooted
    √75 ⇒ 25√3 : square-factor-not-rooted
    2√12 ⇒ 8√3 : square-factor-not-rooted
    y^2+16 ⇒ (y+4)(y-4) : sum-of-squares-factored
    y^2+16 ⇒ (y+4)^2 : sum-of-squares-factored
    y^2-16 ⇒ (y-4)^2 : difference-of-squares-same-signs
    4x^2-25 ⇒ (2x-5)^2 : difference-of-squares-same-signs
    y^3+27 ⇒ (y+3)^3 : sum-of-cubes-as-cube
    y^2-7y+12 ⇒ (y+3)(y+4) : factor-signs-reversed
    y^2-y-6 = 0 ⇒ (y+3)(y-2) = 0 : factor-signs-reversed
    y^2+8y ⇒ (y+4)^2 : square-not-compensated
    y^2+8y+3 ⇒ (y+4)^2+3 : square-not-compensated
    y^2+8y = 5 ⇒ (y+4)^2 = 5 : square-not-compensated
    x^2-10x = 2 ⇒ (x-5)^2 = 2 : square-not-compensated
    y^2+8y ⇒ (y+8)^2-64 : coefficient-not-halved
    4y+4 ⇒ 4y : factored-term-vanishes
    xy + x ⇒ x(y) : factored-term-vanishes
    4x+3x ⇒ 7 : letter-dropped
    9a-4+4 ⇒ 9 : letter-dropped
  `,
  unnamed: `
    -2(x + 6) ⇒ -2x - 12
    2x^2 * 3x^5 ⇒ 6x^7
    (2x^3)^2 ⇒ 4x^6
    y^2 - y - 6 = 0 ⇒ (y - 3)(y + 2) = 0
  `,
});

check('equations, varied', {
  named: `
    y+8=20 ⇒ y=28 : moved-term-keeps-sign
    3x+4=19 ⇒ 3x=23 : moved-term-keeps-sign
    5y=35 ⇒ y=30 : coefficient-subtracted
    4x = 2 ⇒ x = -2 : coefficient-subtracted
    6y=3 ⇒ y=2 : divided-wrong-way
    5x = 2 ⇒ x = 5/2 : divided-wrong-way
    5y=10 ⇒ y=50 : multiplied-instead-of-divided
    -4y=20 ⇒ y=5 : sign-lost-dividing
    -2x = -10 ⇒ x = -5 : sign-lost-dividing
    y/3=5 ⇒ y=5 : one-side-multiplied
    y/3+2=5 ⇒ y+2=15 : term-not-multiplied
    3y+9=12 ⇒ y+9=4 : term-not-divided
    4y+1=y+10 ⇒ 5y+1=10 : variable-term-keeps-sign
    7x = 2x + 15 ⇒ 9x = 15 : variable-term-keeps-sign
    y-6=10 ⇒ y=4 : subtracted-here-added-there
    3y+4=14 ⇒ 7y=14 : numbers-collected-regardless
    -y=9 ⇒ y=9 : negated-one-side
    -x = -4 ⇒ x = -4 : negated-one-side
    -y+7=-2 ⇒ y+7=2 : one-term-not-negated
    y+6=3y-6 ⇒ y=3y : opposite-terms-cancelled
    7y+20=6 ⇒ 7y=14 : subtraction-reversed-across
    y^2=7y ⇒ y=7 : divided-by-variable
    3x^2 = 12x ⇒ x = 4 : divided-by-variable
    x^3 = 4x ⇒ x^2 = 4 : divided-by-variable
    (y-2)(y+3)=4(y-2) ⇒ y+3=4 : common-factor-cancelled
    y^2=25 ⇒ y=5 : plus-minus-forgotten
    (x-1)^2 = 16 ⇒ x - 1 = 4 : plus-minus-forgotten
    4x^2 = 36 ⇒ 2x = 6 : plus-minus-forgotten
    y^2+9=25 ⇒ y+3=±5 : root-before-isolating
    4y^2=100 ⇒ y=±10 : root-ignores-coefficient
    y^2=-9 ⇒ y=±3 : root-of-negative
    (y-1)(y-4)=10 ⇒ y=11 or y=14 : nonzero-product-split
    y(y-3)=4 ⇒ y=4 or y=7 : nonzero-product-split
    (y+2)(y-7)=0 ⇒ y=2 or y=-7 : roots-with-factor-signs
    (2x-1)(x+4) = 0 ⇒ x = -1/2 or x = 4 : roots-with-factor-signs
    √y+2=6 ⇒ y+4=36 : squared-term-by-term
    √(y+6)=y ⇒ y=3 or y=-2 : extraneous-root-kept
    (y^2-9)/(y-3)=0 ⇒ y=±3 : denominator-zero-kept
    1/y+1/3=1/2 ⇒ y+3=2 : reciprocals-of-sum
    y^2-5y+6=0 ⇒ y=-2 or y=-3 : formula-b-sign
    y^2-10y+16=0 ⇒ y=13 or y=7 : formula-only-root-divided
    3y^2+2y-1=0 ⇒ y=1 or y=-3 : divided-by-two-not-2a
    y^2+3y=-2 ⇒ y = (-3±√17)/2 : constant-from-wrong-side
    x+y=8 and x-y=2 ⇒ 2x=6 : uneven-elimination
    3x+y=5 ⇒ 6x+2y=5 : equation-scaled-on-one-side
    3^x=9 ⇒ x=3 : exponent-divided-down
    |y-4|=7 ⇒ y=11 : modulus-one-branch
    |2x+1| = 9 ⇒ 2x + 1 = 9 : modulus-one-branch
    |y-4|=7 ⇒ y+4=7 : modulus-sign-changed
    |y-4|=-7 ⇒ y=11 or y=-3 : modulus-equals-negative
    x/2=1+3/5 ⇒ 5x=2*(1+3) : cross-multiplied-sum
  `,
  unnamed: `
    (2x - 1)(x + 4) = 0 ⇒ x = 1/2 or x = -4
  `,
});

check('inequalities, varied', {
  named: `
    -3y<12 ⇒ y<-4 : no-flip-on-negative
    5 - 2x > 1 ⇒ x > 2 : no-flip-on-negative
    -x ≥ 4 ⇒ x ≥ -4 : no-flip-on-negative
    3y<-12 ⇒ y>-4 : flip-without-reason
    x + 3 < 5 ⇒ x > 2 : flip-without-reason
    5<y ⇒ y<5 : sides-swapped
    y^2<16 ⇒ y<4 : root-of-less-than
    y^2>16 ⇒ y>4 : root-of-greater-than
    1/y<3 ⇒ y>1/3 : multiplied-by-unknown-sign
    (y-2)(y-5)<0 ⇒ y<2 or y<5 : product-sign-split
    |y|<6 ⇒ y<6 or y>-6 : modulus-less-split
    (y-2)(y-5)<0 ⇒ y<2 or y>5 : between-or-beyond
    y^2-5y+6≤0 ⇒ y≤2 or y≥3 : between-or-beyond
    y^2+2y>8 ⇒ -4<y<2 : between-or-beyond
    3y≤9 ⇒ y<3 : strictness-changed
    -5<2y+3<7 ⇒ -5<2y<4 : one-part-of-double
    y>-3 ⇒ y^2>9 : squared-with-unknown-sign
    y>4 ⇒ 1/y>1/4 : reciprocal-keeps-direction
  `,
  unnamed: `
    -3y < 12 ⇒ y > -4
  `,
});

check('logarithms and exponentials, varied', {
  named: `
    log(y+5) ⇒ log y+log 5 : log-of-sum
    ln(a + b) ⇒ ln a + ln b : log-of-sum
    log(3y) ⇒ log 3*log y : log-of-product-multiplied
    log y*log 5 ⇒ log(5y) : product-of-logs-joined
    ln 2 * ln 3 ⇒ ln 6 : product-of-logs-joined
    ln(y/5) ⇒ ln y/ln 5 : log-of-quotient-divided
    log 16/log 4 ⇒ log 4 : quotient-of-logs-joined
    ln(y-3) ⇒ ln y-ln 3 : log-of-difference
    (ln y)^3 ⇒ 3 ln y : log-power-pulled-down
    ln(3y^2) ⇒ 2 ln(3y) : log-power-over-coefficient
    ln a/ln b ⇒ a/b : log-cancelled
    log_3 9 ⇒ 3 : log-base-divided
    e^(y+3) ⇒ e^y+e^3 : exponential-of-sum
    2^(x+3) ⇒ 2^x + 8 : exponential-of-sum
    e^(3 ln y) ⇒ 3y : exponential-of-log-multiple
    ln(e^y+2) ⇒ y+2 : log-of-exponential-sum
    ln 1 + 3 ⇒ 4 : special-log-value
  `,
  unnamed: `
    e^(y + 3) ⇒ e^y * e^3
  `,
});

check('trigonometry, varied', {
  named: `
    sin(a+b) ⇒ sin a+sin b : sine-of-sum
    cos(a+b) ⇒ cos a+cos b : sine-of-sum
    sin(x + π/6) ⇒ sin x + 1/2 : sine-of-sum
    cos 2y ⇒ 2 cos y : multiple-angle-as-multiple
    sin 3x ⇒ 3 sin x : multiple-angle-as-multiple
    cos(a+b) ⇒ cos a cos b+sin a sin b : cosine-sum-sign
    sin y+cos y ⇒ 1 : pythagoras-without-squares
    cos^2 y ⇒ cos(y^2) : square-moved-inside
    tan(a+b) ⇒ tan a+tan b : tangent-of-sum
    2 sin y cos y=cos y ⇒ sin y=1/2 : divided-by-function
    sin 3y=1 ⇒ sin y=1/3 : angle-factor-divided-out
    cos(-2y) ⇒ -cos 2y : cosine-parity
    sin(-2y) ⇒ sin 2y : sine-parity
  `,
  unnamed: `
    cos(-2y) ⇒ cos 2y
  `,
});

check('derivatives, varied', {
  named: `
    \\frac{d}{dx}(x^5) ⇒ 5x^5 : exponent-not-reduced
    \\frac{d}{dx}(3x^4) ⇒ 12x^4 : exponent-not-reduced
    \\frac{d}{dx}(x^3 + 2x) ⇒ 3x^3 + 2 : exponent-not-reduced
    \\frac{d}{dx}(x^5) ⇒ x^4 : exponent-not-brought-down
    \\frac{d}{dt}(3t^4) ⇒ 3t^3 : exponent-not-brought-down
    \\frac{d}{dx}(x^3+7) ⇒ 3x^2+7 : constant-survives
    \\frac{d}{dx}(x^3 cos x) ⇒ -3x^2 sin x : product-of-derivatives
    \\frac{d}{dx}(x^2 sin x) ⇒ 2x sin x : half-product-rule
    \\frac{d}{dx}(cos x/x^3) ⇒ -sin x/(3x^2) : quotient-of-derivatives
    \\frac{d}{dx}(x/(x+2)) ⇒ -2/(x+2)^2 : quotient-rule-reversed
    \\frac{d}{dx}(x/(x+2)) ⇒ 2/(x+2) : quotient-denominator-not-squared
    \\frac{d}{dx}(cos 5x) ⇒ -sin 5x : chain-rule-omitted
    \\frac{d}{dx}(e^(2x)) ⇒ e^(2x) : chain-rule-omitted
    \\frac{d}{dx}(cos(x^3)) ⇒ -sin(3x^2) : derivative-inside
    \\frac{d}{dx}((5x-2)^4) ⇒ 4(5x-2)^3 : chain-rule-omitted-on-power
    \\frac{d}{dx}(5^x) ⇒ 5^x : log-factor-forgotten
    \\frac{d}{dx}(ln(3x)) ⇒ 1/(3x) : log-of-multiple
    \\frac{d}{dx}(3cos x) ⇒ 3sin x : trig-derivative-sign
    \\frac{d}{dx}(sin x) ⇒ -cos x : trig-derivative-sign
    \\frac{d}{dx}(x^3) ⇒ x^4/4 : integral-for-derivative
    \\frac{d}{dx}(x^(-3)) ⇒ -3x^(-2) : negative-exponent-wrong-way
    \\frac{d}{dx}(1/x^2) ⇒ -2/x : negative-exponent-wrong-way
    \\frac{d}{dx}(√x + x) ⇒ 1/√x + 1 : root-derivative-without-half
    \\frac{d}{dx}(2 tan x) ⇒ 2 sec x : tangent-derivative
  `,
  unnamed: `
    \\frac{d}{dx}(2 tan x) ⇒ 2 sec^2 x
  `,
});

check('integrals, varied', {
  named: `
    ∫x^4 dx ⇒ x^5 + C : not-divided-by-new-exponent
    ∫x^4 dx ⇒ x^5/4 + C : divided-by-old-exponent
    ∫x^4 dx ⇒ 4x^3 : differentiated-instead
    ∫(x^3 + x) dx ⇒ 3x^2 + 1 + C : differentiated-instead
    ∫1/(x^2+4) dx ⇒ ln(x^2+4) + C : log-for-any-reciprocal
    ∫1/x^3 dx ⇒ ln(x^3) + C : log-for-reciprocal-power
    ∫x cos x dx ⇒ (x^2/2)sin x + C : integral-of-product
    ∫sin 4x dx ⇒ -cos 4x + C : inner-factor-not-divided
    ∫e^(3x) dx ⇒ e^(3x) + C : inner-factor-not-divided
    ∫e^(3x) dx ⇒ 3e^(3x) + C : inner-factor-multiplied
    ∫cos x dx ⇒ -sin x + C : trig-integral-sign
    ∫(x^2+3)^3 dx ⇒ (x^2+3)^4/4 + C : reverse-chain-without-factor
    ∫x sin x dx ⇒ -x cos x + C : variable-pulled-out
    \\int_{2}^{4} 3x^2 dx ⇒ -56 : bounds-reversed
    \\int_{2}^{4} 3x^2 dx ⇒ 64 : upper-bound-only
    ∫3x^2 dx ⇒ x^3 : constant-of-integration-omitted
  `,
  unnamed: `
    ∫x^4 dx ⇒ x^5/5 + C
  `,
});

check('complex numbers and counting, varied', {
  named: `
    (3+2i)(3-2i) ⇒ 5 : imaginary-square-positive
    (1+i)^2 ⇒ 2+2i : imaginary-square-positive
    |5+12i| ⇒ 17 : modulus-of-complex-added
    (3n)! ⇒ 3n! : factorial-distributes
    8!/4! ⇒ 2! : factorials-cancelled
    (y+2)^3 ⇒ y^3+2y^2+4y+8 : binomial-coefficients-omitted
  `,
  unnamed: `
    (3 + 2i)(3 - 2i) ⇒ 13
  `,
});
