import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { quantitiesIn } from '../reference/quantities.ts';
import { overlap, wordsIn } from '../reference/words.ts';

/** Text as it is read, without the marks of Markdown and LaTeX. */
export function plainWords(text: string): string {
  return text
    .replace(/\\(?:times|cdot)\b/g, '×')
    .replace(/\\div\b/g, '÷')
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\(?:text|mathrm|textbf|mathbf)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([$%&#_])/g, '$1')
    .replace(/\\[()[\],;! ]/g, ' ')
    .replace(/\$(?!\d)|(?<=[\d\s])\$(?!\d)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const PLURALS = /^(?:people|children|men|women|feet|teeth|mice|geese|sheep|fish|deer|\p{L}{2,}[^s\P{L}]s)$/iu;
const UNITS =
  /^(?:%|percent|[kcdm]?m|[km]?g|km\/h|mph|lbs?|oz|ft|in|cm[²2]|m[²2]|[cm]?l|hour|day|week|month|year|minute|dollar|euro|cent|kilos?)$/i;
const STOP =
  /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|is|are|was|were|be|has|have|had|each|per|every|more|less|fewer|than|that|which|who|when|if|then|so|as|into|after|before|left|long|wide|tall|high|he|she|it|they|we|goes?|costs?|pays?|gets?)$/i;

/** The unit or noun behind a number: `kg of apples`, `more apple trees`, `km an hour`; '' when there is none. */
function nounAfter(text: string): string {
  const more = /^[ \u00a0-]?(?:more|fewer|less|extra|other|additional)\b/.exec(text)?.[0] ?? '';
  const behind = text.slice(more.length).replace(/^[ \u00a0-]/, '');
  const [run = ''] = /^(?:[\p{L}%²/]+(?: |$|(?=[^\p{L}]))){0,3}/u.exec(behind) ?? [];
  const words = run.trim().split(' ');
  const stop = words.findIndex(word => STOP.test(word));
  const kept = stop < 0 ? words : words.slice(0, stop);
  const head = kept.findIndex(word => PLURALS.test(word) || UNITS.test(word));
  const noun = kept.slice(0, head < 0 ? (stop >= 0 ? 2 : 1) : head + 1).join(' ');
  const rest = behind.slice(noun.length).trimStart();
  const tail = /^(?:each\b|(?:per|an?|every) (?!piece)\p{L}+)/u.exec(rest)?.[0] ?? '';
  const of = tail === '' && noun !== '' ? (/^of \p{L}+s\b/u.exec(rest)?.[0] ?? '') : '';
  return [more.replace(/^[ \u00a0-]/, ''), noun, tail || of].filter(Boolean).join(' ');
}

/** The last words of a clause, without what joins it to another. */
function lastWords(text: string, most: number): string {
  const clause = text.split(/[.,;:!?=()]\s|\s(?:and|but|so|then)\s/).at(-1) ?? '';
  const words = clause
    .replace(/[,:;=(]+\s*$/, '')
    .replace(/^(?:and|but|so|then)\s/i, '')
    .trim()
    .split(/\s+/);
  const from = words.findLastIndex(word => /\d/.test(word)) + 1;
  return words
    .slice(Math.max(from, words.length - most))
    .join(' ')
    .replace(/^(?:of|in|on|at|to|for|from|by|with|than)\s+/i, '');
}

/** What stands before and behind a calculation in its line. */
export function wordsAround(text: string, from: number, to: number): { readonly before: string; readonly unit: string } {
  const lead = plainWords(text.slice(0, Math.max(0, from)))
    .replace(/^(?:(?:step|line)\s*)?\d*\s*[.):]\s*/i, '')
    .replace(/(?:[\s,:;=–-]+|\b(?:so|or|that is))+$/i, '');
  const words = lead.split(' ');
  return {
    before: words.length > MOST_WORDS ? `… ${words.slice(-MOST_WORDS).join(' ')}` : lead,
    unit: to < 0 ? '' : nounAfter(text.slice(to).replace(/^(?:\$|\\\)|\*+)+/, '')),
  };
}

const MOST_WORDS = 9;

/** A number in the words of the problem: where it is named, or what it stands for; null when the problem has nothing of the kind. */
export function givenAs(number: Expr, problem: string, line: string): { readonly label: string; readonly words: string } | null {
  const value = evaluateExact(number);
  if (value === null) return null;
  const named = namedIn(problem, line, value);
  const derived = named === null ? derivedIn(problem, value) : '';
  const label = writtenAs(number);
  return named ?? (derived === '' ? null : { label, words: derived === label ? '' : derived });
}

/** An expression as it stands in a picture. */
export const writtenAs = (expr: Expr): string =>
  printPlain(expr)
    .replace(/ [·*] /g, ' × ')
    .replace(/(?<=[\d)])\/(?=[\d(])/g, ' ÷ ')
    .replace(/ - /g, ' − ')
    .replace(/^-/, '−');

/** The place of the problem that names the value; of several, the one that is most like the line. */
function namedIn(problem: string, line: string, value: Q.Rational): { label: string; words: string } | null {
  const text = plainWords(problem);
  const here = wordsIn(line);
  let best: { readonly label: string; readonly words: string } | null = null;
  let most = -1;
  for (const { 0: said, 1: digits = '', index } of text.matchAll(/(?:[$€£] ?)?(\d[\d,]*(?:\.\d+)?|\.\d+)(?![\d/]|\.\d)%?/g)) {
    const found = Q.parseDecimal(digits.replace(/,/g, ''));
    if (found === null || said.endsWith('%') || !Q.equal(found, value)) continue;
    const number = said.replace(/,$/, '');
    const unit = nounAfter(text.slice(index + number.length));
    const words = lastWords(text.slice(0, index), 4);
    const score = overlap(here, wordsIn(`${words} ${unit}`));
    if (score > most) best = { label: unit === '' ? number : `${number} ${unit}`, words };
    most = Math.max(most, score);
  }
  return best;
}

/** `25%` for 0.25, `what is left after 25%` for 0.75, `half` for a 2 to divide by; '' where the problem has nothing of the kind. */
function derivedIn(problem: string, value: Q.Rational): string {
  const quantities = quantitiesIn(problem);
  const other = Q.divide(Q.ONE, value);
  const direct = quantities.find(q => Q.equal(q.value, value));
  const found = direct ?? (other === null ? undefined : quantities.find(q => Q.equal(q.value, other) && /^\p{L}+$/u.test(q.said)));
  return found === undefined || /^[\d.]+$/.test(found.said) ? '' : found.said;
}
