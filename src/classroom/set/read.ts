import MarkdownIt from 'markdown-it';
import { lineStarts } from '../../solution/lines.ts';
import type { Range } from '../../solution/solution.ts';
import { FRONT_MATTER } from './recognise.ts';
import { headSchema, type ProblemBlock, problemSchema, type SetHead } from './schema.ts';
import type { Fault, Problem, ProblemSet } from './set.ts';
import { readYaml } from './yaml.ts';

const markdown = new MarkdownIt();

export interface ReadSet {
  /** What could be read; a problem whose block is broken is left out. */
  readonly set: ProblemSet;
  readonly faults: readonly Fault[];
}

/**
 * Reads a problem set: front matter, a heading of the first level as the title, a heading of the second level for each problem, and in each problem a
 * `yaml` block with its answer, solution, points, … Never throws.
 */
export function readSet(text: string): ReadSet {
  const matter = FRONT_MATTER.exec(text);
  const bodyFrom = matter !== null && matter.index === 0 ? matter[0].length : 0;
  const matterFrom = matter !== null && bodyFrom > 0 ? matter[0].indexOf('\n') + 1 : 0;
  const head = readYaml<SetHead>(
    text,
    { start: matterFrom, end: matterFrom + (bodyFrom > 0 ? (matter?.[1]?.length ?? 0) : 0) },
    headSchema,
  );
  const parts = partsOf(text, bodyFrom);
  const faults: Fault[] = [...head.faults];
  const used = new Set<string>();
  const problems = parts.problems.flatMap(part => {
    const read = problemOf(text, part, head.value);
    faults.push(...read.faults);
    if (read.problem === null) return [];
    if (used.has(read.problem.id)) {
      const range = read.problem.places.of(['id']);
      faults.push({
        severity: 'error',
        message: `Another problem above has the id '${read.problem.id}'; give this one its own.`,
        range,
        code: 'same-id',
      });
    }
    used.add(read.problem.id);
    return [read.problem];
  });
  if (parts.problems.length === 0) {
    const range = { start: bodyFrom, end: Math.min(text.length, bodyFrom + 1) };
    faults.push({
      severity: 'error',
      message: 'There is no problem yet. Write each one under a heading of the second level: ## Two steps',
      range,
      code: 'no-problem',
    });
  }
  const title = head.value?.title ?? parts.title;
  return {
    set: { id: head.value?.id ?? slug(title), title, head: head.value ?? { 'problem-set': 1 }, intro: parts.intro, problems },
    faults: faults.sort((a, b) => a.range.start - b.range.start),
  };
}

interface Part {
  readonly title: string;
  readonly heading: Range;
  readonly whole: Range;
  /** What stands between the fences, and the fences with it. */
  readonly block: { readonly inner: Range; readonly outer: Range } | null;
}

/** Cuts the body at its headings, by markdown-it's own reading of it: a heading in a code block is none. */
function partsOf(text: string, from: number): { title: string; intro: string; problems: Part[] } {
  const body = text.slice(from);
  const starts = lineStarts(body);
  const at = (line: number): number => from + (starts[line] ?? body.length);
  const problems: Part[] = [];
  let title = '';
  let introFrom = from;
  const tokens = markdown.parse(body.replace(/\r\n?/g, '\n'), {});
  tokens.forEach((token, i) => {
    if (token.map === null || token.level > 0) return;
    const [first, last] = token.map;
    const open = problems.at(-1);
    if (token.type === 'heading_open' && token.tag === 'h1' && title === '' && open === undefined) {
      title = tokens[i + 1]?.content ?? '';
      introFrom = at(last);
    } else if (token.type === 'heading_open' && token.tag === 'h2') {
      if (open) problems[problems.length - 1] = { ...open, whole: { ...open.whole, end: at(first) } };
      const heading = { start: at(first), end: at(last) };
      problems.push({ title: tokens[i + 1]?.content ?? '', heading, whole: { start: at(first), end: text.length }, block: null });
    } else if (token.type === 'fence' && open && open.block === null && /^ya?ml\b/i.test(token.info.trim())) {
      const closed = /^\s*(?:`{3,}|~{3,})\s*$/.test(text.slice(at(last - 1), at(last)));
      const inner = { start: at(first + 1), end: Math.max(at(first + 1), closed ? at(last - 1) : at(last)) };
      problems[problems.length - 1] = { ...open, block: { inner, outer: { start: at(first), end: at(last) } } };
    }
  });
  return { title, intro: text.slice(introFrom, problems[0]?.whole.start ?? text.length).trim(), problems };
}

function problemOf(text: string, part: Part, head: SetHead | null): { problem: Problem | null; faults: readonly Fault[] } {
  const empty = { start: part.heading.end, end: part.heading.end };
  const read = readYaml<ProblemBlock>(text, part.block?.inner ?? empty, problemSchema);
  if (read.value === null) return { problem: null, faults: read.faults };
  const { value } = read;
  const cut = part.block?.outer ?? empty;
  const rubric = value.rubric ?? [];
  const problem: Problem = {
    id: value.id ?? slug(part.title),
    title: part.title,
    text: `${text.slice(part.heading.end, cut.start)}${text.slice(cut.end, part.whole.end)}`.trim(),
    answer: value.answer ?? null,
    solution: value.solution ?? [],
    points: value.points ?? (rubric.length > 0 ? rubric.reduce((sum, item) => sum + item.points, 0) : 1),
    rubric,
    hints: value.hints ?? [],
    feedback: value.feedback ?? head?.feedback ?? 'correction',
    variables: value.variables ?? {},
    where: value.where ?? [],
    wrong: value.wrong ?? [],
    mistakes: value.mistakes ?? [],
    places: {
      whole: part.whole,
      heading: part.heading,
      block: part.block?.inner ?? null,
      of: path => read.rangeOf(path) ?? part.block?.inner ?? part.heading,
    },
  };
  return { problem, faults: [] };
}

/** An id made of a heading: `3. Two steps` is `two-steps`. */
export function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\$[^$]*\$/g, ' ')
    .replace(/^\s*(?:problem|question|exercise|task)?\s*\d+\s*[.):]\s*/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain || `problem-${/\d+/.exec(title)?.[0] ?? '1'}`;
}
