import { z } from 'zod';
import { ANSWERED, LOCATING, type Measured, measured, SOLVING, type Tally } from './measures.ts';
import type { Cost, Row } from './run.ts';

const number = z.number().nullable();
const tally = z.record(z.string(), z.number());
const measuredSchema = z.object({
  value: number,
  low: number,
  high: number,
  part: z.number().optional(),
  whole: z.number().optional(),
  by: z.enum(['seeds', 'wilson', 'bootstrap']),
});

/** What was measured, on what, and with what: enough to do it again and to compare. A number that cannot be told is null. */
export const resultSchema = z.object({
  version: z.literal(1),
  kind: z.enum(['locate', 'solve']),
  /** `hash` is of the whole file, 16 hexadecimal digits; `rows` are those of the split, within the limit. */
  task: z.object({ file: z.string(), hash: z.string(), split: z.enum(['dev', 'test', 'all']), rows: z.number() }),
  asked: z.object({
    model: z.string(),
    protocol: z.enum(['lema', 'json', 'solve']),
    /** Hash of the protocol's messages about one fixed problem: it changes with every change of the prompt. */
    prompt: z.string(),
    temperature: z.number(),
    seeds: z.array(z.number()),
    maxTokens: z.number(),
    /** The judge was told the known answer and the reference solution. */
    reference: z.boolean(),
  }),
  lema: z.object({ version: z.string(), commit: z.string() }),
  date: z.string(),
  /** Why rows are missing; null for a whole run. */
  stopped: z.string().nullable(),
  answered: measuredSchema,
  causes: z.record(z.string(), z.number()),
  cost: z.object({
    requests: z.number(),
    tokens: z.object({ in: z.number(), out: z.number() }).nullable(),
    seconds: z.object({ median: number, p95: number }),
  }),
  /** By arm and measure. */
  measures: z.record(z.string(), z.record(z.string(), measuredSchema)),
  /** By category, arm and measure: parts and wholes of the shares. */
  categories: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()])))),
  rows: z.array(
    z.object({
      place: z.number(),
      id: z.union([z.string(), z.number()]),
      category: z.string(),
      seed: z.number(),
      cause: z.string().nullable(),
      found: z.record(z.string(), z.number()),
      counts: z.record(z.string(), tally),
    }),
  ),
});
/** A result as it stands in a file. */
export type StoredResult = z.infer<typeof resultSchema>;

type About = Pick<StoredResult, 'kind' | 'task' | 'asked' | 'lema' | 'date' | 'stopped'>;

/** A result as it was measured. */
export interface Result extends About {
  readonly version: 1;
  readonly answered: Measured;
  readonly causes: Readonly<Record<string, number>>;
  readonly cost: Cost;
  readonly measures: Readonly<Record<string, Readonly<Record<string, Measured>>>>;
  readonly categories: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>>>;
  readonly rows: readonly Row[];
}

export const measuresOf = (kind: About['kind']) => (kind === 'locate' ? LOCATING : SOLVING);

/** Adds up the rows. Every arm is measured on the rows that were answered, so that all are measured on the same. */
export function resultOf(about: About, arms: readonly string[], rows: readonly Row[], cost: Cost): Result {
  const measures = measuresOf(about.kind);
  const seeds = [...new Set(rows.map(row => row.seed))];
  const answeredRows = rows.filter(row => row.cause === null);
  const runs = (arm: string): Tally[][] =>
    seeds.map(seed => answeredRows.filter(row => row.seed === seed).map(row => row.counts[arm] ?? {}));
  const everyRow = seeds.map(seed => rows.filter(row => row.seed === seed).map(answeredTally));
  return {
    version: 1,
    ...about,
    answered: measured(ANSWERED, everyRow),
    causes: countsOf(rows.flatMap(({ cause }) => (cause === null ? [] : [cause]))),
    cost,
    measures: Object.fromEntries(
      arms.map(arm => [arm, Object.fromEntries(measures.map(measure => [measure.id, measured(measure, runs(arm))]))]),
    ),
    categories: categoriesOf(answeredRows, arms, about.kind),
    rows,
  };
}

/** What a row counts for among those that were asked. */
export const answeredTally = ({ cause }: Pick<Row, 'cause'>): Tally => ({ rows: 1, answered: cause === null ? 1 : 0 });

function categoriesOf(rows: readonly Row[], arms: readonly string[], kind: About['kind']): Result['categories'] {
  const names = [...new Set(rows.map(row => row.category))].sort();
  const shares = measuresOf(kind).flatMap(({ id, share }) => (share ? [{ id, share }] : []));
  const sum = (of: readonly Row[], arm: string, count: keyof Tally): number =>
    of.reduce((so, row) => so + (row.counts[arm]?.[count] ?? 0), 0);
  return Object.fromEntries(
    names.map(name => {
      const own = rows.filter(row => row.category === name);
      const counts = (arm: string) => shares.map(({ id, share: [part, whole] }) => [id, [sum(own, arm, part), sum(own, arm, whole)]]);
      return [name, Object.fromEntries(arms.map(arm => [arm, Object.fromEntries(counts(arm))]))];
    }),
  );
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
