import { z } from 'zod';

/** Where a note stands: the step's own words, and those before and after it, so that it is found again after edits. */
const anchorSchema = z.object({
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  /** Offset of the quote when the note was written. */
  offset: z.number().int().nonnegative(),
});

const noteSchema = z.object({
  id: z.string(),
  /** `dispute` says that the finding at this step is wrong; it silences the finding while the step reads as it did. */
  kind: z.enum(['note', 'dispute']),
  text: z.string(),
  created: z.string(),
  anchor: anchorSchema,
});

const sidecarSchema = z.object({ version: z.literal(1), notes: z.array(noteSchema) });

export type Anchor = z.infer<typeof anchorSchema>;
export type Note = z.infer<typeof noteSchema>;

export type ReadNotes = { readonly kind: 'notes'; readonly notes: readonly Note[] } | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a sidecar file. What a newer version or another hand wrote is reported, never overwritten unread. */
export function parseSidecar(text: string): ReadNotes {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'it is not JSON' };
  }
  const version = z.object({ version: z.number() }).safeParse(json);
  if (version.success && version.data.version > 1) return { kind: 'unreadable', why: 'a newer version of LeMa wrote it' };
  const parsed = sidecarSchema.safeParse(json);
  if (!parsed.success) return { kind: 'unreadable', why: z.prettifyError(parsed.error) };
  return { kind: 'notes', notes: parsed.data.notes };
}

export function printSidecar(notes: readonly Note[]): string {
  return `${JSON.stringify({ version: 1, notes }, null, 2)}\n`;
}
