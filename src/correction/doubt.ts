import { expressionsOf, someNode } from '../math/decide/free.ts';
import { unitOf } from '../math/decide/units.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import type { Claim } from '../solution/solution.ts';
import { lettersIn } from './letters.ts';

/** Why a line that looks false may have been read otherwise than it was meant; null when there is no such doubt. */
export function doubtIn(claim: Claim): string | null {
  if (claim.problems.length > 0) return 'a part of the line could not be read';
  if (/\\[cl]?dots|…|\.\.\./.test(claim.text)) return 'what stands for the dots is not known';
  if (/[-–−]\s*\(\d\)\s*(?:\\right\.?)?\s*$/.test(claim.text)) return 'it ends in what may be the number of the line';
  if (
    isFormula(claim) &&
    /\/\s*(?:\d+\s*(?!or\b|and\b)[a-zπ(]|[a-zπ]\s*(?!or\b|and\b)[a-zπ(])/i.test(
      claim.text
        .replace(DIFFERENTIAL, '')
        .replace(BY_FUNCTION, '/1 ')
        .replace(/\d\/\d (?=π)/, ''),
    )
  )
    return 'it is not clear how far its division reaches';
  if (/\\(?:text|textrm|mbox)\s*\{[^}]*[a-zA-Z]{3}[^}]*\}\s*(?:[-−]?[\\(a-zA-Z]|[-−]?\d)/.test(claim.text)) return 'words stand inside it';
  if (expressionsIn(claim).some(side => someNode(side, isRoughly))) return 'its sign of division may be a sign for about';
  if (/(?:^|=)\s*\(\d{1,3},\d{3}\)\s*=/.test(claim.text)) return 'its bracket may hold two numbers';
  if (/(?<![\d:])\d{1,2}:[0-5]\d(?!\d)/.test(claim.text)) return 'it may tell times of day';
  if (BY_COLON.test(claim.text)) return 'it is not clear what is divided by what';
  if (DIVIDED_BY_FRACTION.test(claim.text) && !FRACTION_BY_FRACTION.test(claim.text) && !SET_APART.test(claim.text))
    return 'it is not clear what is divided by what';
  if (/\d\s*\/\s*\d+\s*%/.test(claim.text)) return 'it is not clear what the percent sign belongs to';
  if (/[a-zA-Z]\s*[-+−–]\s*\d[\d.]*\s*\\?%/.test(claim.text)) return 'it is not clear what the percentage is taken of';
  if (/(?:\d\s?e(?![\p{L}^'′(_])|^\s*e\s*[<>≤≥])/u.test(claim.text) && !/e\s*\^|\bln\b|\bexp\b|log/.test(claim.text))
    return 'its letter e may be an unknown';
  if (!claim.decimalComma && /[1-9]\d*,\d{1,2}(?!\d)/.test(claim.text.replace(/_\{\d,\d\}/g, '')) && !holdsList(claim))
    return 'its comma may separate two statements or mark decimals';
  return null;
}

const expressionsIn = ({ statement }: Claim): readonly Expr[] => (statement === null ? [] : expressionsOf(statement));

/** `10/26 ÷ 0.38`, where 0.38 is 10/26 rounded. */
function isRoughly(node: Expr): boolean {
  if (node.kind !== 'quotient' || node.bar || node.num.kind === 'number' || node.den.kind !== 'number' || !node.den.decimals) return false;
  const [value, written] = [evaluateExact(node.num), node.den.value];
  const gap = value && Q.absolute(Q.subtract(value, written));
  return gap !== null && Q.compare(Q.multiply(gap, Q.rational(50)), Q.absolute(written)) <= 0;
}

/** Its commas were read: they part the entries of a vector or point, or the two numbers of a choice. `(40,5)(1,5)` multiplies decimals. */
const holdsList = ({ statement, text }: Claim): boolean => {
  const some = (test: (node: Expr) => boolean): boolean =>
    statement !== null && expressionsOf(statement).some(side => someNode(side, test));
  const multiplied = some(node => node.kind === 'product' && node.implicit && node.factors.some(factor => factor.kind === 'list'));
  return (
    !multiplied &&
    some(
      node =>
        node.kind === 'list' ||
        node.kind === 'matrix' ||
        (node.kind === 'call' && node.args.length > 1 && /(?:[CP]|gcd|lcm|min|max)\}?\s*\(/.test(text)),
    )
  );
};

/** Divided by a function with its brackets, a number or a letter, behind which nothing is multiplied. */
const BY_FUNCTION =
  /\/\s*(?:sin|cos|tan|cot|sec|csc|ln|log|lg|exp|sqrt|arcsin|arccos|arctan)(?:_\w+)?(?:\^\d+)?(?:\([^()]*\)(?:\^\d+)?(?!\s*[\w(\\√π])|\s*\d+(?:\.\d+)?(?=\s*(?:$|[=≈,;]))|\s+[a-z](?=\s*(?:$|[=≈,;$])))/g;

/** `dy/dx` and `d/dx`. */
const DIFFERENTIAL = /\bd[a-zA-Z]?\s*\/\s*d[a-z]\b/g;

const DIVIDED_BY_FRACTION = /(?:÷|\\div)\s*\d+\/\d/;
/** `5/12 :15/12`, `4a ÷ 1/(2a)`. */
const BY_COLON = /\s:\d+\s?\/\s?\d|(?:÷|\\div)\s*(?:\d+\/\(|[\d(]*[a-z][\w)]*\/)/i;
const FRACTION_BY_FRACTION = /^[^÷]*\d\/\d+\s*(?:÷|\\div)\s*\d+\/\d/;
/** Blanks around the sign, and none around the bar. */
const SET_APART = /\s(?:÷|\\div)\s+\d+\/\d/;

const isFormula = ({ statement, text }: Claim): boolean => /π|pi/.test(text) || (statement !== null && lettersIn(statement).length > 0);

/** Sizes of one unit in another: metric steps, time, and the customary ones. */
const CONVERSIONS: ReadonlySet<string> = new Set(
  [7, 12, 14, 24, 28, 30, 36, 52, 60, 144, 168, 365, 366, 1440, 3600, 86400, 2, 3, 4, 8, 16, 32, 128, 1760, 2000, 5280, 5, 25, 20, 6].map(
    String,
  ),
);

/** The two sides may name one amount in two units: a unit stands there, and the numbers differ by a usual factor. */
export function mayConvert(left: Expr, right: Expr): boolean {
  const [here, there] = [unitsOf(left), unitsOf(right)];
  if (here === '' || there === '' || here === there || there === '$' || sameMeasure(here, there)) return false;
  const [a, b] = [evaluateExact(bareOf(left)), evaluateExact(bareOf(right))];
  const ratio = a && b && !Q.isZero(a) ? Q.divide(b, a) : null;
  if (!ratio || ratio.n <= 0n) return false;
  const factor = ratio.n > ratio.d ? ratio : { n: ratio.d, d: ratio.n };
  return (factor.d === 1n && (/^10+$/.test(String(factor.n)) || CONVERSIONS.has(String(factor.n)))) || isSpeed(factor);
}

/** One unit each, of one measure, both known: their conversion was decided exactly. */
function sameMeasure(here: string, there: string): boolean {
  const [a, b] = [unitOf(here), unitOf(there)];
  return a !== null && b !== null && a.kind === b.kind;
}

/** 3.6 km/h are 1 m/s. */
const isSpeed = (factor: Q.Rational): boolean => factor.n === 18n && factor.d === 5n;

export function unitsOf(expr: Expr): string {
  const names = new Set<string>();
  someNode(expr, node => {
    if (node.kind === 'unit') names.add(node.name);
    return false;
  });
  return [...names].sort().join();
}

/** The number alone. */
function bareOf(expr: Expr): Expr {
  const factors = expr.kind === 'product' ? expr.factors.filter(factor => !isUnit(factor)) : [];
  if (expr.kind !== 'product') return expr;
  return factors.length === 1 && factors[0] ? factors[0] : { ...expr, factors };
}

const isUnit = (expr: Expr): boolean =>
  expr.kind === 'unit' ||
  (expr.kind === 'power' && isUnit(expr.base)) ||
  (expr.kind === 'quotient' && isUnit(expr.num) && isUnit(expr.den));

/** `1 % is 5/20`, `80 % = 60`: a percentage of something set equal to an amount of it. Alone in a line a misplaced point is likelier: `35 % = 3.5`. */
export const ofSomething = (claim: Claim, left: Expr, right: Expr): boolean =>
  left.kind === 'percent' && !someNode(right, node => node.kind === 'percent') && (claim.setting === 'prose' || isAmount(left.arg, right));

function isAmount(percent: Expr, right: Expr): boolean {
  const [share, amount] = [percent, bareOf(right)].map(side => evaluateExact(side));
  if (!share || !amount || (Q.compare(amount, Q.ONE) < 0 && !Q.equal(share, Q.ONE))) return false;
  return ![10, 100].some(factor => Q.equal(Q.multiply(amount, Q.rational(factor)), share));
}

export const TWO_NUMBERS = 'two numbers are set equal: it may be a shorthand or badly copied';

/** `7 = 4`, `24 = 9 kg`, `1 cm on the map = 500 m`, `3/5 = $36`: two bare numbers, or a share and an amount, are a shorthand or badly copied, not a calculation. */
export function twoNumbers(claim: Claim, left: Expr, right: Expr): boolean {
  const [here, there] = [unitsOf(left), unitsOf(right)];
  if (!isBareNumber(right)) return false;
  if (!isBareNumber(left)) return here === '' && there !== '' && isShare(left) && isFar(left, bareOf(right));
  const between = claim.text.slice(left.span.end - claim.range.start, right.span.start - claim.range.start);
  return here === '' || there === '' || here === there || !sameMeasure(here, there) || /\p{L}{2,} \p{L}{2,}/u.test(between);
}

/** `2/5` or `5/5`: a part of a whole. */
const isShare = (expr: Expr): boolean =>
  expr.kind === 'quotient' &&
  expr.num.kind === 'number' &&
  expr.den.kind === 'number' &&
  expr.den.value.d === 1n &&
  Q.compare(expr.num.value, expr.den.value) <= 0;

/** No slip of a calculation: more than twice as large. */
function isFar(left: Expr, right: Expr): boolean {
  const [a, b] = [evaluateExact(left), evaluateExact(right)];
  return a !== null && b !== null && Q.compare(b, Q.multiply(a, Q.rational(2))) > 0;
}

const isBareNumber = (expr: Expr): boolean =>
  expr.kind === 'number' ||
  (expr.kind === 'negate' && isBareNumber(expr.arg)) ||
  (expr.kind === 'product' && expr.factors.filter(factor => !isUnit(factor)).length === 1 && isBareNumber(bareOf(expr)));

const sameNumber = (a: Expr, b: Expr): boolean => a.kind === 'number' && b.kind === 'number' && Q.equal(a.value, b.value);

/** `364 = 2 = 182`: the first sign of equality stands where a sign of division would make the line right. */
export function mayDivide(sides: readonly Expr[], at: number): boolean {
  const [before, between] = [sides[at], sides[at + 1]];
  if (before && between?.kind === 'quotient' && someNode(before, node => sameNumber(node, between.num))) return false;
  const [left, middle, right] = [sides[at], sides[at + 1], sides[at + 2]].map(side => (side ? evaluateExact(side) : null));
  const quotient = left && middle ? Q.divide(left, middle) : null;
  if (!quotient || !right) return false;
  const gap = Q.absolute(Q.subtract(quotient, right));
  return Q.compare(Q.multiply(gap, Q.rational(100)), Q.absolute(right)) <= 0;
}
