import { someNode } from '../../math/decide/free.ts';
import type { Statement } from '../../math/expr.ts';
import { degree } from '../gains.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { type Fact, type Scene, standing } from '../scene.ts';
import { ends, type Line } from '../shape.ts';
import { strangerIn } from '../strangers.ts';

/** How many lines above are asked, besides the nearest, and how many are taken together as a system. */
export const REACH = 6;

/** The lines above that share a letter with this one; for a line with none but new letters, the line above. */
export function relatedFacts(scene: Scene, line: Line, letters: readonly string[]): readonly Fact[] {
  const related = standing(scene).filter(fact => letters.length === 0 || fact.letters.some(letter => letters.includes(letter)));
  const above = scene.facts.at(-1);
  return related.length === 0 && above && letters.length === 1 && strangerIn(scene, line, above) !== null ? [above] : related;
}

/** The lines above that speak of the same letters, and those that speak of letters these bring in: `y = 5` besides `x + 2y = 20`. */
export function connected(scene: Scene, related: readonly Fact[]): readonly Fact[] {
  const letters = new Set(related.flatMap(fact => fact.letters));
  return scene.facts.filter(fact => related.includes(fact) || fact.letters.some(letter => letters.has(letter)));
}

/** The line above that splits into cases, when the nearest line is one case of it and this line another. */
export function findBranch(scene: Scene, related: readonly Fact[], near: Fact, line: Line): Fact | undefined {
  const known = new Set([...near.letters, ...lettersIn(line.statement)]);
  const part = (fact: Fact, statement: Statement): boolean => scene.decider.lines(fact.statement, statement).kind === 'narrower';
  return related
    .slice(-1 - REACH, -1)
    .find(
      fact =>
        fact.letters.length < 3 &&
        fact.letters.every(name => known.has(name)) &&
        splits(scene, fact.statement) &&
        part(fact, line.statement) &&
        part(fact, near.statement),
    );
}

/** A condition that can have several solutions: 'or', an absolute value or another function, or a power. An identity is none. */
function splits(scene: Scene, statement: Statement): boolean {
  if (statement.kind !== 'chain') return statement.kind === 'or';
  const [left, right] = ends(statement);
  if (!left || !right || scene.decider.expressions(left, right).kind === 'same') return false;
  return statement.sides.some(
    side =>
      degree(side) > 1 ||
      someNode(
        side,
        node => node.kind === 'call' || (node.kind === 'power' && !isClosed(node.exponent) && lettersIn(statement).length === 1),
      ),
  );
}

export const givens = (related: readonly Fact[]): Fact[] => related.filter(fact => fact.step < 0).slice(0, REACH);

export const severalUnknowns = (related: readonly Fact[]): boolean =>
  new Set(related.map(fact => fact.root)).size > 1 && new Set(related.flatMap(fact => fact.letters)).size > 1;
