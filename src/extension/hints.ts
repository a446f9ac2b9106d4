import type { Correction, Hint } from '../correction/records.ts';

/**
 * How far up the ladder each mistake has been asked for. A mistake is known by its document, solution and the words of its step,
 * so that the ladder starts again when the student writes something else.
 */
export interface Ladder {
  /** Rungs shown so far, 0 before the first hint. */
  shown(key: string): number;
  /** Shows one rung more; the number shown then. */
  climb(key: string, rungs: number): number;
  /** Shows every rung. */
  reveal(key: string, rungs: number): void;
}

export function createLadder(): Ladder {
  const rungs = new Map<string, number>();
  const set = (key: string, value: number) => {
    rungs.delete(key);
    rungs.set(key, value);
    for (const oldest of rungs.keys()) {
      if (rungs.size <= 500) break;
      rungs.delete(oldest);
    }
    return value;
  };
  return {
    shown: key => rungs.get(key) ?? 0,
    climb: (key, count) => set(key, Math.min(count, (rungs.get(key) ?? 0) + 1)),
    reveal: (key, count) => void set(key, count),
  };
}

export const ladderKey = (uri: string, solutionId: string, stepText: string): string => JSON.stringify([uri, solutionId, stepText]);

/** What each rung of the ladder is called. */
export const rungNames: Readonly<Record<Hint['rung'], string>> = {
  where: 'Where to look',
  witness: 'Something to try',
  principle: 'A question',
  elsewhere: 'The same rule elsewhere',
  correction: 'The corrected line',
};

/** Whether the correction itself may be shown: always, or in the ladder once its last rung was reached. */
export function mayShowCorrection(feedback: 'correction' | 'hints', correction: Correction, shown: number): boolean {
  return feedback === 'correction' || (correction.hints.length > 0 && shown >= correction.hints.length);
}
