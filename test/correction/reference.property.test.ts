import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSolution } from '../../src/correction/check.ts';
import { readRow } from '../../src/solution/read.ts';
import { runs } from '../runs.ts';

/** A shop sells `a` coats at `p`, `b` hats at `q`, with `d` off each coat, and shares the money between `n` people. */
interface Shop {
  readonly a: number;
  readonly p: number;
  readonly d: number;
  readonly b: number;
  readonly q: number;
  readonly n: number;
}

const shops = fc.record({
  a: fc.integer({ min: 2, max: 40 }),
  p: fc.integer({ min: 20, max: 90 }),
  d: fc.integer({ min: 1, max: 19 }),
  b: fc.integer({ min: 2, max: 40 }),
  q: fc.integer({ min: 2, max: 30 }),
  n: fc.constantFrom(2, 4, 5, 8),
});

const problem = ({ a, p, d, b, q, n }: Shop) =>
  `A shop sells ${a} coats for $${p} each, with $${d} off each coat, and ${b} hats for $${q} each. ${n} people share the money. How much does each get?`;

const shares = ({ a, p, d, b, q, n }: Shop) => (a * (p - d) + b * q) / n;

const money = ({ a, p, d, b, q }: Shop) => (p - d) * a + b * q;

const reference = ({ a, p, d, b, q, n }: Shop) => [
  `A coat costs ${p} - ${d} = ${p - d} dollars.`,
  `The coats bring ${p - d} * ${a} = ${(p - d) * a} dollars.`,
  `The hats bring ${b} * ${q} = ${b * q} dollars.`,
  `Together they bring ${(p - d) * a} + ${b * q} = ${(p - d) * a + b * q} dollars.`,
  `Each gets ${(p - d) * a + b * q} / ${n} = ${((p - d) * a + b * q) / n} dollars.`,
];

type Road = (shop: Shop) => readonly string[];

/** Other roads to the same answer. */
const ROADS: Readonly<Record<string, Road>> = {
  'the same': reference,
  reordered: shop => [2, 0, 1, 3, 4].map(i => reference(shop)[i] ?? ''),
  merged: ({ a, p, d, b, q, n }) => [
    `The coats and hats bring (${p} - ${d}) * ${a} + ${b} * ${q} = ${(p - d) * a + b * q} dollars.`,
    `Each gets ${(p - d) * a + b * q} / ${n} = ${((p - d) * a + b * q) / n} dollars.`,
  ],
  'in one line': shop => [`Each gets ((${shop.p} - ${shop.d}) * ${shop.a} + ${shop.b} * ${shop.q}) / ${shop.n} = ${shares(shop)} dollars.`],
  split: shop => {
    const [first = '', ...rest] = reference(shop);
    return [`A coat costs $${shop.p}.`, `There is $${shop.d} off.`, first, 'Now the rest:', ...rest, `The answer is ${shares(shop)}.`];
  },
  'multiplied out': ({ a, p, d, b, q, n }) => [
    `Without the discount the coats bring ${a} * ${p} = ${a * p} dollars.`,
    `The discount is ${a} * ${d} = ${a * d} dollars.`,
    `The hats bring ${b} * ${q} = ${b * q} dollars.`,
    `With the hats that is ${a * p} + ${b * q} = ${a * p + b * q} dollars.`,
    `Without the discount ${a * p + b * q} - ${a * d} = ${a * p + b * q - a * d} dollars.`,
    `Each gets ${a * p + b * q - a * d} / ${n} = ${(a * p + b * q - a * d) / n} dollars.`,
  ],
  'with more than is needed': shop => [
    `There are ${shop.a} + ${shop.b} = ${shop.a + shop.b} things.`,
    ...reference(shop),
    `So ${shop.n} people get ${shares(shop)} * ${shop.n} = ${shares(shop) * shop.n} dollars.`,
    `The answer is ${shares(shop)}.`,
  ],
  'as an equation': shop => [
    `Let x be what each gets.`,
    `${shop.n} * x = ${money(shop)}`,
    `x = ${money(shop)} / ${shop.n}`,
    `x = ${shares(shop)}`,
  ],
  'as an equation in words': shop => [
    `If each gets x dollars, then all together get ${shop.n}x dollars.`,
    `The money is ${money(shop)} dollars, so we can set up the equation ${shop.n}x = ${money(shop)}.`,
    `Dividing both sides by ${shop.n}, we get x = ${shares(shop)}.`,
    `So each gets ${shares(shop)} dollars.`,
  ],
  'as an equation of the whole': shop => [
    `Let x be what each gets.`,
    `${shop.n}x = ${shop.a}(${shop.p} - ${shop.d}) + ${shop.b} * ${shop.q}`,
    `${shop.n}x = ${(shop.p - shop.d) * shop.a} + ${shop.b * shop.q}`,
    `${shop.n}x - ${shop.b * shop.q} = ${(shop.p - shop.d) * shop.a}`,
    `${shop.n}x = ${money(shop)}`,
    `x = ${shares(shop)}`,
  ],
  'with the money as the letter': shop => [
    `Let M be the money without the hats.`,
    `M = ${shop.a} * ${shop.p} - ${shop.a} * ${shop.d}`,
    `M = ${(shop.p - shop.d) * shop.a}`,
    `Each gets (M + ${shop.b * shop.q}) / ${shop.n} = (${(shop.p - shop.d) * shop.a} + ${shop.b * shop.q}) / ${shop.n} = ${shares(shop)} dollars.`,
  ],
};

for (const [name, road] of Object.entries(ROADS))
  test(`another road to the known answer is never accused: ${name}`, () => {
    fc.assert(
      fc.property(shops, shop => {
        const row = {
          id: 'road',
          problem: problem(shop),
          steps: road(shop),
          answer: String(shares(shop)),
          reference_solution: reference(shop),
        };
        expect(checkSolution(readRow(row).solution).finding).toEqual({ kind: 'correct', evidence: 'answer' });
      }),
      { seed: 4, ...runs(60) },
    );
  });

test('one operand exchanged for another of the problem is found where it stands, whatever comes before and after', () => {
  fc.assert(
    fc.property(shops, shop => {
      const { a, p, d, b, q, n } = shop;
      const all = [a, p, d, b, q, n, p - d];
      fc.pre(new Set(all).size === all.length);
      const wrong = b * d;
      const total = (p - d) * a + wrong;
      fc.pre(Math.abs(total / n - shares(shop)) > 1);
      const steps = [
        ...reference(shop).slice(0, 2),
        `The hats bring ${b} * ${d} = ${wrong} dollars.`,
        `Together they bring ${(p - d) * a} + ${wrong} = ${total} dollars.`,
        `Each gets ${total} / ${n} = ${total / n} dollars.`,
      ];
      const row = { id: 'wrong', problem: problem(shop), steps, answer: String(shares(shop)), reference_solution: reference(shop) };
      const { finding } = checkSolution(readRow(row).solution);
      expect(finding).toMatchObject({ kind: 'mistake', correction: { step: 2, evidence: 'answer', verified: true } });
      expect(finding.kind === 'mistake' && finding.correction.correctSteps.at(-1)).toContain(String(shares(shop)));
    }),
    { seed: 4, ...runs(60) },
  );
});

/** The wrong value must be none of the problem's own numbers: it could stand for that. */
test('an equation that is set up wrongly is found where it stands, and not where it is solved', () => {
  fc.assert(
    fc.property(shops, shop => {
      const { a, p, d, b, q, n } = shop;
      fc.pre(p + d !== q);
      const wrong = (p + d) * a + b * q;
      const steps = [
        'Let x be what each gets.',
        `The hats bring ${b} * ${q} = ${b * q} dollars.`,
        `So ${n}x = ${a}(${p} + ${d}) + ${b * q}.`,
        `${n}x = ${wrong}`,
        `x = ${wrong / n}`,
        `Each gets ${wrong / n} dollars.`,
      ];
      const row = { id: 'wrong', problem: problem(shop), steps, answer: String(shares(shop)), reference_solution: reference(shop) };
      expect(checkSolution(readRow(row).solution).finding).toMatchObject({ kind: 'mistake', correction: { step: 2, evidence: 'answer' } });
    }),
    { seed: 4, ...runs(60) },
  );
});
