import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRows } from '../files/rows.ts';
import { StageError } from '../files/stage.ts';
import { type ExampleRow, exampleRow } from '../records.ts';

/** The rows of one split as a run keeps them. */
export interface Split {
  readonly path: string;
  /** The files they came from. */
  readonly files: readonly string[];
  readonly rows: number;
  /** Of the rows alone, whatever the files they came from. */
  readonly sha256: string;
  /** Letters in prompts and completions: what an estimate of tokens is made of. */
  readonly letters: number;
}

const FAULTS_TOLD = 5;

/** Chats of a fine-tuning service, `messages` that end in a reply, are examples too. */
const anyForm = z.preprocess(value => {
  const messages = typeof value === 'object' && value !== null && 'messages' in value ? value.messages : null;
  return Array.isArray(messages) ? { prompt: messages.slice(0, -1), completion: messages.slice(-1) } : value;
}, exampleRow);

/** The files that DATA names: a folder stands for its train.jsonl and dev.jsonl. @throws StageError */
export function namedFiles(data: readonly string[], dev: readonly string[]): { train: string[]; dev: string[] } {
  const train: string[] = [];
  const found: string[] = [...dev];
  for (const path of data) {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) throw new StageError(`${path}: no such file; name train.jsonl, or the folder that 'lema data export' wrote`);
    if (!kind.isDirectory()) {
      train.push(path);
      continue;
    }
    if (!existsSync(join(path, 'train.jsonl'))) throw new StageError(`${path}: holds no train.jsonl; name the file itself`);
    train.push(join(path, 'train.jsonl'));
    if (existsSync(join(path, 'dev.jsonl'))) found.push(join(path, 'dev.jsonl'));
  }
  const missing = found.find(path => !existsSync(path));
  if (missing !== undefined) throw new StageError(`${missing}: no such file`);
  return { train, dev: found };
}

/**
 * Checks every row of the files and writes them into one, so that a run goes on with the same rows whatever becomes of the files.
 * @throws StageError that names the first lines that are no examples; nothing is left behind then.
 */
export async function keepRows(files: readonly string[], target: string, signal: AbortSignal): Promise<Split> {
  mkdirSync(join(target, '..'), { recursive: true });
  const faults: string[] = [];
  const hash = createHash('sha256');
  const out = createWriteStream(`${target}.new`);
  const failed = once(out, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  let rows = 0;
  let letters = 0;
  for (const file of files)
    for await (const read of readRows(file, anyForm, signal)) {
      const fault = 'fault' in read ? read.fault : faultOf(read.row);
      if (fault !== null) {
        faults.push(`${file}:${read.line}: ${fault}`);
        if (faults.length >= FAULTS_TOLD) break;
        continue;
      }
      if (!('row' in read) || faults.length > 0) continue;
      const line = `${JSON.stringify(read.row)}\n`;
      hash.update(line);
      rows++;
      letters += lettersOf(read.row);
      if (!out.write(line)) await Promise.race([once(out, 'drain'), failed]);
    }
  await Promise.race([new Promise<void>(resolve => out.end(resolve)), failed]);
  if (faults.length > 0)
    throw new StageError(`${faults.join('\n')}\nNothing was trained: put these rows right, or make them again with 'lema data export'.`);
  if (rows === 0) throw new StageError(`${files.join(', ')}: holds no rows`);
  renameSync(`${target}.new`, target);
  return { path: target, files, rows, sha256: hash.digest('hex'), letters };
}

/** What the schema cannot say: there is something to answer, and something to learn. */
function faultOf({ prompt, completion }: ExampleRow): string | null {
  if (prompt.length === 0) return 'prompt: holds no message';
  if (prompt.at(-1)?.role === 'assistant') return 'prompt: ends in a reply';
  if (completion.length !== 1 || completion[0]?.role !== 'assistant') return 'completion: must be one message of the assistant';
  return completion[0].content.trim() === '' ? 'completion: is empty' : null;
}

const lettersOf = ({ prompt, completion }: ExampleRow) => [...prompt, ...completion].reduce((sum, { content }) => sum + content.length, 0);
