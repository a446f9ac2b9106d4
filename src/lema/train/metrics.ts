import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One line of FOLDER/metrics.jsonl. What an engine does not tell is left out. */
export const metricsRow = z.object({
  step: z.number(),
  /** Mean over the steps since the row before. */
  loss: z.number().optional(),
  /** On the development split. */
  eval_loss: z.number().optional(),
  lr: z.number().optional(),
  /** Tokens read since the beginning. */
  tokens: z.number().optional(),
  /** Share of the completion's tokens that came first. */
  accuracy: z.number().optional(),
  grad_norm: z.number().optional(),
  epoch: z.number().optional(),
  /** Seconds of work since the beginning, pauses not counted. */
  seconds: z.number(),
});
export type MetricsRow = z.infer<typeof metricsRow>;

const pathOf = (folder: string) => join(folder, 'metrics.jsonl');

/** The rows of a folder; an unfinished last line is left out. */
export function readMetrics(folder: string): MetricsRow[] {
  if (!existsSync(pathOf(folder))) return [];
  return readFileSync(pathOf(folder), 'utf8')
    .split('\n')
    .flatMap(line => {
      try {
        return [metricsRow.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}

/** Takes back what was told of steps after a checkpoint: they are done again. @returns the last row that stays. */
export function keepMetrics(folder: string, step: number): MetricsRow | null {
  const kept = readMetrics(folder).filter(row => row.step <= step);
  const path = pathOf(folder);
  writeFileSync(`${path}.new`, kept.map(row => `${JSON.stringify(row)}\n`).join(''));
  renameSync(`${path}.new`, path);
  return kept.at(-1) ?? null;
}

export const addMetrics = (folder: string, row: MetricsRow): void => appendFileSync(pathOf(folder), `${JSON.stringify(row)}\n`);
