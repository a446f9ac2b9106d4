import { describe, expect, test } from 'vitest';
import type { Checked, Corrector } from '../../src/correction/corrector.ts';
import { judge, judgeWith } from '../../src/correction/judge.ts';
import type { Correction, Finding, StepVerdict, Verdict } from '../../src/correction/records.ts';
import type { Witness } from '../../src/math/witness.ts';
import { ModelError } from '../../src/model/errors.ts';
import { readRow } from '../../src/solution/read.ts';

const computed: Witness = { kind: 'computed', expression: '3*4', value: '12', written: '13' };
const differs: Witness = { kind: 'differs', found: '13', known: '12' };
const repair: Witness = { kind: 'repair', written: '3 + 4', instead: '3*4', answer: '12' };

const correction = (step: number, changes: Partial<Correction> = {}): Correction => ({
  step,
  mistake: null,
  explanation: 'because',
  correctSteps: ['3 * 4 = 12'],
  answer: '12',
  evidence: 'model',
  witness: null,
  hints: [],
  at: null,
  replacement: null,
  verified: true,
  ...changes,
});

const accuses = (step: number, changes: Partial<Correction> = {}): Finding => ({ kind: 'mistake', correction: correction(step, changes) });
const refuted = (step: number, witness: Witness = computed, evidence: 'proved' | 'answer' = 'proved'): Finding =>
  accuses(step, { evidence, witness, explanation: 'proof' });

const undecided: Finding = { kind: 'undecided', judged: 3 };
const proved: Finding = { kind: 'correct', evidence: 'proved' };
const byAnswer: Finding = { kind: 'correct', evidence: 'answer' };
const allRight: Finding = { kind: 'correct', evidence: 'model' };

const VERDICTS: Record<string, Verdict> = {
  f: { kind: 'follows' },
  h: { kind: 'holds' },
  u: { kind: 'unjudged', why: 'words' },
  w: { kind: 'wrong', witness: computed, mistake: null },
  '>': { kind: 'one-way', lost: [], gained: ['3'], witness: computed },
  '<': { kind: 'one-way', lost: ['3'], gained: [], witness: computed },
};

/** A letter for each step's verdict. */
const verdicts = (letters: string): StepVerdict[] =>
  [...letters].map(letter => ({ verdict: VERDICTS[letter] ?? { kind: 'holds' }, notices: [], at: null }));

const solutionWith = (answer?: string, lines: readonly string[] = ['10 + 3 = 13', 'So it is', '13 * 1 = 13']) =>
  readRow({ id: '1', problem: 'How many?', steps: [...lines], ...(answer ? { answer } : {}) }).solution;

interface Case {
  readonly title: string;
  readonly verdicts: string;
  readonly found: Finding;
  readonly model: Finding | null;
  readonly known?: string;
  /** The step shown as the mistake, and on what evidence; or the kind of finding that stands. */
  readonly shown: string;
  /** The step of an opinion told beside it. */
  readonly opinion?: number;
}

const cases: readonly Case[] = [
  { title: 'no model was asked', verdicts: 'hhw', found: refuted(2), model: null, shown: '2 proved' },
  { title: 'the model cannot tell', verdicts: 'hhw', found: refuted(2), model: { kind: 'undecided', judged: 0 }, shown: '2 proved' },
  { title: 'the model cannot tell either', verdicts: 'hhu', found: undecided, model: { kind: 'undecided', judged: 0 }, shown: 'undecided' },

  { title: 'the model finds all right, a step is refuted', verdicts: 'hhw', found: refuted(2), model: allRight, shown: '2 proved' },
  {
    title: 'the model finds all right, the answer is wrong',
    verdicts: 'hhh',
    found: refuted(2, differs, 'answer'),
    model: allRight,
    shown: '2 answer',
  },
  { title: 'the model finds all right, nothing is decided', verdicts: 'hhu', found: undecided, model: allRight, shown: 'correct model' },
  { title: 'the model finds all right, and it is proved', verdicts: 'fff', found: proved, model: allRight, shown: 'correct proved' },

  { title: 'the model names the refuted step', verdicts: 'hwh', found: refuted(1), model: accuses(1), shown: '1 proved' },
  { title: 'the model names a later step', verdicts: 'hwh', found: refuted(1), model: accuses(2), shown: '1 proved' },
  {
    title: 'the model names a later step than the one whose answer differs',
    verdicts: 'hhh',
    found: refuted(1, differs, 'answer'),
    model: accuses(2),
    shown: '1 answer',
  },
  { title: 'the model names an earlier step that follows', verdicts: 'ffw', found: refuted(2), model: accuses(0), shown: '2 proved' },
  { title: 'the model names an earlier step that is implied', verdicts: '>fw', found: refuted(2), model: accuses(0), shown: '2 proved' },
  {
    title: 'the model names an earlier step that only holds: a proof is not replaced',
    verdicts: 'hhw',
    found: refuted(2),
    model: accuses(0),
    shown: '2 proved',
    opinion: 0,
  },
  {
    title: 'the model names an earlier step that was not judged',
    verdicts: 'uhw',
    found: refuted(2),
    model: accuses(0),
    shown: '2 proved',
    opinion: 0,
  },
  {
    title: 'the model names an earlier step, a root is lost later',
    verdicts: 'hf<',
    found: refuted(2),
    model: accuses(0),
    shown: '2 proved',
    opinion: 0,
  },
  {
    title: 'the model names an earlier step than a repair that reaches the answer',
    verdicts: 'hhh',
    found: refuted(2, repair, 'answer'),
    model: accuses(0),
    shown: '2 answer',
    opinion: 0,
  },
  {
    title: 'only the answer is known to be wrong: the model may say where',
    verdicts: 'hhh',
    found: refuted(2, differs, 'answer'),
    model: accuses(0),
    shown: '0 model',
  },
  {
    title: 'only the answer is known to be wrong, the correction is not confirmed',
    verdicts: 'hhh',
    found: refuted(2, differs, 'answer'),
    model: accuses(0, { verified: false }),
    shown: '2 answer',
    opinion: 0,
  },

  { title: 'the model accuses what is proved', verdicts: 'fff', found: proved, model: accuses(1), shown: 'correct proved' },
  {
    title: 'the model accuses a calculation inside what is proved',
    verdicts: 'hff',
    found: proved,
    model: accuses(0),
    shown: 'correct proved',
  },
  {
    title: 'the model accuses what reaches the known answer',
    verdicts: 'hhh',
    found: byAnswer,
    model: accuses(1),
    shown: 'correct answer',
  },
  {
    title: 'the answer is the known one and nothing is refuted',
    verdicts: 'huh',
    found: undecided,
    model: accuses(0),
    known: '13',
    shown: 'undecided',
  },
  { title: 'the answer is not the known one', verdicts: 'huh', found: undecided, model: accuses(0), known: '12', shown: '0 model' },
  { title: 'the model accuses a calculation that holds', verdicts: 'huh', found: undecided, model: accuses(0), shown: '0 model' },
  { title: 'the model accuses a step that was not judged', verdicts: 'huh', found: undecided, model: accuses(1), shown: '1 model' },
  { title: 'the model accuses a step that follows', verdicts: 'hfh', found: undecided, model: accuses(1), shown: 'undecided' },
  {
    title: 'the correction was not confirmed',
    verdicts: 'huh',
    found: undecided,
    model: accuses(0, { verified: false }),
    shown: 'undecided',
    opinion: 0,
  },
  {
    title: 'the correction comes to the same answer',
    verdicts: 'huh',
    found: undecided,
    model: accuses(0, { answer: '13' }),
    shown: 'undecided',
    opinion: 0,
  },
  { title: 'the model accuses a step that is not there', verdicts: 'huh', found: undecided, model: accuses(7), shown: 'undecided' },
  {
    title: 'a model that claims a proof has an opinion',
    verdicts: 'huh',
    found: undecided,
    model: accuses(0, { evidence: 'proved' }),
    shown: '0 model',
  },
];

const summary = (finding: Finding): string => {
  if (finding.kind === 'mistake') return `${finding.correction.step} ${finding.correction.evidence}`;
  return finding.kind === 'correct' ? `correct ${finding.evidence}` : finding.kind;
};

describe('a proof stands, an opinion is called one', () => {
  test.each(cases)('$title → $shown', ({ verdicts: letters, found, model, known, shown, opinion }) => {
    const finding = judge(solutionWith(known), { verdicts: verdicts(letters), finding: found }, model);
    expect(summary(finding)).toBe(shown);
    expect(finding.opinion?.step).toBe(opinion);
    if (found.kind === 'mistake' && shown === summary(found)) expect(finding).toMatchObject(found);
  });

  test('an accusation that is not shown is told with the reason', () => {
    const finding = judge(solutionWith(), { verdicts: verdicts('huh'), finding: undecided }, accuses(0, { verified: false }));
    expect(finding).toMatchObject({
      kind: 'undecided',
      judged: 3,
      message: 'A model suspects step 1, but the correction was not confirmed by the checker, so this is not shown as a mistake.',
      opinion: { step: 0, explanation: 'because' },
    });
  });

  test('how many replies agree is passed on', () => {
    const agreement = { votes: 3, samples: 5 };
    expect(judge(solutionWith(), { verdicts: verdicts('huh'), finding: undecided }, accuses(0, { agreement }))).toMatchObject({
      correction: { agreement },
    });
    expect(judge(solutionWith(), { verdicts: verdicts('hhw'), finding: refuted(2) }, accuses(0, { agreement }))).toMatchObject({
      opinion: { agreement },
    });
  });
});

describe('a model that fails takes nothing away', () => {
  const checked: Checked = { verdicts: verdicts('hhw'), finding: refuted(2) };
  const options = { signal: new AbortController().signal, deadlineMs: 1000, now: () => 0 };
  const failing = (error: unknown): Corrector => ({ correct: () => Promise.reject(error) });

  test.each(['unreachable', 'timeout', 'nonsense', 'aborted'] as const)('%s', async reason => {
    const error = new ModelError(reason, 'here');
    expect(await judgeWith(failing(error), solutionWith(), checked, options)).toEqual({ checked, trouble: error.message });
  });

  test('a fault of the program is not taken for one of the model', async () => {
    await expect(judgeWith(failing(new TypeError('bug')), solutionWith(), checked, options)).rejects.toThrow('bug');
  });
});
