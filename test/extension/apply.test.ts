import { describe, expect, test } from 'vitest';
import type { Correction } from '../../src/correction/records.ts';
import { correctionEdits } from '../../src/extension/apply.ts';
import { toReport } from '../../src/extension/checking/document.ts';
import { readDocument } from '../../src/solution/read.ts';
import type { DocumentFormat } from '../../src/solution/solution.ts';

interface Case {
  readonly format?: DocumentFormat;
  readonly step: number;
  readonly right: readonly string[];
  readonly answer?: string;
}

/** Reads a document, puts a correction in place, and returns the text afterwards. */
function check(text: string, { format = 'markdown', step, right, answer }: Case): string {
  const [solution] = readDocument(text, format).solutions;
  if (!solution) throw new Error('no solution was read');
  const correction: Correction = {
    step,
    mistake: null,
    explanation: '',
    correctSteps: [...right],
    answer: answer ?? null,
    evidence: 'proved',
    witness: null,
    hints: [],
    at: null,
    replacement: null,
    verified: true,
  };
  const report = toReport(solution, { verdicts: [], finding: { kind: 'mistake', correction } }, 'test');
  const edits = correctionEdits(text, { format, solutions: [report] }, report);
  return [...edits].reverse().reduce((done, edit) => done.slice(0, edit.range.start) + edit.text + done.slice(edit.range.end), text);
}

const head = '# Problem\n\nSolve $2x + 3 = 9$.\n\n# Solution\n\n';

describe('a correction is put in place', () => {
  test.each<[string, string, Case, string]>([
    ['line by line', `${head}$2x = 12$\n\n$x = 6$\n`, { step: 0, right: ['2x = 6', 'x = 3'] }, `${head}$2x = 6$\n\n$x = 3$\n`],
    [
      'in a numbered list',
      `${head}1. $2x = 12$\n2. $x = 6$\n`,
      { step: 0, right: ['2x = 6', 'x = 3'] },
      `${head}1. $2x = 6$\n2. $x = 3$\n`,
    ],
    [
      'from the wrong step on, not before',
      `${head}1. $2x = 6$\n2. $x = 2$\n`,
      { step: 1, right: ['x = 3'] },
      `${head}1. $2x = 6$\n2. $x = 3$\n`,
    ],
    [
      'with one line more',
      `${head}1. $2x = 12$\n2. $x = 6$\n\nDone.\n`,
      { step: 0, right: ['2x = 9 - 3', '2x = 6', 'x = 3'] },
      `${head}1. $2x = 9 - 3$\n2. $2x = 6$\n3. $x = 3$\n\nDone.\n`,
    ],
    [
      'with one line less',
      `${head}- $2x = 12$\n- $2x - 12 = 0$\n- $x = 6$\n`,
      { step: 0, right: ['2x = 6', 'x = 3'] },
      `${head}- $2x = 6$\n- $x = 3$\n`,
    ],
    [
      'keeping the words before the wrong term',
      `${head}So $2x = 12$.\n\n$x = 6$\n`,
      { step: 0, right: ['2x = 6', 'x = 3'] },
      `${head}So $2x = 6$.\n\n$x = 3$\n`,
    ],
    [
      'in an alignment',
      `${head}$$\n\\begin{align}\n2x &= 12 \\\\\nx &= 6\n\\end{align}\n$$\n`,
      { step: 0, right: ['2x = 6', 'x = 3'] },
      `${head}$$\n\\begin{align}\n2x &= 6 \\\\\nx &= 3\n\\end{align}\n$$\n`,
    ],
    [
      'in an alignment with one row more',
      `${head}$$\n\\begin{align}\n2x &= 12 \\\\\nx &= 6\n\\end{align}\n$$\n`,
      { step: 0, right: ['2x = 9 - 3', '2x = 6', 'x = 3'] },
      `${head}$$\n\\begin{align}\n2x &= 9 - 3 \\\\\n2x &= 6 \\\\\nx &= 3\n\\end{align}\n$$\n`,
    ],
    [
      'through Windows line ends',
      `${head}1. $2x = 12$\n2. $x = 6$\n`.replaceAll('\n', '\r\n'),
      { step: 0, right: ['2x = 6', 'x = 3'] },
      `${head}1. $2x = 6$\n2. $x = 3$\n`.replaceAll('\n', '\r\n'),
    ],
    [
      'in plain text',
      'Problem: solve 2x + 3 = 9\nSolution:\nStep 1: 2x = 12\nStep 2: x = 6\n',
      { format: 'text', step: 0, right: ['2x = 6', 'x = 3'] },
      'Problem: solve 2x + 3 = 9\nSolution:\nStep 1: 2x = 6\nStep 2: x = 3\n',
    ],
    [
      'in plain text with one line more',
      'Problem: solve 2x + 3 = 9\nSolution:\nStep 1: 2x = 12\nStep 2: x = 6\n',
      { format: 'text', step: 0, right: ['2x = 9 - 3', '2x = 6', 'x = 3'] },
      'Problem: solve 2x + 3 = 9\nSolution:\nStep 1: 2x = 9 - 3\nStep 2: 2x = 6\nStep 3: x = 3\n',
    ],
    [
      'in sentences',
      '# Problem\n\nThree boxes hold 12 pens each, and 4 more lie beside them.\n\n# Solution\n\nIn the boxes are 3 × 12 = 38 pens.\n\nTogether that makes 38 + 4 = 42 pens.\n',
      { step: 0, right: ['3 × 12 = 36', '36 + 4 = 40'] },
      '# Problem\n\nThree boxes hold 12 pens each, and 4 more lie beside them.\n\n# Solution\n\nIn the boxes are 3 × 12 = 36 pens.\n\nTogether that makes 36 + 4 = 40 pens.\n',
    ],
    [
      'and leaves the rest of the file alone',
      `Before.\n\n${head}$2x = 12$\n\n# Problem 2\n\nSolve $x = 1$.\n`,
      { step: 0, right: ['2x = 6'] },
      `Before.\n\n${head}$2x = 6$\n\n# Problem 2\n\nSolve $x = 1$.\n`,
    ],
  ])('%s', (_, before, correction, after) => expect(check(before, correction)).toBe(after));

  test('the stated answer becomes the right one', () => {
    expect(check(`${head}$2x = 12$\n\n$x = 6$\n\nAnswer: $x = 6$\n`, { step: 0, right: ['2x = 6', 'x = 3'], answer: 'x = 3' })).toBe(
      `${head}$2x = 6$\n\n$x = 3$\n\nAnswer: $x = 3$\n`,
    );
  });

  test('nothing to correct is no edit', () => expect(check(`${head}$2x = 12$\n`, { step: 0, right: [] })).toBe(`${head}$2x = 12$\n`));
});
