import { someNode } from '../../math/decide/free.ts';
import type { Expr, MatrixExpr } from '../../math/expr.ts';
import { negate, product, sum } from '../build.ts';
import { numberIn, tidy } from '../tidy.ts';
import { arithmetic } from './arithmetic.ts';
import type { Style } from './numbers.ts';

/** Matrices added, multiplied, scaled, transposed, a determinant: the entries as calculations, then worked out. Null where there is none or they do not fit. */
export function matrices(expr: Expr, style: Style): Expr[] | null {
  if (!someNode(expr, node => node.kind === 'matrix')) return null;
  const found = combined(expr);
  if (!found) return null;
  if (found.kind === 'matrix') return [found, eachEntry(found, tidy)];
  return numberIn(found) ? [found, ...arithmetic(found, style)] : [found, tidy(found)];
}

function combined(expr: Expr): Expr | null {
  switch (expr.kind) {
    case 'matrix':
      return expr;
    case 'sum':
      return expr.terms.map(combined).reduce((a, b) => (a?.kind === 'matrix' && b?.kind === 'matrix' ? added(a, b) : null));
    case 'negate': {
      const inner = combined(expr.arg);
      return inner?.kind === 'matrix' ? eachEntry(inner, negate) : null;
    }
    case 'product':
      return expr.factors.map(factor => (someNode(factor, node => node.kind === 'matrix') ? combined(factor) : factor)).reduce(multiplied);
    case 'call': {
      const [inner] = expr.args;
      const found = inner ? combined(inner) : null;
      if (found?.kind !== 'matrix') return null;
      if (expr.fn === 'det') return determinant(found.rows);
      return expr.fn === 'transpose'
        ? { ...found, rows: (found.rows[0] ?? []).map((_, j) => found.rows.flatMap(row => row[j] ?? [])) }
        : null;
    }
    default:
      return null;
  }
}

const eachEntry = (matrix: MatrixExpr, change: (entry: Expr) => Expr): MatrixExpr => ({
  ...matrix,
  rows: matrix.rows.map(row => row.map(change)),
});

function added(a: MatrixExpr, b: MatrixExpr): MatrixExpr | null {
  if (a.rows.length !== b.rows.length || a.rows[0]?.length !== b.rows[0]?.length) return null;
  return { ...a, rows: a.rows.map((row, i) => row.map((entry, j) => sum([entry, b.rows[i]?.[j] ?? entry]))) };
}

function multiplied(a: Expr | null, b: Expr | null): Expr | null {
  if (!a || !b) return null;
  if (b.kind !== 'matrix') return a.kind === 'matrix' ? eachEntry(a, entry => product([b, entry])) : product([a, b]);
  if (a.kind !== 'matrix') return eachEntry(b, entry => product([a, entry]));
  if (a.rows[0]?.length !== b.rows.length) return null;
  return {
    ...a,
    rows: a.rows.map(row => (b.rows[0] ?? []).map((_, j) => sum(row.map((entry, k) => product([entry, b.rows[k]?.[j] ?? entry]))))),
  };
}

/** Expanded along the first row; 1, 2 or 3 rows. */
function determinant(rows: readonly (readonly Expr[])[]): Expr | null {
  const [first, ...rest] = rows;
  if (!first || rows.length > 3 || rows.some(row => row.length !== rows.length)) return null;
  if (rest.length === 0) return first[0] ?? null;
  const minors = first.map((entry, j) => {
    const minor = determinant(rest.map(row => row.filter((_, k) => k !== j)));
    return minor && product([entry, minor]);
  });
  const known = minors.filter(minor => minor !== null);
  return known.length === minors.length ? sum(known.map((minor, j) => (j % 2 === 0 ? minor : negate(minor)))) : null;
}
