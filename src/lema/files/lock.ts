import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { withPath } from './lines.ts';

/** A lock file that names no process yet is as young as this, in milliseconds. */
const NAMELESS = 5000;

/**
 * Takes a lock file for this process. A lock whose process is gone is taken over.
 * @returns the function that gives it back, or null while another process holds it.
 */
export function lock(path: string): (() => void) | null {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      sign(path);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(path)) return null;
      takeAway(path);
    }
  }
  return null;
}

/** Makes the lock file, with the number of this process in it. One that cannot be written, on a full disk, is taken away again. */
function sign(path: string): void {
  const file = openSync(path, 'wx');
  try {
    writeSync(file, String(process.pid));
  } catch (error) {
    rmSync(path, { force: true });
    throw withPath(error, path);
  } finally {
    closeSync(file);
  }
}

/** Takes a dead lock away. Another run may have put its own there since: what turns out to be held is put back. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (isHeld(aside)) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Whether a living process holds a lock file. */
export function isHeld(path: string): boolean {
  try {
    const holder = readFileSync(path, 'utf8');
    return holder === '' ? Date.now() - statSync(path).mtimeMs < NAMELESS : isAlive(Number(holder));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
