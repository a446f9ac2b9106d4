import type { Expr } from '../../math/expr.ts';
import { isStatement, num, writtenNumber } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';

/** Digits of a whole number, ones first. */
const digitsOf = (value: bigint): number[] => [...value.toString()].reverse().map(Number);

const fromDigits = (digits: readonly number[]): bigint => BigInt([...digits].reverse().join('') || '0');

const whole = (expr: Expr | undefined): bigint | null => {
  const value = expr && expr.kind !== 'negate' ? writtenNumber(expr) : null;
  return value?.d === 1n && value.n >= 0n ? value.n : null;
};

/** `a − b` in columns, both whole and not negative. */
function ofDifference(work: (top: number[], bottom: number[]) => readonly number[] | null): Rewrite {
  return node => {
    if (isStatement(node) || node.kind !== 'sum' || node.terms.length !== 2) return [];
    const [first, second] = node.terms;
    const a = whole(first);
    const b = second?.kind === 'negate' ? whole(second.arg) : null;
    if (a === null || b === null || b > a || a < 10n || !first || second?.kind !== 'negate') return [];
    const top = digitsOf(a);
    const bottom = [...digitsOf(b), ...top.map(() => 0)].slice(0, top.length);
    const result = work(top, bottom);
    return result ? [{ wrong: num(fromDigits(result)), terms: { a: first, b: second.arg } }] : [];
  };
}

/** Column work with one habit changed. Null when the habit was never called for. */
function borrowing(habit: 'no-decrement' | 'across-zero' | 'from-zero' | 'zero-minus-n' | 'zero-minus-zero'): Rewrite {
  return ofDifference((top, bottom) => {
    const left = [...top];
    let used = false;
    const result = bottom.map((below, i) => {
      let above = left[i] ?? 0;
      if (above >= below) return above - below;
      if (above === 0 && top[i] === 0 && habit === 'zero-minus-n') {
        used = true;
        return below;
      }
      if (above === 0 && top[i] === 0 && habit === 'zero-minus-zero') {
        used = true;
        return 0;
      }
      above += 10;
      let next = i + 1;
      if (habit === 'no-decrement') used = true;
      else if (habit === 'across-zero') {
        while (next < left.length && left[next] === 0) {
          next++;
          used = true;
        }
        left[next] = (left[next] ?? 0) - 1;
      } else {
        while (next < left.length && left[next] === 0) left[next++] = 9;
        if (habit === 'from-zero' && next > i + 1) used = true;
        else left[next] = (left[next] ?? 0) - 1;
      }
      return above - below;
    });
    return used && result.every(digit => digit >= 0 && digit <= 9) ? result : null;
  });
}

const smallerFromLarger = ofDifference((top, bottom) => {
  const result = bottom.map((below, i) => Math.abs((top[i] ?? 0) - below));
  return bottom.some((below, i) => below > (top[i] ?? 0)) ? result : null;
});

/** `a + b + …` in columns. */
function ofSum(work: (numbers: readonly (readonly number[])[], length: number) => string | null): Rewrite {
  return node => {
    if (isStatement(node) || node.kind !== 'sum') return [];
    const values = node.terms.map(whole);
    if (!values.every(value => value !== null)) return [];
    const digits = values.map(digitsOf);
    const result = work(digits, Math.max(...digits.map(d => d.length)));
    return result ? [{ wrong: num(BigInt(result)), terms: { a: node } }] : [];
  };
}

const columnTotal = (numbers: readonly (readonly number[])[], i: number): number =>
  numbers.reduce((total, digits) => total + (digits[i] ?? 0), 0);

const carryForgotten = ofSum((numbers, length) => {
  const totals = Array.from({ length }, (_, i) => columnTotal(numbers, i));
  if (!totals.slice(0, -1).some(total => total > 9)) return null;
  return totals
    .map((total, i) => (i === length - 1 ? total : total % 10))
    .reverse()
    .join('');
});

const carryWritten = ofSum((numbers, length) => {
  const totals = Array.from({ length }, (_, i) => columnTotal(numbers, i));
  return length > 1 && totals.slice(0, -1).some(total => total > 9) ? totals.reverse().join('') : null;
});

/** 23·14 with the second partial product not shifted: 23·4 + 23·1. */
const notShifted: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'product' || node.factors.length !== 2) return [];
  const [a, b] = [whole(node.factors[0]), whole(node.factors[1])];
  if (a === null || b === null) return [];
  const added = (x: bigint, y: bigint): bigint => digitsOf(y).reduce((total, digit) => total + x * BigInt(digit), 0n);
  return [
    ...(b > 9n ? [{ wrong: num(added(a, b)), terms: { a: num(a), b: num(b) } }] : []),
    ...(a > 9n ? [{ wrong: num(added(b, a)), terms: { a: num(b), b: num(a) } }] : []),
  ];
};

/** Written column work with whole numbers. */
export const columns = family('column work', 'numbers', [
  {
    id: 'smaller-from-larger',
    ref: 'INT-01',
    name: 'smaller digit always taken from the larger',
    prior: 0.7,
    wrong: smallerFromLarger,
    why: 'In each column the lower digit is taken from the upper one. Where the upper one is smaller, a ten is borrowed.',
    ask: 'In which column of {a} - {b} is the upper digit the smaller one, and what must happen there?',
    elsewhere: '52 - 38: the ones are 12 - 8 = 4, the tens 4 - 3 = 1, together 14.',
  },
  {
    id: 'borrow-without-decrement',
    ref: 'INT-02',
    name: 'ten borrowed and not taken off',
    prior: 0.65,
    wrong: borrowing('no-decrement'),
    why: 'The ten that was borrowed must be taken off the column it came from.',
    ask: 'After borrowing in {a} - {b}, what is left in the next column?',
    elsewhere: '73 - 26: after borrowing there are 6 tens left, so 47.',
  },
  {
    id: 'borrow-across-zero',
    ref: 'INT-03',
    name: 'zero skipped when borrowing',
    prior: 0.65,
    wrong: borrowing('across-zero'),
    why: 'Borrowing through a zero turns the zero into 9, because it lends a ten itself.',
    ask: 'What becomes of the 0 in {a} when a ten is borrowed through it?',
    elsewhere: '402 - 138: the 0 becomes 9, so 264.',
  },
  {
    id: 'borrow-from-zero',
    ref: 'INT-04',
    name: 'zero turned into 9, nothing borrowed further left',
    prior: 0.65,
    wrong: borrowing('from-zero'),
    why: 'The zero becomes 9 only because it borrowed from its left: the digit there is one less.',
    ask: 'Where in {a} does the 9 that replaces the 0 come from?',
    elsewhere: '402 - 138: the 4 becomes 3, so 264.',
  },
  {
    id: 'zero-minus-digit-is-digit',
    ref: 'INT-05',
    name: 'zero minus a digit taken as the digit',
    prior: 0.6,
    wrong: borrowing('zero-minus-n'),
    why: 'A digit cannot be taken from 0 without borrowing a ten first.',
    ask: 'What is 10 minus the lower digit, and where does the 10 come from?',
    elsewhere: '60 - 24: the ones are 10 - 4 = 6, so 36.',
  },
  {
    id: 'zero-minus-digit-is-zero',
    ref: 'INT-06',
    name: 'zero minus a digit taken as zero',
    prior: 0.6,
    wrong: borrowing('zero-minus-zero'),
    why: 'A digit cannot be taken from 0 without borrowing a ten first.',
    ask: 'What is 10 minus the lower digit, and where does the 10 come from?',
    elsewhere: '60 - 24: the ones are 10 - 4 = 6, so 36.',
  },
  {
    id: 'carry-forgotten',
    ref: 'INT-07',
    name: 'carry forgotten',
    prior: 0.75,
    wrong: carryForgotten,
    why: 'A column that goes over ten gives a carry to the next one; here it was left out.',
    ask: 'Which column of {a} goes over ten, and where does the ten go?',
    elsewhere: '36 + 27: 6 + 7 = 13, write 3 and carry 1, so 63.',
  },
  {
    id: 'carry-written-in-place',
    ref: 'INT-08',
    name: 'carry written into the result',
    prior: 0.6,
    wrong: carryWritten,
    why: 'Each column has room for one digit; the ten goes to the next column.',
    ask: 'How many digits of a column total are written down in its place?',
    elsewhere: '36 + 27 = 63, not 513.',
  },
  {
    id: 'partial-product-not-shifted',
    ref: 'INT-09',
    name: 'partial product not shifted',
    prior: 0.65,
    wrong: notShifted,
    why: 'The tens digit of {b} multiplies by tens, so its row is shifted one place to the left.',
    ask: 'What is the tens digit of {b} worth?',
    elsewhere: '12·13 = 12·3 + 12·10 = 156, not 36 + 12.',
  },
]);
