import * as vscode from 'vscode';
import { redact } from './redact.ts';

/** The one log of the extension, by component. Everything passes `redact`. */
export interface Log extends vscode.Disposable {
  info(component: string, message: string): void;
  warn(component: string, message: string): void;
  error(component: string, problem: unknown): void;
  show(): void;
}

export function createLog(): Log {
  let channel: vscode.LogOutputChannel | undefined;
  const out = () => {
    channel ??= vscode.window.createOutputChannel('LeMa', { log: true });
    return channel;
  };
  const line = (component: string, message: string) => `[${component}] ${redact(message)}`;
  return {
    info: (component, message) => out().info(line(component, message)),
    warn: (component, message) => out().warn(line(component, message)),
    error: (component, problem) =>
      out().error(line(component, problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem))),
    show: () => out().show(true),
    dispose: () => channel?.dispose(),
  };
}
