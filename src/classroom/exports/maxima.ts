import type { Expr, Relation, Statement } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';

/** An answer in the language of Maxima, as STACK compares it: `5/6`, `x=5`, `x=2 or x=3`, `x>3`. Null for what has no plain form there: units, percent, ±, intervals. */
export function maxima(answer: string): string | null {
  const { statement, problems } = parseStatement(answer);
  return statement === null || problems.length > 0 ? null : fromStatement(statement);
}

const RELATIONS: Readonly<Partial<Record<Relation, string>>> = { '=': '=', '≠': '#', '<': '<', '≤': '<=', '>': '>', '≥': '>=' };

function fromStatement(statement: Statement): string | null {
  if (statement.kind === 'or' || statement.kind === 'and') return joined(statement.parts.map(fromStatement), ` ${statement.kind} `);
  if (statement.kind !== 'chain' || statement.modulus) return null;
  const [first, second, ...more] = statement.sides.map(from);
  const relation = statement.relations[0];
  if (first == null || more.length > 0) return null;
  if (relation === undefined) return first;
  return second == null || RELATIONS[relation] === undefined ? null : `${first}${RELATIONS[relation]}${second}`;
}

/** Functions by their names here and there. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries('sqrt abs exp sin cos tan sec csc cot sinh cosh tanh binomial gcd lcm floor min max'.split(' ').map(n => [n, n])),
  ln: 'log',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  ceil: 'ceiling',
};

const CONSTANTS: Readonly<Record<string, string>> = { pi: '%pi', e: '%e', i: '%i' };

/** Every part stands in brackets of its own unless it is a number or a name. */
function from(x: Expr): string | null {
  switch (x.kind) {
    case 'number':
      return x.value.d === 1n ? `${x.value.n}` : `${x.value.n}/${x.value.d}`;
    case 'symbol':
      return CONSTANTS[x.name] ?? (/^[a-zA-Z]\w*$/.test(x.name) && x.name !== 'infinity' ? x.name : null);
    case 'sum':
      return joined(x.terms.map(term), '');
    case 'negate':
      return joined([part(x.arg)], '', '-');
    case 'product':
      return joined(x.factors.map(part), '*');
    case 'quotient':
      return joined([part(x.num), part(x.den)], '/');
    case 'power':
      return joined([part(x.base), part(x.exponent)], '^');
    case 'mixed':
      return joined([from(x.whole), joined([part(x.num), part(x.den)], '/')], '+');
    case 'call':
      return call(x.fn, x.args.map(from));
    case 'list':
      return joined(x.items.map(from), ',', x.form === 'set' ? '{' : '[', x.form === 'set' ? '}' : ']');
    default:
      return null;
  }
}

function call(fn: string, args: readonly (string | null)[]): string | null {
  if (fn === 'root') return joined([args[0] ?? null, args[1] ?? null], ')^(1/(', '(', '))');
  if (fn === 'log' && args.length === 2) return joined([args[0] ?? null, args[1] ?? null], ')/log(', 'log(', ')');
  const name = FUNCTIONS[fn];
  return name === undefined ? null : joined(args, ',', `${name}(`, ')');
}

const term = (x: Expr, index: number): string | null => (x.kind === 'negate' ? from(x) : joined([part(x)], '', index === 0 ? '' : '+'));

function part(x: Expr): string | null {
  const text = from(x);
  return text === null || /^%?\w+$/.test(text) || x.kind === 'call' ? text : `(${text})`;
}

const joined = (parts: readonly (string | null)[], between: string, open = '', close = ''): string | null =>
  parts.includes(null) ? null : `${open}${parts.join(between)}${close}`;
