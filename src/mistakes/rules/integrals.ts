import { type Expr, NOWHERE } from '../../math/expr.ts';
import { antiderivative, isFree } from '../antiderivative.ts';
import { call, negate, num, power, product, quotient, sum, writtenNumber } from '../build.ts';
import { substitute } from '../open.ts';
import { family, type Rewrite, type Rewriting } from '../rule.ts';

type Integral = Expr & { kind: 'integral' };

function ofIntegral(definite: boolean | null, rewrite: (node: Integral) => readonly Rewriting[]): Rewrite {
  return node => (node.kind === 'integral' && (definite === null || (node.bounds !== null) === definite) ? rewrite(node) : []);
}

const slope = (body: Expr, variable: string): Expr => ({ kind: 'derivative', body, variable, order: 1, partial: false, span: NOWHERE });

const constantOmitted = ofIntegral(false, ({ body, variable }) => {
  const wrong = antiderivative(body, variable);
  return wrong ? [{ wrong, terms: { u: body } }] : [];
});

const differentiated = ofIntegral(false, ({ body, variable }) => [{ wrong: slope(body, variable), terms: { u: body } }]);

/** ∫f·g → ∫f·∫g and ∫f/g → ∫f/∫g. */
const byParts = (op: 'product' | 'quotient'): Rewrite =>
  ofIntegral(false, node => {
    const area = (body: Expr): Expr => ({ ...node, body, span: NOWHERE });
    if (op === 'product' && node.body.kind === 'product') {
      const [first, ...rest] = node.body.factors;
      if (!first || rest.length === 0) return [];
      return [{ wrong: product([area(first), area(product(rest))]), terms: { u: first, v: product(rest) } }];
    }
    if (op === 'quotient' && node.body.kind === 'quotient') {
      return [{ wrong: quotient(area(node.body.num), area(node.body.den)), terms: { u: node.body.num, v: node.body.den } }];
    }
    return [];
  });

/** ∫f(kx) → F(kx) or k·F(kx). */
const innerFactor = (how: 'kept' | 'multiplied'): Rewrite =>
  ofIntegral(false, node => {
    const { body, variable } = node;
    const inside = body.kind === 'call' ? body.args[0] : body.kind === 'power' && isFree(body.base, variable) ? body.exponent : undefined;
    const right = antiderivative(body, variable);
    if (!inside || inside.kind === 'symbol' || !right || isFree(inside, variable)) return [];
    const factor = slope(inside, variable);
    const kept = product([right, factor]);
    return [{ wrong: how === 'kept' ? kept : product([kept, factor]), terms: { u: inside } }];
  });

/** ∫gⁿ → gⁿ⁺¹/(n + 1) for a g that is not the variable. */
const reverseChain = ofIntegral(false, ({ body, variable }) => {
  if (body.kind !== 'power' || body.base.kind === 'symbol' || isFree(body.base, variable)) return [];
  const n = writtenNumber(body.exponent);
  if (!n || n.n === -n.d) return [];
  const next = num(n.n + n.d, n.d);
  return [{ wrong: quotient(power(body.base, next), next), terms: { u: body.base, n: next } }];
});

/** ∫1/g → ln g. */
const logOfAnything = ofIntegral(false, ({ body, variable }) => {
  if (body.kind !== 'quotient' || isFree(body.den, variable) || !isFree(body.num, variable) || body.den.kind === 'symbol') return [];
  const logs = [call('ln', body.den), call('ln', call('abs', body.den))];
  return logs.map(log => ({ wrong: product([body.num, log]), terms: { u: body.den } }));
});

const variablePulledOut = ofIntegral(false, node => {
  const { body, variable } = node;
  if (body.kind !== 'product') return [];
  return body.factors.flatMap((factor, i) => {
    if (isFree(factor, variable) || body.factors.length < 2) return [];
    const rest = product(body.factors.toSpliced(i, 1));
    return [{ wrong: product([factor, { ...node, body: rest, span: NOWHERE }]), terms: { u: factor, v: rest } }];
  });
});

/** ∫e^g → e^g/g′. */
const exponentialOverSlope = ofIntegral(false, ({ body, variable }) => {
  if (body.kind !== 'power' || body.base.kind !== 'symbol' || body.base.name !== 'e' || isFree(body.exponent, variable)) return [];
  return [{ wrong: quotient(body, slope(body.exponent, variable)), terms: { u: body.exponent } }];
});

/** k·∫(f + g) → k·F + G, at the product around the integral. */
const invisibleBracket: Rewrite = node => {
  if (node.kind !== 'product') return [];
  const area = node.factors.find(factor => factor.kind === 'integral');
  if (area?.kind !== 'integral' || area.body.kind !== 'sum') return [];
  const [first, ...rest] = area.body.terms;
  if (!first) return [];
  const factors = node.factors.filter(factor => factor !== area);
  const of = (body: Expr): Expr => ({ ...area, body, span: NOWHERE });
  return [{ wrong: sum([product([...factors, of(first)]), of(sum(rest))]), terms: { a: product(factors), u: area.body } }];
};

/** ∫x·f → x·F + ∫F: the sign in integration by parts. */
const partsSign = ofIntegral(false, node => {
  const { body, variable } = node;
  if (body.kind !== 'product') return [];
  return body.factors.flatMap((factor, i) => {
    const rest = product(body.factors.toSpliced(i, 1));
    const inverse = body.factors.length > 1 && !isFree(factor, variable) ? antiderivative(rest, variable) : null;
    const again = inverse && antiderivative(product([slopeNow(factor, variable), inverse]), variable);
    return inverse && again ? [{ wrong: sum([product([factor, inverse]), again]), terms: { u: factor, v: rest } }] : [];
  });
});

/** The derivative of a plain power of the variable or of a multiple of it, carried out. */
function slopeNow(expr: Expr, variable: string): Expr {
  if (expr.kind === 'symbol' && expr.name === variable) return num(1);
  const n = expr.kind === 'power' ? writtenNumber(expr.exponent) : null;
  if (expr.kind === 'power' && expr.base.kind === 'symbol' && n) return product([expr.exponent, power(expr.base, num(n.n - n.d, n.d))]);
  return slope(expr, variable);
}

const atBounds = (how: 'reversed' | 'upper'): Rewrite =>
  ofIntegral(true, ({ body, variable, bounds }) => {
    const inverse = antiderivative(body, variable);
    if (!inverse || !bounds) return [];
    const [lower, upper] = [substitute(inverse, variable, bounds.lower), substitute(inverse, variable, bounds.upper)];
    return [{ wrong: how === 'reversed' ? sum([lower, negate(upper)]) : upper, terms: { a: bounds.lower, b: bounds.upper, u: body } }];
  });

/** Integrals. Each rule is tried at the integral as written and at the integrals that its right expansion contains. */
/** The rule that a value of a divergent integral is named by. */
export const ACROSS_POLE = 'integrated-across-pole';
/** Rules that a line after a substitution is named by. */
export const BOUNDS_NOT_CHANGED = 'bounds-not-changed';
export const DIFFERENTIAL_NOT_CHANGED = 'differential-not-changed';

export const integrals = family('integrals', 'operator', [
  {
    id: 'constant-of-integration-omitted',
    ref: 'ITG-01',
    name: 'constant of integration left out',
    prior: 0.5,
    wrong: constantOmitted,
    why: 'An indefinite integral stands for all antiderivatives, which differ by a constant.',
    ask: 'Which other functions have the same derivative?',
    elsewhere: '∫2 dx = 2x + C: 2x, 2x + 1 and 2x - 5 all have the slope 2.',
  },
  {
    id: 'not-divided-by-new-exponent',
    ref: 'ITG-02',
    name: 'not divided by the new exponent',
    prior: 0.85,
    wrong: ['∫ x^n dx → x^(n + 1)', '∫ x dx → x^2'],
    right: 'x^(n + 1)/(n + 1)',
    why: 'Differentiating the result brings the exponent down as a factor; dividing by it makes up for that.',
    ask: 'What is the derivative of {wrong}?',
    elsewhere: '∫x^4 dx = x^5/5 + C.',
  },
  {
    id: 'divided-by-old-exponent',
    ref: 'ITG-03',
    name: 'divided by the old exponent',
    prior: 0.75,
    wrong: ['∫ x^n dx → x^(n + 1)/n'],
    right: 'x^(n + 1)/(n + 1)',
    why: 'The division is by the new exponent, which is one more than {n}.',
    ask: 'What is the derivative of {wrong}?',
    elsewhere: '∫x^4 dx = x^5/5 + C, not x^5/4.',
  },
  {
    id: 'differentiated-instead',
    ref: 'ITG-04',
    name: 'differentiated instead of integrated',
    prior: 0.75,
    wrong: differentiated,
    why: 'This is the derivative; a function whose derivative is {u} is asked for.',
    ask: 'What is the derivative of {wrong}, and is it the integrand?',
    elsewhere: '∫x^3 dx = x^4/4 + C, while 3x^2 is the derivative.',
  },
  {
    id: 'power-rule-at-minus-one',
    ref: 'ITG-05',
    name: 'power rule used on 1/x',
    prior: 0.7,
    wrong: ['∫ 1/x dx → x^0/0', '∫ 1/x dx → x^0', '∫ 1/x dx → -1/x^2', '∫ 1/x dx → 1', '∫ x^(-1) dx → x^0'],
    why: 'For the exponent -1 the power rule would divide by 0: this is the one power whose integral is a logarithm.',
    ask: 'Which function has the derivative 1/x?',
    elsewhere: '∫3/x dx = 3·ln|x| + C.',
  },
  {
    id: 'log-for-any-reciprocal',
    ref: 'ITG-06',
    name: 'logarithm for any reciprocal',
    prior: 0.75,
    wrong: logOfAnything,
    why: 'The derivative of ln({u}) also has the inner derivative of {u} on top.',
    ask: 'What is the derivative of ln({u}), by the chain rule?',
    elsewhere: '∫1/(x^2 + 4) dx is no logarithm; ∫2x/(x^2 + 4) dx is one.',
  },
  {
    id: 'log-for-reciprocal-power',
    ref: 'ITG-07',
    name: 'logarithm for a power below',
    prior: 0.75,
    wrong: ['∫ 1/x^n dx → ln(x^n)', '∫ x^(-n) dx → ln(x^n)', '∫ 1/x^n dx → ln(abs(x^n))'],
    why: 'Only 1/{x} itself gives a logarithm. Write {site} with a negative exponent and use the power rule.',
    ask: 'How is 1/{x^n} written as a power of {x}?',
    elsewhere: '∫1/x^3 dx = -1/(2x^2) + C.',
  },
  {
    id: 'integral-of-product',
    ref: 'ITG-08',
    name: 'product integrated factor by factor',
    prior: 0.85,
    wrong: byParts('product'),
    why: 'The integral of a product is not the product of the integrals: differentiate the result to see it.',
    ask: 'What is the derivative of {wrong}, by the product rule?',
    elsewhere: '∫x·x dx = x^3/3, but (x^2/2)·(x^2/2) = x^4/4.',
  },
  {
    id: 'integral-of-quotient',
    ref: 'ITG-09',
    name: 'quotient integrated top and bottom',
    prior: 0.8,
    wrong: byParts('quotient'),
    why: 'The integral of a quotient is not the quotient of the integrals.',
    ask: 'What is the derivative of {wrong}, by the quotient rule?',
    elsewhere: '∫x^2/x dx = x^2/2, but (x^3/3)/(x^2/2) = 2x/3.',
  },
  {
    id: 'inner-factor-not-divided',
    ref: 'ITG-10',
    name: 'inner factor not divided by',
    prior: 0.85,
    wrong: innerFactor('kept'),
    why: 'Differentiating the result brings the inner derivative of {u} out as a factor; dividing by it makes up for that.',
    ask: 'What is the derivative of {wrong}, by the chain rule?',
    elsewhere: '∫e^(4x) dx = e^(4x)/4 + C.',
  },
  {
    id: 'inner-factor-multiplied',
    ref: 'ITG-11',
    name: 'multiplied by the inner factor',
    prior: 0.75,
    wrong: innerFactor('multiplied'),
    why: 'Differentiating multiplies by the inner derivative of {u}; integrating divides by it.',
    ask: 'What is the derivative of {wrong}, by the chain rule?',
    elsewhere: '∫e^(4x) dx = e^(4x)/4 + C, not 4e^(4x).',
  },
  {
    id: 'trig-integral-sign',
    ref: 'ITG-12',
    name: 'sign of a trigonometric integral',
    prior: 0.8,
    wrong: ['∫ sin(x) dx → cos(x)', '∫ cos(x) dx → -sin(x)', '∫ sin(k*x) dx → cos(k*x)/k', '∫ cos(k*x) dx → -sin(k*x)/k'],
    why: 'Differentiate the result to check: the slope of cos is the opposite of sin.',
    ask: 'What is the derivative of {wrong}?',
    elsewhere: '∫sin x dx from 0 to 180° is positive, as the sine is there.',
  },
  {
    id: 'reverse-chain-without-factor',
    ref: 'ITG-13',
    name: 'power of a bracket integrated like a power of the variable',
    prior: 0.75,
    wrong: reverseChain,
    why: 'Differentiating the result also brings out the inner derivative of {u}, which the integrand does not have.',
    ask: 'What is the derivative of {written}, by the chain rule?',
    elsewhere: '∫(3x + 1)^2 dx = (3x + 1)^3/9 + C.',
  },
  {
    id: 'variable-pulled-out',
    ref: 'ITG-14',
    name: 'variable pulled out like a constant',
    prior: 0.75,
    wrong: variablePulledOut,
    why: 'Only a constant factor may be taken out of an integral, and {u} changes.',
    ask: 'Does {u} stay the same while the variable runs?',
    elsewhere: '∫x·1 dx = x^2/2, but x·∫1 dx = x^2.',
  },
  {
    id: 'exponential-over-slope',
    ref: 'ITG-15',
    name: 'exponential divided by the slope of its exponent',
    prior: 0.7,
    wrong: exponentialOverSlope,
    why: 'Dividing by the inner derivative works only when it is a constant: otherwise the quotient rule comes in.',
    ask: 'Is the derivative of {u} a constant?',
    elsewhere: '∫e^(2x) dx = e^(2x)/2 + C works, because the slope of 2x is 2.',
  },
  {
    id: 'invisible-bracket-lost',
    ref: 'ITG-16',
    name: 'factor in front reaches only the first term',
    prior: 0.75,
    wrong: invisibleBracket,
    why: 'The factor {a} multiplies the whole integral, so every term of the result.',
    ask: 'Which terms of the result does {a} multiply?',
    elsewhere: '2·∫(2x + 3) dx = 2x^2 + 6x + C.',
  },
  {
    id: 'parts-sign',
    ref: 'ITG-17',
    name: 'sign in integration by parts',
    prior: 0.75,
    wrong: partsSign,
    why: 'In integration by parts the second integral is taken away: that is the product rule read backwards.',
    ask: 'What is the derivative of {wrong}, by the product rule?',
    elsewhere: '∫ln x dx = x·ln x - x + C.',
  },
  {
    id: 'bounds-reversed',
    ref: 'ITG-20',
    name: 'bounds put in the wrong order',
    prior: 0.8,
    wrong: atBounds('reversed'),
    why: 'The value at the upper bound {b} comes first, and the value at the lower bound {a} is taken from it.',
    ask: 'Is the integrand positive between the bounds, and what sign must the area have?',
    elsewhere: '∫2 dx from 1 to 4 is 8 - 2 = 6.',
  },
  {
    id: 'upper-bound-only',
    ref: 'ITG-21',
    name: 'value at the lower bound left out',
    prior: 0.75,
    wrong: atBounds('upper'),
    why: 'The value of the antiderivative at the lower bound {a} must be taken away.',
    ask: 'What is the antiderivative worth at the lower bound {a}?',
    elsewhere: '∫2 dx from 1 to 4 is 8 - 2 = 6, not 8.',
  },
  {
    id: BOUNDS_NOT_CHANGED,
    ref: 'ITG-18',
    name: 'bounds kept under a substitution',
    wrong: [],
    why: 'With a new variable the bounds are values of the new variable too.',
    ask: 'Which values does the new variable have at the two old bounds?',
    elsewhere: 'For u = 2x, x from 0 to 3 means u from 0 to 6.',
  },
  {
    id: DIFFERENTIAL_NOT_CHANGED,
    ref: 'ITG-19',
    name: 'differential not converted',
    wrong: [],
    why: 'With a new variable dx changes too: it is du divided by the derivative of the new variable.',
    ask: 'What is du, and what does it take the place of?',
    elsewhere: 'For u = 3x: du = 3 dx, so ∫ cos 3x dx = ∫ cos u · (1/3) du.',
  },
  {
    id: ACROSS_POLE,
    ref: 'ITG-23',
    name: 'integrated across a pole',
    prior: 0.7,
    wrong: ['∫_m^n 1/x^2 dx → -1/n + 1/m', '∫_m^n 1/x dx → ln(abs(n)) - ln(abs(m))'],
    why: 'The integrand has no value at a place between the bounds: the integral must be split there, and it does not converge.',
    ask: 'Is the integrand defined everywhere between the bounds?',
    elsewhere: '1/x^2 is positive everywhere, so its area cannot be negative.',
  },
]);
