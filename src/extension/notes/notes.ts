import * as vscode from 'vscode';
import type { Range } from '../../solution/solution.ts';
import type { Log } from '../log.ts';
import { warn } from '../notify.ts';
import type { Found } from './anchor.ts';
import type { Note } from './sidecar.ts';

/** A note with the place where it stands now; null when its place is gone. */
export interface PlacedNote {
  readonly note: Note;
  readonly found: Found | null;
}

export interface Notes extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** The notes of a document, with their places in its present text. Reads the sidecar on the first call. */
  of(document: vscode.TextDocument): Promise<readonly PlacedNote[]>;
  /** The notes as far as they are read already. */
  known(uri: vscode.Uri): readonly Note[];
  add(document: vscode.TextDocument, range: Range, kind: Note['kind'], text: string): Promise<boolean>;
  edit(document: vscode.TextDocument, id: string, text: string | null): Promise<boolean>;
}

const load = () => import('../chunks/notes.ts');

/** The file beside a document, or null for one that has no place on a disk. */
function sidecarOf(uri: vscode.Uri): vscode.Uri | null {
  const bare = uri.with({ fragment: '', query: '' });
  if (uri.scheme === 'untitled') return null;
  const scheme = uri.scheme === 'vscode-notebook-cell' ? 'file' : uri.scheme;
  return bare.with({ scheme, path: `${bare.path}.lema.json` });
}

/** Keeps the notes of each document in a sidecar file next to it, written whole and renamed into place. */
export function createNotes(log: Log): Notes {
  const known = new Map<string, readonly Note[] | 'unreadable'>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const read = async (uri: vscode.Uri): Promise<readonly Note[] | 'unreadable'> => {
    const key = uri.toString();
    const before = known.get(key);
    if (before) return before;
    const file = sidecarOf(uri);
    const bytes = file ? await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(() => null) : null;
    if (!bytes) {
      known.set(key, []);
      return [];
    }
    const parsed = (await load()).parseSidecar(new TextDecoder().decode(bytes));
    if (parsed.kind === 'unreadable') {
      log.warn('notes', `a sidecar file cannot be read: ${parsed.why}`);
      known.set(key, 'unreadable');
      return 'unreadable';
    }
    known.set(key, parsed.notes);
    return parsed.notes;
  };

  const write = async (uri: vscode.Uri, notes: readonly Note[]): Promise<boolean> => {
    const file = sidecarOf(uri);
    if (!file) {
      warn('Save the file first: notes are kept in a file next to it.');
      return false;
    }
    try {
      if (notes.length === 0) await vscode.workspace.fs.delete(file);
      else {
        const temporary = file.with({ path: `${file.path}.tmp` });
        await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode((await load()).printSidecar(notes)));
        await vscode.workspace.fs.rename(temporary, file, { overwrite: true });
      }
    } catch (error) {
      log.error('notes', error);
      warn('The note could not be saved next to the file. Is the folder writable?');
      return false;
    }
    known.set(uri.toString(), notes);
    changed.fire(uri);
    return true;
  };

  const update = async (uri: vscode.Uri, next: (notes: readonly Note[]) => readonly Note[]): Promise<boolean> => {
    known.delete(uri.toString());
    const notes = await read(uri);
    if (notes === 'unreadable') {
      warn('The notes file next to this document cannot be read, so nothing was written to it. Rename it, and try again.');
      return false;
    }
    return write(uri, next(notes));
  };

  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));

  return {
    onDidChange: changed.event,
    known: uri => {
      const notes = known.get(uri.toString());
      return notes && notes !== 'unreadable' ? notes : [];
    },
    of: async document => {
      const notes = await read(document.uri);
      if (notes === 'unreadable' || notes.length === 0) return [];
      const { findAnchor } = await load();
      const text = document.getText();
      return notes.map(note => ({ note, found: findAnchor(text, note.anchor) }));
    },
    add: async (document, range, kind, text) => {
      const { anchorAt } = await load();
      const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
      const note: Note = { id, kind, text, created: new Date().toISOString(), anchor: anchorAt(document.getText(), range) };
      return update(document.uri, notes => [...notes, note]);
    },
    edit: (document, id, text) =>
      update(document.uri, notes =>
        text === null ? notes.filter(note => note.id !== id) : notes.map(note => (note.id === id ? { ...note, text } : note)),
      ),
    dispose: () => {
      closed.dispose();
      changed.dispose();
    },
  };
}
