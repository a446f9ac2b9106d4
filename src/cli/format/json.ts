import type { Report, Unreadable } from '../report.ts';

/** One JSON document: every solution with its finding and the verdict on each step; what could not be read beside it. */
export function formatJson(reports: readonly Report[], unreadable: readonly Unreadable[]): string {
  const solutions = reports.map(r => ({
    file: r.file,
    ...(r.cell !== undefined ? { cell: r.cell } : {}),
    title: r.title,
    ...r.place,
    finding: r.checked.finding,
    steps: r.solution.steps.map((step, i) => ({ text: step.text, range: step.range, ...r.checked.verdicts[i] })),
    ...(r.trouble !== undefined ? { trouble: r.trouble } : {}),
  }));
  return `${JSON.stringify({ version: 1, solutions, unreadable }, null, 2)}\n`;
}
