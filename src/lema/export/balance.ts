/** Rows that are alike for balancing. */
export interface Cell {
  readonly part: Part;
  /** The mistake of a wrong solution, null where nobody named it; the topic of a right one; the source of a worked one. */
  readonly type: string | null;
  /** The place of the wrong step, '' where there is none. */
  readonly place: string;
}

/** A solution with a mistake, one without, or a problem to be solved. */
export type Part = 'mistake' | 'right' | 'solve';

export interface Shares {
  /** Right ones among the corrections, 0 to 1. */
  readonly right: number;
  /** Worked solutions among all rows; null: all that there are. */
  readonly solve: number | null;
  /** Rows in all. */
  readonly limit: number;
  /** The share of the wrong rows that may be left out so that no mistake and no place outnumbers the others by more than it must; 0: none is. */
  readonly level: number;
}

/** How many rows of each cell are taken, and how many each rule of balancing leaves out. */
export interface Plan {
  readonly take: readonly number[];
  readonly left: Readonly<Record<'too many of one mistake or place' | 'out of proportion' | 'over the limit', number>>;
}

/**
 * As many of each kind as there are, up to one level for all in proportion to the weights; in all `total`, or all there are.
 * Kinds of weight 0 come after the others.
 */
export function levelled(counts: readonly number[], total: number, weights: readonly number[] = counts.map(() => 1)): number[] {
  const take = counts.map(() => 0);
  const kinds = counts.map((count, i) => ({ i, count, weight: weights[i] ?? 0 }));
  let left = total;
  for (const [group, weight] of [
    [kinds.filter(kind => kind.weight > 0), (kind: (typeof kinds)[number]) => kind.weight],
    [kinds.filter(kind => kind.weight <= 0), () => 1],
  ] as const) {
    let open = group.toSorted((a, b) => a.count / weight(a) - b.count / weight(b));
    let weighed = sum(open.map(weight));
    for (const kind of open) {
      take[kind.i] = Math.min(kind.count, Math.floor((left * weight(kind)) / weighed + 1e-9));
      left -= take[kind.i] ?? 0;
      weighed -= weight(kind);
    }
    open = open.filter(({ i, count }) => (take[i] ?? 0) < count);
    for (const { i } of open.toReversed()) {
      if (left < 1) break;
      take[i] = (take[i] ?? 0) + 1;
      left--;
    }
  }
  return take;
}

/**
 * How many rows of each cell to take: mistakes and places more level than they are, right ones in the proportion asked for.
 * @param wrongByTopic how many wrong rows each topic has: right ones keep to it, so that the topic does not give the label away.
 */
export function planOf(cells: readonly Cell[], counts: readonly number[], wrongByTopic: ReadonlyMap<string, number>, shares: Shares): Plan {
  const of = (part: Part): number[] => cells.flatMap((cell, i) => (cell.part === part ? [i] : []));
  const count = (i: number): number => counts[i] ?? 0;
  const total = (part: Part): number => sum(of(part).map(count));
  const have = { mistake: Math.ceil(total('mistake') * (1 - shares.level)), right: total('right'), solve: total('solve') };
  const sizes = sizesOf(have, shares);
  const all = sizes.mistake + sizes.right + sizes.solve;
  const part = Math.min(1, shares.limit / Math.max(1, all));
  const size = (of: Part): number => Math.floor(sizes[of] * part + 1e-9);

  const take = cells.map(() => 0);
  const give = (to: readonly number[], amounts: readonly number[]): void => {
    for (const [n, i] of to.entries()) take[i] = amounts[n] ?? 0;
  };
  give(
    of('mistake'),
    levelMistakes(
      of('mistake').map(i => ({ ...cells[i], count: count(i) })),
      size('mistake'),
      shares.level,
    ),
  );
  give(
    of('right'),
    levelled(
      of('right').map(count),
      size('right'),
      of('right').map(i => wrongByTopic.get(cells[i]?.type ?? '') ?? 0),
    ),
  );
  give(of('solve'), inProportion(of('solve').map(count), size('solve')));
  return {
    take,
    left: {
      'too many of one mistake or place': total('mistake') - have.mistake,
      'out of proportion': have.mistake + have.right + have.solve - all,
      'over the limit': all - sum(take),
    },
  };
}

type Counted = Partial<Cell> & { readonly count: number };

/** How many of each cell, in all `total`: first the mistakes are levelled, somewhat above the total, then the places, down to it. */
function levelMistakes(cells: readonly Counted[], total: number, level: number): number[] {
  const counts = cells.map(({ count }) => count);
  if (level === 0) return inProportion(counts, total);
  const rough = shared(
    cells,
    counts,
    cell => cell.type ?? null,
    total * (1 + level / 2),
    (sizes, names) => {
      const named = sizes.filter((_, n) => names[n] !== null);
      const usual = sum(named) / Math.max(1, named.length);
      return names.map((name, n) => (name === null && usual > 0 ? (sizes[n] ?? 0) / usual : 1));
    },
  );
  return shared(
    cells,
    rough,
    cell => cell.place ?? '',
    total,
    sizes => sizes.map(() => 1),
  );
}

/** Levels the groups of cells, and takes what each group has in proportion from its cells. A group that stands for many weighs as much as they do. */
function shared(
  cells: readonly Counted[],
  counts: readonly number[],
  nameOf: (cell: Counted) => string | null,
  total: number,
  weigh: (sizes: readonly number[], names: readonly (string | null)[]) => readonly number[],
): number[] {
  const names = [...new Set(cells.map(nameOf))];
  const groups = names.map(name => cells.flatMap((cell, i) => (nameOf(cell) === name ? [i] : [])));
  const sizes = groups.map(group => sum(group.map(i => counts[i] ?? 0)));
  const amounts = levelled(sizes, Math.floor(total), weigh(sizes, names));
  const take = cells.map(() => 0);
  for (const [n, group] of groups.entries()) {
    const parts = inProportion(
      group.map(i => counts[i] ?? 0),
      amounts[n] ?? 0,
    );
    for (const [m, i] of group.entries()) take[i] = parts[m] ?? 0;
  }
  return take;
}

const inProportion = (counts: readonly number[], total: number): number[] => levelled(counts, total, counts);

/** The largest numbers that keep the proportions. */
function sizesOf(have: Readonly<Record<Part, number>>, { right: r, solve: s }: Shares): Record<Part, number> {
  const corrections = Math.min(
    r < 1 ? have.mistake / (1 - r) : Number.POSITIVE_INFINITY,
    r > 0 ? have.right / r : Number.POSITIVE_INFINITY,
  );
  const rows = s === null || s === 0 ? corrections : s === 1 ? 0 : Math.min(corrections, (have.solve * (1 - s)) / s);
  const solve = s === null || s === 1 ? have.solve : Math.min(have.solve, (rows * s) / (1 - s));
  return { mistake: Math.floor(rows * (1 - r) + 1e-9), right: Math.floor(rows * r + 1e-9), solve: Math.floor(solve + 1e-9) };
}

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
