import { FRONT_MATTER } from './recognise.ts';
import type { Feedback } from './schema.ts';

/** What a teacher allows in a student's copy of a set. */
export interface CopyPolicy {
  readonly feedback: Feedback;
  /** The corrected line is not shown, however many hints were read. */
  readonly locked: boolean;
}

const VALUES: readonly Feedback[] = ['correction', 'hints', 'marks', 'none'];

/** The policy in the front matter of a student's copy; null for every other document. */
export function policyOf(text: string): CopyPolicy | null {
  const matter = FRONT_MATTER.exec(text.slice(0, 2_000));
  if (matter === null || matter.index > 0 || !/^copy-of[ \t]*:/m.test(matter[1] ?? '')) return null;
  const said = /^feedback[ \t]*:[ \t]*(\w+)/m.exec(matter[1] ?? '')?.[1];
  return {
    feedback: VALUES.find(value => value === said) ?? 'correction',
    locked: /^lock-correction[ \t]*:[ \t]*true\b/m.test(matter[1] ?? ''),
  };
}

/** A copy that is not checked while it is written: a test. */
export const isTest = (text: string): boolean => ['none', 'marks'].includes(policyOf(text)?.feedback ?? '');
