import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Expr, Relation, Statement } from '../expr.ts';
import type { Rational } from '../rational.ts';
import { assumption } from './assume.ts';
import { expressionsOf, freeLetters } from './free.ts';
import { compareOnLine, type Disagreement } from './line.ts';
import { normalForm } from './normal.ts';
import * as P from './polynomial.ts';
import { addF, negateF, newRing } from './ring.ts';
import { points } from './samples.ts';
import { describeDisagreement, showPlace } from './witnesses.ts';

const SAME: Comparison = { kind: 'same', notices: [] };
/** Lines along each letter on which statements in several letters are compared. */
const LINES = 3;

/** Whether two statements without `±` have the same real solutions. */
export function compareSolutions(from: Statement, to: Statement, o: CompareOptions): Comparison {
  if (isMultiple(from, to, o)) return SAME;
  const letters = freeLetters([...expressionsOf(from), ...expressionsOf(to)], o.vars);
  const along = o.vars ? letters.filter(name => o.vars?.includes(name)) : letters;
  const allowed = assumption(o.assume ?? []);
  const found: Disagreement[] = [];
  let proved = true;
  let shared = 0;
  for (const letter of along.length > 0 ? along : letters.length > 0 ? letters : ['x']) {
    const others = letters.filter(name => name !== letter);
    let lines = 0;
    for (const at of points(others, new Set(), o.seed ?? 1, others.length === 0 ? 1 : 4 * LINES)) {
      if (allowed(at) === false) continue;
      const result = compareOnLine(from, to, letter, at.exact as ReadonlyMap<string, Rational>);
      const kept = result.disagreements.filter(d => allowed(d.at) !== false);
      found.push(...kept);
      shared += result.shared;
      if (!result.proved && kept.length === result.disagreements.length) proved = false;
      if (++lines >= LINES || found.length > 0) break;
    }
    if (found.length > 0) return verdict(found, from, to, letter);
  }
  if (proved || shared > 0) return SAME;
  return { kind: 'unknown', why: 'not all solutions could be found' };
}

function verdict(found: readonly Disagreement[], from: Statement, to: Statement, letter: string): Comparison {
  const lost = found.filter(d => d.only === 'first');
  const gained = found.filter(d => d.only === 'second');
  const shown = lost[0] ?? gained[0];
  if (!shown) return SAME;
  const witness = describeDisagreement(shown, from, to, letter);
  const values = (ds: readonly Disagreement[]) => ds.map(d => showPlace(d, letter));
  if (gained.length === 0) return { kind: 'narrower', lost: values(lost), witness };
  if (lost.length === 0) return { kind: 'wider', gained: values(gained), witness };
  return { kind: 'different', witness };
}

const FLIPPED: Partial<Record<Relation, Relation>> = { '=': '=', '≠': '≠', '<': '>', '>': '<', '≤': '≥', '≥': '≤' };

function single(statement: Statement): { left: Expr; right: Expr; relation: Relation } | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2 || statement.modulus) return null;
  const [left, right] = statement.sides;
  const relation = statement.relations[0];
  return left && right && relation ? { left, right, relation } : null;
}

/** The quick test that settles most school steps: the difference of the sides was multiplied by a number. */
function isMultiple(from: Statement, to: Statement, o: CompareOptions): boolean {
  const a = single(from);
  const b = single(to);
  if (!a || !b) return false;
  const ring = newRing(o.vars ?? []);
  const difference = (s: { left: Expr; right: Expr }): P.Polynomial | null => {
    const l = normalForm(s.left, ring);
    const r = l && normalForm(s.right, ring);
    const f = l && r && addF(ring, l, negateF(r));
    return f && P.isConstant(f.den) ? f.num : null;
  };
  const x = difference(a);
  const y = x && difference(b);
  if (!x || !y || ring.poles.length > 0) return false;
  if (ring.relations.some((_, index) => P.degreeIn(x, index) === 0)) return false;
  const c = P.ratio(x, y);
  if (!c) return false;
  return (c.n > 0n ? a.relation : FLIPPED[a.relation]) === b.relation && b.relation !== '≈' && b.relation !== '≡';
}
