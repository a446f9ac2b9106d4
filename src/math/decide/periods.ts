import { num } from '../build.ts';
import type { CompareOptions } from '../comparison.ts';
import { type Expr, NOWHERE, type Statement } from '../expr.ts';
import { expressionsOf, freeLetters, someNode, someSymbol, substitute } from './free.ts';
import { real } from './real.ts';

/** Solutions given with a parameter are compared in this distance from 0: two turns. */
export const WINDOW = 13;
const NAMES: ReadonlySet<string> = new Set(['n', 'k', 'm', 'l', 'j', 'N', 'K']);
const MOST_COPIES = 240;
/** `3x = … + 2πn` needs three times as many turns as `x`. */
const LARGEST_MULTIPLE = 4;

/**
 * Letters that run over the whole numbers: those said to (`k ∈ ℤ`), and a letter usual for it beside π or degrees on the right of `x = …`, when it stands in only one of
 * the statements, or in both in that way.
 */
export function wholeParameters(from: Statement, to: Statement, o: CompareOptions): ReadonlySet<string> {
  const found = new Set([...declared(from), ...declared(to)]);
  const candidates = new Set([...periodic(from), ...periodic(to)]);
  for (const name of candidates) {
    if (o.vars && o.vars.length > 0 && !o.vars.includes(name)) found.add(name);
    else if (!o.vars && [from, to].every(s => periodic(s).has(name) || !freeLetters(expressionsOf(s)).includes(name))) found.add(name);
    else if (o.vars && [from, to].some(s => !freeLetters(expressionsOf(s)).includes(name))) found.add(name);
  }
  return found;
}

function declared(statement: Statement): string[] {
  if (statement.kind === 'and' || statement.kind === 'or') return statement.parts.flatMap(declared);
  const isWhole = statement.kind === 'member' && statement.set.kind === 'integers' && statement.element.kind === 'symbol';
  return isWhole && statement.element.kind === 'symbol' ? [statement.element.name] : [];
}

/** Parameter letters of `x = a + n·p` where the right side speaks of angles. */
function periodic(statement: Statement): Set<string> {
  if (statement.kind === 'and' || statement.kind === 'or') return new Set(statement.parts.flatMap(part => [...periodic(part)]));
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return new Set();
  const [left, right] = statement.sides;
  if (!left || !right || !someSymbol(right, isAngle)) return new Set();
  const inLeft = freeLetters([left]);
  return new Set(freeLetters([right]).filter(name => NAMES.has(name) && !inLeft.includes(name)));
}

function isAngle(name: string): boolean {
  return name === 'pi' || name === 'unit degree' || name === 'unit °';
}

/** Whether one statement asks about angles and the other has a letter usual for whole numbers that the first has not: degrees may go without their sign. */
export function mayBePeriodic(asking: Statement, answering: Statement): boolean {
  const there = freeLetters(expressionsOf(asking));
  if (!freeLetters(expressionsOf(answering)).some(name => NAMES.has(name) && !there.includes(name))) return false;
  return expressionsOf(asking).some(expr => someNode(expr, node => node.kind === 'call' && TRIGONOMETRIC.has(node.fn)));
}

const TRIGONOMETRIC: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

/** `k ∈ ℤ` itself. */
const isDeclaration = (part: Statement): boolean => part.kind === 'member' && declared(part).length > 0;

/** The statement with each parameter written out as often as the window needs; null when it needs too many copies. */
export function expandPeriods(statement: Statement, whole: ReadonlySet<string>): Statement | null {
  if (statement.kind === 'and') {
    const rest = statement.parts.filter(part => !isDeclaration(part));
    const parts = rest.map(part => expandPeriods(part, whole));
    if (parts.includes(null)) return null;
    return parts.length === 1 && parts[0] ? parts[0] : { ...statement, parts: parts.filter(p => p !== null) };
  }
  if (statement.kind === 'or') {
    const parts = statement.parts.filter(part => !isDeclaration(part)).map(part => expandPeriods(part, whole));
    return parts.includes(null) ? null : { ...statement, parts: parts.filter(p => p !== null) };
  }
  if (statement.kind !== 'chain') return statement;
  const [name, ...others] = freeLetters(statement.sides).filter(letter => whole.has(letter));
  if (name === undefined) return statement;
  const right = statement.sides[1];
  if (others.length > 0 || !right) return null;
  const reach = copiesNeeded(right, name);
  if (reach === null) return null;
  const copies: Statement[] = [];
  for (let k = -reach; k <= reach; k++) {
    copies.push({ ...statement, sides: statement.sides.map(side => substitute(side, name, num(k))) });
  }
  return { kind: 'or', parts: copies, span: NOWHERE };
}

/** How far the parameter must run for the values of `a + n·p` to leave the window on both sides. */
function copiesNeeded(expr: Expr, name: string): number | null {
  const [at0, at1, at2] = [0, 1, 2].map(k => real(expr, new Map([[name, k]])).v);
  if (at0 === undefined || at1 === undefined || at2 === undefined) return null;
  const period = at1 - at0;
  if (!(Math.abs(period) > 0.2) || Math.abs(at2 - at1 - period) > 1e-9 * Math.abs(period)) return null;
  const reach = Math.ceil((LARGEST_MULTIPLE * WINDOW + Math.abs(at0)) / Math.abs(period)) + 1;
  return 2 * reach < MOST_COPIES ? reach : null;
}
