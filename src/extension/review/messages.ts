import { type CommandId, commands } from '../manifest.ts';
import type { ReviewModel } from './model.ts';

/** What the panel asks of the extension. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly offset: number }
  | { readonly kind: 'command'; readonly command: CommandId; readonly solution: string };

/** What the extension shows in the panel. `focus` names the part to scroll to. */
export interface ToPanel {
  readonly model: ReviewModel;
  readonly solution: string | null;
  readonly focus: 'top' | 'how' | null;
}

/** What the panel keeps between sessions. */
export interface PanelState {
  readonly uri: string;
  readonly solution: string | null;
}

const ALLOWED: readonly CommandId[] = [
  'lema.applyCorrection',
  'lema.hint',
  'lema.showCorrection',
  'lema.dispute',
  'lema.addNote',
  'lema.check',
];

/** Reads a message of the panel; null for anything else. */
export function readMessage(value: unknown): FromPanel | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'ready') return { kind: 'ready' };
  if (value.kind === 'reveal' && 'offset' in value && Number.isSafeInteger(value.offset) && (value.offset as number) >= 0)
    return { kind: 'reveal', offset: value.offset as number };
  if (value.kind === 'command' && 'command' in value && 'solution' in value && typeof value.solution === 'string') {
    const command = ALLOWED.find(allowed => allowed === value.command && allowed in commands);
    return command ? { kind: 'command', command, solution: value.solution } : null;
  }
  return null;
}

/** Reads the state of a panel from an earlier session; null for anything else. */
export function readState(value: unknown): PanelState | null {
  if (typeof value !== 'object' || value === null || !('uri' in value) || typeof value.uri !== 'string') return null;
  return { uri: value.uri, solution: 'solution' in value && typeof value.solution === 'string' ? value.solution : null };
}
