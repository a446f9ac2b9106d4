import { type Approx, EPS } from './approx.ts';

/**
 * Stands in for a function of which only the name is known (`f(x)`): a fixed smooth function, different for each name, in no special relation to
 * any known one. `f'` is its derivative. What holds for the stand-in at random points and was not made for it holds for every f.
 */
export function unknownFunction(name: string): (args: readonly Approx[]) => Approx {
  const order = /'*$/.exec(name)?.[0].length ?? 0;
  const seed = hash(name.slice(0, name.length - order));
  return args => {
    let phase = 0.3 + (seed % 89) / 97;
    let e = 0;
    for (const [i, a] of args.entries()) {
      phase += a.v * rate(seed, i);
      e += a.e * rate(seed, i) + Math.abs(phase) * EPS;
    }
    const scale = 2 + (seed % 53) / 59;
    const r = args.length === 1 ? rate(seed, 0) ** order : 1;
    const v = scale * r * wave(phase, order) + (order === 0 ? 3 : 0);
    return { v, e: scale * r * e + Math.abs(v) * 4 * EPS };
  };
}

function wave(x: number, order: number): number {
  return [Math.sin, Math.cos, (y: number) => -Math.sin(y), (y: number) => -Math.cos(y)][order % 4]?.(x) ?? 0;
}

function rate(seed: number, argument: number): number {
  return 0.37 + ((seed >> 3) % 71) / 173 + argument * 0.2171;
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}
