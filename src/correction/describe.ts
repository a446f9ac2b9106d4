import type { Witness } from '../math/witness.ts';
import type { Verdict } from './records.ts';

/** A printed number or formula as it stands in a sentence: the minus sign is the typographic one. */
const shown = (value: string): string =>
  value
    .replace(/\s*\\(?:cdot|times)\b\s*/g, ' · ')
    .trim()
    .replace(/(^|[\s(,=])-(?=[\d.a-zA-Z(√])/g, '$1−');

/** `x = 2 and y = 3`, or '' when there are no letters. */
export function describePoint(at: Readonly<Record<string, string>>): string {
  return listed(Object.entries(at).map(([letter, value]) => `${letter} = ${shown(value)}`));
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[], word = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `V = 56.5`: a value with the name that the line gives it. */
const NAMED = /^\p{L}[\p{L}_\d]* = /u;

const truth = (value: string): boolean => value === 'true' || value === 'false';

/**
 * What a witness shows, as one plain sentence without a capital or a full stop.
 * @param between what the two values of a `values` witness belong to: the two sides of one line, or the line above and this line.
 */
export function describeWitness(witness: Witness, between: 'sides' | 'lines' = 'sides'): string {
  switch (witness.kind) {
    case 'values':
      return describeValues(witness, between);
    case 'computed':
      return describeComputed(witness);
    case 'lost':
      return `${witness.variable} = ${shown(witness.value)} solves the line above, but not this line${sides(witness)}`;
    case 'gained':
      return `${witness.variable} = ${shown(witness.value)} solves this line, but not the line above${sides(witness)}`;
    case 'domain':
      return `at ${describePoint(witness.at)} the expression ${shown(witness.expression)} is not defined`;
    case 'repair':
      return `with ${shown(witness.instead)} instead of ${shown(witness.written)} here${alsoIn(witness.also)}, the remaining lines give ${shown(witness.answer)}, the known answer`;
    case 'differs':
      return `the answer found is ${shown(witness.found)}, the known answer is ${shown(witness.known)}`;
  }
}

function describeComputed({ expression, value, written }: Witness & { kind: 'computed' }): string {
  if (value === 'false') return `${shown(expression)} is not true`;
  if (value === 'so' || value === 'not so') return `“${shown(written)}” is not so here`;
  if (value === 'another value') return `${shown(expression)} is not ${shown(written)}`;
  return `${shown(expression)} is ${shown(value)}, not ${shown(written)}`;
}

function describeValues({ at, left, right }: Witness & { kind: 'values' }, between: 'sides' | 'lines'): string {
  const point = describePoint(at);
  const where = point ? `at ${point} ` : '';
  if (truth(left) && truth(right)) return `${where}the line above is ${left} and this line is ${right}`;
  if (NAMED.test(left) && NAMED.test(right)) return `${where}the formula gives ${shown(left)} and this line ${shown(right)}`;
  return between === 'lines'
    ? `${where}the line above gives ${shown(left)} and this line gives ${shown(right)}`
    : `${where}the left side is ${shown(left)} and the right side is ${shown(right)}`;
}

function sides({ left, right }: { left: string; right: string }): string {
  if (truth(left) || truth(right) || !left || !right) return '';
  return left === right ? '' : `: the left side is ${shown(left)} and the right side is ${shown(right)}`;
}

/** What a verdict says of its line, as one plain sentence without a capital or a full stop. */
export function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'follows':
      return 'follows from a line above';
    case 'holds':
      return 'the calculation is right';
    case 'one-way':
      return describeOneWay(verdict);
    case 'wrong':
      return `is wrong: ${describeWitness(verdict.witness)}`;
    case 'unjudged':
      return `was not judged: ${verdict.why}`;
  }
}

function describeOneWay({ lost, gained }: Verdict & { kind: 'one-way' }): string {
  const parts = [
    lost.length > 0 ? `the solution${plural(lost)} ${listed(lost.map(shown))} ${were(lost)} lost` : '',
    gained.length > 0 ? `the solution${plural(gained)} ${listed(gained.map(shown))} ${were(gained)} gained` : '',
  ];
  return parts.filter(Boolean).join(', and ') || 'goes one way only';
}

const plural = (items: readonly string[]): string => (items.length > 1 ? 's' : '');
const were = (items: readonly string[]): string => (items.length > 1 ? 'were' : 'was');

const alsoIn = (also: { step: number; written: string; instead: string } | undefined): string =>
  also ? `, and ${shown(also.instead)} instead of ${shown(also.written)} in line ${also.step + 1}` : '';
