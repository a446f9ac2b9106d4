import { minus, negate, num, product, quotient } from '../math/build.ts';
import type { Comparison } from '../math/comparison.ts';
import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { rational } from '../math/rational.ts';
import { solutionSet } from '../math/solve.ts';
import type { Witness } from '../math/witness.ts';
import type { Claim } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { auxiliary, conditionsOn, type Differential, differentialOf, primed, residualAt } from './differential-equations.ts';
import { differentialIn } from './differentials.ts';
import { doubtIn } from './doubt.ts';
import { bare, follows, type Judged, unjudged, worst, wrong } from './judged.ts';
import { isClosed, lettersIn, mapSides, withValues } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { HYPOTHETICAL } from './task.ts';

/** Places at which a family of curves is looked at: x, y, and the other letters. */
const PLACES: readonly (readonly [number, number, number])[] = [
  [1, 2, 3],
  [2, 1, 2],
  [0.5, 3, 1],
  [1.5, 0.5, 2],
  [3, 2, 1],
  [0.25, 1.25, 4],
  [-1, 2, 3],
  [1, -2, 2],
];
const ENOUGH = 3;
/** The equation without its right side, and its solutions: lines of another equation. */
const PARTS = /\b(?:homogen\w*|complementary|particular|auxiliary|characteristic)\b|y_\{?[hpc]\b/i;

/**
 * Judges a line of the way to the solution of a differential equation: separated differentials, curves with constants, values of the constants, the auxiliary
 * equation. Null where the problem states no such equation, or the line says nothing of it.
 */
export function judgeDifferentialEquation(scene: Scene, chain: Chain, line: Line): Judged | null {
  const equation = differentialOf(scene);
  const { claim } = line;
  if (!equation || chain.relations.some(link => link !== '=') || chain.sides.length < 2) return null;
  if (claim.link === 'given' || claim.link === 'check' || HYPOTHETICAL.test(line.sentence) || PARTS.test(line.sentence)) return null;
  if (equation.parameters.some(letter => !lettersIn(chain).includes(letter)) && equation.parameters.length > 0) return null;
  const [head, ...sides] = chain.sides;
  if (!head) return null;
  const refute = (witness: Witness, written: Expr | undefined): Judged => {
    const doubt = doubtIn(claim);
    if (doubt !== null) return unjudged(doubt);
    return wrong(witness, written?.span ?? claim.range, { kind: 'line', claim, from: given(scene), written: chain, side: null });
  };
  const factor = judgeFactor(scene, equation, chain, claim);
  if (factor) return factor;
  const separated = sides[0] && compareSeparated(scene, equation, head, sides[0]);
  if (separated) return told(separated, witness => refute(witness, undefined)) ?? unjudged('these differentials could not be compared');
  if (chain.sides.some(side => someNode(side, node => node.kind === 'integral'))) return unjudged('an integral of the equation');
  const letters = lettersIn(chain);
  if (!letters.some(letter => letter === equation.x || letter.replace(/'+$/, '') === equation.y))
    return judgeConstants(scene, equation, line) ?? judgeAuxiliary(scene, equation, line);
  if (!letters.some(letter => letter.replace(/'+$/, '') === equation.y)) return null;
  const judged = sides.map(side => {
    const found = compareCurve(scene, equation, head, side);
    return (found && told(found, witness => refute(witness, side))) ?? unjudged('it may be a curve of another kind');
  });
  return worst(judged);
}

/** `μ = e^{∫P dx} = x` for y' + Py = Q: the slope of the factor is P times the factor. Null for a line that is none. */
function judgeFactor(scene: Scene, { slope, x, y }: Differential, { sides: [head, ...sides] }: Chain, claim: Claim): Judged | null {
  if (!slope || head?.kind !== 'symbol' || !/^(?:mu|I|IF|rho|v|u|M|R)$/.test(head.name)) return null;
  const steepness = differentiate(slope, y);
  if (!steepness || lettersIn(steepness).includes(y)) return null;
  for (const side of sides) {
    if (lettersIn(side).some(letter => letter !== x)) return null;
    const derived = differentiate(side, x);
    const found = derived && scene.decider.expressions(derived, negate(product(steepness, side)));
    if (found?.kind === 'same') continue;
    if (found?.kind !== 'different' || doubtIn(claim) !== null) return unjudged('the integrating factor could not be worked out');
    return wrong(found.witness, side.span, { kind: 'line', claim, from: given(scene), written: bare(side), side: null });
  }
  return follows(null);
}

const given = (scene: Scene): Statement =>
  scene.facts.find(fact => fact.step < 0)?.statement ?? { kind: 'truth', value: true, span: { start: -1, end: -1 } };

const told = (found: Comparison, refute: (witness: Witness) => Judged): Judged | null =>
  found.kind === 'same' ? follows(null) : found.kind === 'unknown' ? null : refute(found.witness);

/** `y dy = x dx`, with or without the signs of integration: dy/dx by it is the slope that the equation says. Null for any other line. */
function compareSeparated(scene: Scene, { slope, x, y }: Differential, left: Expr, right: Expr): Comparison | null {
  const [a, b] = [left, right].map(side =>
    side.kind === 'integral' && !side.bounds ? { factor: side.body, letter: side.variable } : differentialIn(side),
  );
  if (!slope || !a || !b || a.letter === b.letter) return null;
  const [of, by] = a.letter === y ? [a, b] : [b, a];
  if (of.letter !== y || by.letter !== x) return null;
  return scene.decider.expressions(product(of.factor, slope), by.factor);
}

/** A line with y: an expression for it, a curve with a constant, or an equation for its slope. */
function compareCurve(scene: Scene, equation: Differential, left: Expr, right: Expr): Comparison | null {
  const { x, y, slope } = equation;
  const [a, b] = [primed(left, y, x), primed(right, y, x)];
  const letters = lettersIn(a, b);
  const other = letters.filter(letter => letter !== x && letter !== y && !equation.parameters.includes(letter));
  if (letters.some(letter => letter.startsWith(`${y}'`))) {
    if (!slope || other.some(letter => letter !== `${y}'`)) return null;
    const [p, q] = [a, b].map(side => substitute(side, `${y}'`, slope));
    const curve = p && q ? lastCurve(scene, equation) : null;
    const [along, beside] = [p, q].map(side => side && curve && substitute(side, y, curve));
    if (along && beside && scene.decider.expressions(along, beside).kind === 'same') return scene.decider.expressions(along, beside);
    return p && q ? scene.decider.expressions(p, q) : null;
  }
  if (left.kind === 'symbol' && left.name === y && !lettersIn(right).includes(y)) return compareSolution(scene, equation, right, other);
  if (!slope || other.length > 1 || other.some(letter => letter.length > 1 && !letter.includes('_'))) return null;
  if (other.length === 0 && !letters.includes(x)) return null;
  return compareFamily(equation, slope, left, right, other[0] ?? null);
}

/** The curve that the lines above came to last: `y = 3e^{x²}`. */
function lastCurve({ facts }: Scene, { x, y }: Differential): Expr | null {
  const sides = facts.flatMap(({ statement }) =>
    statement.kind === 'chain' && statement.sides[0]?.kind === 'symbol' && statement.sides[0].name === y ? statement.sides.slice(-1) : [],
  );
  return sides.findLast(side => lettersIn(side).every(letter => letter === x)) ?? null;
}

/** `y = Ae^{2x} + 1` put into the equation, and into what it says of single places. */
function compareSolution(scene: Scene, equation: Differential, body: Expr, constants: readonly string[]): Comparison | null {
  const residual = residualAt(equation, body);
  if (!residual || (!lettersIn(body).includes(equation.x) && constants.length > 0)) return null;
  const found = scene.decider.expressions(residual, num(0));
  if (found.kind === 'same' && constants.length === 0)
    return conditionsOn(equation, body)
      .map(condition =>
        condition.kind === 'chain' && condition.sides[0] && condition.sides[1]
          ? scene.decider.expressions(condition.sides[0], condition.sides[1])
          : found,
      )
      .reduce((all, next) => (all.kind === 'same' ? next : all), found);
  if (found.kind === 'same' && merged(scene, equation, body, constants)) return { kind: 'different', witness: ONE_CONSTANT };
  if (found.kind !== 'different') return found;
  const homogeneous = residualAt({ ...equation, residual: minus(equation.residual, atZero(equation)) }, body);
  const part = homogeneous && constants.length > 0 ? scene.decider.expressions(homogeneous, num(0)) : found;
  return part.kind === 'same' ? part : equation.order > 1 && constants.length < equation.order && !isWhole(equation) ? null : found;
}

const ONE_CONSTANT: Witness = { kind: 'computed', expression: 'the number of independent solutions', value: '2', written: '1' };

/** `Ae^{−3x} + Be^{−3x}`: both constants of an equation of second order stand before one function, so that they are one. */
function merged({ decider }: Scene, { order }: Differential, body: Expr, constants: readonly string[]): boolean {
  const [a, b] = constants.map(name => differentiate(body, name));
  if (order !== 2 || constants.length !== 2 || !a || !b) return false;
  const slope = [a, b].some(side => lettersIn(side).some(letter => constants.includes(letter))) ? null : quotient(a, b);
  const [letter, ...more] = slope ? lettersIn(a, b) : [];
  if (!slope || letter === undefined || more.length > 0) return false;
  return decider.expressions(slope, substitute(slope, letter, num(1))).kind === 'same';
}

const atZero = ({ residual, y }: Differential): Expr =>
  ['', "'", "''"].reduce((expr, primes) => substitute(expr, y + primes, num(0)), residual);

/** Nothing stands in the equation but y and its derivatives. */
const isWhole = (equation: Differential): boolean => lettersIn(atZero(equation)).length === 0;

/** A curve through each place: its slope there is the one that the equation says. */
function compareFamily({ x, y }: Differential, slope: Expr, left: Expr, right: Expr, constant: string | null): Comparison | null {
  const whole = minus(left, right);
  const [above, below] = [differentiate(whole, x), differentiate(whole, y)];
  if (!above || !below) return null;
  let agreed = 0;
  let differed = 0;
  for (const [atX, atY, rest] of PLACES) {
    const free = constant ?? y;
    const fixed = new Map([[x, atX], ...(constant === null ? [] : ([[y, atY]] as const))]);
    const cut = [left, right].map(side =>
      [...fixed].reduce((expr, [name, value]) => substitute(expr, name, num(rational(Math.round(value * 4), 4))), side),
    );
    const [l, r] = cut;
    if (!l || !r) return null;
    const set = solutionSet({ kind: 'chain', sides: [l, r], relations: ['='], span: whole.span }, [free]);
    for (const { approx } of set?.values.slice(0, 2) ?? []) {
      const env = new Map([...fixed, [free, approx] as const]);
      for (const name of lettersIn(slope)) if (!env.has(name)) env.set(name, rest);
      const [f, p, q] = [slope, above, below].map(part => evaluateNumeric(part, env));
      if (typeof f !== 'number' || typeof p !== 'number' || typeof q !== 'number' || Math.abs(q) < 1e-6) continue;
      const own = -p / q;
      const gap = Math.abs(own - f) / (1 + Math.abs(own) + Math.abs(f));
      if (gap < 1e-7) agreed++;
      if (gap > 1e-4 && ++differed > 1) {
        const at = { [x]: shown(atX), [y]: shown(env.get(y) ?? 0) };
        return {
          kind: 'different',
          witness: { kind: 'values', at, left: `d${y}/d${x} = ${shown(f)}`, right: `d${y}/d${x} = ${shown(own)}` },
        };
      }
    }
  }
  return agreed >= ENOUGH && differed === 0 ? { kind: 'same', notices: [] } : null;
}

const shown = (value: number): string => String(Number(value.toPrecision(6)));

/** `1 = 3 + C`, `C = -2`: what the problem says of single places, put into the curve above. */
function judgeConstants(scene: Scene, equation: Differential, { claim, statement, step }: Line): Judged | null {
  const letters = lettersIn(statement);
  const fact = scene.facts.findLast(
    one =>
      one.step >= 0 &&
      one.step <= step &&
      letters.length > 0 &&
      letters.every(letter => one.letters.includes(letter)) &&
      one.letters.includes(equation.y),
  );
  if (!fact || fact.statement.kind !== 'chain' || equation.values.length === 0) return null;
  const { x, y, values } = equation;
  const [left, right] = fact.statement.sides;
  if (!left || !right || values.some(({ primes }) => primes > 0) !== equation.order > 1) return null;
  const settled = new Map([...scene.values].flatMap(([name, known]) => (letters.includes(name) ? [] : [[name, known.value] as const])));
  const all =
    left.kind === 'symbol' && left.name === y
      ? conditionsOn(equation, right)
      : values.flatMap(({ at, value, primes }) =>
          primes === 0 ? [mapSides(fact.statement, side => substitute(substitute(side, x, at), y, value))] : [],
        );
  const parts = all.map(part => mapSides(part, side => withValues(side, settled))).filter(part => lettersIn(part).length > 0);
  const [first] = parts;
  if (!first || parts.some(part => expressionsOf(part).some(side => lettersIn(side).some(letter => letter === x || letter === y))))
    return null;
  const from: Statement = parts.length === 1 ? first : { kind: 'and', parts, span: first.kind === 'chain' ? first.span : claim.range };
  const found = scene.decider.lines(from, statement);
  if (found.kind === 'same' || (found.kind === 'wider' && parts.length > 1)) return follows(fact.step);
  if (found.kind === 'unknown' || found.kind === 'wider' || doubtIn(claim) !== null) return null;
  return wrong(found.witness, claim.range, { kind: 'line', claim, from, written: statement, side: null });
}

/** The first equation in a letter of its own is the auxiliary one. */
function judgeAuxiliary(scene: Scene, equation: Differential, { claim, statement }: Line): Judged | null {
  const [letter, ...more] = lettersIn(statement);
  if (letter === undefined || more.length > 0 || equation.order < 2 || !/^(?:m|r|k|s|lambda)$/.test(letter)) return null;
  if (
    scene.facts.some(fact => fact.letters.includes(letter)) ||
    statement.kind !== 'chain' ||
    statement.sides.some(side => !isClosed(side) && side.kind === 'symbol')
  )
    return null;
  const from = auxiliary(equation, letter);
  const found = from && scene.decider.lines(from, statement);
  if (!found || found.kind === 'unknown' || found.kind === 'narrower') return null;
  if (found.kind === 'same') return follows(null);
  return doubtIn(claim) === null ? wrong(found.witness, claim.range, { kind: 'line', claim, from, written: statement, side: null }) : null;
}
