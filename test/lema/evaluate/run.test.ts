import { describe, expect, it } from 'vitest';
import { unlessUnanswered } from '../../../src/lema/evaluate/outcome.ts';
import { inMemory } from '../../../src/lema/evaluate/replies.ts';
import { type Item, run } from '../../../src/lema/evaluate/run.ts';
import { ModelError, type ModelFailure } from '../../../src/model/errors.ts';

const item = (place: number): Item => ({
  place,
  id: `row ${place}`,
  category: '',
  ask: (port, signal) =>
    unlessUnanswered(async () => {
      const [reply] = await port.ask([{ role: 'user', content: `${place}` }], { signal, deadlineMs: 1000 });
      return { counts: { solving: { answered: 1, strict: reply?.text === 'right' ? 1 : 0 } } };
    }),
});

/** What the server does, question by question; the last for ever. */
type Script = readonly (ModelFailure | 'right' | 'wrong')[];

async function ran(script: Script, { items = 3, seeds = [1], concurrency = 1 } = {}) {
  const asked: string[] = [];
  const controller = new AbortController();
  const port = {
    name: 'tiny',
    where: 'here',
    async ask(messages: readonly { content: string }[]) {
      const does = script[asked.length] ?? script.at(-1) ?? 'wrong';
      asked.push(messages[0]?.content ?? '');
      if (does === 'aborted') controller.abort();
      if (does !== 'right' && does !== 'wrong') throw new ModelError(does, 'here');
      return [{ text: does, complete: true }];
    },
  };
  const all = Array.from({ length: items }, (_, place) => item(place));
  const options = { port, replies: inMemory(), seeds, temperature: 0, maxTokens: 9, concurrency, waits: [0, 0], signal: controller.signal };
  const { rows, stopped } = await run(all, options);
  return { rows: rows.map(({ place, seed, cause }) => [place, seed, cause]), stopped, asked: asked.length };
}

const check = (title: string, script: Script, options: Parameters<typeof ran>[1], expected: object) =>
  it(title, async () => expect(await ran(script, options)).toMatchObject(expected));

const row = (place: number, cause: string | null = null, seed = 1) => [place, seed, cause];
const ALL = [row(0), row(1), row(2)];

describe('asking about every row', () => {
  check('once each', ['right'], {}, { rows: ALL, stopped: null, asked: 3 });
  check(
    'once a seed, in the order of the seeds',
    ['right'],
    { items: 2, seeds: [7, 3], concurrency: 3 },
    { rows: [row(0, null, 7), row(1, null, 7), row(0, null, 3), row(1, null, 3)] },
  );
  check(
    'a failure belongs to its row',
    ['timeout', 'server', 'right'],
    {},
    { rows: [row(0, 'timeout'), row(1, 'server'), row(2)], stopped: null },
  );
  check(
    'a server that comes back is waited for',
    ['right', 'unreachable', 'unreachable', 'right'],
    {},
    { rows: ALL, stopped: null, asked: 5 },
  );
  check('too many requests: the same', ['rate-limited', 'right'], {}, { rows: ALL, stopped: null, asked: 4 });
  check(
    'a server that is gone ends the run, and what came is kept',
    ['right', 'unreachable'],
    {},
    { rows: [row(0)], stopped: expect.stringMatching(/No model server answers/), asked: 4 },
  );
  check('so does one that takes no more requests', ['rate-limited'], {}, { stopped: expect.stringMatching(/no more requests/), asked: 3 });
  check('a wrong key is not tried again', ['unauthorised'], {}, { rows: [], stopped: expect.stringMatching(/API key/), asked: 1 });
  check('a name that the server does not know: the same', ['not-found'], {}, { rows: [], asked: 1 });
  check(
    'a stop is no failure of a row',
    ['right', 'aborted'],
    {},
    { rows: [row(0)], stopped: expect.stringMatching(/interrupted/), asked: 2 },
  );
});
