import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';

/** A side of a chain of equals as it stands in a step; `expr` is null where it could not be read. */
export interface Side {
  readonly text: string;
  /** Where it stands in the text of its step. */
  readonly at: number;
  readonly expr: Expr | null;
}

/** A chain of equals in a step, with the words before it. */
export interface Written {
  readonly lead: string;
  /** The sign that it begins with: it goes on from the line above. */
  readonly opening: '=' | '→' | '';
  readonly sides: readonly Side[];
}

const END =
  /;(?=\s|$)|\s(?:→|->)\s(?=[^=≈→]*[=≈])|⇒|⟹|\\(?:Rightarrow|implies)(?![a-zA-Z])|∴|\.\s+(?=\S)|,\s+(?=(?:so|hence|thus|therefore|then|and)\b)|(?:,|\band)\s+(?=[^=,]{1,16}=)/g;
const FUNCTION =
  'sin|cos|tan|cot|sec|csc|ln|log|lg|exp|sqrt|arcsin|arccos|arctan|sinh|cosh|tanh|lim|abs|frac|dfrac|tfrac|pi|cdot|times|int|left|right|infty|to|text|quad|d[a-z]';
const WORD = new RegExp(
  String.raw`(?<![\\\p{L}])(?!(?:${FUNCTION})(?!\p{L}))(?:\p{L}{3,}|so|of|is|at|by|in|as|we|or|if|on|an|it|be)(?!\p{L})`,
  'iu',
);
/** What stands before a formula: words, each of two letters at least and no function. */
const LEAD = new RegExp(String.raw`^.*(?<![\\\p{L}])(?!(?:${FUNCTION})(?!\p{L}))\p{L}[\p{L}'’-]+(?![({])[:,]?\s+(?=\S)`, 'su');
const BEHIND = new RegExp(String.raw`(?:\s*[,:]\s+|\s+(?=\()|\s+(?=(?!(?:${FUNCTION})(?!\p{L}))\p{L}{2,}))[^=]*$|\s*[.,:✓]+\s*$`, 'su');
const UNIT =
  /(?<=[\dπ)])\s*(?:mm|cm|dm|km|m|ft|in|cubic|square|sq\.?|units?|met(?:er|re)s?)\b(?:\s*(?:mm|cm|dm|km|m|ft|units?|met(?:er|re)s?)\b)?(?:[²³]|\^[23])?(?:\/s)?/g;

/** The chains of equals in the text of a step, as far as they can be read. */
export function writtenIn(text: string): Written[] {
  const found: Written[] = [];
  const plain = text.replace(/\$|&|\*\*/g, sign => ' '.repeat(sign.length));
  let from = 0;
  for (const cut of [...plain.matchAll(END), { index: plain.length, 0: '' }]) {
    if (cut.index < plain.length && isOpen(plain.slice(from, cut.index))) continue;
    const written = chainIn(plain.slice(from, cut.index), from);
    if (written) found.push(written);
    from = cut.index + cut[0].length;
  }
  return found;
}

/** A bracket of the text is not closed within it, where it may be. */
const isOpen = (text: string): boolean => (text.match(/[([{]/g)?.length ?? 0) > (text.match(/[)\]}]/g)?.length ?? 0);

function chainIn(statement: string, from: number): Written | null {
  const [, label = ''] = /^((?:(?:[^=:]*[^=:\d\s]|[^=:]*(?<!\p{L})[a-zA-Z]\s*=[^=:]+):\s+)+)/su.exec(statement) ?? [];
  const open = /^\s*(=|≈|→|->|\\to(?![a-zA-Z]))\s*/.exec(statement.slice(label.length));
  const start = label.length + (open?.[0].length ?? 0);
  const parts = splitAtRelations(statement.slice(start));
  if (parts.length === 0 || parts.every(({ text }) => text.trim() === '')) return null;
  let lead = label;
  const sides = parts.map(({ text, at }, i): Side => {
    const whole = readSide(text);
    const place = from + start + at;
    if (whole || i > 0) return { text: text.trim(), at: place, expr: whole ?? readSide(text.replace(BEHIND, '')) };
    const words = LEAD.exec(text)?.[0] ?? '';
    lead += words;
    const rest = text.slice(words.length);
    return { text: rest.trim(), at: place + words.length, expr: readSide(rest) ?? readSide(rest.replace(BEHIND, '')) };
  });
  return { lead, opening: open === null ? '' : open[1] === '=' || open[1] === '≈' ? '=' : '→', sides };
}

function readSide(text: string): Expr | null {
  const plain = text
    .trim()
    .replace(/[.,:✓]+$/, '')
    .replace(UNIT, '');
  if (plain === '' || plain.length > 200 || plain.includes(':') || WORD.test(plain)) return null;
  const { expr, problems } = parseExpression(plain);
  return problems.length === 0 ? expr : null;
}

/** The parts between signs of equality that stand in no brackets. */
function splitAtRelations(text: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char)) depth--;
    const sign = /^(?:=|≈|\\approx(?![a-zA-Z]))/.exec(text.slice(at, at + 8))?.[0] ?? '';
    if (at < text.length && (depth > 0 || sign === '')) continue;
    parts.push({ text: text.slice(from, at), at: from });
    from = at + Math.max(1, sign.length);
    at = from - 1;
  }
  return parts;
}
