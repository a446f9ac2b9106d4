import { expect, test } from 'vitest';
import type { Expr } from '../../src/math/expr.ts';
import { parseExpression, parseStatement } from '../../src/math/parse.ts';
import { printPlain } from '../../src/math/print.ts';
import { children, equalTrees, lettersOf, mapExpr, replaceAt } from '../../src/math/tree.ts';

function read(source: string): Expr {
  const { expr } = parseExpression(source);
  if (expr === null) throw new Error(`not read: ${source}`);
  return expr;
}

test.each([
  ['2x + 3y = x', 'x y'],
  ['\\pi r^2 + e^x', 'r x'],
  ['f(x) + g(t)', 'x t'],
  ['\\int_0^a x^2 dx', 'a'],
  ['\\int x^2 dx', 'x'],
  ['\\sum_{k=1}^{n} k c', 'n c'],
  ['\\lim_{h \\to 0} \\frac{h + x}{2}', 'x'],
  ['5 km/h', ''],
  ['x_1 = 2 \\vee x_2 = a', 'x_1 x_2 a'],
  ['x \\in [a, b) \\cup \\{c\\}', 'x a b c'],
  ['a \\equiv b \\pmod{m}', 'a b m'],
])('letters that stand for values: %s', (source, letters) => {
  const { statement } = parseStatement(source);
  expect(statement === null ? null : lettersOf(statement).join(' ')).toBe(letters);
});

const same: readonly (readonly [string, string])[] = [
  ['2x', '2 x'],
  ['\\frac{1}{2}', '\\dfrac12'],
  ['x + (1)', 'x+1'],
  ['x**2', 'x^{2}'],
];

test.each(same)('one tree: %s and %s', (a, b) => {
  expect(equalTrees(read(a), read(b))).toBe(true);
});

const different: readonly (readonly [string, string])[] = [
  ['2x', '2*x'],
  ['1/2', '\\frac{1}{2}'],
  ['x + 1', '1 + x'],
  ['2.5', '2.50'],
  ['x - 1', 'x + 1'],
  ['(1, 2]', '[1, 2]'],
  ['x \\pm 1', 'x \\mp 1'],
  ['\\sin x', '\\cos x'],
  ['\\int_0^1 x dx', '\\int_0^2 x dx'],
];

test.each(different)('two trees: %s and %s', (a, b) => {
  expect(equalTrees(read(a), read(b))).toBe(false);
});

test('a rewrite sees each node after its parts, and an idle one returns the very same tree', () => {
  const x = read('2(a + b)^2 - \\frac{a}{b} + |a|');
  expect(mapExpr(x, node => node)).toBe(x);
  const renamed = mapExpr(x, node => (node.kind === 'symbol' && node.name === 'a' ? { ...node, name: 'c' } : node));
  expect(printPlain(renamed)).toBe('2(c + b)^2 - c/b + |c|');
});

test('a node is replaced by itself or by its place', () => {
  const x = read('3(x + 1) + x');
  const [first, second] = children(x);
  if (first === undefined || second === undefined) throw new Error('a sum of two was expected');
  expect(printPlain(replaceAt(x, second, read('2y')))).toBe('3(x + 1) + 2y');
  expect(printPlain(replaceAt(x, { start: 2, end: 7 }, read('7')))).toBe('3(7) + x');
  expect(replaceAt(x, { start: 90, end: 91 }, read('7'))).toBe(x);
});
