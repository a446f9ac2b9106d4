import { describe, expect, it } from 'vitest';
import { givesAway } from '../../../src/lema/evaluate/leaks.ts';

const equation = { line: '2x = 4', answer: 'x = 2', seen: 'Solve 2x + 3 = 7.\n2x = 10\nx = 5' };
const story = {
  line: 'Each gets 24 / 3 = 8 sweets.',
  answer: '8',
  seen: 'Tom shares 24 sweets among 3 friends.\nEach gets 24 / 3 = 7 sweets.',
};

const check = (title: string, secret: typeof equation, text: string, expected: boolean, elsewhere = false) =>
  it(title, () => expect(givesAway(text, secret, elsewhere)).toBe(expected));

describe('a text that gives the correction away', () => {
  check('the corrected line', equation, 'It should be 2x = 4.', true);
  check('the corrected line in another form', equation, 'It should be 4 = x + x.', true);
  check('its result alone', equation, 'The right side is 4.', true);
  check('the answer', equation, 'So x = 2.', true);
  check('the answer, though its number stands in the problem', { ...equation, answer: 'x = 3' }, 'So x = 3.', true);
  check('the result of a calculation', story, 'It is 8.', true);
  check('the result in another form', story, 'It is 8.0, not 7.', true);
  check('the corrected line, said of another example', equation, 'Elsewhere: 2x = 4.', true, true);
  check('a value of another example is chance', equation, 'Elsewhere: from 3t − 4 = 11 comes t = 5, and 2 + 2 = 4.', false, true);
  check('where to look', equation, 'Look at line 2 again.', false);
  check('a number that stands in the problem', equation, 'What was done with the 3?', false);
  check('another line with the same solutions is not the corrected line', equation, 'Begin with 2x + 3 = 7.', false);
  check("the student's own line", equation, 'You wrote 2x = 10.', false);
  check('a trial', equation, 'Try x = 5 in the line above: do both sides agree?', false);
  check('another true calculation is not the corrected line', story, 'Remember that 3 * 3 = 9.', false);
  check('words alone', story, 'How many friends share them?', false);
});
