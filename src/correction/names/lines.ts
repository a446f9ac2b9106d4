import { minus, negate, num, quotient, sum } from '../../math/build.ts';
import { substitute } from '../../math/decide/free.ts';
import { differentiate } from '../../math/derive.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { twoPoints } from '../features/points.ts';
import { placeOfTangent } from '../features/tangents.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Name } from './name.ts';

const OF = String.raw`(?: of (?:the |this |that |a )?(?:\w+ )?(?:line|segment|side)?(?: ?[A-Z]{2})?)?`;
const ENDS = String.raw`(?: is| has| equals| must be| =)? ?:?$`;

/** Slopes of the only line of the problem and of those parallel or perpendicular to it, and the middle of its two points. */
export function slopeNames(scene: Scene, problem: string): readonly Name[] {
  const points = twoPoints(scene);
  const tangent = /\b(?:tangent|normal)\b/i.test(problem) ? tangentSlope(scene) : null;
  const slope = tangent ?? (points ? through(points) : givenSlope(scene));
  const middle = points?.[0].map((x, i) => quotient(sum(x, points[1][i] ?? x), num(2)));
  const across = slope && steep(slope) ? negate(quotient(num(1), slope)) : null;
  return [
    ...(middle
      ? [{ what: 'the midpoint', is: new RegExp(String.raw`\bmid-?point${OF}(?: is)?(?: [A-Z])? ?:?$`, 'i'), values: [middle] }]
      : []),
    ...(across
      ? [
          {
            what: 'the slope across it',
            is: new RegExp(
              String.raw`\b(?:(?:slope|gradient) of (?:the |a |its )?(?:perpendicular|normal|bisector|altitude)(?: bisector| line)?|(?:perpendicular|normal)(?: line| bisector)? (?:has (?:a )?)?(?:slope|gradient)(?: of)?)${ENDS}|(?:^|\W)m_(?:⊥|\\?perp|n|N|normal)$`,
              'i',
            ),
            values: [[across]],
          },
        ]
      : []),
    ...(slope
      ? [
          {
            what: 'the slope',
            is: new RegExp(
              String.raw`(?:^|[:;,] |\b(?:so|the|its|with|has|line|tangent) )(?:slope|gradient)(?: of (?:the )?(?:tangent|given line|parallel|parallel line|line))?${ENDS}`,
              'i',
            ),
            values: across && /\b(?:perpendicular|normal|bisector|altitude)\b/i.test(problem) ? [[slope], [across]] : [[slope]],
          },
        ]
      : []),
  ];
}

const steep = (slope: Expr): boolean => evaluateExact(slope)?.n !== 0n;

function through([a, b]: readonly [readonly Expr[], readonly Expr[]]): Expr | null {
  const [across, up] = a.map((x, i) => minus(b[i] ?? x, x));
  return across && up && a.length === 2 && steep(across) ? quotient(up, across) : null;
}

/** The slope of the only straight line that the problem gives by its equation. */
function givenSlope(scene: Scene): Expr | null {
  const lines = scene.facts.filter(({ step, letters, statement }) => step < 0 && letters.join() === 'x,y' && statement.kind === 'chain');
  const [fact] = lines;
  const [left, right] =
    lines.length === 1 && fact?.statement.kind === 'chain' && fact.statement.relations.join() === '=' ? fact.statement.sides : [];
  const whole = left && right ? minus(left, right) : null;
  const [a, b] = whole ? ['x', 'y'].map(letter => differentiate(whole, letter)) : [];
  return a && b && isClosed(a) && isClosed(b) && steep(b) ? negate(quotient(a, b)) : null;
}

/** The slope of the only curve of the problem at the place that it names. */
function tangentSlope(scene: Scene): Expr | null {
  const found = placeOfTangent(scene);
  if (!found) return null;
  const [a, b] = ['x', 'y'].map(letter => {
    const part = differentiate(found.curve, letter);
    return part && substitute(substitute(part, 'x', found.at[0]), 'y', found.at[1]);
  });
  return a && b && isClosed(a) && isClosed(b) && steep(b) ? negate(quotient(a, b)) : null;
}

const VERTICAL = /\bvertical asymptote(?: is)?(?: at)? ?:?(?: x)?$/i;
const HORIZONTAL = /\bhorizontal asymptote(?: is)?(?: at)? ?:?(?: y)?$/i;
/** Asymptotes of the only function of the problem, where it is a quotient of two polynomials of first degree. */
export function asymptoteNames(scene: Scene, problem: string): readonly Name[] {
  const rules = [...scene.functions.values()].filter(({ variables }) => variables.join() === 'x');
  const [rule, ...more] = rules;
  const body = rule?.body;
  if (!body || more.length > 0 || body.kind !== 'quotient') return [];
  const [a, c] = [body.num, body.den].map(part => differentiate(part, 'x'));
  if (!a || !c || lettersIn(a, c).length > 0 || !steep(c)) return [];
  const [b, d] = [body.num, body.den].map(part => substitute(part, 'x', num(0)));
  if (!b || !d) return [];
  return [
    {
      what: 'the vertical asymptote',
      is:
        /\bhorizontal/i.test(problem) || !/\bvertical/i.test(problem) ? VERTICAL : /^x$|\bvertical asymptote(?: is)?(?: at)? ?:?(?: x)?$/i,
      values: [[negate(quotient(d, c))]],
    },
    {
      what: 'the horizontal asymptote',
      is:
        /\bvertical/i.test(problem) || !/\bhorizontal/i.test(problem)
          ? HORIZONTAL
          : /^y$|\bhorizontal asymptote(?: is)?(?: at)? ?:?(?: y)?$/i,
      values: [[quotient(a, c)]],
    },
  ];
}
