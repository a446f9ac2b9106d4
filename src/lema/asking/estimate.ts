import type { Tokens } from '../../model/port.ts';
import { tokensIn } from './asker.ts';
import type { AskingStage } from './asking.ts';

/** What a stage will ask, and about how long that is. */
export interface Estimate {
  readonly inputs: number;
  readonly requests: number;
  readonly tokens: Tokens;
}

/** Tokens of a reply that nothing is known about. */
const REPLY = 250;

/** About how long a reply gets that may be so long. */
export const replyTokens = (most: number): number => Math.min(REPLY, most);

/** Counts what a stage will ask. */
export async function estimateOf<In>({ questions, next }: AskingStage<In, string>, inputs: AsyncIterable<In>): Promise<Estimate> {
  const sum = { inputs: 0, requests: 0, in: 0, out: 0 };
  for await (const input of inputs) {
    sum.inputs++;
    for (const { messages, maxTokens } of [...questions(input), ...(next?.about(input) ?? [])]) {
      sum.requests++;
      sum.in += messages.reduce((so, { content }) => so + tokensIn(content), 0);
      sum.out += replyTokens(maxTokens);
    }
  }
  return { inputs: sum.inputs, requests: sum.requests, tokens: { in: sum.in, out: sum.out } };
}
