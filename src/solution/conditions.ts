import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import { lettersOf } from '../math/tree.ts';
import type { Claim } from './solution.ts';

const COLON = /^[\s$]*:(?:[\s$]|\\q?quad|\\[,;: ])*$/;
/** `x = -1: left side …`: what follows is about that value. */
const HEADS = /^[\s$]*:(?:[\s$\\]|\*|$)/;
const ARROW = /^[\s$]*(?:→|⟶|⇒|⟹|=+>|-+>|\\to|\\(?:long)?rightarrow|\\Rightarrow|\\implies|\\mapsto|↦|gives|,?\s*then|,?\s*so)[\s$]*$/;
const ONWARD = /^[\s$]*(?:,|,?\s*but|⇒|→|=>|\\Rightarrow|and|so|,\s*so|,\s*and)[\s$]*$/;
/** A value behind one of these words is where something is looked at, and no result. */
const WHEN = /^[\s$,]*(?:for|at|if|when)[\s$]*$/i;
/** `f(x) = 2x for x < 1`: a formula for a part of the values. */
const CASE = /^[\s$,]*(?:for|if|when|where)\b[^.;:=\n]{0,20}?(?:[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-zA-Z]))/i;
const SOME_CASE: Statement = { kind: 'truth', value: true, span: NOWHERE };
/** `x < −2: positive`: a row of a table of signs, and no result. */
const SIGN_BEHIND =
  /^[\s$]*(?:[:→⇒]|=>|->|is|are|gives)[\s$]*(?:positive|negative|pos\b|neg\b|[-+−](?:[\s,;.]|$)|(?:un)?true|false|works|fails|not? )/i;
const AT = /(?<!\p{L})(?:(?:for|at|near|as|around|about|if|when|with)|(?:new |changed )?(?:limits|bounds)(?: are)?:?)[\s$]*$/iu;

/** 'impossible with x < 1': a bound that stands already. */
const AGAINST = /\b(?:with|contradict(?:s|ing|ion to|s the case)|because|since|possible as|outside)[\s$]*$/i;
/** Nothing stands before it in its line. */
const OPENS = /(?:^|\n)[\s$]*$/;
const FOR = /(?:^|[^\p{L}])(?:for|if|when|where|case|für|falls|wenn|pour|si)[\s$]*$/iu;

/**
 * Claims with the conditions they hold under: `x = 1: y = 4`, `at x = 1, y = 4`. In `x = 0 → u = 9` the value is supposed too, unless it is known.
 */
export function underConditions(masked: string, claims: readonly Claim[]): Claim[] {
  const result: Claim[] = [];
  for (const [index, claim] of claims.entries()) {
    const next = claims[index + 1];
    const behind = next === undefined ? '' : masked.slice(claim.range.end, next.range.start);
    const gap = masked.slice(claims[index - 1]?.range.end ?? Math.max(0, claim.range.start - 12), claim.range.start);
    const before = result.at(-1);
    if (before?.condition === 'stated' && /^[\s$]*(?:and|or|to|,)[\s$]*$/.test(gap) && isSameLetter(before.statement, claim.statement)) {
      result.push({ ...claim, condition: 'stated' });
      continue;
    }
    const under = index > 0 ? inherited(before, gap) : undefined;
    const opened = before?.link === 'given' && isRange(claim.statement) && /^[\s$]*(?:,|and|,\s*and)[\s$]*$/.test(gap);
    const held = { ...claim, ...(under === undefined ? {} : { under }), ...(opened ? { link: 'given' as const } : {}) };
    if (next !== undefined && COLON.test(behind) && (FOR.test(gap) || (index === 0 && OPENS.test(gap))) && isRange(claim.statement))
      result.push({ ...held, condition: 'stated' });
    else if (isRange(claim.statement) && index > 0 && AGAINST.test(gap)) result.push({ ...held, condition: 'stated' });
    else if (isRange(claim.statement) && SIGN_BEHIND.test(masked.slice(claim.range.end, claim.range.end + 24)))
      result.push({ ...held, condition: 'stated' });
    else if (
      isValue(claim.statement) &&
      !isPartial(claim.statement) &&
      ((next !== undefined && (HEADS.test(behind) || listsValues(masked, claims, index) || isTried(masked, claim, behind))) || AT.test(gap))
    )
      result.push({ ...held, condition: 'stated' });
    else if (isValue(claim.statement) && ARROW.test(behind) && !ARROW.test(gap) && isOther(claim.statement, next?.statement ?? null))
      result.push({ ...claim, condition: 'supposed' });
    else if (CASE.test(masked.slice(claim.range.end, claim.range.end + 40)))
      result.push({ ...held, under: under ?? SOME_CASE, link: 'given' });
    else if (next?.statement && under === undefined && WHEN.test(behind) && isValue(next.statement))
      result.push({ ...claim, under: next.statement });
    else
      result.push(
        (LIMIT.test(gap) && isBare(claim) && isBare(before) && isClosed(claim) && !isClosed(before)) || (TENDS.test(gap) && isBare(claim))
          ? { ...held, link: 'given' }
          : held,
      );
  }
  return result;
}

/** The condition that a claim stands under because of the one before it: its value, or what that stands under itself. */
function inherited(before: Claim | undefined, gap: string): Statement | undefined {
  if (before?.condition === undefined || before.statement === null) return ONWARD.test(gap) ? before?.under : undefined;
  if (/[.;](?:\s|$)/.test(gap)) return undefined;
  const { under, statement } = before;
  return under === undefined
    ? statement
    : { kind: 'and', parts: [under, statement].flatMap(part => (part.kind === 'and' ? part.parts : [part])), span: statement.span };
}

/** `(1 + 1/m)^m → e`: what stands behind the arrow is a limit, and no other form. */
const LIMIT = /^[\s$]*(?:→|⟶|-+>|\\to|\\(?:long)?rightarrow)[\s$]*$/;
/** `h → 0: 1/(2√x)`. */
const TENDS = /(?:→|⟶|->|\\to)[^=:;.]{1,12}:[\s$]*$/;
const isBare = (claim: Claim | undefined): claim is Claim => claim?.statement?.kind === 'chain' && claim.statement.sides.length === 1;
const isClosed = ({ statement }: Claim): boolean => statement !== null && lettersOf(statement).length === 0;

/** Bounds of one letter. */
export const isRange = (statement: Statement | null): boolean =>
  statement?.kind === 'chain' &&
  statement.relations.length > 0 &&
  statement.relations.every(relation => '<>≤≥'.includes(relation)) &&
  lettersOf(statement).length === 1;

/** A letter with its value. */
function isValue(statement: Statement | null): boolean {
  const [letter, value] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  return letter?.kind === 'symbol' && value !== undefined && lettersOf(bareStatement(value)).length === 0;
}

/** `f_x = 0`: a slope of a function of several letters. */
const isPartial = (statement: Statement | null): boolean => {
  const [head] = statement?.kind === 'chain' ? statement.sides : [];
  return head?.kind === 'symbol' && /^[a-zA-Z]_\{?[a-z]{1,2}\}?$/.test(head.name);
};

/** `x = -4` and `x = 3`. */
function isSameLetter(first: Statement | null, second: Statement | null): boolean {
  const [a, b] = [first, second].map(statement => (statement?.kind === 'chain' && isValue(statement) ? statement.sides[0] : undefined));
  return a?.kind === 'symbol' && b?.kind === 'symbol' && a.name === b.name;
}

/** `a = −3, b = 1: …`: values in a list that a colon ends. */
function listsValues(masked: string, claims: readonly Claim[], index: number): boolean {
  for (let at = index; ; at++) {
    const [own, next] = [claims[at], claims[at + 1]];
    if (!own || !next || !isValue(own.statement)) return false;
    const gap = masked.slice(own.range.end, next.range.start);
    if (HEADS.test(gap)) return true;
    if (!/^[\s$]*(?:,|and|,\s*and)[\s$]*$/.test(gap) || isSameLetter(own.statement, next.statement)) return false;
  }
}

/** `x = 3.5 → 42.875 + 3.5 = 46.375 too small`: a value that is tried. */
const TRIED = /^[^\n;]*\btoo (?:small|big|large|low|high|little|much|short|long|great|few|many)\b/i;
const isTried = (masked: string, { range }: Claim, behind: string): boolean =>
  (ARROW.test(behind) || ONWARD.test(behind)) && TRIED.test(masked.slice(range.end, range.end + 80));

/** What follows says what something else is: another letter, or a function. */
function isOther(given: Statement | null, found: Statement | null): boolean {
  if (found?.kind === 'or') return isOther(given, found.parts[0] ?? null);
  const [letter] = given?.kind === 'chain' ? given.sides : [];
  const [head] = found?.kind === 'chain' && found.relations.length > 0 ? found.sides : [];
  if (letter?.kind !== 'symbol' || head === undefined) return false;
  return head.kind === 'symbol' ? head.name !== letter.name : head.kind === 'call' || head.kind === 'derivative';
}

const bareStatement = (side: Expr): Statement => ({ kind: 'chain', sides: [side], relations: [], span: side.span });
