import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStatements } from '../../src/math/compare.ts';
import type { Statement } from '../../src/math/expr.ts';
import { parseStatement } from '../../src/math/parse.ts';
import { printPlain } from '../../src/math/print.ts';
import { diagnose } from '../../src/mistakes/diagnose.ts';
import { type Planted, plantMistake } from '../../src/mistakes/plant.ts';
import { runs } from '../runs.ts';

const read = (source: string): Statement => {
  const { statement } = parseStatement(source);
  if (!statement) throw new Error(`Cannot read ${source}`);
  return statement;
};

const SOLUTIONS: readonly (readonly string[])[] = [
  ['2(x + 3) + 5 = 11', '2x + 6 + 5 = 11', '2x = 0', 'x = 0'],
  ['3x - 7 = 11', '3x = 18', 'x = 6'],
  ['48/2 = 24', '48 + 24 = 72', '72 * 3 = 216'],
  ['0.5 * 40 = 20', '40 - 20 = 20', '20 + 7 = 27'],
  ['(x + 3)^2 - 4x', 'x^2 + 6x + 9 - 4x', 'x^2 + 2x + 9'],
  ['12 - 5 + 3 * 4', '12 - 5 + 12', '19'],
];

const planted = (index: number, seed: number): { lines: Statement[]; found: Planted | null } => {
  const lines = (SOLUTIONS[index % SOLUTIONS.length] ?? []).map(read);
  return { lines, found: plantMistake(lines, { seed }) };
};

const isCalculation = (line: Statement): boolean => line.kind === 'chain' && line.sides.length === 2 && !/[a-z]/.test(printPlain(line));

describe('planting a mistake', () => {
  const anySolution = fc.nat({ max: SOLUTIONS.length - 1 });

  test('leaves the lines before it alone and makes exactly that line wrong', () => {
    fc.assert(
      fc.property(anySolution, fc.nat(), (index, seed) => {
        const { lines, found } = planted(index, seed);
        if (!found) throw new Error('Nothing planted');
        expect(found.lines.slice(0, found.step)).toEqual(lines.slice(0, found.step));
        const [wrong, right] = [found.lines[found.step], lines[found.step]];
        if (!wrong || !right) throw new Error('No such line');
        expect(printPlain(wrong)).not.toBe(printPlain(right));
        const before = isCalculation(right) ? null : (lines[found.step - 1] ?? null);
        expect(diagnose(before, wrong).length).toBeGreaterThan(0);
      }),
      runs(60),
    );
  });

  test('goes on honestly: what follows says the same as the wrong line', () => {
    fc.assert(
      fc.property(anySolution, fc.nat(), (index, seed) => {
        const { found } = planted(index, seed);
        const wrong = found?.lines[found.step];
        if (!found || !wrong) throw new Error('Nothing planted');
        for (const line of found.lines.slice(found.step + 1)) {
          if (isCalculation(line)) expect(diagnose(null, line)).toEqual([]);
          else expect(compareStatements(wrong, line).kind).toBe('same');
        }
      }),
      runs(60),
    );
  });

  test('lets no letter get lost: the work goes on to a value of it', () => {
    for (const seed of [2147483639, ...Array.from({ length: 40 }, (_, i) => i)]) {
      const { found } = planted(0, seed);
      expect(found?.lines.every(line => /x/.test(printPlain(line)))).toBe(true);
    }
  });

  test('plants the same mistake for the same seed, and others for others', () => {
    const lines = (seed: number): string =>
      planted(0, seed)
        .found?.lines.map(line => printPlain(line))
        .join('\n') ?? '';
    expect(lines(5)).toBe(lines(5));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => lines(seed))).size).toBeGreaterThan(5);
  });

  test('nearly always plants what the diagnosis then names', () => {
    let named = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { lines, found } = planted(seed, seed);
      const [wrong, right] = [found?.lines[found.step], found && lines[found.step]];
      if (!found || !wrong || !right) continue;
      const before = isCalculation(right) ? null : (lines[found.step - 1] ?? null);
      if (diagnose(before, wrong).some(({ rule }) => rule === found.rule)) named++;
    }
    expect(named).toBeGreaterThanOrEqual(54);
  });

  test('plants a chosen rule at a chosen line, carried through to the end', () => {
    const lines = ['2(x + 3) + 5 = 11', '2x + 6 + 5 = 11', '2x = 0', 'x = 0'].map(read);
    const found = plantMistake(lines, { seed: 1, rule: 'distribute-first-only', at: 1 });
    expect(found?.lines.map(line => printPlain(line))).toEqual([
      '2(x + 3) + 5 = 11',
      '2x + 3 + 5 = 11',
      '2x + 8 = 11',
      '2x = 3',
      'x = 3/2',
    ]);
    expect(found?.right.map(line => printPlain(line))).toEqual(['2x + 6 + 5 = 11', '2x = 0', 'x = 0']);
  });

  test('uses a wrong result further down', () => {
    const lines = ['48/2 = 24', '48 + 24 = 72', '72 * 3 = 216'].map(read);
    const found = plantMistake(lines, { seed: 1, rule: 'carry-forgotten' });
    expect(found?.lines.map(line => printPlain(line))).toEqual(['48/2 = 24', '48 + 24 = 62', '62 · 3 = 186']);
  });

  test('plants nothing where nothing fits', () => {
    expect(plantMistake([read('x = 2')], { seed: 1 })).toBeNull();
    expect(plantMistake([], { seed: 1 })).toBeNull();
    expect(plantMistake(['x + y = 3', '3 - y'].map(read), { seed: 1 })).toBeNull();
  });
});
