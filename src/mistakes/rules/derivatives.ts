import type { Expr, Statement } from '../../math/expr.ts';
import { NOWHERE } from '../../math/expr.ts';
import { antiderivative, isFree } from '../antiderivative.ts';
import { call, equation, isStatement, num, power, product, sum } from '../build.ts';
import { outerDerivative } from '../open.ts';
import { family, type Rewrite, type Rewriting } from '../rule.ts';
import { lettersIn, sidesOf } from '../sides.ts';

type Derivative = Expr & { kind: 'derivative' };

/** A rewriting of first derivatives only. */
function ofDerivative(rewrite: (node: Derivative) => readonly Rewriting[]): Rewrite {
  return node => (node.kind === 'derivative' && node.order === 1 ? rewrite(node) : []);
}

/** f(g)′ → f′(g) for every f whose derivative is known. */
const chainOmitted = ofDerivative(({ body, variable }) => {
  const inside = body.kind === 'call' && body.args.length === 1 ? body.args[0] : undefined;
  if (body.kind !== 'call' || !inside || inside.kind === 'symbol' || isFree(inside, variable)) return [];
  const outer = outerDerivative(body.fn, inside);
  return outer ? [{ wrong: outer, terms: { u: inside } }] : [];
});

const chainOmittedOnExponential = ofDerivative(({ body, variable }) => {
  if (body.kind !== 'power' || !isFree(body.base, variable) || body.exponent.kind === 'symbol' || isFree(body.exponent, variable))
    return [];
  const natural = body.base.kind === 'symbol' && body.base.name === 'e';
  return [{ wrong: natural ? body : product([body, call('ln', body.base)]), terms: { u: body.exponent } }];
});

/** f(g)′ → f′(g′). */
const appliedInside = ofDerivative(node => {
  const { body, variable } = node;
  const inside = body.kind === 'call' && body.args.length === 1 ? body.args[0] : undefined;
  if (body.kind !== 'call' || !inside || inside.kind === 'symbol' || isFree(inside, variable)) return [];
  const slope: Expr = { ...node, body: inside, span: NOWHERE };
  const outer = outerDerivative(body.fn, slope);
  return outer
    ? [
        { wrong: outer, terms: { u: inside } },
        { wrong: call(body.fn, slope), terms: { u: inside } },
      ]
    : [];
});

const integralGiven = ofDerivative(({ body, variable }) => {
  const wrong = antiderivative(body, variable);
  return wrong && !isFree(body, variable)
    ? [
        { wrong: plainLogs(wrong), terms: { u: body } },
        { wrong, terms: { u: body } },
      ]
    : [];
});

/** ln|x| as most students write it, ln x. */
function plainLogs(expr: Expr): Expr {
  if (expr.kind === 'call' && expr.fn === 'ln' && expr.args[0]?.kind === 'call' && expr.args[0].fn === 'abs' && expr.args[0].args[0]) {
    return call('ln', expr.args[0].args[0]);
  }
  if (expr.kind === 'quotient') return { ...expr, num: plainLogs(expr.num) };
  if (expr.kind === 'product') return { ...expr, factors: expr.factors.map(plainLogs) };
  return expr;
}

/** x² + y² = 25 → 2x + 2y = 0: every letter differentiated as if it were the variable. */
const implicitForgotten: Rewrite = node => {
  const sides = sidesOf(node, '=');
  const letters = [...lettersIn(node)];
  if (!sides || letters.length !== 2) return [];
  const total = (side: Expr): Expr =>
    sum(letters.map((variable): Expr => ({ kind: 'derivative', body: side, variable, order: 1, partial: false, span: NOWHERE })));
  const wrong: Statement = equation(total(sides[0]), total(sides[1]));
  return [
    { wrong, terms: Object.fromEntries(letters.map((name, i) => [i === 0 ? 'x' : 'y', { kind: 'symbol', name, span: NOWHERE } as Expr])) },
  ];
};

const secondAsSquare: Rewrite = node =>
  !isStatement(node) && node.kind === 'derivative' && node.order === 2
    ? [{ wrong: power({ ...node, order: 1, span: NOWHERE }, num(2)), terms: { u: node.body } }]
    : [];

/** Derivatives. Each rule is tried at the derivative as written and at the derivatives that its right expansion contains. */
export const derivatives = family('derivatives', 'operator', [
  {
    id: 'exponent-not-reduced',
    ref: 'DIF-01',
    name: 'exponent not reduced',
    prior: 0.8,
    wrong: ['d/dx(x^n) → n*x^n', 'd/dx(x) → x'],
    why: 'In the power rule the exponent comes down in front and one factor goes: the new exponent is one less.',
    ask: 'The derivative of a square is a slope of degree 1. Which degree must {site} have?',
    elsewhere: 'The derivative of x^5 is 5x^4.',
  },
  {
    id: 'exponent-not-brought-down',
    ref: 'DIF-02',
    name: 'exponent not brought down',
    prior: 0.8,
    wrong: 'd/dx(x^n) → x^(n - 1)',
    why: 'In the power rule the old exponent {n} becomes a factor in front.',
    ask: 'What becomes of the old exponent in the power rule?',
    elsewhere: 'The derivative of x^5 is 5x^4, not x^4.',
  },
  {
    id: 'constant-survives',
    ref: 'DIF-03',
    name: 'constant kept',
    prior: 0.8,
    wrong: ['d/dx(k) → k', 'd/dx(a + k) → d/dx(a) + k', 'd/dx(a - k) → d/dx(a) - k'],
    why: 'A constant does not change, so its rate of change is 0.',
    ask: 'How fast does a quantity change that is always {k}?',
    elsewhere: 'The derivative of x^2 + 7 is 2x.',
  },
  {
    id: 'product-of-derivatives',
    ref: 'DIF-04',
    name: 'product differentiated factor by factor',
    prior: 0.85,
    wrong: 'd/dx(u*v) → d/dx(u)*d/dx(v)',
    why: 'A product changes through each of its factors in turn: the product rule has two terms.',
    ask: 'What does the product rule say when {u} changes and {v} stands still, and the other way round?',
    elsewhere: 'The derivative of x·x is 2x, but 1·1 = 1.',
  },
  {
    id: 'half-product-rule',
    ref: 'DIF-05',
    name: 'one half of the product rule missing',
    prior: 0.9,
    wrong: 'd/dx(u*v) → d/dx(u)*v',
    why: 'The product rule has two terms: in the other one {v} changes and {u} stands still.',
    ask: 'Which of the two factors has not been differentiated yet?',
    elsewhere: 'The derivative of x·ln x is ln x + 1.',
  },
  {
    id: 'product-rule-sign',
    ref: 'DIF-05',
    name: 'minus sign in the product rule',
    prior: 0.5,
    wrong: 'd/dx(u*v) → d/dx(u)*v - u*d/dx(v)',
    why: 'The two terms of the product rule are added; the minus sign belongs to the quotient rule.',
    ask: 'Which of the rules, for products or for quotients, has the minus sign?',
    elsewhere: 'The derivative of x·e^x is e^x + x·e^x.',
  },
  {
    id: 'quotient-of-derivatives',
    ref: 'DIF-06',
    name: 'quotient differentiated top and bottom',
    prior: 0.85,
    wrong: 'd/dx(u/v) → d/dx(u)/d/dx(v)',
    why: 'A quotient is not differentiated top and bottom: the quotient rule has a difference over the square of the denominator.',
    ask: 'What does the quotient rule say about its denominator?',
    elsewhere: 'x^2/x is x, with derivative 1, but 2x/1 = 2x.',
  },
  {
    id: 'quotient-rule-reversed',
    ref: 'DIF-07',
    name: 'quotient rule with the numerator reversed',
    prior: 0.75,
    wrong: ['d/dx(u/v) → (u*d/dx(v) - d/dx(u)*v)/v^2', 'd/dx(u/v) → (d/dx(u)*v + u*d/dx(v))/v^2', 'd/dx(a/v) → a*d/dx(v)/v^2'],
    why: 'The term with the derivative of the numerator comes first and is positive; the other one is taken away.',
    ask: 'If the numerator grows and the denominator stands still, does the quotient grow?',
    elsewhere: 'The derivative of 1/x is -1/x^2.',
  },
  {
    id: 'quotient-denominator-not-squared',
    ref: 'DIF-08',
    name: 'denominator of the quotient rule not squared',
    prior: 0.7,
    wrong: ['d/dx(u/v) → (d/dx(u)*v - u*d/dx(v))/v', 'd/dx(u/v) → d/dx(u)*v - u*d/dx(v)'],
    why: 'The quotient rule divides by the square of {v}.',
    ask: 'What stands below in the quotient rule?',
    elsewhere: 'The derivative of 1/x is -1/x^2, with a square below.',
  },
  {
    id: 'chain-rule-omitted',
    ref: 'DIF-09',
    name: 'inner derivative forgotten',
    prior: 0.9,
    wrong: [chainOmitted, chainOmittedOnExponential],
    why: 'The inside {u} changes too: the chain rule multiplies by its derivative.',
    ask: 'What is the derivative of the inside, {u}?',
    elsewhere: 'The derivative of cos 5x is -5·sin 5x.',
  },
  {
    id: 'derivative-inside',
    ref: 'DIF-10',
    name: 'inside replaced by its derivative',
    prior: 0.7,
    wrong: appliedInside,
    why: 'The inside {u} stays where it is; its derivative comes as a factor outside.',
    ask: 'In the chain rule, what stays inside the outer function?',
    elsewhere: 'The derivative of sin(x^3) is 3x^2·cos(x^3).',
  },
  {
    id: 'chain-rule-omitted-on-power',
    ref: 'DIF-11',
    name: 'inner derivative of a power forgotten',
    prior: 0.85,
    wrong: [
      'd/dx((a + b)^n) → n*(a + b)^(n - 1)',
      'd/dx((a - b)^n) → n*(a - b)^(n - 1)',
      'd/dx((k*x)^n) → n*(k*x)^(n - 1)',
      'd/dx(sin(a)^n) → n*sin(a)^(n - 1)',
      'd/dx(cos(a)^n) → n*cos(a)^(n - 1)',
      'd/dx(log(a)^n) → n*log(a)^(n - 1)',
    ],
    why: 'The base of {site} changes too: the chain rule multiplies by its derivative.',
    ask: 'What is the derivative of the inside of the power?',
    elsewhere: 'The derivative of (4x + 1)^2 is 2(4x + 1)·4.',
  },
  {
    id: 'power-rule-on-exponential',
    ref: 'DIF-12',
    name: 'power rule used on an exponential',
    prior: 0.8,
    wrong: ['d/dx(e^x) → x*e^(x - 1)', 'd/dx(k^x) → x*k^(x - 1)'],
    why: 'The power rule is for a variable base and a fixed exponent. Here the exponent is the variable.',
    ask: 'Where does the variable stand in {site}: in the base or in the exponent?',
    elsewhere: 'The derivative of 3^x is 3^x·ln 3.',
  },
  {
    id: 'log-factor-forgotten',
    ref: 'DIF-13',
    name: 'factor ln a forgotten',
    prior: 0.7,
    wrong: 'd/dx(k^x) → k^x',
    why: 'Only e^x is its own derivative; for another base the factor ln {k} comes in.',
    ask: 'For which base is an exponential function its own derivative?',
    elsewhere: 'The derivative of 10^x is 10^x·ln 10.',
  },
  {
    id: 'log-of-multiple',
    ref: 'DIF-14',
    name: 'inner factor forgotten in a logarithm',
    prior: 0.9,
    wrong: ['d/dx(ln(k*x)) → 1/(k*x)', 'd/dx(ln(k*x)) → k/x'],
    why: 'ln({k*x}) is ln {k} + ln {x}, and ln {k} is a constant.',
    ask: 'How can ln({k*x}) be split into two logarithms, and which of them changes?',
    elsewhere: 'The derivative of ln 8x is 1/x.',
  },
  {
    id: 'trig-derivative-sign',
    ref: 'DIF-15',
    name: 'sign of a trigonometric derivative',
    prior: 0.8,
    wrong: ['d/dx(cos(x)) → sin(x)', 'd/dx(sin(x)) → -cos(x)', 'd/dx(cos(u)) → sin(u)*d/dx(u)', 'd/dx(sin(u)) → -cos(u)*d/dx(u)'],
    why: 'The slope of sin is cos, and the slope of cos is the opposite of sin.',
    ask: 'Just right of 0, does the cosine rise or fall?',
    elsewhere: 'At 90° the cosine falls: its slope there is -1.',
  },
  {
    id: 'integral-for-derivative',
    ref: 'DIF-16',
    name: 'integrated instead of differentiated',
    prior: 0.65,
    wrong: integralGiven,
    why: 'This is an antiderivative; the slope of {u} is asked for.',
    ask: 'Does the degree of a power go down or up when it is differentiated?',
    elsewhere: 'The derivative of x^2 is 2x; its antiderivative is x^3/3.',
  },
  {
    id: 'negative-exponent-wrong-way',
    ref: 'DIF-17',
    name: 'negative exponent moved the wrong way',
    prior: 0.75,
    wrong: [
      'd/dx(x^(-n)) → -n*x^(-n + 1)',
      'd/dx(1/x^n) → -n/x^(n - 1)',
      'd/dx(1/x^n) → 1/(n*x^(n - 1))',
      'd/dx(1/x) → 1',
      'd/dx(1/x) → 1/x^2',
    ],
    why: 'In {site} the exponent is negative, and one less than a negative number is further from zero.',
    ask: 'What is one less than a negative number?',
    elsewhere: 'The derivative of x^(-3) is -3x^(-4).',
  },
  {
    id: 'constant-as-variable',
    ref: 'DIF-18',
    name: 'constant differentiated like the variable',
    prior: 0.75,
    wrong: [
      'd/dx(pi^n) → n*pi^(n - 1)',
      'd/dx(e^n) → e^n',
      'd/dx(e^n) → n*e^(n - 1)',
      'd/dx(k^n) → n*k^(n - 1)',
      'd/dx(y^n) → n*y^(n - 1)',
    ],
    why: '{site} asks for the rate of change in {x}, and the body does not contain it.',
    ask: 'Does the body of {site} change when {x} changes?',
    elsewhere: 'The derivative of e^3 in x is 0.',
  },
  {
    id: 'implicit-factor-missing',
    ref: 'DIF-19',
    name: 'factor y′ missing',
    prior: 0.8,
    tier: 'equation',
    wrong: implicitForgotten,
    why: '{y} depends on {x}, so the chain rule puts its derivative behind every term with {y}.',
    ask: 'Which letters depend on {x}, and what does the chain rule add for them?',
    elsewhere: 'x·y = 1 gives y + x·y′ = 0.',
  },
  {
    id: 'root-derivative-without-half',
    ref: 'DIF-20',
    name: 'one half missing in the derivative of a root',
    prior: 0.75,
    wrong: ['d/dx(sqrt(x)) → 1/sqrt(x)', 'd/dx(sqrt(x)) → sqrt(x)/2', 'd/dx(sqrt(x)) → 1/(2*x)', 'd/dx(sqrt(u)) → d/dx(u)/sqrt(u)'],
    why: 'A square root is the power 1/2, and the exponent 1/2 comes down as a factor.',
    ask: 'How is the root written as a power, and what comes down in front?',
    elsewhere: 'At x = 4 the slope of √x is 1/4.',
  },
  {
    id: 'tangent-derivative',
    ref: 'DIF-21',
    name: 'derivative of the tangent',
    prior: 0.7,
    wrong: ['d/dx(tan(x)) → sec(x)', 'd/dx(tan(x)) → cot(x)', 'd/dx(tan(x)) → 1/cos(x)'],
    why: 'The quotient rule on sin/cos leaves the square of the cosine below.',
    ask: 'Write the tangent as a quotient: what does the quotient rule put below?',
    elsewhere: 'At 45° the slope of tan is 2.',
  },
  {
    id: 'second-derivative-as-square',
    ref: 'DIF-22',
    name: 'second derivative taken as a square',
    prior: 0.7,
    wrong: secondAsSquare,
    why: 'The second derivative is the derivative of the derivative, not its square.',
    ask: 'What is the derivative of the first derivative?',
    elsewhere: 'x^2 has the first derivative 2x and the second one 2, not 4x^2.',
  },
]);
