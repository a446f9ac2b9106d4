import * as vscode from 'vscode';
import type { Feature } from './app.ts';
import { formatOf } from './checking/checking.ts';
import { firstMistake } from './checking/report.ts';
import { contextKeys } from './manifest.ts';

/** Keeps the context keys that menus and key bindings depend on. */
export const contexts: Feature = {
  name: 'context keys',
  start: app => {
    const draw = () => {
      const document = vscode.window.activeTextEditor?.document;
      const set = (key: string, value: boolean) => void vscode.commands.executeCommand('setContext', key, value);
      set(contextKeys.document, document !== undefined && formatOf(document) !== null);
      set(
        contextKeys.hasMistake,
        Boolean(document && app.store.get(document.uri)?.report.solutions.some(solution => firstMistake(solution) >= 0)),
      );
    };
    draw();
    return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(draw), app.store.onDidChange(draw));
  },
};
