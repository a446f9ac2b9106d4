import { partsOf } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { coefficients, numberIn } from '../../mistakes/tidy.ts';

type Test = (node: Expr) => string | null;

/**
 * Why an answer is not in its simplest form, as a sentence; null when it is, or when that is a matter of taste. Says what can be done and not what
 * comes out.
 * @param kept forms that the problem asks for, such as a product of primes, are left alone
 */
export function unsimplified(answer: Expr, kept: boolean): string | null {
  const tests: readonly Test[] = kept ? FRACTIONS : [...FRACTIONS, ...WORK_LEFT];
  return firstFound(answer, tests);
}

function firstFound(node: Expr, tests: readonly Test[]): string | null {
  for (const test of tests) {
    const said = test(node);
    if (said !== null) return said;
  }
  for (const part of partsOf(node)) {
    const said = firstFound(part, tests);
    if (said !== null) return said;
  }
  return null;
}

const whole = (node: Expr): bigint | null =>
  node.kind === 'number' && node.decimals === null && node.value.d === 1n ? node.value.n : null;

const isPlain = (node: Expr): boolean => node.kind === 'number' || (node.kind === 'negate' && isPlain(node.arg));

const reducible: Test = node => {
  if (node.kind !== 'quotient') return null;
  const [above, below] = [whole(node.num), whole(node.den)];
  if (above === null || below === null || below === 0n) return commonFactor(node);
  const divisor = Q.gcdBig(above, below);
  if (above % below === 0n) return `Right; ${printPlain(node)} can still be worked out.`;
  return divisor > 1n ? `Right; ${printPlain(node)} can still be reduced: ${divisor} goes into both.` : null;
};

/** `(2x + 4)/2`, `x²/x`: a number or a letter that stands in every term above and below. */
function commonFactor({ num, den }: Expr & { kind: 'quotient' }): string | null {
  const [above, below] = [coefficients(num), coefficients(den)];
  if (!above || !below || above.size === 0 || below.size === 0) return null;
  const terms = [...above, ...below];
  if (below.size === 1 && above.size === 1 && [...above.keys(), ...below.keys()].every(key => key === '')) return null;
  const numbers = terms.map(([, { coefficient }]) => coefficient);
  if (numbers.some(value => value.d !== 1n)) return null;
  const divisor = numbers.reduce((so, { n }) => Q.gcdBig(so, n < 0n ? -n : n), 0n);
  if (divisor > 1n) return `Right; it can still be reduced: ${divisor} goes into every term above and below.`;
  const names = terms.map(([key]) => new Set(key.split('·').map(atom => atom.split('^')[0] ?? '')));
  const shared = [...(names[0] ?? [])].find(name => /^[a-zA-Z]$/.test(name) && names.every(set => set.has(name)));
  const positive = terms.every(([key]) => !key.includes('^-'));
  return shared !== undefined && positive ? `Right; it can still be reduced: ${shared} stands in every term above and below.` : null;
}

const looseMixed: Test = node => {
  if (node.kind !== 'mixed') return null;
  const [above, below] = [node.num.value.n, node.den.value.n];
  const divisor = Q.gcdBig(above, below);
  if (below > 0n && above >= below) return `Right; in ${printPlain(node)} the fraction is still as large as a whole.`;
  return divisor > 1n ? `Right; the fraction in ${printPlain(node)} can still be reduced: ${divisor} goes into both.` : null;
};

const LARGEST_RADICAND = 1_000_000n;

const squareInRoot: Test = node => {
  const [inside] = node.kind === 'call' && node.fn === 'sqrt' ? node.args : [];
  const value = inside ? whole(inside) : null;
  if (value === null || value < 4n || value > LARGEST_RADICAND) return null;
  let square = 1n;
  for (let k = 2n; k * k <= value; k++) if (value % (k * k) === 0n) square = k * k;
  if (square === 1n) return null;
  return square === value
    ? `Right; ${printPlain(node)} can still be worked out.`
    : `Right; ${printPlain(node)} can still be simplified: ${square}, a square, goes into ${value}.`;
};

const FRACTIONS: readonly Test[] = [reducible, looseMixed, squareInRoot];

/** `3 + 4`, `2·5`, `2^3`, but no power of ten and no fraction. */
const unfinished: Test = node => {
  if (evaluateExact(node) === null) return null;
  const plainParts = node.kind === 'sum' ? node.terms.filter(isPlain) : node.kind === 'product' ? node.factors.filter(isPlain) : [];
  const power = node.kind === 'power' && isPlain(node.base) && whole(node.exponent) !== null && !isTen(node.base);
  return plainParts.length > 1 || power ? `Right; ${printPlain(node)} can still be worked out.` : null;
};

const isTen = (node: Expr): boolean => whole(node) === 10n;

/** `2x + 3x`: two terms with the same letters. */
const likeTerms: Test = node => {
  if (node.kind !== 'sum' || numberIn(node) !== null) return null;
  const seen = new Map<string, Expr>();
  for (const term of node.terms) {
    const found = coefficients(term);
    const [key] = found?.size === 1 ? found.keys() : [];
    if (key === undefined) continue;
    const other = seen.get(key);
    const own = term.kind === 'negate' ? term.arg : term;
    if (other)
      return `Right; ${printPlain(other)} and ${printPlain(own)} ${key === '' ? '' : 'are like terms and '}can still be put together.`;
    seen.set(key, own);
  }
  return null;
};

/** `2·3x`: two numbers among the factors. */
const looseFactors: Test = node => {
  if (node.kind !== 'product' || evaluateExact(node) !== null) return null;
  const numbers = factorsOf(node).filter(isPlain);
  return numbers.length > 1 ? `Right; the numbers ${numbers.map(n => printPlain(n)).join(' and ')} can still be multiplied.` : null;
};

const factorsOf = (node: Expr): readonly Expr[] => (node.kind === 'product' ? node.factors.flatMap(factorsOf) : [node]);

const WORK_LEFT: readonly Test[] = [unfinished, likeTerms, looseFactors];
