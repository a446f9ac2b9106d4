import { ModelError } from '../model/errors.ts';
import type { AskPort, Message, ReplyText } from '../model/port.ts';
import { isReading, type Protocol, type Reading, type Task, type Unread } from '../model/protocol/protocol.ts';
import { vote } from '../model/vote.ts';
import type { Solution } from '../solution/solution.ts';
import type { Corrector } from './corrector.ts';
import type { Agreement, Correction, Finding } from './records.ts';
import { verifyCorrection } from './verify.ts';

export interface ModelCorrectorOptions {
  readonly protocol: Protocol;
  /** Replies to sample; what more than half of them say counts. Default 1. */
  readonly samples?: number;
  /** Called with each piece of the first reply as it arrives. */
  readonly onToken?: (text: string) => void;
}

/** Characters of a problem and its steps that are still sent. */
const TASK_LIMIT = 100_000;

/** Spread of the replies when several are sampled; a single one is the most likely one. */
const SAMPLING_TEMPERATURE = 0.7;

/**
 * A corrector that asks a model. Its findings have evidence `model`: opinions, until the judge has weighed them. The model is told the problem and the
 * student's steps, never the known answer. A correction goes through the checker; one that is refuted is sent back once with the refutation, and if
 * nothing better comes it is `verified: false`. Rejects with a `ModelError` when the model cannot be asked or says nothing that can be understood.
 */
export function modelCorrector(port: AskPort, { protocol, samples = 1, onToken }: ModelCorrectorOptions): Corrector {
  return {
    async correct(solution, { signal, deadlineMs, now }) {
      if (solution.steps.length === 0) return { kind: 'undecided', judged: 0, message: 'There are no steps to ask the model about.' };
      const end = now() + deadlineMs;
      const messages = protocol.write(taskOf(solution, port));
      const ask = (said: readonly Message[], n: number): Promise<readonly ReplyText[]> =>
        port.ask(said, {
          signal,
          deadlineMs: end - now(),
          n,
          temperature: n > 1 ? SAMPLING_TEMPERATURE : 0,
          ...(protocol.schema ? { schema: protocol.schema } : {}),
          ...(onToken ? { onToken } : {}),
        });
      const replies = await ask(messages, samples);
      const read = replies.map(reply => ({ reply, reading: readReply(protocol, reply, solution.steps.length) }));
      const readings = read.map(({ reading }) => reading).filter(isReading);
      if (readings.length === 0) throw notUnderstood(port, read[0]?.reading);
      const elected = vote(readings, samples);
      if (elected === null) return { kind: 'undecided', judged: 0, message: `The ${samples} replies of ${port.name} do not agree.` };
      const { reading, votes } = elected;
      const agreement = { votes, samples };
      const proposed = proposalOf(reading);
      if (proposed === null) return { kind: 'correct', evidence: 'model', agreement };
      const first = verifyCorrection(solution, proposed);
      if (first.kind !== 'refuted') return findingOf(port, proposed, first.kind === 'accepted', agreement);
      const reply = read.find(candidate => candidate.reading === reading)?.reply.text ?? '';
      const second = await secondTry([...messages, { role: 'assistant', content: reply }, sentBack(first.why)], said => ask(said, 1));
      const again = second && readReply(protocol, second, solution.steps.length);
      const better = again && isReading(again) ? proposalOf(again) : null;
      const accepted = better?.step === proposed.step && verifyCorrection(solution, better).kind === 'accepted';
      return accepted && better ? findingOf(port, better, true, agreement) : findingOf(port, proposed, false, agreement);
    },
  };
}

/** What a model is told of a solution. @throws ModelError when it is too long to be sent. */
export function taskOf({ problem, steps, statedAnswer }: Solution, { where }: Pick<AskPort, 'where'>): Task {
  const task = { problem, steps: steps.map(({ text }) => text), ...(statedAnswer ? { stated: statedAnswer.text } : {}) };
  const length = task.steps.reduce((sum, text) => sum + text.length, problem.length);
  if (length > TASK_LIMIT) throw new ModelError('too-long', where, `${length} characters`);
  return task;
}

/** A reading whose step is one of the student's. */
export function readReply(protocol: Protocol, { text, complete }: ReplyText, steps: number): Reading | Unread {
  const reading = protocol.read(text, complete);
  if (!isReading(reading) || reading.step === null || (reading.step >= 1 && reading.step <= steps)) return reading;
  return { problem: 'nonsense', why: `it points to step ${reading.step}, and there ${steps === 1 ? 'is 1 step' : `are ${steps} steps`}` };
}

function notUnderstood({ where }: AskPort, unread: Reading | Unread | undefined): ModelError {
  return unread && !isReading(unread)
    ? new ModelError(unread.problem, where, unread.why)
    : new ModelError('nonsense', where, 'the reply is empty');
}

interface Proposal {
  readonly step: number;
  readonly explanation: string;
  readonly correctSteps: readonly string[];
  readonly answer: string | null;
}

const proposalOf = ({ step, ...rest }: Reading): Proposal | null => (step === null ? null : { ...rest, step: step - 1 });

const sentBack = (why: string): Message => ({
  role: 'user',
  content: `Your correction was checked by a program: ${why}. Give your whole answer again, in the same form.`,
});

/** A model that fails the second time has still said what it said the first time; only the caller's cancelling ends it all. */
async function secondTry(
  said: readonly Message[],
  ask: (said: readonly Message[]) => Promise<readonly ReplyText[]>,
): Promise<ReplyText | null> {
  try {
    return (await ask(said))[0] ?? null;
  } catch (error) {
    if (error instanceof ModelError && error.reason !== 'aborted') return null;
    throw error;
  }
}

function findingOf(port: AskPort, { step, explanation, correctSteps, answer }: Proposal, verified: boolean, agreement: Agreement): Finding {
  const [first] = correctSteps;
  const hints: Correction['hints'] = [{ rung: 'where', text: `Look at step ${step + 1} once more.` }];
  if (first !== undefined) hints.push({ rung: 'correction', text: first });
  return {
    kind: 'mistake',
    correction: {
      step,
      mistake: null,
      explanation: `${explanation} (This is the opinion of the model ${port.name}${verified ? '' : ', and its correction was not confirmed'}.)`,
      correctSteps: [...correctSteps],
      answer,
      evidence: 'model',
      witness: null,
      hints,
      at: null,
      replacement: null,
      verified,
      agreement,
    },
  };
}
