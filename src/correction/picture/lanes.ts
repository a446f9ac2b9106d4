import type { Chain, ChainInput } from './chain.ts';

/** A way at the right edge: the results of `sources`, which are not right above `target`, run down it together. */
export interface Lane {
  readonly target: number;
  readonly sources: readonly number[];
  /** 0 is nearest to the results. */
  readonly at: number;
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** What stands as a box of its own beside an operation: given quantities, and results for which there is no lane left. */
  inputsOf(index: number): readonly Exclude<ChainInput, { from: number }>[];
}

/** Lanes for the results that are not taken by the very next operation. No two lanes that run side by side share a place; there are at most `most`. */
export function lanesOf(chain: Chain, most: number): Lanes {
  const wanted = chain.flatMap(({ inputs }, target) => {
    const sources = [...new Set(inputs.flatMap(input => ('from' in input && input.from < target - 1 ? [input.from] : [])))];
    return sources.length === 0 ? [] : [{ target, sources: sources.sort((a, b) => a - b) }];
  });
  const lanes: Lane[] = [];
  for (const want of wanted.sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const taken = new Set(lanes.filter(lane => overlap(lane, want)).map(({ at }) => at));
    const at = Array.from({ length: most }, (_, i) => i).find(i => !taken.has(i));
    if (at !== undefined) lanes.push({ ...want, at });
  }
  return {
    lanes,
    inputsOf: index => {
      const laned = new Set(lanes.find(({ target }) => target === index)?.sources);
      return (chain[index]?.inputs ?? []).flatMap(input => {
        if (!('from' in input)) return [input];
        if (input.from === index - 1 || laned.has(input.from)) return [];
        const { label = '', line = null } = chain[input.from] ?? {};
        return [{ label, words: line === null ? 'from above' : `from line ${line}` }];
      });
    },
  };
}

type Run = Pick<Lane, 'target' | 'sources'>;

const lengthOf = ({ target, sources: [first = 0] }: Run): number => target - first;

const overlap = (a: Run, b: Run): boolean => (a.sources[0] ?? 0) < b.target && (b.sources[0] ?? 0) < a.target;
