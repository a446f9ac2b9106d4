import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/*
 * `npm run test:nightly [-- TIMES [SEED]]`: every law of the property tests on TIMES as many cases as in `npm test` (20: more than 100,000), from a seed that is printed, so
 * that what falls out can be tried again.
 */
const [times = '20', seed = String(Math.floor(Date.now() / 1000))] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
console.log(`LEMA_RUNS=${times} LEMA_SEED=${seed}`);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'laws', 'property', 'plant', 'correction.test'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LEMA_RUNS: times, LEMA_SEED: seed },
  },
);
process.exitCode = status ?? 1;
