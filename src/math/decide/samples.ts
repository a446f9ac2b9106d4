import { fromNumber, type Rational } from '../rational.ts';
import type { RealEnv } from './real.ts';

/** A point: one value for each letter, exact and as a double. */
export interface Point {
  readonly exact: ReadonlyMap<string, Rational>;
  readonly real: RealEnv;
}

/** Values a student can put in by hand, tried first and in this order; letter j of point k takes entry k + 2j, so that letters differ. */
const READABLE = [2, 3, 1, 5, -1, 4, -2, 7, 0.5, -3, 10, 6, 0.25, -0.5, 1.5, -5, 8, 9];

/** Ranges of the seeded points that follow: inside the unit interval, beyond it, of both signs, small and large. */
const RANGES: readonly (readonly [number, number])[] = [
  [0, 1],
  [-1, 1],
  [1, 3],
  [-4, 4],
  [0, 12],
  [-1.5, 0],
  [-20, 20],
];

/** A small seeded generator of doubles in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The sampling points of a comparison: readable ones first, then seeded ones on a grid of 1/64. Letters in `whole` get whole numbers from 0 up.
 */
export function* points(letters: readonly string[], whole: ReadonlySet<string>, seed: number, count: number): Generator<Point> {
  const next = random(seed);
  for (let k = 0; k < count; k++) {
    const real = new Map<string, number>();
    letters.forEach((letter, j) => {
      real.set(letter, whole.has(letter) ? wholeValue(k, j, next) : value(k, j, letters.length, next));
    });
    yield sampled(real);
  }
}

/** The exact values are worked out when they are asked for: most points are looked at in doubles alone. */
function sampled(real: ReadonlyMap<string, number>): Point {
  let exact: Map<string, Rational> | undefined;
  return {
    real,
    get exact() {
      if (exact) return exact;
      exact = new Map();
      for (const [name, v] of real) exact.set(name, fromNumber(v));
      return exact;
    },
  };
}

/** How many of the first points are readable. */
export const READABLE_POINTS = 10;

function value(k: number, j: number, letters: number, next: () => number): number {
  if (k < READABLE_POINTS) return READABLE[(k + 2 * j) % READABLE.length] ?? 2;
  const [low, high] = RANGES[(k + (letters > 1 ? Math.floor(next() * RANGES.length) : 0)) % RANGES.length] ?? [-4, 4];
  return Math.round((low + (high - low) * next()) * 64) / 64 + 1 / 128;
}

function wholeValue(k: number, j: number, next: () => number): number {
  return k < 6 ? k + 2 - (j % 2) : Math.floor(next() * 12);
}
