import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { warn } from '../notify.ts';
import { panelPage } from '../page.ts';
import { type DataFolder, PANEL } from './folder.ts';
import { type FromPage, readMessage, type Tab, type ToPage } from './messages.ts';
import { openPort, type Port } from './worker/port.ts';

/** Milliseconds after a file has changed before the folder is looked at again. */
const PAUSE = 700;
const WATCHED = '{corrections*.jsonl,attempts*.jsonl,reviews.jsonl}';

interface View extends vscode.Disposable {
  show(folder: DataFolder, tab: Tab | null): Promise<void>;
  restore(panel: vscode.WebviewPanel, folder: DataFolder): Promise<void>;
}

interface Open {
  readonly folder: DataFolder;
  readonly panel: vscode.WebviewPanel;
  goTo(tab: Tab): void;
}

/** The one panel of the view. */
export function createView(app: App): View {
  let open: Open | null = null;
  const attach = (panel: vscode.WebviewPanel, folder: DataFolder, tab: Tab | null) => {
    const own = attached(app, panel, folder, tab);
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
      const panel = vscode.window.createWebviewPanel(PANEL, 'Learn from Mistakes', {
        viewColumn: vscode.ViewColumn.Active,
        preserveFocus: false,
      });
      attach(panel, folder, tab);
    },
    restore: async (panel, folder) => attach(panel, folder, null),
    dispose: () => open?.panel.dispose(),
  };
}

/** Fills a panel: a thread reads the folder, the page shows what it says, and the page's decisions go back to it. */
function attached(app: App, panel: vscode.WebviewPanel, folder: DataFolder, first: Tab | null): Open {
  const { webview } = panel;
  const say = (message: ToPage) => void webview.postMessage(message);
  let port: Port | null = null;
  let width = 720;
  let reading = false;

  const troubled = (error: unknown) => {
    app.log.error('learn', error);
    say({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  };
  const overview = async () => {
    if (port) say({ kind: 'overview', overview: await port.ask('overview', { width }) });
  };
  const card = async (position: number, focus: boolean) => {
    if (port) say({ kind: 'card', card: await port.ask('card', { position }), focus });
  };
  /** Reads the folder, from its beginning. */
  const read = async (position: number) => {
    if (reading) return;
    reading = true;
    try {
      port ??= openPort(vscode.Uri.joinPath(app.context.extensionUri, 'dist', 'learn-worker.cjs').fsPath);
      const question = { folder: folder.uri.fsPath, name: folder.name };
      const rules = await port.ask('open', question, (share, rows) => say({ kind: 'reading', share, rows }));
      say({ kind: 'rules', rules });
      await overview();
      await card(position, true);
    } catch (error) {
      port?.dispose();
      port = null;
      troubled(error);
    } finally {
      reading = false;
    }
  };
  let place = 0;
  const answers: { readonly [K in FromPage['kind']]: (message: Extract<FromPage, { kind: K }>, port: Port) => Promise<void> } = {
    ready: async message => {
      width = message.width;
      await overview();
    },
    card: async ({ position }) => {
      place = position;
      await card(position, true);
    },
    check: async ({ id, draft }, own) => say({ kind: 'checked', id, checked: await own.ask('check', { row: id, draft }) }),
    accept: ({ id, position }, own) => decided(own, id, position, { decision: 'accept' }),
    edit: ({ id, position, draft }, own) => decided(own, id, position, { decision: 'edit', draft }),
    reject: ({ id, position, reason }, own) => decided(own, id, position, { decision: 'reject', reason }),
    undo: async (_, own) => {
      const at = await own.ask('undo', {});
      say({ kind: 'said', words: at < 0 ? 'There is no decision to take back.' : 'The last decision is taken back.' });
      await overview();
      await card(at < 0 ? place : at, true);
    },
    open: async ({ what }) => {
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, `${what}.jsonl`), { viewColumn: vscode.ViewColumn.Beside });
    },
  };
  const decided = async (own: Port, row: string, position: number, decision: Parameters<typeof own.ask<'decide'>>[1]['decision']) => {
    const done = await own.ask('decide', { row, decision });
    say({
      kind: 'said',
      words: done
        ? `${{ accept: 'Accepted', edit: 'Accepted with changes', reject: 'Rejected' }[decision.decision]}.`
        : 'This correction does not wait any more.',
    });
    place = position;
    await overview();
    await card(position, true);
  };

  let started = false;
  webview.options = {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map(name => vscode.Uri.joinPath(app.context.extensionUri, name)),
  };
  webview.onDidReceiveMessage(async (value: unknown) => {
    const message = readMessage(value);
    if (!message) return;
    if (message.kind === 'ready' && !started) {
      started = true;
      width = message.width;
      if (first) say({ kind: 'tab', tab: first });
      await read(0);
      return;
    }
    if (!port) return message.kind === 'ready' ? read(place) : undefined;
    try {
      await answers[message.kind](message as never, port);
    } catch (error) {
      app.log.error('learn', error);
      warn('The decision could not be written down. Is the folder writable, and is there room on the disk?', {
        title: 'Show Log',
        run: () => app.log.show(),
      });
      await read(place);
    }
  });

  let timer: NodeJS.Timeout | undefined;
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder.uri, WATCHED));
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (port && !reading && (await port.ask('isOld', {}).catch(() => true))) await read(place);
    }, PAUSE);
  };
  const watching = [watcher, watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look)];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    for (const one of watching) one.dispose();
    port?.dispose();
  });
  panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'icon.png');
  webview.html = page(app, webview);
  return { folder, panel, goTo: tab => say({ kind: 'tab', tab }) };
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
