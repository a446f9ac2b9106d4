import type { Expr, Relation, SetExpr, Statement } from '../expr.ts';
import { compare } from '../rational.ts';
import { type Approx, isUndefined } from './approx.ts';
import { exact } from './exact.ts';
import { real } from './real.ts';
import type { Point } from './samples.ts';

/** True, false, or null where rounding or an unknown value forbids to tell. A statement with an undefined side is false. */
export type Truth = boolean | null;

export function truthAt(statement: Statement, at: Point): Truth {
  switch (statement.kind) {
    case 'truth':
      return statement.value;
    case 'or':
      return not(every(statement.parts, part => not(truthAt(part, at))));
    case 'and':
      return every(statement.parts, part => truthAt(part, at));
    case 'member': {
      const inside = memberAt(statement.element, statement.set, at);
      return statement.negated ? not(inside) : inside;
    }
    case 'chain':
      return every(statement.relations, (relation, i) => {
        const left = statement.sides[i];
        const right = statement.sides[i + 1];
        return left && right ? relationAt(left, relation, right, at) : null;
      });
  }
}

function not(t: Truth): Truth {
  return t === null ? null : !t;
}

/** Conjunction of three-valued truths: one false settles it. */
function every<T>(parts: readonly T[], truth: (part: T, index: number) => Truth): Truth {
  let result: Truth = true;
  for (let i = 0; i < parts.length; i++) {
    const t = truth(parts[i] as T, i);
    if (t === false) return false;
    if (t === null) result = null;
  }
  return result;
}

/** Whether `left relation right` holds at a point, exactly if both sides are rational there. */
export function relationAt(left: Expr, relation: Relation, right: Expr, at: Point): Truth {
  const x = exact(left, at.exact);
  const y = exact(right, at.exact);
  if (x === 'undefined' || y === 'undefined') return false;
  if (x && y) return holds(relation, compare(x, y));
  const l = real(left, at.real);
  const r = real(right, at.real);
  if (isUndefined(l) || isUndefined(r)) return false;
  const c = compareApprox(l, r);
  return c === null ? null : holds(relation, c);
}

/** The sign of l − r; 0 when they agree within rounding and the rounding is small; null when it cannot be told. */
function compareApprox(l: Approx, r: Approx): number | null {
  if (l.v === r.v && !Number.isFinite(l.v)) return null;
  const gap = l.v - r.v;
  if (Number.isNaN(gap)) return null;
  const error = l.e + r.e;
  const size = Math.max(Math.abs(l.v), Math.abs(r.v));
  if (Math.abs(gap) > 100 * error && Math.abs(gap) > 1e-9 * size) return Math.sign(gap);
  return Math.abs(gap) <= 8 * error && error < 1e-7 * Math.max(size, 1) ? 0 : null;
}

function holds(relation: Relation, c: number): Truth {
  switch (relation) {
    case '=':
      return c === 0;
    case '≠':
      return c !== 0;
    case '<':
      return c < 0;
    case '≤':
      return c <= 0;
    case '>':
      return c > 0;
    case '≥':
      return c >= 0;
    case '≡':
      return c === 0 ? true : null;
    case '≈':
      return c === 0 ? true : null;
  }
}

function memberAt(element: Expr, set: SetExpr, at: Point): Truth {
  switch (set.kind) {
    case 'reals':
      return !isUndefined(real(element, at.real));
    case 'empty':
      return false;
    case 'integers':
    case 'naturals': {
      const x = exact(element, at.exact);
      if (x === 'undefined') return false;
      return x === null ? null : x.d === 1n && (set.kind === 'integers' || x.n >= 0n);
    }
    case 'union':
      return not(every(set.parts, part => not(memberAt(element, part, at))));
    case 'list':
      return not(every(set.items, item => not(relationAt(element, '=', item, at))));
    case 'interval': {
      const low = infinite(set.lower) ? true : relationAt(set.lower, set.lowerClosed ? '≤' : '<', element, at);
      const high = infinite(set.upper) ? true : relationAt(element, set.upperClosed ? '≤' : '<', set.upper, at);
      return every([low, high], t => t);
    }
  }
}

/** `∞` and `−∞` as end points. */
function infinite(bound: Expr): boolean {
  return bound.kind === 'negate' ? infinite(bound.arg) : bound.kind === 'symbol' && bound.name === 'infinity';
}
