import { compareStatements } from '../math/compare.ts';
import type { Comparison } from '../math/comparison.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import * as Q from '../math/rational.ts';
import type { Diagnosis } from '../mistakes/told.ts';
import { readRow } from '../solution/read.ts';
import type { Continuation } from './continue.ts';
import { describePoint } from './describe.ts';
import type { Judged, Slip } from './judged.ts';
import type { Hint } from './records.ts';

export interface LadderInput {
  readonly judged: Judged;
  readonly step: number;
  readonly cause: Pick<Diagnosis, 'principle' | 'elsewhere'> | null;
  readonly continuation: Continuation;
}

/**
 * Five rungs, each saying more than the one below it: where to look, something to try, the principle as a question, the same rule on another
 * example, and the corrected line. No rung but the last holds the corrected line, in whatever form.
 */
export function ladder({ judged, step, cause, continuation }: LadderInput): Hint[] {
  const safe = (text: string | undefined, fallback: string): string => (text && !reveals(text, continuation) ? text : fallback);
  return [
    { rung: 'where', text: `Look at line ${step + 1} again.` },
    { rung: 'witness', text: safe(trial(judged), 'Work this line out once more, slowly, and compare.') },
    { rung: 'principle', text: safe(cause?.principle, question(judged.slip)) },
    { rung: 'elsewhere', text: safe(cause?.elsewhere, EXAMPLES[judged.slip?.kind ?? 'line']) },
    { rung: 'correction', text: continuation.steps[0] ?? 'No corrected line could be worked out here.' },
  ];
}

/** Something the student can try that shows that the line is wrong and not what is right. */
function trial({ verdict, slip }: Judged): string | undefined {
  const witness = 'witness' in verdict ? verdict.witness : null;
  switch (witness?.kind) {
    case 'values': {
      const point = describePoint(witness.at);
      if (!point) return clue(slip);
      const what = slip?.kind === 'line' ? 'the line above and in this line' : 'both sides';
      return `Try ${point} in ${what}: do they agree?`;
    }
    case 'computed':
      return clue(slip);
    case 'lost':
    case 'gained':
      return `Try ${witness.variable} = ${witness.value} in the line above and in this line: is it true in both?`;
    case 'domain':
      return `What happens in this line at ${describePoint(witness.at)}?`;
    default:
      return undefined;
  }
}

/** Too large, too small, or the wrong sign: what an estimate shows. */
function clue(slip: Slip | null): string | undefined {
  const [left, written] = [slip?.from, slip?.written].map(statement =>
    statement?.kind === 'chain' ? exactValue(statement.sides[0]) : null,
  );
  if (!left || !written) return undefined;
  if (Q.sign(left) * Q.sign(written) < 0) return 'Estimate first: should the result be positive or negative?';
  return `Estimate first: should the result be more or less than ${Q.printRational(written)}?`;
}

const exactValue = (side: Expr | undefined): Q.Rational | null => (side ? evaluateExact(side) : null);

const QUESTIONS: Record<Slip['kind'], string> = {
  value: 'Which operation comes first here, and what does it give by itself?',
  identity: 'What may be done to an expression without changing its value for any number?',
  derivative: 'Which rule belongs to each term here, and what does it do to the term?',
  line: 'What was done to the left side here, and was exactly the same done to the right side?',
};

const EXAMPLES: Record<Slip['kind'], string> = {
  value: 'Elsewhere: 2 + 3 × 4 is worked out as 2 + 12, for the product comes first.',
  identity:
    'Elsewhere: two forms of one expression agree for every number put in, so one number where they differ is enough to tell them apart.',
  derivative: 'Elsewhere: the derivative of 5t³ is 15t², the exponent comes down as a factor and then drops by one.',
  line: 'Elsewhere: from 3t − 4 = 11, adding 4 on both sides gives 3t = 15.',
};

const question = (slip: Slip | null): string => QUESTIONS[slip?.kind ?? 'line'];

/** True when a text holds the corrected line or the value that should stand there, in any form. */
function reveals(text: string, { line, replacement, answer }: Continuation): boolean {
  const target = replacement ? evaluateExact(replacement) : null;
  if (target && (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).some(digits => sameSize(digits, target))) return true;
  if (answer && text.includes(answer) && answer.length > 1) return true;
  if (!line && !replacement) return false;
  const { solution } = readRow({ id: 'hint', problem: '', steps: [text] });
  const found = solution.steps.flatMap(step => step.claims).map(claim => claim.statement);
  return found.some(statement => statement !== null && (isLine(statement, line) || holdsSide(statement, replacement)));
}

function sameSize(digits: string, target: Q.Rational): boolean {
  const value = Q.parseDecimal(digits.replace(/,/g, ''));
  return value !== null && Q.equal(value, Q.absolute(target));
}

const same = (found: Comparison): boolean => found.kind === 'same';

const isLine = (statement: Statement, line: Statement | null): boolean =>
  line !== null && (statement.kind !== 'chain' || statement.sides.length > 1) && same(compareStatements(line, statement));

function holdsSide(statement: Statement, replacement: Expr | null): boolean {
  if (!replacement || statement.kind !== 'chain') return false;
  const wanted = printPlain(replacement);
  return statement.sides.some(side => printPlain(side) === wanted);
}
