import { askToEvolve, type Operation, readEvolved } from '../../model/protocol/evolve.ts';
import { askToSolve, readSolution } from '../../model/protocol/solve.ts';
import { answersOf, verdictOn } from '../answers.ts';
import { type Answer, type AskingStage, askedTogether, type NoAnswer, type Question } from '../asking/asking.ts';
import { faultOfRight, judgeSteps } from '../correct/filter.ts';
import { createSeen } from '../files/seen.ts';
import type { Made } from '../files/stage.ts';
import { markOf } from '../problems.ts';
import type { CorrectionRow, ProblemRow } from '../records.ts';
import { type EvolveFile, isTooLike, type Reason } from './evolve.ts';
import type { createTestSet } from './grams.ts';

/** How models make new problems. */
export interface Rewriting {
  /** They take turns, in writing problems and in solving each. */
  readonly models: readonly string[];
  readonly operations: readonly Operation[];
  /** New problems of each mistake. */
  readonly count: number;
  /** Solutions of each new problem, and how many of them must agree on its answer. */
  readonly votes: number;
  readonly agree: number;
  readonly seed: number;
  readonly maxTokens: number;
}

/** One new problem that is wanted, of a problem that produced a mistake. */
export interface Rewrite {
  readonly row: CorrectionRow;
  readonly operation: Operation;
  readonly place: number;
}

/** Mistakes of one problem that count. */
const MOST_OF_ONE = 8;
/** Spread of the replies: each is to be another problem, and another road to its answer. */
const TEMPERATURE = 0.7;

/**
 * The new problems that are wanted: as many for each mistake, so that a problem has the more of them the more often it was got wrong. A mistake stands for
 * itself once; planted ones tell nothing of how hard a problem is, and count as one.
 */
export async function* rewritesOf(rows: AsyncIterable<CorrectionRow>, { count, operations, seed }: Rewriting): AsyncGenerator<Rewrite> {
  const seen = createSeen();
  const isNew = (problem: string, ...more: readonly string[]): boolean => seen.add(markOf([problem, ...more].join('\n')));
  let place = 0;
  for await (const row of rows) {
    if (row.first_error < 0) continue;
    const { problem, first_error, steps } = row;
    const isFirst = isNew(problem);
    if (row.from === 'planted' ? !isFirst : !isNew(problem, String(first_error), steps[first_error] ?? '')) continue;
    if (!Array.from({ length: MOST_OF_ONE }).some((_, n) => isNew(problem, `mistake ${n}`))) continue;
    for (let i = 0; i < count; i++) {
      const operation = operations[(seed + place) % operations.length];
      if (operation) yield { row, operation, place };
      place++;
    }
  }
}

/** Has models write new problems, and solve each several times: its answer is what enough of the solutions agree on in which no step is refuted. */
export function rewriting(
  { models, votes, agree, seed, maxTokens }: Rewriting,
  tests: ReturnType<typeof createTestSet>,
): AskingStage<Rewrite, EvolveFile> {
  const asked = (turn: number, messages: Question['messages'], own: number): Question[] => {
    const model = models[turn % models.length];
    return model === undefined ? [] : [{ model, messages, temperature: TEMPERATURE, seed: own, maxTokens }];
  };
  const solving = (problem: string): readonly Question[] =>
    Array.from({ length: votes }, (_, i) => asked(i, askToSolve(problem), seed + i)).flat();
  /** The new problem, or why there is none. */
  const written = (row: CorrectionRow, answer: Answer | NoAnswer | undefined): { readonly problem: string } | Reason => {
    const problem = answer && 'text' in answer && answer.complete ? readEvolved(answer.text) : null;
    if (problem === null) return 'no-problem';
    return isTooLike(row.problem, problem) ? 'too-like' : tests.holds(problem) ? 'in-test' : { problem };
  };
  return {
    name: 'evolve',
    questions: ({ row, operation, place }) => asked(place, askToEvolve(row.problem, row.explanation, operation), seed + place),
    next: {
      questions({ row }, [answer]) {
        const made = written(row, answer);
        return typeof made === 'string' ? [] : solving(made.problem);
      },
      about: ({ row }) => solving(row.problem),
    },
    rows({ row, operation, place }, [answer, ...solutions]): Made<EvolveFile> {
      const { problem_id, topic, licence, source } = row;
      const told = askedTogether(answer ? [answer, ...solutions] : solutions);
      const made = written(row, answer);
      const rejected = (reason: Reason, more: object): Made<EvolveFile> => [
        { to: 'rejected', row: { reason, row: { problem_id, operation, ...more, ...(told ? { asked: told } : {}) } } },
      ];
      if (typeof made === 'string') return rejected(made, replyOf(answer));
      const { problem } = made;
      const agreed = agreedOn(problem, solutions, agree);
      if ('reason' in agreed) return rejected(agreed.reason, { problem, answers: agreed.answers });
      const own: ProblemRow = {
        id: `${problem_id}-e${place + 1}`,
        problem,
        answer: agreed.answer,
        solution: [...agreed.solution],
        ...(topic == null ? {} : { topic }),
        votes: [agreed.votes, votes],
        ...(told ? { asked: told } : {}),
        ...(licence == null ? {} : { licence }),
        source: `evolved by ${told?.model ?? 'a model'} (${operation}): ${source ?? problem_id}`,
      };
      return [{ to: 'problems', row: own }];
    },
  };
}

const replyOf = (answer: Answer | NoAnswer | undefined): object =>
  answer && 'text' in answer ? { reply: answer.text } : { fault: answer?.fault ?? 'no reply came' };

/** The answer that at least so many solutions end in of which no step is refuted, and no other answer as many; or why there is none, with what they end in. */
function agreedOn(problem: string, replies: readonly (Answer | NoAnswer)[], least: number) {
  const ended = replies.flatMap(reply => {
    const answer = 'text' in reply && reply.complete ? answersOf(reply.text).flexible : null;
    return 'text' in reply && answer !== null && /\d/.test(answer) ? [{ answer, solution: readSolution(reply.text).steps }] : [];
  });
  const answers = ended.map(({ answer }) => answer);
  const sound = ended.flatMap(({ answer, solution }) => {
    const judged = judgeSteps(problem, solution);
    const undecided = judged.verdicts.filter(({ verdict }) => verdict.kind === 'unjudged').length;
    return faultOfRight(judged, { answer }, true) === null ? [{ answer, solution, undecided }] : [];
  });
  if (sound.length === 0) return { reason: ended.length === 0 ? ('unsolved' as const) : ('all-refuted' as const), answers };
  const groups = sound.map(({ answer }) => sound.filter(other => verdictOn(other.answer, answer) === 'right'));
  const most = Math.max(...groups.map(group => group.length));
  const [first, ...others] = groups.filter(group => group.length === most);
  const [best] = (first ?? []).toSorted((a, b) => a.undecided - b.undecided);
  if (!first || !best || most < least || others.some(group => !group.includes(best))) return { reason: 'no-agreement' as const, answers };
  return { answer: best.answer, solution: best.solution, votes: most };
}
