/** Notes and their file: loaded when a document's notes are first read. */
export { anchorAt, findAnchor } from '../notes/anchor.ts';
export { parseSidecar, printSidecar } from '../notes/sidecar.ts';
