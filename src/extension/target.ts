import * as vscode from 'vscode';
import type { App } from './app.ts';
import { type SolutionReport, solutionAt, stepAt } from './checking/report.ts';
import { inform, warn } from './notify.ts';
import type { Entry } from './store.ts';

/** Names a step from a link, a lens or a message of the review panel. */
export interface Pointer {
  readonly uri: string;
  readonly solution?: string;
  readonly step?: number;
}

export interface Target {
  readonly document: vscode.TextDocument;
  readonly entry: Entry;
  readonly solution: SolutionReport;
  /** 0-based; -1 when the solution has no steps or the cursor stands above them. */
  readonly step: number;
}

/** Reads a pointer that came from outside the type system. */
export function asPointer(value: unknown): Pointer | undefined {
  if (typeof value !== 'object' || value === null || !('uri' in value) || typeof value.uri !== 'string') return undefined;
  const { uri } = value;
  const solution = 'solution' in value && typeof value.solution === 'string' ? value.solution : undefined;
  const step = 'step' in value && Number.isInteger(value.step) ? (value.step as number) : undefined;
  return { uri, ...(solution === undefined ? {} : { solution }), ...(step === undefined ? {} : { step }) };
}

/** The document that a command is about: the one pointed to, or that of the active editor. Answers when there is none. */
async function targetDocument(pointer: Pointer | undefined): Promise<vscode.TextDocument | null> {
  if (pointer) {
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === pointer.uri);
    return open ?? vscode.workspace.openTextDocument(vscode.Uri.parse(pointer.uri, true));
  }
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    inform('Open a worked solution first: a Markdown, LaTeX or text file.', {
      title: 'Open an Example',
      run: () => vscode.commands.executeCommand('lema.openExample'),
    });
  }
  return document ?? null;
}

/** Checks the document that a command is about. Answers when it cannot be checked. */
export async function checkedDocument(
  app: App,
  pointer: Pointer | undefined,
): Promise<{ document: vscode.TextDocument; entry: Entry } | null> {
  const document = await targetDocument(pointer);
  if (!document) return null;
  const result = await app.checking.checkNow(document);
  if ('refused' in result) {
    warn(result.refused, { title: 'Show Log', run: () => app.log.show() });
    return null;
  }
  return { document, entry: result };
}

/** The solution and step that a command is about: those pointed to, or those at the cursor. Answers when there is none. */
export async function target(app: App, pointer: Pointer | undefined): Promise<Target | null> {
  const checked = await checkedDocument(app, pointer);
  if (!checked) return null;
  const { document, entry } = checked;
  const offset = cursorIn(document);
  const solution = entry.report.solutions.find(({ id }) => id === pointer?.solution) ?? solutionAt(entry.report, offset);
  if (!solution) {
    inform('No worked solution was found in this file. Write a problem and, below it, one step on each line.');
    return null;
  }
  return {
    document,
    entry,
    solution,
    step: pointer?.step ?? stepAt(solution, offset, document.offsetAt(document.lineAt(document.positionAt(offset)).range.end)),
  };
}

export function cursorIn(document: vscode.TextDocument): number {
  const editor = vscode.window.visibleTextEditors.find(candidate => candidate.document === document);
  return editor ? document.offsetAt(editor.selection.active) : 0;
}

/** Shows a document with the cursor at an offset. */
export async function reveal(document: vscode.TextDocument, offset: number): Promise<void> {
  const at = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preserveFocus: false });
}
