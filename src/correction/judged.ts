import type { Expr, Span, Statement } from '../math/expr.ts';
import type { Witness } from '../math/witness.ts';
import type { MistakeId } from '../mistakes/rule.ts';
import type { Claim } from '../solution/solution.ts';
import type { Notice, Verdict } from './records.ts';

/**
 * A refuted claim as the diagnosis takes it: what stood above, and what was written.
 * - `value`: side `side` of a closed calculation does not equal the side before it.
 * - `identity`: the same, with letters. `derivative`: side `side` is not the derivative (or antiderivative) it claims to be.
 * - `line`: the whole statement does not follow from the statement above.
 */
export interface Slip {
  readonly kind: 'value' | 'identity' | 'derivative' | 'line';
  readonly claim: Claim;
  readonly from: Statement;
  readonly written: Statement;
  /** Index of the refuted side in the claim's chain; null when the line as a whole is refuted. */
  readonly side: number | null;
  /** What the refuted side should equal, where `from` only names it: the body of a derivative. */
  readonly right?: Expr;
  /** The call of a function of the exercise that `from` carries out: `f(x + 1)`. */
  readonly called?: Expr;
  /** The rule that it is named by, where the judge itself can tell. */
  readonly rule?: MistakeId;
}

/** The verdict on one claim, and what it rests on. */
export interface Judged {
  readonly verdict: Verdict;
  readonly notices: readonly Notice[];
  readonly at: Span | null;
  readonly slip: Slip | null;
  /** Step of the line this one follows from, when there is one. */
  readonly source: number | null;
  /** The fact above that says the same, by its root; null for a line that says something new. */
  readonly root: number | null;
}

const plain = (verdict: Verdict, notices: readonly Notice[] = [], source: number | null = null, root: number | null = null): Judged => ({
  verdict,
  notices,
  at: null,
  slip: null,
  source,
  root,
});

export const holds = (notices: readonly Notice[] = []): Judged => plain({ kind: 'holds' }, notices);
export const follows = (source: number | null, notices: readonly Notice[] = [], root: number | null = null): Judged =>
  plain({ kind: 'follows' }, notices, source, root);
export const unjudged = (why: string): Judged => plain({ kind: 'unjudged', why });

export function wrong(witness: Witness, at: Span, slip: Slip): Judged {
  return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at, slip, source: null, root: null };
}

/** What a step says in words is not so. */
export const refuted = (witness: Witness, at: Span, mistake: string | null = null): Judged => ({
  ...plain({ kind: 'wrong', witness, mistake }),
  at,
});

export function oneWay(
  lost: readonly string[],
  gained: readonly string[],
  witness: Witness,
  at: Span,
  slip: Slip,
  source: number | null,
): Judged {
  return { verdict: { kind: 'one-way', lost: [...lost], gained: [...gained], witness }, notices: [], at, slip, source, root: null };
}

/** A bare expression as a statement of one side. */
export const bare = (side: Expr): Statement => ({ kind: 'chain', sides: [side], relations: [], span: side.span });

/** True for a verdict that is a mistake: refuted, or a solution lost. */
export const isMistake = (verdict: Verdict): boolean => verdict.kind === 'wrong' || (verdict.kind === 'one-way' && verdict.lost.length > 0);

const SEVERITY: Record<Verdict['kind'], number> = { holds: 0, follows: 1, unjudged: 2, 'one-way': 3, wrong: 4 };

/** The worst of several verdicts, the first among equals. A claim that was not judged outweighs one that holds. */
export function worst(judged: readonly Judged[]): Judged | null {
  const weight = (j: Judged): number => (isMistake(j.verdict) ? 5 : SEVERITY[j.verdict.kind]);
  return judged.reduce<Judged | null>((found, next) => (found === null || weight(next) > weight(found) ? next : found), null);
}
