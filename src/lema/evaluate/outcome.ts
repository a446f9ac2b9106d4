import { finalAnswer, sameAnswer } from '../../correction/answers.ts';
import { checkSolution } from '../../correction/check.ts';
import { judge } from '../../correction/judge.ts';
import { modelCorrector, readReply, taskOf } from '../../correction/model.ts';
import type { Correction, Finding } from '../../correction/records.ts';
import { verifyCorrection } from '../../correction/verify.ts';
import { ModelError } from '../../model/errors.ts';
import type { AskPort } from '../../model/port.ts';
import { isReading, type Protocol, type Reading } from '../../model/protocol/protocol.ts';
import { corrected, ruleShownBy } from '../rule.ts';
import type { Case } from './case.ts';
import { givesAway } from './leaks.ts';

/** Who speaks: the checker alone, the model's reply as it is, or what the judge leaves of it beside the proofs. */
export type Arm = 'checker' | 'model' | 'judged';

/** What one of them says of a case. What cannot be told, or does not apply, is null. */
export interface Opinion {
  /** 0-based step; -1: none. */
  readonly found: number;
  /** Every corrected step is accepted by the checker, and the known answer is reached. */
  readonly sound: boolean | null;
  /** The mistake's rule is the one that the row names. */
  readonly rule: boolean | null;
  /** A rung below the last holds the corrected line or the answer. */
  readonly leaked: boolean | null;
  /** The explanation holds them. */
  readonly spoiled: boolean | null;
}

/** What came of one case: an opinion for each arm, or why the model gave no answer that can be used. */
export type Outcome = { readonly opinions: Readonly<Partial<Record<Arm, Opinion>>>; readonly said: string } | { readonly cause: string };

export interface Weighing {
  readonly port: AskPort;
  readonly protocol: Protocol;
  readonly arms: readonly Arm[];
  readonly deadlineMs: number;
}

/** Asks the model about one case and weighs what it says. @throws whatever is no failure of this one question. */
export async function weigh(one: Case, { port, protocol, arms, deadlineMs }: Weighing, signal: AbortSignal): Promise<Outcome> {
  const { solution } = one;
  const options = { signal, deadlineMs, ...(protocol.schema ? { schema: protocol.schema } : {}) };
  return unlessUnanswered(async () => {
    const [reply] = await port.ask(protocol.write(taskOf(solution, port)), options);
    const reading = reply ? readReply(protocol, reply, solution.steps.length) : null;
    if (!reading) return { cause: 'nonsense: the reply is empty' };
    if (!isReading(reading)) return { cause: `${reading.problem}: ${reading.why.replace(/\d+/g, 'N')}` };
    const opinions: Partial<Record<Arm, Opinion>> = {};
    if (arms.includes('model')) opinions.model = ofReading(one, reading);
    const checked = arms.length > 1 || !opinions.model ? checkSolution(solution) : null;
    if (checked && arms.includes('checker')) opinions.checker = ofFinding(one, checked.finding);
    if (checked && arms.includes('judged')) {
      const said = await modelCorrector(port, { protocol }).correct(solution, { signal, deadlineMs, now: () => performance.now() });
      opinions.judged = ofFinding(one, judge(solution, checked, said));
    }
    return { opinions, said: reading.step === null ? 'no mistake' : reading.explanation };
  });
}

/** What a question gives, or the cause when the model gave no reply to it. @throws whatever is no failure of this one question. */
export async function unlessUnanswered<T>(ask: () => Promise<T>): Promise<T | { readonly cause: string }> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ModelError) || error.reason === 'aborted') throw error;
    return { cause: error.detail === null ? error.reason : `${error.reason}: ${error.detail}` };
  }
}

/** The model's reply as it is. It has no hints of its own. */
function ofReading(one: Case, { step, correctSteps, answer, explanation }: Reading): Opinion {
  if (step === null) return NOTHING_FOUND;
  const proposed = { step: step - 1, correctSteps, answer };
  return { ...opinionOn(one, { ...proposed, explanation, mistake: null }), leaked: null };
}

function ofFinding(one: Case, finding: Finding): Opinion {
  return finding.kind === 'mistake' ? opinionOn(one, finding.correction) : NOTHING_FOUND;
}

const NOTHING_FOUND: Opinion = { found: -1, sound: null, rule: null, leaked: null, spoiled: null };

type Said = Pick<Correction, 'step' | 'answer' | 'explanation' | 'mistake'> &
  Partial<Pick<Correction, 'hints'>> & { readonly correctSteps: readonly string[] };

/** Only a wrong solution has a correction to be measured by. */
function opinionOn(one: Case, said: Said): Opinion {
  const { step: found, explanation, correctSteps, hints = [] } = said;
  if (one.label === 'right') return { ...NOTHING_FOUND, found };
  const { problem, steps } = one.known;
  const exact = found >= one.label.from && found <= one.label.to;
  const line = (exact ? one.corrected : null) ?? correctSteps[0] ?? null;
  const secret = { line, answer: one.answer, seen: [problem, ...steps.map(({ text }) => text)].join('\n') };
  const below = hints.filter(({ rung }) => rung !== 'correction');
  return {
    found,
    sound: isSound(one, said),
    rule: agreesOnRule(one, said),
    leaked: below.some(({ rung, text }) => givesAway(text, secret, rung === 'elsewhere')),
    spoiled: givesAway(explanation, secret),
  };
}

/** Null when no answer is known: the steps alone do not tell whether they lead there. */
function isSound({ known, answer }: Case, said: Said): boolean | null {
  if (answer === null) return null;
  const { answer: _, ...bare } = known;
  if (verifyCorrection(bare, said).kind !== 'accepted') return false;
  const reached = [said.answer, finalAnswer(corrected(known, said))];
  return reached.some(own => own !== null && sameAnswer(own, answer) === true);
}

/** Null when the row names no rule, or none can be told from what was said. */
function agreesOnRule({ known, mistake }: Case, said: Said): boolean | null {
  const rule = mistake === null ? null : (said.mistake ?? ruleShownBy(known, said));
  return rule === null ? null : rule === mistake;
}
