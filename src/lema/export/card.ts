import { renameSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lemaProtocol } from '../../model/protocol/lema.ts';
import { askToSolve } from '../../model/protocol/solve.ts';
import { fileHash, valueHash } from '../files/digest.ts';
import type { Part, Plan } from './balance.ts';
import type { Candidate } from './candidate.ts';
import { cardText, limitsOf } from './card-text.ts';
import type { Example } from './example.ts';
import type { ExportOptions, Judged } from './export.ts';
import { CHARACTERS_A_TOKEN, tokensIn } from './text.ts';

/** A file by what it holds. */
export interface HashedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type Split = 'train' | 'dev';
export type Counts<Key extends string> = Readonly<Record<string, Readonly<Record<Key, number>>>>;

/** What a folder of training data is made of. It holds no time and no path, so that equal data have equal cards. */
export interface Card {
  readonly version: 1;
  readonly lema: string;
  readonly format: string;
  readonly protocol: { readonly name: string; readonly prompt: string };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly rows: { readonly read: number; readonly usable: number } & Readonly<Record<Split, number>>;
  readonly left: Readonly<Record<string, number>>;
  readonly by: Readonly<Record<Dimension, Counts<Split>>>;
  readonly topics: Counts<Part | 'dev'>;
  readonly tokens: { readonly estimate: string; readonly learnt: number; readonly all: number; readonly longest: number };
  readonly limits: readonly string[];
  readonly inputs: readonly HashedFile[];
  readonly outputs: readonly HashedFile[];
}

const DIMENSIONS = {
  part: ({ part }: Candidate) => part,
  source: ({ source }: Candidate) => source,
  licence: ({ licence }: Candidate) => licence,
  place: ({ part, place }: Candidate) => (part === 'mistake' ? place : null),
  mistake: ({ part, type }: Candidate) => (part === 'mistake' ? (type ?? 'not named') : null),
} as const;
type Dimension = keyof typeof DIMENSIONS;
const dimensions = Object.keys(DIMENSIONS) as readonly Dimension[];

type Tally = ReturnType<typeof tally>;

/** Counts the rows that are written. */
export function tally() {
  const by = new Map(dimensions.map(name => [name, new Map<string, Record<Split, number>>()]));
  const topics = new Map<string, Record<Part | 'dev', number>>();
  const rows = { train: 0, dev: 0 };
  const tokens = { learnt: 0, all: 0, longest: 0 };
  return {
    rows,
    tokens,
    add(split: Split, candidate: Candidate, example: Example): void {
      const { learnt, all } = tokensIn(example);
      tokens.learnt += learnt;
      tokens.all += all;
      tokens.longest = Math.max(tokens.longest, all);
      rows[split]++;
      for (const [name, counts] of by) {
        const value = DIMENSIONS[name](candidate);
        if (value !== null) entry(counts, value, { train: 0, dev: 0 })[split]++;
      }
      const topic = entry(topics, candidate.topic || 'not known', { mistake: 0, right: 0, solve: 0, dev: 0 });
      topic[candidate.part]++;
      if (split === 'dev') topic.dev++;
    },
    by: () => Object.fromEntries([...by].map(([name, counts]) => [name, sorted(counts)])) as Card['by'],
    topics: () => sorted(topics),
  };
}

function entry<T>(map: Map<string, T>, key: string, fresh: T): T {
  const found = map.get(key) ?? fresh;
  map.set(key, found);
  return found;
}

/** The largest first; equal ones by name. */
function sorted<T extends Readonly<Record<string, number>>>(counts: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  const size = (one: T): number => Object.values(one).reduce((so, n) => so + n, 0);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1)));
}

/** The file's size and hash. @throws the error of the file system */
export async function hashOf(path: string, signal: AbortSignal): Promise<HashedFile> {
  return { file: basename(path), bytes: (await stat(path)).size, sha256: await fileHash(path, signal) };
}

interface Made {
  readonly options: ExportOptions;
  readonly inputs: readonly HashedFile[];
  readonly files: Readonly<Record<Split, string>>;
  readonly judged: Judged;
  readonly plan: Plan;
  readonly counted: Tally;
  readonly signal: AbortSignal;
}

export async function cardOf({ options, inputs, files, judged, plan, counted, signal }: Made): Promise<Card> {
  const { shares, devShare, seed, licences, maxTokens, version, format } = options;
  const without = {
    version: 1 as const,
    lema: version,
    format,
    protocol: { name: lemaProtocol.name, prompt: promptHash() },
    settings: {
      'right-share': shares.right,
      'cot-share': shares.solve,
      'dev-share': devShare,
      level: shares.level,
      limit: finite(shares.limit),
      'max-tokens': finite(maxTokens),
      licences,
      seed,
    },
    rows: { read: judged.codes.length, usable: judged.counts.reduce((so, n) => so + n, 0), ...counted.rows },
    left: Object.fromEntries([...[...judged.left].sort(), ...Object.entries(plan.left)].filter(([, n]) => n > 0)),
    by: counted.by(),
    topics: counted.topics(),
    tokens: { estimate: `characters / ${CHARACTERS_A_TOKEN}`, ...counted.tokens },
    inputs,
    outputs: [await hashOf(files.train, signal), await hashOf(files.dev, signal)],
  };
  return { ...without, limits: limitsOf(without, format) };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Stands for the words around a problem: data of another hash were written for other words. */
function promptHash(): string {
  const words = [lemaProtocol.write({ problem: 'p', steps: ['s'], stated: 'a' }), askToSolve('p')];
  return valueHash(words);
}

/** Puts the card, and what the trainer needs beside the rows, into the folder; each appears whole. */
export function writeCard(folder: string, card: Card, beside: Readonly<Record<string, string>>): void {
  const texts = { ...beside, 'card.md': cardText(card), 'card.json': `${JSON.stringify(card, null, 2)}\n` };
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, `${name}.new`), text);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
}
