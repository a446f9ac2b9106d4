import type { PlantOptions } from '../mistakes/plant.ts';
import { type PlantedRow, plantedProblem } from './plant.ts';

/** What is planted at many seeds, and how it is written. */
export interface PlantMany {
  readonly options: Omit<PlantOptions, 'seed' | 'weight'> & { readonly topic?: string };
  /** The right solution behind each. */
  readonly twins: boolean;
  /** For reading, or one JSON object a line. */
  readonly text: boolean;
}

/** Seeds one after another. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** The rows of these seeds as they are written; null where the mistake fits none of the problems that can be made. */
export function plantMany({ from, count }: Seeds, { options, twins, text }: PlantMany): string | null {
  const write = writerOf(text);
  let written = '';
  for (let seed = from; seed < from + count; seed++) {
    const made = plantedProblem(seed, options);
    if (made === null) return null;
    written += write(made.row);
    if (twins) written += write(made.right);
  }
  return written;
}

/** How rows are written: for reading, or one JSON object a line. */
export const writerOf = (text: boolean): ((row: PlantedRow) => string) => (text ? forReading : asJson);

const asJson = (row: PlantedRow): string => `${JSON.stringify(row)}\n`;

/** The steps with marks, the mistake in words, and the right steps. */
function forReading({ id, problem, steps, first_error, mistake, explanation, correct_steps }: PlantedRow): string {
  const lines = steps.map((step, i) => `${i === first_error ? '✗' : ' '} ${step}`);
  const cause = mistake === null ? [] : [`  ${mistake}: ${explanation ?? ''}`, ...correct_steps.map(step => `✓ ${step}`)];
  return `${[`${id}  ${problem}`, ...lines, ...cause].join('\n')}\n\n`;
}
