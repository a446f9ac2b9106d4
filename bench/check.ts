import { createDocumentChecker } from '../src/extension/checking/document.ts';
import { longSolution } from './work.ts';

/*
 * One process, one JSON line: the first check of a 40-step solution in a fresh process, the re-check after one edit, and how much the heap
 * grows over 1,000 re-checks (run with --expose-gc).
 */
const steps = 40;
const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const used = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const check = createDocumentChecker();
const cold = timed(() => check(longSolution(steps), 'markdown'));
const again = median(Array.from({ length: 15 }, (_, edit) => timed(() => check(longSolution(steps, edit + 1), 'markdown'))));

for (let edit = 0; edit < 100; edit++) check(longSolution(steps, 50 + edit), 'markdown');
const before = used();
for (let edit = 0; edit < 1000; edit++) check(longSolution(steps, 200 + edit), 'markdown');
const growth = (used() - before) / 1024 / 1024;

console.log(JSON.stringify({ cold, again, growth }));
