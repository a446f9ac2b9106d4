import { minus, num, relation, sym } from '../math/build.ts';
import { expressionsOf, mapParts, someNode, substitute } from '../math/decide/free.ts';
import { derivativeOf, differentiate } from '../math/derive.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import type { Chain } from './decide.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

/** A differential equation of the problem: `residual` is 0 for its solutions, in the letters x, y, y' and y''. */
export interface Differential {
  readonly x: string;
  readonly y: string;
  readonly order: number;
  readonly residual: Expr;
  /** y' by x and y, for an equation of first order. */
  readonly slope: Expr | null;
  /** Letters of the equation besides x and y. */
  readonly parameters: readonly string[];
  /** What the problem says of single places: `y(0) = 3`, `y'(0) = 1`. */
  readonly values: readonly { readonly primes: number; readonly at: Expr; readonly value: Expr }[];
}

const SOLVES = /\bdifferential equation\b|\b(?:solve|solution|find\s+\$?y\b|integrating factor|separat\w*|initial value|particular)\b/i;

const known = new WeakMap<Scene, Differential | null>();

/** The differential equation that the problem asks to solve; null where it states none, or a curve besides it. */
export function differentialOf(scene: Scene): Differential | null {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const found = read(scene);
  known.set(scene, found);
  return found;
}

function read(scene: Scene): Differential | null {
  const { problem } = scene.solution;
  if (!SOLVES.test(problem) || /\bimplicit/i.test(problem)) return null;
  const given = scene.facts.filter(fact => fact.step < 0).flatMap(fact => equationsIn(fact.statement));
  const stated = given.filter(one => highestOf(one) !== null);
  const [equation] = stated;
  const head = equation && highestOf(equation);
  if (!equation || !head || stated.length > 1) return null;
  const letters = lettersIn(equation).map(letter => letter.replace(/'+$/, ''));
  const x = head.by ?? (/[^a-z]t\b/.test(problem) && !/\bx\b/.test(problem) ? 't' : 'x');
  const [left, right] = equation.sides;
  if (!left || !right) return null;
  const residual = primed(minus(left, right), head.of, x);
  const parameters = [...new Set(letters)].filter(letter => letter !== x && letter !== head.of);
  return {
    x,
    y: head.of,
    order: head.order,
    residual,
    slope: head.order === 1 ? solvedFor(scene, residual, `${head.of}'`) : null,
    parameters,
    values: valuesIn(problem, head.of, x),
  };
}

const equationsIn = (statement: Statement): Chain[] =>
  statement.kind === 'and'
    ? statement.parts.flatMap(equationsIn)
    : statement.kind === 'chain' && statement.sides.length === 2 && statement.relations[0] === '='
      ? [statement]
      : [];

/** The highest derivative of a letter; null where there is none, or of several letters. */
function highestOf(statement: Statement): { of: string; by: string | null; order: number } | null {
  let found: { of: string; by: string | null; order: number } | null = null;
  let several = false;
  const meet = (of: string, by: string | null, order: number): void => {
    several ||= found !== null && found.of !== of;
    found = { of, by: by ?? found?.by ?? null, order: Math.max(order, found?.order ?? 0) };
  };
  for (const side of expressionsOf(statement))
    someNode(side, node => {
      if (node.kind === 'derivative' && node.body.kind === 'symbol' && !node.partial) meet(node.body.name, node.variable, node.order);
      const name = node.kind === 'symbol' ? /^([a-zA-Z])('+)$/.exec(node.name) : null;
      if (name?.[1] && name[2]) meet(name[1], null, name[2].length);
      return false;
    });
  return several ? null : found;
}

/** Derivatives of y as the letters `y'` and `y''`, other derivatives by x carried out with y as a function of x. */
export function primed(expr: Expr, y: string, x: string): Expr {
  if (expr.kind === 'derivative' && expr.variable === x && !expr.partial) {
    if (expr.body.kind === 'symbol' && expr.body.name === y) return sym(y + "'".repeat(expr.order));
    return (expr.order === 1 ? derivativeOf(expr, new Set([y])) : null) ?? expr;
  }
  return mapParts(expr, part => primed(part, y, x));
}

/** A letter of an expression that is 0 and linear in it. */
function solvedFor(scene: Scene, residual: Expr, letter: string): Expr | null {
  const factor = differentiate(residual, letter);
  if (!factor || lettersIn(factor).includes(letter) || scene.decider.expressions(factor, num(0)).kind !== 'different') return null;
  return { kind: 'quotient', num: minus(num(0), substitute(residual, letter, num(0))), den: factor, bar: true, span: residual.span };
}

const VALUE = String.raw`[-−]?(?:\\frac\{[^{}]+\}\{[^{}]+\}|[\w.√π\\]+(?:/[\w.]+)?)`;

/** `y(0) = 3`, `y'(0) = 1`, 'y = 3 when x = 0', 'passes through (0, 3)'. */
function valuesIn(problem: string, y: string, x: string): Differential['values'] {
  const text = problem.replace(/\$|\\[,;!]/g, '');
  const found: { primes: number; at: Expr; value: Expr }[] = [];
  const add = (primes: number, at: string | undefined, value: string | undefined): void => {
    const [place, worth] = [at, value].map(part => (part === undefined ? null : parseExpression(part.replace(/[.,]+$/, '')).expr));
    if (place && worth && lettersIn(place, worth).length === 0) found.push({ primes, at: place, value: worth });
  };
  const at = (pattern: string): IterableIterator<RegExpMatchArray> => text.matchAll(new RegExp(pattern, 'g'));
  for (const [, primes = '', place, value] of at(String.raw`(?<![\w\\])${y}(['′]{0,2})\s*\(\s*(${VALUE})\s*\)\s*=\s*(${VALUE})`))
    add(primes.length, place, value);
  for (const [, value, place] of at(String.raw`(?<![\w\\])${y}\s*=\s*(${VALUE})\s*(?:when|at|for|if|where)\s*${x}\s*=\s*(${VALUE})`))
    add(0, place, value);
  for (const [, place, value] of at(String.raw`(?:when|at|for|if)\s*${x}\s*=\s*(${VALUE})\s*,?\s*${y}\s*=\s*(${VALUE})`))
    add(0, place, value);
  for (const [, place, value] of at(String.raw`(?:through|point)\s*(?:the point\s*)?\(\s*(${VALUE})\s*,\s*(${VALUE})\s*\)`))
    add(0, place, value);
  return found;
}

/** The residual with an expression in x in the place of y. */
export function residualAt({ residual, x, y }: Differential, body: Expr): Expr | null {
  const first = differentiate(body, x);
  const second = first && differentiate(first, x);
  if (!first || !second) return null;
  return substitute(substitute(substitute(residual, `${y}''`, second), `${y}'`, first), y, body);
}

/** What the places that the problem names say of the constants in `y = body`, as equations. */
export function conditionsOn({ values, x }: Differential, body: Expr): Statement[] {
  return values.flatMap(({ primes, at, value }) => {
    let derived: Expr | null = body;
    for (let k = 0; k < primes && derived; k++) derived = differentiate(derived, x);
    return derived ? [relation(substitute(derived, x, at), '=', value)] : [];
  });
}

/** The auxiliary equation a m² + b m + c = 0 of a linear equation with constant coefficients, in the letter named. */
export function auxiliary({ residual, order, x, y }: Differential, letter: string): Statement | null {
  const names = [y, `${y}'`, `${y}''`].slice(0, order + 1);
  const factors = names.map(name => differentiate(residual, name));
  if (factors.some(factor => factor === null || lettersIn(factor).some(name => name === x || name.startsWith(y)))) return null;
  const terms = factors.flatMap((factor, k): Expr[] =>
    factor ? [{ kind: 'product', factors: [factor, ...new Array<Expr>(k).fill(sym(letter))], implicit: true, span: residual.span }] : [],
  );
  return relation({ kind: 'sum', terms, span: residual.span }, '=', num(0));
}
