import { call, minus, num, product, quotient, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { expressionIn, statementIn } from '../asked/text.ts';
import { knownValues } from '../known-values.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { matricesIn } from '../matrices.ts';
import type { Scene } from '../scene.ts';
import { statedExpression } from '../task.ts';
import type { Name } from './name.ts';

/** The determinant and the characteristic polynomial of the only matrix. */
export function determinantNames(scene: Scene, problem: string): readonly Name[] {
  const named = [...knownValues(scene).matrices.values()];
  const [matrix, ...more] = named.length > 0 ? named : matricesIn(scene.solution.problem);
  if (matrix?.kind !== 'matrix' || more.length > 0 || matrix.rows.length !== matrix.rows[0]?.length) return [];
  const shifted: Expr = {
    kind: 'matrix',
    rows: matrix.rows.map((row, i) => row.map((x, j) => (i === j ? minus(x, sym('lambda')) : x))),
    span: NOWHERE,
  };
  const whole = call('det', shifted);
  return /\beigen|\bcharacteristic/i.test(problem)
    ? [
        {
          what: 'the characteristic polynomial',
          is: /(?:\bpolynomial(?: is)? ?:?|\bdet ?\(A ?- ?(?:λ|\\lambda ?)I\))$/i,
          values: [[whole], [minus(num(0), whole)]],
        },
        {
          what: 'the characteristic polynomial at an eigenvalue',
          is: /(?:\beigenvalues?(?: of A)?(?: are| is)? ?:?|(?:^|[,;:] ?|[a-z]{2} )(?:λ|\\?lambda)(?:_\w+)?)$/i,
          values: [],
          fits: ([own, ...more]) => (own && more.length === 0 && isClosed(own) ? [[substitute(whole, 'lambda', own), num(0)]] : []),
        },
      ]
    : /\bdeterminant\b/i.test(problem)
      ? [
          {
            what: 'the determinant',
            is: /\b(?:determinant(?: is)?|expand\w*(?: along| by)? (?:the )?\w+ (?:row|column)) ?:?$/i,
            values: [[call('det', matrix)]],
          },
        ]
      : [];
}

const QUADRATIC =
  /(?:^|\b(?:solve|solutions? (?:of|to)|roots of|zeros of)(?: the (?:quadratic )?equation)?(?: over ℂ| over the complex numbers| in ℂ)?:? )([^,;:]*?= ?[^,;:.]*?)(?=,|;|\.(?:\s|$)| (?:and|over|in|for|using|by|where|with)\b|$)/i;

/** An equation of second degree without real roots: each complex value that a line gives for its letter solves it. */
export function complexNames(_: Scene, problem: string): readonly Name[] {
  const statement = statementIn(QUADRATIC.exec(problem)?.[1]);
  const [left, right] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  const [letter, ...others] = statement ? lettersIn(statement) : [];
  if (!left || !right || letter === undefined || others.length > 0) return [];
  const whole = minus(left, right);
  const slope = differentiate(whole, letter);
  const bend = slope && differentiate(slope, letter);
  const [twice, b, c] = [bend, slope, whole].map(part => part && evaluateExact(substitute(part, letter, num(0))));
  if (!bend || !isClosed(bend) || !twice || !b || !c || Q.compare(Q.multiply(b, b), Q.multiply(Q.multiply(Q.rational(2), twice), c)) >= 0)
    return [];
  return [
    {
      what: 'the equation at this value',
      is: new RegExp(String.raw`(?:^|[^\w])${letter}(?:_(?:\d|\{?1,2\}?))?$`),
      values: [],
      fits: ([root, ...more]) => (root && more.length === 0 && isClosed(root) ? [[substitute(whole, letter, root), num(0)]] : []),
    },
  ];
}

/** The quotient of differences from which the derivative comes. */
export function differenceNames(scene: Scene, problem: string): readonly Name[] {
  const rules = [...scene.functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x');
  const [rule, ...more] = new Set(rules.map(([, { body }]) => body));
  if (!rule || more.length > 0 || !/\b(?:first principles|definition|difference quotient|limit)\b/i.test(problem)) return [];
  const moved = substitute(rule, 'x', sum(sym('x'), sym('h')));
  const steep = quotient(minus(moved, rule), sym('h'));
  const along =
    (right: Expr) =>
    (own: readonly Expr[]): (readonly [Expr, Expr])[] => {
      const [side, ...others] = own;
      return side && others.length === 0 && lettersIn(side).includes('h') ? [[right, side]] : [];
    };
  return [
    {
      what: 'the difference quotient',
      is: /(?:\bdifference quotient(?: is)? ?:?|\bdivid\w+ by h ?:?|\([a-z]\(x ?\+ ?h\) ?- ?[a-z]\(x\)\) ?\/ ?h|[a-z]\(x ?\+ ?h\) ?- ?[a-z]\(x\) ?\/ ?h)$/i,
      values: [],
      fits: along(steep),
    },
  ];
}

const TOGETHER =
  /^(?:(?:so|hence|thus|therefore|now|then)?,? ?(?:we (?:get|have|obtain)|this gives|altogether|together|in total)|the result is) ?:?$/i;

/** 'so we get 4x² − 12x + 9 − x² − 16': all of the expression that the problem states, and no part of it. */
export function wholeNames(scene: Scene, problem: string): readonly Name[] {
  const stated = statedExpression(problem);
  if (!stated || stated.kind !== 'sum') return [];
  const isPart = (own: Expr): boolean =>
    stated.terms.some(part => [part, minus(num(0), part)].some(one => scene.decider.expressions(one, own).kind === 'same'));
  return [
    {
      what: 'the expression',
      is: TOGETHER,
      values: [],
      fits: ([own, ...more]) => (own?.kind === 'sum' && more.length === 0 && !isClosed(own) && !isPart(own) ? [[stated, own]] : []),
    },
  ];
}

const COEFFICIENT =
  /\bcoefficient of (?:the )?([a-z])(?:\s*\^\s*\{?(\d+)\}?|([²³⁴-⁹]))?(?: term)? in (?:the expansion of )?(.+?)(?:[.?]|$)/i;

/** 'the coefficient of x² in (1 − 3x)⁴', and the ways to leave a number out of the power. */
export function coefficientNames(_: Scene, problem: string): readonly Name[] {
  const [, letter = '', digits, raised, text] = COEFFICIENT.exec(problem) ?? [];
  const of = expressionIn(text);
  const place = raised ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised) : Number(digits ?? 1);
  if (!of || of.kind !== 'power' || lettersIn(of).join() !== letter || place > 12) return [];
  let slope: Expr | null = of;
  for (let k = 1; k <= place && slope; k++) slope = differentiate(slope, letter);
  const at = slope && evaluateExact(substitute(slope, letter, num(0)));
  const factorial = Array.from({ length: place }, (_one, k) => num(k + 1));
  if (!at) return [];
  return [
    {
      what: 'the coefficient',
      is: /(?:\bcoefficient(?: of [^=]*)?(?: is)?|^answer|\bso the answer(?: is)?) ?:?$/i,
      values: [[quotient(num(at), product(num(1), ...factorial))]],
    },
  ];
}
