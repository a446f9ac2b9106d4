import * as vscode from 'vscode';
import type { App } from './app.ts';
import type { CommandId } from './manifest.ts';
import { warn } from './notify.ts';

/** Registers a command that always answers: what it throws is logged and said. */
export function register(app: App, id: CommandId, run: (...args: readonly unknown[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      app.log.error(id, error);
      warn('This did not work; the log says more. Nothing in your file was changed.', { title: 'Show Log', run: () => app.log.show() });
      return undefined;
    }
  });
}
