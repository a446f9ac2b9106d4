import { setTimeout as wait } from 'node:timers/promises';
import { openaiPort } from '../../model/client.ts';
import { ModelError } from '../../model/errors.ts';
import { StageError } from '../files/stage.ts';
import { type Ended, runProgram } from '../python/program.ts';
import { FACTS, type Plan } from './engines.ts';

/** A model server that answers. */
export interface Running {
  /** Base URL, ending in /v1. */
  readonly url: string;
  readonly name: string;
  /** Resolves when the server is gone, whoever ended it. */
  readonly ended: Promise<Ended>;
  /** Ends the server and all that it started; resolves when they are gone. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

export interface Watch {
  readonly signal: AbortSignal;
  readonly key?: string;
  /** Told each line that the server writes. */
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a server and waits until its model has answered a question.
 * @throws StageError that says why it does not serve and what to do; the signal's reason when aborted. The server is gone then.
 */
export async function startServer(plan: Plan, { signal, key, onLine }: Watch): Promise<Running> {
  const stopping = new AbortController();
  let pid = 0;
  const ended = runProgram(plan.command, plan.args, {
    signal: AbortSignal.any([signal, stopping.signal]),
    environment: { PYTHONUNBUFFERED: '1', ...plan.environment },
    onStart: started => {
      pid = started;
    },
    ...(onLine ? { onLine } : {}),
  });
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  const kill = async () => {
    if (pid > 0 && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
    await stop();
  };
  const address = `http://${/^(?:0\.0\.0\.0|::)$/.test(plan.host) ? '127.0.0.1' : plan.host}:${plan.port}`;
  const running: Running = { url: `${address}/v1`, name: plan.name, ended, stop, kill };
  try {
    const gone = ended.then(end => {
      signal.throwIfAborted();
      throw new StageError(whyEnded(plan, end));
    });
    await Promise.race([gone, healthy(`${address}${plan.health}`, plan, signal)]);
    if (plan.engine !== 'ollama') await Promise.race([gone, answers(running, plan, signal, key)]);
    return running;
  } catch (error) {
    await stop();
    signal.throwIfAborted();
    throw error;
  }
}

async function healthy(url: string, plan: Plan, signal: AbortSignal): Promise<void> {
  const end = performance.now() + plan.patienceMs;
  while (performance.now() < end) {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(3000)]) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(150, undefined, { signal });
  }
  throw new StageError(
    `${FACTS[plan.engine].title} was not ready within ${plan.patienceMs / 60_000} minutes; choose a smaller model, or look at what it writes with --verbose`,
  );
}

/** Asks for one token: a model that loads is not yet one that answers. What it says does not matter. */
async function answers({ url, name }: Pick<Running, 'url' | 'name'>, plan: Plan, signal: AbortSignal, key?: string): Promise<void> {
  try {
    const port = openaiPort({ baseUrl: url, model: name, ...(key ? { key } : {}) });
    await port.ask([{ role: 'user', content: 'What is 2 + 3?' }], { signal, deadlineMs: plan.patienceMs, maxTokens: 4 });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ModelError)) throw error;
    if (error.reason !== 'nonsense' && error.reason !== 'cut-off')
      throw new StageError(`the model loads and does not answer: ${error.message}`);
  }
}

/** What a server's last words mean, and what to do. The first pattern that fits speaks. */
const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [/address already in use|eaddrinuse|couldn't bind|errno 98/i, 'its port is taken; choose another one with --port'],
  [
    /out ?of ?memory|failed to allocate|cannot allocate memory|bad_alloc|no available memory for the cache|free memory on device/i,
    'the model does not fit into memory; close other programs, choose a smaller model or --type q8_0, or give vLLM less to hold (-- --max-model-len 2048)',
  ],
  [
    /failed to infer device type|no cuda-capable|cuda driver|libcuda|no kernel image/i,
    'it finds no GPU that it can use; --engine llama runs on the processor',
  ],
  [
    /gated repo|repository ?not ?found|401 client error|is not a local folder and is not a valid model identifier/i,
    'the hub offers no such model to this user; check the name, and log in with `hf auth login` when it asks for a licence',
  ],
  [
    /offline mode|name resolution|max retries|couldn't connect to|connection error/i,
    'the hub cannot be reached; connect to the network, or name a folder',
  ],
  [
    /unknown (?:pre-tokenizer|model architecture)|failed to load model|error loading model|invalid magic|load the model/i,
    'it cannot read this model; --engine transformers or vllm may',
  ],
  [/unrecognized arguments?|no such option|invalid choice/i, 'it does not know an argument that it was given'],
];

/** Why a server is gone, in one sentence. */
export function whyEnded({ engine, command }: Pick<Plan, 'engine' | 'command'>, { code, signal, trouble, last }: Ended): string {
  const { title } = FACTS[engine];
  if (trouble === 'ENOENT') return `${title} is not installed (${command}); ${INSTALL[engine]}`;
  const said = last.filter(line => line.trim() !== '');
  const meant = TROUBLES.find(([pattern]) => pattern.test(said.join('\n')))?.[1];
  const killed = signal === 'SIGKILL' || code === 137;
  const line = said.findLast(text => /error|exception|fail/i.test(text)) ?? said.at(-1) ?? '';
  const how = signal === null ? `code ${code ?? trouble ?? '?'}` : `signal ${signal}`;
  const why =
    meant ??
    (killed ? 'the system ended it, mostly because memory ran out; choose a smaller model or --type q8_0' : line.trim().slice(0, 300));
  return `${title} ended (${how})${why ? `: ${why}` : ''}`;
}

/** How an engine is had. */
export const INSTALL: Readonly<Record<Plan['engine'], string>> = {
  vllm: "run 'pip install vllm' on Linux with an NVIDIA GPU, or leave --python out to have it installed",
  llama: 'leave --python out to have it installed',
  transformers: 'leave --python out to have it installed',
  ollama: 'install it from https://ollama.com/download, or serve with --engine llama, which needs nothing more',
};
