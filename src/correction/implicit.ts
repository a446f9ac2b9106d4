import { minus, negate, num, quotient, sym } from '../math/build.ts';
import { expressionsOf, mapParts, someNode, substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateNumeric } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { solutionSet } from '../math/solve.ts';
import type { Witness } from '../math/witness.ts';
import type { Claim } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { bare, follows, type Judged, unjudged, wrong } from './judged.ts';
import { isClosed, lettersIn, mapSides } from './letters.ts';
import type { Fact, Scene } from './scene.ts';
import type { Line } from './shape.ts';

/** Places at which the curve is looked at, and how many of them must agree. */
const PLACES = [1, 2, 0, -1, 3, -2, 4];
const ENOUGH = 3;

/** The letter that a line derives, and by which: `dy/dx`, `y'`. */
interface Slope {
  readonly of: string;
  readonly by: string | null;
}

/**
 * Judges a line with `dy/dx` under an equation in x and y that does not say what y is: it is right when it gives the slope of the curve at every
 * place of it, and not by its value at a single place, which may stand behind. Null when the line is no such thing.
 */
export function judgeImplicit(scene: Scene, whole: Chain, { claim, step }: Line): Judged | null {
  const slope = slopeIn(whole);
  const there = whole.sides.length > 2 && whole.sides.slice(2).every(isClosed) && whole.sides[1] && !isClosed(whole.sides[1]);
  const chain = there ? { ...whole, sides: whole.sides.slice(0, 2), relations: whole.relations.slice(0, 1) } : whole;
  if (!slope || chain.sides.length !== 2 || chain.relations[0] !== '=' || claim.link === 'given' || claim.link === 'check') return null;
  const base = scene.facts.findLast(fact => isCurve(fact, slope));
  if (!base || scene.functions.has(slope.of)) return null;
  const by = slope.by ?? base.letters.find(letter => letter !== slope.of) ?? '';
  const line = mapSides(chain, side => named(side, slope.of));
  const prime = `${slope.of}'`;
  const place = slopeAtPlace(scene, chain, base, slope.of, by, claim);
  if (place) return place;
  if (!lettersIn(line).some(letter => letter === slope.of || letter === by)) return null;
  for (const fact of scene.facts.slice(scene.facts.indexOf(base) + 1)) {
    if (!slopeIn(fact.statement) || fact.step > step) continue;
    const earlier = mapSides(fact.statement, side => named(side, slope.of));
    if (scene.decider.lines(earlier, line).kind === 'same') return follows(fact.step, [], fact.root);
  }
  const steepness = slopeOf(base.statement, slope.of, by);
  const [left, right] = line.kind === 'chain' ? line.sides.map(side => steepness && substitute(side, prime, steepness)) : [];
  if (!left || !right || !steepness) return unjudged('this derivative could not be worked out');
  if (scene.decider.expressions(left, right).kind === 'same') return follows(base.step);
  const witness = onCurve(base.statement, slope.of, by, steepness, left, right);
  if (witness === 'agrees') return follows(base.step);
  if (witness === null) return unjudged('the curve could not be looked at');
  const doubt = doubtIn(claim) ?? doubtIn(base.claim);
  if (doubt !== null) return unjudged(doubt);
  return wrong(witness, claim.range, { kind: 'line', claim, from: base.statement, written: chain, side: null });
}

const PLACE = /\bat\s*(?:the point\s*)?\$?\s*[A-Z]?\s*\(\s*([-−–]?[\d./]+)\s*,\s*([-−–]?[\d./]+)\s*\)/i;

/** `dy/dx = -4/5`: its value at the place that the step or the problem names. Null for any other line, and where no place is named. */
function slopeAtPlace(scene: Scene, chain: Chain, base: Fact, of: string, by: string, claim: Claim): Judged | null {
  const [head, side] = chain.sides;
  if (!head || !side || !isClosed(side) || (head.kind !== 'derivative' && head.kind !== 'symbol')) return null;
  const own = scene.solution.steps.find(({ range }) => range.start <= claim.range.start && claim.range.end <= range.end)?.text ?? '';
  const [x, y] = ((PLACE.exec(own) ?? PLACE.exec(scene.solution.problem))?.slice(1) ?? []).map(
    text => parseExpression(text.replace(/[−–]/, '-')).expr,
  );
  const steep = slopeOf(base.statement, of, by);
  if (!x || !y || !steep || doubtIn(claim) !== null) return null;
  const value = substitute(substitute(steep, by, x), of, y);
  const found = scene.decider.expressions(value, side);
  if (found.kind === 'same') return follows(base.step);
  if (found.kind !== 'different') return null;
  return wrong(found.witness, side.span, { kind: 'identity', claim, from: bare(value), written: bare(side), side: 1 });
}

/** The only first derivative of a letter in a statement. */
function slopeIn(statement: Statement): Slope | null {
  const found: Slope[] = [];
  let others = false;
  for (const side of expressionsOf(statement))
    someNode(side, node => {
      if (
        node.kind === 'derivative' &&
        node.body.kind === 'symbol' &&
        !node.partial &&
        node.order === 1 &&
        node.body.name !== node.variable
      )
        found.push({ of: node.body.name, by: node.variable });
      else if (node.kind === 'derivative' || node.kind === 'integral') others = true;
      else if (node.kind === 'symbol' && /^[a-z]'$/.test(node.name)) found.push({ of: node.name.slice(0, -1), by: null });
      else if (node.kind === 'symbol' && node.name.endsWith("''")) others = true;
      return false;
    });
  const [first] = found;
  return !others && first && found.every(({ of, by }) => of === first.of && by === first.by) ? first : null;
}

const isCurve = ({ statement, letters }: Fact, { of, by }: Slope): boolean =>
  statement.kind === 'chain' &&
  statement.sides.length === 2 &&
  statement.relations[0] === '=' &&
  letters.length === 2 &&
  letters.includes(of) &&
  (by === null || letters.includes(by)) &&
  slopeIn(statement) === null;

const named = (expr: Expr, of: string): Expr =>
  expr.kind === 'derivative' && expr.body.kind === 'symbol' && expr.body.name === of
    ? sym(`${of}'`)
    : mapParts(expr, part => named(part, of));

/** −F_x / F_y for the curve F = 0. */
function slopeOf(curve: Statement, of: string, by: string): Expr | null {
  const [left, right] = curve.kind === 'chain' ? curve.sides : [];
  if (!left || !right) return null;
  const whole = minus(left, right);
  const [above, below] = [differentiate(whole, by), differentiate(whole, of)];
  return above && below ? negate(quotient(above, below)) : null;
}

/** Whether two sides agree at the places of a curve; the witness of one where they do not. Null when too few places are known. */
function onCurve(curve: Statement, of: string, by: string, steepness: Expr, left: Expr, right: Expr): Witness | 'agrees' | null {
  let agreed = 0;
  let differed = 0;
  for (const place of PLACES) {
    const cut = mapSides(curve, side => substitute(side, by, num(place)));
    const points = solutionSet(cut, [of]);
    for (const { approx } of points?.values.slice(0, 2) ?? []) {
      const env = new Map([
        [by, place],
        [of, approx],
      ]);
      const [a, b] = [evaluateNumeric(left, env), evaluateNumeric(right, env)];
      const steep = evaluateNumeric(steepness, env);
      if (
        typeof steep !== 'number' ||
        Math.abs(steep) > 1e4 ||
        typeof a !== 'number' ||
        typeof b !== 'number' ||
        !Number.isFinite(a) ||
        !Number.isFinite(b)
      )
        continue;
      const gap = Math.abs(a - b) / (1 + Math.abs(a) + Math.abs(b));
      if (gap > 1e-4 && ++differed > 1)
        return { kind: 'values', at: { [by]: String(place), [of]: shown(approx) }, left: shown(a), right: shown(b) };
      if (gap < 1e-7) agreed++;
    }
  }
  return agreed >= ENOUGH ? 'agrees' : null;
}

const shown = (value: number): string => String(Number(value.toPrecision(6)));
