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
  /** @param answers one for each question, in their order. */
  rows(input: In, answers: readonly (Answer | NoAnswer)[]): Made<File>;
}

/** Asks one question. @throws StageError when nothing more can be asked. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Answer | NoAnswer>;

/** What is to be done with one input when its replies come at once: the `work` of a stage. */
export const askedAtOnce =
  <In, File extends string>({ questions, rows }: AskingStage<In, File>, ask: Ask) =>
  async (input: In, _place: number, signal: AbortSignal): Promise<Made<File>> =>
    rows(input, await Promise.all(questions(input).map(question => ask(question, signal))));

/** Hash of messages, 16 hexadecimal digits. */
export const promptHash = (messages: readonly Message[]): string => valueHash(messages.map(({ role, content }) => [role, content]));
