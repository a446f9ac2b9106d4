/** A set of marks (whole numbers below 2^53 - 1) that takes 24 bytes for each at most, so that a million rows can be told apart in little memory. */
export interface Seen {
  /** False when the mark was there before. */
  add(mark: number): boolean;
  has(mark: number): boolean;
}

const FULL = 0.7;

/** Which row had each mark first. */
export function createFirsts() {
  let keys = new Float64Array(1024);
  let rows = new Uint32Array(keys.length);
  let held = 0;
  const placeOf = (key: number): number => {
    let place = key % keys.length;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) % keys.length;
    return place;
  };
  const enlarge = (): void => {
    const [oldKeys, oldRows] = [keys, rows];
    keys = new Float64Array(2 * oldKeys.length);
    rows = new Uint32Array(keys.length);
    for (const [i, key] of oldKeys.entries()) {
      if (key === 0) continue;
      const place = placeOf(key);
      keys[place] = key;
      rows[place] = oldRows[i] ?? 0;
    }
  };
  return {
    /** The first row of the mark: this one, where there was none before. */
    of(mark: number, row: number): number {
      const place = placeOf(mark + 1);
      if (keys[place] === mark + 1) return rows[place] ?? row;
      keys[place] = mark + 1;
      rows[place] = row;
      if (++held > FULL * keys.length) enlarge();
      return row;
    },
    has: (mark: number): boolean => keys[placeOf(mark + 1)] === mark + 1,
  };
}

export function createSeen(): Seen {
  const firsts = createFirsts();
  let count = 0;
  return { add: mark => firsts.of(mark, count) === count && count++ >= 0, has: firsts.has };
}
