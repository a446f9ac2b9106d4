import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../../src/lema/train/events.ts';
import { readMetrics } from '../../src/lema/train/metrics.ts';
import { type Plan, type RemoteRequest, startRemoteTraining } from '../../src/lema/train/remote/start.ts';
import { readRun } from '../../src/lema/train/run.ts';
import { lema } from '../cli/run.ts';
import { fineTuningServer } from './fine-tuning-server.ts';
import { type Fault, KEY } from './openai-service.ts';

let server: Awaited<ReturnType<typeof fineTuningServer>>;
beforeEach(async () => {
  server = await fineTuningServer();
});
afterEach(async () => {
  delete process.env.LEMA_API_KEY;
  await server.stop();
});

const forever = new AbortController().signal;
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ prompt: [{ role: 'user', content: `What is ${n} + 1?` }], completion: [{ role: 'assistant', content: ` ${n + 1}` }] }),
  ).join('\n');

function begin(count = 12, more: Partial<RemoteRequest> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tuning-'));
  const data = join(folder, 'train.jsonl');
  writeFileSync(data, rows(count));
  const out = join(folder, 'out');
  const plans: Plan[] = [];
  const events: TrainingEvent[] = [];
  const request: RemoteRequest = {
    data: [data],
    base: 'gpt-4.1-mini',
    out,
    endpoint: { baseUrl: server.baseUrl, key: KEY },
    seed: 3,
    confirm: async plan => {
      plans.push(plan);
      return true;
    },
    pollMs: 1,
    ...more,
  };
  const run = (onEvent: (event: TrainingEvent) => void = () => {}, signal = forever) =>
    startRemoteTraining(request, {
      signal,
      onEvent: event => {
        events.push(event);
        onEvent(event);
      },
    });
  return { folder, data, out, plans, events, request, run };
}

const allSteps = Array.from({ length: 230 }, (_, n) => n + 1);
const stepsIn = (out: string) => readMetrics(out).map(row => row.step);

describe('a fine-tuning service', () => {
  it('is sent the rows as chats, and the job is followed to the name of its model', async () => {
    const { out, run, plans, events } = begin(12, { epochs: 2, batch: 4 });
    expect(await run()).toMatchObject({
      status: 'done',
      step: 230,
      steps: 230,
      remote: { model: 'ft:gpt-4.1-mini:org:lema:abc' },
      facts: { trained_tokens: 1234 },
    });
    expect(plans).toEqual([{ where: new URL(server.baseUrl).host, rows: 12, devRows: 0, tokens: expect.any(Number), epochs: 2 }]);
    expect([...server.jobs.values()]).toMatchObject([
      { model: 'gpt-4.1-mini', seed: 3, method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 2, batch_size: 4 } } } },
    ]);
    const [sent] = [...server.files.values()];
    expect(JSON.parse(sent?.content.split('\n')[0] ?? '')).toEqual({
      messages: [
        { role: 'user', content: 'What is 0 + 1?' },
        { role: 'assistant', content: ' 1' },
      ],
    });
    expect(stepsIn(out)).toEqual(allSteps);
    expect(events.findLast(({ kind }) => kind === 'metrics')).toMatchObject({ row: { step: 230, loss: 1 / 230, accuracy: 0.5 }, of: 230 });
    expect(readFileSync(join(out, 'run.json'), 'utf8')).not.toContain(KEY);
  });

  it('is sent a row whole that holds a sign which ends a line elsewhere', async () => {
    const { data, run } = begin();
    const content = 'What is\u2028 1 + 1?';
    writeFileSync(
      data,
      `${rows(12)}\n${JSON.stringify({ prompt: [{ role: 'user', content }], completion: [{ role: 'assistant', content: ' 2' }] })}\n`,
    );
    expect((await run()).status).toBe('done');
    const sent = [...server.files.values()].at(-1)?.content.trimEnd().split('\n') ?? [];
    expect(sent).toHaveLength(13);
    expect(JSON.parse(sent.at(-1) ?? '')).toMatchObject({ messages: [{ content }, { content: ' 2' }] });
  });

  it('also gets the development split', async () => {
    const { folder, request, run } = begin();
    writeFileSync(join(folder, 'held.jsonl'), rows(11));
    expect(
      (await startRemoteTraining({ ...request, dev: [join(folder, 'held.jsonl')] }, { signal: forever, onEvent: () => {} })).status,
    ).toBe('done');
    expect([...server.jobs.values()][0]?.validation_file).toBe([...server.files.values()][1]?.id);
    await expect(run()).rejects.toThrow(/finished run|other data/);
  });

  it('takes its own form of rows too', async () => {
    const { data, run } = begin();
    const chats = rows(12)
      .split('\n')
      .map(line => JSON.parse(line))
      .map(({ prompt, completion }) => JSON.stringify({ messages: [...prompt, ...completion] }));
    writeFileSync(data, chats.join('\n'));
    expect((await run()).status).toBe('done');
  });

  it('is told nothing before a yes', async () => {
    const { out, request } = begin(12, { confirm: async () => false });
    await expect(startRemoteTraining(request, { signal: forever, onEvent: () => {} })).rejects.toThrow('nothing was sent');
    expect(server.requests).toEqual([]);
    expect(existsSync(join(out, 'run.json'))).toBe(false);
  });

  it('that takes no so small a file is not sent one', async () => {
    await expect(begin(9).run()).rejects.toThrow(/9 rows; a fine-tuning service takes 10 or more/);
    expect(server.requests).toEqual([]);
  });

  it('that refuses the key says so at once', async () => {
    const { run } = begin(12, { endpoint: { baseUrl: server.baseUrl, key: 'wrong' } });
    await expect(run()).rejects.toThrow(/refuses the API key/);
    expect(server.requests).toHaveLength(1);
  });

  it('whose job fails says why', async () => {
    const { run } = begin();
    const failing = run(event => {
      const [job] = server.jobs.values();
      if (event.kind !== 'metrics' || !job) return;
      job.status = 'failed';
      job.error = { code: 'x', message: 'The job failed due to an internal error', param: null };
    });
    expect(await failing).toMatchObject({
      status: 'failed',
      why: expect.stringMatching(/could not train: The job failed due to/),
      remote: { job: null },
    });
  });
});

/** Nothing is lost, doubled or begun twice, whatever goes wrong on the way. */
const survives = (title: string, ...faults: Fault[]) =>
  it(`survives ${title}`, async () => {
    const { out, run } = begin();
    server.faults.push(...faults);
    expect((await run()).status).toBe('done');
    expect(server.faults).toEqual([]);
    expect([server.files.size, server.jobs.size]).toEqual([1, 1]);
    expect(stepsIn(out)).toEqual(allSteps);
  });

describe('a fine-tuning service with faults', () => {
  survives('too many requests', { on: /POST .*files/, what: 429 }, { on: /GET .*events/, what: 429 }, { on: /GET .*events/, what: 429 });
  survives(
    'failures of the server',
    { on: /POST .*jobs$/, what: 500 },
    { on: /GET .*jobs\//, what: 503 },
    { on: /GET .*events/, what: 502 },
  );
  survives('a connection that is cut before', { on: /POST .*files/, what: 'cut-before' }, { on: /POST .*jobs$/, what: 'cut-before' });
  survives('the answer to an upload lost', { on: /POST .*files/, what: 'cut-after' });
  survives('the answer to the beginning of a job lost', { on: /POST .*jobs$/, what: 'cut-after' });
  survives('events cut off', { on: /GET .*events/, what: 'cut-after' }, { on: /GET .*jobs\//, what: 'cut-after' });
});

describe('a run by a fine-tuning service', () => {
  it('cancels the job when it is stopped, and then begins another one with the rows that are there', async () => {
    const { out, run } = begin();
    server.pace(20);
    const stop = new AbortController();
    const stopped = await run(event => event.kind === 'metrics' && event.row.step === 40 && stop.abort(), stop.signal);
    expect(stopped).toMatchObject({ status: 'stopped', remote: { job: null } });
    expect([...server.jobs.values()].map(job => job.status)).toEqual(['cancelled']);
    expect((await run()).status).toBe('done');
    expect([server.files.size, server.jobs.size]).toEqual([1, 2]);
    expect(stepsIn(out)).toEqual(allSteps);
  });

  it('that was cut short follows the same job on, and asks nothing again', async () => {
    const { out, run, plans } = begin();
    server.pace(50);
    const cut = new Error('cut short');
    const cutting = run(event => {
      if (event.kind === 'metrics' && event.row.step === 120) throw cut;
    });
    await expect(cutting).rejects.toBe(cut);
    expect(readRun(out)).toMatchObject({ status: 'running', remote: { job: expect.stringMatching(/^ftjob/) } });
    expect((await run()).status).toBe('done');
    expect([server.files.size, server.jobs.size, plans.length]).toEqual([1, 1, 1]);
    expect(stepsIn(out)).toEqual(allSteps);
  });
});

describe('lema train --engine openai', () => {
  const command = (out: string, data: string, ...more: string[]) =>
    lema(['train', data, '--engine', 'openai', '--base', 'gpt-4.1-mini', '--out', out, '--endpoint', server.baseUrl, ...more]);

  it('tells what would be sent, where and at what cost, and sends nothing without a yes', async () => {
    const { out, data } = begin(20);
    expect(await command(out, data)).toMatchObject({ code: 2, err: expect.stringMatching(/set LEMA_API_KEY/) });
    process.env.LEMA_API_KEY = KEY;
    const { code, err } = await command(out, data, '--price', '1000000');
    expect(code).toBe(2);
    expect(err).toMatch(
      /20 rows would be sent to 127\.0\.0\.1:\d+: about \d+ tokens to train on in 3 passes, about \$\d+\.00 at \$1000000 a million/,
    );
    expect(err).toMatch(/nothing was sent; add --yes/);
    expect(server.requests).toEqual([]);
  });

  it('prints the name of the model, of a finished run too', async () => {
    const { out, data, run } = begin(20);
    await run();
    const asked = server.requests.length;
    process.env.LEMA_API_KEY = KEY;
    expect(await command(out, data)).toMatchObject({ code: 0, out: expect.stringMatching(/the model is ft:gpt-4\.1-mini:org:lema:abc/) });
    expect(server.requests).toHaveLength(asked);
  });
});
