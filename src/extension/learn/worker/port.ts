import { Worker } from 'node:worker_threads';
import type { AskKind, Asks, Reply } from './protocol.ts';

/** A question may take this long, in milliseconds, since the thread last said something; reading a folder tells its progress. */
const DEADLINE = 60_000;

export interface Port {
  ask<K extends AskKind>(kind: K, question: Asks[K]['ask'], onProgress?: (share: number, rows: number) => void): Promise<Asks[K]['answer']>;
  dispose(): void;
}

interface Waiting {
  readonly settle: (reply: Reply) => void;
  readonly onProgress: ((share: number, rows: number) => void) | undefined;
}

/** Starts the view's thread. When it dies or is silent for too long, what waits for it fails, and so does all that is asked later. */
export function openPort(file: string): Port {
  const worker = new Worker(file, { name: 'lema-learn', resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  const waiting = new Map<number, Waiting>();
  let ended: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let next = 1;
  const end = (why: string) => {
    ended ??= why;
    clearTimeout(timer);
    void worker.terminate();
    for (const [id, { settle }] of waiting) settle({ id, error: ended });
    waiting.clear();
  };
  const watch = () => {
    clearTimeout(timer);
    if (waiting.size > 0) timer = setTimeout(() => end('it did not answer in time'), DEADLINE);
  };
  worker.unref();
  worker.on('error', error => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => end('it has ended'));
  worker.on('message', (reply: Reply) => {
    const own = waiting.get(reply.id);
    if ('share' in reply) own?.onProgress?.(reply.share, reply.rows);
    else {
      waiting.delete(reply.id);
      own?.settle(reply);
    }
    watch();
  });
  return {
    ask: (kind, question, onProgress) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(new Error(ended));
        const id = next++;
        const settle = (reply: Reply) =>
          'answer' in reply ? resolve(reply.answer as never) : reject(new Error('error' in reply ? reply.error : ''));
        waiting.set(id, { settle, onProgress });
        watch();
        worker.postMessage({ id, kind, ...question });
      }),
    dispose: () => end('it was closed'),
  };
}
