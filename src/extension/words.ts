import { countMarks, type DocumentReport, firstMistake, type Mark, markOf, type SolutionReport } from './checking/report.ts';

/** The sentence a student reads first: what is wrong and a witness to check it with. */
export function mistakeMessage(solution: SolutionReport): string {
  if (solution.finding.kind !== 'mistake') return '';
  const { explanation, evidence, agreement, witness: shown } = solution.finding.correction;
  const witness = solution.witness ? sentence(`Check: ${solution.witness}`) : '';
  const opinion =
    evidence === 'model'
      ? `This is the model's opinion${agreement ? ` (${agreement.votes} of ${agreement.samples} replies)` : ''}; the embedded checker could not prove it.`
      : '';
  return [
    sentence(explanation || 'This line does not follow.'),
    shown?.kind === 'repair' || said(explanation, solution.witness) ? '' : witness,
    opinion,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is said in `hints` mode before the first hint: which line, and nothing of what should stand there. */
export const hintsMessage = 'Look at this line again: it is the first one that is not right. Ask for a hint, or try to find it yourself.';

const said = (explanation: string, witness: string | null): boolean =>
  witness === null || explanation.toLowerCase().includes(witness.toLowerCase());

/** The beginning of a heading in capitals; a letter that stands alone is a name in mathematics and stays as it is. */
export const heading = (words: string): string => (/^\p{L}(?!\p{L})/u.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1));

/** A capital first letter and a full stop. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  if (!trimmed) return '';
  return heading(trimmed) + (/[.!?…:)]$/.test(trimmed) ? '' : '.');
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** One line over a problem: what is known of its steps. */
export function summary(solution: SolutionReport): string {
  const { right, unknown } = countMarks(solution);
  const first = firstMistake(solution);
  const unread = unknown > 0 ? `, ${unknown} not judged` : '';
  if (solution.steps.length === 0) return 'no steps yet';
  if (first >= 0) return `first mistake in step ${first + 1}${right > 0 ? `, ${plural(right, 'step')} right before it` : ''}`;
  if (right === 0) return `${plural(unknown, 'step')} that could not be judged`;
  return unknown === 0 && right > 1 ? `all ${right} steps right` : `${plural(right, 'step')} right${unread}`;
}

export const markNames: Readonly<Record<Mark, string>> = {
  right: 'right',
  wrong: 'not right',
  unknown: 'not judged',
  carried: 'consistent with the mistake above',
};

export const markSigns: Readonly<Record<Mark, string>> = { right: '✓', wrong: '✗', unknown: '?', carried: '↳' };

/** What is said of one step in a hover or a table. */
export function stepStory(solution: SolutionReport, index: number): string {
  const step = solution.steps[index];
  if (!step) return '';
  const first = firstMistake(solution);
  const notices = step.notices.map(notice => sentence(notice.message)).join(' ');
  return [/^Right\b/.test(notices) ? '' : verdictStory(solution, index, first), notices].filter(Boolean).join(' ');
}

function verdictStory(solution: SolutionReport, index: number, first: number): string {
  const step = solution.steps[index];
  if (!step) return '';
  if (index === first) return mistakeMessage(solution);
  switch (markOf(solution, index)) {
    case 'carried':
      return step.notices.some(({ kind }) => kind === 'consistent-with')
        ? ''
        : `This step is consistent with step ${first + 1}, where the first mistake is.`;
    case 'wrong':
      return sentence(`This step has a mistake of its own${step.witness ? `: ${step.witness}` : ''}`);
    case 'unknown':
      return step.verdict.kind === 'unjudged'
        ? sentence(`This step could not be judged: ${step.verdict.why}`)
        : 'This step could not be judged.';
    case 'right':
      return (
        { follows: 'This step follows from the line above.', holds: 'This calculation is true.' }[step.verdict.kind as 'follows'] ??
        'Nothing wrong was found here.'
      );
  }
}

/** What a whole document came to, for the answer to a command. */
export function documentSummary({ solutions }: DocumentReport): string {
  const wrong = solutions.filter(solution => firstMistake(solution) >= 0).length;
  const undecided = solutions.filter(solution => solution.finding.kind === 'undecided').length;
  if (solutions.length === 0) return 'No worked solution was found in this file. Write a problem and, below it, one step on each line.';
  if (wrong > 0) return `${plural(solutions.length, 'solution')} checked: ${wrong === 1 ? 'one has' : `${wrong} have`} a mistake.`;
  if (undecided > 0)
    return `${plural(solutions.length, 'solution')} checked: no mistake found${undecided ? `; ${undecided} could not be judged completely` : ''}.`;
  return `${plural(solutions.length, 'solution')} checked: all right.`;
}
