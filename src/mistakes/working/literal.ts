import { relation } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { negate, product, quotient, sum } from '../build.ts';
import { coefficients, tidy } from '../tidy.ts';
import { partsOf } from '../walk.ts';
import { overCommon } from './common-denominator.ts';
import type { Move } from './move.ts';
import { has, peel } from './special.ts';

/** A formula rearranged for one of its letters: what stands around it taken away from the outside in, or its terms collected and the letter factored out. */
export const literalMove: Move = ({ left, right, letter }, style) => {
  if (letter === '') return null;
  const count = standings(left, letter) + standings(right, letter);
  if (count === 0) return null;
  const [here, there] = has(left, letter) ? [left, right] : [right, left];
  if (here.kind === 'symbol' && count === 1) return [relation(here, '=', there)];
  const divides = (expr: Expr): boolean => someNode(expr, node => node.kind === 'quotient' && has(node.den, letter));
  if ((divides(left) || divides(right)) && (left.kind === 'sum' || right.kind === 'sum')) {
    const [a, b] = overCommon([left, right])?.sides ?? [];
    if (a && b) return [relation(sum(a), '=', sum(b))];
  }
  if (count === 1) {
    const root = here.kind === 'call' && here.fn === 'sqrt' ? here.args[0] : undefined;
    if (root) return [relation(root, '=', { kind: 'power', base: there, exponent: two, span: here.span })];
    const next = peel(here, there, letter, style);
    return next && [next];
  }
  return collected(left, right, letter);
};

const two: Expr = { kind: 'number', value: { n: 2n, d: 1n }, decimals: null, span: { start: -1, end: -1 } };

const standings = (expr: Expr, letter: string): number =>
  expr.kind === 'symbol' && expr.name === letter ? 1 : partsOf(expr).reduce((so, part) => so + standings(part, letter), 0);

/** `a·x + b = c·x + d` as `x(a - c) = d - b`, and divided. Null when the letter does not stand in first powers only. */
function collected(left: Expr, right: Expr, letter: string): Statement[] | null {
  const terms = coefficients(sum([left, negate(right)]));
  if (!terms) return null;
  const mine = [...terms].filter(([, { term }]) => has(term, letter));
  if (mine.every(([, { coefficient }]) => coefficient.n < 0n)) return collected(right, left, letter);
  if (
    mine.some(
      ([key]) =>
        !key.split('·').includes(`${letter}^1`) || key.split('·').some(part => part.startsWith(`${letter}^`) && part !== `${letter}^1`),
    )
  )
    return null;
  const rest = [...terms]
    .filter(([, { term }]) => !has(term, letter))
    .map(([, { term }]) => (term.kind === 'negate' ? term.arg : negate(term)));
  const x = symbolOf(letter);
  const factor = sum(mine.map(([, { term }]) => tidy(quotient(term, x))));
  if (has(factor, letter)) return null;
  const other = sum([...rest.filter(term => term.kind !== 'negate'), ...rest.filter(term => term.kind === 'negate')]);
  return [
    relation(sum(mine.map(([, { term }]) => term)), '=', other),
    relation(product([factor, x]), '=', other),
    relation(x, '=', quotient(other, factor)),
  ];
}

const symbolOf = (name: string): Expr => ({ kind: 'symbol', name, span: { start: -1, end: -1 } });
