import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import type { CommandId } from '../manifest.ts';
import { viewOf } from '../view.ts';
import { SOURCE } from './diagnostics.ts';
import { selector } from './selector.ts';

/** Quick fixes on the first mistake. */
export const actions: Feature = {
  name: 'quick fixes',
  start: app =>
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: async (document, range, context) => {
          if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
          const own = context.diagnostics.filter(({ source }) => source === SOURCE);
          if (own.length === 0) return [];
          const view = await viewOf(app, document);
          const found = view?.solutions.find(({ solution, first }) => {
            const step = solution.steps[first];
            return (
              step &&
              document.positionAt(step.range.start).line <= range.end.line &&
              document.positionAt(step.range.end).line >= range.start.line
            );
          });
          if (!found?.correction) return [];
          const pointer = { uri: document.uri.toString(), solution: found.solution.id, step: found.first };
          const fix = (title: string, command: CommandId, preferred = false) => {
            const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
            action.command = { title, command, arguments: [pointer] };
            action.diagnostics = own;
            action.isPreferred = preferred;
            return action;
          };
          return [
            ...(found.open && found.correction.correctSteps.length > 0
              ? [fix('Apply correction from this step', 'lema.applyCorrection', true)]
              : []),
            ...(found.open ? [fix('Show correction', 'lema.showCorrection')] : []),
            fix(found.rungs > 0 ? 'Show the next hint' : 'Show a hint', 'lema.hint'),
            fix('Add a note to this step', 'lema.addNote'),
            fix('Dispute this finding', 'lema.dispute'),
          ];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
};
