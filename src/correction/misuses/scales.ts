import { type Form, type Misuse, numbersIn, words } from './misuse.ts';

const SOLID = /\b(?:cubes?|balls?|spheres?|statues?|solids?|models?|cones?|pyramids?|candles?|bottles?|cylinders?)\b/i;
const LENGTH = '(?:edges?|edge length|sides?|radius|radii|diameter|height)(?: length)?(?: of)?';

/** Two solids of one material and shape, one length of each, and the weight of the first. */
const weights: Misuse['read'] = problem => {
  if (!SOLID.test(problem) || !/\bsame\b|\bsimilar\b/i.test(problem) || numbersIn(problem).length !== 3) return [];
  const [, a, w] =
    words(`${LENGTH} #[^\\d]*?(?:weighs?|mass|costs?|has a mass of|holds?)~@ ?(?:g|kg|ml|l|grams?|t)\\b`).exec(problem) ?? [];
  const b = numbersIn(problem).find(number => number !== a && number !== w);
  return a && w && b && a !== b && /\b(?:weigh|mass|heavy|cost|hold)/i.test(problem.slice(problem.lastIndexOf('.', problem.length - 3)))
    ? [{ a, b, w, k: String(Number((Number(b) / Number(a)).toPrecision(10))) }]
    : [];
};

const TIMES: Readonly<Record<string, string>> = {
  2: '(?:twice|double|2 times)',
  3: '(?:3 times|triple|thrice)',
  4: '4 times',
  5: '5 times',
  10: '10 times',
};
const says = (times: number, of: string): Form =>
  `re:(?:${of})[^.=\\d]*\\b(?:also |then )?${TIMES[times]} (?:as |the )(?:large|big|great|much|heavy|high|weight|mass|volume|area)|\\b${TIMES[times]} (?:as heavy|the ${of})`;

const CHANGED =
  /\b(sides?|side lengths?|lengths|dimensions?|radius|diameter|edges?)\b[^.?]{0,40}?\b(doubled|tripled|2 times|3 times|twice|multiplied by 2|multiplied by 3|trebled)\b/i;

/** Every length of a plane figure is doubled or tripled, and its area is asked for. */
const areas =
  (times: number): Misuse['read'] =>
  problem => {
    const [, , how] = CHANGED.exec(problem) ?? [];
    const plane =
      /\barea\b/i.test(problem) && !/\b(?:volume|only|1 side|one side|one of|halved|surface|perimeter|circumference)\b/i.test(problem);
    return how !== undefined && plane && (/3|trip|treb/.test(how) ? 3 : 2) === times
      ? [{ n: String(times), k: words('area~@').exec(problem)?.[1] ?? '1' }]
      : [];
  };

/** A rectangle that is enlarged. */
const enlarged: Misuse['read'] = problem => {
  const [, a, b] = words('# ?(?:by|x|×) ?#').exec(problem) ?? [];
  const k = numbersIn(problem).find(number => number !== a && number !== b);
  return a && b && k && numbersIn(problem).length === 3 && /\benlarge|\bscale factor\b/i.test(problem) && /\barea\b/i.test(problem)
    ? [{ a, b, k }]
    : [];
};

export const SCALES: readonly Misuse[] = [
  ...[2, 3, 4, 5, 10].map(
    (times): Misuse => ({
      name: 'the weight, which grows with the third power of a length,',
      read: problem => weights(problem).filter(({ k }) => k === String(times)),
      right: '{w}*{k}^3',
      wrong: ['?{w}*{k}', '?{w}*{k}^2', '?{w}*{k}*{k}', says(times, 'weight|mass|heavy|volume|it|cube|ball|sphere|solid')],
    }),
  ),
  {
    name: 'the weight, which grows with the third power of a length,',
    read: weights,
    right: '{w}*({b}/{a})^3',
    wrong: ['?{w}*{b}/{a}', '?{w}/{a}*{b}', '?{w}*({b}/{a})^2', '{w}/{a} = x/{b}', 'x/{w} = {b}/{a}', '{a}/{w} = {b}/x'],
  },
  ...[2, 3].map(
    (times): Misuse => ({
      name: 'the area, which grows with the square of a length,',
      read: areas(times),
      right: '{k}*{n}^2',
      wrong: [
        '?{k}*{n}',
        '?{n}*{k}',
        says(times, 'area'),
        `re:\\barea\\b[^.=]*\\b(?:is|gets|becomes|will be|are)? ?(?:also )?(?:${times === 2 ? 'doubled|doubles' : 'tripled|triples|trebled'})\\b`,
      ],
    }),
  ),
  {
    name: 'the area of the enlargement',
    read: enlarged,
    right: '{a}*{b}*{k}^2',
    wrong: ['?{a*b}*{k}', '?{a}*{b}*{k}', '?({a}*{b})*{k}', '?({a} + {b})*{k}'],
  },
];
