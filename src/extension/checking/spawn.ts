import { Worker } from 'node:worker_threads';
import type { CheckReply, EngineOptions } from './engine.ts';

/** Starts the checker's worker thread from its bundle. */
export function spawnWorker(file: string): EngineOptions['spawn'] {
  return (onReply, onExit) => {
    const worker = new Worker(file, { name: 'lema-checker', resourceLimits: { maxOldGenerationSizeMb: 512 } });
    worker.on('message', (reply: CheckReply) => onReply(reply));
    worker.on('error', error => onExit(error.message));
    worker.on('exit', code => onExit(`the checker stopped with code ${code}`));
    worker.unref();
    return { post: request => worker.postMessage(request), kill: () => void worker.terminate() };
  };
}
