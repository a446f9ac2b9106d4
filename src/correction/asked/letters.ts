import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { expressionIn, inDigits, statementIn } from './text.ts';

/** Values of letters. */
export type Point = ReadonlyMap<string, Q.Rational>;

export const printed = (at: Point): Record<string, string> =>
  Object.fromEntries([...at].map(([letter, value]) => [letter, Q.printRational(value)]));

export const valueAt = (expr: Expr, at: Point): string => {
  const value = evaluateExact(expr, at);
  return value ? Q.printRational(value) : printPlain(expr);
};

const UP = 'more|taller|older|longer|heavier|bigger|larger|greater|higher|wider|deeper|farther|further|hotter|warmer';
const DOWN = 'fewer|less|shorter|younger|lighter|smaller|lower|narrower|cheaper|colder|cooler';
const MEASURE = '(?:cm|mm|km|kg|lbs?|[a-z]{2,})';

/** One amount told by another: `amount` = `times`·`than` + `plus`. */
interface Told {
  readonly amount: string;
  readonly than: string;
  readonly times: number;
  readonly plus: number;
}

const MORE_THAN = new RegExp(
  `\\b([A-Za-z]+)(?:['’]s [a-z]+)? (?:is|are|was|has|have|had|weighs|weighed|scored|earns|earned|bought|sold|picked|read|made|got|ran|runs|costs?) (\\d+)(?: ${MEASURE}){0,2}? (${UP}|${DOWN})(?: [a-z]+){0,3}? than ([A-Za-z]+)`,
  'gi',
);
const THERE_ARE = /\b(\d+) (more|fewer|less) ([A-Za-z' -]+?) (?:[a-z]+ )?than ([A-Za-z' -]+?)(?=[.,;?]| and | in | at | sold|$)/gi;
const AS_MANY = /\b(twice|\d+ times|half) as (?:many|much) ([A-Za-z]+) as (?:there are )?([A-Za-z]+)/gi;

const FOR_EVERY = /\bfor every (\d+) ([A-Za-z' -]+?),? there (?:are|were|is|was) (\d+) ([A-Za-z' -]+?)(?=[.,;?]|$)/gi;

/** The comparisons of two amounts that a problem makes in words. */
function comparisonsIn(problem: string): Told[] {
  const text = inDigits(problem);
  const sign = (word: string): 1 | -1 => (new RegExp(`^(?:${DOWN})$`, 'i').test(word) ? -1 : 1);
  const found: Told[] = [];
  for (const [, amount = '', plus, word = '', than = ''] of text.matchAll(MORE_THAN))
    found.push({ amount, than, times: 1, plus: sign(word) * Number(plus) });
  for (const [, plus, word = '', amount = '', than = ''] of text.matchAll(THERE_ARE))
    found.push({ amount, than, times: 1, plus: sign(word) * Number(plus) });
  for (const [, word = '', amount = '', than = ''] of text.matchAll(AS_MANY)) {
    const times = /^half$/i.test(word) ? 0.5 : /^twice$/i.test(word) ? 2 : Number.parseInt(word, 10);
    found.push({ amount, than, times, plus: 0 });
  }
  for (const [, one, than = '', many, amount = ''] of text.matchAll(FOR_EVERY))
    found.push({ amount, than, times: Number(many) / Number(one), plus: 0 });
  return found.filter(({ plus, times }) => plus !== 0 || times !== 1);
}

const NAMES = (stem: string): RegExp[] => [
  new RegExp(`\\b([A-Za-z])\\b,? (?:for|is|be|to be|represents?|stands? for|denotes?|as) (?:the )?(?:number of |amount of )?${stem}`, 'i'),
  new RegExp(`\\b([A-Za-z]),? (?:the )?number of ${stem}`, 'i'),
  new RegExp(`\\b([A-Za-z]) ?[=:] ?(?:the )?(?:number of |amount of )?${stem}`, 'i'),
];

/** The letter that a text gives to an amount: `let K be the number of Kit Kats`, `S for Snickers`, 'Con is h cm tall'. */
function letterFor(texts: readonly string[], noun: string, other: string): string | null {
  const words = noun
    .split(/[^A-Za-z]+/)
    .filter(word => word.length > 2 && !other.includes(word))
    .map(word => word.replace(/(?:e?s)$/i, ''));
  for (const stem of words) {
    const patterns = NAMES(stem);
    for (const text of texts)
      for (const pattern of patterns) {
        const letter = pattern.exec(text)?.[1];
        if (letter !== undefined && letter !== 'a' && letter !== 'I') return letter;
      }
  }
  return null;
}

/** `S = K + 22` told as `K = S + 22`: the two letters of a comparison in each other's place. */
export function refutedComparison(
  { solution, decider }: Scene,
  problem: string,
): { readonly step: number; readonly witness: Witness } | null {
  const lines = solution.steps.flatMap(({ text, claims }, step) =>
    (claims.length > 0 ? claims : [{ statement: statementIn(text) }]).flatMap(({ statement }) =>
      isRelationOfTwo(statement) ? [{ step, statement }] : [],
    ),
  );
  const told = lines.length > 0 ? comparisonsIn(problem) : [];
  if (told.length === 0) return null;
  const texts = [problem, ...solution.steps.map(({ text }) => text)];
  for (const { amount, than, times, plus } of told) {
    const [big, small] = [letterFor(texts, amount, than), letterFor(texts, than, amount)];
    if (big === null || small === null || big.toLowerCase() === small.toLowerCase()) continue;
    const formula = (of: string, by: string): Statement | null =>
      statementIn(`${of} = ${multiple(times, by)} ${plus < 0 ? '-' : '+'} ${Math.abs(plus)}`);
    const turned = formula(small, big);
    for (const { step, statement } of lines) {
      const own = lettersIn(statement);
      if (turned === null || !own.includes(big) || !own.includes(small) || decider.lines(turned, statement).kind !== 'same') continue;
      const at = new Map([
        [small, Q.rational(10)],
        [big, Q.fromNumber(10 * times + plus)],
      ]);
      const [left, right] = statement.sides;
      if (left && right) return { step, witness: { kind: 'values', at: printed(at), left: valueAt(left, at), right: valueAt(right, at) } };
    }
  }
  return null;
}

/** So many times a letter, in signs. */
function multiple(times: number, letter: string): string {
  const { n, d } = Q.fromNumber(times);
  return times === 1 ? letter : `${n}*${letter}/${d}`;
}

/** An equation in two letters. */
const isRelationOfTwo = (statement: Statement | null): statement is Statement & { kind: 'chain' } =>
  statement?.kind === 'chain' && statement.relations.join() === '=' && lettersIn(statement).length === 2;

const ASKS = /\b(?:write|what can you|express|expression|in terms of|represent)\b/i;

/** 'Ann is 10 cm taller than Bob. Bob is h cm tall. What can you write for Ann's height?' answered by an expression. */
export function refutedAmount({ solution, decider }: Scene, problem: string): { readonly step: number; readonly witness: Witness } | null {
  if (!ASKS.test(problem)) return null;
  const [told, ...others] = comparisonsIn(problem);
  if (!told || others.length > 0) return null;
  const known = new RegExp(`\\b${told.than}(?:['’]s [a-z]+)? (?:is|has|weighs|scored|earns|had|picked|bought) ([b-zB-HJ-Z])\\b`).exec(
    problem,
  )?.[1];
  const question = problem.split(/(?<=[.?!])\s+/).at(-1) ?? '';
  if (known === undefined || !new RegExp(`\\b${told.amount}\\b`).test(question) || new RegExp(`\\b${told.than}\\b`).test(question))
    return null;
  const right = expressionIn(`${multiple(told.times, known)} ${told.plus < 0 ? '-' : '+'} ${Math.abs(told.plus)}`);
  const own = new Set([told.amount, told.than].map(name => name.charAt(0).toLowerCase()));
  for (const [step, { text }] of solution.steps.entries()) {
    const statement = statementIn(
      text.replace(/^\s*(?:answer|ans)\s*[:=]?\s*/i, '').replace(/[$*]/g, match => (match === '$' ? '' : match)),
    );
    const written = statement?.kind === 'chain' ? statement.sides.at(-1) : undefined;
    if (!right || !written || statement?.kind !== 'chain' || statement.relations.some(relation => relation !== '=')) continue;
    if (lettersIn(written).some(letter => letter !== known && own.has(letter.toLowerCase())) && !lettersIn(written).includes(known))
      continue;
    const found = decider.expressions(right, written);
    return found.kind === 'different' ? { step, witness: found.witness } : null;
  }
  return null;
}

const SAY = /^what (?:can|could) you (?:say|tell|conclude) about ([a-z]) (?:if|when|given(?: that)?) (.+)\?$/i;

/** 'What can you say about c if c + d = 10 and c is less than d?' answered by one value of several. */
export function refutedOnly(_scene: Scene, problem: string, last: string): Witness | null {
  const [, letter = '', given = ''] = SAY.exec(problem) ?? [];
  const said = letter === '' ? null : statementIn(last);
  if (said?.kind !== 'chain' || said.relations.join() !== '=') return null;
  const [name, written] = said.sides;
  const value = name?.kind === 'symbol' && name.name === letter && written ? evaluateExact(written) : null;
  const parts = given
    .replace(/ is (?:less|smaller) than /gi, ' < ')
    .replace(/ is (?:greater|larger|more|bigger) than /gi, ' > ')
    .split(/,? and |, /)
    .map(statementIn);
  const all = parts.flatMap(part => (part?.kind === 'chain' && part.relations.length === 1 ? [part] : []));
  const [first, second, ...others] = lettersIn(...all);
  if (!value || all.length < parts.length || first === undefined || others.length > 0) return null;
  const whole = Array.from({ length: 41 }, (_, i) => Q.rational(i <= 20 ? i : 20 - i));
  for (const x of whole)
    for (const y of second === undefined ? [Q.ZERO] : whole) {
      const at = new Map([[first, x], ...(second === undefined ? [] : [[second, y] as const])]);
      const own = at.get(letter);
      if (own && !Q.equal(own, value) && all.every(part => holdsAt(part, at)))
        return { kind: 'lost', variable: letter, value: Q.printRational(own), left: Q.printRational(own), right: Q.printRational(value) };
    }
  return null;
}

function holdsAt(part: Statement & { kind: 'chain' }, at: Point): boolean {
  const [a, b] = part.sides.map(side => evaluateExact(side, at));
  const order = a && b ? Math.sign(Q.compare(a, b)) : null;
  const allowed: Readonly<Record<string, readonly number[]>> = { '=': [0], '<': [-1], '>': [1], '≤': [-1, 0], '≥': [0, 1], '≠': [-1, 1] };
  return order !== null && (allowed[part.relations[0] ?? '']?.includes(order) ?? false);
}
