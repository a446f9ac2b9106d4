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
