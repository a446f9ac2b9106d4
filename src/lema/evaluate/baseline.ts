import type { Estimate } from './intervals.ts';
import { ANSWERED, change, type Measure, type Tally } from './measures.ts';
import { answeredTally, measuresOf, type Result, type StoredResult } from './result.ts';

/** How one measure has changed from the baseline. */
export interface Change {
  readonly arm: string;
  readonly measure: Measure;
  readonly difference: Estimate;
  readonly verdict: 'better' | 'worse' | 'same';
}

type About = Pick<Result, 'kind' | 'task' | 'asked'>;
type Side = About & { readonly rows: readonly StoredRow[] };
type StoredRow = Pick<StoredResult['rows'][number], 'place' | 'cause' | 'counts'>;

/** Why two results cannot be compared; null when they can. Models, prompts, seeds and temperatures may differ: they are what is compared. */
export function incomparable(before: About, now: About): string | null {
  if (before.kind !== now.kind) return 'it measured something else';
  if (before.task.hash !== now.task.hash) return 'it measured another file, or another version of this one';
  if (before.task.split !== now.task.split) return `it measured the split '${before.task.split}', not '${now.task.split}'`;
  if (before.asked.reference !== now.asked.reference) return 'only one of the two knew the answers (--reference)';
  return null;
}

/**
 * What has changed, on the rows that both have. The interval is of the difference itself, over samples of these rows, so that what is hard for both takes
 * nothing from it. Worse, or better, is what 0 lies outside of.
 */
export function changes(before: Side, now: Side): readonly Change[] {
  const [old, own] = [byPlace(before.rows), byPlace(now.rows)];
  const shared = [...own.keys()].filter(place => old.has(place));
  const pairs = (tally: (row: StoredRow) => Tally | undefined): [Tally[], Tally[]][] =>
    shared.map(place => [old, own].map(rows => (rows.get(place) ?? []).flatMap(row => tally(row) ?? [])) as [Tally[], Tally[]]);
  const told = (arm: string, measure: Measure, tally: (row: StoredRow) => Tally | undefined): Change => {
    const difference = change(measure, pairs(tally));
    return { arm, measure, difference, verdict: verdictOn(measure, difference) };
  };
  const arms = [...new Set(now.rows.flatMap(row => Object.keys(row.counts)))].filter(arm => before.rows.some(row => arm in row.counts));
  return [
    told('', ANSWERED, answeredTally),
    ...arms.flatMap(arm => measuresOf(now.kind).map(measure => told(arm, measure, row => row.counts[arm]))),
  ];
}

function byPlace(rows: readonly StoredRow[]): Map<number, StoredRow[]> {
  const found = new Map<number, StoredRow[]>();
  for (const row of rows) found.set(row.place, [...(found.get(row.place) ?? []), row]);
  return found;
}

function verdictOn({ better }: Measure, { low, high }: Estimate): Change['verdict'] {
  if (low > 0) return better === 'more' ? 'better' : 'worse';
  if (high < 0) return better === 'more' ? 'worse' : 'better';
  return 'same';
}

/** The changes that make a model worse than its baseline. */
export const losses = (found: readonly Change[]): readonly Change[] =>
  found.filter(({ verdict, measure }) => verdict === 'worse' && measure.gate);
