/** Words of a sentence, as against letters, functions, units of mathematics and LaTeX commands. */
export function hasWords(line: string): boolean {
  const bare = line.replace(/\\(?:text|mathrm|operatorname)\s*\{[^}]*\}/g, ' ').replace(/\\[a-zA-Z]+/g, ' ');
  return (bare.match(/\p{L}{2,}/gu) ?? []).some(word => !FUNCTIONS.test(word));
}

const FUNCTIONS = /^(?:sin|cos|tan|cot|sec|csc|log|ln|lg|exp|sqrt|or|and|arcsin|arccos|arctan|lim|max|min)$/i;

/** Bare mathematics without its delimiters; null when the line is a sentence. */
export function bareMaths(line: string): string | null {
  const whole = line.trim();
  const inner = /^(?:\$\$([^$]*)\$\$|\$([^$]*)\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])[.]?$/.exec(whole);
  if (inner) return (inner[1] ?? inner[2] ?? inner[3] ?? inner[4] ?? '').trim();
  return whole.includes('$') || hasWords(whole) || whole === '' ? null : whole;
}

/** Mathematics as KaTeX reads it: words between formulas and plain signs become commands. */
export function texOf(maths: string): string {
  return maths
    .replace(/(?<![\\\p{L}])(or|and)(?!\p{L})/gu, '\\text{ $1 }')
    .replace(/(?<![\\\p{L}])(sin|cos|tan|cot|log|ln|exp|arcsin|arccos|arctan)(?!\p{L})/gu, '\\$1 ')
    .replace(/(?<![\\\p{L}])sqrt\(([^()]*)\)/gu, '\\sqrt{$1}')
    .replace(/(?<![\\{])%/g, '\\%')
    .replace(/(\d)\*(?=[\d(a-zA-Z])/g, '$1\\cdot ')
    .replace(/\*/g, '\\cdot ')
    .replace(/\^\(([^()]*)\)/g, '^{$1}')
    .replace(/\^(-?\d{2,})/g, '^{$1}')
    .replace(/(?<!\\)&/g, '')
    .replace(/\\\\\s*$/, '')
    .trim();
}

/** A line as Markdown with `$…$`: pure mathematics gets its dollars, a sentence stays as it is. */
export function mathsLine(line: string): string {
  const maths = bareMaths(line);
  return maths === null ? line : `$${texOf(maths)}$`;
}

interface Piece {
  readonly maths: boolean;
  readonly source: string;
}

/** Splits at `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. A `$` before a digit that no other `$` closes is money. */
export function splitMaths(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let reached = 0;
  for (const found of text.matchAll(
    /\$\$([^$]+)\$\$|(?<!\\)\$(?!\s)((?:[^$\\\n]|\\.)+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]/g,
  )) {
    if (found.index > reached) pieces.push({ maths: false, source: text.slice(reached, found.index) });
    pieces.push({ maths: true, source: (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').trim() });
    reached = found.index + found[0].length;
  }
  if (reached < text.length) pieces.push({ maths: false, source: text.slice(reached) });
  return pieces;
}
