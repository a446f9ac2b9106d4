import { annotationsIn } from './annotations.ts';
import { claimsOf } from './claims.ts';
import { numberMarks } from './decimal-commas.ts';
import { equationNumbers } from './equation-numbers.ts';
import { hiddenIn } from './hidden.ts';
import { withFrontMatter } from './keys.ts';
import { layoutLatex } from './latex.ts';
import type { Layout } from './layout.ts';
import { layoutMarkdown } from './markdown.ts';
import { applyEdits } from './mask.ts';
import type { Source } from './pieces.ts';
import { sectionsOf } from './sections.ts';
import type { Claim, DocumentFormat, Range, Solution, SolutionDocument } from './solution.ts';
import { onePart, type Part } from './steps.ts';
import { layoutText } from './text.ts';
import { type Work, worksOf } from './works.ts';

/** Longest document that is read, in UTF-16 units. */
const LONGEST_DOCUMENT = 10_000_000;

const LAYOUTS: Readonly<Record<DocumentFormat, (text: string) => Layout>> = {
  markdown: layoutMarkdown,
  latex: layoutLatex,
  text: layoutText,
};

const EXTENSIONS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mkd', 'markdown'],
  ['qmd', 'markdown'],
  ['rmd', 'markdown'],
  ['tex', 'latex'],
  ['latex', 'latex'],
  ['ltx', 'latex'],
  ['txt', 'text'],
  ['text', 'text'],
]);

/** The format a file name stands for, or null when its ending is none of ours. Notebooks are read by `readNotebook`. */
export function formatOf(fileName: string): DocumentFormat | null {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return (ending === undefined ? null : EXTENSIONS.get(ending)) ?? null;
}

/**
 * Reads a document into its problems with their steps and claims. Every range is in UTF-16 offsets of `text` as given.
 * Never throws; a binary or oversized text is `refused` with the reason and no solutions. Time grows linearly with the text.
 */
export const readDocument = (text: string, format: DocumentFormat): SolutionDocument => readWorks(text, format, withClaims);

/** The same without the claims: which problems there are, and where their steps stand. */
export const readOutline = (text: string, format: DocumentFormat): SolutionDocument => readWorks(text, format, withoutClaims);

function readWorks(
  text: string,
  format: DocumentFormat,
  solutionsOf: (source: Source, works: readonly Work[]) => Solution[],
): SolutionDocument {
  const refused = refusalOf(text);
  if (refused !== null) return { format, solutions: [], refused };
  const layout = LAYOUTS[format](text);
  const whole = { start: 0, end: text.length };
  const source: Source = {
    text,
    masked: applyEdits(text, [
      ...layout.edits,
      ...hiddenIn(text, whole),
      ...annotationsIn(text),
      ...numberMarks(text, whole),
      ...equationNumbers(text, whole),
    ]),
    dollarIsMaths: layout.dollarIsMaths,
    closers: new Map(),
  };
  const works = worksOf(source, sectionsOf(text, layout.blocks));
  const solutions = solutionsOf(source, works);
  return { format, solutions: format === 'markdown' ? withFrontMatter(solutions, text) : solutions };
}

function refusalOf(text: string): string | null {
  if (text.length > LONGEST_DOCUMENT) return 'The document is larger than 10 MB; split it into smaller ones.';
  const head = text.slice(0, 10_000);
  const odd = [...head].filter(char => isControl(char.charCodeAt(0))).length;
  if (head.includes('\0') || odd > 8 + head.length / 20) return 'This is not a text file.';
  return null;
}

function isControl(code: number): boolean {
  return code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 27);
}

/** Reads the claims of all works in one pass over the document. Ranges shared by two works (one problem, two solutions) are read once. */
function withClaims(source: Source, works: readonly Work[]): Solution[] {
  const parts = new Map<string, Part>();
  const key = ({ start, end }: Range) => `${start}-${end}`;
  for (const work of works) {
    for (const range of work.givens) parts.set(key(range), onePart(source, range, true));
    for (const part of work.steps) parts.set(key(part.range), part);
  }
  const ordered = [...parts.values()].sort((a, b) => a.range.start - b.range.start);
  const claims = new Map<string, readonly Claim[]>(
    claimsOf(source, ordered).map((found, index) => [key(ordered[index]?.range ?? { start: 0, end: 0 }), found]),
  );
  return solutionsFrom(source, works, range => claims.get(key(range)) ?? []);
}

const withoutClaims = (source: Source, works: readonly Work[]): Solution[] => solutionsFrom(source, works, () => []);

function solutionsFrom(source: Source, works: readonly Work[], claimsAt: (range: Range) => readonly Claim[]): Solution[] {
  return works.map((work, index): Solution => {
    const steps = work.steps.map(({ range }) => ({ text: source.text.slice(range.start, range.end), range, claims: claimsAt(range) }));
    const stated = work.stated === null ? undefined : steps[work.stated];
    return {
      id: String(index + 1),
      title: work.title,
      problem: work.problem,
      problemRange: work.problemRange,
      givens: work.givens.flatMap(claimsAt),
      steps,
      ...(stated === undefined ? {} : { statedAnswer: stated }),
      ...(work.answer === null ? {} : { answer: work.answer }),
      ...(work.reference === null ? {} : { reference: work.reference }),
      range: work.range,
    };
  });
}
