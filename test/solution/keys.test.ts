import { describe, expect, it } from 'vitest';
import { isKeyName, keyNameOf, withKey } from '../../src/solution/keys.ts';
import { readDocument } from '../../src/solution/read.ts';

const HOMEWORK = '# Problem 1\n\nAdd 2 and 3.\n\n## Solution\n\n2 + 3 = 5\n\n# Problem 2\n\nAdd 4 and 5.\n\n## Solution\n\n4 + 5 = 9\n';
const SINGLE = '# Problem\n\nAdd 2 and 3.\n\n## Solution\n\n2 + 3 = 5\n';

const reads = (
  title: string,
  document: string,
  key: string,
  known: readonly (readonly [string | undefined, readonly string[] | undefined])[],
) =>
  it(title, () => {
    const solutions = withKey(readDocument(document, 'markdown').solutions, key);
    expect(solutions.map(s => [s.answer, s.reference])).toEqual(known);
  });

describe('a key beside the document', () => {
  reads('by headings, with solutions', HOMEWORK, '## Problem 1\n\n- 2 + 3 = 5\n\nAnswer: 5\n\n## Problem 2\n\n4 + 5 = 9\nSo 9.\n', [
    ['5', ['2 + 3 = 5']],
    ['So 9.', ['4 + 5 = 9', 'So 9.']],
  ]);
  reads('as a list of answers, in any order', HOMEWORK, '# Key\n\n2. 9\n1. 5\n', [
    ['5', undefined],
    ['9', undefined],
  ]);
  reads('of the only problem', SINGLE, '2 + 3 = 5\n**Answer:** 5\n', [['5', ['2 + 3 = 5']]]);
  reads('that lacks a problem', HOMEWORK, '## Problem 2\nAnswer: 9\n', [
    [undefined, undefined],
    ['9', undefined],
  ]);
  reads('that is empty', SINGLE, '\n', [[undefined, undefined]]);
  reads('below an answer in the document itself', `${SINGLE}\n# Answer key\n\n5\n`, 'Answer: 6\n', [['5', undefined]]);
});

describe('an answer in the front matter', () => {
  const states = (title: string, document: string, known: readonly (string | undefined)[]) =>
    it(title, () => expect(readDocument(document, 'markdown').solutions.map(s => s.answer)).toEqual(known));
  states('is that of the only problem', `---\ntitle: Sums\nanswer: 5\nlema: true\n---\n\n${SINGLE}`, ['5']);
  states('may stand in quotes', `---\r\nanswer: "5 apples"\r\n---\r\n\r\n${SINGLE}`, ['5 apples']);
  states('stands below an answer key', `---\nanswer: 6\n---\n\n${SINGLE}\n# Answer key\n\n5\n`, ['5']);
  states('is of no problem where there are several', `---\nanswer: 5\n---\n\n${HOMEWORK}`, [undefined, undefined]);
  states('is nowhere but at the top', `${SINGLE}\n---\nanswer: 6\n---\n`, [undefined]);
});

describe('the name of a key', () => {
  const names: readonly (readonly [string, string | null])[] = [
    ['homework.md', 'homework.key.md'],
    ['/a.b/sheet.2.tex', '/a.b/sheet.2.key.tex'],
    ['homework.key.md', null],
    ['README', null],
    ['.md', null],
  ];
  for (const [name, key] of names) it(name, () => expect(keyNameOf(name)).toBe(key));
  it('is known by its ending', () => expect(['a.key.md', 'key.md', 'a.keys.md'].map(isKeyName)).toEqual([true, false, false]));
});
