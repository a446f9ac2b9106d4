import { createHash } from 'node:crypto';
import type { StudentResult } from '../submissions/submission.ts';

/**
 * Stable names in place of the students' own: the same student and the same salt, the same name; without the salt nobody can tell who it is.
 * @param salt a secret that is kept with the results
 */
export function pseudonyms(salt: string): (student: string) => string {
  return student => `student-${createHash('sha256').update(`${salt}\0${student}`).digest('hex').slice(0, 8)}`;
}

/** A result in which no name is left: not in the student's field, not in the names of files. */
export function withoutName(result: StudentResult, name: (student: string) => string): StudentResult {
  const { student } = result;
  const alias = name(student);
  const path = (own: string): string =>
    own.replaceAll(student, alias).replace(/^.*[\\/](?=[^\\/]*$)/, found => (found.includes(alias) ? found : `${alias}/`));
  return {
    student: alias,
    results: result.results.map(work => ({ ...work, path: work.path === null ? null : path(work.path) })),
    faults: result.faults.map(fault => ({ ...fault, path: path(fault.path), message: fault.message.replaceAll(student, alias) })),
  };
}
