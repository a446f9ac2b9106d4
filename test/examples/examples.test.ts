import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lema } from '../cli/run.ts';

const folder = new URL('../../examples/', import.meta.url).pathname;
const files = readdirSync(folder).filter(name => /(?<!\.key)\.(md|tex|txt|ipynb)$/.test(name));

interface Found {
  readonly title: string;
  readonly line: number;
  readonly column: number;
  readonly finding: { readonly kind: string; readonly correction?: Record<string, unknown> };
}

/** The finding recorded beside an example, `NAME.expected.json`; `vitest -u` records it anew. */
const expectedOf = (solutions: readonly Found[]) =>
  solutions.map(({ title, line, column, finding }) => ({
    title,
    ...(finding.correction === undefined
      ? { found: finding.kind }
      : {
          found: `${line}:${column}`,
          mistake: finding.correction.mistake,
          evidence: finding.correction.evidence,
          witness: finding.correction.witness,
          correctSteps: finding.correction.correctSteps,
          answer: finding.correction.answer,
        }),
  }));

describe('every example has the finding that is recorded beside it', () => {
  for (const name of files)
    it(name, async () => {
      const { out } = await lema(['check', '--format', 'json', `${folder}${name}`]);
      const { solutions } = JSON.parse(out) as { solutions: readonly Found[] };
      const recorded = `${folder}${name}.expected.json`;
      await expect(`${JSON.stringify(expectedOf(solutions), null, 2)}\n`).toMatchFileSnapshot(recorded);
      const unconfirmed = solutions.filter(s => s.finding.correction?.verified === false);
      expect(unconfirmed.map(s => s.title)).toEqual([]);
    });

  it('there are at least sixteen, in three formats', () => {
    expect(files.length).toBeGreaterThanOrEqual(16);
    expect(new Set(files.map(name => name.split('.').pop()))).toEqual(new Set(['md', 'tex', 'txt', 'ipynb']));
  });
});
