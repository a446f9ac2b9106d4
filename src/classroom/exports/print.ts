import { escapeHtml, htmlPage } from '../../html/page.ts';
import { typeset } from '../../html/typeset.ts';
import type { Problem, ProblemSet } from '../set/set.ts';

/** A page to print, or to save as PDF: typeset, no script, nothing fetched, room for the work under each problem. It holds no answer. */
export function printable(set: ProblemSet, problems: readonly Problem[]): string {
  const tasks = problems.map(
    ({ title, text, points }) =>
      `<section><h2>${typeset(title)} <span>${points} ${points === 1 ? 'point' : 'points'}</span></h2>${paragraphs(text)}<div class="room"></div></section>`,
  );
  return htmlPage({
    title: set.title,
    style: STYLE,
    language: set.head.language ?? 'en',
    body: `<h1>${typeset(set.title)}</h1>
<p class="name">Name</p>
${paragraphs(set.intro)}
${tasks.join('\n')}
${set.head.licence === undefined ? '' : `<footer>${escapeHtml(set.head.licence)}</footer>`}`,
  });
}

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .filter(part => part.trim() !== '')
    .map(part => `<p>${typeset(part)}</p>`)
    .join('');

const STYLE = `
body { font: 12pt/1.5 Georgia, serif; max-width: 18cm; margin: 1.5cm auto; padding: 0 1rem; }
h2 { font-size: 1.1em; display: flex; justify-content: space-between; margin: 1.2em 0 .3em; }
h2 span { font-weight: normal; font-size: .85em; }
section { break-inside: avoid; } .room { height: 4.5cm; border-bottom: 1px dotted #888; }
.name { border-bottom: 1px solid; width: 9cm; } footer { margin-top: 2em; font-size: .8em; }
`;
