import { z } from 'zod';
import { type CorrectionRow, correctionRow } from '../records.ts';

/** A row of `lema class training`. Any other key could carry a name, and a row with one is refused. */
const confirmedRow = z.strictObject({
  id: z.string(),
  problem: z.string(),
  steps: z.array(z.string()),
  first_error: z.number().int(),
  mistake: z.string().nullable(),
  explanation: z.string().nullish(),
  reason: z.string(),
  correct_steps: z.array(z.string()),
  answer: z.string().nullable(),
});

/** What a teacher confirmed, or edited and then confirmed. */
const teacherRow = z.union([confirmedRow, z.strictObject(correctionRow.shape).extend({ from: z.literal('teacher') })]);

/** A stable name that stands for a student, and the problem's id. */
const ALIAS = /^student-[0-9a-f]{8}\/(.+)$/;

/** A place in somebody's file system, or an address: these name people. */
const TELLING =
  /(?:^|[\s"'(])(?:~|\/(?:home|users|mnt|media|root|tmp|var)|[a-z]:)[\\/]|\\\\[a-z0-9]|file:\/\/|[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}|\.(?:md|tex|ipynb|docx?|pdf|txt)\b/i;

/** The correction that a teacher confirmed, without the student's alias; or what is the matter with the row. */
export function fromTeacher(value: unknown, place: number): CorrectionRow | 'may-name' | { readonly fault: string } {
  const read = teacherRow.safeParse(value);
  if (!read.success) {
    const unknown = read.error.issues.flatMap(issue => (issue.code === 'invalid_union' ? issue.errors.flat() : [issue]));
    if (unknown.length > 0 && looksConfirmed(value)) return 'may-name';
    return { fault: "no row of 'lema class training', and no correction that a teacher confirmed" };
  }
  const row = read.data;
  const texts = [row.problem, ...row.steps, ...row.correct_steps, row.explanation ?? '', 'reason' in row ? row.reason : ''];
  if (texts.some(text => TELLING.test(text))) return 'may-name';
  if ('from' in row) return row;
  const problem = ALIAS.exec(row.id)?.[1];
  if (problem === undefined) return 'may-name';
  const { problem: text, steps, first_error, mistake, correct_steps, answer, explanation, reason } = row;
  return {
    id: `teacher-${place}`,
    problem_id: problem,
    problem: text,
    steps,
    first_error,
    mistake,
    explanation: first_error < 0 ? '' : (explanation ?? reason),
    correct_steps,
    answer,
    from: 'teacher',
  };
}

/** It has all that a confirmed row has, and more. */
const looksConfirmed = (value: unknown): boolean =>
  z.object(confirmedRow.shape).safeParse(value).success || correctionRow.extend({ from: z.literal('teacher') }).safeParse(value).success;
