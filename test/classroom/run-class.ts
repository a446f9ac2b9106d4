import { readFileSync } from 'node:fs';

/** A check in a process of its own, to be killed: SET FOLDER RESULTS. Prints `ready` when it begins. */
const [setFile = '', folder = '', results = ''] = process.argv.slice(2);
Object.assign(globalThis, { __LEMA_VERSION__: '0.0.0' });
const { checkFolder } = await import('../../src/classroom/submissions/run.ts');
const { openStore } = await import('../../src/classroom/submissions/store.ts');
const store = openStore(results, true);
process.stdout.write('ready\n');
const worker = new URL('../../src/classroom/submissions/worker.ts', import.meta.url);
await checkFolder({ setText: readFileSync(setFile, 'utf8'), folder, store, signal: new AbortController().signal, worker, threads: 1 });
store.close();
