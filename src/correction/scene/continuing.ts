import type { Claim } from '../../solution/solution.ts';
import type { Scene } from '../scene.ts';
import { isRestriction } from './statements.ts';

/** The claim goes on from the line right above it: it opens with a relation, and nothing but marks stands between the two. */
export function isContinuing({ solution, current }: Scene, claim: Claim): boolean {
  if (claim.link !== 'continues' || current === null || !/^[\s&]*(?:[=≈]|\\approx)/.test(claim.text)) return false;
  const end = current.claim.range.end;
  let between = '';
  const own = solution.steps[current.step];
  if (own && PART.test(own.text.slice(0, Math.max(0, current.claim.range.start - own.range.start)))) return false;
  for (const { range, text, claims } of solution.steps.slice(Math.max(0, current.step))) {
    if (range.start > claim.range.start) break;
    if (range.end > end)
      between += withoutRestrictions(text.slice(Math.max(0, end - range.start), Math.max(0, claim.range.start - range.start)), claims);
  }
  return !/\p{L}{2}|\p{L}\.|\d/u.test(between.replace(/\\[a-zA-Z]+/g, ''));
}

/** `, x ≠ 1` behind an expression is no other line. */
const withoutRestrictions = (text: string, claims: readonly Claim[]): string =>
  claims.reduce(
    (rest, claim) =>
      claim.statement && isRestriction(claim.statement)
        ? rest.replace(claim.text, ' ').replace(/\b(?:for|where|with|if|when|provided)\s*$/, '')
        : rest,
    text,
  );

/** 'numerator:', 'right side:': what is worked out is a part, and the next line need not go on from it. */
const PART =
  /\b(?:numerators?|denominators?|top|bottom|parts?|left|right|lhs|rhs|sides?|check|note|aside|inner|outer|first|second|then|base|height|inside|bracket|exponent|modulus|conjugate|product|sum|men|women|with|by)\b[^:.;=]{0,40}:[\s$]*$/i;
