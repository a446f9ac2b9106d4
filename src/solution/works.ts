import type { Block } from './layout.ts';
import { trimRange } from './mask.ts';
import { piecesOf, type Source } from './pieces.ts';
import type { Section } from './sections.ts';
import type { Range } from './solution.ts';
import { type Part, stepParts } from './steps.ts';

/** One problem and one solution of it, before its claims are read. */
export interface Work {
  readonly title: string;
  readonly problem: string;
  readonly problemRange: Range;
  readonly givens: readonly Range[];
  readonly steps: readonly Part[];
  /** Index of the step that states the answer. */
  readonly stated: number | null;
  readonly answer: string | null;
  readonly reference: readonly string[] | null;
  readonly range: Range;
}

interface Draft {
  title: string;
  /** What set the title and level: a heading that names a problem, or one that names nothing. */
  named: boolean;
  level: number;
  start: number;
  problem: Block[];
  solution: Section[];
  key: Section[];
  reference: Section[];
  /** The statement is another draft's: a second solution of one problem. */
  shared: boolean;
}

/**
 * Puts the parts of a document together to problems, each with one solution. A second `Solution` under one problem is a work of its own.
 * Where no part is named, the first paragraph is the problem and the rest its steps; where there are only equations the first is given, and a calculation
 * that stands alone is work on a problem that is not stated.
 */
export function worksOf(source: Source, sections: readonly Section[]): Work[] {
  const drafts = draftsOf(sections);
  const named = drafts.some(draft => draft.named || draft.solution.length > 0);
  return drafts.flatMap(draft => {
    const work = workOf(source, draft);
    if (work === null) return [];
    return work.steps.length > 0 || draft.named || !named ? [work] : [];
  });
}

function draftsOf(sections: readonly Section[]): Draft[] {
  const drafts: Draft[] = [];
  const fresh = (section: Section, named: boolean): Draft => {
    const draft: Draft = {
      title: section.title,
      named,
      level: section.level,
      start: section.start,
      problem: [...section.blocks],
      solution: [],
      key: [],
      reference: [],
      shared: false,
    };
    drafts.push(draft);
    return draft;
  };
  let keyed = false;
  for (const section of sections) {
    const current = drafts.at(-1);
    if (section.role === 'problem' && !(keyed && section.blocks.length > 0 && sameProblem(drafts, section))) {
      keyed = false;
      fresh(section, true);
    } else if (section.role === 'problem') {
      sameProblem(drafts, section)?.key.push(section);
    } else if (section.role === 'other') {
      keyed = false;
      fresh(section, false);
    } else if (section.role === 'aside' || section.role === 'step' || section.role === 'check') {
    } else if (current === undefined) {
      const draft = fresh({ ...section, blocks: [] }, false);
      place(draft, section);
    } else if (section.role === 'solution' && current.solution.some(part => part.role === 'solution')) {
      const second = fresh({ ...section, title: current.title, blocks: [] }, true);
      Object.assign(second, {
        problem: current.problem,
        level: current.level,
        shared: true,
        key: current.key,
        reference: current.reference,
      });
      place(second, section);
    } else {
      keyed ||= section.role === 'key' && drafts.length > 1 && section.blocks.length === 0;
      place(current, section);
    }
  }
  return drafts;
}

function place(draft: Draft, section: Section): void {
  if (section.role === 'key') draft.key.push(section);
  else if (section.role === 'reference') draft.reference.push(section);
  else draft.solution.push(section);
}

/** Below an answer key, `Problem 2` names the problem it is the key of. */
function sameProblem(drafts: readonly Draft[], section: Section): Draft | undefined {
  const number = /\d+/.exec(section.title)?.[0];
  return number === undefined ? undefined : drafts.find(draft => /\d+/.exec(draft.title)?.[0] === number);
}

function workOf(source: Source, draft: Draft): Work | null {
  const hasWork = draft.solution.some(section => section.role === 'solution');
  const split = hasWork || draft.key.length > 0 ? draft.problem.length : statementLength(source, draft);
  const statement = draft.problem.slice(0, split).filter(block => block.kind !== 'label');
  const onlyRows = !hasWork && !draft.named && statement.length === 1 && statement.every(block => isRow(source, block));
  const alone = !hasWork && !draft.named && draft.solution.length === 0 && split >= draft.problem.length && calculates(source, statement);
  const inline = onlyRows || alone ? draft.problem : draft.problem.slice(split);
  const work = [...inline, ...draft.solution.filter(part => part.role === 'solution').flatMap(part => part.blocks)];
  const answers = draft.solution.filter(part => part.role === 'answer').flatMap(part => part.blocks);
  const before = stepParts(source, work);
  const steps = [...before, ...stepParts(source, answers)];
  const given = alone
    ? []
    : onlyRows
      ? before.slice(0, 1).map(part => part.range)
      : statement.map(block => trimRange(source.text, block.range));
  if (given.length === 0 && steps.length === 0) return null;
  const first = given[0] ?? { start: draft.start, end: draft.start };
  const problemRange = { start: first.start, end: given.at(-1)?.end ?? first.end };
  const ends = [problemRange.end, ...steps.map(step => step.range.end)];
  const starts = [...(draft.shared ? [] : [problemRange.start]), ...steps.map(step => step.range.start)];
  const key = draft.key.flatMap(section => section.blocks).map(block => source.text.slice(block.range.start, block.range.end).trim());
  const reference = draft.reference
    .flatMap(section => stepParts(source, section.blocks))
    .map(({ range }) => source.text.slice(range.start, range.end));
  return {
    title: draft.title,
    problem: source.text.slice(problemRange.start, problemRange.end),
    problemRange,
    givens: given,
    steps,
    stated: statedIndex(source, steps, before.length),
    answer: key.length === 0 ? null : key.join('\n'),
    reference: reference.length === 0 ? null : reference,
    range: { start: Math.min(...starts, draft.shared ? Number.POSITIVE_INFINITY : draft.start), end: Math.max(...ends) },
  };
}

/** A text that stands alone and calculates is work and no statement: a result stands in it, and no question. */
const calculates = (source: Source, blocks: readonly Block[]): boolean =>
  blocks.some(({ range }) => {
    const text = source.masked.slice(range.start, range.end);
    return !text.includes('?') && statesResult(text);
  });

/** How many blocks state the problem where nothing says so: the first, and a display it introduces or that alone holds the mathematics. */
function statementLength(source: Source, { problem }: Draft): number {
  const [first, second] = problem;
  if (first === undefined) return 0;
  if (second === undefined || problem.length < 3) return 1;
  const text = source.masked.slice(first.range.start, first.range.end);
  const announces = /:\s*$/.test(text) || !/[\d=$\\]/.test(text);
  return announces && first.kind !== 'label' && isRow(source, second) && !isRow(source, first) ? 2 : 1;
}

function isRow(source: Source, { range }: Block): boolean {
  const pieces = piecesOf(source, range);
  return pieces.length > 0 && pieces.every(piece => piece.kind === 'row');
}

const STATED = /(?:^\s*#{4}\s|\banswer\b[^.!?]{0,60}\b(?:is|are|=|:)|\banswer\s*[:=]|\\boxed)/i;

function statedIndex(source: Source, steps: readonly Part[], answersFrom: number): number | null {
  if (answersFrom < steps.length) return steps.length - 1;
  const last = steps.at(-1);
  if (last === undefined) return null;
  return STATED.test(source.masked.slice(last.range.start, last.range.end)) ? steps.length - 1 : null;
}

/** `… 3 + 4 = 7`: an operation on a number before a sign of equality, and a number behind it. Each part is looked at once. */
function statesResult(text: string): boolean {
  return text.split('\n').some(line => {
    const parts = line.split('=');
    return parts.slice(1).some((after, i) => /^\s*[$£€]?\d/.test(after) && operatesOnNumber(parts[i] ?? ''));
  });
}

function operatesOnNumber(part: string): boolean {
  const digit = part.search(/\d/);
  return digit >= 0 && /[-+*/×÷·]/.test(part.slice(digit));
}
