import type { Find } from '../display.ts';
import type { Edit } from '../mask.ts';
import type { Range } from '../solution.ts';
import { type Chain, readChain } from './chain.ts';
import { reachBefore } from './context.ts';
import type { Side } from './side.ts';
import { mayBegin } from './sides.ts';
import { type Token, tokensOf } from './tokens.ts';
import { WHY } from './unsure.ts';
import { convertible, LOOSE, measureName, STOPPING } from './words.ts';

/**
 * Relation chains in running sentences. Words before the first operand are cut off; nouns and units between operands read as blanks.
 * A side that says more than its signs do is left out of its chain; where no two neighbouring sides are left, or it is doubtful where
 * the calculation begins, the find carries the doubt and is not read. `hidden`: marked mathematics, read elsewhere. Linear time.
 */
export function proseFinds(masked: string, range: Range, hidden: readonly Edit[]): Find[] {
  const tokens = tokensOf(masked, range, hidden);
  if (!tokens.some(token => token.kind === 'rel' || token.kind === 'word' || token.text === '#')) return [];
  const finds: Find[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (isReference(tokens, at)) at += 3;
    const token = tokens[at];
    const chain = token !== undefined && mayBegin(token) ? readChain(tokens, at) : null;
    if (chain === null) at++;
    else {
      for (const find of chainFinds(tokens, chain)) {
        const last = finds.at(-1);
        if (last !== undefined && isAlternative(masked, last, find)) finds[finds.length - 1] = alternatives(last, find);
        else finds.push(find);
      }
      at = chain.next;
    }
  }
  return finds;
}

const NAMES_EQUATION = /^(?:from|by|in|into|using|with|of|and|eqs?|eqn|equations?|lines?|adding|subtracting|to)$/i;

/** `(5)` in `from (5) y = 5 - 3x`: the number of an equation. */
const isReference = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'open' &&
  NAMES_EQUATION.test(tokens[at - 1]?.text ?? '') &&
  /^\d\d?$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.kind === 'close' &&
  tokens[at + 3]?.glued === false &&
  tokens[at + 3]?.kind !== 'op';

const VALUE = /^(\p{L})\s*=\s*[-−]?\d+(?:\/\d+)?$/u;

/** `x = 3 or x = -2` is one claim, and so are `x = 3, x = -2`. */
function isAlternative(masked: string, last: Find, find: Find): boolean {
  const [one, two] = [last, find].map(({ range }) => VALUE.exec(masked.slice(range.start, range.end))?.[1]);
  if (one !== undefined && one === two && /^\s*,\s*$/.test(masked.slice(last.range.end, find.range.start))) return true;
  return find.range.start - last.range.end < 40 && /^\s*,?\s*(?:or|oder)\s+$/.test(masked.slice(last.range.end, find.range.start));
}

function alternatives(last: Find, find: Find): Find {
  const edits = [...(last.readings[0] ?? []), ...(find.readings[0] ?? [])];
  const range = { start: last.range.start, end: find.range.end };
  return { ...last, range, readings: [edits], doubt: last.doubt ?? find.doubt, otherwise: last.otherwise ?? find.otherwise };
}

function chainFinds(tokens: readonly Token[], chain: Chain): Find[] {
  const { sides, leading } = chain;
  const first = sides[0];
  const last = sides.at(-1);
  if (first === undefined || last === undefined) return [];
  if (sides.length === 1 && leading === null) return statedFinds(tokens, first);
  if (leading !== null && (leading.token.newline || isOpening(tokens, leading.token)) && sides.every(side => side.doubt === null)) {
    return [findOf(chain, 0, sides.length, leading.token.start, sides.find(side => side.unsure !== null)?.unsure ?? null)];
  }
  const [name, bracket] = tokens.slice(Math.max(0, first.first - 1), first.first + 1);
  const called = bracket?.kind === 'open' && bracket.glued && name?.kind === 'word' ? 'A name stands before this bracket.' : null;
  const reach =
    called !== null ? { doubt: called, unsure: null } : leading === null ? reachBefore(tokens, first) : { doubt: null, unsure: null };
  if (leading === null && reach.doubt === null && reach.unsure === null) {
    if (conversion(sides)) return [findOf(chain, 0, sides.length, first.start, WHY.measures)];
    if (counted(tokens, sides)) {
      const find = findOf(chain, 0, sides.length, first.start, WHY.scaled);
      return [{ ...find, readings: find.readings.slice(0, 1), otherwise: null }];
    }
  }
  const doubts = sides.map(
    (side, index) =>
      side.doubt ??
      (index === 0 ? (reach.doubt ?? loneValue(chain, reach.unsure)) : side.inWords ? 'The calculation goes on in words.' : null),
  );
  const finds: Find[] = [];
  let from = 0;
  sides.forEach((side, index) => {
    const ends = index === sides.length - 1 || doubts[index + 1] !== null || doubts[index] !== null || converts(side);
    if (!ends) return;
    if (doubts[index] === null && index > from && !sides.slice(from, index + 1).every(isLone)) {
      const unsure =
        (from === 0 ? reach.unsure : null) ?? unsureOf(tokens, sides.slice(from, index + 1), chain.relations[from] ?? [], from === 0);
      finds.push(findOf(chain, from, index + 1, sides[from]?.start ?? side.start, unsure));
    }
    from = index + 1;
  });
  if (finds.length > 0) return finds;
  const why = doubts.find(doubt => doubt !== null) ?? 'What stands left of this is not a calculation.';
  return [
    { range: { start: (leading?.token ?? first).start, end: last.end }, setting: 'prose', readings: [[]], doubt: why, otherwise: null },
  ];
}

/** What is left of a calculation is told at the end of a line. */
const LEFT = /\b(?:we (?:now )?(?:have|get)|(?:this|that|which) (?:gives|leaves|becomes)|(?:leaves|leaving) us with)$/i;

/** A bare answer: `#### 9`, 'The answer is 9'; and 'so we have 60 − 4 + 10'. */
function statedFinds(tokens: readonly Token[], side: Side): Find[] {
  if (side.doubt !== null || side.unsure !== null) return [];
  const before = tokens.slice(Math.max(0, side.first - 8), side.first);
  const marked = before.length > 0 && before.every(token => token.text === '#');
  const said =
    /\banswer\b[^.;!?]*\b(?:is|are|:|=)?$/i.test(before.map(token => token.text).join(' ')) &&
    /^(?:is|are|:|=|get|of)$/i.test(before.at(-1)?.text ?? '');
  const gone =
    tokens.slice(side.first, side.first + 3).some(token => token.kind === 'op') && LEFT.test(before.map(token => token.text).join(' '));
  const after = tokens.find(token => token.start >= side.end);
  if (!marked && !said && !(gone && (after === undefined || after.newline))) return [];
  return [{ range: { start: side.start, end: side.end }, setting: 'prose', readings: [side.edits], doubt: null, otherwise: null }];
}

function isOpening(tokens: readonly Token[], sign: Token): boolean {
  return tokens[0] === sign;
}

/** A single number that is set equal to something is a name, a conversion or the end of a longer expression, unless a calculation follows it. */
function loneValue({ sides, leading }: Chain, unsure: string | null): string | null {
  const [first, second] = sides;
  if (first === undefined || leading !== null || !isLone(first)) return null;
  return !first.noun && unsure === null && second !== undefined && !isLone(second) ? null : LONE;
}

/** `6 hours = 360 minutes`: the same quantity in units of one measure, and nothing else. */
function conversion(sides: readonly Side[]): boolean {
  const names = new Set(sides.flatMap(side => [...side.units, ...(side.unitBehind ? [side.unitBehind] : [])].map(unit => unit.name)));
  return sides.length > 1 && sides.every(side => side.quantity && side.doubt === null) && convertible(names);
}

/** `3 dozen eggs = 36 eggs`: numbers of one thing, counted in dozens first. */
function counted(tokens: readonly Token[], sides: readonly Side[]): boolean {
  const names = sides.map(side => {
    const at = side.first + 1 + side.factors.length;
    const noun = tokens[at];
    return noun?.kind === 'word' && !isJoint(noun.text.toLowerCase()) ? measureName(noun.text) : null;
  });
  const lone = sides.every(side => isLone(side) && side.doubt === null && tokens[side.first]?.kind === 'number');
  const known = new Set(names.filter(name => name !== null));
  return sides.length > 1 && lone && known.size === 1 && names[0] !== null && sides[0]?.factors.length === 1;
}

const isJoint = (word: string): boolean => STOPPING.has(word) || LOOSE.has(word) || word === 'of';

const LONE = 'A single number stands left; it may be the end of something in words, or be turned into another unit.';

function isLone(side: Side): boolean {
  return side.operators === 0 && !side.letters && side.percents.length === 0;
}

/** A share alone, such as `3/4` or `40%`, that is set equal to a quantity. */
function isShare(tokens: readonly Token[], side: Side): boolean {
  const [num, bar, den] = tokens.slice(side.first, side.after);
  if (side.after === side.first + 3 && bar?.text === '/') return Number(num?.text) < Number(den?.text);
  return side.operators === 0 && side.percents.length > 0;
}

/** `60 minutes = 1 hour`: a value with a noun is not carried over to the next side. */
function converts(side: Side): boolean {
  return side.operators === 0 && !side.letters && side.noun;
}

function unsureOf(tokens: readonly Token[], sides: readonly Side[], relation: readonly Edit[], opens: boolean): string | null {
  const unsure = sides.find(side => side.unsure !== null);
  if (unsure !== undefined) return unsure.unsure;
  if (sides.every(side => side.quantity) && convertible(new Set(sides.flatMap(side => side.measures)))) return WHY.measures;
  if (convertible(new Set(sides.flatMap(side => side.measures)))) return WHY.measures;
  const [first, second] = sides;
  if (first === undefined || second === undefined) return null;
  if (isLone(first) && !(second.letters && !first.noun && opens && tokens[second.after]?.kind !== 'open')) return LONE;
  const alike = isShare(tokens, second) || isDecimal(tokens, second);
  if (isShare(tokens, first) && !(alike && !second.noun && second.measures.length === 0 && relation.length === 0)) {
    return 'A share may be set equal to a quantity here.';
  }
  const hint = hintAround(tokens, first, sides.at(-1) ?? first);
  if (hint !== null || !opens) return hint;
  const [low, dash, high, next] = tokens.slice(first.first, first.first + 4);
  const range = first.after === first.first + 3 && /^[-–]$/.test(dash?.text ?? '') && dash?.glued === true && high?.glued === true;
  return range && next !== undefined && Number(low?.text) < Number(high?.text) && !subtracts(tokens, first.first)
    ? 'This may be a range.'
    : null;
}

/** A dash between two numbers, the larger one first, is a minus: one in the same sentence says what the others are. */
function subtracts(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index > 1 && index > at - REACH && !/[.;!?]/.test(tokens[index]?.text ?? '.'); index--) {
    const [low, dash, high] = tokens.slice(index - 2, index + 1);
    if (dash?.kind === 'op' && /^[-–−]$/.test(dash.text) && low?.kind === 'number' && Number(low.text) > Number(high?.text)) return true;
  }
  return false;
}

/** `0.75`, which a share may well be equal to. */
function isDecimal(tokens: readonly Token[], side: Side): boolean {
  return side.after === side.first + 1 && /^\d*\.\d+$/.test(tokens[side.first]?.text ?? '');
}

const LEFT_OVER = /^(?:remainder|remaining|remains|leftover|over|round|rounds|rounded|rounding|full|whole|complete)$/;
const SCALE = /^(?:thousands?|millions?|hundreds?|dozens?|billions?)$/;
const REACH = 16;

/** Words of the same sentence that say the numbers are not to be taken as they stand. */
function hintAround(tokens: readonly Token[], first: Side, last: Side): string | null {
  for (let index = first.first - 1; index >= 0 && index > first.first - 2 * REACH; index--) {
    const token = tokens[index];
    if (token === undefined || (token.kind === 'mark' && /[.;!?]/.test(token.text))) break;
    if (token.kind === 'word' && SCALE.test(token.text.toLowerCase())) return WHY.counted;
  }
  for (let index = last.after; index < last.after + REACH; index++) {
    const token = tokens[index];
    if (token === undefined || (token.kind === 'mark' && /[.;!?]/.test(token.text))) break;
    if (token.kind === 'word' && LEFT_OVER.test(token.text.toLowerCase())) return WHY.leftOver;
    if (token.kind === 'word' && SCALE.test(token.text.toLowerCase())) return WHY.counted;
  }
  return null;
}

function findOf(chain: Chain, from: number, to: number, start: number, otherwise: string | null): Find {
  const sides = chain.sides.slice(from, to);
  const lead = from === 0 && start === chain.leading?.token.start ? chain.leading.edits : [];
  const end = (to === chain.sides.length ? chain.tail : null) ?? sides.at(-1)?.end ?? start;
  const edits = [...lead, ...sides.flatMap(side => side.edits), ...chain.relations.slice(from, to - 1).flat()].filter(
    edit => edit.start < end,
  );
  const measured = otherwise === WHY.measures ? withUnits(sides, edits) : null;
  if (measured !== null) return { ...measured, range: { start, end: measured.end }, setting: 'prose', doubt: null };
  if (otherwise === WHY.scaled && sides.some(side => side.factors.length > 0)) return scaledFind(sides, edits, start);
  const percents = sides.flatMap(side => side.percents);
  const readings = percents.length === 0 ? [edits] : [edits, [...percents, ...edits]];
  return { range: { start, end }, setting: 'prose', readings, doubt: null, otherwise };
}

/** The readings of a calculation in which two units of one measure stand: by its units, and also by its numbers where not every number has one. */
function withUnits(
  sides: readonly Side[],
  edits: readonly Edit[],
): (Pick<Find, 'readings' | 'otherwise'> & { readonly end: number }) | null {
  const last = sides.at(-1);
  if (last === undefined || sides.some(side => side.rates || side.letters)) return null;
  const kept = sides.flatMap(side => side.units);
  const measured = edits.map(edit => {
    const unit = kept.find(({ start, end }) => start === edit.start && end <= edit.end);
    return unit === undefined ? edit : { start: unit.end, end: edit.end };
  });
  const behind = last.unitBehind;
  const end = behind?.end ?? last.end;
  if (sides.every(side => side.quantity)) return { readings: [measured], otherwise: null, end };
  const plain = behind === null ? edits : [...edits, { start: behind.start, end: behind.end }];
  return { readings: [plain, measured], otherwise: WHY.measures, end };
}

/** A calculation in which a word makes a number so many times as large: read so, or by its numbers alone where it is one of a rate. */
function scaledFind(sides: readonly Side[], edits: readonly Edit[], start: number): Find {
  const factors = sides.flatMap(side => side.factors);
  const end = Math.max(sides.at(-1)?.end ?? start, factors.at(-1)?.end ?? start);
  const plain = [...edits, ...factors.map(({ start: from, end: to }) => ({ start: from, end: to }))];
  const readings = sides.some(side => side.rates) ? [plain] : [[...factors, ...edits], plain];
  return { range: { start, end }, setting: 'prose', readings, doubt: null, otherwise: WHY.scaled };
}
