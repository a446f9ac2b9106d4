import { check } from '../check.ts';

check('derivatives', {
  named: `
    d/dx(x^5) ⇒ 5x^5 : exponent-not-reduced
    d/dx(x^5) ⇒ x^4 : exponent-not-brought-down
    d/dx(x^3 + 7) ⇒ 3x^2 + 7 : constant-survives
    d/dx(x^3 cos(x)) ⇒ -3x^2 sin(x) : product-of-derivatives
    d/dx(x^2 e^x) ⇒ 2x e^x : half-product-rule
    d/dx(x^2 e^x) ⇒ 2x e^x - x^2 e^x : product-rule-sign
    d/dx(cos(x)/x^3) ⇒ -sin(x)/(3x^2) : quotient-of-derivatives
    d/dx(x/(x + 2)) ⇒ -2/(x + 2)^2 : quotient-rule-reversed
    d/dx(x/(x + 2)) ⇒ 2/(x + 2) : quotient-denominator-not-squared
    d/dx(cos(4x)) ⇒ -sin(4x) : chain-rule-omitted
    d/dx(e^(5x)) ⇒ e^(5x) : chain-rule-omitted
    d/dx(sin(x^3)) ⇒ cos(3x^2) : derivative-inside
    d/dx((3x + 2)^4) ⇒ 4(3x + 2)^3 : chain-rule-omitted-on-power
    d/dx(3^x) ⇒ x * 3^(x - 1) : power-rule-on-exponential
    d/dx(5^x) ⇒ 5^x : log-factor-forgotten
    d/dx(ln(7x)) ⇒ 1/(7x) : log-of-multiple
    d/dx(cos(x)) ⇒ sin(x) : trig-derivative-sign
    d/dx(x^4) ⇒ x^5/5 : integral-for-derivative
    d/dx(x^(-3)) ⇒ -3x^(-2) : negative-exponent-wrong-way
    d/dx(e^3) ⇒ 3e^2 : constant-as-variable
    x^2 + y^2 = 9 ⇒ 2x + 2y = 0 : implicit-factor-missing
    d/dx(√x) ⇒ 1/√x : root-derivative-without-half
    d/dx(tan(x)) ⇒ sec(x) : tangent-derivative
    d^2/dx^2(x^4) ⇒ 16x^6 : second-derivative-as-square
    d/dx(x^3 + sin(2x)) ⇒ 3x^2 + cos(2x) : chain-rule-omitted
    d/dx(4x^3 - x^2) ⇒ 12x^3 - 2x : exponent-not-reduced
  `,
  unnamed: `
    d/dx(x^5) ⇒ 5x^4
    d/dx(e^x) ⇒ e^x
    d/dx(ln(7x)) ⇒ 1/x
    d/dx(x^2 e^x) ⇒ 2x e^x + x^2 e^x
    d/dx(cos(4x)) ⇒ -4sin(4x)
  `,
});

check('limits', {
  named: `
    lim_{x->0} (x^2 + 4)/(x + 2) ⇒ 0 : hospital-on-determinate
    lim_{x->∞} (√(x^2 + 4x) - x) ⇒ 0 : infinity-minus-infinity
    lim_{x->∞} (x sin(2/x)) ⇒ 0 : zero-times-infinity
    lim_{n->∞} (1 + 2/n)^n ⇒ 1 : one-to-infinity
    lim_{x->3} (x^2 - 9)/(x - 3) ⇒ 0 : zero-over-zero
    lim_{x->∞} sin(x)/x ⇒ 1 : sine-quotient-at-infinity
    lim_{x->0} (e^x - 1)/x ⇒ 1/2 : hospital-by-quotient-rule
  `,
  unnamed: `
    lim_{x->3} (x^2 - 9)/(x - 3) ⇒ 6
    lim_{x->0} (x^2 + 4)/(x + 2) ⇒ 2
  `,
});

check('integrals', {
  named: `
    ∫ 4x dx ⇒ 2x^2 : constant-of-integration-omitted
    ∫ x^4 dx ⇒ x^5 + C : not-divided-by-new-exponent
    ∫ x^4 dx ⇒ x^5/4 + C : divided-by-old-exponent
    ∫ x^4 dx ⇒ 4x^3 + C : differentiated-instead
    ∫ 1/(x^2 + 9) dx ⇒ ln(x^2 + 9) + C : log-for-any-reciprocal
    ∫ 1/x dx ⇒ -1/x^2 + C : power-rule-at-minus-one
    ∫ 1/x^3 dx ⇒ ln(x^3) + C : log-for-reciprocal-power
    ∫ x cos(x) dx ⇒ x^2/2 * sin(x) + C : integral-of-product
    ∫ x/(x + 4) dx ⇒ (x^2/2)/(x^2/2 + 4x) + C : integral-of-quotient
    ∫ cos(4x) dx ⇒ sin(4x) + C : inner-factor-not-divided
    ∫ cos(4x) dx ⇒ 4sin(4x) + C : inner-factor-multiplied
    ∫ sin(x) dx ⇒ cos(x) + C : trig-integral-sign
    ∫ (x^2 + 3)^4 dx ⇒ (x^2 + 3)^5/5 + C : reverse-chain-without-factor
    ∫ x e^x dx ⇒ x e^x + C : variable-pulled-out
    ∫ e^(x^3) dx ⇒ e^(x^3)/(3x^2) + C : exponential-over-slope
    2 ∫ (3x^2 + 5) dx ⇒ 2x^3 + 5x + C : invisible-bracket-lost
    ∫ x e^x dx ⇒ x e^x + e^x + C : parts-sign
    ∫_{1}^{2} 6x dx ⇒ -9 : bounds-reversed
    ∫_{1}^{2} 6x dx ⇒ 12 : upper-bound-only
    ∫_{-2}^{2} 1/x^2 dx ⇒ -1 : integrated-across-pole
    ∫ (x^2 + x^4) dx ⇒ x^3/3 + x^5 + C : not-divided-by-new-exponent
  `,
  unnamed: `
    ∫_{1}^{2} 6x dx ⇒ 9
    ∫_{0}^{2} 6x dx ⇒ 12
  `,
});
