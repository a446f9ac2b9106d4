import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pythonEnvironment } from '../../src/lema/python/environment.ts';
import { pythonFile } from '../../src/lema/python/home.ts';
import { runProgram } from '../../src/lema/python/program.ts';
import type { Engine } from '../../src/lema/serve/engines.ts';
import { servedModel } from '../../src/lema/serve/model.ts';
import { openServer } from '../../src/lema/serve/open.ts';
import { startServer } from '../../src/lema/serve/start.ts';
import { openaiPort } from '../../src/model/client.ts';
import { findServers } from '../../src/model/find.ts';
import { lemaProtocol, writeLemaReply } from '../../src/model/protocol/lema.ts';

/** Prompts as the editor writes them. A model with random weights says nothing of sense, and the same whoever runs it. */
const TASKS = [
  { problem: 'Solve 4x + 6 = 26.', steps: ['4x = 26 - 6', '4x = 20', 'x = - 5'] },
  { problem: 'Solve 5(x - 2) = 15.', steps: ['5x - 10 = 15', '5x = 25', 'x = 5'] },
  { problem: 'Tom has 3 apples and buys 14 more. How many has he now?', steps: ['3 + 14 = 17'], stated: '17' },
  { problem: 'Ein Müller teilt 1234 kg Mehl in ½: wie viel ist das?', steps: ['1234 / 2 = 617 kg'] },
];
const TOKENS = 48;

const home = mkdtempSync(join(tmpdir(), 'lema-serve-real-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const signal = new AbortController().signal;
const folder = join(home, 'tiny');
const adapter = join(home, 'adapter');
let python = '';

/** An adapter with random weights on the model of a folder. */
const ADAPTER = `
import sys, torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer
torch.manual_seed(2)
base = AutoModelForCausalLM.from_pretrained(sys.argv[1])
get_peft_model(base, LoraConfig(r=4, lora_alpha=8, init_lora_weights=False, target_modules=["q_proj", "k_proj", "down_proj"])).save_pretrained(sys.argv[2])
AutoTokenizer.from_pretrained(sys.argv[1]).save_pretrained(sys.argv[2])
`;

async function run(args: readonly string[]): Promise<void> {
  const { code, last } = await runProgram(python, args, { signal });
  expect(code, last.join('\n')).toBe(0);
}

beforeAll(async () => {
  python = await pythonEnvironment('train', { signal });
  await pythonEnvironment('llama', { signal });
  const completion = [
    { role: 'assistant', content: writeLemaReply({ step: 3, explanation: 'Divide.', correctSteps: ['x = 5'], answer: '5' }) },
  ];
  const rows = join(home, 'rows.jsonl');
  writeFileSync(rows, TASKS.map(task => `${JSON.stringify({ prompt: lemaProtocol.write(task), completion })}\n`).join(''));
  await run([pythonFile('nano.py'), rows, '--out', folder, '--vocab', '400', '--hidden', '64', '--inner', '128', '--layers', '2']);
  await run(['-c', ADAPTER, folder, adapter]);
  for (const made of [folder, adapter]) writeFileSync(join(made, 'run.json'), '{}');
});

/** What the trainer's own library makes the model say. */
async function expected(model: string): Promise<readonly string[]> {
  const asked = join(home, 'asked.jsonl');
  const told = join(home, 'told.jsonl');
  writeFileSync(asked, TASKS.map((task, id) => `${JSON.stringify({ id, prompt: lemaProtocol.write(task) })}\n`).join(''));
  await run([pythonFile('replies.py'), model, asked, '--out', told, '--batch', '1', '--most', String(TOKENS)]);
  const rows: readonly { id: number; reply: string }[] = readFileSync(told, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  return TASKS.map((_, id) => whole(rows.find(row => row.id === id)?.reply ?? ''));
}

/** Without the marks for characters that were cut in the middle: each server writes them in its own way. */
const whole = (text: string): string => text.replaceAll('\uFFFD', '').trim();

test.each<[string, () => string, Engine]>([
  ['whole weights by llama.cpp', () => folder, 'llama'],
  ['an adapter, merged, by llama.cpp', () => adapter, 'llama'],
  ['an adapter, merged, by transformers', () => adapter, 'transformers'],
])('%s: found by its name, and it says what the trainer would say', async (_, made, engine) => {
  const model = servedModel(made());
  const opened = await openServer(model, { engine, host: '127.0.0.1', port: 0, extra: [], dry: false, signal, onStatus: () => {} });
  const server = await startServer(opened.plan, { signal });
  try {
    const [found] = await findServers({ ports: [opened.plan.port], timeoutMs: 60_000 });
    expect(found?.models).toEqual([model.name]);
    expect(model.name).toMatch(/^lema-/);
    const port = openaiPort({ baseUrl: server.url, model: model.name });
    const said: string[] = [];
    for (const task of TASKS) {
      const [reply] = await port.ask(lemaProtocol.write(task), { signal, deadlineMs: 120_000, maxTokens: TOKENS });
      said.push(whole(reply?.text ?? ''));
    }
    expect(said).toEqual(await expected(made()));
  } finally {
    await server.stop();
    opened.tidy();
  }
  expect(await findServers({ ports: [opened.plan.port] })).toEqual([]);
});
