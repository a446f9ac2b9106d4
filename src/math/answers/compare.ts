import { num, relation, sym } from '../build.ts';
import { compareAnswers, compareExpressions, compareStatements } from '../compare.ts';
import type { CompareOptions, Comparison } from '../comparison.ts';
import { asAnswer, bareOf } from '../decide/answers.ts';
import { expressionsOf, freeLetters, mapParts, someNode } from '../decide/free.ts';
import type { Expr, Statement } from '../expr.ts';
import { printPlain } from '../print.ts';
import { isUnits } from '../tree.ts';
import { asAlternatives, coordinates, pointsAbout } from './points.ts';
import { asQuantity, hasUnits, inMeasures, withoutUnits } from './quantities.ts';

const unknown = (why: string): Comparison => ({ kind: 'unknown', why });

/** Whether two final answers name the same value, set, interval or point, as a marker reads them. */
export function compareFinalAnswers(from: Statement, to: Statement, o: CompareOptions): Comparison {
  const [a, b] = [from, to].map(asAlternatives).map(valueOfFunction) as [Statement, Statement];
  const points = comparePoints(a, b, o);
  if (points) return points;
  const [x, y] = [asAnswer(a), asAnswer(b)].map(answer => ({ ...answer, value: answer.value && unwrapped(answer.value) }));
  if (!x || !y) return unknown('nothing was answered');
  if (!x.value || !y.value) return compareAnswers(asInterval(a, b), asInterval(b, a), o);
  const [left, right] = [headOf(a), headOf(b)];
  if (left && right && left !== right) return compareNamed(a, b, x.value, y.value, o);
  return compareValues(a, b, x.value, y.value, o);
}

/** `f(x) = x^2` names the expression; its name says nothing. */
function valueOfFunction(statement: Statement): Statement {
  const [left, right] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  const names = left?.kind === 'call' && /^[a-zA-Z](\^-1|'*)$/.test(left.fn) && left.args.every(arg => arg.kind === 'symbol');
  return names && right ? { kind: 'chain', sides: [right], relations: [], span: statement.span } : statement;
}

/** A set of one and a column of numbers are what they hold: `{3}` is 3, a column a point. */
function unwrapped(value: Expr): Expr {
  if (value.kind === 'list' && value.form === 'set' && value.items.length === 1) return value.items[0] ?? value;
  if (value.kind !== 'matrix' || (value.rows.length > 1 && value.rows.some(row => row.length > 1))) return value;
  return { kind: 'list', form: 'tuple', items: value.rows.flat(), span: value.span };
}

/** `(2, 7)` beside a set of numbers is the open interval. */
function asInterval(statement: Statement, other: Statement): Statement {
  const bare = bareOf(statement);
  const [lower, upper] = bare?.kind === 'list' && bare.form === 'tuple' && bare.items.length === 2 ? bare.items : [];
  if (!lower || !upper || coordinates(other).length > 1) return statement;
  const interval: Expr = { kind: 'interval', lower, upper, lowerClosed: false, upperClosed: false, span: statement.span };
  return { kind: 'chain', sides: [interval], relations: [], span: statement.span };
}

/** A system and its solutions as points, `x = 1, y = 2` and `(1, 2)`. */
function comparePoints(a: Statement, b: Statement, o: CompareOptions): Comparison | null {
  const first = pointsAbout(a, coordinates(b));
  if (first) return compareStatements(first, b, o);
  const second = pointsAbout(b, coordinates(a));
  return second && compareStatements(a, second, o);
}

/** The letter that an answer gives a value to. */
function headOf(statement: Statement): string | null {
  const [left] = statement.kind === 'chain' && statement.sides.length === 2 ? statement.sides : [];
  return left?.kind === 'symbol' ? left.name : null;
}

/** Answers about different letters: the same curve is the same answer; the same value of another letter may be another's name for it. */
function compareNamed(a: Statement, b: Statement, x: Expr, y: Expr, o: CompareOptions): Comparison {
  const whole = compareStatements(a, b, o);
  if (whole.kind === 'same') return whole;
  const values = compareExpressions(x, y, o);
  return values.kind === 'different' ? values : unknown('the answers speak of different letters');
}

function compareValues(a: Statement, b: Statement, x: Expr, y: Expr, o: CompareOptions): Comparison {
  if (hasUnits(x) || hasUnits(y)) {
    const rough = [a, b].some(isRough) && sameUnits(asQuantity(x), asQuantity(y));
    const plain = rough ? compareAnswers(unitless(a), unitless(b), o) : null;
    return plain?.kind === 'same' ? plain : compareQuantities(asQuantity(x), asQuantity(y), o);
  }
  const stated = compareAnswers(a, b, o);
  const c = stated.kind === 'same' ? stated : compareExpressions(x, y, o);
  if (c.kind !== 'different') return c;
  const [p, q] = [asQuantity(x), asQuantity(y)];
  if (hasUnits(p) && hasUnits(q) && compareQuantities(p, q, o).kind === 'same') return { kind: 'same', notices: [] };
  if (isAngle(x) !== isAngle(y) && compareExpressions(withoutUnits(x), withoutUnits(y), o).kind === 'same') {
    return unknown('one of the answers may leave out its degrees');
  }
  const [onlyX, onlyY] = [lettersOnlyIn(x, y), lettersOnlyIn(y, x)];
  const [c1, c2] = [onlyX[0], onlyY[0]];
  if (c1 && c2 && onlyX.length === 1 && onlyY.length === 1 && isConstantTerm(x, c1) && isConstantTerm(y, c2)) {
    return compareExpressions(x, renamed(y, c2, c1), o);
  }
  if (onlyX.some(name => isConstantTerm(x, name)) || onlyY.some(name => isConstantTerm(y, name))) {
    return unknown('one of the answers holds a constant that the other has not');
  }
  const periods = c1 && c2 ? compareStatements(about('x', x), about('x', y), o) : null;
  return periods?.kind === 'same' ? periods : c;
}

const isRough = (statement: Statement): boolean => statement.kind === 'chain' && statement.relations.includes('≈');

/** The same units, as they are written. */
function sameUnits(x: Expr, y: Expr): boolean {
  const [first, second] = [x, y].map(expr => {
    const names: string[] = [];
    someNode(expr, node => {
      if (isUnits(node)) names.push(printPlain(node));
      return isUnits(node);
    });
    return names.join();
  });
  return first === second;
}

const unitless = (statement: Statement): Statement =>
  statement.kind === 'chain' ? { ...statement, sides: statement.sides.map(side => magnitude(asQuantity(side))) } : statement;

/** What stands before the units: `377 cm^3` is 377 of them. */
function magnitude(expr: Expr): Expr {
  if (isUnits(expr)) return num(1);
  if (expr.kind !== 'product') return mapParts(expr, magnitude);
  const factors = expr.factors.filter(factor => !isUnits(factor)).map(magnitude);
  const [only] = factors;
  return only && factors.length === 1 ? only : { ...expr, factors };
}

const about = (letter: string, value: Expr): Statement => relation(sym(letter), '=', value);

/** Quantities by their units: `90 km/h` and `25 m/s`. */
export function compareQuantities(x: Expr, y: Expr, o: CompareOptions): Comparison {
  if (hasUnits(x) !== hasUnits(y)) return unknown('only one of the answers has a unit');
  const c = compareExpressions(inMeasures(x), inMeasures(y), o);
  if (c.kind !== 'different') return c;
  const shown = compareExpressions(withoutUnits(x), withoutUnits(y), o);
  return shown.kind === 'same' && lettersOnlyIn(inMeasures(x), inMeasures(y)).length > 0 ? unknown('the units may name the same') : c;
}

const isAngle = (expr: Expr): boolean => someNode(expr, node => node.kind === 'unit');

function lettersOnlyIn(x: Expr, y: Expr): string[] {
  const there = new Set(freeLetters([y]));
  return freeLetters([x]).filter(name => !there.has(name));
}

const CONSTANTS = /^(C|c|K|k|D|C_1|c_1|C_0)$/;

/** Whether a letter usual for a constant of integration is added to the rest and stands nowhere else. */
function isConstantTerm(expr: Expr, name: string): boolean {
  if (!CONSTANTS.test(name) || expr.kind !== 'sum') return false;
  const holding = expr.terms.filter(term => freeLetters([term]).includes(name));
  return holding.length === 1 && holding[0]?.kind === 'symbol';
}

function renamed(expr: Expr, from: string, to: string): Expr {
  return expr.kind === 'symbol' && expr.name === from ? { ...expr, name: to } : mapParts(expr, part => renamed(part, from, to));
}

/** The letter a set that stands alone would be about: the first of the other answer. */
export function letterOf(statement: Statement | null): string {
  return (statement && freeLetters(expressionsOf(statement))[0]) ?? 'x';
}
