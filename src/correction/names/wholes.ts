import { call, minus, num, power, product, quotient, sum, sym } from '../../math/build.ts';
import { someNode, substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { expressionIn } from '../asked/text.ts';
import { degree } from '../gains.ts';
import { centre, taylor } from '../inverses.ts';
import { lettersIn, withFunctions } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { isPolynomial } from '../series.ts';
import { type Name, plainLabel } from './name.ts';

/** Highest power that is worked out. */
const HIGHEST = 8;

const UP_TO = String.raw`(?=\s*(?:,|;|$|\.(?:\s|$))|\s+(?:up|in|as|to|about|around|at|near|and|including|with|for|using|by|until|where|when|whose)\b)`;
const EXPANDED = [
  new RegExp(
    String.raw`\b(?:Taylor|Maclaurin|power series|series|expansion)\b[^.;]*?\b(?:of|for)\s+(?!degree|order)(?:the function\s+)?(?:[a-z]\(x\)\s*=\s*|y\s*=\s*)?(\S.*?)${UP_TO}`,
    'i',
  ),
  new RegExp(String.raw`\bexpand\s+(?:the function\s+)?(?:[a-z]\(x\)\s*=\s*)?(\S.*?)${UP_TO}`, 'i'),
];
/** An expansion that breaks off, and no product to be multiplied out. */
const BREAKS_OFF =
  /\b(?:Taylor|Maclaurin|series|ascending|up to|as far as|terms? in|until|first (?:two|three|four|five|\d) (?:non-?zero )?terms)\b/i;

/** The first terms of the series of the function that the problem names: as many as a line gives. */
export function seriesNames(scene: Scene, problem: string): readonly Name[] {
  const written = EXPANDED.map(pattern => expressionIn(pattern.exec(problem)?.[1])).find(expr => expr !== null);
  const head = written && withFunctions(written, scene.functions);
  if (!head || !BREAKS_OFF.test(problem) || lettersIn(head).join() !== 'x' || /\b(?:Fourier|geometric|sum of|converg)/i.test(problem))
    return [];
  const about = centre(problem);
  return [
    {
      what: 'the first terms of the series',
      is: /(?:\b(?:answer|series|polynomial|expansion|approximation)(?: is)? ?:?|(?:^|\W)[TPp](?:_\{?\w\}?|\d)?(?:\(x\))?)$/,
      values: [],
      alone: true,
      fits: ([own, ...more]) => {
        const highest = own && more.length === 0 && own.kind === 'sum' && isPolynomial(own) ? degree(own) : 0;
        const right = own && highest > 0 && highest <= HIGHEST && lettersIn(own).join() === 'x' ? taylor(head, 'x', about, highest) : null;
        return right && own ? [[right, own]] : [];
      },
    },
  ];
}

const TWICE = /(?<![a-zA-Z\\])([a-z])\s*(?:\(\s*([a-z])\s*\(([^()]+)\)\s*\)|([a-z])\s*\(([^()]+)\))/g;
const RING = /\(?\s*([a-z])\s*(?:∘|\\circ)\s*([a-z])\s*\)?\s*\(([^()]+)\)/g;

/** `fg(x)`, `(f ∘ g)(2)`, `f(g(x))` of functions that the problem gives. `fg(x)` may be their product too. */
export function compositionNames(scene: Scene, problem: string): readonly Name[] {
  const plain = plainLabel(problem);
  const found = new Map<string, Name>();
  for (const [all, outer = '', a, x, b, y] of [
    ...plain.matchAll(TWICE),
    ...[...plain.matchAll(RING)].map(([all, f = '', g, at]) => [all, f, g, at]),
  ]) {
    const [inner, at] = [a ?? b ?? '', expressionIn(x ?? y)];
    const [f, g] = [scene.functions.get(outer), scene.functions.get(inner)];
    const [[u, ...us], [v, ...vs]] = [f?.variables ?? [], g?.variables ?? []];
    if (!f || !g || !at || u === undefined || v === undefined || us.length + vs.length > 0) continue;
    if (all?.includes('=') || new RegExp(String.raw`(?<![a-z])${outer}\s*=`).test(plain)) continue;
    const within = substitute(g.body, v, at);
    const value = substitute(f.body, u, within);
    const times = b === undefined ? [] : [[product(substitute(f.body, u, at), within)]];
    const own = String(x ?? y).replace(/[^a-z0-9]/g, '\\$&');
    const [one, two] = [outer, inner];
    found.set(`${one}${two}${own}`, {
      what: `${one}(${two}(${String(x ?? y)}))`,
      is: new RegExp(
        String.raw`(?:^|[^\w(])(?:${one} ?${two}\(${own}\)|${one}\(${two}\(${own}\)\)|\(?${one} ?(?:∘|\\circ) ?${two}\)?\(${own}\))$`,
      ),
      values: [[value], ...times],
    });
  }
  const names = [...found.values()];
  const asked = /\b(?:find|work out|calculate|evaluate|compute|determine|what is)\b/i.test(problem);
  return names.length === 1 && asked ? names.map(name => ({ ...name, alone: true })) : names;
}

const POLYNOMIAL = String.raw`(?:[a-zA-Z]\(x\)\s*=\s*)?([^=:;?]+?)`;
const DIVIDED: readonly RegExp[] = [
  new RegExp(
    String.raw`\bdivide\s+(?:the polynomial\s+)?${POLYNOMIAL}\s+by\s+([^=:;?]+?)(?=$|[.,;?]|\s+(?:and|using|to|with|by|giving|state)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`(?:\bwhen|\bif|\bremainder of|\bquotient of)\s+(?:the polynomial\s+)?${POLYNOMIAL}\s+is divided by\s+([^=:;?]+?)(?=$|[.,;?]|\s+(?:and|using|to|with|by)\b)`,
    'i',
  ),
  /([^=:;?]+?)\s*(?:÷|\\div)\s*([^=:;?]+?)(?=$|[.,;?])/i,
];

/** Coefficients from the constant on; null for an expression that is no polynomial in x. */
function coefficientsOf(expr: Expr): Q.Rational[] | null {
  if (lettersIn(expr).join() !== 'x' || !isPolynomial(expr) || degree(expr) > HIGHEST) return null;
  const found: Q.Rational[] = [];
  let slope: Expr | null = expr;
  let factorial = 1;
  for (let k = 0; k <= degree(expr); k++) {
    const at: Q.Rational | null = slope && evaluateExact(substitute(slope, 'x', num(0)));
    factorial *= Math.max(1, k);
    const coefficient = at && Q.divide(at, Q.rational(factorial));
    if (!coefficient) return null;
    found.push(coefficient);
    slope = slope && differentiate(slope, 'x');
  }
  while (found.length > 0 && Q.isZero(found.at(-1) ?? Q.ZERO)) found.pop();
  return found;
}

const polynomialOf = (coefficients: readonly Q.Rational[]): Expr =>
  sum(num(0), ...coefficients.map((c, k) => (k === 0 ? num(c) : product(num(c), power(sym('x'), num(k))))));

/** Quotient and remainder of the only division of polynomials. */
export function divisionNames(_: Scene, problem: string): readonly Name[] {
  const pair = DIVIDED.map(pattern => (pattern.exec(problem) ?? []).slice(1).map(expressionIn)).find(
    ([a, b]) => a && b && coefficientsOf(a) && coefficientsOf(b),
  );
  const [whole, by] = (pair ?? []).map(expr => expr && coefficientsOf(expr));
  const lead = by?.at(-1);
  if (!whole || !by || !lead || by.length < 2 || whole.length < by.length) return [];
  const rest = [...whole];
  const taken: Q.Rational[] = [];
  for (let k = whole.length - by.length; k >= 0; k--) {
    const times = Q.divide(rest[k + by.length - 1] ?? Q.ZERO, lead) ?? Q.ZERO;
    taken.unshift(times);
    by.forEach((c, i) => {
      rest[k + i] = Q.subtract(rest[k + i] ?? Q.ZERO, Q.multiply(times, c));
    });
  }
  return [
    { what: 'the quotient', is: /(?:\bquotient(?: is)?|^[Qq](?:\(x\))?) ?:?$/i, values: [[polynomialOf(taken)]] },
    {
      what: 'the remainder',
      is: /(?:\bremainder(?: is)?|^R(?:\(x\))?|^r\(x\)) ?:?$/i,
      values: [[polynomialOf(rest.slice(0, by.length - 1))]],
    },
  ];
}

const HARMONIC =
  /^(?:write|express|put|rewrite)?\s*(?:[a-z]\((?:x|θ|t)\)\s*=\s*)?([^,;:]*?\b(?:sin|cos)\b[^,;:]*?\b(?:sin|cos)\b[^,;:]*?)\s+(?:in the form|as)\s+R\s*(sin|cos)\s*\(\s*([a-zθ])\s*([-+])\s*([a-zα-ω])\s*\)/i;

/** `R cos(x − α)` for `a cos x + b sin x`: R, and the tangent of the angle. */
export function harmonicNames({ decider }: Scene, problem: string): readonly Name[] {
  const plain = problem
    .replace(/[−–]/g, '-')
    .replace(/\\(?=sin|cos)/g, '')
    .replace(/\\alpha/g, 'α')
    .replace(/\\theta/g, 'θ');
  const [, text, fn, letter = '', sign, angle = ''] = HARMONIC.exec(plain) ?? [];
  const whole = expressionIn(text);
  if (!whole || someNode(whole, node => node.kind === 'power') || lettersIn(whole).length !== 1) return [];
  const [variable = ''] = lettersIn(whole);
  const slope = differentiate(whole, variable);
  if (!slope || letter === '') return [];
  const [c, s] = [whole, slope].map(side => substitute(side, variable, num(0)));
  const bend = differentiate(slope, variable);
  if (!c || !s || !bend || decider.expressions(bend, minus(num(0), whole)).kind !== 'same') return [];
  const turn = sign === '-' ? num(-1) : num(1);
  const tangent = fn?.toLowerCase() === 'cos' ? quotient(product(num(-1), turn, s), c) : quotient(product(turn, c), s);
  const name = angle === 'α' ? '(?:α|\\\\?alpha)' : angle;
  return [
    { what: 'R', is: /(?:^|[^\w])R$/, values: [[call('sqrt', sum(power(c, num(2)), power(s, num(2))))]] },
    { what: 'R²', is: /(?:^|[^\w])R\^\{?2\}?$/, values: [[sum(power(c, num(2)), power(s, num(2)))]] },
    { what: 'the tangent of the angle', is: new RegExp(String.raw`\\?tan ?\(?${name}\)?$`), values: [[minus(tangent, num(0))]] },
  ];
}
