import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { protocolFor } from '../../model/protocol/protocol.ts';
import { StageError } from '../files/stage.ts';

/** What is to be served, as it was found. */
export interface ServedModel {
  readonly form: 'adapter' | 'whole' | 'gguf' | 'hub';
  /** Folder, file, or name on the hub. */
  readonly source: string;
  /** What an adapter was trained on: a folder, or a name on the hub. */
  readonly base: string | null;
  /** How the model is called at the server. */
  readonly name: string;
  /** As `transformers` calls it, when a file here tells. */
  readonly architecture: string | null;
  /** Tokens that it can read at once, when a file here tells. */
  readonly context: number | null;
  /** Rank of the adapter. */
  readonly rank: number | null;
  /** Bytes of its weights, the base's included, as far as they are here. */
  readonly bytes: number;
}

const configSchema = z.object({
  architectures: z.array(z.string()).nullish(),
  max_position_embeddings: z.number().int().positive().nullish(),
});
const adapterSchema = z.object({ base_model_name_or_path: z.string(), r: z.number().int().positive().nullish() });

/**
 * Says what MODEL is: a folder with an adapter or with whole weights, a .gguf file, or a name on the hub.
 * A model that was trained here is called `lema-…`, so that it is asked in the form that it was trained on.
 * @throws StageError with one sentence that says what is the matter with it.
 */
export function servedModel(model: string, name?: string): ServedModel {
  const path = resolve(model);
  if (!existsSync(path)) {
    if (/^[\w-][\w.-]*\/[\w.-]+$/.test(model) && !model.endsWith('.gguf'))
      return { ...UNKNOWN, form: 'hub', source: model, name: name ?? model };
    throw new StageError(
      `${model}: there is no such file or folder; name a folder from 'lema train', a .gguf file, or a model of the hub as OWNER/NAME`,
    );
  }
  if (!statSync(path).isDirectory()) return ggufFile(path, name);
  if (existsSync(join(path, 'adapter_config.json'))) return adapter(path, name);
  if (existsSync(join(path, 'config.json'))) return whole(path, name);
  const inside = readdirSync(path, { recursive: false, encoding: 'utf8' })
    .map(entry => join(path, entry))
    .filter(folder => ['adapter_config.json', 'config.json'].some(file => existsSync(join(folder, file))));
  const advice =
    inside.length > 0
      ? `it holds ${inside.map(folder => basename(folder)).join(', ')}: name one of these`
      : "name the folder that 'lema train' made";
  throw new StageError(`${model}: this folder is no model (neither config.json nor adapter_config.json is in it); ${advice}`);
}

const UNKNOWN = { base: null, architecture: null, context: null, rank: null, bytes: 0 } as const;

function ggufFile(path: string, name?: string): ServedModel {
  const start = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 4, 0);
  } finally {
    closeSync(file);
  }
  if (start.toString('latin1') !== 'GGUF')
    throw new StageError(`${path}: this is not a GGUF file; name a folder from 'lema train' or a .gguf file`);
  return {
    ...UNKNOWN,
    form: 'gguf',
    source: path,
    name: name ?? plainName(basename(path).replace(/\.gguf$/i, '')),
    bytes: statSync(path).size,
  };
}

function adapter(path: string, name?: string): ServedModel {
  const { base_model_name_or_path: base, r } = read(join(path, 'adapter_config.json'), adapterSchema);
  const weights = weightsIn(path);
  if (weights === 0)
    throw new StageError(
      `${path}: the adapter has no weights (adapter_model.safetensors); was its training stopped? 'lema train' goes on with it`,
    );
  const here = existsSync(base);
  if (!here && (base.startsWith('/') || base.startsWith('.') || /^[A-Za-z]:[\\/]/.test(base)))
    throw new StageError(
      `${path}: the adapter was trained on ${base}, which is not there any more; put it back, or name its place in adapter_config.json`,
    );
  const { architecture, context, bytes } = here ? whole(base) : UNKNOWN;
  return {
    form: 'adapter',
    source: path,
    base: here ? resolve(base) : base,
    name: name ?? trainedName(path),
    architecture,
    context,
    rank: r ?? null,
    bytes: bytes + weights,
  };
}

function whole(path: string, name?: string): ServedModel {
  const { architectures, max_position_embeddings } = read(join(path, 'config.json'), configSchema);
  const bytes = weightsIn(path);
  if (bytes === 0)
    throw new StageError(
      `${path}: the folder has a config.json and no weights (*.safetensors); was its training stopped? 'lema train' goes on with it`,
    );
  return {
    ...UNKNOWN,
    form: 'whole',
    source: path,
    name: name ?? trainedName(path),
    architecture: architectures?.[0] ?? null,
    context: max_position_embeddings ?? null,
    bytes,
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StageError(`${file}: cannot be read as the description of a model; is the folder whole?`);
  }
}

const weightsIn = (folder: string): number =>
  readdirSync(folder)
    .filter(file => /\.(safetensors|bin)$/.test(file) && !/^(?:training_args|optimizer|scheduler)/.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/** A folder's name. What `lema train` made there knows the `lema` form, and its name says so. */
function trainedName(path: string): string {
  const name = plainName(basename(path));
  return existsSync(join(path, 'run.json')) && protocolFor(name).name !== 'lema' ? `lema-${name}` : name;
}

const plainName = (text: string): string => text.replace(/[^\w.-]+/g, '-');
