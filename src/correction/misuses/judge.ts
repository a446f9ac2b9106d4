import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression, parseStatement } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import type { Step } from '../../solution/solution.ts';
import { exactly } from '../exactly.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed } from '../letters.ts';
import { remembered } from '../memo.ts';
import type { Scene } from '../scene.ts';
import { ANGLE_SUMS } from './angles.ts';
import { CHANCES } from './chances.ts';
import { COUNTING } from './counting.ts';
import { DATA } from './data.ts';
import { FIGURES } from './figures.ts';
import { GROWTHS } from './growth.ts';
import { closedMatch, equationMatch, type Written, worth } from './match.ts';
import { type Form, filled, type Givens, type Misuse, numbersIn } from './misuse.ts';
import { MOTION } from './motion.ts';
import { PERCENTAGES } from './percentages.ts';
import { PHYSICS } from './physics.ts';
import { POINTS } from './points.ts';
import { PROGRESSIONS } from './progressions.ts';
import { RANGES } from './ranges.ts';
import { RELATIONS } from './relations.ts';
import { REPEATED } from './repeated.ts';
import { RIGHT_TRIANGLES } from './right-triangles.ts';
import { SCALES } from './scales.ts';
import { SELECTIONS } from './selections.ts';
import { SHARES } from './shares.ts';
import { SOLIDS } from './solids.ts';
import { plainWords } from './text.ts';

const MISUSES: readonly Misuse[] = [
  ...RIGHT_TRIANGLES,
  ...ANGLE_SUMS,
  ...FIGURES,
  ...SOLIDS,
  ...PHYSICS,
  ...MOTION,
  ...DATA,
  ...COUNTING,
  ...RANGES,
  ...CHANCES,
  ...SHARES,
  ...PERCENTAGES,
  ...GROWTHS,
  ...RELATIONS,
  ...REPEATED,
  ...PROGRESSIONS,
  ...POINTS,
  ...SCALES,
  ...SELECTIONS,
];

/** Longer problems and lines are left alone. */
const LONGEST = 400;
/** Lines that say what is not so, or only try. */
const DOUBTED =
  /\?|≠|\b(?:not|n't|wrong|instead|would|if|check|checking|incorrect|rather|mistake|unlike|suppose|estimate|other way|but|counted twice)\b|n't\b|✓|\bn ?= ?0\b/i;

/** A law that the problem calls for, with its givens, and one of its known wrong forms filled with them. */
interface Call {
  readonly misuse: Misuse;
  readonly givens: Givens;
}

/** The laws that the problem calls for, found once. */
const callsOf = remembered((problem): readonly Call[] => {
  const plain = problem === '' || problem.length > LONGEST ? '' : plainWords(problem);
  return plain === '' ? [] : MISUSES.flatMap(misuse => misuse.read(plain).map(givens => ({ misuse, givens })));
});

/** A line that puts the givens of the problem together in a known wrong way. Null for all others. */
export function judgeMisuse(scene: Scene, step: Step, index: number): Judged | null {
  const calls = /[\d=]/.test(step.text) && step.text.length <= LONGEST ? callsOf(scene.solution.problem) : [];
  if (calls.length === 0) return null;
  const line = plainWords(step.text);
  if (DOUBTED.test(line)) return null;
  const written = writtenIn(step, line);
  for (const { misuse, givens } of calls) {
    const right = filled(misuse.right, givens);
    const value = numberIn(right);
    const isRight = (found: number): boolean => value !== null && Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value));
    if (right.includes('=') && equationMatch(right, written)) continue;
    const form = misuse.wrong.find(one => fits(one, givens, line, written, isRight));
    if (form === undefined || reaches(scene, index, isRight, isHalf(form) ? written : null)) continue;
    const shown = value === null || /^[\d.]+$/.test(right) ? printed(right) : `${printed(right)} = ${exactly(value)}`;
    const witness = { kind: 'computed', expression: misuse.name, value: shown, written: calculationIn(step.text) } as const;
    return refuted(witness, step.range);
  }
  return null;
}

/** A formula of the table as it is read: without the brackets that only kept its parts together. */
function printed(formula: string): string {
  const { statement } = parseStatement(formula);
  return statement ? printPlain(statement) : formula;
}

/** Words, but for functions and units. */
const WORD = /(?<![\p{L}\d])(?!(?:sin|cos|tan|ln|log|sqrt|min|km|cm|mm|kg|ml|dm)(?!\p{L}))\p{L}[\p{L}'’]+/gu;

/** The calculation among the words of a line, the longest of several. */
function calculationIn(text: string): string {
  const found = text.includes('\\')
    ? []
    : text
        .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
        .split(WORD)
        .map(part => part.replace(/^[\s=)\]:;,.→]+|[\s=:;,.→([]+$/gu, ''))
        .filter(part => /[\d\p{L}].*[-+−·×*÷/^²³=].*[\d\p{L}]/u.test(part))
        .sort((a, b) => b.length - a.length);
  return found[0] ?? 'what this line says';
}

/** What the step writes. */
const writtenIn = ({ claims }: Step, line: string): Written => ({
  sides: [...claims.flatMap(({ statement }) => (statement?.kind === 'chain' ? statement.sides : [])), ...sidesIn(line)],
  statements: claims.flatMap(({ statement, problems }) => (statement && problems.length === 0 ? [statement] : [])),
});

const isHalf = (form: Form): boolean => (typeof form === 'string' ? form : form[0]).startsWith('?');

/**
 * The right value is written in a later line, and the problem does not give it.
 * @param half what the line writes where that is half of right work: it may be worked out to the right value there too, and whatever the problem gives.
 */
function reaches(
  { solution: { problem, steps } }: Scene,
  index: number,
  isRight: (value: number) => boolean,
  half: Written | null,
): boolean {
  const isReached = (side: Expr): boolean => {
    const value = worth(side);
    return value !== null && isRight(value);
  };
  if (half?.sides.some(isReached)) return true;
  if (half === null && numbersIn(plainWords(problem)).some(text => isRight(Number(text)))) return false;
  return steps.slice(index + 1).some(step => {
    const line = plainWords(step.text);
    const numbers = (line.match(/\d+(?:\.\d+)?(?:\/\d+)?\s?π?/g) ?? []).flatMap(text => parseExpression(text).expr ?? []);
    return [...writtenIn(step, line).sides, ...numbers].some(isReached);
  });
}

function fits(form: Form, givens: Givens, line: string, written: Written, isRight: (value: number) => boolean): boolean {
  const [text, on] = typeof form === 'string' ? [form, null] : form;
  if (on && !on.test(line)) return false;
  const plain = text.replace(/^\?/, '');
  if (plain.startsWith('re:')) return new RegExp(filledWords(plain.slice(3), givens), 'i').test(line);
  const own = filled(plain, givens);
  if (own.includes('NaN')) return false;
  return own.includes('=') ? equationMatch(own, written) : closedMatch(own, written, isRight);
}

/** Numbers in words stand alone. */
const filledWords = (source: string, givens: Givens): string =>
  source.replace(/\{\{([^{}]+)\}\}/g, (_whole, inner: string) => {
    const value = filled(`{${inner}}`, givens).replace(/[()]/g, '').replace('.', '\\.');
    return `(?<![\\d.,])${value}(?![\\d]|[.,]\\d)`;
  });

function numberIn(text: string): number | null {
  const { expr } = parseExpression(text);
  const value = expr && isClosed(expr) ? evaluateNumeric(expr) : null;
  return typeof value === 'number' ? value : null;
}

/** Calculations between the words and signs of a line. */
function sidesIn(line: string): Expr[] {
  return line
    .split(/[=≈→⇒↔;?]|,\s|(?<=[a-zA-Z)]):\s|\.\s|\.$|\s(?:is|are|so|gives|and|means|by|of|then)\s/)
    .map(part =>
      part
        .replace(/^(?:.*[a-zA-Z]{2,}\S*|\s*[-*]\s)\s+(?=[\d(√])/, '')
        .replace(/\s*[a-zA-Z]{1,}[²³]?\s*$/, '')
        .trim(),
    )
    .filter(
      part =>
        part.length < 60 && /\d.*[-+*·×÷/:^²³!√].*/.test(part) && !/[a-zA-Z]{2,}/.test(part.replace(/\b(?:sin|cos|tan|pi|sqrt)\b/g, '')),
    )
    .flatMap(part => {
      const { expr, problems } = parseExpression(part);
      return expr && problems.length === 0 && isClosed(expr) && worth(expr) !== null ? [expr] : [];
    });
}
