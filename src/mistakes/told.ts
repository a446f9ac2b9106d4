import { type Expr, NOWHERE, type Span, type Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { decimal, isStatement } from './build.ts';
import { type Difference, locateDifference, narrower } from './difference.ts';
import { tell } from './explain.ts';
import type { Misstep } from './forwards.ts';
import type { MistakeId, Rule, Terms } from './rule.ts';
import { numberIn, tidy } from './tidy.ts';
import { places } from './walk.ts';

export type Line = Expr | Statement;

/** A named cause of a wrong line. It says which rule gives exactly this line, not what the student thought. */
export interface Diagnosis {
  readonly rule: MistakeId;
  readonly name: string;
  /** The narrowest wrong term in the written line. */
  readonly site: Span;
  /** The term in the line above that the rule was applied to, NOWHERE when it was not written there. */
  readonly source: Span;
  /** What should stand at `site`. Null where the rule does not tell. */
  readonly corrected: Expr | Statement | null;
  /** The whole line as it should be, as far as the rule tells. */
  readonly rightLine: Expr | Statement | null;
  readonly explanation: string;
  /** The principle as a question; does not contain the corrected line. */
  readonly principle: string;
  /** The same rule on another example. */
  readonly elsewhere: string;
  /** Share of the weight of all causes found, the unknown one included: 0 to 1. */
  readonly confidence: number;
}

/** A cause that was found, before it is put in words. */
export interface Candidate {
  readonly rule: Rule;
  readonly terms: Terms;
  readonly site: Line;
  readonly wrong: Line;
  readonly right: Line | null;
  readonly rightLine: Line | null;
  readonly weight: number;
  /** What went wrong at another term besides. */
  readonly also?: Misstep;
}

/** The cause in words, with the place in the written line that differs from the right one. */
export function told(candidate: Candidate, below: Line, total: number): Diagnosis {
  const { rule, terms, site, wrong, right, rightLine } = candidate;
  const said = { terms, site, wrong, right };
  const place = rightLine ? placeOf(rightLine, below) : null;
  const restated = isStatement(below) && place?.span === below.span && right === null;
  return {
    rule: rule.id,
    name: rule.name,
    site: place?.span ?? below.span,
    source: isStatement(site) ? site.span : sourceSpan(site),
    corrected: restated ? null : inStyleOf(below, place?.instead ?? right),
    rightLine,
    explanation: candidate.also ? `${tell(rule.why, said)} ${besides(rule, candidate.also)}` : tell(rule.why, said),
    principle: tell(rule.ask, said),
    elsewhere: tell(rule.elsewhere, said),
    confidence: candidate.weight / total,
  };
}

function besides(rule: Rule, { rule: other, change, site }: Misstep): string {
  const said = { terms: change.terms, site, wrong: change.wrong, right: change.right ?? null };
  return rule === other ? `The same goes for ${tell('{site}', said)}.` : `A second thing: ${tell(other.why, said)}`;
}

/** A number in the line's own style: among decimals with all its digits, where they end. */
export function likeIn(below: Line, number: Expr): Expr {
  const styled = inStyleOf(below, number);
  const value = numberIn(number);
  if (!styled || isStatement(styled) || styled === number || !value) return number;
  for (let digits = styled.kind === 'number' ? (styled.decimals ?? 0) : 0; digits <= MOST_DIGITS; digits++) {
    const scaled = Q.multiply(value, { n: 10n ** BigInt(digits), d: 1n });
    if (scaled.d === 1n) return decimal(scaled.n, digits);
  }
  return styled;
}

const MOST_DIGITS = 8;

/** A number as the student writes numbers: a decimal, rounded to as many places, in a line with decimals. */
function inStyleOf(below: Line, corrected: Line | null): Line | null {
  if (!corrected || isStatement(corrected)) return corrected;
  const value = numberIn(corrected);
  const digits = Math.max(
    -1,
    ...[...places(below)].map(({ node }) => (node.kind === 'number' && node.decimals !== null ? node.decimals : -1)),
  );
  if (!value || value.d === 1n || digits < 0 || corrected.kind === 'number') return corrected;
  return decimal(Q.round(Q.multiply(value, { n: 10n ** BigInt(digits), d: 1n })), digits);
}

/** Where the written line departs from the right one, in whichever of its two forms, as it stands or tidied, lies closer. */
function placeOf(rightLine: Line, below: Line): Difference | null {
  return narrower(locateDifference(rightLine, below), locateDifference(tidy(rightLine), below));
}

function sourceSpan(site: Expr): Span {
  return site.span.start >= 0 ? site.span : NOWHERE;
}
