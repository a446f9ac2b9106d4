import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { plantedProblem, plantIn } from '../../src/lema/plant.ts';
import { workedProblem } from '../../src/mistakes/problems.ts';
import { readRow } from '../../src/solution/read.ts';
import { lema } from '../cli/run.ts';

const SEEDS = Array.from({ length: 120 }, (_, i) => i);

const foundIn = (row: { readonly problem: string; readonly steps: readonly string[] }): number => {
  const { solution } = readRow({ id: 'row', problem: row.problem, steps: [...row.steps] });
  const { finding } = checkSolution(solution, { correct: false });
  return finding.kind === 'mistake' ? finding.correction.step : -1;
};

describe('planted mistakes', () => {
  it('are found at their line or before it, nearly all of them exactly there', () => {
    const places = SEEDS.map(seed => {
      const made = plantedProblem(seed, {});
      if (made === null) throw new Error(`nothing planted for seed ${seed}`);
      return { found: foundIn(made.row), planted: made.row.first_error };
    });
    expect(places.filter(p => p.found < 0 || p.found > p.planted)).toEqual([]);
    expect(places.filter(p => p.found === p.planted).length).toBeGreaterThan(0.97 * places.length);
  });

  it('are corrected from there to the end by steps that the checker accepts', () => {
    const corrections = SEEDS.slice(0, 60).map(seed => {
      const { row } = plantedProblem(seed, {}) ?? {};
      const { solution } = readRow({ id: 'row', problem: row?.problem ?? '', steps: [...(row?.steps ?? [])] });
      const { finding } = checkSolution(solution);
      return finding.kind === 'mistake' && finding.correction.verified && finding.correction.answer !== null;
    });
    expect(corrections.filter(Boolean).length).toBeGreaterThanOrEqual(0.97 * corrections.length);
  });

  it('leave the right twin alone', () => {
    expect(SEEDS.map(seed => foundIn(workedProblem(seed))).filter(found => found >= 0)).toEqual([]);
  });

  it('are the same for the same seed, and of the rule that was asked for', async () => {
    const [first, again] = [
      await lema(['mistakes', 'make', '--seed', '7', '--count', '2']),
      await lema(['mistakes', 'make', '--seed', '7', '--count', '2']),
    ];
    expect(first.out).toBe(again.out);
    const { out } = await lema(['mistakes', 'make', '--count', '1', '--rule', 'distribute-first-only']);
    expect(JSON.parse(out)).toMatchObject({ mistake: 'distribute-first-only' });
  });

  it('are worked out in the sentences that come after', () => {
    const steps = ['Ana buys 12 boxes of 8 pens, 12 * 8 = 96 pens.', 'She gives 20 away and has 96 - 20 = 76 pens.'];
    const row = plantIn('story', { topic: '', problem: 'How many pens are left?', steps }, { seed: 3, at: 0 });
    const [, wrong] = /= (\d+) pens\.$/.exec(row?.steps[0] ?? '') ?? [];
    expect(wrong).not.toBe('96');
    expect(row?.steps[1]).toBe(`She gives 20 away and has ${wrong} - 20 = ${Number(wrong) - 20} pens.`);
  });

  describe('in understanding', () => {
    const ROADS: readonly (readonly [string, readonly string[], string, number, RegExp])[] = [
      [
        'wrong-operation',
        ['12 boxes hold 12 * 8 = 96 pens.', 'There are 96 - 20 = 76 pens left.'],
        'Ana buys 12 boxes of 8 pens and gives 20 away.',
        1,
        /96 \+ 20 = 116/,
      ],
      [
        'added-for-times',
        ['Ben has 3 times as many: 3 * 8 = 24.', 'He keeps 24 - 5 = 19.'],
        'Ben has 3 times as many as Ana, who has 8, and loses 5.',
        0,
        /3 \+ 8 = 11/,
      ],
      [
        'comparison-reversed',
        ['Mia is 4 years younger than Ben: 13 - 4 = 9.', 'Together: 13 + 9 = 22.'],
        'Mia is 4 years younger than Ben, who is 13.',
        0,
        /13 \+ 4 = 17/,
      ],
      [
        'quantity-left-out',
        ['Sold are 3 * 7 = 21 buns.', 'In all 21 + 6 + 11 = 38 buns.'],
        '3 bags of 7 buns, 6 rolls and 11 cakes.',
        1,
        /21 \+ 6 = 27/,
      ],
      [
        'earlier-result-not-used',
        ['The coat now costs 50 - 12 = 38.', 'So 3 of them cost 3 * 38 = 114.'],
        'A coat of 50 is 12 cheaper. What do 3 cost?',
        1,
        /3 \* 50 = 150/,
      ],
    ];
    it.each(ROADS)(
      '%s: the calculation holds, it is not what is needed, and the rest follows from it',
      (rule, steps, problem, step, line) => {
        const row = plantIn('story', { topic: '', problem, steps }, { seed: 1, rule, at: step });
        expect(row).toMatchObject({
          first_error: step,
          mistake: rule,
          explanation: expect.stringMatching(/\w/),
          correct_steps: steps.slice(step),
        });
        expect(row?.steps[step]).toMatch(line);
        expect(row?.steps.slice(0, step)).toEqual(steps.slice(0, step));
        expect(foundIn({ problem, steps: row?.steps ?? [] })).toBe(-1);
        expect(row?.steps.at(-1)).not.toBe(steps.at(-1));
      },
    );

    const NONE: readonly (readonly [string, string, readonly string[]])[] = [
      ['nothing follows from the calculation that changes the answer', 'Pens.', ['12 * 8 = 96 pens.', 'So 5 + 4 = 9.']],
      [
        'the result stands in the problem too',
        'Of 96 pens in 12 boxes of 8, and 7 more.',
        ['There are 12 * 8 = 96 pens.', 'So 96 + 7 = 103.'],
      ],
      ['there is no calculation', 'How many?', ['There are many pens.', 'It is 9.']],
    ];
    it.each(NONE)('are planted nowhere where %s', (_, problem, steps) => {
      expect(plantIn('story', { topic: '', problem, steps }, { seed: 1, rule: 'wrong-operation', at: 0 })).toBe(null);
    });
  });

  it('keep the marks around the lines they go into', () => {
    const steps = ['$\\frac{x}{2} + 3 = 7$', '$\\frac{x}{2} = 4$', '$x = 8$'];
    const row = plantIn('latex', { topic: '', problem: 'Solve.', steps }, { seed: 1 });
    expect(row?.steps.every(step => /^\$[^$]+\$$/.test(step))).toBe(true);
  });

  it('go into right solutions of one’s own, and say where none fits', async () => {
    const rows = [
      { id: 1, problem: 'Solve.', steps: ['3x - 7 = 11', '3x = 18', 'x = 6'] },
      { id: 2, problem: '', steps: ['Hello.'] },
    ];
    const { out } = await lema(['mistakes', 'make', '--jsonl'], rows.map(r => JSON.stringify(r)).join('\n'));
    const [planted, none] = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(planted).toMatchObject({ id: '1', first_error: expect.any(Number), mistake: expect.any(String) });
    expect(none).toMatchObject({ id: 2, error: expect.stringContaining('no mistake could be planted') });
  });
});
