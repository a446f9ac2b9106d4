import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import { ZERO_OVER_ZERO } from '../../mistakes/rules/limits.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Side, type Written, writtenIn } from './lines.ts';

type Limit = Expr & { readonly kind: 'limit' };

const SIGN = /\\lim(?![a-zA-Z])|(?<![a-zA-Z])lim(?![a-zA-Z])/g;
/** A word after which a line says the limit itself. */
const NAMES_LIMIT =
  /^(?:\s*(?:so|hence|thus|therefore|then|and|the|this|left|right|hand|sided|required|whole|final|finally|answer|conclusion|we get|from|above|below|[-,:]))*\s*limit(?: value)?(?:\s+(?:is|equals|therefore|thus|then|from the (?:left|right)))*[\s:]*$/i;
/** What is done to the whole of it: the limit stays what it was. */
const WHOLE = /(?:h[oô]pital|hospital|\bagain|\bdivid\w+|\bconjugate|\bcancel\w*|\bsimplif\w+|\bquotient)[^:=]*:\s*$/i;
const PART = /\b(?:numerator|denominator|top|bottom|inner|inside|exponent|part|first|second|other)\b/i;
const LEFT = /\b(?:left|below)\b/i;
const RIGHT = /\bright\b|\babove\b/i;
/** How large a value is that goes on growing towards the place. */
const LARGE = 1e6;

/** The only limit that the problem asks for. */
function limitOf({ solution }: Scene): Limit | null {
  const text = solution.problem.replace(/\$/g, ' ');
  const [sign, ...more] = [...text.matchAll(SIGN)];
  if (!sign || more.length > 0) return null;
  const whole = text.slice(sign.index).replace(/[\s.?]+$/, '');
  for (const cut of [whole, whole.replace(/(?:[.,;?]\s|\s(?:by|using|with|and|if|for|without)\s).*$/s, '')]) {
    const { expr, problems } = parseExpression(cut);
    if (expr?.kind === 'limit' && problems.length === 0) return expr;
  }
  return null;
}

/** The value of a limit, infinite ones too; null where it cannot be told. */
function limitValue(limit: Limit): number | null {
  const value = evaluateNumeric(limit);
  if (typeof value === 'number') return value;
  const point = evaluatePoint(limit.point);
  if (point === null) return null;
  const sides = !Number.isFinite(point) ? [Math.sign(point)] : limit.side === 'above' ? [1] : limit.side === 'below' ? [-1] : [1, -1];
  const found = sides.map(side => {
    const values = [6, 8, 10, 12, 14].map(k =>
      evaluateNumeric(limit.body, new Map([[limit.variable, Number.isFinite(point) ? point + side * 2 ** -(2 * k) : side * 2 ** (2 * k)]])),
    );
    const last = values.at(-1);
    const grows = values.every((one, i) => typeof one === 'number' && (i === 0 || Math.abs(one) > 2 * Math.abs(Number(values[i - 1]))));
    return typeof last === 'number' && grows && Math.abs(last) > LARGE ? Math.sign(last) * Number.POSITIVE_INFINITY : null;
  });
  return found.every(one => one !== null && one === found[0]) ? (found[0] ?? null) : null;
}

function evaluatePoint(point: Expr): number | null {
  if (point.kind === 'symbol' && point.name === 'infinity') return Number.POSITIVE_INFINITY;
  if (point.kind === 'negate') {
    const inner = evaluatePoint(point.arg);
    return inner === null ? null : -inner;
  }
  const value = evaluateNumeric(point);
  return typeof value === 'number' ? value : null;
}

/** What a side tends to where the problem looks; null for a side that speaks of something else. */
function worth(expr: Expr, task: Limit): number | null {
  if (expr.kind === 'limit') return limitValue(expr);
  if (isInfinity(expr)) return evaluatePoint(expr);
  const letters = lettersIn(expr);
  if (letters.length === 0) {
    const value = evaluateNumeric(expr);
    return typeof value === 'number' ? value : null;
  }
  if (letters.length > 1 || letters[0] !== task.variable || someNode(expr, node => node.kind === 'limit')) return null;
  return limitValue({ ...task, body: expr });
}

const isInfinity = (expr: Expr): boolean =>
  (expr.kind === 'symbol' && expr.name === 'infinity') || (expr.kind === 'negate' && isInfinity(expr.arg));

const near = (a: number, b: number, text: string): boolean =>
  a === b || Math.abs(a - b) <= (/\d\.\d/.test(text) ? 0.006 : 1e-6) * Math.max(1, Math.abs(a), Math.abs(b));

/** The limit that lines without a place under their sign mean. */
const withPlace = (text: string, problem: string): string => {
  const place = /(?:\\lim|lim)\s*(_\s*(?:\{[^}]*\}|\([^)]*\)))/.exec(problem)?.[1];
  return place === undefined
    ? text
    : text.replace(/(?:\\lim|(?<![a-zA-Z])lim)(?![a-zA-Z])(?!\s*_|\s*[a-z]\s*(?:→|->|\\to))/g, `lim${place}`);
};

interface Value {
  readonly value: number;
  readonly shown: string;
}

/** What the last line came to, by the scene. */
const states = new WeakMap<Scene, { step: number; last: Value | null }>();

/**
 * Judges a step on the way to the limit that the problem asks for: what goes on from a line by a sign of equality tends to the same value, and what is called the
 * limit is its value. Null where the problem asks for none, and for a step that is right or says nothing of it.
 */
export function judgeLimit(scene: Scene, { text, range }: Step, index: number): Judged | null {
  const task = scene.solution.problem.includes('lim') ? limitOf(scene) : null;
  const asked = task && limitValue(task);
  if (!task || asked === null || scene.mistake !== null) return null;
  const before = states.get(scene);
  let last: Value | null = before ? before.last : { value: asked, shown: 'the limit' };
  const plain = withPlace(text, scene.solution.problem);
  for (const written of writtenIn(plain)) {
    const from = startOf(scene, written, task, asked, last, index);
    const chained = from !== null || written.sides[0]?.expr?.kind === 'limit';
    let current: Value | null = from;
    for (const [i, side] of written.sides.entries()) {
      const value = side.expr === null ? null : worth(side.expr, task);
      if (value === null) {
        current = i === 0 ? current : null;
        continue;
      }
      if (chained && current !== null && !near(current.value, value, side.text)) {
        if (!isTold(side, written, i)) break;
        const start = plain === text ? range.start + side.at : range.start;
        const witness = {
          kind: 'computed',
          expression: current.shown,
          value: shown(current.value),
          written: side.expr ? printPlain(side.expr) : side.text,
        } as const;
        return refuted(witness, plain === text ? { start, end: start + side.text.length } : range);
      }
      current = { value, shown: 'the limit' };
    }
    const part = PART.test(written.lead) || (written.sides[0] !== undefined && PART.test(written.sides[0].text));
    last = part ? null : written.opening === '' && written.sides.length === 1 && current === null ? last : current;
  }
  states.set(scene, { step: index, last });
  return index === scene.solution.steps.length - 1 && Number.isFinite(asked) && saysNone(text)
    ? refuted({ kind: 'computed', expression: 'the limit', value: shown(asked), written: 'none' }, range, ZERO_OVER_ZERO)
    : null;
}

/** 'So the limit does not exist.', 'DNE': of the whole limit, and with nothing that goes on. */
const saysNone = (text: string): boolean =>
  /^(?:[^.;]*[,;.]\s+|\s*)?(?:so|hence|thus|therefore|then|and)?[\s,]*(?:(?:the|this) limit|lim(?:it)?|it)?\s*(?:does not|doesn['’]t|do not) exist\s*[.!]?$|\bDNE\s*[.!]?$/i.test(
    text.trim(),
  ) && !/\b(?:left|right|sided|may|might|seems?|if|unless|but|not mean)\b/i.test(text);

/** A side that is meant as the same as the one before it: no statement of its own about another letter. */
const isTold = ({ expr }: Side, { sides }: Written, i: number): boolean =>
  expr !== null && (i === 0 || sides[i - 1]?.expr !== null || isClosed(expr));

/** What the first side of a chain is held to; null where it stands for itself. */
function startOf(scene: Scene, written: Written, task: Limit, asked: number, last: Value | null, index: number): Value | null {
  const [head] = written.sides;
  const { lead } = written;
  if (!head || PART.test(lead) || PART.test(head.text)) return null;
  const limit = { value: asked, shown: 'the limit' };
  if (written.opening === '=') return last ?? null;
  if (written.opening === '→') return lead.trim() === '' ? (last ?? (index === 0 ? limit : null)) : null;
  const label = head.expr === null ? `${lead}${head.text}` : lead;
  if (NAMES_LIMIT.test(label.trim()) && (head.expr === null || written.sides.length === 1)) return sided(label, task, asked);
  return WHOLE.test(lead) &&
    (written.sides.length === 1 || isApplied(scene, task, lead, head.expr)) &&
    head.expr &&
    !isClosedNumber(head.expr)
    ? limit
    : null;
}

/** 'l'Hôpital: 2x/1 = 2': the rule put to the limit itself, and to no logarithm of it. */
const isApplied = ({ solution }: Scene, task: Limit, lead: string, expr: Expr | null): boolean =>
  /h[oô]s?pital/i.test(lead) &&
  expr !== null &&
  expr.kind !== 'limit' &&
  lettersIn(expr).join() === task.variable &&
  !solution.steps.some(({ text }) => /\b(?:let|ln|log)\b/i.test(text));

const isClosedNumber = (expr: Expr): boolean => expr.kind !== 'limit' && isClosed(expr);

/** 'The left-hand limit is …': the limit from that side. */
function sided(label: string, task: Limit, asked: number): Value | null {
  const side = LEFT.test(label) ? 'below' : RIGHT.test(label) ? 'above' : null;
  const value = side === null ? asked : limitValue({ ...task, side });
  return value === null ? null : { value, shown: side === null ? 'the limit' : `the limit from ${side}` };
}

const shown = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : value > 0 ? '∞' : '−∞');

/** `lim_{x→0⁻} 1/x = +∞`: a limit that grows without bound, with the sign of its side. Null for all others. */
export function judgeInfinite(scene: Scene, { text, range }: Step): Judged | null {
  if (scene.mistake !== null || !text.includes('lim')) return null;
  for (const { sides } of writtenIn(text)) {
    const [head, other] = sides;
    if (head?.expr?.kind !== 'limit' || !other?.expr || head.expr.side === 'both') continue;
    const [value, written] = [limitValue(head.expr), isInfinity(other.expr) ? evaluatePoint(other.expr) : null];
    if (value === null || written === null || value === written) continue;
    const at = { start: range.start + other.at, end: range.start + other.at + other.text.length };
    return refuted({ kind: 'computed', expression: head.text, value: shown(value), written: other.text }, at);
  }
  return null;
}
