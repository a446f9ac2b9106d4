import * as vscode from 'vscode';
import { isProblemSet } from '../../classroom/set/recognise.ts';
import type { Problem } from '../../classroom/set/set.ts';
import type { Feature } from '../app.ts';
import { classroom, findSets } from './load.ts';

type Node =
  | { readonly kind: 'set'; readonly uri: vscode.Uri }
  | { readonly kind: 'problem'; readonly uri: vscode.Uri; readonly problem: Problem };

/** The problem sets of the open folders with their problems. Nothing is read before the view is looked at. */
export const setTree: Feature = {
  name: 'tree of problem sets',
  start: () => {
    const changed = new vscode.EventEmitter<void>();
    const provider: vscode.TreeDataProvider<Node> = {
      onDidChangeTreeData: changed.event,
      getTreeItem: node => (node.kind === 'set' ? setItem(node.uri) : problemItem(node.uri, node.problem)),
      async getChildren(node) {
        if (node === undefined) return (await findSets()).map(uri => ({ kind: 'set', uri }));
        const room = node.kind === 'set' ? await classroom() : null;
        if (!room) return [];
        const text = (await vscode.workspace.openTextDocument(node.uri)).getText();
        return room.readSet(text).set.problems.map(problem => ({ kind: 'problem', uri: node.uri, problem }));
      },
    };
    return vscode.Disposable.from(
      changed,
      vscode.window.registerTreeDataProvider('lema.sets', provider),
      vscode.workspace.onDidSaveTextDocument(document => {
        if (isProblemSet(document.getText())) changed.fire();
      }),
      vscode.workspace.onDidDeleteFiles(() => changed.fire()),
    );
  },
};

function setItem(uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.workspace.asRelativePath(uri), vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon('checklist');
  item.contextValue = 'lema.set';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}

function problemItem(uri: vscode.Uri, { title, points, variables, text, places }: Problem): vscode.TreeItem {
  const item = new vscode.TreeItem(title);
  const variants = Object.keys(variables).length > 0 ? ', variants' : '';
  item.description = `${points} ${points === 1 ? 'point' : 'points'}${variants}`;
  item.tooltip = text;
  item.iconPath = new vscode.ThemeIcon('symbol-numeric');
  item.command = { command: 'lema.openProblem', title: 'Go to the Problem', arguments: [uri, places.heading.start] };
  return item;
}
