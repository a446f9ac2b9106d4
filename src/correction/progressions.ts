import { negate, num } from '../math/build.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import { printRational, type Rational } from '../math/rational.ts';
import type { Chain } from './decide.ts';
import { bare, follows, type Judged, wrong } from './judged.ts';
import { isClosed } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

interface Progression {
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

/** The arithmetic or geometric progression whose first terms the problem lists; null where it lists none, or not one of its kind. */
function progressionIn(problem: string): Progression | null {
  const found = TERMS.exec(problem.replace(/\$|\\[,;!]|\{,\}/g, ''));
  const [a, b, c] = (found?.slice(1) ?? []).map(numberIn);
  if (!a || !b || !c) return null;
  const named = KIND.exec(problem)?.[1]?.toLowerCase();
  const [one, two] = [Q.subtract(b, a), Q.subtract(c, b)];
  if (Q.equal(one, two)) return named === 'geometric' || named === undefined ? null : { kind: 'arithmetic', first: a, step: one };
  const [ratio, next] = [Q.divide(b, a), Q.divide(c, b)];
  const geometric = ratio && next && Q.equal(ratio, next) && (named === 'geometric' || /\binfinity\b/i.test(problem));
  return geometric ? { kind: 'geometric', first: a, step: ratio } : null;
}

/** What `a_20`, `S_8`, `d` and `r` are worth in the progression of the problem; null for other names. */
function valueIn({ kind, first, step }: Progression, name: string): Rational | null {
  if (name === 'd') return kind === 'arithmetic' ? step : null;
  if (name === 'r' || name === 'q') return kind === 'geometric' ? step : null;
  if (/^S_\{?(?:\\infty|infinity|∞)\}?$/.test(name)) {
    const rest = Q.subtract(Q.rational(1), step);
    return kind === 'geometric' && Q.compare(Q.absolute(step), Q.rational(1)) < 0 ? Q.divide(first, rest) : null;
  }
  const [, head = '', digits = ''] = /^([autTS])_\{?(\d{1,3})\}?$/.exec(name) ?? [];
  const count = Number(digits);
  if (head === '' || count < 1 || count > LONGEST) return null;
  let [term, total] = [first, first];
  for (let k = 1; k < count; k++) {
    term = kind === 'arithmetic' ? Q.add(term, step) : Q.multiply(term, step);
    total = Q.add(total, term);
  }
  return head === 'S' ? total : term;
}

/** `a_20 = 7 + 19·4`, `r = 4/12` in a problem that lists the terms of a progression. Null when the line names nothing of it. */
export function judgeProgression(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, ...sides] = chain.sides;
  const [side] = sides;
  if (head?.kind !== 'symbol' || chain.relations[0] !== '=' || !side || !isClosed(side)) return null;
  const progression = progressionIn(scene.solution.problem);
  const known = progression && valueIn(progression, head.name);
  const written = evaluateExact(side);
  if (!known || !written || claim.problems.length > 0) return null;
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

const someDecimals = (side: Chain['sides'][number]): boolean => side.kind === 'number' && side.decimals !== null;
