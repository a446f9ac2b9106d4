import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import { type Mark, markOf } from '../checking/report.ts';
import { onSetting, setting } from '../settings.ts';
import { onView } from '../view.ts';

const MARKS: readonly Mark[] = ['right', 'wrong', 'unknown', 'carried'];

/** A mark beside the first line of each step; the shape tells it as well as the colour. */
export const gutter: Feature = {
  name: 'gutter',
  start: app => {
    const icon = (mark: Mark, theme: string) => vscode.Uri.joinPath(app.context.extensionUri, 'media', `${mark}-${theme}.svg`);
    const made = new Map<Mark, vscode.TextEditorDecorationType>();
    const typeOf = (mark: Mark) => {
      const type =
        made.get(mark) ??
        vscode.window.createTextEditorDecorationType({
          gutterIconSize: 'contain',
          light: { gutterIconPath: icon(mark, 'light') },
          dark: { gutterIconPath: icon(mark, 'dark') },
        });
      made.set(mark, type);
      return type;
    };
    const drawEditor = (editor: vscode.TextEditor) => {
      const { document } = editor;
      const entry = app.store.get(document.uri);
      if (entry && entry.version !== document.version) return;
      const shown = entry && setting('lema.gutterIcons', document) ? entry.report.solutions : [];
      for (const mark of shown.length > 0 ? MARKS : made.keys()) {
        editor.setDecorations(
          typeOf(mark),
          shown.flatMap(solution =>
            solution.steps.flatMap((step, index) => {
              if (markOf(solution, index) !== mark) return [];
              const at = document.positionAt(step.range.start);
              return [new vscode.Range(at, at)];
            }),
          ),
        );
      }
    };
    const draw = (document?: vscode.TextDocument) => {
      for (const editor of vscode.window.visibleTextEditors) if (!document || editor.document === document) drawEditor(editor);
    };
    return vscode.Disposable.from(
      new vscode.Disposable(() => {
        for (const type of made.values()) type.dispose();
      }),
      onView(app, draw),
      vscode.window.onDidChangeVisibleTextEditors(() => draw()),
      onSetting(['lema.gutterIcons'], () => draw()),
    );
  },
};
