import { num } from '../../math/build.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

const DIGIT = /\b(?:last|units?|ones) digit of \$?(\d+)\s*\^\s*\{?\s*(\d+)\}?/i;
const REMAINDER =
  /\bremainder (?:when|of|if)?[^\d.]*?(\d+)\s*\^\s*\{?\s*(\d+)\}?\$? (?:is )?(?:divided|upon division|on division)(?: is)? by \$?(\d+)/i;
const RESIDUE = /\b(\d+)\s*\^\s*\{?\s*(\d+)\}?\s*\(?(?:\\[bp]?mod\s*\{?|mod(?:ulo)?)\s*(\d+)/i;

function powerMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The last digit of a power, and its remainder. */
export function residueNames(_: Scene, problem: string): readonly Name[] {
  const plain = problem.replace(/([⁰¹²³⁴-⁹]+)/g, run => `^${[...run].map(sign => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join('')}`);
  const digit = DIGIT.exec(plain);
  const [, base = '', exponent = '', by = '10'] = digit ?? REMAINDER.exec(plain) ?? RESIDUE.exec(plain) ?? [];
  if (base === '' || exponent.length > 6 || by === '0') return [];
  const value = num(powerMod(BigInt(base), BigInt(exponent), BigInt(by)));
  const is = digit ? /\b(?:last|units?|ones) digit(?: of .*)?(?: is| must be)? ?:?$/i : /\b(?:the|answer:?) remainder(?: is)? ?:?$/i;
  return [{ what: digit ? 'the last digit' : 'the remainder', is, values: [[value]] }];
}
