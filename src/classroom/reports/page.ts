import { escapeHtml, htmlPage } from '../../html/page.ts';
import { plot } from '../../html/plots.ts';
import type { Cell, ClassSummary, Row } from './summary.ts';

/**
 * The teacher's report as one page: no scripts, nothing fetched, everything escaped. Rows that are out of sight are not laid out, so that a page of
 * thousands opens at once.
 * @param link where a line of a student's file is opened; without it, places are plain text
 */
export function reportPage(summary: ClassSummary, link?: (path: string, line: number | null) => string): string {
  const { title, rows } = summary;
  return htmlPage({
    title: `${title}: report`,
    style: STYLE,
    body: `<h1>${escapeHtml(title)}</h1>
<p>${rows.length} students, mean ${mean(rows)} of ${rows[0]?.of ?? 0} points.${summary.queue.length > 0 ? ` <a href="#queue">${summary.queue.length} pieces of work wait for you.</a>` : ''}</p>
${section('marks', 'Marks', marks(summary))}
${section('mistakes', 'Most common mistakes', mistakes(summary, link))}
${section('items', 'Problems', items(summary))}
${section('queue', 'Waiting for you', queue(summary, link))}
${section('faults', 'To look at', faults(summary))}`,
  });
}

const section = (id: string, title: string, body: string): string =>
  body === '' ? '' : `<section id="${id}"><h2>${title}</h2>${body}</section>`;

const mean = (rows: readonly Row[]): string =>
  rows.length === 0 ? '0' : (rows.reduce((sum, row) => sum + row.points, 0) / rows.length).toFixed(1);

/** Rows in a block that is laid out only when it comes into sight. */
const BLOCK = 50;

function marks({ rows, problems }: ClassSummary): string {
  const head = `<tr><th scope="col">Student</th><th scope="col">Points</th>${problems.map((p, i) => `<th scope="col" title="${escapeHtml(p.title)}">${i + 1}</th>`).join('')}</tr>`;
  const blocks: string[] = [];
  for (let i = 0; i < rows.length; i += BLOCK) {
    const body = rows.slice(i, i + BLOCK).map(markRow);
    blocks.push(
      `<div class="block" style="--rows:${body.length + 1};--columns:${problems.length}"><table class="marks"><thead>${head}</thead><tbody>${body.join('')}</tbody></table></div>`,
    );
  }
  return `${blocks.join('')}<p class="legend">${LEGEND}</p>`;
}

const LEGEND =
  '<span class="full">✓ full marks</span> <span class="part">◐ some</span> <span class="none">✗ none</span> <span>– not handed in</span> <span>? waits for you</span> <span>* your own mark</span>';

const markRow = ({ student, points, of, cells }: Row): string =>
  `<tr><th scope="row">${escapeHtml(student)}</th><td><strong>${points}</strong>/${of}</td>${cells.map(cellOf).join('')}</tr>`;

function cellOf(cell: Cell): string {
  if (cell.finding === 'missing' && cell.override === null) return '<td aria-label="not handed in">–</td>';
  const [kind, sign] = cell.points >= cell.of ? ['full', '✓'] : cell.points > 0 ? ['part', '◐'] : ['none', '✗'];
  const mark = cell.override ? '*' : cell.queued ? '?' : '';
  const note = cell.override ? ` title="${escapeHtml(cell.override.reason)}"` : '';
  return `<td class="${kind}"${note}>${sign} ${cell.points}${mark}</td>`;
}

function mistakes({ mistakes: found }: ClassSummary, link?: (path: string, line: number | null) => string): string {
  if (found.length === 0) return '<p>No mistakes were found.</p>';
  const most = found.slice(0, 12);
  const bars = plot({
    title: 'How often each was made',
    names: most.map(m => m.name),
    series: [{ name: 'times', values: most.map(m => m.count), pattern: 'solid' }],
  });
  const lists = found.map(
    m =>
      `<details><summary>${escapeHtml(m.name)} (${m.count})</summary><ul>${m.examples.map(e => `<li>${place(e.path, e.line, link)} <code>${escapeHtml(e.text)}</code></li>`).join('')}</ul></details>`,
  );
  return `${bars}${lists.join('')}`;
}

function items({ items: all }: ClassSummary): string {
  const names = all.map((item, i) => (/^\d/.test(item.title) ? item.title : `${i + 1}. ${item.title}`));
  const facility = plot({
    title: 'Mean share of the points, in percent',
    names,
    most: 100,
    series: [{ name: 'percent', values: all.map(item => Math.round((item.facility ?? 0) * 100)), pattern: 'solid' }],
  });
  const lines = plot({
    title: 'Lines of work',
    names,
    series: [
      { name: 'right', values: all.map(item => item.lines.right), pattern: 'solid' },
      { name: 'wrong', values: all.map(item => item.lines.wrong), pattern: 'striped' },
      { name: 'not judged', values: all.map(item => item.lines.unjudged), pattern: 'pale' },
    ],
  });
  return facility + lines + heatMap(all, names);
}

/** How many of each line of the work are wrong: darker where more are, with the number in the cell. */
function heatMap(all: ClassSummary['items'], names: readonly string[]): string {
  const columns = Math.max(1, ...all.map(item => item.byLine.length));
  const head = Array.from({ length: columns }, (_, i) => `<th scope="col">line ${i + 1}</th>`).join('');
  const rows = all.map(
    (item, i) => `<tr><th scope="row">${escapeHtml(names[i] ?? item.title)}</th>${item.byLine.map(heatCell).join('')}</tr>`,
  );
  return `<figure><figcaption>Where the wrong lines stand</figcaption><div class="block"><table class="heat"><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></figure>`;
}

function heatCell({ right, wrong, unjudged }: ClassSummary['items'][number]['byLine'][number]): string {
  const all = right + wrong + unjudged;
  const share = all === 0 ? 0 : wrong / all;
  return `<td style="--share:${share.toFixed(2)}" title="${wrong} wrong, ${right} right, ${unjudged} not judged">${wrong === 0 ? '·' : `${wrong} of ${all}`}</td>`;
}

function queue({ queue: waiting }: ClassSummary, link?: (path: string, line: number | null) => string): string {
  if (waiting.length === 0) return '';
  const entries = waiting.map(
    q =>
      `<li>${escapeHtml(q.student)}, ${escapeHtml(q.problem)}: ${q.path === null ? '' : place(q.path, q.line, link)} ${escapeHtml(q.why)}</li>`,
  );
  return `<ul>${entries.join('')}</ul>`;
}

function faults({ rows }: ClassSummary): string {
  const all = rows.flatMap(row => row.faults);
  return all.length === 0 ? '' : `<ul>${all.map(f => `<li>${place(f.path, f.line)} ${escapeHtml(f.message)}</li>`).join('')}</ul>`;
}

function place(path: string, line: number | null, link?: (path: string, line: number | null) => string): string {
  const text = escapeHtml(line === null ? path : `${path}:${line}`);
  return link ? `<a href="${escapeHtml(link(path, line))}">${text}</a>` : `<span class="place">${text}</span>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .15rem .5rem; text-align: right; }
th[scope=row], th:first-child { text-align: left; font-weight: normal; }
.marks { table-layout: fixed; width: 100%; min-width: calc(15.5rem + var(--columns) * 3rem); font-size: .9rem; }
.marks td { white-space: nowrap; }
.marks th:nth-child(2) { width: 4.5rem; }
.marks th:first-child { width: 11rem; overflow: hidden; text-overflow: ellipsis; }
.block { overflow-x: auto; content-visibility: auto; contain-intrinsic-size: auto calc(var(--rows) * 1.75rem); }
.block + .block thead { visibility: collapse; }
.full { background: #2a7d4f2e; } .part { background: #c9a2273d; } .none { background: #c2391f33; }
.legend { font-size: .85rem; } .legend span { padding: 0 .4rem; margin-right: .3rem; }
.legend i { display: inline-block; width: .8rem; height: .8rem; margin-right: .3rem; vertical-align: -1px; }
i.solid { background: #2563a8; } i.striped { background: #c2570c; outline: 1.5px dashed; } i.pale { background: #9aa3af; }
.heat td { background: rgb(194 57 31 / calc(var(--share) * 70%)); }
figure { margin: 1rem 0; } figcaption { font-weight: 600; } figure svg { max-width: 100%; height: auto; }
code { font: .9em ui-monospace, monospace; } .place { opacity: .75; }
details { margin: .3rem 0; }
@media print { details { display: block; } .block { content-visibility: visible; } a { color: inherit; } }
`;
