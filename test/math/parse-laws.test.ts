import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Expr, NOWHERE } from '../../src/math/expr.ts';
import { parseExpression, parseStatement } from '../../src/math/parse.ts';
import { printLatex, printPlain } from '../../src/math/print.ts';
import { rational } from '../../src/math/rational.ts';
import { children, equalTrees, forEachSide } from '../../src/math/tree.ts';
import { runs } from '../runs.ts';

const span = NOWHERE;

const number: fc.Arbitrary<Expr> = fc
  .tuple(fc.nat(2000), fc.constantFrom(null, null, 1, 2))
  .map(([n, decimals]) => ({ kind: 'number', value: rational(n, decimals === null ? 1 : 10 ** decimals), decimals, span }));

const symbol: fc.Arbitrary<Expr> = fc
  .constantFrom(
    'x',
    'y',
    'a',
    'd',
    'e',
    'f',
    'h',
    'n',
    'C',
    'pi',
    'theta',
    'x_1',
    'x_{12}',
    'infinity',
    'bar(x)',
    "y'",
    'speed',
    'total cost',
  )
  .map(name => ({ kind: 'symbol', name, span }));

const letter: fc.Arbitrary<Expr> = fc
  .constantFrom('x', 'y', 'a', 'd', 'e', 's', 'i', 'n', 'C', 'pi', 'theta', 'x_1', 'f')
  .map(name => ({ kind: 'symbol', name, span }));

/** Trees of the forms the reader makes, from the leaves up. Adjacent parts that the reader merges into one node are left out. */
const { tree } = fc.letrec<{ tree: Expr; factor: Expr }>(tie => {
  const many = fc.array(tie('tree'), { minLength: 2, maxLength: 3 });
  const call = fc.constantFrom('sqrt', 'abs', 'sin', 'ln', 'arccot', 'f', "f'", 'f^-1', 'factorial', 'floor', 'exp');
  return {
    factor: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      letter,
      fc.tuple(call, tie('tree')).map(([fn, arg]): Expr => ({ kind: 'call', fn, args: [arg], span })),
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number,
      symbol,
      many.map((terms): Expr => ({ kind: 'sum', terms, span })),
      many.map((factors): Expr => ({ kind: 'product', factors, implicit: false, span })),
      fc
        .tuple(fc.oneof(number, letter), tie('factor'), tie('factor'))
        .map((factors): Expr => ({ kind: 'product', factors, implicit: true, span })),
      fc.tuple(tie('tree'), tie('tree'), fc.boolean()).map(([num, den, bar]): Expr => ({ kind: 'quotient', num, den, bar, span })),
      fc.tuple(tie('tree'), tie('tree')).map(([base, exponent]): Expr => ({ kind: 'power', base, exponent, span })),
      tie('tree').map((arg): Expr => ({ kind: 'negate', arg, span })),
      fc.tuple(tie('tree'), fc.constantFrom('+', '-')).map(([arg, upper]): Expr => ({ kind: 'plusminus', arg, upper, span })),
      tie('tree').map((arg): Expr => ({ kind: 'percent', arg, span })),
      tie('factor'),
      fc.tuple(tie('tree'), tie('tree')).map((args): Expr => ({ kind: 'call', fn: 'log', args, span })),
      fc.tuple(tie('tree'), tie('tree')).map((args): Expr => ({ kind: 'call', fn: 'binomial', args, span })),
      fc.tuple(tie('tree'), tie('tree')).map((args): Expr => ({ kind: 'call', fn: 'root', args, span })),
      tie('tree').map((body): Expr => ({ kind: 'derivative', body, variable: 'x', order: 1, partial: false, span })),
      tie('tree').map((body): Expr => ({ kind: 'integral', body, variable: 'x', bounds: null, span })),
      fc
        .tuple(tie('tree'), tie('tree'), tie('tree'))
        .map(([body, lower, upper]): Expr => ({ kind: 'integral', body, variable: 't', bounds: { lower, upper }, span })),
      fc
        .tuple(tie('tree'), tie('tree'), fc.constantFrom('both', 'above', 'below'))
        .map(([body, point, side]): Expr => ({ kind: 'limit', body, variable: 'x', point, side, span })),
      fc
        .tuple(tie('tree'), tie('tree'), tie('tree'))
        .map(([body, lower, upper]): Expr => ({ kind: 'series', op: 'sum', body, variable: 'k', lower, upper, span })),
      fc
        .array(fc.array(tie('tree'), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 })
        .map((rows): Expr => ({ kind: 'matrix', rows, span })),
    ),
  };
});

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(tree, x => {
      const printed = printLatex(x);
      const { expr, problems } = parseExpression(printed);
      expect(expr !== null && equalTrees(expr, x), `${printed}\n${problems[0]?.message ?? (expr === null ? '' : printLatex(expr))}`).toBe(
        true,
      );
    }),
    runs(500),
  );
});

test('what is read prints, and the print is stable', () => {
  fc.assert(
    fc.property(tree, x => {
      const plain = printPlain(x);
      const { statement } = parseStatement(plain);
      if (statement !== null) expect(parseStatement(printLatex(statement)).statement).not.toBeNull();
    }),
    runs(500),
  );
});

const pieces = fc.constantFrom(
  ...'( ) [ ] { } | ^ _ \\ , . ; : ! % & = < > ± + - * / 0 1 2 12 x y d f e π ∫ ∑ √ ½ ² ₁ $ ~ 😀 é \\frac \\sqrt{ \\int \\lim_{ \\left( \\right) \\left| \\right| \\{ \\} \\to'.split(
    ' ',
  ),
  ...[
    '\\text{a}',
    '\\text{ km}',
    '\\begin{cases}',
    '\\end{cases}',
    ' or ',
    ' and ',
    '\\cup ',
    '\\in ',
    '\\quad ',
    '\\overline{',
    'dx',
    'd/dx ',
    'sin ',
    '\\log_',
    ' mod ',
    'km ',
    ' apples',
    ', ',
    '\n',
    ' ',
  ],
);

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
);

test('any text is read or gets a problem inside the text, and nothing throws', () => {
  fc.assert(
    fc.property(noise, fc.constantFrom('display', 'prose'), (source, setting) => {
      const { statement, problems } = parseStatement(source, { setting });
      if (statement === null) expect(problems.length).toBeGreaterThan(0);
      for (const { span: at } of problems) expect(0 <= at.start && at.start <= at.end && at.end <= source.length).toBe(true);
    }),
    runs(3000),
  );
});

test('a part lies inside the whole', () => {
  const inside = (x: Expr, start: number, end: number): boolean =>
    start <= x.span.start &&
    x.span.start <= x.span.end &&
    x.span.end <= end &&
    children(x).every(part => inside(part, x.span.start, x.span.end));
  fc.assert(
    fc.property(noise, source => {
      const { statement } = parseStatement(source);
      if (statement !== null) forEachSide(statement, side => expect(inside(side, 0, source.length)).toBe(true));
    }),
    runs(2000),
  );
});

const hostile: readonly (readonly [name: string, source: string, read: boolean])[] = [
  ['open brackets', '('.repeat(50_000), false],
  ['nested brackets', `${'('.repeat(20_000)}x${')'.repeat(20_000)}`, false],
  ['200 nested brackets', `${'('.repeat(200)}x${')'.repeat(200)}`, true],
  ['200 brackets around an equation', `${'('.repeat(200)}x = 1${')'.repeat(200)}`, true],
  ['minus signs', `${'-'.repeat(50_000)}x`, false],
  ['a long sum', `${'1+'.repeat(25_000)}1`, true],
  ['a long product', 'x'.repeat(50_000), true],
  ['many divisions', `${'x/'.repeat(25_000)}x`, false],
  ['towers of powers', `${'2^'.repeat(25_000)}2`, false],
  ['factorials', `5${'!'.repeat(50_000)}`, false],
  ['bars', '|'.repeat(50_000), false],
  ['digits', '9'.repeat(50_000), false],
  ['open text', '\\text{'.repeat(8_000), false],
  ['many alternatives', `${'x=1 or '.repeat(7_000)}x=2`, true],
  ['many values', `x = ${'1, '.repeat(16_000)}1`, true],
  ['many integrals', '\\int x dx '.repeat(5_000), true],
  ['nested limits', `${'\\lim_{x \\to 0} '.repeat(3_000)}x + x`, false],
];

test.each(hostile.map(([name, source, read]) => ({ name, source, read })))('a long line is no trap: $name', ({ source, read }) => {
  const { statement } = parseStatement(source);
  expect(statement !== null).toBe(read);
  if (statement !== null) expect(printPlain(statement).length).toBeGreaterThan(0);
});
