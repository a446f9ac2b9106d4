import * as vscode from 'vscode';
import type { App, Feature } from '../app.ts';
import { register } from '../register.ts';
import { confirmCorrection } from './confirm.ts';
import { type DataFolder, dataFolder, PANEL } from './folder.ts';
import type { Tab } from './messages.ts';

/** Where the folder that was shown last is remembered, for a panel that comes back with the window. */
const LAST = 'lema.learn.last';

type Chunk = typeof import('../chunks/learn.ts');

/** The view on what a model learns from: corrections counted and reviewed, training started and watched. Loaded when it is first asked for. */
export const learn: Feature = {
  name: 'learn from mistakes',
  start: app => {
    let view: ReturnType<Chunk['createView']> | undefined;
    const load = async () => {
      view ??= (await import('../chunks/learn.ts')).createView(app);
      return view;
    };
    const show = async (tab: Tab | null) => {
      const folder = await dataFolder();
      if (!folder) return;
      await app.context.workspaceState.update(LAST, folder.uri.toString());
      await (await load()).show(folder, tab);
    };
    return vscode.Disposable.from(
      register(app, 'lema.learn', () => show(null)),
      register(app, 'lema.reviewNext', () => show('review')),
      register(app, 'lema.trainModel', () => show('training')),
      register(app, 'lema.confirmCorrection', value => confirmCorrection(app, value)),
      vscode.window.registerWebviewPanelSerializer(PANEL, {
        deserializeWebviewPanel: async panel => {
          const folder = lastFolder(app);
          if (!folder) return panel.dispose();
          const own = await load();
          /* The editor draws the page only after this call has ended. */
          own.restore(panel, folder);
        },
      }),
      new vscode.Disposable(() => view?.dispose()),
    );
  },
};

function lastFolder(app: App): DataFolder | null {
  const last = app.context.workspaceState.get<string>(LAST);
  if (!last) return null;
  const uri = vscode.Uri.parse(last, true);
  return { uri, name: vscode.workspace.asRelativePath(uri) };
}
