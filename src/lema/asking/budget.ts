import type { Tokens } from '../../model/port.ts';
import { StageError } from '../files/stage.ts';

/** Money for a million tokens. */
export interface Price {
  readonly in: number;
  readonly out: number;
}

/** What may be spent in all, earlier runs included. */
export interface Limits {
  readonly tokens?: number;
  readonly cost?: number;
}

/** There is no room for one more question. */
class BudgetSpent extends StageError {}

const spentText = ({ in: read, out }: Tokens): string =>
  `the budget is used up (${read} tokens in and ${out} out); what is done is kept: raise it and give the same command again, or add --finish to end with what there is`;

export const costOf = (tokens: Tokens, price: Price): number => (tokens.in * price.in + tokens.out * price.out) / 1_000_000;

/** Keeps what is spent within its limits: a question is asked only when there is room for the longest reply that it may have. */
export interface Budget {
  /** Resolves when there is room for it. @throws BudgetSpent when there is none, and nothing is on its way that could make room. */
  reserve(most: Tokens, signal: AbortSignal): Promise<void>;
  /** What was reserved is given back, and what was spent is counted. */
  settle(most: Tokens, spent: Tokens): void;
  spent(): Tokens;
}

export function budgetOf({ tokens = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY }: Limits, price: Price): Budget {
  const spent = { in: 0, out: 0 };
  const held = { in: 0, out: 0 };
  let waiting: (() => void)[] = [];
  const fits = (more: Tokens, beside: Tokens): boolean => {
    const all = { in: spent.in + beside.in + more.in, out: spent.out + beside.out + more.out };
    return all.in + all.out <= tokens && costOf(all, price) <= cost;
  };
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resume of woken) resume();
  };
  return {
    async reserve(most, signal) {
      while (!fits(most, held)) {
        if (held.in + held.out === 0) throw new BudgetSpent(spentText(spent));
        await new Promise<void>(resolve => {
          waiting.push(resolve);
          signal.addEventListener('abort', wake, { once: true });
        });
        signal.removeEventListener('abort', wake);
        signal.throwIfAborted();
      }
      held.in += most.in;
      held.out += most.out;
    },
    settle(most, own) {
      held.in -= most.in;
      held.out -= most.out;
      spent.in += own.in;
      spent.out += own.out;
      wake();
    },
    spent: () => ({ ...spent }),
  };
}
