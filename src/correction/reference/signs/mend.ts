import * as Q from '../../../math/rational.ts';
import { type Compass, key } from '../compass.ts';
import type { Mend } from '../mend.ts';
import { flag } from './here.ts';

/** What another result of the step would do: each a number between 0 and 1. */
export interface MendSigns {
  /** It makes the rest of the student's chain give the known answer: any result, one the reference names, one it computes on the way. */
  readonly needed: number;
  readonly neededKnown: number;
  readonly neededResult: number;
  readonly firstNeededKnown: number;
  /** And a small change of this calculation gives it, 1 the smallest; or none does. */
  readonly repair: number;
  readonly noRepair: number;
}

export function mendSigns(mends: readonly (Mend | null)[], { results, answer }: Compass): MendSigns[] {
  const first = mends.findIndex(mend => mend?.known);
  return mends.map((mend, index) => ({
    needed: flag(mend !== null),
    neededKnown: flag(mend?.known),
    neededResult: flag(mend !== null && results.has(key(mend.value)) && !Q.equal(mend.value, answer)),
    firstNeededKnown: flag(index === first),
    repair: mend?.repair ? 1 / mend.repair.cost : 0,
    noRepair: flag(mend !== null && mend.repair === null),
  }));
}
