export { formatOf, readDocument } from './document.ts';
export { type NotebookCell, readNotebook } from './notebook.ts';
export { readRow, type SolutionRow } from './row.ts';
