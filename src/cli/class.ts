import { StoreError } from '../classroom/submissions/store.ts';
import { type Call, type Command, UsageError } from './command.ts';

/** `lema class check SET FOLDER` and what follows from its results. */
export const classroom: Command = {
  options: {
    format: { type: 'string' },
    results: { type: 'string' },
    shard: { type: 'string' },
    threads: { type: 'string' },
    student: { type: 'string' },
    problem: { type: 'string' },
    points: { type: 'string' },
    reason: { type: 'string' },
    consent: { type: 'boolean' },
    to: { type: 'string' },
    distractors: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
    find: { type: 'boolean' },
    blanks: { type: 'boolean' },
    nice: { type: 'boolean' },
    pseudonyms: { type: 'boolean' },
    out: { type: 'string' },
    folder: { type: 'string' },
    model: { type: 'string' },
    protocol: { type: 'string' },
  },
  async run(call) {
    const [what = '', ...rest] = call.files;
    const load = Object.hasOwn(ACTIONS, what) ? ACTIONS[what] : undefined;
    if (!load) throw new UsageError(`'lema class ${what}' is not known; 'lema class --help' lists what there is`);
    try {
      return await (await load())({ ...call, files: rest });
    } catch (error) {
      if (error instanceof StoreError) throw new UsageError(error.message);
      throw error;
    }
  },
};

/** Each is loaded only when it is asked for: a class is to be checked at once. */
const ACTIONS: Readonly<Record<string, () => Promise<(call: Call) => Promise<number>>>> = {
  batch: async () => (await import('./class/batch.ts')).batch,
  check: async () => (await import('./class/check.ts')).check,
  merge: async () => (await import('./class/results.ts')).merge,
  override: async () => (await import('./class/results.ts')).override,
  feedback: async () => (await import('./class/results.ts')).feedback,
  training: async () => (await import('./class/results.ts')).training,
  export: async () => (await import('./class/export.ts')).exportSet,
  import: async () => (await import('./class/export.ts')).importInto,
  variants: async () => (await import('./class/export.ts')).variants,
};
