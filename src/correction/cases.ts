import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import { lettersIn, mapSides } from './letters.ts';
import { type Scene, standing } from './scene.ts';

/** The scene as a claim behind `x = 1:` sees it: with the value in the place of the letter in all lines above. */
export function withCase(scene: Scene, { under }: Claim): Scene {
  if (under?.kind === 'and') return under.parts.reduce((inner, part) => withValue(inner, part), scene);
  return under ? withValue(scene, under) : scene;
}

function withValue(scene: Scene, given: Statement): Scene {
  const [letter, value] = given.kind === 'chain' && !isBound(given) ? given.sides : [];
  if (letter?.kind !== 'symbol' || !value) return scene;
  const put = (statement: Statement): Statement => mapSides(statement, side => substitute(side, letter.name, value));
  const facts = standing(scene)
    .filter(fact => fact.letters.some(name => name !== letter.name) && !expressionsOf(fact.statement).some(side => someNode(side, isSlope)))
    .map(fact => {
      const statement = fact.letters.includes(letter.name) ? put(fact.statement) : fact.statement;
      return { ...fact, statement, letters: lettersIn(statement) };
    });
  return { ...scene, facts, turns: [] };
}

const isSlope = (node: Expr): boolean => node.kind === 'derivative' || (node.kind === 'symbol' && node.name.endsWith("'"));

const isBound = (given: Statement): boolean => given.kind === 'chain' && given.relations.join() !== '=';

/** `for x < 1: |x - 1| = 1 - x`: what a line says under bounds is not refuted by values beyond them. */
export const isBounded = ({ under }: Claim): boolean => under !== undefined && (under.kind === 'and' ? under.parts : [under]).some(isBound);

/** What holds under the condition alone: it says something of a function, or of the letter that the condition gives a value. */
export function holdsOnlyThere(scene: Scene, { under, statement }: Claim): boolean {
  if (under === undefined || statement === null) return false;
  if (under.kind === 'truth') return true;
  const given = lettersIn(under);
  return lettersIn(statement).some(name => given.includes(name) || scene.functions.has(name));
}
