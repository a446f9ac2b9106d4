import { evaluateExact, evaluateNumeric } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { printPlain } from '../math/print.ts';
import { printRational } from '../math/rational.ts';
import type { Witness } from '../math/witness.ts';
import type { Step } from '../solution/solution.ts';
import { plainProblem } from './asked/text.ts';
import { type Judged, refuted } from './judged.ts';
import { entriesOf } from './known-values.ts';
import { isClosed, lettersIn, withFunctions } from './letters.ts';
import { type Name, plainLabel } from './names/name.ts';
import { NAMERS } from './names/namers.ts';
import type { Scene } from './scene.ts';
import { HYPOTHETICAL } from './task.ts';
import { compareNumbers, workedOut } from './vectors.ts';
import { type Side, type Written, writtenIn } from './worked/lines.ts';

interface State {
  readonly names: readonly Name[];
  /** What the last line told the value of: a line that begins with a sign of equality goes on with it. */
  last: Name | null;
}

const states = new WeakMap<Scene, State>();

function stateOf(scene: Scene): State {
  const before = states.get(scene);
  if (before) return before;
  const problem = plainProblem(scene.solution.problem);
  const names = NAMERS.flatMap(([gate, namer]) => (gate.test(problem) ? namer(scene, problem) : []));
  const state: State = { names, last: names.find(({ alone }) => alone) ?? null };
  states.set(scene, state);
  return state;
}

/** Words with which something else is named, or only tried. */
const OTHER = /\b(?:not|would|should|wrong|instead|other|another|twice|half|except|unlike|remember|recall|formula|of the form)\b/i;

/** `proj_b a = (1, 1)`, 'slope of the normal: −1/2': what a line names with the value that the problem fixes. Null where it names nothing of it, or gives it its value. */
export function judgeNames(scene: Scene, step: Step): Judged | null {
  const state = stateOf(scene);
  if (state.names.length === 0) return null;
  const { text, range } = step;
  const ends = scene.solution.steps.at(-1) === step;
  for (const written of clausesOf(text).flatMap(({ at, clause }) => writtenIn(clause).map(one => ({ ...one, at })))) {
    const [name, sides] = namedBy(state, written, ends);
    state.last = name;
    if (name === null || HYPOTHETICAL.test(text)) continue;
    const label = sides.findIndex(({ text: side }) => side.includes(':'));
    for (const side of (label < 0 ? sides : sides.slice(0, label)).flatMap(one => valuesIn(one, name))) {
      const witness = side.expr && compare(scene, name, side.expr, side.text);
      if (!witness || witness === 'same' || /:\s*$/.test(side.text) || isSetToZero(name, side)) continue;
      const start = range.start + written.at + side.at;
      return refuted(witness, { start, end: start + side.text.length });
    }
  }
  return null;
}

/** `det(A − λI) = 0`: an equation for its letter, and no value of the name. */
const isSetToZero = ({ values }: Name, { text }: Side): boolean =>
  /^\s*0[\s$.]*$/.test(text) && values.flat().some(value => !isClosed(value));

/** `y = −2x + 5, slope 2` as two: words begin another clause. */
function clausesOf(text: string): readonly { readonly at: number; readonly clause: string }[] {
  const cuts = [...text.matchAll(/,\s+(?=\p{L}{4,}[\s:])/gu)].map(({ index, 0: cut }) => index + cut.length);
  return [0, ...cuts].map((at, i) => ({ at, clause: text.slice(at, cuts[i]).replace(/,\s+$/, '') }));
}

/** The values of a list, and both of what has a sign of plus or minus, where each is looked at for itself. */
function valuesIn(side: Side, { fits }: Name): readonly Side[] {
  if (!fits || side.text.length > 80) return [side];
  const items = side.expr ? [side.text] : side.text.split(/\s*(?:,|;|\band\b|\bor\b)\s*/);
  return items.flatMap(item =>
    (/±|\\pm(?![a-z])/.test(item) ? ['+', '-'].map(sign => item.replace(/±|\\pm(?![a-z])/, sign)) : [item]).map(text => ({
      ...side,
      expr: parseExpression(text.replace(/(?:\s*[-+−]\s*(?:…|⋯|\.{3}|\\[lc]?dots|O\s*\([^()]*\)))?[.$\s]*$/, '')).expr,
    })),
  );
}

/** Words before an answer that say nothing of what it is. */
const ANSWERS = /^(?:(?:so|hence|thus|therefore|then|finally|answer|result|this gives|we get|the answer is|it is)[\s,:]*)*$/i;

function namedBy({ names, last }: State, { lead, opening, sides }: Written, ends: boolean): readonly [Name | null, readonly Side[]] {
  if (opening === '=') return [last, sides];
  const [head] = sides;
  const find = (label: string): Name | undefined =>
    label === '' || OTHER.test(label) ? undefined : names.find(({ is }) => is.test(label.replace(ADVERBS, '')));
  const whole = sides.length > 1 ? find(plainLabel(`${lead} ${head?.text ?? ''}`)) : undefined;
  const alone = ends && sides.length === 1 && ANSWERS.test(lead) ? names.find(one => one.alone) : undefined;
  return whole ? [whole, sides.slice(1)] : [alone ?? find(plainLabel(lead)) ?? null, sides];
}

/** 'The area is therefore': words that join the line to the one above. */
const ADVERBS = /(?<=\w) (?:therefore|thus|hence|then|also|now)(?=[ :]|$)/gi;

/** 'same', the witness of a difference, or null where it cannot be told. */
function compare(scene: Scene, { what, values, fits }: Name, written: Expr, text: string): 'same' | Witness | null {
  const own = entriesFrom(scene, written);
  const candidates = fits
    ? [fits(own)]
    : values.map(value => (value.length === own.length ? value.map((x, i) => [x, own[i] ?? x] as const) : []));
  const fitting = candidates.filter(pairs => pairs.length > 0);
  if (fitting.length === 0) return null;
  for (const pairs of fitting) {
    const found = pairs.map(([a, b]) => compareEntry(scene, a, b));
    if (found.every(one => one === 'same')) return 'same';
    if (found.every(one => one !== 'different')) return null;
  }
  const first = values.find(value => value.length === own.length);
  return { kind: 'computed', expression: what, value: first ? first.map(shown).join(', ') : 'another value', written: text.trim() };
}

function compareEntry(scene: Scene, value: Expr, written: Expr): 'same' | 'different' | null {
  if (isClosed(value) && isClosed(written)) {
    const found = compareNumbers(scene, value, written);
    return found === null || found === 'same' ? found : 'different';
  }
  if (lettersIn(written).some(letter => !lettersIn(value).includes(letter))) return null;
  const { kind } = scene.decider.expressions(value, written);
  return kind === 'same' || kind === 'different' ? kind : null;
}

function entriesFrom(scene: Scene, written: Expr): readonly Expr[] {
  const side = withFunctions(written, scene.functions);
  const { number, vector } = workedOut(scene, side);
  return vector ?? entriesOf(side) ?? [number ?? side];
}

function shown(value: Expr): string {
  const exact = isClosed(value) ? evaluateExact(value) : null;
  if (exact) return printRational(exact);
  const number = isClosed(value) ? evaluateNumeric(value) : null;
  return typeof number === 'number' ? String(Number(number.toPrecision(6))) : printPlain(value);
}
