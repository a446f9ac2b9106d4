import type { Expr } from '../expr.ts';
import { bracket } from './enclosed.ts';
import { sumUpTo } from './expression.ts';
import type { Token } from './lexer.ts';
import { accept, fail, here, is, peek, peekAt, type Reader, spanFrom } from './reader.ts';

/** A letter with its subscript and primes, or a named function with its argument. */
export function letter(r: Reader, token: Token): Expr {
  r.at++;
  let name = token.text;
  const next = peek(r);
  if (is(next, 'op', '_')) name += subscript(r, token);
  else if (token.text === 'S' && is(next, 'letter', 'infinity') && !next.spaced) {
    r.at++;
    name = 'S_{infinity}';
  }
  if (r.functions.has(token.text)) return namedFunction(r, token, name);
  return choice(r, token) ?? chance(r, token) ?? gammaFunction(r, token) ?? { kind: 'symbol', name, span: spanFrom(r, token.start) };
}

/** `\Gamma(x)` and `\Gamma{\left(x\right)}`: the gamma function. */
function gammaFunction(r: Reader, token: Token): Expr | null {
  if (token.text !== 'Gamma') return null;
  const group = is(peek(r), 'group');
  const open = group ? peekAt(r, 1) : peek(r);
  if (!is(open, 'open', '(') || (group && open.match + 1 !== peek(r)?.match)) return null;
  if (group) r.at++;
  const arg = bracket(r, open);
  if (group) r.at++;
  return { kind: 'call', fn: 'gamma', args: [arg], span: spanFrom(r, token.start) };
}

/** `C(5, 2)` and `P(5, 2)` with two arguments count choices. */
function choice(r: Reader, token: Token): Expr | null {
  const open = peek(r);
  if ((token.text !== 'C' && token.text !== 'P') || !is(open, 'open', '(')) return null;
  const separators = r.tokens.slice(r.at + 1, open.match);
  if (!separators.some(inner => inner.type === 'comma')) return null;
  const start = r.at;
  const inside = bracket(r, open);
  if (inside.kind === 'list' && inside.items.length === 2) {
    return { kind: 'call', fn: token.text === 'C' ? 'binomial' : 'permutation', args: inside.items, span: spanFrom(r, token.start) };
  }
  r.at = start;
  return null;
}

const EVENT: ReadonlySet<string> = new Set(['cup', 'bar', 'logic', 'rel', 'prime', 'word', 'text']);

/** `P(A)`, `P(A \\cup B)`, `P(X = 2)`: a probability is a name of its own. What stands in its brackets is an event, not a factor. */
function chance(r: Reader, token: Token): Expr | null {
  const open = peek(r);
  if (token.text !== 'P' || !is(open, 'open', '(') || open.match < 0 || open.match >= r.stop) return null;
  const inside = r.tokens.slice(r.at + 1, open.match);
  const single = inside.length === 1 && /^[A-Z]$/.test(inside[0]?.text ?? '');
  if (!single && !inside.some(part => EVENT.has(part.type))) return null;
  r.at = open.match + 1;
  return { kind: 'symbol', name: `P(${inside.map(part => part.text).join(' ')})`, span: spanFrom(r, token.start) };
}

/** A subscript as part of a name: `_1`, `_{12}`, `_{n+1}`, `_{max}`; both letters of `f_xy`. */
function subscript(r: Reader, of: Token): string {
  r.at++;
  const token = peek(r);
  if (token === undefined) return fail('A subscript is missing here.', here(r));
  if ((token.type === 'group' || is(token, 'open', '(')) && token.match > 0) {
    const close = r.tokens[token.match];
    const text = r.source.slice(token.end, close?.start ?? token.end).replace(/\\(?:text|mathrm|textrm)|[{}\\\s]/g, '');
    if (text === '' || /[=<>≤≥|_^]/.test(text)) fail('I cannot read this subscript.', token);
    r.at = token.match + 1;
    return text.length === 1 ? `_${text}` : `_{${text}}`;
  }
  if (token.type !== 'number' && token.type !== 'letter' && token.type !== 'text' && token.type !== 'word')
    fail('I cannot read this subscript.', token);
  r.at++;
  const second = peek(r);
  if (
    /^[fghuwzF]$/.test(of.text) &&
    [token, second].every(one => is(one, 'letter') && /^[xyzt]$/.test(one.text)) &&
    second?.spaced === false
  ) {
    r.at++;
    return `_{${token.text}${second.text}}`;
  }
  return token.text.length === 1 ? `_${token.text}` : `_{${token.text}}`;
}

function namedFunction(r: Reader, token: Token, base: string): Expr {
  let fn = base;
  const before = r.at;
  for (let prime = accept(r, 'prime'); prime !== null; prime = accept(r, 'prime')) fn += prime.text;
  const caret = peek(r);
  const open = peekAt(r, 1);
  if (fn === base && is(caret, 'op', '^') && (is(open, 'group') || is(open, 'op', '-'))) {
    const inner = is(open, 'group') ? r.tokens.slice(r.at + 2, Math.max(open.match, r.at + 2)) : r.tokens.slice(r.at + 1, r.at + 3);
    const after = is(open, 'group') ? open.match + 1 : r.at + 3;
    const text = inner.map(t => t.text).join('');
    if ((text === '-1' || /^'+$/.test(text)) && is(r.tokens[after], 'open', '(')) {
      r.at = after;
      fn += text === '-1' ? '^-1' : text;
    }
  }
  const bracketed = peek(r);
  if (is(bracketed, 'open', '(')) {
    const inside = bracket(r, bracketed);
    const args = inside.kind === 'list' && inside.form === 'tuple' ? inside.items : [inside];
    return { kind: 'call', fn, args, span: spanFrom(r, token.start) };
  }
  r.at = before;
  if (is(caret, 'op', '^') && is(open, 'group') && is(r.tokens[open.match + 1], 'open', '('))
    fail('I cannot tell a power of this function from a derivative.', caret);
  if (is(caret, 'op', '^') && is(open, 'number') && is(peekAt(r, 2), 'open', '('))
    fail('I cannot tell a power of this function from a repeated one.', caret);
  return { kind: 'symbol', name: base, span: spanFrom(r, token.start) };
}

/** `\overline{3+4i}`: the conjugate of a complex number. */
function conjugate(r: Reader, open: Token, token: Token): Expr {
  r.at++;
  const arg = sumUpTo(r, open.match, 'There is nothing under this bar.');
  r.at = open.match + 1;
  return { kind: 'call', fn: 'conj', args: [arg], span: spanFrom(r, token.start) };
}

/** `\bar{x}`, `\vec{a}`, `\overline{AB}`: a name of its own. */
export function accented(r: Reader, token: Token): Expr {
  const open = peek(r);
  if (is(open, 'group') && open.match > 0) {
    const letters = r.tokens.slice(r.at + 1, open.match);
    const plain = letters.length > 0 && letters.length <= 3 && letters.every(t => t.type === 'letter');
    if (token.text === 'bar' && letters.some(t => is(t, 'letter', 'i')) && letters.some(t => t.type === 'op'))
      return conjugate(r, open, token);
    if (!plain) fail('I cannot read what stands under this sign.', token);
    r.at = open.match + 1;
    return { kind: 'symbol', name: `${token.text}(${letters.map(t => t.text).join('')})`, span: spanFrom(r, token.start) };
  }
  const name = accept(r, 'letter');
  if (name === null) return fail('I cannot read what stands under this sign.', token);
  return { kind: 'symbol', name: `${token.text}(${name.text})`, span: spanFrom(r, token.start) };
}
