import type { Solution } from './solution.ts';

/** What a key knows of one problem: its answer, and the lines of a right solution. */
interface Entry {
  readonly answer: string;
  readonly reference: readonly string[];
}

/** Where the key of a document is kept: `homework.key.md` beside `homework.md`. Null for a name without an ending, and for a key itself. */
export function keyNameOf(name: string): string | null {
  return isKeyName(name) || !/[^./\\]\.[^./\\]+$/.test(name) ? null : name.replace(/\.([^./\\]+)$/, '.key.$1');
}

/** A file that holds answers, not work. */
export const isKeyName = (name: string): boolean => /\.key\.[^./\\]+$/i.test(name);

/**
 * The solutions with what a key knows of their problems. A key has one entry a problem, under headings or list numbers that name it
 * (`## Problem 2`, `2.`), or one for the whole document. In an entry, `Answer: …` is the answer and the other lines are a right solution; without that
 * line the last one is the answer. What stands in the document itself comes first.
 */
export function withKey(solutions: readonly Solution[], key: string): Solution[] {
  const entries = entriesIn(key);
  return solutions.map((solution, index) => {
    const number = /\d+/.exec(solution.title)?.[0] ?? String(index + 1);
    const entry = entries.get(number) ?? (entries.size === 1 && solutions.length === 1 ? [...entries.values()][0] : undefined);
    if (entry === undefined) return solution;
    return {
      ...solution,
      answer: solution.answer ?? entry.answer,
      ...(solution.reference !== undefined || entry.reference.length === 0 ? {} : { reference: solution.reference ?? entry.reference }),
    };
  });
}

/** The solutions with the `answer:` that the front matter of their document states; it is the answer of its only problem. */
export function withFrontMatter(solutions: readonly Solution[], text: string): readonly Solution[] {
  if (solutions.length !== 1) return solutions;
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,2000}?)^---[ \t]*$/m.exec(text);
  const stated = front?.index === 0 ? /^answer:[ \t]*(["']?)(.+?)\1[ \t]*\r?$/m.exec(front[1] ?? '')?.[2] : undefined;
  return stated === undefined ? solutions : withKey(solutions, `Answer: ${stated}`);
}

const HEADING =
  /^(?:#{1,6}\s+|\*\*|\\(?:sub)*section\*?\{)?\s*(?:(?:problem|question|exercise|task|q)\s*)(?:no\.?\s*)?(\d+)\s*(?:[.:)]|\*\*|\})*\s*(.*)$/i;
const NUMBERED = /^(?:#{1,6}\s+)?(\d+)\s*[.)]\s+(.*)$/;
const TITLE = /^#{1,6}\s/;
const ANSWER = /^[*_]*(?:final )?answer(?: key)?[*_]*\s*[:=][*_]*\s*(.+)$/i;

function entriesIn(key: string): ReadonlyMap<string, Entry> {
  const lines = key.split(/\r?\n/).map(line => line.trim());
  const headed = lines.some(line => HEADING.test(line));
  const found = new Map<string, string[]>();
  let current = '1';
  for (const line of lines) {
    const [, number, rest = ''] = (headed ? HEADING : NUMBERED).exec(line) ?? [];
    if (number !== undefined) current = number;
    const text = number === undefined ? (TITLE.test(line) ? '' : line) : rest;
    if (text !== '') found.set(current, [...(found.get(current) ?? []), text.replace(/^(?:[-*+]|\d+[.)])\s+/, '')]);
  }
  return new Map([...found].flatMap(([number, texts]) => entryOf(texts).map(entry => [number, entry] as const)));
}

function entryOf(texts: readonly string[]): Entry[] {
  const stated = texts.findIndex(text => ANSWER.test(text));
  const answer = stated < 0 ? texts.at(-1) : ANSWER.exec(texts[stated] ?? '')?.[1];
  if (answer === undefined) return [];
  const reference = texts.filter((_, i) => i !== stated);
  return [{ answer, reference: stated < 0 && reference.length < 2 ? [] : reference }];
}
