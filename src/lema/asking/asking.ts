import type { z } from 'zod';
import type { Message, ReplySchema, ReplyText } from '../../model/port.ts';
import { valueHash } from '../files/digest.ts';
import type { Made } from '../files/stage.ts';
import type { asked } from '../records.ts';

/** All that a model's reply depends on. */
export interface Question {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly temperature: number;
  readonly seed: number;
  /** Length of the reply in tokens. */
  readonly maxTokens: number;
  readonly schema?: ReplySchema;
}

/** A model's reply, and how it was asked for. */
export interface Answer extends ReplyText {
  readonly asked: z.infer<typeof asked>;
}

/** Why a question has no reply. It is a matter of this question alone. */
export interface NoAnswer {
  readonly fault: string;
}

/** A stage that asks models: what it asks of one input, and the rows that the replies give. It is the same whether they come at once or as the file of a batch. */
export interface AskingStage<In, File extends string> {
  /** Stands in the ids of its requests: letters only. */
  readonly name: string;
  questions(input: In): readonly Question[];
  /** What is asked once those are answered, where it depends on the answers. */
  readonly next?: {
    questions(input: In, answers: readonly (Answer | NoAnswer)[]): readonly Question[];
    /** About what that will be, for an estimate. */
    about(input: In): readonly Question[];
  };
  /** @param answers one for each question, in their order. */
  rows(input: In, answers: readonly (Answer | NoAnswer)[]): Made<File>;
}

/** Asks one question. @throws StageError when nothing more can be asked. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Answer | NoAnswer>;

/** What is to be done with one input when its replies come at once: the `work` of a stage. */
export const askedAtOnce =
  <In, File extends string>({ questions, next, rows }: AskingStage<In, File>, ask: Ask) =>
  async (input: In, _place: number, signal: AbortSignal): Promise<Made<File>> => {
    const all = (asked: readonly Question[]) => Promise.all(asked.map(question => ask(question, signal)));
    const answers = await all(questions(input));
    return rows(input, [...answers, ...(await all(next?.questions(input, answers) ?? []))]);
  };

/** How several replies were asked for: as the first of them, with the tokens of all. Null when none came. */
export function askedTogether(answers: readonly (Answer | NoAnswer)[]): Answer['asked'] | null {
  const all = answers.flatMap(answer => ('asked' in answer ? [answer.asked] : []));
  const [first] = all;
  if (!first) return null;
  const sum = (key: 'in' | 'out'): number => all.reduce((so, { tokens }) => so + (tokens?.[key] ?? 0), 0);
  return { ...first, tokens: all.some(({ tokens }) => tokens) ? { in: sum('in'), out: sum('out') } : null };
}

/** Hash of messages, 16 hexadecimal digits. */
export const promptHash = (messages: readonly Message[]): string => valueHash(messages.map(({ role, content }) => [role, content]));
