import { printPlain } from '../../math/print.ts';
import * as Q from '../../math/rational.ts';
import { numberAs } from '../continue/layout.ts';
import type { Hint } from '../records.ts';
import type { Calculation } from './graph.ts';
import { numbersIn } from './graph.ts';
import { quantitiesIn } from './quantities.ts';
import type { Repair } from './repair.ts';

/** A value as it stands in a sentence. */
export const shown = (value: Q.Rational): string => printPlain(numberAs(value, true)).replace(/^-/, '−');

/** What the repair changes, in the words of the problem: `This line calculates with 3, but …`. */
export function explainRepair(problem: string, { expr }: Calculation, repair: Repair): string {
  const whole = printPlain(repair.expr);
  const [taken, meant] = difference(numbersIn(expr), numbersIn(repair.expr));
  switch (repair.kind) {
    case 'operand':
      return taken && meant
        ? `This line calculates with ${quoted(problem, taken)}. It needs ${quoted(problem, meant)}.`
        : `It needs ${whole}.`;
    case 'operator':
      return `The numbers are the right ones, but they belong together another way: ${whole}.`;
    case 'swapped':
      return `The numbers are the right ones, but they stand the wrong way round: it needs ${whole}.`;
    case 'dropped':
      return taken ? `This line calculates with ${quoted(problem, taken)}, which does not belong here.` : `It needs ${whole}.`;
    case 'extra':
      return meant ? `This line leaves out ${quoted(problem, meant)}.` : `It needs ${whole}.`;
    case 'anew':
      return `Every number may be right, but this is not what the problem needs here: it needs ${whole}.`;
  }
}

type Values = readonly { readonly value: Q.Rational }[];

/** The first number that only the one has, and the first that only the other has. */
function difference(before: Values, after: Values): [Q.Rational | null, Q.Rational | null] {
  const only = (own: Values, others: Values) => {
    const rest = others.map(o => Q.printRational(o.value));
    for (const { value } of own) {
      const at = rest.indexOf(Q.printRational(value));
      if (at < 0) return value;
      rest.splice(at, 1);
    }
    return null;
  };
  return [only(before, after), only(after, before)];
}

/** A number with the words of the problem around it: `2 (“80 km an hour for 2 hours”)`. The bare number when the problem does not name it. */
function quoted(problem: string, value: Q.Rational): string {
  const clause = clauseOf(problem, value);
  return clause === null ? shown(value) : `${shown(value)} (“${clause}”)`;
}

const LONGEST_CLAUSE = 90;

/** The part of a sentence of the problem that names a value. */
function clauseOf(problem: string, value: Q.Rational): string | null {
  const parts = problem.split(/(?<=[.!?;])\s+|,\s+|\s+(?=(?:and|but|while|which|then)\s)/);
  const part = parts.find(text => quantitiesIn(text).some(q => Q.equal(q.value, value)));
  const clause = part?.trim().replace(/[.,;:]$/, '') ?? '';
  return clause.length > 0 && clause.length <= LONGEST_CLAUSE ? clause : null;
}

/** What to look at, before what is wrong. */
export function hintsFor(
  problem: string,
  step: number,
  calculation: Calculation | null,
  repair: Repair | null,
  line: string | null,
): Hint[] {
  const hints: Hint[] = [{ rung: 'where', text: `Look at line ${step + 1} once more.` }];
  const [taken, meant] = calculation && repair ? difference(numbersIn(calculation.expr), numbersIn(repair.expr)) : [null, null];
  const look = [meant, taken].map(value => value && clauseOf(problem, value)).find(clause => clause != null);
  if (look) hints.push({ rung: 'witness', text: `Read this part of the problem again: “${look}”.` });
  const numbers = calculation?.operands.map(o => shown(o.node.value)) ?? [];
  if (numbers.length > 0)
    hints.push({
      rung: 'principle',
      text: `What does each of ${listed(numbers)} stand for in the problem, and is it what this line needs?`,
    });
  else
    hints.push({
      rung: 'principle',
      text: 'Which sentence of the problem does this line follow from, and what does that sentence ask for?',
    });
  if (line !== null) hints.push({ rung: 'correction', text: line });
  return hints;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
