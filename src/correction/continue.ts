import { derivativeOf } from '../math/derive.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees, isStatement } from '../math/tree.ts';
import { tidy } from '../mistakes/tidy.ts';
import { numberAs, type Style } from '../mistakes/working/numbers.ts';
import { simplify } from '../mistakes/working/simplify.ts';
import { isSolved, nextLine, withoutGained, workOut } from '../mistakes/working/work.ts';
import type { Step } from '../solution/solution.ts';
import { carryThrough, lastNumber } from './continue/carry.ts';
import { inUnitsOf, toldInUnitsOf } from './continue/conversion.ts';
import { decimalComma, layoutOf, lineOf, placeIn, written } from './continue/layout.ts';
import { reliable } from './continue/silent.ts';
import { styleOf } from './continue/style.ts';
import { isCondition, withinRanges } from './grounds.ts';
import { bare, type Slip } from './judged.ts';
import { lettersIn } from './letters.ts';
import { withoutUnits } from './reference/graph.ts';
import { isEquation } from './scene/statements.ts';
import type { Scene } from './scene.ts';

/** The right solution from a mistaken step on, in the student's own style. */
export interface Continuation {
  readonly steps: readonly string[];
  readonly answer: string | null;
  /** What should stand in the place of the refuted side, when one side is refuted. */
  readonly replacement: Expr | null;
  /** The corrected line itself. */
  readonly line: Statement | null;
  /** Its value is one that the checker computed itself. */
  readonly computed?: true;
}

const NOTHING: Continuation = { steps: [], answer: null, replacement: null, line: null };

/**
 * The corrected line and the steps after it.
 * @param corrected what a diagnosis proposes for the refuted side or line.
 */
export function continueFrom(scene: Scene, slip: Slip, step: number, corrected: Expr | Statement | null): Continuation {
  const own = scene.solution.steps[step];
  const found = own ? CONTINUED[slip.kind](scene, slip, step, own, corrected) : NOTHING;
  const comma = decimalComma(scene.solution);
  if (comma === null) return found;
  const withComma = (text: string): string => text.replace(/(\d)\.(?=\d)/g, `$1${comma}`);
  return { ...found, steps: found.steps.map(withComma), answer: found.answer && withComma(found.answer) };
}

type Proposed = Expr | Statement | null;

const CONTINUED: Record<Slip['kind'], (scene: Scene, slip: Slip, step: number, own: Step, corrected: Proposed) => Continuation> = {
  value: (scene, slip, step) => calculation(scene, slip, step),
  identity: (scene, slip, _, own, corrected) => rewriting(scene, slip, own, corrected),
  derivative: (scene, slip, _, own, corrected) => rewriting(scene, slip, own, derivedRight(slip) ?? corrected),
  line: (scene, slip, step, own, corrected) => solving(scene, slip, step, own, corrected),
};

function calculation(scene: Scene, slip: Slip, step: number): Continuation {
  const side = slip.side ?? 0;
  const { steps } = scene.solution;
  const own = steps[step];
  const [left] = sides(slip.from);
  const converted = own && left ? inOtherUnits(slip, own, left) : null;
  if (converted) return converted;
  if (own && left && side < 2 && standsAlone(steps.slice(step), slip)) {
    const anew = workedAnew(scene, slip, own, left);
    if (anew.steps.length > 1 || side === 0) return anew;
  }
  const carried = side > 0 ? carryThrough(steps, step, slip.claim, side) : null;
  const value = left ? evaluateExact(withoutUnits(left)) : null;
  const right = value ? numberAs(value, { decimals: true }) : left ? tidy(left) : null;
  const line = left && right ? ({ kind: 'chain', sides: [left, right], relations: ['='], span: slip.claim.range } as const) : null;
  if (carried) {
    const count = reliable(scene.solution, step, carried);
    const kept = carried.steps.slice(0, count).filter(text => !SAYS_NOTHING.test(text));
    return { steps: kept, answer: count < carried.steps.length ? null : lastNumber(kept.at(-1) ?? ''), replacement: right, line };
  }
  return own && left ? workedAnew(scene, slip, own, left) : NOTHING;
}

/** `30 = 30`, left of a calculation whose parts are one number now. */
const SAYS_NOTHING = /^\s*(-?[\d.,]+)\s*=\s*\1\s*$/;

/** `0.4 h = 24 min`: the right quantity in the unit that was written. */
function inOtherUnits(slip: Slip, own: Step, left: Expr): Continuation | null {
  const side = slip.side ?? 0;
  const wrongSide = sides(slip.claim.statement ?? slip.written)[side];
  const right = wrongSide ? inUnitsOf(left, wrongSide) : null;
  const shown = wrongSide ? toldInUnitsOf(left, wrongSide, slip.claim) : null;
  const kept = keptSide(slip);
  if (!right || shown === null || kept === null) return null;
  const line: Statement = { kind: 'chain', sides: [left, right], relations: ['='], span: slip.claim.range };
  return { steps: [replaced(own, slip, `${kept} = ${shown}`)], answer: null, replacement: right, line };
}

/** The student's own text of the side before the refuted one; null where the line is but one side. */
function keptSide({ claim, side }: Slip): string | null {
  const before = claim.statement?.kind === 'chain' && side ? claim.statement.sides[side - 1] : undefined;
  return before ? claim.text.slice(0, before.span.end - claim.range.start) : null;
}

/** The calculation is all that the step says, and the steps after it only go on from it. */
const standsAlone = ([own, ...later]: readonly Step[], { claim }: Slip): boolean =>
  own !== undefined &&
  /^[\s$\\[\]().]*$/.test(own.text.replace(claim.text, '')) &&
  later.every(step => step.claims.length === 1 && step.claims[0]?.link === 'continues');

/** A calculation that goes on from the line above, worked out from there a level a line. */
function workedAnew(scene: Scene, slip: Slip, own: Step, left: Expr): Continuation {
  const layout = layoutOf(own, slip.claim);
  const [right, ...rest] = simplify(left, styleOf(scene, layout));
  if (!right) return NOTHING;
  const line: Statement = { kind: 'chain', sides: [left, right], relations: ['='], span: slip.claim.range };
  const kept = keptSide(slip);
  const shown = `${kept === null ? (slip.claim.link === 'continues' ? '= ' : '') : `${kept} = `}${written(layout, right)}`;
  const more = rest.map(next => `${layout.open}= ${written(layout, next)}${layout.close}`);
  return { steps: [replaced(own, slip, shown), ...more], answer: written(layout, rest.at(-1) ?? right), replacement: right, line };
}

const sides = (statement: Statement): readonly Expr[] => (statement.kind === 'chain' ? statement.sides : []);

function derivedRight(slip: Slip): Expr | null {
  const [from] = sides(slip.from);
  if (slip.right) return tidy(slip.right);
  if (from?.kind !== 'derivative') return null;
  const body = derivativeOf(from);
  return body && tidy(body);
}

/** The chain up to the refuted side, with the right side in its place, and the simplest form after it. */
function rewriting(scene: Scene, slip: Slip, own: Step, corrected: Expr | Statement | null): Continuation {
  const layout = layoutOf(own, slip.claim);
  const [from] = sides(slip.from);
  if (!from) return NOTHING;
  const known = slip.right ?? from;
  const style = styleOf(scene, layout);
  const better = corrected && !isStatement(corrected) && !equalTrees(corrected, from) ? corrected : null;
  const proposed = better && scene.decider.expressions(known, better).kind === 'same' ? better : null;
  const working = simplify(proposed ?? known, style);
  const [right, ...rest] = proposed
    ? [proposed, ...(returns(working, from) ? [] : working)]
    : slip.right
      ? [tidy(slip.right), ...simplify(tidy(slip.right), style)]
      : working;
  if (!right || (equalTrees(right, from) && slip.kind === 'identity')) return NOTHING;
  const line: Statement = { kind: 'chain', sides: [from, right], relations: ['='], span: slip.claim.range };
  const kept = sides(slip.claim.statement ?? slip.from).slice(0, slip.side ?? 0);
  const shown: Statement = kept.length > 0 ? { ...line, sides: [...kept, right], relations: kept.map(() => '=') } : bare(right);
  const opens = slip.claim.link === 'continues' ? '= ' : '';
  const first = replaced(own, slip, `${opens}${written(layout, shown)}`);
  const more = rest.map(next => `${layout.open}= ${written(layout, next)}${layout.close}`);
  return { steps: [first, ...more], answer: written(layout, rest.at(-1) ?? right), replacement: right, line };
}

function solving(scene: Scene, slip: Slip, step: number, own: Step, corrected: Expr | Statement | null): Continuation {
  const layout = layoutOf(own, slip.claim);
  const style = styleOf(scene, layout);
  const from = conditionAbove(scene, slip, step);
  if (from.kind === 'chain' && from.sides.length === 1) return NOTHING;
  const proposed = corrected && isStatement(corrected) && scene.decider.lines(from, corrected).kind === 'same' ? corrected : null;
  const start = proposed ?? from;
  const kept = ownValues(scene, slip);
  const rest = kept.length > 0 ? kept : (workOut(start, style) ?? workOut(wholeProblem(scene), style) ?? nextLine(start, style));
  const worked = (proposed ? [proposed, ...rest] : rest).filter((line, i, all) => i === all.length - 1 || !stands(scene, step, line));
  const lines = [...worked, ...extraneous(scene, worked.at(-1) ?? from)];
  const [line] = lines;
  const last = lines.at(-1);
  if (!line || !last || stands(scene, step, line)) return NOTHING;
  const steps = [replaced(own, slip, written(layout, line)), ...lines.slice(1).map(next => lineOf(layout, next))];
  return { steps, answer: isSolved(last, style) ? written(layout, found(lines, last, style)) : null, replacement: null, line };
}

/** The inequality whose boundary the line above only names: `x = 1 ± √2` on the way to an interval. */
function conditionAbove(scene: Scene, { from, written: own }: Slip, step: number): Statement {
  if (!isEquation(from) || isEquation(own)) return from;
  return scene.facts.findLast(fact => fact.step < step && !isEquation(fact.statement))?.statement ?? from;
}

/** The line stands among the student's own lines above. */
const stands = (scene: Scene, step: number, line: Statement): boolean =>
  scene.facts.some(fact => fact.step < step && partsOf(fact.statement).some(part => printPlain(part) === printPlain(line)));

const partsOf = (statement: Statement): readonly Statement[] => (statement.kind === 'and' ? [statement, ...statement.parts] : [statement]);

/** The working comes back to where it began. */
const returns = (working: readonly Expr[], from: Expr): boolean => working.some(line => printPlain(line) === printPlain(from));

/** What is left of the values found when those that do not solve the problem itself are set aside; none when all solve it. */
function extraneous(scene: Scene, last: Statement): readonly Statement[] {
  const [problem, ...others] = scene.facts.filter(fact => fact.step < 0 && !isCondition(scene, fact));
  const kept =
    problem && others.length === 0 && scene.task === 'equation' ? withoutGained(withinRanges(scene, problem.statement), last) : null;
  return kept ? [kept] : [];
}

/** The last line, with the values of the other letters that lines above it found: `x = 3 and y = 1`. */
function found(lines: readonly Statement[], last: Statement, style: Style): Statement {
  const name = (line: Statement): string => (line.kind === 'chain' && isSolved(line, style) ? lettersIn(line).join() : '');
  const others = lines.filter(line => name(line) !== '' && name(line) !== name(last));
  return others.length === 0 || name(last) === '' ? last : { kind: 'and', parts: [...others, last], span: NOWHERE };
}

/** The student's own values but for those that do not solve the line before, where the others are all that do; empty when that is not sure. */
function ownValues(scene: Scene, slip: Slip): readonly Statement[] {
  const values = slip.claim.statement;
  if (values?.kind !== 'or') return [];
  const fewer = values.parts.map(part => ({ ...values, parts: values.parts.filter(other => other !== part) }));
  const right = [...values.parts, ...fewer].find(candidate => scene.decider.lines(slip.from, candidate).kind === 'same');
  return right ? [right] : [];
}

/** The problem's own equations together. */
const wholeProblem = (scene: Scene): Statement => ({
  kind: 'and',
  parts: scene.facts.filter(fact => fact.step < 0).map(fact => fact.statement),
  span: NOWHERE,
});

/** The student's own sentence with the claim replaced, or the line alone where the sentence cannot be kept. */
function replaced(own: Step, slip: Slip, line: string): string {
  const place = placeIn(own, slip.claim);
  const layout = layoutOf(own, slip.claim);
  if (!place) return `${layout.open}${line}${layout.close}`;
  const after = own.claims.length === 1 ? own.text.slice(place.end) : layout.close;
  return own.text.slice(0, place.start) + line + after;
}
