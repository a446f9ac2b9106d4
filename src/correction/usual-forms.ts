import { evaluateNumeric } from '../math/evaluate.ts';
import { parseExpression, parseStatement } from '../math/parse.ts';
import type { Step } from '../solution/solution.ts';
import { valueIn } from './asked/text.ts';
import type { Judged } from './judged.ts';
import { isClosed } from './letters.ts';
import type { Scene } from './scene.ts';

const NUMBER = String.raw`[-−]?\d+(?:\.\d+)?(?:\s*/\s*\d+)?`;
/** How far a decimal may be off by rounding, relatively. */
const ROUGH = 0.006;

interface Form {
  /** What the problem says. */
  readonly given: RegExp;
  /** What a line calls the value, right before its sign of equality. */
  readonly named: RegExp;
  readonly value: (given: readonly string[], named: readonly string[]) => number | null;
}

/** Values that a problem fixes by saying them in one usual form. */
const FORMS: readonly Form[] = [
  {
    given: new RegExp(String.raw`\bX\s*(?:~|∼|\\sim)\s*(?:B|Bin|\\text\{B\})\s*\(\s*(\d{1,2})\s*[,;]\s*(${NUMBER})\s*\)`),
    named: /^\$?P\(X\s*=\s*(\d{1,2})\)\s*=/,
    value: ([n, p], [k]) => binomial(Number(n), valueIn(p), Number(k)),
  },
  {
    given: new RegExp(String.raw`\b(\d)\s*(?:×|x|by|\\times)\s*\1\b[^.]*?\bdet\s*\(?\s*A\s*\)?\s*=\s*(${NUMBER})`),
    named: /^\$?\\?det\s*\(\s*(\d+)\s*A\s*\)\s*=/,
    value: ([n, det], [k]) => Number(k) ** Number(n) * valueIn(det),
  },
  {
    given: new RegExp(
      String.raw`\bdistance\b[^.]*\(\s*(${NUMBER})\s*,\s*(${NUMBER})\s*(?:,\s*(${NUMBER})\s*)?\)\$?\s*(?:to|from|and)\s*the\s*(?:plane|line)\s*\$?([^,.;?$]*=[^,.;?$]*)`,
      'i',
    ),
    named: /^\$?d(?:istance)?\s*=/,
    value: ([x, y, z, flat]) => distance([x, y, ...(z ? [z] : [])].map(valueIn), flat ?? ''),
  },
];

function binomial(n: number, p: number, k: number): number | null {
  if (k > n || !(p >= 0 && p <= 1)) return null;
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways * p ** k * (1 - p) ** (n - k);
}

/** From a point to a line of the plane, or to a plane, that an equation of first degree gives. */
function distance(point: readonly number[], equation: string): number | null {
  const { statement, problems } = parseStatement(equation.trim());
  const [left, right] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right || problems.length > 0) return null;
  const names = ['x', 'y', 'z'].slice(0, point.length);
  const at = (values: readonly number[]): number => {
    const env = new Map(names.map((name, i) => [name, values[i] ?? 0]));
    const [a, b] = [evaluateNumeric(left, env), evaluateNumeric(right, env)];
    return typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN;
  };
  const rest = at(names.map(() => 0));
  const normal = names.map((_, i) => at(names.map((_, j) => Number(i === j))) - rest);
  const straight = Math.abs(at(names.map(() => 2)) - rest - 2 * normal.reduce((sum, one) => sum + one, 0)) < 1e-9;
  return straight ? Math.abs(at(point)) / Math.hypot(...normal) : null;
}

/** `P(X = 2) = 10 · 0.3² · 0.7³` for X ~ B(5, 0.3), `det(2A) = …`, the distance of a point from a plane: a closed side that is another value. */
export function judgeUsualForm(scene: Scene, { text, range }: Step): Judged | null {
  const { problem } = scene.solution;
  for (const { given, named, value } of FORMS) {
    const [said, line] = [given.exec(problem), named.exec(text)];
    const right = said && line ? value(said.slice(1), line.slice(1)) : null;
    if (right === null || !line || !Number.isFinite(right)) continue;
    const sides = text
      .slice(line[0].length)
      .replace(/\$?[.,;]?\s*$/, '')
      .split(/=|≈|\\approx/);
    let at = line[0].length;
    for (const side of sides) {
      const { expr, problems } = parseExpression(side.trim());
      const worth = expr && problems.length === 0 && isClosed(expr) ? evaluateNumeric(expr) : null;
      if (typeof worth === 'number' && !near(worth, right)) {
        const span = { start: range.start + at, end: range.start + at + side.length };
        const expression = line[0].replace(/^\$|\s*=$/g, '');
        const witness = { kind: 'computed', expression, value: shown(right), written: shown(worth) } as const;
        return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at: span, slip: null, source: null, root: null };
      }
      at += side.length + 1;
    }
  }
  return null;
}

const SECOND = /(?:''|′′|″|”|\^\{\(2\)\})\s*\([^()]*\)\s*=[^<>.;]*?([<>])\s*0\b(.*)$/s;
/** The same with the value alone: `f''(2) = 12, so …`. */
const VALUED =
  /(?:''|′′|″|”|\^\{\(2\)\})\s*\([^()]*\)\s*=(?:[^=<>,;.]*=)*\s*([-−–]?)\s*(?!0\b)\d+(?:\.\d+)?\s*(?:,\s*(?:so|hence|thus|therefore|which means)\b|⇒|→)([^<>]*)$/s;
const DENIES = /\b(?:no|not|neither|nor|cannot|isn't|if|unless|instead|would|inflection)\b/i;

/** `f''(2) = 12 > 0, so x = 2 is a minimum`: the sign of the second derivative against the word behind it. */
export function judgeExtremum({ text, range }: Step): Judged | null {
  const plain = text.replace(/\$/g, ' ');
  const [, minus, after = ''] = VALUED.exec(plain) ?? [];
  const valued = minus === undefined ? [] : ['', minus === '' ? '>' : '<', after.split(/[,.;]/)[0]];
  const [, sign, behind = ''] = SECOND.exec(plain) ?? valued;
  const [low, high] = [/\bminim(?:um|a)\b/i.test(behind), /\bmaxim(?:um|a)\b/i.test(behind)];
  if (sign === undefined || low === high || low === (sign === '>') || DENIES.test(text) || /[<>]/.test(behind)) return null;
  const [value, written] = low ? ['a maximum', 'a minimum'] : ['a minimum', 'a maximum'];
  const expression = `the extremum where the second derivative is ${low ? 'negative' : 'positive'}`;
  const witness = { kind: 'computed', expression, value, written } as const;
  return { verdict: { kind: 'wrong', witness, mistake: null }, notices: [], at: range, slip: null, source: null, root: null };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUGH * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;
const shown = (value: number): string => String(Number(value.toPrecision(6)));
