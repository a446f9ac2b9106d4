import type { Expr } from '../../math/expr.ts';
import type { Claim, Solution } from '../../solution/solution.ts';
import type { Decider } from '../decide.ts';
import { impliedBy, namedPolynomial } from '../implied.ts';
import { remembered } from '../memo.ts';
import type { Scene } from '../scene.ts';
import { givensOf, statedExpression, taskOf } from '../task.ts';
import { note } from './note.ts';
import { isEquation, isOpenExpression, isRelation, isValue } from './statements.ts';

export function openScene(solution: Solution, decider: Decider): Scene {
  const scene: Scene = {
    solution,
    task: taskOf(solution),
    decider,
    facts: [],
    values: new Map(),
    conflicting: new Set(),
    functions: new Map(),
    applied: namesIn(solution, APPLIED),
    iterated: namesIn(solution, ITERATED),
    rounded: new Set(),
    conditions: solution.conditions ?? [],
    bounds: [],
    asides: new Set(),
    inCases: false,
    bounded: null,
    turns: [],
    current: null,
    aside: [],
    gap: -1,
    mistake: null,
  };
  const stated = givensOf(solution);
  const samples = stated.filter(({ under, statement }) => under !== undefined && isEquation(under) && isValue(statement));
  const givens = stated.filter(given => !samples.some(sample => sample === given || sample.under === given.statement));
  for (const given of givens)
    if (
      !isPlace(solution, given) &&
      !isForm(solution, given) &&
      (given.statement === null || given.setting === 'display' || isRelation(given.statement))
    )
      note(scene, given, -1);
  for (const implied of impliedBy(solution)) note(scene, implied, -1);
  const polynomial = namedPolynomial(solution);
  if (polynomial) scene.functions.set(polynomial.name, { variables: ['x'], body: polynomial.body });
  if (givens.filter(given => isOpenExpression(given.statement)).length > 1) scene.current = null;
  const expr = scene.current === null ? statedExpression(solution.problem) : null;
  if (expr) scene.current = { expr, claim: problemClaim(solution, expr), step: -1, bare: true };
  return scene;
}

/** 'in the form a + b√5': what the answer is to look like, and nothing to go on from. */
const isForm = ({ problem, problemRange }: Solution, { statement, range }: Claim): boolean =>
  isOpenExpression(statement) && /\bform[\s$]*$/i.test(problem.slice(0, Math.max(0, range.start - problemRange.start)));

/** 'the tangent at x = 9', 'about x = 1': where the problem looks, and no equation to go on from. */
const isPlace = ({ problem, problemRange }: Solution, { condition, range }: Claim): boolean =>
  condition !== undefined && /\b(?:at|near|around|about)[\s$]*$/i.test(problem.slice(0, Math.max(0, range.start - problemRange.start)));

const namesIn = ({ problem, steps }: Solution, names: (text: string) => readonly string[]): ReadonlySet<string> =>
  new Set([names(problem), ...steps.map(({ text }) => names(text))].flat());

const namesBy = (pattern: RegExp) => remembered(text => [...text.matchAll(pattern)].map(([, name = '']) => name));

const ITERATED = namesBy(/(?<![a-zA-Z\\])([a-zA-Z])(?:_\{?(?:0|[nki](?![a-z]))|₀|ₙ)/g);

const APPLIED = namesBy(/(?<![a-zA-Z\\_])([a-zA-Z])\(([a-z])\)\s*=(?=[^=]*\2)/g);

/** The expression that the problem states, as what the first line goes on from. */
const problemClaim = ({ problem, problemRange }: Solution, expr: Expr): Claim => ({
  text: problem,
  range: problemRange,
  statement: { kind: 'chain', sides: [expr], relations: [], span: problemRange },
  problems: [],
  link: 'given',
  setting: 'display',
});
