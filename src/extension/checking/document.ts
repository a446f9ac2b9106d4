import { checkSolution, createMemo } from '../../correction/check.ts';
import type { Checked } from '../../correction/corrector.ts';
import { describeWitness } from '../../correction/describe.ts';
import { chainsOf } from '../../correction/picture/chain.ts';
import type { StepVerdict, Verdict } from '../../correction/records.ts';
import { ruleById } from '../../mistakes/catalogue.ts';
import { withKey } from '../../solution/keys.ts';
import { readDocument } from '../../solution/read.ts';
import type { DocumentFormat, Solution } from '../../solution/solution.ts';
import type { DocumentReport, SolutionReport } from './report.ts';
import { restatedAnswer } from './restated.ts';

/** A checker of whole documents that remembers what it has decided, so that a re-check after an edit only judges what changed. `answers`: the key beside the document. */
export function createDocumentChecker(): (text: string, format: DocumentFormat, answers?: string) => DocumentReport {
  const memo = createMemo();
  return (text, format, answers) => {
    const document = readDocument(text, format);
    const solutions = answers === undefined ? document.solutions : withKey(document.solutions, answers);
    return {
      format: document.format,
      solutions: solutions.map(solution => toReport(solution, checkSolution(solution, { memo }), 'embedded checker')),
    };
  };
}

/** Plain data of a solution and what was found: no syntax trees, which would be costly to send. */
export function toReport(solution: Solution, { verdicts, finding }: Checked, engine: string): SolutionReport {
  const correction = finding.kind === 'mistake' ? finding.correction : null;
  const restated = restatedAnswer(solution, verdicts);
  return {
    id: solution.id,
    title: solution.title,
    problem: solution.problem,
    problemRange: solution.problemRange,
    range: solution.range,
    steps: solution.steps.map((step, index) => {
      const judged: StepVerdict = verdicts[index] ?? { verdict: { kind: 'unjudged', why: 'not reached' }, notices: [], at: null };
      const { verdict, notices, at } = index === restated ? { ...judged, verdict: { kind: 'follows' } as const } : judged;
      return {
        text: step.text,
        range: step.range,
        claims: step.claims.map(claim => ({ text: claim.text, range: claim.range, display: claim.setting === 'display' })),
        verdict,
        notices,
        at,
        witness: witnessOf(verdict),
      };
    }),
    statedAnswer: solution.statedAnswer ? { text: solution.statedAnswer.text, range: solution.statedAnswer.range } : null,
    finding,
    witness: correction?.witness ? describeWitness(correction.witness) : null,
    mistakeName: correction?.mistake ? (ruleById(correction.mistake)?.name ?? null) : null,
    chains: correction && chainsOf(solution, correction),
    engine,
  };
}

const witnessOf = (verdict: Verdict): string | null => ('witness' in verdict ? describeWitness(verdict.witness) : null);
