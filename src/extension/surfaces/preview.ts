import type { Token } from 'markdown-it';

import * as vscode from 'vscode';
import type { App, Feature } from '../app.ts';
import { type Mark, markOf, type SolutionReport } from '../checking/report.ts';
import { bareMaths } from '../lines.ts';
import { solutionView } from '../view.ts';
import { hintsMessage, markNames, markSigns, mistakeMessage } from '../words.ts';
import { decorate, type LineMark } from './previewMarks.ts';

const rendered = new Set<string>();
let app: App | undefined;

/** Draws the Markdown preview again when something about its document changes. */
export const preview: Feature = {
  name: 'Markdown preview',
  start: started => {
    app = started;
    const refresh = (uri: vscode.Uri) => {
      if (rendered.has(uri.toString())) void vscode.commands.executeCommand('markdown.preview.refresh');
    };
    return vscode.Disposable.from(started.store.onDidChange(refresh), started.notes.onDidChange(refresh), {
      dispose: () => {
        app = undefined;
        rendered.clear();
      },
    });
  },
};

/** What is used of the preview's own markdown-it, which is another version than the one that solutions are read with. */
interface PreviewMarkdown {
  readonly renderer: {
    render(tokens: Token[], options: unknown, env: unknown): string;
    readonly rules: { lema_html?: unknown };
  };
}

/** The Markdown preview's own markdown-it with the marks of the document that is shown. */
export function extendMarkdownIt<M extends PreviewMarkdown>(md: M): M {
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) => render(marked(tokens, env), options, env);
  md.renderer.rules.lema_html = (tokens: readonly Token[], index: number) => tokens[index]?.content ?? '';
  return md;
}

function marked(tokens: Token[], env: unknown): Token[] {
  const uri = typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : undefined;
  if (!app || !(uri instanceof vscode.Uri)) return tokens;
  rendered.add(uri.toString());
  const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
  const entry = document && app.store.fresh(document);
  if (!document || !entry) return tokens;
  const marks = entry.report.solutions.flatMap(solution => marksOf(document, solution));
  return decorate(tokens, marks, escapeHtml);
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, found => `&#${found.charCodeAt(0)};`);

function marksOf(document: vscode.TextDocument, solution: SolutionReport): LineMark[] {
  if (!app) return [];
  const { first, open } = solutionView(app, document, solution, []);
  const correction = solution.finding.kind === 'mistake' ? solution.finding.correction : null;
  return solution.steps.map((step, index) => {
    const mark: Mark = markOf(solution, index);
    return {
      line: document.positionAt(step.range.start).line,
      lastLine: document.positionAt(step.range.end).line,
      mark,
      sign: markSigns[mark],
      label: mark === 'carried' ? `consistent with step ${first + 1}` : markNames[mark],
      note: index === first ? (open ? mistakeMessage(solution) : hintsMessage) : null,
      steps: index === first && open && correction ? correction.correctSteps.map(step => bareMaths(step) ?? step) : [],
    };
  });
}
