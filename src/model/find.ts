import { listModels } from './client.ts';

/** A model server found running on this machine. */
export interface FoundServer {
  /** The program, for people: `vLLM`, `llama.cpp`, `Ollama`, `LM Studio`; or `Model server`. */
  readonly name: string;
  readonly baseUrl: string;
  readonly models: readonly string[];
}

/** The ports that local model servers listen on when nobody says otherwise. */
const USUAL_PORTS: readonly { readonly port: number; readonly name: string }[] = [
  { port: 8000, name: 'vLLM' },
  { port: 8080, name: 'llama.cpp' },
  { port: 11434, name: 'Ollama' },
  { port: 1234, name: 'LM Studio' },
];

/** Who says of its models that it owns them. */
const OWNERS: Readonly<Record<string, string>> = {
  vllm: 'vLLM',
  llamacpp: 'llama.cpp',
  library: 'Ollama',
  organization_owner: 'LM Studio',
};

/**
 * Model servers running on this machine, in the order of the ports. Only 127.0.0.1 is asked, for the list of models, without any key;
 * ports where something else answers, or nothing in time, are left out. Never rejects.
 */
export async function findServers({
  ports = USUAL_PORTS.map(({ port }) => port),
  timeoutMs = 1500,
  signal = new AbortController().signal,
}: {
  readonly ports?: readonly number[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
} = {}): Promise<readonly FoundServer[]> {
  const found = await Promise.all(ports.map(port => probe(port, timeoutMs, signal)));
  return found.filter(server => server !== null);
}

async function probe(port: number, deadlineMs: number, signal: AbortSignal): Promise<FoundServer | null> {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const models = await listModels({ baseUrl }, { signal, deadlineMs }).catch(() => null);
  if (models === null) return null;
  const owner = models.map(model => OWNERS[model.owner]).find(name => name !== undefined);
  const name = owner ?? USUAL_PORTS.find(usual => usual.port === port)?.name ?? 'Model server';
  return { name, baseUrl, models: models.map(model => model.id) };
}
