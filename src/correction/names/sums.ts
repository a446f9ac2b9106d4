import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Side, writtenIn } from '../worked/lines.ts';

/** Upper ends at which a sum to n is looked at, and the longest sum that is added up. */
const SAMPLES = [4, 7];
const LONGEST = 2000;

const SIGN = String.raw`(?:Σ|∑|\\sum(?![a-zA-Z]))(?:\\limits)?`;
const BOUNDS = String.raw`\s*_\s*[{(]?\s*([a-z])\s*=\s*(\d+)\s*[})]?\s*\^\s*[{(]?\s*([\dnN]+)\s*[})]?`;
const TERM = String.raw`\s*((?:\\left)?\((?:[^()]|\([^()]*\))*\)|[^=,;.?]+?)`;
const BOUNDED = new RegExp(String.raw`${SIGN}${BOUNDS}${TERM}(?=\s*(?:$|[,;.?=]|and\b|for\b|in\b|\$))`);
const ALONG = new RegExp(String.raw`${SIGN}${TERM} for ([a-z]) (?:= |from )(\d+) to (\d+|n)\b`);
/** A sum within a line: of a bracket, a power, or a number, over the same letter and ends where it has none of its own. */
const ATOM = new RegExp(
  String.raw`${SIGN}(?:\s*_\s*(?:\{[^{}]*\}|\w)(?:\s*\^\s*(?:\{[^{}]*\}|\w+))?)?\s*(?:\\left)?(\((?:[^()]|\([^()]*\))*\)|\d*[a-z](?:[²³]|\^\{?\d\}?)?|\d+)(?:\\right)?`,
  'g',
);

interface Sum {
  readonly letter: string;
  readonly first: number;
  readonly last: number | null;
  readonly term: string;
}

function sumIn(problem: string): Sum | null {
  const plain = problem.replace(/\$|\\(?:left|right|,)/g, '').replace(/[−–]/g, '-');
  if ((plain.match(new RegExp(SIGN, 'g'))?.length ?? 0) !== 1 || /infty|∞|converge/.test(plain)) return null;
  const [, letter, from, to, term] = BOUNDED.exec(plain) ?? [];
  const [, body, other, first, last] = letter === undefined ? (ALONG.exec(plain) ?? []) : [];
  const [name, low, high, of] = letter === undefined ? [other, first, last, body] : [letter, from, to, term];
  if (name === undefined || of === undefined) return null;
  return { letter: name, first: Number(low), last: high === undefined || /^[nN]$/.test(high) ? null : Number(high), term: of.trim() };
}

/** What a term comes to when it is added up from the first place to the last; null where that cannot be told. */
function total({ letter, first }: Sum, last: number, term: string): number | null {
  const { expr, problems } = parseExpression(term);
  if (!expr || problems.length > 0 || lettersIn(expr).some(name => name !== letter) || last - first > LONGEST) return null;
  let all = 0;
  for (let k = first; k <= last; k++) {
    const value = evaluateNumeric(expr, new Map([[letter, k]]));
    if (typeof value !== 'number') return null;
    all += value;
  }
  return all;
}

/** What a side is worth for each upper end, sums in it added up; null where it holds another letter. */
function worth(sum: Sum, side: string): readonly number[] | null {
  const values = (sum.last === null ? SAMPLES : [sum.last]).map(last => {
    let known = true;
    const plain = side
      .replace(/[$&]|\\(?:left|right|,)(?![a-zA-Z])/g, '')
      .replace(/[−–]/g, '-')
      .replace(ATOM, (_, term: string) => {
        const value = total(sum, last, term);
        known &&= value !== null;
        return `(${value})`;
      });
    const { expr, problems } = known ? parseExpression(plain) : { expr: null, problems: [] };
    if (!expr || problems.length > 0 || lettersIn(expr).some(name => name !== 'n')) return null;
    const value = evaluateNumeric(expr, new Map([['n', last]]));
    return typeof value === 'number' ? value : null;
  });
  return values.every(value => value !== null) ? values : null;
}

/** What the problem asks for. */
const wholeOf = (sum: Sum): readonly number[] | null => worth(sum, `Σ(${sum.term})`);

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(value)));

interface State {
  readonly sum: Sum | null;
  /** What the last line came to, where it speaks of the sum. */
  last: readonly number[] | null;
}
const states = new WeakMap<Scene, State>();

function stateOf(scene: Scene): State {
  const before = states.get(scene);
  if (before) return before;
  const sum = /Σ|∑|\\sum/.test(scene.solution.problem) ? sumIn(scene.solution.problem) : null;
  const state = { sum, last: sum && wholeOf(sum) };
  states.set(scene, state);
  return state;
}

/**
 * Judges the chains of equals on the way to the only sum of the problem, with all sums in them added up: `Σ(2k + 3) = 2Σk + 3`, 'Σ3 = 3'. A calculation that
 * takes the number in each term once is refuted, too. Null where the problem asks for no sum, and for a step that says nothing false of it.
 */
export function judgeSums(scene: Scene, { text, range }: Step, index: number): Judged | null {
  const state = stateOf(scene);
  const { sum } = state;
  if (!sum) return null;
  for (const { opening, sides } of writtenIn(text)) {
    const speaks = opening === '=' || sides.some(side => new RegExp(SIGN).test(side.text));
    let last = opening === '=' ? state.last : null;
    for (const side of sides) {
      const own = worth(sum, side.text);
      if (own && last && speaks && !equal(last, own) && !isWhole(sum, own)) return off(range.start, side, last, own, 'the sum');
      if (own && index > 0 && takesOnce(sum, side, own)) return off(range.start, side, wholeOf(sum) ?? own, own, 'the sum');
      last = own ?? (speaks ? null : last);
    }
    state.last = speaks ? last : null;
  }
  return null;
}

/** The side is what the problem asks for, whatever the line above came to. */
const isWhole = (sum: Sum, own: readonly number[]): boolean => {
  const whole = wholeOf(sum);
  return whole !== null && equal(whole, own);
};

const off = (start: number, side: Side, right: readonly number[], own: readonly number[], what: string): Judged =>
  refuted(
    { kind: 'computed', expression: what, value: String(right[0]), written: String(own[0]) },
    { start: start + side.at, end: start + side.at + side.text.length },
  );

/** `3 · 210 − 1` for the sum of 3k − 1: what stands in every term is added a single time. */
function takesOnce(sum: Sum, { expr, text }: Side, own: readonly number[]): boolean {
  if (!expr || !isClosed(expr) || !/\d\s*[-+−]\s*\d/.test(text) || sum.last === null) return false;
  const constant = parseExpression(sum.term).expr;
  const alone = constant && evaluateNumeric(constant, new Map([[sum.letter, 0]]));
  const right = total(sum, sum.last, sum.term);
  if (typeof alone !== 'number' || alone === 0 || right === null) return false;
  const wrong = right - alone * (sum.last - sum.first);
  return wrong !== right && equal(own, [wrong]);
}
