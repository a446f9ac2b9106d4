import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { mapExpr } from '../math/tree.ts';
import { isStatement, num } from './build.ts';
import { fill, template } from './pattern.ts';
import type { Terms } from './rule.ts';
import { numberIn, tidy } from './tidy.ts';
import { hasLetter } from './walk.ts';

/** What an explanation can speak of. */
export interface Told {
  readonly terms: Terms;
  readonly site: Expr | Statement;
  readonly wrong: Expr | Statement;
  readonly right: Expr | Statement | null;
}

/** Fills an explanation's braces: `{site}`, `{wrong}`, `{written}` (not multiplied out), `{right}`, a letter's term, or a computation with such terms. */
export function tell(text: string, told: Told): string {
  return text.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    if (inside === 'site') return show(told.site);
    if (inside === 'wrong') return show(tidy(told.wrong));
    if (inside === 'written') return show(numbersDone(told.wrong));
    if (inside === 'right') return show(told.right ?? tidy(told.site));
    const term = told.terms[inside];
    return show(term ?? tidy(fill(template(inside), told.terms)));
  });
}

/** As the rule writes it, with only the numbers worked out: `(y + 4)(y - 4)`. */
function numbersDone(whole: Expr | Statement): Expr | Statement {
  if (isStatement(whole)) return tidy(whole);
  return mapExpr(whole, node => {
    const value = node.kind === 'number' || hasLetter(node) ? null : numberIn(node);
    return value ? num(value.n, value.d) : node;
  });
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
};

/** Printed for reading: whole exponents raised, products with a dot. */
function show(whole: Expr | Statement): string {
  const plain = isStatement(whole) ? printPlain(whole) : printPlain(whole);
  return plain.replace(/\^(-?\d+|\(-?\d+\))(?![\d.])/g, (_, digits: string) =>
    [...digits.replace(/[()]/g, '')].map(digit => RAISED[digit] ?? digit).join(''),
  );
}
