import { type Compass, key } from '../compass.ts';
import { type Calculation, numbersIn } from '../graph.ts';
import type { Mend } from '../mend.ts';
import { flag, type Here } from './here.ts';
import { lands, type Status } from './status.ts';

/** What sets a step apart from the others: each a number between 0 and 1. */
export interface LoneSigns {
  /** The only step that does not land; the first, by how many more there are. */
  readonly onlyOff: number;
  readonly firstOff: number;
  /** The only step that another result, one that the reference names, would put right. */
  readonly onlyKnown: number;
  /** Does not land, and calculates with some of the numbers of a line of the reference, or with all of them and more. */
  readonly partOf: number;
  readonly moreThan: number;
  /** One more term or factor puts it right. */
  readonly leavesOut: number;
}

/** Steps not on the way, from the first on, beyond which their number says no more. */
const MANY = 5;

export function loneSigns(
  heres: readonly Here[],
  statuses: readonly Status[],
  mends: readonly (Mend | null)[],
  compass: Compass,
): LoneSigns[] {
  const offs = heres.map(here => here.filter(({ at }) => !lands(statuses[at] ?? 'off')));
  const astray = where(offs, off => off.length > 0);
  const known = where(mends, mend => mend?.known === true);
  const lines = compass.graph.map(numbersOf);
  return heres.map((_, index) => {
    const own = (offs[index] ?? []).map(({ c }) => numbersOf(c));
    return {
      onlyOff: flag(astray.length === 1 && index === astray[0]),
      firstOff: index === astray[0] ? Math.min(1, (astray.length - 1) / (MANY - 1)) : 0,
      onlyKnown: flag(known.length === 1 && index === known[0]),
      partOf: flag(own.some(a => lines.some(b => isWithin(a, b)))),
      moreThan: flag(own.some(a => lines.some(b => isWithin(b, a)))),
      leavesOut: flag(mends[index]?.repair?.kind === 'extra'),
    };
  });
}

const where = <T>(items: readonly T[], is: (item: T) => boolean): number[] => items.flatMap((item, i) => (is(item) ? [i] : []));

const numbersOf = ({ expr }: Calculation): readonly string[] => numbersIn(expr).map(n => key(n.value));

const isWithin = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 1 && a.length < b.length && a.every(n => b.includes(n));
