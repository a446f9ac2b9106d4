import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const measured = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });

/** What is read of a result of `lema evaluate --model … --out FILE`. */
const resultRow = z.object({
  kind: z.literal('locate'),
  task: z.object({ file: z.string(), split: z.string(), rows: z.number() }),
  asked: z.object({ model: z.string() }),
  date: z.string(),
  /** By arm and measure. */
  measures: z.record(z.string(), z.record(z.string(), measured)),
  /** By category, arm and measure: so many of how many. */
  categories: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()])))),
});

export interface Evaluation extends z.infer<typeof resultRow> {
  readonly file: string;
}

/** Where results are looked for: the folder itself, and these in it. */
const PLACES = ['', 'evaluations'];
const LARGEST = 256_000_000;

/** The measurements of models that lie in a folder, the newest first. What is no such result is passed over. */
export async function readEvaluations(folder: string): Promise<readonly Evaluation[]> {
  const runs = await readdir(join(folder, 'runs')).catch(() => []);
  const places = [...PLACES, ...runs.map(run => join('runs', run))];
  const files = await Promise.all(
    places.map(async place => {
      const names = await readdir(join(folder, place)).catch(() => []);
      return names.filter(name => name.endsWith('.json') && name !== 'run.json').map(name => join(place, name));
    }),
  );
  const found = await Promise.all(files.flat().map(file => readEvaluation(folder, file)));
  return found.filter(one => one !== null).sort((a, b) => (a.date < b.date ? 1 : -1));
}

async function readEvaluation(folder: string, file: string): Promise<Evaluation | null> {
  try {
    const path = join(folder, file);
    if ((await stat(path)).size > LARGEST) return null;
    const result = resultRow.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return result.success ? { ...result.data, file } : null;
  } catch {
    return null;
  }
}
