import type { Expr } from '../expr.ts';
import { bracket, list } from './enclosed.ts';
import { argument, factor, primary, startsOperand } from './factor.ts';
import type { Token } from './lexer.ts';
import { makeNumber } from './numbers.ts';
import { accept, deeper, fail, here, is, peek, peekAt, type Reader, spanFrom, startOf } from './reader.ts';

const INVERSES: ReadonlyMap<string, string> = new Map(
  'sin cos tan cot sec csc sinh cosh tanh coth sech csch'.split(' ').map(name => [name, `arc${name}`]),
);

const SEVERAL: ReadonlySet<string> = new Set(['gcd', 'lcm', 'min', 'max', 'root', 'binomial', 'log', 'mod']);

/** A function with its argument: `\sin^2 x`, `\log_2 8`, `sqrt(x)`, `gcd(12, 18)`. Bare arguments take letters and numbers, not brackets behind them. */
export function readFunction(r: Reader, token: Token): Expr {
  const { start, text } = token;
  if (is(token, 'func')) r.at++;
  if ((text === 'det' || text === 'arg') && (peek(r)?.type ?? 'rel') === 'rel')
    return { kind: 'symbol', name: text, span: { start, end: token.end } };
  if (text === 'lg') return finish(r, start, 'log', [applied(r, token), makeNumber('10', { start, end: token.end })]);
  if (text === 'cbrt') return finish(r, start, 'root', [applied(r, token), makeNumber('3', { start, end: token.end })]);
  if (text === '4rt') return finish(r, start, 'root', [applied(r, token), makeNumber('4', { start, end: token.end })]);
  const base = text === 'log' ? logBase(r) : null;
  const exponent = is(peek(r), 'op', '^') || is(peek(r), 'sup') ? power(r) : null;
  if (base === null && exponent === null && SEVERAL.has(text) && is(peek(r), 'open', '(')) return several(r, token);
  const inverse = exponent !== null && isMinusOne(exponent) ? INVERSES.get(text) : undefined;
  if (inverse !== undefined) return finish(r, start, inverse, [applied(r, token)]);
  if (exponent !== null && isMinusOne(exponent)) fail('I cannot tell an inverse from a reciprocal here.', exponent.span);
  const arg = applied(r, token);
  const call = finish(r, start, text, base === null ? [arg] : [arg, base]);
  return exponent === null ? call : { kind: 'power', base: call, exponent, span: call.span };
}

function finish(r: Reader, start: number, fn: string, args: readonly Expr[]): Expr {
  return { kind: 'call', fn, args, span: spanFrom(r, start) };
}

const isMinusOne = (x: Expr): boolean => x.kind === 'negate' && x.arg.kind === 'number' && x.arg.value.n === 1n && x.arg.value.d === 1n;

/** `\log_2`, `log_{10}`, and `log2(8)` where the digits touch the name and a bracket. */
function logBase(r: Reader): Expr | null {
  if (accept(r, 'op', '_') !== null) return is(peek(r), 'number') ? primary(r) : argument(r);
  const digits = peek(r);
  if (!is(digits, 'number') || digits.spaced || !is(peekAt(r, 1), 'open', '(')) return null;
  r.at++;
  return makeNumber(digits.text, { start: digits.start, end: digits.end });
}

/** The exponent between a function and its argument. */
function power(r: Reader): Expr {
  const sup = accept(r, 'sup');
  if (sup !== null) {
    const at = { start: sup.start, end: sup.end };
    if (!/^-?\d+$/.test(sup.text)) fail('I cannot read this exponent.', at);
    const size = makeNumber(sup.text.replace('-', ''), at);
    return sup.text.startsWith('-') ? { kind: 'negate', arg: size, span: at } : size;
  }
  r.at++;
  const minus = accept(r, 'op', '-');
  if (minus === null) return is(peek(r), 'number') ? primary(r) : argument(r);
  const arg = primary(r);
  return { kind: 'negate', arg, span: { start: minus.start, end: arg.span.end } };
}

function several(r: Reader, token: Token): Expr {
  const open = peek(r);
  if (open === undefined) return fail('An argument is missing here.', here(r));
  r.at++;
  const args = list(r, open.match);
  r.at = open.match + 1;
  return finish(r, token.start, token.text, args);
}

/** The argument: what stands in brackets, or the letters and numbers up to the next sign or function. */
function applied(r: Reader, token: Token): Expr {
  const open = peek(r);
  if (open === undefined) return fail('A function needs an argument.', here(r));
  if (open.type === 'group') return argument(r);
  if (open.type === 'open' && '(['.includes(open.text)) return bracket(r, open);
  if (open.type === 'open' || open.type === 'bar') return primary(r);
  const narrow = token.text === 'sqrt' || token.text === 'cbrt' || token.text === '4rt';
  if (narrow) {
    const arg = primary(r);
    if (is(peek(r), 'op', '^') || is(peek(r), 'sup')) fail('I cannot tell how far this root goes.', arg.span);
    return arg;
  }
  const arg = deeper(r, bare);
  const slash = peek(r);
  if (is(slash, 'op', '/') && !slash.spaced && is(peekAt(r, 1), 'number'))
    fail('I cannot tell whether the argument goes on behind this sign.', slash);
  return arg;
}

function bare(r: Reader): Expr {
  const sign = accept(r, 'op', '-');
  if (sign !== null) {
    const arg = deeper(r, bare);
    return { kind: 'negate', arg, span: spanFrom(r, sign.start) };
  }
  const start = startOf(r);
  const factors = [factor(r)];
  const first = factors[0] as Expr;
  if (first.kind === 'call' && first.fn !== 'sqrt' && first.fn !== 'root') return first;
  while (startsOperand(r) && continues(peek(r)) && !isDifferential(r)) factors.push(factor(r));
  if (factors.length === 1) return first;
  return { kind: 'product', factors, implicit: true, span: spanFrom(r, start) };
}

/** `cos x dx`: the differential is no part of the argument. */
const isDifferential = (r: Reader): boolean => {
  const letter = peekAt(r, 1);
  return is(peek(r), 'letter', 'd') && is(letter, 'letter') && !letter.spaced;
};

const continues = (token: Token | undefined): boolean =>
  token !== undefined && (token.type === 'letter' || (token.type === 'macro' && (token.text === 'frac' || token.text === 'sqrt')));
