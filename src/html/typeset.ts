import katex from 'katex';
import { escapeHtml } from './page.ts';

/** A row of `align` or the like, which has no marks around it. */
const isBareRow = (text: string): boolean =>
  !/\$|\\\(|\\\[/.test(text) && /[=^&]|\\[a-zA-Z]/.test(text) && !/(?<!\\|[a-zA-Z])[a-zA-Z]{3,}/.test(text) && !/[^\x20-\x7e]/.test(text);

/** Mathematics between its marks. A dollar before a number that another dollar sign follows after a space is money. */
const MARKED = /(\$\$[^$]+\$\$|\$(?!\s)[^$\n]*[^$\s]\$(?!\d)|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\])/;

/** Text with its mathematics typeset, and everything else escaped. */
export function typeset(text: string): string {
  if (isBareRow(text)) return maths(`$${text.replace(/(?<!\\)&/g, '')}$`);
  const parts = text.split(MARKED);
  return parts.map((part, i) => (i % 2 === 1 ? maths(part) : escapeHtml(part))).join('');
}

function maths(source: string): string {
  const inner = source.startsWith('$') ? source.replace(/^\$+|\$+$/g, '') : source.slice(2, -2);
  try {
    return katex.renderToString(`\\displaystyle ${inner.trim()}`, { output: 'mathml', throwOnError: true, trust: false, maxExpand: 100 });
  } catch {
    return `<code>${escapeHtml(source)}</code>`;
  }
}
