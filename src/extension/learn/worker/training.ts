import { linePlot, plot } from '../../../html/plots.ts';
import { type Evaluation, readEvaluations } from '../../../lema/review/evaluations.ts';
import { type Run, readExamples, readLoss, readRuns } from '../../../lema/review/runs.ts';
import type { Training } from '../model.ts';
import { shown } from './card.ts';

const SHOWN_RESULTS = 12;
const SHOWN_TOPICS = 25;

/** The arms of an evaluation as a person knows them, those that matter most first. */
const ARMS: readonly (readonly [string, string])[] = [
  ['judged', 'with the checker'],
  ['model', 'alone'],
  ['checker', 'the checker without a model'],
];

/** The runs of a folder with the loss of one, and what was measured of the models.
 * @param chosen the run whose loss is shown; the newest one when it is not there. */
export async function readTraining(folder: string, chosen: string | null, width: number): Promise<Training> {
  const [runs, evaluations, examples] = await Promise.all([readRuns(folder), readEvaluations(folder), readExamples(folder)]);
  const run = runs.find(({ name }) => name === chosen) ?? runs[0];
  return {
    examples,
    runs: runs.map(own => ({ ...own, base: shown(own.base), why: own.why === null ? null : shown(own.why) })),
    chosen: run?.name ?? null,
    loss: run ? await lossPlot(folder, run, width) : '',
    measured: f1Plot(evaluations, width) + topicPlot(evaluations, width),
  };
}

async function lossPlot(folder: string, { name }: Run, width: number): Promise<string> {
  const points = await readLoss(folder, name);
  const series = [
    {
      name: 'training data',
      points: points.flatMap(({ step, loss }) => (loss == null ? [] : [[step, loss] as const])),
      pattern: 'solid' as const,
    },
    {
      name: 'development split',
      points: points.flatMap(({ step, eval_loss }) => (eval_loss == null ? [] : [[step, eval_loss] as const])),
      pattern: 'striped' as const,
    },
  ].filter(line => line.points.length > 0);
  return series.length === 0 ? '' : linePlot({ title: `Loss of ${name}`, width, over: 'step', series });
}

const percent = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 1000) / 10));

function f1Plot(evaluations: readonly Evaluation[], width: number): string {
  const bars = evaluations.slice(0, SHOWN_RESULTS).flatMap(({ asked, task, date, measures }) =>
    ARMS.flatMap(([arm, words]) => {
      const f1 = measures[arm]?.f1;
      return f1 ? [{ name: arm === 'checker' ? words : `${shown(asked.model)}, ${words}`, f1, task, date }] : [];
    }),
  );
  if (bars.length === 0) return '';
  return plot({
    title: 'First mistakes found and right solutions left alone (F1, in percent)',
    width,
    most: 100,
    names: bars.map(({ name }) => name),
    series: [{ name: 'F1', values: bars.map(({ f1 }) => (f1.value ?? 0) * 100), pattern: 'solid' }],
    columns: [
      { name: '95 % interval', cells: bars.map(({ f1 }) => `${percent(f1.low)} to ${percent(f1.high)}`) },
      { name: 'rows', cells: bars.map(({ task }) => String(task.rows)) },
      { name: 'file', cells: bars.map(({ task }) => `${shown(task.file)} (${shown(task.split)})`) },
      { name: 'date', cells: bars.map(({ date }) => date.slice(0, 10)) },
    ],
  });
}

/** Right solutions of each topic that the newest measured model accuses, and those that it leaves alone. */
function topicPlot([newest]: readonly Evaluation[], width: number): string {
  const [arm, words] = ARMS.find(([name]) => newest?.measures[name]) ?? [];
  if (!newest || !arm) return '';
  const topics = Object.entries(newest.categories)
    .flatMap(([topic, arms]) => {
      const [accused, right] = arms[arm]?.accused ?? [0, 0];
      return right > 0 ? [{ topic: shown(topic) || 'no topic', accused, right }] : [];
    })
    .sort((a, b) => b.accused / b.right - a.accused / a.right || b.right - a.right)
    .slice(0, SHOWN_TOPICS);
  if (topics.length === 0) return '';
  return plot({
    title: `Right solutions accused of a mistake, by topic (${shown(newest.asked.model)}, ${words})`,
    width,
    names: topics.map(({ topic }) => topic),
    series: [
      { name: 'accused', values: topics.map(({ accused }) => accused), pattern: 'striped' },
      { name: 'left alone', values: topics.map(({ accused, right }) => right - accused), pattern: 'pale' },
    ],
    columns: [{ name: 'accused, in percent', cells: topics.map(({ accused, right }) => percent(accused / right)) }],
  });
}
