import { readFileSync } from 'node:fs';
import { type LabelledPair, warmUp } from '../pairs.ts';
import { engines } from './engines.ts';

/*
 * `node bench/peers/run.ts NAME < pairs`: one engine over labelled pairs, one line out for each: the answer and its time in ms, after a
 * warm-up on other pairs. Each process has one engine, so that a
 * pair it never finishes can be ended from outside.
 */
const name = process.argv[2] ?? '';
const engine = await engines[name]?.();
if (!engine) throw new Error(`no engine is called '${name}'`);
/** The answer, and how long it took. */
function timed(pair: LabelledPair): readonly [boolean | null, number] {
  const start = performance.now();
  let answer: boolean | null = null;
  try {
    answer = engine?.(pair) ?? null;
  } catch {
    answer = null;
  }
  return [answer, performance.now() - start];
}

for (const pair of warmUp()) timed(pair);
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line !== '') process.stdout.write(`${JSON.stringify(timed(JSON.parse(line)))}\n`);
}
