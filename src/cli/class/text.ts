import type { ClassSummary } from '../../classroom/reports/summary.ts';
import type { RunReport } from '../../classroom/submissions/run.ts';

/** The class for a terminal: marks, common mistakes, what waits for the teacher, what to look at. */
export function classText({ title, rows, problems, mistakes, queue }: ClassSummary, report: RunReport): string {
  const widest = Math.max(7, ...rows.map(row => row.student.length));
  const lines = rows.map(row => {
    const cells = row.cells.map(cell =>
      `${cell.finding === 'missing' ? '–' : cell.points}${cell.queued ? '?' : cell.override ? '*' : ''}`.padStart(4),
    );
    return `${row.student.padEnd(widest)} ${`${row.points}/${row.of}`.padStart(7)} ${cells.join('')}`;
  });
  const head = `${'student'.padEnd(widest)} ${'points'.padStart(7)} ${problems.map((_, i) => String(i + 1).padStart(4)).join('')}`;
  const common = mistakes
    .slice(0, 10)
    .map(
      m =>
        `${String(m.count).padStart(5)}  ${m.name}${m.examples[0] ? `, as in ${m.examples[0].path}:${m.examples[0].line}: ${m.examples[0].text}` : ''}`,
    );
  const faults = [...report.faults, ...rows.flatMap(row => row.faults)].map(
    f => `${f.path}${f.line === null ? '' : `:${f.line}`}: ${f.message}`,
  );
  return [
    title,
    '',
    head,
    ...lines,
    '',
    ...(common.length > 0 ? ['Most common mistakes', ...common, ''] : []),
    ...(queue.length > 0
      ? [
          `${queue.length} wait for you (?)`,
          ...queue.slice(0, 20).map(q => `  ${q.path ?? q.student}${q.line === null ? '' : `:${q.line}`}: ${q.why}`),
          '',
        ]
      : []),
    ...(faults.length > 0 ? ['To look at', ...faults.map(line => `  ${line}`), ''] : []),
    `${report.total} students, ${report.done - report.kept} checked, ${report.kept} unchanged`,
    '',
  ].join('\n');
}
