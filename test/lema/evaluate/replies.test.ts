import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFile, type KeptReply, keeping } from '../../../src/lema/evaluate/replies.ts';
import type { AskPort, Message } from '../../../src/model/port.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-replies-'));
let files = 0;
const newFile = (): string => join(folder, `${files++}`, 'replies.jsonl');

const reply = (key: string): KeptReply => ({
  key,
  model: 'tiny',
  prompt: 'p',
  seed: 1,
  temperature: 0,
  text: `Step 1\n“${key}”`,
  complete: true,
  tokens: { in: 1, out: 2 },
  ms: 3,
  at: '2026-01-01T00:00:00.000Z',
});
const KEYS = ['a', 'b', 'c'];

async function written(): Promise<string> {
  const path = newFile();
  const replies = await inFile(path);
  for (const key of KEYS) replies.keep(reply(key));
  replies.close();
  return path;
}

async function held(path: string): Promise<string[]> {
  const replies = await inFile(path);
  const found = KEYS.filter(key => replies.get(key)?.text === reply(key).text);
  replies.close();
  return found;
}

describe('replies in a file', () => {
  it('are there again', async () => expect(await held(await written())).toEqual(KEYS));
  it('a stop at any byte costs the last one at most, and what comes after it is whole', async () => {
    const bytes = readFileSync(await written());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async length => {
        const path = await written();
        writeFileSync(path, bytes.subarray(0, length));
        const whole = bytes.subarray(0, length).filter(byte => byte === 10).length;
        const replies = await inFile(path);
        replies.keep(reply('c'));
        replies.close();
        expect(await held(path)).toEqual(KEYS.filter((key, i) => i < whole || key === 'c'));
      }),
    );
  });
  it('two runs do not write one file', async () => {
    const path = newFile();
    const first = await inFile(path);
    await expect(inFile(path)).rejects.toThrow(/another run is at work/);
    first.close();
    expect(await held(path)).toEqual([]);
  });
  it.each(['{"id": 1}\n', 'a line without an end', '[]\n{"key":'])('a file that holds something else stays as it is: %j', async content => {
    const path = join(folder, `other-${files++}`);
    writeFileSync(path, content);
    await expect(inFile(path)).rejects.toThrow(/something other than replies/);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });
});

describe('a port that keeps replies', () => {
  const question: readonly Message[] = [{ role: 'user', content: 'What is 1 + 1?' }];
  const options = { signal: new AbortController().signal, deadlineMs: 1000 };
  const server = (name: string, asked: unknown[]): AskPort => ({
    name,
    where: 'here',
    async ask(_, { seed, temperature, maxTokens, onUsage }) {
      asked.push({ seed, temperature, maxTokens });
      onUsage?.({ in: 5, out: 1 });
      return [{ text: '2', complete: true }];
    },
  });
  const asking = { seed: 1, temperature: 0, maxTokens: 9 };

  it('asks once, as it is told to', async () => {
    const asked: unknown[] = [];
    const heard: KeptReply[] = [];
    const replies = await inFile(newFile());
    const port = keeping(server('tiny', asked), replies, asking, one => heard.push(one));
    for (let i = 0; i < 2; i++) expect(await port.ask(question, options)).toEqual([{ text: '2', complete: true }]);
    replies.close();
    expect(asked).toEqual([asking]);
    expect(heard.map(({ tokens }) => tokens)).toEqual([
      { in: 5, out: 1 },
      { in: 5, out: 1 },
    ]);
  });
  it.each<[string, Partial<typeof asking>, string, string]>([
    ['seed', { seed: 2 }, 'tiny', 'What is 1 + 1?'],
    ['temperature', { temperature: 0.5 }, 'tiny', 'What is 1 + 1?'],
    ['length', { maxTokens: 8 }, 'tiny', 'What is 1 + 1?'],
    ['model', {}, 'small', 'What is 1 + 1?'],
    ['question', {}, 'tiny', 'What is 1 + 2?'],
  ])('asks again for another %s', async (_, change, model, content) => {
    const asked: unknown[] = [];
    const replies = await inFile(newFile());
    await keeping(server('tiny', asked), replies, asking, () => undefined).ask(question, options);
    await keeping(server(model, asked), replies, { ...asking, ...change }, () => undefined).ask([{ role: 'user', content }], options);
    replies.close();
    expect(asked).toHaveLength(2);
  });
});
