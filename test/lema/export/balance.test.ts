import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, levelled, planOf } from '../../../src/lema/export/balance.ts';

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
const counts = fc.array(fc.nat(500), { maxLength: 12 });

describe('levelling', () => {
  it('takes the total or all there is, never more of one kind than there is', () => {
    fc.assert(
      fc.property(counts, fc.nat(3000), fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }), (of, total, weights) => {
        const take = levelled(of, total, weights.slice(0, of.length));
        expect(sum(take)).toBe(Math.min(total, sum(of)));
        expect(take.every((n, i) => n >= 0 && n <= (of[i] ?? 0))).toBe(true);
      }),
    );
  });

  it('cuts no kind below another that is not whole', () => {
    fc.assert(
      fc.property(counts, fc.nat(3000), (of, total) => {
        const take = levelled(of, total);
        const most = Math.max(0, ...take);
        expect(take.filter((n, i) => n < (of[i] ?? 0) && n < most - 1)).toEqual([]);
      }),
    );
  });

  it.each([
    [[10, 10], 10, [1, 1], [5, 5]],
    [[2, 100], 20, [1, 1], [2, 18]],
    [[100, 100], 30, [2, 1], [20, 10]],
    [[100, 100], 30, [1, 0], [30, 0]],
    [[10, 100], 30, [1, 0], [10, 20]],
  ])('%j to %i by %j is %j', (of, total, weights, take) => {
    expect(levelled(of, total, weights)).toEqual(take);
  });
});

const mistake = (type: string | null, place: string): Cell => ({ part: 'mistake', type, place });
const right = (topic: string): Cell => ({ part: 'right', type: topic, place: '' });
const solve: Cell = { part: 'solve', type: 'gsm', place: '' };

function plan(
  cells: readonly (readonly [Cell, number])[],
  shares: { right?: number; solve?: number; limit?: number; level?: number },
  topics = {},
) {
  return planOf(
    cells.map(([cell]) => cell),
    cells.map(([, count]) => count),
    new Map(Object.entries(topics)),
    { right: shares.right ?? 0, solve: shares.solve ?? null, limit: shares.limit ?? 1e9, level: shares.level ?? 0 },
  );
}

describe('a plan', () => {
  it('keeps the share of right ones, whichever kind is short', () => {
    expect(
      plan(
        [
          [mistake('a', '1'), 100],
          [right('t'), 30],
        ],
        { right: 0.5 },
      ).take,
    ).toEqual([30, 30]);
    expect(
      plan(
        [
          [mistake('a', '1'), 20],
          [right('t'), 100],
        ],
        { right: 0.5 },
      ).take,
    ).toEqual([20, 20]);
    expect(
      plan(
        [
          [mistake('a', '1'), 20],
          [right('t'), 100],
        ],
        { right: 0 },
      ).take,
    ).toEqual([20, 0]);
    expect(plan([[mistake('a', '1'), 20]], { right: 0.5 }).take).toEqual([0]);
  });

  it('keeps the share of worked solutions, or takes all', () => {
    const cells = [
      [mistake('a', '1'), 90],
      [solve, 30],
    ] as const;
    expect(plan(cells, {}).take).toEqual([90, 30]);
    expect(plan(cells, { solve: 0.5 }).take).toEqual([30, 30]);
    expect(plan(cells, { solve: 0.1 }).take).toEqual([90, 10]);
    expect(plan(cells, { solve: 1 }).take).toEqual([0, 30]);
    expect(plan(cells, { limit: 60 }).take).toEqual([45, 15]);
  });

  it('levels mistakes and places within what may be lost, and says how much that is', () => {
    const { take, left } = plan(
      [
        [mistake('often', 'step 1'), 800],
        [mistake('seldom', 'step 1'), 100],
        [mistake('seldom', 'step 2'), 100],
      ],
      { level: 0.2 },
    );
    expect(sum(take)).toBe(800);
    expect(take).toEqual([610, 90, 100]);
    expect(left).toEqual({ 'too many of one mistake or place': 200, 'out of proportion': 0, 'over the limit': 0 });
  });

  it('lets mistakes without a name stand for many', () => {
    const [unnamed = 0] = plan(
      [
        [mistake(null, '1'), 800],
        [mistake('a', '1'), 100],
        [mistake('b', '1'), 100],
      ],
      { level: 0.2 },
    ).take;
    expect(unnamed).toBeGreaterThan(600);
  });

  it('gives right ones the topics of the wrong ones, and others when there are too few', () => {
    const cells = [
      [mistake('a', '1'), 30],
      [right('algebra'), 50],
      [right('stories'), 50],
    ] as const;
    expect(plan(cells, { right: 0.5 }, { algebra: 20, stories: 10 }).take).toEqual([30, 20, 10]);
    expect(plan(cells, { right: 0.5 }, { stories: 30 }).take).toEqual([30, 0, 30]);
  });
});
