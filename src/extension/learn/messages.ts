import { z } from 'zod';
import type { Card, Checked, Overview, RuleName, Training, TrainingForm } from './model.ts';

const text = z.string().max(20_000);
const position = z.number().int().min(0).max(1e9);

const draft = z.object({
  first_error: z.number().int().min(-1).max(10_000),
  mistake: z.string().max(200).nullable(),
  explanation: text,
  correct_steps: z.array(text).max(1_000).readonly(),
  answer: text.nullable(),
});

/** What the page asks of the extension. */
const fromPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), width: z.number().int().min(240).max(4_000) }),
  z.object({ kind: z.literal('card'), position }),
  z.object({ kind: z.literal('check'), id: text, draft }),
  z.object({ kind: z.literal('accept'), id: text, position }),
  z.object({ kind: z.literal('edit'), id: text, position, draft }),
  z.object({ kind: z.literal('reject'), id: text, position, reason: z.string().trim().min(1).max(2_000) }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('training'), run: z.string().max(300).nullable() }),
  z.object({
    kind: z.literal('train'),
    name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u),
    data: z.string().max(1_000),
    base: z.string().trim().min(1).max(1_000),
    recipe: z.string().max(100),
  }),
  z.object({ kind: z.literal('stop') }),
  z.object({ kind: z.literal('resume'), run: z.string().max(300) }),
  z.object({ kind: z.literal('open'), what: z.enum(['accepted', 'reviews']) }),
]);

export type FromPage = z.infer<typeof fromPage>;

/** Reads a message of the page; null for anything else. */
export const readMessage = (value: unknown): FromPage | null => fromPage.safeParse(value).data ?? null;

export type Tab = 'data' | 'review' | 'training';

/** What the extension shows in the page. */
export type ToPage =
  | { readonly kind: 'reading'; readonly share: number; readonly rows: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'rules'; readonly rules: readonly RuleName[] }
  | { readonly kind: 'overview'; readonly overview: Overview }
  | { readonly kind: 'card'; readonly card: Card | null; readonly focus: boolean }
  | { readonly kind: 'checked'; readonly id: string; readonly checked: Checked | null }
  | { readonly kind: 'training'; readonly training: Training; readonly form: TrainingForm }
  | { readonly kind: 'said'; readonly words: string }
  | { readonly kind: 'tab'; readonly tab: Tab };
