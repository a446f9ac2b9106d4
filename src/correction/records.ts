import { z } from 'zod';

/** Wire and file forms of the central records. Every field is plain JSON; mathematics is printed text. */

const span = z.object({ start: z.number().int(), end: z.number().int() });

const witnessSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('values'), at: z.record(z.string(), z.string()), left: z.string(), right: z.string() }),
  z.object({ kind: z.literal('computed'), expression: z.string(), value: z.string(), written: z.string() }),
  z.object({ kind: z.literal('lost'), variable: z.string(), value: z.string(), left: z.string(), right: z.string() }),
  z.object({ kind: z.literal('gained'), variable: z.string(), value: z.string(), left: z.string(), right: z.string() }),
  z.object({ kind: z.literal('domain'), at: z.record(z.string(), z.string()), expression: z.string() }),
  z.object({
    kind: z.literal('repair'),
    written: z.string(),
    instead: z.string(),
    answer: z.string(),
    /** Another step that is to be changed with it. */
    also: z.object({ step: z.number().int(), written: z.string(), instead: z.string() }).optional(),
  }),
  z.object({ kind: z.literal('differs'), found: z.string(), known: z.string() }),
]);

/** Right, and still worth a remark. Never a mistake. `consistent-with` marks a step that follows from an earlier wrong line. */
export const noticeSchema = z.object({
  kind: z.enum(['off-path', 'unsimplified', 'skipped', 'accidental', 'domain', 'rounded', 'consistent-with']),
  message: z.string(),
});

export const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('follows') }),
  z.object({ kind: z.literal('one-way'), lost: z.array(z.string()), gained: z.array(z.string()), witness: witnessSchema }),
  z.object({ kind: z.literal('holds') }),
  z.object({ kind: z.literal('wrong'), witness: witnessSchema, mistake: z.string().nullable() }),
  z.object({ kind: z.literal('unjudged'), why: z.string() }),
]);

/** A step's verdict, its notices, and the claim and term that decided it. `at` is the narrowest wrong term in the document. */
export const stepVerdictSchema = z.object({ verdict: verdictSchema, notices: z.array(noticeSchema), at: span.nullable() });

/** One rung of the hint ladder. No rung below `correction` contains the corrected line. */
export const hintSchema = z.object({ rung: z.enum(['where', 'witness', 'principle', 'elsewhere', 'correction']), text: z.string() });

const evidenceSchema = z.enum(['proved', 'answer', 'model']);

/** `votes` of `samples` replies of a model say the same. */
export const agreementSchema = z.object({ votes: z.number().int().nonnegative(), samples: z.number().int().positive() });

/** The central triple of LeMa (arXiv 2310.20689): the mistaken step, why it is mistaken, and the right solution from it on. `step` is 0-based. */
export const correctionSchema = z.object({
  step: z.number().int().nonnegative(),
  mistake: z.string().nullable(),
  explanation: z.string(),
  correctSteps: z.array(z.string()),
  answer: z.string().nullable(),
  evidence: evidenceSchema,
  witness: witnessSchema.nullable(),
  hints: z.array(hintSchema),
  /** The wrong term in the document, and what should stand in its place (LaTeX), when one term decides. */
  at: span.nullable(),
  replacement: z.string().nullable(),
  /** False when the corrected steps were not all accepted by the checker: they are then shown as unverified. */
  verified: z.boolean(),
  /** How many of the model's replies said this. Only with evidence `model`. */
  agreement: agreementSchema.optional(),
});

/** What a model says beside a finding that it cannot change. Shown as its opinion, never as a mistake. `step` is 0-based. */
const opinionSchema = z.object({
  step: z.number().int().nonnegative(),
  explanation: z.string(),
  agreement: agreementSchema.optional(),
});

export const findingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct'),
    evidence: evidenceSchema,
    agreement: agreementSchema.optional(),
    opinion: opinionSchema.optional(),
  }),
  z.object({ kind: z.literal('mistake'), correction: correctionSchema, opinion: opinionSchema.optional() }),
  z.object({ kind: z.literal('undecided'), judged: z.number().int(), message: z.string().optional(), opinion: opinionSchema.optional() }),
]);

export type Notice = z.infer<typeof noticeSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type StepVerdict = z.infer<typeof stepVerdictSchema>;
export type Hint = z.infer<typeof hintSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Finding = z.infer<typeof findingSchema>;
