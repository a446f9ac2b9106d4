import type { StoryReader, Trap } from '../story.ts';
import { solvedStory } from './solved.ts';

const MORE = '(?:more|higher|greater|taller|longer|heavier|larger|bigger|dearer|faster|older)';
const LESS = '(?:less|fewer|lower|cheaper|smaller|shorter|lighter|slower)';
const escaped = (text: string): string => text.replace('.', '\\.');
/** The amount in the question is another one than the percentage is of. */
const OTHERS =
  /\b(?:will|next|after|increase\w*|decrease\w*|discount|reduc\w*|interest|tax|vat|sale|how (?:many|much) (?:more|less|fewer)|percent\w*)\b/;

/** '40, which is 20% more than …'. */
const AMOUNT_FIRST = new RegExp(
  `\\b(\\d+(?:\\.\\d+)?)(?!%)[^\\d]{0,50}?(?:[.;,] (?:that|this|which) is|[.;,] which are|, that is|\\bis|\\bare) (?:exactly )?(\\d+(?:\\.\\d+)?)% (${MORE}|${LESS}) than ([^.?]*)`,
);
/** 'A is 20% more than B. A has 40'. */
const AMOUNT_LAST = new RegExp(
  `\\b([a-z]{2,}) (?:is|are|has|have|earns?|costs?|weighs?|was) (\\d+(?:\\.\\d+)?)% (${MORE}|${LESS})(?: [a-z]+)? than ([^.?\\d]*)[.;,] (?=[^.?\\d]*\\b\\1\\b)[^.?\\d]*?\\b(\\d+(?:\\.\\d+)?)(?!%)`,
);
const IS_MORE = new RegExp(`^${MORE}$`);

const FILLING = /^(?:the|an?|that|this|of|number|in|is|has|have|was|what|how|much|many)$/;

/** An amount that is so many percent more or less than another one, which is asked for: the percentage is of that one. */
export const otherBase: StoryReader = ({ text, question, numbers }) => {
  if (numbers !== 2 || OTHERS.test(text)) return null;
  const [, v, p, how = '', behind = ''] = AMOUNT_FIRST.exec(text) ?? [];
  const [, subject, p2, how2 = '', behind2 = '', v2] = v === undefined ? (AMOUNT_LAST.exec(text) ?? []) : [];
  const [amount, percent] = [v ?? v2, p ?? p2];
  if (amount === undefined || percent === undefined) return null;
  const one = v === undefined ? how2 : how;
  const up = IS_MORE.test(one);
  const other = v === undefined ? behind2 : behind;
  const nouns = (other.match(/[a-z]{2,}/g) ?? [])
    .slice(0, 5)
    .flatMap(word => (FILLING.test(word) ? [] : word.replace(/(?:ies|es|s|y)$/, '')));
  const both = /\b(?:together|altogether|in total|both|in all)\b/.test(question);
  if (!both && !nouns.some(noun => new RegExp(`\\b${noun}`).test(question))) return null;
  if (
    subject !== undefined &&
    new RegExp(
      `\\b(?:${nouns.join('|')})[a-z']*(?: [a-z]+){0,3} ${escaped(amount)}|${escaped(amount)} (?:[a-z]+ )?(?:${nouns.join('|')})`,
    ).test(text)
  )
    return null;
  const [n, c] = [Number(amount), Number(percent)];
  const f = 1 + (up ? c : -c) / 100;
  const value = n / f;
  const way = [
    f,
    n / (100 * f),
    n / (f * 10),
    value,
    Math.abs(value - n),
    100 * f,
    100 * n,
    1 / f,
    n / (5 * f),
    n / (20 * f),
    c / 100,
    n / 100,
    n / 10,
  ];
  const story = solvedStory({
    value: both ? value + n : value,
    way: [...way, n / (2 * f), n / (f * 4), (5 * n) / (100 * f)],
    nouns: both ? 'together|total|altogether' : nouns.map(noun => `${noun}\\w*`).join('|'),
  });
  const turned: Trap = {
    pattern: new RegExp(
      `\\b${escaped(percent)}% ${up ? LESS : MORE}\\b|(?<!1)${escaped(percent)}% of (?:the )?(?:[a-z]+ )?${escaped(amount)}(?![\\d.]\\d)|\\b${escaped(amount)} ?[-+·*×] ?${escaped(percent)}%`,
    ),
    instead: `${amount} is ${100 + (up ? c : -c)}% of it`,
  };
  return { ...story, traps: [turned] };
};
