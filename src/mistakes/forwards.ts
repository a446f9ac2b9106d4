import type { Expr, Statement } from '../math/expr.ts';
import { isStatement, product, sum } from './build.ts';
import { opened } from './open.ts';
import { compile, fill, type Match, matches, type Pattern, template } from './pattern.ts';
import type { Rewrite, Rewriting, Rule } from './rule.ts';
import { type Place, places } from './walk.ts';

/** One wrong line that a rule makes: the whole line, and the term it was made at. */
export interface Misstep {
  readonly rule: Rule;
  readonly line: Expr | Statement;
  /** The line by right, where the rule knows the right rewriting of its term. */
  readonly right: Expr | Statement | null;
  readonly site: Expr | Statement;
  readonly change: Rewriting;
  /** Size of the pattern that matched, 0 for a rule in code: how particular the match is. */
  readonly particular: number;
  readonly depth: number;
}

interface Action {
  readonly rule: Rule;
  readonly pattern: Pattern | null;
  readonly rewrite: Rewrite | null;
  readonly particular: number;
}

/** Rules laid out by the kind of node they can fire at. */
export type RuleIndex = ReadonlyMap<string, readonly Action[]>;

const ANYWHERE = '*';

/** Prepares rules for `missteps`. Throws when a pattern does not parse. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const index = new Map<string, Action[]>();
  const add = (key: string, action: Action): void => {
    const list = index.get(key);
    if (list) list.push(action);
    else index.set(key, [action]);
  };
  for (const rule of rules) {
    for (const wrong of rule.wrong) {
      if (typeof wrong === 'function') add(ANYWHERE, { rule, pattern: null, rewrite: wrong, particular: 3 });
      else {
        const pattern = compile(wrong);
        add(keyOf(pattern.left), { rule, pattern, rewrite: null, particular: literalSize(wrong) });
      }
    }
  }
  return index;
}

/** What the left-hand side insists on: signs, digits and names, numbers more than letters, and letters that must agree. */
function literalSize(source: string): number {
  const left = source.split('→')[0] ?? '';
  const letters = left.match(/(?<![a-z])[a-z](?![a-z])/g) ?? [];
  const signs = left.replace(/[\s()*]|(?<![a-z])[a-z](?![a-z])/g, '').length;
  const numbers = letters.filter(letter => 'kmnrxyz'.includes(letter)).length;
  return signs + 0.7 * numbers + 1.5 * (letters.length - new Set(letters).size);
}

function keyOf(node: Expr | Statement): string {
  if (node.kind === 'call') return node.fn === 'ln' ? 'call log' : `call ${node.fn}`;
  return node.kind === 'chain' ? `chain ${node.sides.length}` : node.kind;
}

/** Every wrong line that the rules make from this one, lazily; outer terms before inner ones. */
export function* missteps(whole: Expr | Statement, index: RuleIndex): Generator<Misstep> {
  if (isStatement(whole)) yield* at({ node: whole, depth: 0, put: by => by }, index);
  for (const place of everyPlace(places(whole))) yield* at(place, index);
}

/** A place for a term, or for the whole statement. */
type Spot = Omit<Place, 'node' | 'put'> & {
  readonly node: Expr | Statement;
  readonly put: (by: never) => Expr | Statement;
};

const DEEPEST_OPENING = 3;

function* everyPlace(found: Iterable<Place>, opening = 0): Generator<Place> {
  for (const place of found) {
    yield place;
    const wider = opening < DEEPEST_OPENING ? opened(place.node) : null;
    if (!wider) continue;
    const inner = [...places(wider)].filter(({ node }) => node.kind === place.node.kind);
    const moved = inner.map(({ node, depth, put }) => ({
      node,
      depth: place.depth + depth,
      put: (by: Expr) => place.put(put(by) as Expr),
    }));
    yield* everyPlace(
      moved.filter(({ node }) => node.kind === 'derivative' || node.kind === 'integral'),
      opening + 1,
    );
  }
}

function* at(place: Spot, index: RuleIndex): Generator<Misstep> {
  for (const key of [keyOf(place.node), ANYWHERE]) {
    for (const action of index.get(key) ?? []) {
      for (const found of rewritings(action, place.node)) {
        const put = place.put as (by: Expr | Statement) => Expr | Statement;
        yield {
          rule: action.rule,
          line: put(found.change.wrong),
          right: found.change.right ? put(found.change.right) : null,
          site: found.site,
          change: found.change,
          particular: action.particular,
          depth: place.depth,
        };
      }
    }
  }
}

interface Found {
  readonly site: Expr | Statement;
  readonly change: Rewriting;
}

function* rewritings(action: Action, node: Expr | Statement): Generator<Found> {
  if (action.rewrite) {
    for (const change of action.rewrite(node)) yield { site: node, change };
    return;
  }
  const { pattern, rule } = action;
  if (!pattern) return;
  for (const found of matches(pattern.left, node, rule.ordered === true)) {
    const wrong = fill(pattern.right, found.terms);
    const right = rule.right === undefined ? null : fill(template(rule.right), found.terms);
    const [site, around] = siteOf(node, found);
    yield {
      site,
      change: { wrong: around(wrong), ...(right && { right: around(right) }), terms: found.terms },
    };
  }
}

/** The terms of a sum or product that took part, and how the rest stands around them. */
function siteOf(node: Expr | Statement, { used }: Match): [Expr | Statement, (by: Expr | Statement) => Expr | Statement] {
  if ((node.kind !== 'sum' && node.kind !== 'product') || used === null) return [node, by => by];
  const parts = node.kind === 'sum' ? node.terms : node.factors;
  if (used.length === parts.length) return [node, by => by];
  const join = node.kind === 'sum' ? sum : product;
  const first = Math.min(...used);
  const site = join(parts.filter((_, i) => used.includes(i)));
  return [site, by => (isStatement(by) ? by : join(parts.flatMap((part, i) => (i === first ? [by] : used.includes(i) ? [] : [part]))))];
}
