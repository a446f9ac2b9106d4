import { describe, expect, it } from 'vitest';
import { formatOf, readDocument, readNotebook, readRow } from '../../src/solution/read.ts';
import { check, type Expected } from './check.ts';

const MARKDOWN: readonly (readonly [string, string, readonly Expected[]])[] = [
  [
    'headings and a list',
    '# Homework\n\n## Problem 1\nSolve **this**: $2x + 3 = 7$.\n\n### My solution\n1. $2x = 4$\n2. So $x = 2$\n\n**Answer:** $x = 2$\n',
    [
      {
        title: 'Problem 1',
        problem: 'Solve **this**: $2x + 3 = 7$.',
        givens: ['2x + 3 = 7'],
        steps: ['$2x = 4$', 'So $x = 2$', '$x = 2$'],
        claims: [['2x = 4'], ['x = 2'], ['x = 2']],
        stated: '$x = 2$',
      },
    ],
  ],
  [
    'no headings: the first paragraph is the problem',
    'Tim has 5 apples and buys 3. How many?\n\nHe has 5 + 3 = 8 apples.\n\nSo the answer is 8.\n',
    [
      {
        problem: 'Tim has 5 apples and buys 3. How many?',
        steps: ['He has 5 + 3 = 8 apples.', 'So the answer is 8.'],
        claims: [['5 + 3 = 8'], ['8']],
        stated: 'So the answer is 8.',
      },
    ],
  ],
  [
    'a calculation that stands alone is work',
    'Pat has 12 apples and buys 15, so 12 + 15 = 28 apples in all.\n',
    [{ problem: '', steps: ['Pat has 12 apples and buys 15, so 12 + 15 = 28 apples in all.'], claims: [['12 + 15 = 28']] }],
  ],
  [
    'a list of tasks is a list of problems',
    '1. Solve $2x = 8$.\n\n   $x = 4$\n\n2. Solve $x - 1 = 2$.\n\n   $x = 3$\n',
    [
      { problem: 'Solve $2x = 8$.', givens: ['2x = 8'], steps: ['$x = 4$'] },
      { problem: 'Solve $x - 1 = 2$.', givens: ['x - 1 = 2'], steps: ['$x = 3$'] },
    ],
  ],
  [
    'a list of steps that begins without a task is one solution',
    'Solve $2(x + 1) = 8$.\n\n1. Expand: $2x + 2 = 8$\n2. Solve: $x = 3$\n',
    [{ problem: 'Solve $2(x + 1) = 8$.', steps: ['Expand: $2x + 2 = 8$', 'Solve: $x = 3$'] }],
  ],
  [
    'only equations: the first is given, and every line is a step',
    '$2x + 3 = 7$\n\n$2x = 4$\n\n$x = 2$\n',
    [{ problem: '$2x + 3 = 7$', givens: ['2x + 3 = 7'], steps: ['$2x + 3 = 7$', '$2x = 4$', '$x = 2$'] }],
  ],
  [
    'a display of several rows is several steps, and words before it belong to the first',
    '**Problem** Solve $x - 1 = 2$\n\n**Solution**\n\nAdd one:\n\n$$\n\\begin{align}\nx - 1 + 1 &= 2 + 1 \\\\\nx &= 3\n\\end{align}\n$$\n',
    [
      {
        problem: 'Solve $x - 1 = 2$',
        steps: ['Add one:\n\n$$\n\\begin{align}\nx - 1 + 1 &= 2 + 1', 'x &= 3'],
        claims: [['x - 1 + 1 &= 2 + 1'], ['x &= 3']],
      },
    ],
  ],
  [
    'a display that looks like Markdown',
    'Problem: Add.\n\n$$\nx\n- 2 = 3 \\\\\n= 4\n$$\n',
    [{ problem: 'Add.', steps: ['x\n- 2 = 3', '= 4'], claims: [['x\n- 2 = 3'], ['continues: = 4']] }],
  ],
  [
    'code, quotes, links, tables of contents and comments hold no claims',
    '## Problem\nAdd 2 and 2.\n\n> 2 + 2 = 6\n\n## Solution\n- See [2 + 2 = 9](http://a.b/1+1=3) and `2 + 2 = 7`\n- 2 + 2 = 4 <!-- 2 + 2 = 8 -->\n\n```\n2 + 2 = 5\n```\n',
    [
      {
        problem: 'Add 2 and 2.',
        steps: ['See [2 + 2 = 9](http://a.b/1+1=3) and `2 + 2 = 7`', '2 + 2 = 4 <!-- 2 + 2 = 8 -->'],
        claims: [[], ['2 + 2 = 4']],
      },
    ],
  ],
  [
    'signs that Markdown knows too',
    '## Problem\nMultiply.\n\n## Solution\n- 2*3*4=24 and **3 * 4 = 12**\n- It is \\$5 + \\$6 = \\$11 and 3 &times; 4 = 12\n',
    [
      {
        problem: 'Multiply.',
        steps: ['2*3*4=24 and **3 * 4 = 12**', 'It is \\$5 + \\$6 = \\$11 and 3 &times; 4 = 12'],
        claims: [
          ['2*3*4=24', '3 * 4 = 12'],
          ['$5 + \\$6 = \\$11', '3 &times; 4 = 12'],
        ],
      },
    ],
  ],
  [
    'several problems, and a key that is not the student’s',
    '## Question 1\nWhat is 2 + 2?\n\n**Answer:** 5\n\n## Question 2\nWhat is 3 + 3?\n\n**Solution:** 3 + 3 = 6\n\n**Answer key:** 6\n',
    [
      { title: 'Question 1', problem: 'What is 2 + 2?', steps: ['5'], stated: '5' },
      { title: 'Question 2', problem: 'What is 3 + 3?', steps: ['3 + 3 = 6'], answer: '6' },
    ],
  ],
  [
    'two solutions of one problem',
    '## Problem\nAdd 1 and 1.\n\n### Solution\n1 + 1 = 2\n\n### Solution\n1 + 1 = 3\n',
    [
      { problem: 'Add 1 and 1.', steps: ['1 + 1 = 2'] },
      { problem: 'Add 1 and 1.', steps: ['1 + 1 = 3'] },
    ],
  ],
  [
    'a label and all under it is one step',
    '**Problem.** Solve $x + 1 = 3$.\n\n**Step 1:** Subtract one.\n\n$$x = 3 - 1$$\n\n**Step 2:** Calculate.\n\n$$x = 2$$\n\nSo the answer is 2.\n',
    [
      {
        problem: 'Solve $x + 1 = 3$.',
        steps: ['**Step 1:** Subtract one.\n\n$$x = 3 - 1$$', '**Step 2:** Calculate.\n\n$$x = 2$$', 'So the answer is 2.'],
        claims: [['x = 3 - 1'], ['x = 2'], ['2']],
      },
    ],
  ],
  [
    'line breaks of another system, tabs and wide characters',
    '# Problem\r\nAdd 🍎.\r\n\r\n# Solution\r\n1.\t🍎🍎 3 + 4 = 7\r\n2.\té́ 7 + 1 = 8\r\n',
    [{ problem: 'Add 🍎.', steps: ['🍎🍎 3 + 4 = 7', 'é́ 7 + 1 = 8'], claims: [['3 + 4 = 7'], ['7 + 1 = 8']] }],
  ],
];

const LATEX: readonly (readonly [string, string, readonly Expected[]])[] = [
  [
    'environments, an enumeration and comments',
    '\\documentclass{article}\n\\begin{document}\n\\begin{problem}\nSolve $2x = 6$. % 1 + 1 = 3\n\\end{problem}\n\\begin{solution}\n\\begin{enumerate}\n\\item Divide: $x = 3$\n\\item Check: $2 \\cdot 3 = 6$\n\\end{enumerate}\n\\end{solution}\n\\end{document}\n',
    [
      {
        problem: 'Solve $2x = 6$. % 1 + 1 = 3',
        givens: ['2x = 6'],
        steps: ['Divide: $x = 3$', 'Check: $2 \\cdot 3 = 6$'],
        claims: [['x = 3'], ['check: 2 \\cdot 3 = 6']],
      },
    ],
  ],
  [
    'headings, rows with tags, and remarks',
    '\\section*{Problem}\nSolve.\n\\section*{Solution}\n\\begin{gather}\nx + y = 5 \\tag{1}\\\\\nx - y = 1 \\label{b}\\\\\n2x = 6 \\quad \\text{from (1)}\n\\end{gather}\nIt costs \\$5 + \\$6 = \\$11.\n',
    [
      {
        problem: 'Solve.',
        steps: ['x + y = 5 \\tag{1}', 'x - y = 1 \\label{b}', '2x = 6 \\quad \\text{from (1)}', 'It costs \\$5 + \\$6 = \\$11.'],
        claims: [['x + y = 5 [1]'], ['x - y = 1 [b]'], ['from(1): 2x = 6'], ['5 + \\$6 = \\$11']],
      },
    ],
  ],
  [
    'forced line breaks are lines of work',
    '\\textbf{Problem.} Add.\n\n\\textbf{Solution.}\n\n$1 + 2 = 3$ \\\\\n$3 + 3 = 6$\n',
    [{ problem: 'Add.', steps: ['$1 + 2 = 3$', '$3 + 3 = 6$'] }],
  ],
];

const TEXT: readonly (readonly [string, string, readonly Expected[]])[] = [
  [
    'labels and one line a step',
    'Problem 3: A pen costs $2. What do 4 cost?\nSolution:\nStep 1: 4 * 2 = 8\nStep 2: So it is $8.\nAnswer: $8\n',
    [
      {
        title: 'Problem 3',
        problem: 'A pen costs $2. What do 4 cost?',
        steps: ['Step 1: 4 * 2 = 8', 'Step 2: So it is $8.', '$8'],
        claims: [['4 * 2 = 8'], [], ['$8']],
        stated: '$8',
      },
    ],
  ],
  [
    'a chain over several lines',
    'Work out 3(4 + 5)\n\n3(4 + 5)\n= 3 * 9\n= 27\n',
    [
      {
        problem: 'Work out 3(4 + 5)',
        steps: ['3(4 + 5)', '= 3 * 9', '= 27'],
        claims: [['3(4 + 5)'], ['continues: = 3 * 9'], ['continues: = 27']],
      },
    ],
  ],
  [
    'only equations',
    '2x + 3 = 7\n2x = 4\nx = 2',
    [{ problem: '2x + 3 = 7', givens: ['2x + 3 = 7'], steps: ['2x + 3 = 7', '2x = 4', 'x = 2'] }],
  ],
  [
    'numbered lines with their labels',
    'Question: Find x and y.\nSolution\n1) x + y = 5\n2) x - y = 1\n',
    [{ problem: 'Find x and y.', steps: ['x + y = 5', 'x - y = 1'] }],
  ],
  ['a problem alone', 'Problem: How much is 2 + 2?', [{ problem: 'How much is 2 + 2?', steps: [] }]],
  ['an empty text', ' \n\n', []],
];

describe('a document', () => {
  it.each(MARKDOWN)('in Markdown: %s', (_title, text, expected) => check(text, 'markdown', expected));
  it.each(LATEX)('in LaTeX: %s', (_title, text, expected) => check(text, 'latex', expected));
  it.each(TEXT)('in plain text: %s', (_title, text, expected) => check(text, 'text', expected));

  it('that is no text is refused with a reason', () => {
    expect(readDocument('PK\u0003\u0004\u0000\u0000', 'text')).toMatchObject({ solutions: [], refused: 'This is not a text file.' });
    expect(readDocument('a'.repeat(10_000_001), 'text').refused).toContain('10 MB');
    expect(readDocument('Problem: a\n1 + 1 = 2', 'text').refused).toBeUndefined();
  });
});

describe('a file name', () => {
  it.each([
    ['a.md', 'markdown'],
    ['b/c.TEX', 'latex'],
    ['d.txt', 'text'],
    ['e.png', null],
    ['md', null],
  ])('%s has the format %s', (name, format) => expect(formatOf(name)).toBe(format));
});

describe('a notebook', () => {
  const cell = (kind: string, source: unknown) => ({ cell_type: kind, source });
  it('is read by its Markdown cells', () => {
    const cells = [
      cell('code', ['1 + 1 = 3']),
      cell('markdown', ['# Problem\n', 'Add.\n', '# Solution\n', '1 + 1 = 2']),
      cell('markdown', 'No work.'),
    ];
    const read = readNotebook(JSON.stringify({ cells }));
    if ('message' in read) throw new Error(read.message);
    expect(read.map(({ cell: index, document }) => [index, document.solutions[0]?.steps.map(step => step.text)])).toEqual([
      [1, ['1 + 1 = 2']],
      [2, []],
    ]);
  });
  it.each(['', '[]', '{"cells": 3}', '{'])('that is none is refused: %s', json => expect(readNotebook(json)).toHaveProperty('message'));
  it.each([[null], [{}], [cell('markdown', 7)], [cell('markdown', [1, 'x'])]])('with a strange cell is still read', strange => {
    expect(Array.isArray(readNotebook(JSON.stringify({ cells: [strange] })))).toBe(true);
  });
});

describe('a row', () => {
  it('has offsets into its problem and steps joined by line breaks', () => {
    const { solution, text } = readRow({
      id: '7',
      problem: 'Add $a + b = 3$.',
      steps: ['First 1 + 2 = 3', '', '\\frac{1}{2} = 0.5', ' 3'],
      answer: '3',
      reference_solution: '1 + 2 = 3\n3',
    });
    expect(text).toBe('Add $a + b = 3$.\nFirst 1 + 2 = 3\n\n\\frac{1}{2} = 0.5\n 3');
    expect(solution.steps.map(step => text.slice(step.range.start, step.range.end))).toEqual([
      'First 1 + 2 = 3',
      '',
      '\\frac{1}{2} = 0.5',
      ' 3',
    ]);
    expect(solution.steps.map(step => step.claims.map(claim => text.slice(claim.range.start, claim.range.end)))).toEqual([
      ['1 + 2 = 3'],
      [],
      ['\\frac{1}{2} = 0.5'],
      ['3'],
    ]);
    expect(solution).toMatchObject({
      answer: '3',
      reference: ['1 + 2 = 3', '3'],
      statedAnswer: { text: ' 3' },
      givens: [{ text: 'a + b = 3' }],
    });
  });
});
