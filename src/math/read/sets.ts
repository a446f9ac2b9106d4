import type { Expr, IntervalExpr, ListExpr, SetExpr, Span, Statement } from '../expr.ts';
import { bracket, list } from './enclosed.ts';
import type { Token } from './lexer.ts';
import { accept, fail, here, is, peek, type Reader, spanFrom, surprise } from './reader.ts';

/** True when a set begins at this token index. */
export function startsSet(r: Reader, at: number): boolean {
  const token = r.tokens[at];
  if (token === undefined) return false;
  return (
    token.type === 'set' ||
    (token.type === 'open' && '{[]('.includes(token.text)) ||
    (token.type === 'letter' && 'RZN'.includes(token.text))
  );
}

const isSetSign = (token: Token | undefined): boolean => is(token, 'cup') || is(token, 'set') || is(token, 'open', '{');

/**
 * `x ∈ A` and `x ∉ A`; also a set with a name, `L = \{1, 2\}`, `L = \mathbb{R} \setminus \{0\}`, `x = ∅`. Null when the range states no such thing.
 */
export function readMember(r: Reader, from: number, to: number, span: Span): Statement | null {
  const at = memberAt(r, from, to);
  if (at < 0) return unnamedUnion(r, from, to, span);
  const sign = r.tokens[at];
  r.stop = at;
  r.at = from;
  r.bars = 0;
  if (from >= at) fail('It is not said what belongs to this set.', span);
  const elements = list(r, at);
  const [first] = elements;
  if (first === undefined) return null;
  const element: Expr =
    elements.length === 1
      ? first
      : {
          kind: 'list',
          form: 'bare',
          items: elements,
          span: { start: first.span.start, end: elements.at(-1)?.span.end ?? first.span.end },
        };
  r.at = at + 1;
  r.stop = to;
  const set = union(r);
  const left = peek(r);
  if (left !== undefined) fail(surprise(left), left);
  if (is(sign, 'rel') && !isSetName(r, from, at)) {
    if (set.kind === 'empty' || set.kind === 'reals') return { kind: 'truth', value: set.kind === 'reals', span };
    fail('A set stands here where a number should.', set.span);
  }
  return { kind: 'member', element, set, negated: is(sign, 'in', 'not'), span };
}

/** `(-∞, -3) ∪ (3, ∞)` alone: a set of solutions without a name, which is called L. */
function unnamedUnion(r: Reader, from: number, to: number, span: Span): Statement | null {
  const open = r.tokens[from];
  if (!is(open, 'open') || open.match < 0 || !is(r.tokens[open.match + 1], 'cup', '∪') || !intervalAhead(r, from, to)) return null;
  if (r.tokens.slice(from, to).some(token => token.type === 'rel')) return null;
  r.at = from;
  r.stop = to;
  r.bars = 0;
  const set = union(r);
  const left = peek(r);
  if (left !== undefined) fail(surprise(left), left);
  return { kind: 'member', element: { kind: 'symbol', name: 'L', span }, set, negated: false, span };
}

/** The index of the `∈`, or of an `=` between a name and a set; -1 when there is neither. */
function memberAt(r: Reader, from: number, to: number): number {
  let relation = -1;
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) at = token.match;
    else if (token.type === 'in') return at;
    else if (token.type === 'rel') {
      if (relation >= 0) return -1;
      relation = at;
    }
  }
  if (relation < 0 || !is(r.tokens[relation], 'rel', '=') || !is(r.tokens[from], 'letter')) return -1;
  const next = r.tokens[relation + 1];
  if (is(next, 'set')) return relation;
  if (!isSetName(r, from, relation) || next === undefined) return -1;
  if (isSetSign(next)) return next.match < 0 || next.match === to - 1 || is(r.tokens[next.match + 1], 'cup') ? relation : -1;
  const last = r.tokens[to - 1];
  if (is(next, 'open') && next.match >= relation) return intervalAhead(r, relation + 1, to) && is(last, 'close') ? relation : -1;
  return is(next, 'letter') && is(r.tokens[relation + 2], 'cup') ? relation : -1;
}

/** True for intervals and unions of them; a plain tuple in round brackets is a point. */
function intervalAhead(r: Reader, at: number, to: number): boolean {
  const open = r.tokens[at];
  if (open === undefined || open.match < 0) return false;
  if (is(r.tokens[open.match + 1], 'cup') && open.match + 1 < to) return true;
  if (open.match !== to - 1) return false;
  const close = r.tokens[open.match];
  const mixed = open.text !== '(' || close?.text !== '(';
  const unbounded = r.tokens.slice(at, open.match).some(token => is(token, 'letter', 'infinity'));
  return (mixed && r.tokens.slice(at, open.match).some(token => is(token, 'comma'))) || unbounded;
}

/** A capital letter on its own names a set of solutions or a domain. */
const isSetName = (r: Reader, from: number, to: number): boolean => to - from === 1 && /^[A-Z]$/.test(r.tokens[from]?.text ?? '');

function union(r: Reader): SetExpr {
  const start = here(r).start;
  const parts = [difference(r)];
  while (accept(r, 'cup', '∪') !== null) parts.push(difference(r));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'union', parts, span: spanFrom(r, start) };
}

/** A set without some points, `\mathbb{R} \setminus \{1, 2\}`, as the union of the open intervals between them. */
function difference(r: Reader): SetExpr {
  const base = atom(r);
  if (accept(r, 'cup', '∖') === null) return base;
  const removed = atom(r);
  if (removed.kind === 'empty') return base;
  if (base.kind === 'list' && removed.kind === 'list') return without(base, removed);
  if (base.kind !== 'reals' || removed.kind !== 'list') return fail('I cannot read what is taken out of this set.', removed.span);
  return punctured(removed, { start: base.span.start, end: removed.span.end });
}

/** A list of numbers without some of them. */
function without(base: ListExpr, removed: ListExpr): SetExpr {
  const out = removed.items.map(plainValue);
  if ([...out, ...base.items.map(plainValue)].some(Number.isNaN)) fail('I cannot compare these numbers.', removed.span);
  const items = base.items.filter(item => !out.includes(plainValue(item)));
  return items.length === 0 ? { kind: 'empty', span: base.span } : { ...base, items };
}

function punctured(points: ListExpr, span: Span): SetExpr {
  const sorted = points.items.map(item => ({ item, value: plainValue(item) })).sort((a, b) => a.value - b.value);
  if (sorted.some(({ value }) => Number.isNaN(value))) fail('I cannot put these numbers in order.', points.span);
  const infinity: Expr = { kind: 'symbol', name: 'infinity', span };
  const ends: Expr[] = [{ kind: 'negate', arg: infinity, span }, ...sorted.map(({ item }) => item), infinity];
  const parts: IntervalExpr[] = [];
  for (let at = 0; at + 1 < ends.length; at++) {
    const [lower, upper] = [ends[at], ends[at + 1]];
    if (lower !== undefined && upper !== undefined)
      parts.push({ kind: 'interval', lower, upper, lowerClosed: false, upperClosed: false, span });
  }
  return { kind: 'union', parts, span };
}

/** The value of a number with its sign or of a fraction of numbers, as a double; NaN for anything else. */
function plainValue(x: Expr): number {
  if (x.kind === 'number') return Number(x.value.n) / Number(x.value.d);
  if (x.kind === 'negate') return -plainValue(x.arg);
  return x.kind === 'quotient' ? plainValue(x.num) / plainValue(x.den) : Number.NaN;
}

const NAMED: ReadonlyMap<string, 'reals' | 'integers' | 'naturals'> = new Map([
  ['R', 'reals'],
  ['Z', 'integers'],
  ['N', 'naturals'],
]);

function atom(r: Reader): SetExpr {
  const token = peek(r);
  if (token === undefined) return fail('A set is missing here.', here(r));
  const at = { start: token.start, end: token.end };
  const named = token.type === 'letter' ? NAMED.get(token.text) : undefined;
  if (token.type === 'set' || named !== undefined) {
    r.at++;
    return { kind: named ?? (token.text as 'reals' | 'integers' | 'naturals' | 'empty'), span: at };
  }
  if (token.type !== 'open') return fail('I cannot read this set.', at);
  if (token.text === '{' && token.match === r.at + 1) {
    r.at += 2;
    return { kind: 'empty', span: spanFrom(r, token.start) };
  }
  return asSet(bracket(r, token), token);
}

function asSet(x: Expr, open: Token): SetExpr {
  if (x.kind === 'interval') return x;
  if (x.kind === 'list') {
    const [lower, upper] = x.items;
    if (x.form !== 'tuple') return x;
    if (open.text === '(' && x.items.length === 2 && lower !== undefined && upper !== undefined) {
      return { kind: 'interval', lower, upper, lowerClosed: false, upperClosed: false, span: x.span };
    }
  } else if (open.text === '{') return { kind: 'list', form: 'set', items: [x], span: x.span };
  return fail('I cannot read this set.', x.span);
}
