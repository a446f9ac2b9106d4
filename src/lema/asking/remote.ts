import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { plain } from '../../model/batch.ts';
import { pause } from '../../model/deadline.ts';
import { ModelError } from '../../model/errors.ts';
import { fileHash } from '../files/digest.ts';
import { linesIn } from '../files/lines.ts';
import { lock } from '../files/lock.ts';
import { jsonOf } from '../files/rows.ts';
import { StageError } from '../files/stage.ts';
import { body, FILE_MS, openService, PAGE, pageOf, type Service } from '../service.ts';
import { type BatchPlan, planOf } from './batch-plan.ts';
import { NOT_OF_THE_QUESTION } from './patience.ts';

export interface RemoteBatch {
  /** The file of requests. */
  readonly requests: string;
  /** Where the replies go; `FILE.part` beside it keeps the names that the service gives. */
  readonly out: string;
  /** Where what failed goes. */
  readonly errors: string;
  readonly endpoint: { readonly baseUrl: string; readonly key: string };
  /** Asked once, before anything is sent; nothing is when it says no. */
  readonly confirm: (plan: BatchPlan) => Promise<boolean>;
  /** The first wait between two looks at the batch; the later ones are longer. */
  readonly pollMs?: number;
  /** After so long the batch is left to itself. */
  readonly waitMs: number;
}

export interface BatchListener {
  readonly signal: AbortSignal;
  readonly onStatus: (text: string) => void;
  readonly onDone: (done: number) => void;
}

/** How it stands with a batch: `waiting` when it goes on at the service, `cancelling` when it was just told to stop. */
export interface BatchEnd {
  readonly status: 'completed' | 'expired' | 'cancelled' | 'cancelling' | 'waiting';
  readonly id: string;
  readonly where: string;
  readonly requests: number;
  /** Requests that have a reply; 0 while there is no file. */
  readonly replies: number;
}

const batchSchema = z.object({
  id: z.string(),
  status: z.enum(['validating', 'failed', 'in_progress', 'finalizing', 'completed', 'expired', 'cancelling', 'cancelled']),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  request_counts: z.object({ completed: z.number(), failed: z.number() }).nullish(),
  errors: z.object({ data: z.array(z.object({ message: z.string().nullish(), line: z.number().nullish() })).nullish() }).nullish(),
});
type Batch = z.infer<typeof batchSchema>;

/** FILE.part. `run` is our own name for this batch: by it what was begun is found when the answer was lost. */
const journalSchema = z.object({
  version: z.literal(1),
  requests: z.string(),
  address: z.string(),
  run: z.string(),
  file: z.string().nullable(),
  batch: z.string().nullable(),
});
type Journal = z.infer<typeof journalSchema>;

const POLL_MS = { first: 5000, most: 60_000, times: 1.5 };
/** Looks in vain one after another, after which the service is taken to be gone. */
const MISSES = 10;
/** Bytes of replies. */
const MOST_BYTES = 2 ** 34;

/**
 * Has a service answer a file of requests: sends it, begins a batch, waits for its end and fetches the replies. A run that was cut short at any moment goes on
 * with the same batch: nothing is sent or begun twice. When the signal fires, the batch is cancelled; the next run then fetches what it has finished.
 * @throws StageError or ModelError with what the person can put right.
 */
export async function runBatch(
  { requests, out, errors, endpoint, confirm, pollMs, waitMs }: RemoteBatch,
  listener: BatchListener,
): Promise<BatchEnd> {
  const { signal, onStatus } = listener;
  const unlock = lock(`${out}.lock`);
  if (unlock === null)
    throw new StageError(`${out}: another run is at work on it; wait for its end, or delete ${out}.lock if there is none`);
  try {
    const journal = `${out}.part`;
    const told = { requests: await fileHash(requests, signal), address: endpoint.baseUrl };
    const earlier = readJournal(journal, told);
    const service = await openService(endpoint, signal, MOST_BYTES);
    const { where } = service;
    const plan = { where, ...(await planOf(requests, signal)) };
    if (earlier === null && !(await confirm(plan))) throw new StageError('nothing was sent');
    let record: Journal = earlier ?? { version: 1, ...told, run: randomUUID(), file: null, batch: null };
    const note = (more: Partial<Journal>): void => {
      record = { ...record, ...more };
      writeFileSync(`${journal}.new`, `${JSON.stringify(record)}\n`);
      renameSync(`${journal}.new`, journal);
    };
    note({});
    if (record.file === null) {
      onStatus(`Sending ${plan.requests} requests to ${where}.`);
      note({ file: await service.upload(requests, `lema-${record.run}.jsonl`, 'batch') });
    }
    if (record.batch === null) note({ batch: (await begun(service, record)).id });
    const id = record.batch ?? '';
    onStatus(`Waiting for ${id} at ${where}: a batch may take a day. It goes on there when this command is killed.`);
    const last = await ended(service, id, { ...listener, first: pollMs ?? POLL_MS.first, waitMs });
    const end = { id, where, requests: plan.requests, replies: 0 };
    if (last === null) return { ...end, status: 'waiting' };
    if (last.status === 'failed') {
      rmSync(journal);
      throw new StageError(
        `${where} refused the batch, and asked nothing: ${faultsOf(last)}; put that right and give the same command again`,
      );
    }
    if (!ENDED.has(last.status)) return { ...end, status: 'cancelling' };
    const replies = await fetched(service, last.output_file_id, out, last.request_counts?.completed ?? 0);
    await fetched(service, last.error_file_id, errors, 0);
    for (const path of [errors, out]) renameSync(`${path}.new`, path);
    rmSync(journal);
    return { ...end, status: last.status as 'completed' | 'expired' | 'cancelled', replies };
  } finally {
    unlock();
  }
}

const ENDED: ReadonlySet<Batch['status']> = new Set<Batch['status']>(['failed', 'completed', 'expired', 'cancelled']);

function readJournal(path: string, { requests, address }: Pick<Journal, 'requests' | 'address'>): Journal | null {
  if (!existsSync(path)) return null;
  const read = journalSchema.safeParse(jsonOf(readFileSync(path, 'utf8')));
  if (!read.success) throw new StageError(`${path}: is not the record of a batch; delete it to begin anew`);
  if (read.data.requests === requests && read.data.address === address) return read.data;
  throw new StageError(
    `${path}: is about a batch of other requests, or at another service; name another --out, or delete it to begin anew`,
  );
}

/** Begins the batch, unless it was begun before and only the answer was lost. */
const begun = ({ asked }: Service, { run, file }: Journal): Promise<Batch> =>
  asked(batchSchema, async (c, o) => {
    const { data } = pageOf(batchSchema).parse(await c.batches.list({ limit: PAGE }, o).then(body));
    const there = data.find(({ metadata }) => metadata?.lema_run === run);
    if (there) return there;
    const wanted = {
      completion_window: '24h',
      endpoint: '/v1/chat/completions',
      input_file_id: file ?? '',
      metadata: { lema_run: run },
    } as const;
    return c.batches.create(wanted, o);
  });

/** The batch when it has ended, or when it was told to; null when it took too long. Less and less is looked, and what is no matter of the batch is waited out. */
async function ended(
  { asked }: Service,
  id: string,
  { signal, onDone, first, waitMs }: BatchListener & { readonly first: number; readonly waitMs: number },
): Promise<Batch | null> {
  const until = performance.now() + waitMs;
  // It is cancelled because the run was stopped: that signal has fired.
  const stop = new AbortController().signal;
  const look = (own?: AbortSignal) => asked(batchSchema, (c, o) => c.batches.retrieve(id, o), own ? { stop: own } : {});
  let misses = 0;
  for (let wait = first; ; wait = Math.min(wait * POLL_MS.times, Math.max(first, POLL_MS.most))) {
    const batch = await look().catch(error => {
      if (signal.aborted) return null;
      if (!(error instanceof ModelError) || !NOT_OF_THE_BATCH.includes(error.reason) || ++misses >= MISSES) throw error;
      return null;
    });
    if (signal.aborted) return asked(batchSchema, (c, o) => c.batches.cancel(id, o), { stop }).catch(() => look(stop));
    if (batch) {
      misses = 0;
      const { completed = 0, failed = 0 } = batch.request_counts ?? {};
      onDone(completed + failed);
      if (ENDED.has(batch.status)) return batch;
    }
    if (performance.now() >= until) return null;
    await pause(wait, signal);
  }
}
const NOT_OF_THE_BATCH = [...NOT_OF_THE_QUESTION, 'server', 'timeout', 'cut-off'];

/** Fetches a file of rows beside its place: whole, and with no fewer rows than there must be. @returns how many there are. */
async function fetched({ asked, where }: Service, id: string | null | undefined, path: string, least: number): Promise<number> {
  const target = `${path}.new`;
  if (id == null) {
    writeFileSync(target, '');
    return 0;
  }
  const read = async (): Promise<number> => {
    let rows = 0;
    for await (const line of linesIn(target)) {
      if (jsonOf(line) === null && line !== '') throw new ModelError('cut-off', where, `after ${rows} replies`);
      if (line !== '') rows++;
    }
    if (rows < least) throw new ModelError('cut-off', where, `${rows} of ${least} replies`);
    return rows;
  };
  return asked(
    z.number(),
    async (c, o) => {
      const { body: bytes } = await c.files.content(id, o);
      await pipeline(bytes === null ? Readable.from([]) : Readable.fromWeb(bytes as never), createWriteStream(target), {
        signal: o.signal,
      });
      return read();
    },
    { ms: FILE_MS },
  );
}

const MOST_FAULTS = 3;

/** What the service has to say against the requests: its own words, and so untrusted. */
function faultsOf({ errors }: Batch): string {
  const all = errors?.data ?? [];
  const told = all
    .slice(0, MOST_FAULTS)
    .map(({ message, line }) => `${line == null ? '' : `line ${line}: `}${plain(message ?? 'no reason', 200)}`);
  return told.length === 0
    ? 'it does not say why'
    : `${told.join('; ')}${all.length > MOST_FAULTS ? `; and ${all.length - MOST_FAULTS} more` : ''}`;
}
