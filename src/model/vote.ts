import type { Reading } from './protocol/protocol.ts';

/** The reading that most replies agree on, and how many do. */
export interface Vote {
  readonly reading: Reading;
  readonly votes: number;
  readonly samples: number;
}

/**
 * Lets the readings of several replies vote on the first incorrect step. Null when no step, nor 'none', has more than half of the `samples`:
 * unreadable replies count as samples, so they weaken every vote. Of equal readings the first one speaks.
 */
export function vote(readings: readonly Reading[], samples: number = readings.length): Vote | null {
  for (const reading of readings) {
    const votes = readings.filter(other => other.step === reading.step).length;
    if (votes * 2 > samples) return { reading, votes, samples };
  }
  return null;
}
