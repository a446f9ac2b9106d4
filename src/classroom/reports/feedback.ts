import type { Feedback } from '../set/schema.ts';
import type { Problem } from '../set/set.ts';
import type { Override } from '../submissions/store.ts';
import type { StudentResult, WorkResult } from '../submissions/submission.ts';
import { waits } from './summary.ts';

const SIGN: Readonly<Record<WorkResult['lines'][number]['verdict'], string>> = {
  follows: '✓',
  holds: '✓',
  'one-way': '✓',
  wrong: '✗',
  unjudged: '·',
};

/**
 * What a student gets back, as Markdown: their own work with its marks, and as much help as the set allows. `hints` never shows a corrected line or an answer;
 * `marks` shows points only; `none` shows nothing until the teacher says so.
 * @param problems the student's own variants
 */
export function studentFeedback(
  title: string,
  problems: readonly Problem[],
  { results }: StudentResult,
  overrides: readonly Override[],
): string {
  const parts = problems.flatMap(problem => {
    const work = results.find(result => result.problem === problem.id);
    return work && problem.feedback !== 'none' ? [feedbackOn(problem, work, overrides.find(o => o.problem === problem.id) ?? null)] : [];
  });
  const body = parts.length > 0 ? parts : ['Your work was received.'];
  return `# ${title}\n\n${body.join('\n\n')}\n`;
}

function feedbackOn(problem: Problem, work: WorkResult, override: Override | null): string {
  const points = override?.points ?? work.mark.points;
  const waiting = override === null && waits(work) ? ' (your teacher will look at this)' : '';
  const head = `## ${problem.title}\n\n**${points} of ${work.mark.of} points**${waiting}${override ? `: ${inline(override.reason)}` : ''}`;
  if (work.finding === 'missing') return `${head}\n\nNothing was handed in for this problem.`;
  if (problem.feedback === 'marks') return head;
  const first = work.mistake?.step ?? -1;
  const lines = work.lines.map(
    (line, i) =>
      `${i === first ? '✗' : i > first && first >= 0 && SIGN[line.verdict] === '✗' ? '·' : SIGN[line.verdict]} ${inline(line.text)}`,
  );
  return [head, fenced(lines), ...helpOn(problem.feedback, problem, work)].join('\n\n');
}

function helpOn(policy: Feedback, problem: Problem, { mistake, mark }: WorkResult): readonly string[] {
  const foreseen = mark.feedback === null ? [] : [inline(mark.feedback)];
  if (mistake === null) return foreseen;
  if (policy === 'correction') {
    const right = mistake.correctSteps.length > 0 ? [`From here it goes on like this:`, fenced(mistake.correctSteps)] : [];
    return [...foreseen, `Look at the line marked ✗: ${inline(mistake.explanation)}`, ...right];
  }
  const rungs = mistake.hints.filter(hint => hint.rung !== 'correction').map(hint => inline(hint.text));
  const own = problem.hints.map(inline);
  return [...foreseen, 'The first line to look at again is marked ✗.', [...own, ...rungs].map(hint => `- ${hint}`).join('\n')];
}

/** A student's or model's text cannot open a heading, a link or an element. */
const inline = (text: string): string => text.replace(/\s*\r?\n\s*/g, ' ').replace(/[<>]/g, sign => (sign === '<' ? '&lt;' : '&gt;'));

/** Lines as they are, between fences that none of them can close. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${lines.map(line => line.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).join('\n')}\n${fence}`;
}
