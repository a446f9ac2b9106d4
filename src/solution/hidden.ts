import type { Edit } from './mask.ts';
import type { Range } from './solution.ts';

/** What no format marks but no reader takes for the student's mathematics, each with a sign that stands in all of it. */
const HIDDEN: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['$', /(?<![\w$\\])\$(?=\d{1,12}(?:[.,]\d{1,12})?\$(?![\w$]))/g],
  ['$', /(?<=(?<![\w$\\])\$\d{1,12}(?:[.,]\d{1,12})?)\$(?![\w$])/g],
  ['<<', /<<[^<>\n]{0,200}>>/g],
  ['://', /\bhttps?:\/\/\S+/g],
  ['www.', /\bwww\.\S+/g],
  ['@', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/g],
  ['`', /`[^`\n]+`/g],
  ['"', /(?<=^|[\s(])"(?=[^"\s])[^"\n]{0,400}?(?<=[^"\s])"(?=[\s.,;:!?)]|$)/gm],
  ['“', /“[^“”\n]{0,400}”/g],
  ['«', /«[^«»\n]{0,400}»/g],
  ['(', /\((?:correct )?(?:to )?(?:\d{1,2} ?(?:d\.? ?p|s\.? ?f)\.?|(?:\d|one|two|three|four) (?:decimal places?|significant figures?))\)/g],
  ['(', /(?<=[\p{L}\d)\]²³] ?)(?<!\b(?:or|and) ?)\((?:since |as |because |for )?[a-zθ] ?[<>≤≥] ?[-−]?[\d./π√]+\)(?=[\s.]*$)/gmu],
  ['HS', /=\s*[LR]HS(?=[\s.]*$)/gm],
  ['<!--', /<!--[\s\S]{0,2000}?-->/g],
  ['**', /(?<![\w)])\*\*(?=\S)|(?<=\S)\*\*(?![\w(])/g],
];

/** Calculator marks, addresses, code spans, quoted words, comments and bold marks in a range, as blanks. */
export function hiddenIn(text: string, range: Range): Edit[] {
  const slice = text.slice(range.start, range.end);
  return [...eventsIn(slice, range.start), ...groupsIn(slice, range.start), ...hiddenMarks(slice, range)];
}

/** `e^t = 10 000`: groups of three figures in a line with letters that are raised or multiplied; none of a row of a matrix. */
const GROUPED =
  /(?<=^[^\n]*(?:\p{L} ?\^|\^\(|\d[a-z](?![a-z]))[^\n]*)(?<![\w.,|]|\d |\[[^\]\n]{0,80})[1-9]\d{0,2}(?: \d{3})+(?![\w|]|[.,]\d| \d| ?[a-z]{2})/gmu;

/** Numbers with blanks between their groups of figures, as numbers without. */
const groupsIn = (slice: string, start: number): Edit[] =>
  / \d{3}(?!\d)/.test(slice)
    ? [...slice.matchAll(GROUPED)].map(match => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
        by: match[0].replace(/ /g, '').padStart(match[0].length, '0'),
      }))
    : [];

/** `P(both red) =`: a probability whose event is told in words, as a letter with an index that tells it from others. */
const EVENT = /(?<![\p{L}\\])P\s*\((?=[^()=]*\p{L}{3})([^()=]{3,60})\)(?=\s*=)/gu;

function eventsIn(slice: string, start: number): Edit[] {
  return [...slice.matchAll(EVENT)].map(match => {
    const event = (match[1] ?? '').trim();
    const letter = /[a-z]/i.exec(event)?.[0] ?? 'e';
    return {
      start: start + match.index,
      end: start + match.index + match[0].length,
      by: `P_{${letter}${indexOf(event, match[0].length - 5)}}`,
    };
  });
}

/** A number of at most so many figures, and of six, that other words hardly share. */
function indexOf(event: string, figures: number): number {
  let sum = 0;
  for (const char of event.replace(/\s+/g, ' ').toLowerCase()) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % 10 ** Math.min(figures, 6);
}

function hiddenMarks(slice: string, range: Range): Edit[] {
  return HIDDEN.flatMap(([sign, pattern]) =>
    slice.includes(sign)
      ? [...slice.matchAll(pattern)].map(match => ({ start: range.start + match.index, end: range.start + match.index + match[0].length }))
      : [],
  );
}
