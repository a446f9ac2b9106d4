import { num } from '../../math/build.ts';
import { someNode, substitute } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { toNumber } from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { remembered } from '../memo.ts';
import type { Scene } from '../scene.ts';
import { type Figure, numbersOf } from './figure.ts';
import { FIGURES } from './figures.ts';
import { type Side, writtenIn } from './lines.ts';

/** How far apart, relatively, roundings and a short π may bring two values. */
const ROUGH = 0.012;
const ASIDE =
  /\b(?:same|as|like|check|if|compare|would|not|wrong|estimate|half|double|twice|difference|ratio|factor|scale|together|formula)\b/i;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUGH * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

/** What is asked for is put together from more than the figure. */
const COMPARES = /\b(?:than|more|less|difference|times|total|altogether|costs?|per|saves?|each of)\b/i;

/** The figure that the problem fixes by all of its numbers; null where a number is left over. */
const figureOf = remembered((problem): Figure | null => {
  const numbers = numbersOf(problem);
  for (const read of COMPARES.test(numbers.text) ? [] : FIGURES) {
    numbers.reset();
    const one = read(numbers);
    const whole = /\d/.test(numbers.text) ? numbers.allTaken() : true;
    if (one && whole && [...one.onWay, ...one.unknown].every(Number.isFinite)) return one;
  }
  return null;
});

/** A step of the work on the figure of the problem, held to what the problem fixes. Null where it fixes nothing, and for a step that is right or names something else. */
export function judgeFigure(scene: Scene, { text, range }: Step): Judged | null {
  if (scene.mistake !== null) return null;
  const figure = figureOf(scene.solution.problem);
  if (figure === null || unitsIn(`${scene.solution.problem} ${text}`).size > 1) return null;
  for (const { lead, opening, sides } of writtenIn(withDegrees(text))) {
    const [head] = sides;
    if (!head || opening !== '' || ASIDE.test(lead)) continue;
    const found =
      head.expr === null
        ? byWords(figure, `${lead}${head.text}`, sides.slice(1))
        : (byLetter(figure, sides) ?? byWords(figure, lead, sides) ?? byGivens(figure, lead, sides));
    if (found === null) continue;
    const at = Math.min(found.side.at, text.length);
    return refuted(
      { kind: 'computed', expression: found.name, value: String(Number(found.value.toPrecision(5))), written: found.side.text },
      { start: range.start + at, end: Math.min(range.end, range.start + at + found.side.text.length) },
    );
  }
  return null;
}

/** Units of length and volume: in two of them a value is two numbers. */
const unitsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/(?<=[\dπ)]\s*)(mm|cm|dm|km|m|ft|in|inches|l|L|litres?|liters?|ml)(?![a-zA-Z])/g)].map(([unit]) => unit));

interface Found {
  readonly side: Side;
  readonly name: string;
  readonly value: number;
}

/** Letters for lengths that are named by their ends. */
const LENGTHS = 'qwvuz';
const NAMED_LENGTH = /(?<![A-Za-z\\])[A-Z]{2}(?![A-Za-z])/g;

/** `sin 30` for sin 30°: a bare number of an angle is one of degrees here. Two capital letters side by side are one length: each name gets a letter of its own. */
function withDegrees(text: string): string {
  const names = [...new Set(text.match(NAMED_LENGTH))];
  return text
    .replace(/\^\{?\\circ\}?/g, '°')
    .replace(NAMED_LENGTH, name => `${LENGTHS[names.indexOf(name)] ?? name} `)
    .replace(/((?:sin|cos|tan)\s*\(?\s*\d{1,3}(?:\.\d+)?)(?![\d.°π/]|\s*(?:°|π|\p{L}|\\))/gu, '$1°');
}

const isAngular = (expr: Expr): boolean => someNode(expr, node => node.kind === 'call' && /^(?:sin|cos|tan)$/.test(node.fn));
const isInverse = (expr: Expr): boolean => someNode(expr, node => node.kind === 'call' && /^(?:arc|a(?:sin|cos|tan))|\^-1/.test(node.fn));

/** The values that a side may have: an angle in degrees as the number alone, too. */
function valuesOf(side: Side, letter?: string, value?: number): readonly number[] | null {
  if (side.expr === null || isInverse(side.expr)) return null;
  const plain = isAngular(side.expr)
    ? [side.expr]
    : [parseExpression(side.text.replace(/°/g, '').replace(/(?<=\d|π)\s*(?:c?m|ft|units)(?:²|³)?$/, '')).expr ?? side.expr, side.expr];
  const values = plain.flatMap(expr => {
    const put =
      letter === undefined || value === undefined
        ? expr
        : substitute(expr, letter, num({ n: BigInt(Math.round(value * 1e12)), d: 10n ** 12n }));
    const worth = evaluateNumeric(put);
    return typeof worth === 'number' ? [worth] : [];
  });
  return values.length > 0 ? values : null;
}

const agree = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === null || b === null || a.some(x => b.some(y => near(x, y)));

/** An equation in one letter, or a letter with its value. */
function byLetter(figure: Figure, sides: readonly Side[]): Found | null {
  const words = sides.findIndex(({ expr }) => expr === null);
  const usable = sides.slice(0, words < 0 ? sides.length : words).filter(({ expr }) => expr !== null && lettersIn(expr).length < 2);
  const letters = new Set(usable.flatMap(({ expr }) => (expr ? lettersIn(expr) : [])));
  const [letter, ...more] = letters;
  if (usable.length < 2 || usable[0] !== sides[0] || letter === undefined || more.length > 0 || letter.includes("'")) return null;
  const candidates = figure.letters[letter] ?? (/^[a-jl-z]$/.test(letter) ? figure.unknown : []);
  let shown: Found | null = null;
  for (const value of candidates) {
    const worth = usable.map(side => valuesOf(side, letter, value));
    const bad = worth.findIndex((one, i) => i > 0 && !agree(worth[i - 1] ?? null, one));
    const side = usable[bad];
    if (bad < 0 || !side) return null;
    shown ??= { side, name: letter, value };
  }
  return shown;
}

/** `area = 9 · 4`, 'the third angle is 240°'. */
function byWords(figure: Figure, lead: string, sides: readonly Side[]): Found | null {
  const [name, values] = figure.words.find(([words]) => words.test(lead)) ?? [];
  if (!name || !values) return null;
  const label = name.exec(lead)?.[0] ?? lead.trim();
  for (const side of sides) {
    if (side.expr === null || !isClosed(side.expr)) return null;
    const written = valuesOf(side);
    if (written && !values.some(value => written.some(one => near(one, value)))) return { side, name: label, value: values[0] ?? 0 };
  }
  return null;
}

/** A calculation with all of the given numbers, under no name. */
function byGivens(figure: Figure, lead: string, sides: readonly Side[]): Found | null {
  const [side] = sides;
  if (
    figure.givens.length === 0 ||
    !side?.expr ||
    !isClosed(side.expr) ||
    side.expr.kind === 'number' ||
    /\p{L}{3,}/u.test(lead.replace(/\b(?:so|thus|hence|then|therefore|answer|we get|this gives)\b/gi, ''))
  )
    return null;
  const used: number[] = [];
  someNode(side.expr, node => {
    if (node.kind === 'number') used.push(toNumber(node.value));
    return false;
  });
  if (!figure.givens.every(given => used.includes(given)) || (figure.givens.length === 1 && used.length < 2)) return null;
  const written = valuesOf(side);
  return written && !figure.onWay.some(value => written.some(one => near(one, value)))
    ? { side, name: side.text, value: figure.onWay[0] ?? 0 }
    : null;
}
