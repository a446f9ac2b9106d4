import { num } from '../math/build.ts';
import { someNode, substitute } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';
import { isSolved } from './shape.ts';

/** The value put in for its letter makes both sides equal: one of several solutions. */
export function solves(scene: Scene, problem: Statement, answer: Statement): boolean {
  const [letter, value] = answer.kind === 'chain' ? answer.sides : [];
  const [left, right] = problem.kind === 'chain' ? problem.sides : [];
  if (letter?.kind !== 'symbol' || !value || !left || !right) return false;
  const [a, b] = [left, right].map(side => substitute(side, letter.name, value));
  return a !== undefined && b !== undefined && scene.decider.expressions(a, b).kind === 'same';
}

/**
 * `x₁ = 1`, `z = 2 + 3i`: numbered, or complex, a value is one of several; right when it solves an equation above, or is a zero of the function that the problem asks
 * the zeros of. Two lines that say so of all their letters may be two of several solutions too: `a = 2, b = 3` and `a = -2, b = -3`.
 */
export function isOneOfSeveral(scene: Scene, near: Statement, { text }: Claim, statement: Statement): boolean {
  if (statement.kind === 'and') return areOtherValues(scene, near, statement);
  if (!isSolved(statement) || statement.kind !== 'chain') return false;
  const complex = statement.sides.some(side => someNode(side, node => node.kind === 'symbol' && node.name === 'i'));
  if (!complex && !isNumberedBesides(scene, text)) return false;
  const letters = lettersIn(statement);
  const equations = scene.facts.filter(fact => fact.letters.join() === letters.join() && !isSolved(fact.statement));
  return equations.some(fact => solves(scene, fact.statement, statement)) || isZero(scene, statement.sides[1]);
}

const NUMBERED = /^\s*(\\?[a-z]+)(?:_\{?(\d)|([₀-₉]))/i;

/** Another number stands behind the same letter somewhere else: `x₁` beside `x₂`. */
function isNumberedBesides({ solution }: Scene, text: string): boolean {
  const [, letter, index, low] = NUMBERED.exec(text) ?? [];
  return (
    letter !== undefined &&
    solution.steps.some(({ claims }) =>
      claims.some(claim => {
        const [, other, ...number] = NUMBERED.exec(claim.text) ?? [];
        return other === letter && number.join() !== [index, low].join();
      }),
    )
  );
}

const isZero = ({ solution, functions, decider }: Scene, value: Expr | undefined): boolean =>
  value !== undefined &&
  /\b(?:zeros?|roots?)\b/i.test(solution.problem) &&
  [...functions.values()].some(({ variables, body }) => {
    const [letter, ...more] = variables;
    return letter !== undefined && more.length === 0 && decider.expressions(substitute(body, letter, value), num(0)).kind === 'same';
  });

/** Values for the same letters, and another for each of them. */
function areOtherValues({ decider }: Scene, from: Statement, to: Statement): boolean {
  const [before, own] = [valuesIn(from), valuesIn(to)];
  return (
    own.size > 1 &&
    own.size === before.size &&
    [...own].every(([name, value]) => {
      const other = before.get(name);
      return other !== undefined && decider.expressions(other, value).kind !== 'same';
    })
  );
}

const valuesIn = (statement: Statement): ReadonlyMap<string, Expr> =>
  new Map(
    (statement.kind === 'and' ? statement.parts : []).flatMap(part => {
      const [letter, value] = part.kind === 'chain' && isSolved(part) ? part.sides : [];
      return letter?.kind === 'symbol' && value ? [[letter.name, value] as const] : [];
    }),
  );
