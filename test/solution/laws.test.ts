import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedProblem } from '../../src/mistakes/problems.ts';
import { readDocument, readRow, revised } from '../../src/solution/read.ts';
import type { DocumentFormat } from '../../src/solution/solution.ts';
import { runs } from '../runs.ts';

const FORMATS: readonly DocumentFormat[] = ['markdown', 'latex', 'text'];
/** Every range gives its text back and lies in what it is part of; every term of a statement lies in its claim. */
function expectRanges(text: string, format: DocumentFormat): void {
  const document = readDocument(text, format);
  for (const solution of document.solutions) {
    expect(text.slice(solution.problemRange.start, solution.problemRange.end)).toBe(solution.problem);
    for (const step of solution.steps) {
      expect(text.slice(step.range.start, step.range.end)).toBe(step.text);
      for (const claim of step.claims) {
        expect(text.slice(claim.range.start, claim.range.end)).toBe(claim.text);
        expect(claim.range.start).toBeGreaterThanOrEqual(step.range.start);
        expect(claim.range.end).toBeLessThanOrEqual(step.range.end);
        if (claim.statement?.kind !== 'chain') continue;
        for (const side of claim.statement.sides) {
          expect(side.span.start).toBeGreaterThanOrEqual(claim.range.start);
          expect(side.span.end).toBeLessThanOrEqual(claim.range.end);
        }
      }
    }
  }
}

const number = fc.integer({ min: 1, max: 999 });
const operator = fc.constantFrom('+', '-', '*', '/');
const calculation = fc
  .tuple(number, operator, number, operator, number, number)
  .map(([a, f, b, g, c, result]) => `${a} ${f} ${b} ${g} ${c} = ${result}`);
const equation = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.constantFrom('x', 'y', 'n'), number, number)
  .map(([a, letter, b, c]) => `${a}${letter} + ${b} = ${c}`);
const line = fc.oneof(calculation, equation);

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('a worked solution', () => {
  it('has the same claims in Markdown, LaTeX and plain text', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), lines => {
        const markdown = `## Problem\nWork it out.\n\n## Solution\n${lines.map((one, index) => `${index + 1}. $${one}$`).join('\n')}\n`;
        const display = `## Problem\nWork it out.\n\n## Solution\n\n$$\n\\begin{align}\n${lines.join(' \\\\\n')}\n\\end{align}\n$$\n`;
        const latex = `\\begin{problem}\nWork it out.\n\\end{problem}\n\\begin{solution}\n\\begin{enumerate}\n${lines.map(one => `\\item $${one}$`).join('\n')}\n\\end{enumerate}\n\\end{solution}\n`;
        const text = `Problem: Work it out.\nSolution:\n${lines.join('\n')}\n`;
        const row = readRow({ id: '1', problem: 'Work it out.', steps: lines }).solution;
        const versions = [
          readDocument(markdown, 'markdown'),
          readDocument(display, 'markdown'),
          readDocument(latex, 'latex'),
          readDocument(text, 'text'),
        ];
        for (const version of versions)
          expect(version.solutions.map(({ steps }) => steps.map(({ claims }) => claims.map(c => c.text)))).toEqual([
            lines.map(one => [one]),
          ]);
        expect(row.steps.map(({ claims }) => claims.map(c => c.text))).toEqual(lines.map(one => [one]));
        expectRanges(crlf(markdown), 'markdown');
        expectRanges(crlf(latex), 'latex');
      }),
      runs(60),
    );
  });

  it('has the same claims in a sentence, whatever stands around them', () => {
    const opening = fc.constantFrom('So ', 'Then she has ', 'That is ', 'Now, ', '🍎 ', 'É́t ', '');
    const ending = fc.constantFrom('.', ' apples.', ', as wanted.', ' in all', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(opening, calculation, ending), { minLength: 1, maxLength: 4 }), parts => {
        const steps = parts.map(([before, one, after]) => `${before}${one}${after}`);
        const { solution } = readRow({ id: '1', problem: '', steps });
        expect(solution.steps.map(step => step.claims.map(claim => claim.text))).toEqual(parts.map(([, one]) => [one]));
      }),
      runs(60),
    );
  });
});

const WORDS = [
  '## Problem\n',
  'Solution:',
  'Step 1:',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  '```\n',
  '`',
  '$',
  '$$',
  '\\[',
  '\\]',
  '\\(',
  '\\begin{align}',
  '\\end{align}',
  '\\begin{enumerate}',
  '\\item ',
  '\\\\',
  '&',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '**',
  '_',
  '|',
  '=',
  '≈',
  '<',
  '+',
  '-',
  '/',
  '%',
  ':',
  ',',
  '.',
  '"',
  '5',
  '1,200',
  '3/4',
  '$12',
  'x',
  '2x',
  'half of ',
  'apples ',
  'is ',
  'times ',
  'of ',
  '<<1+1=2>>',
  '<!--',
  '-->',
  '🍎',
  'é́',
  '\t',
  '\u0007',
  '\\text{',
  '\\frac',
  '√',
  '²',
  '±',
  '…',
  '«',
  '»',
  'مثال',
  '数学',
];

describe('any text at all', () => {
  it('is read without failing, and every range gives its text back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), fc.constantFrom(...FORMATS), (words, format) => {
        expectRanges(words.join(''), format);
        expectRanges(words.join(' '), format);
      }),
      runs(500),
    );
  });

  it('is read without failing when it is random', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...FORMATS), (text, format) => {
        expectRanges(text, format);
        readRow({ id: '1', problem: text, steps: [text, text] });
      }),
      runs(300),
    );
  });

  it.each([
    ['one long line', 'so 3 + 4 = 7 and '.repeat(3000)],
    ['open brackets', '('.repeat(20000)],
    ['open displays', '$$ x\n'.repeat(5000)],
    ['open mathematics', '\\( x '.repeat(8000)],
    ['many words and signs', '3 apples + '.repeat(5000)],
    ['open quotation marks', ' "a'.repeat(8000)],
    ['nested emphasis', '**a _b '.repeat(6000)],
    ['many steps', Array.from({ length: 5000 }, (_, i) => `${i + 1}. So ${i} + 1 = ${i + 1}`).join('\n')],
  ])('is read to its end: %s', (_title, text) => {
    for (const format of FORMATS) expectRanges(text, format);
  });
});

describe('a solution that is revised', () => {
  it('is the same as one that is read anew', () => {
    const odd = ['Look at $5 + 3 = 8$ and `x = 2`.', 'ann@school.org has 3 * 4 = 12', 'The answer is 7.', ''];
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(4), fc.subarray(odd), (seed, at, more) => {
        const { problem, steps } = workedProblem(seed);
        const from = Math.min(at, steps.length);
        const texts = [...steps.slice(from), ...more];
        const anew = readRow({ id: '1', problem, steps: [...steps.slice(0, from), ...texts] }).solution;
        expect(revised(readRow({ id: '1', problem, steps }).solution, from, texts)).toEqual(anew);
      }),
      runs(40),
    );
  });
});
