import { type Scored, score } from '../../src/lema/score.ts';
import { lemaProtocol } from '../../src/model/protocol/lema.ts';
import { isReading } from '../../src/model/protocol/protocol.ts';
import { askToSolve, readSolution } from '../../src/model/protocol/solve.ts';
import { type Problem, problemsOf, type Split } from './problems.ts';
import { wrongOf } from './rows.ts';

/** A problem to be solved, a wrong solution of it whose first wrong step is known, and a right one. */
export interface Case {
  readonly problem: Problem;
  readonly wrong: { readonly steps: readonly string[]; readonly first: number };
}

/** Cases of a split that is not trained on. */
export function casesOf(split: Exclude<Split, 'train'>, count: number): Case[] {
  const cases: Case[] = [];
  for (const problem of problemsOf(split, 0)) {
    if (cases.length === count) break;
    const wrong = wrongOf(problem);
    if (wrong) cases.push({ problem, wrong: { steps: wrong.steps, first: wrong.first_error } });
  }
  return cases;
}

/** What a model is asked: to solve each problem, and to judge a wrong and a right solution of it. */
export const promptsOf = (cases: readonly Case[]) =>
  cases.flatMap(({ problem, wrong }, i) => [
    { id: `solve-${i}`, prompt: askToSolve(problem.problem) },
    { id: `wrong-${i}`, prompt: lemaProtocol.write({ problem: problem.problem, steps: wrong.steps }) },
    { id: `right-${i}`, prompt: lemaProtocol.write({ problem: problem.problem, steps: problem.steps }) },
  ]);

export interface Reply {
  readonly id: string;
  readonly reply: string;
  readonly complete: boolean;
}

/** What one model did with one case. */
export interface Outcome {
  readonly solved: boolean;
  readonly wrong: Scored;
  readonly right: Scored;
  /** The first wrong step is named, and the correction ends in the right answer. */
  readonly corrected: boolean;
  /** How many of its two judgements could not be read. */
  readonly unread: number;
}

export function outcomesOf(cases: readonly Case[], replies: readonly Reply[]): Outcome[] {
  const byId = new Map(replies.map(reply => [reply.id, reply]));
  return cases.map(({ problem, wrong }, i) => {
    const stated = readSolution(byId.get(`solve-${i}`)?.reply ?? '').stated;
    const judge = (what: 'wrong' | 'right') => {
      const said = byId.get(`${what}-${i}`);
      const reading = lemaProtocol.read(said?.reply ?? '', said?.complete ?? false);
      return isReading(reading) ? reading : null;
    };
    const [onWrong, onRight] = [judge('wrong'), judge('right')];
    const scored = (what: string, label: Scored['label'], step: number | null | undefined): Scored => ({
      id: `${what}-${i}`,
      category: problem.topic,
      label,
      found: typeof step === 'number' ? step - 1 : -1,
      unjudged: 0,
      steps: problem.steps.length,
      ms: 0,
    });
    return {
      solved: stated !== null && Number(stated.replace(/^\$|^[a-z] = /, '')) === Number(problem.answer),
      wrong: scored('wrong', { from: wrong.first, to: wrong.first }, onWrong?.step),
      right: scored('right', 'right', onRight?.step),
      corrected: onWrong?.step === wrong.first + 1 && Number(onWrong.answer?.replace(/^\$|^[a-z] = /, '')) === Number(problem.answer),
      unread: Number(onWrong === null) + Number(onRight === null),
    };
  });
}

/** Shares between 0 and 1. `f1` is the harmonic mean of exact location and of right solutions left alone. */
export const MEASURES = ['solved', 'exact', 'accused', 'f1', 'corrected', 'unread'] as const;
export type Measures = Readonly<Record<(typeof MEASURES)[number], number>>;

export function measuresOf(outcomes: readonly Outcome[]): Measures {
  const n = outcomes.length;
  const { exact, accused, f1 } = score(outcomes.flatMap(({ wrong, right }) => [wrong, right]));
  return {
    solved: outcomes.filter(({ solved }) => solved).length / n,
    exact: exact / n,
    accused: accused / n,
    f1: exact === 0 ? 0 : f1,
    corrected: outcomes.filter(({ corrected }) => corrected).length / n,
    unread: outcomes.reduce((sum, { unread }) => sum + unread, 0) / (2 * n),
  };
}
