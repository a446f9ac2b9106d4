import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { sameAnswer } from '../correction/answers.ts';
import { describeWitness } from '../correction/describe.ts';
import type { Finding } from '../correction/records.ts';
import { isExact, type Scored, type Scores, score } from '../lema/score.ts';
import { type Command, choice, text, UsageError } from './command.ts';
import { answerPair, equivRow } from './equiv.ts';
import { type Labelled, readLabelled } from './labelled.ts';
import { checkRow, type LocateRow } from './locate.ts';

const SHOW = ['none', 'wrong', 'accused', 'missed'] as const;

export const evaluate: Command = {
  options: { reference: { type: 'boolean' }, show: { type: 'string' }, format: { type: 'string' }, limit: { type: 'string' } },
  async run(call) {
    if (call.files.length === 0) throw new UsageError("name at least one labelled file: 'lema evaluate rows.jsonl'");
    const show = choice(call, 'show', SHOW, 'none');
    const format = choice(call, 'format', ['text', 'json'], 'text');
    const options = { reference: call.values.reference === true, limit: Number(text(call, 'limit') ?? Number.POSITIVE_INFINITY), show };
    const tables = [];
    for (const file of call.files) tables.push(await evaluateFile(file, options));
    call.io.stdout.write(format === 'json' ? `${JSON.stringify(tables, null, 2)}\n` : tables.map(t => t.text).join('\n'));
    return 0;
  },
};

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
  readonly show: (typeof SHOW)[number];
}

async function evaluateFile(file: string, options: Options) {
  const rows: Scored[] = [];
  const pairs: Pair[] = [];
  const shown: string[] = [];
  const began = performance.now();
  let line = 0;
  for await (const content of linesOf(file)) {
    if (content.trim() === '') continue;
    if (line >= options.limit) break;
    line += 1;
    const value = parsed(content, file, line);
    const pair = labelledPair.safeParse(value);
    if (pair.success) {
      const { id, a, b, equivalent: expected, tags } = pair.data;
      const found = answerPair(pair.data).equivalent;
      pairs.push({ expected, found, policy: tags?.some(tag => POLICY.has(tag)) ?? false });
      if (options.show !== 'none' && found !== expected) shown.push(`${id}: ${a}  ~  ${b}: ${found}, labelled ${expected}`);
      continue;
    }
    const labelled = readLabelled(value, line);
    if (labelled === 'unreadable') throw new UsageError(`${file}:${line}: not a labelled row; 'lema evaluate --help' shows the forms`);
    for (const one of labelled) {
      const { scored, finding } = evaluateRow(one, options.reference);
      rows.push(scored);
      if (isShown(scored, options.show)) shown.push(describe(one, scored, finding));
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

function linesOf(file: string) {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file; check the name and the folder`);
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

function parsed(content: string, file: string, line: number): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError(`${file}:${line}: not JSON`);
  }
}

function evaluateRow({ row, label, category }: Labelled, reference: boolean): { scored: Scored; finding: Finding } {
  const began = performance.now();
  const { finding, verdicts } = checkRow(
    reference ? row : { id: row.id, problem: row.problem, steps: row.steps, assumptions: row.assumptions },
  );
  const ms = performance.now() - began;
  const found = finding.kind === 'mistake' ? finding.correction.step : -1;
  const unjudged = verdicts.filter(v => v.verdict.kind === 'unjudged').length;
  return {
    scored: { id: row.id, category, label, found, unjudged, steps: verdicts.length, ms, repaired: isRepaired(row, finding) },
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

function isShown(row: Scored, show: Options['show']): boolean {
  if (show === 'accused') return row.label === 'right' && row.found >= 0;
  if (show === 'missed') return typeof row.label === 'object' && row.found < 0;
  return show === 'wrong' && typeof row.label === 'object' && row.found >= 0 && !isExact(row);
}

function describe({ row, label }: Labelled, scored: Scored, finding: Finding): string {
  const mark = (i: number) => (i === scored.found ? '✗' : typeof label === 'object' && i >= label.from && i <= label.to ? '!' : ' ');
  const why =
    finding.kind === 'mistake'
      ? finding.correction.witness
        ? describeWitness(finding.correction.witness)
        : finding.correction.explanation
      : '';
  return [
    `── ${row.id}${why ? `: ${why}` : ''}`,
    `   ${row.problem.slice(0, 300)}`,
    ...row.steps.map((s, i) => ` ${mark(i)} ${i}: ${s}`),
  ].join('\n');
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
  const { rows, wrong, right, exact, caught, accused, precision, f1, unjudged, msMedian, msMax } = scores;
  return [
    `${name}: ${rows} rows (${wrong} wrong, ${right} right)`,
    `  exact ${share(exact, wrong)}, caught ${share(caught, wrong)}, accused though right ${share(accused, right)}`,
    `  precision ${percent(precision)}, F1 ${percent(f1)}, steps unjudged ${percent(unjudged)}; ${time}, median ${msMedian.toFixed(2)} ms, slowest ${msMax.toFixed(0)} ms`,
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
