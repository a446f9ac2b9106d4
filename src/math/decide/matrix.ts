import { call, minus, num, power, product, quotient, sum } from '../build.ts';
import { type Expr, type ListExpr, type MatrixExpr, NOWHERE } from '../expr.ts';
import { mapParts, someNode } from './free.ts';

type Rows = readonly (readonly Expr[])[];

const LARGEST = 6;

/** Calculations with points, `(1, 2) + (3, 4)`, as those with columns; the result is a point again. */
export function withoutTuples(expr: Expr): Expr {
  if (expr.kind === 'list' || !someNode(expr, isTuple)) return expr;
  const columns = (x: Expr): Expr => (isTuple(x) ? matrix(x.items.map(item => [item])) : mapParts(x, columns));
  const result = withoutMatrices(columns(expr));
  return isMatrix(result) ? { kind: 'list', form: 'tuple', items: result.rows.flat(), span: expr.span } : result;
}

function isTuple(expr: Expr): expr is ListExpr {
  return expr.kind === 'list' && expr.form === 'tuple';
}

/** Carries out matrix sums, products, powers, inverses, transposes and determinants entry by entry. What does not fit is left as it stands. */
export function withoutMatrices(expr: Expr): Expr {
  if (!someNode(expr, node => node.kind === 'matrix')) return expr;
  return carryOut(mapParts(expr, withoutMatrices));
}

function carryOut(expr: Expr): Expr {
  switch (expr.kind) {
    case 'sum':
      return expr.terms.every(isMatrix) ? (expr.terms.map(rowsOf).reduce(addRows, null) ?? expr) : expr;
    case 'negate':
      return isMatrix(expr.arg) ? scaled(num(-1), expr.arg.rows) : expr;
    case 'product':
      return multiplied(expr.factors) ?? expr;
    case 'quotient':
      return isMatrix(expr.num) && !isMatrix(expr.den) ? matrix(expr.num.rows.map(row => row.map(x => quotient(x, expr.den)))) : expr;
    case 'power':
      return isMatrix(expr.base) ? (powerOf(expr.base, expr.exponent) ?? expr) : expr;
    case 'call': {
      const [arg] = expr.args;
      if (!arg || !isMatrix(arg)) return expr;
      if (expr.fn === 'det' || (expr.fn === 'abs' && isSquare(arg.rows))) return isSquare(arg.rows) ? determinant(arg.rows) : expr;
      if (expr.fn === 'abs') return length(arg.rows) ?? expr;
      if (expr.fn === 'trace') return isSquare(arg.rows) ? sum(...arg.rows.map((row, i) => row[i] ?? num(0))) : expr;
      return expr.fn === 'transpose' ? matrix(transpose(arg.rows)) : expr;
    }
    default:
      return expr;
  }
}

function isMatrix(expr: Expr): expr is MatrixExpr {
  return expr.kind === 'matrix';
}

function rowsOf(expr: Expr): MatrixExpr {
  return isMatrix(expr) ? expr : matrix([]);
}

function matrix(rows: Rows): MatrixExpr {
  return { kind: 'matrix', rows, span: NOWHERE };
}

function isSquare(rows: Rows): boolean {
  return rows.length > 0 && rows.length <= LARGEST && rows.every(row => row.length === rows.length);
}

function addRows(total: MatrixExpr | null, next: MatrixExpr, index: number): MatrixExpr | null {
  if (index === 0) return next;
  if (!total || total.rows.length !== next.rows.length || total.rows[0]?.length !== next.rows[0]?.length) return null;
  return matrix(total.rows.map((row, i) => row.map((x, j) => sum(x, next.rows[i]?.[j] ?? num(0)))));
}

function scaled(factor: Expr, rows: Rows): MatrixExpr {
  return matrix(rows.map(row => row.map(x => product(factor, x))));
}

/** Matrices multiply in order; scalars may stand anywhere among them. */
function multiplied(factors: readonly Expr[]): Expr | null {
  const matrices = factors.filter(isMatrix);
  if (matrices.length === 0) return null;
  let total: Rows | null = null;
  const dot = dotProduct(matrices);
  if (dot) return product(...factors.filter(f => !isMatrix(f)), dot);
  for (const { rows } of matrices) {
    total = total === null ? rows : times(total, rows);
    if (total === null) return null;
  }
  const scalars = factors.filter(f => !isMatrix(f));
  return total && (scalars.length > 0 ? scaled(product(...scalars), total) : matrix(total));
}

/** Two columns of one length have their dot product. */
function dotProduct([a, b, more]: readonly MatrixExpr[]): Expr | null {
  const columns =
    a && b && !more && a.rows.length === b.rows.length && a.rows.length > 1 && [...a.rows, ...b.rows].every(row => row.length === 1);
  return columns ? sum(...a.rows.map((row, i) => product(row[0] ?? num(0), b.rows[i]?.[0] ?? num(0)))) : null;
}

function times(a: Rows, b: Rows): Rows | null {
  if (a.some(row => row.length !== b.length)) return null;
  const columns = transpose(b);
  return a.map(row => columns.map(column => sum(...row.map((x, k) => product(x, column[k] ?? num(0))))));
}

function transpose(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, j) => rows.map(row => row[j] ?? num(0)));
}

function powerOf(base: MatrixExpr, exponent: Expr): Expr | null {
  if (exponent.kind === 'symbol' && exponent.name === 'T') return matrix(transpose(base.rows));
  const negative = exponent.kind === 'negate';
  const size = negative ? exponent.arg : exponent;
  if (!isSquare(base.rows) || size.kind !== 'number' || size.value.d !== 1n || size.value.n < 1n || size.value.n > 12n) return null;
  const from: Rows = negative ? inverse(base.rows) : base.rows;
  let total: Rows | null = from;
  for (let k = 1n; k < size.value.n && total; k++) total = times(total, from);
  return total && matrix(total);
}

function minor(rows: Rows, i: number, j: number): Rows {
  return rows.filter((_, r) => r !== i).map(row => row.filter((_, c) => c !== j));
}

/** By expansion along the first row. */
function determinant(rows: Rows): Expr {
  const [first = []] = rows;
  if (rows.length === 1) return first[0] ?? num(0);
  return first.reduce<Expr>((total, x, j) => {
    const term = product(x, determinant(minor(rows, 0, j)));
    return j % 2 === 0 ? sum(total, term) : minus(total, term);
  }, num(0));
}

/** The adjugate over the determinant. */
function inverse(rows: Rows): Rows {
  const whole = determinant(rows);
  if (rows.length === 1) return [[quotient(num(1), whole)]];
  return rows.map((row, i) => row.map((_, j) => quotient(product(num((i + j) % 2 === 0 ? 1 : -1), determinant(minor(rows, j, i))), whole)));
}

/** The expression with a product of two vectors of three entries as their cross product, where it stands beside a vector. */
export function crossedBeside(expr: Expr, other: Expr): Expr {
  const beside = withoutMatrices(other);
  if (!isMatrix(beside) || !isColumn(beside) || beside.rows.length !== 3 || !someNode(expr, isCrossed)) return expr;
  const crossed = (node: Expr): Expr => {
    const inner = mapParts(node, crossed);
    return isCrossed(inner) ? crossProduct(inner) : inner;
  };
  return crossed(expr);
}

const isColumn = ({ rows }: MatrixExpr): boolean => rows.every(row => row.length === 1);

/** Two columns of three entries with a sign between them. */
function isCrossed(node: Expr): boolean {
  if (node.kind !== 'product' || node.implicit || node.factors.length !== 2) return false;
  return node.factors.map(withoutMatrices).every(factor => isMatrix(factor) && factor.rows.length === 3 && isColumn(factor));
}

function crossProduct(node: Expr): Expr {
  const [a, b] = node.kind === 'product' ? node.factors.map(factor => rowsOf(withoutMatrices(factor)).rows.flat()) : [];
  const [a1, a2, a3] = a ?? [];
  const [b1, b2, b3] = b ?? [];
  if (!a1 || !a2 || !a3 || !b1 || !b2 || !b3) return node;
  const entry = (p: Expr, q: Expr, r: Expr, s: Expr): Expr[] => [minus(product(p, q), product(r, s))];
  return matrix([entry(a2, b3, a3, b2), entry(a3, b1, a1, b3), entry(a1, b2, a2, b1)]);
}

/** The length of a vector. */
function length(rows: Rows): Expr | null {
  if (rows.length !== 1 && rows.some(row => row.length !== 1)) return null;
  return call('sqrt', sum(...rows.flat().map(x => power(x, num(2)))));
}
