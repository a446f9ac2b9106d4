import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import type { CommandId } from '../manifest.ts';
import { onSetting, setting } from '../settings.ts';
import type { Pointer } from '../target.ts';
import { type View, viewOf } from '../view.ts';
import { summary } from '../words.ts';
import { selector } from './selector.ts';

/** A line of actions over each problem and over the first mistake. */
export const lenses: Feature = {
  name: 'code lenses',
  start: app => {
    const changed = new vscode.EventEmitter<void>();
    const last = new WeakMap<vscode.TextDocument, vscode.CodeLens[]>();
    const provider = vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async document => {
        if (!setting('lema.codeLens', document) || !app.store.get(document.uri)) return [];
        const view = await viewOf(app, document);
        if (view) last.set(document, lensesOf(document, view));
        return last.get(document) ?? [];
      },
    });
    const fire = () => changed.fire();
    return vscode.Disposable.from(
      changed,
      provider,
      app.store.onDidChange(fire),
      app.notes.onDidChange(fire),
      /* A refresh that was under way when an editor lost the focus is dropped by the editor. */
      vscode.window.onDidChangeActiveTextEditor(fire),
      onSetting(['lema.codeLens', 'lema.feedback'], fire),
    );
  },
};

function lensesOf(document: vscode.TextDocument, { solutions }: View): vscode.CodeLens[] {
  return solutions.flatMap(({ solution, first, correction, open, rungs }) => {
    const pointer: Pointer = { uri: document.uri.toString(), solution: solution.id };
    const top = document.positionAt(Math.min(solution.range.start, solution.problemRange.start));
    const lens = (at: vscode.Position, title: string, command: CommandId, to: Pointer) =>
      new vscode.CodeLens(new vscode.Range(at, at), { title, command, arguments: [to] });
    const result = [lens(top, `Check · ${summary(solution)}`, 'lema.check', pointer)];
    if (solution.steps.length > 0) result.push(lens(top, 'Review', 'lema.openReview', pointer));
    const step = solution.steps[first];
    if (!correction || !step) return result;
    const at = document.positionAt(step.range.start);
    const there: Pointer = { ...pointer, step: first };
    const more = correction.hints.length > rungs && rungs > 0 ? `Next hint (${rungs + 1} of ${correction.hints.length})` : 'Hint';
    if (correction.hints.length > 0) result.push(lens(at, more, 'lema.hint', there));
    result.push(lens(at, 'Why', 'lema.explain', there));
    if (open) result.push(lens(at, 'Show correction', 'lema.showCorrection', there), lens(at, 'Apply', 'lema.applyCorrection', there));
    return result;
  });
}
