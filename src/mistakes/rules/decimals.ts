import type { Expr } from '../../math/expr.ts';
import { decimal, isStatement, num, quotient, sum } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';

interface Written {
  readonly digits: bigint;
  readonly places: number;
  readonly expr: Expr;
}

/** A written decimal as digits and places: 1.35 is 135 with 2. */
function read(expr: Expr | undefined): Written | null {
  if (expr?.kind !== 'number') return null;
  const places = expr.decimals ?? 0;
  const scale = 10n ** BigInt(places);
  return expr.value.d !== 0n && (expr.value.n * scale) % expr.value.d === 0n
    ? { digits: (expr.value.n * scale) / expr.value.d, places, expr }
    : null;
}

function pair(node: Parameters<Rewrite>[0], kind: 'sum' | 'product'): readonly [Written, Written, boolean] | null {
  if (isStatement(node) || node.kind !== kind) return null;
  const parts = node.kind === 'sum' ? node.terms : node.kind === 'product' ? node.factors : [];
  const [first, second] = parts;
  if (parts.length !== 2 || !first || !second) return null;
  const minus = second.kind === 'negate';
  const [a, b] = [read(first), read(minus ? second.arg : second)];
  return a && b && (a.places > 0 || b.places > 0) ? [a, b, minus] : null;
}

/** 0.8 + 0.4 → 0.12: the digits behind the point added as whole numbers. */
const partsAddedApart: Rewrite = node => {
  const found = pair(node, 'sum');
  if (!found || found[2]) return [];
  const [a, b] = found;
  const [scaleA, scaleB] = [10n ** BigInt(a.places), 10n ** BigInt(b.places)];
  const behind = (a.digits % scaleA) + (b.digits % scaleB);
  const front = a.digits / scaleA + b.digits / scaleB;
  const text = behind.toString();
  const places = Math.max(text.length, a.places === b.places ? a.places : text.length);
  return [{ wrong: decimal(front * 10n ** BigInt(places) + behind, places), terms: { a: a.expr, b: b.expr } }];
};

/** 6.7·3 → 2.01: the point set counting from the left. */
const pointFromLeft: Rewrite = node => {
  const found = pair(node, 'product');
  if (!found) return [];
  const [a, b] = found;
  const digits = a.digits * b.digits;
  const front = Math.max(a.digits.toString().length - a.places, 1);
  const places = digits.toString().length - front;
  return places < 0 ? [] : [{ wrong: decimal(digits, places), terms: { a: a.expr, b: b.expr } }];
};

/** 0.3·0.2 → 0.6: as many places as one factor has. */
const placesOfOneFactor: Rewrite = node => {
  const found = pair(node, 'product');
  if (!found || found[0].places === 0 || found[1].places === 0) return [];
  const [a, b] = found;
  return [Math.max(a.places, b.places), Math.min(a.places, b.places)]
    .filter((places, i, all) => all.indexOf(places) === i)
    .map(places => ({ wrong: decimal(a.digits * b.digits, places), terms: { a: a.expr, b: b.expr } }));
};

/** 60 − 1.35 → 59.35: the decimals that stand alone copied down. */
const decimalsDropped: Rewrite = node => {
  const found = pair(node, 'sum');
  if (!found?.[2] || found[0].places >= found[1].places) return [];
  const [a, b] = found;
  const extra = b.places - a.places;
  const scale = 10n ** BigInt(extra);
  const tail = b.digits % scale;
  const front = a.digits - b.digits / scale;
  return tail === 0n || front < 0n ? [] : [{ wrong: decimal(front * scale + tail, b.places), terms: { a: a.expr, b: b.expr } }];
};

/** 60 − 1.35, 8 + 2.5: numbers written flush right, without minding the point. */
const notAligned: Rewrite = node => {
  const found = pair(node, 'sum');
  if (!found || found[0].places === found[1].places) return [];
  const [a, b, minus] = found;
  const digits = minus ? a.digits - b.digits : a.digits + b.digits;
  return [{ wrong: decimal(digits, Math.max(a.places, b.places)), terms: { a: a.expr, b: b.expr } }];
};

/** 1/4 → 1.4. */
const barAsPoint: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'quotient') return [];
  const [above, below] = [read(node.num), read(node.den)];
  if (!above || !below || above.places + below.places > 0 || below.digits <= 0n) return [];
  const places = below.digits.toString().length;
  return [
    { wrong: decimal(above.digits * 10n ** BigInt(places) + below.digits, places), terms: { a: node.num, b: node.den } },
    { wrong: decimal(below.digits, places), terms: { a: node.num, b: node.den } },
  ];
};

/** 16/64 → 1/4 by striking out the 6s. */
const digitsCancelled: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'quotient') return [];
  const [above, below] = [read(node.num), read(node.den)];
  if (!above || !below || above.places + below.places > 0) return [];
  const [top, bottom] = [above.digits.toString(), below.digits.toString()];
  if (top.length < 2 || bottom.length < 2) return [];
  return [...top].flatMap((digit, i) => {
    const j = bottom.indexOf(digit);
    const rest = bottom.slice(0, j) + bottom.slice(j + 1);
    if (j < 0 || digit === '0' || BigInt(rest) === 0n) return [];
    return [{ wrong: quotient(num(BigInt(top.slice(0, i) + top.slice(i + 1))), num(BigInt(rest))), terms: { a: num(BigInt(digit)) } }];
  });
};

/** 2 1/3 → (2 + 1)/3. */
const wholeOntoNumerator: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'mixed') return [];
  return [{ wrong: quotient(sum([node.whole, node.num]), node.den), terms: { a: node.whole, b: node.num, c: node.den } }];
};

/** 2 1/3 → 2·1/3. */
const wholeTimesFraction: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'mixed') return [];
  const [whole, above] = [node.whole.value.n, node.num.value.n];
  return [{ wrong: quotient(num(whole * above), node.den), terms: { a: node.whole, b: node.num, c: node.den } }];
};

/** Decimal numbers, and fractions that are read digit by digit. */
export const decimals = family('decimals', 'numbers', [
  {
    id: 'digits-cancelled',
    ref: 'FRA-09',
    name: 'equal digits cancelled',
    prior: 0.55,
    wrong: digitsCancelled,
    why: 'The digit {a} is not a factor of the number it stands in: only factors of the whole number can be cancelled.',
    ask: 'By which number can top and bottom both be divided?',
    elsewhere: '13/39 = 1/3, by dividing both by 13; striking the 3s would leave 1/9.',
  },
  {
    id: 'mixed-number-whole-added',
    ref: 'FRA-10',
    name: 'whole part added onto the numerator',
    prior: 0.7,
    wrong: wholeOntoNumerator,
    why: 'Each whole is {c} parts, so {a} wholes are {a}·{c} of them.',
    ask: 'How many parts of size 1/{c} are there in {a} wholes?',
    elsewhere: '3 1/2 = 7/2, because 3 wholes are 6 halves.',
  },
  {
    id: 'mixed-number-multiplied',
    ref: 'FRA-10',
    name: 'mixed number read as a product',
    prior: 0.5,
    wrong: wholeTimesFraction,
    why: 'A mixed number is a sum: {site} means {a} plus {b}/{c}.',
    ask: 'Is {site} more or less than {a}?',
    elsewhere: '3 1/2 is three and a half, not three halves.',
  },
  {
    id: 'fraction-bar-as-point',
    ref: 'FRA-12',
    name: 'fraction bar read as a decimal point',
    prior: 0.55,
    wrong: barAsPoint,
    why: 'The bar means division: {site} is {a} divided by {b}.',
    ask: 'Is {site} more or less than 1?',
    elsewhere: '1/5 = 0.2, not 1.5.',
  },
  {
    id: 'decimal-parts-added-apart',
    ref: 'FRA-14',
    name: 'digits behind the point added like whole numbers',
    prior: 0.7,
    wrong: partsAddedApart,
    why: 'Digits of the same place are added; when the tenths go over ten, they carry into the ones.',
    ask: 'How many tenths are {a} and {b} together, and how many ones is that?',
    elsewhere: '0.7 + 0.5 = 1.2: seven tenths and five tenths are twelve tenths.',
  },
  {
    id: 'point-counted-from-left',
    ref: 'FRA-15',
    name: 'point set counting from the left',
    prior: 0.55,
    wrong: pointFromLeft,
    why: 'Decimal places are counted from the right: the product has as many as both factors together.',
    ask: 'About how large must {a}·{b} be? Round and estimate.',
    elsewhere: '4.5·3 = 13.5, not 1.35.',
  },
  {
    id: 'places-of-one-factor',
    ref: 'FRA-16',
    name: 'as many places as one factor has',
    prior: 0.7,
    wrong: placesOfOneFactor,
    why: 'Tenths times tenths are hundredths: the decimal places of both factors count.',
    ask: 'What is a tenth of a tenth?',
    elsewhere: '0.5·0.3 = 0.15, not 1.5.',
  },
  {
    id: 'loose-decimals-copied',
    ref: 'FRA-17',
    name: 'decimals with nothing above them copied down',
    prior: 0.65,
    wrong: decimalsDropped,
    why: 'Where nothing stands above, a 0 does: the decimals are taken from it, with borrowing.',
    ask: 'How is {a} written with as many decimal places as {b}?',
    elsewhere: '8 - 0.25 = 8.00 - 0.25 = 7.75.',
  },
  {
    id: 'point-not-aligned',
    ref: 'FRA-17',
    name: 'numbers not lined up at the point',
    prior: 0.5,
    wrong: notAligned,
    why: 'Decimals are added and subtracted point under point: ones with ones, tenths with tenths.',
    ask: 'Which digit of {a} stands in the ones place, and which one of {b}?',
    elsewhere: '5 + 0.3 = 5.3, not 0.8.',
  },
]);
