import type { Expr } from '../../math/expr.ts';
import { NOWHERE } from '../../math/expr.ts';
import { num, quotient } from '../build.ts';
import { family, type Rewrite, type Rewriting } from '../rule.ts';

type Limit = Expr & { kind: 'limit' };

function ofLimit(rewrite: (node: Limit) => readonly Rewriting[]): Rewrite {
  return node => (node.kind === 'limit' ? rewrite(node) : []);
}

const isInfinite = (point: Expr): boolean => point.kind === 'symbol' && point.name === 'infinity';

const slope = (body: Expr, variable: string): Expr => ({ kind: 'derivative', body, variable, order: 1, partial: false, span: NOWHERE });

const hospital = ofLimit(({ body, variable, point }) => {
  if (body.kind !== 'quotient' || isInfinite(point)) return [];
  const wrong = quotient(slope(body.num, variable), slope(body.den, variable));
  return [{ wrong: at(wrong, variable, point), terms: { u: body.num, v: body.den, a: point } }];
});

const hospitalByQuotientRule = ofLimit(node =>
  node.body.kind === 'quotient'
    ? [{ wrong: { ...node, body: slope(node.body, node.variable), span: NOWHERE }, terms: { u: node.body } }]
    : [],
);

/** The expression at a point; derivatives are kept as limits, which sampling works out. */
function at(expr: Expr, variable: string, point: Expr): Expr {
  return { kind: 'limit', body: expr, variable, point, side: 'both', span: NOWHERE };
}

/** A fixed wrong value at limits of the shape that tempts to it. */
const valued = (fits: (node: Limit) => boolean, ...values: readonly Expr[]): Rewrite =>
  ofLimit(node => (fits(node) ? values.map(wrong => ({ wrong, terms: { u: node.body, a: node.point } })) : []));

/** Limits. */
/** The rule that 'does not exist' is named by, of a limit that has a value. */
export const ZERO_OVER_ZERO = 'zero-over-zero';

export const limits = family('limits', 'operator', [
  {
    id: 'hospital-on-determinate',
    ref: 'DIF-23',
    name: 'l’Hôpital’s rule on a quotient that needs none',
    prior: 0.85,
    wrong: hospital,
    why: 'l’Hôpital’s rule is for 0/0 and ∞/∞. Here top and bottom have ordinary values, and putting them in is enough.',
    ask: 'What do top and bottom come to at the point itself?',
    elsewhere: 'lim (x + 1)/(x + 2) for x → 0 is 1/2; the rule would give 1.',
  },
  {
    id: 'hospital-by-quotient-rule',
    ref: 'DIF-24',
    name: 'l’Hôpital’s rule with the quotient rule',
    prior: 0.8,
    wrong: hospitalByQuotientRule,
    why: 'l’Hôpital’s rule differentiates top and bottom each for itself; the quotient rule has no place in it.',
    ask: 'What are the derivatives of the top and of the bottom, each alone?',
    elsewhere: 'lim (e^x - 1)/x for x → 0: e^x/1 at 0 is 1.',
  },
  {
    id: 'infinity-minus-infinity',
    ref: 'DIF-25',
    name: 'infinity minus infinity taken as 0',
    prior: 0.75,
    wrong: valued(node => node.body.kind === 'sum' && isInfinite(node.point), num(0)),
    why: 'Two quantities can both grow without bound and still keep a distance: the difference must be rewritten first.',
    ask: 'How can the difference be rewritten so that only one part grows?',
    elsewhere: '(x + 3) - x is always 3, though both parts grow without bound.',
  },
  {
    id: 'zero-times-infinity',
    ref: 'DIF-26',
    name: 'zero times infinity taken as 0',
    prior: 0.75,
    wrong: valued(node => node.body.kind === 'product', num(0)),
    why: 'One factor shrinks while the other grows: which of them wins must be worked out.',
    ask: 'How can the product be written as a quotient?',
    elsewhere: 'x·(1/x) is always 1, though 1/x goes to 0.',
  },
  {
    id: 'one-to-infinity',
    ref: 'DIF-27',
    name: 'one to the power infinity taken as 1',
    prior: 0.75,
    wrong: valued(node => node.body.kind === 'power', num(1)),
    why: 'The base only comes close to 1 while the exponent grows: both must be looked at together.',
    ask: 'What is the power worth for 10, for 100, for 1000?',
    elsewhere: '(1 + 2/n)^n goes to e², about 7.4.',
  },
  {
    id: ZERO_OVER_ZERO,
    ref: 'DIF-28',
    name: '0/0 read as a value',
    prior: 0.6,
    wrong: valued(node => node.body.kind === 'quotient' && !isInfinite(node.point), num(0), num(1)),
    why: '0/0 is not a value but a sign that a common factor has to be cancelled first.',
    ask: 'Which common factor do top and bottom have?',
    elsewhere: '(x^2 - 9)/(x - 3) is x + 3 near 3, so its limit is 6.',
  },
  {
    id: 'sine-quotient-at-infinity',
    ref: 'DIF-29',
    name: 'the limit of sin x/x at 0 used at infinity',
    prior: 0.7,
    wrong: valued(node => node.body.kind === 'quotient' && isInfinite(node.point), num(1)),
    why: 'sin x/x goes to 1 at 0. Far out the sine stays between -1 and 1 while the denominator grows.',
    ask: 'How large can the sine become, and how large the denominator?',
    elsewhere: 'At x = 1000, sin x/x is less than 0.001 in size.',
  },
]);
