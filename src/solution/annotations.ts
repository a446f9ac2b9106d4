import type { Edit } from './mask.ts';

/** An operation on both sides, as it is noted beside a line: `·10`, `:3`, `−5x`, `+(x+2)`. */
const OPERATION = String.raw`[-+−–×·⋅*÷:/]\s*(?:\([^()\n]{1,16}\)|[\w.πθ²³√]{1,8}(?:\([^()\n]{1,12}\))?)`;
/** `×10: 2x = 5`, `[−5x] 2x = 5`, `| :3  2x = 5` at the head of a line. */
const BEFORE = new RegExp(
  String.raw`^[ \t]*(?:\|\s*)?(?:\[\s*${OPERATION}\s*\]\s*:?|(?:\(\s*)?${OPERATION}\s*\)?\s*:)(?=\s+\S[^\n]*[=<>≤≥≠])`,
  'g',
);
/** `2x = 5 | ·10`, `2x = 6 /:2`, `x = 4 [−5x]`, `x² = 4 |√` at the end of a line. */
const BEHIND = new RegExp(
  String.raw`(?<=[=<>≤≥≠][^=<>≤≥≠\n]*)[ \t]*(?:[|‖][ \t]*(?:${OPERATION}|√|\^2|\(\s*\)²)|[ \t]\/{1,2}[ \t]*[+×·⋅*÷:][ \t]*[\w.]{1,8}|[ \t]\[[ \t]*${OPERATION}[ \t]*\]|[ \t]\([ \t]*[×·⋅÷:][ \t]*[\w.]{1,8}[ \t]*\))[ \t]*$`,
  'g',
);
/** The number of an equation behind it, set apart by a blank: `x + y = 5 (I)`, `2x − y = 1 (2),`. */
const NUMBERED =
  /(?<=[a-z][^=\n]*=[^=\n,;()]*[\w²³)])(?:[ \t]|\\q?quad(?![a-z]))+[[(]([IVX]{1,4}|[ivx]{1,4}|\d|[A-E]|\*{1,3})[\])](?=[ \t]*(?:$|[,;.](?:\s|$)|and\b|\$|\\\\|\\end\b))/g;

/** A tick or a cross behind a line, and 'i.e.' between two statements, which reads as an arrow. */
const TICK = /[ \t]*[✓✔☑✅√](?=[ \t]*(?:$|[.,;)](?:\s|$)))(?<=[\w)}\]²³°%€$][ \t]*[✓✔☑✅]|[ \t]√)/g;
const THAT_IS = /(?<=[\w)}\]²³$][ \t]*)[,;]?[ \t]*\b(?:i\.[ ]?e\.|d\.[ ]?h\.)[,:]?(?=[ \t]+\S)/g;

/** Notes and numbers stand beside relations only. */
const RELATION = /[=<>≤≥≠]/;

/** Longer lines are no lines that a person wrote: they are left as they are, so that the work stays linear. */
const LONGEST = 400;

/** What stands beside a line and is no part of it, as blanks: the operation on both sides, and the numbers of equations where there are two at least. */
export function annotationsIn(text: string): Edit[] {
  const numbers: Edit[] = [];
  const names = new Set<string | undefined>();
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const related = RELATION.test(line);
    const found = (pattern: RegExp, may = related): RegExpExecArray[] => (may && line.length <= LONGEST ? [...line.matchAll(pattern)] : []);
    const edit = ({ index, 0: whole }: RegExpExecArray): Edit => ({ start: start + index, end: start + index + whole.length });
    edits.push(...found(BEFORE).map(edit));
    edits.push(
      ...found(BEHIND)
        .filter(match => !match[0].includes('|') || line.split('|').length % 2 === 0)
        .map(edit),
    );
    edits.push(...found(TICK, /[✓✔☑✅√]/.test(line)).map(edit));
    edits.push(...found(THAT_IS, /[eh]\./.test(line)).map(match => ({ ...edit(match), by: match[0].startsWith(' ') ? ' ⇒' : '⇒' })));
    for (const match of found(NUMBERED)) {
      names.add(match[1]);
      numbers.push(edit(match));
    }
    start += line.length + 1;
  }
  return names.size > 1 ? [...edits, ...numbers] : edits;
}
