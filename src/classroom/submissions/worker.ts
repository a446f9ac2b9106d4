import { parentPort, workerData } from 'node:worker_threads';
import { inspectSet } from '../set/inspect.ts';
import { readSet } from '../set/read.ts';
import type { Fault } from '../set/set.ts';
import { checkSubmission, type Submission } from './submission.ts';

/** What the worker is asked: to check one student's work, or to look through a set as it is being written. */
export type ClassRequest = Submission | { readonly inspect: string };

/** The worker thread of the classroom: reads the set it was started with once, then answers one request at a time. */
const { set } = readSet(String(workerData ?? ''));

function inspect(text: string): readonly Fault[] {
  const read = readSet(text);
  return read.faults.some(fault => fault.severity === 'error') ? read.faults : [...read.faults, ...inspectSet(read.set)];
}

parentPort?.on('message', (request: ClassRequest) => {
  try {
    parentPort?.postMessage({ result: 'inspect' in request ? inspect(request.inspect) : checkSubmission(set, request) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
