import * as vscode from 'vscode';

/**
 * All messages to the person pass through here. The rules: nothing is said unasked while typing; a command always answers, in the status bar
 * when all is well and in a notification when something is to be done; no message blocks; one action at most, and it is a command.
 */

/** The answer of a command that went well: short, in the status bar, gone after a while. */
export function answer(message: string): void {
  vscode.window.setStatusBarMessage(`$(mortar-board) ${message}`, 8000);
}

interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

/** The answer of a command that could not do what was asked, though nothing is broken. */
export function inform(message: string, action?: Action): void {
  void offer(vscode.window.showInformationMessage(message, ...(action ? [action.title] : [])), action);
}

/** Something went wrong and the person can do something about it. */
export function warn(message: string, action?: Action): void {
  void offer(vscode.window.showWarningMessage(message, ...(action ? [action.title] : [])), action);
}

async function offer(shown: Thenable<string | undefined>, action: Action | undefined): Promise<void> {
  if ((await shown) !== undefined) await action?.run();
}
