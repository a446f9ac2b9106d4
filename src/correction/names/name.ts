import type { Expr } from '../../math/expr.ts';

/** Something that a line may name, and what the problem makes it worth. */
export interface Name {
  /** What a witness calls it. */
  readonly what: string;
  /** What stands before its value, from the words of the line on to the sign of equality: its end decides. */
  readonly is: RegExp;
  /** A number as one entry, a vector or point by its entries. One of them is right. */
  readonly values: readonly (readonly Expr[])[];
  /** What must be equal for a value that is not compared with a single one: `w³` and `8i` for a cube root w. */
  readonly fits?: (own: readonly Expr[]) => readonly (readonly [Expr, Expr])[];
  /** It is all that the problem asks for: a first line that begins with a sign of equality, and a last line that is one expression and no more, give its value. */
  readonly alone?: boolean;
}

const SCRIPTS = '₀₁₂₃₄₅₆₇₈₉ₙ₊₋';
const PLAIN = '0123456789n+-';

/** Words and names in one way of writing: no arrows over vectors, no bold, `_1` for ₁, `^2` for ². */
export const plainLabel = (text: string): string =>
  text
    .replace(/\\times(?![a-z])/g, '×')
    .replace(/\\cdot(?![a-z])/g, '·')
    .replace(/\\nabla/g, '∇')
    .replace(/\\(?:left|right|displaystyle|[,;!: ]|q?quad)(?![a-zA-Z])/g, ' ')
    .replace(
      /\\(?:vec|mathbf|boldsymbol|overrightarrow|hat|text|mathrm|operatorname|bm)\s*(?:\{([^{}]*)\}|([a-zA-Z]))/g,
      (_, a, b) => a ?? b,
    )
    .replace(/\u20d7|\*\*|[$&]/g, '')
    .replace(/[₀-₉ₙ₊₋]+/g, run => `_{${[...run].map(sign => PLAIN[SCRIPTS.indexOf(sign)]).join('')}}`)
    .replace(/²/g, '^2')
    .replace(/[′’]/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/\\(?:frac|dfrac)\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/_\{(\w+)\}/g, '_$1')
    .replace(/\s*([=×·])\s*/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim();
