import type { Token } from 'markdown-it';
import type { Mark } from '../checking/report.ts';

/** What the preview shows at one step. Lines are 0-based. */
export interface LineMark {
  readonly line: number;
  readonly lastLine: number;
  readonly mark: Mark;
  readonly sign: string;
  readonly label: string;
  /** Stands below the step. */
  readonly note: string | null;
  /** The right steps, shown below the note. */
  readonly steps: readonly string[];
}

type Escape = (text: string) => string;

/**
 * The tokens of a rendered document with a mark before each step, the wrong one struck, and its note after it.
 * The given tokens are kept as they are: the preview caches them.
 */
export function decorate(tokens: readonly Token[], marks: readonly LineMark[], escaped: Escape): Token[] {
  const place = new Map<Token, LineMark[]>();
  for (const mark of marks) {
    const token = tokens.findLast(
      ({ type, map }) => map && map[0] <= mark.line && mark.line < map[1] && (type === 'inline' || type.startsWith('math')),
    );
    if (token) place.set(token, [...(place.get(token) ?? []), mark]);
  }
  return tokens.flatMap(token => {
    const here = place.get(token);
    if (!here) return [token];
    if (token.type !== 'inline')
      return [
        html(token, `<span class="lema-beside">${here.map(mark => sign(mark, escaped)).join('<br>')}</span>`),
        token,
        ...here.flatMap(mark => noteOf(token, mark, escaped)),
      ];
    return [withMarks(token, here, escaped)];
  });
}

function withMarks(token: Token, marks: readonly LineMark[], escaped: Escape): Token {
  const from = token.map?.[0] ?? 0;
  const lines: Token[][] = [[]];
  const breaks: Token[] = [];
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      breaks.push(child);
      lines.push([]);
    } else lines.at(-1)?.push(child);
  }
  const children = lines.flatMap((line, index) => {
    const here = marks.filter(mark => mark.line - from === index);
    const ending = marks.filter(mark => Math.min(mark.lastLine - from, lines.length - 1) === index);
    const struck = marks.some(
      mark => mark.mark === 'wrong' && mark.note !== null && mark.line - from <= index && index <= mark.lastLine - from,
    );
    const body = struck ? [html(token, '<span class="lema-wrong">'), ...line, html(token, '</span>')] : line;
    const end = breaks[index];
    return [
      ...here.map(mark => html(token, sign(mark, escaped))),
      ...body,
      ...ending.flatMap(mark => noteOf(token, mark, escaped)),
      ...(end ? [end] : []),
    ];
  });
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { children });
}

const sign = ({ mark, sign: shape, label }: LineMark, escaped: Escape): string =>
  `<span class="lema-mark lema-${mark}" role="img" aria-label="${escaped(label)}" title="${escaped(label)}">${escaped(shape)}</span> `;

function noteOf(like: Token, { note, steps }: LineMark, escaped: Escape): Token[] {
  if (note === null) return [];
  const right =
    steps.length > 0 ? `<span class="lema-right-steps">${steps.map(step => `<span>${escaped(step)}</span>`).join('')}</span>` : '';
  return [html(like, `<span class="lema-note" role="note">${escaped(note)}${right}</span>`)];
}

function html(like: Token, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(like)), {
    type: 'lema_html',
    tag: '',
    attrs: null,
    map: null,
    nesting: 0,
    level: like.level,
    children: null,
    content,
    markup: '',
    info: '',
    meta: null,
    block: false,
    hidden: false,
  });
}
