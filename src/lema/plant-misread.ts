import { carryThrough } from '../correction/continue/carry.ts';
import { placeIn } from '../correction/continue/layout.ts';
import { causeOf } from '../correction/reference/cause.ts';
import { explainRepair } from '../correction/reference/explain.ts';
import { type Calculation, graphOf, numbersIn, withoutUnits } from '../correction/reference/graph.ts';
import { quantitiesIn } from '../correction/reference/quantities.ts';
import type { Repair } from '../correction/reference/repair.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import { ruleById } from '../mistakes/catalogue.ts';
import type { PlantOptions } from '../mistakes/plant.ts';
import type { MistakeId } from '../mistakes/rule.ts';
import { seeded, shuffled } from '../mistakes/seeded.ts';
import { revised } from '../solution/read.ts';
import type { Solution, Step } from '../solution/solution.ts';
import type { JudgedSolution, PlantedSteps } from './plant.ts';
import { isRead, plausible } from './plant-story.ts';

/** A calculation that holds and is another one than the words ask for: the expression of one of the solution, with a part of its text written otherwise. */
interface Misread {
  readonly at: number;
  readonly kind: Repair['kind'];
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What another operation is written as. The result is to look as good as the right one, so that few of them fit at one place. */
const OTHERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(\s*)(?:\*|×|·|\\times|\\cdot)(\s*)$/, ['+', '/']],
  [/^(\s*)(?:\/|÷|\\div)(\s*)$/, ['*', '-']],
  [/^(\s*)\+(\s*)$/, ['-', '*']],
  [/^(\s*)[-−–](\s*)$/, ['+']],
];

/** What a change of each kind may be called. */
const CAUSES: Readonly<Partial<Record<Repair['kind'], readonly MistakeId[]>>> = {
  operator: ['wrong-operation', 'added-for-times', 'comparison-reversed', 'conversion-inverted'],
  extra: ['quantity-left-out'],
  operand: ['earlier-result-not-used'],
};
/** Words that the line itself has to say: elsewhere in the problem they may be about something else. */
const SAID: Readonly<Record<string, RegExp>> = {
  'added-for-times': /\b(?:times|twice|thrice|double[sd]?|tripled?|half|third|quarter)\b/i,
  'comparison-reversed': /\b(?:more|less|fewer|\w+er)\b(?:\W+\w+){0,3}?\W+than\b/i,
};

const printed = (value: Q.Rational): string => (value.d === 1n ? String(value.n) : String(Q.toNumber(value)));

/**
 * Prepares a right solution told in sentences for mistakes in understanding: another operation, an amount left out, the old amount in the place of the one that
 * was just worked out. The calculation holds; that it is wrong, and where, is certain by what the right solution computes from what, and its answer changes.
 */
export function misreadPlanter({ solution, verdicts }: JudgedSolution): (options: PlantOptions) => PlantedSteps | null {
  const { steps } = solution;
  const graph = graphOf(steps);
  const lastUnread = steps.findLastIndex(step => !isRead(step));
  const isSure = (i: number): boolean => verdicts[i]?.verdict.kind === 'holds' || verdicts[i]?.verdict.kind === 'follows';
  const all = graph.flatMap(({ step, claim, side }, at) => {
    const chain = claim.statement;
    const isPlain = chain?.kind === 'chain' && chain.sides.length === 2 && side === 1 && step >= lastUnread && isSure(step);
    const own = steps[step];
    return isPlain && own ? misreadsAt(graph, at, own) : [];
  });
  return ({ seed, at, rule }) => {
    const fitting = all.filter(one => at === undefined || graph[one.at]?.step === at);
    for (const misread of shuffled(fitting, () => 1, seeded(seed))) {
      const planted = plantOne(solution, graph, misread);
      if (planted && (rule === undefined || planted.rule === rule)) return planted;
    }
    return null;
  };
}

function misreadsAt(graph: readonly Calculation[], at: number, { text, range }: Step): Misread[] {
  const calculation = graph[at];
  if (!calculation) return [];
  const { expr, operands } = calculation;
  const nodes = numbersIn(expr).map(node => ({ node, start: node.span.start - range.start, end: node.span.end - range.start }));
  const found: Misread[] = [];
  for (const [i, { node, start, end }] of nodes.entries()) {
    const before = nodes[i - 1];
    const between = before ? text.slice(before.end, start) : '';
    for (const [written, others] of OTHERS)
      if (before && nodes.length === 2 && written.test(between))
        for (const other of others)
          found.push({ at, kind: 'operator', start: before.end, end: start, text: between.replace(written, `$1${other}$2`) });
    if (before && nodes.length > 2 && i === nodes.length - 1 && isFlat(expr) && OTHERS.some(([written]) => written.test(between)))
      found.push({ at, kind: 'extra', start: before.end, end, text: '' });
    const source = operands.find(operand => operand.node === node)?.source;
    const earlier = source == null ? undefined : graph[source];
    const [old] = earlier?.expr.kind === 'sum' ? numbersIn(earlier.expr) : [];
    if (old && saidOnce(text, node.value)) found.push({ at, kind: 'operand', start, end, text: printed(old.value) });
  }
  return found;
}

/** Terms or factors beside one another: the last of them can be left out. */
const isFlat = (expr: Expr): boolean =>
  (expr.kind === 'sum' && numbersIn(expr).length === expr.terms.length) ||
  (expr.kind === 'product' && numbersIn(expr).length === expr.factors.length);

/** A sentence that names the amount beside its calculation contradicts another one there. */
const saidOnce = (text: string, value: Q.Rational): boolean => quantitiesIn(text).filter(other => Q.equal(other.value, value)).length <= 1;

function plantOne(solution: Solution, graph: readonly Calculation[], misread: Misread): PlantedSteps | null {
  const { problem, steps } = solution;
  const right = graph[misread.at];
  const step = right && steps[right.step];
  const place = right && step && placeIn(step, right.claim);
  if (!right || !step || !place) return null;
  const nodes = numbersIn(right.expr);
  const from = (nodes[0]?.span.start ?? 0) - step.range.start;
  const until = (nodes.at(-1)?.span.end ?? 0) - step.range.start;
  const open = step.text.slice(0, misread.start) + misread.text + step.text.slice(misread.end, until);
  const written = parseExpression(open.slice(from)).expr;
  const wrong = written && withoutUnits(written);
  const value = wrong && evaluateExact(wrong);
  const isNamed = (one: Q.Rational): boolean =>
    [problem, ...steps.map(({ text }) => text)].some(text => quantitiesIn(text).some(other => Q.equal(other.value, one)));
  if (!wrong || !value || Q.equal(value, right.value) || !plausible(value, right.value) || isNamed(value)) return null;
  if (graph.some((other, i) => i !== misread.at && Q.equal(other.value, right.value))) return null;
  const carried = carryThrough(steps, right.step, right.claim, right.side, value);
  const [first = '', ...rest] = carried?.steps ?? [];
  const answer = graph.at(-1)?.value;
  const above = [problem, ...steps.slice(0, right.step).map(({ text }) => text), step.text.slice(0, until)];
  const isGiven = (one: Q.Rational): boolean => above.some(text => quantitiesIn(text).some(other => Q.equal(other.value, one)));
  const changesAnswer = carried?.values.some(([before]) => answer !== undefined && Q.equal(before, answer));
  if (
    !carried?.values.every(([before, after]) => plausible(after, before) && !isGiven(before)) ||
    !changesAnswer ||
    !first.startsWith(step.text.slice(0, until))
  )
    return null;
  const line = open + first.slice(until);
  if (!holds(revised(solution, right.step, [line]), value)) return null;
  const repair: Repair = { kind: misread.kind, expr: right.expr, cost: 0 };
  const earlier = graph.slice(0, misread.at);
  const cause = causeOf({ problem, line, earlier, expr: wrong, repair });
  if (cause === null || CAUSES[misread.kind]?.includes(cause) !== true) return null;
  const rule: MistakeId = SAID[cause]?.test(step.text) === false ? 'wrong-operation' : cause;
  const why = ruleById(rule)?.why;
  const told = explainRepair({ problem, earlier, reference: graph }, { ...right, expr: wrong }, repair);
  return {
    steps: [...steps.slice(0, right.step).map(({ text }) => text), line, ...rest],
    step: right.step,
    rule,
    explanation: why === undefined ? told : `${told} ${why}`,
  };
}

/** The line as it now stands is read as a calculation that comes to the value. */
const holds = ({ steps }: Solution, value: Q.Rational): boolean =>
  graphOf(steps.slice(-1)).some(one => {
    const worked = evaluateExact(one.expr);
    return worked !== null && Q.equal(worked, value) && Q.equal(one.value, value);
  });
