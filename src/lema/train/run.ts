import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StageError } from '../files/stage.ts';
import type { Split } from './data.ts';
import { type Settings, settingsSchema } from './settings.ts';

const split = z.object({ files: z.array(z.string()), rows: z.number(), sha256: z.string() });

/** FOLDER/run.json: what was run, on what, and how far it came. */
export const runRecord = z.object({
  version: z.literal(1),
  engine: z.enum(['trl', 'openai']),
  status: z.enum(['running', 'stopped', 'failed', 'done']),
  /** Why it failed. */
  why: z.string().nullable(),
  /** As it was named; `folder` is where its weights are read from, when that is another place. */
  base: z.object({ name: z.string(), folder: z.string().nullable(), sha256: z.string().nullable() }),
  train: split,
  dev: split.nullable(),
  settings: settingsSchema.nullable(),
  step: z.number(),
  steps: z.number(),
  /** Seconds of work in all parts of the run. */
  seconds: z.number(),
  started: z.string(),
  ended: z.string().nullable(),
  versions: z.record(z.string(), z.string()),
  /** Facts of the loaded model: parameters, trainable, device, rows left out for their length. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Of a run that another service does: its names for the files, the job and what comes out. */
  remote: z
    .object({
      address: z.string(),
      file: z.string().nullable(),
      devFile: z.string().nullable(),
      job: z.string().nullable(),
      model: z.string().nullable(),
    })
    .nullable(),
});
export type RunRecord = z.infer<typeof runRecord>;

/** The record of a folder, or null when nothing was run there. @throws StageError */
export function readRun(folder: string): RunRecord | null {
  const path = join(folder, 'run.json');
  if (!existsSync(path)) return null;
  try {
    return runRecord.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new StageError(`${path}: is not the record of a run; delete the folder, or choose another one`);
  }
}

/** The record is whole at any moment. */
export function writeRun(folder: string, record: RunRecord): void {
  const path = join(folder, 'run.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/** Two runs with the same mark come to the same model. */
export function markOf({ engine, base, train, dev, settings }: RunRecord): string {
  const all = [engine, base.sha256 ?? base.name, train.sha256, dev?.sha256 ?? null, settings?.taught ?? null];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** The record of a run that has not begun. */
export function newRecord(
  engine: RunRecord['engine'],
  base: RunRecord['base'],
  train: Split,
  dev: Split | null,
  settings: Settings | null,
): RunRecord {
  const kept = ({ files, rows, sha256 }: Split) => ({ files: [...files], rows, sha256 });
  return {
    version: 1,
    engine,
    status: 'running',
    why: null,
    base,
    train: kept(train),
    dev: dev === null ? null : kept(dev),
    settings,
    step: 0,
    steps: settings?.taught.steps ?? 0,
    seconds: 0,
    started: new Date().toISOString(),
    ended: null,
    versions: { node: process.versions.node },
    facts: {},
    remote: null,
  };
}
