import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchPlan } from '../../src/lema/asking/batch-plan.ts';
import { type RemoteBatch, runBatch } from '../../src/lema/asking/remote.ts';
import { batchRequest } from '../../src/model/batch.ts';
import { lema } from '../cli/run.ts';
import { batchServer } from './batch-server.ts';
import { type Fault, KEY } from './openai-service.ts';
import type { ChatBody } from './scripted-server.ts';

/** Request n is answered by its number; those above 90 fail. */
const says = ({ messages }: ChatBody): string | number => {
  const n = Number(messages[0]?.content);
  return n > 90 ? 500 : `It is\u2028 ${n}.`;
};

let server: Awaited<ReturnType<typeof batchServer>>;
beforeEach(async () => {
  server = await batchServer(says);
});
afterEach(async () => {
  delete process.env.LEMA_API_KEY;
  await server.stop();
});

const requestLine = (n: number, model = 'm'): string =>
  JSON.stringify(
    batchRequest(`collect-${n}-0-0123456789abcdef`, model, [{ role: 'user', content: String(n) }], { whole: true, maxTokens: 100 }),
  );
const numbers = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => n + from);

function begin(lines: readonly string[] = numbers(12).map(n => requestLine(n)), more: Partial<RemoteBatch> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  const requests = join(folder, 'requests.jsonl');
  const out = join(folder, 'replies.jsonl');
  const errors = join(folder, 'replies.errors.jsonl');
  writeFileSync(requests, lines.map(line => `${line}\n`).join(''));
  const plans: BatchPlan[] = [];
  const stop = new AbortController();
  const wanted: RemoteBatch = {
    requests,
    out,
    errors,
    endpoint: { baseUrl: server.baseUrl, key: KEY },
    confirm: async plan => plans.push(plan) > 0,
    pollMs: 1,
    waitMs: 60_000,
    ...more,
  };
  const run = (onDone: (done: number) => void = () => {}, signal = stop.signal) => runBatch(wanted, { signal, onStatus: () => {}, onDone });
  const idsIn = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => Number(JSON.parse(line).custom_id.split('-')[1]))
      .sort((a, b) => a - b);
  return { folder, requests, out, errors, plans, stop, run, idsIn };
}

const isTidy = (out: string): boolean => [`${out}.part`, `${out}.lock`, `${out}.new`].every(path => !existsSync(path));

describe('a batch service', () => {
  it('is sent the file as it is, and gives the replies and what failed', async () => {
    const { requests, out, errors, run, plans, idsIn } = begin([...numbers(7), 95].map(n => requestLine(n)));
    expect(await run()).toEqual({
      status: 'completed',
      id: expect.stringMatching(/^batch-/),
      where: plans[0]?.where,
      requests: 8,
      replies: 7,
    });
    expect(plans).toEqual([{ where: new URL(server.baseUrl).host, model: 'm', requests: 8, tokens: { in: 8, out: 800 } }]);
    const [sent] = [...server.files.values()];
    expect(sent).toMatchObject({ purpose: 'batch', content: readFileSync(requests, 'utf8') });
    expect([idsIn(out), idsIn(errors), isTidy(out)]).toEqual([numbers(7), [95], true]);
  });

  it('is told nothing before a yes', async () => {
    const { run, out } = begin(undefined, { confirm: async () => false });
    await expect(run()).rejects.toThrow('nothing was sent');
    expect([server.requests, isTidy(out)]).toEqual([[], true]);
  });

  it('that refuses the key says so at once', async () => {
    const { run } = begin(undefined, { endpoint: { baseUrl: server.baseUrl, key: 'wrong' } });
    await expect(run()).rejects.toThrow(/refuses the API key/);
    expect(server.requests).toHaveLength(1);
  });

  const BAD: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no request', [], /requests.jsonl: holds no request/],
    ['a line that is none', [requestLine(1), '{"custom_id": "a"}'], /requests.jsonl:2: no request as/],
    ['two requests of one name', [requestLine(1), requestLine(1)], /requests.jsonl:2: collect-1-\S+ stands above/],
    ['two models', [requestLine(1), requestLine(2, 'n')], /requests.jsonl:2: a batch asks one model, and this one m, then n/],
    ['more requests than it takes', numbers(50_001).map(n => requestLine(n)), /50001 requests; a batch takes 50000 .*split -l/],
  ];
  it.each(BAD)('is not sent a file with %s', async (_, lines, told) => {
    await expect(begin(lines).run()).rejects.toThrow(told);
    expect(server.requests).toEqual([]);
  });

  it('whose day is over gives what it has', async () => {
    server.expire(7);
    const { run, out, errors, idsIn } = begin();
    expect(await run()).toMatchObject({ status: 'expired', requests: 12, replies: 7 });
    expect([idsIn(out), idsIn(errors), isTidy(out)]).toEqual([numbers(7), [], true]);
  });

  it('that refuses the requests says why, and the file can be put right', async () => {
    const empty = JSON.stringify({ custom_id: 'a', method: 'POST', url: '/v1/chat/completions', body: { model: 'm', messages: [] } });
    const { run, out, requests } = begin([requestLine(1), empty]);
    await expect(run()).rejects.toThrow(/refused the batch, and asked nothing: line 2: 'messages' is too short\.; put that right/);
    expect(isTidy(out)).toBe(true);
    writeFileSync(requests, `${requestLine(1)}\n`);
    expect(await run()).toMatchObject({ status: 'completed', replies: 1 });
  });

  it('is left to itself when it takes too long, and the next run waits on', async () => {
    const { run, out, requests, stop } = begin(undefined, { waitMs: 0 });
    expect(await run()).toMatchObject({ status: 'waiting', replies: 0 });
    expect(existsSync(out)).toBe(false);
    for (let i = 0; i < 3; i++) expect((await run()).status).toBe('waiting');
    expect(await run()).toMatchObject({ status: 'completed', replies: 12 });
    expect([server.batches.size, stop.signal.aborted, existsSync(requests)]).toEqual([1, false, true]);
  });
});

/** Nothing is lost, doubled or begun twice, whatever goes wrong on the way. */
const survives = (title: string, ...faults: Fault[]) =>
  it(`survives ${title}`, async () => {
    const { run, out, idsIn } = begin();
    server.faults.push(...faults);
    expect(await run()).toMatchObject({ status: 'completed', replies: 12 });
    expect(server.faults).toEqual([]);
    expect([server.batches.size, [...server.files.values()].filter(({ purpose }) => purpose === 'batch').length]).toEqual([1, 1]);
    expect([idsIn(out), isTidy(out)]).toEqual([numbers(12), true]);
  });

describe('a batch service with faults', () => {
  const looks = (count: number, what: Fault['what']): Fault[] => numbers(count).map(() => ({ on: /GET .*batches\//, what }));
  survives('too many requests', { on: /POST .*files/, what: 429 }, { on: /POST .*batches$/, what: 429 }, ...looks(3, 429), {
    on: /GET .*content/,
    what: 429,
  });
  survives(
    'failures of the server',
    { on: /GET .*files$/, what: 503 },
    { on: /GET .*batches$/, what: 500 },
    { on: /GET .*content/, what: 502 },
  );
  survives('a service that is away for longer than one look', ...looks(8, 503));
  survives('a connection that is cut before', { on: /POST .*files/, what: 'cut-before' }, { on: /POST .*batches$/, what: 'cut-before' });
  survives('the answer to an upload lost', { on: /POST .*files/, what: 'cut-after' });
  survives('the answer to the beginning of a batch lost', { on: /POST .*batches$/, what: 'cut-after' });
  survives('replies that are cut off', { on: /GET .*content/, what: 'cut-within' }, { on: /GET .*content/, what: 'cut-after' });

  it('is left where it is when it stays away, and the next run goes on', async () => {
    const { run, out } = begin();
    server.faults.push(...looks(60, 400));
    await expect(run()).rejects.toThrow(/failed|status 400/);
    expect(existsSync(`${out}.part`)).toBe(true);
    server.faults.splice(0);
    expect(await run()).toMatchObject({ status: 'completed', replies: 12 });
    expect(server.batches.size).toBe(1);
  });
});

describe('a run by a batch service', () => {
  it('cancels the batch when it is stopped, and the next run fetches what was finished', async () => {
    const { run, stop, out, idsIn, plans } = begin();
    expect(await run(done => done >= 5 && stop.abort())).toMatchObject({ status: 'cancelling', replies: 0 });
    expect([...server.batches.values()].map(({ status }) => status)).toEqual(['cancelling']);
    expect(await run(undefined, new AbortController().signal)).toMatchObject({ status: 'cancelled', requests: 12, replies: 5 });
    expect([idsIn(out), isTidy(out), server.batches.size, plans.length]).toEqual([numbers(5), true, 1, 1]);
  });

  it('that is stopped when all is done has the replies', async () => {
    server.pace(12);
    const { run, stop } = begin();
    let looks = 0;
    const end = await run(() => ++looks === 4 && stop.abort());
    expect(end).toMatchObject({ status: 'completed' });
  });

  it('goes on with no batch of other requests', async () => {
    const { run, requests } = begin(undefined, { waitMs: 0 });
    await run();
    writeFileSync(requests, `${requestLine(3)}\n`);
    await expect(run()).rejects.toThrow(/replies\.jsonl\.part: is about a batch of other requests/);
  });

  it('is alone at its files', async () => {
    const { run } = begin();
    const first = run();
    await expect(run()).rejects.toThrow(/another run is at work on it/);
    expect(await first).toMatchObject({ status: 'completed' });
  });

  it.each([['POST /v1/files'], ['POST /v1/batches']])(
    'that is killed after %s goes on with the same batch',
    { timeout: 60_000 },
    async after => {
      const { run, requests, out, plans } = begin();
      const script = resolve(import.meta.dirname, '../cli/run-lema.ts');
      const argv = ['data', 'batch', 'run', requests, '--out', out, '--endpoint', server.baseUrl, '--yes'];
      const child = spawn(process.execPath, ['--no-warnings', script, ...argv], {
        stdio: 'ignore',
        env: { ...process.env, LEMA_API_KEY: KEY },
      });
      const closed = once(child, 'close');
      const timer = setInterval(() => server.requests.includes(after) && child.kill('SIGKILL'), 1);
      const [code] = await closed;
      clearInterval(timer);
      expect(code).toBe(null);
      expect(await run()).toMatchObject({ status: 'completed', replies: 12 });
      expect(server.batches.size).toBe(1);
      expect([...server.files.values()].filter(({ purpose }) => purpose === 'batch')).toHaveLength(1);
      expect(plans).toEqual([]);
    },
  );
});

describe('lema data batch run', () => {
  const command = (requests: string, out: string, ...more: string[]) =>
    lema(['data', 'batch', 'run', requests, '--out', out, '--endpoint', server.baseUrl, ...more]);

  it('tells what would be sent, where and at what cost, sends nothing without a yes, and then what came of it', async () => {
    const { requests, out } = begin();
    expect(await command(requests, out)).toMatchObject({ code: 2, err: expect.stringMatching(/set LEMA_API_KEY/) });
    process.env.LEMA_API_KEY = KEY;
    const { code, err } = await command(requests, out, '--price-in', '1000000', '--price-out', '10000');
    expect(code).toBe(2);
    expect(err).toMatch(
      /12 requests to m would be sent to 127\.0\.0\.1:\d+: about 12 tokens in and 1200 out, about 24\.00 at the price given/,
    );
    expect(err).toMatch(/nothing was sent; add --yes/);
    expect(server.requests).toEqual([]);
    expect(await command(requests, out, '--yes', '--wait', '0')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/batch-\d+ goes on at 127\S+; the same command waits for it again/),
    });
    for (let i = 0; i < 3; i++) await command(requests, out, '--wait', '0');
    expect(await command(requests, out, '--wait', '0')).toMatchObject({
      code: 0,
      err: expect.stringContaining('replies.jsonl: 12 replies\n'),
    });
    expect(await command(requests, out)).toMatchObject({ code: 2, err: expect.stringContaining('is there and finished') });
    expect(server.batches.size).toBe(1);
  });

  it.each([
    [[], /name the one file of requests/],
    [['a', 'b'], /name the one file of requests/],
    [['a'], /say where the rows go/],
  ])('%s is bad use', async (argv, told) => {
    expect(await lema(['data', 'batch', 'run', ...argv])).toMatchObject({ code: 2, err: expect.stringMatching(told) });
  });
});
