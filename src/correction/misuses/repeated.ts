import type { Givens, Misuse } from './misuse.ts';
import { numbersIn } from './misuse.ts';

/** Words for a factor that repeats. */
const FACTORS: readonly (readonly [word: RegExp, factor: number])[] = [
  [/\bdoubl(?:es?|ing|ed)\b/i, 2],
  [/\btripl(?:es?|ing|ed)\b/i, 3],
  [/\bquadrupl(?:es?|ing|ed)\b/i, 4],
  [/\bhalf-?(?: )?li(?:fe|ves)\b|\bhalv(?:es|ed|ing)\b/i, 1 / 2],
];
const UNIT = '(second|minute|hour|day|week|month|year)s?';
const MINUTES: Readonly<Record<string, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10080,
  month: 43200,
  year: 525600,
};
/** The factor and how often it repeats stand side by side. */
const REPEATS =
  /\bhalf-?(?: )?li(?:fe|ves)\b|\b(?:doubl|tripl|quadrupl|halv)(?:es?|ing|ed)\b[^.;,\d]{0,25}\b(?:every|each|in)\b|\b(?:every|each) (?:\d+ )?[a-z]+,? [^.;]{0,40}\b(?:doubl|tripl|quadrupl|halv)/i;
const PERIOD = new RegExp(`\\b(?:every|each|half-?(?: )?life (?:of|is|=)(?: about)?|in) (?:(\\d+(?:\\.\\d+)?) )?${UNIT}\\b`, 'i');
const TIME = new RegExp(
  `\\b(?:after|in|for|over|within|at the end of) (\\d+(?:\\.\\d+)?) ${UNIT}\\b|(?<!every |each |(?:of|is) )\\b(\\d+(?:\\.\\d+)?) ${UNIT} (?:later|have passed|pass\\b|old)`,
  'gi',
);

/** An amount, a factor, the time after which it repeats, and how often it does. */
const repeated: Misuse['read'] = problem => {
  const [found, ...others] = FACTORS.filter(([word]) => word.test(problem));
  const period = found && others.length === 0 ? PERIOD.exec(problem) : null;
  if (
    !found ||
    !period ||
    !REPEATS.test(problem) ||
    /\bhow long\b|\bhow many (?:hours|days|years|minutes|weeks)\b|\bwhen\b.*\?/i.test(problem)
  )
    return [];
  const rest = problem.slice(0, period.index) + problem.slice(period.index + period[0].length);
  const [time, ...more] = [...rest.matchAll(TIME)];
  if (!time || more.length > 0) return [];
  const own = Number(period[1] ?? 1) * (MINUTES[period[2]?.toLowerCase() ?? ''] ?? Number.NaN) || Number.NaN;
  const whole = Number(time[1] ?? time[3]) * (MINUTES[(time[2] ?? time[4])?.toLowerCase() ?? ''] ?? Number.NaN);
  const n = whole / own;
  const [c = '1', ...extra] = numbersIn(rest.replace(time[0], ''));
  const [, k] = found;
  if (!Number.isInteger(n) || n < 2 || n > 40 || extra.length > 0) return [];
  const givens: Givens = { c, k: String(k), d: String(1 / k), n: String(n), t: time[1] ?? time[3] ?? '', p: period[1] ?? '1' };
  return [givens];
};

const grows =
  (up: boolean): Misuse['read'] =>
  problem =>
    repeated(problem).filter(({ k }) => Number(k) > 1 === up);

/** What grows or shrinks by the same factor again and again. */
export const REPEATED: readonly Misuse[] = [
  {
    name: 'what there is, the factor taken once for each time,',
    read: grows(true),
    right: '{c}*{k}^{n}',
    wrong: [
      '{c}*{k}*{n}',
      '{c}*{k*n}',
      '{c}*{n}',
      '{c}*{k}^{t}',
      '{c}*{n}^{k}',
      '{c} + {k}*{n}',
      '{c} + {k}^{n}',
      '({c}*{k})^{n}',
      '{c}*{k}*{t}',
    ],
  },
  {
    name: 'what is left, halved once for each time,',
    read: grows(false),
    right: '{c}/2^{n}',
    wrong: [
      '{c}/{n}',
      '{c}/2/{n}',
      '{c}/(2*{n})',
      '{c}/{2*n}',
      '1/2*{n}',
      '1/(2*{n})',
      '{c}*1/2*{n}',
      '{c}*(1/2)^{t}',
      '{c}/2^{t}',
      '{c}/{n}^2',
      '{c}*1/2/{n}',
      '1/{n}*{c}',
      '{c} - {n}*{c/2}',
    ],
  },
];
