import { num, power, relation, sym } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { negate, product, quotient, sum } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import type { Equation, Move } from './move.ts';

interface Log {
  readonly inside: Expr;
  readonly base: Expr;
  readonly node: Expr & { kind: 'call' };
}

/** A logarithm alone: rewritten as a power. Equal logarithms: their insides are equal. Several: joined to one. */
export const logarithmMove: Move = equation => {
  const { left, right } = equation;
  const [a, b] = [logIn(left), logIn(right)];
  if (a && b && printPlain(a.base) === printPlain(b.base)) return [relation(a.inside, '=', b.inside)];
  if (a && !hasLetter(right)) return powerOf(a, right);
  if (b && !hasLetter(left)) return powerOf(b, left);
  const sides = [left, right].map(oneLogarithm);
  const [p, q] = sides;
  return p && q ? [relation(p, '=', q)] : joined(equation);
};

/** A side of nothing but logarithms as one. */
function oneLogarithm(side: Expr): Expr | null {
  if (logIn(side)) return side;
  const [line] = joined({ left: side, right: num(0), letter: '' }) ?? [];
  const [one, rest] = line?.kind === 'chain' ? line.sides : [];
  return one && rest && numberIn(rest)?.n === 0n ? one : null;
}

const powerOf = ({ inside, base }: Log, exponent: Expr): Statement[] => {
  const lifted = power(base, exponent);
  const value = numberIn(lifted);
  return [relation(inside, '=', value ? tidy(lifted) : lifted)];
};

function logIn(expr: Expr): Log | null {
  if (expr.kind !== 'call' || (expr.fn !== 'log' && expr.fn !== 'ln')) return null;
  const [inside, base] = expr.args;
  return inside ? { inside, base: base ?? (expr.fn === 'ln' ? sym('e') : num(10)), node: expr } : null;
}

/** `log u + log v = c` becomes `log(u·v) = c`; a number in front becomes a power, a minus a quotient. */
export function joined({ left, right }: Equation): Statement[] | null {
  const terms = [
    ...termsOf(left),
    ...termsOf(right)
      .filter(term => numberIn(term)?.n !== 0n)
      .map(term => (term.kind === 'negate' ? term.arg : negate(term))),
  ];
  const logs = terms.map(factorAndLog);
  const open = logs.filter(found => found !== null);
  const [first] = open;
  if (!first || open.length < 1 || terms.some((term, i) => !logs[i] && hasLetter(term))) return null;
  const all = logs.filter(found => found !== null);
  const plain = terms.filter((_, i) => !logs[i]).map(term => (term.kind === 'negate' ? term.arg : negate(term)));
  if (
    all.some(({ log }) => printPlain(log.base) !== printPlain(first.log.base)) ||
    (all.length < 2 && !(first.times > 1 && plain.length === 0))
  )
    return null;
  const above = all
    .toSorted((a, b) => Number(hasLetter(a.log.inside)) - Number(hasLetter(b.log.inside)))
    .filter(({ times }) => times > 0)
    .map(({ times, log }) => power(log.inside, num(times)));
  const below = all.filter(({ times }) => times < 0).map(({ times, log }) => power(log.inside, num(-times)));
  if (above.length === 0) return null;
  const inside = below.length === 0 ? product(above) : quotient(product(above), product(below));
  const node: Expr = { ...first.log.node, args: [inside, ...first.log.node.args.slice(1)] };
  return [relation(node, '=', tidy(sum(plain)))];
}

const termsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'sum' ? expr.terms : [expr]);

function factorAndLog(term: Expr): { readonly times: number; readonly log: Log } | null {
  const log = logIn(term);
  if (log) return { times: 1, log };
  if (term.kind === 'negate') {
    const inner = factorAndLog(term.arg);
    return inner && { times: -inner.times, log: inner.log };
  }
  const [front, last] = term.kind === 'product' ? term.factors : [];
  const value = front && numberIn(front);
  const inner = last && logIn(last);
  return term.kind === 'product' && term.factors.length === 2 && value?.d === 1n && inner ? { times: Number(value.n), log: inner } : null;
}
