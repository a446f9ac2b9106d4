import { DOMParser, type Element } from '@xmldom/xmldom';
import { slug } from './set/read.ts';

/** A problem as another program had it. */
interface Imported {
  readonly title: string;
  readonly text: string;
  readonly answer: string | null;
  readonly solution: readonly string[];
  readonly points: number | null;
  readonly hints: readonly string[];
  readonly wrong: readonly { readonly answer: string; readonly feedback: string }[];
}

/** The file could not be read: what is the matter, and where. */
export class ImportError extends Error {}

/**
 * A set made of Moodle XML, or of a Markdown list of problems (`1. Solve …`, with `Answer: …` under an item where it is known). What has no counterpart in a set is left out.
 * @throws ImportError when it is neither
 */
export function importSet(text: string, title: string): string {
  const problems = /^\s*(?:\uFEFF)?<\?xml|^\s*<quiz\b/.test(text) ? fromMoodle(text) : fromList(text);
  if (problems.length === 0)
    throw new ImportError('No problem was found: Moodle XML with questions, or a list such as "1. Solve 2x = 6." is read.');
  return written(title, problems);
}

const TYPES: ReadonlySet<string> = new Set(['numerical', 'shortanswer', 'multichoice', 'essay', 'calculated']);

function fromMoodle(text: string): readonly Imported[] {
  const problems: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => void (level === 'warning' || problems.push(message)) });
  let quiz: Element | null = null;
  try {
    quiz = parser.parseFromString(text, 'text/xml').documentElement;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  if (problems[0] !== undefined || quiz === null) throw new ImportError(`This is not XML: ${problems[0]?.split('\n')[0] ?? 'it is empty'}`);
  return [...quiz.getElementsByTagName('question')].filter(question => TYPES.has(question.getAttribute('type') ?? '')).map(questionOf);
}

function questionOf(question: Element): Imported {
  const answers = all(question, 'answer').map(answer => ({
    share: Number(answer.getAttribute('fraction') ?? 0),
    text: plain(textIn(answer)),
    feedback: plain(all(answer, 'feedback').map(textIn).join(' ')),
  }));
  const points = Number(textContent(question, 'defaultgrade'));
  return {
    title: plain(childText(question, 'name')) || 'Problem',
    text: plain(childText(question, 'questiontext')),
    answer: answers.find(({ share }) => share >= 100)?.text ?? null,
    solution: plain(childText(question, 'generalfeedback'))
      .split(/\n+/)
      .filter(line => line.trim() !== ''),
    points: Number.isFinite(points) && points > 0 ? points : null,
    hints: all(question, 'hint')
      .map(hint => plain(textIn(hint)))
      .filter(hint => hint !== ''),
    wrong: answers
      .filter(({ share, text, feedback }) => share < 100 && text !== '*' && feedback !== '')
      .map(({ text, feedback }) => ({ answer: text, feedback })),
  };
}

const all = (parent: Element, name: string): Element[] =>
  [...parent.getElementsByTagName(name)].filter(child => child.parentNode === parent);
const textContent = (parent: Element, name: string): string => all(parent, name)[0]?.textContent ?? '';
const textIn = (element: Element): string => all(element, 'text')[0]?.textContent ?? '';
const childText = (parent: Element, name: string): string => all(parent, name).map(textIn)[0] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** HTML as text, Moodle's marks of mathematics as dollars. */
const plain = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\\\(([\s\S]*?)\\\)/g, (_, maths: string) => `$${maths.trim()}$`)
    .replace(/\\\[([\s\S]*?)\\\]/g, (_, maths: string) => `$$${maths.trim()}$$`)
    .trim();

const ITEM = /^\s*(?:\d+[.)]|[-*+])\s+(.*)$/;
const ANSWER = /^\s*(?:[*_]*)answer[*_]*\s*:[*_]*\s*(.+)$/i;

function fromList(text: string): readonly Imported[] {
  const items: { text: string[]; answer: string | null }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const answer = ANSWER.exec(line.replace(/^\s*[-*+]\s+/, ''))?.[1];
    const item = ITEM.exec(line)?.[1];
    const open = items.at(-1);
    if (answer !== undefined && open) open.answer = answer.trim();
    else if (item !== undefined) items.push({ text: [item], answer: null });
    else if (open && /^\s+\S/.test(line)) open.text.push(line.trim());
  }
  return items.map(({ text: lines, answer }, i) => ({
    title: `${i + 1}. Problem`,
    text: lines.join('\n'),
    answer,
    solution: [],
    points: null,
    hints: [],
    wrong: [],
  }));
}

/** The file of a set. Every text is quoted, so that none of it is taken for YAML. */
function written(title: string, problems: readonly Imported[]): string {
  const used = new Set<string>();
  const parts = problems.map(({ title: own, text, answer, solution, points, hints, wrong }, i) => {
    let id = slug(own);
    while (used.has(id)) id = `${id}-${i + 1}`;
    used.add(id);
    const q = (value: string): string => JSON.stringify(value);
    const block = [
      `id: ${id}`,
      ...(answer === null ? [] : [`answer: ${q(answer)}`]),
      ...(points === null ? [] : [`points: ${points}`]),
      ...(solution.length === 0 ? [] : ['solution:', ...solution.map(line => `  - ${q(line)}`)]),
      ...(hints.length === 0 ? [] : ['hints:', ...hints.map(hint => `  - ${q(hint)}`)]),
      ...(wrong.length === 0 ? [] : ['wrong:', ...wrong.map(one => `  - { answer: ${q(one.answer)}, feedback: ${q(one.feedback)} }`)]),
    ];
    return `## ${own.replace(/\s+/g, ' ')}\n\n${text.replace(/^(#{1,6}|```)/gm, '\\$1')}\n\n\`\`\`yaml\n${block.join('\n')}\n\`\`\`\n`;
  });
  return `---\nproblem-set: 1\n---\n\n# ${title.replace(/\s+/g, ' ')}\n\n${parts.join('\n')}`;
}
