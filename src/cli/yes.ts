import { createInterface } from 'node:readline/promises';
import type { Call } from './command.ts';

/** Asks the person at the terminal; null where there is none. @param question ends in a question mark. */
export async function askYes({ io, signal }: Pick<Call, 'io' | 'signal'>, question: string): Promise<boolean | null> {
  if (!('isTTY' in io.stdin) || io.stdin.isTTY !== true) return null;
  const prompt = createInterface({ input: io.stdin, output: io.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await prompt.question(`${question} [y/N] `, { signal }));
  } finally {
    prompt.close();
  }
}
