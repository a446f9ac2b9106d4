import { pythonFile } from '../python/home.ts';
import type { ServedModel } from './model.ts';

export const ENGINES = ['vllm', 'llama', 'transformers', 'ollama'] as const;
export type Engine = (typeof ENGINES)[number];

/** A server's command line, and how to tell that it is up. */
export interface Plan {
  readonly engine: Engine;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Name of the model in requests. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Answers with success once the model is loaded. */
  readonly health: string;
  /** How long loading may take. */
  readonly patienceMs: number;
}

export interface Where {
  readonly host: string;
  readonly port: number;
  /** The server's program: an environment's Python, or on the path. */
  readonly program: string;
  /** What the program is given before all else. */
  readonly script?: readonly string[];
  /** The model as this engine reads it: a .gguf file, a folder, or a name. */
  readonly source: string;
  /** Asked for by every request, where the engine knows keys. */
  readonly key?: string;
  /** Arguments of the engine's own, put last. */
  readonly extra: readonly string[];
}

interface EngineFacts {
  readonly title: string;
  /** Where the editor looks for it by itself. */
  readonly port: number;
  readonly health: string;
  readonly patienceMs: number;
  args(model: ServedModel, where: Where): readonly string[];
  environment(model: ServedModel, where: Where): Readonly<Record<string, string>>;
}

const GIB = 2 ** 30;

/** Weights up to this size are served with nothing rounded, so that replies equal those of the trainer's own library. */
export const EXACT_BYTES = 256 * 2 ** 20;

export const FACTS: Readonly<Record<Engine, EngineFacts>> = {
  vllm: {
    title: 'vLLM',
    port: 8000,
    health: '/health',
    patienceMs: 1_200_000,
    args: (model, { host, port, source }) =>
      model.form === 'adapter' && model.base !== null
        ? [
            ...['serve', model.base, '--host', host, '--port', String(port), '--served-model-name', `${model.name}-base`],
            ...[
              '--tokenizer',
              source,
              '--enable-lora',
              '--max-lora-rank',
              String(loraRank(model.rank)),
              '--lora-modules',
              `${model.name}=${source}`,
            ],
          ]
        : ['serve', source, '--host', host, '--port', String(port), '--served-model-name', model.name],
    environment: (_, { key }): Record<string, string> => ({ VLLM_NO_USAGE_STATS: '1', ...(key ? { VLLM_API_KEY: key } : {}) }),
  },
  llama: {
    title: 'llama.cpp',
    port: 8080,
    health: '/health',
    patienceMs: 300_000,
    args: (model, { host, port, source }) => {
      const parallel = model.bytes > GIB ? 1 : 4;
      const context = Math.min(model.context ?? 4096, 8192);
      return [
        ...[pythonFile('llama_server.py'), source, '--name', model.name, '--host', host, '--port', String(port)],
        ...[
          '--context',
          String(context),
          '--parallel',
          String(parallel),
          ...(model.form !== 'gguf' && model.bytes <= EXACT_BYTES ? ['--exact'] : []),
        ],
      ];
    },
    environment: (_, { key }): Record<string, string> => (key ? { LEMA_SERVER_KEY: key } : {}),
  },
  transformers: {
    title: 'transformers',
    port: 8000,
    health: '/health',
    patienceMs: 600_000,
    args: (model, { host, port }) => ['serve', model.name, '--host', host, '--port', String(port)],
    environment: (model, { source }): Record<string, string> => (model.form === 'hub' ? {} : { HF_HUB_CACHE: source, HF_HUB_OFFLINE: '1' }),
  },
  ollama: {
    title: 'Ollama',
    port: 11434,
    health: '/api/version',
    patienceMs: 60_000,
    args: () => ['serve'],
    environment: (_, { host, port }) => ({ OLLAMA_HOST: `${host}:${port}` }),
  },
};

/** The command line that serves a model. It depends on nothing but what is given. */
export function planFor(engine: Engine, model: ServedModel, where: Where): Plan {
  const { args, environment, health, patienceMs } = FACTS[engine];
  const { host, port, program, script = [], extra } = where;
  return {
    ...{ engine, command: program, args: [...script, ...args(model, where), ...extra], environment: environment(model, where) },
    ...{ name: model.name, host, port, health, patienceMs },
  };
}

/** vLLM makes room for these ranks only. */
const loraRank = (rank: number | null): number => [8, 16, 32, 64, 128, 256, 320, 512].find(room => room >= (rank ?? 64)) ?? 512;

/** A package's program in an environment. */
export const programOf = (python: string, name: string): Pick<Where, 'program' | 'script'> => ({
  program: python,
  script: [pythonFile('console.py'), name],
});

/** What llama.cpp's file can be made of here. The others are served by `transformers`. */
const CONVERTED = ['LlamaForCausalLM', 'MistralForCausalLM', 'Qwen2ForCausalLM', 'Qwen3ForCausalLM'];

/** The engine for a model on this machine. */
export function engineFor(model: ServedModel, gpu: boolean): Engine {
  if (model.form === 'gguf') return 'llama';
  if (gpu) return 'vllm';
  return model.architecture === null || CONVERTED.includes(model.architecture) ? 'llama' : 'transformers';
}

/** A plan as a line to paste into a shell or into a cluster's job. */
export const commandLine = ({ environment, command, args }: Plan): string =>
  [
    ...Object.entries(environment).map(([name, value]) => `${name}=${/KEY/.test(name) ? '…' : quoted(value)}`),
    quoted(command),
    ...args.map(quoted),
  ].join(' ');

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
