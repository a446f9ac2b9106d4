import { minus, relation, sum, sym } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { lettersIn, sidesOf } from '../sides.ts';
import { coefficients } from '../tidy.ts';
import { solveLinear } from './linear.ts';
import { numberAs, type Style, term } from './numbers.ts';
import { byPower } from './polynomial.ts';

/** `a·x + b·y + … = c`: what stands before each letter, and the number on the other side. */
interface Row {
  readonly by: ReadonlyMap<string, Q.Rational>;
  readonly c: Q.Rational;
}

const MOST_LETTERS = 4;

/** As many linear equations as letters: one letter expressed by the others, put into the rest, and so on; then put back. */
export function solveSystem(given: readonly Statement[], style: Style): Statement[] | null {
  const letters = [...new Set(given.flatMap(part => [...lettersIn(part)]))];
  if (letters.length < 2 || letters.length > MOST_LETTERS || given.length !== letters.length) return null;
  const rows = given.map(rowOf);
  const found = rows.every(row => row !== null) ? eliminate(rows, letters, style) : null;
  return found && found.lines;
}

interface Found {
  readonly lines: Statement[];
  readonly values: ReadonlyMap<string, Q.Rational>;
}

function eliminate(rows: readonly Row[], letters: readonly string[], style: Style): Found | null {
  const [only] = letters;
  const [last] = rows;
  if (letters.length === 1 && only !== undefined && last) return lastLetter(last, only);
  const pivot = easiest(rows, letters);
  if (!pivot) return null;
  const { row, letter } = pivot;
  const front = at(row, letter);
  const others = letters.filter(name => name !== letter);
  const part = (value: Q.Rational): Q.Rational => Q.divide(value, front) ?? value;
  const byOthers = new Map(others.map(name => [name, part(Q.negate(at(row, name)))]));
  const constant = part(row.c);
  const expressed = sum(...term(constant, null, style), ...others.flatMap(name => term(byOthers.get(name) ?? Q.ZERO, sym(name), style)));
  const rest = rows.filter(other => other !== row).map(other => put(other, letter, byOthers, constant));
  const found = eliminate(rest, others, style);
  if (!found) return null;
  const value = others.reduce(
    (so, name) => Q.add(so, Q.multiply(byOthers.get(name) ?? Q.ZERO, found.values.get(name) ?? Q.ZERO)),
    constant,
  );
  const lines = [
    relation(sym(letter), '=', expressed),
    ...rows.filter(other => other !== row).flatMap((other, i) => putLines(other, rest[i], letter, expressed, letters.length > 2, style)),
    ...found.lines,
    relation(sym(letter), '=', numberAs(value, style)),
  ];
  return { lines, values: new Map([...found.values, [letter, value]]) };

  function lastLetter(equation: Row, name: string): Found | null {
    const root = Q.divide(equation.c, at(equation, name));
    if (!root) return null;
    const lines = solveLinear(name, '=', new Map([[1, at(equation, name)]]), new Map([[0, equation.c]]), style);
    return { lines, values: new Map([[name, root]]) };
  }
}

/** The expression put in for the letter, and in the last of the equations the brackets multiplied out. */
function putLines(row: Row, after: Row | undefined, letter: string, expressed: Expr, several: boolean, style: Style): Statement[] {
  if (Q.isZero(at(row, letter)) || !after) return [];
  const inserted = sum(...[...row.by].flatMap(([name, value]) => term(value, name === letter ? expressed : sym(name), style)));
  const opened = sum(...[...after.by].flatMap(([name, value]) => term(value, sym(name), style)));
  return [relation(inserted, '=', numberAs(row.c, style)), ...(several ? [relation(opened, '=', numberAs(after.c, style))] : [])];
}

const at = (row: Row, name: string): Q.Rational => row.by.get(name) ?? Q.ZERO;

function put(row: Row, letter: string, by: ReadonlyMap<string, Q.Rational>, constant: Q.Rational): Row {
  const factor = at(row, letter);
  const names = new Set([...row.by.keys(), ...by.keys()].filter(name => name !== letter));
  return {
    by: new Map([...names].map(name => [name, Q.add(at(row, name), Q.multiply(factor, by.get(name) ?? Q.ZERO))])),
    c: Q.subtract(row.c, Q.multiply(factor, constant)),
  };
}

/** A letter that stands alone in an equation, the first such; else the first letter there is. */
function easiest(rows: readonly Row[], letters: readonly string[]): { row: Row; letter: string } | null {
  const places = rows.flatMap(row =>
    letters
      .toReversed()
      .filter(name => !Q.isZero(at(row, name)))
      .map(letter => ({ row, letter })),
  );
  const alone = places.filter(({ row, letter }) => Q.equal(Q.absolute(at(row, letter)), Q.ONE));
  return alone.find(({ row, letter }) => Q.equal(at(row, letter), Q.ONE)) ?? alone[0] ?? places[0] ?? null;
}

function rowOf(part: Statement): Row | null {
  const sides = sidesOf(part, '=');
  const terms = sides && coefficients(minus(sides[0], sides[1]));
  if (!terms) return null;
  const by = new Map<string, Q.Rational>();
  for (const [key, { coefficient }] of terms) {
    const name = key.replace(/\^1$/, '');
    if (key === '') continue;
    if (!byPower(sym(name), name)?.has(1) || !/^[^·^]+\^1$/.test(key)) return null;
    by.set(name, coefficient);
  }
  return { by, c: Q.negate(terms.get('')?.coefficient ?? Q.ZERO) };
}
