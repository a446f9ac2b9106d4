import type { Expr, Statement } from '../../src/math/expr.ts';
import { parseStatement } from '../../src/math/parse.ts';

/** How a peer writes what differs between calculators. */
export interface Spelling {
  readonly power: string;
  readonly e: string;
  readonly ln: string;
}

/** A formula in the linear syntax that calculators and computer algebra share; null for what they do not. */
export function linear(latex: string, spelling: Spelling): string | null {
  const { statement } = parseStatement(latex);
  return statement && sideways(statement, spelling);
}

function sideways(statement: Statement, spelling: Spelling): string | null {
  if (statement.kind !== 'chain' || statement.sides.length > 2 || statement.modulus) return null;
  const sides = statement.sides.map(side => written(side, spelling));
  return sides.includes(null) ? null : sides.join(` ${statement.relations[0] ?? ''} `);
}

function written(expr: Expr, spelling: Spelling): string | null {
  const all = (parts: readonly Expr[], join: string): string | null => {
    const texts = parts.map(part => written(part, spelling));
    return texts.includes(null) ? null : `(${texts.join(join)})`;
  };
  switch (expr.kind) {
    case 'number':
      return expr.value.d === 1n ? String(expr.value.n) : `(${expr.value.n}/${expr.value.d})`;
    case 'symbol':
      return expr.name === 'e' ? spelling.e : /^[a-zA-Z]\w*$/.test(expr.name) ? expr.name : null;
    case 'sum':
      return all(expr.terms, '+');
    case 'product':
      return all(expr.factors, '*');
    case 'quotient':
      return all([expr.num, expr.den], '/');
    case 'power':
      return all([expr.base, expr.exponent], spelling.power);
    case 'negate': {
      const arg = written(expr.arg, spelling);
      return arg && `(-${arg})`;
    }
    case 'call':
      return called(expr.fn, expr.args, spelling);
    default:
      return null;
  }
}

const PLAIN: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sqrt', 'abs', 'sinh', 'cosh', 'tanh', 'exp']);

function called(fn: string, args: readonly Expr[], spelling: Spelling): string | null {
  const [first, second] = args.map(arg => written(arg, spelling));
  if (!first) return null;
  if (fn === 'ln') return `${spelling.ln}(${first})`;
  if (fn === 'log') return `(${spelling.ln}(${first})/${spelling.ln}(${second ?? '10'}))`;
  if (fn === 'root') return second ? `(${first})${spelling.power}(1/${second})` : null;
  if (/^arc(sin|cos|tan)$/.test(fn)) return `a${fn.slice(3)}(${first})`;
  return PLAIN.has(fn) && args.length === 1 ? `${fn}(${first})` : null;
}
