import { rework } from '../../correction/continue/carry.ts';
import { graphOf } from '../../correction/reference/graph.ts';
import { knownBesides, quantitiesIn } from '../../correction/reference/quantities.ts';
import * as Q from '../../math/rational.ts';
import { seeded } from '../../mistakes/seeded.ts';
import { readRow } from '../../solution/read.ts';
import { faultOfRight, judgeSteps } from '../correct/filter.ts';

/** A problem with its right solution and its answer. */
export interface Solved {
  readonly problem: string;
  readonly solution: readonly string[];
  readonly answer: string;
}

/** Draws of other numbers for one problem. */
const TRIES = 30;

/** A number of a problem that stands in it once, in figures, and in the calculations. */
interface Given {
  readonly value: Q.Rational;
  readonly at: number;
  readonly length: number;
}

/**
 * The same problem with other numbers: they are put into the problem, and its solution is worked out again from them. Every value stays as nice as it was: whole
 * where whole, positive where positive, of about its size. Null where it is not plain what was computed from what, or no other numbers fit.
 */
export function varied({ problem, solution, answer }: Solved, seed: number): Solved | null {
  const { steps } = readRow({ id: '', problem, steps: solution }).solution;
  const graph = graphOf(steps);
  const told = quantitiesIn(problem).map(({ value }) => value);
  const results = graph.map(({ value }) => value);
  const operands = graph.flatMap(({ operands: all }) => all);
  const known = [...told, ...knownBesides(problem).map(({ value }) => value)];
  const isAmong = (values: readonly Q.Rational[], value: Q.Rational): boolean => values.some(other => Q.equal(other, value));
  // A number that comes from nowhere may have been worked out in the head from one that is to be changed.
  if (graph.length === 0 || operands.some(({ node, source }) => source === null && !isAmong(known, node.value))) return null;
  const answered = Q.parseDecimal(answer.replace(/[,$\s]/g, ''));
  if (!answered || !isAmong(results, answered)) return null;
  // In the steps only figures are written anew.
  const inWords = solution.flatMap(step => quantitiesIn(step).filter(({ said }) => !/\d/.test(said))).map(({ value }) => value);
  const givens = givensIn(problem).filter(
    ({ value }) =>
      told.filter(other => Q.equal(other, value)).length === 1 &&
      !isAmong(results, value) &&
      !isAmong(inWords, value) &&
      operands.some(({ node, source }) => source === null && Q.equal(node.value, value)),
  );
  if (givens.length === 0) return null;
  const random = seeded(seed);
  for (let tries = 0; tries < TRIES; tries++) {
    const pairs = givens.map(({ value }) => [value, near(value, random)] as const);
    const taken = [...told, ...results];
    if (pairs.some(([, now], i) => isAmong(taken, now) || pairs.some(([, other], j) => j < i && Q.equal(other, now)))) continue;
    const worked = rework(steps, pairs);
    if (!worked?.values.every(([before, after]) => isAsNice(after, before))) continue;
    const now = worked.values.find(([before]) => Q.equal(before, answered))?.[1];
    if (!now || worked.steps.some((text, i) => bare(text) !== bare(solution[i] ?? ''))) continue;
    const made = { problem: withNumbers(problem, givens, pairs), solution: worked.steps, answer: shown(now) };
    if (faultOfRight(judgeSteps(made.problem, made.solution), made) === null) return made;
  }
  return null;
}

/** A week has no nine days: how often in a span of time. */
const BOUNDED = /^\s*(?:days?|hours?|minutes?|seconds?|weeks?|months?)\s+(?:an?|per|each|every|of the|in an?|out of)\b/i;

/** Whole numbers in figures. What has a percent sign, a fraction bar, a point or a letter at its side may stand in the solution under another form. */
function givensIn(problem: string): Given[] {
  return [
    ...problem.matchAll(
      /(?<![\d.,/:%\p{L}-])\d{1,3}(?:,\d{3})+(?![\d%/:\p{L}-])|(?<![\d.,/:%\p{L}-])\d+(?![\d%/:\p{L}-]|[.,]\d|\s*%|\s*percent)/gu,
    ),
  ].flatMap(({ index, 0: text }) => {
    const value = Q.parseDecimal(text.replaceAll(',', ''));
    return value && value.n > 1n && !BOUNDED.test(problem.slice(index + text.length)) ? [{ value, at: index, length: text.length }] : [];
  });
}

/** A whole number of about the size; one that ends in zeros keeps them. */
function near({ n }: Q.Rational, random: () => number): Q.Rational {
  let unit = 1n;
  while (n % (unit * 10n) === 0n) unit *= 10n;
  const size = Number(n / unit);
  const [least, most] = [Math.max(2, Math.ceil(size * 0.5)), Math.max(size + 3, Math.floor(size * 1.8))];
  return Q.rational(BigInt(least + Math.floor(random() * (most - least + 1))) * unit);
}

const MOST_TIMES = 6n;

function isAsNice(value: Q.Rational, like: Q.Rational): boolean {
  if (Q.sign(value) !== Q.sign(like) || (like.d === 1n && value.d !== 1n) || 100n % value.d !== 0n) return false;
  const times = Q.divide(Q.absolute(value), Q.absolute(like));
  return times !== null && times.n <= MOST_TIMES * times.d && times.d <= MOST_TIMES * times.n;
}

/** A step without its numbers. */
const bare = (text: string): string => text.replace(/\d[\d,]*(?:\.\d+)?|\.\d+/g, '#');

function withNumbers(problem: string, givens: readonly Given[], pairs: readonly (readonly [Q.Rational, Q.Rational])[]): string {
  let text = '';
  let done = 0;
  for (const [i, { at, length }] of givens.entries()) {
    const now = pairs[i]?.[1] ?? Q.ONE;
    const grouped = problem.slice(at, at + length).includes(',');
    text += problem.slice(done, at) + (grouped ? Number(now.n).toLocaleString('en-US') : String(now.n));
    done = at + length;
  }
  return text + problem.slice(done);
}

const shown = (value: Q.Rational): string => (value.d === 1n ? String(value.n) : String(Q.toNumber(value)));
