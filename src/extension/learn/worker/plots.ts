import { plot } from '../../../html/plots.ts';
import { bySource, type Counts, NO_MISTAKE, type Survey, UNNAMED } from '../../../lema/review/survey.ts';
import { titleOf } from './card.ts';

const SHOWN_RULES = 20;

/** How many corrections there are, by where they come from and by mistake. */
export function countPlots({ counts, waiting }: Pick<Survey, 'counts' | 'waiting'>, width: number): string {
  if (counts.size === 0) return '';
  return sourcePlot(counts, waiting, width) + rulePlot(counts, width);
}

function sourcePlot(counts: Counts, waiting: Survey['waiting'], width: number): string {
  const sum = bySource(counts);
  const open = { planted: 0, right: 0, model: 0, teacher: 0 };
  for (const { from } of waiting) open[from]++;
  const rows = [
    ['Planted mistakes', 'planted'],
    ['Right solutions', 'right'],
    ['From a model', 'model'],
    ['From a teacher', 'teacher'],
  ] as const;
  return plot({
    title: 'Where the corrections come from',
    width,
    names: rows.map(([name]) => name),
    series: [
      { name: 'in use', values: rows.map(([, source]) => sum[source] - open[source]), pattern: 'solid' },
      { name: 'waiting for you', values: rows.map(([, source]) => open[source]), pattern: 'striped' },
    ],
  });
}

function rulePlot(counts: Counts, width: number): string {
  const total = (own: { planted: number; model: number; teacher: number }) => own.planted + own.model + own.teacher;
  const rules = [...counts]
    .filter(([rule, own]) => rule !== NO_MISTAKE && total(own) > 0)
    .sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1));
  if (rules.length === 0) return '';
  const rest = rules.slice(SHOWN_RULES);
  const bars = rules.slice(0, SHOWN_RULES).map(([rule, own]) => ({ ...own, name: nameOf(rule) }));
  const others = rest.reduce(
    (sum, [, own]) => ({ planted: sum.planted + own.planted, model: sum.model + own.model, teacher: sum.teacher + own.teacher }),
    {
      planted: 0,
      model: 0,
      teacher: 0,
    },
  );
  const all = rest.length === 0 ? bars : [...bars, { ...others, name: `${rest.length} other mistakes` }];
  return plot({
    title: 'Which mistakes they are about',
    width,
    names: all.map(({ name }) => name),
    series: [
      { name: 'planted', values: all.map(({ planted }) => planted), pattern: 'solid' },
      { name: 'from a model', values: all.map(({ model }) => model), pattern: 'striped' },
      { name: 'from a teacher', values: all.map(({ teacher }) => teacher), pattern: 'dotted' },
    ],
  });
}

const nameOf = (rule: string): string => (rule === UNNAMED ? 'No name given' : titleOf(rule));
