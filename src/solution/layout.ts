import type { Edit } from './mask.ts';
import type { Range } from './solution.ts';

/**
 * A piece of a document as its format lays it out, in document order, not overlapping.
 * - `heading`: a title line; `level` 1 is the highest. A LaTeX environment such as `solution` opens with an empty heading that has a `role`.
 * - `item`: the paragraphs of one list item share its `item` number.
 * - `display`: mathematics set apart; `row`: a plain line that is a step of its own.
 * - `label`: a bold or `Label:` opening, such as `**Problem 2.**` or `Step 1:`; what follows it is another block.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'display' | 'label';
  readonly range: Range;
  readonly level: number;
  readonly item: number | null;
  /** What a heading or label says, without marks. */
  readonly title: string;
}

/** How a document is laid out: its blocks, and the characters that are not the student's words and mathematics. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly edits: readonly Edit[];
  /** Every `$` opens mathematics (LaTeX). */
  readonly dollarIsMaths: boolean;
}
