import { call, relation, sym } from '../math/build.ts';
import type { Statement } from '../math/expr.ts';
import { printLatex } from '../math/print.ts';
import { ruleById } from '../mistakes/catalogue.ts';
import { diagnose } from '../mistakes/diagnose.ts';
import type { MistakeId } from '../mistakes/rule.ts';
import { ROOTS_WITH_FACTOR_SIGNS } from '../mistakes/rules/quadratics.ts';
import type { Diagnosis } from '../mistakes/told.ts';
import { inUnitsOf } from './continue/conversion.ts';
import { retoldLine } from './continue/retold.ts';
import { type Continuation, continueFrom } from './continue.ts';
import { describeWitness } from './describe.ts';
import { unitsOf } from './doubt.ts';
import { ladder } from './hints.ts';
import { bare, type Judged, type Slip } from './judged.ts';
import { mapSides } from './letters.ts';
import type { Correction } from './records.ts';
import { withoutUnits } from './reference/graph.ts';
import { functionHead } from './scene/statements.ts';
import type { Scene } from './scene.ts';
import { verifyCorrection } from './verify.ts';

const NOTHING: Continuation = { steps: [], answer: null, replacement: null, line: null };

/** The triple for a refuted step: where, why, and the right steps from there. */
export function correctionFor(scene: Scene, judged: Judged, step: number, correct: boolean): Correction {
  const { slip, verdict } = judged;
  const witness = 'witness' in verdict ? verdict.witness : null;
  const cause = slip && correct && !slip.rule ? causeOf(scene, slip, step) : undefined;
  const mistake =
    slip?.rule ?? cause?.rule ?? (slip && isConversion(slip) ? CONVERSION : verdict.kind === 'wrong' ? verdict.mistake : 'lost-solution');
  const { continuation, verified } = correct
    ? firstVerified(scene, step, [
        () => (slip ? continueFrom(scene, slip, step, cause?.corrected ?? null) : retold(scene, verdict, step)),
        () => retoldCalculation(scene, verdict, step),
      ])
    : { continuation: NOTHING, verified: false };
  const named = cause ?? namedBy(mistake);
  const explanation = explain(judged, cause, mistake);
  const at = cause && inside(cause.site, judged.at ?? slip?.claim.range) ? cause.site : judged.at;
  return {
    step,
    mistake,
    explanation,
    correctSteps: [...continuation.steps],
    answer: continuation.answer,
    evidence: 'proved',
    witness,
    hints: ladder({ judged, step, cause: named, continuation }),
    at,
    replacement: continuation.replacement && printLatex(continuation.replacement),
    verified,
  };
}

/**
 * The first of several corrections that checks out, whole or as far as it does; else the first of which nothing is refuted. What is refuted is not
 * shown. A value that the checker computed itself checks out where nothing speaks against it.
 */
function firstVerified(
  scene: Scene,
  step: number,
  made: readonly (() => Continuation)[],
): { continuation: Continuation; verified: boolean } {
  let open: Continuation | null = null;
  for (const make of made) {
    const whole = make();
    for (let count = whole.steps.length; count > 0; ) {
      const continuation = count === whole.steps.length ? whole : { ...whole, steps: whole.steps.slice(0, count), answer: null };
      const found = verifyCorrection(scene.solution, { step, correctSteps: continuation.steps, answer: null }, scene.decider.memo);
      if (found.kind === 'accepted' || (found.kind === 'open' && continuation.computed)) return { continuation, verified: true };
      if (found.kind === 'open') open ??= continuation;
      count = found.kind === 'refuted' ? Math.min(count - 1, found.sound) : count - 1;
    }
  }
  return { continuation: open ?? NOTHING, verified: false };
}

/** Why the line is wrong. A false calculation among the lines of an equation may be what is left of a line with a letter: `5 = 14` under `5x = 14`. */
function causeOf(scene: Scene, slip: Slip, step: number): Diagnosis | undefined {
  if (isConversion(slip)) return undefined;
  const [called] = slip.called ? diagnose(bare(slip.called), slip.written, { given: definitionsOf(scene) }) : [];
  if (called) return called;
  const [own] = diagnose(
    slip.kind === 'derivative' ? spelledOut(scene, slip.from) : withoutUnitsIn(slip.from),
    withoutUnitsIn(slip.written),
  );
  const near = slip.kind === 'value' && scene.task === 'equation' ? scene.facts.findLast(fact => fact.step < step) : undefined;
  if (!near || !slip.claim.statement) return fromFactors(scene, slip, step) ?? own;
  const [other] = diagnose(near.statement, slip.claim.statement);
  return other && ruleById(other.rule)?.tier !== 'slip' ? other : own;
}

/** `f(x) = x²` for each function that is known. */
const definitionsOf = ({ functions }: Scene): Statement[] =>
  [...functions].flatMap(([name, { variables, body }]) =>
    /^[a-zA-Z]$/.test(name) && variables.length > 0 ? [relation(call(name, ...variables.map(sym)), '=', body)] : [],
  );

/** A sentence that says another number than what it comes to: the sentence with the right one, where the wrong one stands in it once. */
function retold({ solution }: Scene, verdict: Judged['verdict'], step: number): Continuation {
  const text = solution.steps[step]?.text ?? '';
  if (verdict.kind !== 'wrong' || verdict.witness.kind !== 'computed') return NOTHING;
  const { value, written } = verdict.witness;
  if (written.includes('=')) return NOTHING;
  const parts = text.split(new RegExp(`(?<![\\w.,])${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w]|[.,]\\d)`));
  const [before, behind] = parts;
  if (parts.length !== 2 || before === undefined || behind === undefined || !/^[\d.,:/]+(?: [a-z]+)?$/i.test(value)) return NOTHING;
  return { ...NOTHING, computed: true, steps: [`${before}${withPlaces(value, written)}${behind}`] };
}

/** A line whose calculation is not the one that is needed, with the one that is. */
function retoldCalculation(scene: Scene, verdict: Judged['verdict'], step: number): Continuation {
  if (verdict.kind !== 'wrong' || verdict.witness.kind !== 'computed') return NOTHING;
  return { ...NOTHING, computed: true, ...retoldLine(scene, verdict.witness, step) };
}

/** `5.2` as `5.20` in the place of `5.10`. */
function withPlaces(value: string, like: string): string {
  const places = /^\d+\.(\d+)$/.exec(like)?.[1]?.length ?? 0;
  const own = /^\d+(?:\.(\d+))?$/.exec(value);
  const missing = places - (own?.[1]?.length ?? 0);
  return own === null || missing <= 0 ? value : `${value}${own[1] === undefined ? '.' : ''}${'0'.repeat(missing)}`;
}

const CONVERSION: MistakeId = 'conversion-number-wrong';

/** `0.4 h = 40 min`: two quantities of one measure in different units. */
function isConversion({ kind, from, written }: Slip): boolean {
  const [left, right] = [from, written].map(line => (line.kind === 'chain' && line.sides.length === 1 ? line.sides[0] : undefined));
  return (
    kind === 'value' && left !== undefined && right !== undefined && unitsOf(left) !== unitsOf(right) && inUnitsOf(left, right) !== null
  );
}

/** Roots under factors that were set to 0, read off the product with the signs that stand in it: `x = 3 or x = -5` under `x + 3 = 0 or x - 5 = 0`. */
function fromFactors(scene: Scene, slip: Slip, step: number): Diagnosis | undefined {
  if (slip.kind !== 'line' || slip.from.kind !== 'or') return undefined;
  const product = scene.facts.findLast(fact => fact.step < step && fact.statement.kind === 'chain');
  const [cause] = product ? diagnose(product.statement, slip.written) : [];
  return cause?.rule === ROOTS_WITH_FACTOR_SIGNS ? cause : undefined;
}

/** A calculation by its numbers alone: a unit that only the result has is no slip. */
const withoutUnitsIn = (statement: Statement): Statement =>
  statement.kind === 'chain' && statement.sides.length === 1 ? mapSides(statement, withoutUnits) : statement;

/** The question and the example of a mistake that is named by what it does to the solutions. */
function namedBy(mistake: string | null): Pick<Diagnosis, 'principle' | 'elsewhere'> | null {
  const rule = mistake === null ? undefined : ruleById(mistake);
  return rule && !/[{}]/.test(rule.ask + rule.elsewhere) ? { principle: rule.ask, elsewhere: rule.elsewhere } : null;
}

/** `f'(x)` as the derivative of what f is: there the rule that slipped can be seen. */
function spelledOut(scene: Scene, from: Statement): Statement {
  const [head] = from.kind === 'chain' ? from.sides : [];
  const name = head && functionHead(head);
  const order = /'+$/.exec(name?.key ?? '')?.[0].length ?? 0;
  const rule = order > 0 ? scene.functions.get(name?.key.slice(0, -order) ?? '') : undefined;
  const [variable] = rule?.variables ?? [];
  if (!head || !rule || variable === undefined) return from;
  return bare({ kind: 'derivative', body: rule.body, variable, order, partial: false, span: head.span });
}

const inside = (site: { start: number; end: number }, range: { start: number; end: number } | null | undefined): boolean =>
  range != null && site.start >= range.start && site.end <= range.end && site.end > site.start;

/** The cause in words, and the witness; the witness alone when no cause is known. */
function explain({ verdict, slip }: Judged, cause: Diagnosis | undefined, mistake: string | null): string {
  const witness = 'witness' in verdict ? describeWitness(verdict.witness, slip?.kind === 'line' ? 'lines' : 'sides') : '';
  if (cause) return witness ? `${cause.explanation} (${capital(witness)}.)` : cause.explanation;
  const rule = mistake === null || (slip && mistake !== CONVERSION && !slip.rule) ? undefined : ruleById(mistake);
  if (rule) return `${rule.why} (${capital(witness)}.)`;
  if (verdict.kind === 'one-way') return `${capital(witness)}. Every solution of the line above must be kept.`;
  if (verdict.kind === 'wrong' && verdict.witness.kind === 'computed') return `${capital(witness)}.`;
  return slip?.kind === 'line' ? `This line does not follow: ${witness}.` : `This is not equal: ${witness}.`;
}

/** A capital first letter; a letter that stands alone is a name in mathematics and stays as it is. */
const capital = (text: string): string => (/^\p{L}(?!\p{L})/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));
