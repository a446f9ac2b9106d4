import katex from 'katex';

/** A picture of typeset mathematics as a data URI, with its size in CSS pixels. */
export interface Picture {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureOptions {
  readonly color: string;
  /** Font size in pixels. */
  readonly size: number;
  /** Taller pictures are scaled down to this height, in pixels. */
  readonly maxHeight?: number;
  readonly display?: boolean;
  /** Sets the mathematics at the bottom of the picture, for pictures that stand on a line of text. Else it is in the middle. */
  readonly bottom?: boolean;
}

const SETTINGS = { throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 20 } as const;

/**
 * Typesets LaTeX as an SVG picture. KaTeX's MathML is put into the SVG and set by the browser's own engine, so that no font has to travel.
 * Null when KaTeX cannot read it: the caller then shows the source.
 */
export function typeset(tex: string, { color, size, maxHeight, display = false, bottom = false }: PictureOptions): Picture | null {
  const options = { ...SETTINGS, displayMode: display };
  let mathml: string;
  let box: Box;
  try {
    mathml = katex.renderToString(tex, { ...options, output: 'mathml' });
    box = measure((katex as unknown as Internals).__renderToDomTree(tex, { ...options, output: 'html' }));
  } catch {
    return null;
  }
  const math = /<math[\s\S]*<\/math>/.exec(mathml)?.[0]?.replace(/<annotation[\s\S]*?<\/annotation>/, '');
  if (!math) return null;
  const width = Math.ceil((box.width * 1.12 + 0.3) * size);
  const height = Math.ceil(Math.max(1.2, box.height * 1.12 + (bottom ? 0.1 : 0.25)) * size);
  const scale = maxHeight && height > maxHeight ? maxHeight / height : 1;
  const shown = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shown.width}" height="${shown.height}" viewBox="0 0 ${width} ${height}">` +
    `<foreignObject x="0" y="0" width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" style="` +
    `color:${color};font-size:${size}px;line-height:1.1;height:${height}px;display:flex;align-items:${bottom ? 'flex-end' : 'center'};white-space:nowrap">` +
    `${math}</div></foreignObject></svg>`;
  return { uri: `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`, ...shown };
}

/** What KaTeX exports beside its published types; the version is pinned. */
interface Internals {
  __renderToDomTree(tex: string, options: object): Node;
}

interface Node {
  readonly children?: readonly Node[];
  readonly classes?: readonly string[];
  readonly style?: {
    readonly marginRight?: string;
    readonly marginLeft?: string;
    readonly width?: string;
    readonly height?: string;
    readonly verticalAlign?: string;
  };
  readonly text?: string;
  readonly width?: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Sizes in em, from KaTeX's own metrics: exact struts for the height, the sum of glyph widths for the width. */
function measure(root: Node): Box {
  let height = 1;
  let depth = 0;
  const struts = (node: Node) => {
    if (is(node, 'strut')) {
      const drop = em(node.style?.verticalAlign);
      height = Math.max(height, em(node.style?.height) + drop);
      depth = Math.max(depth, -drop);
    }
    node.children?.forEach(struts);
  };
  struts(root);
  return { width: widthOf(root), height: height + depth };
}

const is = ({ classes = [] }: Node, name: string): boolean => classes.includes(name) || classes.includes(`katex-${name}`);

const SIZES: Readonly<Record<string, number>> = { size1: 0.5, size2: 0.6, size3: 0.7, size4: 0.8, size5: 0.9, size6: 1 };

function widthOf(node: Node): number {
  const own = em(node.style?.marginRight) + em(node.style?.marginLeft) + em(node.style?.width);
  if (node.text !== undefined)
    return own + (node.text.length > 1 ? Math.max(node.width ?? 0, node.text.length * 0.54) : (node.width ?? 0.5));
  const children = node.children ?? [];
  const stacked = is(node, 'vlist') || is(node, 'vlist-t');
  const widths = children.map(widthOf);
  const inner = stacked ? Math.max(0, ...widths) : widths.reduce((sum, width) => sum + width, 0);
  const size = node.classes?.find(name => /^size\d$/.test(name)) ?? '';
  const scale = is(node, 'reset-size6') ? (SIZES[size] ?? 1) : 1;
  const padding = is(node, 'mfrac') || is(node, 'sqrt') || is(node, 'mtable') ? 0.25 : 0;
  return own + padding + inner * scale;
}

const em = (length: string | undefined): number => (length?.endsWith('em') ? Number.parseFloat(length) || 0 : 0);
