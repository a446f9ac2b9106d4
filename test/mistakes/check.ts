import { describe, expect, test } from 'vitest';
import { parseStatement } from '../../src/math/parse.ts';
import { ruleById } from '../../src/mistakes/catalogue.ts';
import { diagnose } from '../../src/mistakes/diagnose.ts';
import type { Diagnosis } from '../../src/mistakes/told.ts';

const read = (source: string) => {
  const { statement, problems } = parseStatement(source);
  if (!statement || problems.length > 0) throw new Error(`Cannot read ${source}`);
  return statement;
};

/** Diagnoses a line; the line above is null for a line that contradicts itself. */
function diagnosed(above: string | null, written: string, given: readonly string[] = []): readonly Diagnosis[] {
  return diagnose(above === null ? null : read(above), read(written), { given: given.map(read) });
}

/** `line above ⇒ wrong line : rule`, or `wrong chain : rule` for a line that contradicts itself. */
function parts(row: string): { above: string | null; written: string; rule: string } {
  const at = row.lastIndexOf(' : ');
  const [above, written] = row.slice(0, at).split(' ⇒ ');
  return { above: written === undefined ? null : (above ?? null), written: written ?? above ?? '', rule: row.slice(at + 3) };
}

/** A family: lines in which a rule must be among the two named, and lines in which nothing may be named. */
export function check(
  family: string,
  lists: { readonly named: string; readonly unnamed: string; readonly given?: readonly string[] },
): void {
  const rows = (list: string): string[] =>
    list
      .trim()
      .split('\n')
      .map(row => row.trim());
  describe(family, () => {
    for (const row of rows(lists.named)) {
      const { above, written, rule } = parts(row);
      test(`${ruleById(rule)?.name ?? rule}: ${above ?? 'alone'} ⇒ ${written}`, () => {
        const found = diagnosed(above, written, lists.given);
        expect(found.map(diagnosis => diagnosis.rule)).toContain(rule);
        for (const { explanation, principle, elsewhere, confidence } of found) {
          expect(`${explanation}${principle}${elsewhere}`).not.toMatch(/[{}]|undefined/);
          expect(confidence).toBeGreaterThan(0);
        }
      });
    }
    for (const row of rows(lists.unnamed)) {
      const [above, written] = row.split(' ⇒ ');
      test(`nothing is named: ${above} ⇒ ${written}`, () => {
        expect(diagnosed(above ?? null, written ?? '', lists.given)).toEqual([]);
      });
    }
  });
}
