import { type Truth, truthAt } from '../math/decide/truth.ts';
import type { Statement } from '../math/expr.ts';
import * as Q from '../math/rational.ts';
import { type Judged, unjudged } from './judged.ts';
import { lettersIn } from './letters.ts';
import { isEquation } from './scene/statements.ts';
import type { Scene } from './scene.ts';

const COUNTED =
  /\b(?:induction|natural numbers?|integers?|sequences?|series|converge\w*|diverge\w*|limits?|nth|n-th)\b|ℕ|\\mathbb\s*\{?N|→|\\to(?![a-z])/i;
const PROVES = /\b(?:induction|converge\w*|diverge\w*|limits?|prove|show that)\b|→/i;
const SMALL = [2, 3, 4, 5, 6, 7, 8, 9];
const LARGE = [20, 21, 22, 23, 24];
const ALL = [...SMALL, ...SMALL.map(n => -n), -1, 0, 1, ...LARGE];

/**
 * Where letters count (an induction, the terms of a sequence), a line is refuted by whole numbers alone: `|1/(n + 1)| = 1/(n + 1)` does not fail at n = −2.
 * An inequality in a proof may rest on a smallest number, so only large ones tell there. The judgement itself where nothing speaks against it.
 */
export function forWholeNumbers({ solution }: Scene, judged: Judged): Judged {
  const { slip } = judged;
  const letters = slip === null ? [] : [...new Set([...lettersIn(slip.from), ...lettersIn(slip.written)])];
  const [letter] = letters;
  if (!slip || letters.length !== 1 || letter === undefined || !/^[nkmN]$/.test(letter)) return judged;
  if (!COUNTED.test(`${solution.problem}\n${solution.steps.map(step => step.text).join('\n')}`)) return judged;
  const isOrder = slip.kind === 'line' && !isEquation(slip.written);
  if (!isOrder && slip.kind !== 'identity') return judged;
  const numbers = !isOrder ? SMALL : PROVES.test(solution.problem) ? LARGE : ALL;
  const pairs = numbers.map(n => at(slip.from, slip.written, letter, n));
  return pairs.some(truth => truth === false) ? judged : unjudged('its letter counts, and no whole number refutes it');
}

/** Whether what is written agrees with what it comes from: true where that does not hold itself. */
function at(from: Statement, written: Statement, letter: string, n: number): Truth {
  const point = { exact: new Map([[letter, Q.rational(n)]]), real: new Map([[letter, n]]) };
  const [left, right] = [from, written].map(line => (line.kind === 'chain' && line.relations.length === 0 ? line.sides[0] : undefined));
  if (left && right) return truthAt({ kind: 'chain', sides: [left, right], relations: ['='], span: written.span }, point);
  return truthAt(from, point) === true ? truthAt(written, point) : true;
}
