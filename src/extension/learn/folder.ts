import * as vscode from 'vscode';
import { inform } from '../notify.ts';
import { setting } from '../settings.ts';

/** Where the workspace keeps LeMa's data. It need not exist yet. */
export interface DataFolder {
  readonly uri: vscode.Uri;
  /** As the person knows it. */
  readonly name: string;
}

/** The type of the view's panel. */
export const PANEL = 'lema.learn';

const MOST_FILES = 200;

/**
 * The folder that the setting names, inside the workspace; else the one that holds corrections; else the one that is picked of several.
 * Null, and said why, where no folder is open.
 */
export async function dataFolder(): Promise<DataFolder | null> {
  const roots = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const [root] = roots;
  if (!root) {
    inform('Open a folder first: the corrections and the models that learn from them are kept in it.', {
      title: 'Open Folder…',
      run: () => vscode.commands.executeCommand('workbench.action.files.openFolder'),
    });
    return null;
  }
  const named = roots.map(({ uri }) => inside(uri, setting('lema.learn.folder', uri)));
  for (const uri of named) if (await isFolder(uri)) return folder(uri);
  const found = await vscode.workspace.findFiles('**/corrections*.jsonl', '**/{node_modules,.git}/**', MOST_FILES);
  const folders = [...new Map(found.map(file => vscode.Uri.joinPath(file, '..')).map(uri => [uri.toString(), uri])).values()];
  if (folders.length === 0) return folder(named[0] ?? root.uri);
  if (folders.length === 1 && folders[0]) return folder(folders[0]);
  const items = folders.map(uri => ({ label: folder(uri).name, uri })).sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await vscode.window.showQuickPick(items, { title: 'Which folder of corrections?' });
  return picked ? folder(picked.uri) : null;
}

const folder = (uri: vscode.Uri): DataFolder => ({ uri, name: vscode.workspace.asRelativePath(uri) });

/** A path of the setting, taken from the workspace's root; one that leads out of it is not followed. */
function inside(root: vscode.Uri, path: string): vscode.Uri {
  const uri = vscode.Uri.joinPath(root, path);
  return `${uri.path}/`.startsWith(`${root.path.replace(/\/$/, '')}/`) ? uri : vscode.Uri.joinPath(root, '.lema');
}

const isFolder = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
