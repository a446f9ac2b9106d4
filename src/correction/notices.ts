import type { Expr, Statement } from '../math/expr.ts';
import { isMistake, type Judged } from './judged.ts';
import { keyOf } from './memo.ts';
import { accidental, mayBeLuck } from './notices/accidental.ts';
import { notAsAsked } from './notices/asked.ts';
import { linearLine } from './notices/linear.ts';
import { offPath } from './notices/offPath.ts';
import { unsimplified } from './notices/simplest.ts';
import { skipped } from './notices/skipped.ts';
import type { Notice } from './records.ts';
import type { Scene } from './scene.ts';

/**
 * Remarks on lines that are right: one that leads away from the answer, one that makes many moves at once, one that is right by luck, and an answer
 * that can still be simplified. At most one to a line, none where something is said already, none from the first mistake on.
 */
export function withNotices(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const first = judged.findIndex(({ verdict }) => isMistake(verdict));
  const end = first < 0 ? judged.length : first;
  const open = judged.map((own, step) => step < end && own.notices.length === 0 && isRight(own));
  if (!open.includes(true)) return judged;
  const found = new Map<number, Notice>();
  const remark = (step: number, kind: Notice['kind'], message: string | null): void => {
    if (message !== null && !found.has(step)) found.set(step, { kind, message });
  };
  for (const [step, message] of luck(scene, open)) remark(step, 'accidental', message);
  for (const [step, kind, message] of roads(scene, open)) remark(step, kind, message);
  if (first < 0 && open.at(-1)) remark(judged.length - 1, 'unsimplified', formOfAnswer(scene));
  return judged.map((own, step) => {
    const notice = open[step] ? found.get(step) : undefined;
    return notice ? { ...own, notices: [notice] } : own;
  });
}

const isRight = ({ verdict }: Judged): boolean => verdict.kind === 'follows' || verdict.kind === 'holds';

/** Lines of an equation in one letter, of those open to a remark, that lead away from it or skip lines. */
function* roads({ facts, task, decider }: Scene, open: readonly boolean[]): Generator<[number, Notice['kind'], string | null]> {
  const [letter, ...others] = new Set(facts.flatMap(fact => fact.letters));
  const given = facts.filter(fact => fact.step < 0).length;
  if (task !== 'equation' || letter === undefined || others.length > 0 || given > 1) return;
  if (!facts.some(({ step }) => open[step])) return;
  const lines = facts.map(({ statement }) => decider.memo.recall(`N${letter}${keyOf(statement)}`, () => linearLine(statement, letter)));
  for (const [at, fact] of facts.entries()) {
    const near = facts[at - 1];
    if (!near || !open[fact.step] || fact.root !== near.root) continue;
    yield [fact.step, 'off-path', offPath(facts, lines, at, letter)];
    yield [fact.step, 'skipped', skipped(near.statement, fact.statement, lines[at - 1] ?? null, lines[at] ?? null)];
  }
}

/** Neighbouring lines, and neighbouring sides of a line, that agree by luck. */
function* luck({ solution: { givens, steps }, decider }: Scene, open: readonly boolean[]): Generator<[number, string | null]> {
  const asked = (from: Expr | Statement, to: Expr | Statement): string | null =>
    mayBeLuck(from) ? decider.memo.recall(`A${keyOf(from)}→${keyOf(to)}`, () => accidental(from, to)) : null;
  let above: Statement | null = givens.at(-1)?.statement ?? null;
  for (const [step, { claims }] of steps.entries()) {
    for (const { statement } of claims) {
      if (statement === null) continue;
      if (above && open[step]) yield [step, asked(alone(above), alone(statement))];
      const sides: readonly Expr[] = statement.kind === 'chain' && open[step] ? statement.sides : [];
      for (const [i, side] of sides.entries()) {
        const next = sides[i + 1];
        if (next) yield [step, asked(side, next)];
      }
      above = statement;
    }
  }
}

const alone = (statement: Statement): Expr | Statement =>
  (statement.kind === 'chain' && statement.sides.length === 1 ? statement.sides[0] : undefined) ?? statement;

/** Problems whose answer may stand as it is: a proof, a number as a product or power, a formula, a ratio. */
const ANY_FORM =
  /\b(?:prove|show|verify|check|estimate|unsimplified|not simplify|leave|write down|set up|express|ratios?|probabilit(?:y|ies))\b/i;
const FACTORS = /\b(?:factor\w*|prime|product|power|index|indices|exponents?|notation|(?:standard|scientific|index|surd) form)\b/i;

/** What can still be done to the answer: an answer line, or the last thing written, once an equation is solved. */
function formOfAnswer({ solution, task }: Scene): string | null {
  const { problem, steps, statedAnswer } = solution;
  const last = steps.at(-1);
  const claim = statedAnswer?.claims.at(-1) ?? last?.claims.at(-1);
  if (!claim?.statement || !last || ANY_FORM.test(problem)) return null;
  if (!statedAnswer && /\p{L}{2}/u.test(last.text.slice(claim.range.end - last.range.start))) return null;
  if (task === 'equation' && !names(claim.statement)) return null;
  for (const answer of answersIn(claim.statement)) {
    const said = notAsAsked(problem, answer) ?? unsimplified(answer, FACTORS.test(problem));
    if (said !== null) return said;
  }
  return null;
}

/** `x = …`, in every alternative. */
const names = (statement: Statement): boolean =>
  statement.kind === 'or' || statement.kind === 'and'
    ? statement.parts.every(names)
    : statement.kind === 'chain' && statement.sides.length > 1 && statement.sides[0]?.kind === 'symbol';

/** The values a last line comes to: its last side, of each alternative. */
function answersIn(statement: Statement): readonly Expr[] {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.flatMap(answersIn);
  const last = statement.kind === 'chain' ? statement.sides.at(-1) : undefined;
  return last ? [last] : [];
}
