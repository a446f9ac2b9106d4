import type { Expr } from '../expr.ts';
import { plainWords } from '../read/macros.ts';
import { knownUnit } from '../read/units.ts';
import type { Style } from './style.ts';

interface Factor {
  readonly x: Expr;
  readonly text: string;
}

/** Factors side by side, with the brackets and spaces that keep them apart: two numbers, a number and a fraction, letters that would spell a word. */
export function joinFactors(factors: readonly Factor[], style: Style): string {
  let line = '';
  factors.forEach(({ x, text }, at) => {
    const before = factors[at - 1]?.x;
    const next = factors[at + 1]?.text;
    const piece = needsBrackets(x, text, before, next) ? style.brackets(text) : text;
    line += gap(line, piece, x, before) + piece;
  });
  return line;
}

function needsBrackets(x: Expr, text: string, before: Expr | undefined, next: string | undefined): boolean {
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

function gap(line: string, piece: string, x: Expr, before: Expr | undefined): string {
  if (before === undefined) return '';
  if (x.kind === 'unit' || (x.kind !== 'symbol' && /^\\mathrm/.test(piece)) || isPlainUnit(x))
    return x.kind === 'unit' && x.name === '°' ? '' : separator(piece);
  if (/\\[a-zA-Z]+$/.test(line) && /^[a-zA-Z]/.test(piece)) return ' ';
  const letters = /[a-zA-Z]+$/.exec(line)?.[0] ?? '';
  if (letters === '' || !/^[a-zA-Z]/.test(piece)) return '';
  const run = letters + (/^[a-zA-Z]+/.exec(piece)?.[0] ?? '');
  return run.length > 3 || plainWords.has(run) || knownUnit(run) !== null || run === 'nCr' || run === 'nPr' ? ' ' : '';
}

const isPlainUnit = (x: Expr): boolean =>
  x.kind === 'quotient' ? x.num.kind === 'unit' || isPlainUnit(x.num) : x.kind === 'power' && x.base.kind === 'unit';

const separator = (piece: string): string => (piece.startsWith('\\') ? '\\,' : ' ');
