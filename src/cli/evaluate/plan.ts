import { existsSync, readFileSync } from 'node:fs';
import type { Arm } from '../../lema/evaluate/outcome.ts';
import { resultSchema, type StoredResult } from '../../lema/evaluate/result.ts';
import type { RunOptions } from '../../lema/evaluate/run.ts';
import { SPLITS, type Split } from '../../lema/evaluate/split.ts';
import { type Protocol, protocolFor } from '../../model/protocol/protocol.ts';
import { type Call, choice, number, text, UsageError } from '../command.ts';
import { existing } from './rows.ts';
import { SHOW, type Show } from './show.ts';

/** The options, read and checked before anything is asked. */
export interface Plan {
  readonly model: string;
  readonly protocol: Protocol;
  readonly solve: boolean;
  readonly arms: readonly Arm[];
  readonly split: Split;
  readonly limit: number;
  readonly reference: boolean;
  readonly deadlineMs: number;
  readonly asking: Pick<RunOptions, 'seeds' | 'temperature' | 'maxTokens' | 'concurrency'>;
  readonly replies: string | null;
  readonly out: string | null;
  readonly baseline: { readonly file: string; readonly result: StoredResult } | null;
  readonly asJson: boolean;
  readonly show: Show;
}

const ARMS: Readonly<Record<'on' | 'off' | 'both', readonly Arm[]>> = {
  on: ['checker', 'judged'],
  off: ['model'],
  both: ['checker', 'model', 'judged'],
};

/** Several seeds give several replies only when replies are drawn, not when each is the likeliest. */
const SEVERAL_SEEDS_TEMPERATURE = 0.7;

/** @throws UsageError for what cannot be meant. */
export function planOf(call: Call): Plan {
  const model = text(call, 'model') ?? '';
  if (model === '') throw new UsageError('--model takes the name of a model');
  const seeds = (text(call, 'seeds') ?? '1').split(',').map(Number);
  if (seeds.some(seed => !Number.isInteger(seed) || seed < 0) || new Set(seeds).size < seeds.length)
    throw new UsageError('--seeds takes different whole numbers with commas between: --seeds 1,2,3');
  const temperature = Number(text(call, 'temperature') ?? (seeds.length > 1 ? SEVERAL_SEEDS_TEMPERATURE : 0));
  if (!(temperature >= 0 && temperature <= 2)) throw new UsageError('--temperature takes a number from 0 to 2');
  const solve = call.values.solve === true;
  const needless = solve ? ['judge', 'reference', 'show', 'protocol'].find(name => call.values[name] !== undefined) : undefined;
  if (needless !== undefined) throw new UsageError(`--${needless} does not go with --solve: a solution is judged by its answer alone`);
  const split = choice(call, 'split', SPLITS, 'dev');
  const several = call.files.length > 1 ? ['out', 'baseline'].find(name => call.values[name] !== undefined) : undefined;
  if (several !== undefined) throw new UsageError(`--${several} goes with one file: evaluate each by itself`);
  for (const file of call.files) existing(file);
  return {
    model,
    protocol: protocolFor(model, choice<'auto' | 'json' | 'lema'>(call, 'protocol', ['auto', 'json', 'lema'], 'auto')),
    solve,
    arms: ARMS[choice<'on' | 'off' | 'both'>(call, 'judge', ['on', 'off', 'both'], 'both')],
    split,
    limit: text(call, 'limit') === undefined ? Number.POSITIVE_INFINITY : number(call, 'limit', 1, 1),
    reference: call.values.reference === true,
    deadlineMs: number(call, 'deadline', 60, 1) * 1000,
    asking: { seeds, temperature, maxTokens: number(call, 'max-tokens', 2048, 1), concurrency: number(call, 'concurrency', 4, 1) },
    replies: text(call, 'replies') ?? null,
    out: text(call, 'out') ?? null,
    baseline: baselineOf(text(call, 'baseline')),
    asJson: choice(call, 'format', ['text', 'json'], 'text') === 'json',
    show: choice(call, 'show', SHOW, 'none'),
  };
}

function baselineOf(file: string | undefined): Plan['baseline'] {
  if (file === undefined) return null;
  if (!existsSync(file)) throw new UsageError(`${file}: no such file; 'lema evaluate … --out ${file}' makes a baseline`);
  try {
    return { file, result: resultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch {
    throw new UsageError(`${file}: is no result of 'lema evaluate --model … --out FILE'`);
  }
}
