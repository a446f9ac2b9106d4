import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { remembered } from '../memo.ts';

/** Numbers, and terms of a letter, that a problem gives, by the letters of their roles. */
export type Givens = Readonly<Record<string, string>>;

/**
 * A known way of using a law wrongly, with the givens in braces: `sqrt({c}^2 + {a}^2)`, `{e} = {f}` with the unknown `x`, or `re:` and words that say it.
 * Below `?` it may be the half of right work, unless the right value comes later.
 * A closed form is also met as an equation that has its value as solution, and below `~` as a part of a longer expression. `on` must fit the line.
 */
export type Form = string | readonly [form: string, on: RegExp];

/** A law that words of a problem call for, and how it is used wrongly. */
export interface Misuse {
  /** What is computed, for the witness. */
  readonly name: string;
  /** The givens of a problem in plain words, once for each way in which it gives them; none where the law is not called for. */
  readonly read: (problem: string) => readonly Givens[];
  readonly right: string;
  readonly wrong: readonly Form[];
}

const UNIT =
  '(?:\\s?(?:cm|mm|dm|km|m|ft|in|feet|foot|inches|inch|miles?|met(?:er|re)s?|centimet(?:er|re)s?|units?|kg|g|grams?|kilograms?|°|degrees?|Ω|ohms?|N|V|A|s|h|hours?|minutes?|min|l|L|litres?|liters?)(?![a-zA-Z]))?';
const AMOUNT = '(?<![\\d.,])(\\d+(?:\\.\\d+)?(?:\\/\\d+)?)(?![\\d]|[.,]\\d)';

/** A pattern of words: `#` is a number with its unit, `@` a bare number, `&` one that is none of the givens, `~` a few words without a number or the end of a sentence. */
export const words = remembered(
  (pattern): RegExp =>
    new RegExp(
      pattern
        .replaceAll('#', `${AMOUNT}${UNIT}`)
        .replaceAll('@', AMOUNT)
        .replaceAll('&', `${AMOUNT.replace('(\\d', '(?:\\d')}${UNIT}`)
        .replaceAll('~', '[^\\d.;?!]{0,45}?'),
      'di',
    ),
  1024,
);

/** The numbers of a problem, as they are written. */
export const numbersIn = remembered((problem): readonly string[] => problem.match(/\d+(?:\.\d+)?/g) ?? []);

/**
 * Reads givens by one pattern for each role, tried in order; all must be found, in different places, where `about` fits and `unless` does not.
 * @param most how many numbers the problem may hold at all.
 */
export function given(
  about: RegExp | readonly RegExp[],
  roles: Readonly<Record<string, string | readonly string[]>>,
  { unless, most = 6 }: { readonly unless?: RegExp; readonly most?: number } = {},
): (problem: string) => readonly Givens[] {
  const abouts = about instanceof RegExp ? [about] : about;
  const readers = Object.entries(roles).map(([role, patterns]) => [role, [patterns].flat().map(words)] as const);
  return problem => {
    if (numbersIn(problem).length > most || !abouts.every(one => one.test(problem)) || unless?.test(problem)) return [];
    const places = new Set<number>();
    const found: Record<string, string> = {};
    for (const [role, patterns] of readers) {
      for (const pattern of patterns) {
        const match = pattern.exec(problem);
        const group = match?.findIndex((text, i) => i > 0 && text !== undefined) ?? -1;
        const [value, at] = [match?.[group], match?.indices?.[group]?.[0]];
        if (value === undefined || at === undefined || places.has(at)) continue;
        places.add(at);
        found[role] = value;
        break;
      }
      if (!(role in found)) return [];
    }
    return [found];
  };
}

/** The form with the givens put in; a calculation in braces is worked out, a term is set in brackets. */
export const filled = (form: string, givens: Givens): string =>
  form.replace(/\{([^{}]+)\}/g, (_whole, inner: string) => {
    const own = givens[inner];
    if (own !== undefined) return /^[\d.]+$/.test(own) ? own : `(${own})`;
    const { expr } = parseExpression(inner.replace(/[a-zA-Z]+/g, name => (givens[name] === undefined ? name : `(${givens[name]})`)));
    const value = expr ? evaluateNumeric(expr) : 'unknown';
    return typeof value === 'number' ? String(Number(value.toPrecision(10))) : 'NaN';
  });

/** A percentage among the words of a problem. */
export const PERCENT = '@\\s?(?:%|percent|per cent)';
