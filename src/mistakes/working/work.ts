import { someNode } from '../../math/decide/free.ts';
import { expandStatement } from '../../math/decide/plus-minus.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import { type Expr, NOWHERE, type Relation, type Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import { isStatement } from '../../math/tree.ts';
import { lettersIn } from '../sides.ts';
import { tidy } from '../tidy.ts';
import { hasLetter } from '../walk.ts';
import { absoluteMove } from './absolute.ts';
import { exponentialMove } from './exponential.ts';
import { fractionMove } from './fraction-equation.ts';
import { inequalityMove } from './inequality.ts';
import { solveBetween } from './linear.ts';
import { literalMove } from './literal.ts';
import { logarithmMove } from './logarithm.ts';
import type { Move } from './move.ts';
import type { Style } from './numbers.ts';
import { oneBaseMove } from './one-base.ts';
import { either, NEVER } from './polynomial.ts';
import { polynomialMove } from './polynomial-equation.ts';
import { radicalMove } from './radical.ts';
import { simplify } from './simplify.ts';
import { alone } from './special.ts';
import { solveSystem } from './system.ts';
import { trigonometryMove } from './trigonometry.ts';

const MOVES: readonly Move[] = [
  fractionMove,
  polynomialMove,
  absoluteMove,
  radicalMove,
  exponentialMove,
  oneBaseMove,
  logarithmMove,
  trigonometryMove,
  alone,
];

const MOST_LINES = 16;

/**
 * The usual lines from a statement down to its end: an equation, inequality or system solved, an expression worked out or simplified. The statement itself
 * is left out. Null when it is of no known kind, or does not come to an end.
 */
export function workOut(from: Statement, style: Style): Statement[] | null {
  if (from.kind === 'chain' && from.sides.length === 1) {
    const [only] = from.sides;
    return only
      ? settled(
          from,
          simplify(only, style).map(side => ({ ...from, sides: [side], span: NOWHERE })),
        )
      : null;
  }
  const lines = worked(from, style);
  if (!lines) return null;
  const kept = withoutGained(from, lines.at(-1) ?? from);
  return settled(from, kept ? [...lines, kept] : lines);
}

/** The first line of the way, where its end is not known; empty where nothing is. */
export function nextLine(from: Statement, style: Style): Statement[] {
  const next = onwards(from, style, 0)?.filter(line => printPlain(line) !== printPlain(from)) ?? [];
  return next.slice(0, 1);
}

/** Cases inside cases are followed so deep. */
const DEEPEST = 6;

function worked(from: Statement, style: Style, depth = 0): Statement[] | null {
  if (depth > DEEPEST) return null;
  if (from.kind === 'and') {
    const lines = solveSystem(from.parts, style);
    if (lines) return lines;
  }
  const lines: Statement[] = [];
  for (let line = from; !isSolved(line, style); ) {
    const next = onwards(line, style, depth);
    if (!next || lines.length + next.length > MOST_LINES) return null;
    lines.push(...next);
    const last = next.at(-1);
    if (!last || printPlain(last) === printPlain(line)) return null;
    line = last;
  }
  return lines;
}

/** The next line or lines. */
function onwards(line: Statement, style: Style, depth: number): Statement[] | null {
  if (hasPlusMinus(line)) return [expandStatement(line)];
  if (line.kind === 'or') return eachCase(line.parts, style, depth);
  if (line.kind !== 'chain') return null;
  if (line.sides.length === 3) return solveBetween(line, style);
  const [left, right] = line.sides;
  const [rel] = line.relations;
  if (!left || !right || !rel || line.sides.length !== 2) return null;
  const letters = [...lettersIn(line)];
  if (letters.length > 1 || (style.target !== undefined && letters.length === 1 && letters[0] !== style.target)) {
    return rel === '=' ? literalMove({ left, right, letter: style.target ?? '' }, style) : null;
  }
  const [letter] = letters;
  if (letter === undefined) return null;
  if (rel !== '=') return inequalityMove({ left, right, letter, rel }, style);
  for (const move of MOVES) {
    const next = move({ left, right, letter }, style);
    if (next && next.length > 0) return next;
  }
  return null;
}

/** Every case a line further; solved ones are carried along. */
function eachCase(parts: readonly Statement[], style: Style, depth: number): Statement[] | null {
  const each = parts.map(part => (isSolved(part, style) ? [] : worked(part, style, depth + 1)));
  if (each.some(lines => lines === null)) return null;
  const longest = Math.max(...each.map(lines => lines?.length ?? 0));
  return Array.from({ length: longest }, (_, i) =>
    joined(parts.map((part, j) => (i === longest - 1 ? each[j]?.at(-1) : (each[j]?.[i] ?? each[j]?.at(-1))) ?? part)),
  );
}

/** The cases in one line, each once, impossible ones left out. */
function joined(parts: readonly Statement[]): Statement {
  const flat = parts.flatMap(part => (part.kind === 'or' ? part.parts : part.kind === 'truth' && !part.value ? [] : [part]));
  const distinct = [...new Map(flat.map(part => [printPlain(part), part])).values()];
  return either(distinct.toSorted((a, b) => rank(a) - rank(b)));
}

/** Solutions stand in order of size; conditions stay where they are. */
function rank(part: Statement): number {
  const value =
    part.kind === 'chain' && part.sides[0]?.kind === 'symbol' && part.sides[1] && part.relations[0] === '='
      ? evaluateNumeric(part.sides[1])
      : 0;
  return typeof value === 'number' ? value : 0;
}

/** Nothing is left to do: a letter stands alone, or the line says that all or no values do. */
export function isSolved(line: Statement, style: Style): boolean {
  if (line.kind === 'truth' || line.kind === 'member') return true;
  if (line.kind !== 'chain') return line.parts.every(part => isSolved(part, style));
  const { sides, relations } = line;
  const open = sides.filter(hasLetter);
  const [only] = open;
  if (!only || sides.length < 2 || relations.some(rel => rel === '≠' || rel === '≈')) return open.length === 0;
  const rest = sides.filter(side => side !== only);
  if (style.target !== undefined && only.kind === 'symbol' && only.name === style.target && only === sides[0])
    return !rest.some(side => lettersIn(side).has(only.name)) && (open.length > 1 || rest.every(isPlain));
  if (only.kind !== 'symbol' || hasPlusMinus(line)) return false;
  const turns = (side: Expr): boolean => [...lettersIn(side)].every(name => name === style.general);
  return style.general === undefined ? open.length === 1 && rest.every(isPlain) : only === sides[0] && rest.every(turns);
}

const hasPlusMinus = (line: Statement): boolean =>
  line.kind === 'chain' && line.sides.some(side => someNode(side, node => node.kind === 'plusminus'));

const isPlain = (side: Expr): boolean => hasLetter(side) === false && printPlain(tidy(side)).length >= printPlain(side).length - 1;

/** The solutions that solve the first statement, where some of those found do not; null when all do. */
export function withoutGained(from: Statement, last: Statement): Statement | null {
  const parts = last.kind === 'or' ? last.parts : [last];
  const [name, ...others] = lettersIn(from);
  if (name === undefined || others.length > 0) return null;
  const kept = parts.filter(part => solves(from, name, part));
  return kept.length === parts.length ? null : kept.length === 0 ? NEVER : either(kept);
}

/** False only when the value surely does not solve the statement. */
function solves(from: Statement, name: string, part: Statement): boolean {
  const [left, right] = part.kind === 'chain' && part.relations.length === 1 && part.relations[0] === '=' ? part.sides : [];
  if (left?.kind !== 'symbol' || !right) return true;
  const value = evaluateNumeric(right);
  if (typeof value !== 'number') return true;
  return holdsAt(from, name, value);
}

function holdsAt(from: Statement, name: string, value: number): boolean {
  if (from.kind === 'or') return from.parts.some(part => holdsAt(part, name, value));
  if (from.kind === 'and') return from.parts.every(part => holdsAt(part, name, value));
  if (from.kind === 'chain' && from.relations.every(rel => rel in ORDER)) return inOrder(from, new Map([[name, value]]));
  if (from.kind !== 'chain' || from.sides.length !== 2 || from.relations[0] !== '=') return true;
  const at = new Map([[name, value]]);
  if (from.sides.some(side => someNode(side, node => isOutside(node, at)))) return false;
  const [a, b] = from.sides.map(side => evaluateNumeric(side, at));
  if (typeof a !== 'number' || typeof b !== 'number') return true;
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

const ORDER: Partial<Record<Relation, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b - 1e-9,
  '>': (a, b) => a > b + 1e-9,
  '≤': (a, b) => a <= b + 1e-9,
  '≥': (a, b) => a >= b - 1e-9,
};

function inOrder({ sides, relations }: Statement & { kind: 'chain' }, at: ReadonlyMap<string, number>): boolean {
  const values = sides.map(side => evaluateNumeric(side, at));
  return relations.every((rel, i) => {
    const [a, b] = [values[i], values[i + 1]];
    return typeof a !== 'number' || typeof b !== 'number' || ORDER[rel]?.(a, b) !== false;
  });
}

/** A logarithm of what is not positive, an even root of what is negative, a division by 0. */
function isOutside(node: Expr, at: ReadonlyMap<string, number>): boolean {
  const [inside] = node.kind === 'quotient' ? [node.den] : node.kind === 'call' ? node.args : [];
  const value = inside && evaluateNumeric(inside, at);
  if (typeof value !== 'number') return false;
  if (node.kind === 'quotient') return Math.abs(value) < 1e-12;
  if (node.kind !== 'call') return false;
  return node.fn === 'ln' || node.fn === 'log' ? value <= 1e-12 : node.fn === 'sqrt' && value < -1e-9;
}

/** Leaves out lines that say the same as the one before them in the same words. */
function settled(from: Statement, lines: readonly Statement[]): Statement[] {
  return lines.filter((line, i) => isStatement(line) && printPlain(line) !== printPlain(lines[i - 1] ?? from));
}
