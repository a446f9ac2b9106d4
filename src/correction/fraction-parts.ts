import { negate, num, product } from '../math/build.ts';
import { type Expr, NOWHERE } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import { equalTrees } from '../math/tree.ts';
import type { Step } from '../solution/solution.ts';
import { askedIn } from './asked/questions.ts';
import { plainProblem, plainText } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';
import { writtenIn } from './worked/lines.ts';

const PART = /^(?:the |new )*(numerator|denominator|top|bottom)(?: becomes| is| gives|:)*\s*[:=]?\s*([^:;,]+?)[.\s]*$/i;
const TIMES = /\b(?:multiply|multiplying|expand|expanding|times)\b[^:;]*?\b(?:by|with)\s+(?:the conjugate\s*)?([^:;,]+?)[.\s]*$/i;
/** Words with which something is taken out of both parts. */
const REDUCED = /\b(?:cancel|reduc|divid|simplif|common|lowest|after)\w*/i;

interface Part {
  readonly step: number;
  readonly top: boolean;
  readonly written: Expr;
}

/** What both parts of the fraction may have been multiplied by: nothing, the conjugate of the denominator, or what the lines name. */
function factorsOf({ solution }: Scene, den: Expr): readonly Expr[] {
  const [first, last, ...more] = den.kind === 'sum' ? den.terms : [];
  const conjugate: Expr[] =
    first && last && more.length === 0
      ? [{ kind: 'sum', terms: [first, last.kind === 'negate' ? last.arg : negate(last)], span: NOWHERE }]
      : [];
  const named = solution.steps.flatMap(({ text }) => {
    const by = TIMES.exec(plainText(text))?.[1];
    const expr = by === undefined ? null : parseExpression(by).expr;
    return expr ? [expr.kind === 'quotient' ? expr.den : expr] : [];
  });
  return [num(1), ...conjugate, ...named];
}

function partIn({ text }: Step, step: number): Part | null {
  const [, name = '', written = ''] = PART.exec(plainText(text)) ?? [];
  if (name === '' || REDUCED.test(text)) return null;
  const { expr } = parseExpression(written.split('=').at(-1) ?? '');
  return expr === null ? null : { step, top: /^(?:num|top)/i.test(name), written: expr };
}

/**
 * 'The denominator is 9 + 3 = 12' right under `6(3 + √3)/((3 − √3)(3 + √3))`, where neither that fraction nor any before it has such a part. Null for all
 * other lines.
 */
function judgePartAbove(scene: Scene, step: Step, index: number, { top, written }: Part): Judged | null {
  const fractions = scene.solution.steps.slice(Math.max(0, index - 2), index).flatMap(({ text }) => fractionsIn(text));
  const [fraction] = fractions;
  const all = [...scene.solution.steps.slice(0, index).map(({ text }) => text), scene.solution.problem].flatMap(fractionsIn);
  if (!fraction || fractions.length > 1) return null;
  const part = (of: Quotient): Expr => (top ? of.num : of.den);
  const right = part(fraction);
  const parts = all.flatMap(of => [of.num, of.den, product(of.num, of.den)]);
  if (
    lettersIn(right).join() !== lettersIn(written).join() ||
    parts.some(one => scene.decider.expressions(one, written).kind !== 'different')
  )
    return null;
  const found = scene.decider.expressions(right, written);
  if (found.kind !== 'different') return null;
  return refuted({ kind: 'computed', expression: printPlain(right), value: 'another value', written: printPlain(written) }, step.range);
}

type Quotient = Expr & { kind: 'quotient' };

/** The fractions that stand in a text alone, or as a side of a chain of equals. */
const fractionsIn = (text: string): Quotient[] =>
  writtenIn(plainText(text).split(/:\s/).at(-1) ?? '')
    .flatMap(({ sides }) => sides)
    .flatMap(({ expr }) => (expr?.kind === 'quotient' && !isPlain(expr) && !equalTrees(expr.num, expr.den) ? [expr] : []));

const isPlain = ({ num: top, den }: Quotient): boolean => top.kind === 'number' && den.kind === 'number';

/**
 * 'numerator: 6(√7 + 2)', 'denominator: 7 − 2 = 5' of the fraction that the problem states: one of the two is its part times a factor, and the other is not.
 * Null for a step that tells no part, and where neither tells which factor was taken.
 */
export function judgeFractionPart(scene: Scene, step: Step, index: number): Judged | null {
  const own = partIn(step, index);
  const above = own && judgePartAbove(scene, step, index, own);
  if (above) return above;
  const asked = own && askedIn(plainProblem(scene.solution.problem));
  const whole = asked?.kind === 'value' && asked.stated ? asked.value : null;
  if (!own || whole?.kind !== 'quotient') return null;
  const others = scene.solution.steps.map(partIn).filter(part => part !== null && part.top !== own.top);
  const [other] = others;
  if (!other || others.length > 1) return null;
  const fits = ({ top, written }: Part, by: Expr): boolean =>
    scene.decider.expressions(product(top ? whole.num : whole.den, by), written).kind === 'same';
  const factors = factorsOf(scene, whole.den);
  const taken = factors.find(by => fits(other, by));
  if (!taken || factors.some(by => fits(own, by))) return null;
  const right = product(own.top ? whole.num : whole.den, taken);
  const found = scene.decider.expressions(right, own.written);
  if (found.kind !== 'different') return null;
  return refuted({ kind: 'computed', expression: printPlain(right), value: 'another value', written: printPlain(own.written) }, step.range);
}
