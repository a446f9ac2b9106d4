import { product, quotient } from '../../math/build.ts';
import { someNode, substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import type { Witness } from '../../math/witness.ts';
import { ACROSS_POLE, BOUNDS_NOT_CHANGED, DIFFERENTIAL_NOT_CHANGED } from '../../mistakes/rules/integrals.ts';
import type { Step } from '../../solution/solution.ts';
import { withSubstitutions } from '../differentials.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Side, type Written, writtenIn } from './lines.ts';
import { poleWithin } from './poles.ts';

type Integral = Expr & { readonly kind: 'integral' };

const SIGN = /\\int(?![a-zA-Z])|∫|(?<![a-zA-Z])int(?![a-zA-Z])/g;
const CLOSES = /(?<![a-zA-Z])d[a-z](?![a-zA-Z])(?:\s*\/\s*(?:√?\([^()]*(?:\([^()]*\)[^()]*)*\)|√?\w+[²³]?))?\}?(?:\{[^{}]*\})?/g;

/** The only integral that the problem asks for. */
function integralOf({ solution }: Scene): Integral | null {
  const text = solution.problem.replace(/\$|\\[,;!]/g, ' ');
  const [sign, ...more] = [...text.matchAll(SIGN)];
  if (!sign || more.length > 0 || /\\frac\{d|d\/d[a-z]|\bF\s*\(/.test(text)) return null;
  const whole = text.slice(sign.index);
  const closed = [...whole.matchAll(CLOSES)].map(({ index, 0: close }) => whole.slice(0, index + close.length));
  for (const written of closed.length > 0 ? closed : [whole.replace(/[\s.?]+$/, '')]) {
    const { expr, problems } = parseExpression(written);
    if (expr?.kind === 'integral' && problems.length === 0) return expr;
  }
  return null;
}

const isIntegral = (node: Expr): boolean => node.kind === 'integral';
const CONSTANT = /^(?:[cCkK](?:_?\d|[₀₁₂])?)$/;

/** The slope of a side as a function of the variable of the problem; null where it speaks of other letters. */
function slopeOf(scene: Scene, expr: Expr, task: Integral): Expr | null {
  const known = withSubstitutions(scene, expr);
  if (someNode(known, node => node.kind === 'unit')) return null;
  if (someNode(known, node => node.kind === 'integral' && (node.bounds !== null || node.variable !== task.variable))) return null;
  const own = lettersIn(task.body);
  if (lettersIn(known).some(letter => letter !== task.variable && !own.includes(letter) && !CONSTANT.test(letter))) return null;
  const slope = differentiate(known, task.variable);
  return slope && lettersIn(slope).every(letter => letter === task.variable || own.includes(letter)) ? slope : null;
}

/** `u = x²`, `du = 2x dx`, `A = 2`: a line that brings in a name. */
const DEFINES = /^\s*(?:[uvwtAB]|d[a-z]|[uvw]['′])\s*$/;
const ASIDE = /\b(?:check|derivative|differentiat\w+|let|put|set|where|with|since|first|second|inner|part)\b/i;

/** `[x³/3]_0^2`: what the bounds are put into. */
const EVALUATED = /^\s*(?:\\left\s*)?[[|].*[\]|]/;

/** `F(x) = 3 sin(3x)`: the slope of what is named so is the integrand. */
const ANTIDERIVATIVE = /^\s*F\s*\(\s*[a-z]\s*\)\s*$/;

interface State {
  /** The last line says what the integral is. */
  onWay: boolean;
}
const states = new WeakMap<Scene, State>();

/**
 * Judges a step on the way to the integral that the problem asks for. What a chain of equals makes of it has its integrand as its slope, or its value where it has
 * bounds. Null where the problem asks for none, and for a step that is right or says nothing of it.
 */
export function judgeIntegral(scene: Scene, step: Step, index: number): Judged | null {
  const task = /∫|\bint|\\int/.test(scene.solution.problem) ? integralOf(scene) : null;
  if (!task || scene.mistake !== null) return null;
  const state = states.get(scene) ?? { onWay: true };
  states.set(scene, state);
  const compare = task.bounds ? comparerOfValues(task) : comparerOfSlopes(scene, task);
  if (compare === null) return null;
  for (const written of writtenIn(step.text)) {
    const [head] = written.sides;
    if (!head || DEFINES.test(head.text) || ASIDE.test(written.lead)) continue;
    if (ANTIDERIVATIVE.test(head.text)) {
      const slopes = comparerOfSlopes(scene, task);
      for (const side of written.sides.slice(1)) {
        const found = side.expr && slopes(side.expr, side.text);
        if (found && found !== 'same') return placed(step, side, found);
      }
      continue;
    }
    const goesOn = written.opening === '=' ? state.onWay : startsFrom(written, task, compare);
    state.onWay = goesOn;
    if (!goesOn) {
      const found = judgeSubstituted(scene, task, written, index);
      if (found) return placed(step, found.side, found.witness, found.mistake);
      state.onWay = head.expr !== null && written.sides.length === 1 && compare(head.expr, head.text) === 'same';
      continue;
    }
    for (const side of written.sides) {
      const found = side.expr === null ? null : compare(side.expr, side.text);
      if (found === null || found === 'same') {
        state.onWay = found === 'same' || (side.expr === null && task.bounds !== null && EVALUATED.test(side.text));
        continue;
      }
      return placed(step, side, found, found.kind === 'domain' ? ACROSS_POLE : null);
    }
  }
  return null;
}

const placed = ({ range }: Step, side: Side, witness: Witness, mistake: string | null = null): Judged =>
  refuted(witness, { start: range.start + side.at, end: range.start + side.at + side.text.length }, mistake);

type Comparer = (expr: Expr, text: string) => 'same' | Witness | null;

const comparerOfSlopes =
  (scene: Scene, task: Integral): Comparer =>
  expr => {
    const slope = slopeOf(scene, expr, task);
    const found = slope && !isClosed(expr) ? scene.decider.expressions(task.body, slope) : null;
    return found?.kind === 'same' ? 'same' : found?.kind === 'different' ? found.witness : null;
  };

function comparerOfValues(task: Integral): Comparer | null {
  const value = evaluateNumeric(task);
  if (typeof value !== 'number') return comparerToNone(task);
  return (expr, text) => {
    const written = isClosed(expr) && !/(?<![a-zA-Z\\])I(?![a-zA-Z])/.test(text) ? evaluateNumeric(expr) : null;
    if (typeof written !== 'number') return null;
    const gap = Math.abs(value - written);
    if (gap <= (/\d\.\d/.test(text) ? 0.006 : 1e-6) * Math.max(1e-3, Math.abs(value))) return 'same';
    return { kind: 'computed', expression: 'the integral', value: String(Number(value.toPrecision(6))), written: printPlain(expr) };
  };
}

/** An integral across a pole has no value: whatever number is written for it is refuted at the pole. */
function comparerToNone(task: Integral): Comparer | null {
  const pole = poleWithin(task);
  if (pole === null) return null;
  const witness: Witness = {
    kind: 'domain',
    at: { [task.variable]: String(Number(pole.toPrecision(6))) },
    expression: printPlain(task.body),
  };
  return expr => {
    if (expr.kind === 'integral' && expr.bounds !== null) return poleWithin(expr) === null ? null : 'same';
    return isClosed(expr) && typeof evaluateNumeric(expr) === 'number' ? witness : null;
  };
}

/** The chain begins with the integral of the problem, or with its name; or it is an antiderivative with its constant alone. */
function startsFrom({ sides, lead }: Written, task: Integral, compare: Comparer): boolean {
  const [head] = sides;
  if (!head?.expr) return false;
  if (sides.length > 1) {
    if (head.text === 'I' || (task.bounds && /^(?:∫|\\int|area|A)$/.test(head.text)) || isDifference(head.text, task)) return true;
    return head.expr.kind === 'integral' && head.expr.variable === task.variable && compare(head.expr, head.text) === 'same';
  }
  const { expr } = head;
  const answers = /^(?:\s*(?:so|hence|thus|therefore|answer|result|the integral (?:is|equals)|we get|this gives)?[\s:,]*)$/i.test(lead);
  return (
    answers &&
    !task.bounds &&
    expr.kind === 'sum' &&
    !someNode(expr, isIntegral) &&
    expr.terms.some(term => term.kind === 'symbol' && CONSTANT.test(term.name))
  );
}

/** `F(2) − F(−1)` for the bounds of the integral. */
function isDifference(text: string, { bounds }: Integral): boolean {
  const [, upper, lower] = /^F\s*\(([^()]+)\)\s*[-−–]\s*F\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (!bounds || upper === undefined || lower === undefined) return false;
  const [a, b] = [lower, upper].map(end => parseExpression(end).expr);
  const fits = (end: Expr | null | undefined, bound: Expr): boolean => !!end && evaluateNumeric(end) === evaluateNumeric(bound);
  return fits(a, bounds.lower) && fits(b, bounds.upper);
}

/** Places at which a factor is looked at. */
const PLACES = [0.7, 1.3, 1.9, 2.6];

/**
 * `∫ u³ · 2 du` alone on a line where u = 2x + 5: the integrand of the problem must come back, but for a number that the student may have set aside. Where all that follows
 * goes on from it by signs of equality to the end, no number is left aside either; and bounds must be those of u.
 */
function judgeSubstituted(
  scene: Scene,
  task: Integral,
  { sides, opening }: Written,
  index: number,
): { side: Side; witness: Witness; mistake: string } | null {
  const [side] = sides;
  const expr = side?.expr ?? null;
  if (!side || expr?.kind !== 'integral' || opening !== '' || expr.variable === task.variable) return null;
  const rule = scene.functions.get(expr.variable);
  if (
    !rule ||
    rule.variables.join() !== task.variable ||
    someNode(expr.body, isIntegral) ||
    lettersIn(expr.body).some(letter => letter !== expr.variable && letter !== task.variable)
  )
    return null;
  const inner = differentiate(rule.body, task.variable);
  if (!inner) return null;
  const back = product(substitute(expr.body, expr.variable, rule.body), inner);
  const ratios = PLACES.flatMap(place => {
    const ratio = evaluateNumeric(quotient(back, task.body), new Map([[task.variable, place]]));
    return typeof ratio === 'number' ? [ratio] : [];
  });
  const [first] = ratios;
  if (first === undefined || ratios.length < 2) return null;
  const steady = ratios.every(ratio => Math.abs(ratio - first) <= 1e-7 * Math.abs(first));
  const later = scene.solution.steps.slice(index + 1);
  const found = scene.decider.expressions(task.body, back);
  if (!steady && found.kind === 'different') return { side, witness: found.witness, mistake: DIFFERENTIAL_NOT_CHANGED };
  if (task.bounds && expr.bounds) {
    const put = (bound: Expr): Expr => substitute(rule.body, task.variable, bound);
    const meant = [put(task.bounds.lower), put(task.bounds.upper)].map(bound => evaluateNumeric(bound));
    const own = [expr.bounds.lower, expr.bounds.upper].map(bound => evaluateNumeric(bound));
    const [a, b] = meant;
    const fits = (p: unknown, q: unknown): boolean =>
      typeof p === 'number' && typeof q === 'number' && Math.abs(p - q) <= 1e-6 * Math.max(1, Math.abs(p));
    const right = (fits(a, own[0]) && fits(b, own[1])) || (fits(a, own[1]) && fits(b, own[0]));
    const returns = later.some(({ text }) => new RegExp(`(?<![a-zA-Z])${task.variable}(?![a-zA-Z])`).test(text));
    if (!right && !returns && [...meant, ...own].every(one => typeof one === 'number'))
      return {
        side,
        witness: {
          kind: 'computed',
          expression: `the pair of bounds for ${expr.variable}`,
          value: meant.map(Number).join(' and '),
          written: own.map(Number).join(' and '),
        },
        mistake: BOUNDS_NOT_CHANGED,
      };
    return null;
  }
  const onward = later.length > 0 && later.every(({ text }) => /^\s*\$?=/.test(text));
  const last = later.at(-1)?.text ?? '';
  const ends = onward && new RegExp(`(?<![a-zA-Z])${task.variable}(?![a-zA-Z])`).test(last) && !last.includes(expr.variable);
  return ends && Math.abs(first - 1) > 1e-7 && found.kind === 'different'
    ? { side, witness: found.witness, mistake: DIFFERENTIAL_NOT_CHANGED }
    : null;
}
