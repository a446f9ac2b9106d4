import { partsOf, someNode } from '../../math/decide/free.ts';
import { Trait, traitsIn } from '../../math/decide/traits.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import type { Claim } from '../../solution/solution.ts';
import { judgeArea } from '../areas.ts';
import { judgeCalculation } from '../calculations.ts';
import type { Chain } from '../decide.ts';
import { judgeDifferentialEquation } from '../differential-lines.ts';
import { judgeDifferentials } from '../differentials.ts';
import { judgeDiscriminant } from '../discriminant.ts';
import { judgeEquation } from '../equations.ts';
import { judgeFeature } from '../features.ts';
import { withDerivatives } from '../identities/derivatives.ts';
import { judgeIdentities } from '../identities.ts';
import { judgeImplicit } from '../implicit.ts';
import { judgeInverse, judgeTaylor } from '../inverses.ts';
import { isMistake, type Judged, unjudged, worst } from '../judged.ts';
import { judgeApplied } from '../laws/applied.ts';
import { judgeRecalled } from '../laws/recalled.ts';
import { callsNamed, isClosed, lettersIn, mapSides } from '../letters.ts';
import { judgeMatrices } from '../matrices.ts';
import { judgeRate } from '../names/rates.ts';
import { judgePiece } from '../piecewise.ts';
import { judgeProbability } from '../probabilities.ts';
import { judgeProgression, judgeProgressionEquation } from '../progressions.ts';
import { judgeQuantities } from '../quantities.ts';
import { functionHead } from '../scene/statements.ts';
import type { Scene } from '../scene.ts';
import { isSolved, type Line } from '../shape.ts';
import { judgeTriangle } from '../triangles.ts';
import { judgeVanished, treatedAlike } from '../vanished.ts';
import { judgeKnown } from '../vectors.ts';

/** Judges a chain that it knows how to read; null for any other. */
type ChainJudge = (scene: Scene, chain: Chain, line: Line) => Judged | null;

/** Both in the order in which they are asked. */
const SPECIAL: readonly ChainJudge[] = [judgeMatrices, judgeKnown, judgeDifferentialEquation, judgeDifferentials, judgeRate, judgeImplicit];

const NAMED: readonly ChainJudge[] = [
  judgePiece,
  judgeArea,
  judgeTriangle,
  judgeProbability,
  judgeFeature,
  judgeRecalled,
  judgeApplied,
  judgeDiscriminant,
  judgeInverse,
  judgeTaylor,
  judgeProgressionEquation,
];

function firstOf(judges: readonly ChainJudge[], scene: Scene, chain: Chain, line: Line): Judged | null {
  for (const judge of judges) {
    const judged = judge(scene, chain, line);
    if (judged) return judged;
  }
  return null;
}

export function judgeChain(scene: Scene, claim: Claim, chain: Chain, line: Line): Judged {
  if (scene.task === 'story' && traitsIn(chain) & Trait.e && chain.sides.some(side => isE(side) || someNode(side, isBareE)))
    return unjudged('its e may be a letter of the story');
  if (rejects(chain) && chain.sides.some(side => !isClosed(side))) return unjudged('it says that two sides differ');
  const special = firstOf(SPECIAL, scene, chain, line) ?? judgeNamed(scene, chain, line);
  if (special) return (special.verdict.kind === 'unjudged' ? judgeRewritten(scene, claim, chain) : null) ?? special;
  const calculated = judgeCalculation(scene, claim, chain, line.sentence);
  const open = chain.sides.some(side => !isClosed(side));
  if (calculated?.verdict.kind === 'wrong') return judgeContradiction(scene, chain, line) ?? treatedAlike(scene, chain, line) ?? calculated;
  if (!open) return judgeVanished(scene, chain, line) ?? calculated ?? unjudged('it could not be calculated');
  const before = beforeOrder(chain);
  const rewritten = before && judgeIdentities(scene, claim, before);
  if (rewritten?.verdict.kind === 'wrong') return rewritten;
  const identities = judgeIdentities(scene, claim, chain);
  const vanished = identities?.verdict.kind === 'holds' ? judgeVanished(scene, chain, line) : null;
  if (vanished) return vanished;
  if (identities && identities.verdict.kind !== 'unjudged') return worst([identities, ...(calculated ? [calculated] : [])]) ?? identities;
  if (isDefinition(scene, chain)) return calculated ?? unjudged('a definition');
  if (isOfValue(chain)) return calculated ?? unjudged('it is a value of a function or of its derivative');
  if (chain.sides.some(side => someNode(side, isPartial))) return calculated ?? unjudged('it derives a function that is not known');
  const statement = mapSides(asEquation(line.statement, scene.solution.problem), side => withDerivatives(scene, side));
  const solved = judgeEquation(scene, { ...line, statement });
  if (rewritten?.verdict.kind === 'holds' && isMistake(solved.verdict))
    return unjudged('it says how an expression that was rewritten compares');
  if (solved.verdict.kind === 'unjudged' && calculated && isSolved(statement)) return calculated;
  return calculated ? (worst([solved, calculated]) ?? solved) : solved;
}

/** `k² − 2k + 1 = (k − 1)²` of `k² − 2k + 1 = (k − 1)² ≥ 0`; null where no order ends a chain of equals. */
function beforeOrder(chain: Chain): Chain | null {
  const { sides, relations } = chain;
  const at = relations.findIndex(link => link !== '=');
  return at > 0 && relations.slice(at).every(link => '<>≤≥'.includes(link))
    ? { ...chain, sides: sides.slice(0, at + 1), relations: relations.slice(0, at) }
    : null;
}

/** `0.6e`: an e that is no base of a power. */
const isBareE = (node: Expr): boolean => (node.kind === 'product' || node.kind === 'sum') && partsOf(node).some(isE);

const isE = (side: Expr): boolean => side.kind === 'symbol' && side.name === 'e';

/** `2x + 1 = 7 ≠ 9`: a chain of equals that ends in what they are not. */
const rejects = ({ relations }: Chain): boolean => relations.length > 1 && relations.at(-1) === '≠';

/** `y'(2) = 3`, `f''(2) = 12 > 0`: what the derivative is at a number, and no equation for the letters above. */
const isOfValue = ({ sides, relations }: Chain): boolean =>
  sides.some(side => someNode(side, isPrimeAtNumber)) ||
  (relations.some(link => link !== '=') && sides.some(callsNamed) && lettersIn(...sides).length === 0);

const isPartial = (node: Expr): boolean => node.kind === 'derivative' && node.partial;

const isPrimeAtNumber = (node: Expr): boolean => {
  const [head, place] = node.kind === 'product' && node.implicit ? node.factors : [];
  return head?.kind === 'symbol' && head.name.endsWith("'") && place !== undefined && isClosed(place);
};

/** `y = ln(x + 1) = ln x + ln 1`: whatever it says of y, its other sides are to be equal. */
function judgeRewritten(scene: Scene, claim: Claim, chain: Chain): Judged | null {
  const judged = chain.sides.length > 2 ? judgeIdentities(scene, claim, chain) : null;
  return judged?.verdict.kind === 'wrong' && (judged.slip?.side ?? 0) > 1 ? judged : null;
}

/** Values that the problem gives a meaning by name: quantities, discriminants, terms of progressions, inverse functions. Only what they refute or settle outright. */
function judgeNamed(scene: Scene, chain: Chain, line: Line): Judged | null {
  const known = firstOf(NAMED, scene, chain, line);
  if (known) return known;
  const measured = judgeQuantities(scene, line.claim, chain) ?? judgeProgression(scene, chain, line);
  return measured?.verdict.kind === 'wrong' || chain.sides.length === 2 ? measured : null;
}

/** `x = 45/1.25 = 35` says of x what its ends say, `x > 45/1.25 = 36` what it begins with. */
function asEquation(statement: Statement, problem: string): Statement {
  const [bounded, end] = statement.kind === 'chain' ? statement.sides : [];
  if (
    statement.kind === 'chain' &&
    bounded &&
    end &&
    statement.sides.slice(1).every(isClosed) &&
    /^[<>≤≥](?:,[=≈])+$/.test(statement.relations.join())
  )
    return { ...statement, sides: [bounded, end], relations: statement.relations.slice(0, 1) };
  if (
    statement.kind !== 'chain' ||
    statement.sides.length < 3 ||
    statement.relations.some(relation => relation !== '=' && relation !== '≈')
  )
    return statement;
  const [first, second] = statement.sides;
  const twofold = statement.sides.find(side => side.kind === 'plusminus');
  const last =
    twofold ?? (statement.sides.slice(1).every(side => isClosed(side) || isMeasured(side, problem)) ? second : statement.sides.at(-1));
  return first && last ? { ...statement, sides: [first, last], relations: [statement.relations.at(-1) ?? '='] } : statement;
}

/** `23 m` where the problem gives lengths in m. */
const isMeasured = (side: Expr, problem: string): boolean => {
  const [size, unit, ...more] = side.kind === 'product' ? side.factors : [];
  return (
    size?.kind === 'number' &&
    unit?.kind === 'symbol' &&
    more.length === 0 &&
    /^[a-zA-Z]$/.test(unit.name) &&
    new RegExp(`\\d ?${unit.name}(?![\\w²³^(])`).test(problem)
  );
};

/** `0 = 5` under an equation without solutions follows from it. Null when the line is no such thing. */
function judgeContradiction(scene: Scene, chain: Chain, line: Line): Judged | null {
  const near = scene.facts.at(-1);
  if (chain.sides.length !== 2 || !near || near.step < line.step - 1 || lettersIn(chain).length > 0) return null;
  const judged = judgeEquation(scene, line);
  return judged.root !== null ? judged : null;
}

/** `f(x) = 2x + 1`, where f has no meaning yet, or one with letters that are numbers by now. */
function isDefinition(scene: Scene, chain: Chain): boolean {
  const head = chain.sides[0] && functionHead(chain.sides[0]);
  if (head?.variables == null) return false;
  const rule = scene.functions.get(head.key);
  const letters = lettersIn(...chain.sides.slice(1));
  return rule === undefined || lettersIn(rule.body).some(letter => !letters.includes(letter) && !head.variables?.includes(letter));
}
