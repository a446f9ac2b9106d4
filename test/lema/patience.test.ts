import { describe, expect, it } from 'vitest';
import { patient } from '../../src/lema/asking/patience.ts';
import { openaiPort } from '../../src/model/client.ts';
import { type Behaviour, cuts, faultServer, html, runsOut, says, sends, status } from '../model/fault-server.ts';

const good = says('Step 1: 2 + 2 = 4');
const empty = sends('{"choices":[]}');

/** Asks one question after another of a server that behaves so; expects what each came to, and how many requests there were. */
const check = (title: string, behaviours: readonly Behaviour[], expected: readonly RegExp[], requests: number) =>
  it(title, async () => {
    const server = await faultServer(behaviours);
    const { signal } = new AbortController();
    const port = patient(openaiPort({ baseUrl: server.url, model: 'tiny' }), [0, 0]);
    const told: string[] = [];
    for (const _ of expected) {
      const ask = port.ask([{ role: 'user', content: 'How much?' }], { signal, deadlineMs: 5000 });
      told.push(
        await ask.then(
          ([reply]) => reply?.text ?? '',
          error => `${error.constructor.name}: ${error.message}`,
        ),
      );
    }
    await server.close();
    expect(told).toEqual(expected.map(like => expect.stringMatching(like)));
    expect(server.asked).toHaveLength(requests);
  });

describe('a question to a server that fails', () => {
  check('is asked again when its reply was cut off on the way', [cuts, good], [/^Step 1/], 2);
  check('is asked again when a web page came in the place of a reply', [good, html, good], [/^Step 1/, /^Step 1/], 3);
  check('has no reply when the model says nothing', [empty, good], [/^ModelError: .*empty/, /^Step 1/], 2);
  check('has no reply when its length does not suffice', [runsOut(''), good], [/^ModelError: .*length limit/, /^Step 1/], 2);
  check('ends the run where no reply comes whole', [cuts], [/^ServerGone: .*broke off/], 3);
  check('ends the run where no model is', [html], [/^ServerGone: .*web page/], 3);
  check('ends the run where half of a JSON comes', [sends('{"choices":[{"mess')], [/^ServerGone: .*not valid JSON/], 3);
  check('ends the run where the key is refused, at once', [status(401)], [/^ServerGone: .*refuses/], 1);
});
