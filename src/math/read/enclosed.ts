import type { Expr, IntervalExpr, ListExpr } from '../expr.ts';
import { between, boundsAhead } from './evaluated.ts';
import { sum, sumUpTo } from './expression.ts';
import type { Token } from './lexer.ts';
import { accept, fail, here, is, peek, type Reader, spanFrom, surprise } from './reader.ts';

const WRAPPERS: ReadonlyMap<string, string> = new Map([
  ['|', 'abs'],
  ['⌊', 'floor'],
  ['⌈', 'ceil'],
]);

/** What stands in brackets: the expression itself, a function written as brackets (`\left|x\right|`), a tuple, a set or an interval. */
export function bracket(r: Reader, open: Token): Expr {
  const before = r.tokens[r.at - 1];
  const close = r.tokens[open.match];
  if (open.match < 0 || close === undefined || open.match >= r.stop) return fail('This bracket is never closed.', open);
  const after = open.match + 1 < r.stop ? r.tokens[open.match + 1] : undefined;
  r.at++;
  const wrapper = WRAPPERS.get(open.text);
  const composed = compositionAt(r, open);
  if (composed !== null) return composed;
  if (wrapper !== undefined) {
    const arg = sumUpTo(r, open.match, 'There is nothing between these bars.');
    r.at = open.match + 1;
    return { kind: 'call', fn: wrapper, args: [arg], span: spanFrom(r, open.start) };
  }
  const items = list(r, open.match);
  r.at = open.match + 1;
  const [only] = items;
  const alone = isEdge(before) && isEdge(after);
  if (items.length === 1 && only !== undefined && (open.text !== '{' || !alone)) {
    if (open.text !== close.text) fail('These brackets do not match.', open);
    if (open.text !== '{' && boundsAhead(r)) return between(r, only, open.start);
    return only;
  }
  const rows = open.text === '[' ? items.map(item => rowIn(r, item)) : [];
  const [first] = rows;
  if (rows.length > 1 && first && rows.every(row => row?.length === first.length))
    return { kind: 'matrix', rows: rows.filter(row => row !== null), span: spanFrom(r, open.start) };
  return enclosedList(open, close, items, spanFrom(r, open.start));
}

/** `[1, 2]` as a row of a matrix written by rows: `[[1, 2], [3, 4]]`. */
function rowIn(r: Reader, item: Expr): readonly Expr[] | null {
  if (r.source.charAt(item.span.start) !== '[') return null;
  if (item.kind === 'interval') return item.lowerClosed && item.upperClosed ? [item.lower, item.upper] : null;
  return item.kind === 'list' && item.form === 'tuple' ? item.items : null;
}

/** `(f \\circ g)(x)`, with the reader behind the first bracket: f of g of x. Null when no such thing stands here. */
function compositionAt(r: Reader, open: Token): Expr | null {
  const [outer, ring, inner] = [r.tokens[r.at], r.tokens[r.at + 1], r.tokens[r.at + 2]];
  const args = r.tokens[open.match + 1];
  if (open.text !== '(' || open.match !== r.at + 3 || !is(ring, 'op', '°') || !is(args, 'open', '(') || open.match + 1 >= r.stop)
    return null;
  if (!is(outer, 'letter') || !is(inner, 'letter') || !r.functions.has(outer.text) || !r.functions.has(inner.text)) return null;
  r.at = open.match + 1;
  const at = bracket(r, args);
  const nested: Expr = { kind: 'call', fn: inner.text, args: [at], span: spanFrom(r, open.start) };
  return { kind: 'call', fn: outer.text, args: [nested], span: spanFrom(r, open.start) };
}

function enclosedList(open: Token, close: Token, items: readonly Expr[], at: { start: number; end: number }): ListExpr | IntervalExpr {
  const [lower, upper] = items;
  if (open.text === '{') return { kind: 'list', form: 'set', items, span: at };
  const unbounded = items.some(isInfinite);
  const round = open.text === '(' && close.text === '(';
  if (items.length === 2 && lower !== undefined && upper !== undefined && (!round || unbounded)) {
    return { kind: 'interval', lower, upper, lowerClosed: open.text === '[', upperClosed: close.text === '[', span: at };
  }
  if (open.text !== close.text) fail('These brackets do not match.', open);
  return { kind: 'list', form: 'tuple', items, span: at };
}

/** True where nothing is calculated with the bracket: at an end, a relation, a separator. */
function isEdge(token: Token | undefined): boolean {
  if (token === undefined) return true;
  return (
    token.type !== 'op' &&
    token.type !== 'number' &&
    token.type !== 'letter' &&
    token.type !== 'sup' &&
    token.type !== 'func' &&
    token.type !== 'macro'
  );
}

const isInfinite = (x: Expr): boolean => (x.kind === 'negate' ? isInfinite(x.arg) : x.kind === 'symbol' && x.name === 'infinity');

/** True when the token is a comma that touches the digits on both sides. */
export function isTightComma(tokens: readonly Token[], at: number): boolean {
  const comma = tokens[at];
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  if (!is(comma, 'comma', ',') || !is(left, 'number') || !is(right, 'number')) return false;
  return left.end === comma.start && comma.end === right.start && !left.text.includes('.') && !right.text.includes('.');
}

/** Expressions separated by commas, up to the token index `stop`. */
export function list(r: Reader, stop: number): Expr[] {
  const { stop: outer, bars } = r;
  r.stop = stop;
  r.bars = 0;
  if (peek(r) === undefined) fail('There is nothing between these brackets.', here(r));
  const items = [sum(r)];
  const braces = is(r.tokens[stop], 'close', '{');
  while (accept(r, 'comma') !== null || (braces && (accept(r, 'logic', 'or') !== null || accept(r, 'cup', '∪') !== null)))
    items.push(sum(r));
  const left = peek(r);
  if (left !== undefined) fail(surprise(left), left);
  r.stop = outer;
  r.bars = bars;
  return items;
}

const MATRICES: ReadonlySet<string> = new Set(['pmatrix', 'bmatrix', 'matrix', 'smallmatrix', 'array', 'vmatrix']);

/** `\begin{pmatrix} … \end{pmatrix}`: a matrix; with `vmatrix` its determinant. */
export function environment(r: Reader, open: Token): Expr {
  if (!MATRICES.has(open.text) || open.match < 0) return fail(`I cannot read '${open.text}' inside an expression.`, open);
  const rows: Expr[][] = [];
  let row: Expr[] = [];
  let from = r.at + 1;
  for (let at = from; at <= open.match; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) {
      at = token.match;
      continue;
    }
    const isEnd = at === open.match;
    if (!isEnd && token.type !== 'amp' && token.type !== 'break') continue;
    if (!(isEnd && from === at && row.length === 0)) {
      r.at = from;
      row.push(sumUpTo(r, at, 'An entry of this matrix is missing.'));
    }
    from = at + 1;
    if (token.type === 'amp') continue;
    if (row.length > 0) rows.push(row);
    row = [];
  }
  r.at = open.match + 1;
  const span = spanFrom(r, open.start);
  if (rows.length === 0 || rows.some(other => other.length !== rows[0]?.length)) fail('The rows of this matrix differ in length.', span);
  const matrix: Expr = { kind: 'matrix', rows, span };
  return open.text === 'vmatrix' ? { kind: 'call', fn: 'det', args: [matrix], span } : matrix;
}
