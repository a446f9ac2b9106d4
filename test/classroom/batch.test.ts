import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/classroom/set/set.ts';
import { matchWork } from '../../src/classroom/submissions/match.ts';
import { withoutNamesIn } from '../../src/classroom/submissions/names.ts';
import { openStore } from '../../src/classroom/submissions/store.ts';
import { lema } from '../cli/run.ts';
import { folderWith } from './folder.ts';

const SET = `---
problem-set: 1
title: Two
---
## 1. The shop

A shop sells pens at 2 dollars each. Rita buys 3 pens and a book for 5 dollars. How much does she pay?

\`\`\`yaml
id: shop
points: 2
\`\`\`

## 2. Two steps

Solve $3x + 5 = 20$.

\`\`\`yaml
id: two-steps
answer: x = 5
points: 2
\`\`\`
`;
/** Undecided, and waits for the teacher; its second problem is right. */
const BOB = '## 1. The shop\n\nI, Bob Smith, wrote this.\n\n3 + 2 = 5\n\n5 + 5 = 10\n\n## 2. Two steps\n\n3x = 15\n\nx = 5\n';
/** Its first line is proved to follow; nobody knows about its second. */
const CY = '## 2. Two steps\n\n3x = 15\n\nsee the blorb on page $\\blorb$\n';

interface Request {
  readonly custom_id: string;
  readonly body: { readonly model: string; readonly messages: readonly unknown[]; readonly response_format?: unknown };
}

async function checkedClass(files: Readonly<Record<string, string>>) {
  const folder = folderWith({ 'set.md': SET, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])) });
  const path = (name: string): string => join(folder, name);
  const check = () => lema(['class', 'check', path('set.md'), path('in'), '--results', path('r.db'), '--format', 'json']);
  await check();
  const batch = (what: string, ...more: string[]) =>
    lema(['class', 'batch', what, path('set.md'), path('r.db'), ...more, '--folder', path('in')]);
  const requests = async (...more: string[]): Promise<Request[]> =>
    (await batch('export', '--model', 'm', ...more)).out
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Request);
  const replies = (text: string) => {
    writeFileSync(path('replies.jsonl'), text);
    return batch('import', path('replies.jsonl'));
  };
  const work = (student: string, problem: string) => {
    const store = openStore(path('r.db'));
    const found = store.result(student)?.results.find(result => result.problem === problem);
    store.close();
    return found;
  };
  return { path, check, batch, requests, replies, work };
}

const reply = (custom_id: string, content: string, finish_reason = 'stop'): string =>
  `${JSON.stringify({ id: 'b', custom_id, response: { status_code: 200, body: { model: 'm', choices: [{ message: { content }, finish_reason }] } }, error: null })}\n`;
const says = (
  incorrect_step: number | null,
  explanation = '',
  correct_steps: readonly string[] = [],
  answer: string | null = null,
): string => JSON.stringify({ work: '', incorrect_step, explanation, correct_steps, answer });
const PENS = says(2, 'Each pen costs 2 dollars.', ['3 \\cdot 2 = 6', '6 + 5 = 11'], '11');

test('what is undecided is asked, with no name and no path in it', async () => {
  const { requests } = await checkedClass({ 'bob-smith.md': BOB });
  const [request, ...others] = await requests();
  expect(others).toEqual([]);
  expect(request).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body: { model: 'm' } });
  expect(request?.body.response_format).toMatchObject({ type: 'json_schema' });
  expect(JSON.stringify(request)).toContain('3 + 2 = 5');
  expect(JSON.stringify(request)).not.toMatch(/bob|smith|\.md/i);
  expect(await requests()).toEqual([request]);
  const [lemaRequest] = await requests('--protocol', 'lema');
  expect(lemaRequest?.custom_id).toMatch(/^lema-/);
  expect(lemaRequest?.body).not.toHaveProperty('response_format');
});

test.each([
  ['a mistake whose correction holds', PENS, { says: 'mistake', line: 5 }],
  ['a mistake whose correction does not', says(2, 'Each pen costs 2.', ['3 \\cdot 2 = 7'], '12'), { says: 'suspicion', line: 5 }],
  ['nothing wrong', says(null), { says: 'right', line: null }],
  ['nothing wrong, with talk around it', `<think>hm</think>Sure! ${says(null)} Bye`, { says: 'right', line: null }],
])('a model that says %s: its opinion is kept, and the mark is what it was', async (_, content, opinion) => {
  const { requests, replies, work, check } = await checkedClass({ 'bob.md': BOB });
  const before = work('bob', 'shop');
  const [request] = await requests();
  const text = reply(request?.custom_id ?? '', content);
  expect(await replies(text)).toMatchObject({ code: 0, out: '1 replies: 1 opinions kept, 0 that add nothing, 0 not used\n', err: '' });
  const after = work('bob', 'shop');
  expect(after).toEqual({ ...before, opinion: { evidence: 'model', explanation: expect.any(String), ...opinion } });
  const { queue, run } = JSON.parse((await check()).out) as { queue: { why: string }[]; run: { kept: number } };
  expect(run.kept).toBe(1);
  expect(queue.map(entry => entry.why).join()).toContain(after?.opinion?.explanation);
  expect(work('bob', 'shop')).toEqual(after);
  await replies(text);
  expect(work('bob', 'shop')).toEqual(after);
  expect(await requests()).toEqual([]);
});

test.each([
  ['accuses a line that is proved', says(1, 'No.', ['3x = 25', 'x = 25/3'], 'x = 25/3'), 'add nothing', ''],
  ['points to a line that is not there', says(9, 'No.', ['x = 5']), 'not used', 'it points to step 9'],
  ['is no sense', 'I am a teapot', 'not used', 'not a JSON object'],
  ['is empty', '', 'not used', 'could not be understood'],
])('a reply that %s leaves no opinion', async (_, content, counted, told) => {
  const { requests, replies, work } = await checkedClass({ 'cy.md': CY });
  const before = work('cy', 'two-steps');
  const [request] = await requests();
  const { code, out, err } = await replies(reply(request?.custom_id ?? '', content));
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`1 (?:that )?${counted}`));
  expect(err).toContain(told);
  expect(work('cy', 'two-steps')).toEqual(before);
});

test.each<[string, (good: string, id: string) => string, string]>([
  ['a last line that is cut off', good => good + good.slice(0, 90), '2: this is not JSON'],
  ['an id twice', good => good + good, '2: a second reply'],
  ['an unknown id', good => reply('json-0', PENS) + good, '1: no such work'],
  ['a row of another form', good => `{"hello":1}\n\n[]\n${good}`, "3: this is not a batch's reply"],
  [
    'a failed request',
    (good, id) => `${JSON.stringify({ custom_id: id, response: null, error: { message: 'no' } })}\n${good}`,
    '1: the request failed',
  ],
  [
    'a refused request',
    (good, id) => `${JSON.stringify({ custom_id: id, response: { status_code: 400, body: {} } })}\n${good}`,
    'status 400',
  ],
  [
    'a reply without choices',
    (good, id) => `${JSON.stringify({ custom_id: id, response: { status_code: 200, body: { choices: [] } } })}\n${good}`,
    'holds no reply',
  ],
])('%s is reported, and the rest goes on', async (_, damaged, told) => {
  const { requests, replies, work } = await checkedClass({ 'bob.md': BOB });
  const id = (await requests())[0]?.custom_id ?? '';
  const { code, out, err } = await replies(damaged(reply(id, PENS), id));
  expect(code).toBe(0);
  expect(out).toContain('1 opinions kept');
  expect(err).toContain(told);
  expect(work('bob', 'shop')?.opinion).toMatchObject({ says: 'mistake' });
});

test('a reply that broke off is no opinion', async () => {
  const { requests, replies, work } = await checkedClass({ 'bob.md': BOB });
  const { err } = await replies(reply((await requests())[0]?.custom_id ?? '', PENS.slice(0, 40), 'length'));
  expect(err).toContain('broke off');
  expect(work('bob', 'shop')).not.toHaveProperty('opinion');
});

test('the text of a model reaches the report as text', async () => {
  const { requests, replies, path } = await checkedClass({ 'bob.md': BOB });
  await replies(
    reply((await requests())[0]?.custom_id ?? '', says(2, '<script>x</script>\u001b[2J\nadd', ['3 \\cdot 2 = 6', '6 + 5 = 11'], '11')),
  );
  const show = (format: string) => lema(['class', 'check', path('set.md'), path('in'), '--results', path('r.db'), '--format', format]);
  expect((await show('html')).out).toContain('&#60;script&#62;');
  expect((await show('html')).out).not.toContain('<script');
  expect((await show('text')).out).not.toContain('\u001b');
});

test('work that changed after the check, and another set, are passed over', async () => {
  const { requests, replies, batch, path, work } = await checkedClass({ 'bob.md': BOB });
  const text = reply((await requests())[0]?.custom_id ?? '', PENS);
  const refused = async (): Promise<void> => {
    expect((await batch('export', '--model', 'm')).out).toBe('');
    const { out, err } = await replies(text);
    expect(out).toContain('0 opinions kept');
    expect(err).toMatch(/bob\.md: not checked yet as it stands[\s\S]*:1: no such work/);
    expect(work('bob', 'shop')).not.toHaveProperty('opinion');
  };
  writeFileSync(path('in/bob.md'), BOB.replace('5 + 5', '5+5'));
  await refused();
  writeFileSync(path('in/bob.md'), BOB);
  writeFileSync(path('set.md'), SET.replace('3 pens', '4 pens'));
  await refused();
});

test('a mark of the teacher settles a work: it is not asked about', async () => {
  const { requests, path } = await checkedClass({ 'bob.md': BOB });
  await lema(['class', 'override', path('r.db'), '--student', 'bob', '--problem', 'shop', '--points', '1', '--reason', 'seen']);
  expect(await requests()).toEqual([]);
});

test.each([
  [['class', 'batch'], 'say which way'],
  [['class', 'batch', 'sideways', 'set.md', 'r.db'], 'say which way'],
  [['class', 'batch', 'import', 'set.md', 'r.db'], 'say which way'],
  [['class', 'batch', 'export', 'set.md', 'r.db'], 'name the model'],
  [['class', 'batch', 'export', 'set.md', 'nowhere.db', '--model', 'm'], 'no such file'],
])('%s is bad use', async (argv, told) => {
  const { code, err } = await lema(argv);
  expect(code).toBe(2);
  expect(err).toContain(told);
});

const problem = { id: 'a', title: 'A', text: 'Rita buys 3 pens.', answer: null, solution: [] } as unknown as Problem;
const struck = (student: string, line: string): string | undefined => {
  const [work] = matchWork([problem], `## A\n\n${line}\n`, 'markdown').works;
  return work && withoutNamesIn(work.solution, [student]).steps[0]?.text;
};

test.each([
  ['ann', 'Ann says 3 + 2 = 5', '(name) says 3 + 2 = 5'],
  ['bo_li', 'Bo Li: 3 + 2 = 5', '(name): 3 + 2 = 5'],
  ['smith-1234567', 'no. 1234567, smith: x = 2', 'no. (name), (name): x = 2'],
  ['josé', 'JOSÉ: x = 2', '(name): x = 2'],
])("the name '%s' is struck out of '%s'", (student, line, expected) => expect(struck(student, line)).toBe(expected));

test.each([
  ['tan', 'tan x = 1'],
  ['x', 'x = 2'],
  ['rita', 'Rita pays 3 + 2 = 5'],
  ['ann', 'annual rate = 5'],
  ['2-3', '2 - 3 = -1'],
  ['frac', '\\frac{1}{2} = 0.5'],
  ['class-12', '12 = 12'],
  ['a+b(', 'a + b = 3'],
])("for '%s' the line '%s' stays as it is", (student, line) => expect(struck(student, line)).toBe(line));
