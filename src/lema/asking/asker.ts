import { ModelError } from '../../model/errors.ts';
import type { AskPort, Tokens } from '../../model/port.ts';
import { type Made, StageError } from '../files/stage.ts';
import { type Ask, promptHash, type Question } from './asking.ts';
import type { Budget } from './budget.ts';
import { patient, ServerGone } from './patience.ts';

export interface AskerOptions {
  /** The models that can be asked, by name. */
  readonly ports: ReadonlyMap<string, AskPort>;
  /** Questions at a time for each server. */
  readonly concurrency: number;
  /** Time for one question in milliseconds. */
  readonly deadlineMs: number;
  readonly budget: Budget;
  /** How long a server that is away is waited for, see `patient`. */
  readonly waits?: readonly number[];
  readonly now?: () => Date;
}

/** Asks models: so many questions at a time for each server, within the budget, again after a passing fault. A server that is gone for good ends the stage. */
export function askerFor({ ports, concurrency, deadlineMs, budget, waits, now = () => new Date() }: AskerOptions): Ask {
  const gates = new Map([...ports.values()].map(({ where }) => [where, gateOf(concurrency)]));
  const open = new Map([...ports].map(([model, port]) => [model, { port: patient(port, waits), gate: gates.get(port.where) }]));
  return async (question, signal) => {
    const { port, gate } = open.get(question.model) ?? {};
    if (!port || !gate) return { fault: `nobody offers the model ${question.model}` };
    await gate.enter(signal);
    try {
      return await once(port, question, signal);
    } finally {
      gate.leave();
    }
  };

  async function once(port: AskPort, question: Question, signal: AbortSignal): ReturnType<Ask> {
    const { messages, temperature, seed, maxTokens, schema } = question;
    const most = mostOf(question);
    await budget.reserve(most, signal);
    let tokens: Tokens | null = null;
    let spent: Tokens = { in: 0, out: 0 };
    const onUsage = (told: Tokens): void => {
      tokens = { in: told.in, out: told.out };
    };
    try {
      const options = { signal, deadlineMs, temperature, seed, maxTokens, onUsage, whole: true, ...(schema ? { schema } : {}) };
      const [reply = { text: '', complete: false }] = await port.ask(messages, options);
      spent = tokens ?? { in: guess(question), out: tokensIn(reply.text) };
      const asked = { model: question.model, prompt: promptHash(messages), seed, temperature, at: now().toISOString(), tokens };
      return { ...reply, asked };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ServerGone) throw new StageError(`${error.message} What is done is kept: the same command goes on from there.`);
      if (!(error instanceof ModelError)) throw error;
      spent = { in: guess(question), out: 0 };
      return { fault: error.message };
    } finally {
      budget.settle(most, spent);
    }
  }
}

/** Characters of a token, as a rule. */
const CHARACTERS = 4;

/** About how many tokens a text has. */
export const tokensIn = (text: string): number => Math.ceil(text.length / CHARACTERS);

const lengthOf = ({ messages }: Question): number => messages.reduce((sum, { content }) => sum + content.length, 0);
const guess = (question: Question): number => Math.ceil(lengthOf(question) / CHARACTERS);

/** The most that a question may take: text that is all figures has twice as many tokens as other text. */
const mostOf = (question: Question): Tokens => ({ in: 2 * guess(question), out: question.maxTokens });

/** What the replies took of which these are the rows. */
export function spentOn(made: Made<string>): Tokens {
  const sum = { in: 0, out: 0 };
  for (const { row } of made) {
    const tokens = (row as WithTokens).asked?.tokens ?? (row as { row?: WithTokens }).row?.asked?.tokens;
    sum.in += tokens?.in ?? 0;
    sum.out += tokens?.out ?? 0;
  }
  return sum;
}
type WithTokens = { readonly asked?: { readonly tokens?: Tokens | null } | null };

/** Lets so many in at a time, the others in their order. */
function gateOf(most: number): { enter(signal: AbortSignal): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    async enter(signal) {
      if (inside >= most) await new Promise<void>(resolve => waiting.push(resolve));
      else inside++;
      if (!signal.aborted) return;
      this.leave();
      signal.throwIfAborted();
    },
    leave() {
      const next = waiting.shift();
      if (next) next();
      else inside--;
    },
  };
}
