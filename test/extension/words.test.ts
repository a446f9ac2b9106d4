import { describe, expect, test } from 'vitest';
import { formatOfLanguage, looksLikeSolution } from '../../src/extension/checking/recognise.ts';
import { createLadder, mayShowCorrection } from '../../src/extension/hints.ts';
import { bareMaths, mathsLine, splitMaths } from '../../src/extension/lines.ts';
import { redact } from '../../src/extension/redact.ts';
import { readMessage, readState } from '../../src/extension/review/messages.ts';
import { heading, sentence } from '../../src/extension/words.ts';

describe('a document is checked unasked when it', () => {
  test.each<[string, boolean, string, string, string]>([
    ['has a problem heading', true, 'markdown', 'a.md', '# Problem\n\n$x = 1$'],
    ['has a numbered problem', true, 'markdown', 'a.md', '## Problem 3\n'],
    ['has a bold question', true, 'markdown', 'a.md', '**Question 2.** What is $1 + 1$?'],
    ['says so in its front matter', true, 'markdown', 'README.md', '---\ntitle: x\nlema: true\n---\n\n1 + 1 = 3'],
    ['has a solution environment', true, 'latex', 'a.tex', '\\begin{solution}\n$x = 1$\n\\end{solution}'],
    ['has a problem section', true, 'latex', 'a.tex', '\\section*{Problem 2}'],
    ['has labelled steps', true, 'plaintext', 'a.txt', 'Step 1: 2x = 4\nStep 2: x = 2'],
    ['has a labelled problem', true, 'plaintext', 'a.txt', 'Problem: find x\n2x = 4'],
    ['is no key', false, 'markdown', '/x/a.key.md', '---\nlema: true\n---\n\n# Problem 1\n\nAnswer: 5'],
    ['is no README', false, 'markdown', '/x/README.md', '# Problem\n\n$x = 1$'],
    ['does not only speak of a problem', false, 'markdown', 'a.md', '# The problem with sums\n\n2 + 2 = 5'],
    ['does not only hold formulas', false, 'markdown', 'a.md', '# Notes\n\n$2 + 2 = 5$'],
    ['is not any text', false, 'plaintext', 'log.txt', 'the solution: was restarted at 10:20, 3 = 4'],
    ['is not any LaTeX', false, 'latex', 'a.tex', '\\section{Introduction} $2+2=5$'],
  ])('%s', (_, expected, language, name, text) => {
    const format = formatOfLanguage(language);
    expect(format && looksLikeSolution(text, format, name)).toBe(expected);
  });

  test('other languages are never read', () => expect(formatOfLanguage('javascript')).toBeNull());
});

describe('the log holds no', () => {
  test.each<[string, string]>([
    ['key', 'sent sk-proj-AbCdEf123456 to the server'],
    ['bearer token', 'Authorization: Bearer AbCdEf123456'],
    ['key in a query', 'GET https://host.example/v1?api_key=AbCdEf123456'],
    ['password in an address', 'https://user:AbCdEf123456@host.example/v1'],
    ['long secret', 'x'.repeat(20) + 'AbCdEf123456'.repeat(4)],
    ['formula', 'cannot read $AbCdEf123456 = 2$'],
    ['quoted line', 'cannot read "so AbCdEf123456 is two"'],
  ])('%s', (_, message) => expect(redact(message)).not.toContain('AbCdEf123456'));

  test('but keeps what happened', () => expect(redact('a check was stopped after 8000 ms')).toBe('a check was stopped after 8000 ms'));
});

describe('the ladder', () => {
  const hints = [
    { rung: 'where' as const, text: 'a' },
    { rung: 'correction' as const, text: 'b' },
  ];
  const correction = {
    step: 0,
    mistake: null,
    explanation: '',
    correctSteps: [],
    answer: null,
    evidence: 'proved' as const,
    witness: null,
    hints,
    at: null,
    replacement: null,
    verified: true,
  };

  test('shows one rung more each time, and no more than there are', () => {
    const ladder = createLadder();
    expect([0, 1, 2].map(() => ladder.climb('a', 2))).toEqual([1, 2, 2]);
    expect(ladder.shown('b')).toBe(0);
  });

  test.each<['correction' | 'hints', number, boolean]>([
    ['correction', 0, true],
    ['hints', 0, false],
    ['hints', 1, false],
    ['hints', 2, true],
  ])('with %s and %i rungs shown the correction is open: %s', (feedback, shown, open) => {
    expect(mayShowCorrection(feedback, correction, shown)).toBe(open);
  });

  test('stays closed where there are no hints to climb', () =>
    expect(mayShowCorrection('hints', { ...correction, hints: [] }, 0)).toBe(false));
});

describe('lines', () => {
  test.each<[string, string | null]>([
    ['$2x = 6$', '2x = 6'],
    ['2x = 6', '2x = 6'],
    ['x = 1 or x = 2', 'x = 1 or x = 2'],
    ['\\frac{1}{2}', '\\frac{1}{2}'],
    ['So the answer is 6', null],
    ['So $x = 6$', null],
    ['', null],
  ])('%s as bare mathematics', (line, expected) => expect(bareMaths(line)).toBe(expected));

  test.each<[string, string]>([
    ['x = 0 or x = 5', '$x = 0 \\text{ or } x = 5$'],
    ['25% * 80 = 20', '$25\\% \\cdot  80 = 20$'],
    ['Now $x = 2$.', 'Now $x = 2$.'],
  ])('%s for the eye', (line, expected) => expect(mathsLine(line)).toBe(expected));

  test.each<[string, string[]]>([
    ['it costs $5 and $7', []],
    ['so $x = 2$ and $y$', ['x = 2', 'y']],
    ['$$a$$ and \\(b\\)', ['a', 'b']],
  ])('the mathematics in %s', (text, expected) => {
    expect(splitMaths(text).flatMap(({ maths, source }) => (maths ? [source] : []))).toEqual(expected);
  });

  test('a letter that opens a sentence stays a name', () => {
    expect(sentence('x = 2 solves it')).toBe('x = 2 solves it.');
    expect(heading('lost a root')).toBe('Lost a root');
  });
});

describe('the review panel may ask for', () => {
  test.each<[unknown, unknown]>([
    [{ kind: 'ready' }, { kind: 'ready' }],
    [
      { kind: 'reveal', offset: 3 },
      { kind: 'reveal', offset: 3 },
    ],
    [{ kind: 'reveal', offset: -1 }, null],
    [
      { kind: 'command', command: 'lema.hint', solution: 'a' },
      { kind: 'command', command: 'lema.hint', solution: 'a' },
    ],
    [{ kind: 'command', command: 'workbench.action.terminal.new', solution: 'a' }, null],
    [{ kind: 'command', command: 'lema.setApiKey', solution: 'a' }, null],
    ['ready', null],
    [null, null],
  ])('%j', (message, expected) => expect(readMessage(message)).toEqual(expected));

  test.each<[unknown, unknown]>([
    [
      { uri: 'file:///a.md', solution: 'x' },
      { uri: 'file:///a.md', solution: 'x' },
    ],
    [{ uri: 'file:///a.md' }, { uri: 'file:///a.md', solution: null }],
    [{ uri: 1 }, null],
    [undefined, null],
  ])('the state %j', (state, expected) => expect(readState(state)).toEqual(expected));
});
