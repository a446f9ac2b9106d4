import { readFileSync } from 'node:fs';
import { checkRow, type LocateRow } from '../src/cli/locate.ts';
import { rewriting, row } from './work.ts';

/*
 * `node bench/solutions.ts [FILE]`: one process on one core, one JSON line: solutions checked a second, the longest, and how the cost grows from 40 to 160 steps. FILE has
 * rows of `lema locate --jsonl`, or `question` and `answer` with calculator marks; without it the project's own word problems are checked.
 */
const file = process.argv[2];

/** A word problem with its worked answer, `<<3*4=12>>` and the last line `#### 12` left out. */
function fromQuestion(index: number, question: string, answer: string): LocateRow {
  const steps = answer
    .replace(/<<[^>]*>>/g, '')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('####'));
  return { id: index, problem: question, steps };
}

const rows: LocateRow[] = file
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map((line, index) => {
        const found = JSON.parse(line);
        return typeof found.question === 'string' ? fromQuestion(index, found.question, found.answer) : found;
      })
  : Array.from({ length: 2000 }, (_, index) => row(index));

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

for (const warm of rows.slice(0, 200)) checkRow(warm);
const times = rows.map(one => timed(() => checkRow(one)));
const total = times.reduce((sum, ms) => sum + ms, 0);

const cost = (steps: number): number => median(Array.from({ length: 9 }, (_, seed) => timed(() => checkRow(rewriting(steps, seed)))));
cost(40);
const growth = cost(160) / cost(40) / 4;

console.log(JSON.stringify({ solutions: rows.length, perSecond: rows.length / (total / 1000), longest: Math.max(...times), growth }));
