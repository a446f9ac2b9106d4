import { finalAnswer, sameAnswer } from '../../correction/answers.ts';
import type { Checked } from '../../correction/corrector.ts';
import type { StepVerdict } from '../../correction/records.ts';
import { answered } from '../../correction/reference/known.ts';
import type { Statement } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import type { Solution, Step } from '../../solution/solution.ts';
import type { RubricItem } from '../set/schema.ts';
import type { Problem } from '../set/set.ts';
import { containsTerm, sameForm, sameShape } from './form.ts';

/** One line of the mark sheet. */
export interface MarkItem {
  readonly label: string;
  readonly points: number;
  readonly of: number;
  /** Why, in plain words. */
  readonly why: string;
  /** A person has to look: the points given are provisional. */
  readonly queue: boolean;
}

export interface Mark {
  readonly points: number;
  readonly of: number;
  readonly items: readonly MarkItem[];
  /** What the teacher foresaw for this wrong answer. */
  readonly feedback: string | null;
}

type Outcome = 'earned' | 'carried' | 'lost' | 'open';

/**
 * The mark of one piece of work. Deterministic. A mistake is charged once: what is consistent with it afterwards keeps its points, unless the item forbids it
 * (`carry`). What could not be judged costs nothing and goes to the teacher's queue.
 */
export function markWork(problem: Problem, solution: Solution, checked: Checked): Mark {
  const rubric = problem.rubric.length > 0 ? problem.rubric : defaultRubric(problem.points);
  if (solution.steps.length === 0) {
    const items = rubric.map(item => ({ label: labelOf(item), points: 0, of: item.points, why: 'nothing was handed in', queue: false }));
    return total(items, null);
  }
  const work = look(solution, checked);
  let charged = false;
  const items = rubric.map((item): MarkItem => {
    const outcome = item.for === 'answer' ? answerOutcome(work, item) : methodOutcome(work, item);
    const pays = outcome === 'earned' || outcome === 'open' || (outcome === 'carried' && charged);
    const points = pays ? item.points : partly(item, work);
    const why = outcome === 'carried' && !charged ? 'the mistake is charged here, once' : WHY[outcome];
    if (!pays) charged = true;
    return { label: labelOf(item), points, of: item.points, why, queue: outcome === 'open' };
  });
  const known = problem.wrong.find(({ answer }) => work.final !== null && sameAnswer(work.final, answer) === true);
  const mark = total(items, known?.feedback ?? null);
  const capped = known?.points !== undefined && work.answer === 'different';
  return capped ? { ...mark, points: Math.min(known.points ?? 0, mark.of) } : mark;
}

const WHY: Readonly<Record<Outcome, string>> = {
  earned: 'right',
  carried: 'consistent with an earlier mistake, which is charged already',
  lost: 'not reached, or wrong',
  open: 'could not be judged: a person has to look',
};

/** A method item that names no line loses one point for each mistake. */
const partly = (item: RubricItem, work: Look): number =>
  item.for === 'method' && item.line === undefined ? Math.max(0, item.points - Math.max(1, work.mistakes)) : 0;

/** One point for the answer, the others for the method. */
function defaultRubric(points: number): readonly RubricItem[] {
  const answer: RubricItem = { for: 'answer', points: Math.min(1, points) };
  return points > 1 ? [{ for: 'method', points: points - 1 }, answer] : [answer];
}

/** What the marks rest on. */
interface Look {
  readonly steps: readonly { readonly step: Step; readonly verdict: StepVerdict }[];
  /** 0-based; -1 when no mistake was found. */
  readonly first: number;
  readonly mistakes: number;
  readonly final: string | null;
  readonly answer: 'same' | 'different' | null;
  /** False when the work does not end with an answer of the kind that is asked for: `7 = 28` for `x = 4`. */
  readonly answers: boolean;
}

function look(solution: Solution, { verdicts, finding }: Checked): Look {
  const first = finding.kind === 'mistake' ? finding.correction.step : -1;
  // A wrong line that is written out once more is one mistake.
  const wrong = new Set(
    solution.steps.filter((_, i) => verdicts[i] !== undefined && isWrong(verdicts[i])).map(step => step.text.replace(/\s|\$/g, '')),
  ).size;
  const compared = answered(solution);
  return {
    steps: solution.steps.flatMap((step, i) =>
      verdicts[i] && !(isOpen(verdicts[i]) && isAnswerLine(solution, step)) ? [{ step, verdict: verdicts[i] }] : [],
    ),
    first,
    mistakes: Math.max(wrong, first >= 0 ? 1 : 0),
    final: finalAnswer(solution),
    answers: endsWithAnswer(solution),
    answer: compared === null ? null : compared.kind === 'different' ? 'different' : 'same',
  };
}

function endsWithAnswer({ answer, steps }: Solution): boolean {
  const known = answer === undefined ? null : parseStatement(answer).statement;
  if (known?.kind !== 'chain' || known.relations.length === 0) return true;
  return steps.slice(-2).some(step => statements(step).some(line => sameShape(line, known)));
}

/** The line that only says the answer: what it says is compared with the known one, not judged as a step. */
const isAnswerLine = ({ statedAnswer, steps }: Solution, step: Step): boolean =>
  steps.length > 1 && statedAnswer?.range.start === step.range.start;

const isWrong = ({ verdict }: StepVerdict): boolean => verdict.kind === 'wrong' || (verdict.kind === 'one-way' && verdict.lost.length > 0);
const isOpen = ({ verdict }: StepVerdict): boolean => verdict.kind === 'unjudged';

function answerOutcome({ answer, answers, first, mistakes, steps, final }: Look, item: RubricItem): Outcome {
  if (answer === 'same') return 'earned';
  if (first < 0) {
    const unclear = steps.filter(s => isOpen(s.verdict)).length;
    if (answer === 'different') return unclear === steps.length ? 'open' : 'lost';
    return unclear === 0 && final !== null ? 'earned' : 'open';
  }
  const after = steps.slice(first + 1);
  if (!answers || item.carry === false || mistakes > 1 || after.some(s => isWrong(s.verdict))) return 'lost';
  if (
    typeof item.carry === 'string' &&
    !steps.slice(first).some(s => statements(s.step).some(line => containsTerm(line, String(item.carry))))
  )
    return 'lost';
  return after.some(s => isOpen(s.verdict)) ? 'open' : 'carried';
}

function methodOutcome({ steps, first, answer, mistakes }: Look, item: RubricItem): Outcome {
  const unclear = steps.some(s => isOpen(s.verdict));
  if (item.line === undefined) return mistakes > 0 ? 'lost' : answer === 'same' || !unclear ? 'earned' : 'open';
  const target = parseStatement(item.line).statement;
  if (target === null) return 'open';
  const written = steps.some(({ step, verdict }) => !isWrong(verdict) && statements(step).some(line => sameForm(line, target)));
  if (written) return 'earned';
  if (first < 0) return answer === 'same' ? 'earned' : unclear ? 'open' : 'lost';
  const later = steps
    .slice(first + 1)
    .filter(({ step, verdict }) => !isWrong(verdict) && statements(step).some(line => sameShape(line, target)));
  if (later.length === 0 || item.carry === false) return 'lost';
  if (typeof item.carry === 'string' && !later.some(({ step }) => statements(step).some(line => containsTerm(line, String(item.carry)))))
    return 'lost';
  return later.every(s => isOpen(s.verdict)) ? 'open' : 'carried';
}

const statements = (step: Step): readonly Statement[] => step.claims.flatMap(claim => (claim.statement ? [claim.statement] : []));

const labelOf = (item: RubricItem): string =>
  item.label ?? (item.for === 'answer' ? 'Answer' : item.line ? `Method: ${item.line}` : 'Method');

function total(items: readonly MarkItem[], feedback: string | null): Mark {
  const sum = (pick: (item: MarkItem) => number): number => items.reduce((all, item) => all + pick(item), 0);
  return { points: sum(i => i.points), of: sum(i => i.of), items, feedback };
}
