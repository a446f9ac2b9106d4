import { existsSync, readFileSync, statSync } from 'node:fs';
import { isKeyName, keyNameOf, withKey } from '../solution/keys.ts';
import { lineIndex } from '../solution/lines.ts';
import { formatOf, readDocument, readNotebook } from '../solution/read.ts';
import type { Range, Solution } from '../solution/solution.ts';
import type { Source, Unreadable } from './report.ts';

const MAX_BYTES = 16 * 1024 * 1024;

export interface Sources {
  readonly sources: readonly { readonly source: Source; readonly solutions: readonly Solution[] }[];
}

/** Reads one file from disk into solutions; a key is read with the document it belongs to, and holds none of its own. What cannot be read comes back as what is the matter and what to do. */
export function readSources(file: string): Sources | Unreadable {
  if (isKeyName(file) && existsSync(file)) return { sources: [] };
  const text = readText(file);
  if (typeof text !== 'string') return text;
  if (/\.ipynb$/i.test(file)) {
    const cells = readNotebook(text);
    if ('message' in cells) return { file, message: cells.message };
    return { sources: cells.map(c => ({ source: sourceOf(file, c.text, c.cell + 1), solutions: c.document.solutions })) };
  }
  const format = formatOf(file) ?? 'text';
  return { sources: [{ source: sourceOf(file, text), solutions: keyed(file, readDocument(text, format).solutions) }] };
}

/** The solutions with the answers of the key beside the document, where there is one. */
function keyed(file: string, solutions: readonly Solution[]): readonly Solution[] {
  const name = keyNameOf(file);
  const key = name === null || !existsSync(name) ? null : readText(name);
  return typeof key === 'string' ? withKey(solutions, key) : solutions;
}

function readText(file: string): string | Unreadable {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return { file, message: `is a folder; name the files in it, such as ${file.replace(/\/$/, '')}/*.md` };
    if (stat.size > MAX_BYTES) return { file, message: `is larger than ${MAX_BYTES / 1024 / 1024} MB; split it into smaller files` };
    const bytes = readFileSync(file);
    if (bytes.includes(0)) return { file, message: 'is not a text file; save the solution as Markdown, LaTeX or text in UTF-8' };
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return { file, message: REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message };
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file; check the name and the folder',
  EACCES: 'no permission to read it; change its permissions or copy it',
  EPERM: 'no permission to read it; change its permissions or copy it',
  ELOOP: 'is a link that leads to itself; name the file it should lead to',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8 text; save it again in UTF-8',
};

function sourceOf(file: string, text: string, cell?: number): Source {
  const lines = lineIndex(text);
  return {
    file,
    text,
    ...(cell !== undefined ? { cell } : {}),
    placeOf(range: Range) {
      const from = lines.positionAt(range.start);
      const to = lines.positionAt(range.end);
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
