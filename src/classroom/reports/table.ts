import { csv } from '../exports/csv.ts';
import type { ClassSummary } from './summary.ts';

/** The class as CSV: a row a student, a column a problem; `?` behind points that wait for the teacher. */
export function classCsv({ rows, problems }: ClassSummary): string {
  const head = ['student', 'points', 'of', ...problems.map(problem => problem.id)];
  return csv([
    head,
    ...rows.map(row => [
      row.student,
      row.points,
      row.of,
      ...row.cells.map(cell => (cell.finding === 'missing' && !cell.override ? '' : cell.queued ? `${cell.points}?` : cell.points)),
    ]),
  ]);
}
