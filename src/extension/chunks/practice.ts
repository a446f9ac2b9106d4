import { z } from 'zod';

const stored = z.object({
  slips: z.array(z.object({ rule: z.string(), name: z.string(), at: z.number(), line: z.string() })),
  practised: z.record(z.string(), z.array(z.number())),
});

/** What is remembered of a student's own mistakes: the slips, and when each was practised. Times in milliseconds since 1970. */
export type Memory = z.infer<typeof stored>;

/** Reads what was stored; nothing when it is of another shape. */
export const readMemory = (value: unknown): Memory => stored.safeParse(value).data ?? { slips: [], practised: {} };
