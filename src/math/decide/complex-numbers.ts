/** A complex double. NaN parts mean that there is no value, or none that is known here. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

const NO_VALUE: Complex = { re: Number.NaN, im: Number.NaN };

export function of(re: number, im = 0): Complex {
  return { re, im };
}

export function add(a: Complex, b: Complex): Complex {
  return of(a.re + b.re, a.im + b.im);
}

export function subtract(a: Complex, b: Complex): Complex {
  return of(a.re - b.re, a.im - b.im);
}

export function multiply(a: Complex, b: Complex): Complex {
  return of(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

export function divide(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  if (square < 1e-24) return NO_VALUE;
  return of((a.re * b.re + a.im * b.im) / square, (a.im * b.re - a.re * b.im) / square);
}

export function size(a: Complex): number {
  return Math.hypot(a.re, a.im);
}
