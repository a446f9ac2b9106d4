import { type Protocol, protocolFor } from '../../model/protocol/protocol.ts';
import { askToSolve } from '../../model/protocol/solve.ts';
import { judgeAnswer } from '../answers.ts';
import { promptHash } from '../asking/asking.ts';
import type { ProblemRow } from '../records.ts';
import { isExact } from '../score.ts';
import type { Case } from './case.ts';
import { tallyOf } from './measures.ts';
import { type Arm, type Opinion, unlessUnanswered, type Weighing, weigh } from './outcome.ts';
import type { Item } from './run.ts';

/** A labelled solution as a thing to ask about. @param onSaid told what the model says of it. */
export function locating(one: Case, place: number, weighing: Omit<Weighing, 'port'>, onSaid?: (said: string) => void): Item {
  const { id, category, label } = one;
  const exact = ({ found }: Opinion): boolean => isExact({ label, found });
  return {
    place,
    id,
    category,
    async ask(port, signal) {
      const outcome = await weigh(one, { ...weighing, port }, signal);
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
