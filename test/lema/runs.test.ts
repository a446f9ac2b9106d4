import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resultOf } from '../../src/lema/evaluate/result.ts';
import { readEvaluations } from '../../src/lema/review/evaluations.ts';
import { decide } from '../../src/lema/review/reviews.ts';
import { readExamples, readLoss, readRuns } from '../../src/lema/review/runs.ts';
import { writeUsed } from '../../src/lema/review/used.ts';
import { addMetrics } from '../../src/lema/train/metrics.ts';
import { newRecord, writeRun } from '../../src/lema/train/run.ts';
import { settingsFor } from '../../src/lema/train/settings.ts';
import { learnFolder, proposed } from './learn-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lema-runs-'));
  learnFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inRun = (name: string, change: (record: Record<string, unknown>) => object): void => {
  const path = join(folder, 'runs', name, 'run.json');
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
};

test('runs are listed, the newest first, as far as they came', async () => {
  expect(
    (await readRuns(folder)).map(({ name, status, step, steps, base, recipe, rows }) => [name, status, step, steps, base, recipe, rows]),
  ).toEqual([
    ['runs/nano-2', 'stopped', 180, 400, 'models/nano', 'nano', 5400],
    ['runs/nano-1', 'done', 400, 400, 'models/nano', 'nano', 5400],
  ]);
});

test('a run that says it is running and has no process behind it is a stopped one; with one, its time left is told', async () => {
  inRun('nano-2', record => ({ ...record, status: 'running', step: 0 }));
  expect((await readRuns(folder))[0]).toMatchObject({ status: 'stopped', step: 180, secondsLeft: null });
  writeFileSync(join(folder, 'runs/nano-2/run.lock'), String(process.pid));
  expect((await readRuns(folder))[0]).toMatchObject({ status: 'running', secondsLeft: 330 });
});

test('a record that is none is left out, and so is the line that is being written', async () => {
  writeFileSync(join(folder, 'runs/nano-1/run.json'), '{"status": "done"');
  mkdirSync(join(folder, 'runs/other'));
  writeFileSync(join(folder, 'runs/nano-2/metrics.jsonl'), '{"step": 1, "loss": 2}\n{"step": 2, "lo');
  expect((await readRuns(folder)).map(({ name }) => name)).toEqual(['runs/nano-2']);
  expect(await readLoss(folder, 'runs/nano-2')).toEqual([{ step: 1, loss: 2 }]);
});

test('what was measured is read, the newest first, and other files are passed over', async () => {
  writeFileSync(join(folder, 'card.json'), '{"rows": 1}');
  writeFileSync(join(folder, 'evaluations/broken.json'), '{');
  expect((await readEvaluations(folder)).map(({ asked }) => asked.model)).toEqual(['nano-1', 'nano']);
});

test('a record and a metric as the trainer writes them are read', async () => {
  const run = join(folder, 'runs/own');
  mkdirSync(run);
  const split = { files: ['train.jsonl'], rows: 12, sha256: '0' };
  const base = { name: 'tiny', folder: null, sha256: null };
  writeRun(run, {
    ...newRecord('trl', base, { ...split, path: '', letters: 0 }, null, settingsFor({ recipe: 'nano' }, 12)),
    started: '2027-01-01T00:00:00Z',
  });
  addMetrics(run, { step: 1, loss: 2.5, seconds: 3 });
  expect((await readRuns(folder))[0]).toMatchObject({
    name: 'runs/own',
    engine: 'trl',
    base: 'tiny',
    recipe: 'nano',
    rows: 12,
    step: 1,
    steps: 2,
  });
  expect(await readLoss(folder, 'runs/own')).toEqual([{ step: 1, loss: 2.5, seconds: 3 }]);
});

test('a result as it is measured is read', async () => {
  const about: Parameters<typeof resultOf>[0] = {
    kind: 'locate',
    task: { file: 'rows.jsonl', hash: '0', split: 'dev', rows: 2 },
    asked: { model: 'tiny', protocol: 'lema', prompt: '0', temperature: 0, seeds: [1], maxTokens: 9, reference: false },
    lema: { version: '0', commit: '0' },
    date: '2027-01-01T00:00:00Z',
    stopped: null,
  };
  const rows = [
    { wrong: 1, exact: 1, caught: 1 },
    { right: 1, accused: 1 },
  ].map((model, place) => ({ place, id: place, category: 'fractions', seed: 1, cause: null, found: {}, counts: { model } }));
  const cost = { requests: 2, tokens: null, seconds: { median: 1, p95: 1 } };
  writeFileSync(join(folder, 'evaluations/own.json'), JSON.stringify(resultOf(about, ['model'], rows, cost)));
  const [found] = await readEvaluations(folder);
  expect(found?.asked.model).toBe('tiny');
  expect(found?.categories.fractions?.model?.accused).toEqual([1, 1]);
  expect(found?.measures.model?.f1?.value).toBe(0);
});

test('folders of examples are found, and those that a run keeps are not', async () => {
  for (const path of ['train', 'examples/a', 'runs/nano-1/data']) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'train.jsonl'), '');
  }
  expect(await readExamples(folder)).toEqual(['examples/a', 'train']);
});

test('in use are planted and right ones, and those that a person accepted', async () => {
  const at = '2026-01-01T00:00:00Z';
  const decisions = new Map();
  const [first] = proposed;
  await decide(folder, decisions, { id: 'm-1', decision: 'accept', row: { ...first, from: 'teacher' } as typeof first, at });
  await decide(folder, decisions, { id: 'm-2', decision: 'reject', reason: 'no', at });
  const out = join(folder, 'examples/used.jsonl');
  expect(await writeUsed(folder, out, new AbortController().signal)).toBe(61);
  const sources = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).from);
  expect([...new Set(sources)].sort()).toEqual(['planted', 'right', 'teacher']);
});
