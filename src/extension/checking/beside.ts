import * as vscode from 'vscode';
import { isKeyName, keyNameOf } from '../../solution/keys.ts';

/** The address of the key beside a document, such as `homework.key.md`; null for what can have none. */
function keyOf(uri: vscode.Uri): string | null {
  const path = uri.scheme === 'untitled' ? null : keyNameOf(uri.path);
  return path === null ? null : uri.with({ path }).toString();
}

/** The text of the key beside a document, as it is in its editor or on the disk; nothing when there is none. */
export async function answersBeside(uri: vscode.Uri): Promise<string | undefined> {
  const key = keyOf(uri);
  if (key === null) return undefined;
  const open = vscode.workspace.textDocuments.find(other => other.uri.toString() === key);
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(key, true)));
  } catch {
    return undefined;
  }
}

/** Calls for the open documents that a key belongs to, whenever it is typed in, made, changed on the disk or taken away. */
export function onKeyChange(changed: (document: vscode.TextDocument) => void): vscode.Disposable {
  const touched = (uri: vscode.Uri) => {
    if (!isKeyName(uri.path)) return;
    const key = uri.toString();
    for (const document of vscode.workspace.textDocuments) if (keyOf(document.uri) === key) changed(document);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.key.*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(touched),
    watcher.onDidChange(touched),
    watcher.onDidDelete(touched),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && touched(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => touched(uri)),
  );
}
