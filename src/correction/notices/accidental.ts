import { expressionsOf, someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { isStatement } from '../../math/tree.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import { indexRules, missteps, type RuleIndex } from '../../mistakes/forwards.ts';
import { size } from '../../mistakes/walk.ts';
import { isClosed } from '../letters.ts';

/** Rules whose written result no right rule writes down: who has it on paper has used them. */
const TELLING: readonly string[] = [
  'square-of-sum',
  'square-of-difference-minus',
  'square-of-difference-plus',
  'power-over-sum',
  'root-of-sum',
  'roots-joined',
  'nonzero-product-split',
  'mediant-addition',
  'denominator-split',
  'quotient-of-sums-termwise',
  'log-of-sum',
  'log-of-difference',
  'exponential-of-sum',
  'sine-of-sum',
  'tangent-of-sum',
  'reciprocals-of-sum',
];

const LARGEST = 40;

let index: RuleIndex | null = null;

const telling = (): RuleIndex => (index ??= indexRules(TELLING.flatMap(id => ruleById(id) ?? [])));

/** False for the many lines that hold nothing such a rule could be used on. */
export const mayBeLuck = (line: Expr | Statement): boolean =>
  isStatement(line)
    ? (line.kind === 'chain' && line.sides.some(side => side.kind === 'product' && !isClosed(side))) ||
      expressionsOf(line).some(side => someNode(side, isOpening))
    : (isLucky(line) || someNode(line, isSum)) && someNode(line, isOpening);

/** What every one of the rules is used on, but for digits crossed out. */
const isSum = (node: Expr): boolean => node.kind === 'sum';

const isLucky = (line: Expr): boolean =>
  line.kind === 'quotient' &&
  line.num.kind === 'number' &&
  line.den.kind === 'number' &&
  `${line.num.value.n}/${line.den.value.n}` in LUCKY;

/** A power, function or fraction of a sum, a sum of fractions or roots, and a fraction of two-digit numbers. */
const isOpening = (node: Expr): boolean =>
  (node.kind === 'power' && (node.base.kind === 'sum' || node.exponent.kind === 'sum')) ||
  (node.kind === 'call' && node.args.some(arg => arg.kind === 'sum')) ||
  (node.kind === 'quotient' && (node.den.kind === 'sum' || (node.num.kind === 'number' && node.den.kind === 'number'))) ||
  (node.kind === 'sum' && node.terms.filter(term => term.kind === 'quotient' || term.kind === 'call').length > 1);

/** Says that a line is right by luck: it is, to the letter, what a wrong rule makes of the line above. Null when it is not. */
export function accidental(from: Expr | Statement, to: Expr | Statement): string | null {
  if (size(from) > LARGEST) return null;
  const digits = digitsCancelled(from, to);
  if (digits !== null) return digits;
  const [before, after] = [written(from), written(to)];
  if (before === after) return null;
  for (const { line, rule } of missteps(from, telling())) {
    if (written(line) === after) return `Right here, but by luck: “${rule.name}” does not hold in general. Elsewhere: ${rule.elsewhere}`;
  }
  return null;
}

const written = (line: Expr | Statement): string => (isStatement(line) ? printPlain(line) : printPlain(line));

/** Two-digit fractions that come out right when the digit that is equal above and below is crossed out. */
const LUCKY: Readonly<Record<string, string>> = { '16/64': '6', '19/95': '9', '26/65': '6', '49/98': '9' };

function digitsCancelled(from: Expr | Statement, to: Expr | Statement): string | null {
  if (from.kind !== 'quotient' || to.kind !== 'quotient' || from.num.kind !== 'number' || from.den.kind !== 'number') return null;
  const [above, below] = [from.num.value.n, from.den.value.n];
  const digit = LUCKY[`${above}/${below}`];
  if (digit === undefined || to.num.kind !== 'number' || to.num.value.n !== above / 10n) return null;
  return `Right. If the two digits ${digit} were crossed out, that was luck: a digit is not a factor.`;
}
