import { parentPort, workerData } from 'node:worker_threads';
import { createMemo } from '../../correction/check.ts';
import { inspectSet } from '../set/inspect.ts';
import { readSet } from '../set/read.ts';
import type { Fault } from '../set/set.ts';
import { checkSubmission, type Submission } from './submission.ts';

/** What the worker is asked: to check one student's work, or to look through a set as it is being written. */
export type ClassRequest = Submission | { readonly inspect: string };

/** The worker thread of the classroom: reads the set it was started with once, then answers one request at a time. */
const { set } = readSet(String(workerData ?? ''));

/** Students in a row whose decisions are shared; then all are forgotten, so that memory stays flat. */
const SHARED = 40;
let memo = createMemo();
let since = 0;

/** The result as it is kept: text, so that the other thread holds no copy of its parts. */
function check(submission: Submission): string {
  if (since++ % SHARED === 0) memo = createMemo();
  return JSON.stringify(checkSubmission(set, submission, memo));
}

function inspect(text: string): readonly Fault[] {
  const read = readSet(text);
  return read.faults.some(fault => fault.severity === 'error') ? read.faults : [...read.faults, ...inspectSet(read.set)];
}

parentPort?.on('message', (request: ClassRequest) => {
  try {
    parentPort?.postMessage({ result: 'inspect' in request ? inspect(request.inspect) : check(request) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
