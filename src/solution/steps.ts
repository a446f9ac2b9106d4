import type { Block } from './layout.ts';
import { trimRange } from './mask.ts';
import { type Piece, piecesOf, problemPieces, type Source } from './pieces.ts';
import type { Range } from './solution.ts';

/** One step: where it stands, and the prose and rows it is made of. */
export interface Part {
  readonly range: Range;
  readonly pieces: readonly Piece[];
  /** Expressions marked as mathematics count as claims too, as in 'Simplify $3(x + 2)$'. */
  readonly bare?: boolean;
}

const CONCLUSION =
  /^(?:so|therefore|thus|hence|finally|in conclusion|∴)?,?\s*(?:the|my|our|final)\s+(?:final\s+)?(?:answer|result|solution)\b/i;
/** What a step with this much text may say at most to be merely the words before a display. */
const LONGEST_INTRODUCTION = 300;

/**
 * The steps of a piece of work, as its writer would count them: a list item, a paragraph, a line of plain text, or all that stands under
 * a `Step n` label. Inside one, several rows of displayed work are each a step, and words before a row belong to it.
 */
export function stepParts(source: Source, blocks: readonly Block[]): Part[] {
  return groupsOf(source, blocks).flatMap(group => splitGroup(source, group));
}

/** A range read as one part whatever it holds: a problem statement, a row of data. */
export function onePart(source: Source, range: Range, bare: boolean): Part {
  return { range, pieces: (bare ? problemPieces : piecesOf)(source, range), bare };
}

function groupsOf(source: Source, blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let labelled = false;
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (block.kind === 'label' || group === undefined || last === undefined) {
      groups.push([block]);
      labelled = block.kind === 'label';
      continue;
    }
    const text = source.masked.slice(block.range.start, block.range.end);
    const joins =
      last.kind === 'label' ||
      (block.item !== null && block.item === last.item) ||
      (labelled && block.kind !== 'item' && !CONCLUSION.test(text)) ||
      (block.kind === 'display' && introduces(source, last)) ||
      (block.kind === 'paragraph' && last.kind === 'paragraph' && introduces(source, last) && isRow(source, block));
    if (joins) group.push(block);
    else {
      groups.push([block]);
      labelled = false;
    }
  }
  return groups;
}

function introduces(source: Source, { range }: Block): boolean {
  return range.end - range.start <= LONGEST_INTRODUCTION && /[:,]\s*$/.test(source.masked.slice(range.start, range.end));
}

function isRow(source: Source, { range }: Block): boolean {
  const [piece, ...others] = piecesOf(source, range);
  return others.length === 0 && piece?.kind === 'row';
}

function splitGroup(source: Source, group: readonly Block[]): Part[] {
  const pieces = group.flatMap(block => (block.kind === 'label' ? [] : piecesOf(source, block.range)));
  const whole = { start: group[0]?.range.start ?? 0, end: group.at(-1)?.range.end ?? 0 };
  if (pieces.filter(piece => piece.kind === 'row').length < 2) return tidy(source, [{ range: whole, pieces }]);
  const parts: Part[] = [];
  let open: Piece[] = [];
  let start = group[0]?.kind === 'label' ? whole.start : (pieces[0]?.range.start ?? whole.start);
  for (const piece of pieces) {
    if (open.length === 0 && parts.length > 0) start = piece.range.start;
    open.push(piece);
    if (piece.kind === 'prose') continue;
    parts.push({ range: { start, end: piece.range.end }, pieces: open });
    open = [];
  }
  const last = parts.at(-1);
  const rest = open[0];
  if (rest !== undefined && last !== undefined) {
    if (/[=<>≤≥≈]/.test(source.masked.slice(rest.range.start, whole.end))) parts.push({ range: { start, end: whole.end }, pieces: open });
    else parts[parts.length - 1] = { range: { start: last.range.start, end: whole.end }, pieces: last.pieces };
  }
  return tidy(source, parts);
}

function tidy(source: Source, parts: readonly Part[]): Part[] {
  return parts
    .map(part => ({ ...part, range: trimRange(source.text, part.range) }))
    .filter(({ range, pieces }) => pieces.length > 0 && /[\p{L}\p{N}]/u.test(source.masked.slice(range.start, range.end)));
}
