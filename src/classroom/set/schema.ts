import { z } from 'zod';

/** Version of the problem set format that is written. Older ones are migrated when they are read. */
const SET_VERSION = 1;

/** What a student is told: the correction from the first mistake, hints one by one, the marks only, or nothing until handed in. */
export const feedbackSchema = z.enum(['correction', 'hints', 'marks', 'none']);

/** Mathematics as YAML may write it: `answer: 5` and `answer: x = 5` are both text. */
const maths = z.union(
  [z.string().trim().min(1), z.number().transform(String)],
  'a line of mathematics, in quotes when YAML reads it otherwise',
);

/** The lines of a solution: a block of text with a line a step, or a list. */
const lines = z
  .union([z.string(), z.array(maths)], 'the lines of a solution: a list, or a text behind "|"')
  .transform(value => (typeof value === 'string' ? value.split(/\r?\n/) : value).map(line => line.trim()).filter(line => line !== ''));

const points = z.number('a number of points').nonnegative('points are 0 or more').finite();

/** Points for getting something right: `method` when a line of the work is the named one or follows from it, `answer` for the final answer. */
const rubricItem = z.strictObject({
  for: z.enum(['method', 'answer'], 'for: method or for: answer'),
  points,
  /** What the teacher calls it. */
  label: z.string().optional(),
  /** The line that earns a method point: any line of the same form does. Without it the point is earned by work without a mistake. */
  line: maths.optional(),
  /** False: the point is lost when the line is only consistent with an earlier mistake. A text: what the student's line must still contain, such as `x^2`, for it to count. */
  carry: z.union([z.boolean(), maths]).optional(),
});

/** Whole numbers `2..9`, a list of values, or a range with a step. Values are exact: `1/2` and `0.25` are fractions. */
const variable = z.union(
  [
    z.string().regex(/^\s*-?\d+\s*\.\.\s*-?\d+\s*$/, 'a range such as 2..9'),
    z.array(maths).min(1, 'at least one value'),
    z.strictObject({ from: z.union([maths]), to: maths, step: maths.optional() }),
  ],
  'a range such as 2..9, a list of values, or from, to and step',
);

/** A wrong answer the teacher expects, with what to say to it. */
const wrongAnswer = z.strictObject({ answer: maths, feedback: z.string().trim().min(1), points: points.optional() });

/** The YAML block under a problem's heading. */
export const problemSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/i, 'an id has letters, digits, - and _ only')
    .optional(),
  answer: maths.optional(),
  solution: lines.optional(),
  points: points.optional(),
  rubric: z.array(rubricItem).optional(),
  hints: z.array(z.string().trim().min(1)).optional(),
  feedback: feedbackSchema.optional(),
  variables: z.record(z.string().regex(/^[a-z]$/i, 'a variable is one letter'), variable).optional(),
  /** Conditions on the variables, such as `a != b`. */
  where: z.union([maths.transform(one => [one]), z.array(maths)]).optional(),
  wrong: z.array(wrongAnswer).optional(),
  /** Names of mistakes (`lema mistakes list`) to practise, for find-the-mistake exercises. */
  mistakes: z.array(z.string()).optional(),
});

/** The front matter of a set. */
export const headSchema = z.strictObject({
  'problem-set': z.literal(SET_VERSION, `problem-set: ${SET_VERSION}, the version of the format`),
  id: z.string().optional(),
  title: z.string().optional(),
  points: points.optional(),
  feedback: feedbackSchema.optional(),
  /** The last rung of the hint ladder stays locked, whatever the policy. */
  'lock-correction': z.boolean().optional(),
  licence: z.string().optional(),
  language: z.string().optional(),
  author: z.string().optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;
export type RubricItem = z.infer<typeof rubricItem>;
export type VariableRange = z.infer<typeof variable>;
export type ProblemBlock = z.infer<typeof problemSchema>;
export type SetHead = z.infer<typeof headSchema>;
