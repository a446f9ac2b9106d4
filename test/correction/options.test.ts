import { describe, test } from 'vitest';
import { check } from './check-solution.ts';

const CHOICE = 'How many chairs are in the hall? options: a ) 54 , b ) 62 , c ) 77 , d ) 91 , e ) 120';

/** Problem first, then the lines; the first mistaken line is marked ✗. */
const FLAGGED = [
  `${CHOICE}\n$35 + 42 = 87$ ✗`,
  `${CHOICE}\n$7 \\times 11 = 78$ ✗`,
  `${CHOICE}\n$35 + 43 = 71$ ✗`,
  `How many chairs are in the hall?\n$35 + 42 = 71$ ✗`,
];

const PASSED = [
  `${CHOICE}\n$35 + 42 = 71$`,
  `${CHOICE}\n$35 + 42 = 7$`,
  `${CHOICE}\n$2x = 154$\n$x = 71$`,
  'What part is left? options: a ) 3 / 7 , b ) 5 / 7 , c ) 2 / 9\n$\\frac{25}{35} = \\frac{5}{1}$',
  'What percent are boys? options: a ) 45 % , b ) 55 % , c ) 60 %\n$0.1 + 0.55 - x = 0.8$\n$x = 1.25 - 0.8 = 0.45$',
  'What percent came? options: a ) 38.5 % , b ) 40 %\n$\\frac{10}{26} \\div 0.38 = 38 \\%$',
];

describe('work on a problem with options', () => {
  test.each(FLAGGED)('flagged: %s', text => check(text));
  test.each(PASSED)('passed: %s', text => check(text));
});
