import * as vscode from 'vscode';
import { NEW_SET } from '../../classroom/set/keys.ts';
import type { Feature } from '../app.ts';
import { answer } from '../notify.ts';
import { register } from '../register.ts';
import { type Classroom, chosenSet, classroom, type OpenSet } from './load.ts';

interface Target {
  readonly label: string;
  readonly detail: string;
  readonly ending: string;
  write(room: Classroom, own: OpenSet): string;
}

const problemsOf = (room: Classroom, { set }: OpenSet) => room.problemsFor(set, '');

const TARGETS: readonly Target[] = [
  {
    label: 'Student’s copy',
    detail: 'The problems with room for the work, and no answer anywhere',
    ending: 'copy.md',
    write: (room, own) => room.studentCopy(own.set, problemsOf(room, own)),
  },
  {
    label: 'Answer key',
    detail: 'Answers and solutions',
    ending: 'copy.key.md',
    write: (room, own) => room.answerKey(own.set, problemsOf(room, own)),
  },
  {
    label: 'Moodle XML',
    detail: 'For Moodle’s question bank',
    ending: 'xml',
    write: (room, own) => room.moodleXml(own.set, problemsOf(room, own), () => []),
  },
  {
    label: 'GIFT',
    detail: 'For Moodle and others',
    ending: 'gift.txt',
    write: (room, own) => room.gift(own.set, problemsOf(room, own), () => []),
  },
  {
    label: 'CSV',
    detail: 'A table of the problems and answers',
    ending: 'csv',
    write: (room, own) =>
      room.csv([
        ['id', 'title', 'problem', 'answer', 'points'],
        ...problemsOf(room, own).map(p => [p.id, p.title, p.text, p.answer ?? '', p.points]),
      ]),
  },
];

/** Commands for the writer of a set: a new one, a student's variant, the set in another form. */
export const authoring: Feature = {
  name: 'authoring problem sets',
  start: app =>
    vscode.Disposable.from(
      register(app, 'lema.newProblemSet', async () => {
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: NEW_SET });
        await vscode.window.showTextDocument(document);
      }),
      register(app, 'lema.showVariant', showVariant),
      register(app, 'lema.exportSet', exportSet),
    ),
};

async function showVariant(): Promise<void> {
  const room = await classroom();
  const own = room && (await chosenSet(room));
  if (!room || !own) return;
  const student = await vscode.window.showInputBox({
    title: 'Whose variant?',
    prompt: 'The same name always has the same variant.',
    value: 'ann',
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? 'Write a name or a number.' : null),
  });
  if (student === undefined) return;
  const content = room.studentCopy(own.set, room.problemsFor(own.set, student.trim()));
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    vscode.ViewColumn.Beside,
  );
}

async function exportSet(): Promise<void> {
  const room = await classroom();
  const own = room && (await chosenSet(room));
  if (!room || !own) return;
  const target = await vscode.window.showQuickPick(TARGETS, { title: 'Export the set as' });
  if (!target) return;
  const name = own.uri.path.replace(/\.md$/i, '');
  const uri = await vscode.window.showSaveDialog({
    defaultUri: own.uri.with({ scheme: own.uri.scheme === 'untitled' ? 'file' : own.uri.scheme, path: `${name}.${target.ending}` }),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(target.write(room, own)));
  answer(`${target.label} written to ${vscode.workspace.asRelativePath(uri)}`);
}
