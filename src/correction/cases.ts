import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import type { Claim, Step } from '../solution/solution.ts';
import { withinRanges } from './grounds.ts';
import { lettersIn, mapSides } from './letters.ts';
import { type Fact, type Scene, standing } from './scene.ts';

/** `sin x = 0: x = 0, π` under a product that is 0: the claims of a step that only name one of several cases, by the claims that hold in it. */
export function casesIn(scene: Scene, { text, range, claims }: Step): ReadonlyMap<Claim, Claim> {
  const cases = new Map<Claim, Claim>();
  for (const [index, claim] of claims.entries()) {
    const before = claims[index - 1];
    if (!before) continue;
    const gap = text.slice(before.range.end - range.start, claim.range.start - range.start);
    const opened = cases.get(before);
    if (opened && opened !== before && /^[\s$]*(?:,|⇒|→|=>|\\Rightarrow|and|so|,\s*so|,\s*and)[\s$]*$/.test(gap)) cases.set(claim, opened);
    else if (/^[\s$]*:[\s$]*$/.test(gap) && isOneOfSeveral(scene, before)) {
      cases.set(before, before);
      cases.set(claim, before);
    }
  }
  return cases;
}

/** An equation with fewer solutions than the line above. */
function isOneOfSeveral(scene: Scene, { statement }: Claim): boolean {
  if (statement?.kind !== 'chain' || statement.relations.join() !== '=' || statement.sides[0]?.kind === 'symbol') return false;
  const letters = lettersIn(statement);
  const near = scene.facts.filter(fact => letters.length > 0 && letters.every(name => fact.letters.includes(name))).slice(-LATEST);
  return near.some(fact => scene.decider.lines(withinRanges(scene, fact.statement), withinRanges(scene, statement)).kind === 'narrower');
}

const LATEST = 3;

/** The scene as a claim sees it that holds in a case: the case is what it goes on from. */
export function withinCase(scene: Scene, claim: Claim, step: number): Scene {
  const fact = boundedFact(scene, claim, step);
  return fact ? { ...scene, facts: [fact] } : scene;
}

/** What a claim says that holds in a case alone; null where it says nothing of letters. */
export const boundedFact = (scene: Scene, claim: Claim, step: number): Fact | null =>
  claim.statement && lettersIn(claim.statement).length > 0
    ? { statement: withinRanges(scene, claim.statement), claim, step, letters: lettersIn(claim.statement), root: scene.facts.length }
    : null;

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
