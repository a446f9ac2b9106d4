import type { Expr, Relation } from '../expr.ts';
import { greekLetters } from '../read/glyphs.ts';

/** How the parts of a tree look in one notation. `fraction` and `exponentNeeds` are tightnesses as print.ts numbers them. */
export interface Style {
  readonly fraction: number;
  readonly exponentNeeds: number;
  readonly times: string;
  readonly slash: string;
  readonly percent: string;
  readonly mod: string;
  readonly or: string;
  readonly and: string;
  readonly in: string;
  readonly notIn: string;
  readonly union: string;
  readonly always: string;
  readonly never: string;
  /** A truth value that stands beside other statements. */
  truth(value: boolean): string;
  brackets(text: string): string;
  symbol(name: string): string;
  /** `behind`: the unit stands behind its number, as words do. */
  unit(name: string, behind: boolean): string;
  plusMinus(upper: '+' | '-'): string;
  over(num: string, den: string): string;
  mixed(whole: string, num: string, den: string): string;
  raised(base: string, exponent: string): string;
  /** The name of a function with its exponent before the argument, `\sin^{2}`, or null where it stands behind. */
  readonly powered: ((fn: string, exponent: string) => string | null) | null;
  readonly repeating: ((fixed: string, period: string) => string) | null;
  transpose(base: string): string;
  call(fn: string, args: readonly string[], first: Expr | undefined): string;
  derivative(body: string, variable: string, order: number, partial: boolean, short: boolean): string;
  integral(body: string, variable: string, bounds: readonly [string, string] | null): string;
  limit(body: string, variable: string, point: string, side: 'both' | 'above' | 'below'): string;
  series(body: string, op: 'sum' | 'product', variable: string, lower: string, upper: string): string;
  matrix(rows: readonly (readonly string[])[]): string;
  set(items: string): string;
  relation(relation: Relation): string;
  modulus(text: string): string;
  namedSet(kind: 'reals' | 'integers' | 'naturals' | 'empty'): string;
}

const GREEK_SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...greekLetters].reverse().map(([sign, name]) => [name, sign] as const),
  ['pi', 'π'],
  ['infinity', '∞'],
]);

const RELATIONS: Readonly<Record<Relation, string>> = {
  '=': '=',
  '≠': '\\neq',
  '<': '<',
  '≤': '\\le',
  '>': '>',
  '≥': '\\ge',
  '≈': '\\approx',
  '≡': '\\equiv',
};

const LATEX_FUNCTIONS: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan ln log exp det gcd min max'.split(' '),
);

const LATEX_SETS = { reals: '\\mathbb{R}', integers: '\\mathbb{Z}', naturals: '\\mathbb{N}', empty: '\\emptyset' };
const PLAIN_SETS = { reals: 'ℝ', integers: 'ℤ', naturals: 'ℕ', empty: '∅' };

/** A name in its parts: the letter or accent, the subscript, the primes. */
const NAME = /^(bar|vec|hat|tilde)\((.+)\)(.*)$/;

function latexName(name: string): string {
  const accent = NAME.exec(name);
  if (accent !== null) return `\\${accent[1]}{${accent[2]}}${accent[3]}`;
  if (name === 'infinity') return '\\infty';
  if (/\s/.test(name)) return `\\text{${name}}`;
  const [, stem = name, rest = ''] = /^([^_']*)(.*)$/.exec(name) ?? [];
  if (stem === '∂') return `\\partial${rest}`;
  if (stem === 'pi' || GREEK_SIGNS.has(stem) || stem === 'ell' || stem === 'hbar') return `\\${stem}${rest}`;
  if (stem.length <= 1) return name;
  return rest.startsWith("'") ? `\\text{${name}}` : `\\text{${stem}}${rest}`;
}

function plainName(name: string): string {
  const accent = NAME.exec(name);
  if (accent !== null) return `${accent[1]}(${accent[2]})${accent[3]}`;
  const [, stem = name, rest = ''] = /^([^_']*)(.*)$/.exec(name) ?? [];
  return (GREEK_SIGNS.get(stem) ?? stem) + rest.replace(/_\{(\w+)\}/, '_$1');
}

const latexFunction = (fn: string): string | null => {
  if (LATEX_FUNCTIONS.has(fn)) return `\\${fn}`;
  if (fn === 'gamma') return '\\Gamma';
  return /^[a-zA-Z]{2,}$/.test(fn) ? `\\operatorname{${fn}}` : null;
};

/** Brackets that grow only around what is tall. */
const latexBrackets = (text: string): string =>
  /\\(?:frac|sqrt|sum|prod|int|lim|binom|begin|left)/.test(text) ? `\\left(${text}\\right)` : `(${text})`;

function latexCall(fn: string, args: readonly string[], first: Expr | undefined): string {
  const [a = '', b = ''] = args;
  switch (fn) {
    case 'sqrt':
      return `\\sqrt{${a}}`;
    case 'root':
      return `\\sqrt[${b}]{${a}}`;
    case 'abs':
      return `\\left|${a}\\right|`;
    case 'floor':
      return `\\lfloor ${a}\\rfloor`;
    case 'ceil':
      return `\\lceil ${a}\\rceil`;
    case 'binomial':
      return `\\binom{${a}}{${b}}`;
    case 'permutation':
      return `P${latexBrackets(args.join(', '))}`;
    case 'log':
      return args.length > 1 ? `\\log_{${b}}${latexBrackets(a)}` : `\\log${latexBrackets(a)}`;
    case 'det':
      if (first?.kind === 'matrix') return a.replaceAll('pmatrix', 'vmatrix');
      break;
  }
  return `${latexFunction(fn) ?? fn.replace('^-1', '^{-1}')}${latexBrackets(args.join(', '))}`;
}

const power = (order: number): string => (order > 1 ? `^{${order}}` : '');

export const latexStyle: Style = {
  fraction: 4,
  exponentNeeds: 1,
  times: ' \\cdot ',
  slash: ' / ',
  percent: '\\%',
  mod: ' \\bmod ',
  or: ' \\text{ or } ',
  and: ' \\text{ and } ',
  in: '\\in',
  notIn: '\\notin',
  union: ' \\cup ',
  always: '\\text{all real numbers}',
  never: '\\text{no solution}',
  truth: value => `\\text{${value}}`,
  brackets: latexBrackets,
  symbol: latexName,
  unit: name => (name === '$' ? '\\$' : name === '°' ? '^{\\circ}' : /^[€£¥₹]$/.test(name) ? name : `\\mathrm{${name}}`),
  plusMinus: upper => (upper === '+' ? '\\pm ' : '\\mp '),
  over: (num, den) => `\\frac{${num}}{${den}}`,
  mixed: (whole, num, den) => `${whole}\\frac{${num}}{${den}}`,
  raised: (base, exponent) => `${base}^{${exponent}}`,
  powered: (fn, exponent) => {
    const name =
      /^(log|det|gcd|min|max|exp)$/.test(fn) || /sqrt|abs|floor|ceil|binomial|root|factorial|transpose/.test(fn) ? null : latexFunction(fn);
    return name === null ? null : `${name}^{${exponent}}`;
  },
  repeating: (fixed, period) => `${fixed.replace(/\.$/, '.')}\\overline{${period}}`,
  transpose: base => `${base}^{\\top}`,
  call: latexCall,
  derivative: (body, variable, order, partial, short) => {
    const d = partial ? '\\partial ' : 'd';
    const below = `{${d}${variable}${power(order)}}`;
    return short
      ? `\\frac{${d.trim()}${power(order)} ${body}}${below}`
      : `\\frac{${d.trim()}${power(order)}}${below}${latexBrackets(body)}`;
  },
  integral: (body, variable, bounds) => `\\int${bounds === null ? '' : `_{${bounds[0]}}^{${bounds[1]}}`} ${body}\\,d${spaced(variable)}`,
  limit: (body, variable, point, side) =>
    `\\lim_{${variable} \\to ${point}${side === 'above' ? '^{+}' : side === 'below' ? '^{-}' : ''}} ${body}`,
  series: (body, op, variable, lower, upper) => `\\${op === 'sum' ? 'sum' : 'prod'}_{${variable}=${lower}}^{${upper}} ${body}`,
  matrix: rows => `\\begin{pmatrix}${rows.map(row => row.join(' & ')).join(' \\\\ ')}\\end{pmatrix}`,
  set: items => `\\{${items}\\}`,
  relation: relation => RELATIONS[relation],
  modulus: text => ` \\pmod{${text}}`,
  namedSet: kind => LATEX_SETS[kind],
};

const spaced = (name: string): string => (name.startsWith('\\') ? ` ${name}` : name);

function plainCall(fn: string, args: readonly string[]): string {
  const [a = '', b = ''] = args;
  if (fn === 'abs') return `|${a}|`;
  if (fn === 'sqrt') return /^(\d+|[a-z])$/.test(a) ? `√${a}` : `√(${a})`;
  if (fn === 'binomial') return `C(${args.join(', ')})`;
  if (fn === 'permutation') return `P(${args.join(', ')})`;
  if (fn === 'log' && b !== '') return /^\w+$/.test(b) ? `log_${b}(${a})` : `log(${a}, ${b})`;
  return `${fn}(${args.join(', ')})`;
}

const plainPower = (order: number): string => (order > 1 ? `^${order}` : '');

export const plainStyle: Style = {
  fraction: 2,
  exponentNeeds: 5,
  times: ' · ',
  slash: '/',
  percent: '%',
  mod: ' mod ',
  or: ' or ',
  and: ' and ',
  in: '∈',
  notIn: '∉',
  union: ' ∪ ',
  always: 'all real numbers',
  never: 'no solution',
  truth: String,
  brackets: text => `(${text})`,
  symbol: plainName,
  unit: (name, behind) => (name === '$' && behind ? 'dollars' : name),
  plusMinus: upper => (upper === '+' ? '±' : '∓'),
  over: (num, den) => `${num}/${den}`,
  mixed: (whole, num, den) => `${whole} ${num}/${den}`,
  raised: (base, exponent) => `${base.startsWith('√') ? `(${base})` : base}^${exponent}`,
  powered: null,
  repeating: null,
  transpose: base => `${base}^⊤`,
  call: plainCall,
  derivative: (body, variable, order, _partial, short) =>
    short
      ? `d${plainPower(order)}${body}/d${variable}${plainPower(order)}`
      : `d${plainPower(order)}/d${variable}${plainPower(order)} (${body})`,
  integral: (body, variable, bounds) => `∫${bounds === null ? '' : `_(${bounds[0]})^(${bounds[1]})`} ${body} d${variable}`,
  limit: (body, variable, point, side) => `lim_(${variable}→${point}${side === 'above' ? '^+' : side === 'below' ? '^-' : ''}) ${body}`,
  series: (body, op, variable, lower, upper) => `${op === 'sum' ? '∑' : '∏'}_(${variable}=${lower})^(${upper}) ${body}`,
  matrix: rows => `[${rows.map(row => `[${row.join(', ')}]`).join(', ')}]`,
  set: items => `{${items}}`,
  relation: relation => relation,
  modulus: text => ` (mod ${text})`,
  namedSet: kind => PLAIN_SETS[kind],
};
