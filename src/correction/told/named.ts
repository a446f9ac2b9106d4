import { someNode } from '../../math/decide/free.ts';
import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { knownUnit } from '../../math/read/units.ts';
import { expressionIn } from '../asked/text.ts';
import { isClosed } from '../letters.ts';
import type { Teller } from './saying.ts';

const LINE = /^(?:(?:so|thus|therefore|hence|then|and|⇒|→|∴) ?,? ?)?(?:the )?(\p{L}(?:[\p{L}_\d' ]*[\p{L}\d])?) ?[=≈] ?(.+?)[.;]?$/iu;
/** Units behind a number. */
const UNIT = /(?<=[\d)%²³])\s*([a-zA-Z°$€£Ω]+)(?:[²³]|\^[23])?(?:\s*\/\s*[a-zA-Z]+[²³]?)?$|(?<=π)\s+([a-zA-Z°]+)(?:[²³]|\^[23])?$/;

/** The degrees of an angle are no unit of the result. */
const OF_ANGLE = /\b(?:sin|cos|tan|cot|sec|csc)\b[^=]*°/;

interface Named {
  readonly name: string;
  readonly sides: readonly string[];
}

function namedIn(text: string): Named | null {
  const [, name = '', rest = ''] = LINE.exec(text.trim()) ?? [];
  return name === '' || rest.includes(':')
    ? null
    : { name: name.length === 1 ? name : name.toLowerCase().trim(), sides: rest.split(/[=≈]/).map(side => side.trim()) };
}

const isUnit = (word: string): boolean => knownUnit(word) !== null || word.length > 2 || /[°$€£Ω]/.test(word);

/** The value of a calculation without letters, its unit left out. */
function closed(side: string | undefined): Expr | null {
  const expr = expressionIn(
    side
      ?.replace(/^[$€£]\s?/, '')
      .replace(UNIT, (whole, unit?: string, other?: string) => (isUnit(unit ?? other ?? '') && !OF_ANGLE.test(side) ? '' : whole)),
  );
  return expr && isClosed(expr) && !someNode(expr, node => node.kind === 'unit' || node.kind === 'list' || node.kind === 'plusminus')
    ? expr
    : null;
}

/** A letter that other lines speak of is solved for, and may have several values. */
const isUnknown = (letter: string, all: string): boolean =>
  all.split('\n').some(line => namedIn(line)?.name !== letter && new RegExp(`(?<!\\p{L})${letter}(?!\\p{L}| [a-z]{2})`, 'u').test(line));

/** `length = 16 × 12 / 8`, and on the next line `length = 32`: what the same name stood for as a calculation has to come to this. */
const goesOn: Teller = (sentence, around) => {
  const here = namedIn(sentence);
  const above = here && around.before !== null ? namedIn(around.before) : null;
  if (!above || !here || above.name !== here.name || (here.name.length === 1 && isUnknown(here.name, around.above))) return null;
  const [from, to] = [closed(above.sides.at(-1)), closed(here.sides[0])];
  if (!from || !to || from.kind === 'number' || (from.kind === 'negate' && from.arg.kind === 'number')) return null;
  const [value, written] = [from, to].map(side => evaluateNumeric(side));
  if (typeof value !== 'number' || typeof written !== 'number') return null;
  const gap = Math.abs(value - written);
  const decimals = /\.(\d+)/.exec(here.sides[0] ?? '')?.[1]?.length ?? 0;
  const near = gap <= 1e-9 * Math.max(1, Math.abs(value)) || gap < 10 ** -decimals || gap <= 0.005 * Math.abs(value);
  return { holds: near, expression: above.sides.at(-1) ?? '', value: String(Number(value.toPrecision(8))), written: here.sides[0] ?? '' };
};

/** Names that two lines give values to. */
export const NAMED: readonly Teller[] = [goesOn];
