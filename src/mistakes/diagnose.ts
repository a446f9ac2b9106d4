import { compareExpressions, compareStatements } from '../math/compare.ts';
import type { Expr, Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { equalTrees } from '../math/tree.ts';
import { isStatement, num, sum, symbol } from './build.ts';
import { ruleById, ruleIndex } from './catalogue.ts';
import { carriedOut, type Definitions, definitionsIn } from './definitions.ts';
import { sameSides } from './difference.ts';
import { agree, type Fingerprint, fingerprint, hasPrint } from './fingerprint.ts';
import { type Misstep, missteps } from './forwards.ts';
import { substitute } from './open.ts';
import { isOneRule, pairOf } from './pairs.ts';
import { IMPLIED } from './pattern.ts';
import type { MistakeId } from './rule.ts';
import { RUN_ON_EQUALS } from './rules/notation.ts';
import { RESULT_RULES } from './rules/slips.ts';
import { lettersIn } from './sides.ts';
import { type NumberSlip, numberSlip, withCoefficient } from './slips.ts';
import { numberIn, tidy } from './tidy.ts';
import { type Candidate, type Diagnosis, type Line, likeIn, told } from './told.ts';
import { flattened, places, size } from './walk.ts';

export interface DiagnoseOptions {
  /** Most wrong lines that are tried; a long line counts for several. Default 4 000. */
  readonly budget?: number;
  /** Statements that hold, of which function definitions `f(x) = …` are used. */
  readonly given?: readonly Statement[];
}

const DEFAULT_BUDGET = 4000;
/** Nodes of a line that counts once against the budget, and of the two lines together, beyond which no cause is looked for. */
const USUAL_SIZE = 60;
const LARGEST_SIZE = 1000;
const MOST_SHOWN = 2;
const UNKNOWN_WEIGHT = 0.15;
const MOST_PARTICULAR = 8;

/**
 * Which rule, at which term of the line above, gives exactly the written line. To be asked only of a line that was refuted. At most two causes, the
 * likelier first; none when nothing fits or the lines agree. `from` is null when the written line is a chain that contradicts itself (`7·8 = 54`).
 */
export function diagnose(from: Statement | null, written: Statement, options: DiagnoseOptions = {}): readonly Diagnosis[] {
  const pair = opposed(from, written);
  if (!pair) return [];
  const { above } = pair;
  if (size(above) + size(pair.below) > LARGEST_SIZE) return [];
  const definitions = definitionsIn(options.given ?? []);
  const upToConstant = isIndefinite(above);
  const below = carriedOut(pair.below, definitions);
  const target = fingerprint(upToConstant ? withoutConstant(below, above) : below, upToConstant);
  if (!target) return [];
  const before = fingerprint(carriedOut(above, definitions), upToConstant);
  if (before && agree(before, target) && (!upToConstant || hasConstant(pair.below, above))) return [];
  if (!upToConstant && compared(above, below) === 'same') return [];
  const search: Search = { above, below, target, upToConstant, definitions, tried: misstepsFrom(above, options.budget ?? DEFAULT_BUDGET) };
  const found = [...candidates(search), ...runOn(above, below)];
  const slip = numberSlip(above, below);
  if (slip) found.push(fromSlip(slip, above, below));
  if (found.every(({ rule }) => rule.tier === 'slip')) found.push(...bothIn(search));
  const best = new Map<MistakeId, Candidate>();
  for (const candidate of found) {
    const known = best.get(candidate.rule.id);
    if (!known || known.weight < candidate.weight) best.set(candidate.rule.id, candidate);
  }
  const ranked = [...best.values()].sort((a, b) => b.weight - a.weight);
  const total = ranked.reduce((so, { weight }) => so + weight, UNKNOWN_WEIGHT);
  return ranked.slice(0, MOST_SHOWN).map(candidate => told(candidate, pair.below, total));
}

/** The two lines that disagree: the line above and this one, or two neighbouring sides of this one. */
function opposed(from: Statement | null, written: Statement): { above: Line; below: Line } | null {
  const start = from && bare(from);
  if (written.kind !== 'chain') return from ? (oneCase(from, written) ?? { above: start ?? from, below: written }) : null;
  const isEqualityChain = written.relations.every(relation => relation === '=');
  const [first, ...rest] = written.sides;
  if (!first || !isEqualityChain) return from ? { above: start ?? from, below: written } : null;
  if (from && !start && rest.length === 1) return { above: from, below: written };
  const sides = start
    ? [start, first, ...rest]
    : from && from.kind === 'chain' && rest.length === 0
      ? [from.sides.at(-1) ?? first, first]
      : [first, ...rest];
  for (const [i, side] of sides.entries()) {
    const next = sides[i + 1];
    if (!next) break;
    const [a, b] = [fingerprint(side), fingerprint(next)];
    if (!a || !b || !agree(a, b) || isIndefinite(side)) return { above: side, below: next };
  }
  return null;
}

/** The one case of several that changed: the others say the same in both lines. */
function oneCase(from: Statement, written: Statement): { above: Line; below: Line } | null {
  if ((from.kind !== 'or' && from.kind !== 'and') || written.kind !== from.kind || written.parts.length !== from.parts.length) return null;
  const cases = from.parts.map((above, i) => ({ above, below: written.parts[i] ?? above }));
  const changed = cases.filter(({ above, below }) => compareStatements(above, below).kind !== 'same');
  const [only] = changed;
  return only && changed.length === 1 ? only : null;
}

/** The only side of a bare expression. */
function bare(statement: Statement): Expr | null {
  return statement.kind === 'chain' && statement.sides.length === 1 ? (statement.sides[0] ?? null) : null;
}

interface Search {
  readonly above: Line;
  readonly below: Line;
  readonly target: Fingerprint;
  readonly upToConstant: boolean;
  readonly definitions: Definitions;
  readonly tried: readonly Misstep[];
}

function* candidates({ above, below, target, upToConstant, definitions, tried }: Search): Generator<Candidate> {
  for (const misstep of tried) {
    const line = carriedOut(misstep.line, definitions);
    if (!hasPrint(line, target, upToConstant) || untouched(misstep, above, below) || (!upToConstant && refuted(line, below))) continue;
    if (isContradiction(below) && !sameSides(line, below)) continue;
    const { change } = misstep;
    yield {
      rule: misstep.rule,
      terms: change.terms,
      site: misstep.site,
      wrong: change.wrong,
      right: change.right ?? null,
      rightLine: upToConstant && !isStatement(above) ? withConstant(above, below) : (misstep.right ?? tidy(above)),
      weight: weigh(misstep, below),
    };
  }
}

/** Two rules at two terms, where no single one gives the line. */
/** `6 = 4`: every contradiction has the same solutions, so that only its sides tell where it comes from. */
const isContradiction = (line: Line): boolean => isStatement(line) && line.kind === 'chain' && lettersIn(line).size === 0;

function bothIn({ above, below, upToConstant, tried }: Search): readonly Candidate[] {
  const pair = upToConstant ? null : pairOf(above, below, tried);
  if (!pair) return [];
  const { first, second } = pair;
  const share = isOneRule(pair) ? 0.4 : 0.25;
  const candidate = {
    rule: first.rule,
    terms: first.change.terms,
    site: first.site,
    wrong: first.change.wrong,
    right: null,
    rightLine: tidy(above),
    weight: share * first.rule.prior * second.rule.prior,
    also: second,
  };
  return [candidate];
}

/** The wrong lines to try, as many as the budget allows. `2x^2·3x^5` is also read as one product of four factors. */
function misstepsFrom(above: Line, budget: number): readonly Misstep[] {
  const most = budget / Math.max(1, size(above) / USUAL_SIZE);
  const wider = flattened(above);
  const found: Misstep[] = [];
  for (const line of wider === above ? [above] : [above, wider]) {
    for (const misstep of missteps(line, ruleIndex())) {
      if (found.length >= most) return found;
      found.push(misstep);
    }
  }
  return found;
}

function isIndefinite(line: Line): boolean {
  return [...places(line)].some(({ node }) => node.kind === 'integral' && node.bounds === null);
}

const hasConstant = (line: Line, above: Line): boolean => [...lettersIn(line)].some(name => !lettersIn(above).has(name));

/** The line without its constant of integration, a letter that the line above does not have. */
function withoutConstant(line: Line, above: Line): Line {
  if (isStatement(line)) return line;
  const known = lettersIn(above);
  return [...lettersIn(line)].filter(name => !known.has(name)).reduce<Expr>((expr, name) => substitute(expr, name, num(0)), line);
}

/** The integrals carried out, with the student's own constant, or C. */
function withConstant(above: Expr, below: Line): Expr {
  const known = lettersIn(above);
  const [name = 'C'] = [...lettersIn(below)].filter(letter => !known.has(letter));
  return sum([tidy(above), symbol(name)]);
}

/** `3 + 4 = 7·2`: the next side begins with the value of this one and calculates on. */
function runOn(above: Line, below: Line): readonly Candidate[] {
  const rule = ruleById(RUN_ON_EQUALS);
  if (!rule || isStatement(above) || isStatement(below)) return [];
  const first =
    below.kind === 'sum' ? below.terms[0] : below.kind === 'product' ? below.factors[0] : below.kind === 'quotient' ? below.num : null;
  const value = numberIn(above);
  const start = first && numberIn(first);
  if (!value || !start || !Q.equal(value, start)) return [];
  return [{ rule, terms: { a: first, b: below }, site: above, wrong: below, right: first, rightLine: first, weight: 2 * rule.prior }];
}

/** For a line that says the same as the rule's but has other sides: more was done than the rule does. */
const FURTHER = 0.6;

/** Prior × how particular the pattern is × how exactly the line is what the rule writes ÷ how large a term it needed. */
function weigh(misstep: Misstep, below: Line): number {
  const { rule, particular, line } = misstep;
  const exact = equalTrees(line, below) ? (rule.tier === 'slip' ? 3 : 1.5) : equalTrees(tidy(line), tidy(below)) ? 1.3 : 1;
  const implied = misstep.change.terms[IMPLIED] ? (rule.tier === 'equation' ? 0.4 : 0.85) : 1;
  const further = exact > 1 || sameSides(line, below) ? 1 : FURTHER;
  return (rule.prior * exact * implied * further * (1 + 0.1 * Math.min(particular, MOST_PARTICULAR))) / (1 + 0.03 * size(misstep.site));
}

/** True when the term still stands in the written line as often as above: the rule cannot have been applied to it. */
function untouched(misstep: Misstep, above: Line, below: Line): boolean {
  const { site } = misstep;
  if (isStatement(site) || size(site) < 3) return false;
  const count = (whole: Line): number => [...places(whole)].filter(({ node }) => equalTrees(node, site)).length;
  const after = count(below);
  return after > 0 && after >= count(above);
}

/** The exact comparison, which has the last word over the fingerprint. */
function refuted(line: Line, below: Line): boolean {
  const result = compared(line, below);
  return result !== 'same' && result !== 'unknown';
}

function compared(a: Line, b: Line): string {
  if (isStatement(a)) return isStatement(b) ? compareStatements(a, b).kind : 'different';
  return isStatement(b) ? 'different' : compareExpressions(a, b).kind;
}

/** `√2` beside `2√2` has no number that could be off by one: a 1 before a term is not written. */
const isCounted = ({ kind, term, right, written }: NumberSlip): boolean =>
  kind === 'off-by-one' && term.kind !== 'number' && [right, written].some(one => Q.equal(Q.absolute(one), Q.ONE));

function fromSlip(slip: NumberSlip, above: Line, below: Line): Candidate {
  const rule = ruleById(RESULT_RULES[isCounted(slip) ? 'number' : slip.kind]);
  if (!rule) throw new Error(`No rule for the slip ${slip.kind}`);
  const [w, r] = [slip.written, slip.right].map(value => tidy(withCoefficient(value, slip.term)));
  return {
    rule,
    terms: {
      a: slip.term,
      b: likeIn(below, num(slip.written.n, slip.written.d)),
      ...(w && r ? { w: likeIn(below, w), r: likeIn(below, r) } : {}),
    },
    site: above,
    wrong: below,
    right: withCoefficient(slip.right, slip.term),
    rightLine: tidy(above),
    weight: rule.prior,
  };
}
