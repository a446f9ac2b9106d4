import type { Meaning } from './macros.ts';

/** Functions that only a command names, `\operatorname{sgn}` or `\sgn`: in plain text these are words or letters. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['abs', 'abs'],
  ['sgn', 'sign'],
  ['sign', 'sign'],
  ['signum', 'sign'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['ceiling', 'ceil'],
  ['round', 'round'],
  ['sqrt', 'sqrt'],
  ['cbrt', 'cbrt'],
  ['Re', 'Re'],
  ['Im', 'Im'],
  ['re', 'Re'],
  ['im', 'Im'],
  ['conj', 'conj'],
  ['conjugate', 'conj'],
  ['arg', 'arg'],
  ['Arg', 'arg'],
  ['erf', 'erf'],
  ['erfc', 'erfc'],
  ['Gamma', 'gamma'],
  ['gamma', 'gamma'],
  ['tr', 'trace'],
  ['Tr', 'trace'],
  ['trace', 'trace'],
]);

/** The function that `\operatorname{name}` stands for. Any other name of letters is a function of which only the name is known. */
export function operatorNamed(name: string): string | null {
  return OPERATORS.get(name) ?? (/^[a-zA-Z]{2,}$/.test(name) ? name : null);
}

/** Operators that are commands of their own: `\Re`, `\arg`. */
export const operatorCommands: ReadonlyMap<string, Meaning> = new Map(
  ['Re', 'Im', 'arg', 'Arg', 'sgn', 'sign', 'erf', 'erfc', 'tr', 'Tr', 'abs', 'floor', 'ceil', 'conj'].map((name): [string, Meaning] => [
    name,
    ['func', OPERATORS.get(name) ?? name],
  ]),
);
