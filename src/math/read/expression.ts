import type { Expr } from '../expr.ts';
import { factor, startsOperand } from './factor.ts';
import { isWord } from './macros.ts';
import { shareUnit, unitOf } from './quantities.ts';
import { deeper, fail, here, is, lastEnd, peek, type Reader, spanFrom, startOf, surprise } from './reader.ts';
import { goesOnIn } from './units.ts';

/*
 * Precedence, in one place, from loose to tight:
 *   1. sums and differences, `±`
 *   2. `·` and `/` from left to right, with juxtaposition as below
 *   3. a sign before a factor; at the head of a term it takes the whole term: `-2x` is -(2x), `-3^2` is -(3^2)
 *   4. juxtaposition: `2x`, `3(x+1)`, `x sin x`
 *   5. powers from right to left, then `!`, `%`, `°`, primes
 * Division and juxtaposition: `1/2x` is (1/2)x and `a/b(c+d)` is (a/b)(c+d), from left to right. But what divides is a whole monomial
 * where its letters touch it and the dividend is no plain number, or where the sign is `÷`: `a/bc` is a/(bc), `x/2y` is x/(2y), `6x÷3x` is 2;
 *    and where it is a fraction of touching numbers: `3/4 ÷ 1/2` and `3/4 : 1/2` are (3/4)/(1/2).
 */

/** A sum: the loosest expression. */
export function sum(r: Reader): Expr {
  return deeper(r, sumHere);
}

function sumHere(r: Reader): Expr {
  const start = startOf(r);
  return sumAfter(r, signed(r), start);
}

/** The rest of a sum whose first term is read. `start` is where that term begins, its brackets included. */
function sumAfter(r: Reader, first: Expr, start: number): Expr {
  const terms = [first];
  for (let sign = peek(r); is(sign, 'op') && isSign(sign.text); sign = peek(r)) {
    r.at++;
    const arg = signed(r);
    terms.push(withSign(r, sign.text, arg, sign.start));
  }
  return terms.length === 1 ? first : { kind: 'sum', terms, span: spanFrom(r, start) };
}

const isSign = (text: string): boolean => text === '+' || text === '-' || text === '±' || text === '∓';

function withSign(r: Reader, sign: string, arg: Expr, start: number): Expr {
  const at = spanFrom(r, start);
  if (sign === '-') return { kind: 'negate', arg, span: at };
  if (sign === '±' || sign === '∓') return { kind: 'plusminus', arg, upper: sign === '±' ? '+' : '-', span: at };
  return arg;
}

/** A term with the signs before it: the sign belongs to the whole term. */
function signed(r: Reader): Expr {
  const sign = peek(r);
  if (!is(sign, 'op') || !isSign(sign.text)) return term(r);
  r.at++;
  const arg = deeper(r, signed);
  if (sign.text === '-' && arg.kind === 'call' && arg.fn === 'mod' && arg.args[0] && arg.args[1]) {
    const span = spanFrom(r, sign.start);
    return {
      ...arg,
      args: [{ kind: 'negate', arg: arg.args[0], span: { start: sign.start, end: arg.args[0].span.end } }, arg.args[1]],
      span,
    };
  }
  return withSign(r, sign.text, arg, sign.start);
}

/** Factors joined by `·` and `/`, from left to right. */
function term(r: Reader): Expr {
  const start = startOf(r);
  let factors: Expr[] = [run(r)];
  let nested = 0;
  for (let op = peek(r); op !== undefined; op = peek(r)) {
    if (is(op, 'op') && isSign(op.text)) break;
    if (nested > 100) fail('There are too many divisions in a row to be read.', op);
    if (is(op, 'op', '*')) {
      r.at++;
      factors.push(operand(r));
    } else if (is(op, 'op') && (op.text === '/' || op.text === '÷' || op.text === ':')) {
      r.at++;
      nested++;
      const num = product(r, factors, false, start);
      const set = r.source.slice(op.start - 1, op.end + 1);
      const apart = /^\s:\s$/.test(set) || (num.kind === 'quotient' && !num.bar && /^\s\/\s$/.test(set));
      const den = divisor(r, num, apart ? '÷' : op.text);
      factors = [shareUnit(num, den, spanFrom(r, start))];
      if (op.text === ':' && is(peek(r), 'op', ':')) fail('I cannot read a ratio of more than two numbers.', here(r));
      if (startsOperand(r)) factors = [product(r, [...factors, ...juxtaposed(r)], true, start)];
    } else if (is(op, 'op', 'C') || is(op, 'op', 'P')) {
      r.at++;
      nested++;
      const left = product(r, factors, false, start);
      const right = factor(r);
      factors = [{ kind: 'call', fn: op.text === 'C' ? 'binomial' : 'permutation', args: [left, right], span: spanFrom(r, start) }];
    } else if (is(op, 'cup', '∖')) {
      r.at++;
      nested++;
      const num = product(r, factors, false, start);
      const den = factor(r);
      factors = [{ kind: 'quotient', num, den, bar: false, span: spanFrom(r, start) }];
    } else if (is(op, 'mod', 'mod')) {
      r.at++;
      nested++;
      const left = product(r, factors, false, start);
      const right = operand(r);
      factors = [{ kind: 'call', fn: 'mod', args: [left, right], span: spanFrom(r, start) }];
    } else break;
  }
  return product(r, factors, false, start);
}

function product(r: Reader, factors: Expr[], implicit: boolean, start: number): Expr {
  const first = factors[0];
  if (first !== undefined && factors.length === 1) return first;
  return { kind: 'product', factors, implicit, span: spanFrom(r, start) };
}

/** What stands after a multiplication sign: a run of factors, perhaps with a sign. */
function operand(r: Reader): Expr {
  const sign = peek(r);
  if (!is(sign, 'op') || !isSign(sign.text)) return run(r);
  r.at++;
  const arg = deeper(r, operand);
  return withSign(r, sign.text, arg, sign.start);
}

function divisor(r: Reader, num: Expr, sign: string): Expr {
  const before = peek(r);
  if (is(before, 'op') && isSign(before.text)) {
    r.at++;
    const arg = deeper(r, inner => divisor(inner, num, sign));
    return withSign(r, before.text, arg, before.start);
  }
  const start = startOf(r);
  const first = sign === '÷' ? fraction(r, factor(r)) : factor(r);
  const numbers = num.kind === 'number' && first.kind === 'number' && sign !== '÷';
  if (numbers || (first.kind !== 'number' && baseKind(first) !== 'symbol')) return first;
  const factors = [first];
  for (let next = peek(r); is(next, 'letter') && (sign === '÷' || next.start === lastEnd(r)) && !startsCall(r); next = peek(r))
    factors.push(factor(r));
  return product(r, factors, true, start);
}

/** `3/4 ÷ 1/2`, `3/4 / 1/2`: two numbers that touch a slash are one fraction behind the sign `÷`, and behind a slash or colon set apart by blanks. */
function fraction(r: Reader, num: Expr): Expr {
  const [slash, number] = [peek(r), r.tokens[r.at + 1]];
  const touching = is(slash, 'op', '/') && slash.start === lastEnd(r) && is(number, 'number') && number.start === slash.end;
  if (num.kind !== 'number' || !touching) return num;
  r.at++;
  const den = factor(r);
  return { kind: 'quotient', num, den, bar: false, span: spanFrom(r, num.span.start) };
}

const baseKind = (x: Expr): string => (x.kind === 'power' ? x.base.kind : x.kind);

const startsCall = (r: Reader): boolean => {
  const token = peek(r);
  return token !== undefined && r.functions.has(token.text) && is(r.tokens[r.at + 1], 'open', '(');
};

/** Factors side by side: an implicit product. */
function run(r: Reader): Expr {
  const start = startOf(r);
  const first = compound(r, factor(r));
  return startsOperand(r) ? product(r, [lone(first), ...juxtaposed(r, first)], true, start) : first;
}

/** `3 feet 2 inches`: a quantity that goes on in a smaller unit is a sum. */
function compound(r: Reader, first: Expr): Expr {
  if (!is(peek(r), 'number')) return first;
  const unit = unitOf(first);
  const before = r.at;
  if (unit === null) return first;
  const rest = factor(r);
  const small = unitOf(rest);
  if (small !== null && goesOnIn(unit.name, small.name)) return { kind: 'sum', terms: [first, rest], span: spanFrom(r, first.span.start) };
  r.at = before;
  return first;
}

function juxtaposed(r: Reader, before?: Expr): Expr[] {
  const factors: Expr[] = [];
  while (startsOperand(r)) {
    const token = peek(r);
    if (is(token, 'number') && !is(r.tokens[r.at - 1], 'op', '!') && !behindBinomial(r, factors.at(-1) ?? before))
      fail(surprise(token), token);
    factors.push(lone(factor(r)));
  }
  return factors;
}

/** `\binom44 2^4`: a number right behind a binomial in its command. */
function behindBinomial(r: Reader, last: Expr | undefined): boolean {
  return last?.kind === 'call' && last.fn === 'binomial' && r.source.startsWith('\\', last.span.start);
}

/** A word names a quantity where it stands alone; beside other factors nobody can tell what it does. */
function lone(x: Expr): Expr {
  if (x.kind === 'symbol' && x.name.length > 1 && isWord(x.name)) fail(`I cannot tell what '${x.name}' means in this formula.`, x.span);
  return x;
}

/** The sum up to the token index `stop`, every token used. */
export function sumUpTo(r: Reader, stop: number, missing: string): Expr {
  const { stop: outer, bars } = r;
  r.stop = stop;
  r.bars = 0;
  if (peek(r) === undefined) fail(missing, here(r));
  const result = sum(r);
  const left = peek(r);
  if (left !== undefined) fail(surprise(left), left);
  r.stop = outer;
  r.bars = bars;
  return result;
}

/** A whole term: what a limit or a sum sign applies to. */
export function termOf(r: Reader): Expr {
  return deeper(r, signed);
}

/** The body of a summation or limit: a term, or the rest of the sum when the bound letter occurs further on. */
export function bodyOver(r: Reader, variable: string): Expr {
  const start = startOf(r);
  const body = termOf(r);
  const sign = peek(r);
  return is(sign, 'op') && isSign(sign.text) && occursAhead(r, variable) ? sumAfter(r, body, start) : body;
}

/** True when the letter occurs in the rest of this sum. */
export function occursAhead(r: Reader, variable: string): boolean {
  for (let at = r.at; at < r.stop; at++) {
    const token = r.tokens[at];
    if (token === undefined || token.type === 'rel' || token.type === 'comma') return false;
    if (token.type === 'letter' && token.text === variable) return true;
  }
  return false;
}
