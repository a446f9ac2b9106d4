import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { num, relation, sum, sym } from '../../src/math/build.ts';
import { compareExpressions, compareStatements } from '../../src/math/compare.ts';
import { substitute } from '../../src/math/decide/free.ts';
import { type EquivalentQuestion, equivalent } from '../../src/math/equivalent.ts';
import type { Expr } from '../../src/math/expr.ts';
import { printLatex, printPlain } from '../../src/math/print.ts';
import { runs } from '../runs.ts';
import { identities, rich } from './rich.ts';

const kinds = fc.constantFrom<EquivalentQuestion['kind']>('expr', 'equation', 'inequality', 'system', 'answer');
const identity = fc.constantFrom(...identities);
const rename = (expr: Expr): Expr => substitute(substitute(expr, 'x', sym('s')), 'y', sym('t'));
const said = (a: string, b: string): boolean | null => equivalent({ a, b, kind: 'expr' }).equivalent;

describe('what is equivalent', () => {
  it('is itself, however it is set', () => {
    fc.assert(
      fc.property(rich, a => {
        const [latex, plain] = [printLatex(a), printPlain(a)];
        expect([said(latex, latex), said(latex, plain), said(plain, `$${latex}$`)]).not.toContain(false);
      }),
      runs(100),
    );
  });

  it('is so both ways and under other letters', () => {
    fc.assert(
      fc.property(rich, rich, (a, b) => {
        const there = compareExpressions(a, b).kind;
        expect(new Set([there, compareExpressions(b, a).kind])).not.toEqual(new Set(['same', 'different']));
        expect(compareExpressions(rename(a), rename(b)).kind).toBe(there);
      }),
      runs(100),
    );
  });

  it('follows from every identity', () => {
    fc.assert(
      fc.property(identity, rich, rich, (rewrite, u, v) => {
        const [left, right] = rewrite(u, v);
        expect(compareExpressions(left, right).kind).not.toBe('different');
      }),
      runs(300),
    );
  });

  it('goes on from one to the next', () => {
    fc.assert(
      fc.property(identity, identity, rich, rich, (first, second, u, v) => {
        const [a, b] = first(u, v);
        const [c, d] = second(b, u);
        const whole = sum(a, second(a, u)[0]);
        expect(compareExpressions(whole, sum(b, c)).kind).not.toBe('different');
        expect(compareExpressions(whole, sum(b, d)).kind).not.toBe('different');
      }),
      runs(60),
    );
  });

  it('is denied when a number is added', () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 1, max: 9 }), (a, n) => {
        expect(compareExpressions(a, sum(a, num(n))).kind).not.toBe('same');
      }),
      runs(100),
    );
  });

  it('holds for an equation and what an identity makes of a side', () => {
    fc.assert(
      fc.property(identity, rich, rich, (rewrite, u, v) => {
        const [left, right] = rewrite(u, sym('x'));
        const { kind } = compareStatements(relation(left, '=', v), relation(v, '=', left));
        expect(kind === 'same' || kind === 'unknown').toBe(true);
        expect(compareExpressions(left, right).kind).not.toBe('different');
      }),
      runs(15),
    );
  });
});

const scraps = fc.constantFrom(
  ...'\\frac{ } { \\left( \\right) ( ) [ ] \\{ \\} ^ _ \\sqrt \\int_ \\sum_{k=1}^ \\lim_{x\\to \\cup \\in \\text{and} \\pm , ; : = < \\le 0 1 999 . x \\pi i \\infty \\% ^\\circ \\mathbb{R} \\emptyset \\begin{cases} \\end{cases} \\\\ & $ ! | \\operatorname{foo}( \\pmod'.split(
    ' ',
  ),
);

/** A printed formula with pieces cut out, doubled and put in. */
const mutated = fc.tuple(rich, fc.array(fc.tuple(fc.nat(200), fc.nat(6), scraps), { maxLength: 5 })).map(([expr, edits]) =>
  edits.reduce((text, [at, length, scrap]) => {
    const from = at % (text.length + 1);
    return `${text.slice(0, from)}${length % 2 === 0 ? scrap : text.slice(from, from + length)}${text.slice(from + length)}`;
  }, printLatex(expr)),
);

describe('any two texts', () => {
  it('are compared without failing, and a difference has a witness', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 60 })), mutated, kinds, (a, b, kind) => {
        const { equivalent: same, witness } = equivalent({ a, b, kind });
        if (same === false) expect(witness).toBeDefined();
      }),
      runs(400),
    );
  });
});
