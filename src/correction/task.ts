import type { Expr } from '../math/expr.ts';
import { lettersOf } from '../math/tree.ts';
import type { Claim, Solution } from '../solution/solution.ts';
import { askedIn } from './asked/questions.ts';
import { plainProblem } from './asked/text.ts';
import { impliedBy } from './implied.ts';
import { isClosed } from './letters.ts';

/**
 * What the problem asks for, as far as judging depends on it.
 * - `equation`: it states the equations or inequalities to work on.
 * - `expression`: it states an expression to rewrite: simplify, expand, factor, differentiate.
 * - `story`: it tells a situation in words; a new equation may come from the words.
 */
export type TaskKind = 'equation' | 'expression' | 'story';

const SOLVE =
  /(?<!\p{L})(solve|for (?:which|what) (?:real )?values?|find (?:all |the )*(?:real |complex |integer |possible |exact )*(?:[xyzn](?![- ]?(?:inter|coord))|values?|solutions?|roots?|zeros?)|solutions? (?:of|to)|roots? of|system|(?:the )?subject of|subject|transpose|isolate|rearrange|(?:express|write|give|find|get) \$?\p{L}(?:_\w)?\$? (?:in terms of|as a function of|explicitly)|express \$?\p{L}(?:_\w)?\$?(?= from|[.,;:]|\s*$)|proportion|inverse(?: function)? of|résou\w*|löse\w*|eigenvalues?)(?![\p{L}])/iu;
const REWRITE =
  /\b(simplif\w*|expand\w*|factor\w*|multipl(?:y|ied) out|evaluate|calculate|compute|reduce|work out|differentiate|derivatives?|integrate|integral|combine|rationali[sz]e|complete the square|write .{0,40}\b(?:as|without|in the form|with)\b|convert|rewrite|express|decompose|partial fractions|prove|show that|verify)\b/i;

const CALCULUS = /\b(differentiate|derivatives?|integrate|antiderivatives?)\b/i;

export function taskOf(solution: Solution): TaskKind {
  const { problem } = solution;
  const givens = givensOf(solution);
  const bare = mostlyMath(solution);
  const stated = givens.filter(
    given => given.statement !== null && (given.setting === 'display' || bare || SOLVE.test(problem) || CALCULUS.test(problem)),
  );
  const relations = stated.filter(given => isOpenRelation(given.statement));
  const equations = stated.every(given => isRange(given.statement)) ? relations : relations.filter(given => !isRange(given.statement));
  if (impliedBy(solution).length > 0) return 'equation';
  if (statedExpression(problem) !== null) return 'expression';
  if (REWRITE.test(problem) && !SOLVE.test(problem) && takesUp(solution)) return 'expression';
  if (/\binduction\b/i.test(problem)) return 'expression';
  if (equations.length === 0) return stated.length > 0 && (REWRITE.test(problem) || bare) ? 'expression' : 'story';
  if (REWRITE.test(problem) && !SOLVE.test(problem)) return 'expression';
  return SOLVE.test(problem) || bare ? 'equation' : 'story';
}

/** `3x(2x - 5) =`, 'Factor x² + 5x + 6': an expression with letters that the problem states, and nothing else. */
export function statedExpression(problem: string): Expr | null {
  const asked = askedIn(plainProblem(problem));
  return asked?.kind === 'value' && asked.stated && asked.value.kind !== 'symbol' && !isClosed(asked.value) ? asked.value : null;
}

/** `x, y > 0`, `n ≥ 1`: what the letters may be, and nothing to solve. */
const isRange = (statement: Solution['givens'][number]['statement']): boolean =>
  statement?.kind === 'and'
    ? statement.parts.every(isRange)
    : statement?.kind === 'chain' &&
      statement.relations.length > 0 &&
      statement.relations.every(link => '<>≤≥≠'.includes(link)) &&
      statement.sides.every(side => side.kind === 'symbol' || side.kind === 'list' || isClosed(side));

function isOpenRelation(statement: Solution['givens'][number]['statement']): boolean {
  if (statement === null) return false;
  return (statement.kind !== 'chain' || statement.sides.length > 1) && lettersOf(statement).length > 0;
}

/** One of the first lines begins with an expression that the problem names. */
function takesUp({ problem, steps }: Solution): boolean {
  const whole = squeezed(problem);
  const claims = steps.slice(0, 3).flatMap((step, index) => (index === 0 ? step.claims.slice(0, 1) : step.claims));
  return claims.some((claim, index) => {
    const first = claim.statement?.kind === 'chain' ? claim.statement.sides[0] : undefined;
    if (!first || first.kind === 'symbol' || (lettersOf(first).length === 0 && !isBound(first))) return false;
    const text = claim.text.slice(0, first.span.end - claim.range.start);
    return text.length > 2 && (index === 0 || isBound(first)) && whole.includes(squeezed(text));
  });
}

const isBound = (side: Expr): boolean => side.kind === 'integral' || side.kind === 'limit';

const squeezed = (text: string): string => text.replace(/[\s$]/g, '');

/** True when little but mathematics stands in the problem. */
function mostlyMath({ problem, givens }: Solution): boolean {
  const written = givens.reduce((sum, given) => sum + given.text.length, 0);
  return problem.length - written <= Math.max(24, problem.length / 3);
}

/** What the problem states. A formula that is doubtful inside its sentence is read as the first line reads it, when that line copies it. */
export function givensOf({ problem, givens, steps }: Solution): readonly Claim[] {
  const copies = steps[0]?.claims ?? [];
  const whole = squeezed(problem);
  if (givens.every(given => given.statement === null) && SOLVE.test(problem)) {
    const copied = copies.filter(copy => isOpenRelation(copy.statement) && whole.includes(squeezed(copy.text)));
    if (copied.length > 0) return copied;
  }
  return givens.map(given => (given.statement ? given : (copies.find(copy => copy.text === given.text) ?? given)));
}

/** A word that says a part of what follows is only supposed, set aside, or a case of several. */
export const HYPOTHETICAL =
  /\b(?:cases?|if|suppose|assum(?:e|ing)|when|otherwise|either|try|trying|guess|test|imagine|equality)\b|\bfor \$?(?:[a-z]|[-−]?[\d/.√π\\]+) ?(?:[<>≤≥=]|\\[lg]eq?\b)/i;

/** A word with which a solution or a value is set aside. */
export const REJECTS =
  /\b(reject\w*|exclud\w*|extraneous|impossible|not (?:valid|possible|allowed|a solution|in the domain)|cannot|can't|can not|discard\w*|ignor\w*|invalid|does(?:n't| not)|contradict\w*|negative)\b|✗|✘|≠|\\neq?\b/i;
