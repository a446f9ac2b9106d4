import { asks, fact, type Story, type StoryReader, told } from './story.ts';

const MEAN = '(?:mean|average)';
const THINGS =
  '(?:numbers?|scores?|values?|tests?|exams?|quizzes|games?|matches|marks?|students?|pupils|people|boys|girls|men|women|players?|children|observations|data|items|results|adults|workers|employees|papers?)';
const MEANS = '(?:new )?(?:mean|average)(?: score| mark| age| height| weight| value)?|new (?:mean|average)';

function added(n: number, m: number, x: number): Story {
  const value = (n * m + x) / (n + 1);
  const facts = [fact('(?:old |first )?(?:sum|total)(?: of .*)?', n * m, n * m + x), fact('new (?:sum|total)', n * m + x)];
  return { ...asks(value, MEANS, facts), way: [n * m, n * m + x, n + 1, x - m, (x - m) / (n + 1)] };
}

function removed(n: number, m: number, x: number): Story {
  const facts = [fact('(?:old |first )?(?:sum|total)(?: of .*)?', n * m, n * m - x), fact('new (?:sum|total)', n * m - x)];
  return { ...asks((n * m - x) / (n - 1), MEANS, facts), way: [n * m, n * m - x, n - 1, Math.abs(x - m), Math.abs(x - m) / (n - 1)] };
}

/** The number with which a mean of n numbers becomes another one. */
function wanted(n: number, m: number, goal: number): Story {
  const value = (n + 1) * goal - n * m;
  return asks(
    value,
    'score|number|nth|mark|needs?|x',
    [fact('new (?:sum|total)|(?:sum|total) needed|needed (?:sum|total)', (n + 1) * goal)],
    [n * m, (n + 1) * goal, n, n + 1, m, goal],
  );
}

function joined(a: number, m: number, b: number, k: number): Story {
  return asks((a * m + b * k) / (a + b), `${MEAN}(?: (?:of|for) .*)?|(?:overall|combined|class|total) ${MEAN}`, [
    fact('total number(?: of .*)?', a + b),
  ]);
}

const ADDS = '(?:add\\w*|another|new|joins?|joined|includ\\w*|more|next|nth|sixth|fifth|fourth|seventh|eighth|eleventh|third)';
const LEAVES = '(?:removed?|taken (?:away|out)|takes? away|leaves?|left out|deleted|dropped|omitted|excluded)';

/** 'a goals in b matches' told several times, and the mean of all. */
const weighed: StoryReader = ({ text, question }) => {
  if (
    !new RegExp(`\\b${MEAN}\\b`).test(question) ||
    /\bweigh|%|per\b(?! (?:match|game|family|house|person|student|child|pupil|day|box|household|team))/.test(text)
  )
    return null;
  const pairs = [...text.matchAll(/(\d+) ([a-z]+) (?:in|on|for|-|:|→) (?:each of )?(\d+) ([a-z]+)/g)];
  const numbers = text.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  const stem = (word = ''): string => word.replace(/(?:es|s)$/, '');
  const [first] = pairs;
  if (!first || pairs.length < 2 || numbers !== 2 * pairs.length) return null;
  if (!pairs.every(pair => stem(pair[2]) === stem(first[2]) && stem(pair[4]) === stem(first[4]))) return null;
  return frequencies(
    pairs.map(pair => [Number(pair[1]), Number(pair[3])]),
    [stem(first[2]), stem(first[4])],
  );
};

function frequencies(pairs: readonly (readonly [number, number])[], [things, holders]: readonly string[] = []): Story {
  const sum = pairs.reduce((all, [x, f]) => all + x * f, 0);
  const count = pairs.reduce((all, [, f]) => all + f, 0);
  return asks(sum / count, MEANS, [
    ...(things ? [fact(`(?:total|sum)(?: number)?(?: of)?(?: ${things}(?:es|s)?)?`, sum, count)] : []),
    ...(holders ? [fact(`(?:total )?(?:number of )?${holders}(?:es|s)?`, count)] : []),
  ]);
}

/** 'The value 2 occurs 4 times, 9 occurs once.' */
const occurring: StoryReader = ({ text, question, numbers }) => {
  const pairs = [...text.matchAll(/(\d+) (?:occurs|appears|comes up|is there) (?:exactly )?(?:(\d+) times|once)/g)];
  const used = pairs.reduce((all, pair) => all + (pair[2] === undefined ? 1 : 2), 0);
  return pairs.length > 1 && used === numbers && new RegExp(`\\b${MEAN}\\b`).test(question)
    ? frequencies(pairs.map(pair => [Number(pair[1]), Number(pair[2] ?? 1)]))
    : null;
};

/** A table of values over a row of frequencies. */
const table: StoryReader = ({ text, question }) => {
  const [, values, , counts] =
    /(?:scores?|values?|x|marks?|goals?|numbers?|siblings|points|size|ages?|children|rolls?)(?: of \w+)?\s*:?\s*((?:\d+,? ?(?:and )?){3,})[.;,]?\s*(?:with |and |and the )?(frequenc(?:y|ies)|f|counts?|number of \w+)\s*(?:of )?:?\s*((?:\d+,? ?(?:and )?){3,})/.exec(
      text,
    ) ?? [];
  const [x, f] = [values, counts].map(list => list?.match(/\d+/g)?.map(Number) ?? []);
  if (!x || !f || x.length !== f.length || x.length < 3 || !new RegExp(`\\b${MEAN}\\b`).test(question)) return null;
  return frequencies(x.map((value, i) => [value, f[i] ?? 0]));
};

const VALUES =
  /(?<![\w.(])(\d+(?:\.\d+)?|[a-z](?![\w']))(?:(?:, (?:and )?| and |; )(?:\d+(?:\.\d+)?|[a-z](?![\w']))(?!%| [a-z]+s? (?:is|are|has)\b)){2,}/;

/** Not every value counts, or not every one as much. */
const UNEVEN = /\b(?:remov\w*|drop\w*|discard\w*|ignor\w*|lowest|highest|best|worst|weight\w*|double|twice|without|except\w*|counts?)\b/;

/** The mean of several values, all but one of which are told: in a list with a letter, or beside their number. */
const missing: StoryReader = ({ text, question }) => {
  const about = new RegExp(`\\b${MEAN}\\b`);
  const sentence = VALUES.exec(text)?.[0];
  if (
    !about.test(text) ||
    UNEVEN.test(text) ||
    sentence === undefined ||
    about.test(question.replace(/\b(?:if|when|so that|such that)\b.*|\bwhose (?:mean|average).*/, ''))
  )
    return null;
  const items = sentence.split(/,? and |, |; /);
  const known = items.filter(item => /^\d/.test(item)).map(Number);
  const rest =
    text
      .replace(sentence, ' ')
      .match(/(?<![\w.])\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  const letters = items.filter(item => /^[a-z]$/.test(item));
  const sum = known.reduce((a, b) => a + b, 0);
  const n = letters.length === 1 ? items.length : known.length + 1;
  const m = rest.filter(value => value !== n && !(value === n - 1 && letters.length === 0));
  if (letters.length > 1 || m.length !== 1 || (letters.length === 0 && !rest.includes(n))) return null;
  if (letters.length === 0 && !/\b(?:nth|other|missing|last|remaining|fourth|fifth|sixth|third|seventh|eighth)\b/.test(text)) return null;
  const mean = m[0] ?? 0;
  const value = n * mean - sum;
  const story = asks(
    value,
    `${letters[0] ?? 'x'}|(?:missing|other|last|remaining|third|fourth|fifth|sixth|seventh|eighth)(?: number| value| score| mark| test)?`,
    [fact('(?:total|(?:sum|total) (?:of|for) (?:all )?(?:the )?\\d* ?[a-z]+)(?: needed)?', n * mean, sum)],
  );
  return { ...story, amounts: [value], exact: true, way: [n * mean, sum, n, n - 1] };
};

export const MEANS_OF: readonly StoryReader[] = [
  told(
    `~\\b${MEAN}~(?:of|on|in|for) (?:(?:her|his|their|the|first|last|all|these) )*# ${THINGS}~(?:is|was|of|=|has been) #~${ADDS}~#~(?:new|now|find|what|calculate)~`,
    ([n = 0, m = 0, x = 0], { text, question }) =>
      new RegExp(`\\b${MEAN}\\b`).test(question) &&
      !new RegExp(`\\b${LEAVES}\\b|each|raise|to (?:have|get)|becomes|(?:mean|average) (?:is|was) (?:then|now)`).test(text)
        ? added(n, m, x)
        : null,
  ),
  told(
    `~# ${THINGS}~${MEAN}~(?:is|was|of|=|has been) #~${ADDS}~#~(?:new|now|find|what|calculate)~`,
    ([n = 0, m = 0, x = 0], { text, question }) =>
      new RegExp(`\\b${MEAN}\\b`).test(question) &&
      !new RegExp(`\\b${LEAVES}\\b|each|raise|to (?:have|get)|becomes|(?:mean|average) (?:is|was) (?:then|now)`).test(text)
        ? added(n, m, x)
        : null,
  ),
  told(`~\\b${MEAN}~(?:of|on|in|for) # ${THINGS}~(?:is|was|of|=) #~#~${LEAVES}~`, ([n = 0, m = 0, x = 0], { question }) =>
    /mean|average/.test(question) ? removed(n, m, x) : null,
  ),
  told(`~\\b${MEAN}~(?:of|on|in|for) # ${THINGS}~(?:is|was|of|=) #~${LEAVES}~#~`, ([n = 0, m = 0, x = 0], { question, text }) =>
    /mean|average/.test(question) && !/becomes|now #/.test(text) ? removed(n, m, x) : null,
  ),
  told(
    `~\\b${MEAN}~(?:of|on|in|for) # ${THINGS}~(?:is|was|of|=) #~(?:nth|next|another|new|fifth|sixth|fourth|seventh)~(?:${MEAN}|to (?:have|get|reach|bring|raise))~#~`,
    ([n = 0, m = 0, goal = 0], { question, text }) =>
      /\b(?:what|which|find|how many|how much)\b/.test(question) &&
      !new RegExp(`\\b${LEAVES}\\b|by #`).test(text) &&
      !/(?:new|what is the) (?:mean|average)/.test(question) &&
      !/by \d/.test(text)
        ? wanted(n, m, goal)
        : null,
  ),
  told(
    `~\\b${MEAN}~# (boys|men|girls|women|children|adults|students|pupils)~(?:is|was|of|=) #~# (boys|men|girls|women|children|adults|students|pupils)~(?:is|was|of|=)? ?#~`,
    ([a = 0, m = 0, b = 0, k = 0], { question }) => (/mean|average/.test(question) ? joined(a, m, b, k) : null),
  ),
  told(
    `~# (boys|men|girls|women|children|adults|students|pupils)~(?:is|was|of|=) #~# (boys|men|girls|women|children|adults|students|pupils)~(?:is|was|of|=)? ?#~`,
    ([a = 0, m = 0, b = 0, k = 0], { question, text }) =>
      /mean|average/.test(question) && /mean|average/.test(text.replace(question, '')) ? joined(a, m, b, k) : null,
  ),
  told(
    `~# ${THINGS}~${MEAN}~(?:is|was|of|=|has been) #~(?:nth|next|another|fifth|sixth|fourth|seventh)~(?:${MEAN}|to (?:have|get|reach|bring|raise))~#~`,
    ([n = 0, m = 0, goal = 0], { question, text }) =>
      /\b(?:what|which|find|how many|how much)\b/.test(question) &&
      !new RegExp(`\\b${LEAVES}\\b`).test(text) &&
      !/what is (?:the|his|her) (?:new )?(?:mean|average)|by \d/.test(question)
        ? wanted(n, m, goal)
        : null,
  ),
  missing,
  occurring,
  weighed,
  table,
];
