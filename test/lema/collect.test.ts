import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

describe('a server that fails', () => {
  it.each([
    ['429 at first', [429, 429, 429, 429, 429]],
    ['a fault of the server now and then', [500, 0, 0, 503, 0, 500]],
  ])('%s: everything is asked again, and the file is the same', async (_, statuses) => {
    const problems = problemFile(5);
    const calm = await begin();
    await calm.collect(problems);
    const { collect, out, attempts, rejected } = await begin({
      reply: (body, count) => statuses[count - 1] || solves(body),
      headers: { 'retry-after-ms': '1' },
    });
    expect(await collect(problems)).toMatchObject({ code: 0 });
    const timeless = (path: string) => readFileSync(path, 'utf8').replace(/"at":"[^"]*"/g, '');
    expect(timeless(out)).toBe(timeless(calm.out));
    expect([attempts().length, rejected()]).toEqual([5, []]);
  });

  it('goes away in the middle: what is done is kept, and the same command goes on', async () => {
    const problems = problemFile(8);
    const { collect, out, attempts, server } = await begin({ reply: (body, count) => (count > 3 && count < 6 ? 401 : solves(body)) });
    const first = await collect(problems, '--concurrency', '1');
    expect(first).toMatchObject({ code: 2, err: expect.stringMatching(/refuses the API key.*same command goes on/s) });
    expect(existsSync(out)).toBe(false);
    expect(await collect(problems, '--concurrency', '1')).toMatchObject({ code: 2 });
    expect(await collect(problems, '--concurrency', '1')).toMatchObject({ code: 0 });
    expect(attempts()).toHaveLength(8);
    expect(server.bodies).toHaveLength(8 + 2);
  });

  it('is not there: one sentence, and nothing is lost', async () => {
    const { collect, server } = await begin();
    await server.close();
    const { code, err } = await collect(problemFile(3));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^3 inputs.*\nlema: No model server answers at [^\n]*\n$/) });
  });

  it('says what is no solution: it is kept out, with the reason', async () => {
    const odd = ['', 'The answer is 3.', '<think>hm'];
    const { collect, attempts, rejected } = await begin({ reply: (body, count) => odd[count - 1] ?? solves(body) });
    expect(await collect(problemFile(4), '--concurrency', '1')).toMatchObject({ code: 0 });
    expect(attempts().map(row => row.problem_id)).toEqual(['p3']);
    expect(rejected().map(({ reason, row }) => [row.problem_id, reason])).toEqual([
      ['p0', expect.stringContaining('the reply is empty')],
      ['p1', 'it has no step'],
      ['p2', 'it has no step'],
    ]);
  });
});

describe('a budget', () => {
  it('is told before, and kept: a larger one goes on, and --finish ends with what there is', async () => {
    const problems = problemFile(10);
    const { collect, attempts, server, out } = await begin();
    const some = ['--budget-tokens', '600', '--max-tokens', '100', '--concurrency', '2'];
    const first = await collect(problems, ...some);
    expect(first).toMatchObject({ code: 2, err: expect.stringContaining('the budget is used up') });
    const asked = server.bodies.length;
    expect(asked).toBeGreaterThan(1);
    expect(await collect(problems, ...some)).toMatchObject({ code: 2 });
    expect(server.bodies.length).toBe(asked);
    expect(await collect(problems, '--max-tokens', '100', '--finish')).toMatchObject({ code: 0 });
    expect(attempts().map(row => row.problem_id)).toEqual([...Array(asked).keys()].map(n => `p${n}`));
    const spent = attempts().reduce((sum, { asked }) => sum + (asked?.tokens?.in ?? 0) + (asked?.tokens?.out ?? 0), 0);
    expect(spent).toBeLessThanOrEqual(600);
    expect(await collect(problems)).toMatchObject({ code: 2, err: expect.stringContaining(`${out}: is there and finished`) });
  });

  it('with a price: nothing is asked without a yes', async () => {
    const { collect, server } = await begin();
    const price = ['--price-in', '2', '--price-out', '8'];
    expect(await collect(problemFile(2), ...price)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/about 0\.00 in all[\s\S]*say --yes/),
    });
    expect(server.bodies).toHaveLength(0);
    expect(await collect(problemFile(2), ...price, '--yes', '--budget-cost', '1')).toMatchObject({ code: 0 });
  });
});

it.each([
  [[], /say where the rows go/],
  [['--out', 'x.jsonl'], /name the model/],
  [['--out', 'x.jsonl', '--model', 'm', '--model', 'm'], /each model is named once/],
  [['--out', 'x.jsonl', '--model', 'm', '--temperature', 'hot'], /--temperature takes numbers/],
  [['--out', 'x.jsonl', '--model', 'm'], /name at least one file/],
  [['--out', 'x.jsonl', '--model', 'm', '--budget-cost', '1', 'PROBLEMS'], /--budget-cost needs the price/],
  [['--out', 'x.jsonl', '--model', 'm', '--endpoint', 'a', '--endpoint', 'b', 'PROBLEMS'], /--endpoint: name one for all/],
])('lema data collect %s is bad use', async (argv, told) => {
  const problems = problemFile(1);
  const { code, err } = await lema(['data', 'collect', ...argv.map(word => (word === 'PROBLEMS' ? problems : word))]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(told) });
});

describe('a batch', () => {
  const replyTo = ({ custom_id, body }: { custom_id: string; body: ChatBody }): string =>
    `${JSON.stringify({
      id: 'b',
      custom_id,
      error: null,
      response: {
        status_code: 200,
        body: { model: 'm', created: 0, choices: [{ message: { content: solves(body) }, finish_reason: 'stop' }] },
      },
    })}\n`;

  it('asks what would be asked at once, and gives the same rows, in whatever order the replies come', async () => {
    const problems = problemFile(6);
    const options = ['--samples', '2', '--temperature', '0,1'];
    const { collect, out, attempts, server } = await begin();
    await collect(problems, ...options);
    const exported = await lema(['data', 'batch', 'export', 'collect', problems, '--model', 'm', ...options]);
    expect(exported).toMatchObject({ code: 0, err: '24 requests\n' });
    const requests = exported.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body: { model: 'm', seed: 1, temperature: 0 } });
    expect(requests[0].body).not.toHaveProperty('stream');
    type Body = ChatBody & { stream_options?: unknown; max_completion_tokens?: number };
    const plainBody = ({ stream: _, stream_options: __, max_tokens, max_completion_tokens = max_tokens, ...body }: Body) =>
      JSON.stringify([max_completion_tokens, body]);
    expect(requests.map(({ body }) => plainBody(body)).sort()).toEqual(server.bodies.map(plainBody).sort());
    expect(new Set(requests.map(({ custom_id }) => custom_id)).size).toBe(24);
    const [first, second] = [join(out, '..', 'r1.jsonl'), join(out, '..', 'r2.jsonl')];
    writeFileSync(first, requests.slice(0, 10).reverse().map(replyTo).join(''));
    const rest = await lema(['data', 'batch', 'export', 'collect', problems, '--model', 'm', ...options, '--replies', first]);
    expect(
      rest.out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(requests.slice(10));
    writeFileSync(second, requests.slice(10).map(replyTo).join(''));
    const back = `${out.replace('.jsonl', '')}-back.jsonl`;
    const ends = await lema([
      'data',
      'batch',
      'import',
      'collect',
      problems,
      '--model',
      'm',
      ...options,
      '--replies',
      first,
      '--replies',
      second,
      '--out',
      back,
    ]);
    expect(ends).toMatchObject({ code: 0, err: expect.stringContaining('24 replies; 24 attempts') });
    const without = (path: string) => readFileSync(path, 'utf8').replace(/"at":"[^"]*","tokens":(null|\{[^}]*\})/g, '');
    expect(without(back)).toBe(without(out));
    expect(attempts()).toHaveLength(24);
  });

  it('with replies that are missing, damaged, failed or to other requests', async () => {
    const problems = problemFile(5);
    const { out, attempts, rejected } = await begin();
    const asked = await lema(['data', 'batch', 'export', 'collect', problems, '--model', 'm']);
    const [a = '', b = '', c = '', d = ''] = asked.out.trim().split('\n');
    const other = replyTo(JSON.parse(d)).replace(/(collect-3-0-)[0-9a-f]{16}/, '$10123456789abcdef');
    const file = join(out, '..', 'r.jsonl');
    const failed = JSON.stringify({ custom_id: JSON.parse(b).custom_id, response: null, error: { message: 'no' } });
    writeFileSync(
      file,
      `\uFEFF${replyTo(JSON.parse(a))}${replyTo(JSON.parse(a))}\n${failed}\n${other}{"custom_id":"json-1","response":{"status_code":200,"body":{"choices":[]}}}\n${replyTo(JSON.parse(c)).slice(0, 80)}`,
    );
    const { code, err } = await lema(['data', 'batch', 'import', 'collect', problems, '--model', 'm', '--replies', file, '--out', out]);
    expect(code).toBe(0);
    expect(err.replaceAll(file, 'r').split('\n').slice(0, 4)).toEqual([
      'r:2: a second reply to one request; the first counts',
      'r:4: the request failed (status unknown)',
      'r:6: the response holds no reply',
      'r:7: this is not JSON, or its end is missing',
    ]);
    expect(attempts().map(row => row.problem_id)).toEqual(['p0']);
    expect(rejected().map(({ reason, row }) => `${row.problem_id}: ${reason}`)).toEqual([
      'p1: no reply came',
      'p2: no reply came',
      'p3: the reply is to another request: other problems, or asked otherwise',
      'p4: no reply came',
    ]);
  });
});

/** A file may not grow over so many kB: as good as a full disk, and every system but Windows has it. */
it.runIf(process.platform !== 'win32')(
  'a full disk is told in one sentence, and the same command goes on when there is room',
  { timeout: 120_000 },
  async () => {
    const problems = problemFile(20);
    const calm = await begin();
    await calm.collect(problems);
    const { out, server } = await begin();
    const script = join(import.meta.dirname, '../cli/run-lema.ts');
    const argv = [
      process.execPath,
      '--no-warnings',
      script,
      'data',
      'collect',
      problems,
      '--out',
      out,
      '--model',
      'm',
      '--endpoint',
      server.url,
    ];
    const run = promisify(execFile);
    const full = await run('sh', ['-c', `ulimit -f 4 && exec "$@"`, 'sh', ...argv]).catch(error => error);
    expect(full).toMatchObject({ code: 2, stderr: expect.stringMatching(/lema: .*a\.jsonl[^\n]*goes on from there\n$/) });
    const before = server.bodies.length;
    await run(argv[0] ?? '', argv.slice(1));
    const timeless = (path: string) => readFileSync(path, 'utf8').replace(/"at":"[^"]*"/g, '');
    expect(timeless(out)).toBe(timeless(calm.out));
    expect(server.bodies.length - before).toBeLessThan(20);
  },
);

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
