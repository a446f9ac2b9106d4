import { homedir } from 'node:os';
import { join } from 'node:path';
import { protocolFor } from '../../model/protocol/protocol.ts';
import { StageError } from '../files/stage.ts';

/** The editor's settings for asking a model. The protocol is named only when the model's name does not tell it. */
export function settingsFor(url: string, name: string, trained: boolean): Readonly<Record<string, string>> {
  return {
    'lema.model.endpoint': url,
    'lema.model.name': name,
    ...(trained && protocolFor(name).name !== 'lema' ? { 'lema.model.protocol': 'lema' } : {}),
  };
}

/** The lines to paste into settings.json. */
export const settingsText = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');

/** The user's settings.json of VS Code. */
export function settingsFile(): string {
  const { APPDATA, XDG_CONFIG_HOME, VSCODE_PORTABLE } = process.env;
  if (VSCODE_PORTABLE) return join(VSCODE_PORTABLE, 'user-data', 'User', 'settings.json');
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (APPDATA ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (XDG_CONFIG_HOME ?? join(home, '.config'));
  return join(base, 'Code', 'User', 'settings.json');
}

/** One piece of JSON with comments: a comment, a string, a mark, a run of space, or a bare word. */
const PIECE = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|[{}[\],:]|\s+|[^\s"{}[\],:/]+/g;

/**
 * The text of a settings.json with these settings in it; all else stays as it is, comments included.
 * @throws StageError when the text is not an object of JSON with comments.
 */
export function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings).reduce(
    (now, [key, value]) => withSetting(now, key, JSON.stringify(value)),
    text.trim() === '' ? '{}\n' : text,
  );
}

function withSetting(text: string, key: string, value: string): string {
  const pieces = text.match(PIECE) ?? [];
  if (pieces.join('') !== text) throw new StageError('the settings are not JSON; put them right in the editor first');
  const solid = pieces.map((piece, at) => ({ piece, at })).filter(({ piece }) => !/^\s|^\/[/*]/.test(piece) && piece.trim() !== '');
  const [open] = solid;
  if (open?.piece !== '{' || solid.at(-1)?.piece !== '}')
    throw new StageError('the settings are not a JSON object; put them right in the editor first');
  let depth = 0;
  for (const [i, { piece }] of solid.entries()) {
    if (piece === '}' || piece === ']') depth--;
    const [colon, old, after] = solid.slice(i + 1, i + 4);
    if (depth === 1 && colon?.piece === ':' && piece === JSON.stringify(key) && old && !/^[{[]/.test(old.piece) && after)
      return [...pieces.slice(0, old.at), value, ...pieces.slice(old.at + 1)].join('');
    if (piece === '{' || piece === '[') depth++;
  }
  const first = solid[1]?.piece === '}';
  return [...pieces.slice(0, open.at + 1), `\n  ${JSON.stringify(key)}: ${value}${first ? '\n' : ','}`, ...pieces.slice(open.at + 1)].join(
    '',
  );
}
