import type { Readable } from 'node:stream';
import type { ParseArgsConfig } from 'node:util';

/** The streams a command reads and writes: the process's own, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface Call {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly files: readonly string[];
  readonly signal: AbortSignal;
  readonly io: Io;
}

export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit code. Throws UsageError for what the caller can put right. */
  run(call: Call): Promise<number>;
  /** What is said when the person stops it. */
  readonly stopped?: string;
  /** Its proper end is that the person stops it: then the exit code is its own. */
  readonly endless?: boolean;
}

/** A command that is nothing but a name for others: `lema data collect`. */
export interface Family {
  readonly commands: Readonly<Record<string, () => Promise<Command>>>;
}

/** Bad use or unreadable input: one line that says what, where and what to do. Exit code 2. */
export class UsageError extends Error {}

/** The value of a string option, checked against the values it may have. */
export function choice<T extends string>(call: Call, name: string, allowed: readonly T[], fallback: T): T {
  const value = call.values[name] ?? fallback;
  const found = allowed.find(a => a === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${allowed.join(', ')}, not '${String(value)}'`);
  return found;
}

export function text(call: Call, name: string): string | undefined {
  const value = call.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of a whole-number option, at least `least`. */
export function number(call: Call, name: string, fallback: number, least: number): number {
  const value = Number(text(call, name) ?? fallback);
  if (!Number.isInteger(value) || value < least) throw new UsageError(`--${name} takes a whole number from ${least}`);
  return value;
}

/** The values of an option that may be given more than once. */
export function texts(call: Call, name: string): readonly string[] {
  const values = call.values[name];
  return Array.isArray(values) ? values.filter(value => typeof value === 'string') : [];
}

/** The value of an option that is a number, at least `least`; undefined when it is not given. */
export function decimal(call: Call, name: string, least: number): number | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  if (value.trim() === '' || !(Number(value) >= least)) throw new UsageError(`--${name} takes a number from ${least}, not '${value}'`);
  return Number(value);
}
