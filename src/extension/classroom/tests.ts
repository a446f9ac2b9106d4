import * as vscode from 'vscode';
import type { StudentResult } from '../../classroom/submissions/submission.ts';
import type { App, Feature } from '../app.ts';
import { type Classroom, classroom } from './load.ts';
import { lastClass, openClass, runClass } from './submissions.ts';

/** The class in the Test Explorer: the set as a suite, its students as tests. A test passes when no mistake was found in the student's work. */
export const classTests: Feature = {
  name: 'class in the Test Explorer',
  start: app => {
    const controller = vscode.tests.createTestController('lema.class', 'LeMa class');
    const list = async (): Promise<void> => {
      const room = lastClass(app) ? await classroom() : null;
      if (!room) return;
      const { own, current } = await openClass(app, room);
      const suite = controller.createTestItem(current.set, own.set.title, own.uri);
      const store = room.openStore(current.results);
      const students = [...store.digests().keys()];
      store.close();
      suite.children.replace(students.map(student => controller.createTestItem(`${current.set}#${student}`, student)));
      controller.items.replace([suite]);
    };
    controller.resolveHandler = async item => {
      if (item === undefined) await list();
    };
    controller.refreshHandler = list;
    controller.createRunProfile(
      'Check Submissions',
      vscode.TestRunProfileKind.Run,
      (request, token) => runTests(app, controller, list, request, token),
      true,
    );
    return controller;
  },
};

async function runTests(
  app: App,
  controller: vscode.TestController,
  list: () => Promise<void>,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
): Promise<void> {
  const room = await classroom();
  if (!room || !lastClass(app)) return;
  const { own, current } = await openClass(app, room);
  await runClass(app, room, own, current, { report: () => {} }, token);
  await list();
  const run = controller.createTestRun(request);
  const store = room.openStore(current.results);
  try {
    const items = [...controller.items].flatMap(([, suite]) => [...suite.children].map(([, item]) => item));
    for (const item of items) run.started(item);
    for (const item of items) report(run, item, store.result(item.label), current.folder);
  } finally {
    store.close();
    run.end();
  }
}

function report(
  run: vscode.TestRun,
  item: vscode.TestItem,
  result: ReturnType<ReturnType<Classroom['openStore']>['result']>,
  folder: string,
): void {
  const mistakes = result === null ? [] : messagesOf(result, folder);
  const missing = result === null || result.results.every(work => work.finding === 'missing');
  const lines =
    mistakes.length > 0 ? mistakes.map(({ message }) => String(message)) : [missing ? 'nothing was handed in' : 'no mistake was found'];
  run.appendOutput([item.label, ...lines.map(line => `  ${line}`), ''].join('\r\n'), undefined, item);
  if (mistakes.length > 0) run.failed(item, mistakes);
  else if (missing) run.skipped(item);
  else run.passed(item);
}

function messagesOf({ results }: StudentResult, folder: string): vscode.TestMessage[] {
  return results.flatMap(({ problem, path, mistake }) => {
    if (mistake === null || path === null) return [];
    const message = new vscode.TestMessage(`${problem}: ${mistake.headline}`);
    const position = new vscode.Position(mistake.line - 1, mistake.column - 1);
    message.location = new vscode.Location(vscode.Uri.joinPath(vscode.Uri.file(folder), path), position);
    return [message];
  });
}
