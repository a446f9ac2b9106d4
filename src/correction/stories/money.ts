import { asks, fact, type StoryReader, told } from './story.ts';

const GROUP = '(?:friends|people|persons|students|colleagues|roommates|siblings|girls|boys|couples|flatmates|children|neighbou?rs|of them)';

/** A bill for each of several. */
const share = (whole: number, n: number) =>
  asks(whole / n, 'each|pays?|per person|person', [
    fact('(?:total|bill with tip|total bill|whole bill|together|altogether)', whole),
    fact('each(?: person| friend| of them| one)?(?: pays| has to pay| must pay| owes)?|per person|one person|one share', whole / n),
  ]);

const EACH = /\bhow much (?:does|will|must|should|has|do|is)\b.*\b(?:each|every)\b|\beach\b.*\?|\bper person\b/;
/** Days of a week with hours beside each, and one wage. */
const wages: StoryReader = ({ text, question }) => {
  const days = [
    ...text.matchAll(/\b(?:mon?|tue?s?|wed?|thu?r?s?|fri?|sat?|sun?)(?:day|nesday|sday|urday|rsday)?\.?:? (\d+(?:\.\d+)?)/g),
  ].map(match => Number(match[1]));
  const numbers = text.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const wage = /(\d+(?:\.\d+)?) ?(?:dollars |euros? |pounds )?(?:per|an|each|\/) ?h(?:our|r)?\b/.exec(text)?.[1];
  if (
    days.length < 3 ||
    numbers.length !== days.length + 1 ||
    wage === undefined ||
    !/\bhours?\b/.test(text) ||
    /overtime|tax|break/.test(text)
  )
    return null;
  const hours = days.reduce((a, b) => a + b, 0);
  return /\bpay|wages?\b|\bearn/.test(question)
    ? asks(hours * Number(wage), "(?:the )?(?:week's |weekly |total )?(?:pay|wages?|earnings)|earns?", [
        fact('(?:total )?hours(?: worked)?|total', hours, hours * Number(wage)),
      ])
    : null;
};

const HOLDS = '(?:holds?|seats?|carr(?:y|ies)|fits?|takes?|has room for|can (?:hold|carry|seat|take|fit)|for)';
const SEATS = '(?:with|of|having|that (?:have|has)) (?:only )?';

export const MONEY: readonly StoryReader[] = [
  told(
    `~# (?:people|students|pupils|guests|passengers|children|fans)~(?:bus|van|coach|car|boat|minibus)[a-z]* ${SEATS}# seats~how many (?:bus|van|coach|car|boat|minibus)[a-z]*~`,
    ([n = 0, c = 1]) => asks(Math.ceil(n / c), '(?:bus|van|coach|car|boat|minibus)[a-z]*'),
  ),
  told(
    '~# (?:[a-z]+ )?(?:per|an) hour~# hours~(?:time and a half|1\\.5 times|half as much again)~# hours~',
    ([wage = 0, plain = 0, all = 0], { question }) =>
      all > plain && /\bpay|earn|wage/.test(question)
        ? asks(wage * plain + 1.5 * wage * (all - plain), 'pay|wages?|earns?|earnings', [
            fact('overtime(?: hours)?', all - plain, 1.5 * wage, 1.5 * wage * (all - plain)),
            fact('(?:regular|normal|basic)(?: pay)?', wage * plain),
          ])
        : null,
  ),
  told(`~# ${GROUP}~(?:share|split|divide)~# and~# tip~`, ([n = 0, bill = 0, tip = 0], { question }) =>
    EACH.test(question) ? share(bill + tip, n) : null,
  ),
  told(`~# ${GROUP}~(?:bill|meal|dinner|lunch|cost\\w*)~#~ #% ?tip~`, ([n = 0, bill = 0, tip = 0], { question, text }) =>
    EACH.test(question) && !/\btax\b/.test(text) ? share(bill * (1 + tip / 100), n) : null,
  ),
  told(
    `~(?:bill|meal|dinner|lunch|cost\\w*)~#~#% ?tip~(?:share|split|divide)~# (?:ways|${GROUP})~`,
    ([bill = 0, tip = 0, n = 0], { text }) => (/\btax\b/.test(text) ? null : share(bill * (1 + tip / 100), n)),
  ),
  wages,
  told(
    '~# ([a-z]+) (?:at|for|cost\\w*) # each and # ([a-z]+) (?:at|for|cost\\w*) # each~(?:with|from|pays?|gives?|note|bill)~#~(?:change)~',
    ([a = 0, p = 0, b = 0, q = 0, note = 0]) => {
      const cost = a * p + b * q;
      return asks(note - cost, 'change', [fact('total(?: cost| price)?|cost|(?:they|it) costs?|altogether', cost)]);
    },
  ),
  told(
    `~# (?:[a-z]+ )?(?:students|pupils|people|children|passengers|eggs|books|bottles|guests|fans|players|soldiers|scouts|apples|cans)~(?:bus(?:es)?|vans?|boxes|box|cartons?|cars?|tables?|boats?|taxis?|minibus(?:es)?|coach(?:es)?|crates?|tents?|shelf|shelves)~${HOLDS}~#~how many (?:bus|van|box|carton|car|table|boat|taxi|minibus|coach|crate|tent|shel)[a-z]* (?:are|will|do|is|does|must)~`,
    ([n = 0, c = 1], { text, question }) =>
      /\b(?:full|filled|completely|more|already|left|each of|teachers? and|plus)\b/.test(text) ||
      !/\b(?:needed?|required?|order|rent|hire|buy|must)\b/.test(question)
        ? null
        : asks(Math.ceil(n / c), '[a-z]*(?:bus|van|box|carton|car|table|boat|taxi|coach|crate|tent|shel)[a-z]*', []),
  ),
];
