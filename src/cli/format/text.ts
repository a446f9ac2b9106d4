import { styleText } from 'node:util';
import type { Correction, Notice } from '../../correction/records.ts';
import { coverage, headline, mistakeOf, quietLine, type Report, type Unreadable } from '../report.ts';

type Style = Parameters<typeof styleText>[0];
const style = (how: Style, text: string) => styleText(how, text, { stream: process.stdout });

/** Compiler-like text with a caret under the term; colours when the terminal has them. */
export function formatText(reports: readonly Report[], unreadable: readonly Unreadable[], options: { hints: boolean }): string {
  const blocks = reports.map(r => block(r, options.hints));
  const troubles = unreadable.map(u => `${style('bold', u.file)}: ${style('yellow', 'cannot be checked')}: ${u.message}`);
  return `${[...blocks, ...troubles, summary(reports)].join('\n')}\n`;
}

function block(r: Report, hints: boolean): string {
  const cell = r.cell === undefined ? '' : `#cell${r.cell}`;
  const where = style('bold', `${r.file}${cell}:${r.place.line}:${r.place.column}:`);
  const correction = mistakeOf(r);
  const title = r.title === '' ? '' : ` (${r.title})`;
  const trouble = r.trouble === undefined ? [] : [style('yellow', `  ${r.trouble}`)];
  if (correction === null) return [`${where} ${style('green', quietLine(r))}${title}`, ...remarks(r), ...trouble].join('\n');
  return [
    `${where} ${style('red', headline(correction))}${title}`,
    ...pointer(r),
    ...(hints ? hintLines(correction) : correctionLines(correction)),
    ...remarks(r),
    ...trouble,
    '',
  ].join('\n');
}

const REMARKED: ReadonlySet<Notice['kind']> = new Set(['off-path', 'unsimplified', 'skipped', 'accidental']);

/** What is worth saying of lines that are no mistakes. */
function remarks({ checked: { verdicts } }: Report): string[] {
  return verdicts.flatMap(({ notices }, step) =>
    notices.filter(({ kind }) => REMARKED.has(kind)).map(({ message }) => style('dim', `  Line ${step + 1}: ${message}`)),
  );
}

/** The line with carets under the term. A term that goes on over the line's end is marked to the end of its first line. */
function pointer(r: Report): string[] {
  const line = r.excerpt[0] ?? '';
  const from = r.place.column - 1;
  const to = r.place.endLine === r.place.line ? r.place.endColumn - 1 : line.length;
  const window = 100;
  const start = line.length <= window || to <= window ? 0 : Math.max(0, from - 40);
  const shown = line.slice(start, start + Math.max(window, Math.min(to - start, 2 * window)));
  const number = String(r.place.line).padStart(5);
  const before = (start > 0 ? '… ' : '') + shown.slice(0, from - start);
  const marks = '^'.repeat(Math.max(1, width(shown.slice(from - start, to - start))));
  return [style('dim', `${number} | `) + (start > 0 ? '… ' : '') + shown, `${' '.repeat(8 + width(before))}${style('red', marks)}`];
}

/** Columns a terminal gives to the text: wide for CJK and emoji, none for combining marks. */
function width(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    columns += /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(segment) ? 2 : 1;
  }
  return columns;
}

function correctionLines(c: Correction): string[] {
  return [
    `  ${style('bold', 'Why:')} ${c.explanation}`,
    ...(c.correctSteps.length > 0
      ? [`  ${style('bold', c.verified ? 'Correction from here:' : 'Correction from here (not verified):')}`]
      : []),
    ...c.correctSteps.map(step => `    ${style('green', step.replace(/\s*\n\s*/g, ' '))}`),
    ...(c.answer !== null ? [`  ${style('bold', 'Answer:')} ${c.answer}`] : []),
    style('dim', `  Decided by: ${DECIDED[c.evidence]}`),
  ];
}

const DECIDED: Record<Correction['evidence'], string> = {
  proved: 'proof (the step checker)',
  answer: 'the known answer',
  model: 'a model, without proof',
};

function hintLines(c: Correction): string[] {
  return c.hints.filter(h => h.rung !== 'correction').map((h, i) => `  ${style('bold', `Hint ${i + 1}:`)} ${h.text}`);
}

function summary(reports: readonly Report[]): string {
  const wrong = reports.filter(r => mistakeOf(r) !== null).length;
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  if (reports.length === 0) return 'no solutions found';
  const only = reports.length === 1 && reports[0] ? `, ${coverage(reports[0])}` : '';
  return `${count(reports.length, 'solution')}, ${wrong === 0 ? 'no mistake found' : `${wrong} with a mistake`}${only}`;
}
