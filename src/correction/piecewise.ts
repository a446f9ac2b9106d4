import { num, sym } from '../math/build.ts';
import { substitute } from '../math/decide/free.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { expressionIn, plainProblem, statementIn } from './asked/text.ts';
import type { Chain } from './decide.ts';
import { doubtIn } from './doubt.ts';
import { follows, type Judged, refuted } from './judged.ts';
import { isClosed, lettersIn, namedCall } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

const NUMBER = '[-−]?\\d+(?:\\.\\d+)?';
const PART = new RegExp(
  `(?:([a-z])\\(x\\) = |[,;{] |\\band )([^=,;{}]+?),? (?:if|for|when) (x ?(?:<|>|≤|≥|<=|>=|≠|=) ?${NUMBER}|${NUMBER} ?(?:<|≤|<=) ?x ?(?:<|≤|<=) ?${NUMBER})`,
  'gi',
);

interface Part {
  readonly rule: Expr;
  readonly where: Statement;
}

/** The formulas of the only function of the problem that has several, each with the values that it is for; null where one of them cannot be read. */
function partsIn(problem: string): { readonly name: string; readonly parts: readonly Part[] } | null {
  const found = [...plainProblem(problem).matchAll(PART)];
  const names = new Set(found.flatMap(([, name]) => name ?? []));
  const [name, ...others] = names;
  const parts = found.map(([, , text, condition]) => {
    const [rule, where] = [expressionIn(text), statementIn(condition)];
    return rule && where && lettersIn(rule).every(letter => letter === 'x') ? { rule, where } : null;
  });
  if (name === undefined || others.length > 0 || parts.length < 2) return null;
  return parts.every(part => part !== null) ? { name, parts } : null;
}

/** `f(2) = 2² = 4` where another formula holds at 2. Null where the line names no value of the function, or where not one formula holds there. */
export function judgePiece({ solution, decider }: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [head, ...sides] = chain.sides;
  const called = head && namedCall(head);
  const [at, ...more] = head?.kind === 'call' ? head.args : [];
  const side = sides.find(isClosed);
  if (!called || called.primes > 0 || !at || more.length > 0 || !side || chain.relations.some(link => link !== '=')) return null;
  const known = partsIn(solution.problem);
  const place = evaluateExact(at);
  if (known?.name !== called.name || !place || doubtIn(claim) !== null || claim.link === 'given') return null;
  const here: Statement = { kind: 'chain', sides: [sym('x'), num(place)], relations: ['='], span: claim.range };
  const holding = known.parts.filter(
    ({ where }) => decider.linesAnywhere({ kind: 'and', parts: [here, where], span: claim.range }, here).kind === 'same',
  );
  const [part, ...others] = holding;
  if (!part || others.length > 0) return null;
  const value = substitute(part.rule, 'x', num(place));
  const found = decider.expressions(value, side);
  if (found.kind === 'same') return sides.length === 1 ? follows(null) : null;
  if (found.kind !== 'different') return null;
  return refuted({ kind: 'computed', expression: printPlain(value), value: shown(value), written: printPlain(side) }, side.span);
}

const shown = (value: Expr): string => {
  const exact = evaluateExact(value);
  return exact ? printPlain(num(exact)) : printPlain(value);
};
