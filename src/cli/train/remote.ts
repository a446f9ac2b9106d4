import type { Listener } from '../../lema/train/events.ts';
import { type Plan, startRemoteTraining } from '../../lema/train/remote/start.ts';
import { ModelError } from '../../model/errors.ts';
import { type Call, number, text, texts, UsageError } from '../command.ts';
import { serviceEndpoint } from '../service.ts';
import { askYes } from '../yes.ts';

/** Dollars for a million tokens trained on, as listed in 2025; --price names today's. */
const PRICES: readonly (readonly [RegExp, number])[] = [
  [/^gpt-4\.1-nano/, 1.5],
  [/^gpt-4\.1-mini/, 5],
  [/^gpt-4o-mini/, 3],
  [/^gpt-(4\.1|4o)/, 25],
  [/^gpt-3\.5-turbo/, 8],
];

/** `lema train --engine openai`: by a fine-tuning service. Nothing is sent before the person said yes. */
export async function trainRemotely(
  call: Call,
  out: string,
  base: string,
  { epochs, batch }: { epochs?: number; batch?: number },
  listener: Listener,
): Promise<number> {
  const endpoint = serviceEndpoint(text(call, 'endpoint'), 'the fine-tuning service');
  try {
    const { status, why, remote } = await startRemoteTraining(
      {
        data: call.files,
        dev: texts(call, 'dev'),
        base,
        out,
        endpoint,
        seed: number(call, 'seed', 1, 0),
        ...(epochs === undefined ? {} : { epochs }),
        ...(batch === undefined ? {} : { batch }),
        confirm: plan => confirmed(call, plan, base),
      },
      listener,
    );
    if (status === 'failed') throw new UsageError(why ?? 'the training failed');
    if (status === 'stopped') {
      call.io.stderr.write(`${out}: the job was cancelled; the same command begins another one with the rows that were sent\n`);
      return 2;
    }
    call.io.stdout.write(`${out}: trained; the model is ${remote?.model ?? 'not named by the service'}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ModelError)
      throw new UsageError(`${error.message} A job that has begun goes on there; the same command follows it.`);
    throw error;
  }
}

async function confirmed(call: Call, plan: Plan, base: string): Promise<boolean> {
  const price = Number(text(call, 'price') ?? PRICES.find(([name]) => name.test(base))?.[1] ?? Number.NaN);
  const cost = Number.isNaN(price)
    ? 'cost not known: name the price of a million tokens with --price'
    : `about $${((plan.tokens * price) / 1e6).toFixed(2)} at $${price} a million`;
  const rows = `${plan.rows} rows${plan.devRows > 0 ? ` and ${plan.devRows} of the development split` : ''}`;
  call.io.stderr.write(
    `${rows} would be sent to ${plan.where}: about ${plan.tokens} tokens to train on in ${plan.epochs} passes, ${cost}.\n`,
  );
  if (call.values.yes === true) return true;
  const said = await askYes(call, 'Send it?');
  if (said === null) throw new UsageError('nothing was sent; add --yes to send it');
  return said;
}
