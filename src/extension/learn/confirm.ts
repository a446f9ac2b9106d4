import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { answer, inform } from '../notify.ts';
import { setSetting, setting } from '../settings.ts';
import { asPointer, target } from '../target.ts';
import { solutionView } from '../view.ts';
import { dataFolder } from './folder.ts';

/** Keeps a correction that a person confirms as a row to learn from. Nothing is written before the person has said yes to that. */
export async function confirmCorrection(app: App, value: unknown): Promise<void> {
  const found = await target(app, asPointer(value));
  if (!found) return;
  const { confirm, confirmedRow } = await import('../chunks/learn.ts');
  if (!solutionView(app, found.document, found.solution, []).open && found.solution.finding.kind === 'mistake')
    return inform('Look at the correction first: it is not shown while hints are given.');
  const row = confirmedRow(found.solution);
  if (!row) return inform('There is no correction here to confirm: no mistake was found, or no right steps are known.');
  const folder = await dataFolder();
  if (!folder || !(await mayKeep(folder.name))) return;
  const isNew = await confirm(folder.uri.fsPath, row, new Date().toISOString());
  answer(isNew ? `Kept in ${folder.name}/accepted.jsonl, without a name.` : 'This correction is kept already.');
}

async function mayKeep(folder: string): Promise<boolean> {
  if (setting('lema.learn.confirmed') === 'keep') return true;
  const once = 'Keep It';
  const always = 'Always';
  const picked = await vscode.window.showInformationMessage(
    'May this problem, its steps and the correction be kept to train a model?',
    {
      modal: true,
      detail: `They are added to ${folder}/accepted.jsonl on this machine, without the file’s name or the writer’s. Names inside the text itself stay: take them out first.`,
    },
    once,
    always,
  );
  if (picked === always) await setSetting('lema.learn.confirmed', 'keep');
  return picked === once || picked === always;
}
