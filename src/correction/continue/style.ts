import type { Style } from '../../mistakes/working/numbers.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Layout } from './layout.ts';

const NAMED =
  /\b(?:solve|rearrange|transpose|isolate)\b[^.]*?\bfor\s+\$?\\?([a-zA-Z](?:_\w)?)(?![a-zA-Z])|\bmake\s+\$?([a-zA-Z](?:_\w)?)\$?\s+the subject|\bexpress\s+\$?([a-zA-Z](?:_\w)?)\$?\s+in terms/i;

/** How the right lines are written, and what the problem wants of them. */
export function styleOf(scene: Scene, { decimals, mixed }: Layout): Style {
  const target = targetOf(scene);
  const { problem } = scene.solution;
  const angle = angleOf(problem);
  const form = /\bfactor(?!ial)/i.test(problem) ? 'factored' : /\bcomplet\w+ the square/i.test(problem) ? 'square' : null;
  return {
    decimals,
    mixed,
    ...(target === null ? {} : { target }),
    ...(angle === null ? {} : { angle }),
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

/** Degrees or radians, where the problem names the angles it asks for. */
function angleOf(problem: string): 'degrees' | 'radians' | null {
  if (/°|\\circ|degrees/.test(problem)) return 'degrees';
  return /2\s*\\?(?:π|pi)/.test(problem) ? 'radians' : null;
}
