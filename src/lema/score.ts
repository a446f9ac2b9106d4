/** What a labelled row says, and what was found. -1: right, no mistake; null: unlabelled. */
export interface Scored {
  readonly id: string | number;
  readonly category: string;
  /** 0-based index of the first wrong step, or the span of steps that all count as right places. */
  readonly label: { readonly from: number; readonly to: number } | 'right' | 'unlabelled';
  readonly found: number | -1;
  readonly unjudged: number;
  /** Steps with mathematics that could not be read. */
  readonly unread?: number;
  readonly steps: number;
  readonly ms: number;
  /** Some line is refuted, named or not. */
  readonly refuted?: boolean;
  /** The correction changes the student's own work, and ends in the known answer. */
  readonly repaired?: boolean;
}

export interface Scores {
  readonly rows: number;
  readonly wrong: number;
  readonly right: number;
  /** Wrong ones whose first wrong step was named exactly. */
  readonly exact: number;
  /** Wrong ones in which some step was named. */
  readonly caught: number;
  /** Wrong ones in which some line is refuted: the others have a mistake that no line shows by itself. */
  readonly refuted: number;
  /** Those of them whose first wrong step was named exactly. */
  readonly exactOfRefuted: number;
  /** Wrong ones that a change of the student's own work takes to the known answer. */
  readonly repaired: number;
  /** Right ones in which a step was named. */
  readonly accused: number;
  readonly precision: number;
  /** Harmonic mean of exact location on wrong rows and of leaving right rows alone (ProcessBench, arXiv 2412.06559). */
  readonly f1: number;
  readonly unjudged: number;
  /** Share of all steps, of those whose mathematics could not be read. */
  readonly unread: number;
  readonly msMedian: number;
  readonly msMax: number;
}

export function isExact({ label, found }: Pick<Scored, 'label' | 'found'>): boolean {
  return typeof label === 'object' && found >= label.from && found <= label.to;
}

/** Adds up scored rows. Shares are between 0 and 1; a share of nothing is NaN. */
export function score(rows: readonly Scored[]): Scores {
  const wrong = rows.filter(r => typeof r.label === 'object');
  const right = rows.filter(r => r.label === 'right');
  const exact = wrong.filter(isExact).length;
  const caught = wrong.filter(r => r.found >= 0).length;
  const refuted = wrong.filter(r => r.refuted);
  const accused = right.filter(r => r.found >= 0).length;
  const located = exact / wrong.length;
  const spared = 1 - accused / right.length;
  const times = rows.map(r => r.ms).sort((a, b) => a - b);
  return {
    rows: rows.length,
    wrong: wrong.length,
    right: right.length,
    exact,
    caught,
    refuted: refuted.length,
    exactOfRefuted: refuted.filter(isExact).length,
    repaired: wrong.filter(r => r.repaired).length,
    accused,
    precision: exact / (caught + accused),
    f1: (2 * located * spared) / (located + spared),
    unjudged: sum(rows.map(r => r.unjudged)) / sum(rows.map(r => r.steps)),
    unread: sum(rows.map(r => r.unread ?? 0)) / sum(rows.map(r => r.steps)),
    msMedian: times[Math.floor(times.length / 2)] ?? Number.NaN,
    msMax: times.at(-1) ?? Number.NaN,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
