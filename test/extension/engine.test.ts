import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CheckReply, type CheckRequest, createEngine, type Outcome } from '../../src/extension/checking/engine.ts';
import type { DocumentReport } from '../../src/extension/checking/report.ts';

const report: DocumentReport = { format: 'text', solutions: [] };

/** Workers whose replies the test gives. */
function bench() {
  const workers: { requests: CheckRequest[]; alive: boolean; reply(reply: CheckReply): void; exit(reason: string): void }[] = [];
  const engine = createEngine({
    deadlineMs: 1000,
    staleMs: 100,
    spawn: (onReply, onExit) => {
      const worker = { requests: [] as CheckRequest[], alive: true, reply: onReply, exit: onExit };
      workers.push(worker);
      return {
        post: request => void worker.requests.push(request),
        kill: () => {
          worker.alive = false;
        },
      };
    },
  });
  const texts = () => workers.flatMap(({ requests }) => requests.map(({ text }) => text));
  const answer = () => {
    const worker = workers.at(-1);
    const id = worker?.requests.at(-1)?.id ?? -1;
    worker?.reply({ id, kind: 'report', report, ms: 1 });
  };
  return { engine, workers, texts, answer };
}

const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ kind }) => kind);

describe('the queue of checks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('runs one check at a time, in order, in one worker', async () => {
    const { engine, workers, texts, answer } = bench();
    const all = [engine.check('a', '1', 'text'), engine.check('b', '2', 'text')];
    expect(texts()).toEqual(['1']);
    answer();
    expect(texts()).toEqual(['1', '2']);
    answer();
    expect(kinds(await Promise.all(all))).toEqual(['report', 'report']);
    expect(workers).toHaveLength(1);
  });

  test('keeps only the newest text that waits for a document', async () => {
    const { engine, texts, answer } = bench();
    const other = engine.check('b', 'busy', 'text');
    const all = ['1', '2', '3'].map(text => engine.check('a', text, 'text'));
    answer();
    answer();
    expect(texts()).toEqual(['busy', '3']);
    expect(kinds([await other, ...(await Promise.all(all))])).toEqual(['report', 'superseded', 'superseded', 'report']);
  });

  test('kills a check that passes its deadline, and goes on in a new worker', async () => {
    const { engine, workers, answer } = bench();
    const hung = engine.check('a', 'hangs', 'text');
    const next = engine.check('b', 'fine', 'text');
    vi.advanceTimersByTime(1000);
    expect(await hung).toEqual({ kind: 'timeout', ms: 1000 });
    expect(workers.map(({ alive }) => alive)).toEqual([false, true]);
    answer();
    expect((await next).kind).toBe('report');
  });

  test('kills a check that a newer text has made useless sooner', async () => {
    const { engine, workers, answer } = bench();
    const old = engine.check('a', 'slow', 'text');
    const next = engine.check('a', 'new', 'text');
    vi.advanceTimersByTime(100);
    expect((await old).kind).toBe('superseded');
    expect(workers[0]?.alive).toBe(false);
    answer();
    expect((await next).kind).toBe('report');
  });

  test('a reply that comes too late changes nothing', async () => {
    const { engine, workers, answer } = bench();
    const hung = engine.check('a', 'hangs', 'text');
    vi.advanceTimersByTime(1000);
    await hung;
    const next = engine.check('a', 'new', 'text');
    workers[0]?.reply({ id: 1, kind: 'failed', message: 'late' });
    answer();
    expect((await next).kind).toBe('report');
  });

  test('a worker that dies fails its check and is replaced', async () => {
    const { engine, workers, answer } = bench();
    const broken = engine.check('a', '1', 'text');
    workers[0]?.exit('out of memory');
    expect(await broken).toEqual({ kind: 'failed', message: 'out of memory' });
    const next = engine.check('a', '2', 'text');
    answer();
    expect((await next).kind).toBe('report');
  });

  test('disposing ends everything', async () => {
    const { engine, workers } = bench();
    const all = [engine.check('a', '1', 'text'), engine.check('b', '2', 'text')];
    engine.dispose();
    expect(kinds(await Promise.all(all))).toEqual(['superseded', 'superseded']);
    expect(workers[0]?.alive).toBe(false);
  });
});
