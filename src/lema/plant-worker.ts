import { parentPort, workerData } from 'node:worker_threads';
import { type PlantMany, plantMany, type Seeds } from './plant-many.ts';

/** The worker thread of `lema mistakes make`: plants at some seeds at a time. */
const settings = workerData as PlantMany;

parentPort?.on('message', (seeds: Seeds) => {
  try {
    parentPort?.postMessage({ result: plantMany(seeds, settings) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
