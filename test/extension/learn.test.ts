import { describe, expect, test } from 'vitest';
import { createDocumentChecker } from '../../src/extension/checking/document.ts';
import { confirmedRow } from '../../src/extension/learn/confirmed.ts';
import { readMessage } from '../../src/extension/learn/messages.ts';
import { cardOf, edited, shown } from '../../src/extension/learn/worker/card.ts';
import { linePlot, plot } from '../../src/html/plots.ts';
import type { CorrectionRow } from '../../src/lema/records.ts';
import { proposed } from '../lema/learn-folder.ts';

const card = (id: string) => {
  const row = proposed.find(own => own.id === id) as CorrectionRow;
  return cardOf(row, 0, 1);
};

describe('a card', () => {
  test.each<[string, string, string, string]>([
    ['m-1', 'wrong carried carried', 'right right right', 'accepted'],
    ['m-2', 'wrong carried', 'wrong carried', 'refuted'],
    ['m-3', 'right right unknown', 'right right', 'accepted'],
  ])('%s: the checker marks its steps %s and the corrected ones %s', (id, steps, corrected, verdict) => {
    const found = card(id);
    expect([found.steps, found.corrected].map(marked => marked.map(({ mark }) => mark).join(' '))).toEqual([steps, corrected]);
    expect(found.verdict.kind).toBe(verdict);
  });

  test('says whether the checker finds the same mistake, and who proposed it', () => {
    expect(card('m-1').agreement).toBe('The checker finds its first mistake in step 1 too.');
    expect(card('m-1').from).toBe('by lema-nano · 3 of 4 votes · linear equations');
    expect(card('m-3').agreement).toMatch(/^The answer 10 differs from the known one, 14/);
  });

  test('a refuted corrected step says why', () => expect(card('m-2').corrected[0]?.note).toMatch(/x = 5/));

  test('with no wrong step there is nothing to correct, whatever was typed', () => {
    const [row] = proposed;
    const right = edited(row as CorrectionRow, { first_error: -1, mistake: 'x', explanation: '', correct_steps: ['a'], answer: null });
    expect(right).toMatchObject({ first_error: -1, mistake: null, correct_steps: [], from: 'teacher' });
  });
});

describe('text of a row', () => {
  test.each<[string, string]>([
    ['the\u202e end\u0007', 'the\ufffd end\ufffd'],
    ['3 + 4 = <<3+4=7>>7 apples', '3 + 4 = 7 apples'],
    ['2*3 = 6', '$2\\cdot 3 = 6$'],
    ['so 2*3*4 = 24 in all', 'so 2*3*4 = 24 in all'],
  ])('%j is shown as %j', (text, expected) => expect(shown(text)).toBe(expected));

  test('a very long one is cut', () => expect(shown('word '.repeat(10_000)).length).toBeLessThan(5_000));
});

describe('a message of the page', () => {
  const draft = { first_error: 0, mistake: null, explanation: 'why', correct_steps: ['x = 1'], answer: null };

  test.each<unknown>([
    { kind: 'ready', width: 700 },
    { kind: 'edit', id: 'a', position: 0, draft },
    { kind: 'reject', id: 'a', position: 3, reason: 'no' },
  ])('%j is read', message => expect(readMessage(message)).toEqual(message));

  test.each<unknown>([
    null,
    'ready',
    { kind: 'run', command: 'rm' },
    { kind: 'ready', width: Number.NaN },
    { kind: 'card', position: -1 },
    { kind: 'reject', id: 'a', position: 0, reason: '  ' },
    { kind: 'edit', id: 'a', position: 0, draft: { ...draft, first_error: 0.5 } },
    { kind: 'edit', id: 'a', position: 0, draft: { ...draft, correct_steps: 'x' } },
    { kind: 'open', what: '../../secret' },
  ])('%j is not', message => expect(readMessage(message)).toBeNull());
});

describe('a plot', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'</svg><script>';
  const bars = plot({
    title: hostile,
    names: [hostile],
    series: [{ name: hostile, values: [1], pattern: 'striped' }],
    columns: [{ name: hostile, cells: [hostile] }],
  });
  const lines = linePlot({
    title: hostile,
    over: hostile,
    series: [
      {
        name: hostile,
        points: [
          [0, 1],
          [1, 0.5],
        ],
        pattern: 'solid',
      },
    ],
  });

  test.each([
    ['bars', bars],
    ['lines', lines],
  ])('of %s has nothing that a strict policy refuses, and escapes what it is given', (_, html) => {
    expect(html).not.toMatch(
      /<(?!\/?(?:figure|figcaption|svg|g|path|rect|circle|text|defs|pattern|clipPath|polyline|p|span|i|details|summary|table|tr|th|td)\b)/i,
    );
    expect(html).not.toMatch(/\sstyle=|\son\w+="/);
  });

  test('has the same numbers in a table', () => {
    expect(lines).toContain('<th scope="row">1</th><td>0.5</td>');
    expect(bars).toMatch(/<td>1<\/td>/);
  });

  test('of many points draws and lists only some, the last one among them', () => {
    const points = Array.from({ length: 100_000 }, (_, i) => [i, i % 7] as const);
    const many = linePlot({ title: '', over: 'step', series: [{ name: 'loss', points, pattern: 'solid' }] });
    expect(many.length).toBeLessThan(60_000);
    expect(many).toContain('<th scope="row">99999</th>');
  });
});

describe('a confirmed correction', () => {
  const check = createDocumentChecker();
  const [wrong] = check(
    '# Anna Berg, 7b\n\nSolve $3(x - 4) = 2x + 5$.\n\n# Solution\n\n1. $3x - 4 = 2x + 5$\n2. $x = 9$\n',
    'markdown',
  ).solutions;
  const [right] = check('# Problem\n\nSolve $x + 1 = 2$.\n\n# Solution\n\n1. $x = 1$\n', 'markdown').solutions;

  test('is a row without a name', () => {
    const row = wrong && confirmedRow(wrong);
    expect(row).toMatchObject({ from: 'teacher', first_error: 0, correct_steps: expect.arrayContaining([expect.stringContaining('17')]) });
    expect(JSON.stringify(row)).not.toMatch(/Anna|Berg|7b/);
  });

  test('there is none of a right solution', () => expect(right && confirmedRow(right)).toBeNull());
});
