import type { StoryReader } from '../story.ts';
import { solvedStory } from './solved.ts';

const NAMES: Readonly<Record<string, string>> = {
  half: '1/2',
  'a half': '1/2',
  'one half': '1/2',
  'a third': '1/3',
  'one third': '1/3',
  'a quarter': '1/4',
  'one quarter': '1/4',
  'a fourth': '1/4',
  'one fourth': '1/4',
  'a fifth': '1/5',
  'one fifth': '1/5',
  'a sixth': '1/6',
  'a tenth': '1/10',
  'one tenth': '1/10',
};
const NAMED = new RegExp(
  `\\b(?:${Object.keys(NAMES)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b(?= of\\b)`,
  'g',
);
const PART = '(\\d+\\/\\d+|\\d+(?:\\.\\d+)?%)';
const REST =
  '(?:the |what |those |her |his |their )?(?:rest\\b|remain\\w*|is left|was left|are left|were left|left over|left\\b|that (?:is|are|was|were) left|[a-z]+ (?:that |which )?(?:(?:is|are|was|were) )?(?:left|remain\\w*))';
const PARTS = new RegExp(PART, 'g');
const OF_REST = new RegExp(`${PART} of ${REST}`);
const OPENS_WITH_REST = new RegExp(`^ of ${REST}`);
const GROUPS = /\b(\d+) [a-z]+ (?:of|with|each with|containing|holding) (\d+)\b/;

/** A fraction of a whole amount, and then a fraction of what remains: how much is left, or how much each of the two was. */
export const leftAfterTwo: StoryReader = ({ text, question }) => {
  const plain = text.replace(NAMED, name => NAMES[name] ?? name).replace(/\b(?:half|1\/2) (?=the (?:rest|remaining))/g, '1/2 of ');
  const second = OF_REST.exec(plain);
  const parts = second ? [...plain.matchAll(PARTS)] : [];
  const [first, next, ...more] = parts;
  if (!second || !first || !next || more.length > 0 || second.index !== next.index) return null;
  const before = plain.slice(first.index + first[0].length, next.index);
  if (!/^ of\b/.test(before) || OPENS_WITH_REST.test(before)) return null;
  const rest = plain.replace(PARTS, ' ');
  const numbers = rest.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const groups = GROUPS.exec(rest);
  const whole = numbers.length === 1 ? numbers[0] : numbers.length === 2 && groups ? Number(groups[1]) * Number(groups[2]) : undefined;
  const asks =
    /\b(?:left|remain\w*)\b/.test(question.replace(OF_REST, ' ')) && !/\b(?:fraction|percent\w*)\b|%/.test(question.replace(PARTS, ' '));
  if (
    whole === undefined ||
    !asks ||
    /\b(?:dozens?|pairs?|scores?|hundreds?|more|then has|gives? back|costs?|at first|originally|has \d+[^.?]*left|are \d+[^.?]*left|left[^.?]*\d)\b/.test(
      rest,
    )
  )
    return null;
  const [p, q] = [first, next].map(([one]) => {
    const [over = '', under = '1'] = one.replace('%', '').split('/');
    return Number(over) / Number(under) / (one.includes('%') ? 100 : 1);
  });
  if (p === undefined || q === undefined || p >= 1 || q >= 1) return null;
  const left = whole * (1 - p);
  const pieces = [first, next].flatMap(([one], i) => {
    const under = Number(one.split('/')[1] ?? 100);
    return [(i === 0 ? whole : left) / under, 1 / under];
  });
  const story = solvedStory({
    value: left * (1 - q),
    way: [whole, whole * p, left, left * q, whole * p + left * q, 1 - p, 1 - q, (1 - p) * q, (1 - p) * (1 - q), p + (1 - p) * q, ...pieces],
    nouns: 'left|remain\\w*',
  });
  return { ...story, elsewhere: [whole * p, left * q].some(one => Math.abs(one - left * (1 - q)) < 1e-9) };
};
