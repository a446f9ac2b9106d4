import type { Expr } from '../expr.ts';
import { plainWords } from '../read/plain-words.ts';
import { knownUnit } from '../read/units.ts';
import type { Style } from './style.ts';

interface Factor {
  readonly x: Expr;
  readonly text: string;
}

/** No command or word that matters for the spacing is longer. */
const LONGEST_NAME = 16;

/** Factors side by side, with the brackets and spaces that keep them apart: two numbers, a number and a fraction, letters that would spell a word. */
export function joinFactors(factors: readonly Factor[], style: Style): string {
  const pieces: string[] = [];
  for (let at = factors.length - 1; at >= 0; at--) {
    const { x, text } = factors[at] as Factor;
    const bracketed = needsBrackets(x, text, factors[at - 1]?.x, factors[at + 1]?.x, pieces[at + 1]);
    pieces[at] = bracketed ? style.brackets(text) : text;
  }
  let tail = '';
  return pieces
    .map((piece, at) => {
      const x = factors[at]?.x;
      const added = (x === undefined ? '' : gap(tail, piece, x, factors[at - 1]?.x)) + piece;
      tail = (tail + added).slice(-LONGEST_NAME);
      return added;
    })
    .join('');
}

function needsBrackets(x: Expr, text: string, before: Expr | undefined, after: Expr | undefined, next: string | undefined): boolean {
  if (after?.kind === 'unit' && after.name === '°' && x.kind === 'power') return true;
  if (x.kind === 'symbol' && /^[fghCP]\b/.test(x.name) && next !== undefined && /^(\\left)?\(/.test(next)) return true;
  if (before === undefined) return false;
  if (/^[\d.]/.test(text)) return before.kind !== 'unit';
  return (
    before.kind === 'number' &&
    x.kind === 'quotient' &&
    x.bar &&
    x.num.kind === 'number' &&
    x.den.kind === 'number' &&
    !text.startsWith('(')
  );
}

function gap(tail: string, piece: string, x: Expr, before: Expr | undefined): string {
  if (before === undefined) return '';
  if (x.kind === 'unit' || (x.kind !== 'symbol' && /^\\mathrm/.test(piece)) || isPlainUnit(x))
    return x.kind === 'unit' && x.name === '°' ? '' : separator(piece);
  if (/\\[a-zA-Z]+$/.test(tail) && /^[a-zA-Z]/.test(piece)) return ' ';
  const letters = /[a-zA-Z]+$/.exec(tail)?.[0] ?? '';
  if (letters === '' || !/^[a-zA-Z]/.test(piece)) return '';
  const run = letters + (/^[a-zA-Z]+/.exec(piece)?.[0] ?? '');
  return run.length > 3 ||
    plainWords.has(run) ||
    plainWords.has(run.toLowerCase()) ||
    knownUnit(run) !== null ||
    run === 'nCr' ||
    run === 'nPr'
    ? ' '
    : '';
}

const isPlainUnit = (x: Expr): boolean =>
  x.kind === 'quotient' ? x.num.kind === 'unit' || isPlainUnit(x.num) : x.kind === 'power' && x.base.kind === 'unit';

const separator = (piece: string): string => (piece.startsWith('\\') ? '\\,' : ' ');
