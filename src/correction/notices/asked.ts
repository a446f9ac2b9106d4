import { someNode } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { coefficients } from '../../mistakes/tidy.ts';

/** What a problem asks of the form of its answer, and how an answer that does not have it yet can be told. */
const FORMS: readonly { readonly asked: RegExp; readonly missing: (answer: Expr) => string | null }[] = [
  { asked: /\b(?:expand|multiply out|remove (?:the )?brackets)\b/i, missing: bracketLeft },
  { asked: /\bfactor(?:i[sz]e)?\b(?!.{0,20}\bof\b)/i, missing: factorLeft },
  { asked: /\brationali[sz]e\b/i, missing: rootBelow },
];

/** Why the answer does not yet have the form that the problem asks for; null when it does or none is asked for. */
export function notAsAsked(problem: string, answer: Expr): string | null {
  for (const { asked, missing } of FORMS) {
    const said = asked.test(problem) ? missing(answer) : null;
    if (said !== null) return said;
  }
  return null;
}

const isSum = (node: Expr): boolean => node.kind === 'sum';

function bracketLeft(answer: Expr): string | null {
  const left = (node: Expr): boolean =>
    (node.kind === 'product' && node.factors.some(isSum)) ||
    (node.kind === 'power' && isSum(node.base) && node.exponent.kind === 'number' && node.exponent.value.d === 1n);
  return someNode(answer, left) ? 'Right, but a bracket is left that can still be multiplied out.' : null;
}

function rootBelow(answer: Expr): string | null {
  const below = (node: Expr): boolean =>
    node.kind === 'quotient' && someNode(node.den, inner => inner.kind === 'call' && inner.fn === 'sqrt');
  return someNode(answer, below) ? 'Right, but a root is left in the denominator.' : null;
}

/** A factor that can itself be factored: a number in all its terms, a letter in all its terms, or a quadratic with rational roots. */
function factorLeft(answer: Expr): string | null {
  const bracket = answer.kind === 'product' ? answer.factors.flatMap(bases).find(splits) : bases(answer).find(splits);
  if (!bracket) return null;
  return answer.kind === 'sum' ? 'Right, but this is not a product yet.' : `Right, but ${printPlain(bracket)} can still be factored.`;
}

const bases = (factor: Expr): readonly Expr[] =>
  (factor.kind === 'power' ? [factor.base] : factor.kind === 'negate' ? [factor.arg] : [factor]).filter(isSum);

function splits(bracket: Expr): boolean {
  const terms = coefficients(bracket);
  if (!terms || terms.size < 2) return false;
  const values = [...terms.values()].map(({ coefficient }) => coefficient);
  if (values.some(value => value.d !== 1n)) return false;
  if (values.reduce((so, { n }) => Q.gcdBig(so, n < 0n ? -n : n), 0n) > 1n) return true;
  const keys = [...terms.keys()];
  const atoms = keys.map(key => new Set(key.split('·').map(atom => atom.split('^')[0])));
  if (!keys.includes('') && [...(atoms[0] ?? [])].some(name => atoms.every(set => set.has(name)))) return true;
  return isSplitQuadratic(terms);
}

/** `ax² + bx + c` in one letter with a square for its discriminant. */
function isSplitQuadratic(terms: ReadonlyMap<string, { readonly coefficient: Q.Rational }>): boolean {
  const [square] = [...terms.keys()].filter(key => /^[a-zA-Z]\^2$/.test(key));
  const letter = square?.[0];
  if (letter === undefined || [...terms.keys()].some(key => key !== '' && key !== square && key !== `${letter}^1`)) return false;
  const of = (key: string): Q.Rational => terms.get(key)?.coefficient ?? Q.ZERO;
  const [a, b, c] = [of(square ?? ''), of(`${letter}^1`), of('')];
  const discriminant = Q.subtract(Q.multiply(b, b), Q.multiply(Q.rational(4), Q.multiply(a, c)));
  return Q.sign(discriminant) >= 0 && Q.exactRoot(discriminant, 2) !== null;
}
