import { compareExpressions, compareStatements } from '../math/compare.ts';
import type { Comparison } from '../math/comparison.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { mapExpr } from '../math/tree.ts';
import { negate, sum } from './build.ts';
import { type Carry, carriesFor } from './carry.ts';
import { ruleById, ruleIndex } from './catalogue.ts';
import { tell } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { groundOf, type Misstep } from './forwards.ts';
import { isNatural } from './natural.ts';
import { IMPLIED } from './pattern.ts';
import { wrongResults } from './results.ts';
import type { MistakeId, Rule } from './rule.ts';
import { seeded, weighted } from './seeded.ts';
import { lettersIn } from './sides.ts';
import { numberIn } from './tidy.ts';
import type { Style } from './working/numbers.ts';

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
  /** How angles are measured in the problem. */
  readonly angle?: Style['angle'];
  /** How likely a rule is drawn beside the others that fit. Default: as it is common. */
  readonly weight?: (rule: Rule) => number;
}

/** A wrong line that could be planted. */
interface Choice {
  readonly step: number;
  readonly line: Statement;
  readonly rule: Rule;
  readonly explanation: string;
}

const MOST_TRIES = 40;
/** How often a slip of the hand in the result is planted rather than a wrong rule. */
const RESULT_SHARE = 0.15;

/**
 * Plants one mistake in a right solution and carries it through. The lines are closed calculations (`48/2 = 24`) whose results are used further down, an
 * expression rewritten line by line, a name worked out (`f(x) = …`), or equations, inequalities and systems solved line by line. Null when no rule
 * fits anywhere, or when what follows cannot be worked out from the wrong line.
 */
export function plantMistake(lines: readonly Statement[], options: PlantOptions): Planted | null {
  const carry = carriesFor(lines, styleOf(lines, options));
  if (!carry) return null;
  const random = seeded(options.seed);
  const steps = lines.flatMap((_, step) => ((options.at ?? step) === step && carry.above(step) !== null ? [step] : []));
  const drawers = new Map<number, () => Choice | null>();
  for (let tries = 0; tries < MOST_TRIES && steps.length > 0; tries++) {
    const drawn = Math.floor(random() * steps.length);
    const step = steps[drawn] ?? 0;
    const drawer = drawers.get(step) ?? drawerAt(lines, carry, step, options, random);
    drawers.set(step, drawer);
    const choice = drawer();
    if (!choice) steps.splice(drawn, 1);
    const rest = choice && isWrong(choice, lines) ? carry.onwards(step, choice.line) : null;
    if (
      !choice ||
      !rest ||
      !isNatural([choice.line, ...rest], lines) ||
      isHealed(rest, lines.slice(step)) ||
      isLettersLost(rest, lines.slice(step + 1))
    )
      continue;
    return {
      lines: [...lines.slice(0, step), choice.line, ...rest],
      step,
      rule: choice.rule.id,
      explanation: choice.explanation,
      right: lines.slice(step),
    };
  }
  return null;
}

/** What follows from the wrong line comes back to a right one: nothing would be left to find. */
function isHealed(rest: readonly Statement[], right: readonly Statement[]): boolean {
  const usual = new Set(right.map(printPlain));
  return rest.some(line => lettersIn(line).size > 0 && usual.has(printPlain(line)));
}

/** `2 = 0` where a right line gives a letter its value: the work would end there. */
const isLettersLost = (rest: readonly Statement[], right: readonly Statement[]): boolean =>
  rest.some(line => lettersIn(line).size === 0) && right.every(line => lettersIn(line).size > 0);

function styleOf(lines: readonly Statement[], { angle }: PlantOptions): Style {
  const last = lines.at(-1);
  const head = last?.kind === 'chain' && last.sides.length === 2 ? last.sides[0] : undefined;
  const target = last && head?.kind === 'symbol' && lettersIn(last).size > 1 ? head.name : undefined;
  const decimals = lines.some(line => /\d\.\d/.test(printPlain(line)));
  return { decimals, ...(target === undefined ? {} : { target }), ...(angle === undefined ? {} : { angle }) };
}

/** Draws one wrong line after another for a step, each rule as likely as it is common; null when none is left. */
function drawerAt(
  lines: readonly Statement[],
  carry: Carry,
  step: number,
  { rule: only, weight = ({ prior }) => prior }: PlantOptions,
  random: () => number,
): () => Choice | null {
  const start = carry.above(step);
  const right = lines[step];
  if (!start || !right) return () => null;
  const ground = groundOf(start, ruleIndex());
  let results: ReturnType<typeof wrongResults> | null = null;
  const rules = ground.rules.filter(({ id }) => only === undefined || id === only);
  const slip = (): Choice | null => {
    results ??= wrongResults(right).filter(({ rule }) => only === undefined || rule === only);
    const [drawn] = results.splice(Math.floor(random() * results.length), 1);
    const rule = drawn && ruleById(drawn.rule);
    return drawn && rule ? { step, line: drawn.line, rule, explanation: tell(rule.why, drawn.told) } : null;
  };
  return () => {
    if (only === undefined && random() < RESULT_SHARE) {
      const slipped = slip();
      if (slipped) return slipped;
    }
    for (let rule = weighted(rules, weight, random); rule; rule = weighted(rules, weight, random)) {
      const found = ground.fire(rule).filter(({ change }) => !change.terms[IMPLIED]);
      const misstep = found[Math.floor(random() * found.length)];
      const line = misstep && carry.shaped(step, misstep.line);
      if (found.length < 2 || !line) rules.splice(rules.indexOf(rule), 1);
      if (misstep && line) return { step, line, rule, explanation: explained(misstep) };
    }
    return slip();
  };
}

const explained = ({ rule, change, site }: Misstep): string =>
  tell(rule.why, { terms: change.terms, site, wrong: change.wrong, right: change.right ?? null });

/** True when the line differs in value or solutions from the right one and from what was given, proved by the exact comparison. */
function isWrong({ step, line }: Choice, lines: readonly Statement[]): boolean {
  const [given] = lines;
  const right = lines[step];
  if (!right || !given || !fingerprint(line) || !isReadable(line, right) || onlyDropsPercent(line, lines[step - 1])) return false;
  const [a, b] = [resultOf(right), resultOf(line)];
  if (a && b) return lettersIn(b).size >= lettersIn(a).size && !/±/.test(printPlain(b)) && compareExpressions(a, b).kind === 'different';
  const differs = compareStatements(right, line);
  if (lettersIn(line).size < lettersIn(right).size) return false;
  if (!isRefuted(differs) && !(differs.kind === 'wider' && isInequality(right) && isInequality(line))) return false;
  return step < 2 || isPolynomial(given) || isRefuted(compareStatements(given, line));
}

/** `9% * 140` as `9 * 140`: that the number stands for hundredths is understood. */
function onlyDropsPercent(line: Statement, above: Statement | undefined): boolean {
  const [wrong, start] = [resultOf(line), above && resultOf(above)];
  if (!wrong || !start || !/%/.test(printPlain(start))) return false;
  const bare = mapExpr(start, node => (node.kind === 'percent' ? node.arg : node));
  return compareExpressions(bare, wrong).kind !== 'different';
}

/** A letter twice, beside the number e, or three of them, which may be a word; a function that no student writes. */
const UNREADABLE = /(?<![a-z])(?:([a-z])\1|[a-z]e|e[a-z])(?![a-z(])|\blcm\(|(?<![a-z])[a-z]{3,}(?![a-z(_])/;

/** Nothing that nobody would write or read: `xx^2`, `uat`, `xe^x`, or a derivative or integral left standing where the right line has none. */
function isReadable(line: Statement, right: Statement): boolean {
  const [text, usual] = [printPlain(line), printPlain(right)];
  if (UNREADABLE.test(text.replace(/\b(?:and|or|mod|not|pi)\b/g, ''))) return false;
  return !/d\/d[a-z]|∫/.test(text) || /d\/d[a-z]|∫/.test(usual);
}

const isRefuted = ({ kind }: Comparison): boolean => kind === 'different' || kind === 'narrower';

/** An inequality that holds for more is as wrong as one that holds for less. */
const isInequality = (line: Statement): boolean => /[<>≤≥]/.test(printPlain(line));

/** Lines after an equation without functions and fractions all have its solutions. */
const isPolynomial = (line: Statement): boolean => !/[√|/^]|log|ln|sin|cos|tan/.test(printPlain(line).replace(/\^\d/g, ''));

/** What a bare expression, a named one or a closed calculation comes to; null for an equation. */
function resultOf(line: Statement): Expr | null {
  if (line.kind !== 'chain') return null;
  const [first, last] = [line.sides[0], line.sides.at(-1)];
  if (line.sides.length === 1) return first ?? null;
  if (first?.kind === 'call' && /^[a-zA-Z]'*$/.test(first.fn)) return last ?? null;
  const closed = line.sides.length === 2 && line.relations[0] === '=' && first && last && numberIn(sum([first, negate(last)]));
  return closed && last ? last : null;
}
