import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt, findAnchor } from '../../src/extension/notes/anchor.ts';
import { parseSidecar, printSidecar } from '../../src/extension/notes/sidecar.ts';

const text = '# Problem\n\nSolve $2x + 3 = 9$.\n\n## Solution\n\n1. $2x = 12$\n2. $x = 6$\n3. $2x = 12$\n';

/** Puts a note on the n-th occurrence of `quote`, edits the text, and says what the note is found on. */
function check(quote: string, n: number, edit: (text: string) => string): string | null {
  let start = -1;
  for (let i = 0; i <= n; i++) start = text.indexOf(quote, start + 1);
  const edited = edit(text);
  const found = findAnchor(edited, anchorAt(text, { start, end: start + quote.length }));
  return found && `${edited.slice(0, found.range.start).split('\n').length}: ${edited.slice(found.range.start, found.range.end)}`;
}

describe('a note is found again', () => {
  test.each<[string, string, number, (text: string) => string, string | null]>([
    ['where it was', '$x = 6$', 0, t => t, '8: $x = 6$'],
    ['after lines above it were added', '$x = 6$', 0, t => `A title\n\n${t}`, '10: $x = 6$'],
    ['after lines above it were taken out', '$x = 6$', 0, t => t.slice(11), '6: $x = 6$'],
    ['beside a twin, by its surroundings', '$2x = 12$', 1, t => t.replace('9$', '19$, quickly'), '9: $2x = 12$'],
    ['at the first twin too', '$2x = 12$', 0, t => t.replace('9$', '19$, quickly'), '7: $2x = 12$'],
    ['when its own words changed, by its surroundings', '$x = 6$', 0, t => t.replace('$x = 6$', '$x = 3$'), '8: $x = 3$'],
    ['through Windows line ends', '$x = 6$', 0, t => t.replaceAll('\n', '\r\n'), '8: $x = 6$'],
    ['not at all when all of it is gone', '$x = 6$', 0, () => 'Something else', null],
  ])('%s', (_, quote, n, edit, expected) => expect(check(quote, n, edit)).toBe(expected));

  test('whatever is written before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), above => {
        expect(check('$x = 6$', 0, t => `${above}\n${t}`)?.endsWith('$x = 6$')).toBe(true);
      }),
    );
  });
});

describe('the notes file', () => {
  const note = {
    id: 'a',
    kind: 'note' as const,
    text: 'Mind the sign',
    created: '2026-01-01T00:00:00.000Z',
    anchor: anchorAt(text, { start: 2, end: 9 }),
  };

  test('reads what it writes', () => expect(parseSidecar(printSidecar([note]))).toEqual({ kind: 'notes', notes: [note] }));

  test.each<[string, string, RegExp]>([
    ['half a file', printSidecar([note]).slice(0, 40), /not JSON/],
    ['a newer version', JSON.stringify({ version: 2, notes: [] }), /newer version/],
    ['another shape', JSON.stringify({ version: 1, notes: [{ id: 1 }] }), /id/],
    ['something else', '[]', /version|object/i],
  ])('refuses %s and says why', (_, content, why) => {
    const read = parseSidecar(content);
    expect(read.kind === 'unreadable' && read.why).toMatch(why);
  });
});
