import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { App, Feature } from '../app.ts';
import { panelPage } from '../page.ts';
import { register } from '../register.ts';
import { asPointer, reveal, target } from '../target.ts';
import { viewOf } from '../view.ts';
import { readMessage, readState, type ToPanel } from './messages.ts';
import { reviewModel } from './model.ts';

const TYPE = 'lema.review';
/** Where the last review shown is remembered, for a panel that comes back without a state of its own. */
const LAST = 'lema.review.last';

interface Open {
  readonly panel: vscode.WebviewPanel;
  document: vscode.TextDocument;
  solution: string | null;
  show(focus: 'top' | 'how' | null): Promise<void>;
}

/** The review panel: the solution as it is and as it should be, side by side, and how that was decided. One panel for each document. */
export const review: Feature = {
  name: 'review panel',
  start: app => {
    const open = new Map<string, Open>();

    const attach = (panel: vscode.WebviewPanel, document: vscode.TextDocument, solution: string | null): Open => {
      const key = document.uri.toString();
      let ready: () => void = () => {};
      const isReady = new Promise<void>(resolve => {
        ready = resolve;
      });
      const self: Open = {
        panel,
        document,
        solution,
        show: async focus => {
          await isReady;
          const view = await viewOf(app, self.document);
          if (!view) return;
          const model = reviewModel(view);
          await panel.webview.postMessage({ model, solution: self.solution, focus } satisfies ToPanel);
        },
      };
      panel.webview.options = {
        enableScripts: true,
        localResourceRoots: ['dist', 'media'].map(name => vscode.Uri.joinPath(app.context.extensionUri, name)),
      };
      panel.webview.onDidReceiveMessage(async (value: unknown) => {
        const message = readMessage(value);
        if (message?.kind === 'ready') ready();
        else if (message?.kind === 'reveal') await reveal(self.document, message.offset);
        else if (message?.kind === 'command')
          await vscode.commands.executeCommand(message.command, { uri: key, solution: message.solution });
      });
      panel.onDidDispose(() => open.delete(key));
      panel.webview.html = page(app, panel.webview);
      panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'icon.png');
      open.set(key, self);
      return self;
    };

    const show = async (pointer: ReturnType<typeof asPointer>, focus: 'top' | 'how') => {
      const found = await target(app, pointer);
      if (!found) return;
      const { document, solution } = found;
      const key = document.uri.toString();
      const known = open.get(key);
      const title = `Review: ${document.uri.path.split('/').at(-1)}`;
      const viewColumn = [...open.values()].at(-1)?.panel.viewColumn ?? vscode.ViewColumn.Beside;
      const own = known ?? attach(vscode.window.createWebviewPanel(TYPE, title, { viewColumn, preserveFocus: false }), document, null);
      own.document = document;
      own.solution = solution.id;
      void app.context.workspaceState.update(LAST, { uri: key, solution: solution.id });
      if (known) known.panel.reveal(undefined, false);
      await own.show(focus);
    };

    /** A file that was closed and opened again is another document. */
    const redraw = (uri: vscode.Uri) => {
      const own = open.get(uri.toString());
      const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
      if (!own || !document) return;
      own.document = document;
      void own.show(null);
    };
    return vscode.Disposable.from(
      register(app, 'lema.openReview', value => show(asPointer(value), 'top')),
      register(app, 'lema.explain', value => show(asPointer(value), 'how')),
      app.store.onDidChange(redraw),
      app.notes.onDidChange(redraw),
      vscode.window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: async (panel, value: unknown) => {
          const state = readState(value) ?? readState(app.context.workspaceState.get(LAST));
          const document =
            state && (await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri, true))).catch(() => null));
          if (!state || !document) return panel.dispose();
          const own = attach(panel, document, state.solution);
          /* The editor draws the page only after this call has ended, so what waits for the page may not be waited for here. */
          void app.checking.checkNow(document).then(() => own.show(null));
        },
      }),
      new vscode.Disposable(() => {
        for (const { panel } of [...open.values()]) panel.dispose();
      }),
    );
  },
};

function page({ context }: App, webview: vscode.Webview): string {
  const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, ...path)).toString();
  return panelPage({
    title: 'Review',
    words: 'Checking…',
    nonce: randomBytes(16).toString('base64'),
    source: webview.cspSource,
    styles: [file('dist', 'media', 'katex.min.css'), file('media', 'review.css')],
    script: file('dist', 'webview.js'),
  });
}
