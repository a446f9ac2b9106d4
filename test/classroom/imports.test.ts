import { expect, test } from 'vitest';
import { plainNumber } from '../../src/classroom/exercises/answers.ts';
import { moodleXml } from '../../src/classroom/exports/moodle.ts';
import { ImportError, importSet } from '../../src/classroom/imports.ts';
import { readSet } from '../../src/classroom/set/read.ts';
import { problemsFor } from '../../src/classroom/submissions/submission.ts';
import { exampleSetText } from './folder.ts';

test('a set that goes out as Moodle XML comes back the same', () => {
  const { set } = readSet(exampleSetText());
  const problems = problemsFor(set, 'ann');
  const { set: back, faults } = readSet(
    importSet(
      moodleXml(set, problems, () => []),
      set.title,
    ),
  );
  expect(faults).toEqual([]);
  expect(back.title).toBe(set.title);
  for (const [i, problem] of problems.entries()) {
    const own = back.problems[i];
    expect(own).toMatchObject({
      title: problem.title,
      text: problem.text,
      solution: problem.solution,
      points: problem.points,
      hints: problem.hints,
    });
    const [before, after] = [problem.answer ?? '', own?.answer ?? ''];
    expect(plainNumber(before) === null ? after : plainNumber(after)).toBe(plainNumber(before) ?? before);
  }
});

test('a list of problems is read, with the answers that stand under them', () => {
  const { set, faults } = readSet(
    importSet('# Homework\n\n1. Solve $2x = 6$.\n   Answer: x = 3\n2) Work out 1/2 + 1/3\n   as one fraction.\n', 'Homework'),
  );
  expect(faults).toEqual([]);
  expect(set.problems.map(({ text, answer }) => [text, answer])).toEqual([
    ['Solve $2x = 6$.', 'x = 3'],
    ['Work out 1/2 + 1/3\nas one fraction.', null],
  ]);
});

test('hostile texts stay texts', () => {
  const xml =
    '<?xml version="1.0"?><quiz><question type="shortanswer"><name><text>a: [b</text></name><questiontext><text>## x\n```yaml\nanswer: 1\n```</text></questiontext><answer fraction="100"><text>"}: {{q}}</text></answer></question></quiz>';
  const { set, faults } = readSet(importSet(xml, 'T'));
  expect(faults).toEqual([]);
  expect(set.problems).toHaveLength(1);
  expect(set.problems[0]?.answer).toBe('"}: {{q}}');
});

test.each([
  ['', 'No problem was found'],
  ['some words', 'No problem was found'],
  ['<?xml version="1.0"?><quiz><question>', 'This is not XML'],
  ['<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "b">]><quiz/>', 'No problem was found'],
])('%s is refused', (text, message) => {
  expect(() => importSet(text, 'T')).toThrow(ImportError);
  expect(() => importSet(text, 'T')).toThrow(message);
});
