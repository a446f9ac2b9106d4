import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

const parse = (text: string) => parseYaml(text, { version: '1.1' });

import type { TrainingEvent } from '../../src/lema/train/events.ts';
import { readMetrics } from '../../src/lema/train/metrics.ts';
import { HYPER, RECIPES, type RecipeName } from '../../src/lema/train/recipes.ts';
import { readRun } from '../../src/lema/train/run.ts';
import { settingsFor } from '../../src/lema/train/settings.ts';
import { prepareTraining, resumeTraining, startTraining, type TrainingRequest } from '../../src/lema/train/start.ts';

const python = join(import.meta.dirname, 'fake-trainer.mjs');
const forever = new AbortController().signal;
afterEach(() => {
  delete process.env.FAKE_TRAINER;
});

const example = (n: number) => ({
  prompt: [{ role: 'user', content: `What is ${n} + 1?` }],
  completion: [{ role: 'assistant', content: ` ${n + 1}` }],
});
const lines = (rows: readonly unknown[]) => rows.map(row => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');

/** A run of 12 steps with a checkpoint every 3. */
function begin(rows: readonly unknown[] = [1, 2, 3, 4].map(example), changes: Partial<TrainingRequest['wanted']> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'train-'));
  const base = join(folder, 'base');
  mkdirSync(base);
  writeFileSync(join(base, 'config.json'), '{}');
  const data = join(folder, 'train.jsonl');
  writeFileSync(data, lines(rows));
  const out = join(folder, 'out');
  const request: TrainingRequest = {
    data: [data],
    base,
    out,
    python,
    wanted: { recipe: 'nano', changes: { steps: 12, batch: 4 }, saveEvery: 3, ...changes },
  };
  const events: TrainingEvent[] = [];
  const run = (more: Partial<TrainingRequest> = {}) =>
    startTraining({ ...request, ...more }, { signal: forever, onEvent: event => void events.push(event) });
  return { folder, out, data, request, events, run };
}

describe('the settings of a recipe', () => {
  const memory: Record<RecipeName, object> = {
    nano: { method: 'full', precision: 'fp32', processes: 1, sharding: 'none' },
    laptop: { method: 'lora', precision: 'fp32', processes: 1, sharding: 'none' },
    'gpu-24gb': { method: 'qlora', precision: 'bf16', processes: 1, checkpointing: true, gpu: true },
    'gpus-8x80gb': { method: 'full', precision: 'bf16', processes: 8, nodes: 1, sharding: 'fsdp', gpu: true },
    'two-nodes': { method: 'full', precision: 'bf16', processes: 16, nodes: 2, sharding: 'fsdp', gpu: true },
  };
  it.each(Object.keys(RECIPES) as RecipeName[])('%s divides its batch without a rest', recipe => {
    const { taught, placed } = settingsFor({ recipe }, 10_000);
    expect(placed.perDevice * placed.accumulation * placed.processes).toBe(taught.batch);
    expect({ ...placed, ...taught }).toMatchObject(memory[recipe]);
  });

  it('lema-2023 is the paper’s: rate 2e-4, rank 64, alpha 16, dropout .05, batch 96, 2,000 steps', () => {
    const { taught } = settingsFor({ recipe: 'gpu-24gb' }, 45_000);
    expect(taught).toMatchObject({ lr: 2e-4, schedule: 'constant', rank: 64, alpha: 16, dropout: 0.05, batch: 96, steps: 2000 });
    expect(HYPER['lema-2023'].full).toMatchObject({ lr: 1e-5, batch: 128 });
  });

  it('what is asked for comes first, and passes become steps', () => {
    expect(settingsFor({ recipe: 'nano', changes: { epochs: 2, batch: 30 } }, 100).taught.steps).toBe(7);
    expect(settingsFor({ recipe: 'gpu-24gb', changes: { epochs: 1 } }, 9600).taught.steps).toBe(100);
    expect(settingsFor({ recipe: 'nano', perDevice: 5, changes: { batch: 32 } }, 100).placed).toMatchObject({
      perDevice: 4,
      accumulation: 8,
    });
    expect(settingsFor({ recipe: 'laptop', hyper: 'lema-2023' }, 10).taught).toMatchObject({ batch: 96, steps: 2000 });
    expect(() => settingsFor({ recipe: 'nano', processes: 3 }, 10)).toThrow(/32 rows cannot be divided among 3 processes/);
  });
});

describe('the configuration', () => {
  const written = async (wanted: TrainingRequest['wanted']) => {
    const { request } = begin();
    const { files, commands } = await prepareTraining({ ...request, wanted }, forever);
    const named = Object.fromEntries([...files].map(([path, text]) => [path.split('/').at(-1), parse(text)]));
    return { named, commands: commands.map(words => words.join(' ')) };
  };

  it('one GPU: NF4 with nested quantization, bf16, gradient checkpointing, and no launcher', async () => {
    const { named, commands } = await written({ recipe: 'gpu-24gb' });
    expect(named).toEqual({
      'sft.yaml': expect.objectContaining({ load_in_4bit: true, bnb_4bit_quant_type: 'nf4', bf16: true, gradient_checkpointing: true }),
    });
    expect(commands).toEqual([expect.stringMatching(/sft\.py --config .*sft\.yaml$/)]);
  });

  it('eight GPUs: FSDP keeps the activations, not the trainer', async () => {
    const { named, commands } = await written({ recipe: 'gpus-8x80gb' });
    expect(named['sft.yaml']).toMatchObject({
      gradient_checkpointing: false,
      per_device_train_batch_size: 8,
      gradient_accumulation_steps: 2,
    });
    expect(named['accelerate.yaml']).toMatchObject({
      distributed_type: 'FSDP',
      num_processes: 8,
      mixed_precision: 'bf16',
      fsdp_config: { fsdp_version: 2, fsdp_activation_checkpointing: true },
    });
    expect(commands[0]).toMatch(/accelerate\.commands\.launch --config_file .*accelerate\.yaml .*sft\.py/);
  });

  it('two machines: a command for each rank', async () => {
    const { named, commands } = await written({ recipe: 'two-nodes' });
    expect(named['accelerate.yaml']).toMatchObject({ num_machines: 2, num_processes: 16, main_process_port: 29500 });
    expect(commands).toHaveLength(2);
    expect(commands[1]).toContain('--machine_rank 1 --main_process_ip ADDRESS-OF-THE-FIRST --main_process_port 29500');
  });

  it('DeepSpeed: stage 3, and nothing of it twice', async () => {
    const { named } = await written({ recipe: 'gpus-8x80gb', sharding: 'deepspeed' });
    expect(named['deepspeed.json']).toMatchObject({ zero_optimization: { stage: 3 }, train_batch_size: 'auto' });
    expect(named['accelerate.yaml']).not.toHaveProperty('mixed_precision');
  });

  it('a model of the hub may be named with its revision', async () => {
    const { request } = begin();
    const { files } = await prepareTraining({ ...request, base: 'org/model@v1.0' }, forever);
    expect(parse([...files.values()][0] ?? '')).toMatchObject({ model_name_or_path: 'org/model', model_revision: 'v1.0' });
  });

  it('the loss is on the completion only, and the seed stands in it', async () => {
    const { named } = await written({ recipe: 'nano', seed: 5 });
    expect(named['sft.yaml']).toMatchObject({ completion_only_loss: true, seed: 5, data_seed: 5, report_to: 'none' });
  });
});

/** A start that is refused, with one sentence that says what, where and what to do. */
const refused = (title: string, rows: readonly unknown[], says: RegExp, more: (folder: string) => Partial<TrainingRequest> = () => ({})) =>
  it(title, async () => {
    const { folder, out, run } = begin(rows);
    await expect(run(more(folder))).rejects.toThrow(says);
    expect(readRun(out)).toBeNull();
  });

describe('data that cannot be trained on', () => {
  const good = example(1);
  refused('not JSON', [good, '{"prompt": ['], /train\.jsonl:2: this is not JSON/);
  refused('another form', [good, good, { messages: [] }], /train\.jsonl:3: prompt: /);
  refused('an empty prompt', [{ ...good, prompt: [] }], /:1: prompt: holds no message/);
  refused('a prompt that ends in a reply', [{ ...good, prompt: good.completion }], /:1: prompt: ends in a reply/);
  refused('a completion by the user', [{ ...good, completion: good.prompt }], /:1: completion: must be one message of the assistant/);
  refused('an empty completion', [{ ...good, completion: [{ role: 'assistant', content: ' ' }] }], /:1: completion: is empty/);
  refused('no rows', [], /holds no rows/);
  refused('no file', [good], /nowhere: no such file/, folder => ({ data: [join(folder, 'nowhere')] }));
  refused('a folder without rows', [good], /holds no train\.jsonl/, folder => ({ data: [join(folder, 'base')] }));
});

describe('a base that is none', () => {
  refused('no such folder', [example(1)], /no such folder/, folder => ({ base: join(folder, 'nowhere') }));
  refused('no such file', [example(1)], /m\.gguf: no such file/, folder => ({ base: join(folder, 'm.gguf') }));
  refused('a folder of something else', [example(1)], /holds no config\.json/, folder => ({ base: folder }));
  refused('a file of something else', [example(1)], /is no \.gguf file/, folder => ({ base: join(folder, 'train.jsonl') }));
});

describe('a run', () => {
  it('ends with the model, its record and a row for each step', async () => {
    const { out, run, events } = begin();
    expect(await run()).toMatchObject({ status: 'done', step: 12, steps: 12, versions: { trl: '0' }, facts: { dropped: 1 } });
    expect(readRun(out)).toMatchObject({ status: 'done', train: { rows: 4 }, base: { sha256: null } });
    expect(readMetrics(out).map(row => row.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(readFileSync(join(out, 'train.log'), 'utf8')).toContain('prints for itself');
    expect(readdirSync(out).filter(name => name.startsWith('checkpoint'))).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'warning')).toEqual([
      { kind: 'warning', text: 'left out for being longer than 512 tokens: 1 of 5 rows' },
    ]);
    expect(events.findLast(({ kind }) => kind === 'metrics')).toMatchObject({ of: 12, secondsLeft: 0 });
    process.env.FAKE_TRAINER = 'says it ran twice';
    expect(await run()).toMatchObject({ status: 'done' });
  });

  it('stops at a checkpoint when asked, and the same request goes on to the same end', async () => {
    const { out, request, events } = begin();
    const stop = new AbortController();
    const stopped = await startTraining(request, {
      signal: stop.signal,
      onEvent: event => event.kind === 'metrics' && event.row.step === 5 && stop.abort(),
    });
    expect(stopped.status).toBe('stopped');
    expect(existsSync(join(out, `checkpoint-${stopped.step}`))).toBe(true);
    expect(await startTraining(request, { signal: forever, onEvent: event => void events.push(event) })).toMatchObject({
      status: 'done',
      step: 12,
    });
    expect(events).toContainEqual({ kind: 'status', text: `Going on from step ${stopped.step} of 12.` });
    expect(readMetrics(out).map(({ step, tokens }) => [step, tokens])).toEqual(Array.from({ length: 12 }, (_, n) => [n + 1, (n + 1) * 10]));
  });

  it.each(['dies at 1', 'dies at 5', 'dies saving 6', 'dies at 11', 'is asked at 7'])(
    'that %s loses no row and doubles none',
    async fault => {
      const { out, run } = begin();
      process.env.FAKE_TRAINER = fault;
      const first = await run();
      expect(first.status).toBe(fault.startsWith('is') ? 'stopped' : 'failed');
      delete process.env.FAKE_TRAINER;
      expect(await run()).toMatchObject({ status: 'done', step: 12 });
      expect(readMetrics(out).map(({ step, tokens }) => [step, tokens])).toEqual(
        Array.from({ length: 12 }, (_, n) => [n + 1, (n + 1) * 10]),
      );
    },
  );

  it('goes on from its folder alone', async () => {
    const { out, run, data } = begin();
    process.env.FAKE_TRAINER = 'dies at 8';
    await run();
    delete process.env.FAKE_TRAINER;
    writeFileSync(data, 'gone');
    expect(await resumeTraining(out, { python, perDevice: 2 }, { signal: forever, onEvent: () => {} })).toMatchObject({
      status: 'done',
      settings: { placed: { perDevice: 2, accumulation: 2 } },
    });
  });

  it('does not begin when it is stopped before the model is loaded', async () => {
    const { request } = begin();
    const stop = new AbortController();
    process.env.FAKE_TRAINER = 'hangs';
    const onEvent = (event: TrainingEvent) => event.kind === 'status' && setTimeout(() => stop.abort(), 100);
    expect(await startTraining(request, { signal: stop.signal, onEvent })).toMatchObject({ status: 'stopped', step: 0 });
  });

  it('whose disk is full says so, and goes on when there is room', async () => {
    const { out, run } = begin();
    const log = join(out, 'train.log');
    process.env.FAKE_TRAINER = 'dies at 5';
    await run();
    delete process.env.FAKE_TRAINER;
    rmSync(log);
    symlinkSync('/dev/full', log);
    await expect(run()).rejects.toThrow(/ENOSPC/);
    rmSync(log);
    expect(await run()).toMatchObject({ status: 'done', step: 12 });
  });

  it('is the only one in its folder', async () => {
    const { run } = begin();
    const first = run();
    await expect(run()).rejects.toThrow(/another run is at work on it/);
    expect((await first).status).toBe('done');
  });

  const elsewhere = (title: string, change: (begun: ReturnType<typeof begin>) => Partial<TrainingRequest>, says: RegExp) =>
    it(`is not mixed with one on ${title}`, async () => {
      const begun = begin();
      process.env.FAKE_TRAINER = 'dies at 5';
      await begun.run();
      const before = readFileSync(join(begun.out, 'data', 'train.jsonl'), 'utf8');
      await expect(begun.run(change(begun))).rejects.toThrow(says);
      expect(readFileSync(join(begun.out, 'data', 'train.jsonl'), 'utf8')).toBe(before);
    });
  elsewhere(
    'other data',
    ({ folder }) => {
      writeFileSync(join(folder, 'other.jsonl'), lines([example(9)]));
      return { data: [join(folder, 'other.jsonl')] };
    },
    /stopped run with other data; name another folder/,
  );
  elsewhere('other settings', ({ request }) => ({ wanted: { ...request.wanted, seed: 2 } }), /with other settings.*--resume --out/);

  it('is not begun among the files of something else', async () => {
    const { folder, run } = begin();
    await expect(run({ out: folder })).rejects.toThrow(/holds base and no run of this program/);
  });

  it('whose record is spoilt is not touched', async () => {
    const { out, run } = begin();
    mkdirSync(out);
    writeFileSync(join(out, 'run.json'), '{"version": 1, "eng');
    await expect(run()).rejects.toThrow(/run\.json: is not the record of a run/);
  });
});

/** What the trainer says at its end, and what a person is told. */
const fails = (said: string, told: RegExp, wanted: Partial<TrainingRequest['wanted']> = {}) =>
  it(said, async () => {
    const { run } = begin(undefined, wanted);
    process.env.FAKE_TRAINER = `says ${said}`;
    const { status, why } = await run();
    expect(status).toBe('failed');
    expect(why).toMatch(told);
    expect(why).not.toContain('\n');
  });

describe('a trainer that fails', () => {
  fails(
    'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB',
    /GPU's memory ran out; run the same command with --per-device 2 \(the batch stays 4/,
  );
  fails('torch.OutOfMemoryError: CUDA out of memory.', /begin anew with --method lora or --max-length 256/, { perDevice: 1 });
  fails('RuntimeError: [enforce fail] DefaultCPUAllocator: not enough memory', /^memory ran out; run the same command/);
  fails('OSError: [Errno 28] No space left on device', /disk is full/);
  fails(
    "OSError: We couldn't connect to 'https://huggingface.co' to load the files",
    /model hub cannot be reached; .*\.gguf file as --base/,
  );
  fails('OSError: You are trying to access a gated repo.', /HF_TOKEN/);
  fails("ModuleNotFoundError: No module named 'deepspeed'", /--sharding fsdp/);
  fails('torch.distributed.DistNetworkError: The client socket has timed out', /--address/);
  fails('ValueError: the moon is in the way', /ValueError: the moon is in the way; all that it said is in .*train\.log/);
});
