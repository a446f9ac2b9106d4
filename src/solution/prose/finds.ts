import type { Find } from '../display.ts';
import type { Edit } from '../mask.ts';
import type { Range } from '../solution.ts';
export function proseFinds(_masked: string, _range: Range, _hidden: readonly Edit[]): Find[] {
  return [];
}
