import { z } from 'zod';
import { ModelError, ON_THE_WAY } from './errors.ts';
import type { ReplyText, Tokens } from './port.ts';
import { replyTooLong } from './transport.ts';

/** Characters of all replies to one question together. */
const TEXT_LIMIT = 256 * 1024;

const part = z.object({ content: z.string().nullish() }).nullish();
const choice = z.object({ index: z.number().int().optional(), delta: part, message: part, finish_reason: z.string().nullish() });
const usageSchema = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() });
const chunkSchema = z.object({ choices: z.array(choice).nullish(), usage: z.unknown().optional() });

/** Gathers the pieces of `n` replies from events of the chat completions protocol, whole or piece by piece. */
export function gatherer(
  where: string,
  onToken?: (text: string) => void,
): { add(event: unknown): void; started(): boolean; replies(): readonly ReplyText[]; usage(): Tokens | null } {
  const choices = new Map<number, { text: string; finish: string | null }>();
  let length = 0;
  let events = 0;
  let usage: Tokens | null = null;
  return {
    add(event) {
      const parsed = chunkSchema.safeParse(event);
      if (!parsed.success) throw new ModelError('nonsense', where, ON_THE_WAY.protocol);
      events++;
      const told = usageSchema.safeParse(parsed.data.usage);
      if (told.success) usage = { in: told.data.prompt_tokens, out: told.data.completion_tokens };
      for (const { index = 0, delta, message, finish_reason } of parsed.data.choices ?? []) {
        const choice = choices.get(index) ?? { text: '', finish: null };
        choices.set(index, choice);
        const piece = delta?.content ?? message?.content ?? '';
        length += piece.length;
        if (length > TEXT_LIMIT) throw replyTooLong(where);
        choice.text += piece;
        choice.finish = finish_reason ?? choice.finish;
        if (piece !== '' && index === 0) onToken?.(piece);
      }
    },
    started: () => events > 0,
    usage: () => usage,
    replies() {
      const all = [...choices].sort(([a], [b]) => a - b).map(([, choice]) => choice);
      const said = all.filter(({ text, finish }) => text.trim() !== '' && finish !== null);
      if (said.length > 0) return said.map(({ text, finish }) => ({ text, complete: finish !== 'length' }));
      if (all.some(({ text, finish }) => finish === null && text !== '')) throw new ModelError('cut-off', where, ON_THE_WAY.ended);
      if (all.some(({ finish }) => finish === 'length'))
        throw new ModelError('cut-off', where, 'its length limit was used up before it said anything');
      throw new ModelError('nonsense', where, 'the reply is empty');
    },
  };
}
