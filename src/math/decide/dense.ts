import { gcdBig, type Rational } from '../rational.ts';

/** A polynomial in one letter with integer coefficients, lowest power first, last coefficient not 0. The zero polynomial is empty. */
export type Dense = readonly bigint[];

function trim(a: bigint[]): bigint[] {
  while (a.length > 0 && a[a.length - 1] === 0n) a.pop();
  return a;
}

/** Clears denominators and common factors; the sign of the leading coefficient is kept. */
export function fromRationals(coefficients: readonly Rational[]): Dense {
  let lcm = 1n;
  for (const c of coefficients) lcm = (lcm / gcdBig(lcm, c.d)) * c.d;
  return primitive(coefficients.map(c => c.n * (lcm / c.d)));
}

function primitive(a: readonly bigint[]): Dense {
  let g = 0n;
  for (const c of a) {
    g = gcdBig(g, c);
    if (g === 1n) break;
  }
  return trim(g > 1n ? a.map(c => c / g) : [...a]);
}

export function derivative(a: Dense): Dense {
  return trim(a.slice(1).map((c, i) => c * BigInt(i + 1)));
}

/** A positive multiple of the remainder of a by b. */
export function pseudoRemainder(a: Dense, b: Dense): Dense {
  const r = [...a];
  const lead = b[b.length - 1] ?? 1n;
  const size = lead < 0n ? -lead : lead;
  while (r.length >= b.length) {
    const top = r[r.length - 1] ?? 0n;
    const shift = r.length - b.length;
    for (let i = 0; i < r.length; i++) r[i] = (r[i] ?? 0n) * size;
    const factor = lead < 0n ? -top : top;
    for (let i = 0; i < b.length; i++) r[i + shift] = (r[i + shift] ?? 0n) - factor * (b[i] ?? 0n);
    trim(r);
    if (r.length === 0) break;
  }
  return primitive(r);
}

export function gcd(a: Dense, b: Dense): Dense {
  let x = a;
  let y = b;
  while (y.length > 0) [x, y] = [y, pseudoRemainder(x, y)];
  return x;
}

/** The exact quotient up to a positive constant, for a divisor that divides. */
function quotient(a: Dense, b: Dense): Dense {
  const r = [...a];
  const q: bigint[] = [];
  const lead = b[b.length - 1] ?? 1n;
  const size = lead < 0n ? -lead : lead;
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const top = r[shift + b.length - 1] ?? 0n;
    for (let i = 0; i < r.length; i++) r[i] = (r[i] ?? 0n) * size;
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0n) * size;
    const factor = lead < 0n ? -top : top;
    q.unshift(factor);
    for (let i = 0; i < b.length; i++) r[i + shift] = (r[i + shift] ?? 0n) - factor * (b[i] ?? 0n);
  }
  return primitive(q);
}

/** Degree times binary digits of the largest coefficient. Remainders have coefficients of about this size; the work grows faster than its square. */
const LARGEST = 1500;

/** True where remainders and common divisors of the polynomial would take too long. */
export function isUnwieldy(a: Dense): boolean {
  const room = Math.floor(LARGEST / Math.max(1, a.length - 1));
  const limit = 1n << BigInt(room);
  return a.length > 3 && a.some(c => c > limit || c < -limit);
}

/** The polynomial with the same roots, each once. */
export function squarefree(a: Dense): Dense {
  if (a.length <= 2) return a;
  const g = gcd(a, derivative(a));
  return g.length <= 1 ? a : quotient(a, g);
}

/** The sign of a at n/d, d > 0. */
export function signAt(a: Dense, n: bigint, d: bigint): number {
  let value = 0n;
  let scale = 1n;
  for (let i = a.length - 1; i >= 0; i--) {
    value = value * n + (a[i] ?? 0n) * scale;
    scale *= d;
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}
