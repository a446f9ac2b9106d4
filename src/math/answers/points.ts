import { relation, sym } from '../build.ts';
import { bareOf } from '../decide/answers.ts';
import { expressionsOf, freeLetters } from '../decide/free.ts';
import { type Expr, NOWHERE, type Statement } from '../expr.ts';

/** Letters as a point lists them: in the order of the alphabet. */
export function coordinates(statement: Statement): string[] {
  return freeLetters(expressionsOf(statement)).sort();
}

/** `(2, 3)` as `x = 2 and y = 3`, and several points as alternatives; null for what is no point in these letters. */
export function pointsAbout(statement: Statement, letters: readonly string[]): Statement | null {
  if (statement.kind === 'member') return membersAbout(statement, letters);
  if (statement.kind === 'or') {
    const points = statement.parts.map(bareOf);
    return letters.length < 2 || points.includes(null)
      ? null
      : alternatives(
          points.filter(point => point !== null),
          letters,
        );
  }
  const bare = bareOf(statement);
  if (bare?.kind !== 'list' || letters.length < 2) return null;
  if (bare.form === 'tuple') return pointAbout(bare, letters);
  return alternatives(bare.items, letters);
}

/** `(x, y) ∈ {(2, 3), (3, 2)}`. */
function membersAbout(statement: Extract<Statement, { kind: 'member' }>, letters: readonly string[]): Statement | null {
  const { element, set, negated } = statement;
  if (negated || set.kind !== 'list' || element.kind !== 'list') return null;
  const names = element.items.map(item => (item.kind === 'symbol' ? item.name : ''));
  return names.every(name => letters.includes(name)) ? alternatives(set.items, names) : null;
}

function alternatives(points: readonly Expr[], letters: readonly string[]): Statement | null {
  const parts = points.map(point => pointAbout(point, letters));
  if (parts.includes(null) || parts.length === 0) return null;
  return { kind: 'or', parts: parts.filter(part => part !== null), span: NOWHERE };
}

function pointAbout(point: Expr, letters: readonly string[]): Statement | null {
  if (point.kind !== 'list' || point.form !== 'tuple' || point.items.length !== letters.length) return null;
  return { kind: 'and', parts: point.items.map((item, i) => relation(sym(letters[i] ?? ''), '=', item)), span: NOWHERE };
}

/** `x = 2 and x = 3`, said of the solutions found, as the alternatives that it means. */
export function asAlternatives(statement: Statement): Statement {
  if (statement.kind !== 'and') return statement;
  const names = statement.parts.map(part => {
    const [left, right] = part.kind === 'chain' && part.relations.join() === '=' ? part.sides : [];
    return left?.kind === 'symbol' && right && freeLetters([right]).length === 0 ? left.name : null;
  });
  return names[0] && names.every(name => name === names[0]) ? { ...statement, kind: 'or' } : statement;
}
