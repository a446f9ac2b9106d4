import { asks, type Fact, fact, type Story, type StoryReader, told } from './story.ts';

const PART = '(?:1|one|each|a) (?:part|share|unit)';
const WHOLE = /\b(?:in all|altogether|total|together|whole|all)\b/;

const stem = (word: string): string => word.replace(/(?:ies|es|s|y)$/, '');
const mentions = (text: string, noun: string): boolean => {
  const [key = ''] = noun.trim().split(' ');
  return key.length > 1 && new RegExp(`\\b${stem(key)}`).test(text);
};

/** Two named counts in a ratio, where `unit` is worth one part. */
function inParts(names: readonly string[], parts: readonly number[], unit: number, question: string): Story | null {
  const values = parts.map(part => part * unit);
  const total = values.reduce((a, b) => a + b, 0);
  const named: Fact[] = names.map((name, i) => fact(`(?:number of |amount of )?${name.trim().split(' ')[0]}(?: \\w+)?`, values[i] ?? 0));
  const facts = [
    ...named,
    fact(PART, unit),
    fact(
      'total(?: number)?(?: of)?(?: \\w+)?|in all|altogether',
      total,
      parts.reduce((a, b) => a + b, 0),
    ),
  ];
  const index = names.findIndex(name => mentions(question, name) && !names.some(other => other !== name && mentions(question, other)));
  const asked = index >= 0 ? (values[index] ?? null) : WHOLE.test(question) ? total : null;
  if (asked === null) return { facts, asked: null, amounts: [] };
  const nouns = index >= 0 ? (names[index]?.trim().split(' ')[0] ?? 'answer') : 'in all|altogether|total|together|members|whole';
  return asks(asked, nouns, facts);
}

const withoutGiven = (question: string): string => question.replace(/\b(?:with|for|to|if there (?:are|is)) \d.*$/, '');

const SIMILAR = '(?:triangles?|figures?|shapes?|rectangles?|polygons?|pentagons?|squares|circles)';
const SOLIDS = '(?:solids?|cones?|cylinders?|prisms?|pyramids?|spheres?|bottles?|statues?|cubes?|jugs?|vases?|boxes)';

/** A measure of the other one of two similar figures. */
function similar(
  a: number,
  b: number,
  measure: number,
  power: number,
  { text, question }: { text: string; question: string },
): Story | null {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  const asksLarge = /\b(?:larger|bigger|large|second|other|image|enlarged)\b/.test(question.replace(/\bsmaller one\b.*?\bhas\b/, ''));
  const asksSmall = /\b(?:smaller|small|first)\b/.test(question);
  const givenSmall = /\b(?:smaller|small|first)(?: one| \w+)?(?:'s)? (?:has|is|area|volume|surface)|\bof the (?:smaller|first)/.test(
    text.replace(question, ''),
  );
  const givenLarge = /\b(?:larger|bigger|large|second)(?: one| \w+)?(?:'s)? (?:has|is|area|volume|surface)|\bof the (?:larger|bigger)/.test(
    text.replace(question, ''),
  );
  if (asksLarge === asksSmall || givenSmall === givenLarge || asksLarge === givenLarge) return null;
  const k = (asksLarge ? large / small : small / large) ** power;
  const what = power === 2 ? 'area' : 'volume';
  return asks(measure * k, what, [
    fact(
      `${what} (?:of the )?(?:${asksLarge ? 'larger|bigger|large' : 'smaller|small'})(?: \\w+)?|(?:${asksLarge ? 'larger|bigger|large' : 'smaller|small'}) ${what}`,
      measure * k,
    ),
    fact(`${what} (?:scale )?(?:factor|ratio)|ratio of (?:the )?${what}s?`, k, 1 / k),
  ]);
}

/** An amount shared by two in a ratio; nothing where the difference of the two is asked for. */
const sharedByTwo: Parameters<typeof told>[1] = ([whole = 0, a = 0, b = 0], { question }, [x = '', y = '']) =>
  /\b(?:more|less|fewer|difference)\b/.test(question)
    ? null
    : inParts([x, y], [a, b], whole / (a + b), question.replace(/^.*ratio[^.?]*[,.]/, ''));

export const RATIOS: readonly StoryReader[] = [
  told('~#~(?:shared?|divided?|split)~between ([a-z]+) and ([a-z]+)~ratio~# ?(?::|to) ?#~', sharedByTwo),
  told(
    '~ratio of (?:the )?(?:number of )?([a-z]+(?: [a-z]+)?) to ([a-z]+(?: [a-z]+)?)~(?:is|was|are|=) # ?(?::|to) ?#\\.~there (?:are|is) # (?!more\\b|fewer\\b)([a-z]+ ?[a-z]*)~',
    (n, { question }, w) => {
      const [a = 0, b = 0, c = 0] = n;
      const [x = '', y = '', third = ''] = w;
      const index = [x, y].findIndex(name => mentions(third, name) && !mentions(third, name === x ? y : x));
      const per = [a, b][index];
      return per === undefined || /\bmore|fewer|less\b/.test(question) ? null : inParts([x, y], [a, b], c / per, withoutGiven(question));
    },
  ),
  told(
    '~ratio of (?:the )?(?:number of )?([a-z]+(?: [a-z]+)?) to ([a-z]+(?: [a-z]+)?)~(?:is|was|are|=) # ?(?::|to) ?#\\.~there are # more ([a-z]+) than ([a-z]+)~',
    (n, { question }, w) => {
      const [a = 0, b = 0, c = 0] = n;
      const [x = '', y = '', more = ''] = w;
      const up = mentions(more, x) ? a - b : mentions(more, y) ? b - a : 0;
      return up > 0 ? inParts([x, y], [a, b], c / up, question.replace(/^.*more.*than \w+/, '')) : null;
    },
  ),
  told(
    '~ratio of (?:the )?(?:number of )?([a-z]+(?: [a-z]+)?) to ([a-z]+(?: [a-z]+)?)~(?:is|was|are|=) # ?(?::|to) ?#\\.~# ([a-z]+) in (?:all|total)~',
    (n, { question }, w) => {
      const [a = 0, b = 0, c = 0] = n;
      const [x = '', y = ''] = w;
      return inParts([x, y], [a, b], c / (a + b), question);
    },
  ),
  told(
    '~\\b([a-z]+) and ([a-z]+)(?: [a-z]+)?~(?:mixed|combined|mix|ratio)~# ?(?::|to) ?#~how (?:much|many) ([a-z]+)~# ~of ([a-z]+)~',
    ([a = 0, b = 0, c = 0], _, [x = '', y = '', want = '', have = '']) => {
      const [wanted, had] = [want, have].map(word => [x, y].findIndex(name => mentions(word, name)));
      const per = [a, b][had ?? -1];
      return per === undefined || wanted === had || wanted === -1 ? null : inParts([x, y], [a, b], c / per, want);
    },
  ),
  told(
    '~\\b([a-z]+), ([a-z]+) and ([a-z]+)~ratio~# ?: ?# ?: ?#~how (?:much|many) ([a-z]+)~ in #~',
    ([a = 0, b = 0, c = 0, whole = 0], _, [x = '', y = '', z = '', want = '']) => inParts([x, y, z], [a, b, c], whole / (a + b + c), want),
  ),
  told('~(?:shared?|divided?|split)s? #~ between ([a-z]+) and ([a-z]+)~ratio~# ?(?::|to) ?#~', sharedByTwo),
  told('~([a-z]+) and ([a-z]+) (?:shared?|divided?|split) #~ratio~# ?(?::|to) ?#~', sharedByTwo),
  told(`~similar ${SIMILAR}~(?:sides?|lengths?|bases?|heights?|ratio|scale)~#~(?:and|:|to)~#~area~#~`, ([a = 0, b = 0, c = 0], one) =>
    /perimeter|volume/.test(one.text) ? null : similar(a, b, c, 2, one),
  ),
  told(
    `~similar ${SOLIDS}~(?:sides?|lengths?|heights?|radii|edges?|ratio|scale)~#~(?:and|:|to)~#~volume~#~`,
    ([a = 0, b = 0, c = 0], one) => (/area|surface/.test(one.text) ? null : similar(a, b, c, 3, one)),
  ),
];
