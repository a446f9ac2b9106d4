import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, with text for standard input. */
export async function lema(argv: readonly string[], stdin = ''): Promise<Ran> {
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await main(argv, { stdin: Readable.from([stdin]), stdout: sink('out'), stderr: sink('err') });
  return { code, ...written };
}
