import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What files hold, as 64 hexadecimal digits: a stage that was stopped goes on with the same files only. @throws the error of the file system. */
export async function digestOf(paths: readonly string[], signal?: AbortSignal): Promise<string> {
  const whole = createHash('sha256');
  for (const path of paths) {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer);
    whole.update(hash.digest());
  }
  return whole.digest('hex');
}
