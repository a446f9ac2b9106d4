import { compareAnswers } from '../../math/compare.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Statement } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { decimalPlaces } from '../../mistakes/working/numbers.ts';
import type { Solution } from '../../solution/solution.ts';
import { lastNumber } from '../continue/carry.ts';
import { remembered } from '../memo.ts';
import { isSolved } from '../shape.ts';
import { withoutUnits } from './graph.ts';

/** How a student's final answer stands to the known one. `close`: too near it, or too hard to read, to be told apart from it. */
export type Answered =
  | { readonly kind: 'same' | 'close' }
  | {
      readonly kind: 'different';
      /** Both as they are written, and as numbers where they are numbers. */
      readonly found: string;
      readonly known: string;
      readonly own: Q.Rational | null;
      readonly right: Q.Rational | null;
    };

/** Compares the student's final answer with the known one: a value, a statement, or the letter of one of the problem's options. Null: none is known, or cannot tell. */
export function answered(solution: Solution): Answered | null {
  if (solution.answer === undefined) return null;
  return answeredByOption(solution, solution.answer) ?? answeredByValue(solution, solution.answer);
}

function answeredByValue(solution: Solution, answer: string): Answered | null {
  const [stated, ending] = [answerIn(answer), finalAnswer(solution)];
  if (!stated || !ending) return null;
  const [known, found] = [unnamed(stated), unnamed(ending)];
  const comparison = compareAnswers(known, found);
  if (comparison.kind === 'same') return { kind: 'same' };
  const [own, right] = [numberOf(found), numberOf(known)];
  if (comparison.kind === 'unknown' && (own === null || right === null)) return null;
  if (comparison.kind === 'unknown' && own && right && Q.equal(own, right)) return { kind: 'same' };
  if (own && right && ((isPercent(own, right) && HUNDREDTHS.test(solution.problem)) || isRounded(own, right))) return { kind: 'close' };
  return { kind: 'different', found: printPlain(found), known: printPlain(known), own, right };
}

/** `f'(x) = 2x` without the name of the function: `2x`, as work that goes on from line to line ends with it. */
function unnamed(answer: Statement): Statement {
  if (answer.kind !== 'chain' || answer.relations.some(relation => relation !== '=')) return answer;
  const [name, value] = [answer.sides[0], answer.sides.at(-1)];
  const names = name?.kind === 'derivative' || (name?.kind === 'call' && /^[a-z]'*$/i.test(name.fn));
  return names && value && value !== name ? { kind: 'chain', sides: [value], relations: [], span: value.span } : answer;
}

/**
 * A letter names one of the options of the problem. An answer that is another option was chosen; one that is no option, and differs from the right
 * one in a single figure, is taken for a slip of the pen.
 */
function answeredByOption({ problem, steps }: Solution, answer: string): Answered | null {
  const letter = answer.trim().toLowerCase();
  const options = optionsIn(problem);
  const text = options.get(letter);
  const right = text === undefined ? [] : valuesIn(text);
  const last = steps.at(-1)?.text ?? '';
  if (text === undefined || right.length === 0) return null;
  if (last.toLowerCase().replace(/[^a-z]/g, '') === letter) return { kind: 'same' };
  const [ending, before] = [valuesIn(last), valuesIn(steps.at(-2)?.text ?? '')];
  const holds = (values: readonly Q.Rational[]) => values.some(value => right.some(known => isNear(value, known)));
  if (holds(ending)) return { kind: 'same' };
  const own = ending.at(-1) ?? null;
  if (own === null || holds(before)) return { kind: 'close' };
  const others = [...options].filter(([name]) => name !== letter).flatMap(([, other]) => valuesIn(other));
  if (!others.some(other => isNear(own, other)) && (/\^|\d\s*\\frac/.test(last) || right.some(known => mayBeMeant(own, known))))
    return { kind: 'close' };
  return { kind: 'different', found: shown(own), known: text, own, right: right[0] ?? null };
}

/** `a ) 8 % , b ) 9 %`: what each letter stands for, unless a function is taken of it: `P(A)`. Empty when a problem lists no options. */
export const optionsIn = remembered((problem): ReadonlyMap<string, string> => {
  const parts = problem.split(/(?:^|[\s,;'"[]|(?<![a-zA-Z])\()([a-eA-E])\s?\)\s*/);
  const options = new Map<string, string>();
  for (let i = 1; i + 1 < parts.length; i += 2) options.set((parts[i] ?? '').toLowerCase(), (parts[i + 1] ?? '').trim());
  return options.has('a') && options.has('b') ? options : new Map();
});

/** Every number of a text, fractions and ratios as one, in plain or LaTeX notation. */
export function valuesIn(text: string): Q.Rational[] {
  const plain = text
    .replace(/\\[dt]?frac\s*\{\s*([\d.]+)\s*\}\s*\{\s*([\d.]+)\s*\}/g, ' $1/$2 ')
    .replace(/(\d)\s*,\s*(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\d)\s*[/:]\s*(?=\d)/g, '$1/');
  return [...plain.matchAll(/(\d+(?:\.\d+)?|\.\d+)(?:\/(\d+(?:\.\d+)?))?/g)].flatMap(([, above = '', below]) => {
    const [n, d] = [Q.parseDecimal(above), below === undefined ? Q.ONE : Q.parseDecimal(below)];
    const value = n && d && Q.divide(n, d);
    return value ? [value] : [];
  });
}

/** Figures in which a conversion of units shows: metres and kilometres, minutes and hours, km/h and m/s. */
const UNITS = [Q.rational(1000), Q.rational(60), Q.rational(18, 5), Q.rational(12)];

/** A hasty hand away from the right value: a figure or a few left out or misread, or another unit. */
function mayBeMeant(own: Q.Rational, right: Q.Rational): boolean {
  const [a, b] = [figures(own), figures(right)];
  if (oneFigureApart(a, b) || a.includes(b) || b.includes(a)) return true;
  return UNITS.some(unit => isNear(Q.multiply(own, unit), right) || isNear(Q.multiply(right, unit), own));
}

/** Near enough for either to be the other, rounded or in percent. */
function isNear(a: Q.Rational, b: Q.Rational): boolean {
  const close = (x: Q.Rational, y: Q.Rational) =>
    Q.compare(Q.absolute(Q.subtract(x, y)), Q.multiply(Q.absolute(y), Q.rational(1, 100))) <= 0;
  return close(a, b) || close(a, Q.multiply(b, HUNDRED)) || close(Q.multiply(a, HUNDRED), b);
}

/** The one may be the other, rounded: apart by at most a unit in the last place of the shorter, and by a hundredth. */
function isRounded(a: Q.Rational, b: Q.Rational): boolean {
  const places = Math.min(decimalPlaces(a) ?? MOST_PLACES, decimalPlaces(b) ?? MOST_PLACES);
  if (a.d === 1n && b.d === 1n) return false;
  const gap = Q.absolute(Q.subtract(a, b));
  return Q.compare(gap, Q.rational(1n, 10n ** BigInt(places))) <= 0 && Q.compare(Q.multiply(gap, HUNDRED), Q.absolute(b)) <= 0;
}

const MOST_PLACES = 6;
const HUNDRED = Q.rational(100);

/** Words with which a value may be meant in hundredths. */
const HUNDREDTHS = /%|percent|\bcents?\b|¢|\bcm\b|centimet/i;
const isPercent = (a: Q.Rational, b: Q.Rational): boolean => Q.equal(a, Q.multiply(b, HUNDRED)) || Q.equal(Q.multiply(a, HUNDRED), b);

const shown = (value: Q.Rational): string => (value.d === 1n ? String(value.n) : String(Number(Q.toNumber(value).toPrecision(6))));
const figures = (value: Q.Rational): string => shown(value).replace('.', '');

/** One figure changed, added, left out, or two beside each other exchanged. */
function oneFigureApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  if (long.length > short.length) return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  const differing = [...long].flatMap((figure, i) => (figure === short[i] ? [] : [i]));
  const [i = 0, j = 0] = differing;
  return differing.length <= 1 || (differing.length === 2 && j === i + 1 && long[i] === short[j] && long[j] === short[i]);
}

/** The number an answer is, without its unit; null for any other answer. */
function numberOf(answer: Statement): Q.Rational | null {
  const [side] = answer.kind === 'chain' ? answer.sides.slice(-1) : [];
  return side ? evaluateExact(withoutUnits(side)) : null;
}

/** The student's own answer: their answer line, or what the last step ends with. */
function finalAnswer(solution: Solution): Statement | null {
  const stated = solution.statedAnswer?.claims.at(-1)?.statement ?? null;
  if (stated) return result(stated);
  const last = solution.steps.at(-1);
  const labelled = last?.text.match(LABEL);
  if (last && labelled) return answerIn(last.text.slice(labelled[0].length));
  const claim = last?.claims.at(-1)?.statement ?? null;
  if (claim) return result(claim);
  return last ? answerIn(last.text) : null;
}

/** `A: 26`, `Ans. 26` */
const LABEL = /^\s*(?:a|ans|answer)\s*[:.=]\s*/i;

/** The last side of a calculation; a solved line or an inequality as it is. */
function result(statement: Statement): Statement {
  if (statement.kind !== 'chain' || isSolved(statement) || statement.relations.some(link => link !== '=' && link !== '≈')) return statement;
  const last = statement.sides.at(-1);
  return last ? { kind: 'chain', sides: [last], relations: [], span: last.span } : statement;
}

/** An answer as it is written in a key: one expression or statement, else the last number of a sentence. */
const answerIn = remembered((text): Statement | null => {
  const { statement, problems } = parseStatement(
    text
      .replace(LABEL, '')
      .replace(/^[\s#]*|(?:the )?answer(?: is|:)?/gi, '')
      .trim(),
  );
  if (statement && problems.length === 0) return statement;
  const number = lastNumber(text);
  return number ? parseStatement(number).statement : null;
});
