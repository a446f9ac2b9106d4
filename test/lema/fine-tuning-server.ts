import { text } from 'node:stream/consumers';
import { createStores, openaiService, page, Refusal, type Route } from './openai-service.ts';

interface StoredJob {
  readonly id: string;
  readonly object: 'fine_tuning.job';
  readonly created_at: number;
  readonly model: string;
  readonly training_file: string;
  readonly validation_file: string | null;
  readonly seed: number;
  readonly method: unknown;
  readonly organization_id: string;
  readonly result_files: string[];
  readonly hyperparameters: object;
  status: 'validating_files' | 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  fine_tuned_model: string | null;
  finished_at: number | null;
  trained_tokens: number | null;
  error: { code: string; message: string; param: string | null } | null;
}

interface StoredEvent {
  readonly id: string;
  readonly object: 'fine_tuning.job.event';
  readonly created_at: number;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly type: 'message' | 'metrics';
  readonly data: object | null;
}

const STEPS = 230;

/**
 * A fine-tuning service as OpenAI documents it: files, jobs, events (the newest first, in pages), cancel. A job goes a part of its way each time
 * that it is looked at, and takes 230 steps. It checks what it is sent as the real one does.
 */
export async function fineTuningServer() {
  const jobs = new Map<string, StoredJob>();
  const events = new Map<string, StoredEvent[]>();
  let stepsALook = 60;
  const stores = createStores();
  const { files, id } = stores;

  const say = (job: string, message: string, data: object | null = null) =>
    events.get(job)?.unshift({
      id: id('ftevent'),
      object: 'fine_tuning.job.event',
      created_at: 1_700_000_000 + (events.get(job)?.length ?? 0),
      level: 'info',
      message,
      type: data === null ? 'message' : 'metrics',
      data,
    });

  /** What a job does between two looks at it. */
  function advance(job: StoredJob): void {
    const done = events.get(job.id)?.filter(({ type }) => type === 'metrics').length ?? 0;
    if (job.status === 'validating_files') {
      const lines = files.get(job.training_file)?.content.trim().split('\n') ?? [];
      if (lines.length < 10) {
        job.status = 'failed';
        job.error = {
          code: 'invalid_n_examples',
          message: `Training file has ${lines.length} example(s), but must have at least 10 examples`,
          param: 'training_file',
        };
      } else job.status = 'queued';
      say(job.id, 'Validating training file');
    } else if (job.status === 'queued') {
      job.status = 'running';
      say(job.id, 'Fine-tuning job started');
    } else if (job.status === 'running') {
      for (let step = done + 1; step <= Math.min(STEPS, done + stepsALook); step++)
        say(job.id, `Step ${step}/${STEPS}: training loss=${(1 / step).toFixed(2)}`, {
          step,
          total_steps: STEPS,
          train_loss: 1 / step,
          train_mean_token_accuracy: 0.5,
        });
      if (done + stepsALook < STEPS) return;
      job.status = 'succeeded';
      job.fine_tuned_model = `ft:${job.model}:org:lema:abc`;
      job.trained_tokens = 1234;
      say(job.id, 'The job has successfully completed');
    }
  }

  const routes: readonly Route[] = [
    [/^GET \/v1\/fine_tuning\/jobs$/, () => page([...jobs.values()])],
    [/^POST \/v1\/fine_tuning\/jobs$/, async (_, request) => createJob(JSON.parse(await text(request)))],
    [
      /^GET \/v1\/fine_tuning\/jobs\/([\w-]+)$/,
      ([, name]) => {
        const job = known(name);
        advance(job);
        return job;
      },
    ],
    [
      /^POST \/v1\/fine_tuning\/jobs\/([\w-]+)\/cancel$/,
      ([, name]) => {
        const job = known(name);
        if (job.finished_at !== null || job.status === 'succeeded') throw new Refusal(400, 'Job has already completed');
        job.status = 'cancelled';
        return job;
      },
    ],
    [/^GET \/v1\/fine_tuning\/jobs\/([\w-]+)\/events$/, ([, name], _, url) => eventsPage(known(name), url)],
  ];

  function known(name: string | undefined): StoredJob {
    const job = jobs.get(name ?? '');
    if (job === undefined) throw new Refusal(404, `Could not find fine tune: ${name}`);
    return job;
  }

  function createJob(body: {
    model?: string;
    training_file?: string;
    validation_file?: string | null;
    seed?: number;
    method?: unknown;
  }): object {
    for (const file of [body.training_file, body.validation_file ?? undefined])
      if (file !== undefined && !files.has(file)) throw new Refusal(400, `invalid training_file: ${file}`);
    if (body.model === undefined || body.training_file === undefined) throw new Refusal(400, "'model' and 'training_file' are required");
    const job: StoredJob = {
      id: id('ftjob'),
      object: 'fine_tuning.job',
      created_at: 1,
      model: body.model,
      training_file: body.training_file,
      validation_file: body.validation_file ?? null,
      seed: body.seed ?? 0,
      method: body.method,
      organization_id: 'org',
      result_files: [],
      hyperparameters: {},
      status: 'validating_files',
      fine_tuned_model: null,
      finished_at: null,
      trained_tokens: null,
      error: null,
    };
    jobs.set(job.id, job);
    events.set(job.id, []);
    say(job.id, `Created fine-tuning job: ${job.id}`);
    return job;
  }

  /** The page after the event named, which is older. */
  function eventsPage(job: StoredJob, url: URL): object {
    const all = events.get(job.id) ?? [];
    const after = url.searchParams.get('after');
    const from = after === null ? 0 : all.findIndex(event => event.id === after) + 1;
    const limit = Math.min(100, Number(url.searchParams.get('limit') ?? 20));
    return { ...page(all.slice(from, from + limit)), has_more: from + limit < all.length };
  }

  return {
    ...(await openaiService(stores, { purpose: 'fine-tune', fault: chatFault, routes })),
    jobs,
    events,
    /** Steps that a job takes between two looks at it. */
    pace: (steps: number) => {
      stepsALook = steps;
    },
  };
}

function chatFault(content: string): string | null {
  const bad = content
    .trim()
    .split('\n')
    .findIndex(line => !isChat(line));
  return bad < 0 ? null : `Invalid file format. Line ${bad + 1} is not a chat that ends in a reply`;
}

function isChat(line: string): boolean {
  try {
    const { messages, ...rest } = JSON.parse(line);
    return (
      Object.keys(rest).length === 0 &&
      messages.length >= 2 &&
      messages.at(-1).role === 'assistant' &&
      messages.every((m: { content: unknown }) => typeof m.content === 'string')
    );
  } catch {
    return false;
  }
}
