import MarkdownIt from 'markdown-it';
import { typesetIn } from './formula.ts';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false });
markdown.disable(['image', 'link', 'autolink', 'heading', 'lheading', 'list', 'blockquote', 'code', 'fence', 'hr', 'html_block', 'table']);

/** `$…$`, `$$…$$`, `\(…\)` and `\[…\]` become placeholders that KaTeX fills: its styles are then set by script, which the content policy allows. */
markdown.inline.ruler.before('escape', 'maths', (state, silent) => {
  const found = /^(?:\$\$([^$]+)\$\$|\$(?!\s)((?:[^$\\]|\\[\s\S])+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\])/.exec(
    state.src.slice(state.pos),
  );
  if (!found) return false;
  if (!silent) {
    const token = state.push('maths', 'span', 0);
    token.content = (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').replace(/(?<!\\)&/g, '').trim();
  }
  state.pos += found[0].length;
  return true;
});
markdown.renderer.rules.maths = (tokens, index) => `<span class="maths">${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</span>`;

/** Text of a student or a model as elements: Markdown without HTML, mathematics typeset, with its LaTeX as the label. */
export function rendered(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markdown.render(text);
  for (const place of template.content.querySelectorAll<HTMLElement>('span.maths')) {
    const tex = place.textContent ?? '';
    place.textContent = '';
    typesetIn(place, tex);
  }
  return template.content;
}
