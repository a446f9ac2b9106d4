import { once } from 'node:events';
import { askedInBatch, openReplies, requestsOf } from '../../lema/asking/batch.ts';
import { digestOf } from '../../lema/files/digest.ts';
import { runStage } from '../../lema/files/stage.ts';
import { type Call, type Command, texts, UsageError } from '../command.ts';
import { asLine } from '../jsonl.ts';
import { progressOn } from '../progress.ts';
import { outOf, type PlannedStage, telling } from './asking.ts';
import { runRemotely } from './batch-run.ts';
import { COLLECT_OPTIONS, collectStage } from './collect.ts';
import { CORRECT_OPTIONS, correctStage } from './correct.ts';
import { EVOLVE_OPTIONS, evolveStage } from './evolve.ts';
import { teller } from './tell.ts';

/** What can be done with the batch of a stage, whatever its inputs are. */
interface Batched {
  requests(call: Call): Promise<number>;
  rows(call: Call, replies: readonly string[]): Promise<number>;
}

/** The stages by name. */
const STAGES: Readonly<Record<string, () => Batched>> = {
  collect: () => batched(collectStage()),
  correct: () => batched(correctStage()),
  evolve: () => batched(evolveStage()),
};

/** `lema data batch export|import STAGE …`: what a stage asks goes out as a file, and the replies come back as one. `run` has a service answer such a file. */
export const batch: Command = {
  options: {
    ...COLLECT_OPTIONS,
    ...CORRECT_OPTIONS,
    ...EVOLVE_OPTIONS,
    replies: { type: 'string', multiple: true },
    wait: { type: 'string' },
  },
  async run(call) {
    const [what = '', ...rest] = call.files;
    if (what === 'run') return runRemotely(call, rest);
    const [name = '', ...files] = rest;
    const stage = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    const replies = texts(call, 'replies');
    if (stage === undefined || (what !== 'export' && what !== 'import'))
      throw new UsageError(
        `say which way: 'lema data batch export STAGE …', 'lema data batch import STAGE …' or 'lema data batch run REQUESTS', STAGE being ${Object.keys(STAGES).join(', ')}`,
      );
    if (what === 'import' && replies.length === 0) throw new UsageError('name the files that came back: --replies FILE');
    const own = { ...call, files };
    return what === 'export' ? stage().requests(own) : stage().rows(own, replies);
  },
};

const batched = <In, File extends string>({ plan, told }: PlannedStage<In, File>): Batched => ({
  async requests(call) {
    const { asking, inputs } = await plan(call, '');
    const known = texts(call, 'replies');
    const replies = known.length === 0 ? undefined : await openReplies(asking.name, known, () => undefined, call.signal);
    let count = 0;
    try {
      for await (const request of requestsOf(asking, inputs(), replies)) {
        if (call.signal.aborted) break;
        if (!call.io.stdout.write(asLine(request))) await once(call.io.stdout, 'drain');
        count++;
      }
    } finally {
      replies?.close();
    }
    call.io.stderr.write(`${count} requests\n`);
    return 0;
  },
  async rows(call, paths) {
    const own = await plan(call, outOf(call));
    const { asking, inputs, files, settings, sift, onMade } = own;
    const faults = teller(call.io.stderr);
    const replies = await openReplies(asking.name, paths, faults.tell, call.signal);
    faults.end();
    let open = 0;
    let resumed = false;
    const progress = progressOn(call.io.stderr, null);
    try {
      await runStage({
        files,
        settings: [settings, await digestOf(paths, call.signal)],
        inputs: inputs(),
        work: telling(
          askedInBatch(asking, replies, requests => {
            open += requests;
          }),
          own,
        ),
        ...(sift ? { sift } : {}),
        ...(onMade ? { onKept: onMade } : {}),
        signal: call.signal,
        onDone(done, before) {
          resumed = before > 0;
          progress.tell(done, before);
        },
      });
      progress.end();
      // What an earlier run did was counted by that one.
      if (resumed) open = await countOf(requestsOf(asking, inputs(), replies));
    } finally {
      progress.end();
      replies.close();
    }
    if (open > 0) call.io.stderr.write(`${open} requests have no reply; 'lema data batch export' with --replies writes them\n`);
    call.io.stderr.write(`${replies.count} replies; ${told()}\n`);
    return 0;
  },
});

async function countOf(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of items) count++;
  return count;
}
