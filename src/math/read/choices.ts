import type { Expr } from '../expr.ts';
import { argument } from './factor.ts';
import { is, type Reader, spanFrom, startOf } from './reader.ts';

/** `^8C_3`, `{}^{8}C_{3}`, `_8P_2`: the number of choices with what is chosen from set before the sign. */

/** The token index of the `C` or `P` that stands between its two numbers, from the reader's place on; -1 when there is none. */
function signAt(r: Reader): number {
  let at = r.at;
  const empty = r.tokens[at];
  if (is(empty, 'group') && empty.match === at + 1) at += 2;
  if (!is(r.tokens[at], 'op', '^') && !is(r.tokens[at], 'op', '_')) return -1;
  const before = r.tokens[at + 1];
  const sign = is(before, 'group') ? before.match + 1 : at + 2;
  const [name, mark] = [r.tokens[sign], r.tokens[sign + 1]];
  const counts = is(name, 'letter', 'C') || is(name, 'letter', 'P');
  return counts && sign + 2 < r.stop && is(mark, 'op') && '_^'.includes(mark.text) ? sign : -1;
}

export const choiceAhead = (r: Reader): boolean => signAt(r) >= 0;

export function readChoice(r: Reader): Expr {
  const start = startOf(r);
  const sign = signAt(r);
  const fn = r.tokens[sign]?.text === 'C' ? 'binomial' : 'permutation';
  while (!is(r.tokens[r.at], 'op')) r.at++;
  r.at++;
  const from = argument(r);
  r.at = sign + 2;
  const chosen = argument(r);
  return { kind: 'call', fn, args: [from, chosen], span: spanFrom(r, start) };
}
