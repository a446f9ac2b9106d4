import * as vscode from 'vscode';
import type { App, Feature } from '../app.ts';
import { mathsLine } from '../lines.ts';
import type { PlacedNote } from '../notes/notes.ts';
import { register } from '../register.ts';
import { rangeIn } from '../store.ts';
import { asPointer } from '../target.ts';
import { type SolutionView, solutionView } from '../view.ts';
import { heading, mistakeMessage } from '../words.ts';
import { escapeMarkdown, markdown, typesetText } from './markup.ts';

/** One remark in a thread: the tutor's correction, or a note of the student with its id. */
interface Remark extends vscode.Comment {
  readonly id: string | null;
  readonly uri: string;
  /** The solution whose correction this is. */
  readonly solution?: string;
}

interface Group {
  readonly key: string;
  readonly range: vscode.Range;
  readonly label: string;
  readonly remarks: readonly Remark[];
}

/** Comment threads beside the steps: the full correction when it was asked for, and the student's own notes as its replies. */
export const comments: Feature = {
  name: 'comments',
  start: app => {
    const controller = vscode.comments.createCommentController('lema', 'LeMa');
    controller.options = { prompt: 'Add a note to this step', placeHolder: 'What do you think, what do you want to remember?' };
    controller.commentingRangeProvider = {
      provideCommentingRanges: document => {
        const entry = app.store.fresh(document);
        return entry?.report.solutions.flatMap(({ steps }) => steps.map(({ range }) => rangeIn(document, range))) ?? [];
      },
    };
    const threads = new Map<string, Map<string, vscode.CommentThread>>();
    const shown = new Set<string>();

    const draw = async (document: vscode.TextDocument) => {
      const key = document.uri.toString();
      const groups = await groupsOf(app, document, shown);
      const old = threads.get(key) ?? new Map<string, vscode.CommentThread>();
      const now = new Map<string, vscode.CommentThread>();
      for (const group of groups) {
        const thread = old.get(group.key) ?? controller.createCommentThread(document.uri, group.range, []);
        if (!thread.range?.isEqual(group.range)) thread.range = group.range;
        if (!old.has(group.key)) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
        thread.label = group.label;
        thread.comments = group.remarks;
        thread.contextValue = 'lema';
        now.set(group.key, thread);
      }
      for (const [id, thread] of old) if (!now.has(id)) thread.dispose();
      threads.set(key, now);
    };
    const redraw = (uri: vscode.Uri) => {
      const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
      if (document && (app.store.fresh(document) || app.notes.known(uri).length > 0)) void draw(document);
    };

    return vscode.Disposable.from(
      controller,
      app.store.onDidChange(redraw),
      app.notes.onDidChange(redraw),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        for (const thread of threads.get(uri.toString())?.values() ?? []) thread.dispose();
        threads.delete(uri.toString());
      }),
      vscode.commands.registerCommand('lema.internal.openThread', async (value: unknown) => {
        const pointer = asPointer(value);
        const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === pointer?.uri);
        if (!pointer?.solution || !document) return;
        const id = correctionKey(pointer.uri, pointer.solution);
        shown.add(id);
        await draw(document);
        const thread = threads.get(pointer.uri)?.get(id);
        if (thread) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      }),
      register(app, 'lema.saveNote', async (value: unknown) => {
        const reply = value as vscode.CommentReply;
        const document = await vscode.workspace.openTextDocument(reply.thread.uri);
        const range = reply.thread.range ?? new vscode.Range(0, 0, 0, 0);
        const owned = [...(threads.get(reply.thread.uri.toString())?.values() ?? [])].includes(reply.thread);
        await app.notes.add(document, stepRange(app, document, range), 'note', reply.text);
        if (!owned) reply.thread.dispose();
      }),
      register(app, 'lema.deleteNote', async (value: unknown) => {
        const remark = value as Remark;
        if (remark.id === null) return;
        await app.notes.edit(await vscode.workspace.openTextDocument(vscode.Uri.parse(remark.uri)), remark.id, null);
      }),
    );
  },
};

const correctionKey = (uri: string, solution: string) => `correction ${uri} ${solution}`;

/** The offsets of the step that begins in a range, or of the range itself. */
function stepRange(app: App, document: vscode.TextDocument, range: vscode.Range): { start: number; end: number } {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(document.lineAt(range.end.line).range.end);
  const steps = app.store.fresh(document)?.report.solutions.flatMap(solution => solution.steps) ?? [];
  return steps.find(step => step.range.end > start && step.range.start <= end)?.range ?? { start, end };
}

async function groupsOf(app: App, document: vscode.TextDocument, shown: ReadonlySet<string>): Promise<readonly Group[]> {
  const entry = app.store.fresh(document);
  const notes = await app.notes.of(document);
  const uri = document.uri.toString();
  const byLine = new Map<number, Group>();
  for (const solution of entry?.report.solutions ?? []) {
    const view = solutionView(app, document, solution, notes);
    const step = solution.steps[view.first];
    const key = correctionKey(uri, solution.id);
    if (!step || !view.correction || !view.open || !shown.has(key)) continue;
    const range = rangeIn(document, step.range);
    byLine.set(range.start.line, { key, range, label: 'Correction', remarks: [await correctionRemark(view, uri)] });
  }
  for (const placed of notes) {
    const range = placed.found ? rangeIn(document, placed.found.range) : new vscode.Range(0, 0, 0, 0);
    const group = byLine.get(range.start.line);
    const remark = noteRemark(placed, uri);
    byLine.set(
      range.start.line,
      group ? { ...group, remarks: [...group.remarks, remark] } : { key: placed.note.id, range, label: 'Notes', remarks: [remark] },
    );
  }
  return [...byLine.values()];
}

async function correctionRemark({ solution, correction }: SolutionView, uri: string): Promise<Remark> {
  const steps = await Promise.all(
    (correction?.correctSteps ?? []).map(async (step, index) => `${index + 1}. ${await typesetText(mathsLine(step))}`),
  );
  const answer = correction?.answer ? `\n\n**Answer:** ${await typesetText(mathsLine(correction.answer))}` : '';
  const name = solution.mistakeName ? `**${escapeMarkdown(heading(solution.mistakeName))}**\n\n` : '';
  const doubt = correction?.verified === false ? '\n\n_These steps could not be verified._' : '';
  const right = steps.length > 0 ? `\n\nFrom this step on:\n\n${steps.join('\n')}` : '';
  return {
    id: null,
    uri,
    solution: solution.id,
    author: { name: 'LeMa' },
    mode: vscode.CommentMode.Preview,
    body: markdown(`${name}${await typesetText(mistakeMessage(solution))}${right}${answer}${doubt}`),
    contextValue: 'correction',
  };
}

function noteRemark({ note, found }: PlacedNote, uri: string): Remark {
  const gone = found ? (found.exact ? '' : '_The line has changed since._\n\n') : '_The line this was about is gone._\n\n';
  const kind = note.kind === 'dispute' ? '**I dispute this finding.** ' : '';
  return {
    id: note.id,
    uri,
    author: { name: 'You' },
    mode: vscode.CommentMode.Preview,
    body: markdown(gone + kind + escapeMarkdown(note.text)),
    contextValue: 'note',
    timestamp: new Date(note.created),
  };
}
