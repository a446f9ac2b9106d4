import { expect, test } from 'vitest';
import type { Expr, Statement } from '../../src/math/expr.ts';
import { parseStatement } from '../../src/math/parse.ts';
import { children, forEachSide } from '../../src/math/tree.ts';

/** The source text of every node, parents before parts, sides in order. */
function texts(source: string, statement: Statement): string[] {
  const found: string[] = [];
  const walk = (x: Expr): void => {
    found.push(source.slice(x.span.start, x.span.end));
    for (const part of children(x)) walk(part);
  };
  forEachSide(statement, walk);
  return found;
}

const cases: readonly (readonly [source: string, ...texts: string[]])[] = [
  ['2x + 3 = 7', '2x + 3', '2x', '2', 'x', '3', '7'],
  ['a - b', 'a - b', 'a', '- b', 'b'],
  ['(x+1)(x-1)', '(x+1)(x-1)', 'x+1', 'x', '1', 'x-1', 'x', '-1', '1'],
  ['\\frac{1}{x} + 1{,}200', '\\frac{1}{x} + 1{,}200', '\\frac{1}{x}', '1', 'x', '1{,}200'],
  ['\\frac12', '\\frac12', '1', '2'],
  ['\\left|x-3\\right| < 5', '|x-3\\right|', 'x-3', 'x', '-3', '3', '5'],
  ['5 1/2 + ½', '5 1/2 + ½', '5 1/2', '5', '1', '2', '½', '½', '½'],
  ['x₁² = 4', 'x₁²', 'x₁', '²', '4'],
  ['\\sqrt[3]{x} = \\sin 2x', '\\sqrt[3]{x}', 'x', '3', '\\sin 2x', '2x', '2', 'x'],
  ['5 \\text{ km} = x', '5 \\text{ km}', '5', '\\text{ km}', 'x'],
  ['𝑥 + 😀', ''],
  ['2𝑥 = 6', '2𝑥', '2', '𝑥', '6'],
  ['x=2 or 3', 'x', '2', 'x', '3'],
  ['$1,200 + $5', '$1,200 + $5', '$1,200', '$', '1,200', '$5', '$', '5'],
];

test.each(cases.map(([source, ...expected]) => ({ source, expected })))('every node knows its place: $source', ({ source, expected }) => {
  const { statement } = parseStatement(source);
  expect(statement === null ? [''] : texts(source, statement)).toEqual(expected);
});

test('offsets count from the start of the whole source', () => {
  const source = 'so we get 2x = 6 at last';
  const { statement } = parseStatement(source, { start: 10, end: 16 });
  expect(statement?.span).toEqual({ start: 10, end: 16 });
  expect(statement === null ? [] : texts(source, statement)).toEqual(['2x', '2', 'x', '6']);
});

test('a line that continues a chain gives its relation and what follows it', () => {
  const { statement, leading } = parseStatement('&= 12 \\\\');
  expect(leading).toBe('=');
  expect(statement?.span).toEqual({ start: 3, end: 5 });
});

test('declared letters are functions, others multiply', () => {
  const kind = (functions: string[]): string | undefined => {
    const { statement } = parseStatement('u(x + 1)', { functions });
    return statement?.kind === 'chain' ? statement.sides[0]?.kind : undefined;
  };
  expect([kind([]), kind(['u'])]).toEqual(['product', 'call']);
});
