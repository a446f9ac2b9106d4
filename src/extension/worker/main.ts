import { parentPort } from 'node:worker_threads';
import { createDocumentChecker } from '../checking/document.ts';
import type { CheckReply, CheckRequest } from '../checking/engine.ts';

/** The worker thread: checks one document at a time and keeps the memo between them. */
const check = createDocumentChecker();

parentPort?.on('message', ({ id, text, format, answers }: CheckRequest) => {
  const began = performance.now();
  let reply: CheckReply;
  try {
    reply = { id, kind: 'report', report: check(text, format, answers), ms: performance.now() - began };
  } catch (error) {
    reply = { id, kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  parentPort?.postMessage(reply);
});
