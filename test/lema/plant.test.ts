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
