import { type Expr, NOWHERE, type Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { num } from './build.ts';
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

/** Slips of the hand in the last side of a line: two digits exchanged, one too many, a ten or hundred lost. */
export function wrongResults(line: Statement): WrongResult[] {
  const last = line.kind === 'chain' ? line.sides.at(-1) : undefined;
  if (line.kind !== 'chain' || !last) return [];
  const exponents = new Set([...places(last)].flatMap(({ node }) => (node.kind === 'power' ? [node.exponent] : [])));
  return [...places(last)].flatMap(({ node, put }) => {
    if (node.kind !== 'number' || exponents.has(node)) return [];
    return near(node).map(([kind, written]): WrongResult => {
      const side = put(written) as Expr;
      const shown: Statement = { ...line, sides: [...line.sides.slice(0, -1), side], span: NOWHERE };
      return { rule: RESULT_RULES[kind], line: shown, told: { terms: { a: node, b: written }, site: last, wrong: side, right: last } };
    });
  });
}

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
  const others = [...swapped, digits + 1n, ...(digits > 2n ? [digits - 1n] : []), ...tens, ...hundreds];
  return others.map(value => {
    const written: Expr = { ...node, value: Q.rational(value, 10n ** BigInt(places)), span: NOWHERE };
    return [kindOf(node.value, Q.rational(value, 10n ** BigInt(places))), places === 0 ? num(value) : written];
  });
}
