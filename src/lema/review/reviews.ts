import { createHash } from 'node:crypto';
import { appendFile, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readRows } from '../files/rows.ts';
import { type CorrectionRow, correctionRow } from '../records.ts';

/** What a person decided of one correction. The last one of an id counts; `undo` takes the one before it back. */
export const reviewRow = z.object({
  id: z.string(),
  decision: z.enum(['accept', 'edit', 'reject', 'undo']),
  /** The correction as it is to be learned from; with `accept` and `edit`. */
  row: correctionRow.nullish(),
  /** Why it was rejected. */
  reason: z.string().nullish(),
  /** When, ISO 8601. */
  at: z.string(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

const REVIEWS = 'reviews.jsonl';
/** What `lema data export` reads: the accepted corrections, as rows of the teacher. */
const ACCEPTED = 'accepted.jsonl';

/** The decisions that stand, by the correction's id. */
export type Decisions = Map<string, ReviewRow>;

/** Takes one more decision into account: it is then the last one. */
function take(decisions: Decisions, review: ReviewRow): void {
  decisions.delete(review.id);
  if (review.decision !== 'undo') decisions.set(review.id, review);
}

/** All decisions of a folder. A line that cannot be read is passed over: a person's decision is asked for again rather than guessed. */
export async function readDecisions(folder: string, signal?: AbortSignal): Promise<Decisions> {
  const decisions: Decisions = new Map();
  const path = join(folder, REVIEWS);
  if (await exists(path)) for await (const line of readRows(path, reviewRow, signal)) if ('row' in line) take(decisions, line.row);
  return decisions;
}

/**
 * Writes a decision down. The decisions are only ever appended to, and the rows that they are about are not touched; the accepted rows follow from them.
 * @param decisions what stood before; brought to date.
 */
export async function decide(folder: string, decisions: Decisions, review: ReviewRow): Promise<void> {
  const before = decisions.get(review.id);
  await append(join(folder, REVIEWS), review);
  take(decisions, review);
  if (before?.row) await settle(folder, decisions);
  else if (review.row) await append(join(folder, ACCEPTED), review.row);
}

/**
 * Brings the accepted rows in line with the decisions: a row of each that stands, in their order, and none of one that was taken back. Rows that no decision
 * is known of stay. Nothing is written when all is in line already.
 * @returns the rows that no decision is known of.
 */
export async function settle(folder: string, decisions: Decisions): Promise<readonly CorrectionRow[]> {
  const path = join(folder, ACCEPTED);
  const reviewed = new Set<string>();
  if (await exists(join(folder, REVIEWS)))
    for await (const line of readRows(join(folder, REVIEWS), reviewRow)) if ('row' in line) reviewed.add(line.row.id);
  const found: string[] = [];
  const own: CorrectionRow[] = [];
  if (await exists(path))
    for await (const line of readRows(path, correctionRow)) {
      if (!('row' in line)) continue;
      found.push(JSON.stringify(line.row));
      if (!reviewed.has(line.row.id)) own.push(line.row);
    }
  const rows = [...own, ...[...decisions.values()].flatMap(({ row }) => row ?? [])];
  const wanted = rows.map(row => JSON.stringify(correctionRow.parse(row)));
  const sorted = (lines: readonly string[]) => [...lines].sort().join('\n');
  if (sorted(wanted) === sorted(found)) return own;
  if (wanted.length === 0) await rm(path, { force: true });
  else {
    await writeFile(`${path}.new`, `${wanted.join('\n')}\n`);
    await rename(`${path}.new`, path);
  }
  return own;
}

/** Appends a line. One that was cut off by a crash is ended first, so that it spoils no other. */
async function append(path: string, row: unknown): Promise<void> {
  await appendFile(path, `${(await isCutOff(path)) ? '\n' : ''}${JSON.stringify(row)}\n`, { flush: true });
}

async function isCutOff(path: string): Promise<boolean> {
  const size = await stat(path).then(
    found => found.size,
    () => 0,
  );
  if (size === 0) return false;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== 10;
  } finally {
    await file.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A name for work that has none of its own: the same words have the same name, and it tells nothing of who wrote them. */
export const nameOf = (words: readonly string[]): string => createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
