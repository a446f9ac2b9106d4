import { afterEach, describe, expect, test, vi } from 'vitest';
import { listModels, openaiPort } from '../../src/model/client.ts';
import { ModelError, type ModelFailure } from '../../src/model/errors.ts';
import type { AskOptions } from '../../src/model/port.ts';
import {
  type Behaviour,
  cuts,
  endsInTheMiddle,
  endsUnfinished,
  type FaultServer,
  failsInTheMiddle,
  faultServer,
  floods,
  html,
  listsModels,
  runsOut,
  says,
  saysAtOnce,
  saysSlowly,
  saysWithUsage,
  sends,
  stalls,
  stallsInTheMiddle,
  status,
} from './fault-server.ts';

const KEY = 'sk-very-secret-7261';
const STUDENT = 'Anna has 3 apples and 4 pears';
const WAIT = { 'retry-after-ms': '5' };

const servers: FaultServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
  vi.unstubAllEnvs();
});

async function serve(...behaviours: Behaviour[]): Promise<FaultServer> {
  const server = await faultServer(behaviours);
  servers.push(server);
  return server;
}

function ask(server: Pick<FaultServer, 'url'>, options: Partial<AskOptions> = {}, key: string | undefined = KEY) {
  const port = openaiPort({ baseUrl: server.url, model: 'tiny', ...(key ? { key } : {}) });
  return port.ask([{ role: 'user', content: STUDENT }], { signal: new AbortController().signal, deadlineMs: 60_000, ...options });
}

async function failure(asking: Promise<unknown>): Promise<ModelError> {
  const error = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
}

/** Everything an error can show, to a person or in a log. */
const everything = (error: Error): string =>
  [error.message, error.stack, String(error.cause), JSON.stringify(error), String(error)].join('\n');

interface Fault {
  readonly title: string;
  readonly does: readonly Behaviour[];
  readonly reason: ModelFailure;
  readonly says: RegExp;
  /** Requests made in all. */
  readonly requests: number;
  readonly deadlineMs?: number;
}

const faults: readonly Fault[] = [
  {
    title: 'never answers',
    does: [stalls],
    reason: 'timeout',
    says: /did not answer in time \(no complete reply within 3 s\)\. Raise the deadline/,
    requests: 1,
    deadlineMs: 3000,
  },
  {
    title: 'falls silent in the middle',
    does: [stallsInTheMiddle],
    reason: 'timeout',
    says: /did not answer in time/,
    requests: 1,
    deadlineMs: 3000,
  },
  {
    title: 'is slower than the deadline',
    does: [saysSlowly('one two three four five six seven', 1000)],
    reason: 'timeout',
    says: /in time/,
    requests: 1,
    deadlineMs: 3000,
  },
  { title: '401', does: [status(401)], reason: 'unauthorised', says: /refuses the API key \(status 401\)\. Set a valid key/, requests: 1 },
  { title: '403', does: [status(403)], reason: 'unauthorised', says: /status 403/, requests: 1 },
  {
    title: '404',
    does: [status(404)],
    reason: 'not-found',
    says: /does not know this address or model \(status 404\)\. Check the base URL/,
    requests: 1,
  },
  { title: '400', does: [status(400)], reason: 'server', says: /failed \(status 400\)/, requests: 1 },
  {
    title: '400 for a prompt that is too long',
    does: [status(400, {}, { code: 'context_length_exceeded' })],
    reason: 'too-long',
    says: /Too much text/,
    requests: 1,
  },
  { title: '413', does: [status(413)], reason: 'too-long', says: /Too much text/, requests: 1 },
  {
    title: 'a redirection is not followed',
    does: [status(307, { location: 'http://127.0.0.1:9/v1' })],
    reason: 'not-found',
    says: /status 307/,
    requests: 1,
  },
  {
    title: '429 again and again',
    does: [status(429, WAIT)],
    reason: 'rate-limited',
    says: /takes no more requests for now \(status 429\)\. Try again later/,
    requests: 3,
  },
  {
    title: '429 that asks to wait beyond the deadline',
    does: [status(429, { 'retry-after': '600' })],
    reason: 'rate-limited',
    says: /status 429/,
    requests: 1,
  },
  {
    title: '500 again and again',
    does: [status(500, WAIT)],
    reason: 'server',
    says: /failed \(status 500\)\. Look into the server's log/,
    requests: 3,
  },
  { title: '409 again and again', does: [status(409, WAIT)], reason: 'server', says: /status 409/, requests: 3 },
  { title: '408 again and again', does: [status(408, WAIT)], reason: 'timeout', says: /status 408/, requests: 3 },
  {
    title: 'cuts the connection in the middle of a token',
    does: [cuts],
    reason: 'cut-off',
    says: /broke off \(the connection ended in the middle\)/,
    requests: 1,
  },
  { title: 'ends in the middle of a token', does: [endsInTheMiddle], reason: 'cut-off', says: /broke off/, requests: 1 },
  { title: 'ends without saying that it is finished', does: [endsUnfinished], reason: 'cut-off', says: /broke off/, requests: 1 },
  { title: 'uses up its length before it says anything', does: [runsOut('')], reason: 'cut-off', says: /length limit/, requests: 1 },
  { title: 'reports an error in the middle', does: [failsInTheMiddle], reason: 'server', says: /in the middle of its reply/, requests: 1 },
  {
    title: 'a web page',
    does: [html],
    reason: 'nonsense',
    says: /could not be understood \(it sent a web page: is this the address of a model server\?\)/,
    requests: 1,
  },
  { title: 'no choices', does: [sends('{"choices":[]}')], reason: 'nonsense', says: /the reply is empty/, requests: 1 },
  {
    title: 'no choices in a stream',
    does: [sends('data: {"choices":[]}\n\ndata: [DONE]\n\n', 'text/event-stream')],
    reason: 'nonsense',
    says: /the reply is empty/,
    requests: 1,
  },
  { title: 'an empty stream', does: [sends('', 'text/event-stream')], reason: 'nonsense', says: /the reply is empty/, requests: 1 },
  { title: 'half a JSON', does: [sends('{"choices":[{"index":0,"mess')], reason: 'nonsense', says: /not valid JSON/, requests: 1 },
  { title: 'another protocol', does: [sends('{"choices":"yes"}')], reason: 'nonsense', says: /chat completions protocol/, requests: 1 },
  { title: 'plain text', does: [sends('hello', 'text/plain')], reason: 'nonsense', says: /the reply is empty/, requests: 1 },
];

describe('every fault ends in one clear message, within the deadline, without the key or the student', () => {
  test.each(faults)('$title', async ({ does, reason, says: text, requests, deadlineMs }) => {
    const server = await serve(...does);
    const error = await failure(ask(server, deadlineMs ? { deadlineMs } : {}));
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(text);
    expect(error.message).toContain(`127.0.0.1:${server.port}`);
    expect(server.asked).toHaveLength(requests);
    expect(everything(error)).not.toContain(KEY);
    expect(everything(error)).not.toContain('apples');
  });

  test('nobody listens', async () => {
    const server = await faultServer([]);
    await server.close();
    const error = await failure(ask(server));
    expect(error.reason).toBe('unreachable');
    expect(error.message).toBe(`No model server answers at 127.0.0.1:${server.port}. Start the server, or choose another model.`);
  });

  test('64 MB are refused long before they are read', async () => {
    const server = await serve(floods(64 * 1024 * 1024));
    const error = await failure(ask(server));
    expect(error.reason).toBe('nonsense');
    expect(error.message).toMatch(/far too long and was refused/);
    await server.close();
    expect(server.sent()).toBeLessThan(32 * 1024 * 1024);
  });

  test('10 MB in one JSON are refused too', async () => {
    const server = await serve(saysAtOnce('x'.repeat(10 * 1024 * 1024)));
    expect((await failure(ask(server))).message).toMatch(/far too long/);
  });

  test('a time of nothing is up at once', async () => {
    const server = await serve(says('hello'));
    expect((await failure(ask(server, { deadlineMs: 0 }))).reason).toBe('timeout');
  });
});

describe('replies', () => {
  test.each<[string, Behaviour[], Partial<AskOptions>, string[]]>([
    ['streamed', [says('It is 7.')], {}, ['It is 7.']],
    ['in one piece', [saysAtOnce('It is 7.')], {}, ['It is 7.']],
    ['after a passing fault', [status(503, WAIT), says('It is 7.')], {}, ['It is 7.']],
    ['after two passing faults', [status(429, WAIT), status(500, WAIT), says('It is 7.')], {}, ['It is 7.']],
    ['after the wait that the server asks for in seconds', [status(429, { 'retry-after': '0' }), says('It is 7.')], {}, ['It is 7.']],
    [
      'after the wait that the server asks for as a date',
      [status(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), says('It is 7.')],
      {},
      ['It is 7.'],
    ],
    ['several at once', [says('a', 'b', 'c')], { n: 3 }, ['a', 'b', 'c']],
    ['several from a server that gives one at a time', [says('a'), says('b'), says('c')], { n: 3 }, ['a', 'b', 'c']],
    [
      'several from a server that refuses to be asked for several',
      [status(400, {}, { param: 'n' }), says('a'), says('b')],
      { n: 2 },
      ['a', 'b'],
    ],
    [
      'from a server that refuses a temperature and a seed',
      [status(400, {}, { param: 'temperature' }), status(422, {}, { param: 'seed' }), says('a')],
      {},
      ['a'],
    ],
  ])('%s', async (_, does, options, texts) => {
    const server = await serve(...does);
    const replies = await ask(server, options);
    expect(replies.map(reply => reply.text)).toEqual(texts);
  });

  test('tokens arrive as they are said', async () => {
    const server = await serve(saysSlowly('one two three', 20));
    const heard: string[] = [];
    await ask(server, { onToken: token => heard.push(token) });
    expect(heard).toEqual(['one', ' two', ' three']);
  });

  test('a reply that ran out of length is not complete', async () => {
    const server = await serve(runsOut('Step 1. Because'));
    expect(await ask(server)).toEqual([{ text: 'Step 1. Because', complete: false }]);
  });

  test('a longer name for the length of a reply is used where the usual one is refused', async () => {
    const server = await serve(status(400, {}, { param: 'max_tokens' }), says('a'));
    await ask(server, { maxTokens: 77 });
    expect(JSON.parse(server.asked[1]?.body ?? '')).toMatchObject({ max_completion_tokens: 77 });
    expect(server.asked[1]?.body).not.toContain('"max_tokens"');
  });
});

describe('what a request costs', () => {
  const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 };
  const atOnce = JSON.stringify({ choices: [{ message: { content: 'a' }, finish_reason: 'stop' }], usage });

  test.each<[string, Behaviour[], unknown[]]>([
    ['told at the end of a stream', [saysWithUsage('a', usage)], [{ in: 12, out: 3 }]],
    ['told in one piece', [sends(atOnce)], [{ in: 12, out: 3 }]],
    ['not told', [says('a')], []],
    ['told in a form that is not known', [saysWithUsage('a', { tokens: 'many' })], []],
    ['refused to be told', [status(400, {}, { param: 'stream_options.include_usage' }), says('a')], []],
    ['refused to be told, in words', [status(422, {}, { message: 'stream_options: extra fields are not permitted' }), says('a')], []],
  ])('%s', async (_, does, expected) => {
    const server = await serve(...does);
    const told: unknown[] = [];
    const [reply] = await ask(server, { onUsage: tokens => told.push(tokens) });
    expect({ told, text: reply?.text }).toEqual({ told: expected, text: 'a' });
    expect(JSON.parse(server.asked[0]?.body ?? '').stream_options).toEqual({ include_usage: true });
  });

  test('a server that refused a parameter once is not asked with it again', async () => {
    const server = await serve(status(400, {}, { param: 'stream_options' }), says('a'));
    const port = openaiPort({ baseUrl: server.url, model: 'tiny' });
    for (let i = 0; i < 2; i++)
      await port.ask([{ role: 'user', content: STUDENT }], {
        signal: new AbortController().signal,
        deadlineMs: 60_000,
        onUsage: () => undefined,
      });
    expect(server.asked.map(({ body }) => body.includes('stream_options'))).toEqual([true, false, false]);
  });
});

describe('cancelling', () => {
  test.each<[string, Behaviour]>([
    ['before the answer', stalls],
    ['in the middle of the answer', stallsInTheMiddle],
    ['while waiting to ask again', status(500, { 'retry-after': '50' })],
  ])('%s', async (_, behaviour) => {
    const server = await serve(behaviour);
    const controller = new AbortController();
    const asking = failure(ask(server, { signal: controller.signal }));
    await vi.waitFor(() => expect(server.asked.length).toBe(1), { timeout: 60_000 });
    controller.abort();
    expect((await asking).reason).toBe('aborted');
    expect(server.asked).toHaveLength(1);
  });

  test('before it begins, nothing is sent', async () => {
    const server = await serve(says('a'));
    expect((await failure(ask(server, { signal: AbortSignal.abort() }))).reason).toBe('aborted');
    expect(server.asked).toHaveLength(0);
  });

  test('the server notices', async () => {
    let closed = false;
    const server = await serve(response => {
      response.on('close', () => (closed = true));
      stallsInTheMiddle(response, { path: '', headers: {}, body: '', at: 0 });
    });
    const controller = new AbortController();
    await failure(ask(server, { signal: controller.signal, onToken: () => controller.abort() }));
    await vi.waitFor(() => expect(closed).toBe(true), { timeout: 60_000 });
  });
});

describe('what is sent', () => {
  test('the question, its parameters and nothing else', async () => {
    const server = await serve(says('a'));
    await ask(server, { maxTokens: 9, seed: 4, temperature: 0.5 });
    const [asked] = server.asked;
    expect(asked?.path).toBe('/v1/chat/completions');
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      model: 'tiny',
      messages: [{ role: 'user', content: STUDENT }],
      stream: true,
      temperature: 0.5,
      seed: 4,
      max_tokens: 9,
    });
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test('no header that tells of the machine, and nothing from the environment', async () => {
    for (const name of ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_ADMIN_KEY'])
      vi.stubEnv(name, 'from-the-environment');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-secret: from-the-environment');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
    const server = await serve(says('a'));
    await ask(server, {}, '');
    const headers = server.asked[0]?.headers ?? {};
    expect(JSON.stringify(headers)).not.toContain('from-the-environment');
    expect(Object.keys(headers).filter(name => name.startsWith('x-') || name.startsWith('openai'))).toEqual([]);
    expect(headers.authorization).toBeUndefined();
  });

  test('nothing is written to the console, whatever the environment asks for', async () => {
    vi.stubEnv('OPENAI_LOG', 'debug');
    const written = (['log', 'info', 'warn', 'error', 'debug'] as const).map(name =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    for (const behaviour of [says('a'), status(401), html, cuts, endsInTheMiddle]) await ask(await serve(behaviour)).catch(() => null);
    expect(written.flatMap(spy => spy.mock.calls)).toEqual([]);
  });
});

describe('the list of models', () => {
  const list = async (models: Behaviour) => {
    const server = await faultServer([], models);
    servers.push(server);
    return listModels({ baseUrl: server.url, key: KEY }, { signal: new AbortController().signal, deadlineMs: 60_000 });
  };

  test('names and owners', async () => {
    expect(await list(listsModels('a', 'b'))).toEqual([
      { id: 'a', owner: 'vllm' },
      { id: 'b', owner: 'vllm' },
    ]);
  });

  test.each<[string, Behaviour, ModelFailure]>([
    ['401', status(401), 'unauthorised'],
    ['a web page', html, 'nonsense'],
    ['half a JSON', sends('{"data":[{"id":'), 'nonsense'],
    ['something else', sends('{"hello":"world"}'), 'nonsense'],
    ['a bare word', sends('"hello"'), 'nonsense'],
  ])('%s', async (_, models, reason) => {
    expect((await failure(list(models))).reason).toBe(reason);
  });
});
