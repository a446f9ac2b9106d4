import { LENGTH, lengthOf } from './lengths.ts';
import type { Said, Teller } from './saying.ts';

/** `7.35` alone is a decimal. */
const TIME = String.raw`(?:\d{1,2}[:h]\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2}\.\d{2} ?[ap]\.?m\b\.?|\d{1,2} ?[ap]\.?m\b\.?|noon|midnight)`;
const OPENS = String.raw`(?:^|[,;:]\s|\b(?:so|therefore|then|and|thus|that|because|since)\s)\s*`;
const ENDS = String.raw`\s*(?:[.,;!)]?$|[,;)]\s+(?!minus|plus|less|and|with|but|not))`;
const IS = String.raw`\s*(?:is|=|are|takes|lasts|there (?:is|are)|it is|we have|:|→|gives)\s*`;

const HALF_DAY = 720;
const DAY = 1440;

/** A time of day in minutes. `exact`: it is told which half of the day is meant. */
interface Clock {
  readonly at: number;
  readonly exact: boolean;
}

function clockOf(text: string): Clock | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon') return { at: HALF_DAY, exact: true };
  if (plain === 'midnight') return { at: 0, exact: true };
  const [, hour, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2}))? ?([ap])?\.?m?\.?$/.exec(plain) ?? [];
  if (hour === undefined || Number(hour) > 24) return null;
  const at = (half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(minutes);
  return { at, exact: half !== undefined || Number(hour) > 12 || Number(hour) === 0 };
}

const shownTime = (minutes: number): string => {
  const day = ((minutes % DAY) + DAY) % DAY;
  return `${Math.floor(day / 60)}:${String(Math.round(day % 60)).padStart(2, '0')}`;
};
const shownLength = (minutes: number): string => `${Math.floor(minutes / 60)} h ${Math.round((minutes % 60) * 100) / 100} min`;

/** True when two numbers of minutes are the same on a clock; in doubt about the half of the day, on its face. */
const same = (a: number, b: number, exact: boolean): boolean =>
  (((a - b) % (exact ? DAY : HALF_DAY)) + DAY) % (exact ? DAY : HALF_DAY) === 0;

const between = (sentence: string): Said | null => {
  const [, from = '', sign = '', to = '', length = ''] =
    new RegExp(
      String.raw`${OPENS}(?:the time )?(?:from|between)? ?(${TIME}) ?(to|until|till|and|-|–|→) ?(${TIME})(?: (?:the next day|the same day))?${IS}(?:exactly )?(${LENGTH})${ENDS}`,
      'i',
    ).exec(sentence) ?? [];
  const turned = /^[-–]$/.test(sign) ? betweenTimes(to, from, length) : null;
  return turned?.holds ? turned : betweenTimes(from, to, length);
};

function betweenTimes(from: string, to: string, length: string): Said | null {
  const [a, b, written] = [clockOf(from), clockOf(to), lengthOf(length)?.minutes];
  if (!a || !b || written === undefined) return null;
  const exact = a.exact && b.exact;
  const value = (b.at - a.at + DAY) % (exact ? DAY : HALF_DAY);
  return {
    holds: same(b.at, a.at + written, exact),
    expression: `the time from ${from} to ${to}`,
    value: shownLength(value),
    written: length,
  };
}

const LATER = new RegExp(String.raw`${OPENS}(${LENGTH}) (after|before|later than|from) (${TIME})${IS}(${TIME})${ENDS}`, 'i');

const later = (sentence: string): Said | null => {
  const [, length = '', word = '', from = '', to = ''] = LATER.exec(sentence) ?? [];
  const [a, b, by] = [clockOf(from), clockOf(to), lengthOf(length)?.minutes];
  if (!a || !b || by === undefined) return null;
  const value = word.toLowerCase() === 'before' ? a.at - by : a.at + by;
  return { holds: same(value, b.at, a.exact && b.exact), expression: `${length} ${word} ${from}`, value: shownTime(value), written: to };
};

/** A term of a sum of times: a time of day or a length. `9:45` may be either. */
interface Term {
  readonly minutes: number;
  readonly exact: boolean;
  readonly time: boolean;
  /** By how much it may be rounded. */
  readonly slack: number;
  /** The units of a length. */
  readonly units: string;
}

function termOf(text: string): Term | null {
  const length = lengthOf(text);
  if (length !== null) return { ...length, exact: true, time: false };
  const clock = clockOf(text);
  return clock && { minutes: clock.at, exact: clock.exact, time: true, slack: 0, units: '' };
}

const CHAIN = new RegExp(
  String.raw`^(?:.*?[a-z]{2,}[^:=]*[:=] |[a-z] = )?((?:${TIME}|${LENGTH})(?:\s*(?:[-+−–=→]|plus|minus)\s*(?:${TIME}|${LENGTH}))+)[.,;]?$`,
  'i',
);

/** `8:45 am → 11:20 am`, `24 h → 4 min`: what an arrow leads to from a time alone is another time. */
const LEADS_TO = new RegExp(String.raw`(?:^|[=→])\s*(?:${TIME}|${LENGTH})\s*→`, 'i');

/** `7:50 + 35 min = 8:25`, `17:15 - 8:30 = 8:45`, `5:15 pm = 17:15`: every side must be the one before it. */
const chain = (sentence: string): Said | null => {
  const text = CHAIN.exec(sentence.replace(/\s+/g, ' '))?.[1];
  if (text === undefined || !/[=→]/.test(text) || LEADS_TO.test(text)) return null;
  const sides = text.split(/[=→]/).map(side => side.trim());
  const read = sides.map(sumOf);
  const time = read.some(side => side?.time);
  if (time ? !/[ap]\.?m|[-+−–]|plus|minus|h\b|min/i.test(text) : new Set(read.map(side => side?.units)).size < 2) return null;
  for (const [i, left] of read.slice(0, -1).entries()) {
    const right = read[i + 1];
    if (!left || !right) return null;
    const exact = left.exact && right.exact;
    if (time ? same(left.minutes, right.minutes, exact) : Math.abs(left.minutes - right.minutes) <= left.slack + right.slack + 1e-9)
      continue;
    const value = time ? shownTime(left.minutes) : shownLength(left.minutes);
    return { holds: false, expression: sides[i] ?? '', value, written: sides[i + 1] ?? '' };
  }
  return { holds: true, expression: sides[0] ?? '', value: sides.at(-1) ?? '', written: sides.at(-1) ?? '' };
};

function sumOf(text: string): Term | null {
  const parts = text.split(/\s*([-+−–]|plus|minus)\s*/i);
  let minutes = 0;
  let exact = true;
  let time = false;
  let slack = 0;
  let units = '';
  for (let i = 0; i < parts.length; i += 2) {
    const term = termOf(parts[i] ?? '');
    if (!term) return null;
    minutes += /^[-−–]|minus$/i.test(parts[i - 1] ?? '') ? -term.minutes : term.minutes;
    exact &&= term.exact;
    time ||= term.time;
    slack += term.slack;
    units += term.units;
  }
  return { minutes, exact, time, slack, units };
}

const DIFFERENCE = /(?<![\d.:])(\d{1,2})([.:])(\d{2}) ?[-−–] ?(\d{1,2})\2(\d{2}) ?= ?(\d{1,2})([.:,])(\d{1,2})(?!\d)/;

/** `13.20 − 9.50 = 3.70`: times of day that the problem tells, subtracted as if they were decimals. */
const asDecimals: Teller = (sentence, { problem }) => {
  const [, h = '', , m = '', g = '', n = '', r = '', mark, s = ''] = DIFFERENCE.exec(sentence) ?? [];
  const told = [
    [h, m],
    [g, n],
  ].every(([hour = '', minutes = '']) => hour !== '' && new RegExp(`(?<!\\d)0?${hour}[:.h]${minutes}(?!\\d)`).test(problem));
  if (!told || !/\d[:h]\d\d|o'clock|\b[ap]m\b/.test(problem) || Number(m) > 59 || Number(n) > 59) return null;
  const between = (Number(h) - Number(g)) * 60 + Number(m) - Number(n);
  const length = between < 0 ? between + HALF_DAY : between;
  const rest = s.padEnd(2, '0');
  const inHours = mark === ':' ? Number.NaN : Number(r) + Number(`0.${s}`);
  const holds = [length, length + HALF_DAY].some(one => one === Number(r) * 60 + Number(rest)) || Math.abs(inHours * 60 - length) < 1;
  return { holds, expression: `from ${g}:${n} to ${h}:${m}`, value: shownLength(length), written: `${r}${mark}${s}` };
};

/** Times of day and what lies between them. */
export const CLOCK: readonly Teller[] = [between, later, asDecimals, chain];
