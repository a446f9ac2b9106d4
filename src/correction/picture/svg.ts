import type { Chain, ChainInput, ChainMark } from './chain.ts';
import { type Box, layoutOf, PADDING, type Path, type Picture, type Point, RADIUS, SIZES } from './layout.ts';
import type { Measure } from './text.ts';

export interface SvgOptions {
  /** Names the picture among others of its page. */
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly measure: Measure;
}

/**
 * A chain as an SVG image with a title and a description. It has neither styles nor scripts: the page gives colours to its classes, and every text is
 * escaped. What is wrong has a double frame and says so.
 */
export function svgOf(chain: Chain, { id, title, width, measure }: SvgOptions): string {
  const picture = layoutOf(chain, width, measure);
  const size = `width="${picture.width}" height="${picture.height}" viewBox="0 0 ${picture.width} ${picture.height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chain" role="img" aria-labelledby="${id}-title ${id}-desc" ${size}>`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(chainInWords(chain).join(' '))}</desc>`,
    ...drawn(picture),
    '</svg>',
  ].join('');
}

const drawn = ({ paths, boxes, operations, joints }: Picture): string[] => [
  ...paths.map(drawPath),
  ...joints.map(({ x, y }) => `<circle class="joint" cx="${x}" cy="${y}" r="2.5"/>`),
  ...boxes.map(drawBox),
  ...operations.map(
    ({ x, y, sign, mark }) =>
      `<g class="operation ${mark}"><circle cx="${x}" cy="${y}" r="${RADIUS}"/>` +
      `<text x="${x}" y="${y + 5}" text-anchor="middle" font-size="${sign.length > 1 ? 12 : 15}">${escaped(sign)}</text></g>`,
  ),
];

function drawBox({ x, y, width, height, lines, kind, mark }: Box): string {
  const frame = (inset: number) =>
    `<rect x="${x + inset}" y="${y + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${kind === 'given' ? 9 : 3}"/>`;
  let reached = y + PADDING - 2;
  const texts = lines.map(({ text, role }) => {
    reached += SIZES[role].height;
    const { size, bold } = SIZES[role];
    return `<text class="${role}" x="${x + PADDING}" y="${reached - 3}" font-size="${size}"${bold ? ' font-weight="600"' : ''}>${escaped(text)}</text>`;
  });
  return `<g class="box ${kind} ${mark}">${frame(0)}${mark === 'wrong' ? frame(3) : ''}${texts.join('')}</g>`;
}

const CORNER = 5;
const HEAD = 5;

function drawPath({ points, mark, arrow }: Path): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  const head = arrow && end && before ? arrowHead(before, end) : '';
  return `<path class="way ${mark}" d="${rounded(points)}"/>${head === '' ? '' : `<path class="head ${mark}" d="${head}"/>`}`;
}

function rounded(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (!start) return '';
  const parts = rest.map((corner, i) => {
    const from = points[i] ?? corner;
    const to = rest[i + 1];
    if (!to) return `L${corner.x} ${corner.y}`;
    const [a, b] = [towards(corner, from), towards(corner, to)];
    return `L${a.x} ${a.y}Q${corner.x} ${corner.y} ${b.x} ${b.y}`;
  });
  return `M${start.x} ${start.y}${parts.join('')}`;
}

function towards(corner: Point, other: Point): Point {
  const [dx, dy] = [other.x - corner.x, other.y - corner.y];
  const length = Math.hypot(dx, dy);
  const step = Math.min(CORNER, length / 2);
  return length === 0 ? corner : { x: corner.x + (dx / length) * step, y: corner.y + (dy / length) * step };
}

function arrowHead(from: Point, to: Point): string {
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const back = { x: to.x - dx * HEAD * 1.4, y: to.y - dy * HEAD * 1.4 };
  const [sx, sy] = [dy * HEAD * 0.8, dx * HEAD * 0.8];
  return `M${to.x} ${to.y}L${back.x + sx} ${back.y + sy}L${back.x - sx} ${back.y - sy}Z`;
}

const SAID: Readonly<Partial<Record<ChainMark, string>>> = {
  wrong: ' This is the first mistake.',
  corrected: ' This is corrected.',
  added: ' This step was left out.',
};

/** The chain as sentences, one for each link. */
export function chainInWords(chain: Chain): string[] {
  const named = (input: ChainInput): string => {
    if (!('from' in input)) return input.words === '' ? input.label : `${input.label} (${input.words})`;
    const { label = '', line = null } = chain[input.from] ?? {};
    return line === null ? label : `${label} (line ${line})`;
  };
  return chain.map(({ inputs, sign, label, words, line, mark, expression, unused }) => {
    const lead = [line === null ? '' : `Line ${line}:`, words].filter(Boolean).join(' ');
    const said = line === null && expression === '' ? '' : (SAID[mark] ?? '');
    if (inputs.length === 0) return `${lead}${/[.!?]$/.test(lead) ? '' : '.'}${said}`;
    return `${lead}${lead === '' ? '' : ' '}${inputs.map(named).join(` ${sign} `)} = ${label}.${said}${unused ? ' No later line uses this.' : ''}`;
  });
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
