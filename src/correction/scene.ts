import type { Expr, Statement } from '../math/expr.ts';
import type { Claim, Solution } from '../solution/solution.ts';
import type { Decider } from './decide.ts';
import type { FunctionRule } from './letters.ts';
import type { TaskKind } from './task.ts';

/** An equation, inequality or system that stands above, with function formulas put in. `step` is -1 for the problem's own. */
export interface Fact {
  readonly statement: Statement;
  readonly claim: Claim;
  readonly step: number;
  readonly letters: readonly string[];
  /** Facts of one root say the same. */
  readonly root: number;
}

/** A value that a letter was given. `defined`: by `A = 3 + 4` where A was new; otherwise found by solving. */
export interface Value {
  readonly value: Expr;
  readonly step: number;
  readonly defined: boolean;
}

/** The expression that a line beginning with `=` goes on from. */
export interface Current {
  readonly expr: Expr;
  readonly claim: Claim;
  readonly step: number;
  /** True when the line was a bare expression, or went on from one. */
  readonly bare: boolean;
}

/** An inequality, and the step that says it; -1 for the problem. */
export interface Bound {
  readonly statement: Statement;
  readonly step: number;
}

/** What is known at a place in the solution. Grows as the steps are judged, in order. */
export interface Scene {
  readonly solution: Solution;
  readonly task: TaskKind;
  readonly decider: Decider;
  readonly facts: Fact[];
  readonly values: Map<string, Value>;
  readonly conflicting: Set<string>;
  readonly functions: Map<string, FunctionRule>;
  /** Letters that stand somewhere as `x_0` or `x_{n+1}`: numbered, they are steps on a way and no solutions. */
  readonly iterated: ReadonlySet<string>;
  /** Names that stand somewhere as `f(x) = …`: alone they are no numbers. */
  readonly applied: ReadonlySet<string>;
  /** Printed values of results that were rounded. */
  readonly rounded: Set<string>;
  /** Conditions on the letters that hold for all lines from here on: `x ≠ 1`. */
  conditions: readonly Statement[];
  /** What the problem and the lines so far say of the size of the letters: `x < 2`. Expressions may be rewritten for these values only. */
  readonly bounds: Bound[];
  /** Claims that no line goes on from. */
  readonly asides: Set<Claim>;
  /** A line above says which values of the letter are looked at. */
  inCases: boolean;
  /** What the latest line says that holds under bounds alone, and is none of the facts: the lines right behind it may go on from it. */
  bounded: Fact | null;
  /** Numbers of facts at which the work turned to another of several values of a letter: what was said of one of them does not hold for the next. */
  readonly turns: number[];
  current: Current | null;
  /** What the work may go back to behind calculations beside it: the expressions before them, the nearest first. */
  aside: readonly Current[];
  /** Number of facts known when a line could last not be read: what comes later may rest on it. */
  gap: number;
  /** First mistaken step so far. */
  mistake: number | null;
}

/** The facts that still hold: those of values of a letter that the work has turned away from are left out. */
export function standing({ facts, turns }: Scene): readonly Fact[] {
  const [first, last] = [turns[0], turns.at(-1)];
  return first === undefined || last === undefined ? facts : [...facts.slice(0, first), ...facts.slice(last)];
}
