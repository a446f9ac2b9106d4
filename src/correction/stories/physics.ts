import { asks, fact, type StoryReader, told } from './story.ts';

const OHM = '(?:Ω|ω|ohms?)';
const SPEED = '(?:m ?/ ?s|metres per second|meters per second|ms\\^?-1)';

function parallel(a: number, b: number, volts: number | null, question: string) {
  const r = (a * b) / (a + b);
  const facts = [
    fact('(?:r|total|equivalent|combined|r_?\\{?(?:t|total|eq|p|ges|tot)\\}?)(?: resistance)?', r),
    fact('1/r', 1 / r),
    ...(volts === null ? [] : [fact('i|(?:total )?current', volts / r, volts / a, volts / b)]),
  ];
  if (volts === null) return { ...asks(r, 'r|resistance', facts), facts };
  return /\bcurrent\b/.test(question) ? { ...asks(volts / r, 'current|i|a', facts), facts } : { facts, asked: null, amounts: [] };
}

function series(a: number, b: number) {
  const facts = [fact('(?:r|total|equivalent|combined|r_?\\{?(?:t|total|eq|ges|tot)\\}?)(?: resistance)?', a + b)];
  return { ...asks(a + b, 'r|resistance', facts), facts };
}

/** Two bodies that meet head on, or one that catches the other, and stick together. */
function collision(m: number, u: number, n: number, v: number, text: string) {
  const against =
    /\b(?:opposite|towards each other|head-on)\b/.test(text) ||
    (/\b(?:right|east|north)\b/.test(text) && /\b(?:left|west|south)\b/.test(text));
  const total = m * u + (against ? -1 : 1) * n * v;
  const same = /\bsame direction\b|\bcatches\b/.test(text);
  if (against === same || !/\b(?:stick|couple|join|together|common)\b/.test(text)) return null;
  const common = total / (m + n);
  const facts = [
    fact('(?:total |initial |combined )?momentum(?: before)?|p', ...signed(total), m * u, n * v, -n * v, -m * u),
    fact('total momentum', ...signed(total)),
    fact('(?:common |final )?(?:velocity|speed)|v', ...signed(common), u, v, -u, -v),
  ];
  return { ...asks(Math.abs(common), 'velocity|speed|v', facts), facts };
}
const signed = (value: number): number[] => [value, -value];

export const PHYSICS: readonly StoryReader[] = [
  told(
    `~resist\\w+~# ?${OHM}?~(?:and|,)~# ?${OHM}~parallel~(?:at|to|across|with|by)~# ?(?:v|volts?)\\b~`,
    ([a = 0, b = 0, v = 0], { question }) => parallel(a, b, v, question),
  ),
  told(`~# ?${OHM}?~(?:and|,)~# ?${OHM}~parallel~`, ([a = 0, b = 0], { question, text }) =>
    /series/.test(text) ? null : parallel(a, b, null, question),
  ),
  told(`~parallel~# ?${OHM}?~(?:and|,)~# ?${OHM}~`, ([a = 0, b = 0], { question, text }) =>
    /series/.test(text) ? null : parallel(a, b, null, question),
  ),
  told(`~# ?${OHM}?~(?:and|,)~# ?${OHM}~series~`, ([a = 0, b = 0], { text }) =>
    /parallel|current|voltage/.test(text) ? null : series(a, b),
  ),
  told(`~# ?kg~# ?${SPEED}~# ?kg~# ?${SPEED}~`, ([m = 0, u = 0, n = 0, v = 0], { text }) => collision(m, u, n, v, text)),
  told('~mass~# ?g\\b~volume~# ?cm~density~', ([m = 0, v = 0], { text }) =>
    /kg\/m/.test(text) ? null : asks(m / v, 'density|ρ', [fact('density|ρ|d', m / v)]),
  ),
];
