import { minus, num, product, quotient, sum } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { both, END, NUMBER, type Reader } from './reading.ts';

export const hundredth = (x: Expr): Expr => quotient(x, num(100));

const PERCENT = '(?:%|percent)';
const SHARE = ['percent', 'percentage'];
const FIND = '(?:what is |what.s |find |calculate |work out |determine |compute )';
const reader = (pattern: string, read: Reader[1]): Reader => [new RegExp(`^${pattern}${END}`, 'i'), read];

/** Questions of percent that are told in one sentence of numbers: the part, the whole, the percent, and a change by so many percent. */
export const PERCENTS: readonly Reader[] = [
  reader(`${FIND}?${NUMBER} ?${PERCENT} of \\$?${NUMBER}`, ([, p, b]) => both(p, b, (x, y) => product(hundredth(x), y))),
  reader(`(?:what|which) (?:number|amount|value)? ?is ${NUMBER} ?${PERCENT} of \\$?${NUMBER}`, ([, p, b]) =>
    both(p, b, (x, y) => product(hundredth(x), y), ['number']),
  ),
  reader(`${NUMBER} ?${PERCENT} of ${NUMBER} is (?:what|which|_+)(?: number| amount| value)?`, ([, p, b]) =>
    both(p, b, (x, y) => product(hundredth(x), y), ['number']),
  ),
  reader(`${NUMBER} ?${PERCENT} of what (?:number|amount|value) is ${NUMBER}`, ([, p, b]) =>
    both(p, b, (x, y) => quotient(y, hundredth(x)), ['number']),
  ),
  reader(`${NUMBER} is ${NUMBER} ?${PERCENT} of (?:what|which)(?: number| amount| value)?`, ([, a, p]) =>
    both(a, p, (x, y) => quotient(x, hundredth(y)), ['number']),
  ),
  reader(
    `(?:if )?${NUMBER} ?${PERCENT} of (?:a|some|the) (?:number|amount|value) (?:is|equals) ${NUMBER}, (?:then )?(?:what is|find) the (?:number|amount|value)`,
    ([, p, b]) => both(p, b, (x, y) => quotient(y, hundredth(x)), ['number', 'amount', 'value']),
  ),
  reader(`(?:what percent(?:age)? of ${NUMBER} is ${NUMBER})`, ([, whole, part]) => both(whole, part, (x, y) => quotient(y, x), SHARE)),
  reader(`(?:what percent(?:age)? is ${NUMBER} of ${NUMBER})`, ([, part, whole]) => both(part, whole, quotient, SHARE)),
  reader(`(?:${NUMBER} is what percent(?:age)? of ${NUMBER})`, ([, part, whole]) => both(part, whole, quotient, SHARE)),
  reader(`(?:${NUMBER} is what (?:fraction|part) of ${NUMBER})`, ([, part, whole]) => both(part, whole, quotient, ['fraction', 'part'])),
  reader(`(?:what (?:fraction|part) of ${NUMBER} is ${NUMBER})`, ([, whole, part]) =>
    both(whole, part, (x, y) => quotient(y, x), ['fraction', 'part']),
  ),
  reader(`increase \\$?${NUMBER} by ${NUMBER} ?${PERCENT}`, ([, a, p]) => both(a, p, raised)),
  reader(`${FIND}?\\$?${NUMBER} increased by ${NUMBER} ?${PERCENT}`, ([, a, p]) => both(a, p, raised)),
  reader(`(?:decrease|reduce) \\$?${NUMBER} by ${NUMBER} ?${PERCENT}`, ([, a, p]) => both(a, p, lowered)),
  reader(`${FIND}?\\$?${NUMBER} (?:decreased|reduced) by ${NUMBER} ?${PERCENT}`, ([, a, p]) => both(a, p, lowered)),
  reader(`${FIND}(?:the )?percent(?:age)? (?:of )?(?:increase|gain|rise|change) from ${NUMBER} to ${NUMBER}`, ([, a, b]) =>
    both(a, b, (x, y) => quotient(minus(y, x), x), [...SHARE, 'increase', 'change']),
  ),
  reader(`${FIND}(?:the )?percent(?:age)? (?:of )?(?:decrease|loss|drop) from ${NUMBER} to ${NUMBER}`, ([, a, b]) =>
    both(a, b, (x, y) => quotient(minus(x, y), x), [...SHARE, 'decrease', 'drop', 'change']),
  ),
];

const raised = (x: Expr, p: Expr): Expr => product(x, sum(num(1), hundredth(p)));
const lowered = (x: Expr, p: Expr): Expr => product(x, minus(num(1), hundredth(p)));
