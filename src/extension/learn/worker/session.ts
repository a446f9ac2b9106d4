import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readAt } from '../../../lema/files/places.ts';
import { type CorrectionRow, correctionRow } from '../../../lema/records.ts';
import { decide, type ReviewRow } from '../../../lema/review/reviews.ts';
import { bySource, count, filesOf, type Survey, survey, type Waiting } from '../../../lema/review/survey.ts';
import type { Card, Checked, Draft, Overview } from '../model.ts';
import { cardOf, checkRow, edited } from './card.ts';
import { countPlots } from './plots.ts';

export type Decision =
  | { readonly decision: 'accept' }
  | { readonly decision: 'edit'; readonly draft: Draft }
  | { readonly decision: 'reject'; readonly reason: string };

/** One folder that is being looked at. */
export interface Session {
  overview(width: number): Overview;
  /** The card at a place of the queue, or at its nearest one; null when nothing waits. */
  card(position: number): Promise<Card | null>;
  check(id: string, draft: Draft): Promise<Checked | null>;
  /** Decides of a correction that waits. False when it does not wait any more. */
  decide(id: string, decision: Decision): Promise<boolean>;
  /** Takes the last decision back. The place of its card in the queue, or -1 when there is none to take back. */
  undo(): Promise<number>;
  /** Whether the files are others than when they were read. */
  isOld(): Promise<boolean>;
}

/** @param now the time of a decision, ISO 8601. */
export async function openSession(
  folder: string,
  name: string,
  { signal, onProgress, now }: { signal: AbortSignal; onProgress: (share: number, rows: number) => void; now: () => string },
): Promise<Session> {
  const found = await survey(folder, signal, onProgress);
  const order = new Map(found.files.map((file, index) => [file.name, index]));
  let signature = await signatureOf(folder);

  const rowOf = async (place: Waiting): Promise<CorrectionRow | null> => {
    const read = await readAt(join(folder, place.file), place, correctionRow);
    return 'row' in read && read.row.id === place.id ? read.row : null;
  };
  const written = async (review: ReviewRow) => {
    await decide(folder, found.decisions, review);
    signature = await signatureOf(folder);
  };

  return {
    overview: width => overviewOf(found, name, width),
    card: async position => {
      for (;;) {
        const at = Math.min(Math.max(0, position), found.waiting.length - 1);
        const place = found.waiting[at];
        if (!place) return null;
        const row = await rowOf(place);
        if (row) return cardOf(row, at, found.waiting.length);
        found.waiting.splice(at, 1);
      }
    },
    check: async (id, draft) => {
      const row = await rowNamed(found, id, rowOf);
      return row && checkRow(edited(row, draft));
    },
    decide: async (id, decision) => {
      const at = found.waiting.findIndex(place => place.id === id);
      const place = found.waiting[at];
      const row = place && (await rowOf(place));
      if (!place || !row) return false;
      const kept = decision.decision === 'reject' ? null : edited(row, decision.decision === 'edit' ? decision.draft : row);
      const reason = decision.decision === 'reject' ? { reason: decision.reason } : {};
      await written({ id, decision: decision.decision, ...(kept ? { row: kept } : {}), ...reason, at: now() });
      count(found.counts, row, -1);
      if (kept) count(found.counts, kept);
      found.waiting.splice(at, 1);
      found.decided.set(id, place);
      return true;
    },
    undo: async () => {
      const last = [...found.decisions.values()].findLast(({ id }) => found.decided.has(id));
      const place = last && found.decided.get(last.id);
      const row = place && (await rowOf(place));
      if (!last || !place || !row) return -1;
      await written({ id: last.id, decision: 'undo', at: now() });
      if (last.row) count(found.counts, last.row, -1);
      count(found.counts, row);
      found.decided.delete(last.id);
      const isAfter = (other: Waiting) => (order.get(other.file) ?? 0) - (order.get(place.file) ?? 0) || other.at - place.at;
      const next = found.waiting.findIndex(other => isAfter(other) > 0);
      const at = next < 0 ? found.waiting.length : next;
      found.waiting.splice(at, 0, place);
      return at;
    },
    isOld: async () => (await signatureOf(folder)) !== signature,
  };
}

async function rowNamed(
  found: Survey,
  id: string,
  rowOf: (place: Waiting) => Promise<CorrectionRow | null>,
): Promise<CorrectionRow | null> {
  const place = found.waiting.find(own => own.id === id);
  return place ? rowOf(place) : null;
}

function overviewOf({ counts, waiting, decisions, attempts, faults }: Survey, folder: string, width: number): Overview {
  const decided = { accept: 0, edit: 0, reject: 0, undo: 0 };
  for (const { decision } of decisions.values()) decided[decision]++;
  const { planted, right, model, teacher } = bySource(counts);
  const more = faults.count - faults.first.length;
  return {
    folder,
    corrections: planted + right + model + teacher,
    waiting: waiting.length,
    accepted: decided.accept,
    edited: decided.edit,
    rejected: decided.reject,
    attempts,
    faults: faults.count === 0 ? '' : `${faults.first.join('\n')}${more > 0 ? `\nand ${more} more lines` : ''}`,
    plots: countPlots({ counts, waiting }, width),
  };
}

/** Sizes and times of the files that were read. */
async function signatureOf(folder: string): Promise<string> {
  const names = [...(await filesOf(folder)).map(({ name }) => name), 'reviews.jsonl'];
  const parts = await Promise.all(
    names.map(name =>
      stat(join(folder, name)).then(
        ({ size, mtimeMs }) => `${name} ${size} ${mtimeMs}`,
        () => `${name} -`,
      ),
    ),
  );
  return parts.join('\n');
}
