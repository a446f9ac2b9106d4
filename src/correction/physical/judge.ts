import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { children } from '../../math/tree.ts';
import type { Step } from '../../solution/solution.ts';
import { type Judged, refuted } from '../judged.ts';
import { isClosed } from '../letters.ts';
import { remembered } from '../memo.ts';
import { plainWords } from '../misuses/text.ts';
import type { Scene } from '../scene.ts';
import { LAWS } from './laws.ts';
import { dimensionOf, quantitiesIn } from './units.ts';

/** What the quantities of a problem lead to: values in basic units by their dimension, and by the letter that names them. */
interface Known {
  readonly byDimension: ReadonlyMap<string, readonly number[]>;
  readonly byLetter: ReadonlyMap<string, readonly number[]>;
  readonly asked: ReadonlySet<string>;
}

const LONGEST = 400;
const SIGN =
  /\d ?(?:[kcmM]?(?:m|g|s|N|J|W|V|A|Pa|Hz|Wh)\b|kg|km|cm|min|h\b|Ω|°C|ohm|seconds?|met(?:er|re)s?|newton|joule|watt|volt|amp|minutes?|hours?|gram|kilogram)/;
const FREE_FALL = /\(?\b(?:take |use |with |where |and )?g ?(?:=|≈|is|as) ?(\d+(?:\.\d+)?) ?(?:m ?\/ ?s(?:²|\^\{?2\}?)|N ?\/ ?kg)?\)?/i;
const USUAL_G = [9.8, 9.81, 10];

const knownOf = remembered((problem): Known | null => {
  if (problem === '' || problem.length > LONGEST || !SIGN.test(problem)) return null;
  const plain = plainWords(problem);
  const own = FREE_FALL.exec(plain);
  const { quantities, bare } = quantitiesIn(own ? plain.replace(own[0], ' ') : plain);
  if (quantities.length === 0 || bare > 0) return null;
  for (const { about, unless, givens, gives } of LAWS) {
    const roles = Object.entries(givens);
    if (roles.length !== quantities.length || !about.test(plain) || unless?.test(plain)) continue;
    const rest = [...quantities];
    const values = new Map<string, number>();
    for (const [letter, unit] of roles) {
      const at = rest.findIndex(({ dimension }) => dimension === dimensionOf(unit));
      const [found] = at < 0 ? [] : rest.splice(at, 1);
      if (found) values.set(letter, found.value);
    }
    if (values.size < roles.length) continue;
    const byDimension = new Map<string, number[]>();
    const byLetter = new Map<string, number[]>();
    for (const [letter, [unit, formula]] of Object.entries(gives)) {
      const found = (own ? [Number(own[1])] : /g/.test(formula) ? USUAL_G : [1]).flatMap(g =>
        worthOf(formula, new Map([...values, ['g', g]])),
      );
      byLetter.set(letter, found);
      byDimension.set(dimensionOf(unit), [...(byDimension.get(dimensionOf(unit)) ?? []), ...found]);
    }
    const asked = new Set(byDimension.keys());
    for (const { dimension, value } of quantities) byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), value]);
    return { byDimension, byLetter, asked };
  }
  return null;
});

function worthOf(formula: string, letters: ReadonlyMap<string, number>): number[] {
  const { expr } = parseExpression(formula);
  const value = expr && evaluateNumeric(expr, letters);
  return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.02 * Math.max(Math.abs(a), Math.abs(b));

/** Lines that say what is not so, or only try. */
const DOUBTED = /\?|≠|\b(?:not|n't|wrong|instead|would|if|check|incorrect|rather|mistake|suppose|estimate|but|per second every)\b|n't\b/i;
const RESULT = /(?:[=≈→]|\b(?:is|are|takes?|needs?|travels?|falls?|about|of|by))\s*(?:about |approximately |only |≈ ?)?$/;

/** A result with a unit that the quantities of the problem do not lead to. Null for all other lines. */
export function judgePhysical(scene: Scene, step: Step): Judged | null {
  const known = /\d/.test(step.text) && step.text.length <= LONGEST ? knownOf(scene.solution.problem) : null;
  if (!known) return null;
  const line = plainWords(step.text);
  if (DOUBTED.test(line)) return null;
  const { quantities } = quantitiesIn(line);
  for (const { value, dimension, start, end } of quantities) {
    if (!known.asked.has(dimension) || !RESULT.test(line.slice(0, start)) || /^\s*[-+·*×/÷^]/.test(line.slice(end))) continue;
    const right = known.byDimension.get(dimension) ?? [];
    if (isLetter(line, start, end)) continue;
    const isKnown = right.some(one => near(one, value));
    const converted = quantities.some(other => other.start < start && other.dimension === dimension && near(other.value, value));
    if (!isKnown && !converted) return blamed(step, line.slice(start, end), right[0] ?? 0);
  }
  return misnamed(known, step);
}

/** `400 = 10s` beside `s = 40`: no unit. */
function isLetter(line: string, start: number, end: number): boolean {
  const [, letter] = /\d([a-zA-Z])$/.exec(line.slice(start, end)) ?? [];
  return letter !== undefined && new RegExp(`(?<![a-zA-Z\\d])${letter} ?(?:=|²|\\^)`).test(line);
}

/** Factors between units of the same kind, where a value has none. */
const FACTORS = [1, 1000, 1e-3, 100, 0.01, 1e4, 1e-4, 1e6, 1e-6, 3.6, 1 / 3.6, 60, 1 / 60, 3600, 1 / 3600, 3.6e6, 1 / 3.6e6];

/** `E = ½ · 4 · 6`: a letter of the law with a value that is not its own in any unit. */
function misnamed({ byLetter }: Known, step: Step): Judged | null {
  for (const { statement, problems } of step.claims) {
    const [head, ...sides] = statement?.kind === 'chain' && problems.length === 0 ? statement.sides : [];
    const right = head?.kind === 'symbol' ? byLetter.get(head.name) : undefined;
    if (!right || statement?.kind !== 'chain' || statement.relations.some(link => link !== '=' && link !== '≈') || sides.some(hasUnit))
      continue;
    for (const side of sides) {
      const value = isClosed(side) && side.kind !== 'number' ? evaluateNumeric(side) : null;
      if (typeof value === 'number' && !right.some(one => FACTORS.some(factor => near(one * factor, Math.abs(value)))))
        return blamed(step, step.text.trim(), right[0] ?? 0);
    }
  }
  return null;
}

const hasUnit = (expr: Expr): boolean => expr.kind === 'unit' || children(expr).some(hasUnit);

const blamed = (step: Step, written: string, value: number): Judged =>
  refuted(
    {
      kind: 'computed',
      expression: 'what the quantities of the problem lead to, in basic units,',
      value: String(Number(value.toPrecision(6))),
      written,
    },
    step.range,
  );
