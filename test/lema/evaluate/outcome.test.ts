import { describe, expect, it } from 'vitest';
import { type Case, caseOf, type LabelledRow } from '../../../src/lema/evaluate/case.ts';
import { type Arm, type Opinion, weigh } from '../../../src/lema/evaluate/outcome.ts';
import { protocolFor } from '../../../src/model/protocol/protocol.ts';

const sweets: LabelledRow = {
  id: 's',
  problem: 'Tom has 30 sweets, eats 6 of them and shares the rest among 3 friends. How many does each friend get?',
  steps: ['30 - 6 = 26 sweets are left.', 'Each friend gets 26 / 3 = 26/3 sweets.'],
  answer: 8,
  mistake: 'result-off-by-two',
  correct_steps: ['30 - 6 = 24 sweets are left.', 'Each friend gets 24 / 3 = 8 sweets.'],
};
const equation: LabelledRow = {
  id: 'e',
  problem: 'Solve 2x + 3 = 11.',
  steps: ['2x + 3 = 11', '2x = 14', 'x = 7'],
  reference_solution: ['2x + 3 = 11', '2x = 8', 'x = 4'],
  mistake: 'moved-term-keeps-sign',
  correct_steps: ['2x = 8', 'x = 4'],
};
const right: LabelledRow = { id: 'r', problem: 'Solve 2x + 3 = 11.', steps: ['2x + 3 = 11', '2x = 8', 'x = 4'] };

const reply = (step: number | null, explanation: string, steps: readonly string[] = [], answer: string | null = null) =>
  JSON.stringify({ work: '', incorrect_step: step, explanation, correct_steps: steps, answer });

const wrongAt = (row: LabelledRow, step: number): Case => caseOf(row, { from: step, to: step }, false);
const isRight = (row: LabelledRow): Case => caseOf(row, 'right', false);

async function opinions(one: Case, text: string) {
  const port = { name: 'tiny', where: 'here', ask: async () => [{ text, complete: true }] };
  const arms: Arm[] = ['checker', 'model', 'judged'];
  return weigh(one, { port, protocol: protocolFor('', 'json'), arms, deadlineMs: 1000 }, new AbortController().signal);
}

const check = (title: string, one: Case, text: string, expected: Partial<Record<Arm, Partial<Opinion>>>) =>
  it(title, async () => expect(await opinions(one, text)).toMatchObject({ opinions: expected }));

describe('what a reply counts for', () => {
  check('the right place, rule and correction', wrongAt(equation, 1), reply(2, 'The sign has to change.', ['2x = 8', 'x = 4'], 'x = 4'), {
    model: { found: 1, sound: true, rule: true, leaked: null, spoiled: false },
    judged: { found: 1, sound: true, rule: true },
  });
  check('a correction that is refuted', wrongAt(equation, 1), reply(2, 'The sign has to change.', ['2x = 9', 'x = 4.5'], 'x = 4.5'), {
    model: { found: 1, sound: false, rule: null },
    judged: { found: 1, sound: true },
  });
  check('a correction that is right so far and does not end in the answer', wrongAt(equation, 1), reply(2, 'No.', ['2x = 8']), {
    model: { sound: false },
  });
  check('an explanation that gives the answer away', wrongAt(equation, 1), reply(2, 'It should be 2x = 8.', ['2x = 8', 'x = 4'], '4'), {
    model: { spoiled: true },
  });
  check('another step: the proof stands', wrongAt(equation, 1), reply(3, 'It is wrong.', ['x = 3'], '3'), {
    model: { found: 2 },
    judged: { found: 1 },
  });
  check('all right, though a line is refuted: the proof stands', wrongAt(equation, 1), reply(null, ''), {
    model: { found: -1 },
    judged: { found: 1 },
  });
  check('in a story', wrongAt(sweets, 0), reply(1, 'The subtraction is wrong.', ['30 - 6 = 24', '24 / 3 = 8'], '8'), {
    model: { found: 0, sound: true },
    checker: { found: 0 },
  });
  check('an accusation of what is proved to follow is dropped by the judge', isRight(right), reply(2, 'It is wrong.', ['2x = 9'], '4.5'), {
    model: { found: 1, sound: null, rule: null, leaked: null, spoiled: null },
    judged: { found: -1 },
    checker: { found: -1 },
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'I think so.', /^nonsense: it is not a JSON object$/],
    ['a step that is not there', reply(9, 'No.'), /^nonsense: it points to step N/],
    ['cut in the middle', '{"incorrect_step": 1', /^cut-off/],
  ])('%s is no answer', async (_, text, cause) =>
    expect(await opinions(wrongAt(equation, 1), text)).toEqual({ cause: expect.stringMatching(cause) }),
  );
});
