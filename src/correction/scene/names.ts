import type { Expr, Statement } from '../../math/expr.ts';
import { isClosed, lettersIn, withFunctions } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { functionHead } from './statements.ts';

/** `x_1 = 5, x_2 = -2`: what the numbered solutions are. */
export function noteNumbered(scene: Scene, statement: Statement, step: number): void {
  if (statement.kind === 'and' || statement.kind === 'or') for (const part of statement.parts) noteNumbered(scene, part, step);
  const [name, ...sides] = statement.kind === 'chain' && statement.relations.every(link => link === '=') ? statement.sides : [];
  const value = sides.at(-1);
  if (name?.kind === 'symbol' && /_\{?\d\}?$/.test(name.name) && value && isClosed(value) && !scene.values.has(name.name))
    scene.values.set(name.name, { value, step, defined: true });
}

/** A letter with two different values is bound to neither. */
export function noteValue(scene: Scene, letter: string, value: Expr, step: number, calculated: boolean): void {
  const before = scene.values.get(letter);
  if (before && scene.decider.expressions(before.value, value).kind !== 'same') {
    scene.values.delete(letter);
    scene.conflicting.add(letter);
  } else if (!before && !scene.conflicting.has(letter)) {
    const known = value.kind === 'matrix' || (value.kind === 'list' && value.form === 'tuple');
    const defined = known || (calculated && step >= 0 && !scene.facts.some(fact => fact.letters.includes(letter)));
    scene.values.set(letter, { value, step, defined });
  }
}

/** The first formula given for `f(x)`, `f'(x)`, or for `y` in one letter, is what the name means from there on. */
export function noteFunction(scene: Scene, head: Expr, sides: readonly Expr[]): void {
  const body = sides.at(-1);
  const name = functionHead(head);
  if (!name || !body || scene.functions.has(name.key) || isPiecewise(scene, name.key)) return;
  const letters = lettersIn(body);
  const variables = name.variables ?? letters;
  const own = letters.every(letter => letter !== name.key);
  const several = variables.length > 1 && (head.kind === 'call' || /partial|∂/i.test(scene.solution.problem)) && variables.length < 4;
  if (
    own &&
    !letters.some(letter => scene.applied.has(letter)) &&
    (several || (variables.length === 1 && letters.includes(variables[0] ?? '')))
  ) {
    scene.functions.set(name.key, { variables, body: withFunctions(body, scene.functions) });
  }
}

/** `f(x) = x² for x ≤ 1 and f(x) = 2x for x > 1`: the problem gives several formulas for one name. */
const isPiecewise = ({ solution }: Scene, name: string): boolean =>
  /^[a-zA-Z]$/.test(name) &&
  ((solution.problem.match(new RegExp(`(?<![a-zA-Z\\\\])${name}\\s*\\([a-z]\\)\\s*=`, 'g'))?.length ?? 0) > 1 ||
    (solution.problem.match(/\b(?:if|for|when)\s+\$?[^,.;=]{0,16}?(?:[<>≤≥]|\\[lg]e)/g)?.length ?? 0) > 1);
