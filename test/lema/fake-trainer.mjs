#!/usr/bin/env node
// Stands in for Python with trl: tells steps, writes checkpoints and stops as python/sft.py does. FAKE_TRAINER says what goes wrong.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const args = process.argv.slice(2);
if (args[0] === '-c') process.exit(0);
const fault = process.env.FAKE_TRAINER ?? '';
const tell = (event, values) => process.stdout.write(`@lema ${JSON.stringify({ event, ...values })}\n`);
const config = readFileSync(args[args.indexOf('--config') + 1], 'utf8');
const value = name => new RegExp(`^${name}: "?([^"\\n]*)"?$`, 'm').exec(config)?.[1];
const folder = value('output_dir');
const steps = Number(value('max_steps'));
const every = Number(value('save_steps'));
const resume = value('resume_from_checkpoint');
const begin = resume === undefined ? 0 : JSON.parse(readFileSync(join(resume, 'trainer_state.json'), 'utf8')).global_step;

function save(step) {
  const checkpoint = join(folder, `checkpoint-${step}`);
  mkdirSync(checkpoint, { recursive: true });
  if (fault === `dies saving ${step}`) process.kill(process.pid, 'SIGKILL');
  writeFileSync(join(checkpoint, 'trainer_state.json'), JSON.stringify({ global_step: step }));
  rmSync(join(folder, `checkpoint-${step - 2 * every}`), { recursive: true, force: true });
  tell('saved', { step });
}

if (fault === 'hangs') await wait(60_000);
tell('loaded', { rows: 4, dropped: 1, parameters: 1000, trainable: 10, device: 'cpu', processes: 1, versions: { trl: '0' } });
for (let step = begin + 1; step <= steps; step++) {
  await wait(5);
  process.stdout.write('{ a line that the trainer prints for itself }\n');
  tell('log', { step, values: { loss: 1 / step, learning_rate: 0.1, num_tokens: (step - begin) * 10 } });
  if (fault.startsWith('says ') && step === 3) {
    process.stderr.write(`Traceback (most recent call last):\n  File "x.py", line 1\n${fault.slice(5)}\n`);
    process.exit(1);
  }
  if (fault === `dies at ${step}`) process.kill(process.pid, 'SIGKILL');
  while (fault === `waits at ${step}` && !existsSync(process.env.LEMA_STOP)) await wait(50);
  if (step < steps && (existsSync(process.env.LEMA_STOP) || fault === `is asked at ${step}`)) {
    save(step);
    tell('stopped', { step });
    process.exit(0);
  }
  if (step % every === 0) save(step);
}
writeFileSync(join(folder, 'model.safetensors'), 'weights');
tell('done', { step: steps });
