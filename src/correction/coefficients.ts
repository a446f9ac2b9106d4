import { num } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import type { Step } from '../solution/solution.ts';
import { expressionIn, plainProblem, plainText } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import { lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';

const ASKS = /\bcoefficient of (?:the )?x(?:\^\{?(\d)\}?|([²³⁴⁵⁶⁷]))?(?:[- ]term)? in (?:the )?(?:expansion of )?([^=,;]+?)[.?]?$/i;
const TOLD = /\bcoefficient(?: of (?:the )?x\S*)?(?: is|:| =| equals)\s*([-−]?\d+)(?![\d./]*\d|\s*[·*×^(])/i;
const HIGHEST = 7;

interface Coefficient {
  readonly degree: number;
  readonly value: Q.Rational;
}

/** The coefficient that the problem asks for, from the derivatives at 0. */
function askedIn(problem: string): Coefficient | null {
  const [, digit, sign, text] = ASKS.exec(plainProblem(problem)) ?? [];
  const degree = digit !== undefined ? Number(digit) : sign !== undefined ? '²³⁴⁵⁶⁷'.indexOf(sign) + 2 : 1;
  let body: Expr | null = expressionIn(text);
  if (!body || lettersIn(body).join() !== 'x' || degree > HIGHEST) return null;
  let factorial = 1;
  for (let k = 1; k <= degree && body; k++) {
    body = differentiate(body, 'x');
    factorial *= k;
  }
  const at = body && evaluateExact(substitute(body, 'x', num(0)));
  const value = at && Q.divide(at, Q.rational(factorial));
  return value && { degree, value };
}

/** 'so the coefficient is 72' where it is 216, in the line that first comes to the term 72x². Null where no line names the coefficient wrongly. */
export function judgeCoefficient({ solution }: Scene, { range }: Step, index: number): Judged | null {
  const asked = askedIn(solution.problem);
  if (!asked) return null;
  const last = solution.steps.findIndex(({ text }) => TOLD.test(plainText(text)));
  const written = TOLD.exec(plainText(solution.steps[last]?.text ?? ''))?.[1]?.replace('−', '-');
  const value = written === undefined ? null : Q.parseDecimal(written);
  if (!value || !written || Q.equal(value, asked.value)) return null;
  const power = asked.degree === 1 ? 'x(?![\\^²³⁴⁵⁶⁷])' : `x(?:\\^\\{?${asked.degree}\\}?|${'²³⁴⁵⁶⁷'.charAt(asked.degree - 2)})`;
  const term = new RegExp(`(?<![\\d.])${written.replace('-', '[-−]\\s*')}\\s*${power}`);
  const first = solution.steps.findIndex(({ text }, at) => at <= last && term.test(plainText(text)));
  if (index !== (first < 0 ? last : first)) return null;
  return refuted(
    { kind: 'computed', expression: `the coefficient of x^${asked.degree}`, value: Q.printRational(asked.value), written },
    range,
  );
}
