import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, NumberExpr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { readRow } from '../../solution/read.ts';
import type { Range, Solution, Step } from '../../solution/solution.ts';
import type { Correction } from '../records.ts';
import { shown } from '../reference/explain.ts';
import { type Calculation, graphOf } from '../reference/graph.ts';
import { givenAs, plainWords, wordsAround, writtenAs } from './words.ts';

/** A quantity that goes into an operation: the result of an earlier link, or a number with the words that stand before it. */
export type ChainInput = { readonly from: number } | { readonly label: string; readonly words: string };

/** `carried` comes after the mistake and is computed from it; `added` is a calculation that the student's work does not have. */
export type ChainMark = 'plain' | 'wrong' | 'carried' | 'corrected' | 'added';

/** One operation and its result, or a line in words alone, which has no inputs. Plain data, in plain text. */
export interface ChainLink {
  readonly inputs: readonly ChainInput[];
  readonly sign: string;
  /** The calculation as it was written. */
  readonly expression: string;
  /** The result with its unit, and the words that stand before the calculation. */
  readonly label: string;
  readonly words: string;
  /** Counted from 1; null for a part of a calculation. */
  readonly line: number | null;
  readonly mark: ChainMark;
  /** No later link takes the result, and it is not the last. */
  readonly unused: boolean;
}

/** What was computed from what: links refer to earlier ones by index. */
export type Chain = readonly ChainLink[];

/** The student's chain, and the one that it should be; null where the right steps are no chain of calculations. */
export interface Chains {
  readonly own: Chain;
  readonly right: Chain | null;
}

/** More links than this are no picture that anybody would read. */
const MOST = 40;

/**
 * The chain of calculations of a solution and of its correction. Null where a proof tells all there is to tell, and where the work is no chain of
 * calculations.
 */
export function chainsOf(solution: Solution, correction: Correction): Chains | null {
  if (correction.evidence === 'proved') return null;
  const { steps, problem } = solution;
  const { step, at, correctSteps } = correction;
  const graph = graphOf(steps);
  const blamed = mistaken(graph, step, at);
  const own = chainOf({ steps, graph, problem, spare: [] }, blamed, 'wrong', blamed.size === 0 ? step : null);
  if (graph.length === 0 || own.length > MOST) return null;
  const read = (lines: readonly string[]) => readRow({ id: 'chain', problem, steps: lines }).solution.steps;
  const better = read([...steps.slice(0, step).map(({ text }) => text), ...correctSteps]);
  const known = read(solution.reference ?? []);
  const spare = graphOf(known).flatMap(c => (known[c.step] ? [{ ...c, of: known[c.step] as Step }] : []));
  const marked = mistaken(graphOf(better), step, null);
  const right = chainOf({ steps: better, graph: graphOf(better), problem, spare }, marked, 'corrected');
  const drawn = right.length > MOST || marked.size === 0 ? null : right;
  return graph.length + (drawn?.length ?? 0) < 3 ? null : { own, right: drawn };
}

/** The calculations of the mistaken step; of several, the one that is to blame. */
function mistaken(graph: readonly Calculation[], step: number, at: Range | null): ReadonlySet<number> {
  const here = graph.flatMap((c, i) => (c.step === step ? [i] : []));
  const blamed = here.filter(i => at !== null && graph[i]?.claim.range.start === at.start);
  return new Set(blamed.length > 0 ? blamed : here);
}

interface Work {
  readonly steps: readonly Step[];
  readonly graph: readonly Calculation[];
  readonly problem: string;
  /** Calculations of a reference, for results that the work uses and does not compute. */
  readonly spare: readonly (Calculation & { readonly of: Step })[];
}

/** @param bare the mistaken step when it calculates nothing: it then stands in the chain by its words */
function chainOf(
  { steps, graph, problem, spare }: Work,
  marked: ReadonlySet<number>,
  mark: 'wrong' | 'corrected',
  bare: number | null = null,
): Chain {
  const links: Omit<ChainLink, 'unused'>[] = [];
  const placeOf = new Map<string, number>();
  const touched = new Set<number>();

  const add = (calculation: Calculation, step: Step, line: number | null, own: ChainMark, sourced: ReadonlyMap<Expr, string>) => {
    const input = (part: Expr): ChainInput => {
      const value = evaluateExact(part);
      const source = sourced.get(part);
      const from = source === undefined ? undefined : placeOf.get(source);
      if (from !== undefined) return { from };
      const parts = isShare(part) ? null : partsOf(part);
      if (parts !== null) {
        links.push({
          ...parts,
          inputs: parts.inputs.map(input),
          expression: '',
          label: value ? shown(value) : '',
          words: '',
          line: null,
          mark: own,
        });
        return { from: links.length - 1 };
      }
      const given = givenAs(part, problem, step.text);
      const above = given === null && value !== null ? placeOf.get(Q.printRational(value)) : undefined;
      if (above !== undefined) return { from: above };
      const before = spare.findIndex(c => Q.equal(c.value, calculation.value));
      const usable = given === null && before > 0 ? spare.slice(0, before) : [];
      const missing = usable.findLast(c => value !== null && Q.equal(c.value, value));
      if (missing === undefined) return given ?? { label: writtenAs(part), words: '' };
      add(missing, missing.of, null, 'added', new Map(missing.operands.map(({ node }) => [node, Q.printRational(node.value)])));
      return { from: links.length - 1 };
    };
    const parts = partsOf(calculation.expr) ?? { sign: '=', inputs: [calculation.expr] };
    const inputs = parts.inputs.map(input);
    placeOf.set(Q.printRational(calculation.value), links.length);
    links.push({ sign: parts.sign, inputs, expression: writtenAs(calculation.expr), ...resultOf(step, calculation), line, mark: own });
  };

  const inWords = (step: number) => {
    const words = plainWords(steps[step]?.text ?? '');
    return { inputs: [], sign: '', expression: '', label: '', words, line: step + 1, mark };
  };

  for (const [index, calculation] of graph.entries()) {
    if (bare !== null && calculation.step > bare && graph.slice(0, index).every(c => c.step < bare)) links.push(inWords(bare));
    const step = steps[calculation.step];
    const fromAbove = calculation.operands.flatMap(({ node, source }) => (source === null ? [] : [{ node, source }]));
    if (marked.has(index) || fromAbove.some(({ source }) => touched.has(source))) touched.add(index);
    const own = marked.has(index) ? mark : touched.has(index) && mark === 'wrong' ? 'carried' : 'plain';
    if (step) add(calculation, step, calculation.step + 1, own, new Map(fromAbove.map(({ node }) => [node, Q.printRational(node.value)])));
  }
  if (bare !== null && graph.every(c => c.step < bare)) links.push(inWords(bare));
  const taken = new Set(links.flatMap(({ inputs }) => inputs.flatMap(input => ('from' in input ? [links[input.from]?.label] : []))));
  return links.map((link, i) => ({ ...link, unused: i < links.length - 1 && link.label !== '' && !taken.has(link.label) }));
}

/** An operation and what goes into it; null for a number, however it is written. */
function partsOf(expr: Expr): { readonly sign: string; readonly inputs: readonly Expr[] } | null {
  switch (expr.kind) {
    case 'sum': {
      const minus = expr.terms.slice(1).filter(term => term.kind === 'negate').length;
      const sign = minus === 0 ? '+' : minus === expr.terms.length - 1 ? '−' : '+ −';
      return { sign, inputs: expr.terms.map((term, i) => (i > 0 && term.kind === 'negate' ? term.arg : term)) };
    }
    case 'product':
      return { sign: '×', inputs: expr.factors };
    case 'quotient':
      return isFraction(expr) ? null : { sign: '÷', inputs: [expr.num, expr.den] };
    case 'power':
      return { sign: '^', inputs: [expr.base, expr.exponent] };
    default:
      return null;
  }
}

/** `1/2` or `3/4` inside a calculation. */
const isShare = (expr: Expr): boolean =>
  expr.kind === 'quotient' && isNumber(expr.num) && isNumber(expr.den) && Q.compare(expr.num.value, expr.den.value) < 0;

const isNumber = (expr: Expr): expr is NumberExpr => expr.kind === 'number';
const isFraction = (expr: Expr & { kind: 'quotient' }): boolean => expr.bar && isNumber(expr.num) && isNumber(expr.den);

/** The result as it is written, with its unit, and the words before the calculation. */
function resultOf(step: Step, { claim, side, value }: Calculation): { label: string; words: string } {
  const span = claim.statement?.kind === 'chain' ? claim.statement.sides[side]?.span : undefined;
  const from = (span?.start ?? -1) - step.range.start;
  const to = (span?.end ?? -1) - step.range.start;
  const written = from >= 0 && to <= step.text.length ? plainWords(step.text.slice(from, to)) : '';
  const { before, unit } = wordsAround(step.text, claim.range.start - step.range.start, to);
  const label = /^[^\\{}]*\d[^\\{}]*$/.test(written) && written.length < 24 ? written : shown(value);
  return { label: unit === '' ? label : `${label} ${unit}`, words: before };
}
