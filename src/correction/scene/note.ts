import type { Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Judged } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Current, Scene } from '../scene.ts';
import { isContinuing } from './continuing.ts';
import { noteFunction, noteNumbered, noteValue } from './names.ts';
import { settled } from './settled.ts';
import { isIdentity, isLiteral, isOrder, isRestriction, limits } from './statements.ts';

/** Adds what a claim says to what is known. A relation without letters is worth keeping when it stands in the problem or follows: `0 = 5`. */
export function note(scene: Scene, claim: Claim, step: number, judged: Judged | null = null): void {
  const statement = claim.statement && settled(scene, claim.statement);
  if (statement === null) {
    if (claim.setting === 'display' || claim.text.split('\n').some(line => line.includes('=') && /[a-zA-Z]/.test(line)))
      scene.gap = scene.facts.length;
    const tail = step >= 0 ? behindDots(scene, claim, step) : null;
    if (tail) scene.current = tail;
    return;
  }
  noteTurn(scene, statement);
  if (isOrder(statement)) scene.bounds.push({ statement, step });
  if (statement.kind === 'chain' && !isRestriction(statement)) noteChain(scene, statement, claim, step);
  if (claim.statement) noteNumbered(scene, claim.statement, step);
  const letters = lettersIn(statement);
  if (letters.some(letter => scene.applied.has(letter))) return;
  if (statement.kind === 'chain' && statement.sides.length < 2) return;
  if (scene.asides.has(claim)) return;
  if (letters.length > 0 && isRestriction(statement) && scene.facts.some(fact => !isRestriction(fact.statement))) {
    scene.conditions = [...scene.conditions, statement];
    return;
  }
  if (step >= 0 && scene.facts.some(fact => limits(fact.statement, statement))) {
    scene.inCases = true;
    return;
  }
  if (letters.length === 0 && judged?.verdict.kind !== 'follows' && step >= 0) return;
  if (judged?.verdict.kind === 'holds' && isIdentity(scene, statement)) return;
  if (step >= 0 && isIdentity(scene, statement) && scene.facts.some(fact => !isIdentity(scene, fact.statement))) return;
  scene.facts.push({
    statement: withoutBound(statement),
    claim,
    step,
    letters,
    root: judged?.root ?? scene.facts.length,
  });
}

/** `k² + 2k + 1` at the end of `1 + 3 + … + (2k + 1) = k² + 2k + 1`: what the next line goes on from, though the terms that the dots leave out are not known. */
function behindDots({ solution }: Scene, claim: Claim, step: number): Current | null {
  const { text, range } = solution.steps[step] ?? { text: '', range: claim.range };
  const tail = /(?:…|\.\.\.|\\[cl]?dots)[^=…]*=([^=…]+?)[.$\s]*$/.exec(text)?.[1]?.trim();
  const { expr, problems } = tail === undefined ? { expr: null, problems: [] } : parseExpression(tail);
  if (!expr || tail === undefined || problems.length > 0 || isClosed(expr)) return null;
  const statement: Statement = { kind: 'chain', sides: [expr], relations: [], span: range };
  return { expr, claim: { ...claim, text: tail, range, statement, problems: [], link: 'given' }, step, bare: true };
}

/** `λ = 2` where λ has several values: the work turns to one of them. */
export function noteTurn(scene: Scene, statement: Statement): void {
  const [letter, value, ...more] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (letter?.kind !== 'symbol' || !value || !isClosed(value) || more.length > 0) return;
  const several = scene.facts.some(fact => fact.statement.kind === 'or' && fact.letters.join() === letter.name);
  if (several || scene.conflicting.has(letter.name)) scene.turns.push(scene.facts.length);
}

/** `t = 2^x > 0`: what the letter stands for, without what is said of its sign. */
function withoutBound(statement: Statement): Statement {
  const [name, meaning] = statement.kind === 'chain' && /^=,[<>≤≥]$/.test(statement.relations.join()) ? statement.sides : [];
  if (statement.kind !== 'chain' || name?.kind !== 'symbol' || !meaning || isClosed(meaning)) return statement;
  return { ...statement, sides: [name, meaning], relations: ['='] };
}

/** So many expressions are kept that the work may go back to. */
const MOST_ASIDE = 3;

function noteChain(scene: Scene, chain: Statement & { kind: 'chain' }, claim: Claim, step: number): void {
  const [first, second] = chain.sides;
  const last = chain.sides.at(-1);
  if (!first || !last) return;
  const continuing = isContinuing(scene, claim) && scene.current?.bare === true;
  const calculates = chain.sides.length > 1 && !continuing && chain.sides.every(isClosed);
  if (calculates && scene.current) scene.aside = [scene.current, ...scene.aside].slice(0, MOST_ASIDE);
  else if (!chain.sides.every(isClosed)) scene.aside = [];
  if (/^\s*d[a-z]\s*=/.test(claim.text)) scene.current = null;
  else if (step >= 0 || scene.task === 'expression')
    scene.current = { expr: last, claim, step, bare: chain.sides.length === 1 || continuing };
  if (!second || chain.relations.some(relation => relation !== '=' && relation !== '≈')) return;
  if (first.kind === 'symbol' && isClosed(last))
    noteValue(
      scene,
      first.name,
      last,
      step,
      chain.sides.slice(1).some(side => !isLiteral(side)),
    );
  noteFunction(scene, first, chain.sides.slice(1));
}
