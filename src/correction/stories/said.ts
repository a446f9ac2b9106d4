import { evaluateNumeric } from '../../math/evaluate.ts';
import { parseExpression } from '../../math/parse.ts';
import { isClosed } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';

/** What a clause says: a name, and the values of the sides behind it. */
export interface Saying {
  readonly name: string;
  readonly sides: readonly Side[];
}

/** One written value: how it stands there, and whether it is calculated. */
export interface Side {
  readonly text: string;
  readonly value: number;
  readonly calculated: boolean;
}

const LEADS =
  /^(?:(?:so|thus|therefore|hence|then|now|and|but|that means|this means|this gives|which gives|which means|we get|we have|i get|∴|→|⇒|answer:|the answer:|finally|also|since|as|with)[,:]?\s+)*(?:(?:the|its|his|her|their|a|an|our|of the)\s+)*/;
const LINK =
  /^(.{1,64}?)\s*(?:=|≈|:(?!\s*\d+\s*$)|→|↔|⇒|\b(?:is|are|was|were|equals?|costs?|will be|would be|must be|comes to|makes?|gets?|(?:is|are) counted|pays?|takes?|takes? about|needs?)\b|(?:shrinks|closes|narrows|decreases|drops|falls|grows|rises|increases|changes|goes (?:down|up)) by\b|has an? (?:[a-z]+ )?(?:angle|area|volume|perimeter|length|mean|height) of\b|means divisible by\b|is multiplied by\b)\s*(?:(?:about|only|just|exactly|equal to|now|then)\s+)*(?=[\d(√π+-]|\.\d)(.*)$/;
const CLAUSES =
  /;|(?<=[^\d\s(][)%]?|\d)\.(?:\s|$)|,\s+(?=[a-z]|\d[^,]*[=≈])(?![^(]*\))|\s(?=(?:so|therefore|thus|hence|because|that is|i\.e\.)\s)|\n/;

/** The values that the clauses of a line give to what they name; the name is empty where none stands there. */
export function sayingsIn(line: string): Saying[] {
  return line.split(CLAUSES).flatMap(clause => {
    const plain = clause.trim().replace(/^(?:(?:that is|i\.e\.)|(?:so|thus|therefore|hence)[,:]?(?=\s+\d))\s+/, '');
    const [, name = '', value = plain] = LINK.exec(plain) ?? [];
    const [before, after] = /^\d+(?:\.\d+)?$/.test(name) ? ['', plain] : [name, value];
    const first = /\d/.test(before) ? sideOf(before) : null;
    const whole = first?.calculated && first.text.length >= before.replace(/\s*[a-z²³]*$/, '').trim().length ? first : null;
    const sides = [...(whole ? [whole] : []), ...after.split(/[=≈]|→/).flatMap(side => sideOf(side) ?? [])];
    const own = before
      .replace(LEADS, '')
      .replace(/\s+\([^()]*\)$/, '')
      .trim();
    return sides.length > 0 ? [{ name: whole ? '' : own, sides }] : [];
  });
}

const PERCENT_OF = /^\s*(\d+(?:\.\d+)?)%\s*(?:of|·|\*|×)\s*(?:the )?(\d+(?:\.\d+)?)\s*(?:[a-z%].*)?$/;
const CALCULATION = /^[\s\d.+\-−–*×·⋅÷/:()^√²³π!%°]+/;

const SHARE_OF = /^\s*(\d+)\/(\d+) of (?:the )?(\d+(?:\.\d+)?)\s*(?:[a-z].*)?$/;

function sideOf(text: string): Side | null {
  const [, over, under, all] = SHARE_OF.exec(text) ?? [];
  if (over !== undefined && under !== undefined && all !== undefined)
    return { text: text.trim(), value: (Number(over) / Number(under)) * Number(all), calculated: true };
  const [, percent, whole] = PERCENT_OF.exec(text) ?? [];
  if (percent !== undefined && whole !== undefined)
    return { text: text.trim(), value: (Number(percent) * Number(whole)) / 100, calculated: true };
  const written = (CALCULATION.exec(text)?.[0] ?? '')
    .replace(/[\s.:+*/-]+$/, '')
    .replace(/°/g, '')
    .trim();
  if (!/\d/.test(written)) return null;
  const { expr, problems } = parseExpression(written);
  if (!expr || problems.length > 0 || !isClosed(expr)) return null;
  const value = evaluateNumeric(withoutUnits(expr));
  const rest = text.trim().slice(written.length);
  const after = rest.trim();
  return typeof value === 'number' &&
    !/^[a-z]?\s*[(^]|^[+*/×·÷]/.test(after) &&
    !/^[a-z](?![a-z])/.test(rest) &&
    !/^(?!m)[a-z][²³^]|^[a-z] ?[a-z](?![a-z])(?<!cm|mm|km|kg|mg|ml|ft|in|oz|lb|hr|is|of|to|at|so|or|as|an|by|we|he|it|if|mi|ha|cl|dm|mw|kw)/.test(
      after,
    )
    ? { text: written, value, calculated: /\d\s*%?\s*[-+*×·⋅÷/:^!−–]/.test(written) || /[√²³]/.test(written) }
    : null;
}

/** Factors between units that a value may be told in: percent, minutes and hours, cents, kilometres. */
const UNITS = [1, 100, 1 / 100, 60, 1 / 60, 1000, 1 / 1000];

/** The written value is the right one, exactly or rounded, in some unit. */
export function fits(right: number, side: Side): boolean {
  return (
    UNITS.some(factor => near(right * factor, side)) ||
    (Number.isInteger(side.value) && right > 2 && !side.calculated && !isShort(right) && Math.abs(right - side.value) < 1)
  );
}

/** It has two decimals at most. */
const isShort = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;

function near(right: number, { text, value, calculated }: Side): boolean {
  const gap = Math.abs(right - value);
  if (gap <= 1e-9 * Math.max(1, Math.abs(right))) return true;
  const exact = isShort(right);
  if (exact && !/\d\.\d|π/.test(text)) return false;
  const [, decimals, percent] = /\.(\d+)(%?)$/.exec(text) ?? [];
  const places = decimals === undefined ? null : decimals.length + (percent ? 2 : 0);
  return (
    gap <= 0.006 * Math.abs(right) || (!exact && !calculated && places !== null && gap < 10 ** -places && gap <= 0.05 * Math.abs(right))
  );
}
