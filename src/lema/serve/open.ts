import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findServers } from '../../model/find.ts';
import { StageError } from '../files/stage.ts';
import { type EnvironmentKind, pythonEnvironment } from '../python/environment.ts';
import { runProgram } from '../python/program.ts';
import { asHubCache, ggufPath, toGguf, typeFor, type WeightType, wholeFolder } from './convert.ts';
import { type Engine, engineFor, FACTS, type Plan, planFor, programOf, type Where } from './engines.ts';
import type { ServedModel } from './model.ts';
import { modelfile } from './modelfile.ts';
import { openPort } from './port.ts';
import { INSTALL } from './start.ts';

export interface Wish {
  readonly engine: Engine | 'auto';
  readonly host: string;
  readonly port?: number;
  /** How the weights are kept for llama.cpp. */
  readonly type?: WeightType;
  /** A Python of the person's own, with the engine and what converts models. */
  readonly python?: string;
  readonly key?: string;
  readonly extra: readonly string[];
  /** Only the command line is wanted: nothing is made, installed or opened. */
  readonly dry: boolean;
  readonly signal: AbortSignal;
  readonly onStatus: (text: string) => void;
}

export interface Opened {
  readonly plan: Plan;
  /** The server is up already, and goes on without us. */
  readonly runs?: boolean;
  /** What is left to do once the server is up. */
  readonly afterStart?: () => Promise<void>;
  /** Removes what was made for this run alone. */
  tidy(): void;
}

/** Makes all ready for a server to start: engine, Python, converted model, port. @throws StageError in one sentence. */
export async function openServer(model: ServedModel, wish: Wish): Promise<Opened> {
  const engine = wish.engine === 'auto' ? engineFor(model, await hasGpu(wish.signal)) : wish.engine;
  if (model.form === 'gguf' && (engine === 'vllm' || engine === 'transformers'))
    throw new StageError(
      `${model.source}: a .gguf file is served by llama or ollama, not by ${engine}; name the folder that it was made of`,
    );
  const wanted = wish.port ?? FACTS[engine].port;
  const runs =
    engine === 'ollama' &&
    !wish.dry &&
    (await findServers({ ports: [wanted], signal: wish.signal })).some(({ name }) => name === FACTS.ollama.title);
  const port = wish.dry || runs ? wanted : await openPort(wanted, wish.host);
  const where = { host: wish.host, port, extra: wish.extra, ...(wish.key ? { key: wish.key } : {}) };
  return { ...(await OPEN[engine](model, wish, where)), runs };
}

type Place = Omit<Where, 'program' | 'script' | 'source'>;

/** Writes an adapter merged into its base as a folder of whole weights. @throws StageError */
export async function mergeInto(model: ServedModel, folder: string, wish: Pick<Wish, 'python' | 'signal' | 'onStatus'>): Promise<void> {
  if (model.form !== 'adapter') throw new StageError(`${model.source}: is no adapter, so there is nothing to merge`);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new StageError(`${folder}: is not empty; name a new folder for the merged model`);
  await wholeFolder(model, { ...wish, python: () => environment('train', wish) }, folder);
}

const nothing = () => {};

const OPEN: Readonly<Record<Engine, (model: ServedModel, wish: Wish, place: Place) => Promise<Opened>>> = {
  async vllm(model, wish, place) {
    const program = wish.dry ? { program: 'vllm' } : programOf(await environment('vllm', wish), 'vllm');
    return { plan: planFor('vllm', model, { ...place, ...program, source: model.source }), tidy: nothing };
  },

  async llama(model, wish, place) {
    const source = await gguf(model, wish);
    const program = wish.dry ? 'python3' : await environment('llama', wish);
    return { plan: planFor('llama', model, { ...place, program, source }), tidy: nothing };
  },

  async transformers(model, wish, place) {
    if (wish.dry) {
      const plan = planFor(
        'transformers',
        { ...model, form: 'hub', name: model.source },
        { ...place, program: 'transformers', source: '' },
      );
      return { plan, tidy: nothing };
    }
    const python = await environment('train', wish);
    const cache = model.form === 'hub' ? null : asHubCache(await wholeFolder(model, { ...wish, python: async () => python }), model.name);
    const plan = planFor('transformers', model, { ...place, ...programOf(python, 'transformers'), source: cache ?? '' });
    return { plan, tidy: () => cache && rmSync(cache, { recursive: true, force: true }) };
  },

  async ollama(model, wish, place) {
    const source = await gguf(model, wish);
    const file = join(dirname(source), 'Modelfile');
    const plan = planFor('ollama', model, { ...place, program: 'ollama', source });
    if (wish.dry) return { plan, tidy: nothing };
    writeFileSync(file, modelfile(`./${relative(dirname(file), source)}`, chatTemplate(model), Math.min(model.context ?? 4096, 8192)));
    wish.onStatus(`${file} is written.`);
    const afterStart = async () => {
      const run = await runProgram('ollama', ['create', model.name, '-f', file], { signal: wish.signal, environment: plan.environment });
      wish.signal.throwIfAborted();
      if (run.code !== 0) throw new StageError(`Ollama cannot make ${model.name}: ${run.last.at(-1)?.trim() || INSTALL.ollama}`);
    };
    return { plan, afterStart, tidy: nothing };
  },
};

const NEEDED_BY: Readonly<Record<EnvironmentKind, string>> = { train: 'the conversion', llama: 'llama.cpp', vllm: 'vLLM' };

/** A Python with what is needed: the person's own when it has that, else one that is made. */
async function environment(
  kind: EnvironmentKind,
  { python, signal, onStatus }: Pick<Wish, 'python' | 'signal' | 'onStatus'>,
): Promise<string> {
  if (python === undefined) return pythonEnvironment(kind, { signal, onStatus });
  try {
    return await pythonEnvironment(kind, { signal, onStatus, python });
  } catch (error) {
    if (!(error instanceof StageError) || !error.message.includes('it lacks')) throw error;
    onStatus(`${python} has not all that ${NEEDED_BY[kind]} needs; another Python is used for that.`);
    return pythonEnvironment(kind, { signal, onStatus });
  }
}

/** The model as a .gguf file. */
async function gguf(model: ServedModel, wish: Wish): Promise<string> {
  const type = wish.type ?? typeFor(model);
  if (wish.dry || model.form === 'gguf') return ggufPath(model, type);
  const { signal, onStatus } = wish;
  return toGguf(model, type, { signal, onStatus, python: () => environment('train', wish) });
}

/** The chat template that stands in a folder; null when there is none to be read. */
function chatTemplate({ source, form }: ServedModel): string | null {
  if (form !== 'adapter' && form !== 'whole') return null;
  try {
    return readFileSync(join(source, 'chat_template.jinja'), 'utf8');
  } catch {
    return null;
  }
}

/** True when an NVIDIA GPU is at hand that vLLM can use. */
async function hasGpu(signal: AbortSignal): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { code, last } = await runProgram('nvidia-smi', ['-L'], { signal });
  return code === 0 && last.some(line => line.startsWith('GPU'));
}
