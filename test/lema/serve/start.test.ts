import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/lema/serve/engines.ts';
import { openPort } from '../../../src/lema/serve/port.ts';
import { startServer, whyEnded } from '../../../src/lema/serve/start.ts';
import { FAKE_SERVER } from './fake-server.ts';

const host = '127.0.0.1';
const signal = new AbortController().signal;

async function plan(behaviour: string, changed: Partial<Plan> = {}): Promise<Plan> {
  const port = await openPort(0, host);
  const args = ['--input-type=module', '-e', FAKE_SERVER, String(port), behaviour];
  const fixed = {
    engine: 'llama',
    command: process.execPath,
    environment: {},
    name: 'lema-fake',
    host,
    health: '/health',
    patienceMs: 20_000,
  } as const;
  return { ...fixed, args, port, ...changed };
}

const alive = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('a server', () => {
  test('is there when it has answered, and gone when it is stopped', async () => {
    const server = await startServer(await plan('slow to load'), { signal });
    expect(await alive(`${server.url}/models`)).toBe(true);
    await server.stop();
    expect(await alive(`${server.url}/models`)).toBe(false);
    expect(await server.ended).toMatchObject({ signal: 'SIGTERM' });
  });

  test('that is killed is known to be gone', async () => {
    const chosen = await plan('');
    const server = await startServer(chosen, { signal });
    await server.kill();
    expect(whyEnded(chosen, await server.ended)).toMatch(
      /^llama\.cpp ended \(signal SIGKILL\): the system ended it, mostly because memory ran out/,
    );
  });

  test.each<[string, Partial<Plan>, RegExp]>([
    ['says nothing and is gone', {}, /^llama\.cpp ended \(code 3\): cannot go on$/],
    ['has no memory', {}, /^llama\.cpp ended \(code 1\): the model does not fit into memory; close other programs/],
    ['does not answer', {}, /^the model loads and does not answer: .*does not know this address or model/],
    ['never loads', { patienceMs: 300 }, /^llama\.cpp was not ready within .* minutes; choose a smaller model/],
    ['', { command: '/no/such/program' }, /^llama\.cpp is not installed \(\/no\/such\/program\); leave --python out/],
  ])('that %s is told in one sentence, and gone', async (behaviour, changed, message) => {
    const chosen = await plan(behaviour, changed);
    await expect(startServer(chosen, { signal })).rejects.toThrow(message);
    expect(await alive(`http://${host}:${chosen.port}/`)).toBe(false);
  });

  test('that loads when the person stops it is gone too', async () => {
    const stop = new AbortController();
    const chosen = await plan('never loads');
    const starting = startServer(chosen, { signal: stop.signal });
    while (!(await alive(`http://${host}:${chosen.port}/`))) await wait(20);
    stop.abort(new Error('enough'));
    await expect(starting).rejects.toThrow('enough');
    expect(await alive(`http://${host}:${chosen.port}/`)).toBe(false);
  });
});

test('a port that is taken is told with who has it', async () => {
  const taken = createServer((_, response) => response.end('{"data": [{"id": "m", "owned_by": "vllm"}]}'));
  await new Promise<void>(resolve => taken.listen(0, host, resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(openPort(port, host)).rejects.toThrow(
    `port ${port} is taken by vLLM, which serves m; stop it, or choose another port with --port`,
  );
  await new Promise(resolve => taken.close(resolve));
  expect(await openPort(port, host)).toBe(port);
});
