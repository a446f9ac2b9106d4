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
  /** Names and signs without which a line cannot match. */
  readonly needs: readonly string[];
  /** Its place among all of them: actions are tried in this order, whatever was read before. */
  readonly place: number;
}

/**
 * Rules laid out by the kind of node they can fire at. Patterns are read when a line first needs them: one with a sine in it waits for a line with
 * a sine.
 */
export interface RuleIndex {
  readonly ready: Map<string, Action[]>;
  waiting: readonly (Pick<Action, 'rule' | 'needs' | 'place'> & { readonly source: string })[];
  /** What `groundOf` worked out, by the kinds of nodes and the features of a line. */
  readonly grounds: Map<string, ActionsByRule>;
}

const ANYWHERE = '*';

/** Prepares rules for `missteps`. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const ready = new Map<string, Action[]>();
  let place = 0;
  const waiting = rules.flatMap(rule =>
    rule.wrong.flatMap(wrong => {
      place++;
      if (typeof wrong === 'string') return [{ rule, source: wrong, needs: needsOf(wrong), place }];
      add(ready, ANYWHERE, { rule, pattern: null, rewrite: wrong, particular: 3, needs: [], place });
      return [];
    }),
  );
  return { ready, waiting, grounds: new Map() };
}

function add(index: Map<string, Action[]>, key: string, action: Action): void {
  const list = index.get(key);
  if (list) list.push(action);
  else index.set(key, [action]);
}

/** Names and signs without which a line cannot match the pattern. */
function needsOf(source: string): readonly string[] {
  const left = source.split('→')[0] ?? '';
  const names: readonly string[] = left.match(/[a-z]{3,}|∫|d\/dx|[%=<>]/g) ?? [];
  return names.map(name => (name === '>' ? '<' : name)).filter(name => name !== 'pi');
}

/** What a line has of such names and signs. */
function featuresOf(whole: Expr | Statement): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node } of places(whole)) {
    if (node.kind === 'call') found.add(node.fn);
    else if (node.kind === 'derivative') found.add('d/dx');
    else if (node.kind === 'integral') found.add('∫');
    else if (node.kind === 'percent') found.add('%');
  }
  if (found.has('ln')) found.add('log');
  if (isStatement(whole)) for (const sign of signsOf(whole)) found.add(sign);
  return found;
}

function signsOf(statement: Statement): readonly string[] {
  if (statement.kind === 'or' || statement.kind === 'and') return statement.parts.flatMap(signsOf);
  return statement.kind === 'chain' ? statement.relations.map(relation => (relation === '=' ? '=' : '<')) : [];
}

/** Reads the patterns that a line with these features can match. Throws when one does not parse. */
function prepare(index: RuleIndex, features: ReadonlySet<string>): void {
  const fits = ({ needs }: RuleIndex['waiting'][number]): boolean => needs.every(name => features.has(name));
  const wanted = index.waiting.filter(fits);
  if (wanted.length === 0) return;
  index.waiting = index.waiting.filter(entry => !fits(entry));
  for (const { rule, source, needs, place } of wanted) {
    const pattern = compile(source);
    add(index.ready, keyOf(pattern.left), { rule, pattern, rewrite: null, particular: literalSize(source), needs, place });
  }
  for (const actions of index.ready.values()) actions.sort((a, b) => a.place - b.place);
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
  prepare(index, featuresOf(whole));
  for (const spot of spotsIn(whole)) {
    for (const key of [keyOf(spot.node), ANYWHERE]) for (const action of index.ready.get(key) ?? NO_ACTIONS) yield* fired(action, spot);
  }
}

function* spotsIn(whole: Expr | Statement): Generator<Spot> {
  if (isStatement(whole)) yield { node: whole, depth: 0, put: by => by };
  yield* everyPlace(places(whole)) as Generator<Spot>;
}

/** A place for a term, or for the whole statement. */
type Spot = Omit<Place, 'node' | 'put'> & {
  readonly node: Expr | Statement;
  readonly put: (by: never) => Expr | Statement;
};

const DEEPEST_OPENING = 3;

/** A line with the rules that may fire somewhere in it, laid out so that one rule can be tried without the others. */
export interface Ground {
  readonly rules: readonly Rule[];
  /** The wrong lines that this rule makes of it. */
  readonly fire: (rule: Rule) => readonly Misstep[];
}

/** Prepares a line for trying single rules on it. */
export function groundOf(whole: Expr | Statement, index: RuleIndex): Ground {
  const features = featuresOf(whole);
  prepare(index, features);
  const spots = [...spotsIn(whole)].map(spot => ({ spot, key: keyOf(spot.node) }));
  const actions = actionsFor([...new Set(spots.map(({ key }) => key))].sort(), features, index);
  const fire = (rule: Rule): Misstep[] => {
    const own = actions.get(rule);
    const found: Misstep[] = [];
    if (!own) return found;
    const anywhere = own.get(ANYWHERE);
    for (const { spot, key } of spots) {
      for (const action of own.get(key) ?? NO_ACTIONS) fireAt(action, spot, found);
      if (anywhere) for (const action of anywhere) fireAt(action, spot, found);
    }
    return found;
  };
  return { rules: [...actions.keys()], fire };
}

const NO_ACTIONS: readonly Action[] = [];

type ActionsByRule = ReadonlyMap<Rule, ReadonlyMap<string, readonly Action[]>>;

/** The rules that can fire at some of these kinds of nodes in a line with these features, and what each does at which. The same whatever other lines were read before. */
function actionsFor(keys: readonly string[], features: ReadonlySet<string>, index: RuleIndex): ActionsByRule {
  const name = `${keys.join()} ${[...features].sort().join()}`;
  const known = index.grounds.get(name);
  if (known) return known;
  const actions = new Map<Rule, Map<string, Action[]>>();
  for (const key of [...keys, ANYWHERE]) {
    for (const action of index.ready.get(key) ?? []) {
      if (!action.needs.every(need => features.has(need))) continue;
      const own = actions.get(action.rule) ?? new Map<string, Action[]>();
      actions.set(action.rule, own);
      add(own, key, action);
    }
  }
  if (index.grounds.size < MOST_GROUNDS) index.grounds.set(name, actions);
  return actions;
}

/** Kinds of lines that are remembered: far more than school mathematics has. */
const MOST_GROUNDS = 5000;

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

function* fired(action: Action, spot: Spot): Generator<Misstep> {
  for (const found of rewritings(action, spot.node)) yield misstepOf(action, spot, found);
}

/** Adds the wrong lines that an action makes at a place. */
function fireAt(action: Action, spot: Spot, missteps: Misstep[]): void {
  for (const found of rewritings(action, spot.node)) missteps.push(misstepOf(action, spot, found));
}

function misstepOf({ rule, particular }: Action, { put, depth }: Spot, { site, change }: Found): Misstep {
  const putBy = put as (by: Expr | Statement) => Expr | Statement;
  return { rule, line: putBy(change.wrong), right: change.right ? putBy(change.right) : null, site, change, particular, depth };
}

interface Found {
  readonly site: Expr | Statement;
  readonly change: Rewriting;
}

function rewritings(action: Action, node: Expr | Statement): readonly Found[] {
  if (action.rewrite) {
    const changes = action.rewrite(node);
    return changes.length === 0 ? NONE : changes.map(change => ({ site: node, change }));
  }
  const { pattern, rule } = action;
  if (!pattern) return NONE;
  const found = matches(pattern.left, node, rule.ordered === true);
  if (found.length === 0) return NONE;
  return found.map(match => {
    const wrong = fill(pattern.right, match.terms);
    const right = rule.right === undefined ? null : fill(template(rule.right), match.terms);
    const [site, around] = siteOf(node, match);
    return { site, change: { wrong: around(wrong), ...(right && { right: around(right) }), terms: match.terms } };
  });
}

const NONE: readonly Found[] = [];

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
