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
import { wrongResults } from '../mistakes/results.ts';
import type { Rule } from '../mistakes/rule.ts';
import { seeded, shuffled } from '../mistakes/seeded.ts';
import { numberIn } from '../mistakes/tidy.ts';
import type { Claim, Solution, Step } from '../solution/solution.ts';
import type { JudgedSolution, PlantedSteps } from './plant.ts';

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

/** Draws at a solution, so that one in which nothing fits costs little. */
const MOST_TRIES = 24;
/** How often a slip of the hand in the result is planted rather than a wrong rule. */
const RESULT_SHARE = 0.3;

/** A right solution told in sentences, read and judged, and the values that each of its parts names: the problem first, then the steps. */
interface Story {
  readonly solution: Solution;
  readonly places: readonly Place[];
  readonly named: readonly ReadonlySet<string>[];
}

/**
 * Prepares a solution told in sentences for planting. The function that is returned plants a miscalculation at a line that the checker finds right, and works the
 * student's later sentences out with it. Null where no calculation can be read.
 */
export function storyPlanter({ solution, verdicts }: JudgedSolution): (options: PlantOptions) => PlantedSteps | null {
  const sure = (i: number): boolean => verdicts[i]?.verdict.kind === 'holds' || verdicts[i]?.verdict.kind === 'follows';
  const { steps } = solution;
  const lastUnread = steps.findLastIndex(step => !isRead(step));
  const places = steps.flatMap((step, i) => (i >= lastUnread && sure(i) ? placesIn(step, i) : []));
  if (places.length === 0) return () => null;
  const story = { solution, places, named: [solution.problem, ...steps.map(({ text }) => text)].map(valuesNamed) };
  return options => plantInStory(story, options);
}

function plantInStory(story: Story, options: PlantOptions): PlantedSteps | null {
  const { steps } = story.solution;
  const { at } = options;
  const random = seeded(options.seed);
  const places = story.places.filter(({ step }) => (at ?? step) === step);
  const drawers = new Map<Place, () => Wrong | null>();
  for (let tries = 0; tries < MOST_TRIES && places.length > 0; tries++) {
    const drawn = Math.floor(random() * places.length);
    const place = places[drawn];
    if (!place) return null;
    const drawer = drawers.get(place) ?? drawerAt(story, place, options, random);
    drawers.set(place, drawer);
    const wrong = drawer();
    if (!wrong) {
      places.splice(drawn, 1);
      continue;
    }
    if (story.places.some(other => other !== place && Q.equal(other.right, place.right))) {
      places.splice(drawn, 1);
      continue;
    }
    const carried = carryThrough(steps, place.step, place.claim, place.side, wrong.value);
    if (!carried?.values.every(([before, after]) => plausible(after, before) && !isGiven(before, story, place))) continue;
    return {
      steps: [...steps.slice(0, place.step).map(({ text }) => text), ...carried.steps],
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

/**
 * Draws one wrong result after another for a place, each rule as likely as it is common, and none of them twice; null when none is left. A number that stands
 * somewhere in the problem or the solution is left out: it would be taken for what stands there.
 */
function drawerAt(
  { named }: Story,
  place: Place,
  { rule: only, weight = ({ prior }) => prior }: PlantOptions,
  random: () => number,
): () => Wrong | null {
  const { from, result, right } = place;
  const passes = (value: Q.Rational | null): value is Q.Rational =>
    value !== null && !Q.equal(value, right) && plausible(value, right) && !named.some(values => values.has(Q.printRational(value)));
  const slips = lazily(() =>
    wrongResults({ kind: 'chain', sides: [from, result], relations: ['='], span: from.span }).filter(
      slip => only === undefined || slip.rule === only,
    ),
  );
  const ground = lazily(() => groundOf(from, ruleIndex()));
  const rules = lazily(() =>
    shuffled(
      ground().rules.filter(({ id }) => only === undefined || id === only),
      weight,
      random,
    ),
  );
  const slip = (): Wrong | null => {
    for (const left = slips(); left.length > 0; ) {
      const [drawn] = left.splice(Math.floor(random() * left.length), 1);
      const rule = drawn && ruleById(drawn.rule);
      const last = drawn?.line.kind === 'chain' ? drawn.line.sides.at(-1) : undefined;
      const value = last ? numberIn(last) : null;
      if (drawn && rule && passes(value)) return { value, rule, explanation: tell(rule.why, drawn.told) };
    }
    return null;
  };
  const misstep = (): Wrong | null => {
    for (let rule = rules().shift(); rule; rule = rules().shift()) {
      const found = ground()
        .fire(rule)
        .flatMap(made => {
          const value = made.change.terms[IMPLIED] || isStatement(made.line) ? null : numberIn(made.line);
          return passes(value) ? [{ made, value }] : [];
        });
      const drawn = found[Math.floor(random() * found.length)];
      if (!drawn) continue;
      const { change, site } = drawn.made;
      const told = { terms: change.terms, site, wrong: change.wrong, right: change.right ?? null };
      return { value: drawn.value, rule, explanation: tell(rule.why, told) };
    }
    return null;
  };
  return () => (random() < RESULT_SHARE ? (slip() ?? misstep()) : (misstep() ?? slip()));
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const valuesNamed = (text: string): ReadonlySet<string> => new Set(quantitiesIn(text).map(({ value }) => Q.printRational(value)));

/** Every calculation of the step was read, so that it can be worked out again. */
export const isRead = ({ text, range, claims }: Step): boolean =>
  [...text.matchAll(/[=≈]/g)].every(({ index }) =>
    claims.some(claim => claim.statement !== null && claim.range.start - range.start <= index && index < claim.range.end - range.start),
  );

/** The number stands in the problem, or in the lines above the place: where it comes up later it may not be the result. */
function isGiven(value: Q.Rational, { named }: Story, { step, claim }: Place): boolean {
  const printed = Q.printRational(value);
  return named.slice(0, step + 1).some(values => values.has(printed)) || valuesNamed(claim.text.replace(/=[^=]*$/, '')).has(printed);
}

const MOST_TIMES = 40;

/** A number as good as the right one to somebody who does not look twice: whole where that is whole, of its sign and not far from its size. */
export function plausible(value: Q.Rational, right: Q.Rational): boolean {
  if (right.d === 1n ? value.d !== 1n : value.d > 1000n) return false;
  if (Q.sign(value) !== Q.sign(right)) return false;
  const times = Q.divide(Q.absolute(value), Q.absolute(right));
  return times !== null && times.n <= BigInt(MOST_TIMES) * times.d && times.d <= BigInt(MOST_TIMES) * times.n;
}
