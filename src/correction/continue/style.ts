import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Relation, Statement } from '../../math/expr.ts';
import type { Style } from '../../mistakes/working/numbers.ts';
import { TURNED } from '../../mistakes/working/polynomial.ts';
import { isCondition } from '../grounds.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Layout } from './layout.ts';

const NAMED =
  /\b(?:solve|rearrange|transpose|isolate)\b[^.]*?\bfor\s+\$?\\?([a-zA-Z](?:_\w)?)(?![a-zA-Z])|\bmake\s+\$?([a-zA-Z](?:_\w)?)\$?\s+the subject|\bexpress\s+\$?([a-zA-Z](?:_\w)?)\$?\s+in terms/i;

/** How the right lines are written, and what the problem wants of them. */
export function styleOf(scene: Scene, { decimals, mixed }: Layout): Style {
  const target = targetOf(scene);
  const { problem } = scene.solution;
  const form = /\bfactor(?!ial)/i.test(problem) ? 'factored' : /\bcomplet\w+ the square/i.test(problem) ? 'square' : null;
  return {
    decimals,
    mixed,
    ...(target === null ? {} : { target }),
    ...anglesOf(scene),
    ...(form === null || scene.task === 'equation' ? {} : { form }),
  };
}

/** The letter that a formula is to be solved for: named in the problem, or alone on one side of the last line. */
function targetOf({ solution }: Scene): string | null {
  const named = NAMED.exec(solution.problem)
    ?.slice(1)
    .find(name => name !== undefined);
  const last = solution.steps.flatMap(step => step.claims).at(-1)?.statement;
  const head = last?.kind === 'chain' && last.sides.length === 2 ? last.sides[0] : undefined;
  if (named !== undefined) return named;
  return head?.kind === 'symbol' && last && lettersIn(last).length > 1 ? head.name : null;
}

/** How angles are measured, and which of them are asked for: those of a range, or all of them with a letter for whole numbers. */
function anglesOf(scene: Scene): Pick<Style, 'angle' | 'range' | 'general'> {
  const { problem, steps } = scene.solution;
  const told = angleIn(problem, /2\s*\\?(?:π|pi)/);
  const ranges = scene.facts.filter(fact => isCondition(scene, fact)).flatMap(({ statement }) => boundsOf(statement));
  const all = ranges.length === 0 && !/360|2\s*\\?(?:π|pi)/.test(problem);
  const letter = steps.flatMap(({ claims }) => claims.flatMap(({ statement }) => (statement ? turnsIn(statement) : [])))[0];
  const general =
    all && (letter !== undefined || /general solution|all (?:the )?(?:real )?solutions/i.test(problem)) ? (letter ?? 'k') : null;
  const own = told ?? (general === null && ranges.length === 0 ? null : angleIn(steps.map(({ text }) => text).join('\n'), /π|\\pi/));
  const angle = own ?? (general === null ? null : 'radians');
  if (angle === null) return {};
  const unit = angle === 'degrees' && !/°|\\circ/.test(problem) ? 1 : Math.PI / 180;
  return {
    angle,
    ...(general === null ? {} : { general }),
    ...(ranges.length === 0 ? {} : { range: (degrees: number) => ranges.every(within => within(degrees * unit)) }),
  };
}

function angleIn(text: string, radians: RegExp): 'degrees' | 'radians' | null {
  if (/°|\\circ|degrees/.test(text)) return 'degrees';
  return radians.test(text) ? 'radians' : null;
}

/** Letters for whole numbers: `k` of `x = π/6 + 2kπ`. */
function turnsIn(statement: Statement): string[] {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.flatMap(turnsIn);
  const [left, right] = statement.kind === 'chain' ? statement.sides : [];
  if (left?.kind !== 'symbol' || !right) return [];
  return lettersIn(right).filter(name => /^[nkm]$/.test(name) && name !== left.name);
}

/** What a range says of a value, in the unit of its own bounds. */
function boundsOf(statement: Statement): ((value: number) => boolean)[] {
  if (statement.kind === 'and') return statement.parts.flatMap(boundsOf);
  if (statement.kind !== 'chain') return [];
  return statement.relations.flatMap((rel, i) => {
    const [left, right] = [statement.sides[i], statement.sides[i + 1]];
    if (!left || !right) return [];
    const [a, b] = [evaluateNumeric(left), evaluateNumeric(right)];
    const before = typeof a === 'number' ? a : typeof b === 'number' ? b : null;
    const open = typeof a === 'number' ? TURNED[rel] : rel;
    return before === null ? [] : [(value: number) => compared(value, open ?? rel, before)];
  });
}

function compared(value: number, rel: Relation, bound: number): boolean {
  const same = Math.abs(value - bound) < 1e-9;
  if (rel === '≤' || rel === '≥') return same || (rel === '≤' ? value < bound : value > bound);
  return !same && (rel === '<' ? value < bound : value > bound);
}
