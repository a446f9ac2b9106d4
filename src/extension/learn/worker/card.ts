import { checkSolution, createMemo } from '../../../correction/check.ts';
import { verifyCorrection } from '../../../correction/verify.ts';
import type { CorrectionRow } from '../../../lema/records.ts';
import { ruleById } from '../../../mistakes/catalogue.ts';
import { readRow } from '../../../solution/read.ts';
import { toReport } from '../../checking/document.ts';
import { firstMistake, markOf, type SolutionReport } from '../../checking/report.ts';
import { mathsLine } from '../../lines.ts';
import { heading, sentence } from '../../words.ts';
import type { Card, Checked, Draft, Marked } from '../model.ts';

/** Longer texts are cut where they are shown; what is kept is whole. */
const LONGEST = 4_000;
const MOST_STEPS = 200;

/** A row of data as text that is shown: one line of mathematics as `$…$`, calculator marks left out, signs that would steer the display made visible. */
export function shown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  return mathsLine(cut.replace(/<<[^<>]*>>/g, '').replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, visible));
}

/** The name of a mistake as a title. What no rule is known by keeps its own words. */
export const titleOf = (rule: string): string => shown(heading((ruleById(rule)?.name ?? rule).replace(/^a(?= \p{L}{2})/u, 'A')));

const visible = (sign: string): string => (sign === '\n' || sign === '\t' ? sign : '\ufffd');

/** The correction of a row with what a person changed of it. */
export function edited(row: CorrectionRow, draft: Draft): CorrectionRow {
  const right = draft.first_error < 0;
  return { ...row, ...draft, mistake: right ? null : draft.mistake, correct_steps: right ? [] : [...draft.correct_steps], from: 'teacher' };
}

const draftOf = ({ first_error, mistake, explanation, correct_steps, answer }: CorrectionRow): Draft => ({
  first_error,
  mistake,
  explanation,
  correct_steps,
  answer,
});

/** Checks the student's steps, and the corrected ones as if the student had written them. */
export function checkRow({ id, problem, steps, first_error, correct_steps, answer }: CorrectionRow): Checked {
  const memo = createMemo();
  const { solution } = readRow({ id, problem, steps, ...(answer === null ? {} : { answer }) });
  const own = toReport(solution, checkSolution(solution, { memo }), '');
  const kept = first_error < 0 ? steps : steps.slice(0, first_error);
  const right = readRow({ id, problem, steps: [...kept, ...correct_steps] }).solution;
  const mended = toReport(right, checkSolution(right, { memo }), '');
  const said = verifyCorrection(solution, { step: Math.max(0, first_error), correctSteps: correct_steps, answer }, memo);
  const corrected = marked(mended, kept.length);
  return {
    steps: marked(own, 0),
    corrected,
    agreement: own.finding.kind === 'undecided' && own.finding.message ? own.finding.message : agreementOf(firstMistake(own), first_error),
    verdict: verdictOf(said, first_error, corrected),
  };
}

const marked = (report: SolutionReport, from: number): readonly Marked[] =>
  report.steps.slice(from, from + MOST_STEPS).map(({ text, witness }, at) => {
    const isLast = from + at === report.steps.length - 1;
    const mark = isLast && endsWrong(report) ? 'unknown' : markOf(report, from + at);
    return { text: shown(text), mark, note: mark === 'wrong' ? sentence(witness ?? report.witness ?? '') : '' };
  });

/** The known answer is not reached, and no step can be blamed for it: the last line is then not one that checks out. */
const endsWrong = ({ finding }: SolutionReport): boolean => finding.kind === 'undecided' && finding.message !== undefined;

function agreementOf(found: number, named: number): string {
  if (found < 0) return named < 0 ? 'The checker finds no mistake either.' : 'The checker by itself finds no mistake in these steps.';
  if (found === named) return `The checker finds its first mistake in step ${found + 1} too.`;
  return `The checker finds its first mistake in step ${found + 1}${named < 0 ? '' : `, not in step ${named + 1}`}.`;
}

function verdictOf(said: ReturnType<typeof verifyCorrection>, named: number, corrected: readonly Marked[]): Checked['verdict'] {
  if (named < 0) return { kind: 'open', text: 'It says that no step is wrong.' };
  if (said.kind === 'accepted') return { kind: 'accepted', text: 'The corrected steps check out.' };
  const told = corrected.some(({ note }) => note !== '');
  if (said.kind === 'refuted')
    return { kind: 'refuted', text: sentence(`They do not check out: ${told ? said.why.split(': ')[0] : said.why}`) };
  return { kind: 'open', text: 'The checker cannot decide all of the corrected steps.' };
}

export function cardOf(row: CorrectionRow, position: number, of: number): Card {
  const { id, problem, from, first_error, mistake, explanation, answer, votes, asked, topic } = row;
  const source = from === 'model' ? `by ${asked?.model ?? 'a model'}` : 'by a teacher';
  return {
    ...checkRow(row),
    id,
    position,
    of,
    problem: shown(problem),
    answer: answer === null ? null : shown(answer),
    from: [source, votes ? `${votes[0]} of ${votes[1]} votes` : '', topic ?? ''].filter(Boolean).map(shown).join(' · '),
    first: first_error,
    mistake: mistake === null ? null : titleOf(mistake),
    explanation: shown(explanation),
    draft: draftOf(row),
  };
}
