import { join } from 'node:path';
import { readRows } from '../files/rows.ts';
import { runStage } from '../files/stage.ts';
import { type CorrectionRow, correctionRow } from '../records.ts';
import { readDecisions, settle } from './reviews.ts';
import { filesOf } from './survey.ts';

/**
 * Writes the corrections of a folder that are in use: what was planted or is right, and of models and teachers what a person has accepted.
 * @returns how many there are.
 */
export async function writeUsed(folder: string, out: string, signal: AbortSignal): Promise<number> {
  const decisions = await readDecisions(folder, signal);
  const own = await settle(folder, decisions);
  const files = (await filesOf(folder)).filter(({ kind }) => kind === 'corrections');
  async function* used(): AsyncGenerator<CorrectionRow> {
    for (const { name } of files)
      for await (const line of readRows(join(folder, name), correctionRow, signal))
        if ('row' in line && (line.row.from === 'planted' || line.row.from === 'right') && !decisions.has(line.row.id)) yield line.row;
    yield* own;
    for (const { row } of decisions.values()) if (row) yield row;
  }
  return runStage({ files: { rows: out }, settings: null, inputs: used(), work: row => [{ to: 'rows', row }], signal });
}
