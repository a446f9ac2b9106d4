import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { refutedFormula } from './formulas.ts';
import { refutedGrowth } from './kinds.ts';
import { type Point, printed, refutedAmount, refutedComparison, refutedOnly, valueAt } from './letters.ts';
import { refutedOrder } from './order.ts';
import { refutedParts } from './parts.ts';
import { ofLine } from './questions.ts';
import { refutedRatio } from './ratios.ts';
import { refutedTable } from './tables.ts';
import { expressionIn, plainProblem, statementIn } from './text.ts';
import { refutedYesNo } from './yes-no.ts';

/** A refuted choice or statement in words: the step it stands in, and what shows that it is not so. */
export interface Refuted {
  readonly step: number;
  readonly witness: Witness;
}

type Asker = (scene: Scene, problem: string, last: string) => Witness | null;

/** Questions that are answered by a word, a sign or one of two expressions. */
export function refutedChoice(scene: Scene): Refuted | null {
  const problem = plainProblem(scene.solution.problem);
  const { steps } = scene.solution;
  const step = steps.length - 1;
  const last = steps[step]?.text.replace(/[$*]/g, '').trim() ?? '';
  if (problem.length > 600 || last === '' || last.length > 400) return null;
  for (const ask of [
    larger,
    betterBuy,
    filledIn,
    howOften,
    compared,
    timesAsMany,
    refutedOnly,
    refutedGrowth,
    refutedFormula,
    refutedParts,
    refutedOrder,
    refutedYesNo,
    refutedRatio,
  ]) {
    const witness = ask(scene, problem, last);
    if (witness) return { step, witness };
  }
  return (
    refutedFeature(scene, problem) ?? refutedTable(scene, problem) ?? refutedComparison(scene, problem) ?? refutedAmount(scene, problem)
  );
}

const WHICH =
  /\bwhich (?:one |number |fraction |decimal |value |expression |of (?:these|them|the following|the two) )?(?:is )?(?:the )?(larger|greater|bigger|more|larger one|smaller|less)(?: number| fraction| value| one)?\s*[,:?—-]?\s*(?:is it )?([^?]+?) or ([^?]+?)\s*(?:[?.]|$)/i;
const UNDECIDED = /\b(?:equal|same|tell|depends?|can(?:no|')t|both|neither|sometimes|if|when|unless)\b/i;

/** 'Which is larger, 3/4 or 5/8?' */
const larger: Asker = (_scene, problem, last) => {
  const [, word = '', a = '', b = ''] = WHICH.exec(problem) ?? [];
  const [x, y] = [expressionIn(a), expressionIn(b)];
  if (!x || !y || UNDECIDED.test(last)) return null;
  const chosen = opensWith(last, a, b);
  if (chosen === null) return null;
  const [taken, other] = chosen === 0 ? [x, y] : [y, x];
  const wanted = /small|less/i.test(word) ? -1 : 1;
  const at = whereNot(taken, other, wanted);
  return at && { kind: 'values', at: printed(at), left: valueAt(taken, at), right: valueAt(other, at) };
};

const BUY =
  /\bwhich (?:one )?(?:is|gives) (?:the |a )?(?:better|cheaper|best) (?:buy|deal|value|price)\b[^:?]*[:,?—-] ?((\d+) [^$?]*?for \$(\d+(?:\.\d+)?)),? or ((\d+) [^$?]*?for \$(\d+(?:\.\d+)?))/i;

/** 'Which is the better buy: 5 apples for $2 or 8 apples for $3?' */
const betterBuy: Asker = (_scene, problem, last) => {
  const [, a = '', n, p, b = '', m, q] = BUY.exec(problem.replace(/\?$/, '')) ?? [];
  const [x, y] = [
    [p, n],
    [q, m],
  ].map(([price = '', count = '']) => Q.divide(Q.parseDecimal(price) ?? Q.ZERO, Q.parseDecimal(count) ?? Q.ZERO));
  const chosen = x && y && !UNDECIDED.test(last) ? opensWith(last, a.replace(/\$/g, ''), b.replace(/\$/g, '')) : null;
  const [taken, other] = chosen === 0 ? [x, y] : [y, x];
  if (chosen === null || !taken || !other || Q.compare(taken, other) <= 0) return null;
  return { kind: 'computed', expression: 'the price of one', value: show(taken), written: `less than ${show(other)}` };
};

const show = (value: Q.Rational): string => `$${Math.round(Q.toNumber(value) * 1000) / 1000}`;

/** Which of two expressions a text opens with: the whole of it, and followed by a word or by nothing. */
function opensWith(text: string, a: string, b: string): 0 | 1 | null {
  const squeezed = (s: string): string => s.replace(/\s+(?=[-+*/=<>])|(?<=[-+*/=<>])\s+/g, '').trim();
  const said = squeezed(text.replace(/^(?:(?:so|i think|i guess|i'd say|it is|it's|the answer is|answer:)\s+)+/i, ''));
  const takes = (option: string): boolean =>
    said.startsWith(option) && /^(?:[.!,;]?$|[.,;:]?\s+(?!or\b)\p{L}{2})/u.test(said.slice(option.length));
  const found = [squeezed(a), squeezed(b)].map(takes);
  return found[0] === found[1] ? null : found[0] ? 0 : 1;
}

/** Whole numbers that are put in for letters: amounts first. */
const TRIED = [1, 2, 3, 5, 0, 10];

/** Values of the letters, positive first, for which the first is not larger (or, for −1, not smaller) than the second. Null when none of those tried is such. */
function whereNot(taken: Expr, other: Expr, wanted: 1 | -1): Point | null {
  for (const at of pointsFor(lettersIn(taken, other))) {
    const [a, b] = [taken, other].map(side => evaluateExact(side, at));
    if (a && b && Math.sign(Q.compare(a, b)) !== wanted) return at;
  }
  return null;
}

function pointsFor(letters: readonly string[]): Point[] {
  if (letters.length > 4) return [];
  return letters.reduce<Point[]>(
    (points, letter) =>
      points.flatMap(point => TRIED.slice(0, letters.length > 2 ? 3 : 6).map(n => new Map([...point, [letter, Q.rational(n)]]))),
    [new Map()],
  );
}

const SIGNS: Readonly<Record<string, readonly number[]>> = { '<': [-1], '>': [1], '=': [0], '≤': [-1, 0], '≥': [0, 1] };

/** `0.7 __ 0.65` with '<, > or =' to fill in, answered by the sign alone. */
const filledIn: Asker = (_scene, problem, last) => {
  const [, a, b] =
    /(?:^|[:\s])([-−]?[\d./]+|\|?-?\d+\|?)\s*(?:_{1,}|\[\s*_*\s*\]|□|☐|◯|○|\?)\s*([-−]?[\d./]+|\|?-?\d+\|?)(?:\s|$|\.)/.exec(problem) ?? [];
  const allowed = SIGNS[last.replace(/^answer:?\s*/i, '').trim()];
  const [x, y] = [expressionIn(a), expressionIn(b)].map(side => side && evaluateExact(side));
  if (!allowed || !x || !y || !/[<>]/.test(problem) || allowed.includes(Math.sign(Q.compare(x, y)))) return null;
  return { kind: 'values', at: {}, left: Q.printRational(x), right: Q.printRational(y) };
};

/** 'Is x + 3 = x + 5 always, sometimes or never true?' */
const howOften: Asker = (scene, problem, last) => {
  if (![/\balways\b/i, /\bsometimes\b/i, /\bnever\b/i].every(word => word.test(problem))) return null;
  const said = /^(?:(?:it|this|that) (?:is|will be) |it's |is )?(always|sometimes|never)\b(?!.*\b(?:always|sometimes|never)\b)/i
    .exec(last)?.[1]
    ?.toLowerCase();
  const text =
    /^(?:.*\b(?:statement|equation|is|if|that)\b:?\s+)?([^:?]*?=[^:]*?),?:?\s*(?:is )?(?:this )?(?:true:? )?\(?(?:always|sometimes|never)/i.exec(
      problem,
    )?.[1];
  const statement = statementIn(text);
  if (!said || statement?.kind !== 'chain' || statement.sides.length !== 2) return null;
  const [left, right] = statement.sides;
  if (!left || !right || ((isClosed(left) === isClosed(right)) === true && isClosed(left))) return null;
  const tried = pointsFor(lettersIn(left, right)).map(at => ({ at, sides: [left, right].map(side => evaluateExact(side, at)) }));
  const truthAt = (holds: boolean) => tried.find(({ sides: [a, b] }) => a && b && Q.equal(a, b) === holds)?.at;
  const against = said === 'never' ? truthAt(true) : said === 'always' ? truthAt(false) : undefined;
  const at = against ?? (said === 'sometimes' && onlyOneWay(scene, statement) ? tried[0]?.at : undefined);
  return at ? { kind: 'values', at: printed(at), left: valueAt(left, at), right: valueAt(right, at) } : null;
};

/** True for all values, or for none. */
function onlyOneWay(scene: Scene, statement: Statement): boolean {
  const is = (value: boolean): boolean => scene.decider.lines(statement, { kind: 'truth', value, span: statement.span }).kind === 'same';
  return is(true) || is(false);
}

/** 'b is greater' where the problem gives `a = 28 + b`. */
const compared: Asker = (scene, problem, last) => {
  const [, one = '', word = '', two] =
    /^([a-zA-Z]) is (?:the )?(greater|larger|bigger|more|smaller|less)(?: than ([a-zA-Z]))?\b/.exec(last) ?? [];
  const given = statementIn(/(?:^|[:\s])([a-zA-Z]\s*=[^.,:;?()]*?[a-zA-Z0-9])(?=$|[.,:;?]|\s+(?!is\b)[A-Za-z]{2,})/.exec(problem)?.[1]);
  const letters = given ? lettersIn(given) : [];
  const other = two ?? letters.find(letter => letter !== one);
  if (given?.kind !== 'chain' || letters.length !== 2 || other === undefined || !letters.includes(one) || !letters.includes(other))
    return null;
  const [head, body] = given.sides;
  if (head?.kind !== 'symbol' || !body || lettersIn(body).includes(head.name)) return null;
  const side = (letter: string): Expr | undefined =>
    letter === head.name ? body : letters.includes(letter) ? symbolOf(letter, body) : undefined;
  const [taken, rival] = [side(one), side(other)];
  const at = taken && rival ? whereNot(taken, rival, /small|less/.test(word) ? -1 : 1) : null;
  return at && taken && rival && scene.decider.expressions(taken, rival).kind !== 'same'
    ? { kind: 'values', at: printed(at), left: valueAt(taken, at), right: valueAt(rival, at) }
    : null;
};

const symbolOf = (name: string, like: Expr): Expr => ({ kind: 'symbol', name, span: like.span });

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** 'There are six times as many workers as managers', written with the letters that the problem gives to the two. */
const timesAsMany: Asker = (scene, problem, last) => {
  const [, word = '', more = '', less = ''] = /\b(\w+)(?: times)? as many (\w+) as (?:there are )?(\w+)/i.exec(problem) ?? [];
  const times = /^twice$/i.test(word) ? 2 : /^\d+$/.test(word) ? Number(word) : COUNTS.indexOf(word.toLowerCase()) + 1;
  if (times < 2) return null;
  const [big, small] = [letterFor(problem, more), letterFor(problem, less)];
  const written = statementIn(last.replace(/^answer:?\s*/i, ''));
  if (!big || !small || written?.kind !== 'chain' || written.relations.join() !== '=') return null;
  if (lettersIn(written).toSorted().join() !== [big, small].toSorted().join() || !/\b(?:equation|write|express)\b/i.test(problem))
    return null;
  const right = statementIn(`${big} = ${times}${small}`);
  if (!right || scene.decider.lines(right, written).kind !== 'different') return null;
  const at = new Map([
    [small, Q.rational(1)],
    [big, Q.rational(times)],
  ]);
  const [left, rest] = written.sides;
  return left && rest ? { kind: 'values', at: printed(at), left: valueAt(left, at), right: valueAt(rest, at) } : null;
};

/** The letter a problem names an amount by: 'W represents the number of workers', or 'use S and T' for students and teachers. */
function letterFor(problem: string, noun: string): string | null {
  const stem = noun.replace(/e?s$/i, '').slice(0, 12);
  if (stem.length < 2) return null;
  const named = new RegExp(`\\b([A-Za-z])\\b(?: (?:represents?|stands? for|is|be|to be|for|as))?,? (?:the )?number of ${stem}`, 'i').exec(
    problem,
  )?.[1];
  if (named) return named;
  const used = /\b(?:use|using|with)(?: the)?(?: letters| variables)? ([A-Za-z]) and ([A-Za-z])\b/i.exec(problem);
  return used?.slice(1).find(letter => letter.toLowerCase() === noun.charAt(0).toLowerCase()) ?? null;
}

const FEATURE =
  /\b(slope|gradient|[xy]-intercept)\b,?(?:\s*\([a-z]\))?,?\s*(?:which|that)?\s*(?:is|=|equals|:)\s*\(?(?:[0a-z],\s*)?([-−]?\d+(?:\s*\/\s*\d+|\.\d+)?)/gi;
const LINE =
  /\b(?:graph|plot|sketch|draw|consider|describe|analy[sz]e)\b.*?(?<=[\s:])((?:(?:y|[a-z]\(x\))\s*=\s*)?[-−\d.x^+/()\s]*x[-−\d.x^+/()\s]*)[.?]?$/i;

/** A slope or an intercept named in a sentence, for the line that the problem gives. */
function refutedFeature(scene: Scene, problem: string): Refuted | null {
  const line = statementIn(LINE.exec(problem)?.[1]);
  if (!line) return null;
  for (const [step, { text }] of scene.solution.steps.entries())
    for (const [, feature = '', said] of text.matchAll(FEATURE)) {
      const right = ofLine(feature.toLowerCase(), line);
      const [value, written] = [right?.kind === 'value' ? evaluateExact(right.value) : null, evaluateOf(said)];
      if (value && written && !Q.equal(value, written))
        return {
          step,
          witness: {
            kind: 'computed',
            expression: `the ${feature.toLowerCase()}`,
            value: Q.printRational(value),
            written: Q.printRational(written),
          },
        };
    }
  return null;
}

function evaluateOf(text: string | undefined): Q.Rational | null {
  const expr = expressionIn(text);
  return expr && evaluateExact(expr);
}
