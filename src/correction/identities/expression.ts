import { num } from '../../math/build.ts';
import { someNode, substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import type { Claim } from '../../solution/solution.ts';
import { ROUNDED, shownWitness } from '../calculations.ts';
import type { Chain } from '../decide.ts';
import { doubtIn, mayConvert, TWO_NUMBERS, twoNumbers } from '../doubt.ts';
import { bare, follows, type Judged, unjudged, wrong } from '../judged.ts';
import { callsNamed, isClosed, lettersIn, withFunctions } from '../letters.ts';
import { judgeManifold } from '../parts.ts';
import { withinRounding } from '../rounding.ts';
import { isContinuing } from '../scene/continuing.ts';
import type { Scene } from '../scene.ts';
import { compareSides, noticesOf } from './compare-sides.ts';
import { withDerivatives } from './derivatives.ts';
import { besides } from './of-problem.ts';
import { underRelations } from './relations.ts';
import { bringsIn, isUnresolved, sameLetters } from './rewriting.ts';
import { withSupposed } from './supposed.ts';

/** Judges a line that is one expression: it should equal the expression it goes on from. Null when it goes on from none. */
export function judgeExpression(scene: Scene, claim: Claim, written: Expr): Judged | null {
  const { current } = scene;
  if (current === null) return null;
  const onward = isContinuing(scene, claim);
  const meant = onward || (current.bare && scene.task === 'expression' && claim.link === 'derived' && claim.setting === 'display');
  if (!meant) return null;
  const change = changeOf(scene);
  const isGiven = current.step < 0 || restatesGiven(scene, current.expr);
  const same = withDerivatives(scene, withFunctions(current.expr, scene.functions));
  const [, right = written] = withSupposed(scene, [same, withFunctions(written, scene.functions)]);
  if (isGiven && change === 'other' && !onward)
    return compareSides(scene, same, right).kind === 'same'
      ? follows(current.step)
      : unjudged('the problem asks for something else than the same expression in another form');
  const order = typeof change === 'number' ? change : 0;
  const slopes = Array.from({ length: order }, (_, i) => derivativeOf(current.expr, i + 1)).filter(slope => slope !== null);
  const derived = isGiven ? slopes.at(-1) : undefined;
  const known = slopes.slice(0, isGiven ? undefined : -1).map(slope => withDerivatives(scene, slope));
  if ([...known, same].some(expr => slopes.length > 0 && compareSides(scene, expr, right).kind === 'same')) return follows(current.step);
  const left = derived ? withDerivatives(scene, derived) : same;
  if (isClosed(left) && isClosed(right) && !someNode(left, isImaginary) && !someNode(right, isImaginary))
    return judgeClosed(scene, claim, left, right);
  const found = compareSides(scene, left, right);
  if (found.kind === 'same') return follows(current.step, noticesOf(found));
  if (found.kind === 'unknown') return unjudged(found.why);
  if (claim.leading === undefined && lettersIn(left).includes('h') && isLimit(scene, left, right)) return follows(current.step);
  const bound = underRelations(scene, left, right) ?? besides(scene, right);
  if (bound !== null) return bound;
  const doubt = doubtIn(claim) ?? doubtIn(current.claim);
  if (doubt !== null) return unjudged(doubt);
  if (callsNamed(left) || someNode(left, isUnresolved)) return unjudged('it speaks of a function that is not known');
  if (caseless(left) === caseless(right) && !sameLetters(left, right)) return unjudged('capital and small letters may mean the same');
  if (isClosed(left) !== isClosed(right) && scene.task !== 'expression') return unjudged('letters come or go between the two lines');
  if (LABELLED.test(current.claim.text)) return unjudged('I cannot tell a label from a ratio here');
  if (bringsIn(left, right)) return unjudged('it brings in a letter that the line above does not have');
  return wrong(found.witness, written.span, {
    kind: 'identity',
    claim,
    from: bare(derived ?? current.expr),
    written: bare(written),
    side: 0,
  });
}

/** `k + 1: k(k + 1)/2 + …`. */
const LABELLED = /^\s*[a-z]\s*(?:[-+−]\s*\d\s*)?:\s/;
const DERIVES = /\b(?:differentiate|derivatives?|slope|gradient)\b/i;
const SECOND = /\bsecond derivative|\btwice\b/i;
const PRESERVES =
  /\b(?:simplif\w*|expand\w*|factor\w*|evaluate|calculate|compute|reduce|multipl\w*|divide|add|subtract|work(?:ed|ing)? out|combine|rationali[sz]e|complet\w+ the square|write|express|convert|rewrite|decompose|partial fractions|prove|show|verify|remove|collect|cancel|open|solve|find the (?:value|product|sum|quotient|difference)|what is)\b/i;

/** What the problem does to its expression: nothing but another form of it, its derivative of this order, or something that is not told here. */
function changeOf({ solution: { problem } }: Scene): 'same' | 'other' | number {
  const words = problem.replace(/\$[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+/gs, ' ');
  if (DERIVES.test(words)) return SECOND.test(words) ? 2 : 1;
  return PRESERVES.test(words) || !/[a-zA-Z]{4}/.test(words) ? 'same' : 'other';
}

/** The line only says the expression of the problem again, in this form or another. */
const restatesGiven = ({ solution, decider }: Scene, expr: Expr): boolean =>
  solution.givens.some(({ statement }) => {
    const [side, ...more] = statement?.kind === 'chain' ? statement.sides : [];
    return side !== undefined && more.length === 0 && decider.expressions(side, expr).kind === 'same';
  });

/** The derivative of an expression in its only letter; null where it has several, or holds a sign of calculus already. */
function derivativeOf(expr: Expr, order: number): Expr | null {
  const [variable, ...more] = lettersIn(expr);
  if (variable === undefined || more.length > 0 || someNode(expr, node => node.kind === 'derivative' || node.kind === 'integral'))
    return null;
  return { kind: 'derivative', body: expr, variable, order, partial: false, span: expr.span };
}

/** `→ 2x` behind `2x + h`: what it comes near to for small h. */
const isLimit = ({ decider }: Scene, left: Expr, right: Expr): boolean =>
  !lettersIn(right).includes('h') && decider.expressions(substitute(left, 'h', num(0)), right).kind === 'same';

const isImaginary = (node: Expr): boolean => node.kind === 'symbol' && node.name === 'i';

const caseless = (expr: Expr): string => [...new Set(lettersIn(expr).map(letter => letter.toLowerCase()))].sort().join();

function judgeClosed(scene: Scene, claim: Claim, left: Expr, right: Expr): Judged {
  const rounds = claim.leading === '≈' && right.kind === 'number' && (right.decimals ?? 0) > 0;
  const chain: Chain = { kind: 'chain', sides: [left, right], relations: [rounds ? '≈' : '='], span: claim.range };
  const verdict = judgeManifold(scene, chain) ?? scene.decider.chain(chain);
  if (verdict.kind === 'holds') return follows(scene.current?.step ?? null);
  if (verdict.kind === 'unknown') return unjudged(verdict.why);
  const doubt = doubtIn(claim) ?? (scene.current && doubtIn(scene.current.claim));
  if (doubt) return unjudged(doubt);
  if (mayConvert(left, right)) return unjudged('the two lines may stand in different units');
  if (withinRounding(left, right, scene.rounded)) return follows(scene.current?.step ?? null, [ROUNDED]);
  if (!rounds && twoNumbers(claim, left, right)) return unjudged(TWO_NUMBERS);
  return wrong(shownWitness(verdict.witness, left), right.span, { kind: 'value', claim, from: bare(left), written: bare(right), side: 0 });
}
