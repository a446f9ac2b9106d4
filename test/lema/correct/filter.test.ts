import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSolution, verdictsOn } from '../../../src/correction/check.ts';
import { isMistake } from '../../../src/correction/judged.ts';
import { messagesFor } from '../../../src/lema/correct/asking.ts';
import { faultOfCorrection, faultOfRight, judgeSteps, type Reason } from '../../../src/lema/correct/filter.ts';
import { makeRows } from '../../../src/lema/correct/make.ts';
import { SHOTS } from '../../../src/lema/correct/shots.ts';
import type { CorrectionRow } from '../../../src/lema/records.ts';
import { lemaProtocol, writeLemaReply } from '../../../src/model/protocol/lema.ts';
import { readRow } from '../../../src/solution/read.ts';
import { runs } from '../../runs.ts';

const PENCILS = 'A box holds 12 pencils. How many pencils are in 4 boxes, when 5 pencils are missing?';
const EQUATION = 'Solve 2x + 6 = 20.';

interface Correction {
  readonly title: string;
  readonly problem?: string;
  readonly steps: readonly string[];
  /** 0-based. */
  readonly step: number;
  readonly to: readonly string[];
  readonly says?: string | null;
  readonly known: string | null;
  readonly fault: Reason | null;
}

const corrections: readonly Correction[] = [
  {
    title: 'a false product, put right to the end',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 48 pencils.', '48 - 5 = 43 pencils.'],
    says: '43',
    known: '43',
    fault: null,
  },
  {
    title: 'a step that holds and is the wrong thing to compute',
    steps: ['4 * 12 = 48 pencils.', '48 + 5 = 53 pencils.'],
    step: 1,
    to: ['48 - 5 = 43 pencils.'],
    says: '43',
    known: '43',
    fault: null,
  },
  {
    title: 'an answer that is only in the steps',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 48 pencils.', '48 - 5 = 43 pencils.'],
    says: null,
    known: '43',
    fault: null,
  },
  {
    title: 'the known answer as it is worded',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 48 pencils.', 'That leaves 48 - 5 = 43 pencils.'],
    says: 'That leaves 48 - 5 = 43 pencils.',
    known: 'That leaves 48 - 5 = 43 pencils.',
    fault: null,
  },
  {
    title: 'a step that follows, of which a later line takes only a part',
    problem: 'Solve the equation log_3(m) + log_3(m + 6) = 3.',
    steps: ['log_3(m(m + 6)) = 3', 'm(m + 6) = 27', 'm = 3 or m = -9', 'm = -3'],
    step: 2,
    to: ['m = -3'],
    says: 'm = 3',
    known: 'm = 3',
    fault: 'step-follows',
  },
  {
    title: 'a step named after one that is refuted, though the answer comes out right',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 1,
    to: ['4 * 12 - 5 = 43 pencils.'],
    says: '43',
    known: '43',
    fault: 'refuted-before',
  },
  {
    title: 'a step that follows from the line above',
    problem: EQUATION,
    steps: ['2x = 14', 'x = 8'],
    step: 0,
    to: ['2x = 20 - 6', 'x = 7'],
    says: '7',
    known: '7',
    fault: 'step-follows',
  },
  {
    title: 'a corrected step that is false',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 49 pencils.', '49 - 5 = 43 pencils.'],
    says: '43',
    known: '43',
    fault: 'correction-refuted',
  },
  {
    title: 'the right answer beside steps that end in another',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 48 pencils.', '48 + 5 = 53 pencils.'],
    says: '43',
    known: '43',
    fault: 'other-answer',
  },
  {
    title: 'another answer',
    steps: ['4 * 12 = 46 pencils.', '46 - 5 = 41 pencils.'],
    step: 0,
    to: ['4 * 12 = 48 pencils.'],
    says: '48',
    known: '43',
    fault: 'other-answer',
  },
  {
    title: 'the wrong step again',
    steps: ['4 * 12 = 46 pencils.'],
    step: 0,
    to: ['Step 1: 4 * 12 = 46 pencils'],
    says: '43',
    known: '43',
    fault: 'nothing-corrected',
  },
  { title: 'no corrected steps', steps: ['4 * 12 = 46 pencils.'], step: 0, to: [], says: '43', known: '43', fault: 'nothing-corrected' },
  {
    title: 'a step that is not there',
    steps: ['4 * 12 = 46 pencils.'],
    step: 3,
    to: ['4 * 12 = 48'],
    says: '43',
    known: '43',
    fault: 'no-such-step',
  },
  { title: 'a solution without steps', steps: [], step: 0, to: ['4 * 12 = 48'], says: '43', known: '43', fault: 'no-such-step' },
];

describe('a correction', () => {
  it.each(corrections)('$title: $fault', ({ problem = PENCILS, steps, step, to, says = null, known, fault }) => {
    const row = { problem, steps: [...steps], first_error: step, correct_steps: [...to], answer: says };
    expect(faultOfCorrection(row, known)).toBe(fault);
  });
});

describe('a right solution', () => {
  const rights: readonly [string, readonly string[], string | null, boolean, Reason | null][] = [
    ['that ends in the known answer', ['4 * 12 = 48', '48 - 5 = 43'], '43', false, null],
    ['with a false step, whose answer is right', ['4 * 12 = 46', '46 - 3 = 43'], '43', true, 'right-refuted'],
    ['with a slip of the pen', ['4 * 12 = 46', '48 - 5 = 43'], '43', true, 'right-refuted'],
    ['that ends in another answer', ['4 * 12 = 48', '48 + 5 = 53'], '43', false, 'right-other-answer'],
    ['that is said to be right and ends in another answer', ['4 * 12 = 48', '48 + 5 = 53'], '43', true, 'right-other-answer'],
    ['whose answer cannot be told', ['That is a matter of taste.'], 'blue', false, 'right-other-answer'],
    ['of a problem of our own', ['That is a matter of taste.'], null, true, null],
  ];
  it.each(rights)('%s', (_, steps, answer, sure, fault) => {
    expect(faultOfRight(judgeSteps(PENCILS, steps), { answer }, sure)).toBe(fault);
  });
});

describe('the examples that a model is shown', () => {
  it.each(SHOTS.map(shot => [shot.task.problem, shot] as const))('%s', (_, { task, reading, answer }) => {
    const { solution } = readRow({ id: 'shot', problem: task.problem, steps: task.steps, answer });
    const { finding } = checkSolution(solution);
    expect(finding.kind === 'mistake' ? finding.correction.step + 1 : null).toBe(reading.step);
    expect(lemaProtocol.read(writeLemaReply(reading), true)).toMatchObject({ step: reading.step, correctSteps: reading.correctSteps });
    const { problem, steps } = task;
    const fault =
      reading.step === null
        ? faultOfRight(judgeSteps(problem, steps), { answer })
        : faultOfCorrection(
            { problem, steps: [...steps], first_error: reading.step - 1, correct_steps: [...reading.correctSteps], answer },
            answer,
          );
    expect(fault).toBe(null);
  });

  it('stand before the question, in its own form', () => {
    const messages = messagesFor({ problem: PENCILS, steps: ['4 * 12 = 46'], stated: null });
    expect(messages.map(({ role }) => role)).toEqual(['system', ...SHOTS.flatMap(() => ['user', 'assistant']), 'user']);
    expect(messages.at(-1)?.content).toContain('Step 1: 4 * 12 = 46');
  });
});

describe('planting', () => {
  const rowsOf = (seed: number, plants = 2): { to: string; row: CorrectionRow }[] =>
    makeRows({ source: { kind: 'own', seed }, place: seed }, { seed: 1, plants }) as { to: string; row: CorrectionRow }[];

  it('and filtering keeps all, and a label that is moved is found out where a step before it is refuted', () => {
    fc.assert(
      fc.property(fc.nat(5000), seed => {
        const rows = rowsOf(seed);
        expect(rows.filter(({ to, row }) => to === 'rejected' && 'reason' in row && row.reason !== 'nothing-planted')).toEqual([]);
        for (const { row } of rows.filter(({ to, row: own }) => to === 'kept' && own.first_error >= 0)) {
          const judged = judgeSteps(row.problem, row.steps);
          expect(faultOfCorrection(row, row.answer)).toBe(null);
          const isRefuted = judged.verdicts[row.first_error]?.verdict.kind === 'wrong';
          const later = { ...row, first_error: row.first_error + 1, correct_steps: row.correct_steps.slice(1) };
          if (isRefuted && later.first_error < row.steps.length) expect(faultOfCorrection(later, row.answer)).toBe('refuted-before');
          if (isRefuted) expect(faultOfRight(judged, row)).toBe('right-refuted');
        }
      }),
      runs(15),
    );
  });

  it('and filtering does not depend on what was filtered before', () => {
    const rows = [...Array(10).keys()].flatMap(seed => rowsOf(seed)).filter(({ to }) => to === 'kept');
    const filtered = ({ row }: { row: CorrectionRow }) => makeRows({ source: { kind: 'teacher', row }, place: 0 }, { seed: 1, plants: 0 });
    expect(rows.map(filtered)).toEqual(rows.toReversed().map(filtered).toReversed());
    expect(rows.length).toBeGreaterThan(20);
  });

  it('looks at nothing behind the first mistake, and finds the same up to there', () => {
    for (const { row } of [...Array(10).keys()].flatMap(seed => rowsOf(seed)).filter(({ row: own }) => own.first_error >= 0)) {
      const { solution } = readRow({ id: '', problem: row.problem, steps: row.steps });
      const whole = verdictsOn(solution, { pen: false }).steps;
      const first = whole.findIndex(({ verdict }) => isMistake(verdict));
      const until = verdictsOn(solution, { pen: false, until: 0 }).steps;
      expect(until).toEqual(first < 0 ? whole : whole.slice(0, first + 1));
    }
  });

  it('gives the same rows for the same seed and place, and as many mistakes as were asked for', () => {
    const seeds = [...Array(12).keys()];
    expect(seeds.map(seed => rowsOf(seed))).toEqual(seeds.map(seed => rowsOf(seed)));
    const most = Math.max(...seeds.map(seed => rowsOf(seed, 3).filter(({ row }) => row.from === 'planted').length));
    expect(most).toBe(3);
  });
});
