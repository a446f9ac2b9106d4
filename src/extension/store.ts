import * as vscode from 'vscode';
import type { DocumentReport } from './checking/report.ts';

/** What is known of one document: the newest report and the text it is about. */
export interface Entry {
  readonly uri: vscode.Uri;
  /** Version of the document that was checked. */
  readonly version: number;
  readonly text: string;
  /** Text of the key beside the document; undefined when there is none. */
  readonly answers: string | undefined;
  readonly report: DocumentReport;
  /** Milliseconds the check took. */
  readonly ms: number;
}

export interface Store extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  get(uri: vscode.Uri): Entry | undefined;
  /** The entry when it is about the document as it is now. */
  fresh(document: vscode.TextDocument): Entry | undefined;
  set(entry: Entry): void;
  delete(uri: vscode.Uri): void;
  entries(): Iterable<Entry>;
  /** Lets every surface draw again without a new check. */
  touch(uri: vscode.Uri): void;
}

export function createStore(): Store {
  const entries = new Map<string, Entry>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return {
    onDidChange: changed.event,
    get: uri => entries.get(uri.toString()),
    fresh: document => {
      const entry = entries.get(document.uri.toString());
      return entry?.version === document.version ? entry : undefined;
    },
    set: entry => {
      entries.set(entry.uri.toString(), entry);
      changed.fire(entry.uri);
    },
    delete: uri => {
      if (entries.delete(uri.toString())) changed.fire(uri);
    },
    entries: () => entries.values(),
    touch: uri => changed.fire(uri),
    dispose: () => changed.dispose(),
  };
}

/** Offsets of a report as a range in its document. */
export function rangeIn(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
