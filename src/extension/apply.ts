import type { Range } from '../solution/solution.ts';
import type { DocumentReport, SolutionReport, StepReport } from './checking/report.ts';
import { bareMaths, hasWords } from './lines.ts';

/** One replacement in a document. Edits of one correction never overlap. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * The edits that put a correction in place: each step from the wrong one on becomes a corrected one, in the layout of the line it replaces
 * (list marker, `$…$`, `align` row); what is left over of either is added after the last step or taken out with its line; a stated answer
 * becomes the right one. Everything between the steps stays as it is. Empty when there is nothing to correct.
 */
export function correctionEdits(text: string, { format }: DocumentReport, solution: SolutionReport): readonly TextEdit[] {
  if (solution.finding.kind !== 'mistake') return [];
  const { step: first, correctSteps, answer } = solution.finding.correction;
  const { statedAnswer } = solution;
  const plain = format === 'text';
  const old = solution.steps
    .slice(first)
    .filter(({ claims, range }, index) => (index === 0 || claims.length > 0) && !(statedAnswer && overlaps(range, statedAnswer.range)));
  const edits: TextEdit[] = old.slice(0, correctSteps.length).map((step, index) => ({
    range: step.range,
    text: fitted(text, step, correctSteps[index] ?? '', plain, index === 0 || correctSteps.length === old.length),
  }));
  const last = old[edits.length - 1];
  const extra = correctSteps.slice(old.length);
  if (last && extra.length > 0)
    edits.push({ range: { start: last.range.end, end: last.range.end }, text: addition(text, last, extra, plain) });
  if (last) for (const step of old.slice(correctSteps.length)) edits.push({ range: withItsLine(text, step.range), text: '' });
  const right = answer ?? (last ? null : (correctSteps.at(-1) ?? null));
  const stated = right !== null && statedAnswer ? answerEdit(text, statedAnswer.range, right) : null;
  if (stated) edits.push(stated);
  return merge(edits.filter(edit => edit.text !== text.slice(edit.range.start, edit.range.end)));
}

/** The corrected line as it stands in place of `step`. */
function fitted(text: string, step: StepReport, corrected: string, plain: boolean, keepWords: boolean): string {
  const own = text.slice(step.range.start, step.range.end);
  const maths = bareMaths(corrected);
  const firstClaim = step.claims[0];
  const lastClaim = step.claims.at(-1);
  if (maths === null) return corrected.trim();
  if (!firstClaim || !lastClaim) return plain ? maths : `$${maths}$`;
  const label = LABEL.exec(own)?.[0] ?? '';
  let before = own.slice(label.length, firstClaim.range.start - step.range.start);
  let after = own.slice(lastClaim.range.end - step.range.start);
  if (!keepWords || step.claims.length > 1) {
    before = /(?:\${1,2}|\\[([])\s*$/.exec(before)?.[0] ?? (hasWords(before) ? '' : before);
    after = /^\s*(?:\${1,2}|\\[)\]])[.,;]?/.exec(after)?.[0] ?? (hasWords(after) ? '' : after);
  }
  const delimited = /(?:\$|\\[([])\s*$/.test(before) || inDisplay(text, step.range);
  const body = aligned(maths, own);
  return delimited || plain || !maths.includes('\\') ? label + before + body + after : `${label}${before}$${body}$${after}`;
}

const LABEL = /^\s*(?:step|line)\s+\d+\s*[:.)]\s*/i;

/** An `align` row keeps its `&` before the relation. */
function aligned(maths: string, own: string): string {
  return own.includes('&') && !maths.includes('&')
    ? maths.replace(/\s*(=|<|>|≤|≥|≈|\\leq?\b|\\geq?\b|\\approx\b)\s*/, ' &$1 ').trim()
    : maths;
}

/** Whether a range stands within an open display environment, where no `$` is needed. */
function inDisplay(text: string, { start }: Range): boolean {
  const above = text.slice(Math.max(0, start - 4000), start);
  const environments = [
    ...above.matchAll(/\\(begin|end)\{(?:align|aligned|gather|equation|eqnarray|split|multline|alignat|flalign|gathered)\*?\}/g),
  ];
  if (environments.at(-1)?.[1] === 'begin') return true;
  const paragraph = above.split(/\r?\n[ \t]*\r?\n/).at(-1) ?? '';
  return (paragraph.match(/(?<!\\)\$\$/g)?.length ?? 0) % 2 === 1 || paragraph.lastIndexOf('\\[') > paragraph.lastIndexOf('\\]');
}

const ROW_END = /^[ \t]*\\\\(?:\[[^\]\n]*\])?/;

/** Lines after the last step, each laid out as it is: next list number, same marker and indentation, or another `align` row. */
function addition(text: string, last: StepReport, lines: readonly string[], plain: boolean): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const prefix = text.slice(lineStart, last.range.start);
  const row = inDisplay(text, last.range);
  const marker = hasWords(prefix.replace(/^\s*(?:step|line|item)\b/i, '')) ? '' : prefix;
  const blank = !row && marker.trim() === '' && !plain ? eol : '';
  return lines
    .map((line, index) => {
      const numbered = marker.replace(/\d+/, digits => String(Number(digits) + index + 1));
      const next = fitted(text, last, line, plain, false).replace(
        /^(\s*(?:step|line)\s+)(\d+)/i,
        (_, word, digits) => `${word}${Number(digits) + index + 1}`,
      );
      return `${row ? ' \\\\' : ''}${eol}${blank}${numbered}${next}`;
    })
    .join('');
}

/** The range with its whole line when nothing else stands there but a list marker or a row end. */
function withItsLine(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  const alone =
    /^\s*(?:(?:step\s+)?\(?\d+[.):]|[-*+•]|\\item|\\\[|\${2})?\s*$/i.test(before) &&
    /^\s*(?:\\\\(?:\[[^\]\n]*\])?|\\\]|\${2})?\s*$/.test(after);
  if (alone) return { start: lineStart, end: lineEnd };
  const rowEnd = ROW_END.exec(after)?.[0].length ?? 0;
  return { start, end: end + rowEnd };
}

/** The stated answer with the right value in its place; null when it says so already. */
function answerEdit(text: string, { start, end }: Range, answer: string): TextEdit | null {
  const own = text.slice(start, end);
  const lead = /^[\s\S]*?(?:answer|result|solution)s?\b(?:\s*(?:is|are))?[*_\s]*[:=]?[*_\s]*/i.exec(own)?.[0] ?? '';
  const rest = own.slice(lead.length);
  const bare = bareMaths(answer) ?? answer;
  if (squash(rest).includes(squash(bare))) return null;
  const open = /^(?:\${1,2}|\\[([])/.exec(rest)?.[0] ?? '';
  const close = open ? (/(?:\${1,2}|\\[)\]])(?=[.\s*_]*$)/.exec(rest)?.[0] ?? '') : '';
  const tail = /[.\s*_]*$/.exec(rest)?.[0] ?? '';
  const wrapped = open && close ? `${open}${bare}${close}` : bare.includes('\\') && !inDisplay(text, { start, end }) ? `$${bare}$` : bare;
  return { range: { start: start + lead.length, end }, text: wrapped + tail };
}

const squash = (value: string): string => value.replace(/[\s$\\,{}]/g, '');

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** In document order; where taking out a line touches another edit, the later start gives way. */
function merge(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let reached = 0;
  return sorted.map(({ range, text }) => {
    const start = Math.max(range.start, reached);
    reached = Math.max(reached, range.end);
    return { range: { start, end: Math.max(start, range.end) }, text };
  });
}
