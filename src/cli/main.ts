import module from 'node:module';
import { parseArgs } from 'node:util';
import { type Command, type Family, type Io, UsageError } from './command.ts';
import { help } from './help.ts';

/** Each command is loaded only when it is asked for, so that `lema --help` starts at once. */
const COMMANDS: Record<string, () => Promise<Command | Family>> = {
  check: async () => (await import('./check.ts')).check,
  locate: async () => (await import('./locate.ts')).locate,
  equiv: async () => (await import('./equiv.ts')).equiv,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  train: async () => (await import('./train.ts')).train,
  mistakes: async () => (await import('./mistakes.ts')).mistakes,
  class: async () => (await import('./class.ts')).classroom,
  data: async () => (await import('./data.ts')).data,
  serve: async () => (await import('./serve.ts')).serve,
};

/**
 * Runs the `lema` command.
 * @param argv the words after `lema`
 * @returns the exit code: 0 nothing found to be wrong, 1 a mistake was found, 2 bad use or something unreadable
 */
export async function main(argv: readonly string[], io: Io = process): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help(...rest));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    io.stdout.write(`${__LEMA_VERSION__}\n`);
    return 0;
  }
  const load = COMMANDS[name];
  if (load === undefined) return complain(io, `unknown command '${name}'; 'lema --help' lists the commands`);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(help(name, rest[0]));
    return 0;
  }
  keepCompiled();
  const loaded = await load();
  if (!('commands' in loaded)) return run(name, loaded, rest, io);
  const [inner = '', ...args] = rest;
  const loadInner = Object.hasOwn(loaded.commands, inner) ? loaded.commands[inner] : undefined;
  if (loadInner === undefined)
    return complain(io, `'${inner}' is not a sub-command of lema ${name}; 'lema ${name} --help' lists what there is`);
  return run(`${name} ${inner}`, await loadInner(), args, io);
}

/** What is compiled now is there at the next start, for worker threads as well; a Node before 22.8 compiles it again. */
function keepCompiled(): void {
  const directory = module.enableCompileCache?.().directory;
  if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory;
}

/** Ctrl+C, and what a cluster or a service manager sends. A terminal that is closed ends the process at once, unless it was told otherwise (nohup). */
const STOPS = ['SIGINT', 'SIGTERM'] as const;

async function run(name: string, command: Command, args: readonly string[], io: Io): Promise<number> {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  let lost: NodeJS.ErrnoException | null = null;
  // Nobody takes the output any more: what is left is not worked out.
  const hangUp = (error: NodeJS.ErrnoException) => {
    lost = error;
    stop();
  };
  for (const signal of STOPS) process.once(signal, stop);
  io.stdout.on('error', hangUp);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
    const code = await command.run({ values, files: positionals, signal: interrupt.signal, io });
    await new Promise<void>(done => void io.stdout.write('', () => done()));
    if (lost) return endOf(io, lost);
    return interrupt.signal.aborted && !command.endless ? complain(io, command.stopped ?? 'stopped') : code;
  } catch (error) {
    if (lost || (isSystemError(error) && error.code === 'EPIPE')) return endOf(io, lost);
    if (interrupt.signal.aborted) return command.endless ? 0 : complain(io, command.stopped ?? 'stopped');
    if (error instanceof UsageError) return complain(io, error.message);
    if (isOptionError(error)) return complain(io, `${firstSentence(error.message)}; 'lema ${name} --help' lists the options`);
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}

/** Whoever read the output has seen enough, as `| head` does; anything else is a fault. */
function endOf(io: Io, lost: NodeJS.ErrnoException | null): number {
  if (lost === null || lost.code === 'EPIPE') return 0;
  const why = lost.code === 'ENOSPC' ? 'the disk is full; make room and run the command again' : lost.message;
  return complain(io, `the output cannot be written: ${why}`);
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function firstSentence(text: string): string {
  return text.split(/\.\s/)[0]?.replace(/\.$/, '') ?? text;
}

function complain(io: Io, message: string): number {
  io.stderr.write(`lema: ${message}\n`);
  return 2;
}
