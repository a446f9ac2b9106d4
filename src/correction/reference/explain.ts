import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { mapExpr } from '../../math/tree.ts';
import { numberAs } from '../../mistakes/working/numbers.ts';
import { type Calculation, numbersIn, replay, withNumbers } from './graph.ts';
import { quantitiesIn } from './quantities.ts';
import type { Repair } from './repair.ts';

/** A value as it stands in a sentence. */
export const shown = (value: Q.Rational): string => printPlain(numberAs(value, { decimals: true })).replace(/^-/, '−');

/** Where the numbers of a calculation may come from. */
export interface Sources {
  readonly problem: string;
  /** The student's calculations before it. */
  readonly earlier: readonly Calculation[];
  readonly reference: readonly Calculation[];
}

/** What the repair changes, in the words of the problem: `This line calculates with 3 (“…”). It needs 2 (“…”).` */
export function explainRepair(sources: Sources, { expr }: Calculation, repair: Repair): string {
  const whole = printPlain(repair.expr);
  const [taken, meant] = difference(numbersIn(expr), numbersIn(repair.expr));
  switch (repair.kind) {
    case 'operand':
      return taken && meant
        ? `This line calculates with ${named(sources, taken)}. It needs ${named(sources, meant)}.`
        : `It needs ${whole}.`;
    case 'operator':
      return `The numbers are the right ones, but they belong together another way: ${whole}.`;
    case 'swapped':
      return `The numbers are the right ones, but they stand the wrong way round: it needs ${whole}.`;
    case 'dropped':
      return taken ? `This line calculates with ${named(sources, taken)}, which does not belong here.` : `It needs ${whole}.`;
    case 'extra':
      return meant ? `This line leaves out ${named(sources, meant)}.` : `It needs ${whole}.`;
    case 'anew':
      return `Every number may be right, but this is not what the problem needs here: it needs ${whole}.`;
  }
}

type Values = readonly { readonly value: Q.Rational }[];

/** The first number that only the one has, and the first that only the other has. */
export function difference(before: Values, after: Values): [Q.Rational | null, Q.Rational | null] {
  const only = (own: Values, others: Values) => {
    const rest = others.map(o => Q.printRational(o.value));
    for (const { value } of own) {
      const at = rest.indexOf(Q.printRational(value));
      if (at < 0) return value;
      rest.splice(at, 1);
    }
    return null;
  };
  return [only(before, after), only(after, before)];
}

/** A number with where it comes from: `2 (“80 km an hour for 2 hours”)`, `48 (line 1)`, `180 (270 − 90)`. */
function named({ problem, earlier, reference }: Sources, value: Q.Rational): string {
  const line = earlier.find(c => Q.equal(c.value, value));
  const part = quantitiesIn(problem).find(q => Q.equal(q.value, value));
  if (part && DERIVED.test(part.said)) return `${shown(value)} (${part.said})`;
  const clause = clauseOf(problem, value);
  if (line && clause === null) return `${shown(value)} (line ${line.step + 1})`;
  if (clause !== null) return `${shown(value)} (“${clause}”)`;
  const origin = reference.find(c => Q.equal(c.value, value));
  return origin ? `${shown(value)} (${printPlain(origin.expr)})` : shown(value);
}

const LONGEST_CLAUSE = 90;

/** A quantity that the problem does not name itself: the rest of a share, or the whole with more on it. */
const DERIVED = /^(?:what is left|the whole)/;

/** The part of a sentence of the problem that names a value. */
export function clauseOf(problem: string, value: Q.Rational): string | null {
  const parts = problem.split(/(?<=[.!?;])\s+|,\s+|\s+(?=(?:and|but|while|which|then)\s)/);
  const part = parts.find(text => quantitiesIn(text).some(q => Q.equal(q.value, value)));
  const clause = part?.trim().replace(/[.,;:]$/, '') ?? '';
  return clause.length > 0 && clause.length <= LONGEST_CLAUSE ? clause : null;
}

/** Links of a chain that are shown. */
const LINKS = 4;

/** How the repaired calculation leads on through the student's own later ones: `48 + 180 = 228, 228 / 24 = 9.5`. A bare number is no link. */
export function chainFrom(graph: readonly Calculation[], at: number, repaired: Expr, value: Q.Rational): string {
  const values = replay(graph, at, value) ?? [];
  const changed = new Set([at]);
  const links = repaired.kind === 'number' ? [] : [`${printPlain(repaired)} = ${shown(value)}`];
  for (const [i, { expr, operands }] of graph.entries()) {
    const result = values[i];
    if (i <= at || result === undefined || !operands.some(o => o.source !== null && changed.has(o.source))) continue;
    changed.add(i);
    const inputs = new Map(
      operands.flatMap(({ node, source }) => {
        const input = source === null ? undefined : values[source];
        return input === undefined ? [] : [[node, input] as const];
      }),
    );
    links.push(`${printPlain(inDecimals(withNumbers(expr, inputs)))} = ${shown(result)}`);
  }
  return links.length > LINKS ? `${links.slice(0, LINKS - 1).join(', ')}, …, ${links.at(-1)}` : links.join(', ');
}

/** Fractions as decimals where they end. */
export const inDecimals = (expr: Expr): Expr =>
  mapExpr(expr, node =>
    node.kind === 'number' && node.value.d !== 1n && node.decimals === null ? numberAs(node.value, { decimals: true }) : node,
  );
