import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Point, printed, valueAt } from './letters.ts';
import { expressionIn, statementIn } from './text.ts';

const SAID =
  /^(?:answer:?\s*)?(?:(?:i think|i guess|it is|it's|that is|this is|the statement is|the equation is)\s+)?(yes|no|true|false|correct|incorrect)\b/i;
const UNSURE =
  /\b(?:sometimes|depends?|not always|only (?:if|when)|can(?:no|')t tell|but|yes\b.*\bno|no\b.*\byes|true\b.*\bfalse|false\b.*\btrue)\b/i;

/** A yes-or-no question that a calculation settles, answered the other way. */
export function refutedYesNo(_scene: Scene, problem: string, last: string): Witness | null {
  const said = SAID.exec(last)?.[1]?.toLowerCase();
  if (said === undefined || UNSURE.test(last)) return null;
  const found = claimIn(
    problem.replace(/\s*(?:\((?:yes|true)[^)]*\)|(?:yes or no|true or false|why(?: or why not)?|how do you know)\??)\s*$/i, ''),
  );
  const truth = found && truthOf(found);
  const yes = /^(?:yes|true|correct)$/.test(said);
  return truth && truth.holds !== yes ? truth.witness : null;
}

interface Claimed {
  readonly left: Expr;
  readonly right: Expr;
  readonly allowed: readonly number[];
  readonly at: Point;
}

const COMPARED: readonly (readonly [words: RegExp, allowed: readonly number[]])[] = [
  [/^is (.+?) (?:greater|larger|bigger|more) than (.+?)\?$/i, [1]],
  [/^is (.+?) (?:less|smaller) than (.+?)\?$/i, [-1]],
  [/^(?:is|are|does) (.+?) (?:equal to|equals?|the same as|equivalent to|and) (.+?)(?: equal| equivalent| the same)?\?$/i, [0]],
];
const SIGNS: Readonly<Record<string, readonly number[]>> = { '=': [0], '<': [-1], '>': [1], '≤': [-1, 0], '≥': [0, 1], '≠': [-1, 1] };
const STATED =
  /^(?:true or false[:,.?]?|is (?:it|this|the (?:following|statement|equation)) (?:true|correct)[:,?]?(?: that)?|is it true that|decide (?:whether|if)|determine (?:whether|if))\s*(.+?)(?: is)?(?: true| correct)?(?: or (?:false|not|incorrect))?[.?]?$/i;
const POINT =
  /^(?:is|does|do|determine (?:whether|if))(?: the (?:point|ordered pair|value))? (?:\((.+?),(.+?)\)|([a-z]) ?= ?(\S+?)) (?:(?:is )?(?:a|an|the)? ?solutions? (?:of|to|for)|(?:lies? |is )?on (?:the )?(?:line|graph(?: of)?|curve)?|makes?|satisf(?:y|ies))(?: the (?:equation|inequality|line))? (.+?)(?: true)?[.?]?$/i;

function claimIn(problem: string): Claimed | null {
  for (const [words, allowed] of COMPARED) {
    const [left, right] = (words.exec(problem) ?? []).slice(1).map(expressionIn);
    if (left && right) return { left, right, allowed, at: new Map() };
  }
  const [, x, y, letter, value, put] = POINT.exec(problem) ?? [];
  const at = new Map<string, Q.Rational>();
  for (const [name, text] of letter === undefined ? [['x', x] as const, ['y', y] as const] : [[letter, value] as const]) {
    const expr = expressionIn(text);
    const number = expr && evaluateExact(expr);
    if (number) at.set(name, number);
  }
  const tested = statementIn(put);
  if (tested && at.size === (letter === undefined ? 2 : 1) && lettersIn(tested).every(name => at.has(name))) return relationIn(tested, at);
  const stated = statementIn(STATED.exec(problem)?.[1]);
  return stated?.kind === 'chain' && stated.sides.every(isClosed) ? relationIn(stated, new Map()) : null;
}

function relationIn(statement: Statement, at: Point): Claimed | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2) return null;
  const [left, right] = statement.sides;
  const allowed = SIGNS[statement.relations[0] ?? ''];
  return left && right && allowed ? { left, right, allowed, at } : null;
}

function truthOf({ left, right, allowed, at }: Claimed): { holds: boolean; witness: Witness } | null {
  const [a, b] = [evaluateExact(left, at), evaluateExact(right, at)];
  if (!a || !b) return null;
  return {
    holds: allowed.includes(Math.sign(Q.compare(a, b))),
    witness: { kind: 'values', at: printed(at), left: valueAt(left, at), right: valueAt(right, at) },
  };
}
