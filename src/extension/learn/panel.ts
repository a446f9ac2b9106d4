import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { panelPage } from '../page.ts';
import { createDesk } from './desk.ts';
import { type DataFolder, PANEL } from './folder.ts';
import { readMessage, type Tab, type ToPage } from './messages.ts';
import { createTrainer, type Trainer } from './runner/trainer.ts';

/** Milliseconds after a file has changed before it is looked at. A run writes a line every few seconds; a stage writes its files once. */
const PAUSE = 700;
const DATA = '{corrections*.jsonl,attempts*.jsonl,reviews.jsonl}';
const RUNS = '{*.json,evaluations/*.json,runs/*/*.json,runs/*/metrics.jsonl}';

interface View extends vscode.Disposable {
  show(folder: DataFolder, tab: Tab | null): Promise<void>;
  restore(panel: vscode.WebviewPanel, folder: DataFolder): void;
}

interface Open {
  readonly folder: DataFolder;
  readonly panel: vscode.WebviewPanel;
  goTo(tab: Tab): void;
}

/** The one panel of the view, and the training run of the window: it goes on while the panel is closed. */
export function createView(app: App): View {
  const trainer = createTrainer(app);
  let open: Open | null = null;
  const attach = (panel: vscode.WebviewPanel, folder: DataFolder, tab: Tab | null) => {
    const own = attached(app, trainer, panel, folder, tab);
    panel.onDidDispose(() => {
      if (open === own) open = null;
    });
    open = own;
  };
  return {
    show: async (folder, tab) => {
      if (open?.folder.uri.toString() === folder.uri.toString()) {
        open.panel.reveal(undefined, false);
        if (tab) open.goTo(tab);
        return;
      }
      open?.panel.dispose();
      const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
      attach(vscode.window.createWebviewPanel(PANEL, 'Learn from Mistakes', column), folder, tab);
    },
    restore: (panel, folder) => attach(panel, folder, null),
    dispose: () => {
      open?.panel.dispose();
      trainer.dispose();
    },
  };
}

function attached(app: App, trainer: Trainer, panel: vscode.WebviewPanel, folder: DataFolder, first: Tab | null): Open {
  const { webview } = panel;
  let wanted = first;
  let isReady = false;
  const say = (message: ToPage) => void webview.postMessage(message);
  const goTo = () => {
    if (wanted && isReady) say({ kind: 'tab', tab: wanted });
    if (isReady) wanted = null;
  };
  const desk = createDesk(app, folder, trainer, say);
  webview.options = {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map(name => vscode.Uri.joinPath(app.context.extensionUri, name)),
  };
  const subscriptions = [
    webview.onDidReceiveMessage(async (value: unknown) => {
      const message = readMessage(value);
      if (!message) return;
      if (message.kind === 'ready') {
        isReady = true;
        goTo();
      }
      await desk.handle(message);
    }),
    watched(folder.uri, DATA, () => desk.look()),
    watched(folder.uri, RUNS, () => desk.showTraining()),
    trainer.onDidChange(() => void desk.showTraining()),
    desk,
  ];
  panel.onDidChangeViewState(() => {
    if (!panel.visible) isReady = false;
  });
  panel.onDidDispose(() => vscode.Disposable.from(...subscriptions).dispose());
  panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'icon.png');
  webview.html = page(app, webview);
  return {
    folder,
    panel,
    goTo: tab => {
      wanted = tab;
      goTo();
    },
  };
}

/** Runs `look` once a while after files have changed, however often they do. */
function watched(folder: vscode.Uri, pattern: string, look: () => unknown): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, PAUSE);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function page({ context }: App, webview: vscode.Webview): string {
  const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, ...path)).toString();
  return panelPage({
    title: 'Learn from Mistakes',
    words: 'Reading…',
    nonce: randomBytes(16).toString('base64'),
    source: webview.cspSource,
    styles: [file('dist', 'media', 'katex.min.css'), file('media', 'review.css'), file('media', 'learn.css')],
    script: file('dist', 'learn-webview.js'),
  });
}
