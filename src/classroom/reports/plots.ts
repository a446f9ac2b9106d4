import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeHtml } from '../../html/page.ts';

use([BarChart, GridComponent, SVGRenderer]);

/** Bars of one or more stacked series, with a name for each bar. */
export interface Bars {
  readonly title: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly pattern: Pattern }[];
  /** Largest value of the axis; by default what the values ask for. */
  readonly most?: number;
}

/** How a series is drawn: by tone and by texture, so that it can be told apart in print and without colours. */
type Pattern = 'solid' | 'striped' | 'pale';

const FILL: Readonly<Record<Pattern, string>> = { solid: '#2563a8', striped: '#c2570c', pale: '#9aa3af' };

const ROW = 26;
const LONGEST_NAME = 44;

/**
 * The bars as one SVG, drawn lying so that long names have room. It is hidden from screen readers: a table with the same numbers stands behind every plot.
 * Text takes the page's own colour.
 */
function barsSvg({ names, series, most }: Bars): string {
  const height = 40 + ROW * names.length;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height });
  chart.setOption({
    animation: false,
    grid: { left: 280, right: 40, top: 8, bottom: 28 },
    xAxis: { type: 'value', min: 0, ...(most === undefined ? { minInterval: 1 } : { max: most }), axisLabel: { color: INK } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map(name => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)),
      axisLabel: { color: INK },
      axisTick: { show: false },
    },
    series: series.map(({ name, values, pattern }) => ({
      name,
      type: 'bar',
      stack: 'all',
      data: [...values],
      itemStyle: { color: FILL[pattern], borderColor: INK, borderWidth: pattern === 'striped' ? 1.5 : 0, borderType: 'dashed' },
      barMaxWidth: 16,
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ').replaceAll(INK, 'currentColor');
}

/** A colour that stands for the page's own text colour until the drawing is done. */
const INK = '#010203';

/** A plot with its legend, and its numbers in a table that opens behind it. */
export function plot(bars: Bars): string {
  const legend =
    bars.series.length > 1
      ? `<p class="legend">${bars.series.map(s => `<span><i class="${s.pattern}"></i>${escapeHtml(s.name)}</span>`).join(' ')}</p>`
      : '';
  const head = `<tr><th scope="col"></th>${bars.series.map(s => `<th scope="col">${escapeHtml(s.name)}</th>`).join('')}</tr>`;
  const rows = bars.names.map(
    (name, i) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${bars.series.map(s => `<td>${rounded(s.values[i] ?? 0)}</td>`).join('')}</tr>`,
  );
  return `<figure><figcaption>${escapeHtml(bars.title)}</figcaption>${legend}${barsSvg(bars)}<details><summary>The same as a table</summary><table>${head}${rows.join('')}</table></details></figure>`;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
