import { num, relation, sym } from '../math/build.ts';
import { expressionsOf, someNode, substitute } from '../math/decide/free.ts';
import { type Expr, NOWHERE, type SetExpr, type Statement } from '../math/expr.ts';
import { parseExpression } from '../math/parse.ts';
import { mapExpr } from '../math/tree.ts';
import type { Claim, Solution } from '../solution/solution.ts';
import type { Decider } from './decide.ts';
import { asValues } from './enumerated.ts';
import { impliedBy, namedPolynomial } from './implied.ts';
import type { Judged } from './judged.ts';
import { type FunctionRule, isClosed, lettersIn, mapSides, namedCall, withFunctions } from './letters.ts';
import { remembered } from './memo.ts';
import { givensOf, statedExpression, type TaskKind, taskOf } from './task.ts';

/** An equation, inequality or system that stands above, with function formulas put in. `step` is -1 for the problem's own. */
export interface Fact {
  readonly statement: Statement;
  readonly claim: Claim;
  readonly step: number;
  readonly letters: readonly string[];
  /** Facts of one root say the same. */
  readonly root: number;
}

/** A value that a letter was given. `defined`: by `A = 3 + 4` where A was new; otherwise found by solving. */
export interface Value {
  readonly value: Expr;
  readonly step: number;
  readonly defined: boolean;
}

/** The expression that a line beginning with `=` goes on from. */
export interface Current {
  readonly expr: Expr;
  readonly claim: Claim;
  readonly step: number;
  /** True when the line was a bare expression, or went on from one. */
  readonly bare: boolean;
}

/** An inequality, and the step that says it; -1 for the problem. */
export interface Bound {
  readonly statement: Statement;
  readonly step: number;
}

/** What is known at a place in the solution. Grows as the steps are judged, in order. */
export interface Scene {
  readonly solution: Solution;
  readonly task: TaskKind;
  readonly decider: Decider;
  readonly facts: Fact[];
  readonly values: Map<string, Value>;
  readonly conflicting: Set<string>;
  readonly functions: Map<string, FunctionRule>;
  /** Letters that stand somewhere as `x_0` or `x_{n+1}`: numbered, they are steps on a way and no solutions. */
  readonly iterated: ReadonlySet<string>;
  /** Names that stand somewhere as `f(x) = …`: alone they are no numbers. */
  readonly applied: ReadonlySet<string>;
  /** Printed values of results that were rounded. */
  readonly rounded: Set<string>;
  /** Conditions on the letters that hold for all lines from here on: `x ≠ 1`. */
  conditions: readonly Statement[];
  /** What the problem and the lines so far say of the size of the letters: `x < 2`. Expressions may be rewritten for these values only. */
  readonly bounds: Bound[];
  /** Claims that no line goes on from. */
  readonly asides: Set<Claim>;
  /** A line above says which values of the letter are looked at. */
  inCases: boolean;
  /** Numbers of facts at which the work turned to another of several values of a letter: what was said of one of them does not hold for the next. */
  readonly turns: number[];
  current: Current | null;
  /** What the work may go back to behind calculations beside it: the expressions before them, the nearest first. */
  aside: readonly Current[];
  /** Number of facts known when a line could last not be read: what comes later may rest on it. */
  gap: number;
  /** First mistaken step so far. */
  mistake: number | null;
}

export function openScene(solution: Solution, decider: Decider): Scene {
  const scene: Scene = {
    solution,
    task: taskOf(solution),
    decider,
    facts: [],
    values: new Map(),
    conflicting: new Set(),
    functions: new Map(),
    applied: namesIn(solution, APPLIED),
    iterated: namesIn(solution, ITERATED),
    rounded: new Set(),
    conditions: solution.conditions ?? [],
    bounds: [],
    asides: new Set(),
    inCases: false,
    turns: [],
    current: null,
    aside: [],
    gap: -1,
    mistake: null,
  };
  const stated = givensOf(solution);
  const samples = stated.filter(({ under, statement }) => under !== undefined && isEquation(under) && isValue(statement));
  const givens = stated.filter(given => !samples.some(sample => sample === given || sample.under === given.statement));
  for (const given of givens)
    if (!isPlace(solution, given) && (given.statement === null || given.setting === 'display' || isRelation(given.statement)))
      note(scene, given, -1);
  for (const implied of impliedBy(solution)) note(scene, implied, -1);
  const polynomial = namedPolynomial(solution);
  if (polynomial) scene.functions.set(polynomial.name, { variables: ['x'], body: polynomial.body });
  if (givens.filter(given => isOpenExpression(given.statement)).length > 1) scene.current = null;
  const expr = scene.current === null ? statedExpression(solution.problem) : null;
  if (expr) scene.current = { expr, claim: problemClaim(solution, expr), step: -1, bare: true };
  return scene;
}

/** 'the tangent at x = 9', 'about x = 1': where the problem looks, and no equation to go on from. */
const isPlace = ({ problem, problemRange }: Solution, { condition, range }: Claim): boolean =>
  condition !== undefined && /\b(?:at|near|around|about)[\s$]*$/i.test(problem.slice(0, Math.max(0, range.start - problemRange.start)));

const namesIn = ({ problem, steps }: Solution, names: (text: string) => readonly string[]): ReadonlySet<string> =>
  new Set([names(problem), ...steps.map(({ text }) => names(text))].flat());

const namesBy = (pattern: RegExp) => remembered(text => [...text.matchAll(pattern)].map(([, name = '']) => name));

const ITERATED = namesBy(/(?<![a-zA-Z\\])([a-zA-Z])(?:_\{?(?:0|[nki](?![a-z]))|₀|ₙ)/g);
const APPLIED = namesBy(/(?<![a-zA-Z\\_])([a-zA-Z])\(([a-z])\)\s*=(?=[^=]*\2)/g);

/** `y = 18`; 'when x = 4' behind it makes it one pair of values of many. */
const isValue = (statement: Statement | null): boolean =>
  statement?.kind === 'chain' && statement.sides[0]?.kind === 'symbol' && statement.sides.slice(1).every(isClosed);

const isOpenExpression = (statement: Statement | null): boolean =>
  statement?.kind === 'chain' && statement.sides.length === 1 && lettersIn(statement).length > 0;

/** The expression that the problem states, as what the first line goes on from. */
const problemClaim = ({ problem, problemRange }: Solution, expr: Expr): Claim => ({
  text: problem,
  range: problemRange,
  statement: { kind: 'chain', sides: [expr], relations: [], span: problemRange },
  problems: [],
  link: 'given',
  setting: 'display',
});

const isRelation = (statement: Statement | null): boolean =>
  statement !== null && (statement.kind !== 'chain' || statement.sides.length > 1) && lettersIn(statement).length > 0;

/** Adds what a claim says to what is known. A relation without letters is worth keeping when it stands in the problem or follows: `0 = 5`. */
export function note(scene: Scene, claim: Claim, step: number, judged: Judged | null = null): void {
  const statement = claim.statement && settled(scene, claim.statement);
  if (statement === null) {
    if (claim.setting === 'display' || claim.text.split('\n').some(line => line.includes('=') && /[a-zA-Z]/.test(line)))
      scene.gap = scene.facts.length;
    const tail = step >= 0 ? behindDots(scene, claim, step) : null;
    if (tail) scene.current = tail;
    return;
  }
  noteTurn(scene, statement);
  if (isOrder(statement)) scene.bounds.push({ statement, step });
  if (statement.kind === 'chain') noteChain(scene, statement, claim, step);
  if (claim.statement) noteNumbered(scene, claim.statement, step);
  const letters = lettersIn(statement);
  if (letters.some(letter => scene.applied.has(letter))) return;
  if (statement.kind === 'chain' && statement.sides.length < 2) return;
  if (scene.asides.has(claim)) return;
  if (letters.length > 0 && isRestriction(statement) && scene.facts.some(fact => !isRestriction(fact.statement))) {
    scene.conditions = [...scene.conditions, statement];
    return;
  }
  if (step >= 0 && scene.facts.some(fact => limits(fact.statement, statement))) {
    scene.inCases = true;
    return;
  }
  if (letters.length === 0 && judged?.verdict.kind !== 'follows' && step >= 0) return;
  if (judged?.verdict.kind === 'holds' && isIdentity(scene, statement)) return;
  if (step >= 0 && isIdentity(scene, statement) && scene.facts.some(fact => !isIdentity(scene, fact.statement))) return;
  scene.facts.push({
    statement: withoutBound(statement),
    claim,
    step,
    letters,
    root: judged?.root ?? scene.facts.length,
  });
}

/** `k² + 2k + 1` at the end of `1 + 3 + … + (2k + 1) = k² + 2k + 1`: what the next line goes on from, though the terms that the dots leave out are not known. */
function behindDots({ solution }: Scene, claim: Claim, step: number): Current | null {
  const { text, range } = solution.steps[step] ?? { text: '', range: claim.range };
  const tail = /(?:…|\.\.\.|\\[cl]?dots)[^=…]*=([^=…]+?)[.$\s]*$/.exec(text)?.[1]?.trim();
  const { expr, problems } = tail === undefined ? { expr: null, problems: [] } : parseExpression(tail);
  if (!expr || tail === undefined || problems.length > 0 || isClosed(expr)) return null;
  const statement: Statement = { kind: 'chain', sides: [expr], relations: [], span: range };
  return { expr, claim: { ...claim, text: tail, range, statement, problems: [], link: 'given' }, step, bare: true };
}

/** `λ = 2` where λ has several values: the work turns to one of them. */
export function noteTurn(scene: Scene, statement: Statement): void {
  const [letter, value, ...more] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  if (letter?.kind !== 'symbol' || !value || !isClosed(value) || more.length > 0) return;
  const several = scene.facts.some(fact => fact.statement.kind === 'or' && fact.letters.join() === letter.name);
  if (several || scene.conflicting.has(letter.name)) scene.turns.push(scene.facts.length);
}

/** The facts that still hold: those of values of a letter that the work has turned away from are left out. */
export function standing({ facts, turns }: Scene): readonly Fact[] {
  const [first, last] = [turns[0], turns.at(-1)];
  return first === undefined || last === undefined ? facts : [...facts.slice(0, first), ...facts.slice(last)];
}

/** `t = 2^x > 0`: what the letter stands for, without what is said of its sign. */
function withoutBound(statement: Statement): Statement {
  const [name, meaning] = statement.kind === 'chain' && /^=,[<>≤≥]$/.test(statement.relations.join()) ? statement.sides : [];
  if (statement.kind !== 'chain' || name?.kind !== 'symbol' || !meaning || isClosed(meaning)) return statement;
  return { ...statement, sides: [name, meaning], relations: ['='] };
}

/** Both of its ends are the same for all values: it says nothing of the letters. */
export function isIdentity({ decider }: Scene, statement: Statement): boolean {
  const [first, last] = statement.kind === 'chain' && isEquation(statement) ? [statement.sides[0], statement.sides.at(-1)] : [];
  return (
    first !== undefined && last !== undefined && !isClosed(first) && !isClosed(last) && decider.expressions(first, last).kind === 'same'
  );
}

/** An inequality with a letter, or several at once. */
const isOrder = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.length > 0 && statement.relations.every(relation => '<>≤≥'.includes(relation)) && lettersIn(statement).length > 0
    : statement.kind === 'and' && statement.parts.every(isOrder);

/** So many expressions are kept that the work may go back to. */
const MOST_ASIDE = 3;

/** `x ≠ 1`, `x ∉ {1, 2}`: what the letters may not be. */
export function isRestriction(statement: Statement): boolean {
  if (statement.kind === 'and' || statement.kind === 'or') return statement.parts.every(isRestriction);
  if (statement.kind === 'member') return statement.negated;
  return statement.kind === 'chain' && statement.relations.length > 0 && statement.relations.every(relation => relation === '≠');
}

/** An inequality under an equation that is not defined everywhere or falls into cases: it only says what the letter may be. */
export function limits(from: Statement, to: Statement): boolean {
  const partial = (node: Expr): boolean =>
    (node.kind === 'call' && !isClosed(node)) || (node.kind === 'quotient' && lettersIn(node.den).length > 0);
  return to.kind === 'chain' && isOrder(to) && isEquation(from) && expressionsOf(from).some(side => someNode(side, partial));
}

/** Relations of equality alone, side by side. */
export const isEquation = (statement: Statement): boolean =>
  statement.kind === 'chain'
    ? statement.relations.every(link => link === '=')
    : (statement.kind === 'or' || statement.kind === 'and') && statement.parts.every(isEquation);

function noteChain(scene: Scene, chain: Statement & { kind: 'chain' }, claim: Claim, step: number): void {
  const [first, second] = chain.sides;
  const last = chain.sides.at(-1);
  if (!first || !last) return;
  const continuing = isContinuing(scene, claim) && scene.current?.bare === true;
  const calculates = chain.sides.length > 1 && !continuing && chain.sides.every(isClosed);
  if (calculates && scene.current) scene.aside = [scene.current, ...scene.aside].slice(0, MOST_ASIDE);
  else if (!chain.sides.every(isClosed)) scene.aside = [];
  if (/^\s*d[a-z]\s*=/.test(claim.text)) scene.current = null;
  else if (step >= 0 || scene.task === 'expression')
    scene.current = { expr: last, claim, step, bare: chain.sides.length === 1 || continuing };
  if (!second || chain.relations.some(relation => relation !== '=' && relation !== '≈')) return;
  if (first.kind === 'symbol' && isClosed(last))
    noteValue(
      scene,
      first.name,
      last,
      step,
      chain.sides.slice(1).some(side => !isLiteral(side)),
    );
  noteFunction(scene, first, chain.sides.slice(1));
}

/** A number as it stands, with its sign. */
export const isLiteral = (side: Expr): boolean => side.kind === 'number' || (side.kind === 'negate' && isLiteral(side.arg));

/** `x_1 = 5, x_2 = -2`: what the numbered solutions are. */
function noteNumbered(scene: Scene, statement: Statement, step: number): void {
  if (statement.kind === 'and' || statement.kind === 'or') for (const part of statement.parts) noteNumbered(scene, part, step);
  const [name, ...sides] = statement.kind === 'chain' && statement.relations.every(link => link === '=') ? statement.sides : [];
  const value = sides.at(-1);
  if (name?.kind === 'symbol' && /_\{?\d\}?$/.test(name.name) && value && isClosed(value) && !scene.values.has(name.name))
    scene.values.set(name.name, { value, step, defined: true });
}

/** A letter with two different values is bound to neither. */
function noteValue(scene: Scene, letter: string, value: Expr, step: number, calculated: boolean): void {
  const before = scene.values.get(letter);
  if (before && scene.decider.expressions(before.value, value).kind !== 'same') {
    scene.values.delete(letter);
    scene.conflicting.add(letter);
  } else if (!before && !scene.conflicting.has(letter)) {
    const known = value.kind === 'matrix' || (value.kind === 'list' && value.form === 'tuple');
    const defined = known || (calculated && step >= 0 && !scene.facts.some(fact => fact.letters.includes(letter)));
    scene.values.set(letter, { value, step, defined });
  }
}

/** The first formula given for `f(x)`, `f'(x)`, or for `y` in one letter, is what the name means from there on. */
function noteFunction(scene: Scene, head: Expr, sides: readonly Expr[]): void {
  const body = sides.at(-1);
  const name = functionHead(head);
  if (!name || !body || scene.functions.has(name.key) || isPiecewise(scene, name.key)) return;
  const letters = lettersIn(body);
  const variables = name.variables ?? letters;
  const own = letters.every(letter => letter !== name.key);
  const several = variables.length > 1 && (head.kind === 'call' || /partial|∂/i.test(scene.solution.problem)) && variables.length < 4;
  if (
    own &&
    !letters.some(letter => scene.applied.has(letter)) &&
    (several || (variables.length === 1 && letters.includes(variables[0] ?? '')))
  ) {
    scene.functions.set(name.key, { variables, body: withFunctions(body, scene.functions) });
  }
}

/** `f(x) = x² for x ≤ 1 and f(x) = 2x for x > 1`: the problem gives several formulas for one name. */
const isPiecewise = ({ solution }: Scene, name: string): boolean =>
  /^[a-zA-Z]$/.test(name) &&
  ((solution.problem.match(new RegExp(`(?<![a-zA-Z\\\\])${name}\\s*\\([a-z]\\)\\s*=`, 'g'))?.length ?? 0) > 1 ||
    (solution.problem.match(/\b(?:if|for|when)\s+\$?[^,.;=]{0,16}?(?:[<>≤≥]|\\[lg]e)/g)?.length ?? 0) > 1);

/** `f(x)` → f of x, `f'(x)` → f' of x, `dy/dx` → y' of x, `y` → y of whatever its formula holds. */
export function functionHead(head: Expr): { key: string; variables: readonly string[] | null } | null {
  if (head.kind === 'symbol') return { key: head.name, variables: null };
  if (head.kind === 'derivative' && head.body.kind === 'symbol' && !head.partial) {
    return { key: head.body.name + "'".repeat(head.order), variables: [head.variable] };
  }
  const called = namedCall(head);
  if (!called || head.kind !== 'call') return null;
  const variables = head.args.map(arg => (arg.kind === 'symbol' ? arg.name : null));
  return variables.every(v => v !== null) ? { key: called.name + "'".repeat(called.primes), variables } : null;
}

const lettersOfFacts = new WeakMap<readonly Fact[], { readonly count: number; readonly letters: ReadonlySet<string> }>();

/** The letters of all facts so far, in order. Facts are only ever added. */
function knownLetters({ facts, applied }: Scene): ReadonlySet<string> {
  const before = lettersOfFacts.get(facts);
  if (before?.count === facts.length) return before.letters;
  const letters = new Set(facts.flatMap(fact => fact.letters).filter(letter => !applied.has(letter)));
  lettersOfFacts.set(facts, { count: facts.length, letters });
  return letters;
}

/** The statement of a claim with the formulas of known functions put in, and `x_1 = 2, x_2 = 3` read as the solutions of x. */
export function settled(scene: Scene, written: Statement): Statement {
  const statement = unnamedSolutions(scene, written);
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

/** `$30 = 15p` as `30 = 15p`: dollars count as one where they are the only unit beside letters. */
function withoutDollars(statement: Statement): Statement {
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

/** `(2, 5]` or `{1, 4}` alone on a line, where one letter is solved for: what its values are. */
export function asSolutionSet(scene: Scene, chain: Statement & { kind: 'chain' }): Statement | null {
  const [side, ...others] = chain.sides;
  const isSet = side?.kind === 'interval' || (side?.kind === 'list' && side.form === 'set');
  if (scene.task !== 'equation' || !isSet || others.length > 0) return null;
  const [letter, ...more] = knownLetters(scene);
  if (letter === undefined || more.length > 0) return null;
  return { kind: 'member', element: sym(letter), set: side, negated: false, span: chain.span };
}

/** `h(q - 1)` where h is a letter above: a product. */
function asFactors(side: Expr, known: ReadonlySet<string>): Expr {
  return mapExpr(side, node => {
    const [arg, ...others] = node.kind === 'call' && known.has(node.fn) ? node.args : [];
    return node.kind === 'call' && arg && others.length === 0
      ? { kind: 'product', factors: [{ kind: 'symbol', name: node.fn, span: node.span }, arg], implicit: true, span: node.span }
      : node;
  });
}

/** `L = {2, 3}`, `S = [1, 4)`: a set with a name of its own says what the letters solved for are. */
function asSolutions(scene: Scene, written: Statement): Statement {
  const statement = openSolutions(scene, written);
  if (statement.kind !== 'member' || statement.element.kind !== 'symbol' || !/^[A-Z]$/.test(statement.element.name)) return statement;
  const { element, set } = statement;
  const known = [...knownLetters(scene)].sort();
  if (known.includes(element.name)) return statement;
  const solved = scene.facts.flatMap(fact => solvedFor(fact.statement) ?? []);
  const asked = new Set(scene.facts.filter(({ step }) => step < 0).flatMap(({ letters }) => letters));
  const letter = known.length === 1 ? known[0] : asked.size === 1 ? [...asked][0] : solved.at(-1);
  const points = set.kind === 'list' ? set.items.filter(item => item.kind === 'list' && item.items.length === known.length) : [];
  if (set.kind === 'list' && points.length > 0 && points.length === set.items.length) {
    const place: Expr = { kind: 'list', form: 'tuple', items: known.map(sym), span: NOWHERE };
    return { kind: 'or', parts: points.map(point => relation(place, '=', point)), span: statement.span };
  }
  if (letter === undefined && known.length === 0 && scene.task === 'equation' && (set.kind === 'empty' || set.kind === 'reals'))
    return { kind: 'truth', value: set.kind === 'reals', span: statement.span };
  return letter === undefined ? statement : { ...statement, element: { ...element, name: letter } };
}

/** The letter that a line gives values to, in each of its alternatives. */
function solvedFor(statement: Statement): string | null {
  if (statement.kind === 'or') {
    const [first, ...others] = new Set(statement.parts.map(solvedFor));
    return others.length === 0 ? (first ?? null) : null;
  }
  return statement.kind === 'chain' && statement.sides[0]?.kind === 'symbol' ? statement.sides[0].name : null;
}

/** `L = (1, 3)` under an inequality: an open interval of solutions, and no point. */
function openSolutions(scene: Scene, statement: Statement): Statement {
  const [name, side] = statement.kind === 'chain' && statement.relations.join() === '=' ? statement.sides : [];
  const isNamed = scene.task === 'equation' && name?.kind === 'symbol' && name.name === 'L' && knownLetters(scene).size === 1;
  const set = isNamed && side?.kind === 'list' ? solutionSetIn(scene, side) : null;
  return name && set?.kind === 'interval' ? { kind: 'member', element: name, set, negated: false, span: statement.span } : statement;
}

/** `{1, 2}` or `(2, ∞)` under an equation or inequality in one letter: the values of that letter. */
function unnamedSolutions(scene: Scene, statement: Statement): Statement {
  if (scene.task !== 'equation' || statement.kind !== 'chain' || statement.sides.length > 1) return statement;
  const letters = knownLetters(scene);
  const [letter] = letters;
  if (letters.size !== 1 || letter === undefined) return statement;
  const set = solutionSetIn(scene, statement.sides[0]);
  return set
    ? { kind: 'member', element: { kind: 'symbol', name: letter, span: set.span }, set, negated: false, span: statement.span }
    : statement;
}

/** A set in braces or an interval; a pair in round brackets is an interval under an inequality. */
function solutionSetIn(scene: Scene, side: Expr | undefined): SetExpr | null {
  if (side?.kind === 'interval' || (side?.kind === 'list' && side.form === 'set')) return side;
  const [lower, upper] = side?.kind === 'list' && side.form === 'tuple' && side.items.length === 2 ? side.items : [];
  const ordered = scene.facts.some(
    ({ statement }) => statement.kind === 'chain' && statement.relations.some(relation => /[<>≤≥]/.test(relation)),
  );
  if (!side || !lower || !upper || !ordered) return null;
  return { kind: 'interval', lower, upper, lowerClosed: false, upperClosed: false, span: side.span };
}

/** `x ≈ 3.33` says x = 3.33 as far as it was rounded. */
function exactly(statement: Statement): Statement {
  if (statement.kind === 'or' || statement.kind === 'and') return { ...statement, parts: statement.parts.map(exactly) };
  if (statement.kind !== 'chain' || !statement.relations.includes('≈')) return statement;
  return { ...statement, relations: statement.relations.map(relation => (relation === '≈' ? '=' : relation)) };
}

const renamedSide = (side: Expr, names: ReadonlyMap<string, string>): Expr =>
  [...names].reduce((result, [from, to]) => substitute(result, from, { kind: 'symbol', name: to, span: NOWHERE }), side);

/** The claim goes on from the line right above it: it opens with a relation, and nothing but marks stands between the two. */
export function isContinuing({ solution, current }: Scene, claim: Claim): boolean {
  if (claim.link !== 'continues' || current === null || !/^[\s&]*(?:[=≈]|\\approx)/.test(claim.text)) return false;
  const end = current.claim.range.end;
  let between = '';
  const own = solution.steps[current.step];
  if (own && PART.test(own.text.slice(0, Math.max(0, current.claim.range.start - own.range.start)))) return false;
  for (const { range, text } of solution.steps.slice(Math.max(0, current.step))) {
    if (range.start > claim.range.start) break;
    if (range.end > end) between += text.slice(Math.max(0, end - range.start), Math.max(0, claim.range.start - range.start));
  }
  return !/\p{L}{2}|\d/u.test(between.replace(/\\[a-zA-Z]+/g, ''));
}

/** 'numerator:', 'right side:': what is worked out is a part, and the next line need not go on from it. */
const PART =
  /\b(?:numerators?|denominators?|top|bottom|parts?|left|right|lhs|rhs|sides?|check|note|aside|inner|outer|first|second|then|base|height|inside|bracket|exponent|modulus|conjugate|product|sum|men|women|with|by)\b[^:.;=]{0,40}:[\s$]*$/i;
