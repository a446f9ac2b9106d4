import { num } from '../../math/build.ts';
import { evaluateExact, evaluateNumeric } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import { rounded } from '../asked/questions.ts';
import { expressionIn } from '../asked/text.ts';
import { amountOf, END, IS, NUMBER, type Said, show, type Teller } from './saying.ts';

const PLACE = String.raw`(?:the )?(?:nearest (?:whole number|[a-z]+)(?: place)?|(?:\d|one|two|three|four|five|six) (?:decimal places?|d\.?\s?p\.?|significant (?:figures?|digits?)|s\.?\s?f\.?|sig\.? ?(?:figs?|digits?)\.?))`;
const TO = `(?:is |was |when )?(?:rounded|rounds?|correct|corrected|approximated)?(?: off)?,? ?(?:correct )?to ${PLACE}`;
const PLACED = new RegExp(
  `(${NUMBER}) ${TO.replace(PLACE, `(${PLACE})`)}(?:,? (?:it|which|this))?(?:${IS}|\\s*(?:≈|gives)\\s*)(${NUMBER})${END}`,
  'i',
);
const BEHIND = new RegExp(
  String.raw`(?:^|[=≈:;,]\s*|\b(?:is|and|so|then|gives?)\s+)(${NUMBER})\s*(?:=|≈|rounds to|becomes|is)\s*(${NUMBER}) ?\(?(?:rounded |correct )?(?:to )?(${PLACE})\)?[.]?$`,
  'i',
);
const PLAIN = new RegExp(`(${NUMBER}) (?:is )?round(?:s|ed)(?: (?:up|down))? to (?:be )?(${NUMBER})${END}`, 'i');
const ASKED = new RegExp(`\\bround(?:ed|ing)?\\b[^.?]*? to (${PLACE})`, 'i');

/** '4,537 rounded to the nearest ten is 4,540.' */
const placed: Teller = sentence => {
  const [, number, place, written] = PLACED.exec(sentence) ?? [];
  return roundedSaid(number, place, written);
};

/** '4,537 = 4,540 (to the nearest ten)' */
const behind: Teller = (sentence, { rounded: before }) => {
  const [, number, written, place] = BEHIND.exec(sentence) ?? [];
  const value = amountOf(number);
  return value && !before.has(Q.printRational(value)) ? roundedSaid(number, place, written) : null;
};

/** '12,849 rounds to 12,900', to the place that the problem asks for. */
const plain: Teller = (sentence, { problem }) => {
  const [, number, written] = PLAIN.exec(sentence) ?? [];
  const places = [...problem.matchAll(new RegExp(PLACE, 'gi'))];
  const place = ASKED.exec(problem)?.[1];
  return places.length === 1 && amountOf(number) && problem.includes(number ?? ' ') ? roundedSaid(number, place, written) : null;
};

const namedPlace = (place: string): string =>
  place
    .toLowerCase()
    .replace(/\.\s?(?=[a-z])/g, '')
    .replace(/^(nearest)/, 'the $1')
    .replace(/ place$/, '');

/** A half way between two is rounded up or down. */
function roundedSaid(number: string | undefined, place: string | undefined, text: string | undefined): Said | null {
  const [value, written] = [amountOf(number), amountOf(text)];
  if (!value || !written || place === undefined) return null;
  const to = namedPlace(place);
  const right = rounded(num(value), to);
  const own = right && evaluateExact(right);
  if (!own) return null;
  return { holds: Q.equal(own, written), expression: `${number} to ${place}`, value: show(own), written: text?.trim() ?? '' };
}

/** What is rounded at the end of a line: what stands before the last sign, and the number behind it. */
const ENDS = /^(.*[=≈])?\s*([^=≈]+?)\s*[=≈]\s*±?\s*(\d+(?:\.\d+)?) ?(?:[a-zµΩ°%]{1,3}[²³]?(?:\/[a-z]+)?)?\s*[.]?$/i;
const LEFT = /[=≈]\s*±?([^=≈±]+)$/;
/** An exact value: no decimals, for they may be rounded, and no name of anything. */
const EXACT = /^(?:[\d\s+\-−*·×/÷^()²³√π]|\\sqrt|\\pi|[{}])+$/;

/** `9π ≈ 28.2` where one decimal place is asked for: as many places as asked, and cut off instead of rounded. */
const cut: Teller = (sentence, { problem, before }) => {
  const [place, ...more] = problem.match(new RegExp(PLACE, 'gi')) ?? [];
  const [, , side = '', written = ''] =
    more.length === 0 && place ? (ENDS.exec(sentence.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')) ?? []) : [];
  const from = /^(?:so |then )?[a-z]$/i.test(side) ? (LEFT.exec(before ?? '')?.[1] ?? '') : side.replace(/^.*(?:\bis|:)\s/, '');
  const given = /^\d+(?:\.\d+)?$/.test(from) && problem.replace(/(?<=\d)[ ,](?=\d{3}(?!\d))/g, '').includes(from);
  const expr = place && (given || (EXACT.test(from) && /[π√/÷]|\\/.test(from))) ? expressionIn(from) : null;
  const value = expr && evaluateNumeric(expr);
  if (typeof value !== 'number' || place === undefined) return null;
  const exact = num(Q.parseDecimal(value.toFixed(12)) ?? Q.ZERO);
  const to = namedPlace(place);
  const right = rounded(exact, to);
  const own = right && evaluateExact(right);
  const number = amountOf(written);
  const decimals = written.split('.')[1]?.length ?? 0;
  if (!own || !number || Q.equal(own, number) || (decimals > 0 && !sameGrain(own, decimals, to))) return null;
  const step = Math.abs(Q.toNumber(own) - Number(written));
  if (decimals === 0 && !(given && /^10*$/.test(String(step)))) return null;
  if (decimals === 0) return { holds: false, expression: `${from.trim()} to ${place}`, value: show(own), written };
  const gap = Math.abs(value - Number(written)) * 10 ** decimals;
  return gap > 0.5001 && gap < 1 ? { holds: false, expression: `${from.trim()} to ${place}`, value: show(own), written } : null;
};

/** The written number has as many decimals as its place asks for. */
const sameGrain = (own: Q.Rational, decimals: number, to: string): boolean =>
  /decimal|d\.?p/.test(to) ? to.includes(String(decimals)) || to.includes(WORDS[decimals] ?? '–') : grainOf(own, to) === decimals;
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
const grainOf = (own: Q.Rational, to: string): number => {
  const digits = Number(/\d/.exec(to)?.[0] ?? WORDS.findIndex(word => to.includes(word)));
  return digits - 1 - Math.floor(Math.log10(Math.abs(Number(own.n) / Number(own.d))));
};

const FIGURES = /\b(\d|one|two|three|four|five|six) (?:significant (?:figures?|digits?)|s\.?\s?f\b|sig\.? ?(?:figs?|digits?))/i;
const ROUNDS = /\b(?:round\w*|keep|answer|after the (?:decimal )?point|decimal places?|figures)\b|^\s*≈/i;

/** Decimals that are counted where the problem asks for significant figures: 44.493 for 44.4928. */
const decimalsForFigures: Teller = (sentence, { problem, before }) => {
  const [place = '', name = ''] = FIGURES.exec(problem) ?? [];
  const [written] = place !== '' && ROUNDS.test(sentence) ? (/(?<![\d.])\d+\.\d+(?=\D*$)/.exec(sentence) ?? []) : [];
  const [from] = /(?<![\d.])\d+\.\d+(?=[^\d=≈]*$)/.exec(before ?? '') ?? [];
  const [own, value] = [amountOf(written), amountOf(from)];
  const n = Number(name) || WORDS.indexOf(name.toLowerCase());
  const decimals = written?.split('.')[1]?.length ?? 0;
  if (!own || !value || written === undefined || decimals !== n || (from?.split('.')[1]?.length ?? 0) <= n) return null;
  const [right, cutTo] = [`${n} significant figures`, `${n} decimal places`].map(to => {
    const expr = rounded(num(value), to);
    return expr && evaluateExact(expr);
  });
  return right && cutTo && Q.equal(cutTo, own) && !Q.equal(right, own)
    ? { holds: false, expression: `${from} to ${n} significant figures`, value: show(right), written }
    : null;
};

/** Numbers that are rounded to a place which the words name. */
export const ROUNDING: readonly Teller[] = [placed, behind, plain, decimalsForFigures];
/** Values worked out and rounded to the place that the problem asks for. */
export const CUT_OFF: readonly Teller[] = [cut];
