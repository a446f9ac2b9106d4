import type * as Q from '../../math/rational.ts';
import type { Solution } from '../../solution/solution.ts';
import { agreedSteps } from './agreed.ts';
import type { Compass, Known } from './compass.ts';
import { type Calculation, lastOf } from './graph.ts';
import { type Mend, mendsOf } from './mend.ts';
import { flag } from './signs/here.ts';
import { type LoneSigns, loneSigns } from './signs/lone.ts';
import { type MendSigns, mendSigns } from './signs/mend.ts';
import { type NounSigns, namesIn, nounSigns, sentencesOf } from './signs/nouns.ts';
import { type PlaceSigns, placeSigns } from './signs/place.ts';
import { type RoadSigns, roadSigns } from './signs/road.ts';
import { lands, statusesOf } from './signs/status.ts';
import { pastOf, type TextSigns, textSigns } from './signs/text.ts';
import { type UnknownSigns, unknownSigns } from './signs/unknowns.ts';

/** What speaks for and against a step being the first mistake: each a number between 0 and 1. */
export interface Features extends TextSigns, MendSigns, PlaceSigns, RoadSigns, NounSigns, UnknownSigns, LoneSigns {
  /** The first step that is refuted by itself. */
  readonly refuted: number;
}

export interface Candidate {
  readonly step: number;
  readonly features: Features;
  readonly mend: Mend | null;
  /** It only says what the reference says, and nothing refutes it. */
  readonly agreed: boolean;
}

/** The student's work whose final answer is wrong. */
export interface Work {
  readonly solution: Solution;
  readonly graph: readonly Calculation[];
  /** The student's final answer. */
  readonly found: Q.Rational;
  /** The first step that is refuted by itself, or -1. */
  readonly refuted: number;
}

/** Every step of a solution whose answer is wrong, with what speaks for its being the first mistake. */
export function candidatesIn({ solution, graph, found, refuted }: Work, known: Known, compass: Compass): Candidate[] {
  const last = lastOf(graph, found);
  const mends = mendsOf(solution, graph, last, compass);
  const heres = solution.steps.map((_, index) => graph.flatMap((c, at) => (c.step === index ? [{ c, at }] : [])));
  const sentences = sentencesOf(solution.problem);
  const names = namesIn(solution.problem);
  const ofMends = mendSigns(mends, compass);
  const ofPlaces = placeSigns(solution, heres, graph, last, compass);
  const statuses = statusesOf(graph, compass.road);
  const ofRoads = roadSigns(solution.steps, heres, graph, statuses, compass, found);
  const ofUnknowns = unknownSigns(solution, graph, last, found, compass);
  const ofLone = loneSigns(heres, statuses, mends, compass);
  const agreed = agreedSteps(solution, graph, known.reference, compass, found);
  const past = pastOf(solution.problem);
  return solution.steps.flatMap((step, index) => {
    const here = heres[index] ?? [];
    const [mend, place, onRoad, unknown, lone] = [ofMends[index], ofPlaces[index], ofRoads[index], ofUnknowns[index], ofLone[index]];
    if (!mend || !place || !onRoad || !unknown || !lone) return [];
    const hasLanded = here.some(({ at }) => lands(statuses[at] ?? 'off'));
    const features: Features = {
      ...textSigns(compass, step, here, past),
      ...mend,
      ...place,
      ...onRoad,
      ...nounSigns(step, here.at(-1)?.c ?? null, hasLanded, known.referenceText, sentences, names),
      ...unknown,
      ...lone,
      refuted: flag(index === refuted),
    };
    return [{ step: index, features, mend: mends[index] ?? null, agreed: index !== refuted && agreed[index] === true }];
  });
}
