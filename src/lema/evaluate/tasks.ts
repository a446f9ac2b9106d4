import { type Protocol, protocolFor } from '../../model/protocol/protocol.ts';
import { askToSolve } from '../../model/protocol/solve.ts';
import { judgeAnswer } from '../answers.ts';
import { promptHash } from '../asking/asking.ts';
import type { ProblemRow } from '../records.ts';
import { isExact } from '../score.ts';
import { type Case, caseOf, type LabelledRow } from './case.ts';
import { tallyOf } from './measures.ts';
import { type Arm, type Opinion, unlessUnanswered, type Weighing, weigh } from './outcome.ts';
import type { Item } from './run.ts';

/** A labelled solution as it stands in a file. */
export interface LabelledSolution {
  readonly row: LabelledRow;
  readonly label: Case['label'];
  readonly category: string;
}

export interface Locating extends Omit<Weighing, 'port'> {
  /** The checker is told the known answer and the reference solution. The model never is. */
  readonly tellAll: boolean;
  /** Told what the model says. */
  readonly onSaid?: (said: string) => void;
}

/** A labelled solution as a thing to ask about. It is read only when it is its turn. */
export function locating({ row, label, category }: LabelledSolution, place: number, { tellAll, onSaid, ...weighing }: Locating): Item {
  const exact = ({ found }: Opinion): boolean => isExact({ label, found });
  return {
    place,
    id: row.id,
    category,
    async ask(port, signal) {
      const outcome = await weigh(caseOf(row, label, tellAll), { ...weighing, port }, signal);
      if ('cause' in outcome) return outcome;
      onSaid?.(outcome.said);
      const opinions = Object.entries(outcome.opinions) as [Arm, Opinion][];
      return {
        found: Object.fromEntries(opinions.map(([arm, { found }]) => [arm, found])),
        counts: Object.fromEntries(opinions.map(([arm, opinion]) => [arm, tallyOf(label !== 'right', exact(opinion), opinion)])),
      };
    },
  };
}

/** The one arm of solving. */
export const SOLVER = 'solving';

/** A problem as a thing to be solved. A reply that states no answer is answered, and not right. */
export function solving({ id, problem, answer, topic }: ProblemRow, place: number, deadlineMs: number): Item {
  return {
    place,
    id,
    category: topic ?? '',
    ask: (port, signal) =>
      unlessUnanswered(async () => {
        const [reply] = await port.ask(askToSolve(problem), { signal, deadlineMs });
        const { strict, flexible } = judgeAnswer(reply?.text ?? '', answer);
        return { counts: { [SOLVER]: { answered: 1, strict: strict === 'right' ? 1 : 0, flexible: flexible === 'right' ? 1 : 0 } } };
      }),
  };
}

/** Hash of the messages about one fixed problem: it changes with every change of the prompt. */
export function promptOf(protocol: Protocol['name'] | 'solve'): string {
  const problem = 'What is 1 + 1?';
  return promptHash(protocol === 'solve' ? askToSolve(problem) : protocolFor('', protocol).write({ problem, steps: ['1 + 1 = 2'] }));
}
