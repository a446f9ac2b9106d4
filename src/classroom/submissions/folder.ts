import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { isKeyName } from '../../solution/keys.ts';
import { formatOf } from '../../solution/read.ts';
import { isProblemSet } from '../set/recognise.ts';
import type { Submission, SubmissionFault } from './submission.ts';

/** Largest file that is read, in bytes. */
const MAX_BYTES = 10 * 1024 * 1024;
/** Folders in a student's own folder that are entered. */
const DEPTH = 6;

/** What one student handed in, before it is read. Paths are relative to the folder. */
export interface Entry {
  readonly student: string;
  readonly paths: readonly string[];
}

export interface Folder {
  readonly entries: readonly Entry[];
  readonly faults: readonly SubmissionFault[];
}

/** Files and folders that are nobody's work. */
const NOT_WORK = /^(?:\.|node_modules$|README\.|LICENSE)|\.lema\.(?:html|csv|json|db)$|\.report\.md$/i;

/**
 * Lists a folder of submissions: a file a student (`ann.md`), or a folder or repository a student (`ann/…`). In the order of their names.
 * Links are not followed. Throws when the folder itself cannot be read.
 */
export function listFolder(folder: string): Folder {
  const paths = new Map<string, string[]>();
  const faults: SubmissionFault[] = [];
  const add = (student: string, path: string): void => {
    paths.set(student, [...(paths.get(student) ?? []), path]);
  };
  const walk = (path: string, student: string | null, depth: number): void => {
    const full = join(folder, path);
    const name = path.split(sep).at(-1) ?? path;
    if (path !== '' && (NOT_WORK.test(name) || isKeyName(name))) return;
    const stat = lstatSync(full);
    if (stat.isSymbolicLink()) faults.push({ path, line: null, message: 'This is a link; links are not followed. Copy the file here.' });
    else if (stat.isDirectory()) {
      if (depth > DEPTH) return void faults.push({ path, line: null, message: `Folders deeper than ${DEPTH} are not entered.` });
      const inside = names(full);
      if (inside === null) return void faults.push({ path, line: null, message: 'The folder could not be read; check its permissions.' });
      for (const child of inside) walk(path === '' ? child : join(path, child), student ?? (path === '' ? null : name), depth + 1);
    } else if (stat.isFile() && formatOf(name) !== null) add(student ?? name.slice(0, -extname(name).length), path);
    else if (stat.isFile() && student === null)
      faults.push({ path, line: null, message: 'This kind of file is not read. Hand in Markdown, LaTeX or text.' });
  };
  readdirSync(folder);
  walk('', null, 0);
  for (const [student, of] of paths) {
    const own = of.filter(path => !path.includes(sep));
    if (own.length > 0 && of.length > 1)
      faults.push({
        path: of.join(', '),
        line: null,
        message: `There is more than one file for ${student}; the first that has work on a problem counts.`,
      });
  }
  return { entries: [...paths].map(([student, of]) => ({ student, paths: of })), faults };
}

function names(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}

export interface ReadEntry {
  readonly submission: Submission;
  /** Of everything that was read, to tell whether it has changed. */
  readonly digest: string;
}

/** Reads what a student handed in. A file that cannot be read is a fault; the rest goes on. */
export function readEntry(folder: string, { student, paths }: Entry): ReadEntry {
  const hash = createHash('sha256').update(student);
  const faults: SubmissionFault[] = [];
  const files: Submission['files'][number][] = [];
  for (const path of paths) {
    const text = readText(join(folder, path));
    hash.update(`\0${path}\0${typeof text === 'string' ? text : text.message}`);
    const format = formatOf(path);
    if (typeof text !== 'string') faults.push({ path, line: null, message: text.message });
    else if (format !== null && !isProblemSet(text)) files.push({ path, text, format });
  }
  return { submission: { student, files, faults }, digest: hash.digest('hex') };
}

function readText(file: string): string | { message: string } {
  try {
    if (lstatSync(file).size > MAX_BYTES) return { message: 'The file is larger than 10 MB; it was not read.' };
    const bytes = readFileSync(file);
    if (bytes.includes(0)) return { message: 'This is not a text file; it was not read.' };
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      message:
        code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? 'The file is not UTF-8 text; save it again in UTF-8.'
          : `The file could not be read (${code ?? 'unknown reason'}).`,
    };
  }
}
