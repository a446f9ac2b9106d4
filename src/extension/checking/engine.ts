import type { DocumentFormat } from '../../solution/solution.ts';
import type { DocumentReport } from './report.ts';

/** One document to check, as sent to the worker. */
export interface CheckRequest {
  readonly id: number;
  readonly text: string;
  readonly format: DocumentFormat;
  /** Text of the key beside the document. */
  readonly answers?: string;
}

/** What the worker answers. */
export type CheckReply =
  | { readonly id: number; readonly kind: 'report'; readonly report: DocumentReport; readonly ms: number }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** The end of a check. `superseded`: a newer text of the same document took its place. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: DocumentReport; readonly ms: number }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'timeout'; readonly ms: number }
  | { readonly kind: 'failed'; readonly message: string };

/** A running worker. `onReply` and `onExit` are called once set; `kill` ends it at once, mid-computation. */
export interface WorkerPort {
  post(request: CheckRequest): void;
  kill(): void;
}

export interface EngineOptions {
  readonly spawn: (onReply: (reply: CheckReply) => void, onExit: (reason: string) => void) => WorkerPort;
  /** One check may take this long, in milliseconds, before its worker is killed. */
  readonly deadlineMs: number;
  /** A check that a newer text has made useless may go on for this long before it is killed. */
  readonly staleMs: number;
}

interface Job {
  readonly key: string;
  readonly request: CheckRequest;
  readonly settle: (outcome: Outcome) => void;
}

export interface Engine {
  check(key: string, text: string, format: DocumentFormat, answers?: string): Promise<Outcome>;
  /** Forgets what waits for this document. */
  forget(key: string): void;
  dispose(): void;
}

/**
 * The one queue of checks, keyed by document. At most one text waits for a document and it is the newest; one check runs
 * at a time; a check that passes its deadline is killed with its worker, and the next one starts a new worker.
 */
export function createEngine({ spawn, deadlineMs, staleMs }: EngineOptions): Engine {
  const waiting = new Map<string, Job>();
  let running: Job | null = null;
  let port: WorkerPort | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextId = 1;

  const finish = (outcome: Outcome) => {
    clearTimeout(timer);
    const job = running;
    running = null;
    job?.settle(outcome);
    pump();
  };

  const killWorker = () => {
    const dying = port;
    port = null;
    dying?.kill();
  };

  const giveUpAfter = (ms: number, outcome: Outcome) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      killWorker();
      finish(outcome);
    }, ms);
  };

  const start = (): WorkerPort => {
    const mine: WorkerPort = spawn(
      reply => {
        if (port !== mine || reply.id !== running?.request.id) return;
        finish(
          reply.kind === 'report' ? { kind: 'report', report: reply.report, ms: reply.ms } : { kind: 'failed', message: reply.message },
        );
      },
      reason => {
        if (port !== mine) return;
        port = null;
        if (running) finish({ kind: 'failed', message: reason });
      },
    );
    return mine;
  };

  const pump = () => {
    if (running) return;
    const next = waiting.values().next().value;
    if (!next) return;
    waiting.delete(next.key);
    running = next;
    giveUpAfter(deadlineMs, { kind: 'timeout', ms: deadlineMs });
    port ??= start();
    port.post(next.request);
  };

  const supersede = (key: string) => {
    waiting.get(key)?.settle({ kind: 'superseded' });
    waiting.delete(key);
    if (running?.key === key) giveUpAfter(staleMs, { kind: 'superseded' });
  };

  return {
    check: (key, text, format, answers) =>
      new Promise(settle => {
        supersede(key);
        waiting.set(key, { key, request: { id: nextId++, text, format, ...(answers === undefined ? {} : { answers }) }, settle });
        pump();
      }),
    forget: supersede,
    dispose: () => {
      for (const key of [...waiting.keys()]) supersede(key);
      clearTimeout(timer);
      killWorker();
      running?.settle({ kind: 'superseded' });
      running = null;
    },
  };
}
