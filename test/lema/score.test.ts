import { describe, expect, it } from 'vitest';
import { type Scored, score } from '../../src/lema/score.ts';

const row = (label: Scored['label'], found: number): Scored => ({ id: 'r', category: '', label, found, unjudged: 1, steps: 4, ms: 2 });
const at = (from: number, to = from) => ({ from, to });

const check = (title: string, rows: Scored[], expected: Partial<ReturnType<typeof score>>) =>
  it(title, () => expect(score(rows)).toMatchObject(expected));

describe('scores of labelled rows', () => {
  check('a wrong row is exact only at its label', [row(at(2), 2), row(at(2), 1), row(at(2), -1)], { exact: 1, caught: 2, wrong: 3 });
  check('any step of a labelled span is exact', [row(at(2, 4), 4)], { exact: 1 });
  check('a right row with a step named is accused', [row('right', 0), row('right', -1)], { accused: 1, right: 2 });
  check('F1 is the harmonic mean of locating and of sparing', [row(at(0), 0), row(at(0), 1), row('right', -1)], { f1: 2 / 3 });
  check('precision counts exact against every accusation', [row(at(0), 0), row(at(0), 1), row('right', 2)], { precision: 1 / 3 });
  check('unlabelled rows count neither way', [row('unlabelled', 3)], { wrong: 0, right: 0, caught: 0, accused: 0, rows: 1 });
  check('the unjudged share is over steps', [row('right', -1)], { unjudged: 0.25 });
});
