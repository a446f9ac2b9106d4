import { expressionsOf, someNode } from '../../math/decide/free.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { equalTrees } from '../../math/tree.ts';
import { saysMove } from '../../solution/links.ts';
import type { Claim } from '../../solution/solution.ts';
import { numbersIn } from '../excuses.ts';
import { isRange } from '../grounds.ts';
import { callsNamed, isClosed, lettersIn } from '../letters.ts';
import { isEquation, isLiteral, isOrder, isRestriction } from '../scene/statements.ts';
import type { Fact, Scene } from '../scene.ts';
import { isSolved, type Line } from '../shape.ts';
import { connected } from './facts.ts';

/**
 * Why a line that shares letters with the one above may say something new all the same; null where it goes on from it. An equation follows from no
 * bound, and where fewer equations stand than there are unknowns the next one is looked for in the problem.
 */
export function newStatement(scene: Scene, line: Line, near: Fact): string | null {
  const { claim, statement, sentence } = line;
  if (isRestriction(statement)) return 'it only says what the letter may not be';
  if (isEquation(statement) && bounds(near)) return 'the line above only bounds the letter';
  if (ONE_OF_MANY.test(sentence)) return 'it picks one solution of many';
  if (derivativesIn(claim).some(name => !derivativesIn(near.claim).includes(name))) return 'it brings in another derivative';
  const values = [claim.text, sentence].map(text => FUNCTION_VALUE.exec(text)?.[0]);
  if (values.some(value => value !== undefined && !near.claim.text.includes(value))) return 'it says something of a value of a function';
  if (/\btrial\b/i.test(scene.solution.problem)) return 'it may be one trial of several';
  if (
    NUMBERED.test(sentence.trim()) &&
    NUMBERED.test(scene.solution.steps[near.step]?.text.trim() ?? '') &&
    !saysMove(sentence) &&
    lettersIn(statement).length > 1
  )
    return 'it may be the next of several equations';
  if (LEFT_OUT.test(claim.text)) return 'its O stands for the terms left out';
  if (setsValue(near, statement)) return 'it may be where the function has a value';
  if (isOfNumbers(near, line)) return 'it may have the values of a point put in';
  if (isRevalued(near, line)) return 'it may be another value of the same letter';
  if (derivativesIn(near.claim).length > derivativesIn(claim).length && AT_POINT.test(sentence))
    return 'it has the values of a point put in';
  if (isSolved(statement) || saysMove(sentence) || shareSide(near.statement, statement)) return null;
  return isUnderway(scene, near, statement) || isPutIn(claim, near) ? 'it may be the next of several equations' : null;
}

/** `y > 0`, `x ≠ 1`, found on the way. */
const bounds = ({ statement, step }: Fact): boolean =>
  isRestriction(statement) || isRange(statement) || (step >= 0 && isOrder(statement) && isSolved(statement));

/** 'One solution: x = -3, y = 2'. */
const ONE_OF_MANY =
  /\b(?:(?:one|a particular)(?: (?:possible|obvious|integer|whole))? (?:solution|pair|choice)|for (?:example|instance)|e\.g\.|such as|by (?:trial|inspection|guess\w*))\b/i;

/** `p(-2) = 0`, `y(1) = 1`, `f⁻¹(x) = …`: brackets behind a letter that hold no factor. */
const FUNCTION_VALUE = /(?<![A-Za-z\\])[A-Za-z]['′]*(?:⁻¹|\^\{?-1\}?)\s?\(|(?<![A-Za-z\\\d)])[a-zA-Z]['′]*\(\s*[-−]?[\d./π√]+\s*\)\s*=/;

/** Names of derivatives: `y''`, `f_xy`. */
const derivativesIn = ({ statement }: Claim): readonly string[] =>
  statement === null ? [] : lettersIn(statement).filter(name => /['′]$|^[a-zA-Z]_\{?[t-z]{1,2}\}?$/.test(name));

/** `t = 150/75 = 2` under `t = 150/50 = 3`: the same letter, worked out from other numbers. */
function isRevalued({ claim: above }: Fact, { claim }: Line): boolean {
  const [one, two] = [above, claim].map(({ statement }) => sidesOf(statement));
  const [name, other] = [one?.[0], two?.[0]];
  if (!one || !two || name?.kind !== 'symbol' || other?.kind !== 'symbol' || name.name !== other.name) return false;
  const known = one.slice(1).flatMap(numbersIn);
  return (
    [one, two].every(sides => sides.slice(1).every(isClosed) && sides.slice(1).some(side => !isLiteral(side))) &&
    two
      .slice(1)
      .flatMap(numbersIn)
      .some(number => !known.includes(number))
  );
}

/** `x - x³/6 + O(x⁵)`. */
const LEFT_OUT = /(?<![A-Za-z])[oO]\s?\(\s*\(?[a-z]/;

/** `2(x - 2)² = 3`, 'x = 0 or x = 2/3' under `y = 2(x - 2)² - 3`: the letter of the function is gone, and the other one is left. */
function setsValue({ statement: from, letters }: Fact, statement: Statement): boolean {
  const [head, body, ...more] = sidesOf(from);
  if (head?.kind !== 'symbol' || !body || more.length > 0 || letters.length !== 2 || !isBent(body)) return false;
  const own = lettersIn(statement);
  return own.length > 0 && !own.includes(head.name) && !lettersIn(body).includes(head.name);
}

/** No straight line: there a letter is easily lost on the way. */
const isBent = (expr: Expr): boolean =>
  someNode(expr, node => node.kind === 'call' || (node.kind === 'power' && lettersIn(node).length > 0));

/** `1·4 = 1 + C` under `xy = x³ + C`: two letters are gone, and numbers stand in their places. */
const isOfNumbers = (near: Fact, { statement }: Line): boolean =>
  lettersIn(statement).length === 1 &&
  near.letters.length - lettersIn(statement).length >= 2 &&
  lettersIn(statement).some(letter => /^[A-Z]$/.test(letter)) &&
  !isSolved(statement);

/** `2 - s = 3 - t   (III)`: an equation of its own with its number, and nothing before it. */
const NUMBERED = /^[\d\sa-zA-Z+*/^.·−–-]+=[^=()]+\((?:\d{1,2}|i{1,3}|iv|v)\)\.?$/i;

const AT_POINT = /\bat\b[^.;]{0,12}\(/i;

const sidesOf = (statement: Statement | null): readonly Expr[] => (statement?.kind === 'chain' ? statement.sides : []);
const shareSide = (from: Statement, to: Statement): boolean =>
  sidesOf(from).some(side => lettersIn(side).length > 0 && sidesOf(to).some(other => equalTrees(side, other)));

/** 'Find a, b and c.' */
const UNKNOWNS =
  /\b(?:find|determine|calculate|work out|values? of|constants?|coefficients?)\b[^.]{0,60}?\$?\b([a-zA-Z])\$?(?:,| and) \$?([a-zA-Z])\b/i;

/** The equations that the student has set up are fewer than their unknowns. */
function isUnderway(scene: Scene, near: Fact, statement: Statement): boolean {
  const isGiven = (fact: Fact): boolean => fact.step < 0;
  const asked = UNKNOWNS.exec(scene.solution.problem)?.slice(1) ?? [];
  if (
    asked.length === 0 ||
    !asked.every(letter => near.letters.includes(letter)) ||
    scene.facts.some(fact => isGiven(fact) && fact.root === near.root)
  )
    return false;
  const facts = connected(scene, [near]).filter(fact => !isGiven(fact) && isEquation(fact.statement));
  const unknowns = new Set([...facts.flatMap(fact => fact.letters), ...lettersIn(statement)]);
  return lettersIn(statement).length > 1 && new Set(facts.map(fact => fact.root)).size < unknowns.size;
}

/** `x = -1: a - b + c = 2`: a value is put in for a letter of an equation that has several more. */
const isPutIn = ({ under, statement }: Claim, near: Fact): boolean =>
  under !== undefined &&
  statement !== null &&
  near.letters.length > 1 &&
  !expressionsOf(statement).some(callsNamed) &&
  !lettersIn(under).some(letter => lettersIn(statement).includes(letter));
