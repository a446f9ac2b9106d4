import * as Q from '../../math/rational.ts';
import type { Rule } from '../../mistakes/rule.ts';
import type { Hint } from '../records.ts';
import { clauseOf, difference, shown } from './explain.ts';
import { type Calculation, numbersIn } from './graph.ts';
import { quantitiesIn } from './quantities.ts';
import type { Repair, RepairKind } from './repair.ts';

/** What is known of a mistaken line when its hints are written. */
export interface Hinted {
  readonly problem: string;
  readonly step: number;
  /** The calculation that is to blame, and the student's calculations before it. */
  readonly calculation: Calculation | null;
  readonly earlier: readonly Calculation[];
  readonly repair: Repair | null;
  /** The rule that names the mistake. */
  readonly cause: Rule | null;
  /** The result that should stand there. */
  readonly value: Q.Rational | null;
  readonly line: string | null;
}

/** What to look at, before what is wrong: the line, the quantity, what it stands for, another problem, and then the corrected line. */
export function hintsFor(known: Hinted): Hint[] {
  const { step, line } = known;
  return [
    { rung: 'where', text: `Look at line ${step + 1} again.` },
    { rung: 'witness', text: lookAt(known) },
    { rung: 'principle', text: question(known) },
    { rung: 'elsewhere', text: examplesFor(known).find(text => !tells(text, known.value)) ?? WITHOUT_NUMBERS },
    { rung: 'correction', text: line ?? 'No corrected line could be worked out here.' },
  ];
}

/** The quantity to look at: the part of the problem that names it, or the line that found it. */
function lookAt({ problem, earlier, calculation, repair, value }: Hinted): string {
  const [taken, meant] = calculation && repair ? difference(numbersIn(calculation.expr), numbersIn(repair.expr)) : [null, null];
  const found = meant && earlier.findLast(c => Q.equal(c.value, meant));
  const clauses = [meant, taken].map(quantity => quantity && clauseOf(problem, quantity));
  const clause = clauses.find(part => part != null && !tells(part, value));
  if (found && clauses[0] == null) return `Look at what line ${found.step + 1} found, and at what it is needed for.`;
  if (clause != null) return `Read this part of the problem again: “${clause}”.`;
  const result = calculation ? shown(calculation.value) : null;
  return result === null || result === (value && shown(value))
    ? 'Say in words which quantity this line is about, with its unit. Where does the problem speak of it?'
    : `Say in words what ${result} counts or measures here, with its unit. Where does the problem speak of that quantity?`;
}

function question({ calculation, cause, value }: Hinted): string {
  if (cause && !tells(cause.ask, value)) return cause.ask;
  const numbers = [...new Set(calculation?.operands.map(({ node }) => shown(node.value)))].filter(
    n => value === null || n !== shown(value),
  );
  return numbers.length === 0
    ? 'Which sentence of the problem does this line follow from, and what does that sentence ask for?'
    : `What does ${numbers.length > 1 ? 'each of ' : ''}${listed(numbers)} stand for in the problem, and is it what this line needs?`;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

function examplesFor({ problem, calculation, repair, cause }: Hinted): readonly string[] {
  const named = cause ? [`Elsewhere: ${cause.elsewhere}`] : [];
  const [, meant] = calculation && repair ? difference(numbersIn(calculation.expr), numbersIn(repair.expr)) : [null, null];
  const derived = meant !== null && quantitiesIn(problem).some(q => / after | more$/.test(q.said) && Q.equal(q.value, meant));
  return [...named, ...(derived ? SHARES : ELSEWHERE[repair?.kind ?? 'anew'])];
}

const SHARES: readonly string[] = [
  'Elsewhere: of 50 pages, 20% are read. 0.2 × 50 counts the pages that are read, 0.8 × 50 those that are left, 1.2 × 50 would be 20% more.',
  'Elsewhere: of 600 seats, 30% are taken. 0.3 × 600 counts the seats that are taken, 0.7 × 600 those that are free, 1.3 × 600 would be 30% more.',
];

/** The same thought in another problem; the second one is for where the first would give the result away. */
const ELSEWHERE: Readonly<Record<RepairKind, readonly string[]>> = {
  operand: [
    'Elsewhere: of 7 bags with 4 apples each, 3 are sold. 7 × 4 counts all the apples, 3 × 4 those that are sold: the number must belong to what is asked.',
    'Elsewhere: a week has 5 lessons of 45 minutes, and 2 are cancelled. How much time is cancelled? The 2 belongs to the question, the 5 does not.',
  ],
  operator: [
    'Elsewhere: “5 fewer than 12” is 12 − 5, and “5 times as many as 12” is 5 × 12. The words decide what is done with the numbers.',
    'Elsewhere: “30 shared by 6” is 30 / 6, and “30 and 6 more” is 30 + 6. The words decide what is done with the numbers.',
  ],
  swapped: [
    'Elsewhere: 12 rolls for 3 children are 12 / 3 for each. What is shared comes first, and then among how many.',
    'Elsewhere: from $50, $8 is paid. What is left is 50 − 8: what there was comes first.',
  ],
  dropped: [
    'Elsewhere: 5 friends buy 4 tickets at $6. The tickets cost 4 × 6 dollars; how many friends there are has nothing to do with it.',
    'Elsewhere: a 9 m long fence is painted in 2 days with 3 tins of $8. The paint costs 3 × 8 dollars; the length and the days do not matter.',
  ],
  extra: [
    'Elsewhere: 2 adults at $9 and 3 children at $5 pay 2 × 9 + 3 × 5 dollars. Every part that the question speaks of is counted.',
    'Elsewhere: a taxi takes $4 and $2 for each km. For 10 km that is 4 + 10 × 2 dollars: what is paid once belongs to it too.',
  ],
  anew: [
    'Elsewhere: before “6 × 12” is written, it says what it finds: “eggs in 6 boxes of 12”. Say what this line should find, and then take the quantities that make it.',
    'Elsewhere: before “40 − 15” is written, it says what it finds: “pages left to read”. Say what this line should find, and then take the quantities that make it.',
  ],
};

const WITHOUT_NUMBERS =
  'Elsewhere: say in words what a line should find, before any number is written. Then take the quantities that make it, and no others.';

/** True when a text names the value, in digits or words. */
const tells = (text: string, value: Q.Rational | null): boolean =>
  value !== null && quantitiesIn(text).some(quantity => Q.equal(quantity.value, value));
