import { evaluateExact } from '../../math/evaluate.ts';
import type { Relation } from '../../math/expr.ts';
import { parseExpression, parseStatement } from '../../math/parse.ts';
import { add, compare, type Rational, rational, sign } from '../../math/rational.ts';
import { seeded } from '../../mistakes/seeded.ts';
import type { VariableRange } from '../set/schema.ts';
import type { Problem } from '../set/set.ts';

export type Values = ReadonlyMap<string, Rational>;

/** Values of one variable that are listed at most. */
const MOST_VALUES = 10_000;
/** Combinations that are listed in full; of a larger space, values are drawn. */
const LISTED = 4_000;
const DRAWS = 2_000;

/** The values a variable may take, in order; null when a bound is no number, the step is 0, or they are too many. */
export function valuesOf(range: VariableRange): readonly Rational[] | null {
  if (Array.isArray(range)) {
    const values = range.map(exact);
    return values.every(v => v !== null) ? values : null;
  }
  const { from, to, step = '1' } = typeof range === 'string' ? bounds(range) : (range as { from: string; to: string; step?: string });
  const [least, most, by] = [exact(from), exact(to), exact(step)];
  if (least === null || most === null || by === null || sign(by) <= 0) return null;
  const values: Rational[] = [];
  for (let v = least; compare(v, most) <= 0; v = add(v, by)) {
    if (values.push(v) > MOST_VALUES) return null;
  }
  return values.length > 0 ? values : null;
}

function bounds(range: string): { from: string; to: string; step?: string } {
  const [from = '', to = ''] = range.split('..');
  return { from, to };
}

function exact(text: string): Rational | null {
  const { expr, problems } = parseExpression(text.trim());
  return expr === null || problems.length > 0 ? null : evaluateExact(expr);
}

/** Tells of values whether they meet a condition; null when it has no value for them. */
type Condition = (values: Values) => boolean | null;

/** Whether a condition (`a != b`, `1 < a < b`, `c/a is whole`) holds; null when it cannot be read or has no value. */
export const holds = (condition: string, values: Values): boolean | null => readCondition(condition)(values);

/** A condition is read once for all combinations that it is put to. */
function readCondition(condition: string): Condition {
  const whole = /^(.*?)\s+is\s+(not\s+)?whole$/i.exec(condition.trim());
  if (whole) {
    const { expr } = parseExpression(whole[1] ?? '');
    return values => {
      const value = expr && evaluateExact(expr, values);
      return value ? (value.d === 1n) === (whole[2] === undefined) : null;
    };
  }
  const { statement, problems } = parseStatement(condition);
  if (statement?.kind !== 'chain' || statement.relations.length === 0 || problems.length > 0) return () => null;
  return values => {
    const sides = statement.sides.map(side => evaluateExact(side, values));
    const verdicts = statement.relations.map((relation, i) => {
      const [left, right] = [sides[i], sides[i + 1]];
      return left && right ? RELATIONS[relation]?.(compare(left, right)) : undefined;
    });
    return verdicts.some(v => v === undefined) ? null : verdicts.every(v => v === true);
  };
}

const RELATIONS: Partial<Record<Relation, (order: number) => boolean>> = {
  '=': o => o === 0,
  '≠': o => o !== 0,
  '<': o => o < 0,
  '≤': o => o <= 0,
  '>': o => o > 0,
  '≥': o => o >= 0,
};

/** Every combination that meets the conditions, in a fixed order, when the space is small enough to list; else null. */
export function allValues(problem: Problem): readonly Values[] | null {
  const known = listed.get(problem);
  if (known !== undefined) return known;
  const all = listValues(problem);
  listed.set(problem, all);
  return all;
}

/** Every student's variant is drawn from the same list. */
const listed = new WeakMap<Problem, readonly Values[] | null>();

function listValues(problem: Problem): readonly Values[] | null {
  const ranges = rangesOf(problem);
  if (ranges === null || ranges.reduce((product, [, values]) => product * values.length, 1) > LISTED) return null;
  let all: [string, Rational][][] = [[]];
  for (const [name, values] of ranges) all = all.flatMap(some => values.map(v => [...some, [name, v] as [string, Rational]]));
  return all.map(pairs => new Map(pairs)).filter(conditionsOf(problem));
}

/** The values of the variant a key stands for: the same key, the same values. Null when no combination meets the conditions. */
export function drawValues(problem: Problem, key: string): Values | null {
  const random = seeded(hash(`${problem.id}\n${key}`));
  const all = allValues(problem);
  if (all !== null) return all[Math.floor(random() * all.length)] ?? null;
  const ranges = rangesOf(problem);
  const allowed = conditionsOf(problem);
  for (let i = 0; ranges !== null && i < DRAWS; i++) {
    const values = new Map(ranges.map(([name, of]) => [name, of[Math.floor(random() * of.length)] ?? rational(0)]));
    if (allowed(values)) return values;
  }
  return null;
}

function rangesOf({ variables }: Problem): readonly (readonly [string, readonly Rational[]])[] | null {
  const ranges = Object.entries(variables).map(([name, range]) => [name, valuesOf(range)] as const);
  return ranges.every((pair): pair is readonly [string, readonly Rational[]] => pair[1] !== null) ? ranges : null;
}

function conditionsOf(problem: Problem): (values: Values) => boolean {
  const conditions = problem.where.map(readCondition);
  return values => conditions.every(condition => condition(values) === true);
}

/** FNV-1a of a text, 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}
