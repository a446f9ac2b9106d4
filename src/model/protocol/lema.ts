import { FENCE_RULE, fenced, oneLine } from './fence.ts';
import type { Protocol, Reading, Task, Unread } from './protocol.ts';
import { answerIn, isNone, stepNumber, withoutThinking } from './reply.ts';

/**
 * The text form of LeMa (An et al., arXiv 2310.20689), which models trained on mistakes know: 'Incorrect Step', 'Explanation', 'Correct Solution'
 * from that step on, 'The answer is …'. Unlike there, a solution may be right: its incorrect step is 'None'. Training data are written here too.
 */
const INSTRUCTION = `For the following math problem, the original solution may contain errors. Identify the first incorrect step, explain why it is incorrect, and provide the correct solution starting from that step. If every step is right, the incorrect step is None.
${FENCE_RULE}
Answer in this form:
Incorrect Step: Step k.
Explanation: why step k is incorrect
Correct Solution:
Step k: the corrected step
The answer is N.`;

/** Every run of space or emphasis is bounded, so that reading takes time in proportion to the reply. */
const LABELS = {
  step: /\bincorrect steps?\b[*_ \t]{0,4}:[*_]{0,4}/i,
  explanation: /\bexplanation[*_ \t]{0,4}:[*_]{0,4}/i,
  solution: /\bcorrect(?:ed)? solution\b[^\n:]{0,40}:[*_]{0,4}/i,
} as const;

const STEP_MARK = /(?:^|\n)[ \t*#_>-]{0,12}step[ \t]{0,4}(\d{1,6})[ *_]{0,4}[:.)][*_]{0,4}/gi;
const NEXT_PROBLEM = /\n[*# \t]{0,8}(?:question|original solution|incorrect steps?)[* \t]{0,4}:/i;
const BRACKET_LINE = /(?:^|\n)[ \t]{0,8}(?:[{}]|\.{3}|```\w{0,12})[ \t]{0,8}(?=\n|$)/g;
const ANSWER_LINE = /\n[* \t]{0,8}(?:therefore, |so, )?the (?:final )?answer is[^\n]*/i;

export const lemaProtocol: Protocol = {
  name: 'lema',
  write: task => [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: `${fenced(writeTask(task))}\nIncorrect Step:` },
  ],
  read: readLema,
};

function writeTask({ problem, steps, stated }: Task): string {
  const lines = steps.map((step, index) => `Step ${index + 1}: ${oneLine(step)}`);
  return [`Question: ${oneLine(problem)}`, 'Original Solution:', ...lines, ...(stated ? [`The answer is ${oneLine(stated)}`] : [])].join(
    '\n',
  );
}

/** The reply that a model should have given: what it is trained to say after the prompt's last words. `readLema` reads it back. */
export function writeLemaReply({ step, explanation, correctSteps, answer }: Reading): string {
  if (step === null) return ' None.';
  return [
    ` Step ${step}.`,
    `Explanation: ${oneLine(explanation)}`,
    'Correct Solution:',
    ...correctSteps.map((text, index) => `Step ${step + index}: ${oneLine(text)}`),
    ...(answer === null ? [] : [`The answer is ${oneLine(answer)}.`]),
  ].join('\n');
}

/** Reads a reply in the form above, and what small models make of it: bold labels, all on one line, other problems invented after the first. */
function readLema(reply: string, complete: boolean): Reading | Unread {
  const said = withoutThinking(reply);
  const label = LABELS.step.exec(said);
  const reasonAt = LABELS.explanation.exec(said)?.index ?? said.length;
  const named = label !== null && label.index < reasonAt ? label : null;
  const [head, rest] = cut(firstOnly(named ? said.slice(named.index + named[0].length) : said), LABELS.explanation);
  const [shortHead, withoutExplanation] = rest === null ? cut(head, LABELS.solution) : [head, null];
  const [reason, corrected] = rest === null ? ['', withoutExplanation] : cut(rest, LABELS.solution);
  if (isNone(shortHead)) return { step: null, explanation: oneLine(reason), correctSteps: [], answer: null };
  const step = named || rest !== null || corrected !== null ? stepNumber(shortHead) : null;
  if (step === null) return unread(complete, 'it names no incorrect step');
  const explanation = oneLine(reason) || oneLine(shortHead.replace(/^[\s*_#]*(?:step\s*)?#?\d+[*_\s]*[.:,)]?/i, ''));
  if (explanation === '') return unread(complete, 'it names a step and does not say why');
  const { steps, answer } = readSolution(corrected ?? '', step);
  if (!complete && answer === null) return { problem: 'cut-off', why: 'it ran into its length limit' };
  return { step, explanation, correctSteps: steps, answer };
}

const unread = (complete: boolean, why: string): Unread =>
  complete ? { problem: 'nonsense', why } : { problem: 'cut-off', why: 'it ran into its length limit' };

/** What stands before and after the first match. */
function cut(text: string, label: RegExp): [string, string | null] {
  const found = label.exec(text);
  return found ? [withoutTrailingMarks(text.slice(0, found.index)), text.slice(found.index + found[0].length)] : [text, null];
}

/** Without the emphasis that belongs to the label after it. */
function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && '*#_ \t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The reply to this problem alone: a model that goes on with another question is not followed. */
function firstOnly(text: string): string {
  const next = NEXT_PROBLEM.exec(text);
  return next ? text.slice(0, next.index) : text;
}

/** Steps from `first` on; earlier ones that the model repeats are left out, and so are brackets and ellipses around them. */
function readSolution(text: string, first: number): { steps: string[]; answer: string | null } {
  const answer = answerIn(text);
  const marks = [...text.matchAll(STEP_MARK)];
  const pieces =
    marks.length === 0
      ? text.split('\n').map(line => ({ number: first, text: line }))
      : marks.map((mark, index) => ({
          number: Number(mark[1]),
          text: text.slice(mark.index + mark[0].length, marks[index + 1]?.index),
        }));
  const steps = pieces
    .filter(piece => piece.number >= first)
    .map(piece => oneLine(`\n${piece.text}`.replace(BRACKET_LINE, '\n').replace(ANSWER_LINE, '')))
    .filter(step => step !== '' && !/^(?:the (?:final )?answer is|answer:)/i.test(step) && !/^[{}.…\s]*$/.test(step));
  return { steps, answer };
}
