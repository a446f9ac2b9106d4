import { ModelError } from './errors.ts';

/** The caller's signal and the time that is left, in one. */
export interface Deadline {
  /** Fires when the caller cancels or the time is up. */
  readonly signal: AbortSignal;
  /** Milliseconds left, at least 0. */
  left(): number;
  /** The error that the fired signal stands for; null while it has not fired. */
  failure(where: string): ModelError | null;
}

/** Bounds a question by the caller's signal and a time in milliseconds. */
export function deadlineOf(caller: AbortSignal, deadlineMs: number): Deadline {
  const end = performance.now() + deadlineMs;
  const timer = AbortSignal.timeout(Math.ceil(Math.max(0, Math.min(deadlineMs, 2 ** 31 - 1))));
  return {
    signal: AbortSignal.any([caller, timer]),
    left: () => Math.max(0, end - performance.now()),
    failure(where) {
      if (caller.aborted) return new ModelError('aborted', where);
      return timer.aborted || deadlineMs <= 0
        ? new ModelError('timeout', where, `no complete reply within ${inSeconds(deadlineMs)}`)
        : null;
    },
  };
}

/** Waits, unless the signal fires first. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

const inSeconds = (ms: number): string => `${Number((ms / 1000).toPrecision(2))} s`;
