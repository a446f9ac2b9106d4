import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIn } from '../../../src/lema/evaluate/split.ts';

describe('the split of problems', () => {
  it('each problem is in one half, and in all', () => {
    fc.assert(fc.property(fc.string(), text => isIn('dev', text) !== isIn('test', text) && isIn('all', text)));
  });
  it('spaces and letter case do not move a problem', () => {
    fc.assert(fc.property(fc.lorem(), text => isIn('dev', text) === isIn('dev', `  ${text.toUpperCase().replaceAll(' ', '\n ')} `)));
  });
  it('the halves are halves', () => {
    const dev = Array.from({ length: 2000 }, (_, i) => `What is ${i} + 1?`).filter(text => isIn('dev', text)).length;
    expect(Math.abs(dev - 1000)).toBeLessThan(100);
  });
  it('a problem stays where it has been: what was chosen on dev is never in test', () => {
    const problems = ['What is 1 + 1?', 'What is 2 + 2?', 'Solve 2x + 3 = 7.', 'Solve 2x + 3 = 9.', 'Factor x^2 - 4.'];
    expect(problems.filter(text => isIn('dev', text))).toMatchInlineSnapshot(`
      [
        "What is 2 + 2?",
      ]
    `);
  });
});
