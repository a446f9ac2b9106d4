import { num } from '../../math/build.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { lettersOf } from '../../math/tree.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Correction } from '../records.ts';
import { explainRepair, shown } from './explain.ts';
import type { Calculation } from './graph.ts';
import { hintsFor } from './hints.ts';
import { distinct, quantitiesIn } from './quantities.ts';
import { smallestRepair } from './repair.ts';
import type { Road } from './road.ts';

/** A solution whose answer is wrong, and what is known to be right. */
export interface Case {
  readonly solution: Solution;
  readonly graph: readonly Calculation[];
  readonly reference: readonly Calculation[];
  readonly answer: Q.Rational;
  readonly road: Road;
}

type LeftOut = Pick<Correction, 'explanation' | 'correctSteps' | 'witness' | 'hints' | 'verified'>;

/** The work stops at a number that one more calculation takes to the answer: that calculation, and the line with its result. Null for any other work. */
export function leftOut({ solution, graph, reference, answer }: Case, step: number): LeftOut | null {
  const { problem, steps } = solution;
  const text = steps[step]?.text ?? '';
  const said = quantitiesIn(text).findLast(q => /\d/.test(q.said) && graph.some(c => Q.equal(c.value, q.value)));
  const stop = said && graph.findLast(c => Q.equal(c.value, said.value));
  const goesOn = steps.slice(step).some(({ claims }) => claims.some(c => c.statement !== null && lettersOf(c.statement).length > 0));
  if (!stop || goesOn || graph.some(c => c.step >= step)) return null;
  const results = reference.map(c => ({ value: c.value, said: shown(c.value), cost: 0.1 }));
  const repair = smallestRepair(
    num(stop.value),
    answer,
    distinct([...quantitiesIn(problem), ...results].filter(q => !Q.equal(q.value, answer))),
  );
  if (repair?.kind !== 'extra') return null;
  const line = `${printPlain(repair.expr)} = ${shown(answer)}`;
  const at = text.lastIndexOf(said.said);
  const mended = `${text.slice(0, at)}${shown(answer)}${text.slice(at + said.said.length)}`;
  const earlier = graph.filter(c => c.step < step);
  const what = explainRepair({ problem, earlier, reference }, { ...stop, expr: num(stop.value) }, repair).replace(
    /^This line leaves out/,
    'What is left out is',
  );
  return {
    explanation: `${shown(stop.value)} is not yet what is asked for: a step is left out before this line. ${what} ${line}, the known answer.`,
    correctSteps: [line, mended, ...steps.slice(step + 1).map(s => s.text)],
    witness: { kind: 'repair', written: shown(stop.value), instead: shown(answer), answer: shown(answer) },
    hints: hintsFor({ problem, step, calculation: stop, earlier, repair, cause: null, value: answer, line }),
    verified: true,
  };
}
