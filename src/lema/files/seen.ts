/** A set of marks (whole numbers below 2^53) that takes 16 bytes for each, so that a million rows can be told apart in little memory. */
export interface Seen {
  /** False when the mark was there before. */
  add(mark: number): boolean;
  has(mark: number): boolean;
}

const FULL = 0.5;

export function createSeen(): Seen {
  let table = new Float64Array(1024);
  let size = 0;
  const place = (marks: Float64Array, mark: number): number => {
    let at = mark % marks.length;
    while (marks[at] !== 0 && marks[at] !== mark) at = (at + 1) % marks.length;
    return at;
  };
  const grow = (): void => {
    const larger = new Float64Array(table.length * 2);
    for (const mark of table) if (mark !== 0) larger[place(larger, mark)] = mark;
    table = larger;
  };
  return {
    add(own) {
      const mark = own + 1;
      if (size + 1 > table.length * FULL) grow();
      const at = place(table, mark);
      if (table[at] === mark) return false;
      table[at] = mark;
      size++;
      return true;
    },
    has: mark => table[place(table, mark + 1)] === mark + 1,
  };
}
