import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Card } from '../../../src/lema/export/card.ts';
import { plantedProblem } from '../../../src/lema/plant.ts';
import type { CorrectionRow } from '../../../src/lema/records.ts';
import { lema, type Ran } from '../../cli/run.ts';

/** A planted correction and its right twin for each seed. */
export function plantedRows(count: number): CorrectionRow[] {
  return Array.from({ length: count }, (_, seed) => plantedProblem(seed, {})).flatMap(made =>
    (made === null ? [] : [made.row, made.right]).map(row => ({
      id: row.id,
      problem_id: row.problem,
      problem: row.problem,
      steps: [...row.steps],
      first_error: row.first_error,
      mistake: row.mistake,
      explanation: row.explanation ?? '',
      correct_steps: [...row.correct_steps],
      answer: row.correct_steps.at(-1) ?? null,
      from: row.first_error < 0 ? ('right' as const) : ('planted' as const),
      topic: row.category,
      licence: 'MIT',
    })),
  );
}

/** A correction with one thing or another changed. */
export const correction = (changes: Partial<CorrectionRow> = {}): CorrectionRow => ({
  id: 'c',
  problem_id: 'p',
  problem: 'Solve 3x + 6 = 18.',
  steps: ['3x + 6 = 18', '3x = 24', 'x = 8'],
  first_error: 1,
  mistake: 'term-keeps-sign',
  explanation: 'The 6 was added, and it must be subtracted.',
  correct_steps: ['3x = 12', 'x = 4'],
  answer: '4',
  from: 'model',
  ...changes,
});

export interface Exported extends Ran {
  readonly folder: string;
  readonly card: Card | null;
  readonly rows: { readonly train: readonly unknown[]; readonly dev: readonly unknown[] };
}

/** Writes the rows to files, exports them by the command, and reads what came of it. */
export async function exported(rows: readonly unknown[], args: readonly string[] = [], folder = newFolder()): Promise<Exported> {
  const file = join(folder, 'corrections.jsonl');
  writeFileSync(file, rows.map(row => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));
  const ran = await lema(['data', 'export', ...(rows.length > 0 ? [file] : []), '--out', join(folder, 'out'), ...args]);
  return { ...ran, folder, ...read(join(folder, 'out')) };
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'export-'));

function read(folder: string): Pick<Exported, 'card' | 'rows'> {
  const text = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const rows = (name: string) =>
    text(name)
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as unknown);
  return { card: JSON.parse(text('card.json') || 'null') as Card | null, rows: { train: rows('train.jsonl'), dev: rows('dev.jsonl') } };
}
