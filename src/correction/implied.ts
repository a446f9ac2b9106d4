import { call, minus, num, power, product, quotient, relation, sum } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import type { Claim, Solution } from '../solution/solution.ts';
import { expressionIn, plainProblem, statementIn } from './asked/text.ts';
import type { Chain } from './decide.ts';
import { type Judged, refuted } from './judged.ts';
import { entriesOf } from './known-values.ts';
import { isClosed, lettersIn, mapSides } from './letters.ts';
import { matricesIn } from './matrices.ts';
import type { Scene } from './scene.ts';

/** Equations that the words of a problem stand for; null or none where they leave a doubt. */
type Reader = readonly [pattern: RegExp, read: (groups: readonly string[], solution: Solution) => readonly (Statement | null)[]];

const isZero = (side: Expr): Statement => relation(side, '=', num(0));
const VALUE = '[-−]?[\\d./√]+';
const POINT = `\\(\\s*${VALUE}\\s*,\\s*${VALUE}\\s*\\)`;

/** The tuples of a problem, with letters or without. */
const tuplesIn = (text: string): (readonly Expr[])[] =>
  (text.match(/\([^()]+,[^()]+\)/g) ?? []).flatMap(tuple => {
    const { expr } = parseExpression(tuple);
    const entries = expr && entriesOf(expr);
    return entries ? [entries] : [];
  });

/** The only two vectors of a problem in which one letter is left open. */
function twoVectors(problem: string): readonly [readonly Expr[], readonly Expr[]] | null {
  const [u, v, ...more] = tuplesIn(problem);
  if (!u || !v || more.length > 0 || u.length !== v.length || lettersIn(...u, ...v).length !== 1) return null;
  return /\b(?:lines?|planes?|circles?|through|points?|triangle|not)\b/i.test(problem) ? null : [u, v];
}

/** a, b and c of `ax² + bx + c = 0`; null for an equation of another kind. */
function quadratic(
  text: string | undefined,
): { readonly a: Expr; readonly b: Expr; readonly c: Expr; readonly letters: readonly string[] } | null {
  const statement = statementIn(text);
  const [left, right] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right) return null;
  const whole = minus(left, right);
  const slope = differentiate(whole, 'x');
  const bend = slope && differentiate(slope, 'x');
  if (!slope || !bend || !isClosed(bend)) return null;
  const [twice, b, c] = [bend, slope, whole].map(part => substitute(part, 'x', num(0)));
  const size = twice && evaluateExact(twice);
  return twice && b && c && size && !Q.isZero(size) ? { a: quotient(twice, num(2)), b, c, letters: lettersIn(whole) } : null;
}

/** Sum and product of the roots, by the names that the problem gives them. */
function roots([, equation, one, two]: readonly string[]): readonly Statement[] {
  const [found, p, q] = [quadratic(equation), expressionIn(one), expressionIn(two)];
  if (found?.letters.join() !== 'x' || p?.kind !== 'symbol' || q?.kind !== 'symbol' || p.name === q.name) return [];
  if ([p.name, q.name].some(name => /^(?:x|e|i|pi)$/.test(name))) return [];
  return [relation(sum(p, q), '=', quotient(minus(num(0), found.b), found.a)), relation(product(p, q), '=', quotient(found.c, found.a))];
}

/** The value of a polynomial with one open letter, at the zero of its divisor. */
function remainder(polynomial: string | undefined, divisor: string | undefined, value: Expr | null): readonly Statement[] {
  const [whole, by] = [expressionIn(polynomial), expressionIn(divisor)];
  const slope = by && differentiate(by, 'x');
  if (!whole || !by || !slope || !value || lettersIn(by).join() !== 'x' || !isClosed(slope) || lettersIn(whole).length !== 2) return [];
  const zero = quotient(minus(num(0), substitute(by, 'x', num(0))), slope);
  return lettersIn(whole).includes('x') ? [relation(substitute(whole, 'x', zero), '=', value)] : [];
}

/** An equation with one open letter besides x and y, through a point. */
function through(equation: string | undefined, point: string | undefined): readonly Statement[] {
  const [statement, at] = [statementIn(equation), point === undefined ? null : parseExpression(point).expr];
  const [x, y] = (at && entriesOf(at)) ?? [];
  if (statement?.kind !== 'chain' || statement.relations.join() !== '=' || !x || !y) return [];
  const put = mapSides(statement, side => substitute(substitute(side, 'x', x), 'y', y));
  return lettersIn(put).length === 1 && lettersIn(statement, x, y).length === 3 ? [put] : [];
}

const LET = '(?:let|if|suppose|given that) ';
const NAME = '(\\\\?[a-zA-Zα-ω]+)';
const QUADRATIC = '(?:the |a )?(?:quadratic )?(?:equation )?([^,;:.=]*=[^,;:.=]*?)';
const FIND = '(?:for (?:which|what)|find|determine|what (?:is|are)|calculate)';

const READERS: readonly Reader[] = [
  [
    new RegExp(`${FIND}.*\\b(?:perpendicular|orthogonal|at right angles)\\b|\\b(?:perpendicular|orthogonal)\\b.*${FIND}`, 'i'),
    (_, { problem }) => {
      const [u, v] = twoVectors(problem) ?? [];
      return u && v ? [isZero(sum(...u.map((x, i) => product(x, v[i] ?? x))))] : [];
    },
  ],
  [
    new RegExp(`${FIND}.*\\b(?:parallel|collinear|linearly dependent)\\b|\\b(?:parallel|collinear)\\b.*${FIND}`, 'i'),
    (_, { problem }) => {
      const [u, v] = twoVectors(problem) ?? [];
      const crossed = (u ?? []).flatMap((x, i) =>
        (u ?? []).slice(i + 1).map((y, j) => minus(product(x, v?.[i + 1 + j] ?? x), product(y, v?.[i] ?? y))),
      );
      return crossed.filter(side => lettersIn(side).length > 0).map(isZero);
    },
  ],
  [new RegExp(`^(?:the )?(?:roots|solutions) of ${QUADRATIC},? (?:are|be) ${NAME} and ${NAME}[.,;]`, 'i'), roots],
  [
    new RegExp(`\\b${LET}${NAME}(?: and |, )${NAME} (?:be|are) (?:the )?(?:two )?(?:roots|solutions|zeros) of ${QUADRATIC}[.,;]`, 'i'),
    ([, one = '', two = '', equation = '']) => roots(['', equation, one, two]),
  ],
  [
    /^(?:if |given that |suppose )?\(?([^()]+?)\)? is a factor of (?:the polynomial )?(?:[pfPF]\(x\) = )?([^,;=]+?)[.,] (?:then )?(?:find|determine|what|calculate)/i,
    ([, divisor, polynomial]) => remainder(polynomial, divisor, num(0)),
  ],
  [
    /\b(?:polynomial )?(?:[pfPF]\(x\) = )([^,;=]+?) has (?:the |a )?factor \(?([^(),;]+?)\)?[.,;] (?:find|determine|what|calculate)/i,
    ([, polynomial, divisor]) => remainder(polynomial, divisor, num(0)),
  ],
  [
    /^(?:when |if )?(?:the polynomial )?(?:[pfPF]\(x\) = )?([^,;=]+?) is divided by \(?([^(),]+?)\)?,? (?:and )?(?:the remainder is|(?:it )?(?:leaves|gives) (?:a |the )?remainder(?: of)?) ([-−]?\d+)[.,] (?:find|determine|what|calculate)/i,
    ([, polynomial, divisor, value]) => remainder(polynomial, divisor, expressionIn(value)),
  ],
  [
    new RegExp(
      `^${FIND}\\b[^=]*? (?:does|has|will|do) ${QUADRATIC} (?:have|has)? ?(?:two |exactly )?(?:equal|one|a double|a repeated|coinciding) (?:real )?(?:roots?|solutions?)[.?]?$`,
      'i',
    ),
    ([, equation]) => {
      const found = quadratic(equation);
      return found?.letters.length === 2 ? [isZero(minus(power(found.b, num(2)), product(num(4), found.a, found.c)))] : [];
    },
  ],
  [
    /\b(?:singular|not invertible|no inverse|non-invertible)\b/i,
    (_, { problem }) => {
      const [matrix, ...more] = matricesIn(problem);
      return matrix && more.length === 0 && lettersIn(matrix).length === 1 && !/\bnon-?singular\b/i.test(problem)
        ? [isZero(call('det', matrix))]
        : [];
    },
  ],
  [
    /\bno unique solution\b|\bnot (?:have )?(?:a )?unique solution\b/i,
    (_, { givens }) => {
      const rows = givens.flatMap(({ statement }) => (statement ? equationsIn(statement) : []));
      const entries = rows.map(row => ['x', 'y'].map(letter => coefficient(row, letter)));
      const [[a, b] = [], [c, d] = []] = entries;
      const open = a && b && c && d ? lettersIn(a, b, c, d) : [];
      return rows.length === 2 && a && b && c && d && open.length === 1 && !open.some(name => /^[xyz]$/.test(name))
        ? [isZero(minus(product(a, d), product(b, c)))]
        : [];
    },
  ],
  [
    new RegExp(
      `\\b(?:line|curve|graph|parabola|circle)(?: of| with equation)? ([^,;:.=]*=[^,;:]*?) (?:that |which )?(?:passes|goes|pass) through (?:the point )?[A-Z]?(${POINT})`,
    ),
    ([, equation, point]) => through(equation, point),
  ],
  [
    /\b(?:the point )?[A-Z]?(\([^()]+,[^()]+\)) (?:lies|is|be) on (?:the )?(?:line|curve|graph|parabola|circle)(?: of| with equation)? ([^,;:.=]*=[^,;:?]*?)[.,?]/,
    ([, point, equation]) => through(equation, point),
  ],
  [
    new RegExp(`\\b(?:one|a) (?:root|solution|zero) of ${QUADRATIC} is (?:x = )?(${VALUE})[.,;]`, 'i'),
    ([, equation, value]) => rooted(equation, value),
  ],
  [
    new RegExp(`\\b(?:x = )?(${VALUE}) is (?:one|a) (?:root|solution|zero) of ${QUADRATIC}[.,;]`, 'i'),
    ([, value, equation]) => rooted(equation, value),
  ],
];

/** An equation with one open letter, at a solution that the problem gives. */
function rooted(equation: string | undefined, value: string | undefined): readonly Statement[] {
  const [statement, at] = [statementIn(equation), expressionIn(value)];
  if (statement?.kind !== 'chain' || statement.relations.join() !== '=' || !at || lettersIn(statement).length !== 2) return [];
  return lettersIn(statement).includes('x') ? [mapSides(statement, side => substitute(side, 'x', at))] : [];
}

const COUNTED = new RegExp(
  `^${FIND}\\b[^=]*? (?:does|has|will|do) ${QUADRATIC} (?:have|has)? ?(no|two) (?:(distinct|different|unequal|separate) )?(?:(?:and )?real )?(?:distinct )?(?:roots?|solutions?)[.?]?$`,
  'i',
);
/** Words with which the other case is looked at. */
const OTHERWISE = /\b(?:real (?:roots|solutions)|exist|if|when|unless|otherwise|not|never|at least|equal)\b/i;

/** `16 − 4m > 0` where the equation is to have no real roots: a condition on the parameter that no value meets for which it has as many as it should. */
export function judgeParameter({ solution, decider }: Scene, { statement, range }: Claim, sentence: string): Judged | null {
  if (statement?.kind !== 'chain' || statement.relations.length !== 1 || !/^[<>≤≥]$/.test(statement.relations[0] ?? '')) return null;
  const [, equation, count = ''] = COUNTED.exec(plainProblem(solution.problem)) ?? [];
  const found = equation === undefined ? null : quadratic(equation);
  const parameter = found?.letters.filter(letter => letter !== 'x') ?? [];
  if (!found || parameter.length !== 1 || lettersIn(statement).join() !== parameter.join() || OTHERWISE.test(sentence)) return null;
  const discriminant = minus(power(found.b, num(2)), product(num(4), found.a, found.c));
  const compared = decider.linesAnywhere(relation(discriminant, /no/i.test(count) ? '<' : '>', num(0)), statement);
  return compared.kind === 'different' ? refuted(compared.witness, range) : null;
}

const POLYNOMIAL =
  /\b(?:remainder when|when|if) (?:the polynomial )?([^,;=]+?) is divided by\b|\bis a factor of (?:the polynomial )?([^,;=]+?)[.,]/i;
const CALLED = /(?<![a-zA-Z\\])([PpfFQq])\(\s*[-−]?\d+\s*\)\s*=/;

/** The name that the lines give to the polynomial of the problem, with its formula; null where it has one, or none is used. */
export function namedPolynomial({ problem, steps }: Solution): { readonly name: string; readonly body: Expr } | null {
  const plain = plainProblem(problem);
  const match = POLYNOMIAL.exec(plain);
  const body = expressionIn(match?.[1] ?? match?.[2]);
  const name = steps.map(({ text }) => CALLED.exec(text)?.[1]).find(found => found !== undefined);
  if (!body || name === undefined || lettersIn(body).join() !== 'x' || new RegExp(`(?<![a-zA-Z])${name}\\(`).test(plain)) return null;
  return steps.some(({ text }) => new RegExp(`(?<![a-zA-Z])${name}\\(x\\)`).test(text)) ? null : { name, body };
}

const equationsIn = (statement: Statement): readonly Chain[] =>
  statement.kind === 'and'
    ? statement.parts.flatMap(equationsIn)
    : statement.kind === 'chain' && statement.relations.join() === '=' && lettersIn(statement).includes('x')
      ? [statement]
      : [];

/** The coefficient of a letter in a linear equation. */
function coefficient({ sides: [left, right] }: Chain, letter: string): Expr | null {
  const slope = left && right ? differentiate(minus(left, right), letter) : null;
  return slope && !lettersIn(slope).some(name => /^[xyz]$/.test(name)) ? slope : null;
}

/** What the problem's words fix of its letters, as equations that it states: perpendicular vectors, factors, equal roots, points on a curve. */
export function impliedBy(solution: Solution): readonly Claim[] {
  const problem = plainProblem(solution.problem);
  if (problem.length > 240) return [];
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(problem);
    const found = match ? read([...match], solution).filter(statement => statement !== null) : [];
    if (found.length > 0)
      return found.map(statement => ({
        text: problem,
        range: solution.problemRange,
        statement,
        problems: [],
        link: 'given',
        setting: 'display',
      }));
  }
  return [];
}
