/** What all protocols share in reading a reply. */

/** The reply without what a reasoning model thought aloud. A thought that does not end leaves nothing. */
export function withoutThinking(reply: string): string {
  const after = reply.lastIndexOf('</think>');
  return after >= 0 ? reply.slice(after + '</think>'.length) : reply.replace(/^\s*<think>[\s\S]*$/, '');
}

/** True for every way of saying that no step is wrong. */
export function isNone(text: string): boolean {
  return /^[\s*_"'[(]*(?:none\b|no (?:incorrect |wrong )?(?:steps?|errors?|mistakes?)\b|nothing\b|n\/a\b|null\b|there (?:is|are) no\b|(?:all|every) (?:of the )?steps?\b[^.\n]*\b(?:correct|right)\b)/i.test(
    text,
  );
}

/** The first step number named: `Step 2`, `#2`, `2`. Null when there is none. */
export function stepNumber(text: string): number | null {
  const found = /\bstep\s{0,3}#?\s{0,3}(\d{1,6})\b/i.exec(text) ?? /^[\s*_"'[(#]*(\d{1,6})\b(?!\s*[-+*/=×÷^,.]\s*\d)/.exec(text);
  return found ? Number(found[1]) : null;
}

const ANSWER = /(?:\bthe (?:final |correct )?answer is|(?:^|\n)[ \t*#>-]{0,8}(?:final )?answer[* \t]{0,4}:)[:* \t]{0,8}([^\n]+)/gi;

/** The final answer a text states last: 'The answer is 12.', 'Answer: 12', '\boxed{12}'. */
export function answerIn(text: string): string | null {
  const stated = [...text.matchAll(ANSWER)].at(-1)?.[1];
  const boxed = [...text.matchAll(/\\boxed\{((?:[^{}]|\{[^{}]*\})*)\}/g)].at(-1)?.[1];
  return cleanAnswer(stated ?? boxed ?? '');
}

/** An answer without emphasis, a full stop or dollar signs around it; null when nothing is left. */
export function cleanAnswer(text: string): string | null {
  const plain = text
    .replace(/\*\*|__|`/g, '')
    .replace(/\\boxed\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1')
    .replace(/\.\s*$/, '')
    .trim();
  const bare = /^\$\$?([^$]*)\$\$?$/.exec(plain)?.[1]?.trim() ?? plain;
  return bare === '' ? null : bare;
}
