import { sym } from '../build.ts';
import { type Expr, NOWHERE, type SetExpr, type Statement } from '../expr.ts';
import { expressionsOf, freeLetters } from './free.ts';
import { real } from './real.ts';

/** An answer as a bare value, and as a statement about a letter. */
export interface Answer {
  /** The value, when the answer is just one: `2`, `x = 2`, `(1, 2)`. */
  readonly value: Expr | null;
  /** True when the value was only said to be near: `x ≈ 3.14`. */
  readonly approximate: boolean;
  /** The letter the answer speaks of, if it names one. */
  readonly letter: string | null;
  /** The answer as a statement about a letter: `[1, 2)` becomes `x ∈ [1, 2)`. */
  readonly about: (letter: string | null) => Statement;
}

/** The expression of a statement that is nothing but one. */
export function bareOf(statement: Statement): Expr | null {
  return statement.kind === 'chain' && statement.sides.length === 1 ? (statement.sides[0] ?? null) : null;
}

export function asAnswer(statement: Statement): Answer {
  const bare = bareOf(statement);
  if (bare) return { value: bare, approximate: false, letter: null, about: letter => belongs(bare, letter ?? 'x') };
  if (statement.kind === 'member' && statement.element.kind === 'symbol' && /^[A-Z]$/.test(statement.element.name))
    return {
      value: assigned(statement),
      approximate: false,
      letter: null,
      about: letter => ({ ...statement, element: sym(letter ?? 'x') }),
    };
  const [letter] = freeLetters(expressionsOf(statement));
  const approximate = statement.kind === 'chain' && statement.relations[0] === '≈';
  return { value: assigned(statement), approximate, letter: letter ?? null, about: () => statement };
}

/** The value in `letter = value`. */
function assigned(statement: Statement): Expr | null {
  if (statement.kind === 'member') return statement.set.kind === 'list' && !statement.negated ? statement.set : null;
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return null;
  if (statement.relations[0] !== '=' && statement.relations[0] !== '≈') return null;
  const [left, right] = statement.sides;
  return left?.kind === 'symbol' && right ? right : null;
}

function belongs(value: Expr, letter: string): Statement {
  const set: SetExpr = value.kind === 'interval' || (value.kind === 'list' && value.form !== 'tuple') ? value : alone(value);
  return { kind: 'member', element: sym(letter), set, negated: false, span: NOWHERE };
}

function alone(value: Expr): SetExpr {
  return { kind: 'list', form: 'set', items: [value], span: NOWHERE };
}

/** Whether a written decimal is a value rounded to the decimal's own last place. */
export function isRounding(decimal: Expr, value: Expr): boolean {
  const stated = decimal.kind === 'negate' ? decimal.arg : decimal;
  if (stated.kind !== 'number') return false;
  const v = real(value, new Map());
  const d = real(decimal, new Map());
  return Math.abs(v.v - d.v) <= 0.5 * 10 ** -(stated.decimals ?? 0) * (1 + 1e-9);
}
