import type { Teller } from './saying.ts';

const P = String.raw`P ?\( ?([^()|]{1,30}?) ?\)`;
const OVER = String.raw`(?:\\[dt]?frac ?\{ ?${P} ?\} ?\{ ?${P} ?\}|${P} ?[/÷:] ?${P})`;
const FORMULA = new RegExp(String.raw`P ?\( ?([^()|]{1,20}?) ?(?:\||\\mid|\\vert|given) ?([^()|]{1,20}?) ?\) ?= ?${OVER}`);
const plain = (event = ''): string => event.toLowerCase().replace(/\s|\\[,;! ]|\\text\{|[{}]/g, '');

/** `P(A | B) = P(A ∩ B)/P(A)`: both are divided by what is given. */
const conditional: Teller = sentence => {
  const [, a, b, ...parts] = FORMULA.exec(sentence.replace(/\\left|\\right/g, '')) ?? [];
  const [both = '', under] = parts.filter(part => part !== undefined);
  const [first, second, given] = [a, b, under].map(plain);
  const pair = plain(both).split(/\\cap|∩|and|&|,|∧/);
  if (!first || !second || !given || first === second || pair.length !== 2 || ![first, second].every(one => pair.includes(one)))
    return null;
  return given === first || given === second
    ? { holds: given === second, expression: `P(${a} | ${b})`, value: `P(${both})/P(${b})`, written: `P(${both})/P(${under})` }
    : null;
};

/** Probabilities of one event where another is given. */
export const GIVEN: readonly Teller[] = [conditional];
