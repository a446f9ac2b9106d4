import type { Expr, Relation, Span, Statement } from '../expr.ts';
import { type Cut, relationIn, spanOf, trim } from './cuts.ts';
import { list } from './enclosed.ts';
import { evaluationBar, readEvaluation } from './evaluated.ts';
import { sumUpTo } from './expression.ts';
import { fail, is, type Reader } from './reader.ts';
import { readMember } from './sets.ts';

/** One chain, membership, truth value or expression. */
export function readChain(r: Reader, range: Cut): Statement {
  const from = range[0];
  const to = range[1];
  const span = spanOf(r, range);
  const head = r.tokens[from];
  if (is(head, 'truth') && to - from === 1) return { kind: 'truth', value: head.text === 'true', span };
  const member = readMember(r, from, to, span);
  if (member !== null) return member;
  const end = r.kinds.has('bar') ? annotationAt(r, from, to) : to;
  const { until, modulus } = r.kinds.has('mod') ? congruence(r, from, end) : { until: end, modulus: null };
  const sides: Cut[] = [];
  const relations: Relation[] = [];
  let start = from;
  for (let at = from; at < until; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) at = token.match;
    else if (token.type === 'rel') {
      sides.push([start, at]);
      relations.push(token.text as Relation);
      start = at + 1;
    }
  }
  sides.push([start, until]);
  const chain = chainOf(r, sides, relations, span);
  return modulus === null || chain.kind !== 'chain' ? chain : { ...chain, modulus };
}

const CONDITIONAL = /^(if|when|unless|except|not|whether|provided|assuming|either|neither)\b/i;

const AFTER_LABEL: ReadonlySet<string> = new Set([
  'letter',
  'number',
  'func',
  'macro',
  'open',
  'group',
  'bar',
  'unit',
  'begin',
  'in',
  'truth',
]);

/** A leading word such as 'Case' in front of a formula is a label, not a factor; a condition makes the line unreadable. */
export function unlabelled(r: Reader, cut: Cut): Cut {
  const from = cut[0];
  const to = cut[1];
  const head = r.tokens[from];
  const next = from + 1 < to ? r.tokens[from + 1] : undefined;
  const colon = is(next, 'op', ':');
  if (head === undefined || next === undefined) return cut;
  if (is(head, 'text') && CONDITIONAL.test(head.text)) fail('A condition cannot be checked.', head);
  if (colon && (head.type === 'text' || head.type === 'word')) return trim(r, [from + 2, to]);
  if (isLabelLike(r, from, to)) fail('I cannot tell a label from a ratio here.', { start: head.start, end: next.end });
  return is(head, 'text') && AFTER_LABEL.has(next.type) ? trim(r, [from + 1, to]) : cut;
}

/** `A: 3 + 4 = 7`, `200: 3 + 4 = 7`, `n = 3: 11054.25`: a colon at the word before it, with a space behind it. `6: 2 = 3` is a ratio. */
function isLabelLike(r: Reader, from: number, to: number): boolean {
  const [head, next] = [r.tokens[from], r.tokens[from + 1]];
  const valued = head?.type === 'letter' && is(next, 'rel') && r.tokens[from + 2]?.type === 'number';
  const at = valued ? from + 3 : from + 1;
  const colon = r.tokens[at];
  if (!is(colon, 'op', ':') || colon.spaced || r.tokens[at + 1]?.spaced !== true) return false;
  if (valued) return true;
  if (head?.type === 'letter') return !hasRatio(r, at + 1, to);
  const sign = r.tokens[at + 2];
  return head?.type === 'number' && is(sign, 'op') && sign.text !== ':' && relationIn(r, at + 1, to);
}

const hasRatio = (r: Reader, from: number, to: number): boolean =>
  !relationIn(r, from, to) || r.tokens.slice(from, to).some(token => is(token, 'op', ':'));

/** `2x = 6 | :2` notes the next operation behind a bar: the statement ends there. */
function annotationAt(r: Reader, from: number, to: number): number {
  let bars = 0;
  let last = -1;
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (token.match > at) at = token.match;
    else if (token.type === 'bar') {
      bars++;
      last = at;
    }
  }
  const sign = r.tokens[last + 1];
  const noted = bars % 2 === 1 && last > from && last + 1 < to && is(sign, 'op') && '+-*/÷:'.includes(sign.text);
  return noted && relationIn(r, from, last) ? last : to;
}

/** A modulus at the end of a congruence: `(mod n)`, `\pmod{n}`, `mod n`. */
function congruence(r: Reader, from: number, to: number): { readonly until: number; readonly modulus: Expr | null } {
  if (!relationIn(r, from, to)) return { until: to, modulus: null };
  for (let at = to - 1; at > from; at--) {
    const token = r.tokens[at];
    if (token === undefined) break;
    if (is(token, 'mod')) {
      const open = r.tokens[at - 1];
      const bracketed = is(open, 'open', '(') && open.match === to - 1;
      const whole = token.text === 'pmod' || bracketed || r.tokens.slice(from, at).some(t => is(t, 'rel', '≡'));
      if (!whole || (is(open, 'open') && !bracketed)) break;
      r.at = at + 1;
      r.stop = to;
      const modulus = sumUpTo(r, bracketed ? to - 1 : to, 'The modulus is missing.');
      return { until: bracketed ? at - 1 : at, modulus };
    }
  }
  return { until: to, modulus: null };
}

export function chainOf(r: Reader, sides: readonly Cut[], relations: readonly Relation[], span: Span): Statement {
  const read = sides.map(cut => side(r, cut));
  return { kind: 'chain', sides: read, relations, span };
}

/** One side of a relation: an expression or a bare list of them. A side in words names a quantity. */
function side(r: Reader, whole: Cut): Expr {
  const cut = trim(r, whole);
  const from = cut[0];
  const to = cut[1];
  if (from >= to) fail('One side of this comparison is missing.', spanOf(r, whole));
  r.at = from;
  r.stop = to;
  r.bars = 0;
  const bar = r.kinds.has('bar') ? evaluationBar(r, from, to) : -1;
  if (bar >= 0) return readEvaluation(r, bar, to);
  const named = r.kinds.has('word') ? namedQuantity(r, cut) : null;
  if (named !== null) return named;
  const items = list(r, trimRemarks(r, from, to));
  const only = items[0];
  if (items.length === 1 && only !== undefined) return only;
  return { kind: 'list', form: 'bare', items, span: spanOf(r, cut) };
}

/** Remarks in words behind a formula are left out; a word behind a number is its unit and stays. */
function trimRemarks(r: Reader, from: number, to: number): number {
  let end = to;
  for (let last = r.tokens[end - 1]; end - 1 > from && is(last, 'text') && !is(r.tokens[end - 2], 'op'); last = r.tokens[end - 1]) {
    if (/^\s*\p{L}+\s+per\s+\p{L}+\s*$/u.test(last.text) && is(r.tokens[end - 2], 'number')) break;
    if (!/\S\s+\S+\s+\S/.test(last.text) && !is(r.tokens[end - 2], 'text')) break;
    end--;
  }
  return end;
}

/** A side in words alone names a quantity: `total cost = 5x`. A single letter at its end would be what the words describe. */
function namedQuantity(r: Reader, cut: Cut): Expr | null {
  const tokens = r.tokens.slice(cut[0], cut[1]);
  if (tokens.length < 2 || !tokens.every(token => token.type === 'word' || token.type === 'letter') || tokens.at(-1)?.type !== 'word')
    return null;
  const span = spanOf(r, cut);
  const name = r.source.slice(span.start, span.end).replace(/\s+/g, ' ');
  return /^(?!π )[\p{L}\p{M}' -]+$/u.test(name) ? { kind: 'symbol', name, span } : null;
}
