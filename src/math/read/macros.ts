/** What every LaTeX command, Unicode sign and word means to the reader. Pure data. */

export type TokenType =
  | 'number'
  | 'letter'
  | 'word'
  | 'text'
  | 'unit'
  | 'func'
  | 'macro'
  | 'op'
  | 'sup'
  | 'prime'
  | 'rel'
  | 'in'
  | 'set'
  | 'cup'
  | 'logic'
  | 'arrow'
  | 'truth'
  | 'label'
  | 'open'
  | 'close'
  | 'bar'
  | 'group'
  | 'ungroup'
  | 'begin'
  | 'finish'
  | 'comma'
  | 'stop'
  | 'amp'
  | 'break'
  | 'mod'
  | 'dots'
  | 'bad';

export type Meaning = readonly [TokenType, string];

/** The text of a wide space that may part two statements. */
export const GAP = '\\quad';

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar';

const FUNCTIONS =
  'sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arccot arcsec arccsc ' +
  'arcsinh arccosh arctanh arccoth arcsech arccsch ln log exp det gcd lcm min max';

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
  ['ggT', 'gcd'],
  ['kgV', 'lcm'],
];

const words = (list: string): string[] => list.split(' ');

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

const each = (names: string, type: TokenType, text: string): [string, Meaning][] => words(names).map(name => [name, [type, text]]);

/** LaTeX commands that stand for one token, without the backslash. */
export const commands: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...words(GREEK).map((name): [string, Meaning] => [name, ['letter', name]]),
  ...[...functionNames].map(([name, fn]): [string, Meaning] => [name, ['func', fn]]),
  ['lg', ['macro', 'lg']],
  ['pi', ['letter', 'pi']],
  ['varepsilon', ['letter', 'epsilon']],
  ['vartheta', ['letter', 'theta']],
  ['varphi', ['letter', 'phi']],
  ['varrho', ['letter', 'rho']],
  ['infty', ['letter', 'infinity']],
  ['partial', ['letter', '∂']],
  ...each('cdot times ast bullet star', 'op', '*'),
  ['div', ['op', '÷']],
  ['colon', ['op', ':']],
  ['pm', ['op', '±']],
  ['mp', ['op', '∓']],
  ['circ', ['op', '°']],
  ['degree', ['op', '°']],
  ['%', ['op', '%']],
  ['prime', ['prime', "'"]],
  ...each('le leq leqslant leqq', 'rel', '≤'),
  ...each('ge geq geqslant geqq', 'rel', '≥'),
  ['lt', ['rel', '<']],
  ['gt', ['rel', '>']],
  ...each('ne neq', 'rel', '≠'),
  ...each('approx simeq approxeq doteq doteqdot fallingdotseq risingdotseq', 'rel', '≈'),
  ['equiv', ['rel', '≡']],
  ['in', ['in', 'in']],
  ['notin', ['in', 'not']],
  ['cup', ['cup', '∪']],
  ['cap', ['cup', '∩']],
  ['choose', ['op', 'choose']],
  ['setminus', ['cup', '∖']],
  ['smallsetminus', ['cup', '∖']],
  ['emptyset', ['set', 'empty']],
  ['varnothing', ['set', 'empty']],
  ...each('vee lor', 'logic', 'or'),
  ...each('wedge land', 'logic', 'and'),
  ...each('Rightarrow implies Longrightarrow therefore', 'arrow', '⇒'),
  ...each('iff Leftrightarrow Longleftrightarrow', 'arrow', '⇔'),
  ...each('because', 'arrow', '∵'),
  ...each('to rightarrow longrightarrow', 'arrow', '→'),
  ['lvert', ['open', '|']],
  ['rvert', ['close', '|']],
  ['vert', ['bar', '|']],
  ['mid', ['bar', '|']],
  ['|', ['bad', '‖']],
  ['langle', ['open', '(']],
  ['rangle', ['close', '(']],
  ['lfloor', ['open', '⌊']],
  ['rfloor', ['close', '⌊']],
  ['lceil', ['open', '⌈']],
  ['rceil', ['close', '⌈']],
  ['{', ['open', '{']],
  ['}', ['close', '{']],
  ['lbrace', ['open', '{']],
  ['rbrace', ['close', '{']],
  ['lbrack', ['open', '[']],
  ['rbrack', ['close', ']']],
  ['backslash', ['cup', '∖']],
  ['$', ['unit', '$']],
  ['pounds', ['unit', '£']],
  ['euro', ['unit', '€']],
  ...each('ldots cdots dots vdots dotsc dotsb', 'dots', '…'),
  ...each('frac dfrac tfrac cfrac', 'macro', 'frac'),
  ['sqrt', ['macro', 'sqrt']],
  ...each('binom dbinom tbinom', 'macro', 'binom'),
  ['int', ['macro', 'int']],
  ['sum', ['macro', 'sum']],
  ['prod', ['macro', 'prod']],
  ['lim', ['macro', 'lim']],
  ['bmod', ['mod', 'mod']],
  ['mod', ['mod', 'mod']],
  ['pmod', ['mod', 'pmod']],
  ...each('overline bar', 'macro', 'bar'),
  ...each('vec overrightarrow', 'macro', 'vec'),
  ['hat', ['macro', 'hat']],
  ['dot', ['macro', 'dot']],
  ['tilde', ['macro', 'tilde']],
  ['top', ['letter', '⊤']],
  ['intercal', ['letter', '⊤']],
  ['\\', ['break', '\\\\']],
  ['newline', ['break', '\\\\']],
  ['quad', ['break', GAP]],
  ['qquad', ['break', GAP]],
  ['&', ['amp', '&']],
]);

/** Commands that only change how things look. */
export const silent: ReadonlySet<string> = new Set(
  words(
    ', ; : ! displaystyle textstyle scriptstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm ' +
      'boxed underline mathbf mathit boldsymbol bm hline nonumber notag left right enspace thinspace ensuremath mathstrut ( ) [ ]',
  ).concat([' ', '\n', '\t']),
);

/** Commands that are dropped together with their argument. */
export const dropped: ReadonlySet<string> = new Set(words('hspace vspace phantom hphantom vphantom label tag color textcolor'));

/** Commands whose argument is text. */
export const textual: ReadonlySet<string> = new Set(
  words('text textrm textit textbf textnormal textsf mbox mathrm operatorname mathsf rm'),
);

/** Signs outside ASCII letters and digits. */
export const signs: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...([...'×·⋅∙∗✕✖⨯*'].map(sign => [sign, ['op', '*']]) as [string, Meaning][]),
  ...([...'−–—‐‑-'].map(sign => [sign, ['op', '-']]) as [string, Meaning][]),
  ['+', ['op', '+']],
  ['÷', ['op', '÷']],
  ['/', ['op', '/']],
  ['∕', ['op', '/']],
  ['⁄', ['op', '/']],
  [':', ['op', ':']],
  ['∶', ['op', ':']],
  ['±', ['op', '±']],
  ['∓', ['op', '∓']],
  ['^', ['op', '^']],
  ['_', ['op', '_']],
  ['!', ['op', '!']],
  ['%', ['op', '%']],
  ['°', ['op', '°']],
  ["'", ['prime', "'"]],
  ['’', ['prime', "'"]],
  ['′', ['prime', "'"]],
  ['″', ['prime', "''"]],
  ['=', ['rel', '=']],
  ['<', ['rel', '<']],
  ['>', ['rel', '>']],
  ['≤', ['rel', '≤']],
  ['⩽', ['rel', '≤']],
  ['≦', ['rel', '≤']],
  ['≥', ['rel', '≥']],
  ['⩾', ['rel', '≥']],
  ['≧', ['rel', '≥']],
  ['≠', ['rel', '≠']],
  ['≈', ['rel', '≈']],
  ['≅', ['rel', '≈']],
  ['≃', ['rel', '≈']],
  ['≡', ['rel', '≡']],
  ['∈', ['in', 'in']],
  ['∉', ['in', 'not']],
  ['∪', ['cup', '∪']],
  ['∩', ['cup', '∩']],
  ['∖', ['cup', '∖']],
  ['∅', ['set', 'empty']],
  ['⌀', ['set', 'empty']],
  ['ℝ', ['set', 'reals']],
  ['ℤ', ['set', 'integers']],
  ['ℕ', ['set', 'naturals']],
  ['𝕃', ['letter', 'L']],
  ['∨', ['logic', 'or']],
  ['∧', ['logic', 'and']],
  ['⇒', ['arrow', '⇒']],
  ['⟹', ['arrow', '⇒']],
  ['∴', ['arrow', '⇒']],
  ['⇔', ['arrow', '⇔']],
  ['⟺', ['arrow', '⇔']],
  ['∵', ['arrow', '∵']],
  ['→', ['arrow', '→']],
  ['⟶', ['arrow', '→']],
  ['(', ['open', '(']],
  [')', ['close', '(']],
  ['[', ['open', '[']],
  [']', ['close', '[']],
  ['⌊', ['open', '⌊']],
  ['⌋', ['close', '⌊']],
  ['⌈', ['open', '⌈']],
  ['⌉', ['close', '⌈']],
  ['{', ['group', '{']],
  ['}', ['ungroup', '}']],
  ['|', ['bar', '|']],
  ['∣', ['bar', '|']],
  [',', ['comma', ',']],
  ['،', ['comma', ',']],
  [';', ['comma', ';']],
  ['.', ['stop', '.']],
  ['&', ['amp', '&']],
  ['…', ['dots', '…']],
  ['⋯', ['dots', '…']],
  ['∞', ['letter', 'infinity']],
  ['π', ['letter', 'pi']],
  ['∂', ['letter', '∂']],
  ['√', ['func', 'sqrt']],
  ['∛', ['func', 'cbrt']],
  ['∜', ['func', '4rt']],
  ['∫', ['macro', 'int']],
  ['∑', ['macro', 'sum']],
  ['Σ', ['macro', 'sum']],
  ['∏', ['macro', 'prod']],
  ['€', ['unit', '€']],
  ['£', ['unit', '£']],
  ['¥', ['unit', '¥']],
  ['₹', ['unit', '₹']],
  ['¢', ['unit', 'cent']],
]);

/** Letters of the Greek alphabet as characters. */
export const greekLetters: ReadonlyMap<string, string> = new Map(
  [...'αβγδεζηθικλμνξρστυφχψωΓΔΘΛΞΦΨΩϵϑϕ'].map((sign, at) => [
    sign,
    words(
      'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega ' +
        'Gamma Delta Theta Lambda Xi Phi Psi Omega epsilon theta phi',
    )[at] ?? sign,
  ]),
);

const longSigns: readonly (readonly [string, Meaning])[] = [
  ['<=>', ['arrow', '⇔']],
  ['=/=', ['rel', '≠']],
  ['==>', ['arrow', '⇒']],
  ['<==', ['arrow', '⇐']],
  ['...', ['dots', '…']],
  ['<=', ['rel', '≤']],
  ['>=', ['rel', '≥']],
  ['=<', ['rel', '≤']],
  ['<>', ['rel', '≠']],
  ['==', ['rel', '=']],
  ['~=', ['rel', '≈']],
  ['=~', ['rel', '≈']],
  ['~~', ['rel', '≈']],
  ['=>', ['arrow', '⇒']],
  ['->', ['arrow', '→']],
  ['**', ['op', '^']],
];

/** Two- and three-character ASCII signs by their first character, longest first. `+-` and `!=` are decided in their context. */
export const asciiSigns: ReadonlyMap<string, readonly (readonly [string, Meaning])[]> = new Map(
  [...new Set(longSigns.map(([sign]) => sign.charAt(0)))].map(first => [first, longSigns.filter(([sign]) => sign.startsWith(first))]),
);

/** Fractions that are one character. */
export const vulgarFractions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
]);

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣ';
export const superscriptPlain = '0123456789-+nx';
export const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** True for a name that is a word, and no letter, Greek name, subscripted or accented letter. */
export function isWord(name: string): boolean {
  return /^[^_'()]{2}/.test(name) && commands.get(name)?.[0] !== 'letter' && name !== 'infinity';
}
