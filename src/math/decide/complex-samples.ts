import type { CompareOptions, Comparison } from '../comparison.ts';
import type { Expr } from '../expr.ts';
import { assumption } from './assume.ts';
import { complex } from './complex.ts';
import type { Complex } from './complex-numbers.ts';
import { freeLetters } from './free.ts';
import { points } from './samples.ts';
import { showNumber, showPoint } from './show.ts';

const POINTS = 12;
/** Relative distance within which two complex values are equal, and beyond which they differ. */
const NEAR = 1e-11;
const FAR = 1e-6;

/** Whether two expressions are equal as complex numbers at real values of their letters. */
export function compareComplex(a: Expr, b: Expr, o: CompareOptions): Comparison {
  const letters = freeLetters([a, b], o.vars);
  const allowed = assumption(o.assume ?? []);
  let agreed = 0;
  let differed = 0;
  const needed = letters.length === 0 ? 1 : 6;
  for (const at of points(letters, new Set(), o.seed ?? 1, letters.length === 0 ? 1 : POINTS)) {
    if (allowed(at) === false) continue;
    const x = complex(a, at.real);
    const y = complex(b, at.real);
    const gap = Math.hypot(x.re - y.re, x.im - y.im) / Math.max(1e-3, Math.hypot(x.re, x.im), Math.hypot(y.re, y.im));
    if (gap <= NEAR) agreed++;
    else if (gap > FAR && ++differed >= Math.min(2, needed)) {
      return { kind: 'different', witness: { kind: 'values', at: showPoint(at), left: showComplex(x), right: showComplex(y) } };
    }
  }
  if (differed === 0 && agreed >= needed) return { kind: 'same', notices: [] };
  return { kind: 'unknown', why: 'no point was found at which both sides have a value' };
}

function showComplex(z: Complex): string {
  const near = (v: number) => (Math.abs(v - Math.round(v)) < 1e-12 ? Math.round(v) : v);
  const [re, im] = [near(z.re), near(z.im)];
  if (im === 0) return showNumber(re);
  const imaginary = Math.abs(im) === 1 ? 'i' : `${showNumber(Math.abs(im))}i`;
  return re === 0 ? `${im < 0 ? '-' : ''}${imaginary}` : `${showNumber(re)} ${im < 0 ? '-' : '+'} ${imaginary}`;
}
