import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import { markOf } from '../checking/report.ts';
import { bareMaths, texOf } from '../lines.ts';
import { onSetting, setting } from '../settings.ts';
import { onView, type SolutionView, viewOf } from '../view.ts';
import { fontSize, lineHeight, palettes } from './theme.ts';

/** The note after the first wrong line: what should stand there, typeset; while hints are given, only that it is this line. */
export const inlineNote: Feature = {
  name: 'inline note',
  start: app => {
    const note = vscode.window.createTextEditorDecorationType({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen });
    const drawEditor = async (editor: vscode.TextEditor) => {
      const { document } = editor;
      const style = setting('lema.inlineNote', document);
      if (!app.store.get(document.uri) || style === 'off') return editor.setDecorations(note, []);
      const view = await viewOf(app, document);
      if (!view) return;
      const options = await Promise.all(
        view.solutions.filter(({ disputed }) => !disputed).map(solution => noteOf(document, solution, style)),
      );
      editor.setDecorations(
        note,
        options.filter(option => option !== null),
      );
    };
    const draw = (document?: vscode.TextDocument) => {
      for (const editor of vscode.window.visibleTextEditors) if (!document || editor.document === document) void drawEditor(editor);
    };
    return vscode.Disposable.from(
      note,
      onView(app, draw),
      vscode.window.onDidChangeVisibleTextEditors(() => draw()),
      vscode.window.tabGroups.onDidChangeTabGroups(({ opened, closed }) => opened.length + closed.length > 0 && draw()),
      vscode.window.onDidChangeActiveColorTheme(() => draw()),
      onSetting(['lema.inlineNote'], () => draw()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('editor.fontSize') || event.affectsConfiguration('editor.lineHeight')) draw();
      }),
    );
  },
};

/** From this length of a line on, and in an editor beside others, the note takes fewer words: what does not fit is cut off. */
const LONG = 60;

const COLOR = new vscode.ThemeColor('editorWarning.foreground');

async function noteOf(
  document: vscode.TextDocument,
  view: SolutionView,
  style: 'typeset' | 'text',
): Promise<vscode.DecorationOptions | null> {
  const { solution, correction, first, open } = view;
  const step = solution.steps[first];
  if (!correction || !step || markOf(solution, first) !== 'wrong') return null;
  const line = document.lineAt(document.positionAt(lastLineOf(document, step.range, correction.at)).line);
  const range = new vscode.Range(line.range.end, line.range.end);
  const brief = line.text.length > LONG || vscode.window.tabGroups.all.length > 1;
  const words = { color: COLOR, fontStyle: 'italic', margin: `0 0 0 ${brief ? 1 : 2}em` };
  if (!open) return { range, renderOptions: { after: { ...words, contentText: '✗ look at this line again' } } };
  const shouldBe = correction.replacement ?? correction.correctSteps[0] ?? null;
  if (shouldBe === null) return { range, renderOptions: { after: { ...words, contentText: '✗ this does not follow' } } };
  const maths = bareMaths(shouldBe);
  const [short, long] = correction.verified ? ['✗ →', '✗ should be'] : ['✗ perhaps', '✗ perhaps (not verified)'];
  const lead = brief ? short : long;
  const { typeset } = style === 'typeset' && maths !== null ? await import('../chunks/typeset.ts') : { typeset: () => null };
  const [light, dark] = (['light', 'dark'] as const).map(theme =>
    typeset(texOf(maths ?? ''), { color: palettes[theme].text, size: fontSize(), maxHeight: lineHeight() }),
  );
  if (!light || !dark) return { range, renderOptions: { after: { ...words, contentText: `${lead} ${plain(shouldBe)}` } } };
  /* `verticalAlign` is understood though not in the published types: without it a picture moves its line down. */
  const picture = (uri: string) => ({ contentIconPath: vscode.Uri.parse(uri), margin: '0 0 0 0.5em', verticalAlign: 'top' });
  return {
    range,
    renderOptions: {
      before: { ...words, contentText: lead },
      light: { after: picture(light.uri) },
      dark: { after: picture(dark.uri) },
    },
  };
}

const lastLineOf = (
  document: vscode.TextDocument,
  range: { start: number; end: number },
  at: { start: number; end: number } | null,
): number => (at ? at.end : Math.min(range.end, document.getText().length));

/** LaTeX as a person would type it without LaTeX, near enough for a note. */
function plain(tex: string): string {
  return tex
    .replace(/\$/g, '')
    .replace(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)')
    .replace(/\\(?:cdot|times)\b ?/g, '·')
    .replace(/\\(?:left|right|,|;|!)/g, '')
    .replace(/\\[a-zA-Z]+/g, name => name.slice(1))
    .replace(/[{}]/g, '');
}
