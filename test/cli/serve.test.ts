import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPort } from '../../src/lema/serve/port.ts';
import { FAKE_SERVER } from '../lema/serve/fake-server.ts';
import { lema } from './run.ts';

const home = mkdtempSync(join(tmpdir(), 'lema-serve-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const model = join(home, 'lema-small.gguf');
writeFileSync(model, 'GGUF');

test('a dry run prints the command line and does nothing', async () => {
  const { code, out, err } = await lema(['serve', model, '--dry-run', '--port', '9000', '--', '--context', '64']);
  expect(err).toBe('');
  expect(out).toMatch(/llama_server\.py \S+lema-small\.gguf --name lema-small --host 127\.0\.0\.1 --port 9000 .*--context 64\n$/);
  expect(code).toBe(0);
});

test.each([
  [[], /^lema: name what to serve/],
  [['a', 'b'], /^lema: one model at a time: 'b' is one too many\n$/],
  [[model, '--engine', 'vllm'], /^lema: .*a \.gguf file is served by llama or ollama, not by vllm/],
  [[model, '--port', 'x'], /^lema: --port takes a whole number/],
  [['./nowhere'], /^lema: \.\/nowhere: there is no such file or folder/],
])('bad use %j is told', async (args, message) => {
  const { code, err } = await lema(['serve', ...args]);
  expect(err).toMatch(message);
  expect(code).toBe(2);
});

test.skipIf(process.platform === 'win32')('it serves until it is stopped, prints the settings, and leaves nothing behind', async () => {
  const log = join(home, 'log');
  const fake = join(home, 'ollama');
  writeFileSync(join(home, 'fake.mjs'), FAKE_SERVER.replace('argv.slice(1)', 'argv.slice(2)'));
  writeFileSync(
    fake,
    `#!/bin/sh\nif [ "$1" = create ]; then echo "$*" > ${log}; else exec ${process.execPath} ${join(home, 'fake.mjs')} "\${OLLAMA_HOST##*:}"; fi\n`,
  );
  chmodSync(fake, 0o755);
  const port = await openPort(0, '127.0.0.1');
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'run-lema.ts'), 'serve', model, '--engine', 'ollama', '--port', String(port)],
    {
      env: { ...process.env, PATH: `${home}:${process.env.PATH}` },
    },
  );
  const ended = once(child, 'close');
  let out = '';
  let err = '';
  child.stderr.on('data', piece => (err += piece));
  await new Promise<void>(resolve => {
    child.stdout.on('data', piece => {
      out += piece;
      if (out.includes('--endpoint')) resolve();
    });
    child.once('close', () => resolve());
  });
  expect(out, err).toContain(`"lema.model.endpoint": "http://127.0.0.1:${port}/v1",\n  "lema.model.name": "lema-small"\n`);
  expect(readFileSync(log, 'utf8')).toBe(`create lema-small -f ${join(home, 'Modelfile')}\n`);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(await openPort(port, '127.0.0.1')).toBe(port);
});
