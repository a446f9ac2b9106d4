import { type Draft, replace, take, tokenAt } from './side.ts';
import { NUMBER_WORDS } from './words.ts';

/** Parts and multiples that stand before what they are taken of, as signs that are no longer than the words. */
const PARTS: ReadonlyMap<string, string> = new Map(
  'half 1/2,third 1/3,quarter 1/4,fourth 1/4,fifth 1/5,sixth 1/6,seventh 1/7,eighth 1/8,ninth 1/9,tenth 1/10'
    .split(',')
    .map(entry => entry.split(' '))
    .map(([word = '', by = '']) => [word, by] as const),
);
const MULTIPLES: ReadonlyMap<string, string> = new Map([
  ['twice', '2*'],
  ['double', '2*'],
  ['thrice', '3*'],
  ['triple', '3*'],
  ['quadruple', '4*'],
]);

/** What the name of a result puts between the numbers it is of. */
const RESULTS: ReadonlyMap<string, string> = new Map([
  ['sum', '+'],
  ['total', '+'],
  ['product', '*'],
  ['difference', '-'],
  ['quotient', '/'],
]);

/** What a verb puts between the two numbers it takes, with the word that joins them; `turned`: the second number comes first. */
const VERBS: ReadonlyMap<string, readonly [joint: RegExp, sign: string, turned: boolean]> = new Map(
  (
    [
      ['multiply multiplying', /^(?:by|and|with)$/, '*', false],
      ['divide dividing', /^by$/, '/', false],
      ['add adding', /^(?:and|to|with)$/, '+', false],
      ['subtract subtracting', /^from$/, '+', true],
    ] as const
  ).flatMap(([verbs, joint, sign, turned]) => verbs.split(' ').map(verb => [verb, [joint, sign, turned]] as const)),
);

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'one', 'the']);

/** False for a word, in lower case, that no phrase begins with. */
export const beginsPhrase = (first: string): boolean =>
  ARTICLES.has(first) || PARTS.has(first) || MULTIPLES.has(first) || RESULTS.has(first) || VERBS.has(first);

const word = (draft: Draft, offset: number): string => tokenAt(draft, offset)?.text.toLowerCase() ?? '';

const isNumber = (draft: Draft, offset: number): boolean =>
  tokenAt(draft, offset)?.kind === 'number' || (tokenAt(draft, offset)?.kind === 'word' && NUMBER_WORDS.has(word(draft, offset)));

/** Takes a number ahead, in digits or as a word. */
function takeNumber(draft: Draft): void {
  if (tokenAt(draft)?.kind === 'number') take(draft);
  else replace(draft, 1, NUMBER_WORDS.get(word(draft, 0)));
}

/**
 * Reads an operation that is told in words before its numbers: `half of 12`, `twice 7`, `the sum of 4, 5 and 9`, `multiplying 6 by 7`.
 * Every operand is a plain number. False, with nothing taken, when no such phrase stands here.
 */
export function readPhrase(draft: Draft): boolean {
  return beginsPhrase(word(draft, 0)) && (readPart(draft) || readMultiple(draft) || readResult(draft) || readVerb(draft));
}

function readPart(draft: Draft): boolean {
  const article = /^(?:a|an|one)$/.test(word(draft, 0)) ? 1 : 0;
  const part = PARTS.get(word(draft, article));
  if (part === undefined || word(draft, article + 1) !== 'of' || !isNumber(draft, article + 2)) return false;
  if (article === 0 && part !== '1/2') return false;
  replace(draft, article + 2, `${part}*`);
  takeNumber(draft);
  return told(draft, 'of');
}

function readMultiple(draft: Draft): boolean {
  const multiple = MULTIPLES.get(word(draft, 0));
  if (multiple === undefined || !isNumber(draft, 1)) return false;
  replace(draft, 1, multiple);
  takeNumber(draft);
  return told(draft, 'of');
}

function readResult(draft: Draft): boolean {
  const article = word(draft, 0) === 'the' ? 1 : 0;
  const sign = RESULTS.get(word(draft, article));
  const joint = word(draft, article + 1);
  if (sign === undefined || !(joint === 'of' || (sign === '-' && joint === 'between'))) return false;
  const start = article + 2;
  const joints: number[] = [];
  let at = start;
  for (; isNumber(draft, at); at++) {
    const comma = word(draft, at + 1) === ',' ? 1 : 0;
    const and = word(draft, at + 1 + comma) === 'and' ? 1 : 0;
    if (comma + and === 0 || !isNumber(draft, at + 1 + comma + and)) break;
    joints.push(comma + and);
    at += comma + and;
  }
  if (joints.length === 0 || (joints.length > 1 && /^[-/]$/.test(sign))) return false;
  const turned = sign === '-' && Number(word(draft, start).replace(/[$,]/g, '')) < Number(word(draft, at).replace(/[$,]/g, ''));
  replace(draft, start, turned ? '-' : undefined);
  takeNumber(draft);
  for (const count of joints) {
    replace(draft, count, turned ? '+' : sign);
    takeNumber(draft);
  }
  return told(draft, 'all');
}

function readVerb(draft: Draft): boolean {
  const [joint, sign, turned] = VERBS.get(word(draft, 0)) ?? [];
  if (joint === undefined || !isNumber(draft, 1) || !joint.test(word(draft, 2)) || !isNumber(draft, 3)) return false;
  replace(draft, 1, turned ? '-' : undefined);
  takeNumber(draft);
  replace(draft, 1, sign);
  takeNumber(draft);
  return told(draft, 'all');
}

/** A sign behind the phrase may belong to its last number or to the whole. */
function told(draft: Draft, after: 'of' | 'all'): true {
  draft.after = after;
  draft.operators += 1;
  draft.phrase = true;
  return true;
}
