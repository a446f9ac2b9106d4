import { createReadStream, statSync } from 'node:fs';
import type OpenAI from 'openai';
import { z } from 'zod';
import { modelError, openClient, requestOptions } from '../../../model/client.ts';
import { deadlineOf, pause } from '../../../model/deadline.ts';
import { placeOf } from '../../../model/endpoint.ts';
import { ModelError } from '../../../model/errors.ts';
import { mayRetry, retryDelay } from '../../../model/retry.ts';

const REQUEST_MS = 60_000;
const UPLOAD_MS = 1_800_000;
/** Failed attempts at one request, after which its error stands. */
const ATTEMPTS = 6;
const PAGE = 100;

const jobSchema = z.object({
  id: z.string(),
  status: z.enum(['validating_files', 'queued', 'running', 'succeeded', 'failed', 'cancelled', 'paused']),
  fine_tuned_model: z.string().nullish(),
  training_file: z.string(),
  trained_tokens: z.number().nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
});
export type Job = z.infer<typeof jobSchema>;

const eventSchema = z.object({
  id: z.string(),
  created_at: z.number(),
  level: z.string(),
  message: z.string(),
  type: z.string().nullish(),
  data: z.unknown(),
});
export type JobEvent = z.infer<typeof eventSchema>;

const fileSchema = z.object({ id: z.string(), filename: z.string(), bytes: z.number().nullish() });
const pageOf = <T>(row: z.ZodType<T>) => z.object({ data: z.array(row), has_more: z.boolean().nullish() });

export interface JobWanted {
  readonly model: string;
  readonly file: string;
  readonly devFile: string | null;
  readonly seed: number;
  readonly hyper: { readonly n_epochs?: number; readonly batch_size?: number; readonly learning_rate_multiplier?: number };
}

/** A fine-tuning service that speaks OpenAI's protocol. Each call is made again after a passing fault, and does nothing twice. */
export interface Service {
  readonly where: string;
  /** The name that the service gives to a file. A file of this name that is there already is not sent again. */
  upload(path: string, name: string): Promise<string>;
  /** Begins a job. One that was begun with the same file, and whose answer was lost, is taken. */
  begin(wanted: JobWanted): Promise<Job>;
  job(id: string): Promise<Job>;
  cancel(id: string): Promise<Job>;
  /** All events after the one named, the oldest first. */
  events(job: string, after: string | null): Promise<readonly JobEvent[]>;
}

/** Ends its calls with ModelError. */
export async function openService(endpoint: { readonly baseUrl: string; readonly key: string }, signal: AbortSignal): Promise<Service> {
  const where = placeOf(endpoint.baseUrl);
  const { client, library } = await openClient(endpoint, where);

  async function asked<T>(
    schema: z.ZodType<T>,
    request: (client: OpenAI, options: ReturnType<typeof requestOptions>) => Promise<unknown>,
    ms = REQUEST_MS,
    stop = signal,
  ): Promise<T> {
    for (let failures = 0; ; ) {
      const deadline = deadlineOf(stop, ms);
      try {
        return schema.parse(await request(client, requestOptions(deadline)));
      } catch (error) {
        const status = error instanceof library.APIError ? error : null;
        const passes =
          status === null
            ? !(error instanceof z.ZodError || error instanceof ModelError)
            : status.status === undefined || mayRetry(status.status);
        const wait = retryDelay(status?.headers, failures++);
        if (!passes || failures >= ATTEMPTS || stop.aborted) throw modelError(error, where, deadline, library);
        await pause(wait, stop);
      }
    }
  }

  async function fileNamed(name: string, bytes: number): Promise<string | null> {
    const listed = await asked(pageOf(fileSchema), (c, o) => c.files.list({ purpose: 'fine-tune', limit: PAGE }, o).then(body));
    return listed.data.find(file => file.filename === name && (file.bytes ?? bytes) === bytes)?.id ?? null;
  }

  const jobWith = async (file: string): Promise<Job | null> => {
    const listed = await asked(pageOf(jobSchema), (c, o) => c.fineTuning.jobs.list({ limit: PAGE }, o).then(body));
    return listed.data.find(job => job.training_file === file && job.status !== 'cancelled' && job.status !== 'failed') ?? null;
  };

  return {
    where,
    async upload(path, name) {
      const bytes = statSync(path).size;
      const send = async (c: OpenAI, o: ReturnType<typeof requestOptions>) => {
        const there = await fileNamed(name, bytes);
        if (there !== null) return { id: there, filename: name };
        const { toFile } = await import('openai');
        return c.files.create({ file: await toFile(createReadStream(path), name), purpose: 'fine-tune' }, o);
      };
      return (await asked(fileSchema, send, UPLOAD_MS)).id;
    },
    begin: ({ model, file, devFile, seed, hyper }) =>
      asked(jobSchema, async (c, o) => {
        const begun = await jobWith(file);
        if (begun !== null) return begun;
        const method = { type: 'supervised' as const, supervised: { hyperparameters: hyper } };
        return c.fineTuning.jobs.create({ model, training_file: file, validation_file: devFile, seed, suffix: 'lema', method }, o);
      }),
    job: id => asked(jobSchema, (c, o) => c.fineTuning.jobs.retrieve(id, o)),
    // A job is cancelled because the run was stopped: that signal has fired.
    cancel: id => asked(jobSchema, (c, o) => c.fineTuning.jobs.cancel(id, o), REQUEST_MS, new AbortController().signal),
    async events(job, after) {
      const found: JobEvent[] = [];
      for (let cursor: string | undefined; ; cursor = found.at(-1)?.id) {
        const page = await asked(pageOf(eventSchema), (c, o) =>
          c.fineTuning.jobs.listEvents(job, { limit: PAGE, ...(cursor === undefined ? {} : { after: cursor }) }, o).then(body),
        );
        const known = page.data.findIndex(event => event.id === after);
        found.push(...(known < 0 ? page.data : page.data.slice(0, known)));
        if (known >= 0 || page.has_more !== true || page.data.length === 0) return found.reverse();
      }
    },
  };
}

/** A page as the service sent it. */
const body = (page: { readonly data: unknown; readonly has_more?: boolean }) => ({ data: page.data, has_more: page.has_more });
