/*
 * The work that is measured: made up here from a seed, so that every run on every machine has the same.
 */

/** A small seeded generator of whole numbers from `low` to `high`. */
function numbers(seed: number): (low: number, high: number) => number {
  let state = seed >>> 0;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((state / 2 ** 32) * (high - low + 1));
  };
}

/** A Markdown solution of `steps` lines: an expression is rewritten line by line. `last` changes the last line. */
export function longSolution(steps: number, last = 0): string {
  const next = numbers(steps);
  const lines: string[] = [];
  let [a, b] = [3, 4];
  for (let line = 1; line <= steps; line++) {
    const shift = next(1, 5);
    const right = `${a}x + ${b} = ${a + shift}x - ${shift}x + ${b - shift} + ${shift + (line === steps ? last : 0)}`;
    lines.push(`${line}. $${right}$`);
    [a, b] = [next(2, 9), next(6, 20)];
  }
  return `# Problem\n\nRewrite each sum.\n\n## Solution\n\n${lines.join('\n')}\n`;
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

/** A row of `lema equiv`: an expression, an equation or an answer, and another form of it that every third time says something else. */
export function pair(index: number): { a: string; b: string; kind: 'expr' | 'equation' | 'answer' } {
  const next = numbers(index + 1);
  const [a, b, c] = [next(2, 12), next(2, 12), next(2, 12)];
  const off = index % 3 === 0 ? 1 : 0;
  switch (index % 6) {
    case 0:
    case 1:
      return { kind: 'expr', a: `(x + ${a})(x - ${b})`, b: `x^2 + ${a - b}x - ${a * b + off}`.replace('+ -', '- ') };
    case 2:
    case 3:
      return { kind: 'equation', a: `${a}x + ${b} = ${c}`, b: `${a}x = ${c - b + off}` };
    case 4:
      return { kind: 'answer', a: `\\frac{${a}}{${b}}`, b: `\\frac{${a * c + off}}{${b * c}}` };
    default:
      return { kind: 'expr', a: `\\frac{d}{dx} ${a}x^{${b}}`, b: `${a * b}x^{${b - 1 + off}}` };
  }
}
