import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { readRow } from '../../solution/read.ts';
import type { Solution } from '../../solution/solution.ts';
import { carryThrough, lastNumber } from '../continue/carry.ts';
import { shown } from './explain.ts';
import { type Calculation, graphOf } from './graph.ts';
import type { Repair } from './repair.ts';

/** The number a line ends with. */
export function numberAt(text: string): Q.Rational | null {
  const end = lastNumber(text);
  return end === null ? null : Q.parseDecimal(end.replace(/,/g, ''));
}

/** A value in the place of a calculation is written as one, `30 + 0 = 30`, while its result is carried on. */
const AS_SUM = /[-−]?\d[\d.]* \+ 0 = /;

/** An answer line under work that ends in the known answer says so too. */
function withFinal(lines: readonly string[], graph: readonly Calculation[], answer: Q.Rational): readonly string[] {
  const last = lines.at(-1) ?? '';
  const reached = graph.at(-1);
  const said = numberAt(last);
  if (said && Q.equal(said, answer)) return lines;
  if (!reached || reached.step === lines.length - 1 || !Q.equal(reached.value, answer) || !ANSWER_LINE.test(last)) return lines;
  return [...lines.slice(0, -1), last.replace(ANSWER_LINE, (_, label: string) => `${label}${shown(answer)}`)];
}

const ANSWER_LINE = /^(\s*(?:(?:a|ans|answer)\s*[:.=]|####)?\s*\$?)[-−]?\d[\d,]*(?:\.\d+)?\s*$/i;

/** The student's own lines from this step on, with the repaired calculation in the first and its result carried through the rest. Null unless they end in the answer. */
export function corrected(solution: Solution, calculation: Calculation, repair: Repair, answer: Q.Rational): readonly string[] | null {
  const lines = carried(solution, calculation, repair);
  if (!lines) return null;
  const [first = '', ...rest] = withFinal(lines, graphOf(readRow({ id: solution.id, problem: '', steps: lines }).solution.steps), answer);
  const value = numberAt(rest.at(-1) ?? first);
  return value && Q.equal(value, answer) ? [first, ...rest] : null;
}

/**
 * The same lines, wherever they end. The words before the calculation are read once, as they were written: with another calculation behind them they
 * might be read another way.
 */
export function carried(solution: Solution, { step, claim, expr }: Calculation, repair: Repair): readonly string[] | null {
  const text = solution.steps[step]?.text ?? '';
  const offset = solution.steps[step]?.range.start ?? 0;
  const from = expr.span.start - offset;
  const to = expr.span.end - offset;
  const begin = Math.min(from, claim.range.start - offset);
  if (begin < 0 || to > text.length) return null;
  const sign = /[×*]/.exec(text.slice(from, to))?.[0] ?? '×';
  const isValue = repair.expr.kind === 'number';
  const written = `${printPlain(repair.expr).replaceAll(' · ', ` ${sign} `)}${isValue ? ' + 0' : ''}`;
  const mended = `${text.slice(begin, from)}${written}${text.slice(to)}`;
  const lines = solution.steps.map((s, i) => (i === step ? mended : s.text));
  const again = readRow({ id: solution.id, problem: solution.problem, steps: lines }).solution;
  const [begun] = again.steps[step]?.claims ?? [];
  const calculation = graphOf(again.steps).find(c => c.step === step && c.claim === begun);
  const done = calculation ? carryThrough(again.steps, step, calculation.claim, calculation.side) : null;
  if (!done) return null;
  const [first = '', ...rest] = done.steps;
  return [text.slice(0, begin) + (isValue ? first.replace(AS_SUM, '') : first), ...rest];
}
