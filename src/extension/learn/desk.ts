import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { RECIPES } from '../../lema/train/recipes.ts';
import type { App } from '../app.ts';
import { warn } from '../notify.ts';
import { setting } from '../settings.ts';
import type { DataFolder } from './folder.ts';
import type { FromPage, ToPage } from './messages.ts';
import type { RuleName, TrainingForm } from './model.ts';
import type { Trainer } from './runner/trainer.ts';
import { openPort, type Port } from './worker/port.ts';
import type { Decision } from './worker/session.ts';

/** What answers the page of one folder: its thread reads and writes, and its messages go back to the page. */
export interface Desk {
  handle(message: FromPage): Promise<void>;
  /** Looks whether the files have changed, and reads them anew if so. */
  look(): Promise<void>;
  /** Shows the runs as they are now. */
  showTraining(): Promise<void>;
  dispose(): void;
}

/** The name under which the form offers the corrections themselves. */
const IN_USE = '';

export function createDesk(app: App, folder: DataFolder, trainer: Trainer, say: (message: ToPage) => void): Desk {
  let port: Port | null = null;
  let width = 720;
  let reading = false;
  let place = 0;
  let chosen: string | null = null;
  let rules: readonly RuleName[] = [];

  const overview = async (own: Port) => say({ kind: 'overview', overview: await own.ask('overview', { width }) });
  const card = async (own: Port, position: number, focus = true) => {
    place = position;
    say({ kind: 'card', card: await own.ask('card', { position }), focus });
  };
  const training = async (own: Port) => {
    const found = await own.ask('training', { folder: folder.uri.fsPath, chosen, width });
    say({ kind: 'training', training: found, form: formOf(found.examples, trainer) });
  };
  const all = async (own: Port) => {
    say({ kind: 'rules', rules });
    await overview(own);
    await card(own, place);
    await training(own);
  };
  /** Reads the folder from its beginning. */
  const read = async () => {
    if (reading) return;
    reading = true;
    try {
      port ??= openPort(vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'learn-worker.cjs').fsPath);
      const question = { folder: folder.uri.fsPath, name: folder.name };
      rules = await port.ask('open', question, (share, rows) => say({ kind: 'reading', share, rows }));
      await all(port);
    } catch (error) {
      failed(error);
    } finally {
      reading = false;
    }
  };
  const failed = (error: unknown) => {
    port?.dispose();
    port = null;
    app.log.error('learn', error);
    say({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  };

  const decided = async (own: Port, row: string, position: number, decision: Decision) => {
    const done = await own.ask('decide', { row, decision });
    const words = { accept: 'Accepted.', edit: 'Accepted with changes.', reject: 'Rejected.' }[decision.decision];
    say({ kind: 'said', words: done ? words : 'This correction does not wait any more.' });
    await overview(own);
    await card(own, position);
  };
  const start = async (own: Port, { name, data, base, recipe }: Extract<FromPage, { kind: 'train' }>) => {
    const { examples, runs } = await own.ask('training', { folder: folder.uri.fsPath, chosen, width });
    if (!vscode.workspace.isTrusted) return warn('Training starts programs on this machine: trust this folder first.');
    if (data !== IN_USE && !examples.includes(data)) return warn('These examples are not there any more.');
    if (runs.some(run => run.name === `runs/${name}`))
      return warn(`There is a run of the name ${name} already. Resume it, or choose another name.`);
    const request = {
      folder: folder.uri.fsPath,
      name,
      data: data === IN_USE ? null : join(folder.uri.fsPath, data),
      base: baseOf(base),
      recipe,
    };
    chosen = `runs/${name}`;
    trainer.start({ ...request, python: setting('lema.learn.python') });
  };
  const resume = async (own: Port, run: string) => {
    const { runs } = await own.ask('training', { folder: folder.uri.fsPath, chosen, width });
    const known = runs.find(({ name }) => name === run);
    if (!known || !vscode.workspace.isTrusted) return;
    chosen = run;
    trainer.resume({ folder: folder.uri.fsPath, name: run.split('/').at(-1) ?? run, python: setting('lema.learn.python') });
  };

  const answers: { readonly [K in FromPage['kind']]: (own: Port, message: Extract<FromPage, { kind: K }>) => unknown } = {
    ready: all,
    card: (own, { position }) => card(own, position),
    check: async (own, { id, draft }) => say({ kind: 'checked', id, checked: await own.ask('check', { row: id, draft }) }),
    accept: (own, { id, position }) => decided(own, id, position, { decision: 'accept' }),
    edit: (own, { id, position, draft }) => decided(own, id, position, { decision: 'edit', draft }),
    reject: (own, { id, position, reason }) => decided(own, id, position, { decision: 'reject', reason }),
    undo: async own => {
      const at = await own.ask('undo', {});
      say({ kind: 'said', words: at < 0 ? 'There is no decision to take back.' : 'The last decision is taken back.' });
      await overview(own);
      await card(own, at < 0 ? place : at);
    },
    training: (own, { run }) => {
      chosen = run ?? chosen;
      return training(own);
    },
    train: start,
    stop: () => trainer.stop(),
    resume: (own, { run }) => resume(own, run),
    open: (_, { what }) =>
      vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, `${what}.jsonl`), { viewColumn: vscode.ViewColumn.Beside }),
  };

  return {
    handle: async message => {
      if (message.kind === 'ready') width = message.width;
      if (!port) return message.kind === 'ready' ? read() : undefined;
      if (reading && message.kind === 'ready') return;
      try {
        await answers[message.kind](port, message as never);
      } catch (error) {
        if (!['accept', 'edit', 'reject', 'undo'].includes(message.kind)) return failed(error);
        app.log.error('learn', error);
        warn('The decision could not be written down. Is the folder writable, and is there room on the disk?', {
          title: 'Show Log',
          run: () => app.log.show(),
        });
        await read();
      }
    },
    look: async () => {
      if (port && !reading && (await port.ask('isOld', {}).catch(() => true))) await read();
    },
    showTraining: async () => {
      if (port && !reading) await training(port).catch(failed);
    },
    dispose: () => port?.dispose(),
  };
}

/** A base model of the workspace by its path from the root; else what was typed. */
function baseOf(typed: string): string {
  const root = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const path = root === undefined ? typed : join(root, typed);
  return existsSync(path) ? path : typed;
}

const formOf = (examples: readonly string[], trainer: Trainer): TrainingForm => ({
  trusted: vscode.workspace.isTrusted,
  recipes: Object.entries(RECIPES).map(([id, { title }]) => ({ id, title: `${id}: ${title}` })),
  data: [
    { id: IN_USE, title: 'the corrections in use, half of them right solutions' },
    ...examples.map(path => ({ id: path, title: `examples in ${path}` })),
  ],
  busy: trainer.current(),
});
