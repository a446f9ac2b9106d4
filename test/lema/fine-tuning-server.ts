import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What happens to the next request whose `METHOD /path` the pattern matches: a status, or the connection cut before or after it was carried out. */
export interface Fault {
  readonly on: RegExp;
  readonly what: number | 'cut-before' | 'cut-after';
}

interface StoredFile {
  readonly id: string;
  readonly object: 'file';
  readonly bytes: number;
  readonly created_at: number;
  readonly filename: string;
  readonly purpose: string;
  readonly status: 'processed';
}

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

export const KEY = 'test-key';
const STEPS = 230;

/**
 * A fine-tuning service as OpenAI documents it: files, jobs, events (the newest first, in pages), cancel. A job goes a part of its way each time
 * that it is looked at, and takes 230 steps. It checks what it is sent as the real one does.
 */
export async function fineTuningServer() {
  const files = new Map<string, StoredFile & { readonly content: string }>();
  const jobs = new Map<string, StoredJob>();
  const events = new Map<string, StoredEvent[]>();
  const faults: Fault[] = [];
  const requests: string[] = [];
  let stepsALook = 60;
  let ids = 0;
  const id = (prefix: string) => `${prefix}-${String(++ids).padStart(6, '0')}`;

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

  const routes: readonly (readonly [RegExp, (match: RegExpExecArray, request: IncomingMessage, url: URL) => Promise<object> | object])[] = [
    [/^GET \/v1\/files$/, () => page([...files.values()].map(({ content: _, ...file }) => file))],
    [/^POST \/v1\/files$/, (_, request) => storeFile(request)],
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

  async function storeFile(request: IncomingMessage): Promise<object> {
    const form = await new Response(await bytesOf(request), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) throw new Refusal(400, "'file' is a required property");
    if (form.get('purpose') !== 'fine-tune') throw new Refusal(400, "'purpose' must be 'fine-tune'");
    const content = await file.text();
    const bad = content
      .trim()
      .split('\n')
      .findIndex(line => !isChat(line));
    if (bad >= 0) throw new Refusal(400, `Invalid file format. Line ${bad + 1} is not a chat that ends in a reply`);
    const stored = {
      id: id('file'),
      object: 'file',
      bytes: file.size,
      created_at: 1,
      filename: file.name,
      purpose: 'fine-tune',
      status: 'processed',
    } as const;
    files.set(stored.id, { ...stored, content });
    return stored;
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

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const name = `${request.method} ${url.pathname}`;
    requests.push(name);
    const at = faults.findIndex(({ on }) => on.test(name));
    const fault = at < 0 ? null : (faults.splice(at, 1)[0]?.what ?? null);
    if (fault === 'cut-before') return void request.socket.destroy();
    if (typeof fault === 'number')
      return send(
        response,
        fault,
        { error: { message: 'Come back later', type: 'server_error', param: null, code: null } },
        { 'retry-after-ms': '1' },
      );
    try {
      if (request.headers.authorization !== `Bearer ${KEY}`) throw new Refusal(401, 'Incorrect API key provided');
      const route = routes.find(([pattern]) => pattern.test(name));
      const match = route?.[0].exec(name);
      if (!route || !match) throw new Refusal(404, `Unknown request URL: ${name}`);
      const body = await route[1](match, request, url);
      if (fault === 'cut-after') return void request.socket.destroy();
      send(response, 200, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { error: { message: error.message, type: 'invalid_request_error', param: null, code: null } });
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    files,
    jobs,
    events,
    faults,
    requests,
    /** Steps that a job takes between two looks at it. */
    pace: (steps: number) => {
      stepsALook = steps;
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const page = (data: readonly object[]) => ({ object: 'list', data, has_more: false });

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
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
