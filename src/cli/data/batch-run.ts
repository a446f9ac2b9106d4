import type { BatchPlan } from '../../lema/asking/batch-plan.ts';
import { costOf } from '../../lema/asking/budget.ts';
import { type BatchEnd, runBatch } from '../../lema/asking/remote.ts';
import { ModelError } from '../../model/errors.ts';
import { type Call, decimal, texts, UsageError } from '../command.ts';
import { progressOn } from '../progress.ts';
import { serviceEndpoint } from '../service.ts';
import { askYes } from '../yes.ts';
import { outOf, priceOf } from './asking.ts';

const HOUR_MS = 3_600_000;
/** A batch has a day, and some time before and after it. */
const WAIT_HOURS = 26;

/** `lema data batch run REQUESTS --out REPLIES`: an exported file by a batch service. Nothing is sent before the person said yes. */
export async function runRemotely(call: Call, [requests, ...others]: readonly string[]): Promise<number> {
  if (requests === undefined || others.length > 0) throw new UsageError('name the one file of requests, and --out for the replies');
  const out = outOf(call);
  const errors = `${out.replace(/\.jsonl$/, '')}.errors.jsonl`;
  const [named, more] = texts(call, 'endpoint');
  if (more !== undefined) throw new UsageError('--endpoint: a batch is run by one service');
  const endpoint = serviceEndpoint(named, 'the batch service');
  const waitMs = (decimal(call, 'wait', 0) ?? WAIT_HOURS) * HOUR_MS;
  const say = (line: string) => void call.io.stderr.write(`${line}\n`);
  const progress = progressOn(call.io.stderr, null);
  let before: number | null = null;
  try {
    const end = await runBatch(
      { requests, out, errors, endpoint, waitMs, confirm: plan => confirmed(call, plan) },
      {
        signal: call.signal,
        onStatus: say,
        onDone(done) {
          before ??= done;
          progress.tell(done, before);
        },
      },
    );
    progress.end();
    say(`${out}: ${TOLD[end.status](end, errors)}`);
    return end.status === 'completed' ? 0 : 2;
  } catch (error) {
    if (error instanceof ModelError)
      throw new UsageError(`${error.message} A batch that has begun goes on there; the same command waits for it.`);
    throw error;
  } finally {
    progress.end();
  }
}

const REST = "'lema data batch export' with --replies asks for the rest";

/** What is said of each end. */
const TOLD: Readonly<Record<BatchEnd['status'], (end: BatchEnd, errors: string) => string>> = {
  completed: ({ replies, requests }, errors) =>
    replies >= requests
      ? `${replies} replies`
      : `${replies} replies to ${requests} requests; why others failed is in ${errors}, and ${REST}`,
  expired: ({ replies, requests, where }) => `the day that ${where} had was over after ${replies} of ${requests} replies; ${REST}`,
  cancelled: ({ replies, requests }) => `the batch was cancelled after ${replies} of ${requests} replies; ${REST}`,
  cancelling: ({ id, where }) => `${id} is being cancelled at ${where}; the same command fetches what it has finished, and ${REST}`,
  waiting: ({ id, where }) => `${id} goes on at ${where}; the same command waits for it again`,
};

async function confirmed(call: Call, { where, model, requests, tokens }: BatchPlan): Promise<boolean> {
  const price = priceOf(call);
  const cost =
    price === null
      ? 'cost not known: name the price of a million tokens with --price-in and --price-out'
      : `about ${costOf(tokens, price).toFixed(2)} at the price given`;
  const size = `about ${tokens.in} tokens in and ${tokens.out} out`;
  call.io.stderr.write(`${requests} requests to ${model} would be sent to ${where}: ${size}, ${cost}.\n`);
  if (call.values.yes === true) return true;
  const said = await askYes(call, 'Send them?');
  if (said === null) throw new UsageError('nothing was sent; add --yes to send it');
  return said;
}
