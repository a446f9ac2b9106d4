import { type Approx, UNDEFINED, UNKNOWN } from './approx.ts';

/** Relative error of the approximations below, with room. */
const ERROR = 1e-13;

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function gammaOf(x: number): number {
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gammaOf(1 - x));
  const [first = 0, ...rest] = LANCZOS;
  const total = rest.reduce((sum, c, k) => sum + c / (x + k), first);
  const t = x + 6.5;
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * total;
}

/** The gamma function; it has no value at 0, −1, −2, … */
export function gamma([x]: readonly Approx[]): Approx {
  if (!x) return UNKNOWN;
  if (x.v <= x.e && Math.abs(x.v - Math.round(x.v)) <= x.e) return x.e === 0 ? UNDEFINED : UNKNOWN;
  const v = gammaOf(x.v);
  if (!Number.isFinite(v) || Math.abs(x.v) > 140) return UNKNOWN;
  // |ψ(x)| stays below this away from the poles.
  const growth = 10 + 1 / Math.abs(x.v - Math.min(0, Math.round(x.v)));
  return { v, e: Math.abs(v) * (ERROR + growth * x.e) };
}

/** 1 − erf(x) for x ≥ 2, by its continued fraction. */
function tail(x: number): number {
  let f = 0;
  for (let k = 120; k >= 1; k--) f = k / 2 / (x + f);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + f);
}

function erfOf(x: number): number {
  if (x < 0) return -erfOf(-x);
  if (x >= 2) return 1 - tail(x);
  let term = x;
  let total = x;
  for (let k = 1; Math.abs(term) > 1e-18; k++) {
    term *= (-x * x) / k;
    total += term / (2 * k + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

/** The error function. */
export function erf([x]: readonly Approx[]): Approx {
  if (!x) return UNKNOWN;
  const v = erfOf(x.v);
  return { v, e: ERROR * Math.abs(v) + 1.2 * x.e };
}

/** 1 − erf. */
export function erfc([x]: readonly Approx[]): Approx {
  if (!x) return UNKNOWN;
  const v = x.v >= 2 ? tail(x.v) : 1 - erfOf(x.v);
  return { v, e: ERROR * (x.v >= 2 ? Math.abs(v) : 1) + 1.2 * x.e };
}
