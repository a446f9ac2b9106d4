import type { Message } from '../../model/port.ts';
import { oneLine } from '../../model/protocol/fence.ts';
import { lemaProtocol, writeLemaReply } from '../../model/protocol/lema.ts';
import { isReading, type Reading } from '../../model/protocol/protocol.ts';
import { cleanAnswer } from '../../model/protocol/reply.ts';
import { askToSolve, readSolution, writeSolution } from '../../model/protocol/solve.ts';
import { statedStep } from '../../solution/row.ts';
import type { CorrectionRow } from '../records.ts';

/** What a model is told, and what it should say to that. */
export interface Example {
  readonly prompt: readonly Message[];
  readonly completion: string;
}

/** Why a row gives no example. */
export type Unfit = 'incomplete' | 'not read back' | 'marks of a chat template';

/** What a tokenizer may take for the end of a message, or for another's words. */
const TEMPLATE_MARK = /<[|｜][\w▁ -]{1,40}[|｜]>|<\/?(?:s|bos|eos|think|start_of_turn|end_of_turn)>|\[\/?INST\]|<<\/?SYS>>/i;

/** The example of a correction: the words that the extension sends for the same solution, and the reply in the form that it reads. */
export function correctionExample(row: CorrectionRow): Example | Unfit {
  const { problem, steps, first_error: at } = row;
  const isRight = at === -1;
  if (steps.length === 0 || at < -1 || at >= steps.length) return 'incomplete';
  if (!isRight && (oneLine(row.explanation) === '' || row.correct_steps.length === 0)) return 'incomplete';
  const stated = row.stated ?? statedStep(steps);
  const prompt = lemaProtocol.write({ problem, steps, ...(stated === undefined ? {} : { stated }) });
  const reading: Reading = isRight
    ? { step: null, explanation: '', correctSteps: [], answer: null }
    : {
        step: at + 1,
        explanation: oneLine(row.explanation),
        correctSteps: row.correct_steps.map(oneLine),
        answer: cleanAnswer(oneLine(row.answer ?? '')),
      };
  const completion = writeLemaReply(reading);
  if (TEMPLATE_MARK.test(completion)) return 'marks of a chat template';
  const back = lemaProtocol.read(completion, true);
  return isReading(back) && isSame(back, reading) ? { prompt, completion } : 'not read back';
}

const isSame = (a: Reading, b: Reading): boolean =>
  a.step === b.step && a.explanation === b.explanation && a.answer === b.answer && sameTexts(a.correctSteps, b.correctSteps);

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i]);

/** The example of a right solution: how a problem is solved (the chain of thought of arXiv 2310.20689). */
export function solvedExample(problem: string, solution: readonly string[], answer: string): Example | Unfit {
  const steps = solution.map(oneLine).filter(step => step !== '');
  const clean = cleanAnswer(oneLine(answer));
  if (steps.length === 0 || clean === null || problem.trim() === '') return 'incomplete';
  const completion = writeSolution(steps, clean);
  if (TEMPLATE_MARK.test(completion)) return 'marks of a chat template';
  const back = readSolution(completion);
  return back.stated === clean && sameTexts(back.steps, steps) ? { prompt: askToSolve(problem), completion } : 'not read back';
}
