import { seeded } from '../../src/mistakes/seeded.ts';

/** Rows are put in order within so many batches: little is lost to padding, and neighbours are still of all kinds. */
const POOL = 4;

/**
 * The rows in an order in which every `size` of them are about as long as one another, for a trainer that takes them as they come. Only rows that stand near one another
 * change places, and the batches of a pool follow one another by chance: no kind of row comes in a long run, which would make a model forget the others.
 */
export function inBatches<T>(rows: readonly T[], size: number, length: (row: T) => number): T[] {
  const random = seeded(rows.length);
  const pools = Array.from({ length: Math.ceil(rows.length / (POOL * size)) }, (_, i) =>
    rows.slice(i * POOL * size, (i + 1) * POOL * size),
  );
  return pools.flatMap(pool => {
    const sorted = pool.toSorted((a, b) => length(a) - length(b));
    const batches = Array.from({ length: Math.ceil(pool.length / size) }, (_, i) => sorted.slice(i * size, (i + 1) * size));
    const whole = batches.filter(batch => batch.length === size);
    const drawn = whole.map(batch => ({ batch, at: random() })).sort((a, b) => a.at - b.at);
    return [...drawn.map(({ batch }) => batch), ...batches.filter(batch => batch.length < size)].flat();
  });
}
