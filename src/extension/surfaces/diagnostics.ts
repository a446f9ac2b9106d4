import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import { rangeIn } from '../store.ts';
import { onView, type SolutionView, viewOf } from '../view.ts';
import { hintsMessage, mistakeMessage } from '../words.ts';

export const SOURCE = 'LeMa';

/** The squiggle on the first mistake of each solution: under the narrowest wrong term, or under the whole line while hints are given. */
export const diagnostics: Feature = {
  name: 'diagnostics',
  start: app => {
    const collection = vscode.languages.createDiagnosticCollection('lema');
    const draw = async (document: vscode.TextDocument) => {
      if (!app.store.get(document.uri)) return collection.delete(document.uri);
      const view = await viewOf(app, document);
      if (view)
        collection.set(
          document.uri,
          view.solutions.flatMap(solution => diagnosticOf(document, solution)),
        );
    };
    return vscode.Disposable.from(
      collection,
      onView(app, draw),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    );
  },
};

function diagnosticOf(document: vscode.TextDocument, { solution, correction, first, open, disputed }: SolutionView): vscode.Diagnostic[] {
  const step = solution.steps[first];
  if (!correction || !step) return [];
  const range = rangeIn(document, open ? (correction.at ?? step.at ?? step.range) : step.range);
  const diagnostic = new vscode.Diagnostic(range, open ? mistakeMessage(solution) : hintsMessage, severity(correction.evidence, disputed));
  diagnostic.source = SOURCE;
  diagnostic.code = open ? (correction.mistake ?? `step-${first + 1}`) : 'first-mistake';
  if (disputed) diagnostic.message = `You disputed this finding. ${diagnostic.message}`;
  const above = solution.steps[first - 1];
  if (open) {
    diagnostic.relatedInformation = [
      above
        ? related(document, above.range, 'The line above, up to which nothing is wrong')
        : related(document, solution.problemRange, 'The problem that this line starts from'),
    ];
  }
  return [diagnostic];
}

function severity(evidence: string, disputed: boolean): vscode.DiagnosticSeverity {
  if (disputed) return vscode.DiagnosticSeverity.Hint;
  return evidence === 'model' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning;
}

function related(
  document: vscode.TextDocument,
  range: { start: number; end: number },
  message: string,
): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeIn(document, range)), message);
}
