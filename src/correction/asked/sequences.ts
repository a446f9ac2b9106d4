import { num } from '../../math/build.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import { type Asked, number, type Reader, value } from './reading.ts';

const LIST = '((?:[-−]?[\\d./]+(?:, and | and |, ?))+[-−]?[\\d./]*\\d)';
const REST = '(?:,? ?(?:…|\\.{2,}|_+|\\?))*';
const OF = '(?:in|of) (?:the |this )?(?:following )?(arithmetic |geometric |number )?(?:pattern|sequence|progression|series)?:? ?';

/** The next term, or the n-th, of a list of numbers that go on by the same step or factor. */
export const SEQUENCES: readonly Reader[] = [
  [
    new RegExp(`^(?:what is|what's|find|write|give)? ?(?:the )?next (?:number|term) ${OF}${LIST}${REST}[.?]?$`, 'i'),
    ([, , items = '']) => term(items, null, 4),
  ],
  [
    new RegExp(`^(?:what is|what's|find|write|give)? ?(?:the )?(\\d+)(?:st|nd|rd|th) (?:number|term) ${OF}${LIST}${REST}[.?]?$`, 'i'),
    ([, n, kind, items = '']) => term(items, Number(n), /arithmetic|geometric/i.test(kind ?? '') ? 2 : 4),
  ],
];

function term(items: string, n: number | null, least: number): Asked | null {
  const terms = items.split(/,? and |, ?/).map(item => {
    const expr = number(item.replace('−', '-'));
    return expr && evaluateExact(expr);
  });
  const known = terms.flatMap(item => item ?? []);
  const [first, second] = known;
  const at = n ?? known.length + 1;
  if (!first || !second || known.length < Math.max(least, 3) || known.length < terms.length || at < 1 || at > 400) return null;
  const step = Q.subtract(second, first);
  if (known.every((item, i) => i === 0 || Q.equal(Q.subtract(item, known[i - 1] ?? Q.ZERO), step)))
    return value(num(Q.add(first, Q.multiply(step, Q.rational(at - 1)))), ['term', 'number']);
  const factor = Q.divide(second, first);
  if (!factor || at > 40 || !known.every((item, i) => i === 0 || Q.equal(item, Q.multiply(known[i - 1] ?? Q.ZERO, factor)))) return null;
  const power = Q.power(factor, at - 1);
  return power && value(num(Q.multiply(first, power)), ['term', 'number']);
}
