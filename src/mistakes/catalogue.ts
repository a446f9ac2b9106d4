import { indexRules, type RuleIndex } from './forwards.ts';
import type { MistakeId, Rule } from './rule.ts';
import { absolute } from './rules/absolute.ts';
import { columns } from './rules/columns.ts';
import { counting } from './rules/counting.ts';
import { decimals } from './rules/decimals.ts';
import { derivatives } from './rules/derivatives.ts';
import { equations } from './rules/equations.ts';
import { expand } from './rules/expand.ts';
import { factor } from './rules/factor.ts';
import { fractions } from './rules/fractions.ts';
import { functions } from './rules/functions.ts';
import { inequalities } from './rules/inequalities.ts';
import { integers } from './rules/integers.ts';
import { integrals } from './rules/integrals.ts';
import { limits } from './rules/limits.ts';
import { logarithms } from './rules/logarithms.ts';
import { notation } from './rules/notation.ts';
import { order } from './rules/order.ts';
import { percent } from './rules/percent.ts';
import { powers } from './rules/powers.ts';
import { quadratics } from './rules/quadratics.ts';
import { rational } from './rules/rational.ts';
import { roots } from './rules/roots.ts';
import { copying, results } from './rules/slips.ts';
import { story } from './rules/story.ts';
import { terms } from './rules/terms.ts';
import { trigonometry } from './rules/trigonometry.ts';

/** Every mistake that can be named, by family. */
export const allRules: readonly Rule[] = [
  ...integers,
  ...order,
  ...columns,
  ...fractions,
  ...decimals,
  ...percent,
  ...powers,
  ...roots,
  ...terms,
  ...expand,
  ...factor,
  ...rational,
  ...equations,
  ...quadratics,
  ...notation,
  ...inequalities,
  ...absolute,
  ...functions,
  ...logarithms,
  ...trigonometry,
  ...derivatives,
  ...limits,
  ...integrals,
  ...counting,
  ...copying,
  ...results,
  ...story,
];

const byId: ReadonlyMap<MistakeId, Rule> = new Map(allRules.map(rule => [rule.id, rule]));

/** The rule of that name, or undefined: names come from files that may be newer or older. */
export function ruleById(id: MistakeId): Rule | undefined {
  return byId.get(id);
}

let index: RuleIndex | null = null;

/** All rules, prepared on first use: reading the patterns takes a few milliseconds. */
export function ruleIndex(): RuleIndex {
  index ??= indexRules(allRules);
  return index;
}
