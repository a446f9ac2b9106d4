import * as vscode from 'vscode';
import { splitMaths } from '../lines.ts';
import type { CommandId } from '../manifest.ts';
import type { Pointer } from '../target.ts';
import { colors, fontSize } from './theme.ts';

/** Escapes text so that Markdown shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&:]/g, '\\$&').replace(/\r?\n/g, '  \n');
}

/** A link that runs a command. */
export function commandLink(title: string, command: CommandId, pointer: Pointer): string {
  return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([pointer]))})`;
}

/** Markdown whose only trusted links are these commands. */
export function markdown(text: string, enabledCommands: readonly CommandId[] = []): vscode.MarkdownString {
  const result = new vscode.MarkdownString(text);
  result.supportThemeIcons = false;
  result.supportHtml = false;
  if (enabledCommands.length > 0) result.isTrusted = { enabledCommands };
  return result;
}

/**
 * Escaped Markdown of a text with `$…$` in it: mathematics becomes a picture whose alternative text is its LaTeX,
 * or stays as source where it cannot be typeset.
 */
export async function typesetText(text: string): Promise<string> {
  const { typeset } = await import('../chunks/typeset.ts');
  return splitMaths(text)
    .map(({ maths, source }) => {
      if (!maths) return escapeMarkdown(source);
      const picture = typeset(source, { color: colors().text, size: fontSize(), bottom: true });
      return picture
        ? `![${source.replace(/[\\[\]\r\n]/g, found => (/\s/.test(found) ? ' ' : `\\${found}`))}](${picture.uri})`
        : escapeMarkdown(source);
    })
    .join('');
}
