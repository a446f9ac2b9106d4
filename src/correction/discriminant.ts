import { minus, num, power, product, sum } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import type { Expr } from '../math/expr.ts';
import { DISCRIMINANT_SIGN } from '../mistakes/rules/quadratics.ts';
import type { Chain } from './decide.ts';
import { bare, follows, type Judged, wrong } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Fact, Scene } from './scene.ts';
import { ends, type Line } from './shape.ts';

/** Letters that a quadratic equation with parameters is usually in. */
const UNKNOWNS = ['x', 'y', 'z', 't', 'u'];

/** The discriminant of the equation of second degree above, as an expression; null where there is none, or more than one. `by`: 4ac is subtracted, or added. */
function discriminantOf(scene: Scene, by: typeof minus = minus): Expr | null {
  const read = (facts: readonly Fact[]): Expr[] => facts.map(fact => quadratic(scene, fact, by)).filter(one => one !== null);
  const open = read(scene.facts.filter(fact => fact.letters.length > 1));
  const found = open.length > 0 ? open : read(scene.facts);
  const [first, ...others] = found;
  return first && others.every(other => scene.decider.expressions(first, other).kind === 'same') ? first : null;
}

/** b² − 4ac of an equation in its unknown, with the coefficients taken from its derivatives at 0. */
function quadratic(scene: Scene, { statement, letters }: Fact, by: typeof minus): Expr | null {
  const [left, right] = ends(statement);
  if (statement.kind !== 'chain' || statement.relations.join() !== '=' || !left || !right) return null;
  const unknown = letters.length === 1 ? letters[0] : UNKNOWNS.find(name => letters.includes(name));
  if (unknown === undefined || (letters.length > 1 && [left, right].some(({ kind }) => kind === 'symbol'))) return null;
  const whole = minus(left, right);
  const slope = differentiate(whole, unknown);
  const bend = slope && differentiate(slope, unknown);
  if (!slope || !bend) return null;
  const [a2, b, c] = [bend, slope, whole].map(part => substitute(part, unknown, num(0)));
  if (!a2 || !b || !c) return null;
  const isSecond = scene.decider.expressions(bend, a2).kind === 'same' && scene.decider.expressions(a2, num(0)).kind === 'different';
  return isSecond ? by(power(b, num(2)), product(num(2), a2, c)) : null;
}

/** `Δ = k² − 36`, `D = 9 − 8 = 1`: the discriminant of the equation above. Null when the line names none. */
export function judgeDiscriminant(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, ...values] = chain.sides;
  if (head?.kind !== 'symbol' || !/^(?:Delta|D)$/.test(head.name) || chain.relations.some(relation => relation !== '=')) return null;
  if (scene.facts.some(fact => fact.letters.includes(head.name))) return null;
  if (values.some(side => lettersIn(side).includes(head.name)) || isNamed(values[0])) return null;
  const known = discriminantOf(scene);
  if (known === null || scene.functions.has(head.name)) return null;
  for (const [i, side] of values.entries()) {
    const found = scene.decider.expressions(known, side);
    if (found.kind === 'same' || (i > 0 && isClosed(side) && !isClosed(known))) continue;
    if (found.kind !== 'different' || claim.problems.length > 0) return null;
    const rule = isSignTurned(scene, side) ? { rule: DISCRIMINANT_SIGN } : {};
    return wrong(found.witness, side.span, { kind: 'identity', claim, from: bare(known), written: bare(side), side: i + 1, ...rule });
  }
  return follows(scene.facts.at(-1)?.step ?? null);
}

/** The side is b² + 4ac. */
function isSignTurned(scene: Scene, side: Expr): boolean {
  const turned = discriminantOf(scene, sum);
  return turned !== null && scene.decider.expressions(turned, side).kind === 'same';
}

/** `b² − 4ac`: the formula itself. */
const isNamed = (side: Expr | undefined): boolean => side !== undefined && ['a', 'b', 'c'].every(name => lettersIn(side).includes(name));

/** `k² − 36 = 0`, `9 − 4m > 0`: what the discriminant is to be. */
export function isOnDiscriminant(scene: Scene, near: Fact, { statement }: Line): boolean {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return false;
  const letters = lettersIn(statement);
  if (letters.length === 0 || letters.length >= near.letters.length || letters.some(letter => !near.letters.includes(letter))) return false;
  const known = discriminantOf(scene);
  if (known === null) return false;
  const condition: Chain = { ...statement, sides: [known, num(0)] };
  return scene.decider.lines(condition, statement).kind === 'same';
}

const ROOTS = '(?:real )?(?:roots?|solutions?|zeros)';
/** What a problem says of the number of roots, and the signs that the discriminant may have then. */
const NATURE: readonly (readonly [words: RegExp, signs: string, is: string])[] = [
  [new RegExp(`\\b(?:equal|repeated|double|coincident|coinciding|exactly one|only one) ${ROOTS}`, 'i'), '=', '0'],
  [new RegExp(`\\bno ${ROOTS}`, 'i'), '<≤', 'below 0'],
  [new RegExp(`\\b(?:distinct|different|unequal) ${ROOTS}`, 'i'), '>≥', 'above 0'],
];

/** `36 − 4k > 0` for equal roots: the discriminant with a sign that the problem does not ask for. Null for any other. */
export function judgeNature(scene: Scene, near: Fact, line: Line): Judged | null {
  const found = NATURE.filter(([words]) => words.test(scene.solution.problem));
  const [[, signs, is] = []] = found;
  const [sign = ''] = line.statement.kind === 'chain' ? line.statement.relations : [];
  if (signs === undefined || is === undefined || found.length > 1 || !/[=<>≤≥]/.test(sign) || signs.includes(sign) || sign === '=')
    return null;
  if (/\b(?:if|when|unless|not|otherwise|cannot|real)\b/i.test(line.sentence) || !isOnDiscriminant(scene, near, line)) return null;
  const witness = { kind: 'computed', expression: 'the discriminant', value: is, written: `${sign} 0` } as const;
  return wrong(witness, line.claim.range, { kind: 'line', claim: line.claim, from: near.statement, written: line.statement, side: null });
}

const PARAMETER =
  /\bfor (?:which|what)\b|\bvalues? (?:or values )?of\b|\b(?:so|such) that\b|\bhas (?:equal|two|no|one|real|exactly|a|distinct|repeated|double)\b|\bparameter\b/i;

/** The problem asks for values of a parameter, and the line above is about these alone: none of them may be left out. */
export const isOfParameter = (scene: Scene, near: Fact): boolean =>
  PARAMETER.test(scene.solution.problem) &&
  near.step >= 0 &&
  scene.facts.some(
    ({ step, letters }) => step < 0 && letters.length > near.letters.length && near.letters.every(name => letters.includes(name)),
  );

/** The problem asks for values of a letter besides the unknown, and the line speaks of these alone. */
export const setsParameter = (scene: Scene, near: Fact, { statement }: Line): boolean => {
  const letters = lettersIn(statement);
  return PARAMETER.test(scene.solution.problem) && letters.length > 0 && letters.length < near.letters.length;
};
