import { relation } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { equalTrees, mapExpr } from '../../math/tree.ts';
import { negate, product, quotient, sum, symbol } from '../build.ts';
import { lettersIn } from '../sides.ts';
import { numberIn, tidy } from '../tidy.ts';
import { partsOf, places } from '../walk.ts';
import type { Move } from './move.ts';
import { numberAs, type Style } from './numbers.ts';
import { byPower, either, rootsOf } from './polynomial.ts';
import { polynomialMove } from './polynomial-equation.ts';

/** A letter that no student writes, for what is taken as one unknown. */
const WHOLE = 'ζ';

/** What stands around the letter taken away, one operation at a time, from the outside in; or a term that comes up several times taken as one unknown. */
export const alone: Move = ({ left, right, letter }, style) => {
  const [special, ...others] = specialsIn([left, right], letter);
  if (special && others.length === 0 && timesIn(left, special) + timesIn(right, special) > 1) {
    const lines = asOne({ left, right, letter }, style);
    if (lines) return lines;
  }
  const [here, there] = has(left, letter) ? [left, right] : [right, left];
  if (!has(there, letter)) {
    const peeled = peel(here, there, letter, style);
    if (peeled) return [peeled];
  }
  return asOne({ left, right, letter }, style);
};

const timesIn = (expr: Expr, node: Expr): number =>
  equalTrees(expr, node) ? 1 : partsOf(expr).reduce((so, part) => so + timesIn(part, node), 0);

export const has = (expr: Expr, letter: string): boolean => lettersIn(expr).has(letter);

/** The outermost operation undone on both sides. Null when the letter stands in more than one part of it, or it is none of these operations. */
export function peel(here: Expr, there: Expr, letter: string, style: Style): Statement | null {
  switch (here.kind) {
    case 'sum': {
      const [inside, rest] = apart(here.terms, letter);
      if (rest.length === 0) return null;
      return relation(sum(inside), '=', neat(sum([there, ...rest.map(opposite)]), style));
    }
    case 'negate':
      return relation(here.arg, '=', neat(opposite(there), style));
    case 'product': {
      const [inside, rest] = apart(here.factors, letter);
      if (rest.length === 0 || inside.length === 0) return null;
      const [only] = rest;
      if (rest.length === 1 && only?.kind === 'quotient')
        return relation(product([only.num, ...inside]), '=', neat(product([only.den, there]), style));
      return relation(product(inside), '=', neat(over(there, product(rest)), style));
    }
    case 'quotient':
      if (has(here.num, letter) && has(here.den, letter)) return null;
      if (has(here.num, letter)) return relation(here.num, '=', neat(product([here.den, there]), style));
      return relation(product(there.kind === 'sum' ? [there, here.den] : [there, here.den]), '=', here.num);
    case 'power': {
      const exponent = numberIn(here.exponent);
      const value = numberIn(there);
      if (exponent?.d !== 1n || exponent.n < 2n || exponent.n > 6n) return null;
      if (value) return rootsOf(here.base, Number(exponent.n), value, style);
      if (exponent.n !== 2n) return null;
      const root: Expr = { kind: 'call', fn: 'sqrt', args: [there], span: here.span };
      return either([relation(here.base, '=', negate(root)), relation(here.base, '=', root)]);
    }
    default:
      return null;
  }
}

const apart = (parts: readonly Expr[], letter: string): [Expr[], Expr[]] => [
  parts.filter(part => has(part, letter)),
  parts.filter(part => !has(part, letter)),
];

const opposite = (expr: Expr): Expr =>
  expr.kind === 'negate' ? expr.arg : expr.kind === 'sum' ? sum(expr.terms.map(opposite)) : negate(expr);

function over(above: Expr, below: Expr): Expr {
  if (below.kind === 'negate') return negate(over(above, below.arg));
  return above.kind === 'quotient' ? quotient(above.num, product([above.den, below])) : quotient(above, below);
}

/** A number worked out in the student's style; anything else as it stands, products of numbers apart. */
function neat(expr: Expr, style: Style): Expr {
  const value = numberIn(expr);
  if (value) return numberAs(value, style);
  if (expr.kind === 'quotient' && expr.num.kind === 'sum') return expr;
  const tidied = tidy(expr);
  return tidied.kind === 'quotient' || [...places(tidied)].length < [...places(expr)].length ? tidied : expr;
}

/** One function of the letter that stands in several places, or beside others, taken as one unknown: `2·sin(x)^2 - sin(x) = 0`. */
const asOne: Move = ({ left, right, letter }, style) => {
  const [node, ...others] = specialsIn([left, right], letter);
  if (!node || others.length > 0) return null;
  const hidden = (expr: Expr): Expr => mapExpr(expr, part => (equalTrees(part, node) ? symbol(WHOLE) : part));
  const shown = (expr: Expr): Expr =>
    mapExpr(expr, part => {
      if (part.kind === 'symbol' && part.name === WHOLE) return node;
      return part.kind === 'product' && part.factors.slice(1).some(opensWithNumber) ? { ...part, implicit: false } : part;
    });
  const [a, b] = [hidden(left), hidden(right)];
  if (has(a, letter) || has(b, letter) || !byPower(a, WHOLE) || !byPower(b, WHOLE)) return null;
  const lines = polynomialMove({ left: a, right: b, letter: WHOLE }, style);
  return lines && lines.map(line => mapSides(line, shown));
};

const opensWithNumber = (expr: Expr): boolean => expr.kind === 'number' || (expr.kind === 'power' && opensWithNumber(expr.base));

function mapSides(line: Statement, change: (expr: Expr) => Expr): Statement {
  if (line.kind === 'chain') return { ...line, sides: line.sides.map(change) };
  return line.kind === 'or' || line.kind === 'and' ? { ...line, parts: line.parts.map(part => mapSides(part, change)) } : line;
}

/** The functions, roots and powers with an unknown exponent that hold the letter, each once, outermost. */
export function specialsIn(sides: readonly Expr[], letter: string): Expr[] {
  const found: Expr[] = [];
  const visit = (expr: Expr): void => {
    if (!has(expr, letter)) return;
    if (expr.kind === 'call' || (expr.kind === 'power' && has(expr.exponent, letter))) {
      if (!found.some(known => equalTrees(known, expr))) found.push(expr);
    } else for (const part of partsOf(expr)) visit(part);
  };
  for (const side of sides) visit(side);
  return found;
}
