/** Complex numbers in floating point: enough to tell two expressions apart at a point, defined where real functions are not. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const real = (re: number): Complex => ({ re, im: 0 });

export const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });

export const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });

export const scaled = (a: Complex, by: number): Complex => ({ re: a.re * by, im: a.im * by });

export function times(a: Complex, b: Complex): Complex {
  if (a.im === 0 && b.im === 0) return real(a.re * b.re);
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function over(a: Complex, b: Complex): Complex | null {
  const size = b.re * b.re + b.im * b.im;
  if (size < 1e-24) return null;
  if (a.im === 0 && b.im === 0) return real(a.re / b.re);
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

export const modulus = (a: Complex): number => (a.im === 0 ? Math.abs(a.re) : Math.hypot(a.re, a.im));

export function logOf(a: Complex): Complex | null {
  const size = modulus(a);
  return size === 0 ? null : { re: Math.log(size), im: a.im === 0 ? (a.re < 0 ? Math.PI : 0) : Math.atan2(a.im, a.re) };
}

export function expOf(a: Complex): Complex {
  const size = Math.exp(a.re);
  return a.im === 0 ? real(size) : { re: size * Math.cos(a.im), im: size * Math.sin(a.im) };
}

/** Principal power; whole exponents exactly by repeated products. Null for 0 to a power that is not positive. */
export function powerOf(base: Complex, exponent: Complex): Complex | null {
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 64) {
    if (base.im === 0) return base.re === 0 && exponent.re <= 0 ? null : real(base.re ** exponent.re);
    let result = real(1);
    for (let i = 0; i < Math.abs(exponent.re); i++) result = times(result, base);
    return exponent.re < 0 ? over(real(1), result) : result;
  }
  if (base.re === 0 && base.im === 0) return exponent.re > 0 ? real(0) : null;
  if (base.im === 0 && base.re > 0 && exponent.im === 0) return real(base.re ** exponent.re);
  const log = logOf(base);
  return log && expOf(times(exponent, log));
}

export function sineOf(a: Complex): Complex {
  return a.im === 0 ? real(Math.sin(a.re)) : { re: Math.sin(a.re) * Math.cosh(a.im), im: Math.cos(a.re) * Math.sinh(a.im) };
}

export function cosineOf(a: Complex): Complex {
  return a.im === 0 ? real(Math.cos(a.re)) : { re: Math.cos(a.re) * Math.cosh(a.im), im: -Math.sin(a.re) * Math.sinh(a.im) };
}

/** Equal but for rounding, relative to their size. */
export function close(a: Complex, b: Complex, tolerance: number): boolean {
  return modulus(minus(a, b)) <= tolerance * Math.max(1e-6, modulus(a), modulus(b));
}
