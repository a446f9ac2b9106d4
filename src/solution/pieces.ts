import { asQuantity, hasUnits } from '../math/answers/quantities.ts';
import { parseStatement } from '../math/parse.ts';
import { knownUnit } from '../math/read/units.ts';
import { withoutExclusion } from './display.ts';
import { formulasIn, isLetterRun } from './formulas.ts';
import { type Closers, rowsOf, scanMaths } from './maths.ts';
import type { Range } from './solution.ts';

/** A document ready for claims: `masked` has the length of `text`, with everything blank that is neither words nor mathematics. */
export interface Source {
  readonly text: string;
  readonly masked: string;
  readonly dollarIsMaths: boolean;
  readonly closers: Closers;
}

/** A part of a step: prose, or one row of displayed work. */
export interface Piece {
  readonly kind: 'prose' | 'row';
  readonly range: Range;
  /** A row that no mark sets apart: a dash before it may be a bullet. */
  readonly plain?: boolean;
}

/** Splits a range into prose, and rows of displays or of lines that are all mathematics. In order; blank pieces are left out. */
export function piecesOf(source: Source, range: Range): Piece[] {
  const pieces: Piece[] = [];
  let from = range.start;
  for (const maths of scanMaths(source.masked, range, source.dollarIsMaths, source.closers)) {
    if (!maths.display) continue;
    pieces.push(...linePieces(source, { start: from, end: maths.outer.start }));
    for (const row of rowsOf(source.masked, maths.inner)) pieces.push({ kind: 'row', range: row });
    from = maths.outer.end;
  }
  pieces.push(...linePieces(source, { start: from, end: range.end }));
  return pieces;
}

function linePieces(source: Source, range: Range): Piece[] {
  const pieces: Piece[] = [];
  let prose: Range | null = null;
  for (let start = range.start; start < range.end; ) {
    let end = start;
    while (end < range.end && source.masked.charCodeAt(end) !== 10 && source.masked.charCodeAt(end) !== 13) end++;
    const line = source.masked.slice(start, end);
    const joint = jointBefore(line);
    if (joint > 0 || isMathsLine(withoutExclusion(line)) || isQuantityLine(line)) {
      if (prose !== null) pieces.push({ kind: 'prose', range: prose });
      prose = null;
      pieces.push({ kind: 'row', range: { start: start + joint, end }, plain: true });
    } else if (/[^\s.,;:]/.test(line)) {
      prose = { start: prose === null ? start : prose.start, end };
    }
    start = end + 1;
  }
  if (prose !== null) pieces.push({ kind: 'prose', range: prose });
  return pieces;
}

/** `h → 0:`: where what stands behind it is meant. */
const LIMIT = /^\s*\p{L}\s*(?:→|->|\\to(?![a-zA-Z]))\s*[-−+]?(?:\d+|∞|\\infty|\p{L})[⁺⁻+−-]?\s*:\s+(?=\S)/u;

/** `LHS =`: the expression behind it is what the next lines rewrite. */
const SIDE =
  /^\s*(?:(?:[LR]\.?H\.?S\.?|(?:left|right)(?:[- ]hand)? side)\s*[:=]|(?:(?:the|total) )*(?:area|volume|integral|length|arc length|distance)\s*=(?=[^=]*(?:∫|\\int)))\s*(?=\S)/i;

/** `x = 1, y = 4 or x = 4, y = 1`: the commas bind closer than the word. */
const PAIRS = /^\(?\s*(\p{L}) = [^=,]+, \p{L} = [^=,]+?\)? or \(?\1 = [^=,]+, \p{L} = [^=,]+$/u;

/** `so cos α = 4/5`: a word that joins, before an equation in letters. Its length with the blanks, 0 where there is none. */
function jointBefore(line: string): number {
  const limit = LIMIT.exec(line)?.[0].length ?? 0;
  if (limit > 0 && isMathsLine(line.slice(limit))) return limit;
  const side = SIDE.exec(line)?.[0].length ?? 0;
  if (side > 0 && isMathsLine(line.slice(side))) return side;
  const word = /^\s*(?:and\s+)?(?:so|thus|therefore|hence|∴)[,:]?\s+(?=\S)/i.exec(line)?.[0].length ?? 0;
  const rest = line.slice(word);
  if (
    word === 0 ||
    !/[=<>≤≥]/.test(rest) ||
    (/\b(?:and|or|und|oder)\b/.test(rest) && !PAIRS.test(rest)) ||
    /(?<!\p{L})[ei](?![\p{L}^])/u.test(rest)
  )
    return 0;
  return /(?<!\p{L})(?:\p{L}|sin|cos|tan)(?!\p{L})/u.test(rest) && isMathsLine(rest) ? word : 0;
}

const TASK =
  /^\s*(?:please\s+)?(?:(?:solve|find (?:all )?(?:the )?(?:solutions?|roots?|zeros?) (?:of|to)|make \p{L} the subject (?:of|in)|rearrange|isolate \p{L} in|determine (?:all )?(?:the )?solutions? (?:of|to))\s*(?:for \p{L})?\s*(?:the\s+)?(?:following\s+)?(?:(?:simultaneous|linear|quadratic)\s+)?(?:(?:system of )?equations?|inequality|inequalities|system|formula)?\s*(?:for \p{L})?\s*:?\s+)/iu;
const RELATION = /[=<>≤≥≠]|\\(?:le|ge|ne|lt|gt|leq|geq|neq)\b/;

/** The pieces of a problem statement: what stands behind 'Solve the equation' without marks is rows of mathematics, one for each relation. */
export function problemPieces(source: Source, range: Range): Piece[] {
  const text = source.masked.slice(range.start, range.end);
  if (/[$\n\r]|\\[([]|\\begin/.test(text.trim())) return piecesOf(source, range);
  const lead = TASK.exec(text);
  if (lead === null) return withFormulas(source, range);
  const pieces: Piece[] = [];
  let start = range.start + lead[0].length;
  for (const part of text
    .slice(lead[0].length)
    .split(/(?<=\S)(?:\s*[,;]\s+(?:and\s+)?|\s+(?:and|for|where|with|given that|if)\s+|[.;]\s*$)/)) {
    const at = source.masked.indexOf(part, start);
    if (part.trim() === '') continue;
    if (at < 0 || !RELATION.test(part) || !isMathsLine(part) || CONDITION.test(part)) return withFormulas(source, range);
    pieces.push({ kind: 'row', range: { start: at, end: at + part.length } });
    start = at + part.length;
  }
  return pieces.length === 0 ? withFormulas(source, range) : pieces;
}

/** A condition in brackets behind a formula: `ax = b (a ≠ 0)`. */
const CONDITION = /\s\([^()]*[=<>≤≥≠][^()]*\)/;

/** A problem in words, where a formula with a relation and a letter stands between them as a row of its own. */
function withFormulas(source: Source, range: Range): Piece[] {
  const pieces: Piece[] = [];
  let from = range.start;
  const text = source.masked.slice(range.start, range.end);
  if (text.includes('\\')) return piecesOf(source, range);
  for (const formula of formulasIn(text)) {
    if (!isMathsLine(text.slice(formula.start, formula.end))) continue;
    const [start, end] = [range.start + formula.start, range.start + formula.end];
    pieces.push(...linePieces(source, { start: from, end: start }), { kind: 'row', range: { start, end } });
    from = end;
  }
  return pieces.length === 0 ? piecesOf(source, range) : [...pieces, ...linePieces(source, { start: from, end: range.end })];
}

const NAMES =
  /^(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log|ln|lg|exp|sqrt|root|abs|lim|int|arg|conj|cosec|Re|Im|max|min|gcd|lcm|mod|det|dx|dy|dt|du|pi|theta|alpha|beta|gamma|delta|infinity|or|and|if|iff|ma|ut|[abcdxyuv]i|a[bcdfhj-lo-rt-z])$/i;
/** `cosθ`: a function right before its angle. */
const OF_GREEK = /^(?:sin|cos|tan|cot|sec|csc|ln|log)[α-ωϑϕ]$/;
/** `sec²x`, `sec x`: the function, and no seconds. */
const SECANT = /(?<!\/)\bsec(?:[²³]|\^\{?\d\}?)?\s*(?:\(|[a-zα-ωϑϕ](?![a-z]))/u;
/** `5 km`, `3 pts`: a number before letters that are no function. */
const unitLike = (text: string): boolean =>
  [...text.matchAll(/\d\s+([b-df-hj-np-tv-z]{2,3})\b/g)].some(([, letters = '']) => !NAMES.test(letters));

/** `72 km/h = 72000 m / 3600 s`: numbers with their units, signs, and nothing else. */
function isQuantityLine(line: string): boolean {
  const trimmed = line.trim().replace(/[.,;]$/, '');
  if (trimmed.length > 200 || !/=/.test(trimmed) || !/\d/.test(trimmed) || /[$£€¥"“”?!\\:]|\d,\d|^[-–*+•]\s/.test(trimmed)) return false;
  const words = trimmed.replace(/^\p{L}\s*=/u, '').match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || !words.every(word => /^[mhgslLt]$/.test(word) || MEASURE.test(word))) return false;
  if (!/[\p{L}][²³^]|\/\s*[\p{L}]|\d\s*[mhgslLt](?!\p{L})/u.test(trimmed)) return false;
  const { statement, leading } = parseStatement(trimmed);
  if (statement?.kind !== 'chain' || (statement.sides.length < 2 && leading === undefined)) return false;
  const named = statement.sides.length > 2 && statement.sides[0]?.kind === 'symbol' ? 1 : 0;
  return statement.sides.slice(named).every(side => hasUnits(asQuantity(side)));
}

const MEASURE = /^(?:mm|cm|dm|km|mg|kg|ml|cl|litres?|liters?|met(?:er|re)s?|hours?|min|minutes?|sec|seconds?)$/;

const LONGEST_LINE = 4000;

/** `nt − zn = cj + hr`: products of two letters, and no number that could stand before a unit. */
const PAIRED =
  /^[a-z]{1,2}(?:\s*[-+−]\s*[a-z]{1,2})+\s*=\s*[a-z]{1,2}(?:\s*[-+−]\s*[a-z]{1,2})*$|^[a-z]{1,2}\s*=\s*[a-z]{1,2}(?:\s*[-+−]\s*[a-z]{1,2})+$/;

/** True when a line is mathematics and nothing else: no words but names of functions, and something to read. Marked `$…$` alone counts. */
function isMathsLine(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const trimmed = line
    .trim()
    .replace(/^(?:\$\$?|\\\(|\\\[)|(?:\$\$?|\\\)|\\\])[.,;]?$/g, '')
    .trim();
  if (/^[^$]*\(I{1,3}V?\)[^$]*:\s*\$/.test(trimmed)) return false;
  if (trimmed === '' || trimmed.startsWith('#') || !/[\dA-Za-zα-ωΑ-Ω√∫∑]/.test(trimmed) || /[?"“”]\s|(?<![\w)}])!\s|[?"“”]$/.test(trimmed))
    return false;
  if (PAIRED.test(trimmed)) return true;
  const plain = trimmed
    .replace(/\\(?:text|mathrm|textrm|operatorname|mbox|tag|label)\*?\s*\{[^}]*\}/g, ' ')
    .replace(/\\[a-zA-Z]+|(?<![Ͱ-Ͽ])π(?![Ͱ-Ͽ])|(?<=[\p{L}\d)⁻⁺⁰-⁹¹²³])[ʰ-ʸˡ-ˣᵃ-ᵛᶜᶠᶻⁱⁿ]+/gu, ' ')
    .replace(/(?<!\p{L})(?:\p{L}{1,2}e(?=\^)|d[A-Z](?!\p{L})|[A-Z]{2}(?=\s*[=²³^|·×)]))/gu, ' e');
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  if (/^if\s/i.test(trimmed) || /\bat\s+\$?\p{L}\s*=/iu.test(plain) || /\bint\s+\p{L}\s*=/u.test(plain)) return false;
  if (
    !words.every(
      word =>
        NAMES.test(word) ||
        OF_GREEK.test(word) ||
        /^[b-df-hj-np-tv-z]{2,3}$|^[α-ω]{2,3}$|^u[tv-z]$|^[b-df-hj-np-tv-z]{1,2}[A-Z]$/.test(word) ||
        isLetterRun(word, plain),
    )
  )
    return false;
  if (unitLike(plain) || words.some(word => word.length > 1 && knownUnit(word) !== null && !(word === 'sec' && SECANT.test(plain))))
    return false;
  if (/[^\P{L}A-Za-zα-ωΑ-Ωϑϕ]|\p{Extended_Pictographic}(?<![\d*#©®™])/u.test(plain)) return false;
  if (words.some(word => /^(?:and|or)$/i.test(word)) && !/(?<!\p{L})\p{L}(?!\p{L})/u.test(plain)) return false;
  if (/[=<>≤≥≠≈⇒]|\\(?:le|ge|ne|lt|gt|leq|geq|neq|approx|Rightarrow|implies|iff|in)\b/.test(trimmed)) return true;
  if (/^\d+(?:[/.:-]\d+){2,}\.?$|^\d{1,2}:\d{2}\b|^\d{3}-\d{4}$/.test(trimmed)) return false;
  return /\d/.test(trimmed) || /\\[a-zA-Z]|[+*/^]/.test(trimmed);
}
