import { call, minus, num, power, product, quotient, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import { callsNamed, type FunctionRule, isClosed, lettersIn, namedCall, withFunctions } from '../letters.ts';
import { remembered } from '../memo.ts';
import { hundredth, PERCENTS } from './percents.ts';
import { PHRASES } from './phrases.ts';
import { RATES } from './rates.ts';
import { type Asked, both, END, NUMBER, number, type Reader, value } from './reading.ts';
import { SEQUENCES } from './sequences.ts';
import { expressionIn, inDigits, statementIn } from './text.ts';

const VERB =
  "(?:(?:please )?(?:evaluate|calculate|compute|work out|determine|find|simplify|complete the square(?: (?:for|in|of))?|solve|reduce|expand|multiply(?: out)?|factor(?:i[sz]e)?(?: completely| fully)?|add|subtract|divide|combine|rationali[sz]e(?: the denominator of)?|what is|what'?s|how much is|write|give)(?: (?:and|then) (?:simplify|expand|reduce|collect(?: like)? terms|factor(?:i[sz]e)?)| (?:fully|completely))*(?: as (?:one|a single|a) (?:simplified )?(?:fraction|logarithm|power|log)(?=:| \\S*\\d| \\())?(?: (?:the )?(?:value of|expression|fraction|ratio|product|sum|quotient|difference|result of|following))*:? ?)";
const OPERATIONS: Readonly<Record<string, (a: Expr, b: Expr) => Expr>> = {
  sum,
  product,
  difference: (a, b) => call('abs', minus(a, b)),
  quotient,
};

/** Two expressions and what is done with them. */
const two = (a: string | undefined, b: string | undefined, make: (a: Expr, b: Expr) => Expr): Asked | null => {
  const [x, y] = [a, b].map(text => expressionIn(text?.replace(/^\$|,(?=\d{3})/g, '')));
  return x && y ? value(make(x, y), [], !(isClosed(x) && isClosed(y))) : null;
};

/** 'If e + f = 8, what is e + f + g?': the second expression is the first and something more. */
function goneOn(known: string | undefined, is: string | undefined, of: string | undefined): Asked | null {
  const [a, b, c] = [known, is, of].map(expressionIn);
  if (!a || !b || !c || !isClosed(b) || isClosed(a) || a.kind === 'symbol') return null;
  const put = (x: number): Expr =>
    [...lettersIn(a), 'e', 'i'].reduce((expr, letter, i) => substitute(expr, letter, num(x * (i + 1))), minus(c, a));
  const others = lettersIn(put(0)).map((letter, i) => [letter, Q.rational(i + 3)] as const);
  const [zero, one, two] = [0, 1, 5].map(x => evaluateExact(put(x), new Map(others)));
  if (!zero || !one || !two || !Q.equal(zero, one) || !Q.equal(zero, two)) return null;
  return { kind: 'value', value: sum(b, put(0)), stated: false, names: [], open: others.length > 0 };
}

const list = (text: string): Expr[] | null => {
  const items = text.split(/\s*(?:,|\band\b|&)\s*/).filter(item => item !== '');
  const read = items.map(number);
  return items.length > 1 && read.every(item => item !== null) ? read : null;
};

const LIST = '((?:-?[\\d./]+(?:, and | and |, ?|,? ?& ?)?){2,})';

/** What the expression of the problem is called when its value is told. */
const WHOLE = ['expression', 'fraction', 'simplified'];

/** An expression that the problem writes; null where it is open what is divided by what. */
const stated = (text: string | undefined): Asked | null =>
  /(?:÷|\\div|\s:\s).*\//.test(text ?? '') ? null : value(expressionIn(text), WHOLE, true);

/** Whole-problem readings, tried in order; the first that matches decides. */
const READERS: readonly Reader[] = [
  [
    new RegExp(
      `^(?:find |what is |calculate )?(?:the )?(sum|product|difference|quotient) (?:of|between) ${NUMBER} and ${NUMBER}${END}`,
      'i',
    ),
    ([, op = '', a, b]) => both(a, b, OPERATIONS[op.toLowerCase()] ?? sum, [op.toLowerCase()]),
  ],
  [/^subtract (.+?) from (.+?)[.?]?$/i, ([, a, b]) => two(b, a, minus)],
  [/^add (.+?) (?:and|to|onto) (.+?)[.?]?$/i, ([, a, b]) => two(a, b, sum)],
  [/^multiply (.+?) (?:by|and|with) (.+?)[.?]?$/i, ([, a, b]) => two(a, b, product)],
  [/^(?:divide|share) (.+?) by (.+?)[.?]?$/i, ([, a, b]) => two(a, b, quotient)],
  ...PERCENTS,
  ...SEQUENCES,
  [
    new RegExp(
      `^(?:find|what is|calculate|determine) (?:the )?(?:gcd|gcf|hcf|greatest common (?:divisor|factor)|highest common factor)(?: \\(\\w+\\))? (?:of|for) ${LIST}${END}`,
      'i',
    ),
    ([, items = '']) => value(folded('gcd', list(items))),
  ],
  [
    new RegExp(
      `^(?:find|what is|calculate|determine) (?:the )?(?:lcm|lowest common multiple|least common multiple)(?: \\(\\w+\\))? (?:of|for) ${LIST}${END}`,
      'i',
    ),
    ([, items = '']) => value(folded('lcm', list(items))),
  ],
  [
    new RegExp(
      `^(?:find|what is|calculate|determine) (?:the )?(mean|average|median|range) (?:of|for) (?:the (?:numbers|data|set|values):? )?${LIST}${END}`,
      'i',
    ),
    ([, what = '', items = '']) =>
      value(
        ofData(what.toLowerCase(), list(items)),
        [what.toLowerCase(), 'mean', 'average'].slice(0, what.toLowerCase() === 'average' ? 3 : 1),
      ),
  ],
  [
    new RegExp(
      `^(?:write|convert|express|change|turn) ${NUMBER}(?: ?%| percent)? (?:as|to|into|in) (?:a |an )?(?:percent(?:age)?|decimal|fraction)\\b[^.?\\d]*${END}`,
      'i',
    ),
    ([whole = '', a]) => value(/^\D*[\d./,]+ ?(?:%|percent\b)(?! ?(?:form)?[.?]?$)/i.test(whole) ? percentOf(number(a)) : number(a)),
  ],
  [
    new RegExp(
      `^(?:find|what is|calculate|determine|work out)? ?(?:the )?(slope|gradient) of (?:the |a )?(?:straight )?line (?:(?:that )?(?:passes|passing|goes|going) )?(?:through|joining|containing|between|connecting)(?: the)?(?: two)?(?: points)? ?\\(([^(),]+),([^(),]+)\\)(?: and |,? ?)\\(([^(),]+),([^(),]+)\\)${END}`,
      'i',
    ),
    ([, , a, b, c, d]) => slope(a, b, c, d),
  ],
  [
    new RegExp(
      `^(?:find|what is|calculate|determine) (?:the )?distance (?:between|from) (?:the )?(?:points )?\\(([^(),]+),([^(),]+)\\)(?: and | to )\\(([^(),]+),([^(),]+)\\)${END}`,
      'i',
    ),
    ([, a, b, c, d]) => distance(a, b, c, d),
  ],
  [
    /^(?:find|what is|what's|identify|state|determine|give)? ?(?:the )?(slope|gradient|y-intercept|x-intercept) of (?:the )?(?:straight )?(?:line |graph (?:of )?|equation |function )?(?:given by )?(.+?)[.?]?$/i,
    ([, what = '', line]) => ofLine(what.toLowerCase(), statementIn(line)),
  ],
  [
    /^(?:if|given(?: that)?|suppose) ([^=]+)=([^=]+?),? (?:then )?(?:what is|find|what does|what is the value of)? ?([^=?]+?)(?: equal)? ?(?:= ?(?:\?|_+)?)?[.?]?$/i,
    ([, known, is, of]) => goneOn(known, is, of),
  ],
  [
    /^(?:evaluate|find|calculate|work out|compute|determine|solve|simplify|what is)(?: the)?(?: value of| expression)* (.+?)=?,? ?(?:when|if|where|for|given(?: that)?|at) (.+?=.+?)[.?]?$/i,
    ([, of, given]) => substituted(of, given),
  ],
  [
    /^(?:given(?: that)?|if|when|for|let|suppose) (.+?=.+?)[,.] ?(?:then )?(?:find|what is|evaluate|calculate|determine|compute|work out)(?: the)?(?: value of)? (.+?)[.?]?$/i,
    ([, given, of]) => substituted(of, given),
  ],
  [
    /^solve:? (?:the equation |for \w:? )?(.+?=.+?)(?:,| and|\.| then|;)+ ?(?:then |hence |and )*(?:find|calculate|evaluate|determine|what is|work out)(?: the)?(?: value of)? (.+?)[.?]?$/i,
    ([, given, of]) => substituted(of, given),
  ],
  [
    /^(?:solve|find \w|find the (?:value of|missing number)|what (?:number|value) (?:goes|belongs|fits) in the (?:blank|box|gap|square)(?: to make (?:the|this) (?:equation|number sentence|sentence|statement) true)?)?(?: the equation)?(?: for \w)?(?: (?:in|from|if|when|where))?[:?]? ?([^=]*=[^=]*?)[.?]?$/i,
    ([, given]) => unknownOf(given),
  ],
  [
    new RegExp(`^round (?:off )?${NUMBER} (?:off )?(?:correct )?to (.+?)[.]?$`, 'i'),
    ([, a, place = '']) => value(/\b(?:and|,)\b|,/.test(place) ? null : rounded(number(a), place.toLowerCase()), ['rounded']),
  ],
  [
    /^(?:write|express|combine|give) (.+?) as (?:one|an?(?: single)?) (?:simplified )?(?:fraction|logarithm|log|power)(?: (?:of|in|with base) [\w.]+)?[.?]?$/i,
    ([, expr]) => stated(expr),
  ],
  [/^(?:write|express|put) (.+?) in the form [a-z]?\(x ?[-+−] ?[a-z]\)(?:\^\{?2\}?|²) ?[-+−] ?[a-z][.?]?$/i, ([, expr]) => stated(expr)],
  [new RegExp(`^${VERB}?(.+?) ?(?:= ?\\??|\\?|\\.)?$`, 'i'), ([, expr]) => stated(expr)],
];

/** How the answer is to look, behind a closed calculation. */
const LOOK =
  /(?<=[\d)⁰-⁹²³¹]),? (?:in (?:standard form|scientific notation|standard index form|(?:its |the )?(?:simplest|lowest) (?:form|terms))|(?:and )?(?:giv(?:e|ing)|leav(?:e|ing)|writ(?:e|ing)) (?:your|the) answer (?:in|as) (?:standard form|scientific notation|a fraction|an integer|a mixed number|(?:its )?(?:simplest|lowest) (?:form|terms))(?: in (?:its )?(?:simplest|lowest) (?:form|terms))?|without (?:using )?a calculator)([.?]?)$/i;

/** What the problem asks for; null where its words leave it open. */
export const askedIn = remembered((problem): Asked | null => {
  if (problem === '' || problem.length > 240 || /\(\s?(?:i|ii|a|b)\s?\)/.test(problem) || (problem.match(/\?/g)?.length ?? 0) > 1)
    return null;
  const plain = problem.replace(LOOK, '$1');
  return readBy(READERS, plain) ?? readBy(PHRASES, plain) ?? readBy(PERCENTS, inDigits(problem)) ?? readBy(RATES, inDigits(problem));
});

function readBy(readers: readonly Reader[], problem: string): Asked | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(problem);
    const found = match && read([...match]);
    if (found) return found;
  }
  return null;
}

const folded = (fn: string, items: readonly Expr[] | null): Expr | null =>
  items ? items.slice(1).reduce((total, item) => call(fn, total, item), items[0] ?? num(1)) : null;

function ofData(what: string, items: readonly Expr[] | null): Expr | null {
  if (!items) return null;
  const values = items.map(item => evaluateExact(item) ?? Q.rational(0)).sort(Q.compare);
  const [low, high] = [values[0], values.at(-1)];
  if (!low || !high) return null;
  if (what === 'range') return minus(num(high), num(low));
  if (what !== 'median') return quotient(sum(...items), num(items.length));
  const [a, b] = [values[Math.floor((values.length - 1) / 2)], values[Math.floor(values.length / 2)]];
  return a && b ? quotient(sum(num(a), num(b)), num(2)) : null;
}

const PLACES: Readonly<Record<string, number>> = {
  tenth: 1,
  hundredth: 2,
  thousandth: 3,
  whole: 0,
  integer: 0,
  unit: 0,
  one: 0,
  ten: -1,
  hundred: -2,
  thousand: -3,
};
const COUNTS = 'one two three four five six'.split(' ');

/** A number to so many places or significant figures; null where the words name none, and half way between two. */
export function rounded(x: Expr | null, to: string): Expr | null {
  const exact = x && evaluateExact(x);
  if (!exact || Q.isZero(exact)) return null;
  const near = /^the nearest (\w+?)s?(?: number| place)?$/.exec(to)?.[1];
  const count = /^(\w+) (decimal|d\.?p|significant|s\.?f|sig)/.exec(to);
  const digits =
    count?.[1] === undefined ? Number.NaN : /^\d$/.test(count[1]) ? Number(count[1]) : COUNTS.indexOf(count[1]) + 1 || Number.NaN;
  const size = Math.floor(Math.log10(Math.abs(Q.toNumber(exact))));
  const places =
    near !== undefined
      ? (PLACES[near] ?? Number.NaN)
      : /^[ds]/.test(count?.[2] ?? '') && count?.[2]?.startsWith('d')
        ? digits
        : digits - 1 - size;
  if (!Number.isInteger(places) || Math.abs(places) > 12) return null;
  const scale = places >= 0 ? Q.rational(10n ** BigInt(places)) : Q.rational(1n, 10n ** BigInt(-places));
  const scaled = Q.multiply(exact, scale);
  if (scaled.d === 2n) return null;
  const nearest = Q.divide(Q.rational(Q.round(scaled)), scale);
  return nearest && num(nearest);
}

const percentOf = (x: Expr | null): Expr | null => x && hundredth(x);

function slope(a?: string, b?: string, c?: string, d?: string): Asked | null {
  const [x1, y1, x2, y2] = [a, b, c, d].map(expressionIn);
  return x1 && y1 && x2 && y2 ? value(quotient(minus(y2, y1), minus(x2, x1)), ['slope', 'gradient', 'm', 'k', 'a']) : null;
}

function distance(a?: string, b?: string, c?: string, d?: string): Asked | null {
  const [x1, y1, x2, y2] = [a, b, c, d].map(expressionIn);
  if (!x1 || !y1 || !x2 || !y2) return null;
  return value(call('sqrt', sum(power(minus(x2, x1), num(2)), power(minus(y2, y1), num(2)))), ['distance', 'd', 'AB']);
}

/** The slope or an intercept of `y = mx + b`, or of a bare formula in x. */
export function ofLine(what: string, line: Statement | null): Asked | null {
  if (line?.kind !== 'chain' || line.sides.length > 2 || line.relations.some(relation => relation !== '=')) return null;
  const [left, body] = line.sides.length === 1 ? [sym('y'), line.sides[0]] : line.sides;
  if (
    !left ||
    !body ||
    lettersIn(body).join() !== 'x' ||
    !/^(?:symbol|call)$/.test(left.kind) ||
    lettersIn(left).includes('x') === (left.kind === 'symbol')
  )
    return null;
  const at = (x: Expr): Expr => substitute(body, 'x', x);
  const [zero, one, two] = [0, 1, 2].map(x => evaluateExact(at(num(x))));
  if (!zero) return null;
  if (what === 'y-intercept') return value(num(zero), [what, 'b', 'c', 'y']);
  if (!one || !two || !Q.equal(Q.subtract(one, zero), Q.subtract(two, one)) || Q.equal(one, zero)) return null;
  const rise = Q.subtract(one, zero);
  if (what === 'x-intercept') return value(quotient(num(Q.negate(zero)), num(rise)), [what, 'x']);
  return value(num(rise), ['slope', 'gradient', 'm', 'k', 'a']);
}

/** `3x^2 when x = -2`: the expression with the values put in; or its value where an equation holds. */
function substituted(of: string | undefined, given: string | undefined): Asked | null {
  const expr = expressionIn(of?.replace(/\s*=\s*$/, ''));
  const parts = (given ?? '').split(/\s*(?:,| and |;)\s*/).map(statementIn);
  if (!expr || parts.length === 0 || parts.some(part => part === null)) return null;
  const all = parts.filter(part => part !== null);
  const applied = withFunctions(expr, functionsIn(all));
  if (applied !== expr) return callsNamed(applied) ? null : value(applied);
  const known = all.map(valueIn);
  const letters = new Set(all.flatMap(part => lettersIn(part)));
  if (lettersIn(expr).length === 0 || !lettersIn(expr).every(letter => letters.has(letter))) return null;
  if (known.every(found => found !== null)) {
    const put = known.reduce((body, [letter, number]) => substitute(body, letter, number), expr);
    return isClosed(put) ? value(put) : null;
  }
  const [only] = all;
  if (!only) return null;
  const names = expr.kind === 'symbol' ? [expr.name] : [];
  return { kind: 'solution', of: expr, given: all.length === 1 ? only : { kind: 'and', parts: all, span: only.span }, names };
}

/** The formulas of functions of one letter: `f(x) = 2x + 1`. */
function functionsIn(statements: readonly Statement[]): ReadonlyMap<string, FunctionRule> {
  const found = new Map<string, FunctionRule>();
  for (const statement of statements) {
    if (statement.kind !== 'chain' || statement.sides.length !== 2 || statement.relations[0] !== '=') continue;
    const [head, body] = statement.sides;
    const name = head ? namedCall(head) : null;
    const [variable] = head?.kind === 'call' ? head.args : [];
    if (name?.primes === 0 && variable?.kind === 'symbol' && body) found.set(name.name, { variables: [variable.name], body });
  }
  return found;
}

function valueIn(statement: Statement): readonly [letter: string, value: Expr] | null {
  if (statement.kind !== 'chain' || statement.sides.length !== 2 || statement.relations[0] !== '=') return null;
  const [left, right] = statement.sides;
  return left?.kind === 'symbol' && right && isClosed(right) ? [left.name, right] : null;
}

const BLANK = /_{2,}|\[\s*_*\s*\]|□|☐|◻|\?(?=\s*[=+*/×÷·-]|\s*$)/g;

/** Equations with a blank, each on a line of its own: the number that goes into all of them. */
export function askedOfBlanks(problem: string): Asked | null {
  const lines = problem.split('\n').filter(line => line.includes('=') && BLANK.test(line));
  BLANK.lastIndex = 0;
  const parts = lines.map(line => (/[a-z]/i.test(line) ? null : statementIn(line.replace(BLANK, 'x'))));
  const [first] = parts;
  if (!first || parts.some(part => part === null)) return null;
  const all = parts.filter(part => part !== null);
  return {
    kind: 'solution',
    of: sym('x'),
    given: all.length === 1 ? first : { kind: 'and', parts: all, span: first.span },
    names: ['x', 'number'],
  };
}

/** An equation in one letter, or with one blank, and nothing else to find. */
function unknownOf(given: string | undefined): Asked | null {
  const blanks = given?.match(BLANK)?.length ?? 0;
  const text = blanks === 1 && !/[a-z]/i.test(given ?? '') ? given?.replace(BLANK, 'x') : given;
  const statement = statementIn(text?.replace(/=\s*$/, ''));
  const letters = statement ? lettersIn(statement) : [];
  const [letter] = letters;
  if (statement?.kind !== 'chain' || statement.sides.length !== 2 || letters.length !== 1 || letter === undefined) return null;
  return { kind: 'solution', of: sym(letter), given: statement, names: [letter] };
}
