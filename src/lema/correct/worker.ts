import { parentPort, workerData } from 'node:worker_threads';
import { makeRows, type Placed, type Planting } from './make.ts';

/** The worker thread of `lema data correct`: makes the rows of some sources at a time. */
const planting = workerData as Planting;

parentPort?.on('message', (batch: readonly Placed[]) => {
  try {
    parentPort?.postMessage({ result: batch.flatMap(placed => makeRows(placed, planting)) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
