import { num } from '../math/build.ts';
import { evaluateExact } from '../math/evaluate.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import type { Solution } from '../solution/solution.ts';
import type { Slip } from './judged.ts';
import { withoutUnits } from './reference/graph.ts';
import { optionsIn, valuesIn } from './reference/known.ts';
import type { Scene } from './scene.ts';

/** Lines from the end that are asked for the answer: behind it may stand a line without one. */
const LAST_LINES = 2;

/**
 * True when no answer is known and the work ends with one of the options that the problem lists: a slip that was carried on seldom ends there.
 * A single number must be its line's last, as it is or in hundredths; of a list every number must stand there.
 */
export function endsAtOption({ answer, problem, steps }: Solution): boolean {
  if (answer !== undefined) return false;
  const lines = steps.slice(-LAST_LINES).map(step => valuesIn(step.text.replace(/\^\{?\d\}?/g, ' ')));
  return [...optionsIn(problem).values()].some(text => lines.some(values => ends(values, valuesIn(text))));
}

function ends(values: readonly Q.Rational[], option: readonly Q.Rational[]): boolean {
  const [only] = option;
  const last = values.at(-1);
  if (only === undefined || last === undefined) return false;
  const inPercent = Q.equal(Q.multiply(last, Q.rational(100)), only);
  return option.length === 1 ? Q.equal(last, only) || inPercent : option.every(wanted => values.some(value => Q.equal(value, wanted)));
}

/** Figures that a hasty hand writes alike. */
const ALIKE: ReadonlySet<string> = new Set(['17', '06', '49', '38', '56'].flatMap(pair => [pair, [...pair].reverse().join('')]));

/**
 * True when no answer is known, the right result is one of the options and what is written is none, and the two look alike: a 1 for a 7,
 * a last figure left out or a sign taken for one. Nobody chooses an answer that is not on the list.
 */
export function looksLikeOption({ decider, solution }: Scene, slip: Slip): boolean {
  if (solution.answer !== undefined) return false;
  const options = [...optionsIn(solution.problem).values()]
    .map(text => valuesIn(text.replace(/([a-z])\s*[23]\s*,?$/i, '$1')))
    .flatMap(values => (values.length === 1 ? values : []));
  const [written] = slip.written.kind === 'chain' ? slip.written.sides.slice(-1) : [];
  const own = written ? evaluateExact(withoutUnits(written)) : null;
  if (!own || options.some(option => Q.equal(option, own))) return false;
  const figures = written?.kind === 'quotient' ? printPlain(withoutUnits(written)) : Q.printRational(own);
  const meant = options.filter(option => isAlike(Q.printRational(option), figures));
  if (slip.kind === 'value') {
    const [from] = slip.from.kind === 'chain' ? slip.from.sides : [];
    const right = from ? evaluateExact(withoutUnits(from)) : null;
    return right !== null && meant.some(option => Q.equal(option, right));
  }
  const { written: line } = slip;
  if (slip.kind !== 'line' || line.kind !== 'chain' || line.sides.length !== 2) return false;
  return meant.some(
    option => decider.lines(slip.from, { ...line, sides: line.sides.map(side => (side === written ? num(option) : side)) }).kind === 'same',
  );
}

function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length === short.length + 1) return long.startsWith(short);
  const differing = [...long].flatMap((figure, at) => (figure === short[at] ? [] : [`${figure}${short[at] ?? ''}`]));
  return long.length === short.length && differing.length === 1 && ALIKE.has(differing[0] ?? '');
}
