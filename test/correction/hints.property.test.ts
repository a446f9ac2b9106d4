import { describe, expect, test } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import type { Correction } from '../../src/correction/records.ts';
import { plantedProblem } from '../../src/lema/plant.ts';
import { compareExpressions, compareStatements } from '../../src/math/compare.ts';
import type { Statement } from '../../src/math/expr.ts';
import { allRules } from '../../src/mistakes/catalogue.ts';
import { readRow } from '../../src/solution/read.ts';

const SEEDS = 200;

const statementsIn = (text: string): Statement[] =>
  readRow({ id: 'text', problem: '', steps: [text] })
    .solution.steps.flatMap(step => step.claims)
    .flatMap(({ statement }) => statement ?? []);

const relation = (statement: Statement): boolean => statement.kind !== 'chain' || statement.sides.length > 1;
const lastSide = (statement: Statement) => (statement.kind === 'chain' ? statement.sides.at(-1) : undefined);

/** Whether a text says what the corrected line says: the same relation, or the same expression in the same form or another. */
function tells(text: string, line: Statement): boolean {
  return statementsIn(text).some(said => {
    if (relation(said) !== relation(line)) return false;
    if (relation(line)) return compareStatements(line, said).kind === 'same';
    const [a, b] = [lastSide(line), lastSide(said)];
    return a !== undefined && b !== undefined && compareExpressions(a, b).kind === 'same';
  });
}

/** Corrections of mistakes planted in problems of many kinds. */
const planted = (): { seed: number; rule: string; correction: Correction }[] =>
  Array.from({ length: SEEDS }, (_, i) => {
    const seed = 11 * i + 5;
    const made = plantedProblem(seed, {});
    const { finding } = checkSolution(readRow(made?.row ?? { id: '', problem: '', steps: [] }).solution);
    return finding.kind === 'mistake' ? [{ seed, rule: finding.correction.mistake ?? 'none', correction: finding.correction }] : [];
  }).flat();

describe('the hint ladder', () => {
  const corrections = planted();

  test('finds the planted mistakes', () => {
    expect(corrections.length).toBeGreaterThan(0.95 * SEEDS);
    expect(new Set(corrections.map(({ rule }) => rule)).size).toBeGreaterThan(25);
  });

  test('has five rungs, each with something to say', () => {
    for (const { seed, correction } of corrections) {
      expect(
        correction.hints.map(({ rung }) => rung),
        `${seed}`,
      ).toEqual(['where', 'witness', 'principle', 'elsewhere', 'correction']);
      for (const { text } of correction.hints) expect(text, `${seed}`).toMatch(/^\S.*\S$/s);
    }
  });

  test('tells the corrected line on the last rung only', () => {
    for (const { seed, rule, correction } of corrections) {
      const [line] = statementsIn(correction.correctSteps[0] ?? '');
      if (!line) continue;
      for (const { rung, text } of correction.hints.slice(0, -1)) expect(tells(text, line), `${seed} ${rule} ${rung}: ${text}`).toBe(false);
    }
  });

  test('speaks plainly: nothing unfilled, nothing doubled, no sign beside a sign, nothing about what is believed', () => {
    const said = (correction: Correction): string[] => [correction.explanation, ...correction.hints.slice(0, -1).map(({ text }) => text)];
    for (const { seed, rule, correction } of corrections) {
      for (const text of said(correction))
        expect(text, `${seed} ${rule}`).not.toMatch(
          /[{}]|(?<!is )undefined|null|NaN|\b([a-z]+) \1\b|[+−-] [+−-]|\.\.$|you (believe|think)|\b1 times\b/i,
        );
    }
  });

  test('asks and explains in whole sentences, for every rule', () => {
    for (const { id, why, ask, elsewhere, name } of allRules) {
      for (const text of [why, ask, elsewhere]) {
        expect(text, id).toMatch(/[.?…]$/);
        expect(text, id).not.toMatch(/\byou (believe|think|forgot|always|never)\b| {2}|\bstupid|\bcareless/i);
      }
      expect(ask, id).toMatch(/\?|^(Compare|Count|Work|Multiply|Try|Read|Write|Put|Start)/);
      expect(name, id).toMatch(/^[^.]+$/);
    }
  });
});
