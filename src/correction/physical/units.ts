/** A value in basic units, with the powers of kilogram, metre, second, ampere and kelvin that it has. */
export interface Quantity {
  readonly value: number;
  readonly dimension: string;
  readonly start: number;
  readonly end: number;
}

type Powers = readonly [kg: number, m: number, s: number, a: number, k: number];

/** Units by their signs and names; those with `k` may have a prefix. */
const ATOMS: readonly (readonly [signs: string, factor: number, powers: Powers, prefixes?: string])[] = [
  ['g grams? gram', 1e-3, [1, 0, 0, 0, 0], 'km'],
  ['kilograms? kilos?', 1, [1, 0, 0, 0, 0]],
  ['t tonnes? tons?', 1000, [1, 0, 0, 0, 0]],
  ['m met(?:er|re)s?', 1, [0, 1, 0, 0, 0], 'kcmn'],
  ['kilomet(?:er|re)s?', 1000, [0, 1, 0, 0, 0]],
  ['centimet(?:er|re)s?', 0.01, [0, 1, 0, 0, 0]],
  ['s secs? seconds?', 1, [0, 0, 1, 0, 0], 'm'],
  ['min minutes?', 60, [0, 0, 1, 0, 0]],
  ['h hrs? hours?', 3600, [0, 0, 1, 0, 0]],
  ['N newtons?', 1, [1, 1, -2, 0, 0], 'kMm'],
  ['J joules?', 1, [1, 2, -2, 0, 0], 'kMGm'],
  ['Wh', 3600, [1, 2, -2, 0, 0], 'kM'],
  ['W watts?', 1, [1, 2, -3, 0, 0], 'kMm'],
  ['Pa pascals?', 1, [1, -1, -2, 0, 0], 'khM'],
  ['bar', 1e5, [1, -1, -2, 0, 0]],
  ['V volts?', 1, [1, 2, -3, -1, 0], 'km'],
  ['A amps? amperes?', 1, [0, 0, 0, 1, 0], 'm'],
  ['C coulombs?', 1, [0, 0, 1, 1, 0], 'm'],
  ['Ω ohms?', 1, [1, 2, -3, -2, 0], 'kM'],
  ['Hz hertz', 1, [0, 0, -1, 0, 0], 'kMG'],
  ['°C K kelvin', 1, [0, 0, 0, 0, 1]],
  ['l L lit(?:er|re)s?', 1e-3, [0, 3, 0, 0, 0], 'm'],
];
const PREFIX: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, h: 100, c: 0.01, m: 1e-3, n: 1e-9 };

const atomsBySign = ATOMS.flatMap(([signs, factor, powers, prefixes = '']) =>
  signs
    .split(' ')
    .flatMap((sign, i) =>
      ['', ...(i === 0 ? prefixes : '')].map(prefix => ({ source: prefix + sign, factor: factor * (PREFIX[prefix] ?? 1), powers })),
    ),
);
const ATOM = new RegExp(
  `^(?:${atomsBySign.map(({ source }) => `(${source})`).join('|')})(?![a-zA-ZΩ])(\\^?\\{?[-−]?[123]\\}?|[²³]|⁻[¹²])?`,
);
const POWER: Readonly<Record<string, number>> = { '²': 2, '³': 3, '⁻¹': -1, '⁻²': -2 };

/** The unit at the start of a text, its factor, powers and length; null where none stands there. */
function unitAt(text: string): { readonly factor: number; readonly powers: Powers; readonly length: number } | null {
  let rest = text;
  let factor = 1;
  let powers: Powers = [0, 0, 0, 0, 0];
  let sign = 1;
  let bracket = false;
  let found = false;
  for (;;) {
    const square = /^(square|cubic) /.exec(rest);
    const atom = ATOM.exec(square ? rest.slice(square[0].length) : rest);
    const index = atom ? atom.slice(1).findIndex(group => group !== undefined) : -1;
    const unit = atomsBySign[index];
    if (!atom || !unit) break;
    found = true;
    const written = atom
      .at(-1)
      ?.replace(/[\^{}]/g, '')
      .replace('−', '-');
    const power = sign * (square ? (square[1] === 'square' ? 2 : 3) : written === undefined ? 1 : (POWER[written] ?? Number(written)));
    factor *= unit.factor ** power;
    const [kg, m, s, a, k] = unit.powers.map((one, i) => (powers[i] ?? 0) + power * one);
    powers = [kg ?? 0, m ?? 0, s ?? 0, a ?? 0, k ?? 0];
    rest = rest.slice((square?.[0].length ?? 0) + atom[0].length);
    const [joint, open] = /^ ?(?:\/ ?|per )(\()?/.exec(rest) ?? [];
    if (joint !== undefined) {
      if (sign < 0 && !bracket && !/per/.test(joint)) break;
      const next = rest.slice(joint.length);
      if (!ATOM.test(next.replace(/^(?:square|cubic) /, ''))) break;
      rest = next;
      sign = -1;
      bracket = open !== undefined;
      continue;
    }
    const [link] = /^ ?[·*] ?(?=[a-zA-Z°Ω])|^ (?=(?:K|°C|m|s)(?![a-zA-Z]))|^(?=°C)/.exec(rest) ?? [];
    if (link === undefined || !ATOM.test(rest.slice(link.length)) || (sign < 0 && !bracket && link !== '')) break;
    rest = rest.slice(link.length);
  }
  if (bracket && rest.startsWith(')')) rest = rest.slice(1);
  return found ? { factor, powers, length: text.length - rest.length } : null;
}

const NUMBER = /(?<![\w.,^])\d+(?:[ ,]\d{3})*(?:\.\d+)?(?:(?: ?[×·*] ?|\s?x\s?)10(?:\^\{?[-−]?\d+\}?|[⁻⁰¹²³⁴-⁹]+))?/g;
const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function amountOf(text: string): number {
  const [head = '', tail] = text.split(/ ?[×·*] ?10|\s?x\s?10/);
  const power =
    tail === undefined
      ? 0
      : Number(
          tail
            .replace(/[\^{}]/g, '')
            .replace(/[−⁻]/g, '-')
            .replace(/[⁰¹²³⁴-⁹]/g, digit => String(SUPER.indexOf(digit))),
        );
  return Number(head.replace(/[ ,]/g, '')) * 10 ** power;
}

/** The dimension of a unit as it is written. */
export const dimensionOf = (unit: string): string => unitAt(unit)?.powers.join() ?? '';

/** The numbers of a text with units behind them, in basic units, `8 min 20 s` as one; and how many numbers have none. */
export function quantitiesIn(text: string): { readonly quantities: readonly Quantity[]; readonly bare: number } {
  const quantities: Quantity[] = [];
  let bare = 0;
  let factor = 0;
  for (const match of text.matchAll(NUMBER)) {
    const behind = match.index + match[0].length;
    const gap = /^[ -]?/.exec(text.slice(behind))?.[0].length ?? 0;
    const unit = unitAt(text.slice(behind + gap, behind + gap + 40));
    if (!unit) {
      bare += 1;
      continue;
    }
    const found = {
      value: amountOf(match[0]) * unit.factor,
      dimension: unit.powers.join(),
      start: match.index,
      end: behind + gap + unit.length,
    };
    const last = quantities.at(-1);
    const goesOn =
      last !== undefined &&
      last.dimension === found.dimension &&
      /^ (?:and )?$/.test(text.slice(last.end, found.start)) &&
      unit.factor < factor;
    factor = unit.factor;
    if (goesOn) quantities.pop();
    quantities.push(goesOn ? { ...found, value: last.value + found.value, start: last.start } : found);
  }
  return { quantities, bare };
}
