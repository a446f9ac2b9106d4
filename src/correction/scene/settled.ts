import { num } from '../../math/build.ts';
import { expressionsOf, someNode, substitute } from '../../math/decide/free.ts';
import { Trait, traitsIn, traitsOf } from '../../math/decide/traits.ts';
import { type Expr, NOWHERE, type Statement } from '../../math/expr.ts';
import { mapExpr } from '../../math/tree.ts';
import { asValues } from '../enumerated.ts';
import { lettersIn, mapSides, withFunctions } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { knownLetters } from './letters.ts';
import { asSolutions, unnamedSolutions } from './solution-sets.ts';

/** The statement of a claim with the formulas of known functions put in, and `x_1 = 2, x_2 = 3` read as the solutions of x. */
export function settled(scene: Scene, written: Statement): Statement {
  const statement = unnamedSolutions(scene, forEach(written));
  const known = knownLetters(scene);
  const names = new Map<string, string>();
  for (const letter of lettersIn(statement)) {
    const base = /^([a-zA-Z]+)_\{?\d(?:,\d)?\}?$/.exec(letter)?.[1];
    if (base && !known.has(letter) && known.has(base) && !isJoined(statement, base) && !scene.iterated.has(base)) names.set(letter, base);
  }
  const renamed = names.size === 0 ? statement : mapSides(statement, side => renamedSide(side, names));
  const listed = names.size > 1 && renamed.kind === 'and' ? { ...renamed, kind: 'or' as const } : renamed;
  const stated = asSolutions(scene, asValues(scene.solution.problem, listed));
  const plain = withoutDollars(known.size === 0 ? stated : mapSides(stated, side => asFactors(side, known)));
  return exactly(scene.functions.size === 0 ? plain : mapSides(plain, side => withFunctions(side, scene.functions)));
}

/** `x, y > 0` says it of each. */
function forEach(statement: Statement): Statement {
  if (statement.kind !== 'chain' || statement.sides[0]?.kind !== 'list') return statement;
  const [list, bound, ...more] = /^[<>≤≥≠]$/.test(statement.relations.join()) ? statement.sides : [];
  if (list?.kind !== 'list' || list.form !== 'bare' || !bound || more.length > 0) return statement;
  return { kind: 'and', parts: list.items.map(item => ({ ...statement, sides: [item, bound] })), span: statement.span };
}

/** `$30 = 15p` as `30 = 15p`: dollars count as one where they are the only unit beside letters. */
function withoutDollars(statement: Statement): Statement {
  if (!(traitsIn(statement) & Trait.unit)) return statement;
  const units = new Set<string>();
  for (const expr of expressionsOf(statement))
    someNode(expr, node => {
      if (node.kind === 'unit') units.add(node.name);
      return false;
    });
  if (units.size !== 1 || !units.has('$') || lettersIn(statement).length === 0) return statement;
  return mapSides(statement, side => mapExpr(side, node => (node.kind === 'unit' ? num(1) : node)));
}

/** `x_1 + x_2 = 3`: two of the numbered solutions stand in one relation, and each is a number of its own. */
const isJoined = (statement: Statement, base: string): boolean =>
  statement.kind === 'chain'
    ? lettersIn(statement).filter(letter => new RegExp(`^${base}_\\{?\\d\\}?$`).test(letter)).length > 1
    : (statement.kind === 'or' || statement.kind === 'and') && statement.parts.some(part => isJoined(part, base));

/** `h(q - 1)` where h is a letter above: a product. */
function asFactors(side: Expr, known: ReadonlySet<string>): Expr {
  if (!(traitsOf(side) & Trait.called)) return side;
  return mapExpr(side, node => {
    const [arg, ...others] = node.kind === 'call' && known.has(node.fn) ? node.args : [];
    return node.kind === 'call' && arg && others.length === 0
      ? { kind: 'product', factors: [{ kind: 'symbol', name: node.fn, span: node.span }, arg], implicit: true, span: node.span }
      : node;
  });
}

/** `x ≈ 3.33` says x = 3.33 as far as it was rounded. */
function exactly(statement: Statement): Statement {
  if (statement.kind === 'or' || statement.kind === 'and') return { ...statement, parts: statement.parts.map(exactly) };
  if (statement.kind !== 'chain' || !statement.relations.includes('≈')) return statement;
  return { ...statement, relations: statement.relations.map(relation => (relation === '≈' ? '=' : relation)) };
}

const renamedSide = (side: Expr, names: ReadonlyMap<string, string>): Expr =>
  [...names].reduce((result, [from, to]) => substitute(result, from, { kind: 'symbol', name: to, span: NOWHERE }), side);
