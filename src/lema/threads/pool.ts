import { Worker } from 'node:worker_threads';

/** Runs tasks on worker threads and gives back results as they are ready, in any order. A worker takes its next task when it is done with the last. */
export interface Pool<Task, Result> {
  run(task: Task): Promise<Result>;
  /** Starts the first thread while its work is still being made ready. */
  warm(): void;
  close(): Promise<void>;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

type Reply<Result> = { readonly result: Result } | { readonly error: string };

/** What one thread may take: enough for the longest work of a student, little enough for many threads. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/**
 * Threads are started when there is work for them.
 * @param file the worker's script; it answers each message with `{result}` or `{error}`
 * @param size threads at most
 * @param data what every worker is given at its start
 */
export function openPool<Task, Result>(file: string | URL, size: number, data: unknown): Pool<Task, Result> {
  const waiting: Waiting<Task, Result>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting<Task, Result>>();
  const all = new Set<Worker>();
  const start = (): void => {
    const worker = new Worker(file, { workerData: data, resourceLimits: LIMITS });
    all.add(worker);
    worker.on('message', (reply: Reply<Result>) => {
      const own = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if ('result' in reply) own?.resolve(reply.result);
      else own?.reject(new Error(reply.error));
      next();
    });
    // A worker that dies takes only its own task with it; another takes its place.
    worker.on('error', error => {
      busy.get(worker)?.reject(error instanceof Error ? error : new Error(String(error)));
      busy.delete(worker);
      all.delete(worker);
      next();
    });
    idle.push(worker);
  };
  const next = (): void => {
    if (idle.length === 0 && waiting.length > 0 && all.size < size) start();
    while (idle.length > 0 && waiting.length > 0) {
      const [worker, own] = [idle.pop(), waiting.shift()];
      if (!worker || !own) return;
      busy.set(worker, own);
      worker.postMessage(own.task);
    }
  };
  return {
    run: task =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      }),
    warm() {
      if (all.size === 0) start();
    },
    async close() {
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}
