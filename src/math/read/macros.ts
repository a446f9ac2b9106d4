import { functionNames, GREEK, words } from './plain-words.ts';

/** What every LaTeX command means to the reader. Pure data; Unicode signs stand in `glyphs.ts`, words in `plain-words.ts`. */

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
  ['langle', ['open', '(']],
  ['rangle', ['close', '(']],
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

/** True for a name that is a word, and no letter, Greek name, subscripted or accented letter. */
export function isWord(name: string): boolean {
  return /^[^_'()]{2}/.test(name) && !name.includes('(') && commands.get(name)?.[0] !== 'letter' && name !== 'infinity';
}
