import type { Problem, ProblemSet } from '../set/set.ts';

/** The front matter of a student's copy: which set it is of, and what the student may be told. It holds no answer and no seed. */
const COPY_OF = 'copy-of';

/**
 * The set as a student gets it: problems with room for the work, nothing that gives an answer away, in the text or in the front matter.
 * @param problems the student's own variants
 */
export function studentCopy(set: ProblemSet, problems: readonly Problem[]): string {
  const feedback = new Set(problems.map(problem => problem.feedback));
  const policy = feedback.size === 1 ? [...feedback][0] : set.head.feedback;
  const head = [
    '---',
    `${COPY_OF}: ${set.id}`,
    ...(policy === undefined ? [] : [`feedback: ${policy}`]),
    ...(set.head['lock-correction'] ? ['lock-correction: true'] : []),
    '---',
    '',
  ];
  const intro = set.intro === '' ? [] : [set.intro, ''];
  const tasks = problems.flatMap(({ title, text, points }) => [
    `## ${title}`,
    '',
    `${text}`,
    '',
    `*${points} ${points === 1 ? 'point' : 'points'}*`,
    '',
    '### Solution',
    '',
    '',
    '',
  ]);
  return [...head, `# ${set.title}`, '', ...intro, ...tasks].join('\n');
}

/** The answers and solutions alone, as a key that is kept beside the student's copy (`test.key.md` beside `test.md`). */
export function answerKey(set: ProblemSet, problems: readonly Problem[]): string {
  const entries = problems.flatMap(({ title, answer, solution }, i) => [
    `## ${/\d/.test(title) ? title : `${i + 1}. ${title}`}`,
    '',
    ...solution.flatMap(line => [line, '']),
    ...(answer === null ? [] : [`Answer: ${answer}`, '']),
  ]);
  return [`# ${set.title}: answers`, '', ...entries].join('\n');
}
