import { parseStatement } from '../../math/parse.ts';
import { knownUnit } from '../../math/read/units.ts';
import { lettersOf } from '../../math/tree.ts';
import type { Find } from '../display.ts';
import { formulasIn } from '../formulas.ts';
import type { Edit } from '../mask.ts';
import type { Range } from '../solution.ts';

const LONGEST = 4000;

/**
 * Formulas with letters inside sentences that the reader of calculations does not reach or doubts: 'divide by sin x: 2 cos x = 1', `gT² = 4π²L`.
 * A formula stands in the place of what was found in it; where that was read whole, it stays.
 */
export function withFormulas(masked: string, range: Range, hidden: readonly Edit[], finds: readonly Find[]): Find[] {
  const text = masked.slice(range.start, range.end);
  if (text.length > LONGEST || hidden.length > 0 || text.includes('\\') || !/[=<>≤≥≠]/.test(text)) return [...finds];
  const formulas = formulasIn(text)
    .map(({ start, end }): Range => ({ start: range.start + start, end: range.start + end }))
    .filter(formula => isBetter(masked, formula, finds));
  if (formulas.length === 0) return [...finds];
  const kept = finds.filter(find => !formulas.some(formula => overlaps(formula, find.range)));
  const read = formulas.map((formula): Find => ({ range: formula, setting: 'display', readings: [[]], doubt: null, otherwise: null }));
  return [...kept, ...read].sort((a, b) => a.range.start - b.range.start);
}

/** All that was found in it lies inside and says less: doubtful, or only a part of it. And it can be read, with a letter that is no sign of multiplication. */
function isBetter(masked: string, formula: Range, finds: readonly Find[]): boolean {
  const inside = finds.filter(find => overlaps(formula, find.range));
  if (inside.some(({ range }) => range.start < formula.start || range.end > formula.end)) return false;
  const whole = (find: Find): boolean =>
    find.doubt === null && find.otherwise === null && find.range.start === formula.start && find.range.end >= formula.end;
  const text = masked.slice(formula.start, formula.end);
  if (
    inside.some(whole) ||
    AMBIGUOUS.test(text) ||
    /[-+−–*×÷·/$£€'’.…⋯][ \t]?$|\w$|[-+−*×÷·/=<>≤≥≠] ?\p{L}{1,3} $/u.test(masked.slice(Math.max(0, formula.start - 6), formula.start)) ||
    (/^\s*\+/.test(text) && /[\p{L}\d)]\s*$/u.test(masked.slice(Math.max(0, formula.start - 6), formula.start))) ||
    /^\s*(?:[*/^×÷·⋅]|[-+−–]\S|[-+−]?\s*(?:…|⋯|\.\.\.))/.test(masked.slice(formula.end, formula.end + 6))
  )
    return false;
  if ([...text.matchAll(MEASURED)].some(([, letter]) => knownUnit(letter ?? '') !== null) || isOfMeasures(text)) return false;
  const { statement } = parseStatement(text);
  return statement !== null && (lettersOf(statement).length > 0 || /(?<!\p{L})[fgh]\s*\(/u.test(text));
}

/** A sign of multiplication like a letter, a percentage, a ratio, and letters that may be numbers of their own. */
const AMBIGUOUS = /\d\s*[xX]\s*\d|%|\s:\s|(?<!\p{L})[ei](?!\p{L}|\^|[⁰¹²³⁴-⁹ʰ-ʸˡ-ˣᵃ-ᵛᶜᶠᶻⁱⁿ⁻])/u;
/** A letter set apart behind a number. */
const MEASURED = /\d\s+(\p{L})(?!\p{L})/gu;

/** `3m × 4m = 12m`, `14 tbs - 4 tbs = 10 tbs`: each of its letters stands behind a number and may be a unit. */
const isOfMeasures = (text: string): boolean =>
  [...text.matchAll(/(?<!\p{L})\p{L}+/gu)].every(
    ({ 0: word, index }) =>
      (knownUnit(word) === null && word.length > 1 ? /\d\s+$/ : /\d\s*$/).test(text.slice(0, index)) &&
      (knownUnit(word) !== null || word.length > 1),
  );

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
