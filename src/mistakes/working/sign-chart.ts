import { num, quotient, relation, sum, sym } from '../../math/build.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { negate } from '../build.ts';
import { lettersIn } from '../sides.ts';
import { numberIn } from '../tidy.ts';
import { overCommon } from './common-denominator.ts';
import type { Equation } from './move.ts';
import { numberAs, type Style } from './numbers.ts';
import { at, byPower, degreeOf, either, factored, NEVER, type Powers, solvePolynomial, TURNED, writtenOut } from './polynomial.ts';

/** An inequality of polynomials or of fractions of them: everything on one side, in factors, and the intervals between its zeros. Null for any other. */
export function bySigns({ left, right, letter, rel }: Equation & { readonly rel: Relation }, style: Style): Statement[] | null {
  const common = overCommon([sum(left, negate(right))]);
  const below = common && byPower(common.below, letter);
  const above = common && byPower(sum(...(common.sides[0] ?? [])), letter);
  if (!below || !above || Math.max(degreeOf(above), degreeOf(below)) > 6) return null;
  const turned = at(above, degreeOf(above)).n < 0n;
  const sign = turned ? (TURNED[rel] ?? rel) : rel;
  const top = turned ? new Map([...above].map(([k, value]) => [k, Q.negate(value)] as const)) : above;
  const [zeros, poles] = [rootsOf(letter, top, style), rootsOf(letter, below, style)];
  if (!zeros || !poles) return null;
  const whole = degreeOf(below) === 0;
  const shown = (powers: Powers, split: boolean): Expr =>
    (split && factored(letter, powers, style)?.product) || writtenOut(letter, powers, style);
  const line = (split: boolean): Statement =>
    relation(whole ? shown(top, split) : quotient(shown(top, split), shown(below, split)), sign, num(0));
  const holds = (x: number): boolean => compared(valueAt(top, x) / (whole ? 1 : valueAt(below, x)), sign);
  const ready = !turned && numberIn(right)?.n === 0n && (left.kind === 'product' || left.kind === 'power');
  return [...(ready ? [] : [line(false), line(true)]), intervals(letter, zeros, poles, holds, sign === '≤' || sign === '≥')];
}

const compared = (value: number, rel: Relation): boolean => (rel === '<' || rel === '≤' ? value < 0 : value > 0);

const valueAt = (powers: Powers, x: number): number =>
  [...powers].reduce((so, [k, value]) => so + (Number(value.n) / Number(value.d)) * x ** k, 0);

interface Mark {
  readonly value: number;
  readonly shown: Expr;
}

/** The real zeros, each once, in order; null where they are not known exactly. */
function rootsOf(letter: string, powers: Powers, style: Style): readonly Mark[] | null {
  if (degreeOf(powers) === 0) return [];
  if (degreeOf(powers) === 1) return marks([numberAs(Q.divide(Q.negate(at(powers, 0)), at(powers, 1)) ?? Q.ZERO, style)]);
  const last = solvePolynomial(letter, powers, new Map(), style)?.at(-1);
  if (!last) return null;
  const parts = last.kind === 'or' ? last.parts : [last];
  return marks(parts.flatMap(part => (part.kind === 'chain' && part.sides[1] ? [part.sides[1]] : [])));
}

function marks(exprs: readonly Expr[]): readonly Mark[] | null {
  const found = exprs.map(shown => ({ shown, value: evaluateNumeric(shown) }));
  const real = found.flatMap(({ shown, value }) => (typeof value === 'number' && lettersIn(shown).size === 0 ? [{ shown, value }] : []));
  return real.length < found.length ? null : real.toSorted((a, b) => a.value - b.value);
}

/** The values of the letter for which the sign is as asked, interval by interval. */
function intervals(
  letter: string,
  zeros: readonly Mark[],
  poles: readonly Mark[],
  holds: (x: number) => boolean,
  closed: boolean,
): Statement {
  const isPole = (mark: Mark): boolean => poles.some(({ value }) => Math.abs(value - mark.value) < 1e-9);
  const stops = [...poles, ...zeros.filter(zero => !isPole(zero))].toSorted((a, b) => a.value - b.value);
  const between = [...stops.keys(), stops.length].map(i => {
    const [low, high] = [stops[i - 1]?.value, stops[i]?.value];
    return holds(low === undefined ? (high ?? 0) - 1 : high === undefined ? low + 1 : (low + high) / 2);
  });
  const kept = stops.map(stop => closed && !isPole(stop));
  const x = sym(letter);
  const found: Statement[] = [];
  for (let from = 0; from <= stops.length; from++) {
    const alone = stops[from];
    if (!between[from]) {
      if (alone && kept[from] && !between[from + 1]) found.push(relation(x, '=', alone.shown));
      continue;
    }
    let to = from;
    while (to < stops.length && kept[to] && between[to + 1]) to++;
    const [low, high] = [stops[from - 1], stops[to]];
    const [opens, closes] = [kept[from - 1] ? '≤' : '<', kept[to] ? '≤' : '<'] as const;
    if (low && high) found.push({ kind: 'chain', sides: [low.shown, x, high.shown], relations: [opens, closes], span: NOWHERE });
    else if (high) found.push(relation(x, closes, high.shown));
    else if (low) found.push(relation(x, opens === '≤' ? '≥' : '>', low.shown));
    else found.push({ kind: 'truth', value: true, span: NOWHERE });
    from = to;
  }
  return found.length === 0 ? NEVER : either(found);
}
