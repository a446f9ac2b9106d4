import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeHtml } from './page.ts';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** How a series is drawn: by tone and by texture, so that it can be told apart in print and without colours. */
export type Pattern = 'solid' | 'striped' | 'pale' | 'dotted';

interface Figure {
  readonly title: string;
  /** In pixels. Default 720. */
  readonly width?: number;
}

/** Bars of one or more stacked series, with a name for each bar. */
export interface Bars extends Figure {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly pattern: Pattern }[];
  /** Largest value of the axis; by default what the values ask for. */
  readonly most?: number;
  /** Columns that stand in the table alone. */
  readonly columns?: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** Lines over a number, such as the loss over the steps. */
export interface Lines extends Figure {
  /** What the horizontal axis counts. */
  readonly over: string;
  readonly series: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[]; readonly pattern: Pattern }[];
}

/** A colour for each pattern. A page gives its own by `--plot-solid` and so on. */
const FILL: Readonly<Record<Pattern, string>> = { solid: '#2563a8', striped: '#c2570c', pale: '#9aa3af', dotted: '#2a7d4f' };

/** A colour that stands for the page's own text colour until the drawing is done. */
const INK = '#010203';

const ROW = 26;
const WIDTH = 720;
const LONGEST_NAME = 44;
/** Points of a line that are drawn, and that its table lists. */
const DRAWN = 400;
const LISTED = 60;

const axis = {
  axisLabel: { color: INK },
  axisLine: { lineStyle: { color: INK } },
  splitLine: { lineStyle: { color: INK, opacity: 0.15 } },
};

const texture = (pattern: Pattern): object => {
  const decal = { color: INK, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 };
  if (pattern === 'striped') return { decal };
  return pattern === 'dotted' ? { decal: { ...decal, symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6]], dashArrayY: [6, 0] } } : {};
};

function drawn(width: number, height: number, option: object): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return themed(svg);
}

/** The drawing in the page's own colours and font, without anything that a strict content policy refuses. Text is ours or escaped by the renderer. */
function themed(svg: string): string {
  const plain = svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/ style="font-size:(\d+)px;[^"]*"/g, ' font-size="$1"')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
  return Object.entries(FILL)
    .reduce((text, [name, fill]) => text.replaceAll(fill, `var(--plot-${name}, ${fill})`), plain)
    .replaceAll(INK, 'currentColor');
}

/**
 * The bars as one SVG, drawn lying so that long names have room. It is hidden from screen readers: a table with the same numbers stands behind every plot.
 */
function barsSvg({ names, series, most, width = WIDTH }: Bars): string {
  const left = Math.round(width * 0.39);
  const letters = Math.min(LONGEST_NAME, Math.floor(left / 6.4));
  return drawn(width, 40 + ROW * names.length, {
    grid: { left, right: 40, top: 8, bottom: 28 },
    xAxis: { ...axis, type: 'value', min: 0, ...(most === undefined ? { minInterval: 1 } : { max: most }) },
    yAxis: {
      ...axis,
      type: 'category',
      inverse: true,
      data: names.map(name => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name)),
      axisTick: { show: false },
    },
    series: series.map(({ name, values, pattern }) => ({
      name,
      type: 'bar',
      stack: 'all',
      silent: true,
      data: [...values],
      itemStyle: { color: FILL[pattern], ...texture(pattern) },
      barMaxWidth: 16,
    })),
  });
}

function linesSvg({ series, over, width = WIDTH }: Lines): string {
  return drawn(width, 280, {
    grid: { left: 56, right: 24, top: 12, bottom: 44 },
    xAxis: {
      ...axis,
      type: 'value',
      min: 'dataMin',
      max: 'dataMax',
      minInterval: 1,
      name: over,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: INK },
    },
    yAxis: { ...axis, type: 'value', scale: true },
    series: series.map(({ name, points, pattern }) => ({
      name,
      type: 'line',
      silent: true,
      data: thinned(points, DRAWN).map(point => [...point]),
      showSymbol: points.length < 40,
      symbol: pattern === 'solid' ? 'circle' : 'rect',
      symbolSize: 6,
      itemStyle: { color: FILL[pattern] },
      lineStyle: { color: FILL[pattern], width: 2, type: pattern === 'solid' ? 'solid' : [6, 4] },
    })),
  });
}

/** At most so many of the points, evenly taken, the last one always. */
function thinned<T>(points: readonly T[], most: number): readonly T[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]).filter(point => point !== undefined);
}

/** A plot with its legend, and its numbers in a table that opens behind it. */
export function plot(bars: Bars): string {
  const heads = [...bars.series.map(s => s.name), ...(bars.columns ?? []).map(c => c.name)];
  const rows = bars.names.map((name, i) => [
    name,
    ...bars.series.map(s => rounded(s.values[i] ?? 0)),
    ...(bars.columns ?? []).map(c => c.cells[i] ?? ''),
  ]);
  return figure(bars, barsSvg(bars), ['', ...heads], rows);
}

/** The same for lines. Of many points the table lists some. */
export function linePlot(lines: Lines): string {
  const all = [...new Set(lines.series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const known = lines.series.map(({ points }) => new Map(points));
  const rows = thinned(all, LISTED).map(x => [
    String(x),
    ...known.map(at => {
      const y = at.get(x);
      return y === undefined ? '' : Number(y.toPrecision(4)).toString();
    }),
  ]);
  return figure(lines, linesSvg(lines), [lines.over, ...lines.series.map(s => s.name)], rows);
}

function figure(
  { title, series }: Figure & { readonly series: readonly { readonly name: string; readonly pattern: Pattern }[] },
  svg: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const legend =
    series.length > 1
      ? `<p class="legend">${series.map(s => `<span><i class="${s.pattern}"></i>${escapeHtml(s.name)}</span>`).join(' ')}</p>`
      : '';
  const head = `<tr>${heads.map(name => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr>`;
  const body = rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map(cell => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${legend}${svg}<details><summary>The same as a table</summary><table>${head}${body.join('')}</table></details></figure>`;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
