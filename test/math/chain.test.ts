import { describe, expect, it } from 'vitest';
import { type ChainOptions, type ChainVerdict, judgeChain } from '../../src/math/compare.ts';
import { parseStatement } from '../../src/math/parse.ts';

type Case = readonly [text: string, o?: ChainOptions];

function judge([text, o]: Case): ChainVerdict {
  const { statement } = parseStatement(text, { setting: 'prose' });
  if (!statement) throw new Error(`unreadable: ${text}`);
  return judgeChain(statement, o);
}

const holds: readonly Case[] = [
  ['14*3 = 42'],
  ['11/3 = 3.67'],
  ['11/3 = 3.66'],
  ['3 = 9/3 = 12/4'],
  ['25% * 80 = 20'],
  ['35% = 0.35'],
  ['3/50*100 = 6%'],
  ['3/50*100% = 6%'],
  ['60 + 5% = 63'],
  ['3 hours = 180 minutes'],
  ['7 km = 7000 m'],
  ['$4 = 400 cents'],
  ['4 * $6 = $24'],
  ['2 feet 3 inches = 27 inches'],
  ['4 hours * 60 = 240 minutes'],
  ['17/5 ≈ 3'],
  ['11/3 = 4', { rounded: true }],
  ['\\sqrt{3} = 1.732'],
  ['\\sin 30° = 0.5'],
  ['30° + 45° = 75°'],
  ['(x-2)^2 = x^2-4x+4', { mode: 'identity' }],
  ['29 \\equiv 5 \\pmod{12}'],
  ['8 - 3 = 5 > 4'],
];

const fails: readonly (readonly [text: string, o?: ChainOptions, index?: number])[] = [
  ['4+5 = 9*2 = 18', {}, 0],
  ['14*3 = 43'],
  ['6*2 = 12 = 13', {}, 1],
  ['11/3 = 3.76'],
  ['11/3 = 4'],
  ['0.2+0.3 = 0.51'],
  ['25% * 80 = 22'],
  ['7 km = 700 m'],
  ['4 * $6 = $25'],
  ['17/5 ≈ 6'],
  ['5 > 8'],
  ['1/0 = 1'],
  ['(x-2)^2 = x^2-4', { mode: 'identity' }],
  ['29 \\equiv 6 \\pmod{12}'],
];

const open: readonly Case[] = [['3x+1 = 10'], ['9^{9^{9^9}} = 1'], ['2 weeks = 10 days']];

describe('a calculation that holds in one sensible reading holds', () => {
  it.each(holds.map(c => [c[0], c] as const))('%s', (_text, c) => expect(judge(c)).toMatchObject({ kind: 'holds' }));
});

describe('a calculation that holds in none fails at its first wrong relation', () => {
  it.each(fails.map(c => [c[0], c] as const))('%s', (text, [, o, index = 0]) => {
    expect(judge([text, o ?? {}])).toMatchObject({ kind: 'fails', index });
  });
});

describe('a condition, a number out of reach and doubtful units are left open', () => {
  it.each(open.map(c => [c[0], c] as const))('%s', (_text, c) => expect(judge(c).kind).toBe('unknown'));
});

describe('the witness shows what the two sides are', () => {
  it('an identity at a small value', () => {
    expect(judge(['(x+3)^2 = x^2+9', { mode: 'identity' }])).toMatchObject({ witness: { at: { x: '2' }, left: '25', right: '13' } });
  });
  it('a stream of equals', () => {
    expect(judge(['4+5 = 9*2 = 18'])).toMatchObject({ witness: { kind: 'computed', expression: '4 + 5', value: '9', written: '18' } });
  });
  it('rounding is said', () => {
    expect(judge(['11/3 = 3.67'])).toEqual({ kind: 'holds', rounded: true });
    expect(judge(['1/4 = 0.25'])).toEqual({ kind: 'holds', rounded: false });
  });
});
