import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Property } from './property.ts';

const SIGN = String.raw`(?:Σ|∑|\\sum(?![a-zA-Z]))(?:\\limits)?`;
const ENDLESS = new RegExp(
  String.raw`${SIGN}\s*_\s*[{(]?\s*([a-z])\s*=\s*(\d+)\s*[})]?\s*\^\s*[{(]?\s*(?:∞|\\infty|infinity)\s*[})]?\s*(.+?)(?=\s*(?:$|[;?]|\.(?:\s|$)|,\s|(?:converges?|diverges?|is|for|using|by|and|or|absolutely)\b))`,
);
const IMPROPER =
  /(?:∫|\\int(?![a-zA-Z]))\s*_\s*\{?\s*(\d+)\s*\}?\s*\^\s*\{?\s*(?:∞|\\infty|infinity)\s*\}?\s*(.+?)\s*(?:\\[,;]\s*)?d([a-z])(?![a-z])/;

/** How a function of one letter behaves far out: its sizes at places that double each time. */
function sizesOf(
  expr: Expr,
  letter: string,
  from: number,
): { readonly sizes: readonly number[]; readonly signs: readonly number[] } | null {
  const at = (n: number): number => Number(evaluateNumeric(expr, new Map([[letter, n]])));
  const sizes = Array.from({ length: 6 }, (_, k) => Math.abs(at(from * 2 ** k)));
  const signs = Array.from({ length: 6 }, (_, k) => Math.sign(at(from + k)));
  return [...sizes, ...signs].some(Number.isNaN) ? null : { sizes, signs };
}

/**
 * Whether the sum or integral of a function to infinity is finite: by the power with which its size falls, or by an exponential fall. Null near the border between the
 * two, and where nothing can be told.
 */
function staysFinite(expr: Expr, letter: string, steps: boolean, absolutely: boolean): boolean | null {
  const [far, close] = [sizesOf(expr, letter, 64), sizesOf(expr, letter, 8)];
  const found = far ?? close;
  if (!found) return null;
  const { sizes, signs } = found;
  const alternates = steps && signs.every((sign, i) => sign !== 0 && (i === 0 || sign === -(signs[i - 1] ?? 0)));
  if (!alternates && signs.some(sign => sign !== signs[0])) return null;
  const last = sizes.at(-1) ?? 0;
  if (last < 1e-30) return true;
  const powers = sizes.slice(1).map((size, i) => Math.log2((sizes[i] ?? 1) / size));
  const [before = 0, power = 0] = powers.slice(-2);
  const grows = power - before;
  if (power > 8 && grows > 1) return true;
  if (power <= 0.001) return false;
  if (alternates && !absolutely) return power > 0.05 ? true : null;
  if (power > 1.2 && Math.abs(grows) < 0.05) return true;
  if (power < 0.9 && Math.abs(grows) < 0.05) return false;
  return Math.abs(power - 1) < 0.02 &&
    Math.abs(grows) < 1e-2 &&
    Math.abs(power - 1) < Math.abs(before - 1) + 1e-9 &&
    Math.abs(grows) > 0.4 * Math.abs(before - 1) - 1e-9
    ? false
    : null;
}

/** Whether the only series, or improper integral, of the problem converges. */
function converges(scene: Scene, absolutely: boolean): boolean | null {
  const plain = scene.solution.problem.replace(/\$|\\(?:left|right|displaystyle)(?![a-z])/g, ' ').replace(/[−–]/g, '-');
  if ((plain.match(new RegExp(`${SIGN}|∫|\\\\int(?![a-z])`, 'g'))?.length ?? 0) !== 1) return null;
  const [, letter = '', , term = ''] = ENDLESS.exec(plain) ?? [];
  const [, , body = '', variable = ''] = IMPROPER.exec(plain) ?? [];
  const [text, of] = letter === '' ? [body, variable] : [term, letter];
  const { expr, problems } = parseExpression(text);
  if (text === '' || !expr || problems.length > 0 || lettersIn(expr).join() !== of) return null;
  return staysFinite(expr, of, letter !== '', absolutely);
}

/** What is said of the whole series or integral, at the end of a line or before the test that shows it. */
const TOLD = String.raw`(?:^|\b(?:so|hence|thus|therefore|then|the (?:given |original |whole )?(?:series|integral|sum)|it|and|this|answer)\b[\s:,]*)(?:the (?:given |original )?(?:series|integral|sum) |it |also |must |this )?(?:is )?(?:does not )?(?:not )?`;
const END = String.raw`(?=\s*[.!)✓]*\s*$|\s*\(|\s+(?:by|because|since|too|as|to)\b)`;

export const CONVERGENCE: readonly Property[] = [
  {
    said: new RegExp(String.raw`${TOLD}(?:converges? absolutely|absolutely convergent)${END}`, 'i'),
    what: 'absolutely convergent',
    holds: scene => converges(scene, true),
  },
  {
    said: new RegExp(String.raw`${TOLD}(?:converges?|convergent)${END}`, 'i'),
    what: 'convergent',
    holds: scene => converges(scene, false),
  },
  {
    said: new RegExp(String.raw`${TOLD}(?:diverges?|divergent)${END}`, 'i'),
    what: 'divergent',
    holds: scene => {
      const finite = converges(scene, false);
      return finite === null ? null : !finite;
    },
  },
];
