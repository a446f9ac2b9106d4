import katex from 'katex';
import { escapeHtml } from '../reports/escape.ts';
import type { Problem, ProblemSet } from '../set/set.ts';

const MATHS = /(\$\$[^$]+\$\$|(?<!\\)\$(?!\s)[^$\n]*[^$\s]\$(?!\d))/;

/** A page to print, or to save as PDF: typeset, no script, nothing fetched, room for the work under each problem. It holds no answer. */
export function printable(set: ProblemSet, problems: readonly Problem[]): string {
  const tasks = problems.map(
    ({ title, text, points }) =>
      `<section><h2>${typeset(title)} <span>${points} ${points === 1 ? 'point' : 'points'}</span></h2>${paragraphs(text)}<div class="room"></div></section>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(set.head.language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(set.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${typeset(set.title)}</h1>
<p class="name">Name</p>
${paragraphs(set.intro)}
${tasks.join('\n')}
${set.head.licence === undefined ? '' : `<footer>${escapeHtml(set.head.licence)}</footer>`}
</body>
</html>
`;
}

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .filter(part => part.trim() !== '')
    .map(part => `<p>${typeset(part)}</p>`)
    .join('');

const typeset = (text: string): string =>
  text
    .split(MATHS)
    .map((part, i) => (i % 2 === 1 ? maths(part) : escapeHtml(part)))
    .join('');

function maths(source: string): string {
  try {
    const inner = source.replace(/^\$+|\$+$/g, '');
    return katex.renderToString(inner, {
      output: 'mathml',
      displayMode: source.startsWith('$$'),
      throwOnError: true,
      trust: false,
      maxExpand: 100,
    });
  } catch {
    return `<code>${escapeHtml(source)}</code>`;
  }
}

const STYLE = `
body { font: 12pt/1.5 Georgia, serif; max-width: 18cm; margin: 1.5cm auto; padding: 0 1rem; }
h2 { font-size: 1.1em; display: flex; justify-content: space-between; margin: 1.2em 0 .3em; }
h2 span { font-weight: normal; font-size: .85em; }
section { break-inside: avoid; } .room { height: 4.5cm; border-bottom: 1px dotted #888; }
.name { border-bottom: 1px solid; width: 9cm; } footer { margin-top: 2em; font-size: .8em; }
`;
