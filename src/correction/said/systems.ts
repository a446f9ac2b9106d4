import { minus, num, relation } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { lettersIn } from '../letters.ts';
import type { Fact, Scene } from '../scene.ts';

type Row = readonly Q.Rational[];

/** Coefficients and right side of a linear equation in these letters; null for any other. */
function rowOf(statement: Statement, letters: readonly string[]): Row | null {
  const [left, right] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (!left || !right) return null;
  const whole = minus(left, right);
  const slopes = letters.map(letter => differentiate(whole, letter));
  if (slopes.some(slope => slope === null || lettersIn(slope).length > 0)) return null;
  const rest = letters.reduce((expr, letter) => substitute(expr, letter, num(0)), whole);
  const values = [...slopes, rest].map(part => part && evaluateExact(part));
  return values.every(value => value !== null) ? values.map((value, i) => (i < letters.length ? value : Q.negate(value))) : null;
}

/** How many solutions a linear system has. */
function countSolutions(rows: readonly Row[], unknowns: number): 'none' | 'one' | 'many' {
  let left = [...rows];
  let rank = 0;
  for (let column = 0; column < unknowns; column++) {
    const pivot = left.find(row => !Q.isZero(row[column] ?? Q.ZERO));
    if (!pivot) continue;
    rank++;
    left = left
      .filter(row => row !== pivot)
      .map(row => {
        const by = Q.divide(row[column] ?? Q.ZERO, pivot[column] ?? Q.ONE) ?? Q.ZERO;
        return row.map((entry, i) => Q.subtract(entry, Q.multiply(by, pivot[i] ?? Q.ZERO)));
      });
  }
  if (left.some(row => !Q.isZero(row[unknowns] ?? Q.ZERO))) return 'none';
  return rank === unknowns ? 'one' : 'many';
}

/** The linear system of the problem: its unknowns and rows; null where it states none. */
export function systemOf({ facts }: Scene): { readonly letters: readonly string[]; readonly rows: readonly Row[] } | null {
  const given = facts.filter(fact => fact.step < 0);
  const letters = [...new Set(given.flatMap(fact => fact.letters))].sort();
  const parts = given.flatMap(({ statement }) => (statement.kind === 'and' ? statement.parts : [statement]));
  const rows = parts.map(part => rowOf(part, letters));
  if (letters.length < 2 || rows.length < 2 || !letters.every(letter => /^[a-z](?:_\{?\d\}?)?$/.test(letter))) return null;
  return rows.every(row => row !== null) ? { letters, rows } : null;
}

const LEAD = String.raw`^[\s$]*(?:(?:so|thus|therefore|hence|then|and|∴|⇒|→|answer\s*:|conclusion\s*:|(?:this|which|that) means(?: that)?)[\s,:]*)*(?:(?:the|this)\s+(?:linear\s+)?system\s+has\s+|there\s+(?:is|are)\s+|it\s+has\s+|we\s+(?:have|get)\s+)?`;
const COUNTS: readonly (readonly ['none' | 'one' | 'many', RegExp])[] = [
  ['none', new RegExp(String.raw`${LEAD}no\s+(?:real\s+)?solutions?\s*[.!]?\s*$`, 'i')],
  ['many', new RegExp(String.raw`${LEAD}(?:infinitely\s+many|an infinite number of)\s+solutions?\s*[.!]?\s*$`, 'i')],
  ['one', new RegExp(String.raw`${LEAD}(?:a\s+unique|exactly\s+one|only\s+one|just\s+one)\s+solution\s*[.!]?\s*$`, 'i')],
];
const WORDS = { none: 'no solution', one: 'exactly one solution', many: 'infinitely many solutions' } as const;

/** 'So there are infinitely many solutions.' under a linear system that has none, or one. */
export function judgeCount(scene: Scene, { text, range }: Step): Judged | null {
  const clauses = text.split(/[,;.]\s+(?:and\s+)?(?=so\b|hence\b|thus\b|therefore\b|there\b|the system\b|∴)/i);
  const [told] = COUNTS.find(([, pattern]) => clauses.some(clause => pattern.test(clause))) ?? [];
  const system = told === undefined || scene.task !== 'equation' ? null : systemOf(scene);
  if (told === undefined || system === null) return null;
  const count = countSolutions(system.rows, system.letters.length);
  if (count === told) return null;
  return refuted({ kind: 'computed', expression: 'the system', value: WORDS[count], written: WORDS[told] }, range);
}

const SAME =
  /\(?\b(\d)\)?(?: and |, | & )\(?(\d)\)? (?:say|are|mean|state) (?:(?:exactly )?the same|equivalent|identical|equal)|\((\d)\) (?:is|says) (?:the same|equivalent|identical) (?:thing )?(?:as|to) \((\d)\)/i;

/** '(3) and (4) say the same thing.' of two numbered equations that do not. */
export function judgeSame(scene: Scene, { text, range }: Step): Judged | null {
  const match = /\bnot\b|n't|\?|\bif\b/i.test(text) ? null : SAME.exec(text);
  const [one, two] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]].map(label =>
    label === undefined ? undefined : numbered(scene, label),
  );
  if (!match || !one || !two) return null;
  const found = scene.decider.linesAnywhere(one.statement, two.statement);
  const parallel = found.kind === 'narrower' || found.kind === 'different';
  return parallel ? refuted(found.witness, range) : null;
}

/** The only fact with this number in brackets behind it. */
function numbered({ facts, solution }: Scene, label: string): Fact | undefined {
  const found = facts.filter(({ claim: { range }, step }) => {
    const place = step < 0 ? { text: solution.problem, range: solution.problemRange } : solution.steps[step];
    return place?.text.slice(range.end - place.range.start).match(/^[\s$]*\((\d)\)/)?.[1] === label;
  });
  return found.length === 1 ? found[0] : undefined;
}

const INTEGERS =
  /^[\s$]*(?:so |thus |therefore |hence )?(?:the )?(?:integers?|whole numbers?)(?: solutions?| values?)?(?: of x)?(?: are| is|:)\s*((?:[-−]?\d+(?:\s*(?:,|and|, and)\s*)?)+)[.\s]*$/i;
/** How far from 0 whole numbers are looked for. */
const FAR = 60;

/** 'The integers are 4 and 5.' under an inequality in one letter. */
export function judgeIntegers(scene: Scene, { text, range }: Step): Judged | null {
  const list = INTEGERS.exec(text.replace(/\$/g, ' '))?.[1];
  const given = scene.facts.filter(fact => fact.step < 0);
  const [first] = given;
  const [letter, ...more] = first?.letters ?? [];
  if (list === undefined || !first || given.length > 1 || letter === undefined || more.length > 0) return null;
  const written = new Set((list.match(/[-−]?\d+/g) ?? []).map(number => Number(number.replace('−', '-'))));
  const holds = (value: number): boolean | null => {
    const at = {
      kind: 'and' as const,
      parts: [first.statement, relation({ kind: 'symbol', name: letter, span: range }, '=', num(value))],
      span: range,
    };
    const found = scene.decider.linesAnywhere(at, { kind: 'truth', value: false, span: range });
    return found.kind === 'same' ? false : found.kind === 'unknown' ? null : true;
  };
  for (const value of written)
    if (Math.abs(value) <= FAR && holds(value) === false)
      return refuted(
        { kind: 'computed', expression: `the inequality at ${letter} = ${value}`, value: 'false', written: String(value) },
        range,
      );
  return null;
}
