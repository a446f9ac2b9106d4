import type { Expr, Statement } from '../expr.ts';
import { expressionsOf, someNode } from './free.ts';
import { realFunctions } from './real-functions.ts';

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
  interval: 1024,
  /** A function or a sum over an index. */
  called: 2048,
  /** A function known by name alone. */
  unknown: 4096,
  trigonometric: 8192,
  /** The number e. */
  e: 16384,
  pi: 32768,
  /** A letter with an index. */
  numbered: 65536,
  /** Membership in a set, said by the statement itself. */
  member: 131072,
} as const;

export function traitsOf(expr: Expr): number {
  let traits = 0;
  someNode(expr, node => {
    traits |= ownTrait(node);
    return false;
  });
  return traits;
}

/** The same for all expressions that a statement is made of. */
export function traitsIn(statement: Statement): number {
  switch (statement.kind) {
    case 'chain':
      return statement.sides.reduce((all, side) => all | traitsOf(side), statement.modulus ? traitsOf(statement.modulus) : 0);
    case 'or':
    case 'and':
      return statement.parts.reduce((all, part) => all | traitsIn(part), 0);
    case 'member':
      return expressionsOf(statement).reduce<number>((all, expr) => all | traitsOf(expr), Trait.member);
    case 'truth':
      return 0;
  }
}

const TRIGONOMETRIC: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

function ownTrait(expr: Expr): number {
  switch (expr.kind) {
    case 'symbol':
      return traitOfName(expr.name);
    case 'call':
      return Trait.called | traitOfCall(expr.fn, expr.args.length);
    case 'derivative':
      return Trait.derivative;
    case 'matrix':
    case 'list':
      return Trait.matrix;
    case 'interval':
      return Trait.interval;
    case 'plusminus':
      return Trait.plusMinus;
    case 'integral':
      return expr.bounds ? 0 : Trait.antiderivative;
    case 'series':
      return Trait.called;
    case 'unit':
      return Trait.unit;
    case 'percent':
      return Trait.percent;
    default:
      return 0;
  }
}

function traitOfName(name: string): number {
  if (name.length === 1) return name === 'i' ? Trait.imaginary : name === 'e' ? Trait.e : 0;
  if (name === 'pi') return Trait.pi;
  return (name.endsWith("'") ? Trait.primed : 0) | (name.includes('_') ? Trait.numbered : 0);
}

function traitOfCall(fn: string, args: number): number {
  if (fn === 'ln') return Trait.naturalLog;
  if (fn === 'log') return args === 1 ? Trait.commonLog : 0;
  if (TRIGONOMETRIC.has(fn)) return Trait.trigonometric;
  return realFunctions[fn] === undefined && fn !== 'det' && fn !== 'transpose' ? Trait.unknown : 0;
}
