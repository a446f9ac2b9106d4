import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, NumberExpr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { mapExpr } from '../math/tree.ts';
import type { Claim } from '../solution/solution.ts';
import type { Judged } from './judged.ts';
import { isClosed } from './letters.ts';
import { numbersIn, withoutUnits } from './reference/graph.ts';
import { quantitiesIn } from './reference/quantities.ts';
import type { Scene } from './scene.ts';

/** Calculations with more numbers are left as they are, so that the work stays small. */
const MOST_NUMBERS = 6;

/**
 * What went into the refuted calculation was miswritten, and what came out is right: one number of it is named nowhere, and with a named one in its
 * place the result is exact (`50 - 8 = 44` beside '52 bracelets'); or a division stands the wrong way round (`6/3 = .5`).
 */
export function isMiswritten(scene: Scene, { slip }: Judged): boolean {
  if (slip?.kind === 'line') return isPutRight(scene, slip.from, slip.written);
  const [from] = slip?.from.kind === 'chain' ? slip.from.sides : [];
  const [right] = slip?.written.kind === 'chain' ? slip.written.sides : [];
  if (slip?.kind !== 'value' || !from || !right || !isFirst(slip.claim, from)) return false;
  const [left, result] = [withoutUnits(from), withoutUnits(right)];
  const written = result.kind === 'number' ? result.value : null;
  if (written === null) return false;
  const reaches = (changed: Expr): boolean => {
    const value = evaluateExact(changed);
    return value !== null && Q.equal(value, written);
  };
  if (upsideDown(left, written).some(reaches)) return true;
  const numbers = numbersIn(left);
  if (numbers.length < 2 || numbers.length > MOST_NUMBERS) return false;
  const { above, beside } = namedAround(scene, slip.claim);
  const meant = (number: NumberExpr): Q.Rational[] => [...beside, ...above.filter(value => isAlike(number.value, value))];
  return numbers
    .filter(number => !isNamed([...above, ...beside], number.value))
    .some(number => meant(number).some(value => reaches(mapExpr(left, node => (node === number ? { ...number, value } : node)))));
}

/** The side is the first of its claim that is a calculation. */
function isFirst({ statement }: Claim, side: Expr): boolean {
  return statement?.kind === 'chain' && statement.sides.find(isClosed)?.span.start === side.span.start;
}

const isNamed = (named: readonly Q.Rational[], value: Q.Rational): boolean => named.some(known => Q.equal(known, value));

/** Two numbers of which one has a figure more, or a single figure other than the other: 80 and 8, 1550 and 1450. */
function isAlike(a: Q.Rational, b: Q.Rational): boolean {
  const [long, short] = [figures(a), figures(b)].sort((x, y) => y.length - x.length);
  if (long === undefined || short === undefined || long.length < 2 || long.length > 12) return false;
  if (long.length === short.length) return [...long].filter((figure, at) => figure !== short[at]).length === 1;
  return long.length === short.length + 1 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

const figures = (value: Q.Rational): string =>
  Q.printRational(value).includes('/') ? String(Q.toNumber(value)).replace('.', '') : Q.printRational(value);

/** Numbers that the problem and the steps above name, and those in the words around the claim in its own step. */
function namedAround({ solution }: Scene, claim: Claim): { above: Q.Rational[]; beside: Q.Rational[] } {
  const own = solution.steps.findIndex(({ range }) => range.start <= claim.range.start && claim.range.end <= range.end);
  const step = solution.steps[own];
  if (!step) return { above: [], beside: [] };
  const [start, end] = [claim.range.start - step.range.start, claim.range.end - step.range.start];
  const above = [solution.problem, ...solution.steps.slice(0, own).map(({ text }) => text)];
  return { above: above.flatMap(valuesIn), beside: [step.text.slice(0, start), step.text.slice(end)].flatMap(valuesIn) };
}

/** 'One quarter' names a quarter, and no one. */
const valuesIn = (text: string): Q.Rational[] =>
  quantitiesIn(text.replace(/\b(?:one|two|three)[- ](?=half|third|quarter|fourth|fifth|sixth|eighth|tenth)/gi, '')).map(
    ({ value }) => value,
  );

/** The calculation with one of its divisions the other way round: a part in a product, or a whole that should be less than one. */
function upsideDown(left: Expr, written: Q.Rational): Expr[] {
  const turned = (node: Expr): Expr => (node.kind === 'quotient' ? { ...node, num: node.den, den: node.num } : node);
  if (left.kind === 'quotient') return Q.compare(written, Q.ONE) < 0 ? [turned(left)] : [];
  if (left.kind !== 'product') return [];
  return left.factors.map((factor, at) => ({ ...left, factors: left.factors.map((other, i) => (i === at ? turned(factor) : other)) }));
}

/** `6p + 30 = 312` under `4p + 24 + p + 6 + p = 315`, where the problem says 312: the line above copied it wrongly, and this one does not. */
function isPutRight(scene: Scene, from: Statement, written: Statement): boolean {
  const [copied, told] = [lastOf(from), lastOf(written)];
  if (from.kind !== 'chain' || copied?.kind !== 'number' || told?.kind !== 'number' || !isAlike(copied.value, told.value)) return false;
  const named = quantitiesIn(scene.solution.problem).map(({ value }) => value);
  if (isNamed(named, copied.value) || !isNamed(named, told.value)) return false;
  return scene.decider.lines({ ...from, sides: [...from.sides.slice(0, -1), told] }, written).kind === 'same';
}

const lastOf = (statement: Statement): Expr | undefined => (statement.kind === 'chain' ? statement.sides.at(-1) : undefined);
