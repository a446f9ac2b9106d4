import { evaluateExact, evaluateNumeric } from '../math/evaluate.ts';
import type { Expr, Span } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import { printRational } from '../math/rational.ts';
import type { Witness } from '../math/witness.ts';
import type { Step } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { curveFeatures } from './features/curves.ts';
import { dataFeatures, frequencyFeatures } from './features/data.ts';
import { judgeDescribed } from './features/described.ts';
import { judgeCurve } from './features/equations.ts';
import type { Feature } from './features/feature.ts';
import { judgeMoved } from './features/graphs.ts';
import { pointFeatures } from './features/points.ts';
import { spaceFeatures } from './features/spaces.ts';
import { judgeTangent } from './features/tangents.ts';
import { bare, holds, type Judged, wrong } from './judged.ts';
import { entriesOf } from './known-values.ts';
import { isClosed } from './letters.ts';
import { remembered } from './memo.ts';
import { withoutUnits } from './reference/graph.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { compareNumbers } from './vectors.ts';

const kept = new WeakMap<Scene, readonly Feature[]>();

/** What the problem's own figure fixes, found once. Facts of the problem come before all others, so that later lines change nothing of it. */
function featuresOf(scene: Scene): readonly Feature[] {
  const before = kept.get(scene);
  if (before) return before;
  const found = [
    ...curveFeatures(scene),
    ...pointFeatures(scene),
    ...dataFeatures(scene),
    ...frequencyFeatures(scene),
    ...spaceFeatures(scene),
  ];
  kept.set(scene, found);
  return found;
}

/** Words that make it the feature of something else, or only a supposed one. */
const OTHER =
  /\b(?:perpendicular|parallel|normal|tangent|other|new|second|another|image|if|not|would|should|wants?|goal|desired|needs?|from|between the|each|both|half|twice)\b/i;

/** The name ends the text, with nothing but small words and a sign behind it. */
const endsIn = ({ words }: Feature, before: string): boolean => endOf(words.source).test(before);

const endOf = remembered(
  words =>
    new RegExp(
      `\\b(?:${words})s?\\s*(?:of (?:the |this )?(?:\\w+ ){0,2}?)?(?:[A-Z]{1,2}\\s*)?(?:is|are|at|lies at|has coordinates|as)?\\s*(?:the point|point|then)?\\s*(?:\\$|\\*)*\\s*(?:[A-Za-z]\\s*)?[:=,]?\\s*(?:\\$|\\*)*\\s*$`,
      'i',
    ),
);

/** The name of any feature is a word like this. */
const WORD = /[a-z]{4}/i;

/** 'gradient of the radius:' names the gradient. */
const OF_FEATURE = /\b(?:gradient|slope|midpoint|length|square|equation|half) of (?:the |its )?(?:radius|diameter|line|segment)\b[^=]*$/i;

/** `m = (8 − 2)/(3 − 1)`, 'slope = (8 − 2)/(3 − 1) = 3'. Null where the chain gives no value of a feature, or a right one. */
export function judgeFeature(scene: Scene, chain: Chain, { claim, sentence }: Line): Judged | null {
  if (claim.link === 'given' || claim.link === 'check' || chain.relations.some(link => link !== '=' && link !== '≈')) return null;
  const curve =
    judgeCurve(scene, chain, claim) ??
    judgeDescribed(scene, chain, claim) ??
    judgeTangent(scene, chain, claim) ??
    judgeMoved(scene, chain, claim);
  if (curve) return curve;
  const [head, ...rest] = chain.sides;
  const named = head?.kind === 'symbol';
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(claim.text)));
  const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  if ((!named && !WORD.test(clause)) || OTHER.test(clause) || OF_FEATURE.test(clause)) return null;
  const feature = featuresOf(scene).find(one => (named && one.heads?.test(head.name)) || endsIn(one, clause));
  const sides = named ? rest : chain.sides;
  const [side] = sides;
  if (!feature || !side || doubtIn(claim) !== null) return null;
  const witness = refuted(scene, feature, side);
  if (witness === null || witness === 'same') return witness === 'same' && sides.length === 1 ? holds() : null;
  return wrong(witness, side.span, {
    kind: 'value',
    claim,
    from: bare(feature.values[0]?.[0] ?? side),
    written: bare(side),
    side: named ? 1 : 0,
  });
}

/** 'same' where the side is one of the values, the witness where it is none of them, null where that cannot be told. */
function refuted(scene: Scene, { values, words }: Feature, written: Expr): 'same' | Witness | null {
  const entries = entriesOf(written) ?? [withoutUnits(written)];
  const fitting = values.filter(value => value.length === entries.length);
  if (fitting.length === 0 || !entries.every(isClosed)) return null;
  let shown: Witness | null = null;
  for (const value of fitting) {
    const found = value.map((x, i) => compareNumbers(scene, x, entries[i] ?? x));
    if (found.every(one => one === 'same')) return 'same';
    if (found.some(one => one === null)) return null;
    shown ??= {
      kind: 'computed',
      expression: words.source.replace(/[(|?].*/, '').replace(/\W+$/, ''),
      value: value.length > 1 ? `(${value.map(asNumber).join(', ')})` : asNumber(value[0] ?? written),
      written: printPlain(written),
    };
  }
  return shown;
}

/** The value as a number: exact where it is a fraction. */
function asNumber(value: Expr): string {
  const exact = evaluateExact(value);
  if (exact) return printRational(exact);
  const number = evaluateNumeric(value);
  return typeof number === 'number' ? String(Number(number.toPrecision(6))) : printPlain(value);
}

const TUPLE = /\(\s*[^()]{1,24},[^()]{1,24}\)/g;
const NUMBER =
  /(?<![\w.(√])(?:√\(?\d+\)?|[-−–]?\d+(?:\.\d+)?(?:\s*\/\s*\d+)?(?:\s*√\d+)?)(?=\s*(?:[,.;$*]?\s*$|[,;.]\s|\s(?:and|units?|cm|m|so)\b|\$))/g;

/** 'The vertex is (3, −4)', 'centre (2, −3), radius 4': values that no relation stands before. Null where none of them is refuted. */
export function judgeFeatureWords(scene: Scene, { text, range, claims }: Step): Judged | null {
  const spanOf = (match: RegExpExecArray): Span => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  });
  const alone = [...text.matchAll(TUPLE), ...text.matchAll(NUMBER)].filter(match => {
    const { start, end } = spanOf(match);
    return !claims.some(claim => claim.statement !== null && claim.range.start <= start && end <= claim.range.end);
  });
  const features = alone.length > 0 ? featuresOf(scene) : [];
  for (const match of features.length > 0 ? alone : []) {
    const before = text.slice(0, match.index);
    const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1);
    const feature = OTHER.test(clause) ? undefined : features.find(one => endsIn(one, clause));
    const { expr } = parseExpression(match[0]);
    const witness = feature && expr ? refuted(scene, feature, expr) : null;
    if (!feature || !expr || witness === null || witness === 'same') continue;
    return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at: spanOf(match), slip: null, source: null, root: null };
  }
  return null;
}
