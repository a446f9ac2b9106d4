import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { attemptRow } from '../../src/lema/records.ts';
import { lema } from '../cli/run.ts';
import { expectSameAfterKills } from './kill.ts';
import { type ChatBody, type Script, scriptedServer } from './scripted-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map(server => server.close()))));

/** Problem n asks for n + n; each sample says something else, every third one the wrong answer. */
const problemFile = (count: number): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'collect-')), 'problems.jsonl');
  const rows = Array.from({ length: count }, (_, n) => ({ id: `p${n}`, problem: `What is ${n} + ${n}?`, answer: String(2 * n) }));
  writeFileSync(path, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
  return path;
};

const askedOf = ({ messages }: ChatBody): number => Number(/What is (\d+)/.exec(messages.at(-1)?.content ?? '')?.[1]);
const solves = (body: ChatBody): string => {
  const n = askedOf(body);
  const seed = body.seed ?? 0;
  const said = 2 * n + ((n + seed) % 3 === 0 ? 1 : 0);
  return `Step 1: I add ${n} and ${n}, try ${seed} at ${body.temperature}.\nStep 2: ${n} + ${n} = ${said}\nThe answer is ${said}.`;
};

async function begin(script: Partial<Script> = {}) {
  const server = await scriptedServer({ reply: solves, ...script });
  open.push(server);
  const out = join(mkdtempSync(join(tmpdir(), 'collected-')), 'a.jsonl');
  const collect = (problems: string, ...more: string[]) =>
    lema(['data', 'collect', problems, '--out', out, '--model', 'm', '--endpoint', server.url, ...more]);
  const read = (path: string) =>
    (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : []).map(line => JSON.parse(line));
  return {
    server,
    out,
    collect,
    attempts: () => read(out).map(row => attemptRow.parse(row)),
    rejected: () => read(out.replace('.jsonl', '.rejected.jsonl')),
  };
}

describe('collecting', () => {
  it('judges every solution by its answer, keeps right and wrong ones, and says how each was asked for', async () => {
    const { collect, attempts, server } = await begin();
    const { code, err } = await collect(problemFile(6), '--samples', '2', '--temperature', '0.3,1');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('24 attempts') });
    const rows = attempts();
    expect(rows.map(row => row.problem_id)).toEqual([...Array(6).keys()].flatMap(n => Array(4).fill(`p${n}`)));
    expect(rows[0]).toMatchObject({
      problem: 'What is 0 + 0?',
      answer: '0',
      stated: '0',
      strict: 'right',
      flexible: 'right',
      source: 'problems.jsonl',
      steps: ['I add 0 and 0, try 1 at 0.3.', '0 + 0 = 0'],
      asked: {
        model: 'm',
        seed: 1,
        temperature: 0.3,
        prompt: expect.stringMatching(/^[0-9a-f]{16}$/),
        tokens: { out: expect.any(Number) },
      },
    });
    expect(rows.filter(row => row.strict === 'wrong').map(row => [row.problem_id, row.asked?.seed])).toContainEqual(['p1', 2]);
    expect(new Set(rows.map(row => row.id)).size).toBe(24);
    expect(server.bodies).toHaveLength(24);
  });
});

describe('collecting that is killed', () => {
  it('loses and doubles nothing', { timeout: 300_000 }, async () => {
    const server = await scriptedServer({ reply: solves, delayMs: 10, slots: 4 });
    open.push(server);
    const problems = problemFile(60);
    const { killed, texts } = await expectSameAfterKills({
      argv: folder => [
        'data',
        'collect',
        problems,
        '--out',
        join(folder, 'a.jsonl'),
        '--model',
        'm',
        '--endpoint',
        server.url,
        '--samples',
        '3',
        '--concurrency',
        '8',
      ],
      files: ['a.jsonl', 'a.rejected.jsonl'],
      entries: 180,
      normal: text => text.replace(/"at":"[^"]*"/g, '"at":""'),
    });
    expect(texts[0]?.trim().split('\n')).toHaveLength(180);
    expect(server.bodies.length).toBeLessThanOrEqual(2 * 180 + killed * 8);
  });
});
