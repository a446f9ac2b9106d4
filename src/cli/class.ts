import { StoreError } from '../classroom/submissions/store.ts';
import { batch } from './class/batch.ts';
import { check } from './class/check.ts';
import { exportSet, importInto, variants } from './class/export.ts';
import { feedback, merge, override, training } from './class/results.ts';
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
    const action = ACTIONS[what];
    if (!action) throw new UsageError(`'lema class ${what}' is not known; 'lema class --help' lists what there is`);
    try {
      return await action({ ...call, files: rest });
    } catch (error) {
      if (error instanceof StoreError) throw new UsageError(error.message);
      throw error;
    }
  },
};

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  batch,
  check,
  merge,
  override,
  feedback,
  training,
  export: exportSet,
  import: importInto,
  variants,
};
