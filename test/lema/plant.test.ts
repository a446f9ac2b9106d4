import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { plantedProblem } from '../../src/lema/plant.ts';
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
