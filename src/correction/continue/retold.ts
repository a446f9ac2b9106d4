import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { numberAs } from '../../mistakes/working/numbers.ts';
import type { Claim, Solution, Step } from '../../solution/solution.ts';
import { isClosed } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';
import type { Scene } from '../scene.ts';
import { lastNumber, rework } from './carry.ts';
import { layoutOf, placeIn, written } from './layout.ts';
import { reliable } from './silent.ts';

/** What a line should come to: the calculation, where there is one, and its value. */
interface Known {
  readonly calculation: Expr | null;
  readonly value: Expr | null;
}

type Computed = Witness & { readonly kind: 'computed' };

/** Corrected steps, and the answer they end in. */
export interface Retold {
  readonly steps: readonly string[];
  readonly answer: string | null;
  /** What should stand where the wrong calculation does. */
  readonly replacement: Expr | null;
}

/**
 * The student's own line with another calculation in the place of its own, and the later lines worked out with the new result: `A = (8 + 14)/2 · 5 = 55 m²`
 * for `A = 22 · 5 = 110 m²`. The calculation alone where the line does not speak of what it gives. Null where there is nothing to calculate with.
 * @param computed what the line should come to: `(8 + 14)/2*5 = 55`, or a value alone, and what that is: 'the area of the trapezium'.
 */
export function retoldLine({ solution }: Scene, { value: told, expression: name, written: blamed }: Computed, step: number): Retold | null {
  const known = knownFrom(told, name);
  const own = solution.steps[step];
  const claim = known && own?.claims.findLast(one => placeIn(own, one) !== null && sidesOf(one).length > 0);
  const place = own && claim ? placeIn(own, claim) : null;
  if (!known || !own || !claim || !place) return null;
  const head = headOf(own, claim, place.start, name);
  const before = own.text.slice(0, place.start);
  const isHead = head !== null && !blamed.includes('=') && claim.text.includes(blamed);
  if (!isHead && (/\d/.test(before) || !speaksOf(`${before} ${head ?? ''}`, name)))
    return known.calculation ? { steps: [calculated(own, claim, known, null)], answer: null, replacement: known.calculation } : null;
  const last = sidesOf(claim).at(-1);
  const result = RESULT.exec(last ? own.text.slice(last.span.start - own.range.start, place.end) : '');
  const opens = claim.link === 'continues' && /^\s*=/.test(claim.text) ? '= ' : '';
  const line = `${before}${opens}${head === null ? '' : `${head} = `}${calculated(own, claim, known, result)}${own.text.slice(place.end)}`;
  const steps = [line, ...laterSteps(solution, step, result, known)];
  const whole = steps.length === solution.steps.length - step;
  const ends = [steps, solution.steps.map(({ text }) => text)].map(texts => lastNumber(texts.at(-1) ?? ''));
  return { steps, answer: whole && ends[0] !== ends[1] ? (ends[0] ?? null) : null, replacement: known.calculation ?? known.value };
}

/** The calculation and the value in `20*(9/6)^2 = 45`; each alone where only one is told. */
function knownFrom(told: string, name: string): Known | null {
  if (/\p{L}{3,}/u.test(told.replace(/\b(?:sqrt|sin|cos|tan|log|abs|exp)\b/g, ''))) return null;
  const called = parseExpression(name).expr;
  const parts = called && evaluateExact(called) !== null ? [name, told] : told.split(' = ');
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''].map(text => parseExpression(text.replace(/\^1(?!\d)/g, '')));
  if (parts.length > 2 || !first?.expr || !last?.expr || first.problems.length + last.problems.length > 0) return null;
  const exact = evaluateExact(first.expr);
  if (isLiteral(first.expr)) return { calculation: null, value: first.expr };
  return { calculation: first.expr, value: exact ? numberAs(exact, { decimals: true }) : parts.length > 1 ? last.expr : null };
}

const isLiteral = (expr: Expr): boolean => expr.kind === 'number' || (expr.kind === 'negate' && expr.arg.kind === 'number');

const sidesOf = ({ statement }: Claim): readonly Expr[] => (statement?.kind === 'chain' ? statement.sides : []);

const isCalculated = (side: Expr): boolean => isClosed(withoutUnits(side));

/** `A`, `P(X = 3)` or `c²` before the first sign of equality, where it is the name of what is calculated. */
function headOf(own: Step, claim: Claim, start: number, name: string): string | null {
  const [head, next] = sidesOf(claim);
  if (!head || !next || isCalculated(head)) return null;
  const text = own.text.slice(start, next.span.start - own.range.start).replace(/\s*&?\s*[=≈]\s*$/, '');
  return isName(head) || text === name ? text : null;
}

const isName = (head: Expr): boolean =>
  head.kind === 'symbol' || head.kind === 'call' || (head.kind === 'product' && head.implicit && head.factors[0]?.kind === 'symbol');

/** The line says that it is this: a word of the name stands in it, or the first letter of one as a symbol. */
function speaksOf(text: string, name: string): boolean {
  const words = (from: string): string[] => (from.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 5));
  const own = words(text);
  const symbol = /(?:^|\s)\$?([A-Za-z])(?:[₀-₉]|_\{?\w+\}?|\([^()]*\))?\s*$/.exec(text)?.[1]?.toLowerCase();
  const called = words(name);
  if (text.trim() !== '' && plain(name).includes(plain(text))) return true;
  return called.some(word => own.includes(word) || word.startsWith(symbol ?? ' '));
}

/** A number among its unit or currency: `€252`, `110 m²`, `17/52`. */
const RESULT = /^([$£€\\\s]*)([-−]?\d[\d,]*(?:\.\d+)?(?:\/\d+)?)(\s?[^\d\s/*·×+^()−-]{0,4}[²³]?(?:\/[a-z]{1,3}[²³]?)?\.?)$/;

/** `a₂₀` and `a_{20}` are one name. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/[$_{}]/g, '')
    .replace(/[₀-₉]/g, digit => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)));

/** `(8 + 14)/2 · 5 = 55 m²`. @param like the student's own result, whose unit or sign of percent is kept. */
function calculated(own: Step, claim: Claim, { calculation, value }: Known, like: RegExpExecArray | null): string {
  const layout = layoutOf(own, claim);
  const [, open = '', , close = ''] = like ?? [];
  const inPercent = close.includes('%') ? value && evaluateExact(value) : null;
  const shown = inPercent ? numberAs(Q.multiply(inPercent, HUNDRED), { decimals: true }) : value;
  const rough = calculation !== null && isClosed(calculation) && evaluateExact(calculation) === null;
  const sign = !rough ? ' = ' : layout.latex ? ' \\approx ' : ' ≈ ';
  return [...(calculation ? [written(layout, calculation)] : []), ...(shown ? [`${open}${written(layout, shown)}${close}`] : [])].join(
    sign,
  );
}

const HUNDRED = Q.rational(100);

/** The later steps with the new result in the place of the old one, as far as they can be relied on: up to one that still speaks of the old one, rounded. */
function laterSteps(solution: Solution, step: number, result: RegExpExecArray | null, { value }: Known): readonly string[] {
  const [, , number = '', close = ''] = result ?? [];
  const stood = parseExpression(number.replace(/,(?=\d{3})/g, '')).expr;
  const [own, after] = [stood && evaluateExact(stood), value ? evaluateExact(value) : null];
  if (!own || !after) return [];
  const before = close.includes('%') ? (Q.divide(own, HUNDRED) ?? own) : own;
  const pairs = [[before, after] as const, [Q.multiply(before, HUNDRED), Q.multiply(after, HUNDRED)] as const];
  const later = rework(solution.steps.slice(step + 1), close.includes('%') ? pairs : pairs.slice(0, 1));
  if (!later) return [];
  const count = reliable(solution, step + 1, later);
  const stale = later.steps.findIndex(text =>
    (text.match(/\d+(?:\.\d+)?/g) ?? []).some(shown => isRounded(shown, before) && !isRounded(shown, after)),
  );
  return later.steps.slice(0, stale < 0 ? count : Math.min(count, stale));
}

/** `33` of 17/52, as a number or in percent. */
function isRounded(shown: string, value: Q.Rational): boolean {
  const half = 0.5 * 10 ** -(shown.split('.')[1]?.length ?? 0);
  const size = Math.abs(Q.toNumber(value));
  return [size, 100 * size].some(one => one > 10 * half && Number(shown) !== one && Math.abs(Number(shown) - one) <= half);
}
