import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { lettersIn } from '../letters.ts';
import { type Fact, fact, partly, type Story, type StoryReader } from './story.ts';

const SPEED = '(?:km ?/ ?h|kph|mph|km per hour|miles per hour|m ?/ ?s)';
const escaped = (number: number): string => String(number).replace('.', '\\.');

/** The long side of a right triangle: its square is never added to that of another side. */
const longest = (name: string): StoryReader =>
  partly(`${name}`, ([long = 0], { text }) =>
    /\b(?:cuboid|box|space diagonal|pyramid|each other|2 ladders|cube)\b/.test(text)
      ? null
      : {
          traps: [
            {
              pattern: new RegExp(
                `(?<![\\d.])${escaped(long)} ?(?:²|\\^2|\\^\\{2\\}) ?\\+ ?(?:\\d+(?:\\.\\d+)?|[a-z]) ?(?:²|\\^2|\\^\\{2\\})(?! ?[-])|(?<![\\d.])(?:\\d+(?:\\.\\d+)?|(?<!= ?)[a-z]) ?(?:²|\\^2|\\^\\{2\\}) ?\\+ ?${escaped(long)} ?(?:²|\\^2|\\^\\{2\\})`,
              ),
              instead: `${long}² is the sum of the other two squares`,
            },
          ],
        },
  );

const coins = (n: number): Partial<Story> => {
  const choose = (k: number): number => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
  const words = ['(?:no|0|zero)', '(?:one|1|a)', '2', '3', '4', '5', '6', '7', '8'];
  return {
    facts: [
      ...Array.from(
        { length: Math.min(n, 8) + 1 },
        (_, k): Fact => fact(`p ?\\(? ?exactly (?:${words[k]}) (?:heads?|tails?) ?\\)?`, choose(k) / 2 ** n),
      ),
      fact('p ?\\(? ?at least (?:one|1|a) (?:head|tail) ?\\)?', 1 - 2 ** -n),
      fact(`p ?\\(? ?(?:all|${n}) (?:heads|tails) ?\\)?`, 2 ** -n),
    ],
  };
};

const FAIR = /\b(?:biased|unfair|loaded|weighted)\b/;

/** What a part of a problem fixes, whatever the rest of it says. */
export const PARTS: readonly StoryReader[] = [
  longest('\\bhypotenuse (?:is|of|has|=|with|:)?~#'),
  longest('\\bladder(?: of(?: length)?| that is| is|,)? # ?(?:m|ft|feet|cm|met)'),
  longest('(?<!\\d[^.]*)(?<![a-z] )# ?-?(?:m|ft|foot|metre|meter)?(?: long)? ladder'),
  longest('\\bslant height~#'),
  partly(`# hours? at #${' ?'}${SPEED}~# hours? at # ?${SPEED}`, ([s = 0, u = 0, t = 0, v = 0]) => ({
    facts: [fact('(?:average|mean) speed(?: for .*)?|average', (s * u + t * v) / (s + t))],
  })),
  partly(`# ?${SPEED}~# hours?~# ?${SPEED}~# hours?`, ([u = 0, s = 0, v = 0, t = 0], { text }) =>
    /\\baverage speed\\b/.test(text) && /\bfor \d+(?:\.\d+)? hours?/.test(text)
      ? { facts: [fact('(?:average|mean) speed(?: for .*)?|average', (s * u + t * v) / (s + t))] }
      : null,
  ),
  partly('\\bcoin~(?:tossed|flipped|thrown) # times', ([n = 0], { text }) => (FAIR.test(text) || n > 8 ? null : coins(n))),
  partly('# (?:fair )?coins~(?:tossed|flipped|thrown)', ([n = 0], { text }) =>
    FAIR.test(text) || n > 8 || /\b(?:cents?|worth|value)\b/.test(text) ? null : coins(n),
  ),
  partly('# ?(?:ω|ohms?)?~ and # ?(?:ω|ohms?)~\\bparallel\\b', ([a = 0, b = 0], { text }) =>
    /\bseries\b|\bthird\b|, \d/.test(text)
      ? null
      : {
          facts: [
            fact('(?:r|(?:total|equivalent|combined)(?: resistance)?|r_?\\{?(?:t|total|eq|p|ges|tot)\\}?)', (a * b) / (a + b)),
            fact('1/r', 1 / a + 1 / b),
          ],
        },
  ),
  partly(`# ?${SPEED}~(?:same direction|after|chases?|behind)~# ?${SPEED}`, ([u = 0, v = 0], { text }) =>
    /\b(?:towards?|opposite)\b/.test(text)
      ? null
      : { facts: [fact('gap|distance(?: between them)?|lead|closing speed|relative speed|(?:the )?speed difference', Math.abs(u - v))] },
  ),
  partly(`# of (?:the )?# [a-z]+~pie chart`, ([a = 0, b = 0]) => ({
    facts: [fact('(?:the )?(?:sector|slice|angle)(?: (?:for|of) .*)?', (360 * a) / b)],
  })),
  partly('scale (?:of )?1 ?: ?#', ([k = 0]) => ({
    facts: [
      { ...fact('(?:the )?(?:real |actual )?volume(?: .*)?', k ** 3), within: /\btimes as (?:big|large|much|great)\b/ },
      { ...fact('(?:the )?(?:real |actual )?(?:surface |floor )?area(?: .*)?', k ** 2), within: /\btimes as (?:big|large|much|great)\b/ },
      fact('volume (?:scale )?factor|scale factor for (?:the )?volumes?', k ** 3),
      fact('area (?:scale )?factor|scale factor for (?:the )?areas?', k ** 2),
    ],
  })),
  partly(
    '# [a-z]+~(1/\\d+) of (?:the|it|them|her|his)~(1/\\d+) of (?:the |those |what (?:is|was) |all )?(?:[a-z]+ )?(?:that |which )?(?:are |is |were |was )?(?:remain\\w*|rest|left)\\b',
    ([whole = 0, p = 0, q = 0]) => ({
      traps: [
        {
          pattern: new RegExp(
            `(?<![\\d/])${1}/${Math.round(1 / q)} ?(?:of|·|\\*|×) ?(?:the )?${escaped(whole)}(?![\\d.])|(?<![\\d.])${escaped(whole)} ?(?:·|\\*|×) ?1/${Math.round(1 / q)}(?!\\d)`,
          ),
          instead: `1/${Math.round(1 / q)} of the ${whole - whole * p} that remain`,
        },
      ],
    }),
  ),
  partly(
    '\\b(?:mean|average)~# ~(?:as|is|was|to be) #~# ?(?:had been|was|were|is) (?:\\w+ )?(?:entered|recorded|read|written|noted|taken|misread|copied|typed)~as #',
    ([n = 0, m = 0, right = 0, wrong = 0]) => corrected(n, m, right, wrong),
  ),
  partly(
    '\\b(?:mean|average)~# ~(?:as|is|was|to be) #~ (?:really|actually) #,? ?(?:had been|was|were|is) (?:\\w+ )?(?:entered|recorded|read|written|noted|taken|misread|copied|typed) as #',
    ([n = 0, m = 0, right = 0, wrong = 0]) => corrected(n, m, right, wrong),
  ),
  partly(
    '\\b(?:mean|average)~# ~(?:as|is|was|to be) #~(?:entered|recorded|read|written|noted|taken|misread|copied|typed)~as # instead of #',
    ([n = 0, m = 0, wrong = 0, right = 0]) => corrected(n, m, right, wrong),
  ),
  partly('from 1 to #~divisible by # or (?:by )?#', ([n = 0, a = 0, b = 0]) => {
    const both = (a * b) / divisor(a, b);
    const count = (by: number): number => Math.floor(n / by);
    return {
      facts: [
        fact('divisible by both(?: of them)?|(?:divisible )?by both|both', both, count(both)),
        fact(`divisible by ${a}`, count(a)),
        fact(`divisible by ${b}`, count(b)),
        fact(`divisible by ${a} and (?:by )?${b}`, both, count(both)),
      ],
    };
  }),
  partly('pay #~(?:roll|throw)~die~6,?~(?:receive|get|win|are paid) #', ([cost = 0, prize = 0], { text }) =>
    /\b(?:back|plus|as well)\b/.test(text)
      ? null
      : {
          facts: [
            fact('(?!.*expected)(?:.* )?net (?:gain|profit)(?: .*)?', prize - cost, -cost, cost),
            fact('e|e ?\\( ?x ?\\)|expected (?:net )?(?:gain|value|profit)', prize / 6 - cost, prize / 6),
          ],
        },
  ),
  partly(
    '# members~(?:president|captain|leader|chair\\w*) and # (helpers|assistants|deputies|others|vice-?captains|secretaries)',
    ([n = 0, k = 0]) => ({
      facts: [
        fact(
          '(?:.*\\b)?(?:helpers|assistants|deputies|others|vice-?captains)\\b.*',
          Array.from({ length: k }, (_, i) => (n - 1 - i) / (i + 1)).reduce((a, b) => a * b, 1),
          k,
        ),
      ],
    }),
  ),
  partly('cone~radius~#~slant height~#', ([r = 0, s = 0]) => ({
    facts: [fact('h|height', Math.sqrt(s * s - r * r)), fact('v|volume', (Math.PI * r * r * Math.sqrt(s * s - r * r)) / 3)],
  })),
  ({ text }) => {
    const [, one, other] =
      /\bangles?\b[^.]*?\b(?:are|measure|is|:)\s+\(?([-+\d. x]*x[-+\d. x]*?)\)?°? and \(?([-+\d. x]*x[-+\d. x]*?)\)?(?: ?[°(]|[,.]| ?$)/.exec(
        text.replace(/[−–]/g, '-').replace(/ ?\(?degrees?\)?/g, ''),
      ) ?? [];
    const parts = [one, other].map(part => (part === undefined ? null : parseExpression(part).expr));
    const equal = /\b(?:alternate|corresponding|vertical(?:ly opposite)?|opposite angles of a parallelogram)\b/.test(text);
    const sum =
      /\b(?:same side|co-?interior|consecutive interior|allied|supplementary|linear pair|straight line|adjacent angles of a parallelogram)\b/.test(
        text,
      );
    const [a, b] = parts;
    if (equal === sum || !a || !b || [a, b].some(part => lettersIn(part).join() !== 'x')) return null;
    const at = (part: typeof a, x: number): number => {
      const value = evaluateNumeric(part, new Map([['x', x]]));
      return typeof value === 'number' ? value : Number.NaN;
    };
    const [goal, sign] = sum ? [180, 1] : [0, -1];
    const value = (x: number): number => at(a, x) + sign * at(b, x);
    const x = (goal - value(0)) / (value(1) - value(0));
    return Number.isFinite(x) && x > 0 ? { facts: [], asked: null, amounts: [x, at(a, x), at(b, x)] } : null;
  },
];

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function corrected(n: number, m: number, right: number, wrong: number): Partial<Story> {
  const sum = n * m + right - wrong;
  return {
    facts: [
      fact('(?:the )?(?:correct(?:ed)?|right|new|true|real) (?:sum|total)', sum),
      fact('(?:the )?(?:correct(?:ed)?|right|new|true|real) (?:mean|average)', sum / n),
    ],
  };
}
