import type { Chains } from '../../correction/picture/chain.ts';
import type { Correction } from '../../correction/records.ts';
import { type Mark, markOf, type SolutionReport, type StepReport } from '../checking/report.ts';
import { rungNames } from '../hints.ts';
import { mathsLine, texOf } from '../lines.ts';
import type { View } from '../view.ts';
import { heading, hintsMessage, markNames, markSigns, mistakeMessage, stepStory, summary } from '../words.ts';

/** What the review panel shows: plain data, with mathematics as `$…$` in Markdown. */
export interface ReviewModel {
  readonly uri: string;
  readonly fileName: string;
  readonly solutions: readonly ReviewSolution[];
}

export interface ReviewSolution {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly steps: readonly ReviewStep[];
  /** The first mistake in words, null when none was found or it may not be told yet. */
  readonly mistake: { readonly name: string | null; readonly message: string; readonly witness: string | null } | null;
  /** What may be said before the correction: one entry for each hint shown. */
  readonly hints: readonly { readonly name: string; readonly text: string }[];
  /** The right steps from the first mistake on; empty when they are not shown. */
  readonly corrected: readonly string[];
  readonly answer: string | null;
  readonly verified: boolean;
  /** What was computed from what; the right chain only when the correction may be shown. */
  readonly chains: Chains | null;
  readonly first: number;
  readonly summary: string;
  readonly opinion: string | null;
  readonly decided: readonly { readonly step: number; readonly verdict: string; readonly story: string; readonly by: string }[];
}

export interface ReviewStep {
  readonly text: string;
  readonly mark: Mark;
  readonly sign: string;
  readonly label: string;
  /** What is worth a remark though it is right; '' for nothing. */
  readonly remark: string;
  /** Offset in the document. */
  readonly offset: number;
}

const VERDICTS: Readonly<Record<string, string>> = {
  follows: 'follows',
  holds: 'holds',
  'one-way': 'changes the solutions',
  wrong: 'refuted',
  unjudged: 'not judged',
};

const EVIDENCE: Readonly<Record<string, string>> = {
  proved: 'proved by the embedded checker',
  answer: 'from the known answer',
  model: "the model's opinion",
};

export function reviewModel({ entry, document, solutions }: View): ReviewModel {
  return {
    uri: document.uri.toString(),
    fileName: document.uri.path.split('/').at(-1) ?? '',
    solutions: solutions.map(({ solution, correction, first, open, rungs }, index) => ({
      id: solution.id,
      title: solution.title || `Problem ${index + 1}`,
      problem: solution.problem,
      steps: solution.steps.map((step, at) => {
        const mark = markOf(solution, at);
        return {
          text: isStated(solution, step) ? labelled(source(entry.text, step)) : source(entry.text, step),
          mark,
          sign: markSigns[mark],
          label: mark === 'carried' ? `consistent with step ${first + 1}` : markNames[mark],
          remark: mark === 'right' ? step.notices.map(({ message }) => message).join(' ') : '',
          offset: step.range.start,
        };
      }),
      mistake: correction
        ? {
            name: open && solution.mistakeName ? heading(solution.mistakeName) : null,
            message: open ? mistakeMessage(solution) : hintsMessage,
            witness: open ? solution.witness : null,
          }
        : null,
      hints: open ? [] : (correction?.hints.slice(0, rungs).map(({ rung, text }) => ({ name: rungNames[rung], text })) ?? []),
      ...(open && correction ? correctedLines(solution, correction) : { corrected: [], answer: null }),
      verified: correction?.verified ?? true,
      chains: solution.chains && { ...solution.chains, right: open ? solution.chains.right : null },
      first,
      summary: summary(solution),
      opinion: solution.finding.opinion ? `Step ${solution.finding.opinion.step + 1}: ${solution.finding.opinion.explanation}` : null,
      decided: solution.steps.map((step, at) => ({
        step: at + 1,
        verdict: VERDICTS[step.verdict.kind] ?? step.verdict.kind,
        story: at === first && !open ? hintsMessage : stepStory(solution, at),
        by:
          at === first && correction
            ? (EVIDENCE[correction.evidence] ?? correction.evidence)
            : step.verdict.kind === 'unjudged'
              ? '—'
              : 'embedded checker',
      })),
    })),
  };
}

const isStated = ({ statedAnswer }: SolutionReport, step: StepReport): boolean => statedAnswer?.range.start === step.range.start;

/** An answer line by its name, which stands before the step in the document. */
const labelled = (line: string): string => (/answer|boxed|####/i.test(line) ? line : `**Answer:** ${line}`);

/** The right lines, and the answer below them where no line of theirs takes the place of the student's own answer line. */
function correctedLines(
  solution: SolutionReport,
  { step, correctSteps, answer }: Correction,
): Pick<ReviewSolution, 'corrected' | 'answer'> {
  const lines = correctSteps.map(mathsLine);
  const replaced = solution.steps[step + lines.length - 1];
  const [last, stated] = [
    lines.at(-1),
    replaced !== undefined && isStated(solution, replaced) && step + lines.length === solution.steps.length,
  ];
  if (!stated || last === undefined) return { corrected: lines, answer: answer ? mathsLine(answer) : null };
  return { corrected: [...lines.slice(0, -1), labelled(last)], answer: null };
}

/** A step as Markdown with `$…$`: rows of a display environment get the dollars that they lack, and lose `&` and `\\`. */
function source(text: string, { range, claims }: StepReport): string {
  const own = text.slice(range.start, range.end);
  if (/\$|\\\(|\\\[/.test(own)) return own;
  let result = '';
  let reached = range.start;
  for (const claim of claims) {
    if (claim.range.start < reached) continue;
    const maths = text.slice(claim.range.start, claim.range.end);
    result += text.slice(reached, claim.range.start) + (claim.display || maths.includes('\\') ? `$${texOf(maths)}$` : maths);
    reached = claim.range.end;
  }
  return (result + text.slice(reached, range.end)).replace(/\\\\\s*$/, '').replace(/\\begin\{[a-z]+\*?\}|\\end\{[a-z]+\*?\}/g, '');
}
