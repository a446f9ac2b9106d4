import { finalAnswer } from '../../correction/answers.ts';
import { type Worked, workedProblem } from '../../mistakes/problems.ts';
import type { ReplyText } from '../../model/port.ts';
import { lemaProtocol } from '../../model/protocol/lema.ts';
import { isReading, type Reading } from '../../model/protocol/protocol.ts';
import { answerIn } from '../../model/protocol/reply.ts';
import { vote } from '../../model/vote.ts';
import { readRow } from '../../solution/read.ts';
import { verdictOn } from '../answers.ts';
import type { Made } from '../files/stage.ts';
import { planterFor } from '../plant.ts';
import type { AttemptRow, CorrectionRow, ProblemRow } from '../records.ts';
import { ruleShownBy } from '../rule.ts';
import { faultOfCorrection, faultOfPlanted, faultOfRight, judgeAgain, judgeSteps, type Reason } from './filter.ts';

/** Where corrections come from. */
export type Source =
  | { readonly kind: 'problem'; readonly row: ProblemRow }
  | { readonly kind: 'attempt'; readonly row: AttemptRow }
  /** An attempt that a model was asked about. */
  | { readonly kind: 'asked'; readonly row: AttemptRow; readonly asked: CorrectionRow['asked']; readonly replies: readonly ReplyText[] }
  | { readonly kind: 'teacher'; readonly row: CorrectionRow }
  /** A problem of our own. */
  | { readonly kind: 'own'; readonly seed: number }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly row: unknown };

/** What planting depends on. */
export interface Planting {
  readonly seed: number;
  /** Mistakes for each right solution. */
  readonly plants: number;
}

export type CorrectFile = 'kept' | 'rejected';
type Rows = Made<CorrectFile>;

const kept = (row: CorrectionRow): Rows => [{ to: 'kept', row }];
const rejected = (reason: Reason, row: unknown): Rows => [{ to: 'rejected', row: { reason, row } }];

/** A source, and its place among all of them. */
export interface Placed {
  readonly source: Source;
  readonly place: number;
}

/** An attempt that ends in a wrong answer, or in none. */
export const isWrong = (source: Source): source is Source & { kind: 'attempt' } =>
  source.kind === 'attempt' && source.row.strict !== 'right' && source.row.flexible !== 'right';

/** The rows that a source gives: they depend on nothing but the source, its place, and the settings. One that cannot be worked out takes only itself along. */
export function makeRows(placed: Placed, planting: Planting): Rows {
  try {
    return rowsOf(placed, planting);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unworkable(placed);
  }
}

export const unworkable = ({ source }: Placed): Rows => rejected('unworkable', 'row' in source ? source.row : source);

function rowsOf({ source, place }: Placed, planting: Planting): Rows {
  switch (source.kind) {
    case 'problem':
      return fromProblem(source.row, place, planting);
    case 'attempt':
      return isWrong(source) ? rejected('no-solution', source.row) : fromAttempt(source.row, place, planting);
    case 'asked':
      return fromReplies(source);
    case 'teacher':
      return checked(source.row);
    case 'own':
      return fromOwn(source.seed, place, planting);
    case 'refused':
      return rejected(source.reason, source.row);
  }
}

function fromProblem(row: ProblemRow, place: number, planting: Planting): Rows {
  const { id, problem, answer, solution } = row;
  if (!solution || solution.length === 0) return rejected('no-solution', row);
  return fromRight({ id, problem_id: id, problem, steps: solution, answer, ...originOf(row) }, place, planting, false);
}

function fromAttempt(row: AttemptRow, place: number, planting: Planting): Rows {
  const { id, problem_id, problem, steps, answer, asked } = row;
  return fromRight({ id, problem_id, problem, steps, answer, ...originOf(row), ...(asked ? { asked } : {}) }, place, planting, true);
}

/** What rows hand on of where they come from. */
const originOf = ({ topic, licence, source }: ProblemRow | AttemptRow): Pick<CorrectionRow, 'topic' | 'licence' | 'source'> => ({
  ...(topic == null ? {} : { topic }),
  ...(licence == null ? {} : { licence }),
  ...(source == null ? {} : { source }),
});

function fromOwn(seed: number, place: number, planting: Planting): Rows {
  const { topic, problem, steps } = workedProblem(seed);
  const id = `own-${seed}`;
  return fromRight({ id, problem_id: id, problem, steps: [...steps], answer: null, topic, source: 'own problems' }, place, planting, true);
}

type Right = Omit<CorrectionRow, 'first_error' | 'mistake' | 'explanation' | 'correct_steps' | 'from'>;

/** A solution that should be right, as a right row, and with each of the mistakes that are planted in it. @param sure its answer was compared already. */
function fromRight(right: Right, place: number, { seed, plants }: Planting, sure: boolean): Rows {
  const judged = judgeSteps(right.problem, right.steps);
  const answer = right.answer ?? finalAnswer(judged.solution);
  const row: CorrectionRow = {
    ...right,
    id: `${right.id}/right`,
    first_error: -1,
    mistake: null,
    explanation: '',
    correct_steps: [],
    answer,
    from: 'right',
  };
  const fault = faultOfRight(judged, right, sure || statesAnswer(right));
  if (fault) return rejected(fault, row);
  const { asked: _, ...own } = row;
  const worked: Worked = { topic: right.topic ?? '', problem: right.problem, steps: right.steps };
  const plant = planterFor(worked, () => judged);
  const rows = [...kept(row)];
  const seen = new Set<string>();
  for (let i = 0; seen.size < plants && i < TRIES * plants; i++) {
    const planted = plant({ seed: seedOf(seed, place, i), weight: ({ prior }) => Math.sqrt(prior), misread: MISREAD_SHARE });
    if (!planted) break;
    const text = planted.steps.join('\n');
    if (seen.has(text)) continue;
    seen.add(text);
    const wrong: CorrectionRow = {
      ...own,
      id: `${right.id}/planted-${seen.size}`,
      steps: [...planted.steps],
      first_error: planted.step,
      mistake: planted.rule,
      explanation: planted.explanation,
      correct_steps: right.steps.slice(planted.step),
      from: 'planted',
    };
    const reason = faultOfPlanted(judged, planted.step, planted.steps[planted.step] ?? '');
    rows.push(...(reason ? rejected(reason, wrong) : kept(wrong)));
  }
  if (plants > 0 && seen.size === 0)
    rows.push(...rejected('nothing-planted', { id: right.id, problem: right.problem, steps: right.steps }));
  return rows;
}

/** The last step says in so many words, or in a box, what the answer is, and it is the known one. */
const statesAnswer = ({ steps, answer }: Right): boolean => answer !== null && verdictOn(answerIn(steps.at(-1) ?? ''), answer) === 'right';

/** How often a mistake in a word problem is one in understanding: most of those that people and models make there are. */
const MISREAD_SHARE = 0.5;
/** Draws for each mistake that is wanted: some give one that is there already. */
const TRIES = 3;

/** Neighbouring places and numbers give seeds far apart. */
const seedOf = (seed: number, place: number, i: number): number =>
  (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(place + 1, 0x85ebca6b) + Math.imul(i + 1, 0xc2b2ae35)) >>> 0;

/** A correction that somebody else made, put through the filter. */
function checked(row: CorrectionRow): Rows {
  const reason =
    row.first_error < 0 ? faultOfRight(judgeAgain(row.problem, row.steps), row, row.answer === null) : faultOfCorrection(row, row.answer);
  return reason ? rejected(reason, row) : kept(row);
}

/** What the replies of a model agree on: of those that name the step, the first that passes the filter. */
function fromReplies({ row, asked, replies }: Source & { kind: 'asked' }): Rows {
  const readings = replies.map(({ text, complete }) => lemaProtocol.read(text, complete)).filter(isReading);
  const told = { ...row, ...(asked ? { asked } : {}) };
  if (readings.length === 0) return rejected('no-reading', { ...told, replies: replies.map(({ text }) => text) });
  const elected = vote(readings, replies.length);
  if (!elected) return rejected('no-majority', { ...told, named: readings.map(({ step }) => step) });
  const votes: [number, number] = [elected.votes, elected.samples];
  if (elected.reading.step === null) return rejected('called-right', { ...told, votes });
  const tried = readings
    .filter(({ step }) => step === elected.reading.step)
    .map(reading => {
      const correction = correctionOf(row, reading, votes, asked);
      return { correction, reason: faultOfCorrection(correction, row.answer) };
    });
  const passed = tried.find(({ reason }) => reason === null);
  if (passed) return kept({ ...passed.correction, answer: row.answer, mistake: ruleOf(passed.correction) });
  const [first] = tried;
  return first?.reason ? rejected(first.reason, first.correction) : [];
}

/** A model tells the mistake in words; what the catalogue calls it is told by the step and its correction. */
const ruleOf = ({ id, problem, steps, first_error: step, correct_steps: correctSteps, answer }: CorrectionRow): string | null =>
  ruleShownBy(readRow({ id, problem, steps }).solution, { step, correctSteps, answer });

function correctionOf(row: AttemptRow, reading: Reading, votes: [number, number], asked: CorrectionRow['asked']): CorrectionRow {
  const { id, problem_id, problem, steps } = row;
  return {
    id: `${id}/corrected`,
    problem_id,
    problem,
    steps,
    first_error: (reading.step ?? 0) - 1,
    mistake: null,
    explanation: reading.explanation,
    correct_steps: [...reading.correctSteps],
    answer: reading.answer,
    from: 'model',
    votes,
    ...(asked ? { asked } : {}),
    ...originOf(row),
  };
}
