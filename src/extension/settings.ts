import * as vscode from 'vscode';
import { type SettingId, type SettingValue, settings } from './manifest.ts';

/** The value of a setting for a document; a value that is not one of the setting's own falls back to its default. */
export function setting<K extends SettingId>(id: K, scope?: vscode.ConfigurationScope): SettingValue<K> {
  const spec: { default: unknown; type: string; enum?: readonly string[] } = settings[id];
  const value: unknown = vscode.workspace.getConfiguration(undefined, scope ?? null).get(id);
  const typed = spec.type === 'integer' ? Number.isInteger(value) : typeof value === spec.type;
  const allowed = typed && (!spec.enum || spec.enum.includes(String(value)));
  return (allowed ? value : spec.default) as SettingValue<K>;
}

/** Writes a setting for this person on this machine, never into a folder. */
export async function setSetting<K extends SettingId>(id: K, value: SettingValue<K>): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Global);
}

/** Runs `changed` when one of these settings changes. */
export function onSetting(ids: readonly SettingId[], changed: () => unknown): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (ids.some(id => event.affectsConfiguration(id))) changed();
  });
}
