import { num, power, product, sum, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Asked } from './reading.ts';

/** Words with which a figure is more than its plain measures. */
const MORE =
  /\b(?:twice|double|triple|half|quarter|more|less|longer|shorter|wider|than|times|increase[ds]?|decrease[ds]?|ratio|diagonal|cost|price|each|around|tiles?|fences?|shaded|semi-?circle|semi-?circular|fraction|path|border|cut|remain\w*|inside|outside|square (?:inside|inscribed)|inscribed|similar|scale|volume|surface|remaining|if|per)\b|%/i;

const pi: Expr = sym('pi');
const square = (x: Expr): Expr => power(x, num(2));

/** What is asked of a figure, from its measures in the order they are given. */
const FIGURES: readonly {
  readonly name: RegExp;
  readonly measures: RegExp | null;
  readonly count: number;
  readonly asks: Readonly<Record<string, (m: readonly Expr[]) => Expr>>;
}[] = [
  {
    name: /\brectang(?:le|ular)\b/i,
    measures: null,
    count: 2,
    asks: { area: ([a = num(0), b = num(0)]) => product(a, b), perimeter: ([a = num(0), b = num(0)]) => product(num(2), sum(a, b)) },
  },
  {
    name: /\bsquare\b(?! (?:cm|m|km|met|cent|inch|foot|feet|yard|mile|unit))/i,
    measures: /\bsides?\b/i,
    count: 1,
    asks: { area: ([a = num(0)]) => square(a), perimeter: ([a = num(0)]) => product(num(4), a) },
  },
  {
    name: /\bcircle\b|\bcircular\b/i,
    measures: /\bradius\b/i,
    count: 1,
    asks: { area: ([r = num(0)]) => product(pi, square(r)), circumference: ([r = num(0)]) => product(num(2), pi, r) },
  },
  {
    name: /\bcircle\b|\bcircular\b/i,
    measures: /\bdiameter\b/i,
    count: 1,
    asks: {
      area: ([d = num(0)]) => product(pi, square(product(d, num(Q.rational(1, 2))))),
      circumference: ([d = num(0)]) => product(pi, d),
    },
  },
];

const QUESTION =
  /(?:\b(?:find|calculate|determine|work out|what is|give)\b[^.?]*?\b)(area|perimeter|circumference)\b(?! (?:and|or)\b)[^.?,]*[.?]?$/i;

/** The area or perimeter of a plain figure whose measures are all that the problem gives; null when its words may say more. */
export function askedOfShape(problem: string): Asked | null {
  const what = QUESTION.exec(problem)?.[1]?.toLowerCase();
  if (
    what === undefined ||
    problem.length > 160 ||
    MORE.test(problem) ||
    (problem.match(/\b(?:area|perimeter|circumference)\b/gi)?.length ?? 0) > 1
  )
    return null;
  const numbers = [...problem.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)/g)].map(([text]) => Q.parseDecimal(text));
  const figures = FIGURES.filter(figure => figure.name.test(problem));
  const figure = figures.find(({ measures, count }) => count === numbers.length && (measures === null || measures.test(problem)));
  const formula = figure?.asks[what];
  if (!formula || new Set(figures.map(({ name }) => name.source)).size > 1 || new Set(unitsIn(problem)).size > 1) return null;
  const value = formula(numbers.flatMap(size => (size ? [num(size)] : [])));
  return { kind: 'value', value, stated: false, names: [what, what.charAt(0), what.charAt(0).toUpperCase()] };
}

const unitsIn = (problem: string): string[] =>
  [
    ...problem.matchAll(
      /\d\s*(mm|cm|m|km|in|ft|yd|inch|inches|feet|foot|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|kilomet(?:er|re)s?|yards?|miles?|units?)\b/gi,
    ),
  ].map(([, unit = '']) => unit.toLowerCase().replace(/s$/, ''));
