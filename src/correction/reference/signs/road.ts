import type * as Q from '../../../math/rational.ts';
import type { Step } from '../../../solution/solution.ts';
import { type Compass, isForeign, key, keysIn } from '../compass.ts';
import type { Calculation } from '../graph.ts';
import { flag, type Here } from './here.ts';
import { lands, type Status, vindicated } from './status.ts';

/** What the work itself says, put on the reference's road: each a number between 0 and 1. */
export interface RoadSigns {
  /** Has a part of the reference's work in another order. */
  readonly onRoad: number;
  /** After a step off the road; after one that does not land. */
  readonly afterOff: number;
  readonly afterNot: number;
  /** Off the road, though its result is a number that the reference names. */
  readonly spokenOff: number;
  /** The known answer was reached before. */
  readonly afterEnd: number;
  /** Off the road with a result that the reference does not name either: the first, one after it, the one before it. */
  readonly firstAstray: number;
  readonly afterAstray: number;
  readonly beforeAstray: number;
  /** No calculation, after calculations that all landed. */
  readonly cleanSoFar: number;
  /** A later calculation that lands was computed from it; the first that was not, and after it; before the last that was. */
  readonly vindicated: number;
  readonly firstIdle: number;
  readonly afterIdle: number;
  readonly beforeVindicated: number;
  /** The first to name the student's final answer: off the road, or a part of it; and after it. */
  readonly finalOff: number;
  readonly finalOnRoad: number;
  readonly afterFinal: number;
}

/** @param found the student's final answer */
export function roadSigns(
  all: readonly Step[],
  heres: readonly Here[],
  graph: readonly Calculation[],
  statuses: readonly Status[],
  compass: Compass,
  found: Q.Rational,
): RoadSigns[] {
  const steps = all.map((step, index) => ({ step, here: heres[index] ?? [] }));
  const kept = vindicated(graph, statuses);
  const last = Math.max(-1, ...graph.map((c, at) => (kept[at] ? c.step : -1)));
  const of = (here: Here, is: (status: Status) => boolean): boolean => here.some(({ at }) => is(statuses[at] ?? 'off'));
  const isOff = (status: Status): boolean => status === 'off';
  const astray = steps.map(({ here }) => here.some(({ c, at }) => statuses[at] === 'off' && isForeign(compass, key(c.value))));
  const firstAstray = astray.indexOf(true);
  const finals = steps.map(({ step }) => keysIn(step.text).has(key(found)));
  const firstFinal = finals.indexOf(true);
  const before = <T>(items: readonly T[], index: number, is: (item: T) => boolean): boolean => items.slice(0, index).some(is);
  const idle = steps.map(({ here }) => here.length > 0 && !here.some(({ at }) => kept[at]));
  const off = steps.map(({ here }) => of(here, isOff));
  const straying = steps.map(({ here }) => of(here, status => !lands(status)));
  return steps.map(({ here }, index) => {
    const onRoad = of(here, status => status === 'part') && !off[index];
    const isFinal = index === firstFinal && index < steps.length - 1;
    return {
      onRoad: flag(onRoad),
      afterOff: flag(before(off, index, Boolean)),
      afterNot: flag(before(straying, index, Boolean)),
      spokenOff: flag(here.some(({ c, at }) => statuses[at] === 'off' && named(compass, key(c.value)))),
      afterEnd: flag(before(steps, index, earlier => of(earlier.here, status => status === 'end'))),
      firstAstray: flag(index === firstAstray),
      afterAstray: flag(firstAstray >= 0 && index > firstAstray),
      beforeAstray: flag(index === firstAstray - 1),
      cleanSoFar: flag(here.length === 0 && before(steps, index, s => s.here.length > 0) && !before(straying, index, Boolean)),
      vindicated: flag(here.some(({ at }) => kept[at])),
      firstIdle: flag(index === idle.indexOf(true)),
      afterIdle: flag(before(idle, index, Boolean)),
      beforeVindicated: flag(index < last),
      finalOff: flag(isFinal && off[index]),
      finalOnRoad: flag(isFinal && onRoad),
      afterFinal: flag(before(finals, index, Boolean) && index < steps.length - 1),
    };
  });
}

const named = ({ spoken, results }: Compass, value: string): boolean => spoken.has(value) && !results.has(value);
