import { evaluateExact } from '../math/evaluate.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import type { Step } from '../solution/solution.ts';
import { type Judged, refuted } from './judged.ts';
import { systemOf } from './said/systems.ts';
import type { Scene } from './scene.ts';

type Row = readonly Q.Rational[];

const ENTRY = String.raw`[-−–]?\s*(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?)`;
/** `[0 1 3 | 2]`, `(0, −5 | −14)`. */
const ROW = new RegExp(String.raw`[\[(]\s*(${ENTRY}(?:(?:\s*,\s*|\s+)${ENTRY})*)\s*[|∣¦:]\s*(${ENTRY})\s*[\])]`);
/** `R2 → R2 − 3R1`, `R₂ − 3R₁`, `II − 3·I`, `R3 + R1`, `R2/2`. */
const MOVE =
  /(?:(?:R_?\{?|r_?)(\d)\}?\s*(?:→|->|:=|=|←|<-|\\to|\\leftarrow)\s*)?([-−–]?\s*\d*(?:\/\d+)?)\s*[·*]?\s*R_?\{?(\d)\}?(?:\s*([-+−–])\s*(\d*(?:\/\d+)?)\s*[·*]?\s*R_?\{?(\d)\}?)?(?=[\s:$,;)]|$)/;
const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** Numbers of rows as plain digits, arrays of LaTeX as rows in brackets. */
const plain = (text: string): string =>
  text
    .replace(/[₀-₉]/g, sign => String(DIGITS.indexOf(sign)))
    .replace(/\$|\\(?:left|right|,|;|quad|!)/g, ' ')
    .replace(/\\cdot/g, '·')
    .replace(/R_?\{?(\d)\}?\s*[:÷/]\s*\(?\s*([-−–]?)\s*(\d+)\s*\)?(?=\s*[:→,;])/g, '$21/$3 R$1')
    .replace(/\\d?frac\{(\d+)\}\{(\d+)\}/g, '$1/$2');

const numberIn = (text: string): Q.Rational | null => {
  const { expr } = parseExpression(text.replace(/\s+/g, '').replace(/[−–]/g, '-'));
  return expr && evaluateExact(expr);
};

const factorIn = (text: string): Q.Rational | null => {
  const bare = text.replace(/\s+/g, '').replace(/[−–]/g, '-');
  return bare === '' ? Q.ONE : bare === '-' ? Q.MINUS_ONE : numberIn(bare);
};

/** The rows of the last column matrix that a text writes out in LaTeX; null where it writes none. */
function arrayIn(text: string, width: number): readonly Row[] | null {
  const body = /\\begin\{(?:array)\}\{[^}]*\|[^}]*\}(.*?)\\end\{array\}/s.exec(text)?.[1];
  if (body === undefined) return null;
  const rows = body
    .split(/\\\\/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => line.split('&').map(cell => numberIn(plain(cell))));
  return rows.every(row => row.length === width && row.every(cell => cell !== null))
    ? rows.map(row => row.filter(cell => cell !== null))
    : null;
}

/** The rows in brackets that a text writes out, in order. */
function rowsIn(text: string, width: number): Row[] {
  return [...text.matchAll(new RegExp(ROW, 'g'))].flatMap(([, entries = '', last = '']) => {
    const cells = [...(entries.includes(',') ? entries.split(',') : entries.trim().split(/\s+(?=[-−–\d])/)), last].map(numberIn);
    return cells.length === width && cells.every(cell => cell !== null) ? [cells.filter(cell => cell !== null)] : [];
  });
}

const scaled = (row: Row, by: Q.Rational): Row => row.map(entry => Q.multiply(entry, by));
const added = (a: Row, b: Row): Row => a.map((entry, i) => Q.add(entry, b[i] ?? Q.ZERO));
const equal = (a: Row, b: Row): boolean => a.length === b.length && a.every((entry, i) => Q.equal(entry, b[i] ?? Q.ZERO));
const shown = (row: Row): string => `[${row.slice(0, -1).map(Q.printRational).join(' ')} | ${Q.printRational(row.at(-1) ?? Q.ZERO)}]`;

/**
 * `R2 → R2 − 3R1: [0 −5 | −14]` in a linear system that the problem states: the row against what the operation makes of the rows so far.
 * Null where the step names no operation, more than one, or where the rows so far are not known.
 */
export function judgeRowOperation(scene: Scene, step: Step, index: number): Judged | null {
  if (!/R_?\{?\d|R[₁₂₃₄]/.test(step.text)) return null;
  const system = systemOf(scene);
  if (!system) return null;
  const width = system.letters.length + 1;
  let rows: Row[] | null = system.rows.map(row => [...row]);
  for (const [at, { text }] of scene.solution.steps.slice(0, index + 1).entries()) {
    const found = operated(text, rows, width);
    if (at === index) return found?.wrong ? refuted({ kind: 'computed', expression: found.name, ...found.wrong }, step.range) : null;
    rows = found === null ? rows : found.rows;
    if (rows === null) return null;
  }
  return null;
}

interface Operated {
  readonly name: string;
  /** The rows behind the step; null where they are not known any more. */
  readonly rows: Row[] | null;
  readonly wrong: { readonly value: string; readonly written: string } | null;
}

/** What a step makes of the rows; null for one without an operation, and without rows. */
function operated(raw: string, rows: Row[], width: number): Operated | null {
  const text = plain(raw);
  const moves = [...text.matchAll(new RegExp(MOVE, 'g'))];
  const array = arrayIn(raw, width);
  const listed = rowsIn(text, width);
  const behind = array ? [...array] : moves.length === 0 && listed.length === rows.length ? listed : null;
  if (moves.length === 0) return behind || /R_?\{?\d/.test(text) ? { name: '', rows: behind, wrong: null } : null;
  if (/↔|swap|exchange|interchange|leftrightarrow/i.test(raw) || (array && moves.length > 1))
    return { name: '', rows: behind, wrong: null };
  let known: Row[] | null = rows;
  for (const [i, move] of moves.entries()) {
    const segment = text.slice(move.index, moves[i + 1]?.index);
    const done: Operated | null = known && applied(move, array ?? rowsIn(segment, width).slice(0, 1), known);
    if (!done || done.wrong) return done ?? { name: '', rows: behind, wrong: null };
    known = done.rows;
  }
  return { name: '', rows: behind ?? known, wrong: null };
}

/** One operation, and the rows written behind it, of which one should be what it makes. Without a target, `2R1 − R2` may stand in the place of either row. */
function applied(move: RegExpExecArray, written: readonly Row[], rows: Row[]): Operated {
  const [name, target, by = '', one, sign, times = '', two] = move;
  const [a, b] = [factorIn(by), factorIn(times)];
  const [first, second] = [rows[Number(one) - 1], two === undefined ? undefined : rows[Number(two) - 1]];
  const lost: Operated = { name: name.trim(), rows: null, wrong: null };
  if (!a || !b || !first || (two !== undefined && (!second || two === one)) || written.length === 0) return lost;
  const made = second ? added(scaled(first, a), scaled(second, sign === '+' ? b : Q.negate(b))) : scaled(first, a);
  const settled = target !== undefined || (Q.equal(a, Q.ONE) && !Q.equal(Q.absolute(b), Q.ONE)) || two === undefined;
  const place = Number(target ?? one) - 1;
  const right = written.find(row => equal(row, made));
  if (right) return { ...lost, rows: settled ? rows.map((row, i) => (i === place ? right : row)) : null };
  const own = written.length === 1 ? written[0] : settled ? written[place] : undefined;
  if (!own || written.some(row => equal(row, scaled(made, Q.MINUS_ONE)))) return lost;
  return { ...lost, wrong: { value: shown(made), written: shown(own) } };
}
