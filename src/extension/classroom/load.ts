import * as vscode from 'vscode';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import type { ProblemSet } from '../../classroom/set/set.ts';
import { inform, warn } from '../notify.ts';

export type Classroom = typeof import('../chunks/classroom.ts');

/** Loads the classroom. Null, and said why, in an editor whose Node has no SQLite. */
export async function classroom(): Promise<Classroom | null> {
  try {
    return await import('../chunks/classroom.ts');
  } catch (error) {
    if (!/sqlite/i.test(String(error))) throw error;
    warn('Checking a class needs VS Code 1.101 or newer. The command `lema class` does the same in a terminal.');
    return null;
  }
}

/** A set as it stands in its editor, saved or not. */
export interface OpenSet {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly set: ProblemSet;
}

/** The set a command is about: the one in the active editor, else one of the folder that is picked. Answers when there is none, or when it has errors. */
export async function chosenSet({ readSet }: Classroom): Promise<OpenSet | null> {
  const uri = await setUri();
  if (uri === null) return null;
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const { set, faults } = readSet(text);
  const error = faults.find(fault => fault.severity === 'error');
  if (!error) return { uri, text, set };
  const position = document.positionAt(error.range.start);
  warn(`The set has an error in line ${position.line + 1}: ${error.message}`, {
    title: 'Go to It',
    run: () => vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) }),
  });
  return null;
}

async function setUri(): Promise<vscode.Uri | null> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isProblemSet(active.getText())) return active.uri;
  const found = await findSets();
  if (found.length === 0) {
    inform('There is no problem set here: a Markdown file whose front matter has `problem-set: 1`.', {
      title: 'New Problem Set',
      run: () => vscode.commands.executeCommand('lema.newProblemSet'),
    });
    return null;
  }
  if (found.length === 1) return found[0] ?? null;
  const items = found.map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Which problem set?' }))?.uri ?? null;
}

const MOST_FILES = 2_000;

/** The problem sets of the open folders. */
export async function findSets(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.workspace.findFiles('**/*.md', '**/{node_modules,.git}/**', MOST_FILES);
  const sets = await Promise.all(
    files.map(async uri => {
      const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => new Uint8Array());
      return isProblemSet(new TextDecoder().decode(bytes.subarray(0, 2_000))) ? [uri] : [];
    }),
  );
  return sets.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
