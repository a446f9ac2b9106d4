import { negate, num } from '../math/build.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import { printRational, type Rational } from '../math/rational.ts';
import type { Claim } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { bare, follows, type Judged, refuted, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import { plainLabel } from './names/name.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { HYPOTHETICAL } from './task.ts';

export interface Progression {
  readonly kind: 'arithmetic' | 'geometric';
  readonly first: Rational;
  /** What is added from term to term, or multiplied by. */
  readonly step: Rational;
}

const KIND = /\b(arithmetic|geometric)\b/i;
const NUMBER = String.raw`[-−–]?\s*(?:\\[dt]?frac\s*(?:\d\d|\{\d+\}\{\d+\})|\d+(?:\.\d+)?(?:\s*/\s*\d+)?)`;
const TERMS = new RegExp(`(${NUMBER})\\s*[,;+]\\s*(${NUMBER})\\s*[,;+]\\s*(${NUMBER})\\s*[,;+]`);
/** Farthest term and longest sum that are worked out. */
const LONGEST = 200;

const numberIn = (text: string): Rational | null => {
  const { expr } = parseExpression(text.replace(/\s+/g, '').replace(/[−–]/g, '-'));
  return expr && evaluateExact(expr);
};

const GIVEN = new RegExp(
  `\\b(arithmetic|geometric)\\b.*?\\bfirst term(?: is| of|:| =)? (?:[aut]_?\\{?1\\}? = )?(${NUMBER}).{0,12}?\\b(?:common )?(?:difference|ratio)(?: is| of|:| =)? (?:[drq] = )?(${NUMBER})(?!\\d|[./]\\d)`,
  'i',
);
const TWO_TERMS = new RegExp(
  `\\b(\\d+)(?:st|nd|rd|th) term(?: of (?:an|the|a) (?:arithmetic|geometric) (?:sequence|progression|series))? is (${NUMBER}),? and (?:the |its )?(\\d+)(?:st|nd|rd|th)(?: term)? is (${NUMBER})(?!\\d|[./]\\d)`,
  'i',
);
const NEXT =
  /\b(?:find|what is|calculate|determine|give|evaluate|work out)\b.*\b(?:(?:\d+(?:st|nd|rd|th)|n-?th|general) term|sum (?:of (?:the )?first \w+ terms|to infinity|to n terms))\b/i;

const INDEXED = new RegExp(
  `\\b([autb])_(\\d+) = (${NUMBER})(?:,| and|, and)(?: (?:the |a )?(?:common )?(?:difference|ratio))? (?:\\1_(\\d+)|([drq])) = (${NUMBER})(?!\\d|[./]\\d)`,
);
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const IN_DIGITS = new RegExp(`\\b(${ORDINALS.join('|')})\\b`, 'gi');

/** `a_3 = 11 and a_8 = 31`, `a_1 = 5 and d = 3` in a problem that calls its sequence arithmetic or geometric. */
function indexedIn(problem: string): Progression | null {
  const kind = KIND.exec(problem)?.[1]?.toLowerCase();
  const match = INDEXED.exec(plainLabel(problem));
  if (!match) return null;
  const [, , m, early = '', n, step, late = ''] = match;
  const [x, y] = [early, late].map(numberIn);
  if (!x || !y || (kind !== 'arithmetic' && kind !== 'geometric')) return null;
  if (step !== undefined) return m === '1' && (step === 'd') === (kind === 'arithmetic') ? { kind, first: x, step: y } : null;
  return kind === 'arithmetic' ? throughTerms(Number(m), x, Number(n), y) : throughPowers(Number(m), x, Number(n), y);
}

/** Of two terms of a geometric progression an odd number of steps apart: one ratio is real. */
function throughPowers(m: number, x: Rational, n: number, y: Rational): Progression | null {
  const by = Q.divide(y, x);
  const between = n - m;
  if (!by || between < 1 || between % 2 === 0) return null;
  const size = Math.abs(Q.toNumber(by)) ** (1 / between);
  const step = [1, 2, 3, 4, 5]
    .map(d => Q.rational(Math.sign(Q.toNumber(by)) * Math.round(size * d), d))
    .find(q => Q.equal(raised(q, between), by));
  const down = step && Q.divide(x, raised(step, m - 1));
  return step && down ? { kind: 'geometric', first: down, step } : null;
}

const raised = (base: Rational, exponent: number): Rational =>
  Array.from({ length: exponent }).reduce<Rational>(all => Q.multiply(all, base), Q.ONE);

function throughTerms(m: number, x: Rational, n: number, y: Rational): Progression | null {
  const between = m === n ? null : Q.divide(Q.subtract(y, x), Q.rational(n - m));
  return between && { kind: 'arithmetic', first: Q.subtract(x, Q.multiply(between, Q.rational(m - 1))), step: between };
}

/** The progression that the problem gives by its first term and step, or by two terms of an arithmetic one. */
function describedIn(problem: string): Progression | null {
  const [, kind = '', first = '', step = ''] = GIVEN.exec(problem) ?? [];
  const [a, by] = [first, step].map(numberIn);
  if (a && by) return { kind: kind.toLowerCase() === 'geometric' ? 'geometric' : 'arithmetic', first: a, step: by };
  const counted = problem.replace(IN_DIGITS, word => `${ORDINALS.indexOf(word.toLowerCase()) + 1}th`);
  const named = KIND.exec(problem)?.[1]?.toLowerCase();
  const [, m, early = '', n, late = ''] = named === undefined ? [] : (TWO_TERMS.exec(counted) ?? []);
  const [x, y] = [early, late].map(numberIn);
  const through = named === 'geometric' ? throughPowers : throughTerms;
  return x && y ? through(Number(m), x, Number(n), y) : indexedIn(problem);
}

/** The arithmetic or geometric progression whose first terms the problem lists, or that it describes; null where it does neither, or lists none of its kind. */
export function progressionIn(problem: string): Progression | null {
  const described = describedIn(problem.replace(/\$|\\[,;!]/g, ''));
  if (described) return described;
  const found = TERMS.exec(problem.replace(/\$|\\[,;!]|\{,\}/g, ''));
  const [a, b, c] = (found?.slice(1) ?? []).map(numberIn);
  if (!a || !b || !c) return null;
  const named = KIND.exec(problem)?.[1]?.toLowerCase();
  const [one, two] = [Q.subtract(b, a), Q.subtract(c, b)];
  const goesOn = NEXT.test(problem) && isEven(problem);
  if (Q.equal(one, two))
    return named === 'geometric' || (named === undefined && !goesOn) ? null : { kind: 'arithmetic', first: a, step: one };
  const [ratio, next] = [Q.divide(b, a), Q.divide(c, b)];
  const geometric = ratio && next && Q.equal(ratio, next) && (named === 'geometric' || /\binfinity\b/i.test(problem));
  return geometric ? { kind: 'geometric', first: a, step: ratio } : null;
}

/** At least four terms, each as far from the one before as the next. */
function isEven(problem: string): boolean {
  const list = new RegExp(`(?:${NUMBER}\\s*[,;]\\s*){2,}(?:${NUMBER})?`).exec(problem.replace(/\$/g, ''))?.[0];
  const terms = (list ?? '')
    .split(/\s*[,;]\s*/)
    .filter(Boolean)
    .map(numberIn);
  return (
    terms.length > (/(?:…|\.{3}|\\[lc]?dots)/.test(problem) ? 2 : 3) &&
    terms.every((term, i) => {
      const [one, two] = [terms[i - 1], terms[i - 2]];
      return i < 2 || (term && one && two && Q.equal(Q.subtract(term, one), Q.subtract(one, two)));
    })
  );
}

/** What `a_20`, `S_8`, `d` and `r` are worth in the progression of the problem; null for other names. */
export function valueIn({ kind, first, step }: Progression, name: string): Rational | null {
  if (/^(?:a|[aut]_\{?1\}?)$/.test(name)) return first;
  if (name === 'd') return kind === 'arithmetic' ? step : null;
  if (name === 'r' || name === 'q') return kind === 'geometric' ? step : null;
  if (/^S_\{?(?:\\infty|infinity|∞)\}?$/.test(name)) {
    const rest = Q.subtract(Q.rational(1), step);
    return kind === 'geometric' && Q.compare(Q.absolute(step), Q.rational(1)) < 0 ? Q.divide(first, rest) : null;
  }
  const [, head = '', digits = ''] = /^([autTS])_?\{?(\d{1,3})\}?$/.exec(name) ?? [];
  const count = Number(digits);
  if (head === '' || count < 1 || count > LONGEST) return null;
  let [term, total] = [first, first];
  for (let k = 1; k < count; k++) {
    term = kind === 'arithmetic' ? Q.add(term, step) : Q.multiply(term, step);
    total = Q.add(total, term);
  }
  return head === 'S' ? total : term;
}

/** `a_20 = 7 + 19·4`, `r = 4/12`, `a_n = 7 + 5(n − 1)` in a problem that gives a progression. Null when the line names nothing of it. */
export function judgeProgression(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, ...sides] = chain.sides;
  const [side] = sides;
  if (head?.kind !== 'symbol' || chain.relations[0] !== '=' || !side || claim.problems.length > 0) return null;
  const progression = FROM_ZERO.test(scene.solution.steps.map(({ text }) => text).join(' ')) ? null : progressionIn(scene.solution.problem);
  if (!progression) return null;
  if (!isClosed(side)) return judgeTerm(progression, head.name, side, claim);
  const known = valueIn(progression, head.name === 'S' ? summedIn(scene.solution.problem) : head.name);
  const written = evaluateExact(side);
  if (!known || !written) return null;
  if (Q.equal(known, written)) return follows(null);
  if (someDecimals(side)) return null;
  const witness = { kind: 'computed', expression: head.name, value: printRational(known), written: printRational(written) } as const;
  return wrong(witness, side.span, {
    kind: 'value',
    claim,
    from: bare(known.n < 0n ? negate(num(Q.absolute(known))) : num(known)),
    written: bare(side),
    side: 1,
  });
}

/** The name of the sum that the problem asks for: `S_20`. */
const summedIn = (problem: string): string =>
  /\binfinity\b|\binfinite\b/i.test(problem) ? 'S_∞' : `S_${/\bsum of (?:the )?first (\d+) terms\b/i.exec(problem)?.[1] ?? ''}`;

/** Counted from 0, as some do. */
export const FROM_ZERO = /\bn\s*=\s*0\b|_\{?0(?!\d)|(?<![₀-₉])₀(?![₀-₉])/;

/** `a_n = 7 + 5n`: the n-th term, at the first few places. */
function judgeTerm(progression: Progression, name: string, side: Expr, claim: Claim): Judged | null {
  if (!/^[autbx]_\{?n\}?$/.test(name) || lettersIn(side).join() !== 'n') return null;
  const letter = name.charAt(0);
  for (const place of [1, 2, 3]) {
    const [known, written] = [valueIn(progression, `a_${place}`), evaluateExact(side, new Map([['n', Q.rational(place)]]))];
    if (!known || !written) return null;
    if (Q.equal(known, written)) continue;
    const witness = {
      kind: 'computed',
      expression: `${letter}_${place}`,
      value: printRational(known),
      written: printRational(written),
    } as const;
    return { ...wrong(witness, side.span, { kind: 'identity', claim, from: bare(side), written: bare(side), side: 1 }), slip: null };
  }
  return follows(null);
}

/** `a + 2d = 11` of the first term and the step: what the problem fixes of them. */
export function judgeProgressionEquation(scene: Scene, chain: Chain, { claim, sentence }: Line): Judged | null {
  const letters = lettersIn(chain);
  if (chain.relations.join() !== '=' || letters.length === 0 || !letters.every(name => /^(?:[adrq]|[aut]_\{?1\}?)$/.test(name)))
    return null;
  const progression = HYPOTHETICAL.test(sentence) || claim.link === 'given' ? null : progressionIn(scene.solution.problem);
  const at = new Map(
    letters.flatMap(name => {
      const value = progression && valueIn(progression, name);
      return value ? [[name, value] as const] : [];
    }),
  );
  const [left, right] = chain.sides.map(side => evaluateExact(side, at));
  if (at.size < letters.length || !left || !right) return null;
  if (Q.equal(left, right)) return follows(null);
  const values = Object.fromEntries([...at].map(([name, value]) => [name, printRational(value)]));
  return refuted({ kind: 'values', at: values, left: printRational(left), right: printRational(right) }, claim.range);
}

const someDecimals = (side: Chain['sides'][number]): boolean => side.kind === 'number' && side.decimals !== null;
