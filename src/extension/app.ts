import type * as vscode from 'vscode';
import type { Checking } from './checking/checking.ts';
import type { Ladder } from './hints.ts';
import type { Log } from './log.ts';
import type { Notes } from './notes/notes.ts';
import type { Store } from './store.ts';

/** What every feature is given. */
export interface App {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly store: Store;
  readonly checking: Checking;
  readonly notes: Notes;
  readonly ladder: Ladder;
}

/** One small part of the extension. When it fails to start, that is logged and the others run. */
export interface Feature {
  readonly name: string;
  start(app: App): vscode.Disposable;
}
