import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StageError } from '../lema/files/stage.ts';
import { WEIGHT_TYPES } from '../lema/serve/convert.ts';
import { commandLine, ENGINES, FACTS } from '../lema/serve/engines.ts';
import { servedModel } from '../lema/serve/model.ts';
import { mergeInto, openServer } from '../lema/serve/open.ts';
import { settingsFile, settingsFor, settingsText, withSettings } from '../lema/serve/settings.ts';
import { startServer, whyEnded } from '../lema/serve/start.ts';
import { type Call, type Command, choice, number, text, UsageError } from './command.ts';
import { askYes } from './yes.ts';

/** `lema serve`: a trained model behind a server that the editor finds. */
export const serve: Command = {
  options: {
    engine: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    name: { type: 'string' },
    type: { type: 'string' },
    python: { type: 'string' },
    'save-settings': { type: 'boolean' },
    merge: { type: 'string' },
    'dry-run': { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
  endless: true,
  async run(call) {
    try {
      return await run(call);
    } catch (error) {
      if (error instanceof StageError) throw new UsageError(error.message);
      throw error;
    }
  },
};

async function run(call: Call): Promise<number> {
  const { io, values, files } = call;
  const [source, ...extra] = files;
  if (source === undefined) throw new UsageError("name what to serve: a folder from 'lema train', a .gguf file, or a model of the hub");
  if (extra.length > 0 && !extra[0]?.startsWith('-')) throw new UsageError(`one model at a time: '${extra[0]}' is one too many`);
  const say = (line: string) => void io.stderr.write(`${line}\n`);
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGTERM', end).once('SIGHUP', end);
  const signal = AbortSignal.any([call.signal, stop.signal]);
  const model = servedModel(source, text(call, 'name'));
  const key = process.env.LEMA_API_KEY;
  const python = text(call, 'python');
  const shared = { ...(python === undefined ? {} : { python }), signal, onStatus: say };
  const merged = text(call, 'merge');
  if (merged !== undefined) {
    await mergeInto(model, merged, shared);
    io.stdout.write(`${merged} holds the whole model.\n`);
    return 0;
  }
  const opened = await openServer(model, {
    engine: choice(call, 'engine', [...ENGINES, 'auto'] as const, 'auto'),
    host: text(call, 'host') ?? '127.0.0.1',
    ...(values.port === undefined ? {} : { port: number(call, 'port', 0, 0) }),
    ...(values.type === undefined ? {} : { type: choice(call, 'type', WEIGHT_TYPES, 'f16') }),
    ...shared,
    ...(key ? { key } : {}),
    extra,
    dry: values['dry-run'] === true,
  });
  try {
    const { plan } = opened;
    if (values['dry-run']) {
      io.stdout.write(`${commandLine(plan)}\n`);
      return 0;
    }
    const { title } = FACTS[plan.engine];
    const told = { name: plan.name, trained: trainedHere(source), title };
    if (opened.runs) {
      const url = `http://${plan.host}:${plan.port}/v1`;
      await opened.afterStart?.();
      await tell(call, { url, ...told, stays: true });
      return 0;
    }
    say(`Starting ${title}.`);
    const server = await startServer(plan, { signal, ...(key ? { key } : {}), ...(values.verbose ? { onLine: say } : {}) });
    try {
      await opened.afterStart?.();
      await tell(call, { url: server.url, ...told });
      const ended = await server.ended;
      if (signal.aborted) return 0;
      throw new UsageError(`${whyEnded(plan, ended)}. The model is not served any more`);
    } finally {
      await server.stop();
    }
  } finally {
    opened.tidy();
    process.off('SIGTERM', end).off('SIGHUP', end);
  }
}

/** What `lema train` made was trained on the `lema` form. */
const trainedHere = (source: string): boolean => existsSync(join(source, 'run.json'));

interface Served {
  readonly url: string;
  readonly name: string;
  readonly trained: boolean;
  readonly title: string;
  /** The server was there before and is left running. */
  readonly stays?: boolean;
}

async function tell(call: Call, { url, name, trained, title, stays }: Served): Promise<void> {
  const { io, values, signal } = call;
  const settings = settingsFor(url, name, trained);
  const byItself = Object.values(FACTS).some(({ port }) => new URL(url).port === String(port));
  io.stdout.write(
    `${url} serves ${name} (${title}).${stays ? '' : ' Stop it with Ctrl+C.'}\n\n` +
      `In the editor: ${byItself ? "run 'LeMa: Select Model…', which finds it, or put" : 'put'} this into the settings:\n\n${settingsText(settings)}\n\n` +
      `In a terminal: lema check FILE --model ${name}${byItself ? '' : ` --endpoint ${url}`}${'lema.model.protocol' in settings ? ' --protocol lema' : ''}\n`,
  );
  if (!values['save-settings']) return;
  const file = settingsFile();
  const said = await askYes({ io, signal }, `Write these settings into ${file}?`);
  if (said === null) io.stderr.write('--save-settings asks first, and there is no terminal to ask at: the settings are left as they are\n');
  if (said !== true) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, withSettings(existsSync(file) ? readFileSync(file, 'utf8') : '', settings));
  io.stderr.write(`${file} is written.\n`);
}
