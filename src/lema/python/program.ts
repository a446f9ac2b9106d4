import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a program ended. */
export interface Ended {
  /** Its exit code; null when a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when it could not be started: ENOENT, EACCES, … */
  readonly trouble?: string;
  /** The last lines that it wrote. */
  readonly last: readonly string[];
}

export interface Program {
  readonly signal: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Told the number of the process, which is that of its group too. */
  readonly onStart?: (pid: number) => void;
  /** Told each line of both streams. */
  readonly onLine?: (line: string) => void;
  /** Asks it to stop in a way of its own when the signal fires, and tells how many milliseconds that may take; without it, SIGTERM asks. */
  readonly askToStop?: () => number;
  /** Milliseconds from SIGTERM to SIGKILL. */
  readonly patienceMs?: number;
}

const LINES_KEPT = 200;
const windows = process.platform === 'win32';

/**
 * Runs a program to its end and never rejects. It has a process group of its own: Ctrl+C in a terminal reaches this process alone, which
 * then asks the whole group to stop, once.
 */
export function runProgram(command: string, args: readonly string[], options: Program): Promise<Ended> {
  const { signal, environment = {}, folder, onStart, onLine, askToStop = () => 0, patienceMs = 10_000 } = options;
  return new Promise(resolve => {
    if (signal.aborted) return resolve({ code: null, signal: 'SIGTERM', last: [] });
    const child = spawn(command, [...args], {
      ...(folder === undefined ? {} : { cwd: folder }),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      windowsHide: true,
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    const last: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => {
        last.push(line);
        if (last.length > LINES_KEPT) last.shift();
        onLine?.(line);
      });
    const send = (what: NodeJS.Signals) => {
      try {
        if (windows || child.pid === undefined) child.kill(what);
        else process.kill(-child.pid, what);
      } catch {}
    };
    let late: NodeJS.Timeout | undefined;
    const terminate = () => {
      send('SIGTERM');
      late = setTimeout(() => send('SIGKILL'), patienceMs);
    };
    const stop = () => {
      const ms = askToStop();
      if (ms > 0) late = setTimeout(terminate, ms);
      else terminate();
    };
    const end = (ended: Omit<Ended, 'last'>) => {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
      resolve({ ...ended, last });
    };
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', (error: NodeJS.ErrnoException) => end({ code: null, signal: null, trouble: error.code ?? error.message }));
    child.once('close', (code, by) => end({ code, signal: by }));
  });
}
