import { z } from 'zod';
import { StageError } from '../files/stage.ts';
import { HYPER, type Hyper, type HyperName, hyper, METHODS, type Method, RECIPES, type Recipe, type RecipeName } from './recipes.ts';

/** What a person asks for; all that is left out comes from the recipe. */
export interface Wanted {
  readonly recipe: RecipeName;
  readonly method?: Method;
  readonly hyper?: HyperName;
  readonly changes?: { readonly [K in keyof Hyper]?: Hyper[K] };
  readonly perDevice?: number;
  readonly processes?: number;
  readonly sharding?: Recipe['sharding'];
  /** Keep off the GPU. */
  readonly cpu?: boolean;
  readonly saveEvery?: number;
  readonly seed?: number;
}

/** All that decides what comes out. A stopped run goes on only under the same. */
const taught = z.object({
  ...hyper.omit({ steps: true, epochs: true }).shape,
  recipe: z.string(),
  method: z.enum(METHODS),
  steps: z.number().int().positive(),
  seed: z.number().int(),
});

/** How the work is divided: may differ from one part of a run to the next. */
const placed = z.object({
  perDevice: z.number().int().positive(),
  accumulation: z.number().int().positive(),
  nodes: z.number().int().positive(),
  processes: z.number().int().positive(),
  sharding: z.enum(['none', 'fsdp', 'deepspeed']),
  precision: z.enum(['fp32', 'bf16']),
  checkpointing: z.boolean(),
  optimizer: z.string(),
  gpu: z.boolean(),
  cpu: z.boolean(),
  saveEvery: z.number().int().positive(),
});
export const settingsSchema = z.object({ taught, placed });
export type Settings = z.infer<typeof settingsSchema>;

/** Checkpoints in a run, unless told otherwise. */
const CHECKPOINTS = 10;

/** The settings for so many rows. @throws StageError when a batch cannot be divided among the processes. */
export function settingsFor(wanted: Wanted, rows: number): Settings {
  const recipe: Recipe = RECIPES[wanted.recipe];
  const method = wanted.method ?? recipe.method;
  const table = HYPER[wanted.hyper ?? recipe.hyper][method === 'full' ? 'full' : 'adapter'];
  // A table that is asked for by name stands as it is; so does one for a method that the recipe is not made for.
  const fits = (wanted.hyper === undefined || wanted.hyper === recipe.hyper) && method === recipe.method;
  const { steps: fixed, epochs, ...rest } = { ...table, ...(fits ? recipe.changes : {}), ...passes(wanted.changes) };
  const processes = wanted.processes ?? recipe.processes;
  if (rest.batch % processes !== 0)
    throw new StageError(
      `a batch of ${rest.batch} rows cannot be divided among ${processes} processes; choose --batch or --processes so that it can`,
    );
  const share = rest.batch / processes;
  const perDevice = largestDivisor(share, wanted.perDevice ?? recipe.perDevice);
  const steps = fixed ?? Math.max(1, Math.ceil((rows * epochs) / rest.batch));
  return {
    taught: { ...rest, recipe: wanted.recipe, method, steps, seed: wanted.seed ?? 1 },
    placed: {
      perDevice,
      accumulation: share / perDevice,
      nodes: recipe.nodes,
      processes,
      sharding: wanted.sharding ?? recipe.sharding,
      precision: wanted.cpu ? 'fp32' : recipe.precision,
      checkpointing: recipe.checkpointing,
      optimizer: wanted.cpu ? 'adamw_torch' : recipe.optimizer,
      gpu: (recipe.gpu || method === 'qlora') && wanted.cpu !== true,
      cpu: wanted.cpu === true,
      saveEvery: wanted.saveEvery ?? Math.max(1, Math.ceil(steps / CHECKPOINTS)),
    },
  };
}

/** The same run with fewer or more rows in memory at once. */
export function withPerDevice({ taught, placed }: Settings, wanted: number): Settings {
  const share = taught.batch / placed.processes;
  const perDevice = largestDivisor(share, wanted);
  return { taught, placed: { ...placed, perDevice, accumulation: share / perDevice } };
}

/** Passes over the data that were asked for come before a table's number of steps. */
const passes = (changes: Wanted['changes'] = {}) =>
  changes.epochs !== undefined && changes.steps === undefined ? { ...changes, steps: null } : changes;

function largestDivisor(of: number, atMost: number): number {
  for (let n = Math.min(of, atMost); n > 1; n--) if (of % n === 0) return n;
  return 1;
}
