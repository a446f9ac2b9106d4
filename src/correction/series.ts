import { num } from '../math/build.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import type { Step } from '../solution/solution.ts';
import { degree } from './gains.ts';
import { centre, taylor } from './inverses.ts';
import type { Judged } from './judged.ts';
import { isClosed, lettersIn, withFunctions } from './letters.ts';
import type { Scene } from './scene.ts';

const DOTS = String.raw`(?:…|⋯|\.{3}|\\[lc]?dots|O\s*\()`;
/** `1/(1 + 2x) = 1 − 2x + 4x² − …`: the function, and the terms that stand before the dots. */
const EXPANSION = new RegExp(String.raw`([^=≈]+?)(?:=|≈|\\approx|\\sim)\s*([^=≈]+?)\s*[-+−–]\s*${DOTS}`, 'g');
/** `cos x ≈ 1 − x²/2`: without dots only where the problem asks for such terms. */
const ROUGHLY = /([^=≈]+?)(?:≈|\\approx)\s*([^=≈$,;]+)/g;
const ENDLESS = new RegExp(DOTS);
const EXPANDS = /\b(?:Taylor|Maclaurin|series|expansion|expand|approximat\w+|lineari[sz]ation)\b/i;
/** Highest power whose term is compared. */
const HIGHEST = 6;

/**
 * Judges the first terms of a series against the derivatives of the function that they stand for. Null where the step names no function with its terms, and where
 * the terms are right.
 */
export function judgeSeries(scene: Scene, { text, range }: Step): Judged | null {
  const found = [
    ...(ENDLESS.test(text) ? text.matchAll(EXPANSION) : []),
    ...(/[≈\\]/.test(text) && EXPANDS.test(scene.solution.problem) ? text.matchAll(ROUGHLY) : []),
  ];
  for (const [whole, left = '', right = ''] of found) {
    const [head, terms] = [tail(left), right.replace(/[$&]/g, ' ').replace(/[,;]\s*$/, '')].map(part => parseExpression(part).expr);
    const judged = head && terms && compareTerms(scene, withFunctions(head, scene.functions), terms);
    if (!judged) continue;
    const start = range.start + Math.max(0, text.indexOf(whole)) + whole.indexOf(right);
    return { ...judged, at: { start, end: start + right.length } };
  }
  return null;
}

/** The formula at the end of a text: what stands behind its last word, colon or arrow. */
const tail = (text: string): string =>
  text
    .replace(/^.*(?::|⇒|→|\\Rightarrow|;|,(?=\s))/s, '')
    .replace(/^.*?\b(?!(?:sin|cos|tan|sinh|cosh|exp|sqrt|ln|log|arctan|arcsin|frac|left|right|dfrac|tfrac)\b)[a-zA-Z]{2,}\b(?![{(])/s, '')
    .replace(/[$&]/g, ' ');

function compareTerms(scene: Scene, head: Expr, terms: Expr): Judged | null {
  const letters = lettersIn(terms);
  const letter = letters.find(name => name === 'x') ?? (letters.length === 1 ? letters[0] : undefined);
  if (letter === undefined) return null;
  const highest = degree(alone(terms, letter));
  const whole = degree(alone(head, letter));
  if (terms.kind !== 'sum' || highest < 1 || highest > HIGHEST || !isPolynomial(terms)) return null;
  if (
    letters.some(name => !lettersIn(head).includes(name)) ||
    !lettersIn(head).includes(letter) ||
    (isPolynomial(head) && whole <= highest)
  )
    return null;
  const about = someNode(terms, node => node.kind === 'power' && node.base.kind === 'sum') ? centre(scene.solution.problem) : 0;
  const polynomial = taylor(head, letter, about, highest);
  if (polynomial === null) return null;
  const found = scene.decider.expressions(polynomial, terms);
  if (found.kind !== 'different') return null;
  return { verdict: { kind: 'wrong', witness: found.witness, mistake: null }, notices: [], at: null, slip: null, source: null, root: null };
}

/** The expression with 2 for all letters but one. */
const alone = (expr: Expr, letter: string): Expr =>
  lettersIn(expr).reduce((result, name) => (name === letter ? result : substitute(result, name, num(2))), expr);

/** Sums and whole powers of letters alone. */
export const isPolynomial = (expr: Expr): boolean =>
  !someNode(
    expr,
    node =>
      (node.kind === 'call' && !isClosed(node)) ||
      (node.kind === 'quotient' && !isClosed(node.den)) ||
      (node.kind === 'power' && !(node.exponent.kind === 'number' && node.exponent.value.d === 1n)) ||
      ['derivative', 'integral', 'limit', 'series', 'list', 'plusminus', 'matrix', 'unit'].includes(node.kind),
  );
