export { formatOf, readDocument, readOutline } from './document.ts';
export { readNotebook } from './notebook.ts';
export { readRow, revised } from './row.ts';
