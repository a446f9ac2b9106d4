import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { waits } from '../../classroom/reports/summary.ts';
import { type CheckedClass, filed, idsOf, requestFor, weigh, withOpinions } from '../../classroom/submissions/batch.ts';
import { openStore } from '../../classroom/submissions/store.ts';
import type { ModelOpinion } from '../../classroom/submissions/submission.ts';
import { linesIn } from '../../lema/files/lines.ts';
import { type BatchReply, readBatchReply } from '../../model/batch.ts';
import { ModelError } from '../../model/errors.ts';
import { protocolFor } from '../../model/protocol/protocol.ts';
import { type Call, choice, text, UsageError } from '../command.ts';
import { asLine } from '../jsonl.ts';
import { openSet, readable } from './set.ts';

/** `lema class batch export|import`: what a model is asked of a class goes out as a file, and its replies come back as one. */
export async function batch(call: Call): Promise<number> {
  const [what = '', setFile, results, replies] = call.files;
  if (setFile === undefined || results === undefined || (what === 'import' ? replies === undefined : what !== 'export'))
    throw new UsageError(
      "say which way: 'lema class batch export set.md results.db --model NAME', or 'lema class batch import set.md results.db replies.jsonl'",
    );
  if (what === 'export' && !text(call, 'model')) throw new UsageError('name the model that will be asked: --model NAME');
  if (!existsSync(results)) throw new UsageError(`${results}: no such file; 'lema class check' makes it`);
  const { set, text: setText } = openSet(setFile);
  const folder = text(call, 'folder') ?? dirname(results);
  const store = openStore(results, what === 'import');
  try {
    const checked = { set, setText, folder, store };
    return await (what === 'export' ? writeRequests(call, checked) : readReplies(call, checked, replies ?? ''));
  } catch (error) {
    throw readable(error, folder);
  } finally {
    store.close();
  }
}

/** A request for each work that is undecided or waits for the teacher, and has no opinion yet. */
async function writeRequests(call: Call, checked: CheckedClass): Promise<number> {
  const model = text(call, 'model') ?? '';
  const protocol = protocolFor(model, choice<'auto' | 'json' | 'lema'>(call, 'protocol', ['auto', 'json', 'lema'], 'auto'));
  const salt = checked.store.salt();
  const names = [...checked.store.digests().keys()];
  const settled = new Set(checked.store.overrides().map(one => `${one.student}\0${one.problem}`));
  const faults: string[] = [];
  let count = 0;
  for (const one of filed(checked)) {
    if (call.signal.aborted) break;
    if ('fault' in one) {
      faults.push(one.fault);
      continue;
    }
    const { student, results } = one.result;
    for (const result of results) {
      const own = one.works.get(result.problem);
      if (!own || own.work.solution.steps.length === 0 || result.opinion || settled.has(`${student}\0${result.problem}`)) continue;
      if (result.finding !== 'undecided' && !waits(result)) continue;
      try {
        if (!call.io.stdout.write(asLine(requestFor(salt, student, own, model, protocol, names)))) await once(call.io.stdout, 'drain');
        count++;
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        faults.push(`${own.path}: ${error.message}`);
      }
    }
  }
  tell(call, faults);
  call.io.stderr.write(`${count} requests\n`);
  return 0;
}

/** Puts what the judge leaves of each reply beside its work. What cannot be used is told with its line; the rest goes on. */
async function readReplies(call: Call, checked: CheckedClass, file: string): Promise<number> {
  const faults: string[] = [];
  const replies = await gather(file, faults);
  const lines = replies.size + faults.length;
  const salt = checked.store.salt();
  const counts = { opinions: 0, none: 0 };
  for (const one of filed(checked)) {
    if (call.signal.aborted) break;
    if ('fault' in one) {
      faults.push(one.fault);
      continue;
    }
    const opinions = new Map<string, ModelOpinion>();
    for (const [problem, own] of one.works) {
      for (const id of own.work.solution.steps.length === 0 ? [] : idsOf(salt, one.result.student, own)) {
        const reply = replies.get(id);
        replies.delete(id);
        const weighed = reply && (await weigh(own, reply, call.signal));
        if (weighed === undefined) continue;
        if (weighed === null) counts.none++;
        else if ('trouble' in weighed) faults.push(`${file}:${reply?.line}: ${weighed.trouble}`);
        else opinions.set(problem, weighed);
      }
    }
    counts.opinions += opinions.size;
    if (opinions.size > 0) checked.store.save(one.result.student, JSON.stringify(withOpinions(one.result, opinions)), one.digest);
  }
  for (const { line } of call.signal.aborted ? [] : replies.values())
    faults.push(`${file}:${line}: no such work: of another class or set, or changed since it was asked about`);
  tell(call, faults);
  const unused = lines - counts.opinions - counts.none;
  call.io.stdout.write(`${lines} replies: ${counts.opinions} opinions kept, ${counts.none} that add nothing, ${unused} not used\n`);
  return 0;
}

/** The replies by their ids. The first that can be read counts. */
async function gather(file: string, faults: string[]): Promise<Map<string, BatchReply & { readonly line: number }>> {
  const replies = new Map<string, BatchReply & { readonly line: number }>();
  let line = 0;
  try {
    for await (const raw of linesIn(file)) {
      line++;
      if (raw.trim() === '') continue;
      const reply = readBatchReply(raw.replace(/^\uFEFF/, ''));
      if ('fault' in reply) faults.push(`${file}:${line}: ${reply.fault}`);
      else if (replies.has(reply.id)) faults.push(`${file}:${line}: a second reply to one request; the first counts`);
      else replies.set(reply.id, { ...reply, line });
    }
  } catch (error) {
    throw readable(error, file);
  }
  return replies;
}

/** What could not be used, as many as one reads. */
const TOLD = 50;

function tell(call: Call, faults: readonly string[]): void {
  for (const fault of faults.slice(0, TOLD)) call.io.stderr.write(`${fault}\n`);
  if (faults.length > TOLD) call.io.stderr.write(`and ${faults.length - TOLD} more\n`);
}
