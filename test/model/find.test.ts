import { afterEach, expect, test } from 'vitest';
import { findServers } from '../../src/model/find.ts';
import { type Behaviour, type FaultServer, faultServer, floods, html, listsModels, sends, stalls, status } from './fault-server.ts';

const servers: FaultServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

async function running(...models: Behaviour[]): Promise<number[]> {
  const started = await Promise.all(models.map(behaviour => faultServer([], behaviour)));
  servers.push(...started);
  return started.map(server => server.port);
}

const owned = (owner: string): Behaviour =>
  sends(JSON.stringify({ object: 'list', data: [{ id: 'm', object: 'model', owned_by: owner }] }));

test('servers are listed with their models, in the order of the ports; all else is left out', async () => {
  const [one = 0, page = 0, silent = 0, two = 0, ...rest] = await running(
    listsModels('qwen', 'lema-7b'),
    html,
    stalls,
    owned('llamacpp'),
    status(401),
    status(500),
    sends('{'),
    sends('{"data":"no"}'),
    floods(10_000_000),
  );
  const found = await findServers({ ports: [one, page, silent, two, ...rest], timeoutMs: 5000 });
  expect(found).toEqual([
    { name: 'vLLM', baseUrl: `http://127.0.0.1:${one}/v1`, models: ['qwen', 'lema-7b'] },
    { name: 'llama.cpp', baseUrl: `http://127.0.0.1:${two}/v1`, models: ['m'] },
  ]);
});

test.each([
  ['library', 'Ollama'],
  ['organization_owner', 'LM Studio'],
  ['somebody', 'Model server'],
])('models owned by %s are served by %s', async (owner, name) => {
  const found = await findServers({ ports: await running(owned(owner)), timeoutMs: 60_000 });
  expect(found.map(server => server.name)).toEqual([name]);
});

test('nothing is found where nothing runs, nor after cancelling', async () => {
  const ports = await running(listsModels('a'));
  expect(await findServers({ ports, signal: AbortSignal.abort() })).toEqual([]);
  await Promise.all(servers.map(server => server.close()));
  expect(await findServers({ ports, timeoutMs: 60_000 })).toEqual([]);
});

test('only this machine is asked, for the list alone, without a key', async () => {
  const seen: string[] = [];
  const ports = await running((response, asked) => {
    seen.push(`${asked.path} ${asked.headers.authorization ?? 'no key'}`);
    listsModels('a')(response, asked);
  });
  await findServers({ ports, timeoutMs: 60_000 });
  expect(seen).toEqual(['/v1/models no key']);
});
