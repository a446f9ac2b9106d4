import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs';

/** Text that is gathered before it is written. */
const GATHERED = 64 * 1024;

/** A file that text is appended to. Every call throws the error of the file system (a full disk, say); after one, nothing more is written. */
export interface Sink {
  put(text: string): void;
  /** What was put is in the file, and outlives this process. */
  flush(): void;
  /** All that was put is on the disk. */
  end(): void;
  /** Gives the file back as it is. */
  close(): void;
}

/** Opens a file to append to. */
export function sink(path: string): Sink {
  const file = openSync(path, 'a');
  let gathered: string[] = [];
  let length = 0;
  let open = true;
  let broken = false;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const flush = (): void => {
    if (length === 0 || broken) return;
    const text = gathered.join('');
    gathered = [];
    length = 0;
    try {
      appendFileSync(file, text);
    } catch (error) {
      broken = true;
      throw Object.assign(error as Error, { path });
    }
  };
  return {
    put(text) {
      gathered.push(text);
      length += text.length;
      if (length >= GATHERED) flush();
    },
    flush,
    end() {
      try {
        flush();
        if (open && !broken) fsyncSync(file);
      } finally {
        close();
      }
    },
    close,
  };
}
