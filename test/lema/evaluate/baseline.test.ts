import { describe, expect, it } from 'vitest';
import { changes, incomparable, losses } from '../../../src/lema/evaluate/baseline.ts';
import { type Tally, tallyOf } from '../../../src/lema/evaluate/measures.ts';
import { type Result, resultOf } from '../../../src/lema/evaluate/result.ts';
import type { Row } from '../../../src/lema/evaluate/run.ts';

const NO_COST = { requests: 0, tokens: null, seconds: { median: 0, p95: 0 } };
const ABOUT: Pick<Result, 'kind' | 'task' | 'asked' | 'lema' | 'date' | 'stopped'> = {
  kind: 'locate',
  task: { file: 'rows.jsonl', hash: 'h', split: 'dev', rows: 0 },
  asked: { model: 'tiny', protocol: 'json', prompt: 'p', temperature: 0, seeds: [1], maxTokens: 9, reference: false },
  lema: { version: '0', commit: '' },
  date: '2026-01-01',
  stopped: null,
};

/** What was said of a row: exact, another step, nothing or something (of a right one), no answer. */
type Said = 'exact' | 'elsewhere' | 'missed' | 'spared' | 'accused' | 'unanswered';

const tally = (said: Said): Tally => {
  const isWrong = said !== 'spared' && said !== 'accused';
  const found = said === 'missed' || said === 'spared' ? -1 : 0;
  return tallyOf(isWrong, said === 'exact', { found, sound: null, rule: null, leaked: null, spoiled: null });
};

function result(runs: readonly (readonly Said[])[], about: Partial<typeof ABOUT> = {}): Result {
  const rows = runs.flatMap((said, seed) =>
    said.map((one, place): Row => {
      const own = { place, id: place, category: '', seed };
      return one === 'unanswered'
        ? { ...own, cause: 'timeout', found: {}, counts: {} }
        : { ...own, cause: null, found: {}, counts: { model: tally(one) } };
    }),
  );
  return resultOf({ ...ABOUT, ...about }, ['model'], rows, NO_COST);
}

const times = (n: number, said: Said): Said[] => Array(n).fill(said);

describe('a result', () => {
  it('counts answered rows alone', () => {
    const { answered, measures, causes } = result([['exact', 'missed', 'spared', 'unanswered']]);
    expect(answered).toMatchObject({ part: 3, whole: 4 });
    expect(causes).toEqual({ timeout: 1 });
    expect(measures.model).toMatchObject({ exact: { part: 1, whole: 2 }, accused: { part: 0, whole: 1 }, f1: { value: 2 / 3 } });
  });
  it('of several seeds is their mean', () => {
    const { measures } = result([
      ['exact', 'spared'],
      ['missed', 'spared'],
      ['exact', 'spared'],
    ]);
    expect(measures.model?.exact).toMatchObject({ value: 2 / 3, part: 2, whole: 3, by: 'seeds' });
  });
  it('has no share of nothing', () => expect(result([['exact']]).measures.model?.accused?.value).toBeNaN());
});

describe('against a baseline', () => {
  const check = (title: string, before: readonly (readonly Said[])[], now: readonly (readonly Said[])[], lost: readonly string[]) =>
    it(title, () => {
      const found = losses(changes(result(before), result(now)));
      expect(found.map(({ arm, measure }) => `${arm} ${measure.id}`.trim())).toEqual(lost);
    });
  const good = [...times(20, 'exact'), ...times(20, 'spared')];

  check('the same is not worse', [good], [good], []);
  check('one row less is within the interval', [good], [['missed', ...good.slice(1)]], []);
  check('half of the places lost', [good], [[...times(10, 'missed'), ...good.slice(10)]], ['model exact', 'model f1']);
  check('half of the right ones accused', [good], [[...good.slice(0, 30), ...times(10, 'accused')]], ['model accused', 'model f1']);
  check(
    'half of the replies lost',
    [good],
    [[...times(10, 'unanswered'), ...good.slice(10, 30), ...times(10, 'unanswered')]],
    ['answered'],
  );
  check('better is not worse', [times(20, 'missed')], [times(20, 'exact')], []);
  check('rows that only one has do not count', [good.slice(0, 20)], [[...good.slice(0, 20), ...times(20, 'accused')]], []);
  check('all seeds of a row count', [good, good], [good, [...times(20, 'missed'), ...good.slice(20)]], ['model exact', 'model f1']);

  it.each<[string, Partial<typeof ABOUT>, RegExp]>([
    ['another file', { task: { ...ABOUT.task, hash: 'other' } }, /another file/],
    ['another split', { task: { ...ABOUT.task, split: 'test' } }, /split/],
    ['known answers', { asked: { ...ABOUT.asked, reference: true } }, /--reference/],
    ['another task', { kind: 'solve' }, /something else/],
  ])('%s cannot be compared', (_, about, why) => expect(incomparable(result([good], about), result([good]))).toMatch(why));
  it('another model can', () =>
    expect(incomparable(result([good], { asked: { ...ABOUT.asked, model: 'other' } }), result([good]))).toBeNull());
});
