import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBatches } from '../../bench/arms/batches.ts';
import { overProblems, overSeeds } from '../../bench/arms/interval.ts';
import { casesOf, measuresOf, outcomesOf, promptsOf } from '../../bench/arms/measure.ts';
import { configOf, equalBatches, PLANS } from '../../bench/arms/plan.ts';
import { finalAnswer, numbersOf, problemsOf, splitOf } from '../../bench/arms/problems.ts';
import { type Arm, corrected, rowsOf, wrongOf } from '../../bench/arms/rows.ts';
import { checkSolution } from '../../src/correction/check.ts';
import { lemaProtocol, writeLemaReply } from '../../src/model/protocol/lema.ts';
import { isReading } from '../../src/model/protocol/protocol.ts';
import { readSolution, writeSolution } from '../../src/model/protocol/solve.ts';
import { readRow } from '../../src/solution/read.ts';

const first = <T>(count: number, series: Iterator<T>): T[] => Array.from({ length: count }, () => series.next().value);
const SPLITS = ['train', 'dev', 'test'] as const;

function foundIn(problem: string, steps: readonly string[]): number {
  const { finding } = checkSolution(readRow({ id: 'row', problem, steps: [...steps] }).solution, { correct: false });
  return finding.kind === 'mistake' ? finding.correction.step : -1;
}

describe('problems of the arms', () => {
  it('belong to one split by their numbers, whatever the names in them', () => {
    const drawn = SPLITS.map(split => first(200, problemsOf(split, 1)));
    for (const [i, problems] of drawn.entries()) expect(new Set(problems.map(splitOf))).toEqual(new Set([SPLITS[i]]));
    const values = drawn.map(problems => new Set(problems.map(numbersOf)));
    for (const [i, one] of values.entries())
      for (const other of values.slice(i + 1)) expect([...one].filter(value => other.has(value))).toEqual([]);
    expect(numbersOf({ topic: 't', problem: 'Mia has 5 boxes with 3 eggs', steps: [] })).toBe(
      numbersOf({ topic: 't', problem: 'Omar has 5 boxes with 3 tiles', steps: [] }),
    );
  });

  it('have right solutions that end in their answer, and wrong ones that go wrong where they say', () => {
    const problems = first(60, problemsOf('train', 2));
    expect(problems.filter(({ problem, steps }) => foundIn(problem, steps) !== -1)).toEqual([]);
    expect(problems.filter(({ steps, answer }) => finalAnswer(steps) !== answer)).toEqual([]);
    const wrong = problems.flatMap(problem => wrongOf(problem) ?? []);
    expect(wrong.length).toBeGreaterThan(50);
    expect(wrong.filter(row => foundIn(row.problem, row.steps) !== row.first_error)).toEqual([]);
  });
});

describe('rows of the arms', () => {
  const kinds = (arm: Arm) =>
    first(40, rowsOf(arm, 'train', 3)).map(({ prompt, completion }) => {
      const reply = completion[0]?.content ?? '';
      if (prompt.at(-1)?.content.endsWith('Solution:')) return readSolution(reply).stated === null ? 'unread' : 'solved';
      const reading = lemaProtocol.read(reply, true);
      return !isReading(reading) ? 'unread' : reading.step === null ? 'none' : reading.answer === null ? 'unread' : 'corrected';
    });
  const shares = (arm: Arm) =>
    Object.fromEntries(['solved', 'corrected', 'none'].map(kind => [kind, kinds(arm).filter(k => k === kind).length]));

  it('are solutions only, or half corrections, of which half are right solutions in ours', () => {
    expect(shares('cot')).toEqual({ solved: 40, corrected: 0, none: 0 });
    expect(shares('lema')).toEqual({ solved: 20, corrected: 20, none: 0 });
    expect(shares('ours')).toEqual({ solved: 20, corrected: 10, none: 10 });
  });

  it('are the same for the same seed, and others for another', () => {
    expect(first(8, rowsOf('ours', 'train', 4))).toEqual(first(8, rowsOf('ours', 'train', 4)));
    expect(first(8, rowsOf('ours', 'train', 4))).not.toEqual(first(8, rowsOf('ours', 'train', 5)));
  });

  it('keep a correction of 2023 only when it ends in the known answer', () => {
    const problem = first(1, problemsOf('train', 6))[0];
    if (!problem) throw new Error('no problem was drawn');
    expect(corrected(problem)).not.toBeNull();
    expect(corrected({ ...problem, answer: `${problem.answer}7` })).toBeNull();
  });
});

describe('what a model is worth', () => {
  const cases = casesOf('dev', 12);
  const replies = (judge: (i: number, kind: 'wrong' | 'right') => string) =>
    cases.flatMap(({ problem }, i) => [
      { id: `solve-${i}`, reply: writeSolution(problem.steps, problem.answer), complete: true },
      { id: `wrong-${i}`, reply: judge(i, 'wrong'), complete: true },
      { id: `right-${i}`, reply: judge(i, 'right'), complete: true },
    ]);
  const none = writeLemaReply({ step: null, explanation: '', correctSteps: [], answer: null });
  const located = (i: number): string => {
    const { problem, wrong } = cases[i] ?? {};
    return writeLemaReply({
      step: (wrong?.first ?? 0) + 1,
      explanation: 'why',
      correctSteps: problem?.steps.slice(wrong?.first ?? 0) ?? [],
      answer: problem?.answer ?? null,
    });
  };
  const perfect = { solved: 1, exact: 1, accused: 0, f1: 1, corrected: 1, unread: 0 };

  it.each([
    ['everything is right', (i: number, kind: string) => (kind === 'wrong' ? located(i) : none), perfect],
    ['it finds nothing wrong', () => none, { ...perfect, exact: 0, f1: 0, corrected: 0 }],
    ['it accuses everybody', (i: number) => located(i), { ...perfect, accused: 1, f1: 0 }],
    ['it says what nobody can read', () => 'Mia has eggs', { ...perfect, exact: 0, f1: 0, corrected: 0, unread: 1 }],
  ])('when %s', (_, judge, expected) => {
    expect(promptsOf(cases).map(({ id }) => id)).toEqual(replies(judge).map(({ id }) => id));
    expect(measuresOf(outcomesOf(cases, replies(judge)))).toEqual(expected);
  });
});

describe('intervals', () => {
  it('over seeds are those of Student', () => {
    const { mean, low, high } = overSeeds([1, 2, 3]);
    expect(mean).toBe(2);
    expect(high - mean).toBeCloseTo(4.3027 / Math.sqrt(3), 6);
    expect(mean - low).toBeCloseTo(high - mean, 12);
    expect(overSeeds([5])).toEqual({ mean: 5, low: Number.NaN, high: Number.NaN });
  });

  it('over problems lie around the mean and shrink to a point when all problems are alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 40 }), values => {
        const { mean, low, high } = overProblems(
          values.length,
          drawn => drawn.reduce((sum, i) => sum + (values[i] ?? 0), 0) / drawn.length,
        );
        expect(low <= mean && mean <= high).toBe(true);
        if (new Set(values).size === 1) expect([low, high]).toEqual([mean, mean]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('batches', () => {
  it('hold every row once, and full batches come first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (rows, size) => {
        expect(inBatches(rows, size, row => row).sort()).toEqual(rows.toSorted());
      }),
    );
  });

  it('have nearly the same number of tokens in every arm', () => {
    const lengths = { cot: 61.4, lema: 83.2, ours: 72.9 };
    const { cot, lema, ours } = equalBatches(lengths, 32);
    const tokens = [cot * lengths.cot, lema * lengths.lema, ours * lengths.ours];
    expect(Math.max(...tokens) / Math.min(...tokens)).toBeLessThan(1.02);
  });

  it('are written down for the trainer, strings in quotes', () => {
    const config = configOf({ ...PLANS.nano, schedule: 'cosine', model: 'C:\\a b', data: 'd', out: 'o', rows: 30, evalRows: 10, seed: 7 });
    expect(config).toContain('model_name_or_path: "C:\\\\a b"\n');
    expect(config).toContain('seed: 7\n');
  });
});
