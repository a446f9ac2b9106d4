import { substitute } from '../decide/free.ts';
import type { Expr, Span } from '../expr.ts';
import { lettersOf } from '../tree.ts';
import { bounds } from './calculus.ts';
import { sumUpTo } from './expression.ts';
import { fail, is, peek, type Reader, spanFrom } from './reader.ts';

/** Letters that an antiderivative is usually one of, when it holds several. */
const VARIABLES = ['x', 't', 'u', 'y', 'theta'];

/** True when bounds stand behind a bracket or bar: `[F]_a^b`. */
export function boundsAhead(r: Reader): boolean {
  const [first, second] = [peek(r), r.tokens[r.at + 1]];
  if (!is(first, 'op') || !'_^'.includes(first.text) || second === undefined) return false;
  const after = second.match > r.at ? second.match + 1 : r.at + (is(second, 'op', '-') ? 3 : 2);
  const other = r.tokens[after];
  if (after < r.stop && first.text === '_' && is(other, 'sup')) return true;
  return after < r.stop && is(other, 'op') && '_^'.includes(other.text) && other.text !== first.text;
}

/** `[F]_a^b` with the reader before the bounds: F at b less F at a. */
export function between(r: Reader, body: Expr, start: number): Expr {
  const at = peek(r) ?? body.span;
  const { lower, upper } = bounds(r);
  const letters = lettersOf(body);
  const variable = letters.length > 1 ? VARIABLES.find(name => letters.includes(name)) : letters[0];
  if (lower === null || upper === null || (variable === undefined && letters.length > 0)) return fail('I cannot read these bounds.', at);
  const span = spanFrom(r, start);
  const put = (value: Expr): Expr => spread(variable === undefined ? body : substitute(body, variable, value), span);
  return { kind: 'sum', terms: [put(upper), { kind: 'negate', arg: put(lower), span }], span };
}

const spread = (expr: Expr, span: Span): Expr => ({ ...expr, span });

/** `F |_a^b` over a whole side: the token index of the bar, -1 when there is none. */
export function evaluationBar(r: Reader, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const token = r.tokens[at];
    if (token === undefined) return -1;
    if (token.match > at) at = token.match;
    else if (token.type === 'bar' && at > from) {
      const before = r.at;
      r.at = at + 1;
      const found = boundsAhead(r);
      r.at = before;
      if (found) return at;
    }
  }
  return -1;
}

/** The side `F |_a^b` whose bar stands at `bar`. */
export function readEvaluation(r: Reader, bar: number, to: number): Expr {
  const start = peek(r)?.start ?? 0;
  const body = sumUpTo(r, bar, 'Nothing stands before this bar.');
  r.at = bar + 1;
  const whole = between(r, body, start);
  if (r.at < to) return fail('I cannot tell how far this bar reaches.', whole.span);
  return whole;
}
