import type { Expr } from '../expr.ts';
import { partsOf } from './free.ts';

/** What is somewhere inside an expression, found in one walk: most have none of it, and skip what it would need. */
export const Trait = {
  derivative: 1,
  matrix: 2,
  plusMinus: 4,
  antiderivative: 8,
  imaginary: 16,
  commonLog: 32,
  primed: 64,
  unit: 128,
  percent: 256,
  naturalLog: 512,
} as const;

export function traitsOf(expr: Expr): number {
  return partsOf(expr).reduce((traits, part) => traits | traitsOf(part), ownTrait(expr));
}

function ownTrait(expr: Expr): number {
  switch (expr.kind) {
    case 'derivative':
      return Trait.derivative;
    case 'matrix':
    case 'list':
      return Trait.matrix;
    case 'plusminus':
      return Trait.plusMinus;
    case 'integral':
      return expr.bounds ? 0 : Trait.antiderivative;
    case 'unit':
      return Trait.unit;
    case 'percent':
      return Trait.percent;
    case 'symbol':
      return expr.name === 'i' ? Trait.imaginary : expr.name.endsWith("'") ? Trait.primed : 0;
    case 'call':
      return expr.fn === 'ln' ? Trait.naturalLog : expr.fn === 'log' && expr.args.length === 1 ? Trait.commonLog : 0;
    default:
      return 0;
  }
}
