import { minus, num, power } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import type { Step } from '../solution/solution.ts';
import { momentsIn } from './features/data.ts';
import type { Judged } from './judged.ts';
import { isClosed } from './letters.ts';
import type { Scene } from './scene.ts';
import { compareNumbers } from './vectors.ts';

const NAME = String.raw`(E|\\mathbb\{?E\}?|\\text\{E\}|\\operatorname\{E\}|Var|V|\\(?:text|mathrm|operatorname)\{Var\})\s*(?:\\left)?[([]\s*([XYZ])\s*(²|\^\{?2\}?)?\s*(?:\\right)?[)\]]`;
const NAMED = new RegExp(String.raw`(?<![\w\\])${NAME}\s*=\s*([^=≈⇒;]+)((?:[=≈][^=≈⇒;]+)*)`, 'g');
/** `E(X²) − E(X)`: the mean is not squared. */
const UNSQUARED = /E\s*[([]\s*([XYZ])\s*(?:²|\^\{?2\}?)\s*[)\]]\s*[-−–]\s*E\s*[([]\s*\1\s*[)\]](?!\s*[²^·*×])/;

/** The sides up to a comma behind which something else is named: `3, Var(X)`. */
function ownSides(sides: readonly string[]): readonly string[] {
  const at = sides.findIndex(side => OTHERS.test(side));
  return at < 0 ? sides : [...sides.slice(0, at), (sides[at] ?? '').replace(OTHERS, '')];
}
const OTHERS = /\s*(?:,|\band\b)\s*(?:and\s+)?\$?\\?\p{L}.*$/su;

/** `E(X) = …`, `Var(X) = …` of the random variable of the problem. Null where the step says nothing of it, or nothing false. */
export function judgeMoments(scene: Scene, { text, range }: Step): Judged | null {
  const named = /[XYZ]/.test(text) ? [...text.matchAll(NAMED)] : [];
  const known = named.length > 0 ? momentsIn(scene.solution.problem) : null;
  if (!known) return null;
  const variance = minus(known.square, power(known.mean, num(2)));
  for (const match of named) {
    const [whole, name = '', letter = '', squared, first = '', rest = ''] = match;
    if (letter !== known.letter) continue;
    const value = /V/.test(name) ? variance : squared === undefined ? known.mean : known.square;
    if (/V/.test(name) && squared !== undefined) continue;
    for (const part of ownSides([first, ...rest.split(/[=≈]/).slice(1)])) {
      const { expr } = parseExpression(part.replace(/[$,;.\s]+$/, ''));
      const found = UNSQUARED.test(part)
        ? differing(value, known.mean, variance)
        : expr && isClosed(expr)
          ? compareNumbers(scene, value, expr)
          : 'same';
      if (found === 'same' || found === null) continue;
      const start = range.start + match.index + whole.indexOf(part);
      const witness = {
        kind: 'computed',
        expression: `${name}(${letter}${squared ?? ''})`,
        value: printPlain(value),
        written: part.trim(),
      } as const;
      return {
        verdict: { kind: 'wrong', witness, mistake: null },
        notices: [],
        at: { start, end: start + part.length },
        slip: null,
        source: null,
        root: null,
      };
    }
  }
  return null;

  function differing(_value: Expr, mean: Expr, of: Expr): 'same' | 'different' | null {
    const found = compareNumbers(scene, minus(known?.square ?? of, mean), of);
    return found === 'same' || found === null ? found : 'different';
  }
}
