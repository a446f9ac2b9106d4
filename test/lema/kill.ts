import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { seeded } from '../../src/mistakes/seeded.ts';

const RUN_LEMA = resolve(import.meta.dirname, '../cli/run-lema.ts');

export interface Killing {
  /** The arguments after `lema` that make the files in a folder. */
  readonly argv: (folder: string) => readonly string[];
  /** The files in the folder, the first one first: the journal is named after it. */
  readonly files: readonly string[];
  /** Rows of the journal that a whole run writes, about. Kills are spread over them. */
  readonly entries: number;
  /** Default 3. */
  readonly kills?: number;
  readonly seed?: number;
  /** Takes away what differs from run to run, such as the time of a reply. */
  readonly normal?: (text: string) => string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a stage once undisturbed, and once killed (SIGKILL) at random points and begun again until it ends by itself; expects the same files of both.
 * @returns how often it was killed, and the text of the files.
 */
export async function expectSameAfterKills({ kills = 3, seed = 1, normal = text => text, ...stage }: Killing) {
  const read = (folder: string) => stage.files.map(file => normal(readFileSync(join(folder, file), 'utf8')));
  const calm = mkdtempSync(join(tmpdir(), 'calm-'));
  expect(await runUntil(stage, calm, () => false)).toEqual({ code: 0, err: expect.any(String) });
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const journal = join(folder, `${stage.files[0]}.part`);
  const random = seeded(seed);
  let killed = 0;
  for (let done = false; !done; ) {
    const kill = killed < kills;
    const before = linesIn(journal);
    const at = before + 1 + Math.floor(random() * Math.max(1, (2 * (stage.entries - before)) / (kills - killed + 1)));
    const { code, err } = await runUntil(stage, folder, () => kill && linesIn(journal) >= at);
    if (code === null) killed++;
    else expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
    done = code !== null;
  }
  expect(killed).toBeGreaterThan(0);
  const texts = read(folder);
  expect(texts).toEqual(read(calm));
  expect(existsSync(journal) || existsSync(join(folder, `${stage.files[0]}.lock`))).toBe(false);
  return { killed, texts };
}

/** Exit code null: it was killed. */
async function runUntil({ argv, env }: Pick<Killing, 'argv' | 'env'>, folder: string, isTime: () => boolean) {
  const child = spawn(process.execPath, ['--no-warnings', RUN_LEMA, ...argv(folder)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let err = '';
  child.stderr.on('data', piece => (err += String(piece)));
  const timer = setInterval(() => isTime() && child.kill('SIGKILL'), 2);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  return { code: code as number | null, err };
}

/** Whole lines of a file. */
const linesIn = (path: string): number => (existsSync(path) ? readFileSync(path, 'latin1').split('\n').length - 1 : 0);
