import type { Change } from '../../lema/evaluate/baseline.ts';
import type { Estimate } from '../../lema/evaluate/intervals.ts';
import type { Measured } from '../../lema/evaluate/measures.ts';
import { measuresOf, type Result, type StoredResult } from '../../lema/evaluate/result.ts';

/** The head of each column. */
const ARM_TITLES: Readonly<Record<string, string>> = {
  checker: 'checker alone',
  model: 'model alone',
  judged: 'model and judge',
  solving: 'pass@1',
};

/** A result as a table: a measure a line, an arm a column, each with its 95 % interval. */
export function resultText(result: Result): string {
  const { task, asked, answered, causes, cost, measures } = result;
  const arms = Object.keys(measures);
  const [first = {}] = Object.values(measures);
  const several = asked.seeds.length > 1;
  const seeds = `${several ? 'seeds' : 'seed'} ${asked.seeds.join(', ')}`;
  const why = Object.entries(causes).map(([cause, count]) => `${count} ${cause}`);
  const tokens = cost.tokens === null ? 'tokens not told' : `${cost.tokens.in} tokens in, ${cost.tokens.out} out`;
  const rows = measuresOf(result.kind)
    .filter(({ id }) => arms.some(arm => isTold(measures[arm]?.[id])))
    .map(({ id, title }) => [`  ${title}`, ...arms.map(arm => cell(measures[arm]?.[id]))]);
  const kind = result.kind === 'locate' ? ` (${first.exact?.whole ?? 0} wrong, ${first.accused?.whole ?? 0} right answered)` : '';
  return [
    `${task.file}, split ${task.split}: ${task.rows} rows${kind}`,
    `  ${asked.model}, protocol ${asked.protocol}, prompt ${asked.prompt}, temperature ${asked.temperature}, ${seeds}${asked.reference ? ', answers known' : ''}`,
    `  answered ${cell(answered)}${why.length > 0 ? `; not answered: ${why.join(', ')}` : ''}`,
    `  ${cost.requests} replies, ${tokens}; seconds a reply: median ${fixed(cost.seconds.median)}, p95 ${fixed(cost.seconds.p95)}`,
    ...(rows.length === 0
      ? []
      : columns([[`  [95 % over ${several ? 'seeds' : 'rows'}]`, ...arms.map(arm => ARM_TITLES[arm] ?? arm)], ...rows])),
    ...categoryLines(result, arms),
    '',
  ].join('\n');
}

/** A line for each category, when there are several. */
function categoryLines({ categories, kind }: Result, arms: readonly string[]): string[] {
  const named = Object.entries(categories).filter(([name]) => name !== '');
  if (named.length < 2) return [];
  const shown = kind === 'locate' ? ['exact', 'accused'] : ['strict', 'flexible'];
  const rows = named.map(([name, own]) => [
    `    ${name}`,
    ...arms.map(arm => shown.map(id => `${id} ${(own[arm]?.[id] ?? []).join('/')}`).join(', ')),
  ]);
  return columns(rows);
}

/** What has changed from a baseline, a measure a line, in points of a hundred. */
export function changesText(file: string, before: StoredResult, changes: readonly Change[]): string {
  const rows = changes
    .filter(({ difference }) => !Number.isNaN(difference.value))
    .map(({ arm, measure, difference, verdict }) => [
      `  ${[ARM_TITLES[arm], measure.title].filter(Boolean).join(': ')}`,
      `${signed(difference.value)} [${signed(difference.low)}, ${signed(difference.high)}]`,
      verdict === 'same' ? '' : `${verdict}${verdict === 'worse' && !measure.gate ? ' (not decisive)' : ''}`,
    ]);
  const { asked, lema, date, task } = before;
  return [
    `against ${file}: ${task.file} with ${asked.model}, lema ${lema.version} ${lema.commit}, ${date.slice(0, 10)}`,
    ...columns([['  [95 % over rows], points', 'change', ''], ...rows]),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)));
  return rows.map(row =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

const isTold = (measured: Measured | undefined): boolean => measured !== undefined && !Number.isNaN(measured.value);

function cell(measured: Measured | undefined): string {
  if (!measured || Number.isNaN(measured.value)) return '–';
  const { part, whole, by, value } = measured;
  const share = part === undefined || by === 'seeds' ? '' : `${part}/${whole} = `;
  return `${share}${points(value)} % ${interval(measured)}`;
}

const interval = ({ low, high }: Estimate): string => (Number.isNaN(low) ? '' : `[${points(low)}, ${points(high)}]`);
const points = (value: number): string => (100 * value).toFixed(2);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(2)}`;
const fixed = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));
