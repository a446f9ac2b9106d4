import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runStage, StageError } from '../../src/lema/files/stage.ts';

const COUNT = 50;

async function* numbers(count = COUNT): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n;
}

/** Even numbers are kept, odd ones are not, and every fifth gives nothing at all. */
const rowsOf = (n: number) => (n % 5 === 0 ? [] : [{ to: n % 2 === 0 ? ('kept' as const) : ('rejected' as const), row: { n } }]);

function begin(settings: unknown = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'stage-'));
  const files = { kept: join(folder, 'deep', 'kept.jsonl'), rejected: join(folder, 'rejected.jsonl') };
  const run = (more: { stopAt?: number; settings?: unknown } = {}) => {
    const stop = new AbortController();
    return runStage({
      files,
      settings: more.settings ?? settings,
      inputs: numbers(),
      concurrency: 4,
      signal: stop.signal,
      work: async n => {
        if (n === more.stopAt) stop.abort(new Error('stopped'));
        await new Promise(resolve => setTimeout(resolve, n % 3));
        return rowsOf(n);
      },
    });
  };
  return { files, run, read: () => readFileSync(files.kept, 'utf8') + readFileSync(files.rejected, 'utf8') };
}

describe('a stage', () => {
  it('gives the rows in the order of the inputs, each in its file', async () => {
    const { files, run } = begin();
    expect(await run()).toBe(COUNT);
    const kept = readFileSync(files.kept, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).n);
    expect(kept).toEqual([...Array(COUNT).keys()].filter(n => n % 2 === 0 && n % 5 !== 0));
    expect(existsSync(`${files.kept}.part`) || existsSync(`${files.kept}.lock`)).toBe(false);
  });

  it.each([0, 1, 7, 23, 49])('stopped at input %i, goes on and ends as if undisturbed', async stopAt => {
    const calm = begin();
    await calm.run();
    const { files, run, read } = begin();
    await expect(run({ stopAt })).rejects.toThrow('stopped');
    expect(existsSync(files.kept)).toBe(false);
    appendFileSync(`${files.kept}.part`, '[{"to":"kept","ro');
    await run();
    expect(read()).toBe(calm.read());
  });

  it('goes on under the same settings only, and loses nothing otherwise', async () => {
    const { files, run } = begin();
    await expect(run({ stopAt: 20 })).rejects.toThrow('stopped');
    const before = readFileSync(`${files.kept}.part`, 'utf8');
    await expect(run({ settings: 2 })).rejects.toThrow(StageError);
    expect(readFileSync(`${files.kept}.part`, 'utf8')).toBe(before);
  });

  it('does not run twice on the same files, and takes over from a run that is gone', async () => {
    const { files, run } = begin();
    const running = run();
    await new Promise(resolve => setTimeout(resolve, 5));
    await expect(run()).rejects.toThrow('another run is at work');
    await running;
    writeFileSync(`${files.kept}.lock`, '4194304');
    expect(await run()).toBe(COUNT);
  });
});
