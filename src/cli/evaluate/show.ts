import { isExact, type Scored } from '../../lema/score.ts';
import type { Labelled } from '../labelled.ts';

/** Which rows are listed. */
export const SHOW = ['none', 'wrong', 'accused', 'missed'] as const;
export type Show = (typeof SHOW)[number];

type Found = Pick<Scored, 'label' | 'found'>;

export function isShown(row: Found, show: Show): boolean {
  if (show === 'accused') return row.label === 'right' && row.found >= 0;
  if (show === 'missed') return typeof row.label === 'object' && row.found < 0;
  return show === 'wrong' && typeof row.label === 'object' && row.found >= 0 && !isExact(row);
}

/** A row with what was named (✗) and what is labelled (!), and why it was named. */
export function describe({ row, label }: Labelled, found: number, why: string): string {
  const mark = (i: number) => (i === found ? '✗' : typeof label === 'object' && i >= label.from && i <= label.to ? '!' : ' ');
  return [
    `── ${row.id}${why ? `: ${why}` : ''}`,
    `   ${row.problem.slice(0, 300)}`,
    ...row.steps.map((s, i) => ` ${mark(i)} ${i}: ${s}`),
  ].join('\n');
}
