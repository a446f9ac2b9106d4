import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pause } from '../../../model/deadline.ts';
import { fileHash } from '../../files/digest.ts';
import { linesIn } from '../../files/lines.ts';
import { StageError } from '../../files/stage.ts';
import { exampleRow } from '../../records.ts';
import type { Listener } from '../events.ts';
import { held, keptData, refuseOther } from '../folder.ts';
import { newRecord, type RunRecord, readRun, writeRun } from '../run.ts';
import { follow } from './follow.ts';
import { openTuner, type Tuner } from './service.ts';

export interface RemoteRequest {
  readonly data: readonly string[];
  readonly dev?: readonly string[];
  /** The service's name of the model to begin with. */
  readonly base: string;
  readonly out: string;
  readonly endpoint: { readonly baseUrl: string; readonly key: string };
  readonly epochs?: number;
  readonly batch?: number;
  /** Times the service's own learning rate. */
  readonly lrMultiplier?: number;
  readonly seed: number;
  /** Asked once, before anything is sent; nothing is when it says no. */
  readonly confirm: (plan: Plan) => Promise<boolean>;
  /** Between two looks at the job. */
  readonly pollMs?: number;
}

/** What would be sent, and where. */
export interface Plan {
  readonly where: string;
  readonly rows: number;
  readonly devRows: number;
  /** About so many are trained on, all passes together. */
  readonly tokens: number;
  readonly epochs: number;
}

/** What a service takes at least. */
const LEAST_ROWS = 10;
const LETTERS_PER_TOKEN = 4;
/** What services choose for data of this size, as a rule; told in estimates only. */
const USUAL_EPOCHS = 3;
const POLL_MS = 10_000;

/**
 * Trains by a fine-tuning service: sends the rows, begins a job and follows it. A request that was cut short follows the same job on; when the
 * signal fires, the job is cancelled.
 * @throws StageError or ModelError with what the person can put right.
 */
export const startRemoteTraining = (request: RemoteRequest, listener: Listener): Promise<RunRecord> =>
  held(request.out, async () => {
    const folder = resolve(request.out);
    const earlier = readRun(folder);
    const begun = earlier?.engine === 'openai' && earlier.remote?.job ? earlier : null;
    const { train, dev, keep, discard } = await keptData(request, folder, listener.signal);
    try {
      const made = newRecord('openai', { name: request.base, folder: null, sha256: null }, train, dev, null);
      if (earlier !== null) refuseOther(earlier, made, request.out);
      if (earlier?.status === 'done') return earlier;
      if (train.rows < LEAST_ROWS)
        throw new StageError(`${train.files.join(', ')}: ${train.rows} rows; a fine-tuning service takes ${LEAST_ROWS} or more`);
      const epochs = request.epochs ?? USUAL_EPOCHS;
      const service = await openTuner(request.endpoint, listener.signal);
      const plan = {
        where: service.where,
        rows: train.rows,
        devRows: dev?.rows ?? 0,
        tokens: Math.ceil((train.letters * epochs) / LETTERS_PER_TOKEN),
        epochs,
      };
      if (begun === null && !(await request.confirm(plan))) throw new StageError('nothing was sent');
      keep();
      const record: RunRecord = begun ?? {
        ...made,
        remote: {
          address: request.endpoint.baseUrl,
          file: earlier?.remote?.file ?? null,
          devFile: earlier?.remote?.devFile ?? null,
          job: null,
          model: null,
        },
      };
      return await carryOut({ ...record, status: 'running', why: null, ended: null }, service, { ...request, folder }, listener);
    } finally {
      discard();
    }
  });

async function carryOut(
  first: RunRecord,
  service: Tuner,
  request: RemoteRequest & { readonly folder: string },
  listener: Listener,
): Promise<RunRecord> {
  const { folder } = request;
  let record = first;
  const note = (remote: Partial<NonNullable<RunRecord['remote']>>) => {
    if (record.remote === null) return;
    record = { ...record, remote: { ...record.remote, ...remote } };
    writeRun(folder, record);
  };
  const sent = async (split: 'train' | 'dev') => {
    const path = await asChats(join(folder, 'data', `${split}.jsonl`));
    listener.onEvent({ kind: 'status', text: `Sending the rows of ${split}.jsonl to ${service.where}.` });
    return service.upload(path, `lema-${(await fileHash(path)).slice(0, 16)}-${split}.jsonl`);
  };
  writeRun(folder, record);
  if (!record.remote?.file) note({ file: await sent('train') });
  if (record.dev !== null && !record.remote?.devFile) note({ devFile: await sent('dev') });
  if (!record.remote?.job) {
    const { base: model, seed, epochs, batch, lrMultiplier } = request;
    const hyper = {
      ...(epochs === undefined ? {} : { n_epochs: epochs }),
      ...(batch === undefined ? {} : { batch_size: batch }),
      ...(lrMultiplier === undefined ? {} : { learning_rate_multiplier: lrMultiplier }),
    };
    const job = await service.begin({ model, file: record.remote?.file ?? '', devFile: record.remote?.devFile ?? null, seed, hyper });
    note({ job: job.id });
  }
  const id = record.remote?.job ?? '';
  listener.onEvent({ kind: 'status', text: `Following ${id} at ${service.where}.` });
  const followed = await follow({ service, id, folder, pollMs: request.pollMs ?? POLL_MS, wait: pause, ...listener });
  record = { ...record, ...followed.record, ended: new Date().toISOString() };
  // A job that was cancelled or failed cannot go on: the next one begins anew with the rows that are there.
  note(record.status === 'done' ? { model: followed.model } : { job: null });
  return record;
}

/** The rows in the form of the service: chats whose last message is learnt. */
async function asChats(path: string): Promise<string> {
  const target = path.replace(/\.jsonl$/, '.chats.jsonl');
  if (existsSync(target)) return target;
  async function* chats(): AsyncGenerator<string> {
    for await (const line of linesIn(path)) {
      const { prompt, completion } = exampleRow.parse(JSON.parse(line));
      yield `${JSON.stringify({ messages: [...prompt, ...completion] })}\n`;
    }
  }
  await pipeline(Readable.from(chats()), createWriteStream(`${target}.new`));
  renameSync(`${target}.new`, target);
  return target;
}
