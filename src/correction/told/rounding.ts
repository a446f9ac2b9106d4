import { num } from '../../math/build.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import { rounded } from '../asked/questions.ts';
import { amountOf, END, IS, NUMBER, type Said, show, type Teller } from './saying.ts';

const PLACE = String.raw`(?:the )?(?:nearest (?:whole number|[a-z]+)(?: place)?|(?:\d|one|two|three|four|five|six) (?:decimal places?|d\.?\s?p\.?|significant (?:figures?|digits?)|s\.?\s?f\.?|sig\.? ?(?:figs?|digits?)\.?))`;
const TO = `(?:is |was |when )?(?:rounded|rounds?|correct|corrected|approximated)?(?: off)?,? ?(?:correct )?to ${PLACE}`;
const PLACED = new RegExp(
  `(${NUMBER}) ${TO.replace(PLACE, `(${PLACE})`)}(?:,? (?:it|which|this))?(?:${IS}|\\s*(?:≈|gives)\\s*)(${NUMBER})${END}`,
  'i',
);
const BEHIND = new RegExp(
  String.raw`(?:^|\s)(${NUMBER})\s*(?:=|≈|rounds to|becomes|is)\s*(${NUMBER}) ?\(?(?:rounded |correct )?(?:to )?(${PLACE})\)?[.]?$`,
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

/** A half way between two is rounded up or down. */
function roundedSaid(number: string | undefined, place: string | undefined, text: string | undefined): Said | null {
  const [value, written] = [amountOf(number), amountOf(text)];
  if (!value || !written || place === undefined) return null;
  const to = place
    .toLowerCase()
    .replace(/\.\s?(?=[a-z])/g, '')
    .replace(/^(nearest)/, 'the $1')
    .replace(/ place$/, '');
  const right = rounded(num(value), to);
  const own = right && evaluateExact(right);
  if (!own) return null;
  return { holds: Q.equal(own, written), expression: `${number} to ${place}`, value: show(own), written: text?.trim() ?? '' };
}

/** Numbers that are rounded to a place which the words name. */
export const ROUNDING: readonly Teller[] = [placed, behind, plain];
