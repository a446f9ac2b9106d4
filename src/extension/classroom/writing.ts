import * as vscode from 'vscode';
import { headKeys, problemKeys } from '../../classroom/set/keys.ts';
import type { Feature } from '../app.ts';
import { isSet } from './sets.ts';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

type Where = 'head' | 'block' | 'text';

/** Where in a set a line stands: in the front matter, in a problem's block, or in the text. */
function whereIs(document: vscode.TextDocument, line: number): Where {
  let where: Where = 'text';
  for (let i = 0; i <= line; i++) {
    const { text } = document.lineAt(i);
    if (i === 0 && /^---\s*$/.test(text)) where = 'head';
    else if (where === 'head' && /^---\s*$/.test(text)) where = 'text';
    else if (where === 'text' && /^```ya?ml\b/i.test(text)) where = 'block';
    else if (where === 'block' && /^```\s*$/.test(text)) where = 'text';
  }
  return where;
}

const keysAt = (where: Where) => (where === 'head' ? headKeys : where === 'block' ? problemKeys : {});

const completion: vscode.CompletionItemProvider = {
  provideCompletionItems(document, position) {
    if (!isSet(document)) return [];
    const where = whereIs(document, position.line);
    const before = document.lineAt(position.line).text.slice(0, position.character);
    if (where === 'text') return /^#*\s*\w*$/.test(before) ? [problemSnippet()] : [];
    if (/^\s*feedback:\s*\w*$/.test(before))
      return ['correction', 'hints', 'marks', 'none'].map(value => new vscode.CompletionItem(value, vscode.CompletionItemKind.EnumMember));
    if (!/^[\w-]*$/.test(before)) return [];
    return Object.entries(keysAt(where)).map(([key, { about, snippet }]) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.insertText = new vscode.SnippetString(snippet);
      item.documentation = new vscode.MarkdownString(about);
      return item;
    });
  },
};

function problemSnippet(): vscode.CompletionItem {
  const item = new vscode.CompletionItem('problem', vscode.CompletionItemKind.Snippet);
  item.detail = 'A problem with its block';
  item.insertText = new vscode.SnippetString(
    '## ${1:Title}\n\n${2:Solve \\$2x + 3 = 11\\$.}\n\n```yaml\nanswer: ${3:x = 4}\npoints: ${4:2}\nsolution: |\n  ${5:2x = 8}\n  ${6:x = 4}\n```\n',
  );
  return item;
}

const hover: vscode.HoverProvider = {
  provideHover(document, position) {
    if (!isSet(document)) return null;
    const range = document.getWordRangeAtPosition(position, /[a-z][a-z-]*(?=\s*:)/);
    const known = range && keysAt(whereIs(document, position.line))[document.getText(range)];
    return known ? new vscode.Hover(new vscode.MarkdownString(`**${document.getText(range)}**: ${known.about}`), range) : null;
  },
};

/** The id in `id: two-steps` under the cursor. */
const idAt = (document: vscode.TextDocument, position: vscode.Position): vscode.Range | null => {
  const { text } = document.lineAt(position.line);
  const match = /^\s*id:\s*([\w-]+)\s*$/.exec(text);
  if (!match?.[1] || whereIs(document, position.line) !== 'block') return null;
  const start = text.indexOf(match[1], text.indexOf(':') + 1);
  return new vscode.Range(position.line, start, position.line, start + match[1].length);
};

/** Renames a problem: its id in the set, and the headings of copies and submissions in this folder that carry it. */
const rename: vscode.RenameProvider = {
  prepareRename(document, position) {
    const range = isSet(document) ? idAt(document, position) : null;
    if (range === null) throw new Error('Only the id of a problem is renamed here.');
    return range;
  },
  async provideRenameEdits(document, position, name, token) {
    const range = idAt(document, position);
    if (range === null) return null;
    if (!/^[a-z0-9][\w-]*$/i.test(name)) throw new Error('An id has letters, digits, - and _ only.');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, name);
    const heading = new RegExp(`^(#{1,6}[ \\t]+)${document.getText(range)}[ \\t]*$`, 'gim');
    for (const uri of await vscode.workspace.findFiles('**/*.md', '**/node_modules/**', 2000, token)) {
      if (uri.toString() === document.uri.toString()) continue;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      if (!heading.test(text)) continue;
      heading.lastIndex = 0;
      const other = await vscode.workspace.openTextDocument(uri);
      for (const match of text.matchAll(heading)) {
        const start = match.index + (match[1]?.length ?? 0);
        edit.replace(uri, new vscode.Range(other.positionAt(start), other.positionAt(match.index + match[0].trimEnd().length)), name);
      }
    }
    return edit;
  },
};

const CLOSEST = 3;

const fixes: vscode.CodeActionProvider = {
  provideCodeActions(document, _range, { diagnostics }) {
    return diagnostics.filter(d => d.source === 'LeMa set').flatMap(diagnostic => fixFor(document, diagnostic));
  },
};

function fixFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const { message, code, range } = diagnostic;
  if (code === 'points') {
    const sum = /adds up to ([\d.]+)/.exec(message)?.[1];
    return sum === undefined ? [] : [replacing(document, diagnostic, range, sum, `Make it ${sum} points`)];
  }
  if (code === 'same-id') {
    const id = /id '([^']+)'/.exec(message)?.[1];
    const at = id === undefined ? null : idAt(document, range.start);
    return id === undefined || at === null ? [] : [replacing(document, diagnostic, at, `${id}-2`, `Call it ${id}-2`)];
  }
  const unknown = code === 'schema' ? /^'([^']+)' is not known/.exec(message)?.[1] : undefined;
  const near =
    unknown === undefined ? undefined : Object.keys({ ...problemKeys, ...headKeys }).find(key => distance(key, unknown) < CLOSEST);
  const line = document.lineAt(range.start.line);
  const start = unknown === undefined ? -1 : line.text.indexOf(`${unknown}:`);
  if (unknown === undefined || near === undefined || start < 0) return [];
  return [
    replacing(
      document,
      diagnostic,
      new vscode.Range(line.lineNumber, start, line.lineNumber, start + unknown.length),
      near,
      `Change to '${near}'`,
    ),
  ];
}

function replacing(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  range: vscode.Range,
  by: string,
  title: string,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, by);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

/** Letters to change, add or leave out to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Help while a set is written: keys with what they are for, a snippet for a problem, renaming of ids, quick fixes. */
export const setWriting: Feature = {
  name: 'writing problem sets',
  start: () =>
    vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(MARKDOWN, completion, ':', ' '),
      vscode.languages.registerHoverProvider(MARKDOWN, hover),
      vscode.languages.registerRenameProvider(MARKDOWN, rename),
      vscode.languages.registerCodeActionsProvider(MARKDOWN, fixes, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    ),
};
