import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { negate, num } from './build.ts';
import type { Told } from './explain.ts';
import type { MistakeId } from './rule.ts';
import { RESULT_RULES } from './rules/slips.ts';
import { kindOf, type SlipKind } from './slips.ts';
import { places } from './walk.ts';

/** A right line with one of its numbers written wrongly. */
interface WrongResult {
  readonly rule: MistakeId;
  readonly line: Statement;
  readonly told: Told;
}

/** Slips of the hand in the last side of a line: two digits exchanged, one too many, a ten or hundred lost, the point or the sign wrong; or one of two solutions left out. */
export function wrongResults(line: Statement): WrongResult[] {
  if (line.kind === 'or') return lostParts(line.parts);
  const last = line.kind === 'chain' ? line.sides.at(-1) : undefined;
  if (line.kind !== 'chain' || !last) return [];
  const exponents = new Set([...places(last)].flatMap(({ node }) => (node.kind === 'power' ? [node.exponent] : [])));
  const found = [...places(last)].flatMap(({ node, put }) => {
    if (node.kind !== 'number' || exponents.has(node)) return [];
    return near(node).map(([kind, written]): WrongResult => {
      const side = put(written) as Expr;
      const shown: Statement = { ...line, sides: [...line.sides.slice(0, -1), side], span: NOWHERE };
      return { rule: RESULT_RULES[kind], line: shown, told: { terms: { a: node, b: written }, site: last, wrong: side, right: last } };
    });
  });
  return [...found, ...signChanged(line, last)];
}

/** `x = 5` for `x = -5`, and the other way round. */
function signChanged(line: Statement & { kind: 'chain' }, last: Expr): WrongResult[] {
  const size = last.kind === 'negate' ? last.arg : last;
  if (size.kind !== 'number' || Q.isZero(size.value)) return [];
  const wrong = last.kind === 'negate' ? size : negate(size);
  const shown: Statement = { ...line, sides: [...line.sides.slice(0, -1), wrong], span: NOWHERE };
  return [{ rule: RESULT_RULES.sign, line: shown, told: { terms: { a: last, b: wrong }, site: last, wrong, right: last } }];
}

/** One of two solutions. */
const lostParts = (parts: readonly Statement[]): WrongResult[] =>
  parts.length === 2
    ? parts.map(part => ({ rule: 'lost-solution', line: part, told: { terms: {}, site: part, wrong: part, right: null } }))
    : [];

/** Numbers that are easily written for this one, each with the slip that it is. */
function near(node: Expr & { kind: 'number' }): [SlipKind, Expr][] {
  const places = node.decimals ?? 0;
  const digits = (node.value.n * 10n ** BigInt(places)) / node.value.d;
  const text = digits.toString();
  const swapped = [...text].flatMap((digit, i) => {
    const next = text[i + 1];
    return next === undefined || next === digit || (i === 0 && next === '0')
      ? []
      : [BigInt(text.slice(0, i) + next + digit + text.slice(i + 2))];
  });
  const tens = digits > 20n ? [digits - 10n, digits + 10n] : [];
  const hundreds = digits > 200n ? [digits - 100n, digits + 100n] : [];
  const middle =
    text.length > 2 ? [digits + (text[1] === '9' ? -3n : 3n) * 10n ** BigInt(text.length - 2)].filter(isOneDigitApart(text)) : [];
  const moved = digits > 2n && text.length < 4 ? [digits * 10n] : [];
  const others = [...swapped, digits + 1n, ...(digits > 2n ? [digits - 1n] : []), ...tens, ...hundreds, ...middle, ...moved];
  return others.map(value => {
    const written: Expr = { ...node, value: Q.rational(value, 10n ** BigInt(places)), span: NOWHERE };
    return [kindOf(node.value, Q.rational(value, 10n ** BigInt(places))), places === 0 ? num(value) : written];
  });
}

const isOneDigitApart =
  (text: string) =>
  (value: bigint): boolean =>
    [...value.toString()].filter((digit, i) => digit !== text[i]).length === 1;
