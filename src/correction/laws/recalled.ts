import { minus, num, power, product, sum, sym } from '../../math/build.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import { parseStatement } from '../../math/parse.ts';
import type { Chain } from '../decide.ts';
import { doubtIn } from '../doubt.ts';
import { bare, type Judged, wrong } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import type { Line } from '../shape.ts';
import { LAWS } from './table.ts';

/** A law recalled wrongly: the line has the letters of a law that belongs to the problem, and says something else. Null for all other lines. */
export function judgeRecalled(scene: Scene, chain: Chain, { claim, sentence }: Line): Judged | null {
  const [head, side] = chain.sides;
  const { problem } = scene.solution;
  if (!head || !side || isClosed(side) || chain.relations[0] !== '=' || claim.link === 'given') return null;
  const law = cosineRule(head, side, problem) ?? (PARTIAL.test(problem + sentence) ? null : lawFor(head, side, problem));
  if (!law) return null;
  const fits = law.map(right => scene.decider.expressions(right, side));
  const [first] = fits;
  if (first?.kind !== 'different' || fits.some(found => found.kind !== 'different') || doubtIn(claim) !== null) return null;
  return wrong(first.witness, side.span, { kind: 'identity', claim, from: bare(law[0] ?? side), written: bare(side), side: 1 });
}

/** The problem speaks of a part of a figure, which has laws of its own. */
const PARTIAL = /hemi-?spher|semi-?circ|\bhal(?:f|ves)\b|\bquarter|frustum|hollow|annul|\bshell\b|\b(?:open|closed|lid|rod|disc|ring)/i;

const byName = new Map<string, Statement | null>();

const read = (text: string): Statement | null => {
  const known = byName.get(text);
  if (known !== undefined) return known;
  const { statement } = parseStatement(text);
  byName.set(text, statement);
  return statement;
};

/** The right sides of the laws with this head and these letters, where all of the problem's topics agree on them. */
function lawFor(head: Expr, side: Expr, problem: string): readonly Expr[] | null {
  const letters = lettersIn(head, side).toSorted().join();
  const found = LAWS.filter(([about]) => about.test(problem)).flatMap(([, ...laws]) =>
    laws.flatMap(text => {
      const law = read(text);
      const [left, right] = law?.kind === 'chain' ? law.sides : [];
      return left && right && sameHead(left, head) && lettersIn(left, right).toSorted().join() === letters ? [right] : [];
    }),
  );
  return found.length > 0 ? found : null;
}

const sameHead = (a: Expr, b: Expr): boolean =>
  a.kind === 'symbol'
    ? b.kind === 'symbol' && a.name === b.name
    : a.kind === 'power' && b.kind === 'power' && sameHead(a.base, b.base) && b.exponent.kind === 'number' && b.exponent.value.n === 2n;

/** `c² = a² + b² − 2ab cos C` for the side across from the angle. */
function cosineRule(head: Expr, side: Expr, problem: string): readonly Expr[] | null {
  const own = head.kind === 'power' && head.base.kind === 'symbol' && head.exponent.kind === 'number' ? head.base.name : null;
  if (own === null || !/^[a-z]$/.test(own) || !/\btriang|\u25b3|\\triangle/i.test(problem)) return null;
  const letters = lettersIn(side);
  const others = letters.filter(letter => /^[a-z]$/.test(letter));
  const [p, q, ...more] = others;
  const angle = letters.find(letter => letter === own.toUpperCase());
  if (!p || !q || more.length > 0 || angle === undefined || letters.length !== 3 || others.includes(own)) return null;
  const cosine: Expr = { kind: 'call', fn: 'cos', args: [sym(angle)], span: side.span };
  return [minus(sum(power(sym(p), num(2)), power(sym(q), num(2))), product(num(2), sym(p), sym(q), cosine))];
}
