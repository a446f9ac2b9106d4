import { num, product, quotient } from '../math/build.ts';
import { mapParts, someNode, substitute } from '../math/decide/free.ts';
import { differentiate } from '../math/derive.ts';
import { evaluateExact } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import type { Claim } from '../solution/solution.ts';
import type { Chain } from './decide.ts';
import { bare, follows, type Judged, unjudged, wrong } from './judged.ts';
import { type FunctionRule, isClosed, lettersIn } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Line } from './shape.ts';

/** A multiple of a differential: `2x dx`. */
interface Differential {
  readonly factor: Expr;
  readonly letter: string;
}

/** `2x dx`, `du/3`, `dx` as a factor and the letter behind the d. Null for any other side. */
export function differentialIn(side: Expr): Differential | null {
  if (side.kind === 'negate') {
    const inner = differentialIn(side.arg);
    return inner && { ...inner, factor: { ...side, arg: inner.factor } };
  }
  if (side.kind === 'quotient') {
    const inner = differentialIn(side.num);
    return inner && { ...inner, factor: quotient(inner.factor, side.den) };
  }
  if (side.kind !== 'product') return null;
  const flat = side.factors.flatMap(factor => (factor.kind === 'product' && factor.implicit ? factor.factors : [factor]));
  const at = flat.findIndex((factor, i) => isD(factor) && flat[i + 1]?.kind === 'symbol');
  if (at < 0) {
    const inner = side.factors.map(differentialIn);
    const found = inner.findIndex(part => part !== null);
    const part = inner[found];
    return part ? { ...part, factor: product(...side.factors.filter((_, i) => i !== found), part.factor) } : null;
  }
  const letter = flat[at + 1];
  const rest = flat.filter((_, i) => i !== at && i !== at + 1);
  if (letter?.kind !== 'symbol' || rest.some(isD)) return null;
  return { factor: product(num(1), ...rest), letter: letter.name };
}

const isD = (expr: Expr): boolean => expr.kind === 'symbol' && expr.name === 'd';

/** `du = 2x dx` under `u = x² + 1`: judged by the derivative of what the letter stands for. Null when the line is no such thing. */
export function judgeDifferentials(scene: Scene, chain: Chain, { claim }: Line): Judged | null {
  const [left, right] = chain.sides;
  if (chain.sides.length !== 2 || chain.relations[0] !== '=' || !left || !right) return null;
  const [a, b] = [differentialIn(left), differentialIn(right)];
  if (!a && !b) return judgePart(scene, claim, left, right);
  if (!a || !b || a.letter === b.letter) return null;
  const [of, by, swapped] = definition(scene, a.letter, b.letter) ? [a, b, false] : [b, a, true];
  const rule = definition(scene, of.letter, by.letter);
  const slope = rule && differentiate(rule.body, by.letter);
  if (!rule || !slope) return unjudged('the letters of these differentials are not known by each other');
  const [meant, written] = [product(of.factor, slope), by.factor].map(side => substitute(side, of.letter, rule.body));
  if (!meant || !written) return null;
  const found = scene.decider.expressions(meant, written);
  if (found.kind === 'same') return follows(null);
  if (found.kind !== 'different') return unjudged('the differentials could not be compared');
  const at = (swapped ? left : right).span;
  return wrong(found.witness, at, { kind: 'derivative', claim, from: bare(meant), written: bare(written), side: swapped ? 0 : 1 });
}

/** `v = ½e^(2x)` behind `dv = e^(2x) dx`: a part of an integral by its differential. Null where no line gives one. */
function judgePart(scene: Scene, claim: Claim, left: Expr, right: Expr): Judged | null {
  if (left.kind !== 'symbol' || !/^[uvw]$/.test(left.name) || claim.link === 'given' || isClosed(right)) return null;
  const given = scene.solution.steps
    .flatMap(({ claims }) => claims)
    .filter(other => other.range.start < claim.range.start)
    .flatMap(({ statement }) => {
      const [head, side, ...more] = statement?.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
      const [of, by] = [head && differentialIn(head), side && differentialIn(side)];
      return of && by && more.length === 0 && of.letter === left.name && evaluateExact(of.factor)?.n === 1n ? [by] : [];
    });
  const [differential, ...others] = given;
  if (!differential || others.length > 0 || lettersIn(right, differential.factor).some(letter => letter !== differential.letter))
    return null;
  const slope = differentiate(right, differential.letter);
  const found = slope && scene.decider.expressions(differential.factor, slope);
  if (found?.kind === 'same') return follows(null);
  if (found?.kind !== 'different') return null;
  const body = { kind: 'integral', body: differential.factor, variable: differential.letter, bounds: null, span: right.span } as const;
  return wrong(found.witness, right.span, { kind: 'derivative', claim, from: bare(body), written: bare(right), side: 1 });
}

/** The formula of a letter in one other. */
function definition(scene: Scene, letter: string, by: string): FunctionRule | null {
  const rule = scene.functions.get(letter);
  return rule?.variables.join() === by ? rule : null;
}

/** Integrals over a letter with a formula written over the letter of that formula, and the formula put in for it elsewhere. */
export function withSubstitutions(scene: Scene, expr: Expr): Expr {
  const letters = [...scene.functions].filter(
    ([name, rule]) => /^[a-zA-Z]$/.test(name) && rule.variables.length === 1 && mentions(expr, name),
  );
  return letters.reduce((result, [name, rule]) => substitute(changed(result, name, rule), name, rule.body), expr);
}

const mentions = (expr: Expr, letter: string): boolean =>
  someNode(expr, node => (node.kind === 'symbol' && node.name === letter) || (node.kind === 'integral' && node.variable === letter));

function changed(expr: Expr, letter: string, rule: FunctionRule): Expr {
  const inner = mapParts(expr, part => changed(part, letter, rule));
  const [by] = rule.variables;
  if (inner.kind !== 'integral' || inner.variable !== letter || inner.bounds !== null || by === undefined) return inner;
  const slope = differentiate(rule.body, by);
  return slope ? { ...inner, body: product(substitute(inner.body, letter, rule.body), slope), variable: by } : inner;
}
