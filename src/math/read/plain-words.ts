import type { Meaning } from './macros.ts';

/** Names of Greek letters, without pi. */
export const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar';

const FUNCTIONS =
  'sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arccot arcsec arccsc ' +
  'arcsinh arccosh arctanh arccoth arcsech arccsch ln log exp det arg gcd lcm min max';

/** Other spellings of the functions, in LaTeX and in plain text. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['cosec', 'csc'],
  ['ctg', 'cot'],
  ['tg', 'tan'],
  ['sh', 'sinh'],
  ['ch', 'cosh'],
  ['arctg', 'arctan'],
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['acot', 'arccot'],
  ['asec', 'arcsec'],
  ['acsc', 'arccsc'],
  ['asinh', 'arcsinh'],
  ['acosh', 'arccosh'],
  ['atanh', 'arctanh'],
  ['acoth', 'arccoth'],
  ['asech', 'arcsech'],
  ['acsch', 'arccsch'],
  ['arsinh', 'arcsinh'],
  ['arcosh', 'arccosh'],
  ['artanh', 'arctanh'],
  ['Arg', 'arg'],
  ['ggT', 'gcd'],
  ['kgV', 'lcm'],
];

export const words = (list: string): string[] => list.split(' ');

/** Functions by the name that is written: `asin` → `arcsin`. */
export const functionNames: ReadonlyMap<string, string> = new Map([...words(FUNCTIONS).map(name => [name, name] as const), ...SPELLINGS]);

/** Functions and signs that only plain text spells out. */
export const plainWords: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...[...functionNames].filter(([name]) => name.length > 2 || name === 'ln').map(([name, fn]): [string, Meaning] => [name, ['func', fn]]),
  ...words(GREEK)
    .filter(name => name !== 'ell' && name !== 'Pi')
    .map((name): [string, Meaning] => [name, ['letter', name]]),
  ['pi', ['letter', 'pi']],
  ['Pi', ['letter', 'pi']],
  ['infinity', ['letter', 'infinity']],
  ['infty', ['letter', 'infinity']],
  ['oo', ['letter', 'infinity']],
  ['sqrt', ['func', 'sqrt']],
  ['cbrt', ['func', 'cbrt']],
  ['root', ['func', 'root']],
  ['abs', ['func', 'abs']],
  ['floor', ['func', 'floor']],
  ['ceil', ['func', 'ceil']],
  ['binom', ['func', 'binomial']],
  ['lim', ['macro', 'lim']],
  ['int', ['macro', 'int']],
  ['or', ['logic', 'or']],
  ['and', ['logic', 'and']],
  ['oder', ['logic', 'or']],
  ['und', ['logic', 'and']],
  ['mod', ['mod', 'mod']],
  ['of', ['op', '*']],
  ['times', ['op', '*']],
  ['plus', ['op', '+']],
  ['minus', ['op', '-']],
  ['equals', ['rel', '=']],
  ['true', ['truth', 'true']],
  ['false', ['truth', 'false']],
  ['wahr', ['truth', 'true']],
  ['falsch', ['truth', 'false']],
]);

/** Names that may be glued to what follows in plain text: `sinx`, `xlny`. Longest first. */
export const gluedNames: readonly string[] = [...functionNames.keys(), 'sqrt', 'theta', 'alpha', 'beta']
  .filter(name => (name.length > 2 || name === 'ln') && !/^(min|max|exp|det|gcd|lcm|log)$/.test(name))
  .sort((a, b) => b.length - a.length);

/** Words that hold the name of a function by chance. */
export const plainlyWords: ReadonlySet<string> = new Set(
  words('cost costs since sine sins sing sink sinks tank tanks tans cots secs second coins basin basins'),
);
