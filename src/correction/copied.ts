import { someNode } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, NumberExpr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { mapExpr } from '../math/tree.ts';
import type { Claim, Solution, Step } from '../solution/solution.ts';
import { bare, type Judged, wrong } from './judged.ts';
import { isClosed } from './letters.ts';
import { remembered } from './memo.ts';
import { numbersIn, withoutUnits } from './reference/graph.ts';
import { optionsIn } from './reference/known.ts';
import { knownBesides, quantitiesIn, readingsIn } from './reference/quantities.ts';

/** Longer work is left alone, so that this stays small. */
const MOST_STEPS = 40;
const LONGEST_PROBLEM = 1500;
const MOST_NUMBERS = 12;
const MOST_SOURCES = 60;

/** Numbers that need not be named: conversions, percents, well-known approximations. */
const COMMON = new Set(
  '1/1000 1/100 1/10 11/10 22/7 157/50 355/113 10 12 15 16 18 20 24 25 28 30 31 32 36 48 50 52 60 64 90 100 128 144 168 180 360 365 366 1000 1440 1760 2000 3600 5280 10000'.split(
    ' ',
  ),
);

const COMMON_NUMBERS = new Set([...COMMON].map(key => key.split('/').map(Number)).map(([n = 0, d = 1]) => n / d));

/** Numbers are taken apart and put together again there. */
const OF_FIGURES = /\b(?:digits?|revers\w+|palindrom\w+)\b/i;

const STEPS = [2, 7, 10, 12, 60, 1000].map(n => Q.rational(n));

/** What a solution names and computes above a line. */
interface Written {
  /** Printed values that stand in the problem or above. */
  readonly known: Set<string>;
  /** The numbers of the problem. */
  readonly given: readonly Q.Rational[];
  /** Values to copy from: the numbers of the problem, and results. */
  readonly sources: Q.Rational[];
  /** Printed values that any calculation of the solution uses. */
  readonly used: ReadonlySet<string>;
}

/**
 * Numbers in calculations that stand nowhere above and come from nothing above, but are like one that does and that no calculation uses: two figures swapped, or one
 * changed. They were copied wrongly. By step; none where the result is the one that the right number gives, so that only the pen slipped.
 */
export function copiedNumbers({ problem, steps }: Solution): ReadonlyMap<number, Judged> {
  const found = new Map<number, Judged>();
  if (steps.length > MOST_STEPS || problem.length > LONGEST_PROBLEM || !holdsStranger(problem, steps)) return found;
  if (optionsIn(problem).size > 0 || OF_FIGURES.test(problem)) return found;
  const calculations = steps.flatMap(({ claims }) => claims.flatMap(sidesOf)).filter(side => !isNumber(withoutUnits(side)));
  if (!calculations.some(isClosed)) return found;
  const readings = readingsIn(problem);
  const plain = numbersOf(problem);
  const given = readings.flatMap(([first]) =>
    first && (!/\d/.test(first.said) || plain.has(Q.printRational(first.value))) ? [first.value] : [],
  );
  const used = new Set(calculations.flatMap(numbersIn).map(({ value }) => Q.printRational(value)));
  const besides = [problem, ...steps.map(({ text }) => text)].flatMap(knownBesides);
  const known = new Set([...plain, ...[...readings.flat(), ...besides].map(({ value }) => Q.printRational(value))]);
  const written: Written = { known, given, sources: [...given], used };
  for (const [index, step] of steps.entries()) {
    const judged = judgeStep(step, written);
    if (judged) found.set(index, judged);
    for (const number of numbersOf(step.text)) known.add(number);
    for (const { value } of quantitiesIn(step.text)) known.add(Q.printRational(value));
    for (const side of step.claims.flatMap(sidesOf)) {
      const value = noteSide(known, side);
      if (value) written.sources.push(value);
    }
  }
  return found;
}

/** Some calculation has a number that does not stand above as it is: most solutions have none, and are done with here. */
function holdsStranger(problem: string, steps: readonly Step[]): boolean {
  const seen = new Set(figuresIn(problem));
  for (const { text, claims } of steps) {
    for (const sides of claims.map(sidesOf)) {
      const [first = [], ...others] = sides.map(side => numbersIn(side).map(({ value }) => Q.toNumber(value)));
      if (sides[0]?.kind !== 'number' && first.some(value => !seen.has(value) && !COMMON_NUMBERS.has(value))) return true;
      for (const value of [first, ...others].flat()) seen.add(value);
    }
    for (const value of figuresIn(text)) seen.add(value);
  }
  return false;
}

const FIGURES = /\d[\d,]*(?:\.\d+)?|\.\d+/g;

const figuresIn = (text: string): number[] => (text.match(FIGURES) ?? []).map(digits => Number(digits.replace(/,/g, '')));

/** The numbers of a text as they stand, printed: `4/7.6` holds 4 and 7.6. */
const numbersOf = remembered((text): ReadonlySet<string> => {
  const values = (text.match(FIGURES) ?? []).map(digits => Q.parseDecimal(digits.replace(/,/g, '')));
  return new Set(values.flatMap(value => (value ? [Q.printRational(value)] : [])));
});

function judgeStep({ claims }: Step, written: Written): Judged | null {
  const here: Written = { ...written, known: new Set(written.known) };
  for (const claim of claims) {
    const side = sidesOf(claim).every(isClosed) ? sidesOf(claim)[0] : undefined;
    const numbers = side && side.kind !== 'list' && !isNumber(withoutUnits(side)) ? numbersIn(withoutUnits(side)) : [];
    if (side && numbers.length > 0 && numbers.length <= MOST_NUMBERS && !isKnown(side, here))
      for (const number of numbers) {
        const source = sourceOf(number, here);
        if (source && !comesOut(side, number, source, claim)) return copied(claim, side, number, source);
      }
    for (const other of sidesOf(claim)) noteSide(here.known, other);
  }
  return null;
}

/** The side comes to what is known: a fraction is written in its lowest terms. */
function isKnown(side: Expr, { known }: Written): boolean {
  const value = evaluateExact(withoutUnits(side));
  return value !== null && known.has(Q.printRational(value));
}

const sidesOf = ({ statement }: Claim): readonly Expr[] => (statement?.kind === 'chain' ? statement.sides : []);
const isNumber = (side: Expr): boolean => side.kind === 'number' || (side.kind === 'negate' && isNumber(side.arg));

/** Adds the numbers of a side, and what it comes to; the latter is returned. */
function noteSide(known: Set<string>, side: Expr): Q.Rational | null {
  for (const { value } of numbersIn(side)) known.add(Q.printRational(value));
  someNode(side, node => {
    const inner = node.kind === 'call' ? node.args : [];
    for (const value of inner.map(arg => (isClosed(arg) ? evaluateExact(arg) : null))) if (value) known.add(Q.printRational(value));
    return false;
  });
  const value = isClosed(side) ? evaluateExact(withoutUnits(side)) : null;
  if (value) known.add(Q.printRational(value));
  return value;
}

/** The one number that a strange one was copied from. */
function sourceOf({ value }: NumberExpr, written: Written): Q.Rational | null {
  const key = Q.printRational(value);
  if (written.known.has(key) || COMMON.has(key)) return null;
  const alike = new Map(written.sources.filter(other => isAlike(other, value)).map(other => [Q.printRational(other), other]));
  const [first] = [...alike].filter(([other]) => !written.used.has(other));
  return alike.size === 1 && first && !comesFrom(value, written) ? first[1] : null;
}

/** One calculation with numbers above gives the value. */
function comesFrom(value: Q.Rational, { given, sources }: Written): boolean {
  const gives = (result: Q.Rational | null): boolean => result !== null && Q.equal(Q.absolute(result), Q.absolute(value));
  const near = [...sources.slice(0, MOST_SOURCES), Q.ONE, Q.rational(100)];
  return (
    near.some(a => near.some(b => gives(Q.add(a, b)) || gives(Q.subtract(a, b)))) ||
    given.some(a =>
      [...given, ...STEPS].some(b => gives(Q.multiply(a, b)) || gives(Q.divide(a, b)) || gives(Q.divide(b, a)) || gives(Q.subtract(a, b))),
    )
  );
}

/** Two figures that stand side by side are swapped, or one figure is another one. */
function isAlike(a: Q.Rational, b: Q.Rational): boolean {
  const [x, y] = [figures(a), figures(b)];
  if (x.length !== y.length || x.length < 2 || x.length > 12 || a.n < 0n !== b.n < 0n) return false;
  if (/^\d0*$/.test(x) || /^\d0*$/.test(y)) return false;
  const [first, second, ...others] = [...x].flatMap((figure, at) => (figure === y.charAt(at) ? [] : [at]));
  if (first === undefined || others.length > 0 || x.indexOf('.') !== y.indexOf('.')) return false;
  return second === undefined || (second === first + 1 && x.charAt(first) === y.charAt(second) && x.charAt(second) === y.charAt(first));
}

/** The figures of a number with its point; empty for one without a short decimal. */
const figures = (value: Q.Rational): string => (100000n % value.d === 0n ? String(Math.abs(Q.toNumber(value))) : '');

/** The right number gives the result that is written. */
function comesOut(side: Expr, number: NumberExpr, source: Q.Rational, claim: Claim): boolean {
  const value = evaluateExact(
    withoutUnits(
      mapExpr(side, node => (node.kind === 'number' && node.span.start === number.span.start ? { ...node, value: source } : node)),
    ),
  );
  return (
    value !== null &&
    sidesOf(claim).some(other => {
      const own = other !== side && isClosed(other) ? evaluateExact(withoutUnits(other)) : null;
      return own !== null && Q.equal(own, value);
    })
  );
}

function copied(claim: Claim, side: Expr, number: NumberExpr, source: Q.Rational): Judged {
  const witness = { kind: 'computed', expression: 'the number above', value: show(source), written: show(number.value) } as const;
  const judged = wrong(witness, number.span, { kind: 'value', claim, from: bare(side), written: bare(side), side: 0 });
  return { ...judged, verdict: { kind: 'wrong', witness, mistake: 'number-miscopied' }, slip: null };
}

const show = (value: Q.Rational): string => (100000n % value.d === 0n ? String(Q.toNumber(value)) : Q.printRational(value));
