import { call, minus, num, quotient, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import { type Expr, NOWHERE } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { expressionIn, statementIn } from '../asked/text.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

const CAPITALS = /^[A-D]$/;
const EQUATION = /([^:;?]*?=[^:;?]*?)(?=$|[;?]|\.(?:\s|$)|,\s)/g;

/** `A` and `B` of an equation that is to hold for all x: they are fixed where enough values of x are put in. */
export function constantNames(_: Scene, problem: string): readonly Name[] {
  for (const [, text = ''] of problem.matchAll(EQUATION)) {
    const plain = text.replace(/^.*\b(?:that|if|where|find|of|constants?)\b(?![^=]*\b(?:that|if|where|find|of|constants?)\b)/i, '').trim();
    const statement = statementIn(plain) ?? statementIn(text.trim());
    const [left, right, ...more] = statement?.kind === 'chain' && /^[=≡]$/.test(statement.relations.join()) ? statement.sides : [];
    const letters = statement ? lettersIn(statement) : [];
    const unknown = letters.filter(letter => CAPITALS.test(letter));
    if (!left || !right || more.length > 0 || unknown.length < 2 || letters.length !== unknown.length + 1 || !letters.includes('x'))
      continue;
    const values = solved(minus(left, right), unknown);
    if (values)
      return unknown.map((name, i) => ({
        what: name,
        is: new RegExp(String.raw`(?:^|[^\w])${name}$`),
        values: [[num(values[i] ?? Q.ZERO)]],
      }));
  }
  return [];
}

/** The values of letters in which a side is linear, and for which it is 0 at every x; null where there are none, or several. */
function solved(side: Expr, unknown: readonly string[]): readonly Q.Rational[] | null {
  const at = (x: number, values: readonly number[]): Q.Rational | null =>
    evaluateExact(unknown.reduce((expr, name, i) => substitute(expr, name, num(values[i] ?? 0)), substitute(side, 'x', num(x))));
  const rows: Q.Rational[][] = [];
  for (let x = 5; rows.length < unknown.length + 1 && x < 40; x += 3) {
    const rest = at(x, []);
    const row = unknown.map((_name, i) =>
      at(
        x,
        unknown.map((_one, j) => Number(i === j)),
      ),
    );
    const both = at(
      x,
      unknown.map(() => 2),
    );
    if (!rest || !both || row.some(one => one === null)) continue;
    const slopes = row.map(one => Q.subtract(one ?? Q.ZERO, rest));
    const linear = slopes.reduce((all, one) => Q.add(all, Q.multiply(one, Q.rational(2))), rest);
    if (!Q.equal(linear, both)) return null;
    rows.push([...slopes, Q.negate(rest)]);
  }
  const width = unknown.length;
  for (let k = 0; k < width; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && !Q.isZero(row[k] ?? Q.ZERO));
    const chosen = rows[pivot];
    if (!chosen) return null;
    rows.splice(pivot, 1);
    rows.splice(k, 0, chosen);
    const head = chosen[k] ?? Q.ONE;
    const scaled = chosen.map(one => Q.divide(one, head) ?? Q.ZERO);
    rows[k] = scaled;
    rows.forEach((row, i) => {
      if (i !== k) rows[i] = row.map((one, j) => Q.subtract(one, Q.multiply(row[k] ?? Q.ZERO, scaled[j] ?? Q.ZERO)));
    });
  }
  const values = rows.slice(0, width).map(row => row[width] ?? Q.ZERO);
  return rows.slice(width).every(row => row.every(Q.isZero)) ? values : null;
}

const PARTS = /\breal (?:part )?and (?:the )?imaginary parts? of (?:z = )?([^,;=]+?)(?=$|[.,;?]|\s+(?:and|by|in)\b)/i;

/** The real and imaginary part of the number that the problem writes. */
export function partNames(_: Scene, problem: string): readonly Name[] {
  const z = expressionIn(PARTS.exec(problem)?.[1]);
  if (!z || lettersIn(z).length > 0) return [];
  const conj = call('conj', z);
  return [
    { what: 'the real part', is: /(?:\breal part(?: is)?|(?:^|\W)Re(?:\(z\)| z)?) ?:?$/, values: [[quotient(sum(z, conj), num(2))]] },
    {
      what: 'the imaginary part',
      is: /(?:\bimaginary part(?: is)?|(?:^|\W)Im(?:\(z\)| z)?) ?:?$/,
      values: [[quotient(minus(z, conj), { kind: 'product', factors: [num(2), sym('i')], implicit: true, span: NOWHERE })]],
    },
  ];
}
