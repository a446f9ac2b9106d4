import { printLatex } from '../../math/print.ts';
import type { Correction } from '../records.ts';
import { explainRepair, shown } from './explain.ts';
import { twofold } from './further.ts';
import { hintsFor } from './hints.ts';
import type { Case } from './leftOut.ts';

type Told = Pick<Correction, 'explanation' | 'correctSteps' | 'witness' | 'at' | 'replacement' | 'hints' | 'verified'>;

/** What is said of work in which the blamed line and a later one are to be changed for the answer to come out. Null for any other work. */
export function twofoldCorrection(known: Case, step: number): Told | null {
  const { solution, graph, reference, answer } = known;
  const found = twofold(known, step);
  if (!found) return null;
  const { first, second, lines } = found;
  const { problem } = solution;
  const earlier = graph.slice(0, graph.indexOf(first.calculation));
  const [written, instead] = [shown(first.calculation.value), shown(first.value)];
  const line = second.calculation.step + 1;
  const why = explainRepair({ problem, earlier, reference }, first.calculation, first.repair);
  const also = explainRepair({ problem, earlier: found.earlier, reference }, second.calculation, second.repair);
  return {
    explanation: `${why} With ${instead} instead of ${written} here, line ${line} needs a change too. ${also.replace(/^This line/, `Line ${line}`)} Then your lines give ${shown(answer)}, the known answer.`,
    correctSteps: [...lines],
    witness: {
      kind: 'repair',
      written,
      instead,
      answer: shown(answer),
      also: { step: second.calculation.step, written: shown(second.calculation.value), instead: shown(second.value) },
    },
    at: first.calculation.claim.range,
    replacement: printLatex(first.repair.expr),
    hints: hintsFor({
      problem,
      step,
      calculation: first.calculation,
      earlier,
      repair: first.repair,
      cause: null,
      value: first.value,
      line: lines[0] ?? null,
    }),
    verified: true,
  };
}
