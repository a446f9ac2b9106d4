import { differentiate } from '../../math/derive.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { valueIn } from '../asked/text.ts';
import { type Judged, refuted } from '../judged.ts';
import type { Scene } from '../scene.ts';

const END = String.raw`[-−–+]?\s*(?:∞|\\infty|infinity|√?\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\{\d+\}\{\d+\})`;
const INTERVAL = String.raw`[(\[]\s*${END}\s*[,;]\s*${END}\s*[)\]]`;
const RANGE = String.raw`(?:${END}\s*(?:<|≤|\\leq?|<=)\s*x\s*(?:<|≤|\\leq?|<=)\s*${END}|x\s*(?:<|>|≤|≥|\\leq?|\\geq?|<=|>=)\s*${END})`;
const WHERE = String.raw`((?:${INTERVAL}|${RANGE})(?:\s*(?:,|and|or|∪|\\cup|,\s*and)\s*(?:on\s+|for\s+)?(?:${INTERVAL}|${RANGE}))*)`;
const LINK = String.raw`[\s$:]*(?:\b(?:on|for|in|when|if|where|over|is|exactly|precisely|only|the intervals?)\b[\s$:]*)+`;
const SAID: readonly (readonly [pattern: RegExp, order: number, sign: 1 | -1])[] = [
  [new RegExp(String.raw`\bincreas(?:ing|es)${LINK}${WHERE}`, 'gi'), 1, 1],
  [new RegExp(String.raw`\bdecreas(?:ing|es)${LINK}${WHERE}`, 'gi'), 1, -1],
  [new RegExp(String.raw`\b(?:concave up|convex)(?:wards?)?${LINK}${WHERE}`, 'gi'), 2, 1],
  [new RegExp(String.raw`\b(?:concave down|concave)(?:wards?)?${LINK}${WHERE}`, 'gi'), 2, -1],
  [new RegExp(String.raw`[a-z]['′’]\s*\(x\)\s*>\s*0${LINK}${WHERE}`, 'g'), 1, 1],
  [new RegExp(String.raw`[a-z]['′’]\s*\(x\)\s*<\s*0${LINK}${WHERE}`, 'g'), 1, -1],
  [new RegExp(String.raw`[a-z](?:''|′′|’’|″)\s*\(x\)\s*>\s*0${LINK}${WHERE}`, 'g'), 2, 1],
  [new RegExp(String.raw`[a-z](?:''|′′|’’|″)\s*\(x\)\s*<\s*0${LINK}${WHERE}`, 'g'), 2, -1],
];
const NOT = /\b(?:not|neither|never|nowhere|isn't|sequence)\b/i;

/** Inner places of all intervals and ranges in a text. */
function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  for (const [piece] of text.matchAll(new RegExp(`${INTERVAL}|${RANGE}`, 'g'))) {
    const ends = [...piece.matchAll(new RegExp(END, 'g'))].map(([end]) => valueIn(end));
    const [a = Number.NaN, b = Number.NaN] = ends;
    const [low, high] = ends.length > 1 ? [a, b] : /<|≤|\\le/.test(piece) ? [Number.NEGATIVE_INFINITY, a] : [a, Number.POSITIVE_INFINITY];
    if (Number.isNaN(low) || Number.isNaN(high) || low >= high) return [];
    const [from, to] = [Number.isFinite(low) ? low : Math.min(high, 0) - 20, Number.isFinite(high) ? high : Math.max(low, 0) + 20];
    for (let k = 1; k < 24; k++) places.push(from + ((to - from) * k) / 24);
  }
  return places;
}

/** 'increasing on (−2, 2)', `f'(x) > 0 for −2 < x < 2` of the only function of the problem: a place of the interval where its slope has the other sign. */
export function judgeMonotone(scene: Scene, { text, range }: Step): Judged | null {
  if (!/creas|concave|convex|['′’″]\s*\(x\)\s*[<>]/i.test(text)) return null;
  const rules = [...scene.functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x');
  const [body, ...more] = new Set(rules.map(([, rule]) => rule.body));
  if (!body || more.length > 0 || NOT.test(text)) return null;
  const slopes: (Expr | null)[] = [body];
  for (let order = 1; order < 3; order++) slopes.push(slopes[order - 1] ? differentiate(slopes[order - 1] as Expr, 'x') : null);
  for (const [pattern, order, sign] of SAID) {
    const slope = slopes[order];
    for (const match of slope ? text.matchAll(pattern) : []) {
      for (const place of placesIn(match[1] ?? '')) {
        const value = slope && evaluateNumeric(slope, new Map([['x', place]]));
        if (typeof value !== 'number' || value * sign >= -1e-9) continue;
        const witness = {
          kind: 'values',
          at: { x: String(Number(place.toPrecision(4))) },
          left: String(Number(value.toPrecision(4))),
          right: '0',
        } as const;
        return refuted(
          { ...witness, left: `${printPlain(slope as Expr)} = ${witness.left}` },
          { start: range.start + match.index, end: range.start + match.index + match[0].length },
        );
      }
    }
  }
  return null;
}
