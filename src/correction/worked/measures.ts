import { call, minus, num, power, product, quotient, relation, sum } from '../../math/build.ts';
import { someNode } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { solutionSet } from '../../math/solve.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { writtenIn } from './lines.ts';

interface Measure {
  readonly letters: RegExp;
  readonly words: RegExp;
  readonly value: number;
  /** The region may be cut into like parts, whose name is that of the whole. */
  readonly parts: boolean;
}

const VALUE = String.raw`[-−–]?\s*(?:\d*π(?:\s*/\s*\d+)?|e(?![a-z])|√?\d+(?:\.\d+)?(?:\s*/\s*\d+)?)(?![\w^²³π√/])`;
const FROM_TO = new RegExp(
  String.raw`(?:from|between|for|on|over|lines?)\s+(?:the (?:lines?|interval)\s+)?(?:x\s*=\s*)?\[?\s*(${VALUE})\s*(?:\]|,|to|and|≤\s*x\s*≤)+\s*(?:x\s*=\s*)?(${VALUE})`,
);
const FORMULA =
  /(?<![a-zA-Z])(?:y|[fgv]\s*\([xt]\))\s*=\s*(.+?)(?=,?\s+(?:and|from|between|for|on|over|is|about|around|rotat\w*|revolv\w*|turn\w*|the|with|in|at|when|to|where|if|spins?)\b|[,.;?](?:\s|$)|$)/g;

const known = new WeakMap<Scene, Measure | null>();

function measureOf(scene: Scene): Measure | null {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const found = readMeasure(
    scene.solution.problem
      .replace(/\$|\\[,;!]/g, ' ')
      .replace(/\\pi/g, 'π')
      .replace(/\\le(?:q)?(?![a-z])/g, '≤'),
  );
  known.set(scene, found);
  return found;
}

function readMeasure(text: string): Measure | null {
  const formulas = [...text.matchAll(FORMULA)].map(([, body = '']) => parseExpression(body.trim()).expr);
  const [f, g, ...more] = formulas;
  if (!f || more.length > 0 || formulas.includes(null) || lettersIn(f).length !== 1) return null;
  const [letter = 'x'] = lettersIn(f);
  const [, a, b] = (FROM_TO.exec(text.replace(FORMULA, ' ')) ?? []).map(part => parseExpression(part.replace(/[−–]/g, '-')).expr);
  const bounds = a && b ? ([a, b] as const) : null;
  const make = (letters: RegExp, words: RegExp, value: Expr | null, parts = false): Measure | null => {
    const worth = value === null ? null : evaluateNumeric(value);
    return typeof worth === 'number' && worth > 0 ? { letters, words, value: worth, parts } : null;
  };
  const over = (body: Expr): Expr | null => (bounds ? integral(body, letter, bounds[0], bounds[1]) : null);
  if (/\brotat|\brevol|\bturns?\b|\bspun\b|\bspins?\b/i.test(text)) {
    if (!/\bvolume\b/i.test(text) || g || !/\bx-axis\b/i.test(text) || /\by-axis|\bshell/i.test(text)) return null;
    const square = over(power(f, num(2)));
    return make(/^V$/, /\bvolume\b/i, square && product({ kind: 'symbol', name: 'pi', span: f.span }, square));
  }
  if (/\baverage value\b|\bmean value of\b/i.test(text)) {
    const whole = over(f);
    return g
      ? null
      : make(
          /^(?:A|M|bar\(f\)|f_\{?avg\}?|f_\{?ave\}?)$/,
          /\b(?:average|mean)\b/i,
          whole && bounds ? quotient(whole, minus(bounds[1], bounds[0])) : null,
        );
  }
  if (/\barc length\b|\blength of (?:the )?(?:curve|arc|graph)\b/i.test(text)) {
    const slope = differentiate(f, letter);
    return g ? null : make(/^[LsS]$/, /\blength\b/i, slope && over(call('sqrt', sum(num(1), power(slope, num(2))))));
  }
  if (!/\barea\b/i.test(text) || /\bmaxim|\blargest|\bsurface|\bpolar|\btriangle|\brectang/i.test(text)) return null;
  const axis = /\bx-axis\b/i.test(text);
  if (g && !axis && bounds === null && letter === 'x' && lettersIn(g).every(name => name === 'x'))
    return make(/^A$/, /\barea\b/i, enclosed(minus(f, g)), true);
  if (g || !axis) return null;
  if (bounds) return make(/^A$/, /\barea\b/i, integral(call('abs', f), letter, bounds[0], bounds[1]), true);
  return /\b(?:enclosed|bounded|between|above|below)\b/i.test(text) && letter === 'x' ? make(/^A$/, /\barea\b/i, enclosed(f), true) : null;
}

const integral = (body: Expr, variable: string, lower: Expr, upper: Expr): Expr => ({
  kind: 'integral',
  body,
  variable,
  bounds: { lower, upper },
  span: body.span,
});

/** Between the first and the last place at which a difference is 0; null where there are fewer than two such places, or more than three. */
function enclosed(gap: Expr): Expr | null {
  const places =
    solutionSet(relation(gap, '=', num(0)), ['x'])
      ?.values.map(({ approx }) => approx)
      .sort((p, q) => p - q) ?? [];
  if (places.length < 2 || places.length > 3) return null;
  const at = (value: number): Expr => num({ n: BigInt(Math.round(value * 2 ** 40)), d: 2n ** 40n });
  const parts = places.slice(1).flatMap((upper, i) => {
    const lower = places[i];
    return lower === undefined ? [] : [call('abs', integral(gap, 'x', at(lower), at(upper)))];
  });
  return sum(...parts);
}

const isIntegral = (node: Expr): boolean => node.kind === 'integral' && node.bounds !== null;
const SPLIT = /[A-Z]_|₁|\b(?:first|second|left|right|upper|lower|one|part|half|quarter|symmetr\w*|check|each|piece|disc|slice)\b/i;

/** `V = π ∫_0^4 √x dx`: what the problem asks to measure, by an integral or a number of another value. Null where it is right, or the problem is no such thing. */
export function judgeMeasure(scene: Scene, { text, range }: Step): Judged | null {
  const measure = scene.mistake === null ? measureOf(scene) : null;
  if (!measure || SPLIT.test(text) || scene.solution.steps.some(step => /[A-Z]_[{\d]|[A-Z][₁₂]/.test(step.text))) return null;
  for (const { lead, sides, opening } of writtenIn(text)) {
    const [head] = sides;
    if (!head || opening !== '') continue;
    const byLetter = head.expr?.kind === 'symbol' && measure.letters.test(head.expr.name);
    const byWord = measure.words.test(head.expr === null ? head.text : lead);
    if (!byLetter && !byWord) continue;
    for (const side of byLetter || head.expr === null ? sides.slice(1) : sides) {
      const written = side.expr && isClosed(side.expr) ? evaluateNumeric(side.expr) : null;
      if (typeof written !== 'number' || !side.expr) break;
      const shares = measure.parts && someNode(side.expr, isIntegral) ? [1, -1] : [1, ...(measure.parts ? [-1] : [])];
      const rough = /\d\.\d/.test(side.text) ? 0.01 : 1e-5;
      if (shares.some(share => Math.abs(written - share * measure.value) <= rough * measure.value)) continue;
      const witness = {
        kind: 'computed',
        expression: head.text,
        value: String(Number(measure.value.toPrecision(6))),
        written: side.text,
      } as const;
      return refuted(witness, { start: range.start + side.at, end: range.start + side.at + side.text.length });
    }
  }
  return null;
}
