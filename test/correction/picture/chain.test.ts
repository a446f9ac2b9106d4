import { describe, expect, it } from 'vitest';
import { type ChainInput, type Chains, chainsOf } from '../../../src/correction/picture/chain.ts';
import { chainInWords } from '../../../src/correction/picture/svg.ts';
import type { Correction } from '../../../src/correction/records.ts';
import { readRow } from '../../../src/solution/read.ts';

interface Row {
  readonly problem: string;
  readonly steps: readonly string[];
  readonly reference_solution?: readonly string[];
  /** The mistaken step, and the right ones from there. */
  readonly step: number;
  readonly correctSteps: readonly string[];
  readonly evidence?: Correction['evidence'];
}

function chainsFor({ step, correctSteps, evidence = 'answer', ...row }: Row): Chains | null {
  const said = { mistake: null, explanation: '', answer: null, witness: null, hints: [], at: null, replacement: null, verified: true };
  return chainsOf(readRow({ id: 'row', ...row }).solution, { ...said, step, correctSteps: [...correctSteps], evidence });
}

const input = (given: ChainInput): string => ('from' in given ? `#${given.from}` : [given.words, given.label].filter(Boolean).join(' | '));

/** One line for each link: its inputs, its result, and its mark. */
const drawn = (chain: Chains['right']) =>
  chain?.map(({ inputs, sign, words, label, mark }) => `${inputs.map(input).join(` ${sign} `)} → ${words} ${label} (${mark})`);

const garden: Row = {
  problem:
    'A garden has 14 beds with 9 tulips each. A third of the tulips are red. Each of the others is sold for $0.25. How much do they bring?',
  steps: ['There are 14 × 9 = 126 tulips.', 'A third of them, 126 / 3 = 42 tulips, are red.', 'They bring 126 × 0.25 = 31.50 dollars.'],
  step: 2,
  correctSteps: ['They bring 84 × 0.25 = 21 dollars.'],
  reference_solution: ['14 × 9 = 126 tulips', '126 / 3 = 42 are red', 'The others are 126 - 42 = 84 tulips.', '84 × 0.25 = 21'],
};

describe('the chain of a solution', () => {
  const chains = chainsFor(garden);

  it('has the quantities in the words of the problem, and the mistake marked', () =>
    expect(drawn(chains?.own ?? null)).toEqual([
      'A garden has | 14 beds × beds with | 9 tulips each → There are 126 tulips (plain)',
      '#0 ÷ third | 3 → A third of them 42 tulips (plain)',
      '#0 × others is sold for | $0.25 → They bring 31.50 dollars (wrong)',
    ]));

  it('is put right with the step that was left out', () =>
    expect(drawn(chains?.right ?? null)).toEqual([
      'A garden has | 14 beds × beds with | 9 tulips each → There are 126 tulips (plain)',
      '#0 ÷ third | 3 → A third of them 42 tulips (plain)',
      '#0 − #1 → The others are 84 tulips (added)',
      '#2 × others is sold for | $0.25 → They bring 21 dollars (corrected)',
    ]));

  it('says what is used by nothing', () => expect(chains?.own.map(({ unused }) => unused)).toEqual([false, true, false]));

  it('can be read as a list', () =>
    expect(chainInWords(chains?.own ?? [])).toEqual([
      'Line 1: There are 14 beds (A garden has) × 9 tulips each (beds with) = 126 tulips.',
      'Line 2: A third of them 126 tulips (line 1) ÷ 3 (third) = 42 tulips. No later line uses this.',
      'Line 3: They bring 126 tulips (line 1) × $0.25 (others is sold for) = 31.50 dollars. This is the first mistake.',
    ]));
});

it('a calculation with brackets is drawn operation by operation', () => {
  const chains = chainsFor({
    problem: 'A coat costs $80. It is $20 off. Then 12 coats are sold, and $15 goes to the driver. How much is left?',
    steps: ['They take (80 + 20) × 12 = 1200 dollars.', 'That leaves 1200 - 15 = 1185 dollars.'],
    step: 0,
    correctSteps: ['They take (80 - 20) × 12 = 720 dollars.', 'That leaves 720 - 15 = 705 dollars.'],
  });
  expect(drawn(chains?.own ?? null)?.[0]).toBe('A coat costs | $80 + It is | $20 off →  100 (wrong)');
  expect(drawn(chains?.own ?? null)?.[1]).toBe('#0 × 12 coats → They take 1200 dollars (wrong)');
});

describe('a percent is told from what is left after it', () => {
  const chains = chainsFor({
    problem: 'A bike costs $240. Its price falls by 15%, and then by another $20. What does it cost then?',
    steps: ['After the first cut it costs 0.15 × 240 = 36 dollars.', 'Then it costs 36 - 20 = 16 dollars.'],
    step: 0,
    correctSteps: ['After the first cut it costs 0.85 × 240 = 204 dollars.', 'Then it costs 204 - 20 = 184 dollars.'],
  });
  it.each([
    ['own', '15% | 0.15'],
    ['right', 'what is left after 15% | 0.85'],
  ] as const)('in the %s chain', (side, said) => expect(drawn(chains?.[side] ?? null)?.[0]).toContain(said));
});

it('a mistaken line that calculates nothing stands in the chain by its words', () => {
  const chains = chainsFor({
    problem: 'Ana has 5 boxes of 6 pens and gives away 3 pens. How many are left?',
    steps: ['There are 5 × 6 = 30 pens.', 'She buys 3 more pens.', 'Now there are 30 + 3 = 33 pens.'],
    step: 1,
    correctSteps: ['She has 30 - 3 = 27 pens left.'],
  });
  expect(drawn(chains?.own ?? null)?.[1]).toBe(' → She buys 3 more pens.  (wrong)');
  expect(chainInWords(chains?.own ?? [])[1]).toBe('Line 2: She buys 3 more pens. This is the first mistake.');
});

describe('there is no picture', () => {
  it.each<[string, Row]>([
    ['of a proved slip', { ...garden, evidence: 'proved' }],
    ['of one calculation', { ...garden, steps: ['14 × 9 = 126'], step: 0, correctSteps: ['9 × 14 = 126'] }],
    ['of work without calculations', { ...garden, steps: ['They bring a lot.', 'The answer is 17.'], step: 0 }],
    ['of equations', { ...garden, steps: ['$2x = 6$', '$x = 4$'], step: 1, correctSteps: ['$x = 3$'] }],
  ])('%s', (_, row) => expect(chainsFor(row)).toBeNull());
});

it('right steps in words alone are no chain', () =>
  expect(chainsFor({ ...garden, correctSteps: ['They bring 21 dollars.'] })).toMatchObject({ right: null }));
