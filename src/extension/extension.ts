import * as vscode from 'vscode';
import type { App, Feature } from './app.ts';
import { createChecking } from './checking/checking.ts';
import { authoring } from './classroom/authoring.ts';
import { practice } from './classroom/practice.ts';
import { setDiagnostics } from './classroom/sets.ts';
import { submissions } from './classroom/submissions.ts';
import { classTests } from './classroom/tests.ts';
import { setTree } from './classroom/tree.ts';
import { setWriting } from './classroom/writing.ts';
import { solutionCommands } from './commands.ts';
import { contexts } from './context.ts';
import { createLadder } from './hints.ts';
import { learn } from './learn/learn.ts';
import { createLog } from './log.ts';
import { modelCommands } from './model/select.ts';
import { createNotes } from './notes/notes.ts';
import { review } from './review/panel.ts';
import { onSetting } from './settings.ts';
import { createStore } from './store.ts';
import { actions } from './surfaces/actions.ts';
import { comments } from './surfaces/comments.ts';
import { diagnostics } from './surfaces/diagnostics.ts';
import { gutter } from './surfaces/gutter.ts';
import { hover } from './surfaces/hover.ts';
import { inlineNote } from './surfaces/inlineNote.ts';
import { lenses } from './surfaces/lenses.ts';
import { extendMarkdownIt, preview } from './surfaces/preview.ts';
import { status } from './surfaces/status.ts';

const features: readonly Feature[] = [
  diagnostics,
  inlineNote,
  gutter,
  hover,
  lenses,
  actions,
  comments,
  preview,
  status,
  review,
  contexts,
  solutionCommands,
  modelCommands,
  setDiagnostics,
  setWriting,
  setTree,
  authoring,
  submissions,
  classTests,
  practice,
  learn,
];

/** What other extensions and the tests see of this one. */
export interface Api {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
  /** Milliseconds that activation took. */
  readonly activationMs: number;
}

/** Starts every feature; nothing heavy is loaded before it is needed. */
export function activate(context: vscode.ExtensionContext): Api {
  const began = performance.now();
  const log = createLog();
  const store = createStore();
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.cjs').fsPath;
  const checking = createChecking(store, log, worker);
  const notes = createNotes(log);
  const app: App = { context, log, store, checking, notes, ladder: createLadder() };
  context.subscriptions.push(log, store, checking, notes);
  for (const feature of features) {
    try {
      context.subscriptions.push(feature.start(app));
    } catch (error) {
      log.error(feature.name, error);
    }
  }
  context.subscriptions.push(
    onSetting(['lema.feedback'], () => {
      for (const { uri } of store.entries()) store.touch(uri);
    }),
  );
  return { extendMarkdownIt, activationMs: performance.now() - began };
}
