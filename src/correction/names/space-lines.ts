import { minus, num } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import type { Expr } from '../../math/expr.ts';
import { parseExpression } from '../../math/parse.ts';
import { entriesOf } from '../known-values.ts';
import { isClosed } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { type Name, plainLabel } from './name.ts';
import { crossed } from './vectors.ts';

const TUPLE = String.raw`(?:\(([^()]+)\)|<([^<>]+)>|⟨([^⟨⟩]+)⟩)`;
const LINE = new RegExp(String.raw`(?<![a-zA-Z])r(?:_\d)? = ${TUPLE} \+ (?:t|s|λ|μ|k|u|\\lambda|\\mu) ?[·]? ?${TUPLE}`, 'g');

const entriesIn = (text: string | undefined): readonly Expr[] | null => {
  const expr = text === undefined ? null : parseExpression(`(${text})`).expr;
  const entries = expr && entriesOf(expr);
  return entries?.every(isClosed) ? entries : null;
};

/** A point that is said to lie on all the lines that the problem gives by a point and a direction, and on the plane that it gives by an equation. */
export function lineNames(scene: Scene, problem: string): readonly Name[] {
  const lines = [...plainLabel(problem).matchAll(LINE)].flatMap(([, a, b, c, d, e, f]) => {
    const [point, along] = [entriesIn(a ?? b ?? c), entriesIn(d ?? e ?? f)];
    return point && along && point.length === along.length ? [{ point, along }] : [];
  });
  if (
    lines.length === 0 ||
    lines.length > 2 ||
    /\b(?:distance|closest|nearest|foot|reflect\w*|image|perpendicular|angle|parallel)\b/i.test(problem)
  )
    return [];
  const planes = scene.facts.flatMap(({ step, statement, letters }) => {
    const [left, right] = step < 0 && statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
    return left && right && letters.length > 1 && letters.every(name => /^[xyz]$/.test(name)) ? [minus(left, right)] : [];
  });
  return [
    {
      what: 'a point of the line',
      is: /(?:\b(?:point|intersection|they meet at|meets? (?:the plane |it )?at|intersect at|(?:point|answer) is)|^[PQ]) ?(?:is|at|of intersection|of intersection is)? ?:?=?$/i,
      values: [],
      fits: own =>
        own.every(isClosed)
          ? [
              ...lines.flatMap(({ point, along }) =>
                own.length === point.length
                  ? crossed(
                      along,
                      own.map((x, i) => minus(x, point[i] ?? x)),
                    )
                  : [],
              ),
              ...planes.map(
                plane => [['x', 'y', 'z'].reduce((at, name, i) => substitute(at, name, own[i] ?? num(0)), plane), num(0)] as const,
              ),
            ]
          : [],
    },
  ];
}
