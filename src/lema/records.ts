import { z } from 'zod';

/** Steps are as everywhere: their numbers start at 0, and -1 says that no step is wrong. A key that is not known is left out or null. */
const known = { licence: z.string().nullish(), source: z.string().nullish() };

/** How a model was asked, so that a row can be made again. */
export const asked = z.object({
  model: z.string(),
  /** Hash of the messages, 16 hexadecimal digits. */
  prompt: z.string(),
  seed: z.number(),
  temperature: z.number(),
  /** When the reply came, ISO 8601. */
  at: z.string(),
  tokens: z.object({ in: z.number(), out: z.number() }).nullish(),
});

/** A problem with its known answer: what solutions are collected for. */
export const problemRow = z.object({
  id: z.string(),
  problem: z.string(),
  answer: z.string(),
  solution: z.array(z.string()).nullish(),
  topic: z.string().nullish(),
  /** How many of how many solutions agree on the answer, where no person gave it. */
  votes: z.tuple([z.number(), z.number()]).nullish(),
  asked: asked.nullish(),
  ...known,
});
export type ProblemRow = z.infer<typeof problemRow>;

/** A solution as a model or a person wrote it, judged by its final answer alone. */
export const attemptRow = z.object({
  id: z.string(),
  problem_id: z.string(),
  problem: z.string(),
  steps: z.array(z.string()),
  /** What it ends in, as written; null when it states no answer. */
  stated: z.string().nullable(),
  /** The known answer. */
  answer: z.string(),
  solution: z.array(z.string()).nullish(),
  /** By 'The answer is N' alone. */
  strict: z.enum(['right', 'wrong', 'none']),
  /** By the last number or expression that can pass for an answer. */
  flexible: z.enum(['right', 'wrong', 'none']),
  topic: z.string().nullish(),
  asked: asked.nullish(),
  ...known,
});
export type AttemptRow = z.infer<typeof attemptRow>;

/** The central record of LeMa (An et al., arXiv 2310.20689): a solution, its first wrong step, why, and what is right from there on. */
export const correctionRow = z.object({
  id: z.string(),
  problem_id: z.string(),
  problem: z.string(),
  steps: z.array(z.string()),
  first_error: z.number().int(),
  mistake: z.string().nullable(),
  explanation: z.string(),
  /** From the first wrong step to the end; empty when no step is wrong. */
  correct_steps: z.array(z.string()),
  answer: z.string().nullable(),
  /** The final answer of the solution as it is, where it stands apart from its steps. */
  stated: z.string().nullish(),
  from: z.enum(['model', 'planted', 'teacher', 'right']),
  topic: z.string().nullish(),
  /** How many of how many votes agree on the step. */
  votes: z.tuple([z.number(), z.number()]).nullish(),
  asked: asked.nullish(),
  ...known,
});
export type CorrectionRow = z.infer<typeof correctionRow>;

/** A row that a filter kept out, and why. */
export const rejectedRow = z.object({ reason: z.string(), row: z.unknown() });
export type RejectedRow = z.infer<typeof rejectedRow>;

const message = z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });

/** One example to train on, in the conversational prompt–completion form of `trl`: the loss is on the completion only. */
export const exampleRow = z.object({ prompt: z.array(message), completion: z.array(message) });
export type ExampleRow = z.infer<typeof exampleRow>;
