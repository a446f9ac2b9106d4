import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBalance } from '../../../src/lema/correct/balance.ts';
import { runCorrect } from '../../../src/lema/correct/run.ts';
import { placedSources } from '../../../src/lema/correct/sources.ts';
import { type AttemptRow, type CorrectionRow, correctionRow, rejectedRow } from '../../../src/lema/records.ts';
import { lema } from '../../cli/run.ts';
import { expectSameAfterKills } from '../kill.ts';
import { type ChatBody, type Script, scriptedServer } from '../scripted-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map(server => server.close()))));

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'correct-'));
const linesOf = (rows: readonly unknown[]): string => rows.map(row => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');
const fileOf = (rows: readonly unknown[], name = 'rows.jsonl'): string => {
  const path = join(folderOf(), name);
  writeFileSync(path, linesOf(rows));
  return path;
};
const rowsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));

/** Runs `lema data correct` and reads what it made. */
async function correct(...argv: string[]) {
  const out = join(folderOf(), 'c.jsonl');
  const { code, out: said, err } = await lema(['data', 'correct', ...argv, '--out', out]);
  const rejected = out.replace('.jsonl', '.rejected.jsonl');
  return {
    code,
    said,
    err,
    kept: existsSync(out) ? rowsIn(out).map(row => correctionRow.parse(row)) : [],
    rejected: existsSync(rejected) ? rowsIn(rejected).map(row => rejectedRow.parse(row)) : [],
  };
}

/** Makes corrections of a file without the command: on this thread, or by a worker. */
async function made({ input, worker, threads, own = 0 }: { input: string; worker?: URL; threads: number; own?: number }) {
  const share = own > 0 ? 0.5 : 'all';
  const signal = new AbortController().signal;
  const folder = folderOf();
  const files = { kept: join(folder, 'kept'), rejected: join(folder, 'rejected') };
  await runCorrect({
    planting: { seed: 1, plants: 1 },
    sources: placedSources({ files: [input], teacher: [], own, seed: 1, origin: {} }, fault => expect.fail(fault), signal),
    balance: createBalance(share, () => {}),
    files,
    settings: null,
    ...(worker ? { worker } : {}),
    threads: Math.max(1, threads),
    signal,
  });
  return { kept: rowsIn(files.kept), rejected: rowsIn(files.rejected) };
}

/** A problem of GSM8K's form; n tells them apart. */
const gsm = (n: number) => ({
  question: `A crate holds ${n + 11} melons. ${n + 3} crates arrive and 9 melons are spoilt. How many melons are good?`,
  answer: `There are ${n + 3} * ${n + 11} = <<${n + 3}*${n + 11}=${(n + 3) * (n + 11)}>>${(n + 3) * (n + 11)} melons.\nOf these ${(n + 3) * (n + 11)} - 9 = ${(n + 3) * (n + 11) - 9} are good.\n#### ${(n + 3) * (n + 11) - 9}`,
});
const GSM = [...Array(12).keys()].map(gsm);
const GSM_FILE = fileOf(GSM);

/** An attempt at problem n: right, or with a sum that is 1 too large. */
const attempt = (n: number, isWrong: boolean): AttemptRow => ({
  id: `a${n}`,
  problem_id: `p${n}`,
  problem: `Lea has ${n + 20} marbles and wins ${n + 13}. Then she gives 8 away. How many has she?`,
  steps: [
    `She has ${n + 20} + ${n + 13} = ${2 * n + 33 + Number(isWrong)} marbles.`,
    `${2 * n + 33 + Number(isWrong)} - 8 = ${2 * n + 25 + Number(isWrong)}`,
  ],
  stated: String(2 * n + 25 + Number(isWrong)),
  answer: String(2 * n + 25),
  strict: isWrong ? 'wrong' : 'right',
  flexible: isWrong ? 'wrong' : 'right',
});

describe('lema data correct', () => {
  it('plants a mistake in each right solution, and keeps as many right ones', async () => {
    const { code, kept, rejected, said } = await correct(fileOf(GSM), '--licence', 'MIT');
    expect({ code, rejected }).toEqual({ code: 0, rejected: [] });
    expect(kept.map(({ from }) => from)).toEqual(GSM.flatMap(() => ['right', 'planted']));
    for (const row of kept.filter(({ first_error }) => first_error >= 0)) {
      const right = kept.find(other => other.problem === row.problem && other.from === 'right');
      expect([...row.steps.slice(0, row.first_error), ...row.correct_steps]).toEqual(right?.steps);
      expect(row).toMatchObject({ mistake: expect.any(String), explanation: expect.stringMatching(/\w/), licence: 'MIT' });
    }
    expect(said).toContain('24 rows kept, 0 rejected');
  });

  it('takes attempts that are right, and rejects wrong ones that nobody is asked about', async () => {
    const { kept, rejected } = await correct(fileOf([attempt(1, false), attempt(2, true)]), '--right-share', 'all');
    expect(kept.map(({ id, problem_id }) => [id, problem_id])).toEqual([
      ['a1/right', 'p1'],
      ['a1/planted-1', 'p1'],
    ]);
    expect(rejected.map(({ reason }) => reason)).toEqual(['no-solution']);
  });

  it('tells bad rows with their lines and goes on', async () => {
    const { code, err, kept } = await correct(
      fileOf(['{"question": "broken', { steps: 3 }, GSM[0], { ...attempt(1, false), strict: 'maybe' }, '', GSM[1]]),
    );
    expect(code).toBe(0);
    expect(err.match(/rows\.jsonl:(\d+): /g)?.map(text => text.slice(-4, -2))).toEqual([':1', ':2', ':4']);
    expect(kept).toHaveLength(4);
  });

  it('rejects what stands twice, what does not end in its answer, and what nothing can be planted in', async () => {
    const other = { problem: 'What is 2 + 3?', answer: '6', solution: ['2 + 3 = 5'] };
    const prose = { problem: 'Name it.', answer: '7', solution: ['It is 7.'] };
    const { rejected } = await correct(fileOf([GSM[0], GSM[0], other, prose]), '--right-share', 'all', '--seed', '4');
    expect(rejected.map(({ reason }) => reason).filter(reason => reason !== 'duplicate')).toEqual([
      'right-other-answer',
      'nothing-planted',
    ]);
    expect(rejected.filter(({ reason }) => reason === 'duplicate').length).toBeGreaterThan(0);
  });

  it('takes an answer that stands in a box at the end', async () => {
    const boxed = { problem: 'Compute 1/2 + 1/3.', solution: '1/2 + 1/3 = 3/6 + 2/6\n= 5/6\nSo it is $\\boxed{\\frac{5}{6}}$.' };
    const { kept, rejected } = await correct(fileOf([boxed, { ...boxed, problem: 'Compute 1/3 + 1/2.', answer: '6/5' }]));
    expect(kept.filter(({ from }) => from === 'right').map(({ answer }) => answer)).toEqual(['\\frac{5}{6}']);
    expect(rejected.map(({ reason }) => reason)).toEqual(['right-other-answer']);
  });

  it('a row that is too much for the checker takes no other along', async () => {
    const deep = { problem: 'How much?', answer: '1', solution: [`${'('.repeat(20_000)}1${')'.repeat(20_000)} = 1`] };
    const long = { problem: `How much? ${'very '.repeat(30_000)}`, answer: '4', solution: ['2 + 2 = 4'] };
    const { code, kept, rejected } = await correct(fileOf([GSM[0], deep, long, GSM[1]]));
    expect({ code, kept: kept.length, reasons: rejected.map(({ reason }) => reason) }).toEqual({
      code: 0,
      kept: 4,
      reasons: ['unworkable', 'too-long'],
    });
  });

  it('a row that ends its thread takes no other along', async () => {
    const worker = new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      const filled = [];
      const madeOf = ({ source: { row } }) => {
        while (row.id === 'p1') filled.push(new Array(1e6).fill(filled.length + 0.5));
        return [{ to: 'kept', row: { id: row.id, problem: row.problem, steps: [], first_error: -1, from: 'right' } }];
      };
      parentPort.on('message', batch => parentPort.postMessage({ result: batch.flatMap(madeOf) }));`)}`,
    );
    const rows = [0, 1, 2].map(n => ({ id: `p${n}`, problem: `What is ${n}?`, answer: '1', solution: ['1 = 1'] }));
    const { kept, rejected } = await made({ input: fileOf(rows), worker, threads: 1 });
    expect([kept.map(({ id }) => id), rejected.map(({ reason, row }) => [reason, row.id])]).toEqual([['p0', 'p2'], [['unworkable', 'p1']]]);
  });

  it('makes empty files of empty ones', async () => {
    const { code, kept, rejected, said } = await correct(fileOf([]));
    expect({ code, kept, rejected }).toEqual({ code: 0, kept: [], rejected: [] });
    expect(said).toContain('0 rows kept');
  });

  it.each([
    [['--right-share', '2', 'x.jsonl'], 'from 0 to 1'],
    [['nowhere.jsonl'], 'nowhere.jsonl'],
    [[], 'name a file'],
    [['--model', 'a', '--model', 'b', 'x.jsonl'], 'one model'],
    [[GSM_FILE, '--rejected', GSM_FILE], 'would be written over'],
  ])('says what is wrong with %j', async (argv, told) => {
    const { code, err } = await correct(...argv);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) });
  });

  it('makes the same files with any number of threads', async () => {
    const worker = new URL('../../../src/lema/correct/worker.ts', import.meta.url);
    const input = fileOf([...Array(50).keys()].map(gsm));
    const run = async (threads: number): Promise<string> => {
      const { kept, rejected } = await made({ input, own: 20, threads, ...(threads > 0 ? { worker } : {}) });
      return linesOf([...kept, ...rejected]);
    };
    const alone = await run(0);
    expect(alone.split('\n').length).toBeGreaterThan(120);
    expect(await run(2)).toBe(alone);
  });
});

describe('the share of right solutions', () => {
  const row = (from: CorrectionRow['from'], n: number) => ({
    to: 'kept' as const,
    row: { from, first_error: from === 'right' ? -1 : 0, problem: `${from} ${n}`, steps: [] },
  });
  const rows = (counts: Partial<Record<CorrectionRow['from'], number>>) =>
    Object.entries(counts).flatMap(([from, count]) => [...Array(count).keys()].map(n => row(from as CorrectionRow['from'], n)));
  it.each([
    [{ right: 100, planted: 40 }, 0.5, { right: 40, planted: 40 }],
    [{ right: 40, planted: 100 }, 0.5, { right: 40, planted: 40 }],
    [{ right: 40, planted: 100, model: 70 }, 0.5, { right: 40, model: 70 }],
    [{ right: 90, planted: 90 }, 0.25, { right: 30, planted: 90 }],
    [{ right: 90, planted: 30 }, 'all', { right: 90, planted: 30 }],
    [{ right: 90, planted: 30 }, 0, { planted: 30 }],
    [{ right: 90, planted: 30 }, 1, { right: 90 }],
  ] as const)('of %j at %s is %j', (counts, share, expected) => {
    const kept = new Map<string, number>();
    const balance = createBalance(share, (to, own) => to === 'kept' && own && kept.set(own.from, (kept.get(own.from) ?? 0) + 1));
    const all = rows(counts);
    balance.count(all);
    balance.sift(all);
    expect(Object.fromEntries(kept)).toEqual(expected);
  });
});

describe('corrections that a teacher confirmed', () => {
  const confirmed = {
    id: 'student-0a1b2c3d/two-steps',
    problem: 'Solve 2x + 6 = 20.',
    steps: ['2x = 26', 'x = 13'],
    first_error: 0,
    mistake: 'term-moved-without-sign-change',
    reason: 'The 6 must be taken away on both sides.',
    correct_steps: ['2x = 14', 'x = 7'],
    answer: 'x = 7',
  };
  const cases: readonly [string, object, string | null][] = [
    ['is kept without the alias', confirmed, null],
    [
      'is kept as right with full marks',
      { ...confirmed, first_error: -1, mistake: null, steps: ['2x = 14', 'x = 7'], correct_steps: [] },
      null,
    ],
    ['with another key may name somebody', { ...confirmed, student: 'Ann' }, 'may-name'],
    ['under a name may name somebody', { ...confirmed, id: 'ann/two-steps' }, 'may-name'],
    ['with a path may name somebody', { ...confirmed, steps: ['see /home/ann/work', 'x = 13'] }, 'may-name'],
    ['with the name of a file may name somebody', { ...confirmed, reason: 'As in ann.md.' }, 'may-name'],
    ['with an address may name somebody', { ...confirmed, reason: 'Ask ann@school.org.' }, 'may-name'],
    ['is filtered like any other', { ...confirmed, correct_steps: ['2x = 15', 'x = 7'] }, 'correction-refuted'],
  ];
  it.each(cases)('%s', async (_, row, reason) => {
    const { kept, rejected } = await correct('--teacher', fileOf([row]), '--right-share', 'all');
    expect(rejected.map(own => own.reason)).toEqual(reason === null ? [] : [reason]);
    expect(kept.map(({ id, from, problem_id }) => [id, from, problem_id])).toEqual(
      reason === null ? [['teacher-1', 'teacher', 'two-steps']] : [],
    );
    if (reason === 'may-name') expect(JSON.stringify(rejected)).not.toMatch(/ann/i);
  });

  it('of another form is told', async () => {
    const { err, kept } = await correct('--teacher', fileOf([{ id: 1 }]));
    expect(kept).toEqual([]);
    expect(err).toContain("rows.jsonl:1: no row of 'lema class training'");
  });
});

const numberIn = ({ messages }: ChatBody): number => Number(/Lea has (\d+) marbles/.exec(messages.at(-1)?.content ?? '')?.[1]) - 20;
const good = (n: number): string =>
  ` Step 1.\nExplanation: The sum is ${2 * n + 33}.\nCorrect Solution:\nStep 1: She has ${n + 20} + ${n + 13} = ${2 * n + 33} marbles.\nStep 2: ${2 * n + 33} - 8 = ${2 * n + 25}\nThe answer is ${2 * n + 25}.`;
const late = (n: number): string =>
  ` Step 2.\nExplanation: It is ${2 * n + 25}.\nCorrect Solution:\nStep 2: ${2 * n + 33} - 8 = ${2 * n + 25}\nThe answer is ${2 * n + 25}.`;

describe('a model as corrector', () => {
  async function ask(reply: Script['reply'], rows: readonly unknown[], ...argv: string[]) {
    const server = await scriptedServer({ reply });
    open.push(server);
    const made = await correct(fileOf(rows), '--model', 'm', '--endpoint', server.url, '--right-share', 'all', ...argv);
    return { ...made, server };
  }

  it('is asked about wrong attempts alone, and what it says is kept with the votes', async () => {
    const { kept, server, code } = await ask(body => good(numberIn(body)), [attempt(1, false), attempt(2, true)], '--votes', '3');
    expect(code).toBe(0);
    expect(server.bodies.map(({ seed, temperature }) => [seed, temperature])).toEqual([4, 5, 6].map(seed => [seed, 0.7]));
    expect(server.bodies[0]?.messages).toHaveLength(10);
    expect(kept.map(({ id }) => id)).toEqual(['a1/right', 'a2/corrected']);
    expect(kept[1]).toMatchObject({
      first_error: 0,
      votes: [3, 3],
      from: 'model',
      answer: '29',
      explanation: 'The sum is 37.',
      mistake: 'result-off-by-one',
      asked: { model: 'm', seed: 4, tokens: { out: expect.any(Number) } },
    });
  });

  const replies: readonly [string, Script['reply'], string][] = [
    ['nonsense', () => 'I like marbles.', 'no-reading'],
    ['a step after one that is refuted', body => late(numberIn(body)), 'refuted-before'],
    ['None', () => ' None.', 'called-right'],
    ['votes that do not agree', body => [good(numberIn(body)), late(numberIn(body)), ' None.'][(body.seed ?? 0) % 3] ?? '', 'no-majority'],
    ['a step that is not there', body => good(numberIn(body)).replaceAll('Step 1', 'Step 7'), 'no-such-step'],
    ['another answer', body => good(numberIn(body)).replace(/The answer.*/, 'The answer is 1.'), 'other-answer'],
  ];
  it.each(replies)('%s: rejected', async (_, reply, reason) => {
    const { code, kept, rejected } = await ask(reply, [attempt(5, true)], '--votes', '3');
    expect({ code, kept }).toEqual({ code: 0, kept: [] });
    expect(rejected.map(own => own.reason)).toEqual([reason]);
    expect(rejected[0]?.row).toMatchObject({ problem_id: 'p5' });
  });

  it('that refuses the key ends the run with a sentence, and the next run goes on', async () => {
    const server = await scriptedServer({ reply: (body, count) => (count === 2 ? 401 : good(numberIn(body))) });
    open.push(server);
    const out = join(folderOf(), 'c.jsonl');
    const input = fileOf([1, 2, 3].map(n => attempt(n, true)));
    const argv = [
      'data',
      'correct',
      input,
      '--out',
      out,
      '--model',
      'm',
      '--endpoint',
      server.url,
      '--concurrency',
      '1',
      '--right-share',
      'all',
    ];
    expect(await lema(argv)).toMatchObject({ code: 2, err: expect.stringContaining('goes on from there') });
    expect(existsSync(out)).toBe(false);
    expect(await lema(argv)).toMatchObject({ code: 0 });
    expect(rowsIn(out).map(({ id }) => id)).toEqual(['a1/corrected', 'a2/corrected', 'a3/corrected']);
    expect(server.bodies).toHaveLength(4);
  });
});

describe('correcting that is killed', () => {
  it('loses and doubles nothing', { timeout: 300_000 }, async () => {
    const server = await scriptedServer({ reply: body => good(numberIn(body)), delayMs: 10, slots: 4 });
    open.push(server);
    const input = fileOf([...Array(40).keys()].map(n => attempt(n, n % 4 > 0)));
    const { texts } = await expectSameAfterKills({
      argv: folder => [
        ...['data', 'correct', input, '--out', join(folder, 'c.jsonl'), '--model', 'm', '--endpoint', server.url],
        ...['--plant', '1', '--own', '5', '--concurrency', '4'],
      ],
      files: ['c.jsonl', 'c.rejected.jsonl'],
      entries: 45,
      kills: 2,
      normal: text => text.replace(/"at":"[^"]*"/g, '"at":""'),
    });
    expect(texts[0]?.split('\n').length).toBeGreaterThan(40);
  });
});
