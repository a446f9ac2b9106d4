import { asks, fact, type Story, type StoryReader, told } from './story.ts';

const HANDS =
  '(?:workers?|men|women|people|persons|painters?|machines?|builders?|pumps?|taps?|pipes?|students?|bricklayers?|gardeners?|labou?rers?|printers?|volunteers?|farmers?|cleaners?|tractors?|robots?|excavators?)';
const TIME = '(?:days?|hours?|h|minutes?|mins?|weeks?|months?)';

/** So many hands need so long: more hands, less time. */
function inverse(n: number, t: number, m: number, asksTime: boolean): Story {
  const value = (n * t) / m;
  return asks(
    value,
    asksTime ? `${TIME}|time|long` : HANDS,
    [
      fact(`(?:1|one|a(?: single)?|each) (?:${HANDS}|person|man|woman)(?: alone)?`, n * t, 1 / (n * t)),
      fact(`${m} ${HANDS}`, value, m / (n * t)),
      fact('(?:total )?(?:work|worker-?days|man-?days|man-?hours|person-?days|worker-?hours)', n * t),
    ],
    [n, t, m, n * t, 1 / n, 1 / t, 1 / (n * t), m / (n * t)],
  );
}

const ALONE = /\b(?:alone|then|left|leaves|stops?|after|half|already|twice|times|faster|slower|another|more|per cent|joins?)\b|%/;

function together(a: number, b: number, sign: 1 | -1): Story | null {
  const rate = 1 / a + sign / b;
  const value = 1 / rate;
  if (rate <= 0) return null;
  const name = sign > 0 ? '(?:both|together|combined|total|joint)' : '(?:net|together|total|combined|both)';
  return asks(
    value,
    `time|long|hours?|h|minutes?|min|days?|filling|full`,
    [
      fact(
        `${name}(?: rate)?(?: per (?:hour|h|day|min|minute))?(?: (?:they|rate|both))?(?: (?:fill|paint|do|finish))?|rate together`,
        rate,
        value,
      ),
    ],
    [a, b, 1 / a, 1 / b, rate],
  );
}

const SPEED = '(?:km ?/ ?h|kph|km/hr|mph|km per hour|miles per hour|kilomet(?:er|re)s per hour|m ?/ ?s)';
const LONG = '(?:km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s)';

function thereAndBack(u: number, v: number, distance: number | null): Story {
  const mean = (2 * u * v) / (u + v);
  const times =
    distance === null
      ? []
      : [
          fact('(?:time )?(?:out|there|going|outward|outbound|way there|uphill)(?: time)?', distance / u),
          fact('(?:time )?(?:back|return|way back|downhill)(?: time)?', distance / v),
          fact('total distance|distance', 2 * distance, distance),
          fact('total time', distance / u + distance / v),
        ];
  return asks(mean, 'average(?: speed)?|mean speed', [fact('(?:average|mean) speed(?: for .*)?', mean), ...times]);
}

const average = (distance: number, time: number): Story =>
  asks(distance / time, 'average(?: speed)?|mean speed', [
    fact('(?:average|mean) speed(?: for .*)?', distance / time),
    fact('total distance', distance),
    fact('total time', time),
  ]);

function meeting(apart: number, u: number, v: number, question: string): Story | null {
  const time = apart / (u + v);
  const facts = [fact('(?:closing|combined|relative|approach) speed|speed together', u + v)];
  return /\b(?:when|how long|after how|how many hours|how many minutes|time)\b/.test(question)
    ? asks(time, 'time|hours?|h|minutes?|meet', facts, [apart, u, v, u + v, u * time, v * time])
    : { facts, asked: null, amounts: [apart, u, v, u + v, time, u * time, v * time] };
}

function chase(lead: number, u: number, v: number): Story | null {
  if (v <= u) return null;
  const time = (lead * u) / (v - u);
  return {
    facts: [
      fact('head start|lead', lead * u, lead),
      fact('(?:relative|closing|catching) speed|(?:speed )?difference|gain(?: per hour)?', v - u),
    ],
    asked: null,
    amounts: [lead, u, v, v - u, lead * u, time, time + lead, v * time],
  };
}

const direct = (value: number, nouns: string): Story => asks(value, nouns);
const UNIT = '(?:g|kg|ml|l|grams?|cups?|lit(?:er|re)s?|eggs?|tbsp|tsp|ounces?|oz|spoons?|tablespoons?|teaspoons?)';

export const RATES: readonly StoryReader[] = [
  told(
    `~(?:recipe|cake|dish|meal|soup|pancakes?|batch)~for # (?:people|persons|servings|guests|portions)~# (${UNIT})\\b~for # (?:people|persons|servings|guests|portions)~`,
    ([n = 0, q = 0, m = 0], { question }, [unit = '']) => (/\bhow (?:much|many)\b/.test(question) ? direct((q * m) / n, unit) : null),
  ),
  told(
    `~# ([a-z]+)(?: of [a-z]+)? costs? # ?[a-z]*[.,;?]~how much (?:do|does|will|would|are|is) # ([a-z]+)(?: of [a-z]+)?(?: cost)?~`,
    ([a = 0, c = 0, b = 0], _, [x = '', y = '']) =>
      x.replace(/s$/, '') === y.replace(/s$/, '') ? direct((c * b) / a, 'costs?|pays?|price') : null,
  ),
  told(
    `~# (?:l|lit(?:er|re)s?|gallons?)~(?:per|for|every|each) # (?:km|miles)~(?:for|on|in) # (?:km|miles)~`,
    ([q = 0, per = 0, d = 0], { question }) =>
      /\bhow (?:much|many)\b/.test(question) ? direct((q * d) / per, 'l|lit(?:er|re)s?|gallons?|uses?|needs?') : null,
  ),
  told(`~# ${LONG}\\b~in # (?:hours?|h|minutes?|min|seconds?|s)\\b~`, ([d = 0, t = 0], { question, text }) =>
    /\b(?:what|find|calculate|determine)\b.*\bspeed\b|\bhow fast\b/.test(question) &&
    !/\bper\b|\d ?(?:km|m) ?\/|km\/h|m\/s/.test(text) &&
    !/\b(?:stop\w*|rest\w*|break|first|then|back|return\w*|half|if|would|km\/h)\b/.test(text)
      ? asks(d / t, 'speed|v|fast')
      : null,
  ),
  told(`~# km\\b~# km ?/ ?h~# km\\b~# km ?/ ?h~`, ([a = 0, u = 0, b = 0, v = 0], { question }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) ? average(a + b, a / u + b / v) : null,
  ),
  told(`~# miles\\b~# mph~# miles\\b~# mph~`, ([a = 0, u = 0, b = 0, v = 0], { question }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) ? average(a + b, a / u + b / v) : null,
  ),
  told(
    `~# (?:[a-z]+ )?${HANDS}\\b~# (?:[a-z]+ )?${TIME}\\b~how (?:long|many ${TIME})~# (?:[a-z]+ )?(?:of them|${HANDS}\\b)~`,
    ([n = 0, t = 0, m = 0], { text }) => (OTHER.test(text) ? null : inverse(n, t, m, true)),
  ),
  told(`~# ${TIME}\\b~# (?:[a-z]+ )?${HANDS}\\b~how (?:long|many ${TIME})~# (?:[a-z]+ )?${HANDS}\\b~`, ([t = 0, n = 0, m = 0], { text }) =>
    OTHER.test(text) ? null : inverse(n, t, m, true),
  ),
  told(
    `~# (?:[a-z]+ )?${HANDS}\\b~# (?:[a-z]+ )?${TIME}\\b~# (?:[a-z]+ )?${HANDS}\\b~(?:how (?:long|many ${TIME})|in what time)~`,
    ([n = 0, t = 0, m = 0], { text }) => (OTHER.test(text) ? null : inverse(n, t, m, true)),
  ),
  told(
    `~# (?:[a-z]+ )?${HANDS}\\b~# (?:[a-z]+ )?${TIME}\\b~how many (?:[a-z]+ )?${HANDS}\\b~# (?:[a-z]+ )?${TIME}\\b~`,
    ([n = 0, t = 0, s = 0], { text }) => (OTHER.test(text) ? null : inverse(n, t, s, false)),
  ),
  told(
    `~(?:food|hay|feed|supplies|provisions|rations|water)~# ([a-z]+)~(?:for|lasts?) # ${TIME}\\b~# ([a-z]+)~`,
    ([n = 0, t = 0, m = 0], { text }) => (OTHER.test(text) ? null : inverse(n, t, m, true)),
  ),
  told(`~at # ${SPEED}~# (?:hours?|h|minutes?)~at # ${SPEED}~`, ([u = 0, t = 0, v = 0], { question, text }) =>
    /how long|how many hours|how many minutes|time/.test(question) && !OTHER_WAY.test(text)
      ? asks((u * t) / v, 'time|hours?|h|minutes?|long', [fact('distance', u * t)], [u, t, v, u * t])
      : null,
  ),
  told(`~ in # ${TIME}\\b~ in # ${TIME}\\b~(?:together|both)~`, ([a = 0, b = 0], { text }) =>
    ALONE.test(text) || DRAIN.test(text) ? null : together(a, b, 1),
  ),
  told(`~ # ${TIME}\\b~ # ${TIME}\\b~(?:together|both)~`, ([a = 0, b = 0], { text }) =>
    ALONE.test(text) ||
    DRAIN.test(text) ||
    !/\b(?:fills?|paints?|mows?|cleans?|builds?|takes?|needs?|does|do|finish\w*|complete\w*|digs?|types?|prints?|tap|pipe)\b/.test(text)
      ? null
      : together(a, b, 1),
  ),
  told(`~(?:fills?|full)~# ${TIME}\\b~(?:drain\\w*|empt\\w+|leak\\w*|outlet)~# ${TIME}\\b~`, ([a = 0, b = 0], { text, question }) =>
    /\b(?:alone|then|half|already|after \\d)\b/.test(text) || !/how long|how many|time|when/.test(question) ? null : together(a, b, -1),
  ),
  told(`~# ${LONG}\\b~# ${SPEED}~(?:back|return\\w*)~# ${SPEED}~`, ([d = 0, u = 0, v = 0], { question }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) ? thereAndBack(u, v, d) : null,
  ),
  told(`~# ${SPEED}~(?:back|return\\w*)~# ${SPEED}~`, ([u = 0, v = 0], { question, text }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) && !/stop|rest|wait/.test(text)
      ? thereAndBack(u, v, null)
      : null,
  ),
  told(
    `~# ${LONG}\\b~in # (?:hours?|h|minutes?|min)\\b~# ${LONG}\\b~in # (?:hours?|h|minutes?|min)\\b~`,
    ([a = 0, s = 0, b = 0, t = 0], { question, text }) =>
      /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) && /hours?|\bh\b/.test(text) !== /min/.test(text)
        ? average(a + b, s + t)
        : null,
  ),
  told(`~# (?:hours?|h)\\b~# ${SPEED}~# (?:hours?|h)\\b~# ${SPEED}~`, ([s = 0, u = 0, t = 0, v = 0], { question }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) ? average(u * s + v * t, s + t) : null,
  ),
  told(`~# ${SPEED} for # (?:hours?|h)\\b~# ${SPEED} for # (?:hours?|h)\\b~`, ([u = 0, s = 0, v = 0, t = 0], { question }) =>
    /\b(?:average|mean) (?:speed|velocity|rate)|average (?:km|miles)/.test(question) ? average(u * s + v * t, s + t) : null,
  ),
  told(
    `~# (?:km|miles|kilomet(?:er|re)s) (?:apart|from each other|away)~toward~# ${SPEED}~# ${SPEED}~`,
    ([d = 0, u = 0, v = 0], { question, text }) => (LATER.test(text) ? null : meeting(d, u, v, question)),
  ),
  told(`~# (?:km|miles|kilomet(?:er|re)s) apart~# ${SPEED}~# ${SPEED}~`, ([d = 0, u = 0, v = 0], { question, text }) =>
    LATER.test(text) || !/toward|meet/.test(text) ? null : meeting(d, u, v, question),
  ),
  told(`~# ${SPEED}~# ${SPEED}~toward~# (?:km|miles|kilomet(?:er|re)s)~`, ([u = 0, v = 0, d = 0], { question, text }) =>
    LATER.test(text) ? null : meeting(d, u, v, question),
  ),
  told(`~# ${SPEED}~# hours? later~# ${SPEED}~(?:catch|overtake|same)~`, ([u = 0, lead = 0, v = 0]) => chase(lead, u, v)),
  told(`~# ${SPEED}~half an hour later~# ${SPEED}~(?:catch|overtake|same)~`, ([u = 0, v = 0]) => chase(0.5, u, v)),
  told(`~# ${SPEED}~an hour later~# ${SPEED}~(?:catch|overtake|same)~`, ([u = 0, v = 0], { text }) =>
    /half an hour/.test(text) ? null : chase(1, u, v),
  ),
];

/** The second speed is not that of the same way. */
const OTHER_WAY =
  /\b(?:later|earlier|behind|follow\w*|catch\w*|overtak\w*|meets?|ahead|head start|start|pursu\w*|toward\w*|apart|then|average|further|rest|remaining)\b/;
const DRAIN = /\b(?:drain\w*|empt\w+|leak\w*|outlet)\b/;
const LATER = /\b(?:later|earlier|before|after the|stops?|rests?|same direction|bird|fly)\b/;
/** Words that make more of such a story than hands and time. */
const OTHER =
  /\b(?:more|extra|another|additional|half|leave|left|join\w*|remaining|twice|each (?:costs?|makes?|produces?)|per|faster|slower|efficient|earn|costs?|pay|paid|walk|travel|drive|shake|buy)\b/;
