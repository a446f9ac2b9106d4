import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isNiceAnswer } from '../../classroom/exercises/answers.ts';
import { workedExample } from '../../classroom/exercises/blanks.ts';
import { distractorsFor } from '../../classroom/exercises/distractors.ts';
import { findTheMistake } from '../../classroom/exercises/find.ts';
import { csv } from '../../classroom/exports/csv.ts';
import { gift } from '../../classroom/exports/gift.ts';
import { answerKey, studentCopy } from '../../classroom/exports/markdown.ts';
import { moodleXml } from '../../classroom/exports/moodle.ts';
import { printable } from '../../classroom/exports/print.ts';
import { stackXml } from '../../classroom/exports/stack.ts';
import { ImportError, importSet } from '../../classroom/imports.ts';
import type { Problem, ProblemSet } from '../../classroom/set/set.ts';
import { problemsFor } from '../../classroom/submissions/submission.ts';
import { drawValues, hash } from '../../classroom/variants/values.ts';
import { withValues } from '../../classroom/variants/variant.ts';
import { type Call, choice, number, text, UsageError } from '../command.ts';
import { pdfOf } from './pdf.ts';
import { openSet, readable } from './set.ts';

const TARGETS = ['student', 'key', 'print', 'pdf', 'moodle', 'stack', 'gift', 'csv'] as const;

/** `lema class export SET --to student|key|print|pdf|moodle|stack|gift|csv`: the set for others, as one student has it. */
export async function exportSet(call: Call): Promise<number> {
  const [file] = call.files;
  if (file === undefined) throw new UsageError("name the problem set: 'lema class export set.md --to student'");
  const { set } = openSet(file);
  const to = choice(call, 'to', TARGETS, 'student');
  const problems = problemsFor(set, text(call, 'student') ?? '');
  const choices = number(call, 'distractors', 0, 0);
  const written = WRITERS[to](set, problems, problem => distractorsFor(problem, choices, hash(problem.id)));
  call.io.stdout.write(to === 'pdf' ? await pdfOf(written, call.signal) : written);
  return 0;
}

/** `lema class import FILE`: a set made of Moodle XML or of a list of problems. */
export async function importInto(call: Call): Promise<number> {
  const [file] = call.files;
  if (file === undefined) throw new UsageError("name the file to read: 'lema class import quiz.xml > set.md'");
  try {
    call.io.stdout.write(importSet(readFileSync(file, 'utf8'), basename(file).replace(/\.[^.]+$/, '')));
    return 0;
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(`${file}: ${error.message}`);
    throw readable(error, file);
  }
}

type Writer = (
  set: ProblemSet,
  problems: readonly Problem[],
  distractors: (problem: Problem) => ReturnType<typeof distractorsFor>,
) => string;

const WRITERS: Readonly<Record<(typeof TARGETS)[number], Writer>> = {
  student: studentCopy,
  key: answerKey,
  print: printable,
  pdf: printable,
  moodle: moodleXml,
  stack: stackXml,
  gift,
  csv: (_, problems) =>
    csv([['id', 'title', 'problem', 'answer', 'points'], ...problems.map(p => [p.id, p.title, p.text, p.answer ?? '', p.points])]),
};

/** `lema class variants SET`: variants of each problem, all different; with --find, each with a mistake to find; with --blanks, each with lines left out. */
export async function variants(call: Call): Promise<number> {
  const [file] = call.files;
  if (file === undefined) throw new UsageError("name the problem set: 'lema class variants set.md --count 5'");
  const { set } = openSet(file);
  const only = text(call, 'problem');
  const chosen = set.problems.filter(problem => only === undefined || problem.id === only);
  if (chosen.length === 0) throw new UsageError(`${file} has no problem '${only ?? ''}'`);
  const [count, seed] = [number(call, 'count', 3, 1), number(call, 'seed', 1, 0)];
  for (const problem of chosen) {
    for (const { problem: variant, key } of variantsOf(problem, count, seed, call.values.nice === true)) {
      const exercise =
        call.values.find === true ? findTheMistake(variant, key) : call.values.blanks === true ? workedExample(variant, key) : undefined;
      if (exercise === null) continue;
      const { id, text: task, answer, solution } = variant;
      call.io.stdout.write(`${JSON.stringify(exercise === undefined ? { id, problem: task, answer, solution } : { id, ...exercise })}\n`);
    }
  }
  return 0;
}

/** Keys that are tried for each variant that is wanted. */
const TRIES = 50;

/** Variants that differ from each other, as many as there are up to `count`. Nice ones have whole answers or small denominators. */
function variantsOf(problem: Problem, count: number, seed: number, nice: boolean): readonly { problem: Problem; key: string }[] {
  const found = new Map<string, { problem: Problem; key: string }>();
  for (let i = 0; found.size < count && i < count * TRIES; i++) {
    const key = String(seed + i);
    const values = drawValues(problem, key);
    if (values === null) continue;
    const variant = withValues(problem, values).problem;
    if (nice && variant.answer !== null && !isNiceAnswer(variant.answer)) continue;
    if (!found.has(variant.text)) found.set(variant.text, { problem: variant, key });
  }
  return [...found.values()];
}
