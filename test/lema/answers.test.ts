import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../src/lema/answers.ts';

const check = (title: string, reply: string, known: string, expected: Partial<ReturnType<typeof judgeAnswer>>) =>
  it(title, () => expect(judgeAnswer(reply, known)).toMatchObject(expected));

describe('the final answer of a reply', () => {
  check('said in so many words', ' Step 1: 3 * 4 = 12\nThe answer is 12.', '12', { stated: '12', strict: 'right', flexible: 'right' });
  check('another value', 'Step 1: 3 * 4 = 13\nThe answer is 13.', '12', { strict: 'wrong', flexible: 'wrong' });
  check('the last one that is stated counts', 'The answer is 9. No.\nThe answer is 12.', '12', { strict: 'right' });
  check('with a unit', 'The answer is $1,200.', '1200', { strict: 'right' });
  check('with words', 'The answer is 12 eggs.', '12', { strict: 'right' });
  check('with words after it', 'The answer is 12 eggs. There are 4 boxes of 3.', '12', { strict: 'right' });
  check('a decimal keeps its point', 'The answer is 12.5.', '12.5', { strict: 'right' });
  check('a fraction', 'The answer is 6/4.', '3/2', { strict: 'right' });
  check('several values in any order', 'The answer is x = 3 or x = 2.', 'x = 2 or x = 3', { strict: 'right' });
  check('a percent sign that only one has', 'The answer is 18%.', '18', { strict: 'right' });
  check('percent and a share', 'The answer is 18%.', '0.18', { strict: 'right' });
  check('boxed: by the flexible way alone', 'So we get \\boxed{12}', '12', { strict: 'none', flexible: 'right' });
  check('after four hashes: by the flexible way alone', '3 * 4 = 12\n#### 12', '12', { strict: 'none', flexible: 'right' });
  check('the last value, where nothing is stated', '3 * 4 = 12\n12 - 2 = 10', '10', { stated: '10', strict: 'none', flexible: 'right' });
  check('the last number of a sentence', 'She has 3 boxes.\nSo 15 are left over', '15', { strict: 'none', flexible: 'right' });
  check('nothing', 'I do not know.', '12', { stated: null, strict: 'none', flexible: 'none' });
  check('words alone cannot be told', 'The answer is unclear.', '12', { strict: 'none' });
  check('the same words are the same answer', 'The answer is Tuesday.', 'tuesday', { strict: 'right' });
  check('a thought is no answer', '<think>The answer is 12.</think>\nThe answer is 11.', '12', { strict: 'wrong' });
  check('a thought that does not end says nothing', '<think>The answer is 12.', '12', { strict: 'none', flexible: 'none' });
});
