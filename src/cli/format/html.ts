import { type Chain, chainsOf } from '../../correction/picture/chain.ts';
import { chainInWords, svgOf } from '../../correction/picture/svg.ts';
import { estimate } from '../../correction/picture/text.ts';
import type { StepVerdict } from '../../correction/records.ts';
import { escapeHtml, htmlPage } from '../../html/page.ts';
import { typeset } from '../../html/typeset.ts';
import { headline, mistakeOf, quietLine, type Report, type Unreadable } from '../report.ts';

/** One self-contained page: typeset as MathML, no scripts, nothing fetched, everything escaped. */
export function formatHtml(reports: readonly Report[], unreadable: readonly Unreadable[]): string {
  const body = [
    ...reports.map(section),
    ...unreadable.map(u => `<section><h2>${escapeHtml(u.file)}</h2><p>${escapeHtml(u.message)}</p></section>`),
  ];
  return htmlPage({
    title: 'First mistakes',
    style: STYLE,
    body: `<h1>First mistakes</h1>
${body.join('\n')}`,
  });
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; }
.place { opacity: .75; font-weight: normal; }
.problem { white-space: pre-wrap; }
ol { list-style: none; padding: 0; }
li { display: grid; grid-template-columns: 1.6rem 1fr; padding: .1rem .3rem; white-space: pre-wrap; }
.wrong { text-decoration: line-through; text-decoration-color: #c22; background: #cc222218; }
.said { border-left: 3px solid #c22; padding-left: .8rem; }
.correction { border-left: 3px solid #2a7; padding-left: .8rem; }
.note { font-size: .9em; opacity: .8; }
.chains { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 1.5rem 0; }
figure { margin: 0; }
figcaption { font-weight: 600; margin-bottom: .5rem; }
.chain { display: block; max-width: 100%; font-family: inherit; }
.chain text { fill: currentColor; }
.chain .words { opacity: .8; }
.chain rect, .chain circle { fill: Canvas; stroke: currentColor; }
.chain .way { fill: none; stroke: currentColor; }
.chain .head, .chain .joint { fill: currentColor; }
.chain .carried rect { stroke-dasharray: 4 3; }
.chain .wrong :is(rect, circle) { stroke: #c22; }
.chain :is(.corrected, .added) :is(rect, circle) { stroke: #2a7; stroke-width: 2; }
`;

function section(r: Report): string {
  const correction = mistakeOf(r);
  const steps = r.solution.steps.map((step, i) => stepItem(step.text, r.checked.verdicts[i], correction !== null && i === correction.step));
  const place = `${r.file}${r.cell === undefined ? '' : `, cell ${r.cell}`}:${r.place.line}:${r.place.column}`;
  return [
    '<section>',
    `<h2>${typeset(r.title || 'Solution')} <span class="place">${escapeHtml(place)}</span></h2>`,
    `<p class="problem">${typeset(r.solution.problem)}</p>`,
    `<ol>${steps.join('')}</ol>`,
    correction === null
      ? `<p>${escapeHtml(quietLine(r))}</p>`
      : `<div class="said"><p><strong>${typeset(headline(correction))}</strong></p><p>${typeset(correction.explanation)}</p></div>
<div class="correction"><p>${correction.verified ? 'Correct from here:' : 'Correct from here (not verified):'}</p><ol>${correction.correctSteps.map(s => `<li><span>→</span><span>${typeset(s)}</span></li>`).join('')}</ol>${correction.answer === null ? '' : `<p>Answer: ${typeset(correction.answer)}</p>`}</div>`,
    ...pictures(r),
    ...(r.trouble === undefined ? [] : [`<p class="note">${escapeHtml(r.trouble)}</p>`]),
    '</section>',
  ].join('\n');
}

/** What was computed from what, and what should have been, where every calculation may be true and the work still wrong. */
function pictures(r: Report): string[] {
  const correction = mistakeOf(r);
  const chains = correction && chainsOf(r.solution, correction);
  if (!chains) return [];
  const figure = (chain: Chain, title: string) => {
    const id = `chain-${escapeHtml(r.file)}-${r.place.line}-${title.length}`.replace(/\W/g, '-');
    const list = chainInWords(chain).map(words => `<li>${escapeHtml(words)}</li>`);
    const svg = svgOf(chain, { id, title, width: 340, measure: estimate });
    return `<figure><figcaption>${title}</figcaption>${svg}<details><summary>The same as a list</summary><ol>${list.join('')}</ol></details></figure>`;
  };
  const right = chains.right ? figure(chains.right, 'What it should be computed from') : '';
  return [`<div class="chains">${figure(chains.own, 'What was computed from what')}${right}</div>`];
}

const MARKS: Record<StepVerdict['verdict']['kind'], readonly [string, string]> = {
  follows: ['✓', 'follows'],
  holds: ['✓', 'holds'],
  'one-way': ['⇒', 'follows one way only'],
  wrong: ['✗', 'does not follow'],
  unjudged: ['?', 'could not be checked'],
};

function stepItem(text: string, verdict: StepVerdict | undefined, first: boolean): string {
  const [mark, label] = MARKS[verdict?.verdict.kind ?? 'unjudged'];
  const notes = (verdict?.notices ?? []).map(n => ` <span class="note">(${typeset(n.message)})</span>`).join('');
  return `<li><span role="img" aria-label="${label}">${first ? '✗' : mark}</span><span><span${first ? ' class="wrong"' : ''}>${typeset(text)}</span>${notes}</span></li>`;
}
