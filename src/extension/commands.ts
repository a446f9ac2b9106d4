import * as vscode from 'vscode';
import { policyOf } from '../classroom/set/policy.ts';
import type { App, Feature } from './app.ts';
import { correctionEdits } from './apply.ts';
import { firstMistake } from './checking/report.ts';
import { ladderKey, rungNames } from './hints.ts';
import { askModel } from './model/ask.ts';
import { chosenModel } from './model/choice.ts';
import { answer, inform } from './notify.ts';
import { register } from './register.ts';
import { setting } from './settings.ts';
import { rangeIn } from './store.ts';
import { asPointer, checkedDocument, cursorIn, reveal, type Target, target } from './target.ts';
import { solutionView } from './view.ts';
import { documentSummary, summary } from './words.ts';

/** The commands about solutions. Each answers, also when there is nothing to do. */
export const solutionCommands: Feature = {
  name: 'commands',
  start: app => {
    const on = (id: Parameters<typeof register>[1], run: (app: App, pointer: ReturnType<typeof asPointer>) => unknown) =>
      register(app, id, (...args) => run(app, asPointer(args[0])));
    return vscode.Disposable.from(
      on('lema.check', checkOne),
      on('lema.checkAll', checkAll),
      on('lema.nextMistake', () => step(app, 1)),
      on('lema.previousMistake', () => step(app, -1)),
      on('lema.showCorrection', showCorrection),
      on('lema.applyCorrection', applyCorrection),
      on('lema.hint', hint),
      on('lema.addNote', addNote),
      on('lema.dispute', dispute),
      on('lema.showLog', () => app.log.show()),
      on('lema.openExample', () => openExample(app)),
      askOnSave(app),
    );
  },
};

type Pointed = ReturnType<typeof asPointer>;

async function checkOne(app: App, pointer: Pointed): Promise<void> {
  const found = await target(app, pointer);
  if (!found) return;
  const entry = await askModel(app, found.document, found.entry, found.solution.id);
  const solution = entry.report.solutions.find(({ id }) => id === found.solution.id) ?? found.solution;
  answer(`${solution.title || 'Solution'}: ${summary(solution)}`);
}

async function checkAll(app: App, pointer: Pointed): Promise<void> {
  const checked = await checkedDocument(app, pointer);
  if (!checked) return;
  const entry = await askModel(app, checked.document, checked.entry, undefined);
  const words = documentSummary(entry.report);
  if (entry.report.solutions.length === 0) inform(words);
  else answer(words);
}

/** Goes to the next or previous mistake of the document, round the end. */
async function step(app: App, by: 1 | -1): Promise<void> {
  const checked = await checkedDocument(app, undefined);
  if (!checked) return;
  const { document, entry } = checked;
  const places = entry.report.solutions
    .flatMap(solution => {
      const at = solution.finding.kind === 'mistake' ? solution.finding.correction.at : null;
      return at?.start ?? solution.steps[firstMistake(solution)]?.range.start ?? [];
    })
    .sort((a, b) => a - b);
  const here = cursorIn(document);
  const next = by > 0 ? (places.find(at => at > here) ?? places[0]) : (places.findLast(at => at < here) ?? places.at(-1));
  if (next === undefined) return answer(documentSummary(entry.report));
  await reveal(document, next);
}

/** The mistake that a command is about. Answers when there is none. */
async function mistake(app: App, pointer: Pointed): Promise<(Target & { readonly first: number }) | null> {
  const found = await target(app, pointer);
  if (!found) return null;
  const first = firstMistake(found.solution);
  if (first < 0) {
    answer(`${found.solution.title || 'Solution'}: ${summary(found.solution)}`);
    return null;
  }
  return { ...found, first };
}

async function showCorrection(app: App, pointer: Pointed): Promise<void> {
  const found = await mistake(app, pointer);
  if (!found) return;
  if (!(await mayReveal(app, found))) return;
  await reveal(found.document, found.solution.steps[found.first]?.range.start ?? 0);
  await vscode.commands.executeCommand('lema.internal.openThread', { uri: found.document.uri.toString(), solution: found.solution.id });
}

/** While hints are given, the correction is one question away, and the person is asked it. */
async function mayReveal(app: App, { document, solution, first }: Target & { readonly first: number }): Promise<boolean> {
  const { open, correction } = solutionView(app, document, solution, []);
  if (open || !correction) return true;
  if (policyOf(document.getText())?.locked) {
    inform('Your teacher keeps the correction until the work is handed in.');
    return false;
  }
  const show = 'Show the correction';
  const picked = await vscode.window.showInformationMessage('You have not seen all hints yet.', show, 'Give me a hint');
  if (picked === show) {
    app.ladder.reveal(keyOf(document, solution, first), correction.hints.length);
    app.store.touch(document.uri);
    return true;
  }
  if (picked) await hint(app, { uri: document.uri.toString(), solution: solution.id });
  return false;
}

const keyOf = (document: vscode.TextDocument, solution: Target['solution'], first: number): string =>
  ladderKey(document.uri.toString(), solution.id, solution.steps[first]?.text ?? '');

async function applyCorrection(app: App, pointer: Pointed): Promise<void> {
  const found = await mistake(app, pointer);
  if (!found || !(await mayReveal(app, found))) return;
  const { document, entry, solution } = found;
  const edits = correctionEdits(entry.text, entry.report, solution);
  if (edits.length === 0) return inform('No corrected steps could be worked out for this mistake.');
  if (document.version !== entry.version) return inform('The file has changed meanwhile. Try again.');
  const change = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) change.replace(document.uri, rangeIn(document, range), text);
  const done = await vscode.workspace.applyEdit(change);
  if (done) answer('The correction is in place. Undo brings your own lines back.');
  else inform('The file could not be changed. Is it read-only?');
}

async function hint(app: App, pointer: Pointed): Promise<void> {
  const found = await mistake(app, pointer);
  if (!found) return;
  const { document, solution, first } = found;
  const hints = solution.finding.kind === 'mistake' ? solution.finding.correction.hints : [];
  if (hints.length === 0) return inform('There are no hints for this mistake.');
  const policy = policyOf(document.getText());
  const key = keyOf(document, solution, first);
  const last = policy?.locked ? hints.length - 1 : hints.length;
  const next = app.ladder.shown(key) + 1;
  if (policy && next === hints.length && next <= last && !(await explained(app, found))) return;
  const shown = app.ladder.climb(key, last);
  const rung = hints[shown - 1];
  if (!rung) return;
  app.store.touch(document.uri);
  const more = shown < last;
  if (!more && policy?.locked) return inform(`${rungNames[rung.rung]} (the last hint): ${rung.text.replace(/\$/g, '')}`);
  inform(`${rungNames[rung.rung]} (${shown} of ${hints.length}): ${rung.text.replace(/\$/g, '')}`, {
    title: more ? 'Next Hint' : 'Show Correction',
    run: () =>
      vscode.commands.executeCommand(more ? 'lema.hint' : 'lema.showCorrection', {
        uri: document.uri.toString(),
        solution: solution.id,
        step: first,
      }),
  });
}

/** Before the corrected line the student is asked to say what went wrong; the words are kept as a note. Escape stops, an empty answer goes on. */
async function explained(app: App, { document, solution, first }: Target & { readonly first: number }): Promise<boolean> {
  const step = solution.steps[first];
  const words = await vscode.window.showInputBox({
    title: 'Before the corrected line: what went wrong here, in your own words?',
    prompt: step?.text.slice(0, 200) ?? '',
    placeHolder: 'One sentence is enough. It is kept as your note.',
    ignoreFocusOut: true,
  });
  if (words?.trim() && step) await app.notes.add(document, step.range, 'note', words.trim());
  return words !== undefined;
}

async function addNote(app: App, pointer: Pointed): Promise<void> {
  const found = await target(app, pointer);
  const step = found?.solution.steps[Math.max(0, found.step)];
  if (!found) return;
  if (!step) return inform('There is no step here to add a note to.');
  const text = await vscode.window.showInputBox({
    title: `Note to step ${Math.max(0, found.step) + 1}`,
    prompt: step.text.slice(0, 200),
    placeHolder: 'What do you think, what do you want to remember?',
    ignoreFocusOut: true,
  });
  if (!text?.trim()) return;
  if (await app.notes.add(found.document, step.range, 'note', text.trim())) answer('Your note is kept next to the file.');
}

async function dispute(app: App, pointer: Pointed): Promise<void> {
  const found = await mistake(app, pointer);
  const step = found?.solution.steps[found.first];
  if (!found || !step) return;
  const text = await vscode.window.showInputBox({
    title: `Dispute the finding at step ${found.first + 1}`,
    prompt: 'The squiggle goes away until you change this step. Delete the note to bring it back.',
    placeHolder: 'Why is this step right?',
    ignoreFocusOut: true,
  });
  if (text === undefined) return;
  if (await app.notes.add(found.document, step.range, 'dispute', text.trim())) {
    app.store.touch(found.document.uri);
    answer('Noted: this finding is marked as disputed.');
  }
}

async function openExample(app: App): Promise<void> {
  const file = vscode.Uri.joinPath(app.context.extensionUri, 'examples', '07-linear-equation.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

/** Asks the model on save when the person chose that. */
function askOnSave(app: App): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument(async document => {
    if (setting('lema.model.when') !== 'save' || !chosenModel() || !app.checking.isSolution(document)) return;
    const entry = await app.checking.checkNow(document);
    if ('refused' in entry) return;
    await askModel(app, document, entry, undefined).catch(error => app.log.error('model', error));
  });
}
