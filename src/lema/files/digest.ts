import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { withPath } from './lines.ts';

async function hashOfFile(path: string, signal?: AbortSignal) {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer);
  } catch (error) {
    throw withPath(error, path);
  }
  return hash;
}

/** SHA-256 of what a file holds, as 64 hexadecimal digits. @throws the error of the file system. */
export const fileHash = async (path: string, signal?: AbortSignal): Promise<string> => (await hashOfFile(path, signal)).digest('hex');

/** What files hold, as 64 hexadecimal digits: a stage that was stopped goes on with the same files only. @throws the error of the file system. */
export async function digestOf(paths: readonly string[], signal?: AbortSignal): Promise<string> {
  const whole = createHash('sha256');
  for (const path of paths) whole.update((await hashOfFile(path, signal)).digest());
  return whole.digest('hex');
}

/** A value as JSON, hashed to 16 hexadecimal digits. */
export const valueHash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
