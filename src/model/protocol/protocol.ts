import type { Message, ReplySchema } from '../port.ts';
import { jsonProtocol } from './json.ts';
import { lemaProtocol } from './lema.ts';

/** What a model is told: the problem and the student's own steps, and nothing else. */
export interface Task {
  readonly problem: string;
  readonly steps: readonly string[];
  /** The student's final answer, when it stands on a line of its own. */
  readonly stated?: string;
}

/** What a model says: which step is the first wrong one (1-based, null for none), why, and the right steps from there. */
export interface Reading {
  readonly step: number | null;
  readonly explanation: string;
  readonly correctSteps: readonly string[];
  readonly answer: string | null;
}

/** A reply that has no reading, and why. `cut-off`: its beginning has the right form. */
export interface Unread {
  readonly problem: 'nonsense' | 'cut-off';
  readonly why: string;
}

/** How a task is put to a model, and how its reply is read. */
export interface Protocol {
  readonly name: 'lema' | 'json';
  readonly schema?: ReplySchema;
  write(task: Task): readonly Message[];
  /** @param complete false when the reply ran into its length limit. */
  read(reply: string, complete: boolean): Reading | Unread;
}

const PROTOCOLS: Readonly<Record<Protocol['name'], Protocol>> = { lema: lemaProtocol, json: jsonProtocol };

/** The protocol of that name. `auto` takes the LeMa text form for models whose name says so, and the JSON schema for all others. */
export function protocolFor(model: string, choice: Protocol['name'] | 'auto' = 'auto'): Protocol {
  return PROTOCOLS[choice === 'auto' ? (/\blema\b|lema[-_]/i.test(model) ? 'lema' : 'json') : choice];
}

/** True for a reply that could be read. */
export const isReading = (reply: Reading | Unread): reply is Reading => 'step' in reply;
