import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Asked,
  type Behaviour,
  cuts,
  type FaultServer,
  faultServer,
  listsModels,
  runsOut,
  says,
  saysWithUsage,
  stalls,
  status,
} from '../model/fault-server.ts';
import { lema } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-evaluate-'));
let files = 0;
const newName = (): string => join(folder, `${files++}.json`);
const fileOf = (rows: readonly unknown[]): string => {
  const path = newName();
  writeFileSync(path, rows.map(row => JSON.stringify(row)).join('\n'));
  return path;
};

const servers: FaultServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
});

/** Answers each question by the first text that it holds. */
async function serve(script: Readonly<Record<string, Behaviour>>): Promise<FaultServer> {
  const answer: Behaviour = (response, asked) => {
    const [, does = says('I do not know.')] = Object.entries(script).find(([part]) => userText(asked).includes(part)) ?? [];
    does(response, asked);
  };
  const server = await faultServer([answer], listsModels('lema-tiny'));
  servers.push(server);
  return server;
}

const userText = ({ body }: Asked): string => JSON.parse(body).messages.at(-1).content;

const wrong = (id: string, number: number) => ({
  id,
  problem: `Solve 2x + ${number} = ${number + 4}.`,
  steps: [`2x + ${number} = ${number + 4}`, `2x = ${2 * number + 4}`, `x = ${number + 2}`],
  first_error: 1,
  mistake: 'moved-term-keeps-sign',
  correct_steps: ['2x = 4', 'x = 2'],
  answer: 'x = 2',
});
const right = (id: string, number: number) => ({
  id,
  problem: `Solve 3x + ${number} = ${number + 6}.`,
  steps: [`3x + ${number} = ${number + 6}`, '3x = 6', 'x = 2'],
  first_error: -1,
});

const reply = (step: number, ...steps: string[]) =>
  ` Step ${step}.\nExplanation: The sign has to change.\nCorrect Solution:\n${steps.map((text, i) => `Step ${step + i}: ${text}`).join('\n')}\nThe answer is x = 2.`;
const exact = reply(2, '2x = 4', 'x = 2');
const none = ' None.';
const usage = { prompt_tokens: 100, completion_tokens: 20 };

const ask = (server: Pick<FaultServer, 'url'>, file: string, ...more: string[]) =>
  lema(['evaluate', file, '--model', 'lema-tiny', '--endpoint', server.url, '--split', 'all', '--concurrency', '1', ...more]);
const results = (out: string) => JSON.parse(out)[0];

describe('lema evaluate --model', () => {
  const ROWS = fileOf([wrong('w1', 3), wrong('w2', 5), right('r1', 3), right('r2', 5)]);
  const SCRIPT = { '2x + 3': saysWithUsage(exact, usage), '2x + 5': says(reply(1, '2x = 4')), '3x + 3': says(none), '3x + 5': says(exact) };

  it('measures the model, the checker and what the judge leaves, and says what was asked', async () => {
    const server = await serve(SCRIPT);
    const { code, out } = await ask(server, ROWS, '--format', 'json');
    expect(code).toBe(0);
    expect(results(out)).toMatchObject({
      kind: 'locate',
      task: { split: 'all', rows: 4 },
      asked: { model: 'lema-tiny', protocol: 'lema', seeds: [1], temperature: 0 },
      stopped: null,
      answered: { part: 4, whole: 4, by: 'wilson' },
      measures: {
        model: { exact: { part: 1, whole: 2 }, caught: { part: 2 }, accused: { part: 1, whole: 2 }, f1: { value: 0.5, by: 'bootstrap' } },
        checker: { exact: { part: 2 }, accused: { part: 0 } },
        judged: { exact: { part: 2 }, accused: { part: 0 }, rule: { part: 2, whole: 2 }, sound: { part: 2, whole: 2 } },
      },
    });
  });

  it('prints a table', async () => {
    const { out } = await ask(await serve(SCRIPT), ROWS, '--show', 'accused', '--judge', 'off');
    expect(out).toMatch(/── r2: The sign has to change\./);
    expect(out).toMatch(/split all: 4 rows \(2 wrong, 2 right answered\)/);
    expect(out).toMatch(/exact {2,}1\/2 = 50\.00 % \[9\.45, 90\.55\]/);
    expect(out).toMatch(/100 tokens in, 20 out/);
    expect(out).not.toMatch(/checker alone|judge/);
  });

  it('asks only about the half that it is told to, by default dev', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i + 2);
    const file = fileOf(numbers.map(n => right(`${n}`, n)));
    const asked = async (...split: string[]) => {
      const server = await serve({ Solve: says(none) });
      await lema(['evaluate', file, '--model', 'lema-tiny', '--endpoint', server.url, '--judge', 'off', ...split]);
      return server.asked.map(userText).sort();
    };
    const [dev, test, byDefault] = [await asked('--split', 'dev'), await asked('--split', 'test'), await asked()];
    expect(byDefault).toEqual(dev);
    expect(new Set([...dev, ...test]).size).toBe(12);
    expect(dev.length * test.length).toBeGreaterThan(0);
  });

  it.each<[string, Behaviour, RegExp]>([
    ['nonsense', says('It is fine.'), /^nonsense/],
    ['a reply that is cut off', runsOut(' Step 2.\nExplanation: because'), /^cut-off/],
    ['a connection that breaks', cuts, /^cut-off/],
    ['silence', stalls, /^timeout/],
    ['a fault of the server', status(500, { 'retry-after-ms': '1' }), /^server/],
    ['too long a text', status(413), /^too-long/],
  ])('%s is no answer, and never wrong', async (_, does, cause) => {
    const server = await serve({ '2x + 3': does, Solve: says(none) });
    const { code, out } = await ask(server, ROWS, '--format', 'json', '--judge', 'off', '--deadline', '1');
    const { answered, causes, measures } = results(out);
    expect({ code, answered, causes: Object.keys(causes) }).toMatchObject({
      code: 0,
      answered: { part: 3, whole: 4 },
      causes: [expect.stringMatching(cause)],
    });
    expect(measures.model.exact.whole).toBe(1);
  });

  it('keeps the replies of a run that stops, and asks only for what is missing', async () => {
    const replies = newName();
    const first = await serve({ '3x + 3': status(401), Solve: says(exact) });
    const stopped = await ask(first, ROWS, '--replies', replies);
    expect(stopped).toMatchObject({ code: 2, err: expect.stringMatching(/refuses the API key.*2 of 4 rows.*the same command goes on/s) });
    const second = await serve({ Solve: says(exact) });
    const whole = await ask(second, ROWS, '--replies', replies, '--format', 'json');
    expect(second.asked.map(userText).filter(text => text.includes('2x +'))).toEqual([]);
    const undisturbed = await ask(second, ROWS, '--format', 'json');
    expect(results(whole.out).measures).toEqual(results(undisturbed.out).measures);
    const third = await ask({ url: 'http://127.0.0.1:9/v1' }, ROWS, '--replies', replies, '--format', 'json');
    expect(results(third.out).rows).toEqual(results(whole.out).rows);
  });

  it('takes the mean over several seeds', async () => {
    const server = await serve(SCRIPT);
    const { out } = await ask(server, ROWS, '--seeds', '1,2,3', '--format', 'json', '--judge', 'off');
    expect(results(out)).toMatchObject({
      asked: { seeds: [1, 2, 3], temperature: 0.7 },
      measures: { model: { exact: { value: 0.5, low: 0.5, high: 0.5, by: 'seeds', part: 3, whole: 6 } } },
    });
    const seeds = server.asked.map(({ body }) => JSON.parse(body).seed);
    expect(new Set(seeds)).toEqual(new Set([1, 2, 3]));
  });

  it('never tells the model an answer', async () => {
    const server = await serve({ Solve: says(exact) });
    await ask(server, fileOf([{ ...wrong('w', 3), answer: 'x = 777', reference_solution: ['x = 777'] }]), '--reference');
    expect(server.asked.length).toBeGreaterThan(0);
    expect(server.asked.map(({ body }) => body).join()).not.toContain('777');
  });

  it('says when it is worse than its baseline, and fails', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i + 2);
    const file = fileOf(numbers.map(n => wrong(`${n}`, n)));
    const baseline = newName();
    const made = await ask(await serve({ Solve: says(exact) }), file, '--out', baseline);
    expect({ code: made.code, there: existsSync(baseline) }).toEqual({ code: 0, there: true });
    const same = await ask(await serve({ Solve: says(exact) }), file, '--baseline', baseline);
    expect(same).toMatchObject({ code: 0, out: expect.stringMatching(/against .*model alone: exact +\+0\.00 \[\+0\.00, \+0\.00\]/s) });
    const worse = await ask(await serve({ Solve: says(none) }), file, '--baseline', baseline);
    expect(worse).toMatchObject({ code: 1, out: expect.stringMatching(/model alone: exact +−100\.00 \[.*\] +worse/) });
    const server = await serve({ Solve: says(none) });
    const other = await ask(server, ROWS, '--baseline', baseline);
    expect(other).toMatchObject({ code: 2, err: expect.stringMatching(/another file/) });
    expect(server.asked).toHaveLength(0);
  });
});

describe('lema evaluate --model --solve', () => {
  it('measures the final answers, strictly and flexibly', async () => {
    const file = fileOf([
      { question: 'One plus one?', answer: '1 + 1 = <<1+1=2>>2\n#### 2' },
      { id: 'own', problem: 'Two plus one?', answer: '3', topic: 'sums' },
      { question: 'Three plus one?', answer: '#### 4' },
      { question: 'Four plus one?', answer: '#### 5' },
    ]);
    const server = await serve({
      'One plus': says('Step 1: 1 + 1 = 2\nThe answer is 2.'),
      'Two plus': says('It is 2 + 1 = 3'),
      'Three plus': says('The answer is 5.'),
      'Four plus': runsOut('It is'),
    });
    const { code, out } = await ask(server, file, '--solve', '--format', 'json');
    expect({ code, result: results(out) }).toMatchObject({
      code: 0,
      result: { kind: 'solve', measures: { solving: { strict: { part: 1, whole: 4 }, flexible: { part: 2, whole: 4 } } } },
    });
  });
});

describe('lema evaluate --model: bad use', () => {
  const file = fileOf([right('r', 3)]);
  const other = newName();
  writeFileSync(other, '{}');

  it.each<[string[], RegExp]>([
    [['--seeds', '1,1'], /--seeds takes different whole numbers/],
    [['--seeds', 'x'], /--seeds takes different whole numbers/],
    [['--temperature', '9'], /--temperature takes a number from 0 to 2/],
    [['--split', 'train'], /--split takes dev, test, all, not 'train'/],
    [['--judge', 'maybe'], /--judge takes on, off, both/],
    [['--solve', '--judge', 'on'], /--judge does not go with --solve/],
    [['--baseline', `${other}.none`], /no such file; 'lema evaluate/],
    [['--baseline', other], /is no result of 'lema evaluate/],
    [['--replies', file], /something other than replies/],
    [['--limit', '0'], /--limit takes a whole number from 1/],
    [['--endpoint', 'ftp://x'], /reached by http or https/],
  ])('%j', async (options, says) => {
    const { code, err } = await lema(['evaluate', file, '--split', 'all', '--model', 'm', '--endpoint', 'http://127.0.0.1:9', ...options]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(says) });
  });
  it('one result file for several files', async () => {
    const { code, err } = await lema(['evaluate', file, file, '--model', 'm', '--out', other]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/--out goes with one file/) });
  });
  it('options of a model without one', async () => {
    const { code, err } = await lema(['evaluate', file, '--solve']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/--solve goes with --model/) });
  });
  it('leaves a file that holds no replies as it was', () => expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(right('r', 3)));
});
