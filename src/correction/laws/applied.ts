import { negate, num, product } from '../../math/build.ts';
import { partsOf, someNode, substitute } from '../../math/decide/free.ts';
import { evaluateExact, evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { bare, type Judged, wrong } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';
import { isLiteral } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import type { Line } from '../shape.ts';

/** How many letters a law may have for all ways to put numbers in to be tried, and how many numbers there may be. */
const MOST_LETTERS = 4;
const MOST_NUMBERS = 9;
/** How many ways of putting numbers in are tried at all. */
const MOST_WAYS = 5000;
/** How far two values may be apart, relatively, that a rounding explains. */
const ROUGH = 0.006;

/**
 * `s = ½ · 3 · 4` under `s = ½at²`: the numbers of the problem put into the law above. It is wrong where no way of putting them in gives what is written.
 * Null where the line is none such, or right.
 */
export function judgeApplied(scene: Scene, chain: Chain, { claim, step }: Line): Judged | null {
  const [head] = chain.sides;
  if (head?.kind !== 'symbol' || chain.relations.some(link => link !== '=' && link !== '≈') || claim.link === 'given') return null;
  const at = chain.sides.findIndex((side, i) => i > 0 && isClosed(side));
  const written = chain.sides[at];
  const before = at > 1 ? chain.sides[at - 1] : lawAbove(scene, head.name, step);
  if (!written || !before || isClosed(before) || isLiteral(written) || someNode(written, isCalculus) || doubtIn(claim) !== null)
    return null;
  const letters = lettersIn(before).filter(letter => letter !== head.name);
  if (letters.length === 0 || letters.length > MOST_LETTERS || lettersIn(before).includes(head.name)) return null;
  const numbers = numbersOf(scene, claim.range.start);
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return null;
  const fractions = numbers.flatMap(number => (number.kind === 'quotient' ? (evaluateExact(number) ?? []) : []));
  const used = literals(written, fractions);
  const own = literals(before);
  const put = used.filter(value => !own.some(other => Q.equal(other, value)));
  const places = occurrences(before, letters);
  if (put.length > places || used.length < places || !used.every(value => isKnown(value, [...own, ...fractions], numbers))) return null;
  const value = worth(written);
  const choices = letters.map(letter => choicesFor(scene, letter, numbers));
  if (value === null || choices.some(choice => choice.length === 0) || choices.reduce((all, choice) => all * choice.length, 1) > MOST_WAYS)
    return null;
  const reached = [...ways(choices)].flatMap(way => {
    const worked = worth(letters.reduce((law, letter, i) => substitute(law, letter, way[i] ?? num(0)), before));
    return worked === null ? [] : [{ way, value: worked }];
  });
  if (reached.some(one => near(one.value, value))) return null;
  const shown =
    reached.find(one => one.way.every(number => used.some(other => Q.equal(other, literals(number)[0] ?? Q.ONE)))) ?? reached[0];
  if (!shown) return null;
  const witness = {
    kind: 'values',
    at: Object.fromEntries(letters.map((letter, i) => [letter, printPlain(shown.way[i] ?? num(0))])),
    left: `${head.name} = ${Number(shown.value.toPrecision(6))}`,
    right: `${head.name} = ${Number(value.toPrecision(6))}`,
  } as const;
  return wrong(witness, written.span, { kind: 'value', claim, from: bare(before), written: bare(written), side: at });
}

/** `π∫sec² x dx` behind `π∫y² dx`: a formula is put in for a letter, and no number. */
const isCalculus = ({ kind }: Expr): boolean => kind === 'integral' || kind === 'derivative' || kind === 'limit';

/** The formula for a letter in the line right above, or the one before it. */
function lawAbove(scene: Scene, name: string, step: number): Expr | undefined {
  const fact = scene.facts.findLast(
    ({ statement }) => statement.kind === 'chain' && statement.sides[0]?.kind === 'symbol' && statement.sides[0].name === name,
  );
  return fact && fact.step >= 0 && fact.step >= step - 2 && fact.statement.kind === 'chain' ? fact.statement.sides.at(-1) : undefined;
}

const NUMBER = /(?<![\w.^_])\d+(?:,\d{3})*(?:\.\d+)?(?:\s*\/\s*\d+)?\s*(°(?!\s?[CF](?!\w))|degrees?(?! (?:celsius|fahrenheit|[cf])\b))?/gi;

/** The numbers of the problem and of the lines above that place, as they may stand for a letter. */
function numbersOf({ solution }: Scene, end: number): readonly Expr[] {
  const texts = [
    solution.problem,
    ...solution.steps.filter(step => step.range.start < end).map(step => step.text.slice(0, Math.max(0, end - step.range.start))),
  ];
  const found = new Map<string, Expr>();
  for (const text of texts)
    for (const [whole, degrees] of text.matchAll(NUMBER)) {
      const { expr } = parseExpression(whole.replace(/°|degrees?|,/g, ''));
      if (!expr) continue;
      const angle: Expr = { kind: 'unit', name: '°', span: expr.span };
      found.set(whole.replace(/\s/g, ''), degrees === undefined ? expr : product(expr, angle));
    }
  return [...found.values()];
}

/** What a letter may stand for: its own value where it has one, half of the diameter for a radius, and else any number of the problem. */
function choicesFor(scene: Scene, letter: string, numbers: readonly Expr[]): readonly Expr[] {
  const own = scene.values.get(letter);
  if (own && own.step >= 0) return [own.value];
  const { problem } = scene.solution;
  const across = /\bdiameter\D{0,24}?(\d+(?:\.\d+)?)/i.exec(problem)?.[1];
  if (/^[rR]$/.test(letter) && across !== undefined && !/\bradi(?:us|i)\b/i.test(problem)) {
    const { expr } = parseExpression(`${across}/2`);
    return expr ? [expr] : [];
  }
  const usual = letter === 'g' ? ['9.8', '9.81', '10', '0', '1'] : ['0', '1'];
  const signed = [problem, ...scene.solution.steps.map(({ text }) => text)].some(text => /[-−–]\s*\d/.test(text))
    ? numbers.map(negate)
    : [];
  return [...numbers, ...signed, ...(own ? [own.value] : []), ...usual.flatMap(text => parseExpression(text).expr ?? [])];
}

function* ways(choices: readonly (readonly Expr[])[]): Generator<readonly Expr[]> {
  const [first, ...rest] = choices;
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const others of ways(rest)) yield [one, ...others];
}

/** The numbers of an expression; one of these fractions stands for itself. */
function literals(expr: Expr, fractions: readonly Q.Rational[] = []): Q.Rational[] {
  const found: Q.Rational[] = [];
  const visit = (node: Expr): void => {
    const fraction = node.kind === 'quotient' && node.num.kind === 'number' && node.den.kind === 'number' ? evaluateExact(node) : null;
    if (node.kind === 'number') found.push(node.value);
    else if (fraction && fractions.some(one => Q.equal(one, fraction))) found.push(fraction);
    else for (const part of partsOf(node)) visit(part);
  };
  visit(expr);
  return found;
}

const isKnown = (value: Q.Rational, own: readonly Q.Rational[], numbers: readonly Expr[]): boolean =>
  [...own, ...numbers.flatMap(number => literals(number))].some(other => Q.equal(other, value));

function occurrences(expr: Expr, letters: readonly string[]): number {
  let count = 0;
  someNode(expr, node => {
    if (node.kind === 'symbol' && letters.includes(node.name)) count++;
    return false;
  });
  return count;
}

/** The value without its units, an angle in degrees apart. */
function worth(expr: Expr): number | null {
  const angles = someNode(expr, node => node.kind === 'unit' && node.name === '°');
  const value = evaluateNumeric(angles ? expr : withoutUnits(expr));
  return typeof value === 'number' ? value : null;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUGH * Math.max(Math.abs(a), Math.abs(b));
