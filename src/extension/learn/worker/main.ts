import { parentPort } from 'node:worker_threads';
import { allRules } from '../../../mistakes/catalogue.ts';
import type { Reply, Request } from './protocol.ts';
import { openSession, type Session } from './session.ts';
import { readTraining } from './training.ts';

/** The thread behind the view: reads a folder of data, checks corrections, and writes down what is decided. One request after another. */
let session: Session | null = null;
let opening = new AbortController();
let last: Promise<void> = Promise.resolve();

const say = (reply: Reply): void => parentPort?.postMessage(reply);

parentPort?.on('message', (request: Request) => {
  if (request.kind === 'open') opening.abort();
  last = last.then(async () => {
    try {
      say({ id: request.id, answer: await answer(request) });
    } catch (error) {
      say({ id: request.id, error: error instanceof Error ? error.message : String(error) });
    }
  });
});

async function answer(request: Request): Promise<unknown> {
  if (request.kind === 'open') {
    opening = new AbortController();
    session = await openSession(request.folder, request.name, {
      signal: opening.signal,
      onProgress: (share, rows) => say({ id: request.id, share, rows }),
      now: () => new Date().toISOString(),
    });
    return allRules.map(({ id, name }) => ({ id, name }));
  }
  if (request.kind === 'training') return readTraining(request.folder, request.chosen, request.width);
  if (!session) throw new Error('no folder is open');
  switch (request.kind) {
    case 'overview':
      return session.overview(request.width);
    case 'card':
      return session.card(request.position);
    case 'check':
      return session.check(request.row, request.draft);
    case 'decide':
      return session.decide(request.row, request.decision);
    case 'undo':
      return session.undo();
    case 'isOld':
      return session.isOld();
  }
}
