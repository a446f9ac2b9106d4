import type { Expr } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import type { Claim, Solution } from '../../solution/solution.ts';

/** The answer that the work ends with. */
export interface Answer {
  readonly step: number;
  /** What the answer is said of: `area`, `x`; empty for a bare value. */
  readonly subject: string;
  /** It is called the answer. */
  readonly labelled: boolean;
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
const BEHIND = /^(.*?[\d)}\]πi%°!])\s*(?:\\?,)?\s*(?:[\p{L}]{2,}[\p{L}²³^23/ ]*|cm|mm|m|km|[cmk]?m[²³]|[cmk]?m\^[23])$/iu;

/** Reads the last line as an answer. Null when it says more, or less, than one value. */
export function answerOf({ steps }: Solution): Answer | null {
  const step = steps.length - 1;
  const last = steps[step];
  if (!last || last.text.length > 160) return null;
  const label = LABEL.exec(last.text)?.[0] ?? '';
  const opened = label !== '' ? label : (SUBJECT.exec(last.text)?.[0] ?? '');
  const subject = label === '' && opened !== '' ? (SUBJECT.exec(last.text)?.[1] ?? '') : '';
  const start = opened.length + (/^\s*[$*]*/.exec(last.text.slice(opened.length))?.[0].replace(/\$(?=\d)/, '').length ?? 0);
  const rest = last.text.slice(start).replace(/[\s.$*!]+$/, '');
  const said = label === '' ? rest : rest.replace(/\s+(?:in|for|each|because|since|as)\s[^\d]*$/i, '');
  const text = BEHIND.exec(said)?.[1] ?? said;
  const range = { start: last.range.start + start, end: last.range.start + start + text.length };
  const { statement, problems, leading } = parseStatement(' '.repeat(range.start) + text, { start: range.start });
  if (statement?.kind !== 'chain' || problems.length > 0 || leading !== undefined || statement.relations.some(r => r !== '=' && r !== '≈'))
    return null;
  const [first] = statement.sides;
  const value = statement.sides.at(-1);
  if (!first || !value || statement.sides.some(side => side.kind === 'list' || side.kind === 'plusminus')) return null;
  const claim: Claim = { text, range, statement, problems: [], link: 'derived', setting: 'display' };
  const named = subject === '' && statement.sides.length > 1 && first.kind === 'symbol' ? first.name : subject;
  const calculated = statement.sides.length > 1 && named === '' ? first : null;
  return { step, subject: named, labelled: label !== '', value, from: calculated, claim };
}
