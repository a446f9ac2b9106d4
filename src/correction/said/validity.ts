import { evaluateExact } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { plainProblem, plainText } from '../asked/text.ts';
import { type Judged, refuted } from '../judged.ts';
import type { Scene } from '../scene.ts';

const NUMBER = String.raw`\d+(?:\.\d+)?(?:\s*\/\s*\d+)?`;
const SERIES = /\b(?:expan\w+|series|binomial|ascending powers)\b/i;
/** `(2 + 3x)^(-1)`, `1/(1 − 4x)`, `√(1 + x)`: what is expanded. */
const BRACKET = new RegExp(String.raw`\(\s*(${NUMBER})\s*[-+−]\s*((?:${NUMBER})?)\s*x(?:\s*\/\s*(\d+))?\s*\)`, 'g');
const TOLD = new RegExp(
  String.raw`\b(?:valid|converges?|convergent|holds?|true|radius)\b[^.;]*?\|\s*x\s*\|\s*<\s*(${NUMBER})(?![\w.]*\d)`,
  'i',
);
const ENDS = new RegExp(
  String.raw`\b(?:valid|converges?|convergent|holds?|true)\b[^.;]*?[-−]\s*(${NUMBER})\s*<\s*x\s*<\s*(${NUMBER})(?![\w.]*\d)`,
  'i',
);

const exactIn = (text: string | undefined): Q.Rational | null => {
  const expr = text ? parseExpression(text).expr : null;
  return expr && evaluateExact(expr);
};

/** 'valid for |x| < 3' of the series of 1/(1 + 3x): it converges for |x| < 1/3. Null where the problem expands something else, or no such power. */
export function judgeValidity(scene: Scene, { text, range }: Step): Judged | null {
  const problem = plainProblem(scene.solution.problem);
  const brackets = SERIES.test(problem) ? [...problem.matchAll(BRACKET)] : [];
  const [bracket, ...more] = brackets;
  const plain = plainText(text);
  const [, one, other] = TOLD.exec(plain) ?? ENDS.exec(plain) ?? [];
  if (!bracket || more.length > 0 || one === undefined || (other !== undefined && other !== one)) return null;
  const [, constant, factor, below] = bracket;
  const [top, times, bottom] = [exactIn(constant), exactIn(below || '1'), exactIn(factor || '1')];
  const radius = top && times && bottom && Q.divide(Q.multiply(top, times), bottom);
  const written = exactIn(one);
  if (!radius || !written || Q.equal(radius, written) || /\bnot\b|\?/.test(plain)) return null;
  return refuted({ kind: 'computed', expression: 'the bound of |x|', value: Q.printRational(radius), written: one }, range);
}
