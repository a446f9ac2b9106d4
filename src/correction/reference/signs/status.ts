import type { Calculation } from '../graph.ts';
import type { Road } from '../road.ts';
import { place, shakenValues } from '../shaken.ts';

/** Where a calculation stands to the reference: its answer, another of its results, a part of the work in another order, or off every road known. */
export type Status = 'end' | 'landmark' | 'part' | 'off';

/** The status of each calculation, by the work it does and not by its result alone. */
export function statusesOf(graph: readonly Calculation[], { shake, stated, end, landmarks, parts }: Road): readonly Status[] {
  return shakenValues(graph, shake, stated).map(values => {
    const at = values.map(place);
    if (at.some(p => end.has(p))) return 'end';
    if (at.some(p => landmarks.has(p))) return 'landmark';
    return at.some(p => parts.has(p)) ? 'part' : 'off';
  });
}

export const lands = (status: Status): boolean => status === 'end' || status === 'landmark';

/** For each calculation, whether a later one that lands was computed from it. */
export function vindicated(graph: readonly Calculation[], statuses: readonly Status[]): readonly boolean[] {
  const found = graph.map(() => false);
  const mark = (at: number): void => {
    for (const { source } of graph[at]?.operands ?? []) {
      if (source === null || found[source]) continue;
      found[source] = true;
      mark(source);
    }
  };
  for (const [at, status] of statuses.entries()) if (lands(status)) mark(at);
  return found;
}
