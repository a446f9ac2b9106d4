/*
 * The work that is measured: made up here from a seed, so that every run on every machine has the same.
 */

/** A small seeded generator of whole numbers from `low` to `high`. */
export function numbers(seed: number): (low: number, high: number) => number {
  let state = seed >>> 0;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((state / 2 ** 32) * (high - low + 1));
  };
}

/** `steps` lines that each rewrite an expression. `last` changes the last line. */
function rewritten(steps: number, last: number): string[] {
  const next = numbers(steps);
  const lines: string[] = [];
  let [a, b] = [3, 4];
  for (let line = 1; line <= steps; line++) {
    const shift = next(1, 5);
    lines.push(`$${a}x + ${b} = ${a + shift}x - ${shift}x + ${b - shift} + ${shift + (line === steps ? last : 0)}$`);
    [a, b] = [next(2, 9), next(6, 20)];
  }
  return lines;
}

/** A Markdown solution of `steps` lines: an expression is rewritten line by line. `last` changes the last line. */
export function longSolution(steps: number, last = 0): string {
  const lines = rewritten(steps, last).map((line, index) => `${index + 1}. ${line}`);
  return `# Problem\n\nRewrite each sum.\n\n## Solution\n\n${lines.join('\n')}\n`;
}

/** The same as a row of `lema locate`. */
export function rewriting(steps: number, last = 0): { id: number; problem: string; steps: string[] } {
  return { id: steps, problem: 'Rewrite each sum.', steps: rewritten(steps, last) };
}

/** A row of `lema locate`: a short word problem in sentences; every third one has a slip in its second line. */
export function row(index: number): { id: number; problem: string; steps: string[]; answer: string } {
  const next = numbers(index + 1);
  const [boxes, each, given] = [next(3, 12), next(4, 25), next(1, 9)];
  const all = boxes * each;
  const written = index % 3 === 0 ? all + 10 : all;
  return {
    id: index,
    problem: `Mira packs ${boxes} boxes with ${each} pens each and gives ${given} pens away. How many pens are left?`,
    steps: [
      `There are ${boxes} boxes with ${each} pens in each box.`,
      `So Mira packs ${boxes} × ${each} = ${written} pens.`,
      `After giving ${given} away, ${written} - ${given} = ${written - given} pens are left.`,
    ],
    answer: String(all - given),
  };
}
