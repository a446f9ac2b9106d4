import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s ends a command with one line', async signal => {
  const child = spawn(process.execPath, ['--no-warnings', resolve(import.meta.dirname, 'run-lema.ts'), 'locate', '--jsonl']);
  let told = '';
  child.stderr.on('data', piece => {
    told += String(piece);
  });
  child.stdin.write('{"id": 1, "problem": "What is 2 + 2?", "steps": ["2 + 2 = 4"]}\n');
  await once(child.stdout, 'data');
  child.kill(signal);
  expect([await once(child, 'close'), told]).toEqual([[2, null], 'lema: stopped\n']);
});
