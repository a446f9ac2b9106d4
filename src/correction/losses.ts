import type { Comparison } from '../math/comparison.ts';
import { expressionsOf, someNode } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import type { Claim, Step } from '../solution/solution.ts';
import { isTrigonometric } from './degrees.ts';
import { describePoint } from './describe.ts';
import { isOfParameter } from './discriminant.ts';
import { degree, isAnswer } from './gains.ts';
import { withinRanges } from './grounds.ts';
import { follows, type Judged, unjudged } from './judged.ts';
import { isClosed, lettersIn } from './letters.ts';
import type { Notice } from './records.ts';
import { settled } from './scene/settled.ts';
import type { Fact, Scene } from './scene.ts';
import type { Line } from './shape.ts';
import { REJECTS } from './task.ts';

/** A formula is rearranged: its letters are sizes, and of two roots the one that is no size is left out. */
const SUBJECT = /\b(?:the )?subject of\b|\brearrang|\bformula\b/i;
/** One of several solutions is named by itself: 'larger eigenvalue: λ = 4', 'one root is x = 3'. */
const SELECTS =
  /\b(?:larg(?:er|est)|great(?:er|est)|bigg(?:er|est)|small(?:er|est)|least|positive|first|second|third|one|another|other|acute|obtuse|principal)\b[^.;=]*$/i;
/** 'x = π/6 is one solution': more of them are to come. */
const ONE_OF =
  /^[\s$,]*(?:\(?(?:is|being|gives|as)\s+)?(?:the |an? )?(?:one|particular|first|principal|basic|obvious|another)\b(?: (?:solution|root|angle|value)|[\s.)]*$)|^[\s$]*is an? (?:solution|root)\b/i;
const after = (sentence: string, { text }: Claim): string =>
  sentence.includes(text) ? sentence.slice(sentence.indexOf(text) + text.length) : '';
const before = (sentence: string, { text }: Claim): string => sentence.slice(0, Math.max(0, sentence.indexOf(text)));
/** `since y ≥ 2`: why one of the branches is left out. */
const BOUNDED = /\b(?:since|because|as|with)\b[^.;\n]*(?:[<>≤≥]|\\(?:le|ge|lt|gt)q?\b)/i;
/** `t = 2 + √7 (t > 0)`. */
const BRACKETED = /^[\s$]*\((?:for )?[a-zθ] ?[<>≤≥]/;
const EXTREMA = /\b(?:stationary|critical|turning|inflection) points?\b|\bextrem(?:a|um)\b/i;
/** 'Find all such numbers': none may be left out, 0 neither. */
const ASKS_ALL = /\b(?:all|which)(?: (?:the|such|possible|real|whole|of))* (?:numbers?|values|solutions)\b/i;
const PRINCIPAL: Notice = { kind: 'domain', message: 'The other root is left out: right where the letter stands for a size.' };

export const ANGLE_MEANT = 'the problem says which of the angles is meant';
/** Which of all angles with one sine or cosine is meant. */
const ONE_ANGLE = /\b(?:acute|obtuse|quadrant|principal|triangle)\b/i;

/** `α = 36.9°` under `sin α = 0.6`, where the problem says in which quadrant α lies. */
export const meansOneAngle = ({ solution }: Scene, near: Fact, line: Line): boolean =>
  ONE_ANGLE.test(solution.problem) && isAnswer(line.statement) && expressionsOf(near.statement).some(side => someNode(side, isPeriodic));

/** A range so wide that every value of a periodic function is taken in it. */
const FULL_TURN = /360|2\s*(?:π|\\pi|pi\b)/;

/** `2 cos x = 1`: an equation on its way; `cos x = 1` may be one of several cases. */
const isReduced = ({ claim, statement }: Line): boolean =>
  claim.statement?.kind === 'chain' &&
  claim.statement.sides.length === 2 &&
  !claim.statement.sides.some(isPeriodic) &&
  !isAnswer(statement) &&
  expressionsOf(statement).some(side => someNode(side, isPeriodic));

/** A branch that comes back in another line, or a solution that is set aside with a word, is not lost. */
export function judgeLoss(scene: Scene, line: Line, near: Fact, found: Comparison & { kind: 'narrower' }, loss: Judged): Judged {
  const { steps, statedAnswer } = scene.solution;
  const around = steps.slice(line.step);
  const words = [line.sentence.replace(line.claim.text, ''), ...around.slice(1).map(besidesClaims), statedAnswer?.text ?? ''].join('\n');
  if (found.lost.length > 0 && found.lost.every(value => mentions(words, value))) return follows(near.step);
  const nothing = { kind: 'truth', value: false, span: line.statement.span } as const;
  const all = near.letters.length === 1 && scene.decider.lines(line.statement, nothing).kind === 'same';
  if (BOUNDED.test(line.sentence) || BRACKETED.test(after(line.sentence, line.claim))) return follows(near.step);
  const said = isOpenEquation(line.statement) ? line.sentence : words;
  const empties = all && (isLinear(near) || (lettersIn(line.statement).length > 0 && !REJECTS.test(line.sentence)));
  if (REJECTS.test(said) && !empties) return follows(near.step);
  const within = withinBounds(scene, line, near);
  if (within) return within === 'same' ? follows(near.step) : loss;
  if (SELECTS.test(before(line.sentence, line.claim))) return follows(near.step);
  if (ONE_OF.test(after(line.sentence, line.claim))) {
    scene.asides.add(line.claim);
    return follows(near.step);
  }
  if (meansOneAngle(scene, near, line)) return unjudged(ANGLE_MEANT);
  if (near.letters.length > 1 && (SUBJECT.test(scene.solution.problem) || isSize(line))) return follows(near.step, [PRINCIPAL]);
  const turned = FULL_TURN.test(scene.solution.problem) && isReduced(line);
  if (!turned && WITHIN.test(scene.solution.problem) && expressionsOf(near.statement).some(side => someNode(side, isPeriodic)))
    return unjudged('it may be all that lies in the range of the problem');
  if (
    scene.task === 'story' &&
    !all &&
    !ASKS_ALL.test(scene.solution.problem) &&
    !isOfParameter(scene, near) &&
    !EXTREMA.test(scene.solution.problem)
  ) {
    const { witness } = found;
    const message = witness.kind === 'lost' ? `Set aside without a word: ${describePoint({ [witness.variable]: witness.value })}.` : '';
    return follows(near.step, message ? [{ kind: 'domain', message }] : []);
  }
  const branches = around.flatMap(step => step.claims).filter(claim => claim.range.start > line.claim.range.start);
  const covered = branches.slice(0, 12).some(claim => {
    if (claim.statement === null || lettersIn(claim.statement).length === 0) return false;
    const both: Statement = { kind: 'or', parts: [line.statement, settled(scene, claim.statement)], span: line.statement.span };
    const freed = lettersIn(line.statement).some(letter => !near.letters.includes(letter));
    const givens = scene.facts.filter(fact => fact.step < 0).map(fact => fact.statement);
    const base: Statement = freed ? { kind: 'and', parts: givens, span: line.statement.span } : near.statement;
    return scene.decider.lines(withinRanges(scene, base), withinRanges(scene, both)).kind === 'same';
  });
  return covered ? follows(near.step) : loss;
}

/** `t = √(2s/a)`: the root of a formula, and the letter solved for is no usual unknown. */
const isSize = ({ statement }: Line): boolean => {
  const [head, side, ...more] = statement.kind === 'chain' ? statement.sides : [];
  return head?.kind === 'symbol' && !/^[xyz]$/.test(head.name) && more.length === 0 && side?.kind === 'call' && side.fn === 'sqrt';
};

/** A range that stands as an interval. */
const WITHIN = /[[(\]]\s*[-−]?[\dπ.\\/a-z°]+\s*[,;]\s*[-−]?[\dπ.\\/a-z°]+\s*[\])[]/;
const isPeriodic = (node: Expr): boolean => isTrigonometric(node) && !isClosed(node);

/** One value of one letter: that a line leaves none is its mistake, whatever is said of it. */
const isLinear = ({ statement, letters }: Fact): boolean =>
  letters.length === 1 &&
  expressionsOf(statement).every(side => degree(side) <= 1 && !someNode(side, node => node.kind === 'call' || node.kind === 'quotient'));

/** `x = √(y - 3)` under `x^2 = y - 3`, where the problem says which sign x has: `same`, or `narrower` for the other branch. */
export function withinBounds(scene: Scene, { statement }: Line, near: Fact): 'same' | 'narrower' | null {
  const bounds = scene.bounds.filter(({ step }) => step < 0).map(bound => bound.statement);
  if (near.letters.length < 2 || bounds.length === 0 || !lettersIn(...bounds).every(name => near.letters.includes(name))) return null;
  const { kind } = scene.decider.linesWithin(near.statement, statement, bounds);
  return kind === 'same' || kind === 'narrower' ? kind : null;
}

/** `ln(x + 3) = ln(2 + x)`: an equation with its letter on both sides sets no value aside; a line further down does not say so of it. */
const isOpenEquation = (statement: Statement): boolean =>
  statement.kind === 'chain' &&
  statement.sides.length === 2 &&
  statement.relations[0] === '=' &&
  statement.sides.every(side => !isClosed(side));

/** What a step says in words: a number inside its mathematics sets no solution aside. */
const besidesClaims = ({ text, claims }: Step): string => claims.reduce((rest, claim) => rest.replace(claim.text, ' '), text);

function mentions(text: string, value: string): boolean {
  const plain = value.replace(/[−–]/g, '-');
  return new RegExp(`(^|[^\\w.-])${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.]*\\d)`).test(text.replace(/[−–]/g, '-'));
}
