/** The keys of a problem's block with what they are for: shown while a set is written. A snippet's `$1` is where the writer goes on. */
export const problemKeys: Readonly<Record<string, { readonly about: string; readonly snippet: string }>> = {
  id: { about: 'The name of the problem in results. Made of the heading when it is left out.', snippet: 'id: $1' },
  answer: { about: 'The right answer: a number, an equation, an interval, … May hold `{{blanks}}`.', snippet: 'answer: $1' },
  solution: { about: 'A right solution, a line a step. It is checked like a student’s.', snippet: 'solution: |\n  $1' },
  points: { about: 'Points for the problem. The sum of the rubric when it is left out, else 1.', snippet: 'points: ${1:2}' },
  rubric: {
    about:
      'Points for lines of method and for the answer. A mistake is charged once; `carry: false`, or a term the line must still contain, forbids that.',
    snippet: 'rubric:\n  - { for: method, line: "$1", points: 1 }\n  - { for: answer, points: 1 }',
  },
  hints: { about: 'Your own hints, shown before the tutor’s.', snippet: 'hints:\n  - $1' },
  feedback: {
    about: 'What a student is told: `correction`, `hints`, `marks` or `none`.',
    snippet: 'feedback: ${1|correction,hints,marks,none|}',
  },
  variables: {
    about:
      'Letters with values, for a variant a student: `a: 2..9`, `b: [1, 3, 5]`, `c: { from: 0, to: 1, step: 1/4 }`. Written as `{{a}}` or `{{2*a + b}}`.',
    snippet: 'variables:\n  ${1:a}: ${2:2..9}',
  },
  where: { about: 'Conditions on the values: `a != b`, `1 < a < b`, `a/b is whole`.', snippet: 'where: [$1]' },
  wrong: { about: 'Wrong answers you expect, with what to say to them.', snippet: 'wrong:\n  - answer: $1\n    feedback: $2' },
  mistakes: { about: 'Mistakes to practise here, by the names that `lema mistakes list` gives.', snippet: 'mistakes: [$1]' },
};

/** The keys of a set's front matter. */
export const headKeys: Readonly<Record<string, { readonly about: string; readonly snippet: string }>> = {
  'problem-set': { about: 'Makes this file a problem set; the number is the version of the format.', snippet: 'problem-set: 1' },
  id: { about: 'The name of the set. Made of the title when it is left out.', snippet: 'id: $1' },
  title: { about: 'The title, when it is not the first heading.', snippet: 'title: $1' },
  feedback: { about: 'What students are told, unless a problem says otherwise.', snippet: 'feedback: ${1|correction,hints,marks,none|}' },
  'lock-correction': { about: 'Keeps the last rung of the hint ladder locked.', snippet: 'lock-correction: true' },
  licence: { about: 'How others may use the set.', snippet: 'licence: $1' },
  author: { about: 'Who wrote it.', snippet: 'author: $1' },
};

/** A set to begin with. */
export const NEW_SET = `---
problem-set: 1
feedback: hints
---

# A new set

## 1. Two steps

Solve \${{a}}x + {{b}} = {{a*c + b}}$.

\`\`\`yaml
id: two-steps
answer: x = {{c}}
points: 3
variables:
  a: 2..9
  b: 3..15
  c: 2..9
solution: |
  {{a}}x = {{a*c}}
  x = {{c}}
\`\`\`
`;
