import * as vscode from 'vscode';
import { policyOf } from '../classroom/set/policy.ts';
import type { Correction } from '../correction/records.ts';
import type { App } from './app.ts';
import { firstMistake, type SolutionReport } from './checking/report.ts';
import { ladderKey, mayShowCorrection } from './hints.ts';
import type { PlacedNote } from './notes/notes.ts';
import { setting } from './settings.ts';
import type { Entry } from './store.ts';

/** What may be shown of one solution now: the feedback setting, the hints already given and the student's disputes are taken into account. */
export interface SolutionView {
  readonly solution: SolutionReport;
  readonly correction: Correction | null;
  /** Index of the first mistaken step, -1 for none. */
  readonly first: number;
  /** The correction and all it tells may be shown. */
  readonly open: boolean;
  /** Rungs of the ladder shown so far. */
  readonly rungs: number;
  /** The student said that this finding is wrong, and the step reads as it did then. */
  readonly disputed: boolean;
}

export interface View {
  readonly entry: Entry;
  readonly document: vscode.TextDocument;
  readonly solutions: readonly SolutionView[];
  readonly notes: readonly PlacedNote[];
}

/** The view of a document that was checked as it is now; null when there is none yet. */
export async function viewOf(app: App, document: vscode.TextDocument): Promise<View | null> {
  const entry = app.store.fresh(document);
  if (!entry) return null;
  const notes = await app.notes.of(document);
  if (app.store.fresh(document) !== entry) return null;
  return { entry, document, notes, solutions: entry.report.solutions.map(solution => solutionView(app, document, solution, notes)) };
}

/** One solution's view; `notes` may be empty where disputes do not matter. */
export function solutionView(
  app: App,
  document: vscode.TextDocument,
  solution: SolutionReport,
  notes: readonly PlacedNote[],
): SolutionView {
  const correction = solution.finding.kind === 'mistake' ? solution.finding.correction : null;
  const first = firstMistake(solution);
  const step = solution.steps[first];
  const rungs = step ? app.ladder.shown(ladderKey(document.uri.toString(), solution.id, step.text)) : 0;
  const policy = policyOf(document.getText());
  const feedback = policy?.feedback === 'hints' ? 'hints' : setting('lema.feedback', document);
  const disputed =
    step !== undefined &&
    notes.some(
      ({ note, found }) =>
        note.kind === 'dispute' && found?.exact === true && found.range.start < step.range.end && step.range.start < found.range.end,
    );
  return {
    solution,
    correction,
    first,
    rungs,
    disputed,
    open: correction !== null && policy?.locked !== true && mayShowCorrection(feedback, correction, rungs),
  };
}

/** Runs `draw` for a document whenever something about it changes, and for all visible ones at once. */
export function onView(app: App, draw: (document: vscode.TextDocument) => unknown): vscode.Disposable {
  const find = (uri: vscode.Uri) => vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  const attempt = (uri: vscode.Uri) => {
    const document = find(uri);
    if (document) void draw(document);
  };
  return vscode.Disposable.from(app.store.onDidChange(attempt), app.notes.onDidChange(attempt));
}
