import { checkSolution } from '../correction/check.ts';
import { carryThrough } from '../correction/continue/carry.ts';
import { withoutUnits } from '../correction/reference/graph.ts';
import { quantitiesIn } from '../correction/reference/quantities.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { isStatement } from '../math/tree.ts';
import { ruleById, ruleIndex } from '../mistakes/catalogue.ts';
import { tell } from '../mistakes/explain.ts';
import { groundOf } from '../mistakes/forwards.ts';
import { IMPLIED } from '../mistakes/pattern.ts';
import type { PlantOptions } from '../mistakes/plant.ts';
import type { Worked } from '../mistakes/problems.ts';
import { wrongResults } from '../mistakes/results.ts';
import type { Rule } from '../mistakes/rule.ts';
import { seeded, weighted } from '../mistakes/seeded.ts';
import { numberIn } from '../mistakes/tidy.ts';
import { readRow } from '../solution/read.ts';
import type { Claim, Solution, Step } from '../solution/solution.ts';
import type { PlantedSteps } from './plant.ts';

/** A calculation inside a sentence, and the side of it that states the result. */
interface Place {
  readonly step: number;
  readonly claim: Claim;
  readonly side: number;
  readonly from: Expr;
  readonly result: Expr;
  readonly right: Q.Rational;
}

interface Wrong {
  readonly value: Q.Rational;
  readonly rule: Rule;
  readonly explanation: string;
}

const MOST_TRIES = 24;
const RESULT_SHARE = 0.3;

/** Plants a miscalculation in a solution told in sentences, at a line that the checker finds right, and works the student's later sentences out with it. Null where no calculation can be read. */
export function plantInStory({ problem, steps }: Worked, options: PlantOptions): PlantedSteps | null {
  const { solution } = readRow({ id: '', problem, steps });
  const random = seeded(options.seed);
  const { verdicts } = checkSolution(solution, { correct: false });
  const sure = (i: number): boolean => verdicts[i]?.verdict.kind === 'holds' || verdicts[i]?.verdict.kind === 'follows';
  const places = solution.steps.flatMap((step, i) => ((options.at ?? i) === i && sure(i) ? placesIn(step, i) : []));
  for (let tries = 0; tries < MOST_TRIES && places.length > 0; tries++) {
    const place = places[Math.floor(random() * places.length)];
    const wrong = place && drawn(place, options.rule, random);
    if (!place || !wrong || !plausible(wrong.value, place.right) || isNamed(wrong.value, solution)) continue;
    if (!solution.steps.slice(place.step + 1).every(isRead)) continue;
    const carried = carryThrough(solution.steps, place.step, place.claim, place.side, wrong.value);
    if (!carried || !carried.values.every(([before, after]) => plausible(after, before) && !isGiven(before, solution, place))) continue;
    return {
      steps: [...steps.slice(0, place.step), ...carried.steps],
      step: place.step,
      rule: wrong.rule.id,
      explanation: wrong.explanation,
    };
  }
  return null;
}

function placesIn(step: Step, index: number): Place[] {
  return step.claims.flatMap(claim => {
    const chain = claim.statement;
    if (chain?.kind !== 'chain' || chain.relations.some(relation => relation !== '=') || claim.link === 'check') return [];
    const side = chain.sides.length - 1;
    const [from, result] = [chain.sides[side - 1], chain.sides[side]];
    const [before, right] = [from && numberIn(withoutUnits(from)), result && numberIn(withoutUnits(result))];
    if (!from || !result || !before || !right || !Q.equal(before, right) || from.kind === 'number') return [];
    return [{ step: index, claim, side, from: withoutUnits(from), result: withoutUnits(result), right }];
  });
}

function drawn({ from, result, right }: Place, only: string | undefined, random: () => number): Wrong | null {
  const differs = (value: Q.Rational | null): value is Q.Rational => value !== null && !Q.equal(value, right);
  if (random() < RESULT_SHARE) {
    const slips = wrongResults({ kind: 'chain', sides: [from, result], relations: ['='], span: from.span }).filter(
      slip => only === undefined || slip.rule === only,
    );
    const slip = slips[Math.floor(random() * slips.length)];
    const rule = slip && ruleById(slip.rule);
    const last = slip?.line.kind === 'chain' ? slip.line.sides.at(-1) : undefined;
    const value = last ? numberIn(last) : null;
    return slip && rule && differs(value) ? { value, rule, explanation: tell(rule.why, slip.told) } : null;
  }
  const ground = groundOf(from, ruleIndex());
  const rules = ground.rules.filter(({ id }) => only === undefined || id === only);
  const found = rules
    .flatMap(rule => ground.fire(rule))
    .flatMap(misstep => {
      const value = misstep.change.terms[IMPLIED] || isStatement(misstep.line) ? null : numberIn(misstep.line);
      return differs(value) ? [{ misstep, value }] : [];
    });
  const [first, ...others] = found;
  if (!first) return null;
  const chosen = weighted([first, ...others], ({ misstep }) => misstep.rule.prior, random);
  const { rule, change, site } = chosen.misstep;
  const told = { terms: change.terms, site, wrong: change.wrong, right: change.right ?? null };
  return { value: chosen.value, rule, explanation: tell(rule.why, told) };
}

/** The number stands somewhere in the problem or the solution: it would be taken for what stands there. */
const isNamed = (value: Q.Rational, { problem, steps }: Solution): boolean =>
  quantitiesIn([problem, ...steps.map(({ text }) => text)].join('\n')).some(quantity => Q.equal(quantity.value, value));

/** Every calculation of the step was read, so that it can be worked out again. */
const isRead = ({ text, range, claims }: Step): boolean =>
  [...text.matchAll(/[=≈]/g)].every(({ index }) =>
    claims.some(claim => claim.statement !== null && claim.range.start - range.start <= index && index < claim.range.end - range.start),
  );

/** The number stands in the problem, or in the lines above the place: where it comes up later it may not be the result. */
function isGiven(value: Q.Rational, { problem, steps }: Solution, { step, claim }: Place): boolean {
  const text = [problem, ...steps.slice(0, step).map(above => above.text), claim.text.replace(/=[^=]*$/, '')].join('\n');
  return quantitiesIn(text).some(quantity => Q.equal(quantity.value, value));
}

const MOST_TIMES = 40;

/** A number as good as the right one to somebody who does not look twice: whole where that is whole, of its sign and not far from its size. */
function plausible(value: Q.Rational, right: Q.Rational): boolean {
  if (right.d === 1n ? value.d !== 1n : value.d > 1000n) return false;
  if (Q.sign(value) !== Q.sign(right)) return false;
  const times = Q.divide(Q.absolute(value), Q.absolute(right));
  return times !== null && times.n <= BigInt(MOST_TIMES) * times.d && times.d <= BigInt(MOST_TIMES) * times.n;
}
