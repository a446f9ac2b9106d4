import { minus, num, power, product, quotient, sum, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { type Reader, value } from './reading.ts';
import { expressionIn, inDigits } from './text.ts';

type Make = (a: Expr, b: Expr) => Expr;

const BETWEEN: readonly (readonly [pattern: RegExp, make: Make])[] = [
  [/^(.+?),? more than (.+)$/, (a, b) => sum(b, a)],
  [/^(.+?),? (?:less|fewer) than (.+)$/, (a, b) => minus(b, a)],
  [/^the (?:sum|total) of (.+?) and (.+)$/, sum],
  [/^the difference (?:of|between) (.+?) and (.+)$/, minus],
  [/^the product of (.+?) and (.+)$/, product],
  [/^the quotient of (.+?) and (.+)$/, quotient],
  [/^(.+?),? (?:increased by|plus|added to) (.+)$/, sum],
  [/^(.+?),? (?:decreased by|reduced by|minus) (.+)$/, minus],
  [/^(.+?) subtracted from (.+)$/, (a, b) => minus(b, a)],
  [/^(.+?) (?:multiplied by|times) (.+)$/, product],
  [/^(.+?) divided by (.+)$/, quotient],
];
const BEFORE: readonly (readonly [pattern: RegExp, make: (a: Expr) => Expr])[] = [
  [/^(?:twice|double) (.+)$/, a => product(num(2), a)],
  [/^(?:half of|half|one half of) (.+)$/, a => quotient(a, num(2))],
  [/^(?:triple) (.+)$/, a => product(num(3), a)],
  [/^the square of (.+)$/, a => power(a, num(2))],
  [/^(.+) squared$/, a => power(a, num(2))],
];

/** `5 less than twice a number` in signs; null where the words can be put together in more than one way, or are others. */
function phraseIn(text: string, letter: string): Expr | null {
  const words = text.trim().replace(/^(?:the )?quantity /, '');
  if (new RegExp(`^(?:a number|the number|some number|an unknown number|a certain number|it)(?: ${letter})?$`).test(words))
    return sym(letter);
  const plain = /^[a-z]$|^[-\d.\s+*/()a-z]*$/.test(words) && !/[a-z]{2}/.test(words) ? expressionIn(words) : null;
  if (plain) return plain;
  const readings = [
    ...BETWEEN.flatMap(([pattern, make]) =>
      splits(words, pattern).flatMap(([a, b]) => joined(phraseIn(a, letter), phraseIn(b, letter), make)),
    ),
    ...BEFORE.flatMap(([pattern, make]) => {
      const inner = pattern.exec(words)?.[1];
      const of = inner === undefined ? null : phraseIn(inner, letter);
      return of ? [make(of)] : [];
    }),
  ];
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

const joined = (a: Expr | null, b: Expr | null, make: Make): Expr[] => (a && b ? [make(a, b)] : []);

/** `7 less than three times x` takes the 7 from all that follows. */
const LOOSEST = /\bthan\b/;

/** Every way in which a pattern's joint may stand between two phrases. */
function splits(words: string, pattern: RegExp): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const greedy = new RegExp(pattern.source.replace('(.+?)', '(.+)'));
  for (const each of [pattern, greedy]) {
    const [, a, b] = each.exec(words) ?? [];
    if (a !== undefined && b !== undefined && !(LOOSEST.test(a) && !LOOSEST.test(pattern.source)) && !found.some(([x]) => x === a))
      found.push([a, b]);
  }
  return found;
}

const WRITE =
  /^(?:write|give|find|what is)?(?: down)? ?(?:an?|the)? ?(?:algebraic |mathematical |variable )?expression (?:for|that (?:represents|means|shows)|to represent|representing|of|which represents)(?: the (?:phrase|words?|following))?:? ["“”']?([^"“”'.?]+)["“”']?[.?]?(?: (?:use|let) (?:the (?:letter|variable) )?([a-z])\b.*)?$/i;
const TRANSLATE =
  /^(?:translate|write|express|represent)(?: the phrase)? ["“”']?([^"“”'.?:]+?)["“”']?(?: (?:in)?to an| as an)(?: algebraic| mathematical| variable)? expression[.?]?(?: (?:use|let) (?:the (?:letter|variable) )?([a-z])\b.*)?$/i;

/** 'Write an expression for 5 less than a number n.' */
const read: Reader[1] = ([, phrase = '', used]) => {
  const words = inDigits(phrase).toLowerCase();
  const named = /\bnumber ([a-z])\b/.exec(words)?.[1] ?? used?.toLowerCase() ?? /(?:^| )([b-hj-z])(?: |$)/.exec(words)?.[1];
  const asked = named === undefined ? null : value(phraseIn(words, named), ['expression']);
  return asked?.kind === 'value' ? { ...asked, open: true } : null;
};

export const PHRASES: readonly Reader[] = [
  [WRITE, read],
  [TRANSLATE, read],
];
