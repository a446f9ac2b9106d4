import type { ReadProblem, Span, Statement } from '../expr.ts';
import { chainOf, readChain, unlabelled } from './chain.ts';
import { type Cut, isNumbering, relationIn, spanOf, split, trim } from './cuts.ts';
import { isTightComma } from './enclosed.ts';
import type { Token } from './lexer.ts';
import { deeper, fail, is, type Reader, Unreadable } from './reader.ts';
import { startsSet } from './sets.ts';

/** Reads the tokens [from, to) as one statement. Throws `Unreadable`. */
export function readStatement(r: Reader, from: number, to: number): Statement {
  const range = trim(r, [from, to]);
  if (range[0] >= range[1]) fail('There is nothing to read here.', spanOf(r, [from, to]));
  return deeper(r, () => joined(r, range));
}

/** What may part a line into several statements. */
const PARTING = ['break', 'arrow', 'logic', 'cup', 'comma'] as const;

/** Looser joints first: lines and arrows, then `or`, then `and`, then commas. */
function joined(r: Reader, range: Cut): Statement {
  const from = range[0];
  const to = range[1];
  const system = wholeEnvironment(r, range);
  if (system !== null) return system;
  const built = setBuilder(r, range);
  if (built !== null) return built;
  const wrapped = wholeBracket(r, range);
  if (wrapped !== null) return wrapped;
  if (!PARTING.some(kind => r.kinds.has(kind))) return single(r, range);
  const lines = split(r, from, to, token => token.type === 'break' || (token.type === 'arrow' && token.text !== '→'));
  if (lines.length > 1) return linesOf(r, lines, spanOf(r, range));
  const [first, last] = relationsIn(r, from, to);
  const between = (token: Token, at: number, sign: string): boolean =>
    is(token, 'cup', sign) && first < at && at < last && !startsSet(r, at + 1);
  const ors = split(r, from, to, (token, at) => is(token, 'logic', 'or') || between(token, at, '∪'));
  if (ors.length > 1 && !endsList(r, ors)) return join(r, 'or', ors, spanOf(r, range));
  const ands = split(r, from, to, (token, at) => is(token, 'logic', 'and') || between(token, at, '∩'));
  if (ands.length > 1) return join(r, 'and', ands, spanOf(r, range));
  const commas = split(r, from, to, token => token.type === 'comma');
  return commas.length > 1 ? listed(r, commas, range) : single(r, range);
}

/** `m² − m = 2, m = 2 or −1`: only the last part of a list has alternatives, and they are values alone. */
function endsList(r: Reader, [first, ...values]: readonly Cut[]): boolean {
  if (
    !first ||
    values.some(([from, to]) =>
      r.tokens.slice(from, to).some(token => token.type === 'rel' || token.type === 'in' || token.type === 'comma'),
    )
  )
    return false;
  const listed = split(r, first[0], first[1], token => token.type === 'comma');
  return listed.length > 1 && listed.every(([from, to]) => r.tokens.slice(from, to).some(token => token.type === 'rel'));
}

/** The first and the last relation at this level. `∪` between two equations means `or`, `∩` means `and`. */
function relationsIn(r: Reader, from: number, to: number): readonly [number, number] {
  let [first, last] = [to, from];
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) at = token.match;
    else if (token.type === 'rel' || token.type === 'in') {
      first = Math.min(first, at);
      last = at;
    }
  }
  return [first, last];
}

function join(r: Reader, kind: 'or' | 'and', cuts: readonly Cut[], span: Span): Statement {
  const parts = cuts.map(([from, to]) => readStatement(r, from, to));
  return combine(kind, parts, span);
}

/** `x = 2 or 3`: a part without a relation takes the left side of the part before it. */
function combine(kind: 'or' | 'and', parts: readonly Statement[], span: Span): Statement {
  let last: Statement | null = null;
  const whole = parts.map(part => {
    const completed = kind === 'or' && last !== null && isBare(part) ? completedBy(last, part) : part;
    last = completed;
    return completed;
  });
  const bare = whole.find(isBare);
  if (bare !== undefined)
    fail(whole.every(isBare) ? 'A comparison such as = is missing here.' : 'I cannot tell what this belongs to.', bare.span);
  return { kind, parts: whole, span };
}

function completedBy(before: Statement, bare: Statement & { kind: 'chain' }): Statement {
  if (before.kind !== 'chain') return bare;
  const [left] = before.sides;
  const [right] = bare.sides;
  const relation = before.relations.at(-1);
  const clear = before.relations.length === 1 || left?.kind === 'symbol';
  return clear && left !== undefined && right !== undefined && relation !== undefined
    ? { kind: 'chain', sides: [left, right], relations: [relation], span: bare.span }
    : bare;
}

const isBare = (s: Statement): s is Statement & { kind: 'chain' } => s.kind === 'chain' && s.relations.length === 0;

/** Lines of a system or of a derivation in one text: a line that begins with a relation continues the chain above, and what parted them is noise. */
function linesOf(r: Reader, cuts: readonly Cut[], span: Span): Statement {
  const merged: Cut[] = [];
  for (const cut of cuts) {
    const [from, to] = trim(r, cut);
    if (from >= to || (merged.length > 0 && isRemark(r, from, to))) continue;
    const last = merged.at(-1);
    if (last !== undefined && r.tokens[from]?.type === 'rel') {
      for (const token of r.tokens.slice(last[1], from)) token.type = 'amp';
      merged[merged.length - 1] = [last[0], to];
    } else merged.push([from, to]);
  }
  const parts = merged.map(([from, to]) => readStatement(r, from, to));
  const [only] = parts;
  if (only === undefined) return fail('There is nothing to read here.', span);
  return parts.length === 1 ? only : combine('and', parts, span);
}

/** A line of words alone, or with the number of an equation, says what was found and states nothing: `= 345 ⇒ total score`. */
function isRemark(r: Reader, from: number, to: number): boolean {
  return isNumbering(r, from, to) || r.tokens.slice(from, to).every(token => token.type === 'text' || token.type === 'word');
}

const SYSTEMS: ReadonlySet<string> = new Set([
  'cases',
  'aligned',
  'align',
  'gathered',
  'gather',
  'split',
  'array',
  'equation',
  'eqnarray',
  'rcases',
  'alignat',
]);

/** A range that is one environment of lines: a system. `array` counts only behind an opening brace, which the matcher has dropped. */
function wholeEnvironment(r: Reader, [from, to]: Cut): Statement | null {
  if (!r.kinds.has('begin')) return null;
  const open = r.tokens[from];
  if (!is(open, 'begin') || open.match !== to - 1 || !SYSTEMS.has(open.text)) return null;
  if (open.text === 'array' && !relationIn(r, from + 1, to - 1)) return null;
  const lines = split(r, from + 1, to - 1, token => token.type === 'break');
  return linesOf(r, lines, spanOf(r, [from, to]));
}

/** `\\{x \\mid x > 2\\}`, `L = \\{x \\in \\mathbb{R} : x > 2\\}`: a set that is described by a condition says what the condition says. */
function setBuilder(r: Reader, [from, to]: Cut): Statement | null {
  if (r.tokens[to - 1]?.type !== 'ungroup' && r.tokens[to - 1]?.type !== 'close') return null;
  const named = /^[A-Z]$/.test(r.tokens[from]?.text ?? '') && is(r.tokens[from + 1], 'rel', '=');
  const start = named ? from + 2 : from;
  const open = r.tokens[start];
  const letter = r.tokens[start + 1];
  if (open === undefined || open.match !== to - 1 || !(open.type === 'group' || is(open, 'open', '{')) || !is(letter, 'letter'))
    return null;
  const set = is(r.tokens[start + 2], 'in') && is(r.tokens[start + 3], 'set') ? 2 : 0;
  const mark = r.tokens[start + 2 + set];
  if (!is(mark, 'bar') && !is(mark, 'op', ':')) return null;
  return relationIn(r, start + 3 + set, to - 1) ? readStatement(r, start + 3 + set, to - 1) : null;
}

/** A range that is one pair of brackets with a statement in it: `(x = 1)`, `\boxed{x = 1}`. */
function wholeBracket(r: Reader, range: Cut): Statement | null {
  const from = range[0];
  const to = range[1];
  const open = r.tokens[from];
  if (open === undefined || open.match !== to - 1) return null;
  if (!(open.type === 'group' || (open.type === 'open' && '([{'.includes(open.text)))) return null;
  if (open.text === '{' && open.type === 'open' && !is(r.tokens[from + 1], 'begin')) return null;
  let inner = 1;
  while (r.tokens[from + inner]?.match === to - 1 - inner && from + 2 * inner < to) inner++;
  const inside = relationIn(r, from + inner, to - inner) || is(r.tokens[from + 1], 'begin');
  return inside ? readStatement(r, from + 1, to - 1) : null;
}

const isEquation = (s: Statement): boolean =>
  s.kind === 'chain' && s.relations.length === 1 && (s.relations[0] === '=' || s.relations[0] === '≈');

const subject = (s: Statement): string | null => {
  const left = s.kind === 'chain' ? s.sides[0] : undefined;
  return left?.kind === 'symbol' ? left.name : null;
};

/** Parts between commas: `x = 2, x = 3` are alternatives, `x = 2, y = 3` hold together, `x = 2, 3` is a list of values. */
function listed(r: Reader, cuts: readonly Cut[], range: Cut): Statement {
  const span = spanOf(r, range);
  const [first, ...rest] = cuts;
  const related = cuts.map(([from, to]) => relationIn(r, from, to));
  if (first === undefined || related.every(found => !found)) return expressionList(r, range);
  if (related[0] === true && rest.length > 0 && related.slice(1).every(found => !found)) return valueList(r, range, first);
  if (related.at(-1) === true && related.slice(0, -1).every(found => !found)) return single(r, range);
  if (related.some(found => !found)) fail('I cannot tell what this comma separates.', span);
  const parts = cuts.map(([from, to]) => readStatement(r, from, to));
  const name = parts[0] === undefined ? null : subject(parts[0]);
  const alternatives = name !== null && parts.every(part => isEquation(part) && subject(part) === name);
  return { kind: alternatives ? 'or' : 'and', parts, span };
}

function expressionList(r: Reader, [from, to]: Cut): Statement {
  return chainOf(r, [[from, to]], [], spanOf(r, [from, to]));
}

/** `x = 2, 3`: the last side is a list. `x=2,5` may be a decimal comma and is not read. */
function valueList(r: Reader, range: Cut, first: Cut): Statement {
  const comma = r.tokens[first[1]];
  if (isTightComma(r.tokens, first[1]) && range[1] - first[1] === 2) {
    fail('I cannot tell whether this comma is a decimal comma or separates two values.', comma ?? spanOf(r, range));
  }
  return excluded(single(r, range));
}

/** `x ≠ -4, 3`: none of these values. */
function excluded(statement: Statement): Statement {
  const [left, values] = statement.kind === 'chain' && statement.relations.join() === '≠' ? statement.sides : [];
  if (!left || values?.kind !== 'list' || values.form !== 'bare') return statement;
  const { span } = statement;
  return { kind: 'and', parts: values.items.map(item => ({ kind: 'chain', sides: [left, item], relations: ['≠'], span })), span };
}

/** One chain, membership, truth value or expression, behind its label. */
function single(r: Reader, range: Cut): Statement {
  const cut = unlabelled(r, range);
  return describedSet(r, cut[0], cut[1]) ?? readChain(r, cut);
}

/** `L = \\{x = 1 \\text{ or } x = 2\\}`: a set whose braces hold a statement says what the statement says. */
function describedSet(r: Reader, from: number, to: number): Statement | null {
  const open = r.tokens[from + 2];
  if (!is(open, 'open', '{')) return null;
  const named = /^[A-Z]$/.test(r.tokens[from]?.text ?? '') && is(r.tokens[from + 1], 'rel', '=');
  if (!named || open.match !== to - 1 || !relationWithin(r, from + 3, to - 1)) return null;
  return readStatement(r, from + 3, to - 1);
}

/** True when a relation stands in this range or in a bracket directly in it. */
const relationWithin = (r: Reader, from: number, to: number): boolean => r.tokens.slice(from, to).some(token => token.type === 'rel');

/** Turns what the reader throws into a problem. Anything else is a defect of the reader and reported as unreadable too. */
export function attempt<T>(read: () => T): { readonly value: T | null; readonly problems: ReadProblem[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (error instanceof Unreadable) return { value: null, problems: [error.problem] };
    throw error;
  }
}
