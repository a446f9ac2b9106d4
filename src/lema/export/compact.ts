/** Tables of numbers that hold a few bytes a row, so that a million rows fit beside one another. */

/** A growing list of whole numbers from 0 to 2³² - 1. */
export interface Numbers {
  readonly length: number;
  at(index: number): number;
  push(value: number): void;
  set(index: number, value: number): void;
}

export function numbers(): Numbers {
  let values = new Uint32Array(1 << 12);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: index => values[index] ?? 0,
    set: (index, value) => {
      values[index] = value;
    },
    push: value => {
      if (length === values.length) values = grown(values);
      values[length++] = value;
    },
  };
}

function grown(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** Which row had a fingerprint first. Fingerprints are whole numbers from 1 to 2⁵², evenly spread. */
export function firsts(): (fingerprint: number, row: number) => number {
  let keys = new Float64Array(1 << 12);
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
  return (key, row) => {
    const place = placeOf(key);
    if (keys[place] === key) return rows[place] ?? row;
    keys[place] = key;
    rows[place] = row;
    if (++held > 0.7 * keys.length) enlarge();
    return row;
  };
}
