import { checkSolution } from '../../correction/check.ts';
import { describeWitness } from '../../correction/describe.ts';
import type { Correction } from '../../correction/records.ts';
import type { Range, Solution } from '../../solution/solution.ts';
import { likeness, matchWork } from '../submissions/match.ts';
import { fill, hasBlanks } from '../variants/fill.ts';
import { allValues, drawValues, holds, type Values, valuesOf } from '../variants/values.ts';
import { withValues } from '../variants/variant.ts';
import type { Fault, Problem, ProblemSet } from './set.ts';

/** Variants of a problem that are looked at. */
const SAMPLES = 12;
/** A fraction with a larger denominator is no answer for school. */
const LARGEST_DENOMINATOR = 100;
/** Texts of problems that have this share in common are nearly one. */
const ALIKE = 0.95;

/**
 * What a teacher would want to know of a set before it is given out: a solution that does not reach the answer, a wrong line in it, values that make no problem or an
 * ugly one, two problems alike. The set itself has been read without errors.
 */
export function inspectSet(set: ProblemSet): readonly Fault[] {
  return [...set.problems.flatMap(inspectProblem), ...alike(set.problems)].sort((a, b) => a.range.start - b.range.start);
}

function inspectProblem(problem: Problem): readonly Fault[] {
  const variables = inspectVariables(problem);
  return [...variables, ...(variables.length > 0 ? [] : inspectVariants(problem)), ...inspectPoints(problem)];
}

const fault = (severity: Fault['severity'], code: string, range: Range, message: string): Fault => ({ severity, code, range, message });

function inspectVariables({ variables, where, places }: Problem): readonly Fault[] {
  const broken = Object.entries(variables).flatMap(([name, range]) =>
    valuesOf(range) === null
      ? [
          fault(
            'error',
            'variable',
            places.of(['variables', name]),
            `${name}: no values; the bounds are numbers, the step is above 0, and there are at most 10,000.`,
          ),
        ]
      : [],
  );
  if (broken.length > 0) return broken;
  const sample: Values = new Map(
    Object.entries(variables).flatMap(
      ([name, range]) =>
        valuesOf(range)
          ?.slice(0, 1)
          .map(v => [name, v] as const) ?? [],
    ),
  );
  return where.flatMap((condition, i) =>
    holds(condition, sample) === null && isNone(condition, sample)
      ? [
          fault(
            'error',
            'condition',
            places.of(['where', i]),
            `'${condition}' is no condition on the variables, such as a != b, 1 < a < b or a/b is whole.`,
          ),
        ]
      : [],
  );
}

/** A condition without a value for one combination, as b/a for a = 0, may have one for others; one that compares nothing or names an unknown letter never has. */
const isNone = (condition: string, sample: Values): boolean =>
  !/[=<>≤≥≠]|\bwhole\b/.test(condition) ||
  (condition.replace(/\b(?:is|not|whole|mod)\b/gi, '').match(/[a-z]/gi) ?? []).some(letter => !sample.has(letter));

function inspectVariants(problem: Problem): readonly Fault[] {
  const { places } = problem;
  const all = allValues(problem);
  const block = places.of(['variables']);
  if (all?.length === 0) return [fault('error', 'no-variant', block, 'No values meet all the conditions.')];
  const keys = Array.from({ length: Object.keys(problem.variables).length === 0 ? 1 : SAMPLES }, (_, i) => `sample ${i}`);
  for (const key of keys) {
    const values = drawValues(problem, key);
    if (values === null) return [fault('warning', 'no-variant', block, 'Hardly any values meet all the conditions.')];
    const found = inspectVariant(problem, values);
    if (found !== null) return [found];
  }
  return [];
}

function inspectVariant(problem: Problem, values: Values): Fault | null {
  const { places } = problem;
  const given =
    values.size === 0 ? '' : ` with ${[...values].map(([name, v]) => `${name} = ${v.d === 1n ? v.n : `${v.n}/${v.d}`}`).join(', ')}`;
  const { problem: own, faults } = withValues(problem, values);
  if (faults[0]) return fault('error', 'blank', partWith(problem, faults[0].message, values), `${capital(faults[0].message)}${given}.`);
  if (/\{\{/.test(own.text)) return fault('error', 'blank', places.heading, 'A blank {{…}} is not closed.');
  if (ugly(own.text))
    return fault(
      'hint',
      'ugly',
      places.of(['variables']),
      `The problem reads '${firstLine(own.text)}'${given}; a condition can keep such values out.`,
    );
  const answered = own.answer === null ? null : fill(own.answer, values).text;
  if (answered !== null && [...answered.matchAll(/\d+\/(\d+)/g)].some(([, below]) => Number(below) > LARGEST_DENOMINATOR))
    return fault(
      'hint',
      'ugly',
      places.of(['answer']),
      `The answer is ${answered}${given}; a condition such as 'a/b is whole' keeps such values out.`,
    );
  return own.solution.length === 0 ? null : inspectSolution(own, given);
}

/** The reference solution goes through the same checker as a student's. */
function inspectSolution(problem: Problem, given: string): Fault | null {
  const { places } = problem;
  const [work] = matchWork(
    [problem],
    `## ${problem.title}\n\n${problem.text}\n\n### Solution\n\n${problem.solution.join('\n\n')}\n`,
    'markdown',
  ).works;
  if (!work) return null;
  const wrong = firstWrongLine(work.solution);
  if (wrong !== null) {
    const { step, witness, explanation } = wrong;
    return fault(
      'error',
      'solution-line',
      places.of(['solution', step]),
      `Line ${step + 1} of the solution does not follow${given}: ${witness ? describeWitness(witness) : explanation}.`,
    );
  }
  const { finding } = checkSolution(work.solution);
  if (finding.kind === 'correct') return null;
  const message = finding.kind === 'undecided' ? finding.message : 'The solution does not reach the answer.';
  return message === undefined
    ? null
    : fault('warning', 'solution-answer', places.of(['answer']), `The solution does not reach the answer${given}. ${message}`);
}

/** Judged line by line: that the answer comes out right, or the next line does, excuses no line of a key. */
function firstWrongLine({ answer: _answer, reference: _reference, ...work }: Solution): Correction | null {
  for (let length = 1; length <= work.steps.length; length++) {
    const { finding } = checkSolution({ ...work, steps: work.steps.slice(0, length) });
    if (finding.kind === 'mistake') return finding.correction;
  }
  return null;
}

function inspectPoints({ rubric, points, places, answer, feedback, hints }: Problem): readonly Fault[] {
  const sum = rubric.reduce((all, item) => all + item.points, 0);
  return [
    ...(rubric.length > 0 && sum !== points
      ? [fault('warning', 'points', places.of(['points']), `The rubric adds up to ${sum} points, not ${points}.`)]
      : []),
    ...(answer === null
      ? [fault('hint', 'no-answer', places.heading, 'Without an answer, only wrong lines are found, and the answer goes to your queue.')]
      : []),
    ...(hints.length > 0 && (feedback === 'marks' || feedback === 'none')
      ? [fault('hint', 'hints', places.of(['hints']), `With 'feedback: ${feedback}' no hint is shown.`)]
      : []),
  ];
}

function alike(problems: readonly Problem[]): readonly Fault[] {
  return problems.flatMap((problem, i) => {
    const twin = problems.slice(0, i).find(other => likeness(other.text, problem.text) >= ALIKE);
    return twin ? [fault('warning', 'alike', problem.places.heading, `This problem is nearly the same as '${twin.title}'.`)] : [];
  });
}

/** Factors 0 and 1, doubled signs, a denominator 0: what a blank makes of an unlucky value. */
const ugly = (text: string): boolean =>
  /(?<![\d.])0[a-z(]|(?<![\d.])1[a-z](?![a-z])|[+-]\s*[+-]\s*\d|\/0(?!\d|\.)|(?<![\d.])[+-]\s*0(?![\d.])/.test(
    text.replace(/\\[a-z]+/gi, ' '),
  );

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The part of the block whose blank cannot be filled. */
function partWith(problem: Problem, message: string, values: Values): Range {
  const parts: readonly (readonly [readonly PropertyKey[], string])[] = [
    [['answer'], problem.answer ?? ''],
    ...problem.solution.map((line, i) => [['solution', i], line] as const),
    ...problem.rubric.map((item, i) => [['rubric', i, 'line'], item.line ?? ''] as const),
    ...problem.hints.map((hint, i) => [['hints', i], hint] as const),
  ];
  const found = parts.find(([, text]) => hasBlanks(text) && fill(text, values).faults.some(own => own.message === message));
  return found ? problem.places.of(found[0]) : problem.places.heading;
}
