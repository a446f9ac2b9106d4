import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { modelCorrector } from '../../../src/correction/model.ts';
import { correctionExample } from '../../../src/lema/export/example.ts';
import { isDev } from '../../../src/lema/export/text.ts';
import { exampleRow } from '../../../src/lema/records.ts';
import type { Message } from '../../../src/model/port.ts';
import { oneLine } from '../../../src/model/protocol/fence.ts';
import { lemaProtocol } from '../../../src/model/protocol/lema.ts';
import { cleanAnswer } from '../../../src/model/protocol/reply.ts';
import { readDocument, readRow } from '../../../src/solution/read.ts';
import type { Solution } from '../../../src/solution/solution.ts';
import { expectSameAfterKills } from '../kill.ts';
import { correction, exported, newFolder, plantedRows } from './rows.ts';

const planted = plantedRows(60);

/** What the extension sends for a solution. */
async function sentFor(solution: Solution): Promise<readonly Message[]> {
  let sent: readonly Message[] = [];
  const port = {
    name: 'm',
    where: 'here',
    ask: async (messages: readonly Message[]) => {
      sent = messages;
      return [{ text: ' None.', complete: true }];
    },
  };
  await modelCorrector(port, { protocol: lemaProtocol }).correct(solution, {
    signal: AbortSignal.timeout(5000),
    deadlineMs: 5000,
    now: () => 0,
  });
  return sent;
}

describe('an example', () => {
  it('is read back as the row that it was made of', () => {
    for (const row of planted) {
      const example = correctionExample(row);
      if (typeof example === 'string') throw new Error(`${row.id}: ${example}`);
      expect(lemaProtocol.read(example.completion, true)).toEqual(
        row.first_error < 0
          ? { step: null, explanation: '', correctSteps: [], answer: null }
          : {
              step: row.first_error + 1,
              explanation: oneLine(row.explanation),
              correctSteps: row.correct_steps.map(oneLine),
              answer: cleanAnswer(row.answer ?? ''),
            },
      );
    }
  });

  it('asks in the words that the extension sends for the same row', async () => {
    const stated = correction({ steps: ['3x = 24', 'x = 8', 'The answer is 8.'], first_error: 0 });
    for (const row of [...planted.slice(0, 20), stated, correction({ steps: ['12 + 7 = 18', '18'], first_error: 0 })]) {
      const example = correctionExample(row);
      const { solution } = readRow({ id: row.id, problem: row.problem, steps: row.steps });
      expect(example).toMatchObject({ prompt: await sentFor(solution) });
    }
  });

  it.each([
    '## Problem 1\n\nSolve 3x + 6 = 18.\n\n### Solution\n\n1. 3x + 6 = 18\n2. 3x = 24\n3. x = 8\n',
    '## Problem 1\n\nAna has 12 pens and buys 7 more. How many has she?\n\n### Solution\n\n1. She has 12 + 7 = 18 pens.\n2. The answer is 18.\n',
  ])('asks in the words that the extension sends for the same document', async document => {
    const [solution] = readDocument(document, 'markdown').solutions;
    if (!solution) throw new Error('no solution');
    const row = correction({ problem: solution.problem, steps: solution.steps.map(({ text }) => text) });
    expect(correctionExample(row)).toMatchObject({ prompt: await sentFor(solution) });
  });

  it.each([
    ['incomplete', correction({ explanation: ' ' })],
    ['incomplete', correction({ correct_steps: [] })],
    ['incomplete', correction({ first_error: 3 })],
    ['incomplete', correction({ steps: [], first_error: -1 })],
    ['not read back', correction({ explanation: 'See. Correct Solution: none' })],
    ['not read back', correction({ correct_steps: ['3x = 12 Step 2: x = 4', 'The answer is 4'] })],
    ['marks of a chat template', correction({ explanation: 'Wrong.<|im_end|>' })],
  ])('%s', (why, row) => {
    expect(correctionExample(row)).toBe(why);
  });
});

describe('lema data export', () => {
  it('writes prompt and completion, half of them without a mistake, and a card that counts them', async () => {
    const { code, out, card, rows } = await exported(planted, ['--level', '0']);
    expect(code).toBe(0);
    const all = [...rows.train, ...rows.dev].map(row => exampleRow.parse(row));
    const none = all.filter(row => row.completion[0]?.content === ' None.').length;
    expect(none).toBe(all.length / 2);
    expect(card?.rows).toMatchObject({ train: rows.train.length, dev: rows.dev.length });
    expect(out).toContain(`${rows.train.length} rows to train on, ${rows.dev.length} for development`);
    expect(card?.by.part).toMatchObject({ mistake: expect.any(Object), right: expect.any(Object) });
  });

  it('gives equal bytes for equal inputs, options and seeds, and other rows for another seed', async () => {
    const runs = [];
    for (const seed of ['1', '1', '2']) {
      const { folder } = await exported(planted, ['--limit', '40', '--seed', seed]);
      runs.push(['train.jsonl', 'dev.jsonl', 'card.json', 'card.md'].map(name => readFileSync(join(folder, 'out', name), 'utf8')));
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]?.[0]).not.toBe(runs[0]?.[0]);
  });

  it('tells the hash of every file that it read and wrote', async () => {
    const { folder, card } = await exported(planted);
    const hash = (...path: string[]) =>
      createHash('sha256')
        .update(readFileSync(join(folder, ...path)))
        .digest('hex');
    expect(card?.inputs.map(({ sha256 }) => sha256)).toEqual([hash('corrections.jsonl')]);
    expect(card?.outputs.map(({ sha256 }) => sha256)).toEqual([hash('out', 'train.jsonl'), hash('out', 'dev.jsonl')]);
  });

  it('keeps problems that differ in their numbers alone in one split', async () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      correction({
        problem: `Solve ${'pqrstuvwxy'[i % 10]} + ${i} = ${2 * i + 1}${'.'.repeat(1 + (i % 3))} ${i % 7 ? 'Please' : ''}`,
        explanation: `No ${i}`,
      }),
    );
    const { rows: split } = await exported(rows, ['--right-share', '0', '--level', '0', '--dev-share', '0.4']);
    const formsIn = (list: readonly unknown[]) =>
      new Set(list.map(row => /Question: (.*)\\n/.exec(JSON.stringify(row).replace(/\d+/g, '#'))?.[1]));
    const [train, dev] = [formsIn(split.train), formsIn(split.dev)];
    expect(train.size > 0 && dev.size > 0).toBe(true);
    expect([...dev].filter(form => train.has(form))).toEqual([]);
    expect(isDev('Solve 3x = 4', 0.5)).toBe(isDev('solve  77x = 1,000.5', 0.5));
  });

  it('takes the same once, and nothing of what contradicts itself', async () => {
    const other = { steps: ['y = 3 + 4', 'y = 8'], first_error: 1, problem: 'Find y = 3 + 4.', correct_steps: ['y = 7'], answer: '7' };
    const rows = [
      correction(),
      correction({ problem: 'Solve  3x + 6 = 18' }),
      correction(other),
      correction({ ...other, first_error: 0 }),
      correction({ ...other }),
    ];
    const { card, rows: split } = await exported(rows, ['--right-share', '0', '--dev-share', '0']);
    expect(split.train).toHaveLength(1);
    expect(card?.left).toEqual({ 'the same as another': 2, 'contradicts another': 2 });
  });

  it('takes what a person stands for against what a model says, and levels none of it away', async () => {
    const edited = correction({
      from: 'teacher',
      first_error: 0,
      correct_steps: ['3x + 6 = 18', '3x = 12', 'x = 4'],
      explanation: 'Read it again.',
    });
    for (const rows of [
      [correction(), edited],
      [edited, correction()],
      [correction(), edited, correction()],
    ]) {
      const { rows: split } = await exported(rows, ['--right-share', '0', '--dev-share', '0']);
      expect(split.train).toHaveLength(1);
      expect(JSON.stringify(split.train)).toContain('Read it again.');
    }
    const other = correction({ from: 'teacher', first_error: 2 });
    expect(
      (await exported([edited, other, correction({ problem: 'Other' })], ['--right-share', '0', '--dev-share', '0'])).rows.train,
    ).toHaveLength(1);
    const { rows: limited } = await exported([...planted, edited], ['--limit', '4', '--dev-share', '0']);
    expect(JSON.stringify(limited.train)).toContain('Read it again.');
  });

  it('tells every row that cannot be used, and goes on', async () => {
    const rows = ['{"id": 1', { id: 'x' }, correction(), correction({ problem: 'Other', explanation: '' })];
    const { code, err, card, rows: split } = await exported(rows, ['--right-share', '0', '--dev-share', '0']);
    expect(code).toBe(0);
    expect(split.train).toHaveLength(1);
    expect(err).toMatch(/corrections\.jsonl:1: this is not JSON/);
    expect(err).toMatch(/corrections\.jsonl:2: problem_id: /);
    expect(card?.left).toEqual({ unreadable: 2, incomplete: 1 });
  });

  it.each([
    [[], ['MIT', null]],
    [['--licences', 'MIT'], ['MIT']],
    [
      ['--licences', 'mit, unknown'],
      ['MIT', null],
    ],
    [['--licences', 'CC-BY-ND-4.0'], ['CC-BY-ND-4.0']],
  ])('with %j takes the licences %j', async (args, taken) => {
    const rows = ['MIT', null, 'CC-BY-ND-4.0'].map((licence, i) => correction({ licence, problem: `Solve ${'xyz'[i]}.` }));
    const { card } = await exported(rows, ['--right-share', '0', '--dev-share', '0', ...args]);
    expect(Object.keys(card?.by.licence ?? {}).sort()).toEqual(taken.map(licence => licence ?? 'unknown').sort());
  });

  it('writes messages for OpenAI and for axolotl, with a configuration that names them', async () => {
    for (const format of ['openai', 'axolotl']) {
      const { folder, rows, err } = await exported([correction()], ['--right-share', '0', '--dev-share', '0', '--format', format]);
      expect(rows.train).toEqual([
        {
          messages: [
            { role: 'system', content: expect.any(String) },
            { role: 'user', content: expect.any(String) },
            { role: 'assistant', content: expect.stringContaining(' Step 2.') },
          ],
        },
      ]);
      expect(/needs at least 10 rows/.test(err)).toBe(format === 'openai');
      const config = join(folder, 'out', 'axolotl.yaml');
      expect(existsSync(config)).toBe(format === 'axolotl');
      if (format === 'axolotl')
        expect(parse(readFileSync(config, 'utf8'))).toMatchObject({
          datasets: [{ path: 'train.jsonl', type: 'chat_template', roles_to_train: ['assistant'] }],
          test_datasets: [{ path: 'dev.jsonl' }],
          train_on_inputs: false,
        });
    }
  });

  it('takes worked solutions of problems and of right attempts for solving', async () => {
    const folder = newFolder();
    const problems = join(folder, 'gsm.jsonl');
    const attempts = join(folder, 'attempts.jsonl');
    writeFileSync(problems, `${JSON.stringify({ question: 'How many is 2 and 3?', answer: 'It is 2 + 3 = <<2+3=5>>5.\n#### 5' })}\n`);
    const attempt = {
      id: 'a',
      problem_id: 'p',
      problem: 'Add 1 and 1.',
      steps: ['1 + 1 = 2'],
      stated: '2',
      answer: '2',
      strict: 'right',
      flexible: 'right',
    };
    writeFileSync(
      attempts,
      [attempt, { ...attempt, problem: 'Add 2 and 2.', strict: 'wrong', flexible: 'wrong' }]
        .map(row => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    const { rows, card } = await exported(
      [],
      ['--problems', problems, '--attempts', attempts, '--recipe', 'cot', '--dev-share', '0'],
      folder,
    );
    expect(rows.train.map(row => exampleRow.parse(row).completion[0]?.content)).toEqual([
      ' Step 1: It is 2 + 3 = 5.\nThe answer is 5.',
      ' Step 1: 1 + 1 = 2\nThe answer is 2.',
    ]);
    expect(card?.left).toEqual({ 'an attempt that is not right': 1 });
  });

  it('takes a right solution both to be solved and as one without a mistake', async () => {
    const right = correction({
      steps: ['3x + 6 = 18', '3x = 12', 'x = 4'],
      first_error: -1,
      mistake: null,
      explanation: '',
      correct_steps: [],
      from: 'right',
    });
    const folder = newFolder();
    const problems = join(folder, 'problems.jsonl');
    writeFileSync(problems, `${JSON.stringify({ problem: right.problem, answer: right.answer, solution: right.steps })}\n`);
    const { rows, card } = await exported([right, correction()], ['--problems', problems, '--dev-share', '0'], folder);
    expect([rows.train.length, card?.left]).toEqual([3, {}]);
  });

  it.each([
    ['no rows', [''], [], 'the files hold no rows'],
    ['no right ones', [correction()], [], 'out of proportion 1; give rows of the other kind too'],
    ['rows that are too long', [correction()], ['--max-tokens', '5'], 'too long 1'],
    ['an unknown form', [correction()], ['--format', 'csv'], '--format takes trl, openai, axolotl'],
    ['a share above 1', [correction()], ['--right-share', '2'], '--right-share takes a number from 0 to 1'],
    ['nothing to read', [], [], 'name at least one file'],
  ])('refuses %s with a reason, and leaves nothing behind', async (_, rows, args, reason) => {
    const { code, err, folder } = await exported(rows, args);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(existsSync(join(folder, 'out', 'train.jsonl'))).toBe(false);
  });

  it('ends in the same files however often it is killed', async () => {
    const corrections = join(newFolder(), 'corrections.jsonl');
    const rows = Array.from({ length: 3000 }, (_, i) =>
      correction({ id: String(i), problem: `Exercise ${i} of ${'abcdefgh'[i % 8]}.`, licence: 'MIT' }),
    );
    writeFileSync(corrections, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
    await expectSameAfterKills({
      argv: folder => ['data', 'export', corrections, '--out', folder, '--right-share', '0'],
      files: ['train.jsonl', 'dev.jsonl', 'card.json', 'card.md'],
      entries: 2400,
      kills: 2,
    });
  });
});
