/** One mistake of the student's own. `at` is in milliseconds since 1970. */
export interface Slip {
  readonly rule: string;
  readonly name: string;
  readonly at: number;
  /** The line it stood in. */
  readonly line: string;
}

const DAY = 24 * 3_600_000;
/** Days until the next round, after the first, second, … practice: spaced wider each time. */
const GAPS = [1, 3, 7, 16, 35];

/** When a mistake is to be practised next, in milliseconds since 1970: at once when it never was. */
export function dueAt(practised: readonly number[]): number {
  const last = practised.at(-1);
  return last === undefined ? 0 : last + (GAPS[Math.min(practised.length, GAPS.length) - 1] ?? 1) * DAY;
}

/** The slips of each rule, the rule that slips most often first. */
export function slipsByRule(slips: readonly Slip[]): ReadonlyMap<string, readonly Slip[]> {
  const byRule = new Map<string, Slip[]>();
  for (const slip of slips) byRule.set(slip.rule, [...(byRule.get(slip.rule) ?? []), slip]);
  return new Map([...byRule].sort(([, a], [, b]) => b.length - a.length));
}
