import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** A solution whose second line is wrong, the term `-4` on line 10. */
export const homework = `# Problem

Solve $3(x - 4) = 2x + 5$.

# Solution

1. $3x - 4 = 2x + 5$
2. $x - 4 = 5$
3. $x = 9$
`;

/** Files of a test in a folder of their own. */
export function desk(): { file(name: string, text: string): vscode.Uri; clear(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lema-desk-'));
  return {
    file: (name, text) => {
      writeFileSync(join(folder, name), text);
      return vscode.Uri.file(join(folder, name));
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Waits until `probe` gives something that is true, and gives it back. Fails after a minute with what was waited for. */
export async function eventually<T>(what: string, probe: () => T | PromiseLike<T>): Promise<NonNullable<T>> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const result = await probe();
    if (result) return result;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'LeMa');

/** Opens a document and waits until it was checked as one with a mistake. */
export async function openWrong(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await eventually('the squiggle', () => ours(uri).length > 0);
  return editor;
}

export const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

/** Sets a setting for the length of a test. */
export async function withSetting(id: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const set = (to: unknown) => vscode.workspace.getConfiguration().update(id, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await run();
  } finally {
    await set(undefined);
  }
}

export interface Api {
  extendMarkdownIt(md: unknown): unknown;
  readonly activationMs: number;
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('lema.lema-math-tutor');
  if (!extension) throw new Error('the extension is not loaded');
  return extension.activate();
}
