import * as vscode from 'vscode';

/** One key for each host, so that the key of one server is never sent to another. */
const secretName = (endpoint: string): string => `lema.apiKey:${URL.canParse(endpoint) ? new URL(endpoint).host : endpoint}`;

export async function readKey(context: vscode.ExtensionContext, endpoint: string): Promise<string | undefined> {
  return (await context.secrets.get(secretName(endpoint)))?.trim() || undefined;
}

/** Asks for the key of a server and keeps it in the secret storage; an empty one takes it out. False when the person turned away. */
export async function askKey(context: vscode.ExtensionContext, endpoint: string): Promise<'kept' | 'removed' | 'cancelled'> {
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
  const entered = await vscode.window.showInputBox({
    title: `API key for ${host}`,
    prompt: 'Kept in the secret storage of VS Code, sent to this host alone. Leave it empty to remove the key.',
    password: true,
    ignoreFocusOut: true,
  });
  if (entered === undefined) return 'cancelled';
  const key = entered.trim();
  if (key) await context.secrets.store(secretName(endpoint), key);
  else await context.secrets.delete(secretName(endpoint));
  return key ? 'kept' : 'removed';
}
