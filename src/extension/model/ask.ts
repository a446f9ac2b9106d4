import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { formatOf } from '../checking/checking.ts';
import { answer, warn } from '../notify.ts';
import { setting } from '../settings.ts';
import type { Entry } from '../store.ts';
import { chosenModel } from './choice.ts';
import { readKey } from './key.ts';
import { vscodePort } from './vscodePort.ts';

/**
 * Asks the chosen model about a document, or one of its solutions, with progress and cancel. Resolves with what is known afterwards: with no model
 * chosen, a model that fails, or a person who cancels, that is the symbolic result.
 */
export async function askModel(app: App, document: vscode.TextDocument, entry: Entry, only: string | undefined): Promise<Entry> {
  const chosen = chosenModel();
  const format = formatOf(document);
  if (!chosen || !format) return entry;
  const { judgeDocument, openaiPort, ModelError } = await import('../chunks/model.ts');
  const port =
    chosen.endpoint === 'vscode'
      ? await vscodePort(chosen.name, reason => new ModelError(reason, 'VS Code'))
      : openaiPort({ baseUrl: chosen.endpoint, model: chosen.name, ...(await keyOf(app, chosen.endpoint)) });
  if (!port) {
    warn(`VS Code does not offer the model ${chosen.name} any more.`, {
      title: 'Select Model…',
      run: () => vscode.commands.executeCommand('lema.selectModel'),
    });
    return entry;
  }
  const stop = new AbortController();
  const judged = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `LeMa: asking ${port.name}`, cancellable: true },
    async (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      return judgeDocument(entry.text, format, {
        answers: entry.answers,
        port,
        protocol: setting('lema.model.protocol'),
        samples: setting('lema.model.samples'),
        deadlineMs: setting('lema.model.deadlineSeconds') * 1000,
        signal: stop.signal,
        ...(only === undefined ? {} : { only }),
        onSolution: (done, all) => progress.report({ message: all > 1 ? `solution ${done + 1} of ${all}` : '', increment: 100 / all }),
      });
    },
  );
  if (stop.signal.aborted) answer("Cancelled. The embedded checker's result is shown.");
  else if (judged.trouble !== null) {
    app.log.warn('model', judged.trouble);
    warn(`${judged.trouble} The embedded checker's result is shown.`, {
      title: 'Select Model…',
      run: () => vscode.commands.executeCommand('lema.selectModel'),
    });
  }
  const result: Entry = { ...entry, report: judged.report };
  if (!document.isClosed && document.version === entry.version) app.store.set(result);
  return result;
}

async function keyOf(app: App, endpoint: string): Promise<{ key?: string }> {
  const key = await readKey(app.context, endpoint);
  return key ? { key } : {};
}
