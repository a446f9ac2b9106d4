import { Readable, Writable } from 'node:stream';
import { main } from '../src/cli/main.ts';

/*
 * `node --expose-gc bench/stream.ts [ROWS]`: rows with a known answer streamed through `lema locate --jsonl`, 100,000 unless told. One JSON line: how much the
 * heap grows from the first tenth to the end, in MB, and the rows a second.
 */
const rows = Number(process.argv[2] ?? 100_000);
const used = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

function solution(id: number): string {
  const [coats, price, off] = [2 + (id % 37), 30 + (id % 53), 1 + (id % 19)];
  return JSON.stringify({
    id,
    problem: `A shop sells ${coats} coats at $${price} each, with $${off} off each coat. How much does it take?`,
    steps: [
      `A coat costs ${price} + ${off} = ${price + off} dollars.`,
      `They take ${price + off} * ${coats} = ${(price + off) * coats} dollars.`,
    ],
    answer: (price - off) * coats,
    reference_solution: [`${price} - ${off} = ${price - off}`, `${price - off} * ${coats} = ${(price - off) * coats}`],
  });
}

let early = 0;
let written = 0;
function* lines(): Generator<string> {
  for (let id = 0; id < rows; id++) yield `${solution(id)}\n`;
}
const sink = new Writable({
  write(_chunk, _encoding, done) {
    written += 1;
    if (written === Math.ceil(rows / 10)) early = used();
    done();
  },
});

const start = performance.now();
await main(['locate', '--jsonl'], { stdin: Readable.from(lines()), stdout: sink, stderr: process.stderr });
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ rows: written, growth: used() - early, perSecond: written / seconds }));
