import type { ProblemSet } from '../set/set.ts';
import type { Override } from '../submissions/store.ts';
import type { StudentResult, SubmissionFault, WorkResult } from '../submissions/submission.ts';

/** One cell of the class table. */
export interface Cell {
  readonly problem: string;
  readonly finding: WorkResult['finding'];
  /** After an override. */
  readonly points: number;
  readonly of: number;
  readonly override: Override | null;
  /** Waits for the teacher. */
  readonly queued: boolean;
}

export interface Row {
  readonly student: string;
  readonly points: number;
  readonly of: number;
  readonly cells: readonly Cell[];
  readonly faults: readonly SubmissionFault[];
}

/** A mistake that the class made, with lines in which it stands. */
export interface CommonMistake {
  readonly rule: string | null;
  readonly name: string;
  readonly count: number;
  readonly examples: readonly {
    readonly student: string;
    readonly problem: string;
    readonly path: string;
    readonly line: number;
    readonly text: string;
  }[];
}

export interface ItemStatistics {
  readonly problem: string;
  readonly title: string;
  readonly handedIn: number;
  readonly right: number;
  /** Mean share of the points, 0 to 1; null when nobody handed it in. */
  readonly facility: number | null;
  /** Lines of all students: how many are right, wrong, not judged. */
  readonly lines: LineCounts;
  /** The same for the first line of everyone's work, the second, … */
  readonly byLine: readonly LineCounts[];
}

interface LineCounts {
  readonly right: number;
  readonly wrong: number;
  readonly unjudged: number;
}

export interface QueueEntry {
  readonly student: string;
  readonly problem: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly why: string;
}

export interface ClassSummary {
  readonly title: string;
  readonly problems: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  readonly rows: readonly Row[];
  readonly mistakes: readonly CommonMistake[];
  readonly items: readonly ItemStatistics[];
  readonly queue: readonly QueueEntry[];
}

/** Example lines that are kept for each mistake. */
const EXAMPLES = 5;

/** What a teacher wants to know of a class, from the results of its students and the teacher's own marks. Streams over the results once. */
export function summarise(set: ProblemSet, results: Iterable<StudentResult>, overrides: readonly Override[]): ClassSummary {
  const marks = new Map(overrides.map(o => [`${o.student}\0${o.problem}`, o] as const));
  const rows: Row[] = [];
  const mistakes = new Map<string, { rule: string | null; name: string; count: number; examples: CommonMistake['examples'][number][] }>();
  const items = new Map(
    set.problems.map(p => [p.id, { handedIn: 0, right: 0, share: 0, lines: none(), byLine: [] as Counting[] }] as const),
  );
  const queue: QueueEntry[] = [];
  for (const { student, results: works, faults } of results) {
    const cells = works.map((work): Cell => {
      const override = marks.get(`${student}\0${work.problem}`) ?? null;
      const queued = override === null && waits(work);
      if (queued) queue.push({ student, problem: work.problem, path: work.path, line: openLine(work), why: whyOpen(work) });
      return {
        problem: work.problem,
        finding: work.finding,
        points: override?.points ?? work.mark.points,
        of: work.mark.of,
        override,
        queued,
      };
    });
    rows.push({ student, points: sum(cells, c => c.points), of: sum(cells, c => c.of), cells, faults });
    for (const [i, work] of works.entries()) {
      const item = items.get(work.problem);
      if (item) tally(item, work, cells[i]?.points ?? 0);
      if (work.mistake === null || work.path === null) continue;
      const { rule, name, line, step } = work.mistake;
      const key = rule ?? 'none';
      const found = mistakes.get(key) ?? { rule, name: name ?? 'a mistake of no known kind', count: 0, examples: [] };
      mistakes.set(key, found);
      found.count++;
      if (found.examples.length < EXAMPLES)
        found.examples.push({ student, problem: work.problem, path: work.path, line, text: work.lines[step]?.text ?? '' });
    }
  }
  return {
    title: set.title,
    problems: set.problems.map(({ id, title, points }) => ({ id, title, points })),
    rows,
    mistakes: [...mistakes.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    items: set.problems.map(({ id, title }) => statistics(id, title, items.get(id))),
    queue,
  };
}

interface Tally {
  handedIn: number;
  right: number;
  share: number;
  readonly lines: Counting;
  readonly byLine: Counting[];
}

type Counting = { -readonly [K in keyof LineCounts]: number };
const none = (): Counting => ({ right: 0, wrong: 0, unjudged: 0 });
/** Lines of a work that are told apart. */
const LINES = 10;

function tally(item: Tally, work: WorkResult, points: number): void {
  if (work.finding === 'missing') return;
  item.handedIn++;
  if (work.finding === 'correct') item.right++;
  item.share += work.mark.of === 0 ? 0 : points / work.mark.of;
  for (const [i, { verdict }] of work.lines.entries()) {
    const kind = verdict === 'unjudged' ? 'unjudged' : verdict === 'wrong' || verdict === 'one-way' ? 'wrong' : 'right';
    item.lines[kind]++;
    if (i < LINES) {
      item.byLine[i] ??= none();
      item.byLine[i][kind]++;
    }
  }
}

function statistics(problem: string, title: string, item: Tally | undefined): ItemStatistics {
  const { handedIn = 0, right = 0, share = 0, lines = none(), byLine = [] } = item ?? {};
  return { problem, title, handedIn, right, facility: handedIn === 0 ? null : share / handedIn, lines, byLine };
}

/** A person has to look: the mark rests on something that could not be judged, or a model doubts the work. */
export const waits = ({ mark, opinion }: WorkResult): boolean =>
  mark.items.some(item => item.queue) || (opinion !== undefined && opinion.says !== 'right');

function whyOpen({ mark, opinion }: WorkResult): string {
  const open = mark.items.find(item => item.queue);
  const told = opinion === undefined ? [] : [opinion.explanation];
  return [...(open ? [`${open.label}: ${open.why}`] : []), ...told].join('. ');
}

const openLine = (work: WorkResult): number | null =>
  work.opinion?.line ?? work.lines.find(line => line.verdict === 'unjudged')?.line ?? work.lines[0]?.line ?? null;
const sum = (cells: readonly Cell[], pick: (cell: Cell) => number): number => cells.reduce((all, cell) => all + pick(cell), 0);
