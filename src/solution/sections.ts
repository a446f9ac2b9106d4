import type { Block } from './layout.ts';

/** What a part of a document is. `step` labels one step, `other` is a title that names none of these, `aside` is not part of the work. */
export type Role = 'problem' | 'solution' | 'answer' | 'key' | 'reference' | 'step' | 'check' | 'aside' | 'other';

/** Words that name a part, first match wins. */
const NAMES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:answer key|key|(?:correct|right|expected|model|teacher'?s|official) answer|answerkey)\b/, 'key'],
  [/^(?:reference|(?:reference|correct|right|model|teacher'?s|official) (?:solution|working)|mark scheme)\b/, 'reference'],
  [/^(?:problem|question|exercise|task|example|prompt|given problem|q)\b/, 'problem'],
  [/^(?:(?:the|final|my|your|student'?s?) )*(?:final )?(?:answer|result)\b/, 'answer'],
  [
    /^(?:(?:the|my|our|your|a|student'?s?|pupil'?s?|worked|written|full|sample|[a-z]+'s) )*(?:solution|working|work|attempt|proof|steps|calculations?)\b/,
    'solution',
  ],
  [/^step\b/, 'step'],
  [/^(?:check|checking|verification|verify|proof of the answer)\b/, 'check'],
  [
    /^(?:notes?|remarks?|reflections?|references?|hints?|comments?|discussion|sources?|feedback|explanation of mistakes?|appendix|grade|marks?)\b/,
    'aside',
  ],
];

/** A name, an optional number, and what ends a label. */
const LABEL =
  /^(?:[*_]{2,3}|\\(?:textbf|emph|underline)\{)?\s*((?:(?:answer key|key|(?:correct|right|expected|model|teacher'?s|reference|official) (?:answer|solution)|reference|problem|question|exercise|task|example|(?:final |my |the )*answer|(?:(?:my|student'?s?|worked|full|[a-z]+'s) )?(?:solution|working|attempt)|proof|steps?|q|check)\b)(?:\s*(?:#|no\.?|nr\.?)?\s*\d{1,3}(?:\.\d{1,2})*[a-z]?(?![\d.]*\d)|\s+[a-h](?=[.):\s*]))?(?:\s*\([^)\n]{0,60}\))?)\s*(?:[*_]{2,3}\s*[:.)]?|[:.)\]]\s*(?:[*_]{2,3}|\})|\}\s*[:.)]?|:|[.)](?=\s|$)|\s[–—-](?=\s)|$)/i;

/** The role a heading's words name. */
function roleOf(title: string): Role {
  const plain = title
    .replace(/[*_`#$\\{}]/g, '')
    .replace(/^\s*(?:\d{1,3}[.)]|\(\d{1,3}\))\s*/, '')
    .trim()
    .toLowerCase();
  return NAMES.find(([name]) => name.test(plain))?.[1] ?? 'other';
}

interface Label {
  readonly role: Role;
  readonly title: string;
  /** Length of the label with its marks and the blanks behind it. */
  readonly length: number;
}

/** A label that opens a paragraph or line: `**Problem 2.**`, `Step 1:`, `Answer:`. Null when the text opens with plain words. */
function labelAt(text: string, start: number, end: number): Label | null {
  const head = text.slice(start, Math.min(end, start + 120));
  const line = head.split(/\r|\n/, 1)[0] ?? '';
  const match = LABEL.exec(line);
  if (match === null) return null;
  const title = (match[1] ?? '').trim();
  const role = roleOf(title);
  if (role === 'other' || role === 'aside') return null;
  const bare = match[0].trim() === title;
  if (bare && (role === 'step' ? !/\d/.test(title) : /^(?:the|q)\b/i.test(title))) return null;
  if (role === 'step' && !/\d/.test(title) && !/steps/i.test(title)) return null;
  const blank = /^\s*/.exec(text.slice(start + match[0].length, Math.min(end, start + match[0].length + 200)));
  return { role: /^steps\b/i.test(title) ? 'solution' : role, title, length: match[0].length + (blank?.[0].length ?? 0) };
}

/** A titled part of the document with the blocks under it. */
export interface Section {
  readonly role: Role;
  readonly title: string;
  readonly level: number;
  /** Where its heading starts. */
  readonly start: number;
  readonly blocks: Block[];
}

/** Level of a label that is no heading: below all of them. */
const LABEL_LEVEL = 8;

/**
 * Cuts a document into its named parts. Headings and labels open a part; a `Step n` heading or label stays inside its part as a
 * `label` block, and a `Check` goes on with the solution it stands in.
 */
export function sectionsOf(text: string, blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ role: 'other', title: '', level: 0, start: 0, blocks: [] }];
  const open = (section: Section) => sections.push(section);
  const add = (block: Block) => sections.at(-1)?.blocks.push(block);
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const role = roleOf(block.title);
      const inSolution = sections.at(-1)?.role === 'solution';
      const below = block.level > (sections.at(-1)?.level ?? 0);
      if (role === 'step' || role === 'check' || (role === 'other' && inSolution && below)) add({ ...block, kind: 'label' });
      else open({ role, title: block.title, level: block.level, start: block.range.start, blocks: [] });
      continue;
    }
    const label = block.kind === 'display' ? null : labelAt(text, block.range.start, block.range.end);
    if (label === null) {
      add(block);
      continue;
    }
    const cut = block.range.start + label.length;
    const rest: Block = { ...block, range: { start: Math.min(cut, block.range.end), end: block.range.end } };
    if (label.role === 'step' || label.role === 'check') {
      add({ ...block, kind: 'label', range: { start: block.range.start, end: rest.range.start }, title: label.title });
    } else open({ role: label.role, title: label.title, level: LABEL_LEVEL, start: block.range.start, blocks: [] });
    if (rest.range.end > rest.range.start) add(rest);
  }
  return sections
    .filter(section => section.role !== 'other' || section.blocks.length > 0 || section.title !== '')
    .flatMap(section => byTask(text, section));
}

/** A list item that sets a task: `2. Solve x/4 - 1 = 2.` */
const TASK =
  /^\s*(?:solve|simplify|expand|factori[sz]e|factor|differentiate|integrate|evaluate|find|calculate|compute|work out|rationali[sz]e|make)\b/i;

/** A list that begins with a task is a list of problems: each item with a task opens one, and what follows in it is the work. */
function byTask(text: string, section: Section): Section[] {
  const isTask = ({ kind, range }: Block): boolean => kind === 'item' && TASK.test(text.slice(range.start, range.start + 24));
  const [first] = section.blocks;
  if (section.role !== 'other' || !first || !isTask(first)) return [section];
  const starts = section.blocks.flatMap((block, i) => (section.blocks[i - 1]?.item !== block.item && isTask(block) ? [i] : []));
  if (starts.length < 2) return [section];
  return starts.map((from, i): Section => {
    const blocks = section.blocks.slice(from, starts[i + 1]);
    return { ...section, role: 'problem', start: blocks[0]?.range.start ?? section.start, blocks };
  });
}
