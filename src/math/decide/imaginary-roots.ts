import type { Statement } from '../expr.ts';
import { complex } from './complex.ts';
import { add, type Complex, divide, multiply, of, size, subtract } from './complex-numbers.ts';
import { alternatives, type Link } from './equations.ts';
import { expressionsOf, freeLetters } from './free.ts';

/** Relative distance within which two roots are one. */
const NEAR = 1e-9;

/** Whether two statements in one letter have the same complex solutions; null where they are not equations of degree 1 or 2 in it, side by side. */
export function sameComplexSolutions(from: Statement, to: Statement): boolean | null {
  const letters = freeLetters([...expressionsOf(from), ...expressionsOf(to)]);
  const [letter] = letters;
  if (letter === undefined || letters.length > 1) return null;
  const [a, b] = [rootsOf(from, letter), rootsOf(to, letter)];
  if (!a || !b) return null;
  const within = (xs: readonly Complex[], ys: readonly Complex[]): boolean => xs.every(x => ys.some(y => near(x, y)));
  return within(a, b) && within(b, a);
}

const near = (x: Complex, y: Complex): boolean =>
  Math.hypot(x.re - y.re, x.im - y.im) <= NEAR * Math.max(1, Math.hypot(x.re, x.im), Math.hypot(y.re, y.im));

function rootsOf(statement: Statement, letter: string): Complex[] | null {
  const all = alternatives(statement);
  if (!all) return null;
  const roots: Complex[] = [];
  for (const links of all) {
    const [link, ...others] = links;
    if (!link || others.length > 0 || link.relation !== '=') return null;
    const own = rootsOfLink(link, letter);
    if (!own) return null;
    roots.push(...own);
  }
  return roots;
}

/** Reads the coefficients off the values at a few places, and checks them at two more. */
function rootsOfLink({ left, right }: Link, letter: string): Complex[] | null {
  const at = (x: number): Complex => {
    const env = new Map([[letter, x]]);
    return subtract(complex(left, env), complex(right, env));
  };
  const c = at(0);
  const [plus, less] = [at(1), at(-1)];
  const b = scale(subtract(plus, less), 0.5);
  const a = subtract(scale(add(plus, less), 0.5), c);
  const fits = [3, -5].every(x => near(at(x), add(add(scale(a, x * x), scale(b, x)), c)));
  if (!fits || ![a, b, c].every(z => Number.isFinite(z.re) && Number.isFinite(z.im))) return null;
  if (size(a) > NEAR) {
    const root = squareRoot(subtract(multiply(b, b), scale(multiply(a, c), 4)));
    return [add(scale(b, -1), root), subtract(scale(b, -1), root)].map(n => divide(n, scale(a, 2)));
  }
  return size(b) > NEAR ? [divide(scale(c, -1), b)] : null;
}

const scale = (x: Complex, k: number): Complex => of(k * x.re, k * x.im);

function squareRoot(z: Complex): Complex {
  const r = size(z);
  const im = Math.sqrt(Math.max(0, (r - z.re) / 2));
  return { re: Math.sqrt(Math.max(0, (r + z.re) / 2)), im: z.im < 0 ? -im : im };
}
