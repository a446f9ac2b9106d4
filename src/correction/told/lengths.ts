import * as Q from '../../math/rational.ts';
import { amountOf, NUMBER } from './saying.ts';

const HOURS = `(?:${NUMBER}|an|one|two|three|half an) ?(?:hours?|hrs?|h)\\b`;
const MINUTES = `${NUMBER} ?(?:minutes?|mins?|m(?!\\s*[/²³]))\\b`;
const SECONDS = `${NUMBER} ?(?:seconds?|secs?|s)\\b`;

/** A length of time as it is written: '2 hours 30 minutes', '45 min'. */
export const LENGTH = `(?:${HOURS}(?:,? (?:and )?${MINUTES})?|${MINUTES}(?:,? (?:and )?${SECONDS})?|${SECONDS})`;

const PARTS = new RegExp(
  `^(?:(.+?) ?(?:hours?|hrs?|h)\\b)?(?:,? ?(?:and )?(${NUMBER}) ?(?:minutes?|mins?|m)\\b)?(?:,? ?(?:and )?(${NUMBER}) ?(?:seconds?|secs?|s)\\b)?$`,
  'i',
);
const COUNTS: Readonly<Record<string, number>> = { an: 1, one: 1, two: 2, three: 3, 'half an': 0.5 };

/** A length of time in minutes, and by how much it may be rounded. */
export interface Length {
  readonly minutes: number;
  readonly slack: number;
  readonly units: string;
}

export function lengthOf(text: string): Length | null {
  const [, ...parts] = PARTS.exec(text.trim()) ?? [];
  if (parts.every(part => part === undefined)) return null;
  let minutes = 0;
  let slack = 0;
  for (const [i, part] of parts.entries()) {
    if (part === undefined) continue;
    const worth = [60, 1, 1 / 60][i] ?? 1;
    const amount = amountOf(part);
    const count = COUNTS[part.toLowerCase()] ?? (amount ? Q.toNumber(amount) : Number.NaN);
    if (Number.isNaN(count)) return null;
    minutes += count * worth;
    slack = part.includes('.') ? worth * 10 ** -(part.split('.')[1]?.length ?? 0) : slack;
  }
  return { minutes, slack, units: parts.map((part, i) => (part === undefined ? '' : 'hms'.charAt(i))).join('') };
}
