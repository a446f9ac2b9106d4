import { equation, isStatement, num, power, product, quotient } from '../build.ts';
import { family, type Rewrite } from '../rule.ts';
import { sidesOf } from '../sides.ts';

/** log₂ 8 → 8/2. */
const baseDivided: Rewrite = node => {
  if (isStatement(node) || node.kind !== 'call' || node.fn !== 'log') return [];
  const [arg, base] = node.args;
  return arg && base ? [{ wrong: quotient(arg, base), terms: { a: arg, b: base } }] : [];
};

/** log u + log v = c solved as u·v = bᶜ, whatever becomes of the domain. */
const domainForgotten: Rewrite = node => {
  const sides = sidesOf(node, '=');
  if (!sides) return [];
  return [sides, [sides[1], sides[0]] as const].flatMap(([left, right]) => {
    const logs = left.kind === 'sum' ? left.terms : [left];
    const inside = logs.flatMap(term =>
      term.kind === 'call' && (term.fn === 'log' || term.fn === 'ln') && term.args[0] ? [term.args[0]] : [],
    );
    const [first] = logs;
    if (inside.length !== logs.length || first?.kind !== 'call') return [];
    const base = first.fn === 'ln' ? { kind: 'symbol' as const, name: 'e', span: first.span } : (first.args[1] ?? num(10));
    return [{ wrong: equation(product(inside), power(base, right)), terms: { a: left } }];
  });
};

/** Logarithms and exponentials. */
export const logarithms = family('logarithms', 'local', [
  {
    id: 'log-of-sum',
    ref: 'FUN-01',
    name: 'logarithm spread over a sum',
    prior: 0.85,
    wrong: 'log(a + b) → log(a) + log(b)',
    why: 'A sum of logarithms is the logarithm of a product: {site} cannot be split.',
    ask: 'What is inside the logarithm when {wrong} is put together into one?',
    elsewhere: 'log 4 + log 25 = log 100 = 2, but log 29 is less than 2.',
  },
  {
    id: 'log-of-difference',
    ref: 'FUN-06',
    name: 'logarithm spread over a difference',
    prior: 0.8,
    wrong: 'log(a - b) → log(a) - log(b)',
    why: 'A difference of logarithms is the logarithm of a quotient: {site} cannot be split.',
    ask: 'What is inside the logarithm when {wrong} is put together into one?',
    elsewhere: 'log 1000 - log 10 = log 100 = 2, not log 990.',
  },
  {
    id: 'log-of-product-multiplied',
    ref: 'FUN-02',
    name: 'logarithm of a product written as a product',
    prior: 0.75,
    wrong: 'log(a*b) → log(a)*log(b)',
    right: 'log(a) + log(b)',
    why: 'A logarithm turns a product into a sum: the exponents are added.',
    ask: 'When two powers are multiplied, what happens to their exponents?',
    elsewhere: 'log(10·100) = 1 + 2 = 3, not 1·2.',
  },
  {
    id: 'product-of-logs-joined',
    ref: 'FUN-03',
    name: 'product of logarithms joined',
    prior: 0.65,
    wrong: ['log(a)*log(b) → log(a*b)', 'log(a)*log(b) → log(a + b)', 'log(a) + log(b) → log(a + b)'],
    why: 'Only a sum of logarithms is the logarithm of a product; {site} is something else.',
    ask: 'Which operation between logarithms turns into a product inside?',
    elsewhere: 'log 10·log 100 = 1·2 = 2, but log 1000 = 3.',
  },
  {
    id: 'log-of-quotient-divided',
    ref: 'FUN-04',
    name: 'logarithm of a quotient written as a quotient',
    prior: 0.75,
    wrong: 'log(a/b) → log(a)/log(b)',
    right: 'log(a) - log(b)',
    why: 'A logarithm turns a quotient into a difference.',
    ask: 'When two powers are divided, what happens to their exponents?',
    elsewhere: 'log(1000/10) = 3 - 1 = 2, not 3/1.',
  },
  {
    id: 'quotient-of-logs-joined',
    ref: 'FUN-05',
    name: 'quotient of logarithms joined',
    prior: 0.7,
    wrong: ['log(a)/log(b) → log(a/b)', 'log(a)/log(b) → log(a) - log(b)', 'log(a) - log(b) → log(a)/log(b)'],
    why: 'Only a difference of logarithms is the logarithm of a quotient; {site} is a quotient of two numbers.',
    ask: 'What are the two logarithms in {site} worth, each by itself?',
    elsewhere: 'log 1000/log 10 = 3/1 = 3, but log 100 = 2.',
  },
  {
    id: 'log-power-pulled-down',
    ref: 'FUN-07',
    name: 'power of a logarithm pulled down',
    prior: 0.7,
    wrong: 'log(a)^n → n*log(a)',
    why: 'An exponent comes to the front only when it stands inside, on the argument. In {site} the whole logarithm is raised.',
    ask: 'Does the exponent in {site} stand on the argument or on the logarithm?',
    elsewhere: '(log 100)^2 = 4, and log(100^2) = 4, but (log 1000)^2 = 9 while 2·log 1000 = 6.',
  },
  {
    id: 'log-power-over-coefficient',
    ref: 'FUN-08',
    name: 'exponent pulled out although it stands on one factor only',
    prior: 0.7,
    wrong: 'log(a*b^n) → n*log(a*b)',
    right: 'log(a) + n*log(b)',
    why: 'The exponent stands on {b} alone, so it comes out in front of the logarithm of {b} only.',
    ask: 'Which factor inside the logarithm has the exponent {n}?',
    elsewhere: 'log(10·x^2) = 1 + 2·log x.',
  },
  {
    id: 'log-cancelled',
    ref: 'FUN-09',
    name: 'name of the function cancelled',
    prior: 0.75,
    wrong: ['log(a)/log(b) → a/b', 'sin(a)/sin(b) → a/b', 'cos(a)/cos(b) → a/b', 'tan(a)/tan(b) → a/b', 'sin(a)/a → 1'],
    why: 'The name of a function is not a factor; {site} is a quotient of two values.',
    ask: 'What does the function’s name stand for without its argument?',
    elsewhere: 'log 1000/log 10 = 3/1, not 1000/10.',
  },
  {
    id: 'log-base-divided',
    ref: 'FUN-10',
    name: 'logarithm read as division by the base',
    prior: 0.7,
    wrong: baseDivided,
    why: 'A logarithm asks for an exponent: {site} is the power of {b} that gives {a}.',
    ask: 'To which power must {b} be raised to give {a}?',
    elsewhere: 'log_3 81 = 4, because 3^4 = 81.',
  },
  {
    id: 'logs-grouped-wrongly',
    ref: 'FUN-11',
    name: 'added logarithm put into the denominator',
    prior: 0.65,
    ordered: true,
    wrong: 'log(a) - log(b) + log(c) → log(a/(b*c))',
    right: 'log(a*c/b)',
    why: 'Only logarithms with a minus sign go below: {c} is added, so it multiplies on top.',
    ask: 'What sign stands in front of the last logarithm in {site}?',
    elsewhere: 'log 8 - log 4 + log 5 = log(8·5/4) = log 10.',
  },
  {
    id: 'exponential-of-sum',
    ref: 'FUN-12',
    name: 'power of a sum of exponents written as a sum',
    prior: 0.75,
    wrong: ['a^(b + c) → a^b + a^c', 'a^(b - c) → a^b - a^c'],
    right: 'a^b * a^c',
    why: 'Adding exponents belongs to multiplying powers: {site} is a product.',
    ask: 'Which operation between powers adds their exponents?',
    elsewhere: '2^(3 + 1) = 16, but 2^3 + 2^1 = 10.',
  },
  {
    id: 'exponential-of-log-multiple',
    ref: 'FUN-13',
    name: 'factor of a logarithm brought down unchanged',
    prior: 0.7,
    wrong: ['e^(k*ln(a)) → k*a'],
    right: 'a^k',
    why: 'The factor {k} goes back as an exponent before e and ln undo each other.',
    ask: 'How is {k*ln(a)} written as one logarithm?',
    elsewhere: 'e^(3·ln 2) = 2^3 = 8, not 6.',
  },
  {
    id: 'log-of-exponential-sum',
    ref: 'FUN-14',
    name: 'logarithm of a sum of powers taken term by term',
    prior: 0.7,
    wrong: ['ln(e^a + b) → a + ln(b)', 'ln(e^a + b) → a + b', 'ln(e^a + b) → a'],
    why: 'ln undoes e only when nothing else stands inside: {site} has a sum there.',
    ask: 'Is the whole inside of {site} one power of e?',
    elsewhere: 'ln(e^0 + 1) = ln 2, which is neither 0 nor 1.',
  },
  {
    id: 'special-log-value',
    ref: 'FUN-15',
    name: 'special value of a logarithm',
    prior: 0.75,
    wrong: ['log(1) → 1', 'ln(e) → 0', 'ln(e) → e', 'log(0) → 1', 'log(0) → 0', 'ln(1) → e'],
    why: 'A logarithm asks for an exponent: which power of the base gives what stands inside?',
    ask: 'To which power must the base be raised to give the number inside {site}?',
    elsewhere: 'log_5 5 = 1 and log_5 25 = 2.',
  },
  {
    id: 'log-domain-ignored',
    ref: 'FUN-22',
    name: 'value kept that makes a logarithm undefined',
    prior: 0.8,
    tier: 'equation',
    wrong: domainForgotten,
    why: 'A logarithm needs something positive inside. A value that makes one of the insides negative or zero is no solution.',
    ask: 'For each value found: is every logarithm of the line above defined there?',
    elsewhere: 'log x + log(x + 3) = 1 gives 2 and -5, and -5 has no logarithm.',
  },
  {
    id: 'exponent-divided-down',
    ref: 'EQN-39',
    name: 'exponent treated as a factor',
    prior: 0.75,
    tier: 'equation',
    wrong: ['a^u = b → u = b/a', 'a^u = b → a*u = b', 'a^u = b → u = b - a'],
    why: 'The unknown stands in the exponent, so dividing does not free it; a logarithm does, or writing {b} as a power of {a}.',
    ask: 'Which power of {a} gives {b}?',
    elsewhere: '3^x = 81 gives x = 4, because 3^4 = 81.',
  },
]);
