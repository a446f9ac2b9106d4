import { checkSolution } from '../../correction/check.ts';
import { judgeWith } from '../../correction/judge.ts';
import { modelCorrector } from '../../correction/model.ts';
import type { AskPort } from '../../model/port.ts';
import { protocolFor } from '../../model/protocol/protocol.ts';
import { withKey } from '../../solution/keys.ts';
import { readDocument } from '../../solution/read.ts';
import type { DocumentFormat } from '../../solution/solution.ts';
import { toReport } from '../checking/document.ts';
import type { DocumentReport } from '../checking/report.ts';

export { openaiPort } from '../../model/client.ts';
export { ModelError } from '../../model/errors.ts';
export { findServers } from '../../model/find.ts';

export interface AskingOptions {
  /** Text of the key beside the document. */
  readonly answers?: string | undefined;
  readonly port: AskPort;
  readonly protocol: 'auto' | 'lema' | 'json';
  readonly samples: number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Asks about this solution alone. */
  readonly only?: string;
  readonly onSolution?: (done: number, all: number) => void;
}

/**
 * The checker's report with what a model adds to it, and what went wrong in asking. The symbolic result stands wherever the model fails:
 * after the first failure the remaining solutions are not sent.
 */
export async function judgeDocument(
  text: string,
  format: DocumentFormat,
  { answers, port, protocol, samples, deadlineMs, signal, only, onSolution }: AskingOptions,
): Promise<{ readonly report: DocumentReport; readonly trouble: string | null }> {
  const corrector = modelCorrector(port, { protocol: protocolFor(port.name, protocol), samples });
  const document = readDocument(text, format);
  const solutions = answers === undefined ? document.solutions : withKey(document.solutions, answers);
  const reports = [];
  let trouble: string | null = null;
  for (const [index, solution] of solutions.entries()) {
    const symbolic = checkSolution(solution);
    if (trouble !== null || signal.aborted || (only !== undefined && solution.id !== only)) {
      reports.push(toReport(solution, symbolic, 'embedded checker'));
      continue;
    }
    onSolution?.(index, solutions.length);
    const judged = await judgeWith(corrector, solution, symbolic, { signal, deadlineMs, now: () => performance.now() });
    trouble = judged.trouble ?? null;
    reports.push(toReport(solution, judged.checked, trouble === null ? `embedded checker and ${port.name}` : 'embedded checker'));
  }
  return { report: { format: document.format, solutions: reports }, trouble };
}
