import type { Result } from '../../lema/evaluate/result.ts';
import type { Item } from '../../lema/evaluate/run.ts';
import { isIn } from '../../lema/evaluate/split.ts';
import { locating, SOLVER, solving } from '../../lema/evaluate/tasks.ts';
import { readProblems } from '../../lema/problems.ts';
import { UsageError } from '../command.ts';
import type { Labelled } from '../labelled.ts';
import type { Plan } from './plan.ts';
import { jsonLines, labelledIn } from './rows.ts';
import { describe, isShown } from './show.ts';

/** What is asked of a file, and how a row is listed. */
export interface Task {
  readonly items: readonly Item[];
  readonly arms: readonly string[];
  shown(rows: Result['rows']): readonly string[];
}

/** Every labelled solution of the split, within the limit. */
export async function labelledRowsIn(file: string, { split, limit, reference, arms, protocol, deadlineMs, show }: Plan): Promise<Task> {
  const items: Item[] = [];
  const rows = new Map<number, Labelled>();
  const said = new Map<number, string>();
  let place = 0;
  for await (const { value, line } of jsonLines(file)) {
    for (const one of labelledIn(value, file, line)) {
      const at = place++;
      const { row, label, category } = one;
      if (label === 'unlabelled' || !isIn(split, row.problem) || items.length >= limit) continue;
      const onSaid = (text: string): void => void said.set(at, text);
      items.push(locating({ row, label, category }, at, { arms, protocol, deadlineMs, tellAll: reference, onSaid }));
      rows.set(at, one);
    }
  }
  const arm = arms.at(-1) ?? 'model';
  const shown = (all: Result['rows']): string[] =>
    all.flatMap(({ place, cause, found }) => {
      const own = rows.get(place);
      const step = found[arm] ?? -1;
      if (!own || cause !== null || !isShown({ label: own.label, found: step }, show)) return [];
      return [`${describe(own, step, said.get(place) ?? '')}\n`];
    });
  return { items, arms, shown };
}

/** Every problem of the split, within the limit. */
export async function problemsIn(file: string, { split, limit, deadlineMs }: Plan): Promise<Task> {
  const items: Item[] = [];
  let place = 0;
  for await (const line of readProblems(file)) {
    if ('fault' in line) throw new UsageError(`${file}:${line.line}: ${line.fault}`);
    const at = place++;
    if (isIn(split, line.row.problem) && items.length < limit) items.push(solving(line.row, at, deadlineMs));
  }
  return { items, arms: [SOLVER], shown: () => [] };
}
