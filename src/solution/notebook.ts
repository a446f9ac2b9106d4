import { readDocument } from './document.ts';
import type { SolutionDocument } from './solution.ts';

/** A Markdown cell of a notebook: its place among all cells (from 0), its text, and what stands in it. Offsets are into `text`. */
interface NotebookCell {
  readonly cell: number;
  readonly text: string;
  readonly document: SolutionDocument;
}

/** The Markdown cells of an `.ipynb` file, or what is the matter with it. Never throws. */
export function readNotebook(json: string): NotebookCell[] | { readonly message: string } {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { message: 'is not a notebook: it is no JSON' };
  }
  const cells = typeof data === 'object' && data !== null && 'cells' in data ? data.cells : null;
  if (!Array.isArray(cells)) return { message: 'is not a notebook: it has no cells' };
  return cells.flatMap((cell: unknown, index) => {
    const text = markdownOf(cell);
    return text === null ? [] : [{ cell: index, text, document: readDocument(text, 'markdown') }];
  });
}

function markdownOf(cell: unknown): string | null {
  if (typeof cell !== 'object' || cell === null || !('cell_type' in cell) || cell.cell_type !== 'markdown' || !('source' in cell))
    return null;
  if (typeof cell.source === 'string') return cell.source;
  return Array.isArray(cell.source) ? cell.source.filter(line => typeof line === 'string').join('') : null;
}
