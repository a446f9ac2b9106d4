import { num } from '../math/build.ts';
import { someSymbol, substitute } from '../math/decide/free.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { isClosed } from './letters.ts';
import type { Scene } from './scene.ts';

/** A name of a vector, point or complex number, bare or under an arrow or in bold, before its value or the brackets of a point. */
const NAMED =
  /(?<![\w\\{]|\\(?:vec|mathbf|mathbb|boldsymbol|underline|bm)\s)(?:\\(?:vec|mathbf|mathbb|boldsymbol|overrightarrow|underline|bm)\s*\{?\s*)?\\?\**([A-Za-z]{1,2}(?:_\{?\d\}?|[₁₂₃])?)\u20d7?\**\}?\s*(=|(?=[([]|\\left\())\s*/g;

/** Signs and words at which a value ends. */
const BEHIND =
  /^(?:[;?$]|[.,](?:\s|$)|\\(?:text|quad|qquad|\)|\])|(?!(?:sqrt|cos|sin|cis|exp|frac|pi|left|right|begin|end|pmatrix|bmatrix|i|j|k|e)(?![a-z]))[a-z]{2,})/i;
const LONGEST = 120;

/** The text of a value from `at` on: up to a comma, a word, or the end of its sentence that stands in no brackets. */
function valueFrom(text: string, at: number): string {
  let depth = 0;
  for (let to = at; to < text.length && to - at < LONGEST; to++) {
    const rest = text.slice(to, to + 16);
    if (depth === 0 && to > at && BEHIND.test(rest)) return text.slice(at, to);
    const command = /^\\[a-zA-Z]+/.exec(text.slice(to))?.[0];
    if (command === '\\begin') depth++;
    else if (command === '\\end') depth--;
    else if (/[([{⟨<]/.test(text.charAt(to))) depth++;
    else if (/[)\]}⟩>]/.test(text.charAt(to)) && --depth < 0) return text.slice(at, to);
    if (command) to += command.length - 1;
    else if (/[a-z]{3}/i.test(text.slice(to, to + 3))) to += (/^[a-z]+/i.exec(text.slice(to))?.[0].length ?? 1) - 1;
  }
  return text.slice(at, at + LONGEST);
}

const isNumber = (name: string): boolean => name === 'i';

export interface Known {
  readonly vectors: ReadonlyMap<string, readonly Expr[]>;
  readonly complex: ReadonlyMap<string, Expr>;
  readonly matrices: ReadonlyMap<string, Expr>;
}

const known = new WeakMap<Scene, Known>();

/** The points, vectors and complex numbers that the problem names with their values. A name with two values has none. */
export function knownValues(scene: Scene): Known {
  const before = known.get(scene);
  if (before) return before;
  const vectors = new Map<string, readonly Expr[]>();
  const complex = new Map<string, Expr>();
  const matrices = new Map<string, Expr>();
  const twice = new Set<string>();
  const { problem } = scene.solution;
  for (const match of problem.matchAll(NAMED)) {
    const name = plainName(match[1] ?? '');
    const text = valueFrom(problem, match.index + match[0].length);
    const { expr } = parseExpression(text.replace(/\*\*/g, '').trim());
    if (!expr || name === '' || isNumber(name) || (match[2] !== '=' && !/^[A-Z]/.test(name))) continue;
    if (expr.kind === 'matrix' && expr.rows.length > 1 && expr.rows[0]?.length !== 1) {
      if (matrices.has(name)) twice.add(name);
      matrices.set(name, expr);
      continue;
    }
    const entries = isClosed(expr) ? entriesOf(expr) : inUnits(expr, problem);
    if (entries === null && !(match[2] === '=' && isClosed(expr) && holdsI(expr))) continue;
    if (vectors.has(name) || complex.has(name)) twice.add(name);
    if (entries) vectors.set(name, entries);
    else complex.set(name, expr);
  }
  for (const name of twice) {
    matrices.delete(name);
    vectors.delete(name);
    complex.delete(name);
  }
  const found = { vectors, complex, matrices };
  known.set(scene, found);
  return found;
}

const holdsI = (expr: Expr): boolean => someSymbol(expr, name => name === 'i');

/** The name without the arrow or bar over it: `vec(a)` → `a`. */
export const plainName = (name: string): string =>
  name
    .replace(/^(?:vec|hat)\((.*)\)$/, '$1')
    .replace(/_\{(\w)\}$/, '_$1')
    .replace(/[₁₂₃]/, sign => `_${'₁₂₃'.indexOf(sign) + 1}`);

/** The entries of a tuple, row or column. */
export function entriesOf(expr: Expr): readonly Expr[] | null {
  if (expr.kind === 'list' && expr.form === 'tuple' && expr.items.length > 1) return expr.items;
  if (expr.kind !== 'matrix' || (expr.rows.length !== 1 && expr.rows.some(row => row.length !== 1))) return null;
  const flat = expr.rows.flat();
  return flat.length > 1 ? flat : null;
}

const UNITS = ['i', 'j', 'k'];

/** `2i + 3j − k` in a problem about vectors: its three entries. */
function inUnits(expr: Expr, problem: string): readonly Expr[] | null {
  if (!/\bvectors?\b|\\vec|\\mathbf|\bplane\b|\b[a-z] ?[·×] ?[a-z]\b/i.test(problem)) return null;
  return unitEntries(expr);
}

/** The entries of a sum of multiples of i, j and k; null where neither j nor k stands in it. */
export function unitEntries(expr: Expr): readonly Expr[] | null {
  const names = (one: string): string[] => [one, `vec(${one})`, `hat(${one})`];
  const has = (one: string): boolean => someSymbol(expr, name => names(one).includes(name));
  if (!has('j') && !has('k')) return null;
  const at = (chosen: string): Expr =>
    UNITS.reduce((result, one) => names(one).reduce((e, name) => substitute(e, name, num(one === chosen ? 1 : 0)), result), expr);
  const entries = (has('k') || !has('i') ? UNITS : UNITS.slice(0, 2)).map(at);
  return entries.every(isClosed) ? entries : null;
}
