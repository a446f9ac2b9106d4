import { readFileSync } from 'node:fs';
import { numbers } from './work.ts';

/** Two texts in LaTeX and whether they mean the same. */
export interface LabelledPair {
  readonly kind: 'expr' | 'equation' | 'inequality' | 'system' | 'answer';
  readonly a: string;
  readonly b: string;
  readonly equivalent: boolean;
  readonly assume?: string | readonly string[] | null;
  readonly vars?: readonly string[] | null;
  readonly up_to_const?: boolean | null;
}

/**
 * Families of pairs: how the first text goes, how another form of it, and how a near miss. `a`, `b` and `c` are small whole numbers from 2 on, `s` is a + b, `p` is
 * a · b, and so on as `valuesOf` says; a letter in braces with a tilde, `{~x}`, stands for one drawn at random.
 */
const FAMILIES: readonly (readonly [kind: LabelledPair['kind'], first: string, same: string, other: string])[] = [
  ['expr', '(~x+{a})(~x+{b})', '~x^2+{s}~x+{p}', '~x^2+{p}~x+{s}'],
  ['expr', '({a}~x-{b})^2', '{aa}~x^2-{2ab}~x+{bb}', '{aa}~x^2-{bb}'],
  ['expr', '({a}~x+{b})({a}~x-{b})', '{aa}~x^2-{bb}', '{aa}~x^2+{bb}'],
  ['expr', '{a}({b}~x-{c})-{b}(~x+{a})', '{p-b}~x-{ac+ab}', '{p-b}~x-{ac}+{p}'],
  ['expr', '\\frac{~x^2-{aa}}{~x-{a}}', '~x+{a}', '~x-{a}'],
  ['expr', '\\frac{1}{~x}+\\frac{1}{~x+{a}}', '\\frac{2~x+{a}}{~x(~x+{a})}', '\\frac{2}{2~x+{a}}'],
  ['expr', '\\frac{{a}~x}{{c}}+\\frac{{b}~x}{{c}}', '\\frac{{s}~x}{{c}}', '\\frac{{s}~x}{2\\cdot {c}}'],
  ['expr', '\\sqrt{{aa}\\cdot 3~x^2}', '{a}|~x|\\sqrt{3}', '{a}~x^2\\sqrt{3}'],
  ['expr', '\\frac{{a}}{\\sqrt{7}}', '\\frac{{a}\\sqrt{7}}{7}', '\\frac{\\sqrt{7}}{{a}}'],
  ['expr', '\\sin^2({a}~x)', '1-\\cos^2({a}~x)', '1+\\cos^2({a}~x)'],
  ['expr', '\\sin({2a}~x)', '2\\sin({a}~x)\\cos({a}~x)', '2\\sin({a}~x)'],
  ['expr', '\\tan({a}~x)\\cos({a}~x)', '\\sin({a}~x)', '\\cos({a}~x)'],
  ['expr', '\\ln({a}~x)', '\\ln({a})+\\ln(~x)', '\\ln({a})\\cdot \\ln(~x)'],
  ['expr', '\\log_{2}(~x^{{a}})', '{a}\\log_{2}(~x)', '\\log_{2}({a}~x)'],
  ['expr', 'e^{{a}~x}e^{{b}~x}', 'e^{{s}~x}', 'e^{{p}~x}'],
  ['expr', '2^{~x+{a}}', '{2^a}\\cdot 2^{~x}', '2^{~x}+{2^a}'],
  ['expr', '\\frac{~x^{{s}}}{~x^{{a}}}', '~x^{{b}}', '~x^{{s}}-~x^{{a}}'],
  ['expr', '|{a}-~x|', '|~x-{a}|', '|~x|-{a}'],
  ['equation', '{a}~x+{b}={c}', '{a}~x={c}-{b}', '{a}~x={c}+{b}'],
  ['equation', '{a}~x={p}', '~x={b}', '~x={p}-{a}'],
  ['equation', '~x^2-{s}~x+{p}=0', '(~x-{a})(~x-{b})=0', '(~x+{a})(~x+{b})=0'],
  ['equation', '~x^2={aa}', '~x^2-{aa}=0', '~x={a}'],
  ['equation', '\\frac{~x}{{a}}={b}', '~x={p}', '~x=\\frac{{b}}{{a}}'],
  ['equation', 'y={a}~x+{b}', '{a}~x-y=-{b}', '{a}~x+y={b}'],
  ['inequality', '{a}~x<{p}', '~x<{b}', '~x>{b}'],
  ['inequality', '-{a}~x\\le {p}', '~x\\ge -{b}', '~x\\le -{b}'],
  ['inequality', '~x^2<{aa}', '-{a}<~x<{a}', '~x<{a}'],
];

/** Whole-number values that a family may name. */
function valuesOf(a: number, b: number, c: number): Readonly<Record<string, number>> {
  return {
    a,
    b,
    c,
    s: a + b,
    p: a * b,
    aa: a * a,
    bb: b * b,
    '2a': 2 * a,
    '2ab': 2 * a * b,
    'p-b': a * b - b,
    'ac+ab': a * c + a * b,
    ac: a * c,
    '2^a': 2 ** a,
  };
}

const LETTERS = ['x', 't', 'n', 'u', 'z'];

function fill(text: string, values: Readonly<Record<string, number>>, letter: string): string {
  return text.replace(/\{([^{}\\]+)\}/g, (whole, name: string) => String(values[name] ?? whole)).replaceAll('~x', letter);
}

/** The project's own pairs, made up from a seed: `rounds` through all families, every third time with the near miss. */
export function ownPairs(rounds = 60, first = 0): LabelledPair[] {
  return Array.from({ length: rounds }, (_, index) => index + first).flatMap(round =>
    FAMILIES.map(([kind, left, same, other], family): LabelledPair => {
      const next = numbers(1000 * family + round + 1);
      const a = next(2, 9);
      const b = a + next(1, 6);
      const values = valuesOf(a, b, b + next(1, 9));
      const letter = LETTERS[next(0, LETTERS.length - 1)] ?? 'x';
      const equivalent = (round + family) % 3 !== 0;
      return { kind, a: fill(left, values, letter), b: fill(equivalent ? same : other, values, letter), equivalent };
    }),
  );
}

/** Pairs that no measured set holds, for an engine to be compiled on. */
export const warmUp = (): LabelledPair[] => ownPairs(10, 900);

/** Labelled pairs of a JSON-lines file with the columns of `lema equiv --jsonl` and `equivalent`. */
export function readPairs(file: string): LabelledPair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line): LabelledPair => JSON.parse(line));
}
