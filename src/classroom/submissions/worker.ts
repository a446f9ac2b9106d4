import { parentPort, workerData } from 'node:worker_threads';
import { readSet } from '../set/read.ts';
import { checkSubmission, type Submission } from './submission.ts';

/** The worker thread of a class check: reads the set once, then checks one student at a time. */
const { set } = readSet(String(workerData));

parentPort?.on('message', (submission: Submission) => {
  try {
    parentPort?.postMessage({ result: checkSubmission(set, submission) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
