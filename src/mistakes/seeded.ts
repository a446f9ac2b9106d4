/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of several things, each as likely as its weight; undefined where there is none. */
export function weighted<T>(items: readonly T[], weight: (item: T) => number, random: () => number): T | undefined {
  if (items.length === 0) return undefined;
  let left = random() * items.reduce((so, item) => so + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left <= 0) return item;
  }
  return items[0];
}

/** All of them, each the sooner the more it weighs: as if one were drawn by weight from those that are left, again and again. */
export function shuffled<T>(items: readonly T[], weight: (item: T) => number, random: () => number): T[] {
  const keyed = items.map(item => ({ item, key: -Math.log(1 - random()) / weight(item) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
