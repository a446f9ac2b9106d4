import type { Givens, Misuse } from './misuse.ts';

const N = '([-−]?\\d+(?:\\.\\d+)?)';
const POINT = new RegExp(`\\(\\s*${N}\\s*[,;|]\\s*${N}\\s*\\)`, 'g');
const MIDDLE =
  /\bmidpoint\b|\bmid-point\b|\bhalfway (?:point )?between\b|\bcent(?:re|er)\b[^.]*\bcircle\b|\bcircle\b[^.]*\bcent(?:re|er)\b|\bdiameter\b/i;

const half = (a: string, b: string): number => (Number(a) + Number(b)) / 2;
const key = (a: string, b: string): string =>
  [a, b]
    .map(one => Math.abs(Number(one)))
    .sort((x, y) => x - y)
    .join(' ');

/** The two coordinates of a kind of two points whose middle is asked for; none where the wrong work on one looks like the right on the other. */
const coordinates: Misuse['read'] = problem => {
  const [p, q, ...more] = [...problem.replace(/−/g, '-').matchAll(POINT)].map(([, x = '', y = '']) => [x, y] as const);
  if (
    !p ||
    !q ||
    more.length > 0 ||
    !MIDDLE.test(problem) ||
    /\bgradient\b|\bslope\b|\bdistance\b|\blength\b|\bradius\b|\bvector\b|\bM is\b/i.test(problem)
  )
    return [];
  if (/\bmid-?point\b[^.]*\b(?:is|=)\s*[A-Z]?\s*\(/i.test(problem)) return [];
  const pairs = [
    [p[0], q[0]],
    [p[1], q[1]],
  ] as const;
  return pairs.flatMap(([a, b], i): Givens[] => {
    const [c, d] = pairs[1 - i] ?? pairs[0];
    const alike =
      key(a, b) === key(c, d) ||
      [1, -1].some(sign => Math.abs((sign * (Number(a) - Number(b))) / 2 - half(c, d)) < 1e-9 && key(a, b) === key(c, d));
    return alike || Number(a) === 0 || Number(b) === 0 ? [] : [{ a, b }];
  });
};

export const POINTS: readonly Misuse[] = [
  {
    name: 'the coordinate in the middle, half the sum,',
    read: coordinates,
    right: '({a} + {b})/2',
    wrong: ['({a} - {b})/2', '({b} - {a})/2', '({a} + {b})*2', '?{a} + {b}/2'],
  },
];
