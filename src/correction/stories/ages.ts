import { asks, type Fact, fact, initialsOf, type Story, type StoryReader } from './story.ts';

const NAME = "((?:(?:his|her|the|a|my|an) )?[a-z]+(?:'s [a-z]+)?)";
const TIMES = '(half|(?:2 and a half|# and a half|#) times|exactly # times|exactly half) as old as';
const NUMBER = '(\\d+(?:\\.\\d+)?)';
const PRONOUN = /^(?:he|she|they|it|his|her|him|then|now|today|who)$/;
const head = (name: string): string => name.replace(/^(?:his|her|the|a|an|my) /, '');

/** a·x + b·y = c for the ages now. */
type Row = readonly [a: number, b: number, c: number];

const factorOf = (words: string): number => {
  if (/half$/.test(words.trim()) && !/\d/.test(words)) return 0.5;
  return Number(/\d+(?:\.\d+)?/.exec(words)?.[0] ?? Number.NaN) + (/and a half/.test(words) ? 0.5 : 0);
};

const compiled = (pattern: string): RegExp => new RegExp(pattern.replaceAll('#', NUMBER.replace('(', '(?:')).replaceAll('@', NUMBER), 'g');

type Equation = (numbers: Readonly<Record<'n' | 'k', number>>, names: readonly [number, number]) => Row;
const times =
  (shift: 1 | -1 | 0): Equation =>
  ({ n, k }, [i, j]) => {
    const row: [number, number, number] = [0, 0, shift * n * (k - 1)];
    row[i] = 1;
    row[j] = -k;
    return row;
  };

/** `age(i) + s·n = k · (age(j) + s·n)`, in the forms in which stories tell it. */
const TELLS: readonly (readonly [pattern: RegExp, shift: 1 | -1 | 0])[] = [
  [compiled(`in @ years(?: time)?,? ${NAME} (?:will|is going to) be ${TIMES} ${NAME}\\b(?! (?:is |are )?(?:now|today))`), 1],
  [compiled(`@ years from now,? ${NAME} (?:will|is going to) be ${TIMES} ${NAME}\\b(?! (?:is |are )?(?:now|today))`), 1],
  [compiled(`@ years ago,? ${NAME} (?:was|were) ${TIMES} ${NAME}\\b(?! (?:is |are )?(?:now|today))`), -1],
  [compiled(`()${NAME} is (?:now |today )?${TIMES} ${NAME}`), 0],
];
const OLDER = compiled(`${NAME} is @ years? (older|younger) than ${NAME}`);
const SUMS: readonly RegExp[] = [
  compiled(`${NAME} and ${NAME} are (?:together )?@ years old(?: together)?`),
  compiled('\\b(?:today|now|together),? they are (?:together )?@ years old(?: together)?'),
  compiled(
    '(?<!(?:years|then|be),? )(?:together they are|together,? their ages are|the sum of their ages is|their ages (?:add up to|sum to|total)|the sum of the ages of [a-z ]+? is) @',
  ),
];

const LATER_SUM = compiled(
  'in @ years(?: time)?,? (?:the sum of (?:their|the) ages will be|their ages will (?:add up to|sum to|total)|they will be(?: together)?) @',
);

/** Two people, and two things told of their ages now, earlier or later. */
export const AGES: StoryReader = ({ text, question, numbers }) => {
  if (!/\b(?:old|older|younger|ages?)\b/.test(text)) return null;
  const names: string[] = [];
  const rows: Row[] = [];
  let used = 0;
  const others: number[] = [];
  const index = (name: string, besides: number | null): number => {
    if (PRONOUN.test(name)) return besides === null ? 0 : 1 - besides;
    const at = names.indexOf(head(name));
    return at >= 0 ? at : names.push(head(name)) - 1;
  };
  for (const match of text.matchAll(OLDER)) {
    const [, x = '', d = '', how, y = ''] = match;
    const [i, j] = [index(x, null), index(y, null)];
    const row: [number, number, number] = [0, 0, (how === 'older' ? 1 : -1) * Number(d)];
    row[i] = 1;
    row[j] = -1;
    rows.push(row);
    used += 1;
  }
  for (const [pattern, shift] of [...TELLS].reverse())
    for (const match of text.matchAll(pattern)) {
      const [whole, n = '', x = '', k = '', y = ''] = match;
      if (shift === 0 && /\b(?:will|was|were)\b/.test(whole)) continue;
      const i = index(x, null);
      const j = index(y, i);
      if (i === j || i > 1 || j > 1) return null;
      rows.push(times(shift)({ n: shift === 0 ? 0 : Number(n), k: factorOf(k) }, [i, j]));
      used += (whole.match(/\d+(?:\.\d+)?/g) ?? []).length;
      if (shift !== 0) others.push(shift * Number(n));
    }
  for (const pattern of SUMS)
    for (const match of text.matchAll(pattern)) {
      const groups = match.slice(1).filter(group => group !== undefined);
      const total = Number(groups.at(-1));
      if (groups.length === 3) for (const name of groups.slice(0, 2)) index(name, null);
      rows.push([1, 1, total]);
      used += 1;
    }
  for (const [, years = '', total = ''] of text.matchAll(LATER_SUM)) {
    rows.push([1, 1, Number(total) - 2 * Number(years)]);
    used += 2;
    others.push(Number(years));
  }
  const shift = shiftIn(question);
  if (shift !== 0) used += 1;
  const [one, two, ...more] = rows;
  if (!one || !two || more.length > 0 || names.length !== 2 || used !== numbers) return null;
  const det = one[0] * two[1] - one[1] * two[0];
  const x = (one[2] * two[1] - one[1] * two[2]) / det;
  const y = (one[0] * two[2] - one[2] * two[0]) / det;
  return Number.isFinite(x) && Number.isFinite(y) && x > 0 && y > 0
    ? story(names, [x, y], question, shift === 0 ? others : [...others, shift], shift)
    : null;
};

const AHEAD = /\bhow old will [a-z' ]+ be (?:in|after) (\d+) years?\b|\bin (\d+) years?(?: time)?,? how old will\b/;
const BEFORE = /\bhow old was [a-z' ]+ (\d+) years? ago\b|\b(\d+) years? ago,? how old was\b/;

/** How many years from now the question asks for. */
function shiftIn(question: string): number {
  const [, ahead, later] = AHEAD.exec(question) ?? [];
  const [, before, ago] = BEFORE.exec(question) ?? [];
  return Number(ahead ?? later ?? 0) - Number(before ?? ago ?? 0);
}

function story(
  names: readonly string[],
  now: readonly [number, number],
  question: string,
  others: readonly number[],
  shift: number,
): Story {
  const [x, y] = now;
  const facts: Fact[] = names.flatMap((name, i) => {
    const own = now[i] ?? 0;
    return [
      fact(`${name}(?:'s)? (?:(?:current |present )?age(?: (?:is )?(?:now|today))?|(?:is )?now)`, own),
      fact(`${name}(?:'s)?`, own, ...others.flatMap(n => [own + n, own - n])),
    ];
  });
  const amounts = [x, y, ...others.flatMap(n => [x + n, y + n])];
  const plain = question.replace(/.*[.,]/, '');
  const asked = names.findIndex((name, i) => new RegExp(`\\b${name}\\b`).test(plain) && !new RegExp(`\\b${names[1 - i]}\\b`).test(plain));
  const rest = { facts, amounts, exact: true, ...initialsOf(names, now) };
  const isThen = shift !== 0 && asked >= 0;
  if (isThen) {
    const then = (now[asked] ?? 0) + shift;
    const name = names[asked] ?? '';
    const own = fact(
      `${name}(?:'s)? (?:age )?(?:then|in \\d+ years)|(?:in \\d+ years(?: time)?,? )(?:the |his |her )?${name}(?:'s age)?`,
      then,
    );
    const today = new RegExp(
      `\\b(?:${name}|he|she) (?:will (?:then )?be|was(?: then)?) (?:then )?${now[asked] ?? 0}(?![.\\d]\\d| ?[-+*·×]|\\d)`,
    );
    return { ...asks(then, name), ...rest, facts: [own, ...facts], traps: [{ pattern: today, instead: `${then} then` }] };
  }
  return asked >= 0 &&
    /\bhow old (?:is|are)\b|\bage of\b|'s (?:current |present )?age\b|\bfind \w+'s/.test(plain) &&
    !/\bwill|in \d|was\b|ago\b/.test(plain)
    ? { ...asks(now[asked] ?? 0, names[asked] ?? ''), ...rest }
    : { asked: null, ...rest };
}
