import { type ChildProcess, fork } from 'node:child_process';
import * as vscode from 'vscode';
import type { App } from '../../app.ts';
import { inform, warn } from '../../notify.ts';
import type { FromRunner, RunRequest, ToRunner } from './protocol.ts';

/** The training run of this window. There is one at a time. */
export interface Trainer extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** The name of the run that is at work, and what it does, in words. */
  current(): { readonly name: string; readonly status: string } | null;
  start(request: RunRequest): void;
  resume(request: Pick<RunRequest, 'folder' | 'name' | 'python'>): void;
  /** Asks it to stop at a checkpoint. */
  stop(): void;
}

export function createTrainer(app: App): Trainer {
  const changed = new vscode.EventEmitter<void>();
  const item = vscode.window.createStatusBarItem('lema.training', vscode.StatusBarAlignment.Left, 0);
  item.name = 'LeMa Training';
  item.command = 'lema.trainModel';
  let running: { readonly name: string; readonly child: ChildProcess; status: string } | null = null;

  const told = (name: string, status: string, share: string) => {
    if (running?.name !== name) return;
    running.status = status;
    item.text = `$(sync~spin) ${share === '' ? 'Training' : share}`;
    item.tooltip = `Training ${name}. ${status}`;
    item.accessibilityInformation = { label: `Training ${name}. ${status}` };
    item.show();
    changed.fire();
  };
  const ended = (name: string, { status, why }: Extract<FromRunner, { kind: 'ended' }>) => {
    if (running?.name !== name) return;
    running = null;
    item.hide();
    changed.fire();
    const show = { title: 'Show', run: () => vscode.commands.executeCommand('lema.trainModel') };
    if (status === 'done') inform(`${name} is trained.`, show);
    else if (status === 'failed') {
      app.log.error('training', new Error(why ?? 'the trainer failed'));
      warn(`Training ${name} failed: ${why ?? 'the log says more'}`, show);
    }
  };
  const run = (name: string, message: ToRunner) => {
    if (running) return warn(`${running.name} is being trained in this window; wait for its end or stop it first.`);
    const file = vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'train-runner.mjs').fsPath;
    const child = fork(file, [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    running = { name, child, status: '' };
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-2_000);
    });
    child.on('message', (event: FromRunner) => {
      if (event.kind === 'status') told(name, event.text, '');
      else if (event.kind === 'step')
        told(name, stepWords(event), `${Math.round((100 * event.step) / Math.max(1, event.of))} %${leftWords(event.secondsLeft)}`);
      else ended(name, event);
    });
    child.on('error', error => ended(name, { kind: 'ended', status: 'failed', why: error.message }));
    child.on('exit', () =>
      ended(name, { kind: 'ended', status: 'failed', why: said.trim().split('\n').at(-1) || 'the process ended before its work was done' }),
    );
    child.send(message);
    told(name, 'Starting.', '');
  };
  return {
    onDidChange: changed.event,
    current: () => running && { name: running.name, status: running.status },
    start: request => run(request.name, { kind: 'start', request, version: String(app.context.extension.packageJSON.version) }),
    resume: request => run(request.name, { kind: 'resume', request }),
    stop: () => {
      if (!running) return;
      running.child.send({ kind: 'stop' } satisfies ToRunner);
      told(running.name, 'Stopping at a checkpoint.', '');
    },
    dispose: () => {
      if (running?.child.connected) running.child.disconnect();
      running = null;
      item.dispose();
      changed.dispose();
    },
  };
}

const stepWords = ({ step, of, loss, secondsLeft }: Extract<FromRunner, { kind: 'step' }>): string =>
  `Step ${step} of ${of}${loss === null ? '' : `, loss ${loss.toPrecision(3)}`}${leftWords(secondsLeft)}.`;

function leftWords(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 90) return `, ${Math.ceil(seconds)} s left`;
  return seconds < 5_400 ? `, ${Math.round(seconds / 60)} min left` : `, ${(seconds / 3600).toFixed(1)} h left`;
}
