import { evaluateExact } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import * as Q from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { entriesOf } from '../known-values.ts';
import type { Scene } from '../scene.ts';

const TUPLE = /\(\s*[-−]?[\d./]+(?:\s*,\s*[-−]?[\d./]+)+\s*\)/g;
const SAID = /\b(?:are|is|so|hence|thus|vectors|set|they)\b[^.;]*?\blinearly\s+(in)?dependent\b/i;
const OPEN = /\b(?:not|n't|if|whether|would|only if|means?|iff|when|test|check|definition)\b/i;

function rankOf(rows: readonly (readonly Q.Rational[])[]): number {
  const left = rows.map(row => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && !Q.isZero(row[column] ?? Q.rational(0)));
    const pivot = left[at];
    const head = pivot?.[column];
    if (!pivot || !head) continue;
    [left[at], left[rank]] = [left[rank] ?? pivot, pivot];
    for (let i = rank + 1; i < left.length; i++) {
      const row = left[i] ?? [];
      const by = Q.divide(row[column] ?? Q.rational(0), head) ?? Q.rational(0);
      left[i] = row.map((x, j) => Q.subtract(x, Q.multiply(by, pivot[j] ?? x)));
    }
    rank++;
  }
  return rank;
}

/** 'so they are linearly independent' of the vectors that the problem lists. Null where it says so of no such list, or rightly. */
export function judgeDependence(scene: Scene, { text, range }: Step): Judged | null {
  const { problem } = scene.solution;
  if (!/\blinearly\b/i.test(problem) || OPEN.test(text)) return null;
  const said = SAID.exec(text);
  if (!said) return null;
  const rows = (problem.match(TUPLE) ?? []).map(tuple => {
    const { expr } = parseExpression(tuple);
    return (expr && entriesOf(expr))?.map(entry => evaluateExact(entry)) ?? [];
  });
  const known = rows.map(row => row.filter(entry => entry !== null));
  const size = known[0]?.length ?? 0;
  if (rows.length < 2 || known.some((row, i) => row.length !== size || row.length !== rows[i]?.length)) return null;
  const independent = rankOf(known) === rows.length;
  if (independent === (said[1] !== undefined)) return null;
  const word = (one: boolean): string => `linearly ${one ? 'in' : ''}dependent`;
  const at = { start: range.start + said.index, end: range.start + said.index + said[0].length };
  return refuted({ kind: 'computed', expression: 'these vectors', value: word(independent), written: word(!independent) }, at);
}

const DIVISOR = /\bremainder\b[^.]*\bdivided by \$?\(?x\s*([-+−])\s*(\d+)\)?/i;

/** `p(2) = …` for the remainder of a division by x + 2: the polynomial is looked at where the divisor is not 0. */
export function judgeRemainderAt(scene: Scene, { text, range }: Step): Judged | null {
  const [, sign, size] = DIVISOR.exec(scene.solution.problem) ?? [];
  const twofold = new RegExp(String.raw`x\s*${sign === '+' ? '[-−]' : '\\+'}\s*${size}(?!\d)`).test(scene.solution.problem);
  const named =
    size === undefined || twofold
      ? null
      : /^\W*(?:(?:the )?remainder (?:is|=) )?\$?[pPfF]\(\s*([-−]?)\s*(\d+)\s*\)\s*(?:=|[$.\s]*$)/i.exec(text);
  if (!named || named[2] !== size || Number(size) === 0) return null;
  const right = sign === '+' ? '-' : '';
  const own = named[1] === '' ? '' : '-';
  if (own === right || (scene.solution.problem.match(/divided by/g)?.length ?? 0) > 1) return null;
  const witness = { kind: 'computed', expression: 'the zero of the divisor', value: `${right}${size}`, written: `${own}${size}` } as const;
  return refuted(witness, { start: range.start + named.index, end: range.start + named.index + named[0].length });
}
