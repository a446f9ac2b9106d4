import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { lema } from './run.ts';

async function answers(command: string, rows: readonly unknown[]): Promise<unknown[]> {
  const text = rows.map(r => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n');
  const { out } = await lema([command, '--jsonl'], text);
  return out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

const solve = (id: string, ...steps: string[]) => ({ id, problem: 'Solve the equation 2x + 3 = 7.', steps });

describe('lema locate --jsonl: one line out for each line in, in order', () => {
  it('names the first wrong step, and -1 where nothing is found to be wrong', async () => {
    const rows = [solve('a', '2x + 3 = 7', '2x = 10', 'x = 5'), solve('b', '2x + 3 = 7', '2x = 4', 'x = 2'), solve('c', 'No idea.')];
    expect(await answers('locate', rows)).toMatchObject([
      { id: 'a', first_error: 1, evidence: 'proved', answer: expect.stringContaining('2') },
      { id: 'b', first_error: -1 },
      { id: 'c', first_error: -1, evidence: 'none', mistake: null },
    ]);
  });

  it('reads a row whole that holds a sign which ends a line elsewhere', async () => {
    const odd = { ...solve('\u2028a', '2x + 3 = 7', '2x = 10'), problem: 'Solve\u2029 2x + 3 = 7.' };
    expect(await answers('locate', [odd, solve('b')])).toMatchObject([{ id: '\u2028a', first_error: 1 }, { id: 'b' }]);
  });

  it('keeps to the contract of the columns', async () => {
    const [row] = await answers('locate', [solve('a', '2x + 3 = 7', '2x = 10')]);
    expect(Object.keys(row as object)).toEqual([
      'id',
      'first_error',
      'verdicts',
      'mistake',
      'evidence',
      'explanation',
      'correct_steps',
      'answer',
    ]);
  });

  it('reads only a little ahead of what is written, however many rows there are', async () => {
    const rows = 6000;
    let read = 0;
    let written = 0;
    let furthest = 0;
    async function* lines() {
      for (; read < rows; read++) {
        furthest = Math.max(furthest, read - written);
        yield `${JSON.stringify({ id: read, problem: 'p' })}\n`;
      }
    }
    const sink = new Writable({
      highWaterMark: 64,
      write(chunk, _encoding, done) {
        if (chunk.length > 0) written += 1;
        setImmediate(done);
      },
    });
    await main(['locate', '--jsonl'], { stdin: Readable.from(lines()), stdout: sink, stderr: sink });
    expect({ read, written }).toEqual({ read: rows, written: rows });
    expect(furthest).toBeLessThan(rows / 2);
  });

  it('answers a bad row with an error and goes on', async () => {
    const rows = ['{"id": "x"', { id: 7, problem: 'p' }, 'null', { id: 8, problem: 'p', steps: 'one' }, solve('z', '2x = 4')];
    expect(await answers('locate', rows)).toMatchObject([
      { id: null, error: expect.stringContaining('not JSON') },
      { id: 7, error: expect.stringContaining('steps') },
      { id: null, error: expect.any(String) },
      { id: 8, error: expect.stringContaining('steps') },
      { id: 'z', first_error: -1 },
    ]);
  });
});

describe('lema equiv --jsonl', () => {
  const check = (title: string, row: Record<string, unknown>, expected: unknown) =>
    it(title, async () => expect(await answers('equiv', [{ id: 1, ...row }])).toMatchObject([expected]));
  check('equal expressions', { kind: 'expr', a: '(x+3)^2', b: 'x^2+6x+9' }, { id: 1, equivalent: true });
  check('a refuted pair has a witness', { kind: 'expr', a: '(x+3)^2', b: 'x^2+9' }, { equivalent: false, witness: expect.anything() });
  check('x = 2 is not x² = 4', { kind: 'equation', a: 'x = 2', b: 'x^2 = 4' }, { equivalent: false });
  check('an unreadable side cannot be told', { kind: 'expr', a: '\\frac{1', b: '1' }, { equivalent: null });
  check('a kind that is not there is an error', { kind: 'poem', a: '1', b: '1' }, { id: 1, error: expect.stringContaining('kind') });
  check('antiderivatives up to a constant', { kind: 'expr', a: 'x^2', b: 'x^2+1', up_to_const: true }, { equivalent: true });
});
