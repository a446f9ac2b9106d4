import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import type { Fault } from '../../classroom/set/set.ts';
import type { App, Feature } from '../app.ts';

/** Milliseconds without a keystroke before a set is looked through. */
const PAUSE = 400;
/** A set that takes longer than this to look through is left without remarks. */
const DEADLINE = 30_000;

export const isSet = (document: vscode.TextDocument): boolean => document.languageId === 'markdown' && isProblemSet(document.getText());

/** Remarks on a problem set while it is written, by the same checker that students meet. A thread of its own does the work; the newest text counts. */
export const setDiagnostics: Feature = {
  name: 'problem set diagnostics',
  start: app => {
    const collection = vscode.languages.createDiagnosticCollection('lema-set');
    const timers = new Map<string, NodeJS.Timeout>();
    const look = (document: vscode.TextDocument): void => {
      const key = document.uri.toString();
      clearTimeout(timers.get(key));
      timers.delete(key);
      if (!isSet(document)) {
        collection.delete(document.uri);
        return;
      }
      timers.set(
        key,
        setTimeout(async () => {
          const { version } = document;
          const faults = await inspect(app, document.getText());
          if (faults && document.version === version && !document.isClosed)
            collection.set(
              document.uri,
              faults.map(f => diagnosticOf(document, f)),
            );
        }, PAUSE),
      );
    };
    for (const document of vscode.workspace.textDocuments) look(document);
    return vscode.Disposable.from(
      collection,
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
      new vscode.Disposable(() => {
        for (const timer of timers.values()) clearTimeout(timer);
      }),
    );
  },
};

type Reply = { readonly result: readonly Fault[] } | { readonly error: string };

/** The faults of a set, found on a thread that lives for this question only. Null when it could not be asked. */
function inspect(app: App, text: string): Promise<readonly Fault[] | null> {
  const file = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'class-worker.cjs').fsPath;
  return new Promise(resolve => {
    const worker = new Worker(file, { name: 'lema-set', workerData: '', resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const end = (faults: readonly Fault[] | null, problem?: string): void => {
      clearTimeout(late);
      if (problem !== undefined) app.log.error('problem set', new Error(problem));
      void worker.terminate();
      resolve(faults);
    };
    const late = setTimeout(() => end(null, 'looking through the set took too long'), DEADLINE);
    worker.on('message', (reply: Reply) => ('result' in reply ? end(reply.result) : end(null, reply.error)));
    worker.on('error', error => end(null, error instanceof Error ? error.message : String(error)));
    worker.postMessage({ inspect: text });
  });
}

const SEVERITY: Readonly<Record<Fault['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Information,
};

function diagnosticOf(document: vscode.TextDocument, { range, message, severity, code }: Fault): vscode.Diagnostic {
  const end = document.positionAt(range.end);
  const start = document.positionAt(range.start);
  // A range that ends with a line break would underline the beginning of the next line.
  const trimmed = end.character === 0 && end.line > start.line ? document.lineAt(end.line - 1).range.end : end;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, trimmed), message, SEVERITY[severity]);
  diagnostic.source = 'LeMa set';
  diagnostic.code = code;
  return diagnostic;
}
