import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pythonEnvironment } from '../../src/lema/python/environment.ts';
import { readMetrics } from '../../src/lema/train/metrics.ts';
import { readRun } from '../../src/lema/train/run.ts';

const STEPS = 12;
/** Losses of the same batch on one process and on two differ by the order of sums in 32-bit numbers alone. */
const ALMOST = 1e-5;

const folder = mkdtempSync(join(tmpdir(), 'train-real-'));
const base = join(folder, 'base');
const data = join(folder, 'train.jsonl');
let python: string;
/** Trainers end with the process that started them. */
const begun: ChildProcess[] = [];
afterEach(() => {
  for (const child of begun) child.kill('SIGKILL');
});

/** 48 rows: six full batches, so that no process has to fill one up with rows of another. */
beforeAll(async () => {
  python = await pythonEnvironment('train', { signal: AbortSignal.timeout(600_000) });
  const made = spawnSync(python, [join(import.meta.dirname, 'tiny_model.py'), base], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  const rows = Array.from({ length: 48 }, (_, n) => ({
    prompt: [{ role: 'user', content: `Question: ${n} + ${n % 7}\nStep 1: ${n + (n % 7) + 1}\nIncorrect Step:` }],
    completion: [{ role: 'assistant', content: ` Step 1.\nExplanation: the sum is ${n + (n % 7)}.` }],
  }));
  writeFileSync(data, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function begin(out: string, ...more: string[]): ChildProcess {
  const options = ['--recipe', 'nano', '--cpu', '--steps', String(STEPS), '--batch', '8', '--save-every', '3', ...more];
  const script = join(import.meta.dirname, '../cli/run-lema.ts');
  const child = spawn(process.execPath, [script, 'train', data, '--base', base, '--out', out, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  begun.push(child);
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.once('close', resolve));

async function trained(out: string, ...more: string[]) {
  const child = begin(out, ...more);
  const said: string[] = [];
  child.stderr?.on('data', piece => said.push(String(piece)));
  expect(await ended(child), said.join('')).toBe(0);
  return curve(out);
}

/** The loss of each step, and the tokens that were read until then. */
const curve = (out: string) => readMetrics(out).map(({ step, loss = Number.NaN, tokens }) => ({ step, loss, tokens }));

function same(one: ReturnType<typeof curve>, other: ReturnType<typeof curve>): void {
  expect(other.map(({ step, tokens }) => [step, tokens])).toEqual(one.map(({ step, tokens }) => [step, tokens]));
  expect(one.map(({ step }) => step)).toEqual(Array.from({ length: STEPS }, (_, n) => n + 1));
  expect(Math.max(...one.map(({ loss }, n) => Math.abs(loss - (other[n]?.loss ?? Number.NaN))))).toBeLessThan(ALMOST);
}

/** Waits until so many steps are told. */
async function reached(out: string, step: number): Promise<void> {
  while ((readMetrics(out).at(-1)?.step ?? 0) < step) await wait(5);
}

describe('training', { timeout: 900_000 }, () => {
  it('has the same loss curve by two processes as by one with the same batch', async () => {
    const one = await trained(join(folder, 'one'));
    const two = await trained(join(folder, 'two'), '--processes', '2');
    same(one, two);
    expect(one.at(-1)?.loss).toBeLessThan(one[0]?.loss ?? 0);
    expect(readRun(join(folder, 'two'))?.facts).toMatchObject({ processes: 2 });
    expect(readdirSync(join(folder, 'one'))).toEqual(
      expect.arrayContaining(['model.safetensors', 'tokenizer.json', 'chat_template.jinja']),
    );
  });

  it('goes on after a kill and after Ctrl+C as if it had not been disturbed', async () => {
    const out = join(folder, 'disturbed');
    const killed = begin(out);
    await reached(out, 4);
    killed.kill('SIGKILL');
    await ended(killed);
    expect(readRun(out)?.status).toBe('running');
    const stopped = begin(out);
    await wait(100);
    await reached(out, 7);
    stopped.kill('SIGINT');
    expect(await ended(stopped)).toBe(2);
    const { status, step = 0 } = readRun(out) ?? {};
    expect(status === 'done' || existsSync(join(out, `checkpoint-${step}`))).toBe(true);
    same(curve(join(folder, 'one')), await trained(out));
  });

  it('makes an adapter that names its base', async () => {
    const out = join(folder, 'adapter');
    await trained(out, '--method', 'lora', '--lr', '0.01');
    expect(JSON.parse(readFileSync(join(out, 'adapter_config.json'), 'utf8'))).toMatchObject({
      base_model_name_or_path: base,
      peft_type: 'LORA',
    });
  });

  it('by a base that is broken fails with one sentence', async () => {
    const out = join(folder, 'broken');
    rmSync(join(base, 'tokenizer.json'));
    rmSync(join(base, 'tokenizer_config.json'));
    const child = begin(out);
    const said: string[] = [];
    child.stderr?.on('data', piece => said.push(String(piece)));
    expect(await ended(child)).toBe(2);
    expect(said.join('')).toMatch(/base: holds no whole model with its tokenizer; name a folder/);
  });
});
