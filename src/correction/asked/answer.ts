import type { Expr } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import type { Claim, Solution, Step } from '../../solution/solution.ts';
import { lettersIn } from '../letters.ts';

/** The answer that the work ends with. */
export interface Answer {
  readonly step: number;
  /** What the answer is said of: `area`, `x`; empty for a bare value. */
  readonly subject: string;
  /** It is called the answer. */
  readonly labelled: boolean;
  /** It begins with the sign of equality: the end of a chain from above. */
  readonly continues: boolean;
  readonly value: Expr;
  /** The side the answer was calculated from in its own line, when it was. */
  readonly from: Expr | null;
  readonly claim: Claim;
}

const LABEL =
  /^\s*(?:[-*•]\s+)?(?:yes|no)?,?\s*(?:(?:so|thus|therefore|hence|∴|finally|and)[,:]?\s+)?(?:(?:the|my|our|final)\s+)*(?:answer|ans|result|solution)\s*(?:is|are|=|:|\.)+\s*/i;
const SUBJECT =
  /^\s*(?:(?:so|thus|therefore|hence|∴|finally|and)[,:]?\s+)?(?:the\s+|its\s+)?([\p{L}][\p{L} -]{0,40}?(?:'s)?)\s*(?:is|are|equals|=|:)\s+(?=[-−–$(\\√.\d])/iu;
/** Nouns and units that may stand behind a value. */
const BEHIND =
  /^(.*?[\d)}\]πi%°!])\s*(?:\\?,)?\s*(?!(?:ln|lg|log|exp|sqrt|root|(?:arc)?(?:sin|cos|tan)|cot|sec|csc)(?![\p{L}]))(?:[\p{L}]{2,}[\p{L}²³^23/ ]*|cm|mm|m|km|[cmk]?m[²³]|[cmk]?m\^[23])$/iu;

/** `7/m + 6m`: an m that stands in the value too is a letter of it. */
const LETTER = /(?<!\p{L}|\d )m(?!\p{L}).*\dm$/u;

/** Words between two numbers: they say more than one value. */
const TOLD = /\d\s+\p{L}{2,}(?:\s+\p{L}+)*\s+\$?\d/u;

/** Reads the last line as an answer. Null when it says more, or less, than one value. */
export function answerOf({ steps }: Solution): Answer | null {
  const step = steps.length - 1;
  const last = steps[step];
  if (!last || last.text.length > 160) return null;
  return readAnswer(step, last.text, last.range.start) ?? readAnswer(step, ...behindSo(last)) ?? onlyNumber(step, last);
}

/** What an answer is said of when it is the only number of a sentence: `So Ann had run 21 laps.` */
export const IN_WORDS = 'in words';

const SENTENCE = /^([^\d=<>]*?(?<![\d.,]))(\$?\d+(?:,\d{3})*(?:\.\d+)?)(?: [A-Za-z]+){0,5}[.!]?\s*$/;

function onlyNumber(step: number, { text, range }: Step): Answer | null {
  const [, before, number] = SENTENCE.exec(text) ?? [];
  if (before === undefined || number === undefined || !/\p{L}{2}/u.test(before)) return null;
  const found = readAnswer(step, number, range.start + before.length);
  return found && { ...found, subject: IN_WORDS };
}

/** The clause that a 'so' opens at the end of a line: `9/3 = x/15, so x = 45`. */
function behindSo({ text, range }: Step): readonly [text: string, start: number] {
  const at = /^.*[,;.]\s+(?:and\s+)?(?:so|thus|therefore|hence|then|which means)[,:]?\s+/is.exec(text)?.[0].length ?? text.length;
  return [text.slice(at), range.start + at];
}

function readAnswer(step: number, line: string, offset: number): Answer | null {
  const label = LABEL.exec(line)?.[0] ?? '';
  const opened = label !== '' ? label : (SUBJECT.exec(line)?.[0] ?? '');
  const subject = label === '' && opened !== '' ? (SUBJECT.exec(line)?.[1] ?? '') : '';
  const start = opened.length + (/^\s*[$*]*/.exec(line.slice(opened.length))?.[0].replace(/\$(?=\d)/, '').length ?? 0);
  const rest = line.slice(start).replace(/[\s.$*!]+$/, '');
  const said = label === '' ? rest : rest.replace(/\s+(?:in|for|each|because|since|as)\s[^\d]*$/i, '');
  const plain = /[a-z\d)²³] (?:is|are|has|have) an?\s/i.test(said) || LETTER.test(said);
  const text = plain ? said : (BEHIND.exec(said)?.[1] ?? said);
  if (TOLD.test(text)) return null;
  const range = { start: offset + start, end: offset + start + text.length };
  const { statement, problems, leading } = parseStatement(' '.repeat(range.start) + text, { start: range.start });
  if (
    statement?.kind !== 'chain' ||
    problems.length > 0 ||
    (leading !== undefined && leading !== '=') ||
    statement.relations.some(r => r !== '=' && r !== '≈')
  )
    return null;
  const [first] = statement.sides;
  const value = statement.sides.at(-1);
  if (
    !first ||
    !value ||
    lettersIn(statement).some(name => name.includes(' ')) ||
    statement.sides.some(side => side.kind === 'list' || side.kind === 'plusminus')
  )
    return null;
  const claim: Claim = { text, range, statement, problems: [], link: 'derived', setting: 'display' };
  const named = subject === '' && statement.sides.length > 1 && first.kind === 'symbol' ? first.name : subject;
  const calculated = statement.sides.length > 1 && named === '' ? first : null;
  return { step, subject: named, labelled: label !== '', continues: leading !== undefined, value, from: calculated, claim };
}
