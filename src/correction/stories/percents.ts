import { changesIn } from './changes.ts';
import { asks, fact, type Story, type StoryReader, type Told, told } from './story.ts';

const DOWN = '(?:discount|reduc|sale|price cut|mark(?:ed)? ?down|lower|cheaper|off|fell|drop|decreas|depreciat)\\w*';
const UP = '(?:rise|raise|rises|rose|increas\\w*|grew|mark-?up|marked up|vat|tax|went up|risen|inflation)';
const WAS =
  '(?:original\\w*|before|old price|normal\\w*|regular\\w*|full price|usual\\w*|initial\\w*|previous\\w*|list price|last year|last month|yesterday|without (?:the )?(?:vat|tax)|excluding|net price)';

/** The value before a change by p percent to `after`. */
function before(p: number, after: number, sign: 1 | -1): Story {
  const value = after / (1 + (sign * p) / 100);
  const change = Math.abs(value - after);
  const hundredth = value / 100;
  return asks(
    value,
    'original(?: price| cost| value| amount)?|price before|(?:old|normal|regular|full|usual|initial|list|net|previous)(?: price| pay| wage| salary)?|before',
    [
      fact('(?:amount of )?(?:discount|reduction|saving|price cut|increase|rise|raise|vat|tax)(?: amount)?', change, p, 100 + sign * p),
      fact('1%|one percent', hundredth),
      fact(`${p}% of (?:the )?(?:original|last year|last month|old|normal|regular|initial|previous)(?:'s)?(?: [a-z]+)?`, change),
      fact('last (?:year|month)(?: .*)?', value),
    ],
    [after, hundredth, change],
  );
}

const AFTER =
  /\b(?:sav\w+|(?:which|that) (?:is|was|equals|amounts to)|discount (?:of|is|was)|(?:reduced|increased|rose|fell|dropped|lowered|raised|went up|cut) by|more|less) \d+(?:\.\d+)?(?!%|\d|\.\d)/;
/** The value from before is told, and not asked for. */
const GIVEN = new RegExp(`\\b${WAS}[^\\d.?]{0,30}\\d+(?:\\.\\d+)?(?!%|\\d|\\.\\d)`);
/** A change told as a share of what was there before. */
function changed(from: number, to: number): Story {
  const percent = (100 * Math.abs(to - from)) / from;
  const difference = Math.abs(to - from);
  return asks(percent, 'percent(?:age)? (?:increase|decrease|change|growth|loss|rise|drop|fall|reduction|gain)|percent(?:age)?', [
    fact('(?:increase|decrease|change|growth|loss|rise|drop|fall|reduction|difference|gain)(?: in \\w+)?', difference, percent),
  ]);
}

const BY = '(?:percent|percentage|%)';
const MOVED =
  '(?:grew|grow|rose|rise|rises|increased?|increases|went up|gone up|goes up|raised|fell|falls|fallen|dropped|drops|decreased?|decreases|went down|reduced|lowered|cut|shrank|changed|changes)';

/** Two changes one after the other, where their sum is asked for as a share. */
function successive(_: readonly number[], { text, question }: Told): Story | null {
  if (!/\b(?:total|overall|net|altogether|in all|single|combined)\b/.test(question) || !/\bpercent/.test(question)) return null;
  const [first, second, ...more] = changesIn(text) ?? [];
  if (!first || !second || more.length > 0) return null;
  const [a = 1, b = 1] = [first, second].map(({ percent, sign }) => 1 + (sign * percent) / 100);
  const total = 100 * (a * b - 1);
  return asks(
    Math.abs(total),
    '(?:total|overall|net|altogether|combined|single)(?: percent(?:age)?)?(?: reduction| discount| change| increase| decrease| loss| gain)?',
    [fact('(?:total|overall) (?:price )?(?:reduction|discount|change|increase|decrease)', Math.abs(total))],
  );
}

const YEARLY = '(?:each year|every year|per year|a year|yearly|annual\\w*|p\\.a\\.|per annum)';

function interest(p: number, r: number, t: number, question: string): Story | null {
  if (
    !/\b(?:interest|amount|value|total|balance|altogether|worth|have|earn\w*|owe\w*|pay\w*)\b/.test(question) ||
    /\bwhat (?:is|was) the (?:sum|principal|rate|annual|time)\b|\binterest (?:of|is|was) \d|\brs\b/.test(question)
  )
    return null;
  const gained = (p * r * t) / 100;
  const whole = /\b(?:amount|value|total|balance|altogether|in all|worth|in the account|have)\b/.test(question);
  return asks(whole ? p + gained : gained, whole ? 'total|amount|value|balance|altogether|worth' : 'interest|i', [
    fact('(?:total |simple )?interest|i', gained, (p * r) / 100),
  ]);
}

function compounded(p: number, rate: number, t: number, question: string): Story | null {
  const end = p * (1 + rate / 100) ** t;
  const gained = /\b(?:interest|gain\w*|earn\w*)\b/.test(question.replace(/compound interest|interest (?:is )?compounded|% interest/g, ''));
  const factor = (1 + rate / 100) ** t;
  const r = String(Math.abs(rate) / 100).replace('.', '\\.');
  const traps = [
    {
      pattern: new RegExp(`1 [-+] (?:${t} ?[·*×] ?${r}|${r} ?[·*×] ?${t})(?!\\d)`),
      instead: `(1 ${rate < 0 ? '-' : '+'} ${Math.abs(rate) / 100})^${t}`,
    },
  ];
  const story = asks(gained ? end - p : end, gained ? 'interest' : 'value|amount|balance|worth|total|population', [
    fact(`(?:after ${t} years,? )?(?:the )?(?:growth |total )?factor(?: (?:for|after) ${t} years)?`, factor, 1 + rate / 100),

    ...Array.from({ length: Math.min(t, 12) }, (_, i) =>
      fact(
        `(?:value |amount |balance )?(?:at the end of |after |end of )?(?:year ${i + 1}|${i + 1} years?)`,
        p * (1 + rate / 100) ** (i + 1),
      ),
    ),
  ]);
  return { ...story, traps };
}

/** Several times a year, or something besides. */
const OTHERWISE =
  /\b(?:quarter\w*|month\w*|semi\w*|half|half-year\w*|continuous\w*|daily|weekly|deposit\w* (?:each|every)|when|how long|how many (?:years|months)|what rate|rate of)\b/;

/** One amount and one percent, whichever stands first, and a question for what was before the change. */
const reversed: StoryReader = ({ text, question, numbers }) => {
  const percent = /(\d+(?:\.\d+)?)%/.exec(text)?.[1];
  const amount = /(?<![\d.])(\d+(?:\.\d+)?)(?![\d%]|\.\d)/.exec(text)?.[1];
  const [down, up] = [DOWN, UP].map(words => new RegExp(`\\b${words}\\b`).test(text));
  if (
    numbers !== 2 ||
    percent === undefined ||
    amount === undefined ||
    down === up ||
    AFTER.test(text) ||
    GIVEN.test(text) ||
    /% of (?:the|its|his|her|their) (?:original|old|normal|regular|full|usual|initial|previous|list)/.test(text)
  )
    return null;
  const past = new RegExp(`\\b(?:what|how much|find|calculate|work out|determine)\\b.*\\b${WAS}`).test(question);
  const same =
    /\bnumber (?:is )?(?:increased|decreased|reduced|raised|lowered) by \S+ (?:gives|is|equals|becomes|results in)/.test(text) &&
    /\b(?:what|find)\b.*\bnumber\b/.test(question);
  return past || same ? before(Number(percent), Number(amount), down ? -1 : 1) : null;
};

export const PERCENTS: readonly StoryReader[] = [
  reversed,
  told('~#~(?:which|that|this) is #% (?:more|higher|greater) than~', ([v = 0, p = 0], { question }) =>
    new RegExp(`\\b${WAS}`).test(question) ? before(p, v, 1) : null,
  ),
  told('~#~(?:which|that|this) is #% (?:less|lower|fewer) than~', ([v = 0, p = 0], { question }) =>
    new RegExp(`\\b${WAS}`).test(question) ? before(p, v, -1) : null,
  ),
  told(`~${MOVED}~ from # ~to #~`, ([a = 0, b = 0], { question }) => (new RegExp(BY).test(question) ? changed(a, b) : null)),
  told(
    `~#~(?:now|then|later|today|to)~#~${BY}~(?:increase|decrease|change|rise|drop|fall|wetter|more|less)~`,
    ([a = 0, b = 0], { text }) => (/\bwhat percent(?:age)? of\b|\bout of\b|%/.test(text) ? null : changed(a, b)),
  ),
  told('~#%~(?:then|again|followed by|another|further|and)~#%~', successive),
  told('~#~#%~(?:then|again|followed by|another|further|and)~#%~', successive),
  told('~#~#%~\\bsimple\\b~# years?~', ([p = 0, r = 0, t = 0], { question }) => interest(p, r, t, question)),
  told('~\\bsimple\\b~#~#%~# years?~', ([p = 0, r = 0, t = 0], { question }) => interest(p, r, t, question)),
  told('~#~#%~\\bsimple\\b~# months?~', ([p = 0, r = 0, m = 0], { question }) => interest(p, r, m / 12, question)),
  told('~#~#%~# years?~', ([p = 0, r = 0, t = 0], { text, question }) => {
    if (OTHERWISE.test(text.replace(/\bat a rate of\b|\bcompounded (?:annually|yearly)\b/g, ''))) return null;
    if (/\bcompound|interest (?:is |being )?(?:added|credited|paid into the account|left)|with interest added/.test(text))
      return compounded(p, r, t, question);
    const lost = /\b(?:los\w+|depreciat\w*|falls?|drops?|decreas\w*|shrinks?)\b/.test(text);
    const grown = /\b(?:grows?|increas\w*|rises?|gains?)\b/.test(text);
    return new RegExp(YEARLY).test(text) &&
      lost !== grown &&
      /\b(?:worth|value|population|many|people|inhabitants)\b/.test(question) &&
      !/\bsimple\b|\boriginal\w* (?:value|price) each/.test(text)
      ? compounded(p, lost ? -r : r, t, question)
      : null;
  }),
];
