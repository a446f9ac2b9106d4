import { call, minus, num, power, product, quotient, sum } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import type { Scene } from '../scene.ts';
import type { Feature } from './feature.ts';

const ASKS = /\b(?:mean|average|median|mode|range|variance|standard deviation)\b/i;
const NUMBER = String.raw`[-−–]?\d+(?:\.\d+)?`;
const LIST = new RegExp(String.raw`(?<![\w(.,])${NUMBER}(?:\s*,\s*(?:and\s+)?${NUMBER}){2,}(?:\s*,?\s*and\s+${NUMBER})?(?![\w%)])`, 'g');
const MOST = 30;

/** 'Scores of 1, 2, 3 were got by 4, 6, 2 pupils respectively': the mean of values that stand several times each. */
export function frequencyFeatures({ solution: { problem } }: Scene): readonly Feature[] {
  if (
    !/\bmean\b|\baverage\b/i.test(problem) ||
    !/\brespectively\b|\bfrequenc/i.test(problem) ||
    /\b(?:new|another|each|if|cumulative|total)\b/i.test(problem)
  )
    return [];
  const [xs, fs, ...more] = [...problem.matchAll(LIST)].map(([list]) =>
    (list.match(new RegExp(NUMBER, 'g')) ?? []).flatMap(text => Q.parseDecimal(text.replace(/[−–]/, '-')) ?? []),
  );
  if (!xs || !fs || more.length > 0 || xs.length !== fs.length || fs.some(f => f.d !== 1n || f.n <= 0n)) return [];
  const mean = Q.divide(xs.map((x, i) => Q.multiply(x, fs[i] ?? Q.ONE)).reduce(Q.add), fs.reduce(Q.add));
  return mean ? [{ words: /mean|average/, heads: /^(?:bar\(x\)|mu)$/, values: [[num(mean)]] }] : [];
}

/** Mean, median, mode, range, variance and deviation of the only list of numbers in the problem. */
export function dataFeatures(scene: Scene): readonly Feature[] {
  const { problem } = scene.solution;
  const [list, ...more] =
    ASKS.test(problem) &&
    !/\b(?:probabilit|frequenc|weight|new|another|added|remov|each|if|goal|want|need|should|desired|must|next|last|missing|so far|other|unknown|(?:two|three|four|five|six|seven|eight|nine) of the|(?:third|fourth|fifth|sixth|seventh|eighth|tenth) (?:number|value|score|mark|test|one))\w*\b/i.test(
      problem,
    )
      ? [...problem.matchAll(LIST)]
      : [];
  const values = list?.[0].match(new RegExp(NUMBER, 'g'))?.map(text => Q.parseDecimal(text.replace(/[−–]/, '-'))) ?? [];
  if (more.length > 0 || values.length < 3 || values.length > MOST || values.some(value => value === null)) return [];
  const numbers = values.filter(value => value !== null).sort(Q.compare);
  const count = num(numbers.length);
  const mean = quotient(sum(...numbers.map(num)), count);
  const squares = sum(...numbers.map(value => power(minus(num(value), mean), num(2))));
  const spreads = [quotient(squares, count), quotient(squares, num(numbers.length - 1))];
  const [first, last] = [numbers[0], numbers.at(-1)];
  const [low, high] = [numbers[Math.floor((numbers.length - 1) / 2)], numbers[Math.floor(numbers.length / 2)]];
  if (!first || !last || !low || !high) return [];
  const modes = modesOf(numbers);
  return [
    { words: /mean|average/, heads: /^(?:bar\(x\)|mu)$/, values: [[mean]] },
    { words: /median/, heads: null, values: [[quotient(sum(num(low), num(high)), num(2))]] },
    ...(modes.length === 1 ? [{ words: /mode/, heads: null, values: [[num(modes[0] ?? first)]] }] : []),
    { words: /(?<!mid[- ]?|quartile )range/, heads: null, values: [[num(Q.subtract(last, first))]] },
    { words: /variance/, heads: /^sigma\^2$/, values: spreads.map(spread => [spread]) },
    { words: /standard deviation/, heads: /^(?:sigma|s)$/, values: spreads.map(spread => [call('sqrt', spread)]) },
  ];
}

function modesOf(numbers: readonly Q.Rational[]): Q.Rational[] {
  const counts = numbers.map(value => numbers.filter(other => Q.equal(value, other)).length);
  const most = Math.max(...counts);
  return most < 2 ? [] : numbers.filter((value, i) => counts[i] === most && numbers.findIndex(other => Q.equal(other, value)) === i);
}

const TABLE = new RegExp(
  String.raw`\b([XYZ])\b[^.]{0,40}?(?:takes|values?|=)[^.\d]{0,30}?((?:${NUMBER}\s*(?:,|and|,\s*and)\s*)+${NUMBER})\s*(?:,\s*)?with[^.\d]{0,24}?probabilit\w+[^.\d]{0,16}((?:[\d./]+\s*(?:,|and|,\s*and)\s*)+[\d./]+)`,
  'i',
);
const BINOMIAL =
  /([XYZ])\s*(?:~|∼|\\sim)\s*(?:B|Bin|\\text\{(?:B|Bin)\}|\\mathrm\{B\})\s*(?:\\left)?\(\s*(\d+)\s*,\s*([\d./]+|\\frac\{\d+\}\{\d+\})\s*(?:\\right)?\)/;

interface Moments {
  readonly letter: string;
  readonly mean: Expr;
  readonly square: Expr;
}

/** E(X) and E(X²) of the random variable that the problem describes by its values or as binomial. */
export function momentsIn(problem: string): Moments | null {
  const [, name = 'X', places = '', weights = ''] = TABLE.exec(problem) ?? [];
  const split = (text: string): Expr[] =>
    text.split(/\s*(?:,\s*and|,|and)\s*/).flatMap(part => parseExpression(part.replace(/[−–]/g, '-').replace(/\.$/, '')).expr ?? []);
  const [xs, ps] = places === '' ? [[], []] : [split(places), split(weights)];
  if (xs.length > 1 && xs.length === ps.length) {
    const moment = (k: number): Expr => sum(...xs.map((x, i) => product(power(x, num(k)), ps[i] ?? num(0))));
    return { letter: name, mean: moment(1), square: moment(2) };
  }
  const [, letter = 'X', trials = '', chance = ''] = BINOMIAL.exec(problem) ?? [];
  const [n, p] = [trials, chance].map(text => (text === '' ? null : parseExpression(text).expr));
  if (!n || !p) return null;
  const mean = product(n, p);
  return { letter, mean, square: sum(product(mean, minus(num(1), p)), power(mean, num(2))) };
}
