import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../mistakes/seeded.ts';
import { createFirsts } from '../files/seen.ts';
import { runStage, StageError } from '../files/stage.ts';
import { type Cell, type Plan, planOf, type Shares } from './balance.ts';
import { type Candidate, candidates, type Inputs } from './candidate.ts';
import { type Card, cardOf, type HashedFile, hashOf, tally, writeCard } from './card.ts';
import { type Numbers, numbers } from './compact.ts';
import { FORMATS, type FormatName } from './format.ts';
import { fingerprint, isDev, sameText, tokensIn } from './text.ts';

export interface ExportOptions {
  readonly inputs: Inputs;
  /** The folder that train.jsonl, dev.jsonl and the card go to. */
  readonly out: string;
  readonly format: FormatName;
  readonly shares: Shares;
  /** The share of problems that are kept for development. */
  readonly devShare: number;
  /** Tokens of prompt and completion, estimated. */
  readonly maxTokens: number;
  readonly seed: number;
  /** Licences whose rows may be used; null: all but those that forbid it. */
  readonly licences: readonly string[] | null;
  readonly version: string;
}

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onFault: (file: string, line: number, what: string) => void;
  /** Told now and then: which reading this is, 1 or 2, and how many rows it has read. */
  readonly onRead: (reading: number, rows: number) => void;
}

/**
 * Writes what a model is trained on, in two readings: the first judges and counts the rows, the second writes those that the plan takes. Equal inputs,
 * options and seed give equal bytes. Memory is a few bytes a row.
 * @throws StageError when no row is left, or another run is at work in the folder.
 */
export async function exportRows(options: ExportOptions, watch: ExportWatch): Promise<Card> {
  const { out, format, seed, devShare, inputs } = options;
  const files = { train: join(out, 'train.jsonl'), dev: join(out, 'dev.jsonl') };
  const hashed: HashedFile[] = [];
  for (const file of [...inputs.corrections, ...inputs.problems, ...inputs.attempts]) hashed.push(await hashOf(file, watch.signal));
  const judged = await judge(options, watch);
  const plan = planOf(judged.cells, judged.counts, judged.wrongByTopic, options.shares);
  if (plan.take.every(amount => amount === 0)) throw new StageError(emptyReason(judged, plan));
  const counted = tally();
  async function* taken(): AsyncGenerator<{ readonly to: 'train' | 'dev'; readonly row: unknown }> {
    const random = seeded(seed);
    const [left, wanted] = [[...judged.counts], [...plan.take]];
    let row = 0;
    for await (const read of candidates(inputs, watch.signal)) {
      if (row % REPORT_EVERY === 0) watch.onRead(2, row);
      const cell = judged.codes.at(row++) - 1;
      if (cell < 0 || !('candidate' in read)) continue;
      const isDrawn = random() * (left[cell] ?? 0) < (wanted[cell] ?? 0);
      const isTaken = isDrawn || read.candidate.confirmed;
      left[cell] = (left[cell] ?? 0) - 1;
      if (!isTaken) continue;
      wanted[cell] = (wanted[cell] ?? 0) - 1;
      const example = read.candidate.example();
      if (typeof example === 'string') throw new StageError(`${read.file}:${read.line}: changed while it was read; begin anew`);
      const to = isDev(read.candidate.problem, devShare) ? 'dev' : 'train';
      counted.add(to, read.candidate, example);
      yield { to, row: FORMATS[format].row(example) };
    }
  }
  for (const name of ['card.md', 'card.json']) rmSync(join(out, name), { force: true });
  const settings = { ...options, inputs: hashed, out: undefined };
  await runStage({ files, settings, inputs: taken(), work: made => [made], signal: watch.signal });
  const card = await cardOf({ options, inputs: hashed, files, judged, plan, counted, signal: watch.signal });
  writeCard(out, card, FORMATS[format].beside?.(sequenceLength(options, card)) ?? {});
  return card;
}

const REPORT_EVERY = 1000;

/** What the first reading finds out. */
export interface Judged {
  readonly cells: readonly Cell[];
  readonly counts: readonly number[];
  /** For each row, one more than the number of its cell; 0 when it is left out. */
  readonly codes: Numbers;
  readonly wrongByTopic: ReadonlyMap<string, number>;
  /** Rows that are left out whatever the plan, by reason. */
  readonly left: ReadonlyMap<string, number>;
}

async function judge({ inputs, licences, maxTokens }: ExportOptions, { signal, onFault, onRead }: ExportWatch): Promise<Judged> {
  const cells: Cell[] = [];
  const cellOf = new Map<string, number>();
  const [codes, labels, first] = [numbers(), numbers(), createFirsts()];
  /** Rows that a person stands for, by the first row that says the same. */
  const personal = new Map<number, number>();
  const left = new Map<string, number>();
  const wrongByTopic = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): number => map.set(key, (map.get(key) ?? 0) + 1).get(key) ?? 0;

  /** The row's cell, or why it is left out. */
  const place = (candidate: Candidate): number | string => {
    const row = codes.length;
    const { part, type, place, licence, same, label, confirmed } = candidate;
    if (!isAllowed(licence, licences)) return 'licence';
    const example = candidate.example();
    if (typeof example === 'string') return example;
    if (tokensIn(example).all > maxTokens) return 'too long';
    const earlier = first.of(fingerprint(`${part === 'solve'} ${sameText(same)}`), row);
    if (earlier < row) {
      const reason = labels.at(earlier) === label ? SAME : CONTRADICTION;
      const held = personal.get(earlier);
      const replaces = confirmed && held === undefined;
      const isOverruled = !confirmed && held !== undefined;
      if (!replaces && (reason === SAME || isOverruled)) return reason;
      if (codes.at(held ?? earlier) > 0) count(left, reason);
      codes.set(held ?? earlier, 0);
      if (!replaces) return reason;
      labels.set(earlier, label);
    }
    if (confirmed) personal.set(earlier, row);
    if (part === 'mistake') count(wrongByTopic, candidate.topic);
    const key = JSON.stringify([part, type, place]);
    const known = cellOf.get(key) ?? cells.push({ part, type, place }) - 1;
    cellOf.set(key, known);
    return known;
  };

  for await (const read of candidates(inputs, signal)) {
    if (codes.length % REPORT_EVERY === 0) onRead(1, codes.length);
    if ('fault' in read) onFault(read.file, read.line, read.fault);
    const found = 'fault' in read ? 'unreadable' : 'left' in read ? read.left : place(read.candidate);
    if (typeof found === 'string') count(left, found);
    labels.push('candidate' in read ? read.candidate.label : 0);
    codes.push(typeof found === 'string' ? 0 : found + 1);
  }
  const counts = cells.map(() => 0);
  for (let row = 0; row < codes.length; row++) {
    const cell = codes.at(row) - 1;
    if (cell >= 0) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { cells, counts, codes, wrongByTopic, left };
}

const SAME = 'the same as another';
const CONTRADICTION = 'contradicts another';

/** Licences that keep changed copies, or all use, to their owner. */
const FORBIDS = /\bno[- ]?deriv|(?:^|-)nd(?:-|$)|all rights reserved|proprietary|no[- ]training/i;

const isAllowed = (licence: string, allowed: readonly string[] | null): boolean =>
  allowed === null ? !FORBIDS.test(licence) : allowed.some(one => one.toLowerCase() === licence.toLowerCase());

function emptyReason({ left, counts, codes }: Judged, plan: Plan): string {
  const reasons = [...left, ...Object.entries(plan.left)].filter(([, n]) => n > 0).map(([why, n]) => `${why} ${n}`);
  if (codes.length === 0) return 'the files hold no rows';
  const usable = counts.reduce((so, n) => so + n, 0);
  const hint = usable > 0 ? '; give rows of the other kind too, or choose other shares (--right-share, --cot-share)' : '';
  return `no row is left of ${codes.length}: ${reasons.join(', ')}${hint}`;
}

const sequenceLength = ({ maxTokens }: ExportOptions, card: Card): number =>
  Number.isFinite(maxTokens) ? maxTokens : 256 * Math.ceil(card.tokens.longest / 256);
