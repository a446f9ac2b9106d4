import { plainNumber } from '../exercises/answers.ts';
import type { Distractor } from '../exercises/distractors.ts';
import type { Problem, ProblemSet } from '../set/set.ts';

/** Text for XML: what could end or open an element, and signs that XML 1.0 does not allow, are gone. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign] ?? sign);
}

/** The set as Moodle XML: numerical, multiple choice where there are distractors, else short answer. Mathematics stays as `\( … \)`, which Moodle typesets. */
export function moodleXml(set: ProblemSet, problems: readonly Problem[], distractors: (problem: Problem) => readonly Distractor[]): string {
  const questions = problems.map(problem => question(problem, distractors(problem)));
  return quiz(set, questions);
}

/** A quiz of questions that are written already, in a category of the set's name. */
export function quiz(set: ProblemSet, questions: readonly string[]): string {
  const category = `  <question type="category"><category><text>$course$/${escapeXml(set.title)}</text></category></question>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${category}\n${questions.join('\n')}\n</quiz>\n`;
}

/** One question: numerical, multiple choice where there are distractors, else short answer; an essay where no answer is known. */
export function question({ id, title, text, answer, points, solution, hints }: Problem, others: readonly Distractor[]): string {
  const number = answer === null ? null : plainNumber(answer);
  const type = answer === null ? 'essay' : others.length > 0 ? 'multichoice' : number !== null ? 'numerical' : 'shortanswer';
  const right = answer === null ? [] : [answerElement(100, type === 'numerical' ? String(number) : shown(answer, type), '', type)];
  const wrong = type === 'multichoice' ? others.map(o => answerElement(0, shown(o.answer, type), o.why, type)) : [];
  return [
    `  <question type="${type}">`,
    `    <name><text>${escapeXml(title)}</text></name>`,
    `    <questiontext format="markdown"><text>${escapeXml(inMoodle(text))}</text></questiontext>`,
    `    <generalfeedback format="markdown"><text>${escapeXml(solution.join('\n\n'))}</text></generalfeedback>`,
    `    <defaultgrade>${points}</defaultgrade>`,
    `    <idnumber>${escapeXml(id)}</idnumber>`,
    ...(type === 'multichoice' ? ['    <single>true</single>', '    <shuffleanswers>true</shuffleanswers>'] : []),
    ...[...right, ...wrong],
    ...hints.map(hint => `    <hint format="markdown"><text>${escapeXml(hint)}</text></hint>`),
    '  </question>',
  ].join('\n');
}

function answerElement(fraction: number, text: string, feedback: string, type: string): string {
  const tolerance = type === 'numerical' ? '<tolerance>0</tolerance>' : '';
  return `    <answer fraction="${fraction}" format="${type === 'multichoice' ? 'markdown' : 'moodle_auto_format'}"><text>${escapeXml(text)}</text>${tolerance}<feedback format="markdown"><text>${escapeXml(feedback)}</text></feedback></answer>`;
}

/** An option is typeset; an answer that is typed is compared as it stands. */
const shown = (answer: string, type: string): string => (type === 'multichoice' && !answer.includes('$') ? `\\(${answer}\\)` : answer);

/** Moodle's own marks of mathematics. */
export const inMoodle = (text: string): string =>
  text.replace(/\$\$([^$]+)\$\$/g, '\\[$1\\]').replace(/(?<!\\)\$(?!\s)([^$\n]*[^$\s\\])\$(?!\d)/g, '\\($1\\)');
