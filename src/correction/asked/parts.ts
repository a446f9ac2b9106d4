import { evaluateExact } from '../../math/evaluate.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import type { Scene } from '../scene.ts';
import { expressionIn, inDigits } from './text.ts';

const ITEM = /(?<![\w-])([A-Z][a-z]+(?: [a-z]+)?)\s*(?:[-–—:=]|\()\s*\$?(\d+(?:\.\d+)?)\s*(%)?/g;
const WHICH =
  /\bwhich (\d+) [a-z ]*?(?:represents?|makes? up|adds? up to|totals?|sums? to|gives?|are|is) (?:about )?(\d+(?:\.\d+)?(?:\/\d+)?)\s*(%)?(?= of|\?|$| percent)/i;

/** 'Which two fruits make up 2/5 of the votes?' of a list of shares, answered by names whose shares add up to something else. */
export function refutedParts(_scene: Scene, problem: string, last: string): Witness | null {
  const question = /[^.?!]*\?/.exec(inDigits(problem).slice(problem.search(/\bwhich (?:two|three|four)\b/i)))?.[0] ?? '';
  const [, count, share, percent] = WHICH.exec(question) ?? [];
  const items = [...problem.matchAll(ITEM)].map(([, name = '', size = '', sign]) => ({ name, size: Q.parseDecimal(size), sign }));
  const named = expressionIn(share);
  const wanted = named && evaluateExact(named);
  if (items.length < 3 || count === undefined || !wanted || items.some(({ sign }) => sign !== items[0]?.sign)) return null;
  const chosen = items.filter(({ name }) => new RegExp(`\\b${name.replace(/s$/, '')}(?:e?s)?\\b`, 'i').test(last));
  const total = chosen.reduce((sum, { size }) => Q.add(sum, size ?? Q.ZERO), Q.ZERO);
  const whole = items[0]?.sign === '%' && percent === undefined ? Q.multiply(wanted, Q.rational(100)) : wanted;
  if (chosen.length !== Number(count) || Q.equal(total, whole)) return null;
  const sign = items[0]?.sign ?? '';
  return {
    kind: 'computed',
    expression: chosen.map(({ name }) => name).join(' + '),
    value: `${Q.printRational(total)}${sign}`,
    written: `${Q.printRational(whole)}${sign}`,
  };
}
