import type { Card, Checked, Draft, Overview, RuleName, Training } from '../model.ts';
import type { Decision } from './session.ts';

/** What the worker can be asked, and what it answers. */
export interface Asks {
  open: { readonly ask: { readonly folder: string; readonly name: string }; readonly answer: readonly RuleName[] };
  overview: { readonly ask: { readonly width: number }; readonly answer: Overview };
  card: { readonly ask: { readonly position: number }; readonly answer: Card | null };
  check: { readonly ask: { readonly row: string; readonly draft: Draft }; readonly answer: Checked | null };
  decide: { readonly ask: { readonly row: string; readonly decision: Decision }; readonly answer: boolean };
  training: {
    readonly ask: { readonly folder: string; readonly chosen: string | null; readonly width: number };
    readonly answer: Training;
  };
  undo: { readonly ask: Record<string, never>; readonly answer: number };
  isOld: { readonly ask: Record<string, never>; readonly answer: boolean };
}

export type AskKind = keyof Asks;

export type Request = { [K in AskKind]: { readonly id: number; readonly kind: K } & Asks[K]['ask'] }[AskKind];

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly share: number; readonly rows: number };
