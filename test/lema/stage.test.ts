import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runStage, type Stage, StageError } from '../../src/lema/files/stage.ts';

const COUNT = 50;

async function* numbers(count = COUNT): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n;
}

/** Even numbers are kept, odd ones are not, and every fifth gives nothing at all. */
const rowsOf = (n: number) => (n % 5 === 0 ? [] : [{ to: n % 2 === 0 ? ('kept' as const) : ('rejected' as const), row: { n } }]);

/** The rows of the kept numbers below a count, as they are written. */
const rowsTo = (count: number): string[] =>
  [...Array(count).keys()].flatMap(n => rowsOf(n).flatMap(({ to, row }) => (to === 'kept' ? [JSON.stringify(row)] : [])));

interface Run extends Partial<Pick<Stage<number, 'kept' | 'rejected'>, 'finish' | 'sift' | 'settings'>> {
  readonly stopAt?: number;
}

function begin(settings: unknown = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'stage-'));
  const files = { kept: join(folder, 'deep', 'kept.jsonl'), rejected: join(folder, 'rejected.jsonl') };
  const run = ({ stopAt, settings: other, ...more }: Run = {}) => {
    const stop = new AbortController();
    return runStage({
      files,
      settings: other ?? settings,
      inputs: numbers(),
      concurrency: 4,
      signal: stop.signal,
      work: async n => {
        if (n === stopAt) stop.abort(new Error('stopped'));
        await new Promise(resolve => setTimeout(resolve, n % 3));
        return rowsOf(n);
      },
      ...more,
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

  it('a slow input holds up no other, and the rows stand in order all the same', async () => {
    const { files } = begin();
    let others = 0;
    let free = (): void => {};
    const done = new Promise<void>(resolve => (free = resolve));
    const work = async (n: number) => {
      if (n === 0) await done;
      else if (++others === COUNT - 1) free();
      return rowsOf(n);
    };
    await runStage({ files, settings: 1, inputs: numbers(), concurrency: 2, signal: new AbortController().signal, work });
    const [first = ''] = readFileSync(files.kept, 'utf8').split('\n');
    expect([others, first]).toEqual([COUNT - 1, '{"n":2}']);
  });

  it('ends with what there is when it is told to, and has nothing to end when nothing is begun', async () => {
    const { files, run } = begin();
    await expect(run({ finish: true })).rejects.toThrow('there is no stopped run to finish');
    await expect(run({ stopAt: 20 })).rejects.toThrow('stopped');
    const count = await run({ finish: true });
    expect(count).toBeLessThan(COUNT);
    const rows = readFileSync(files.kept, 'utf8').trim().split('\n');
    expect(rows).toEqual(rowsTo(COUNT).filter(row => rows.includes(row)));
    expect(existsSync(`${files.kept}.part`)).toBe(false);
  });

  it('what is left out at the end is left out of an undisturbed run too', async () => {
    const { files, run } = begin();
    let seen = 0;
    await expect(run({ stopAt: 30 })).rejects.toThrow('stopped');
    await run({ sift: made => (seen++ % 3 === 0 ? made : []) });
    expect(seen).toBe(COUNT);
    expect(readFileSync(files.kept, 'utf8').trim().split('\n')).toEqual(rowsTo(COUNT).filter(row => JSON.parse(row).n % 3 === 0));
  });

  it('a damaged line of the journal is named, and nothing is made of it', async () => {
    const { files, run } = begin();
    await expect(run({ stopAt: 20 })).rejects.toThrow('stopped');
    const journal = `${files.kept}.part`;
    const [head, ...lines] = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, [head, '[3,{"to":', ...lines].join('\n'));
    await expect(run()).rejects.toThrow('kept.jsonl.part:2: this line is damaged');
    writeFileSync(journal, [head, ...lines].join('\n'));
    expect(await run()).toBe(COUNT);
  });

  it('hears that it is to stop while its work waits for nothing, and while the files are made', async () => {
    const { files } = begin();
    const stop = new AbortController();
    const run = (more: Partial<Stage<number, 'kept' | 'rejected'>>) =>
      runStage({ files, settings: 1, inputs: numbers(20_000), signal: stop.signal, work: rowsOf, ...more });
    setTimeout(() => stop.abort(new Error('stopped')), 1);
    await expect(run({})).rejects.toThrow('stopped');
    const late = new AbortController();
    const sift: Stage<number, 'kept' | 'rejected'>['sift'] = made => {
      late.abort(new Error('stopped late'));
      return made;
    };
    await expect(run({ signal: late.signal, sift })).rejects.toThrow('stopped late');
    expect(existsSync(files.kept)).toBe(false);
    const { signal } = new AbortController();
    expect(await run({ signal })).toBe(20_000);
    expect(readFileSync(files.kept, 'utf8').trim().split('\n')).toHaveLength(8000);
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

  it('ends as if undisturbed after a stop while the files were put into place', async () => {
    const calm = begin();
    await calm.run();
    const { files, run, read } = begin();
    await expect(run({ stopAt: COUNT - 1 })).rejects.toThrow('stopped');
    writeFileSync(files.kept, readFileSync(calm.files.kept));
    writeFileSync(`${files.rejected}.new`, '{"n":1}\n{"n"');
    await run();
    expect(read()).toBe(calm.read());
    expect(existsSync(`${files.rejected}.new`)).toBe(false);
  });

  it('keeps what was done when the inputs cannot be read on, and rows of any length', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stage-'));
    const long = 'x'.repeat(5_000_000);
    const asked: number[] = [];
    const run = (failAt: number) =>
      runStage({
        files: { all: join(folder, 'all.jsonl') },
        settings: 1,
        inputs: (async function* () {
          for (let n = 0; n < 4; n++) {
            if (n === failAt) throw new Error('the disk is gone');
            yield n;
          }
        })(),
        signal: new AbortController().signal,
        work: n => {
          asked.push(n);
          return [{ to: 'all', row: { n, long } }];
        },
      });
    await expect(run(3)).rejects.toThrow('the disk is gone');
    await run(-1);
    expect(asked).toEqual([0, 1, 2, 3]);
    const rows = readFileSync(join(folder, 'all.jsonl'), 'utf8').trim().split('\n');
    expect(rows.map(row => [JSON.parse(row).n, row.length])).toEqual([0, 1, 2, 3].map(n => [n, long.length + 17]));
  });
});
