import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ggufPath, typeFor } from '../../../src/lema/serve/convert.ts';
import { commandLine, type Engine, engineFor, planFor } from '../../../src/lema/serve/engines.ts';
import { type ServedModel, servedModel } from '../../../src/lema/serve/model.ts';
import { modelfile } from '../../../src/lema/serve/modelfile.ts';

const home = mkdtempSync(join(tmpdir(), 'lema-serve-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Makes a folder or a file below the temporary one; gives its path. */
function made(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(home, name, file, '..'), { recursive: true });
    writeFileSync(join(home, name, file), text);
  }
  return join(home, name);
}

const config = JSON.stringify({ architectures: ['LlamaForCausalLM'], max_position_embeddings: 512 });
const base = made('base', { 'config.json': config, 'model.safetensors': 'x'.repeat(40) });
const adapter = made('run 7', {
  'adapter_config.json': JSON.stringify({ base_model_name_or_path: base, r: 24 }),
  'adapter_model.safetensors': 'x'.repeat(2),
  'run.json': '{}',
});

describe('what MODEL is', () => {
  test.each<[string, string, Partial<ServedModel>]>([
    ['a folder of whole weights', base, { form: 'whole', name: 'base', architecture: 'LlamaForCausalLM', context: 512, bytes: 40 }],
    [
      'an adapter, with what its base is',
      adapter,
      { form: 'adapter', base, name: 'lema-run-7', architecture: 'LlamaForCausalLM', rank: 24, bytes: 42 },
    ],
    [
      'a trained folder that is called so already',
      made('my-lema', { 'config.json': config, 'model.safetensors': 'x', 'run.json': '{}' }),
      { name: 'my-lema' },
    ],
    ['a .gguf file', join(made('files', { 'lema-x.gguf': 'GGUF…' }), 'lema-x.gguf'), { form: 'gguf', name: 'lema-x' }],
    ['a name on the hub', 'Qwen/Qwen3-8B', { form: 'hub', name: 'Qwen/Qwen3-8B', architecture: null }],
  ])('%s', (_, path, expected) => {
    expect(servedModel(path)).toMatchObject({ source: path, ...expected });
    expect(servedModel(path, 'given').name).toBe('given');
  });

  test.each([
    ['no such place', './nowhere', /^\.\/nowhere: there is no such file or folder; name a folder/],
    ['a folder without a model', made('empty', { 'notes.txt': '' }), /this folder is no model .*; name the folder that 'lema train' made$/],
    ['a folder of models', home, /it holds .*base.*: name one of these$/],
    ['no weights', made('early', { 'config.json': config }), /has a config\.json and no weights/],
    [
      'an adapter without weights',
      made('half', { 'adapter_config.json': JSON.stringify({ base_model_name_or_path: base }) }),
      /the adapter has no weights/,
    ],
    [
      'a base that is gone',
      made('orphan', { 'adapter_config.json': '{"base_model_name_or_path": "/no/base"}', 'adapter_model.safetensors': 'x' }),
      /was trained on \/no\/base, which is not there/,
    ],
    ['a broken description', made('broken', { 'config.json': '{', 'model.safetensors': 'x' }), /config\.json: cannot be read/],
    ['a file of something else', join(made('files', { 'notes.md': 'Dear' }), 'notes.md'), /this is not a GGUF file/],
  ])('%s is told in one sentence', (_, path, message) => {
    expect(() => servedModel(path)).toThrow(message);
  });
});

describe('the command line', () => {
  const where = { host: '127.0.0.1', port: 1, program: 'P', source: '/m', extra: [] };
  test.each<[string, Engine, ServedModel, object, RegExp]>([
    [
      'vLLM loads an adapter as it is, in a room of a rank it knows',
      'vllm',
      servedModel(adapter),
      { source: '/a' },
      /^VLLM_NO_USAGE_STATS=1 P serve \S+\/base --host 127\.0\.0\.1 --port 1 --served-model-name lema-run-7-base --tokenizer \/a --enable-lora --max-lora-rank 32 --lora-modules lema-run-7=\/a$/,
    ],
    [
      'vLLM serves whole weights',
      'vllm',
      servedModel(base),
      { extra: ['--tensor-parallel-size', '4'] },
      / P serve \/m --host \S+ --port 1 --served-model-name base --tensor-parallel-size 4$/,
    ],
    ['a key is no argument, and is not shown', 'vllm', servedModel(base), { key: 'secret' }, /VLLM_API_KEY=… P serve (?!.*secret)/],
    [
      'llama.cpp reads as much as the model can',
      'llama',
      servedModel(base),
      {},
      /^P \S+llama_server\.py \/m --name base --host \S+ --port 1 --context 512 --parallel 4 --exact$/,
    ],
    [
      'transformers finds the folder as a hub would',
      'transformers',
      servedModel(base),
      {},
      /^HF_HUB_CACHE=\/m HF_HUB_OFFLINE=1 P serve base --host/,
    ],
    ['transformers asks the hub for what is there', 'transformers', servedModel('a/b'), {}, /^P serve a\/b --host/],
    ['Ollama', 'ollama', servedModel(base), {}, /^OLLAMA_HOST=127\.0\.0\.1:1 P serve$/],
  ])('%s', (_, engine, model, differing, line) => {
    expect(commandLine(planFor(engine, model, { ...where, ...differing }))).toMatch(line);
  });

  test.each([
    [servedModel(base), false, 'llama'],
    [servedModel(base), true, 'vllm'],
    [servedModel(join(home, 'files', 'lema-x.gguf')), true, 'llama'],
    [{ ...servedModel(base), architecture: 'GemmaForCausalLM' }, false, 'transformers'],
  ] as const)('the engine is chosen by model and machine', (model, gpu, engine) => {
    expect(engineFor(model, gpu)).toBe(engine);
  });
});

test.each([
  [2 ** 20, 'f32'],
  [2 ** 30, 'f16'],
  [2 ** 34, 'q8_0'],
] as const)('weights of %i bytes are kept as %s', (bytes, type) => {
  const model = { ...servedModel(adapter), bytes };
  expect(typeFor(model)).toBe(type);
  expect(ggufPath(model, type)).toBe(join(adapter, `lema-run-7.${type}.gguf`));
});

test.each([
  [
    "{% for m in messages %}{{ '<|im_start|>' + m.role }}{% endfor %}",
    /^FROM \.\/m\.gguf\nTEMPLATE """[^"]*<\|im_start\|>\{\{ \.Role \}\}\n[^"]*"""\nPARAMETER stop "<\|im_start\|>"/,
  ],
  [null, /^FROM \.\/m\.gguf\nPARAMETER temperature 0\nPARAMETER num_ctx 512\n$/],
])('a Modelfile says in its own form what the template %# says', (template, expected) => {
  expect(modelfile('./m.gguf', template, 512)).toMatch(expected);
});
