import { basename } from 'node:path';
import { z } from 'zod';
import { sameAnswer } from '../../correction/answers.ts';
import { describeWitness } from '../../correction/describe.ts';
import { isMistake } from '../../correction/judged.ts';
import type { Finding } from '../../correction/records.ts';
import { type Scored, type Scores, score } from '../../lema/score.ts';
import { answerPair, equivRow } from '../equiv.ts';
import type { Labelled } from '../labelled.ts';
import { checkRow, type LocateRow } from '../locate.ts';
import { jsonLines, labelledIn } from './rows.ts';
import { describe, isShown, type Show } from './show.ts';

/** A labelled row of `lema equiv`. */
const labelledPair = equivRow.extend({ equivalent: z.boolean(), tags: z.array(z.string()).nullish() });

interface Pair {
  readonly expected: boolean;
  readonly found: boolean | null;
  /** The label depends on a policy, on what counts as the same: counted apart. */
  readonly policy: boolean;
}

const POLICY = new Set(
  'domain domain-edge multiplicity coincidence complex approx float uninterpreted-function plus-minus collection both-empty'.split(' '),
);

interface Options {
  readonly reference: boolean;
  readonly limit: number;
  readonly show: Show;
}

/** Measures the checker on a file of labelled solutions, or of pairs. */
export async function evaluateFile(file: string, options: Options) {
  const rows: Scored[] = [];
  const pairs: Pair[] = [];
  const shown: string[] = [];
  const began = performance.now();
  for await (const { value, line } of jsonLines(file, options.limit)) {
    const pair = labelledPair.safeParse(value);
    if (pair.success) {
      const { id, a, b, equivalent: expected, tags } = pair.data;
      const found = answerPair(pair.data).equivalent;
      pairs.push({ expected, found, policy: tags?.some(tag => POLICY.has(tag)) ?? false });
      if (options.show !== 'none' && found !== expected) shown.push(`${id}: ${a}  ~  ${b}: ${found}, labelled ${expected}`);
      continue;
    }
    for (const one of labelledIn(value, file, line)) {
      const { scored, finding } = evaluateRow(one, options.reference);
      rows.push(scored);
      if (isShown(scored, options.show)) shown.push(describe(one, scored.found, reasonOf(finding)));
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const name = basename(file);
  if (pairs.length > 0) {
    const scores = { plain: pairScores(pairs.filter(p => !p.policy)), policy: pairScores(pairs.filter(p => p.policy)) };
    return {
      file: name,
      seconds,
      scores,
      text: [
        ...shown,
        pairTable(name, scores.plain, seconds),
        ...(scores.policy.rows > 0 ? [pairTable('  matters of policy', scores.policy)] : []),
        '',
      ].join('\n'),
    };
  }
  const scores = score(rows);
  const categories = Object.fromEntries(
    [...new Set(rows.map(r => r.category))].sort().map(category => [category, score(rows.filter(r => r.category === category))]),
  );
  return {
    file: name,
    seconds,
    scores,
    categories,
    text: [...shown, table(name, scores, seconds), ...repairLine(scores), ...categoryLines(categories), ''].join('\n'),
  };
}

function evaluateRow({ row, label, category }: Labelled, reference: boolean): { scored: Scored; finding: Finding } {
  const began = performance.now();
  const { finding, verdicts, solution } = checkRow(
    reference ? row : { id: row.id, problem: row.problem, steps: row.steps, assumptions: row.assumptions },
  );
  const ms = performance.now() - began;
  const found = finding.kind === 'mistake' ? finding.correction.step : -1;
  const unjudged = verdicts.filter(v => v.verdict.kind === 'unjudged').length;
  const unread = solution.steps.filter(({ claims }) => claims.some(({ statement }) => statement === null)).length;
  const refuted = verdicts.some(({ verdict }) => isMistake(verdict));
  return {
    scored: {
      id: row.id,
      category,
      label,
      found,
      unjudged,
      unread,
      steps: verdicts.length,
      ms,
      refuted,
      repaired: isRepaired(row, finding),
    },
    finding,
  };
}

/** The correction changes the student's own work, and ends in the known answer. */
function isRepaired({ answer }: LocateRow, finding: Finding): boolean {
  if (finding.kind !== 'mistake' || answer == null) return false;
  const { witness, replacement, at, verified, evidence, answer: reached } = finding.correction;
  if (evidence === 'answer') return verified && witness?.kind === 'repair' && (replacement !== null || at === null);
  return reached !== null && sameAnswer(reached, String(answer)) === true;
}

function reasonOf(finding: Finding): string {
  if (finding.kind !== 'mistake') return '';
  const { witness, explanation } = finding.correction;
  return witness ? describeWitness(witness) : explanation;
}

function pairScores(pairs: readonly Pair[]) {
  const right = pairs.filter(p => p.found === p.expected).length;
  const unknown = pairs.filter(p => p.found === null).length;
  return { rows: pairs.length, right, wrong: pairs.length - right - unknown, unknown };
}

function pairTable(name: string, { rows, right, wrong, unknown }: ReturnType<typeof pairScores>, seconds?: number): string {
  const time = seconds === undefined ? '' : `; ${seconds.toFixed(1)} s, ${(rows / seconds).toFixed(0)} rows/s`;
  return `${name}: ${rows} pairs, right ${share(right, rows)}, wrong ${share(wrong, rows)}, cannot tell ${share(unknown, rows)}${time}`;
}

function table(name: string, scores: Scores, seconds: number): string {
  const time = `${seconds.toFixed(1)} s, ${(scores.rows / seconds).toFixed(0)} rows/s`;
  const { rows, wrong, right, exact, caught, refuted, exactOfRefuted, accused, precision, f1, unjudged, unread, msMedian, msMax } = scores;
  return [
    `${name}: ${rows} rows (${wrong} wrong, ${right} right)`,
    `  exact ${share(exact, wrong)}, caught ${share(caught, wrong)}, accused though right ${share(accused, right)}`,
    `  with a line refuted ${share(refuted, wrong)}, exact of these ${share(exactOfRefuted, refuted)}`,
    `  precision ${percent(precision)}, F1 ${percent(f1)}, steps unjudged ${percent(unjudged)}, not read ${percent(unread)}; ${time}, median ${msMedian.toFixed(2)} ms, slowest ${msMax.toFixed(0)} ms`,
  ].join('\n');
}

/** How many of the wrong ones are put right by a change of the student's own work, when the answers are known. */
const repairLine = ({ repaired, wrong }: Scores): string[] =>
  repaired === 0 ? [] : [`  a repair of the student's own work reaches the known answer: ${share(repaired, wrong)}`];

/** A line for each category of mistakes, when there are several. */
function categoryLines(categories: Readonly<Record<string, Scores>>): string[] {
  const named = Object.entries(categories).filter(([name, { wrong }]) => name !== '' && wrong > 0);
  if (named.length < 2) return [];
  return named.map(([name, { wrong, exact, caught }]) => `    ${name}: exact ${share(exact, wrong)}, caught ${share(caught, wrong)}`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part}/${whole} = ${percent(part / whole)}`;
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : `${(100 * value).toFixed(2)} %`;
}
