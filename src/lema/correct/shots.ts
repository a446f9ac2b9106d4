import type { Reading, Task } from '../../model/protocol/protocol.ts';

/** A solution, and what a good corrector says of it. */
export interface Shot {
  readonly task: Task;
  readonly reading: Reading;
  readonly answer: string;
}

/** Shown to a model before it is asked: a word problem, arithmetic, an equation, and a solution in which nothing is wrong. */
export const SHOTS: readonly Shot[] = [
  {
    task: {
      problem:
        'A baker fills 14 trays with 12 rolls each. 30 rolls are burnt, and the rest are packed into bags of 6. How many bags are filled?',
      steps: [
        'There are 14 * 12 = 168 rolls on the trays.',
        'The burnt rolls are added: 168 + 30 = 198 rolls.',
        'They fill 198 / 6 = 33 bags.',
      ],
      stated: '33',
    },
    reading: {
      step: 2,
      explanation:
        'Burnt rolls cannot be packed, so the 30 must be taken away from the 168. The step adds them. The addition itself is done right, but it is not what the problem asks for.',
      correctSteps: ['Without the burnt rolls there are 168 - 30 = 138 rolls.', 'They fill 138 / 6 = 23 bags.'],
      answer: '23',
    },
    answer: '23',
  },
  {
    task: {
      problem: 'Work out 5 * (18 - 7) + 46 / 2.',
      steps: ['18 - 7 = 11', '5 * 11 = 55', '46 / 2 = 28', '55 + 28 = 83'],
      stated: '83',
    },
    reading: {
      step: 3,
      explanation: 'Half of 46 is 23, because 2 * 23 = 46. With 28 it would be 2 * 28 = 56.',
      correctSteps: ['46 / 2 = 23', '55 + 23 = 78'],
      answer: '78',
    },
    answer: '78',
  },
  {
    task: {
      problem: 'A tin holds 3 red and 5 blue crayons. How many crayons do 8 such tins hold, when 4 crayons have been lost?',
      steps: ['One tin holds 3 + 5 = 8 crayons.', 'Eight tins hold 8 * 8 = 64 crayons.', 'After the loss there are 64 - 4 = 60 crayons.'],
      stated: '60',
    },
    reading: { step: null, explanation: '', correctSteps: [], answer: null },
    answer: '60',
  },
  {
    task: {
      problem: 'Solve 3(x - 4) = 2x + 1.',
      steps: ['3x - 4 = 2x + 1', 'x - 4 = 1', 'x = 5'],
      stated: 'x = 5',
    },
    reading: {
      step: 1,
      explanation: 'The 3 multiplies everything in the brackets, so 3(x - 4) is 3x - 12. Only the x was multiplied.',
      correctSteps: ['3x - 12 = 2x + 1', 'x - 12 = 1', 'x = 13'],
      answer: 'x = 13',
    },
    answer: 'x = 13',
  },
];
