import type { Expr, LimitExpr } from '../expr.ts';
import { isKnown } from './approx.ts';
import { someSymbol } from './free.ts';
import { real } from './real.ts';

/** How far a limit is followed, and over how many halvings it must grow. */
const FIRST = 6;
const LAST = 40;
const STEPS = 12;

const NOWHERE_DEFINED: ReadonlyMap<string, number> = new Map();

/** 1 or −1 for an expression without letters that is ∞ or −∞; null for any other and where it cannot be told. */
export function infiniteSign(expr: Expr): 1 | -1 | null {
  switch (expr.kind) {
    case 'symbol':
      return expr.name === 'infinity' ? 1 : null;
    case 'negate':
      return flipped(infiniteSign(expr.arg));
    case 'product': {
      const infinite = expr.factors.filter(holdsInfinity);
      const rest = expr.factors.filter(factor => !holdsInfinity(factor)).map(factor => Math.sign(real(factor, NOWHERE_DEFINED).v));
      const signs = [...infinite.map(infiniteSign), ...rest];
      if (infinite.length === 0 || signs.some(s => s === null || !s)) return null;
      return signs.reduce<number>((sign, s) => sign * (s ?? 0), 1) > 0 ? 1 : -1;
    }
    case 'sum': {
      const signs = new Set(expr.terms.filter(holdsInfinity).map(infiniteSign));
      const [sign] = signs;
      return signs.size === 1 && sign ? sign : null;
    }
    case 'limit':
      return divergence(expr);
    default:
      return null;
  }
}

const flipped = (sign: 1 | -1 | null): 1 | -1 | null => (sign === null ? null : sign > 0 ? -1 : 1);

const holdsInfinity = (expr: Expr): boolean => expr.kind === 'limit' || someSymbol(expr, name => name === 'infinity');

/** The sign of a limit whose values grow on approach, at last in steps that do not become smaller. */
function divergence(expr: LimitExpr): 1 | -1 | null {
  const point = real(expr.point, NOWHERE_DEFINED).v;
  if (Number.isNaN(point)) return null;
  const sides = !Number.isFinite(point) ? [Math.sign(point)] : expr.side === 'above' ? [1] : expr.side === 'below' ? [-1] : [1, -1];
  const signs = new Set(sides.map(side => growth(expr, point, side)));
  const [sign] = signs;
  return signs.size === 1 ? (sign ?? null) : null;
}

function growth(expr: LimitExpr, point: number, side: number): 1 | -1 | null {
  const values: number[] = [];
  for (let k = FIRST; k <= LAST; k++) {
    const x = Number.isFinite(point) ? point + side * 2 ** -k : side * 2 ** k;
    const f = real(expr.body, new Map([[expr.variable, x]]));
    if (!isKnown(f)) break;
    values.push(f.v);
  }
  const steps = values.slice(1).map((v, i) => v - (values[i] ?? v));
  const last = steps.slice(-STEPS);
  const sign = Math.sign(last[0] ?? 0);
  const grows = last.every((s, i) => Math.sign(s) === sign && Math.abs(s) >= 0.999 * Math.abs(last[i - 1] ?? s));
  const huge = values.length > 3 && grows && Math.abs(values.at(-1) ?? 0) > 1e12;
  return (last.length === STEPS || huge) && sign !== 0 && grows && Math.sign(values.at(-1) ?? 0) === sign ? (sign as 1 | -1) : null;
}
