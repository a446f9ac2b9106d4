import type { Side } from './side.ts';
import type { Token } from './tokens.ts';
import { isMeasure, NUMBER_WORDS, OPERATIVE, PERHAPS_OPERATIVE, PERHAPS_REACHING, REACHING, SCALING, TAKING, TENS } from './words.ts';

/** How far what stands before an operand reaches into it. `doubt`: it does; `unsure`: it may. */
export interface Reach {
  readonly doubt: string | null;
  readonly unsure: string | null;
}

const CLEAN: Reach = { doubt: null, unsure: null };
const reaches = (what: string): Reach => ({ doubt: `The calculation begins before this: '${what}' works on it.`, unsure: null });
const mayReach = (what: string): Reach => ({ doubt: null, unsure: `It is not clear where the calculation begins, after '${what}'.` });
const CLAUSE = 12;

/** Whether a chain's first side really begins where it was found to begin. */
export function reachBefore(tokens: readonly Token[], side: Side): Reach {
  const before = tokens[side.first - 1];
  if (before === undefined) return CLEAN;
  switch (before.kind) {
    case 'mark':
      if (tokens[side.first - 2]?.kind === 'op' && tokens[side.first - 2]?.text !== ':') return reaches(before.text);
      return before.text === ',' && tokens[side.first - 2]?.kind === 'number' && tokens[side.first]?.glued !== true
        ? listed(tokens, side)
        : CLEAN;
    case 'arrow':
    case 'open':
      return CLEAN;
    case 'op':
      return before.text === ':' ? CLEAN : bulleted(tokens, side, before);
    case 'close':
    case 'maths':
      return mayReach(before.text);
    case 'word':
      return wordBefore(tokens, side, before);
    default:
      return reaches(before.text);
  }
}

/** A number and a comma before the first operand: a list, or a grouped number with a blank in it (`14, 400`). */
function listed(tokens: readonly Token[], side: Side): Reach {
  if (/^\d{3}$/.test(tokens[side.first]?.text ?? '') && tokens[side.first - 1]?.glued === true) return mayReach(',');
  return takes(tokens, side.first - 2) ? mayReach(',') : CLEAN;
}

/** A sign at the start of a line, set apart, is a bullet; a minus there may still be a sign. */
function bulleted(tokens: readonly Token[], side: Side, sign: Token): Reach {
  const opens = side.first === 1 || sign.newline;
  if (opens && !tokens[side.first]?.glued && /^[-*+–·]$/.test(sign.text)) return /[-–]/.test(sign.text) ? mayReach(sign.text) : CLEAN;
  const between = tokens[side.first - 2];
  if (/^[-–]$/.test(sign.text) && !sign.glued && between?.kind === 'word') return mayReach(sign.text);
  return reaches(sign.text);
}

/** `25 classmates + his 1 teacher`: a sign, with at most two words behind it, that a calculation goes on at. */
function signBefore(tokens: readonly Token[], side: Side): Token | null {
  const at = [2, 3].map(back => side.first - back).find(index => tokens[index]?.kind !== 'word');
  const [sign, left] = at === undefined ? [] : [tokens[at], tokens[at - 1]];
  const joins = sign?.kind === 'op' && /^[+*×÷]$/.test(sign.text) && !sign.newline;
  return joins && (left?.kind === 'word' || left?.kind === 'number') ? sign : null;
}

function wordBefore(tokens: readonly Token[], side: Side, before: Token): Reach {
  const sign = signBefore(tokens, side);
  if (sign !== null) return reaches(sign.text);
  const word = before.text.toLowerCase();
  const two = tokens[side.first - 2];
  if (two?.kind === 'rel' && tokens[side.first]?.kind === 'word') return reaches(before.text);
  const earlier = two?.text.toLowerCase() ?? '';
  if (REACHING.has(word) || NUMBER_WORDS.has(word) || TENS.has(word) || (SCALING.has(word) && word.length > 1)) return reaches(before.text);
  if (word === 'of') {
    if (OPERATIVE.has(earlier) || two?.kind === 'number' || two?.kind === 'percent' || two?.kind === 'odd') return reaches(`${earlier} of`);
    const counted = tokens.slice(Math.max(0, side.first - 4), side.first - 1).some(token => token.kind === 'number');
    return PERHAPS_OPERATIVE.has(earlier) || counted ? mayReach(`${earlier} of`) : CLEAN;
  }
  if (PERHAPS_REACHING.has(word) && (!/^(?:with|by)$/.test(word) || isJoining(tokens, side.first - 1))) return mayReach(before.text);
  if (/^(?:to|from|and|into|the)$/.test(word) && takes(tokens, side.first - 1)) return mayReach(before.text);
  if (two?.kind === 'number' && word === 'and' && tokens[side.first]?.kind === 'number') {
    const fraction = tokens[side.first + 1]?.text === '/' && tokens[side.first + 1]?.glued === true;
    return tokens[side.first - 3]?.kind === 'rel' && !fraction ? CLEAN : mayReach(`${two.text} and`);
  }
  if (/^(?:for|at)$/.test(word) && numberBefore(tokens, side.first - 1)) return mayReach(before.text);
  if (COUNTING.test(word) && !ONE_OF_MANY.test(earlier)) return mayReach(before.text);
  if (two?.kind === 'number' && isMeasure(word)) return reaches(`${two.text} ${before.text}`);
  if (two?.kind === 'number' && !CONNECTING.test(word)) return mayReach(before.text);
  if (/^\p{L}$/u.test(before.text) && !/^[aI]$/.test(before.text)) return mayReach(before.text);
  const year = /^(?:19|20)\d\d$/.test(tokens[side.first]?.text ?? '') && /^(?:in|by|since|of|year|until|before|after)$/.test(word);
  return year ? reaches(before.text) : CLEAN;
}

/** Nouns that a number behind them names: `day 1`, `step 2`. */
const COUNTING = /^(?:day|week|month|year|night|step|round|part|grade|level|room|page|chapter|number|no|question|problem|line|equation)$/;
/** Words that pick out one of them, so that the number behind the noun is no name of it: `the third day`, `each week`. */
const ONE_OF_MANY =
  /^(?:each|every|per|a|an|one|this|that|next|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|whole|entire|same|final|previous)$/;
const CONNECTING =
  /^(?:and|or|so|then|is|are|was|were|because|since|as|which|that|has|have|had|for|at|in|on|if|but|while|when|thus|hence|therefore|means|cost|costs|makes|gives|gets|get|in|total)$/;

/** True when 'with' or 'by' joins the number behind it to something: 'together with', 'multiplying it by'. */
function isJoining(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - CLAUSE; index--) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'mark' || token.kind === 'rel') return false;
    if (token.kind === 'word' && (TAKING.has(token.text.toLowerCase()) || JOINING.test(token.text))) return true;
  }
  return false;
}

const JOINING =
  /^(?:together|along|increas\w*|decreas\w*|reduc\w*|rais\w*|lower\w*|replac\w*|multipl\w*|divid\w*|combin\w*|compar\w*|followed|start\w*|begin\w*)$/i;

/** True when a number stands earlier in the clause: `5 each for 3 friends`. */
function numberBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - CLAUSE; index--) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'mark' || token.kind === 'rel') return false;
    if (token.kind === 'number') return true;
  }
  return false;
}

/** True when an earlier word of the clause takes a number that stands before `at`. */
function takes(tokens: readonly Token[], at: number): boolean {
  let number = false;
  for (let index = at - 1; index >= 0 && index > at - CLAUSE; index--) {
    const token = tokens[index];
    if (token === undefined || (token.kind === 'mark' && /[.;!?]/.test(token.text)) || token.kind === 'rel') return false;
    number ||= token.kind === 'number';
    if (token.kind === 'word' && TAKING.has(token.text.toLowerCase())) return number || /and|the/.test(tokens[at]?.text ?? '');
  }
  return false;
}
