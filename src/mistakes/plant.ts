import { compareExpressions, compareStatements } from '../math/compare.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees } from '../math/tree.ts';
import { chain, equation, isStatement, negate, sum } from './build.ts';
import { type Carry, carriesFor } from './carry.ts';
import { ruleIndex } from './catalogue.ts';
import { tell } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { type Misstep, missteps } from './forwards.ts';
import { IMPLIED } from './pattern.ts';
import type { MistakeId } from './rule.ts';
import { seeded } from './seeded.ts';
import { numberIn, tidy } from './tidy.ts';

/** A solution with exactly one mistake, everything after it worked out honestly from it. */
export interface Planted {
  readonly lines: readonly Statement[];
  /** Index of the wrong line. */
  readonly step: number;
  readonly rule: MistakeId;
  readonly explanation: string;
  /** The right lines from `step` to the end. */
  readonly right: readonly Statement[];
}

export interface PlantOptions {
  /** The same seed plants the same mistake. */
  readonly seed: number;
  /** Only this rule. Default: any, the common ones more often. */
  readonly rule?: MistakeId;
  /** Only at this line. Default: any. */
  readonly at?: number;
}

/** A wrong line that could be planted. */
interface Choice {
  readonly step: number;
  readonly line: Statement;
  readonly misstep: Misstep;
}

const MOST_TRIES = 12;

/**
 * Plants one mistake in a right solution and carries it through. The lines are one of three kinds: closed calculations (`48/2 = 24`) whose results are
 * used further down, an expression rewritten line by line, or an equation in one letter solved line by line. Null when no rule fits anywhere, or
 * when what follows cannot be worked out from the wrong line.
 */
export function plantMistake(lines: readonly Statement[], options: PlantOptions): Planted | null {
  const carry = carriesFor(lines);
  if (!carry) return null;
  const random = seeded(options.seed);
  let choices = distinct([...choicesIn(lines, carry)]).filter(
    ({ step, misstep }) =>
      (options.rule === undefined || misstep.rule.id === options.rule) && (options.at === undefined || step === options.at),
  );
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [first, ...others] = choices;
    if (!first) return null;
    const choice = drawn([first, ...others], random);
    const rest = isWrong(choice, lines) ? carry.onwards(lines, choice.step, choice.line) : null;
    if (rest) {
      const { misstep, step } = choice;
      const { change, site } = misstep;
      return {
        lines: [...lines.slice(0, step), choice.line, ...rest],
        step,
        rule: misstep.rule.id,
        explanation: tell(misstep.rule.why, { terms: change.terms, site, wrong: change.wrong, right: change.right ?? null }),
        right: lines.slice(step),
      };
    }
    choices = choices.filter(other => other !== choice);
  }
  return null;
}

function* choicesIn(lines: readonly Statement[], carry: Carry): Generator<Choice> {
  for (const [step, line] of lines.entries()) {
    const start = carry.above(lines, step);
    if (!start) continue;
    for (const misstep of missteps(start, ruleIndex())) {
      if (misstep.change.terms[IMPLIED]) continue;
      const written = shaped(misstep.line, line);
      if (written) yield { step, line: written, misstep };
    }
  }
}

/** The wrong line in the form of the right one: worked out where that was worked out, and with the same calculation before a result. */
function shaped(wrong: Expr | Statement, right: Statement): Statement | null {
  const workedOut = equalTrees(tidy(right), right);
  if (isStatement(wrong)) return wrong.kind === 'truth' ? null : workedOut ? tidy(wrong) : wrong;
  if (right.kind !== 'chain') return null;
  const [first] = right.sides;
  if (right.sides.length === 1) return chain([workedOut ? tidy(wrong) : wrong], []);
  const value = numberIn(wrong);
  return first && value && right.sides.length === 2 ? equation(first, tidy(wrong)) : null;
}

/** True when the line differs in value or solutions from the right one, proved by the exact comparison. */
function isWrong({ step, line }: Choice, lines: readonly Statement[]): boolean {
  const right = lines[step];
  if (!right || !fingerprint(line)) return false;
  const [a, b] = [resultOf(right), resultOf(line)];
  const kind = a && b ? compareExpressions(a, b).kind : compareStatements(right, line).kind;
  return kind !== 'same' && kind !== 'unknown';
}

/** What a bare expression or a closed calculation comes to; null for an equation. */
function resultOf(line: Statement): Expr | null {
  if (line.kind !== 'chain') return null;
  const [first, last] = [line.sides[0], line.sides.at(-1)];
  if (line.sides.length === 1) return first ?? null;
  return first && last && numberIn(sum([first, negate(last)])) ? last : null;
}

/** Each wrong line of a rule once: matching in another order often gives the same one. */
function distinct(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ step, line, misstep }) => {
    const key = `${step} ${misstep.rule.id} ${printPlain(tidy(line))}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Draws one, each rule as likely as it is common, however many places it fits. */
function drawn([first, ...others]: readonly [Choice, ...Choice[]], random: () => number): Choice {
  const choices = [first, ...others];
  const places = new Map<MistakeId, number>();
  for (const { misstep } of choices) places.set(misstep.rule.id, (places.get(misstep.rule.id) ?? 0) + 1);
  const weight = ({ misstep: { rule } }: Choice): number => rule.prior / (places.get(rule.id) ?? 1);
  let left = random() * choices.reduce((so, choice) => so + weight(choice), 0);
  for (const choice of choices) {
    left -= weight(choice);
    if (left <= 0) return choice;
  }
  return first;
}
