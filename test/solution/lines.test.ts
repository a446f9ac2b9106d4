import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/solution/lines.ts';

describe('lines and columns', () => {
  it.each([
    ['', 0, 1, 1],
    ['ab\ncd', 3, 2, 1],
    ['ab\r\ncd', 4, 2, 1],
    ['ab\rcd', 4, 2, 2],
    ['🍎x\n', 2, 1, 3],
    ['a\n', 2, 2, 1],
    ['a', 99, 1, 2],
    ['a', -1, 1, 1],
  ])('of %j at %d are %d:%d', (text, offset, line, column) => {
    expect(lineIndex(text).positionAt(offset)).toEqual({ line, column });
  });

  it('end a line before its break', () => {
    const index = lineIndex('ab\r\n\ncd');
    expect([1, 2, 3].map(index.lineRange)).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 4 },
      { start: 5, end: 7 },
    ]);
    expect(index.offsetAt({ line: 1, column: 9 })).toBe(2);
    expect(index.count).toBe(3);
  });

  it('and offsets are the same thing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '🍎') }), fc.nat(60), (text, offset) => {
        const index = lineIndex(text);
        const at = Math.min(offset, text.length);
        const { line } = index.positionAt(at);
        const inBreak = at > index.lineRange(line).end;
        expect(index.offsetAt(index.positionAt(at))).toBe(inBreak ? index.lineRange(line).end : at);
      }),
    );
  });
});
