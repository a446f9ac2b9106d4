import { createHash } from 'node:crypto';
import { checkSolution } from '../../correction/check.ts';
import { judgeWith } from '../../correction/judge.ts';
import { modelCorrector, taskOf } from '../../correction/model.ts';
import type { Finding } from '../../correction/records.ts';
import { type BatchReply, batchRequest, plain } from '../../model/batch.ts';
import { ModelError } from '../../model/errors.ts';
import type { AskPort } from '../../model/port.ts';
import { type Protocol, protocolFor } from '../../model/protocol/protocol.ts';
import type { ProblemSet } from '../set/set.ts';
import { listFolder, readEntry } from './folder.ts';
import { withoutNamesIn } from './names.ts';
import { digests } from './run.ts';
import type { Store } from './store.ts';
import { type FiledWork, fileWorks, type ModelOpinion, placeOf, type StudentResult, type WorkResult } from './submission.ts';

/** A checked class, and the folder that it was read from. */
export interface CheckedClass {
  readonly set: ProblemSet;
  readonly setText: string;
  readonly folder: string;
  readonly store: Store;
}

/** One student's works beside their results, or why they are passed over. */
type Filed =
  | { readonly result: StudentResult; readonly digest: string; readonly works: ReadonlyMap<string, FiledWork> }
  | { readonly fault: string };

/** Reads the folder again, student by student. Work that is not the work that was checked is passed over: an opinion on it would stand beside other lines. */
export function* filed({ set, setText, folder, store }: CheckedClass): Generator<Filed> {
  const digestFor = digests(setText);
  const known = store.digests();
  for (const entry of listFolder(folder).entries) {
    const { submission, digest: read } = readEntry(folder, entry);
    const digest = digestFor(read);
    const result = store.result(entry.student);
    if (result !== null && known.get(entry.student) === digest) yield { result, digest, works: fileWorks(set, submission).works };
    else yield { fault: `${entry.paths[0] ?? entry.student}: not checked yet as it stands, with this set; run 'lema class check' first` };
  }
}

const WHERE = 'the batch';

/** The protocol's name, and a hash that only this result file can make: of the student, the problem, and the work as it stands. */
function idOf(salt: string, student: string, { work }: FiledWork, protocol: Protocol['name']): string {
  const { problem, steps, statedAnswer } = work.solution;
  const parts = JSON.stringify([salt, student, work.problem.id, problem, steps.map(step => step.text), statedAnswer?.text ?? null]);
  return `${protocol}-${createHash('sha256').update(parts).digest('hex').slice(0, 32)}`;
}

/**
 * One line of a batch of OpenAI's or of `vllm run-batch`: the question that `lema check --model` would ask, with the student's own name left
 * out of it. @throws ModelError when the work is too long.
 */
export function requestFor(salt: string, student: string, own: FiledWork, model: string, protocol: Protocol, names: Iterable<string>) {
  const messages = protocol.write(taskOf(withoutNamesIn(own.work.solution, names), { where: WHERE }));
  return batchRequest(idOf(salt, student, own, protocol.name), model, messages, protocol.schema ? { schema: protocol.schema } : {});
}

/**
 * What the judge leaves of a reply: an opinion, null where the checker's own finding stands alone, or why the reply could not be understood.
 * The reply is asked for once; a correction that is refuted is not sent back.
 */
export async function weigh(
  own: FiledWork,
  reply: BatchReply,
  signal: AbortSignal,
): Promise<ModelOpinion | null | { readonly trouble: string }> {
  let asked = false;
  const port: AskPort = {
    name: reply.model,
    where: WHERE,
    async ask() {
      if (asked) throw new ModelError('unreachable', WHERE);
      asked = true;
      return [reply];
    },
  };
  const { solution } = own.work;
  const checked = checkSolution(solution);
  const corrector = modelCorrector(port, { protocol: protocolFor('', reply.id.startsWith('lema-') ? 'lema' : 'json') });
  const weighed = await judgeWith(corrector, solution, checked, { signal, deadlineMs: Number.POSITIVE_INFINITY, now: () => 0 });
  if (weighed.trouble !== undefined) return { trouble: weighed.trouble };
  return weighed.checked.finding === checked.finding ? null : opinionOf(own, weighed.checked.finding, reply.model);
}

function opinionOf(own: FiledWork, finding: Finding, model: string): ModelOpinion {
  const shown = finding.kind === 'mistake' && finding.opinion === undefined ? finding.correction : null;
  const accused = shown ?? finding.opinion;
  if (accused == null)
    return { evidence: 'model', says: 'right', line: null, explanation: `The model ${model} finds nothing wrong in it.` };
  const line = placeOf(own, own.work.solution.steps[accused.step]?.range.start ?? 0).line;
  return { evidence: 'model', says: shown ? 'mistake' : 'suspicion', line, explanation: plain(accused.explanation, 2000) };
}

/** The ids a work answers to, whichever protocol it was asked by. */
export const idsOf = (salt: string, student: string, own: FiledWork): readonly string[] =>
  (['json', 'lema'] as const).map(protocol => idOf(salt, student, own, protocol));

/** The result with opinions put beside its works, by the problem's id. */
export const withOpinions = (result: StudentResult, opinions: ReadonlyMap<string, ModelOpinion>): StudentResult => ({
  ...result,
  results: result.results.map((work): WorkResult => {
    const opinion = opinions.get(work.problem);
    return opinion ? { ...work, opinion } : work;
  }),
});
