import { evaluateNumeric } from '../../../math/evaluate.ts';
import type { Expr } from '../../../math/expr.ts';
import { children } from '../../../math/tree.ts';
import { expressionIn } from '../../asked/text.ts';
import { isClosed } from '../../letters.ts';
import { dimensionOf, quantitiesIn } from '../../physical/units.ts';
import type { StoryReader } from '../story.ts';
import { solvedStory } from './solved.ts';

const HEAD = /^(?:work out|evaluate|calculate|compute|find(?: the value of)?|what is|simplify)[:]?\s+(.+?)\s*(?:[.?]|= ?\?)?$/i;
/** So many parts at most, since their groups are all looked at. */
const MOST = 8;

const worthOf = (expr: Expr): number => {
  const value = evaluateNumeric(expr);
  return typeof value === 'number' ? value : Number.NaN;
};

/** The values of all groups of two or more parts of a sum or product. */
function grouped(values: readonly number[], join: (a: number, b: number) => number): readonly number[] {
  const start: readonly (readonly [number, number])[] = [];
  return values
    .reduce(
      (all, value) =>
        all.concat(
          [[value, 1]],
          all.map(([one, count]) => [join(one, value), count + 1] as const),
        ),
      start,
    )
    .flatMap(([value, count]) => (count > 1 ? [value] : []));
}

/** What a right calculation of the expression may come to on its way. */
function partsOf(expr: Expr): number[] {
  const own = [...(expr.kind === 'number' ? [] : [worthOf(expr)]), ...children(expr).flatMap(partsOf)];
  if (expr.kind === 'sum' && expr.terms.length < MOST) return own.concat(grouped(expr.terms.map(worthOf), (a, b) => a + b));
  const factors = expr.kind === 'product' || expr.kind === 'quotient' ? factorsOf(expr) : [];
  return factors.length < MOST ? own.concat(grouped(factors, (a, b) => a * b)) : own;
}

function factorsOf(expr: Expr): number[] {
  if (expr.kind === 'product') return expr.factors.flatMap(factorsOf);
  if (expr.kind === 'quotient') return [...factorsOf(expr.num), ...factorsOf(expr.den).map(one => 1 / one)];
  return [worthOf(expr)];
}

/** A calculation in numbers, to be done in the order of its operations. */
export const calculation: StoryReader = ({ raw }) => {
  const [, text] = HEAD.exec(raw.replace(/\$/g, '').trim()) ?? [];
  const expr = text === undefined || !/\d/.test(text) || text.length > 60 ? null : expressionIn(text);
  if (!expr || !isClosed(expr) || !/^[\d\s.+\-−–×·*÷/:()^²³√{}[\]]+$/.test(text ?? '')) return null;
  const operations = text?.match(/[+\-−–×·*÷/:^²³√]/g)?.length ?? 0;
  const value = worthOf(expr);
  if (operations < 2 || Number.isNaN(value)) return null;
  const whole = /\d\s*\/\s*\d/.test(text ?? '') ? (text?.match(/\d+/g)?.map(Number) ?? []) : [];
  const denominators = whole.flatMap(one => whole.map(other => one * other));
  const way = [...partsOf(expr), ...denominators].filter(Number.isFinite);
  return { ...solvedStory({ value, way: [...way, ...way.map(one => -one)] }), onlyGiven: true };
};

const TARGET = /\b(?:in|into|to|how many) ((?:square |cubic )?[a-zµ]+[²³]?(?:(?: ?\/ ?| per )(?:[a-z]+[²³]?))?)\s*(?:[.?]|$| are | is )/i;

/** One quantity, told in another unit. */
const conversion: StoryReader = ({ raw, numbers }) => {
  if (
    numbers !== 1 ||
    raw.length > 110 ||
    !/\b(?:convert|change|express|what is (?:this|that|it|its \w+)|how many|in m\/s|write)\b/i.test(raw)
  )
    return null;
  const { quantities, bare } = quantitiesIn(raw);
  const [quantity, ...more] = quantities;
  const [, unit = ''] = TARGET.exec(raw) ?? [];
  if (
    !quantity ||
    bare > 0 ||
    more.length > 0 ||
    dimensionOf(unit) !== quantity.dimension ||
    /\b(?:how far|distance|takes?|covers?|costs?)\b/i.test(raw)
  )
    return null;
  const one = quantitiesIn(`1 ${unit}`).quantities[0]?.value;
  const written = Number(/\d+(?:\.\d+)?/.exec(raw.replace(/(?<=\d)[, ](?=\d{3})/g, ''))?.[0]);
  if (!one || !(written > 0)) return null;
  const value = quantity.value / one;
  const factors = [10, 60, 100, 1000, 3600, 3.6, 1e4, 1e6, 24].flatMap(n => [n, 1 / n]);
  return {
    ...solvedStory({ value, way: [value / written, written / value, ...factors.map(n => written * n), ...factors.map(n => value * n)] }),
  };
};

const LENGTHS = /(\d+(?:\.\d+)?) ?(mm|cm|m|km)(?![a-z²³/])/g;

/** Two lengths in different units, of one figure: their bare numbers are never multiplied. */
export const mixedUnits: StoryReader = ({ text, question, numbers }) => {
  const [a, b, ...more] = [...text.matchAll(LENGTHS)];
  if (
    !a ||
    !b ||
    more.length > 0 ||
    numbers !== 2 ||
    a[2] === b[2] ||
    !/\barea\b/.test(question) ||
    !/\b(?:long|wide|length|width|rectang\w*|by|base|height)\b/.test(text)
  )
    return null;
  const number = (match: RegExpMatchArray): string => (match[1] ?? '').replace('.', '\\.');
  const times = ' ?(?:×|·|\\*|x|⋅) ?';
  return {
    facts: [],
    asked: null,
    amounts: [],
    traps: [
      {
        pattern: new RegExp(
          `(?<![\\d.])(?:${number(a)}${times}${number(b)}|${number(b)}${times}${number(a)})(?![\\d]|\\.\\d)(?! ?[a-zµ÷/·×*])`,
        ),
        instead: `${a[0]} times ${b[0]}`,
      },
    ],
  };
};

export const CALCULATIONS: readonly StoryReader[] = [calculation, conversion];
