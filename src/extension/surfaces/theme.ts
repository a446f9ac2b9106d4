import * as vscode from 'vscode';

export interface Palette {
  readonly text: string;
  readonly note: string;
}

/** Colours for pictures, which cannot use theme colours; chosen for contrast 7 : 1 on the usual backgrounds. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: { text: '#1f2328', note: '#8a1c1c' },
  dark: { text: '#e6e6e6', note: '#ffb4a9' },
};

function isDark(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
}

export const colors = (): Palette => palettes[isDark() ? 'dark' : 'light'];

/** The editor's font size in pixels. */
export function fontSize(): number {
  const size: unknown = vscode.workspace.getConfiguration('editor').get('fontSize');
  return typeof size === 'number' && size >= 6 && size <= 100 ? size : 14;
}

/** The height of an editor line in pixels, by VS Code's own rule. */
export function lineHeight(): number {
  const set: unknown = vscode.workspace.getConfiguration('editor').get('lineHeight');
  const size = fontSize();
  if (typeof set !== 'number' || set <= 0) return Math.round(1.35 * size);
  return set < 8 ? Math.round(set * size) : set;
}
