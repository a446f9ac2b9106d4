import { z } from 'zod';
import { body, openService, PAGE, pageOf } from '../../service.ts';

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

export interface JobWanted {
  readonly model: string;
  readonly file: string;
  readonly devFile: string | null;
  readonly seed: number;
  readonly hyper: { readonly n_epochs?: number; readonly batch_size?: number; readonly learning_rate_multiplier?: number };
}

/** A fine-tuning service that speaks OpenAI's protocol. Each call is made again after a passing fault, and does nothing twice. */
export interface Tuner {
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
export async function openTuner(endpoint: { readonly baseUrl: string; readonly key: string }, signal: AbortSignal): Promise<Tuner> {
  const { where, asked, upload } = await openService(endpoint, signal);
  const jobs = pageOf(jobSchema);
  return {
    where,
    upload: (path, name) => upload(path, name, 'fine-tune'),
    begin: ({ model, file, devFile, seed, hyper }) =>
      asked(jobSchema, async (c, o) => {
        const { data } = jobs.parse(await c.fineTuning.jobs.list({ limit: PAGE }, o).then(body));
        const begun = data.find(job => job.training_file === file && job.status !== 'cancelled' && job.status !== 'failed');
        if (begun) return begun;
        const method = { type: 'supervised' as const, supervised: { hyperparameters: hyper } };
        return c.fineTuning.jobs.create({ model, training_file: file, validation_file: devFile, seed, suffix: 'lema', method }, o);
      }),
    job: id => asked(jobSchema, (c, o) => c.fineTuning.jobs.retrieve(id, o)),
    // A job is cancelled because the run was stopped: that signal has fired.
    cancel: id => asked(jobSchema, (c, o) => c.fineTuning.jobs.cancel(id, o), { stop: new AbortController().signal }),
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
