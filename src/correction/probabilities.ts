import { num } from '../math/build.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { parseExpression } from '../math/parse.ts';
import type { Rational } from '../math/rational.ts';
import * as Q from '../math/rational.ts';
import type { Step } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { holds, type Judged, refuted } from './judged.ts';
import { isClosed } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { compareNumbers } from './vectors.ts';

type Values = ReadonlyMap<string, Rational>;

const GIVEN =
  /\bP\s*(?:\\left)?\(([^()=]{1,24}(?:\([^()]*\))?)\s*(?:\\right)?\)\s*=\s*\$?\s*(\\[dt]?frac(?:\{\d+\}\{\d+\}|\d\d)|\d*\.?\d+(?:\s*\/\s*\d+)?\s*\\?%?)/g;

/** An event as `A`, `¬A`, `A∩B`, `A∪B` or `A|B`; null for one that is not made of two letters in these ways. */
function eventOf(text: string): string | null {
  const plain = text
    .replace(/\\cap|\band\b|&|∧/g, '∩')
    .replace(/\\cup|\bor\b|∨/g, '∪')
    .replace(/\\mid|\\vert|\bgiven\b/g, '|')
    .replace(
      /\\(?:overline|bar)\{?\s*([A-Z])\s*\}?|([A-Z])\s*(?:['′’]|\^\{?(?:c|C|\\prime|\\complement)\}?|ᶜ|̅|̄)|\bnot\s+([A-Z])/g,
      (_, a, b, c) => `¬${a ?? b ?? c}`,
    )
    .replace(/[\s$\\,;!]/g, '');
  const [, first, link, second] = /^(¬?[A-Z])(?:([∩∪|])(¬?[A-Z]))?$/.exec(plain) ?? [];
  if (first === undefined || link === undefined || second === undefined) return first ?? null;
  return link !== '|' && second.replace('¬', '') < first.replace('¬', '') ? second + link + first : first + link + second;
}

const known = new WeakMap<Scene, Values>();

/** What the problem says of the probabilities of two events, with all that follows from it. */
function probabilitiesOf(scene: Scene): Values {
  const before = known.get(scene);
  if (before) return before;
  const { problem } = scene.solution;
  const values = new Map<string, Rational>();
  const twice = new Set<string>();
  for (const [, inside = '', text = ''] of problem.matchAll(GIVEN)) {
    const event = eventOf(inside);
    const { expr } = parseExpression(text.replace('\\%', '%'));
    const value = expr && evaluateExact(expr);
    if (event === null || !value) continue;
    if (values.has(event)) twice.add(event);
    values.set(event, value);
  }
  const letters = new Set([...values.keys()].flatMap(event => event.match(/[A-Z]/g) ?? []));
  const found = twice.size > 0 || letters.size > 2 ? new Map<string, Rational>() : closed(values, [...letters].sort(), problem);
  known.set(scene, found);
  return found;
}

/** True where the problem states it, and does not ask whether it is so. */
const states = (problem: string, word: RegExp): boolean =>
  problem
    .split(/(?<=[.?!])\s/)
    .some(
      sentence => word.test(sentence) && !/\?|\b(?:whether|show|check|decide|determine|prove|not|if)\b/i.test(sentence.split(',')[0] ?? ''),
    );

function closed(values: Map<string, Rational>, [a, b]: readonly string[], problem: string): Values {
  if (a === undefined || b === undefined) return values;
  const [both, either] = [`${a}∩${b}`, `${a}∪${b}`];
  const get = (event: string): Rational | undefined => values.get(event);
  const set = (event: string, value: Rational | null | undefined): void => {
    if (value && !values.has(event)) values.set(event, value);
  };
  const less = (one: Rational | undefined, ...others: readonly (Rational | undefined)[]): Rational | undefined =>
    one && others.reduce<Rational | undefined>((rest, other) => rest && other && Q.subtract(rest, other), one);
  const more = (one: Rational | undefined, other: Rational | undefined): Rational | undefined => one && other && Q.add(one, other);
  const times = (one: Rational | undefined, other: Rational | undefined): Rational | undefined => one && other && Q.multiply(one, other);
  const over = (one: Rational | undefined, other: Rational | undefined): Rational | null | undefined =>
    one && other && Q.divide(one, other);
  if (states(problem, /\b(?:mutually exclusive|disjoint)\b/i)) set(both, Q.rational(0));
  const independent = states(problem, /\bindependent\b/i);
  for (let round = 0; round < 4; round++) {
    for (const one of [a, b]) {
      set(one, less(Q.ONE, get(`¬${one}`)));
      set(`¬${one}`, less(Q.ONE, get(one)));
    }
    if (independent) set(both, times(get(a), get(b)));
    set(both, times(get(`${a}|${b}`), get(b)));
    set(both, times(get(`${b}|${a}`), get(a)));
    set(both, less(more(get(a), get(b)), get(either)));
    set(either, less(more(get(a), get(b)), get(both)));
    set(a, less(more(get(either), get(both)), get(b)));
    set(b, less(more(get(either), get(both)), get(a)));
    set(`${a}|${b}`, over(get(both), get(b)));
    set(`${b}|${a}`, over(get(both), get(a)));
    set(`¬${a}∩¬${b}`, less(Q.ONE, get(either)));
    set(`${a}∩¬${b}`, less(get(a), get(both)));
    set(`¬${a}∩${b}`, less(get(b), get(both)));
  }
  return values;
}

const COIN = /\b(?:fair )?coin\b[^.]{0,30}?\b(?:tossed|flipped|thrown)\b\s*(\d+|two|three|four|five|six|eight|ten)\s*times\b/i;
const BINOMIAL = /(?:~|∼|\\sim)\s*(?:B|Bin|\\text\{B\})\s*\(\s*(\d+)\s*,\s*([\d./]+)\s*\)/;
const WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10 };

/** The chance that `X = 3` names, where the problem counts heads of a coin or says that X is binomial. */
function binomialChance(problem: string, inside: string): Rational | null {
  const [, count = '', chance = '1/2'] = BINOMIAL.exec(problem) ?? (/\bbiased\b/i.test(problem) ? [] : COIN.exec(problem)) ?? [];
  const hits = /^\s*[A-Z]\s*=\s*(\d+)\s*$/.exec(inside)?.[1];
  const [n, k] = [WORDS[count.toLowerCase()] ?? Number(count), Number(hits)];
  const { expr } = parseExpression(chance);
  const p = expr && evaluateExact(expr);
  if (count === '' || hits === undefined || !p || n > 40 || k > n || /\btails\b/i.test(problem)) return null;
  let value: Rational = Q.ONE;
  for (let i = 0; i < n; i++) value = Q.multiply(value, i < k ? p : Q.subtract(Q.ONE, p));
  for (let i = 0; i < k; i++) value = Q.multiply(value, Q.rational(n - i, i + 1));
  return value;
}

/** `P(A ∪ B) = 0.5 + 0.4` in a problem that fixes the value. Null for a chain that does not begin with a probability known from the problem. */
export function judgeProbability(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const inside = /^\s*\$?P\s*(?:\\left)?\(([^()]{1,24}?)(?:\\right)?\)\s*(?:=|≈)/.exec(claim.text)?.[1];
  const counted = inside === undefined ? null : binomialChance(scene.solution.problem, inside);
  const event = inside === undefined || chain.relations.some(link => link !== '=' && link !== '≈') ? null : eventOf(inside);
  const side = chain.sides.slice(1).find(isClosed);
  const value = !side || claim.link === 'given' ? undefined : (counted ?? (event === null ? undefined : probabilitiesOf(scene).get(event)));
  if (!value || !side || doubtIn(claim) !== null) return null;
  const witness = compareNumbers(scene, num(value), side);
  if (witness === 'same') return chain.sides.length === 2 ? holds() : null;
  if (witness === null) return null;
  const shown = {
    kind: 'computed',
    expression: `P(${event ?? inside?.trim()})`,
    value: Q.printRational(value),
    written: claim.text.slice(side.span.start - claim.range.start, side.span.end - claim.range.start),
  } as const;
  return { verdict: { kind: 'wrong', witness: shown, mistake: null }, notices: [], at: side.span, slip: null, source: null, root: null };
}

const DISCRETE = /\b(?:binomial|poisson|number of|times|dice|die|coins?|geometric|integer)\b|\b(?:B|Bin|Po|Geo)\s*\(/i;
const COMPLEMENT =
  /P\s*(?:\\left)?\(\s*([A-Z])\s*(≥|>=|\\geq?|>)\s*(\d+)\s*(?:\\right)?\)\s*=\s*1\s*[-−]\s*P\s*(?:\\left)?\(\s*\1\s*(≤|<=|\\leq?|<|=)\s*(\d+)\s*(?:\\right)?\)\s*(?=$|[.=≈,;$])/;

/** `P(X ≥ 2) = 1 − P(X ≤ 2)` for a number that is counted: 2 is left out, or counted twice. Null for all other steps. */
export function judgeComplement({ solution }: Scene, { text, range }: Step): Judged | null {
  const [whole, name, sign = '', from, other = '', to] = COMPLEMENT.exec(text) ?? [];
  if (!whole || !DISCRETE.test(`${solution.problem} ${text}`)) return null;
  const first = sign === '>' ? Number(from) + 1 : Number(from);
  const last = other === '<' ? Number(to) - 1 : Number(to);
  if (last === first - 1 || (other === '=' && Number(to) === 0 && first === 1)) return null;
  const value = `1 − P(${name} ≤ ${first - 1})`;
  const at = range.start + text.indexOf(whole);
  return refuted(
    {
      kind: 'computed',
      expression: whole.split('=')[0]?.includes('P') ? `P(${name} ${sign === '>' ? '>' : '≥'} ${from})` : whole,
      value,
      written: `1 − P(${name} ${other} ${to})`,
    },
    { start: at, end: at + whole.length },
  );
}

const EITHER =
  /P\s*\(\s*([A-Z])\s*(?:\bor\b|∪|\\cup)\s*([A-Z])\s*\)\s*=\s*P\s*\(\s*([A-Z])\s*\)\s*\+\s*P\s*\(\s*([A-Z])\s*\)\s*(?=$|[.=≈,;$])/;

/** `P(A or B) = P(A) + P(B)` of two independent events that are both possible. Null for all other steps. */
export function judgeEither(scene: Scene, { text, range }: Step): Judged | null {
  const [whole, a = '', b = '', c, d] = EITHER.exec(text) ?? [];
  if (!whole || [a, b].sort().join() !== [c, d].sort().join() || !states(scene.solution.problem, /\bindependent\b/i)) return null;
  const values = probabilitiesOf(scene);
  const both = values.get([a, b].sort().join('∩'));
  if (!both || both.n === 0n) return null;
  const at = range.start + text.indexOf(whole);
  return refuted(
    { kind: 'computed', expression: `P(${a} or ${b})`, value: `P(${a}) + P(${b}) − P(${a} and ${b})`, written: `P(${a}) + P(${b})` },
    { start: at, end: at + whole.length },
  );
}
