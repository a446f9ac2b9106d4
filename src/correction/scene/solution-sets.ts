import { relation, sym } from '../../math/build.ts';
import { type Expr, NOWHERE, type SetExpr, type Statement } from '../../math/expr.ts';
import type { Scene } from '../scene.ts';
import { knownLetters } from './letters.ts';

/** `(2, 5]` or `{1, 4}` alone on a line, where one letter is solved for: what its values are. */
export function asSolutionSet(scene: Scene, chain: Statement & { kind: 'chain' }): Statement | null {
  const [side, ...others] = chain.sides;
  const isSet = side?.kind === 'interval' || (side?.kind === 'list' && side.form === 'set');
  if (scene.task !== 'equation' || !isSet || others.length > 0) return null;
  const [letter, ...more] = knownLetters(scene);
  if (letter === undefined || more.length > 0) return null;
  return { kind: 'member', element: sym(letter), set: side, negated: false, span: chain.span };
}

/** `L = {2, 3}`, `S = [1, 4)`: a set with a name of its own says what the letters solved for are. */
export function asSolutions(scene: Scene, written: Statement): Statement {
  const statement = openSolutions(scene, written);
  if (statement.kind !== 'member' || statement.element.kind !== 'symbol' || !/^[A-Z]$/.test(statement.element.name)) return statement;
  const { element, set } = statement;
  const known = [...knownLetters(scene)].sort();
  if (known.includes(element.name)) return statement;
  const solved = scene.facts.flatMap(fact => solvedFor(fact.statement) ?? []);
  const asked = new Set(scene.facts.filter(({ step }) => step < 0).flatMap(({ letters }) => letters));
  const letter = known.length === 1 ? known[0] : asked.size === 1 ? [...asked][0] : solved.at(-1);
  const points = set.kind === 'list' ? set.items.filter(item => item.kind === 'list' && item.items.length === known.length) : [];
  if (set.kind === 'list' && points.length > 0 && points.length === set.items.length) {
    const place: Expr = { kind: 'list', form: 'tuple', items: known.map(sym), span: NOWHERE };
    return { kind: 'or', parts: points.map(point => relation(place, '=', point)), span: statement.span };
  }
  if (letter === undefined && known.length === 0 && scene.task === 'equation' && (set.kind === 'empty' || set.kind === 'reals'))
    return { kind: 'truth', value: set.kind === 'reals', span: statement.span };
  return letter === undefined ? statement : { ...statement, element: { ...element, name: letter } };
}

/** The letter that a line gives values to, in each of its alternatives. */
function solvedFor(statement: Statement): string | null {
  if (statement.kind === 'or') {
    const [first, ...others] = new Set(statement.parts.map(solvedFor));
    return others.length === 0 ? (first ?? null) : null;
  }
  return statement.kind === 'chain' && statement.sides[0]?.kind === 'symbol' ? statement.sides[0].name : null;
}

/** `L = (1, 3)` under an inequality: an open interval of solutions, and no point. */
function openSolutions(scene: Scene, statement: Statement): Statement {
  const [name, side] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  const isNamed = scene.task === 'equation' && name?.kind === 'symbol' && name.name === 'L' && knownLetters(scene).size === 1;
  const set = isNamed && side?.kind === 'list' ? solutionSetIn(scene, side) : null;
  return name && set?.kind === 'interval' ? { kind: 'member', element: name, set, negated: false, span: statement.span } : statement;
}

/** `{1, 2}` or `(2, ∞)` under an equation or inequality in one letter: the values of that letter. */
export function unnamedSolutions(scene: Scene, statement: Statement): Statement {
  if (scene.task !== 'equation' || statement.kind !== 'chain' || statement.sides.length > 1) return statement;
  const letters = knownLetters(scene);
  const [letter] = letters;
  if (letters.size !== 1 || letter === undefined) return statement;
  const set = solutionSetIn(scene, statement.sides[0]);
  return set
    ? { kind: 'member', element: { kind: 'symbol', name: letter, span: set.span }, set, negated: false, span: statement.span }
    : statement;
}

/** A set in braces or an interval; a pair in round brackets is an interval under an inequality. */
function solutionSetIn(scene: Scene, side: Expr | undefined): SetExpr | null {
  if (side?.kind === 'interval' || (side?.kind === 'list' && side.form === 'set')) return side;
  const [lower, upper] = side?.kind === 'list' && side.form === 'tuple' && side.items.length === 2 ? side.items : [];
  const ordered = scene.facts.some(
    ({ statement }) => statement.kind === 'chain' && statement.relations.some(relation => /[<>≤≥]/.test(relation)),
  );
  if (!side || !lower || !upper || !ordered) return null;
  return { kind: 'interval', lower, upper, lowerClosed: false, upperClosed: false, span: side.span };
}
