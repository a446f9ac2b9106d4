import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn, linesOf } from '../../src/lema/files/lines.ts';
import { createSeen } from '../../src/lema/files/seen.ts';
import { runs } from '../runs.ts';

describe('marks that were seen', () => {
  it('are those of a set', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(50),
            fc.maxSafeNat().map(n => n % 2 ** 48),
          ),
          { maxLength: 3000 },
        ),
        marks => {
          const seen = createSeen();
          const known = new Set<number>();
          for (const mark of marks) {
            expect(seen.add(mark)).toBe(!known.has(mark));
            known.add(mark);
          }
        },
      ),
      runs(10),
    );
  });
});

describe('lines of a file', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\nb\n', ['a', 'b']],
    ['a\r\n\r\nb', ['a', '', 'b']],
    ['{"s": "a\u2028b\u2029c"}\n', ['{"s": "a\u2028b\u2029c"}']],
    [`${'é'.repeat(300_000)}\nb`, ['é'.repeat(300_000), 'b']],
  ])('end at a line feed alone (%#)', async (text, expected) => {
    const path = join(mkdtempSync(join(tmpdir(), 'lines-')), 'file');
    writeFileSync(path, text);
    const found: string[] = [];
    for await (const line of linesIn(path)) found.push(line);
    expect(found).toEqual(expected);
  });

  it('come whole from a stream that breaks off anywhere, in the middle of a sign too', async () => {
    const text = 'é\u2028ü\r\n𝜋 x\n\nend';
    const found: string[] = [];
    for await (const line of linesOf(Readable.from([...Buffer.from(text)].map(byte => Buffer.from([byte]))))) found.push(line);
    expect(found).toEqual(['é\u2028ü', '𝜋 x', '', 'end']);
  });
});
