import { minus, num, product, relation, sum, sym } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import type { Claim } from '../../solution/solution.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { degree } from '../gains.ts';
import { holds, type Judged, wrong } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';

const VALUE = String.raw`[-−–]?\s*(?:\\[dt]?frac\{[^{}]+\}\{[^{}]+\}|(?:\\?pi|π|√?\d+(?:\.\d+)?)(?:\s*/\s*\d+)?)`;
const AT_X = new RegExp(String.raw`\b(?:at|where|when|with)\b[^.;]{0,24}?\bx\s*=\s*\$?\s*(${VALUE})`, 'i');
const AT_POINT = new RegExp(String.raw`\b(?:at|through|point)\b[^.;()]{0,20}?\(\s*(${VALUE})\s*,\s*(${VALUE})\s*\)`, 'i');

/** The only curve of the problem as an expression that is 0 on it, in x and y. */
function curveOf(scene: Scene): Expr | null {
  const rules = [...scene.functions].filter(([name, { variables }]) => /^[a-z]$/.test(name) && variables.join() === 'x');
  const [rule, ...more] = new Set(rules.map(([, { body }]) => body));
  if (rule && more.length === 0) return minus(sym('y'), rule);
  const facts = scene.facts.filter(({ step, letters, statement }) => step < 0 && letters.join() === 'x,y' && statement.kind === 'chain');
  const [left, right] = facts.length === 1 && facts[0]?.statement.kind === 'chain' ? facts[0].statement.sides : [];
  return left && right ? minus(left, right) : null;
}

/** The place of the curve that the problem names, as far as it can be told. */
function placeOn(scene: Scene, curve: Expr): readonly [Expr, Expr] | null {
  const { problem } = scene.solution;
  const [x, y] = (AT_POINT.exec(problem)?.slice(1) ?? []).map(text => parseExpression(text).expr);
  if (x && y) {
    const on = substitute(substitute(curve, 'x', x), 'y', y);
    return scene.decider.expressions(on, num(0)).kind === 'same' ? [x, y] : null;
  }
  const text = AT_X.exec(problem)?.[1];
  const at = text === undefined ? null : parseExpression(text).expr;
  const [of, body] = curve.kind === 'sum' ? curve.terms : [];
  if (!at || of?.kind !== 'symbol' || of.name !== 'y' || body?.kind !== 'negate' || lettersIn(body).includes('y')) return null;
  return [at, substitute(body.arg, 'x', at)];
}

/** The only curve of the problem, and the place on it that the problem names. */
export function placeOfTangent(scene: Scene): { readonly curve: Expr; readonly at: readonly [Expr, Expr] } | null {
  const curve = curveOf(scene);
  const at = curve && placeOn(scene, curve);
  return at && { curve, at };
}

/** An equation for the tangent or the normal that the problem asks for. Null where it is right, and where the problem asks for none. */
export function judgeTangent(scene: Scene, chain: Chain, claim: Claim): Judged | null {
  const { problem } = scene.solution;
  const [tangent, normal] = [/\btangents?\b/i.test(problem), /\bnormals?\b/i.test(problem)];
  if ((!tangent && !normal) || /\b(?:parallel|perpendicular|horizontal|vertical|plane|vector)\b/i.test(problem)) return null;
  if (chain.sides.length !== 2 || chain.relations[0] !== '=' || lettersIn(chain).toSorted().join() !== 'x,y') return null;
  if (Math.max(...chain.sides.map(degree)) !== 1) return null;
  const curve = curveOf(scene);
  const place = curve && placeOn(scene, curve);
  const [across, up] =
    curve && place
      ? [differentiate(curve, 'x'), differentiate(curve, 'y')].map(
          part => part && substitute(substitute(part, 'x', place[0]), 'y', place[1]),
        )
      : [];
  if (!place || !across || !up || !isClosed(across) || !isClosed(up) || chain.sides.some(side => degree(side) < 1 && !isClosed(side)))
    return null;
  const [x, y] = [minus(sym('x'), place[0]), minus(sym('y'), place[1])];
  const lines: Statement[] = [
    ...(tangent ? [relation(sum(product(across, x), product(up, y)), '=', num(0))] : []),
    ...(normal ? [relation(product(across, y), '=', product(up, x))] : []),
  ];
  const found = lines.map(line => scene.decider.lines(line, chain));
  if (found.some(one => one.kind === 'same')) return holds();
  if (curve && scene.decider.lines(relation(curve, '=', num(0)), chain).kind === 'same') return null;
  const [first] = found;
  const [line] = lines;
  if (first?.kind !== 'different' || !line || found.some(one => one.kind !== 'different') || doubtIn(claim) !== null) return null;
  return wrong(first.witness, claim.range, { kind: 'line', claim, from: line, written: chain, side: null });
}
