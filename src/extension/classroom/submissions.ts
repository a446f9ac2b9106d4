import { join } from 'node:path';
import * as vscode from 'vscode';
import type { App, Feature } from '../app.ts';
import { answer, inform, warn } from '../notify.ts';
import { register } from '../register.ts';
import { type Classroom, chosenSet, classroom, type OpenSet } from './load.ts';

/** The class that was looked at last: the set, the folder, and where its results are kept. */
export interface Class {
  readonly set: string;
  readonly folder: string;
  readonly results: string;
}

const LAST = 'lema.class.last';

/** Checking a folder of submissions, its report, and the teacher's own marks. */
export const submissions: Feature = {
  name: 'submissions',
  start: app => {
    const panel = reportPanel(app);
    return vscode.Disposable.from(
      panel,
      register(app, 'lema.checkSubmissions', folder => checkSubmissions(app, folder, panel.show)),
      register(app, 'lema.openReport', () => openReport(app, panel.show)),
      register(app, 'lema.overrideMark', (...args) => overrideMark(app, args, panel.show)),
      register(app, 'lema.openProblem', (uri, offset) => openProblem(uri, offset)),
      register(app, 'lema.openSubmission', (path, line) => openSubmission(app, path, line)),
    );
  },
};

type Show = (page: string, title: string) => void;

export const lastClass = (app: App): Class | undefined => app.context.workspaceState.get<Class>(LAST);

async function checkSubmissions(app: App, given: unknown, show: Show): Promise<void> {
  const room = await classroom();
  const own = room && (await chosenSet(room));
  if (!room || !own) return;
  const folder = given instanceof vscode.Uri ? given : await pickFolder(own);
  if (!folder) return;
  const current: Class = { set: own.uri.toString(), folder: folder.fsPath, results: join(folder.fsPath, '.results.lema.db') };
  await app.context.workspaceState.update(LAST, current);
  try {
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Checking submissions', cancellable: true },
      (progress, token) => runClass(app, room, own, current, progress, token),
    );
    show(page(room, own, current), own.set.title);
  } catch (error) {
    if (!(error instanceof room.StoreError)) throw error;
    warn(error.message);
  }
}

/** Checks what has changed in a class and saves it. Cancelling keeps what is done. */
export async function runClass(
  app: App,
  room: Classroom,
  own: OpenSet,
  { folder, results }: Class,
  progress: { report(value: { message?: string; increment?: number }): void },
  token: vscode.CancellationToken,
): Promise<void> {
  const store = room.openStore(results, true);
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const began = performance.now();
  let shown = 0;
  try {
    const report = await room.checkFolder({
      setText: own.text,
      folder,
      store,
      signal: stop.signal,
      worker: vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'class-worker.cjs').fsPath,
      onProgress: ({ done, total }) => {
        const left = Math.ceil(((performance.now() - began) / Math.max(1, done) / 1000) * (total - done));
        progress.report({ message: `${done} of ${total}, ${left} s left`, increment: ((done - shown) / Math.max(1, total)) * 100 });
        shown = done;
      },
    });
    for (const { path, message } of report.faults) app.log.error(`submissions: ${path}`, new Error(message));
    answer(
      `${report.done} of ${report.total} checked, ${report.kept} unchanged${stop.signal.aborted ? '; stopped, the rest is checked next time' : ''}`,
    );
  } finally {
    store.close();
  }
}

async function pickFolder(own: OpenSet): Promise<vscode.Uri | null> {
  const picked = await vscode.window.showOpenDialog({
    title: 'The folder with the submissions: a file or a folder a student',
    openLabel: 'Check',
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: vscode.Uri.joinPath(own.uri, '..'),
  });
  return picked?.[0] ?? null;
}

function page(room: Classroom, { set }: OpenSet, { results }: Class): string {
  const store = room.openStore(results);
  try {
    const link = (path: string, line: number | null) =>
      `command:lema.openSubmission?${encodeURIComponent(JSON.stringify([path, line ?? 1]))}`;
    return room.reportPage(room.summarise(set, store.results(), store.overrides()), link);
  } finally {
    store.close();
  }
}

async function openReport(app: App, show: Show): Promise<void> {
  const current = lastClass(app);
  const room = await classroom();
  if (!room) return;
  if (!current) {
    inform('No class was checked here yet.', {
      title: 'Check Submissions…',
      run: () => vscode.commands.executeCommand('lema.checkSubmissions'),
    });
    return;
  }
  const { own } = await openClass(app, room);
  show(page(room, own, current), own.set.title);
}

/** The class that was checked last, with its set as it is now. Throws when there is none. */
export async function openClass(app: App, room: Classroom): Promise<{ own: OpenSet; current: Class }> {
  const current = lastClass(app);
  if (!current) throw new Error('no class was checked yet');
  const uri = vscode.Uri.parse(current.set, true);
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  return { own: { uri, text, set: room.readSet(text).set }, current };
}

/** Asks for whose mark, which problem, how many points and why. Arguments answer the questions in that order, for keyboard macros. */
async function overrideMark(app: App, given: readonly unknown[], show: Show): Promise<void> {
  const current = lastClass(app);
  const room = await classroom();
  if (!room || !current) return openReport(app, show);
  const said = given.map(value => (typeof value === 'string' ? value : undefined));
  const store = room.openStore(current.results);
  try {
    const student =
      said[0] ?? (await vscode.window.showQuickPick([...store.digests().keys()], { title: 'Whose mark?', ignoreFocusOut: true }));
    const result = student === undefined ? null : store.result(student);
    if (student === undefined || result === null) return;
    const works = result.results.map(work => ({ label: work.problem, description: `${work.mark.points} of ${work.mark.of}`, work }));
    const chosen =
      said[1] === undefined
        ? await vscode.window.showQuickPick(works, { title: `${student}: which problem?`, ignoreFocusOut: true })
        : works.find(w => w.label === said[1]);
    if (!chosen) return;
    const { of } = chosen.work.mark;
    const wrong = (value: string): string | null =>
      value.trim() !== '' && Number(value) >= 0 && Number(value) <= of ? null : `A number from 0 to ${of}.`;
    const points =
      said[2] ??
      (await vscode.window.showInputBox({ title: `Points for ${chosen.label}, of ${of}`, validateInput: wrong, ignoreFocusOut: true }));
    if (points === undefined || wrong(points) !== null) return;
    const reason =
      said[3] ??
      (await vscode.window.showInputBox({
        title: 'Why?',
        prompt: 'The student sees this.',
        ignoreFocusOut: true,
        validateInput: value => (value.trim() === '' ? 'A mark of your own has a reason.' : null),
      }));
    if (!reason?.trim()) return;
    store.override({ student, problem: chosen.label, points: Number(points), reason, at: new Date().toISOString(), consent: false });
    answer(`${student}, ${chosen.label}: ${points} of ${of}`);
  } finally {
    store.close();
  }
  await openReport(app, show);
}

async function openProblem(uri: unknown, offset: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(typeof offset === 'number' ? offset : 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

async function openSubmission(app: App, path: unknown, line: unknown): Promise<void> {
  const current = lastClass(app);
  if (!current || typeof path !== 'string' || path.split(/[\\/]/).includes('..')) return;
  const position = new vscode.Position(Math.max(0, (typeof line === 'number' ? line : 1) - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(current.folder), path), {
    selection: new vscode.Range(position, position),
    viewColumn: vscode.ViewColumn.One,
  });
}

/** One panel for the report. Its page runs no script; its links may only open a line of a submission. */
function reportPanel(app: App): vscode.Disposable & { show: Show } {
  let panel: vscode.WebviewPanel | null = null;
  return {
    show(page, title) {
      if (panel === null) {
        panel = vscode.window.createWebviewPanel('lema.report', title, vscode.ViewColumn.Active, {
          enableScripts: false,
          enableCommandUris: ['lema.openSubmission'],
          localResourceRoots: [],
        });
        panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'icon.png');
        panel.onDidDispose(() => {
          panel = null;
        });
      }
      panel.title = `Report: ${title}`;
      panel.webview.html = page;
      panel.reveal();
    },
    dispose: () => panel?.dispose(),
  };
}
