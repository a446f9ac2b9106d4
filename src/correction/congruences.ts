import { evaluateExact } from '../math/evaluate.ts';
import { parseExpression } from '../math/parse.ts';
import * as Q from '../math/rational.ts';
import type { Step } from '../solution/solution.ts';
import { plainText } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

const SIDE = String.raw`[-−]?\s*\d*\s*[·*]?\s*[a-z](?:\s*[-+−]\s*\d+)?`;
const CONGRUENCE = new RegExp(
  String.raw`(?<![\w·*^/)]|[-+−=≡·*^/]\s*)(${SIDE})\s*(?:≡|\\equiv)\s*([-−]?\d+(?:\s*[·*]\s*\d+)?|${SIDE})\s*(?:\(\s*(?:mod|\\bmod)\s*(\d+)\s*\)|\\pmod\s*\{?(\d+)\}?|mod\s*(\d+))`,
  'g',
);
/** Largest modulus that all residues are tried of. */
const LARGEST = 5000;

interface Congruence {
  readonly text: string;
  readonly letter: string;
  readonly modulus: number;
  readonly solved: boolean;
  holds(value: number): boolean | null;
}

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The linear congruences in one letter that a text writes. */
function congruencesIn(text: string): Congruence[] {
  return [...plainText(text).matchAll(CONGRUENCE)].flatMap(([whole, left = '', right = '', ...moduli]) => {
    const modulus = Number(moduli.find(one => one !== undefined));
    const [a, b] = [left, right].map(side => parseExpression(side.replace(/−/g, '-')).expr);
    const letters = a && b ? [...new Set([...lettersIn(a), ...lettersIn(b)])] : [];
    const [letter, ...others] = letters;
    if (!a || !b || letter === undefined || others.length > 0 || modulus < 2) return [];
    const holds = (value: number): boolean | null => {
      const at = new Map([[letter, Q.rational(value)]]);
      const [x, y] = [evaluateExact(a, at), evaluateExact(b, at)];
      const gap = x && y && Q.subtract(x, y);
      return gap === null || gap.d !== 1n ? null : gap.n % BigInt(modulus) === 0n;
    };
    return [{ text: whole, letter, modulus, solved: a.kind === 'symbol' && lettersIn(b).length === 0, holds }];
  });
}

/** Words with which one solution of several is told, or none is meant. */
const PARTLY = /\b(?:or|and|one|other|another|also|particular|first|second|e\.g\.|example|if|try|test|check|case|suppose|not|would|all)\b/i;
const ONLY = /\bonly\b|\bexactly\b|\bunique\b/i;

/**
 * A congruence in the letter of the problem's own: it should have the same solutions, or more. A single solution of several may be told alone. Null for a step
 * that writes none, or more than one.
 */
export function judgeCongruence(scene: Scene, { text, range }: Step): Judged | null {
  if (!/mod/.test(text)) return null;
  const [line, ...more] = congruencesIn(text);
  const given = congruencesIn(scene.solution.problem);
  const [first] = given;
  if (!line || !first || more.length > 0 || given.some(one => one.letter !== line.letter)) return null;
  const period = [line, ...given].reduce((all, { modulus }) => (all / gcd(all, modulus)) * modulus, 1);
  if (period > LARGEST || (PARTLY.test(text) && !ONLY.test(text))) return null;
  let lost: number | null = null;
  let gained = false;
  for (let value = 0; value < period; value++) {
    const [own, right] = [line.holds(value), given.map(one => one.holds(value))];
    if (own === null || right.some(one => one === null)) return null;
    if (right.every(Boolean) && !own) lost ??= value;
    if (!right.every(Boolean) && own) gained = true;
  }
  const partial = line.solved && !gained && !ONLY.test(text);
  if (lost === null || partial) return null;
  return refuted({ kind: 'lost', variable: line.letter, value: String(lost), left: first.text, right: line.text }, range);
}

/** `x ≡ 5 (mod 6)` under `4x ≡ 2 (mod 6)`: all that the line allows solves the congruences of the problem. */
export function solvesGiven({ solution }: Scene, sentence: string): boolean {
  const given = congruencesIn(solution.problem);
  const lines = congruencesIn(sentence);
  const period = [...lines, ...given].reduce((all, { modulus }) => (all / gcd(all, modulus)) * modulus, 1);
  if (given.length === 0 || lines.length === 0 || period > LARGEST || given.some(({ letter }) => letter !== lines[0]?.letter)) return false;
  return Array.from({ length: period }, (_, value) => value).every(
    value => !lines.some(line => line.holds(value)) || given.every(one => one.holds(value)),
  );
}
