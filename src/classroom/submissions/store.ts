import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { StudentResult } from './submission.ts';

/** Version of the result file. Files of another version are refused with what to do. */
const VERSION = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS students (student TEXT PRIMARY KEY, digest TEXT NOT NULL, result TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS overrides (
    student TEXT NOT NULL, problem TEXT NOT NULL, points REAL NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, consent INTEGER NOT NULL,
    PRIMARY KEY (student, problem)
  ) STRICT;
`;

/** A teacher's own mark in place of the computed one. Outlives every check. */
export interface Override {
  readonly student: string;
  readonly problem: string;
  readonly points: number;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  /** The student agreed that the corrected work may be used, without a name, as training data. */
  readonly consent: boolean;
}

/** The file cannot be used: what is the matter and what to do. */
export class StoreError extends Error {}

/** The results of a class in one SQLite file. What was saved is there after a kill at any moment. */
export interface Store {
  /** Digests of the students that are checked already, by name. */
  digests(): ReadonlyMap<string, string>;
  /** Saves all of a student's results at once, or nothing of them. @param result a StudentResult as JSON */
  save(student: string, result: string, digest: string): void;
  /** Forgets students who are not in the folder any more. Their overrides stay. */
  keepOnly(students: ReadonlySet<string>): void;
  results(): Generator<StudentResult>;
  result(student: string): StudentResult | null;
  override(override: Override): void;
  removeOverride(student: string, problem: string): void;
  overrides(): readonly Override[];
  /** A secret of this file, made at its first use. Pseudonyms rest on it. */
  salt(): string;
  /** Takes over everything of another store; what stands in both is taken from the other. */
  merge(from: Store): void;
  close(): void;
}

const overrideRow = z.object({
  student: z.string(),
  problem: z.string(),
  points: z.number(),
  reason: z.string(),
  at: z.string(),
  consent: z.number().transform(Boolean),
});

/**
 * Opens a result file, or makes it.
 * @param writer true for a run that saves results: only one at a time may hold the file
 * @throws StoreError when it is no result file, is of another version, cannot be written, or another check holds it
 */
export function openStore(file: string, writer = false): Store {
  const database = open(file);
  const guard = writer ? hold(file, database) : null;
  const read = <T>(sql: string, ...values: (string | number)[]): T[] => database.prepare(sql).all(...values) as T[];
  const write = (sql: string, ...values: (string | number)[]): void => guarded(file, () => void database.prepare(sql).run(...values));
  const store: Store = {
    digests: () =>
      new Map(read<{ student: string; digest: string }>('SELECT student, digest FROM students').map(r => [r.student, r.digest])),
    save: (student, result, digest) => write('INSERT OR REPLACE INTO students VALUES (?, ?, ?)', student, digest, result),
    keepOnly(students) {
      for (const student of store.digests().keys()) if (!students.has(student)) write('DELETE FROM students WHERE student = ?', student);
    },
    *results() {
      for (const row of database.prepare('SELECT result FROM students ORDER BY student').iterate())
        yield JSON.parse(String(row.result)) as StudentResult;
    },
    result(student) {
      const [row] = read<{ result: string }>('SELECT result FROM students WHERE student = ?', student);
      return row ? (JSON.parse(row.result) as StudentResult) : null;
    },
    override: o =>
      write(
        'INSERT OR REPLACE INTO overrides VALUES (?, ?, ?, ?, ?, ?)',
        o.student,
        o.problem,
        o.points,
        o.reason,
        o.at,
        o.consent ? 1 : 0,
      ),
    removeOverride: (student, problem) => write('DELETE FROM overrides WHERE student = ? AND problem = ?', student, problem),
    overrides: () => z.array(overrideRow).parse(read('SELECT * FROM overrides ORDER BY student, problem')),
    salt() {
      write("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", randomBytes(16).toString('hex'));
      return read<{ value: string }>("SELECT value FROM meta WHERE name = 'salt'")[0]?.value ?? '';
    },
    merge(from) {
      const digests = from.digests();
      for (const result of from.results()) store.save(result.student, JSON.stringify(result), digests.get(result.student) ?? '');
      for (const one of from.overrides()) store.override(one);
    },
    close() {
      guard?.close();
      database.close();
    },
  };
  return store;
}

function open(file: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 5_000 });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(SCHEMA);
    const version = database.prepare("SELECT value FROM meta WHERE name = 'version'").get()?.value;
    if (version === undefined) database.prepare("INSERT INTO meta VALUES ('version', ?)").run(String(VERSION));
    else if (version !== String(VERSION))
      throw new StoreError(`${file} was written by another version (${String(version)}); name another file with --results`);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StoreError ? error : new StoreError(`${file}: ${reason(error)}`);
  }
}

/** Holds the file for one run: a lock that the system lets go of when the process ends, however it ends. */
function hold(file: string, database: DatabaseSync): DatabaseSync {
  const lock = new DatabaseSync(`${file}-lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    database.close();
    throw new StoreError(`${file} is in use by another check; wait for it, or name another file with --results`);
  }
}

function guarded(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new StoreError(`${file}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/i.test(message)) return 'this is not a result file; name another one with --results';
  if (/disk is full|full/i.test(message)) return 'the disk is full; free some space and run the check again, it goes on where it stopped';
  if (/readonly|unable to open|permission/i.test(message))
    return 'it cannot be written; check the folder and its permissions, or name another file with --results';
  return message;
}
