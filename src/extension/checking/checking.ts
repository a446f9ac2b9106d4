import * as vscode from 'vscode';
import { isTest } from '../../classroom/set/policy.ts';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import { isKeyName } from '../../solution/keys.ts';
import type { DocumentFormat } from '../../solution/solution.ts';
import type { Log } from '../log.ts';
import { onSetting, setting } from '../settings.ts';
import type { Entry, Store } from '../store.ts';
import { answersBeside, onKeyChange } from './beside.ts';
import { createEngine } from './engine.ts';
import { formatOfLanguage, LARGE, looksLikeSolution, TOO_LARGE } from './recognise.ts';
import { spawnWorker } from './spawn.ts';

/** Why a document was not checked, in words for the person who asked. */
export type Refusal = { readonly refused: string };

export interface Checking extends vscode.Disposable {
  /** Checks a document as it is now, because somebody asked. From then on it is checked like any solution. */
  checkNow(document: vscode.TextDocument): Promise<Entry | Refusal>;
  /** Whether a document is checked unasked. */
  isSolution(document: vscode.TextDocument): boolean;
  /** True while something is being checked. */
  busy(): boolean;
  readonly onDidChangeBusy: vscode.Event<void>;
}

/** Waiting time after the last key before a check starts, in milliseconds. */
const PAUSE = 150;

const ENGINE = { deadlineMs: 8000, staleMs: 1000 };

const SCHEMES = new Set(['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs']);

const KEY = 'This file is a key: it holds the answers of the document beside it. Open that one to have it checked.';
const TEST = 'Your teacher wants no feedback on this work until it is handed in.';
const SET = 'This is a problem set. Its remarks stand in the Problems view; “Check Submissions…” checks a class against it.';

/** How this document is read, null when it is not one that can be checked. */
export function formatOf(document: vscode.TextDocument): DocumentFormat | null {
  return SCHEMES.has(document.uri.scheme) ? formatOfLanguage(document.languageId) : null;
}

/** Checks documents as they are opened, typed in and saved, through the one queue. */
export function createChecking(store: Store, log: Log, workerFile: string): Checking {
  const engine = createEngine({ ...ENGINE, spawn: spawnWorker(workerFile) });
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const adopted = new Set<string>();
  const busyChanged = new vscode.EventEmitter<void>();
  let running = 0;

  const keyOf = (document: vscode.TextDocument) => document.uri.toString();

  const isSolution = (document: vscode.TextDocument): boolean => {
    const format = formatOf(document);
    if (!format) return false;
    return adopted.has(keyOf(document)) || looksLikeSolution(document.getText(), format, document.uri.path);
  };

  const check = async (document: vscode.TextDocument, format: DocumentFormat): Promise<Entry | Refusal | null> => {
    const answers = await answersBeside(document.uri);
    const known = store.fresh(document);
    if (known && known.answers === answers) return known;
    const { version } = document;
    const text = document.getText();
    if (text.length > TOO_LARGE) return { refused: 'This file is too large to be checked.' };
    running++;
    busyChanged.fire();
    const outcome = await engine.check(keyOf(document), text, format, answers);
    running--;
    busyChanged.fire();
    switch (outcome.kind) {
      case 'superseded':
        return null;
      case 'timeout':
        log.warn('checking', `a check was stopped after ${outcome.ms} ms`);
        return { refused: `Checking took longer than ${outcome.ms / 1000} seconds and was stopped. Nothing in your file was changed.` };
      case 'failed':
        log.error('checking', outcome.message);
        return { refused: 'The checker failed on this file; the log says more. Nothing in your file was changed.' };
      case 'report': {
        const entry: Entry = { uri: document.uri, version, text, answers, report: outcome.report, ms: outcome.ms };
        if (!document.isClosed && document.version === version) store.set(entry);
        return entry;
      }
    }
  };

  const schedule = (document: vscode.TextDocument, why: 'type' | 'save' | 'open', pause: number) => {
    const format = formatOf(document);
    if (!format) return;
    const key = keyOf(document);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        if (document.isClosed) return;
        const when = setting('lema.check', document);
        const wanted = when === 'type' || (when === 'save' && why !== 'type');
        if (!wanted || (why === 'type' && document.getText().length > LARGE)) return;
        if (!isSolution(document)) return store.delete(document.uri);
        void check(document, format);
      }, pause),
    );
  };

  const everything = () => {
    for (const document of vscode.workspace.textDocuments) schedule(document, 'open', 0);
  };

  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument(document => schedule(document, 'open', 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document, 'type', PAUSE);
    }),
    vscode.workspace.onDidSaveTextDocument(document => schedule(document, 'save', 0)),
    vscode.workspace.onDidCloseTextDocument(document => {
      const key = keyOf(document);
      clearTimeout(timers.get(key));
      timers.delete(key);
      engine.forget(key);
      store.delete(document.uri);
    }),
    onKeyChange(document => schedule(document, 'type', PAUSE)),
    onSetting(['lema.check'], everything),
  ];
  everything();

  return {
    isSolution,
    busy: () => running > 0,
    onDidChangeBusy: busyChanged.event,
    checkNow: async document => {
      const format = formatOf(document);
      if (!format) return { refused: 'LeMa checks Markdown, LaTeX and plain text files, and the Markdown cells of notebooks.' };
      if (isKeyName(document.uri.path)) return { refused: KEY };
      if (isTest(document.getText())) return { refused: TEST };
      if (isProblemSet(document.getText())) return { refused: SET };
      adopted.add(keyOf(document));
      for (;;) {
        const result = await check(document, format);
        if (result) return result;
        if (document.isClosed) return { refused: 'The file was closed before it was checked.' };
      }
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      engine.dispose();
      busyChanged.dispose();
    },
  };
}
