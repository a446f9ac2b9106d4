import type { CorrectionRow } from '../records.ts';
import { REASONS, type Reason } from './filter.ts';
import type { CorrectFile } from './make.ts';

/** What a run has kept and rejected, counted. */
export interface Summary {
  readonly kept: number;
  readonly rejected: number;
  /** By where they are from. */
  readonly from: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** Mistakes by rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** Mistakes by the place of the wrong step, from 0. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Counts rows as they get to their files. */
export function createSummary() {
  const counts = { kept: 0, rejected: 0, from: new Map<string, number>(), reasons: new Map<string, number>() };
  const wrong = { rules: new Map<string, number>(), steps: new Map<number, number>() };
  const more = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);
  return {
    add(to: CorrectFile, row: CorrectionRow | null, reason: Reason | null): void {
      counts[to]++;
      if (reason) more(counts.reasons, reason);
      if (to !== 'kept' || !row) return;
      more(counts.from, row.from);
      if (row.first_error < 0) return;
      more(wrong.rules, row.mistake ?? 'not named');
      more(wrong.steps, row.first_error);
    },
    get(): Summary {
      const most = (map: Map<string, number>) => Object.fromEntries([...map].sort((a, b) => b[1] - a[1]));
      return {
        kept: counts.kept,
        rejected: counts.rejected,
        from: most(counts.from),
        reasons: most(counts.reasons),
        rules: most(wrong.rules),
        steps: Object.fromEntries([...wrong.steps].sort(([a], [b]) => a - b)),
      };
    },
  };
}

/** The summary for people. */
export function summaryText({ kept, rejected, from, reasons, rules, steps }: Summary): string {
  const table = (title: string, rows: readonly (readonly [string, number])[], name: (key: string) => string = key => key): string[] =>
    rows.length === 0 ? [] : ['', title, ...rows.map(([key, count]) => `${String(count).padStart(9)}  ${name(key)}`)];
  const named = Object.entries(rules);
  const others = named.slice(MOST_RULES);
  const rest = others.length === 0 ? [] : [[`${others.length} other rules`, others.reduce((sum, [, count]) => sum + count, 0)] as const];
  return [
    `${kept} rows kept, ${rejected} rejected`,
    ...table('kept', Object.entries(from)),
    ...table('rejected', Object.entries(reasons), reason => `${reason}: ${REASONS[reason as Reason]}`),
    ...table('mistakes', [...named.slice(0, MOST_RULES), ...rest]),
    ...table('first wrong step', Object.entries(steps), step => `step ${Number(step) + 1}`),
    '',
  ].join('\n');
}

const MOST_RULES = 20;
