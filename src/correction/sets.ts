import type { Step } from '../solution/solution.ts';
import { plainText } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import type { Scene } from './scene.ts';

type Elements = ReadonlySet<string>;

const LISTED = /(?<![\w})])([A-Z])\s*=\s*\\?\{([^{}|:]*?)\\?\}/g;
const NAME = String.raw`[A-Z](?:['′ᶜ]|\^c)?`;
const OPERATION = String.raw`(?:∩|∪|\\(?:cap|cup|setminus|triangle)(?![a-z])|\\|∖|−|-|△)`;
const CLAIM = new RegExp(
  String.raw`(?<![\w})∩∪\\∖]\s*)(\(?\s*${NAME}(?:\s*${OPERATION}\s*\(?\s*${NAME}\s*\)?)+)\s*=\s*(\\?\{[^{}|:]*?\\?\}|∅|\\emptyset)`,
  'g',
);

/** Elements as they are written; null for a set that its dots leave open. */
const elementsIn = (text: string): Elements | null =>
  /…|\.\.\.|dots/.test(text)
    ? null
    : new Set(
        text
          .split(/[,;]/)
          .map(item => item.replace(/\s+/g, ''))
          .filter(item => item !== ''),
      );

/** The sets that a text lists by name. A name with two lists has none. */
function setsIn(text: string): ReadonlyMap<string, Elements> {
  const found = new Map<string, Elements>();
  const twice = new Set<string>();
  for (const [, name = '', items = ''] of text.matchAll(LISTED)) {
    const elements = elementsIn(items);
    if (found.has(name) || elements === null) twice.add(name);
    else found.set(name, elements);
  }
  for (const name of twice) found.delete(name);
  return found;
}

type Operator = (a: Elements, b: Elements) => Elements;
const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:∩|\\cap)$/, (a, b) => new Set([...a].filter(one => b.has(one)))],
  [/^(?:∪|\\cup)$/, (a, b) => new Set([...a, ...b])],
  [/^(?:\\setminus|\\|∖|−|-)$/, (a, b) => new Set([...a].filter(one => !b.has(one)))],
  [/^(?:△|\\triangle)$/, (a, b) => new Set([...a, ...b].filter(one => a.has(one) !== b.has(one)))],
];

/** The set that an expression of names makes, read from left to right with brackets; null for a name that is not known and a mixture without brackets. */
function combined(tokens: string[], sets: ReadonlyMap<string, Elements>): Elements | null {
  const operand = (): Elements | null => {
    const token = tokens.shift();
    if (token !== '(') return token === undefined ? null : (named(token, sets) ?? null);
    const inner = combined(tokens, sets);
    return tokens.shift() === ')' ? inner : null;
  };
  let value = operand();
  let used: string | null = null;
  while (value && tokens.length > 0 && tokens[0] !== ')') {
    const sign = tokens.shift() ?? '';
    const operator = OPERATORS.find(([pattern]) => pattern.test(sign))?.[1];
    const right = operand();
    if (!operator || !right || (used !== null && used !== sign)) return null;
    used = sign;
    value = operator(value, right);
  }
  return value;
}

function named(token: string, sets: ReadonlyMap<string, Elements>): Elements | undefined {
  const own = sets.get(token.charAt(0));
  if (token.length === 1 || !own) return token.length === 1 ? own : undefined;
  const whole = sets.get('U') ?? sets.get('E') ?? sets.get('S');
  return whole && [...own].every(one => whole.has(one)) && sets.get('U') ? new Set([...whole].filter(one => !own.has(one))) : undefined;
}

/** `A ∪ B = {1, 2, 3}` of sets that the problem lists. Null where it says nothing of them, or what is so. */
export function judgeSets(scene: Scene, { text, range }: Step): Judged | null {
  if (!/[∩∪∖△]|\\cap|\\cup|\\setminus|[A-Z]\s*(?:\\|−|-)\s*[A-Z]/.test(text)) return null;
  const sets = setsIn(plainText(scene.solution.problem));
  if (sets.size === 0) return null;
  for (const [, left = '', right = ''] of plainText(text).matchAll(CLAIM)) {
    const tokens = left.match(new RegExp(`${NAME}|${OPERATION}|[()]`, 'g')) ?? [];
    const value = combined([...tokens], sets);
    const written = elementsIn(right.replace(/^\\?\{|\\?\}$|^∅$|^\\emptyset$/g, ''));
    if (!value || !written || (value.size === written.size && [...value].every(one => written.has(one)))) continue;
    return refuted({ kind: 'computed', expression: left.trim(), value: `{${[...value].join(', ')}}`, written: right }, range);
  }
  return null;
}
