import { someNode } from '../math/decide/free.ts';
import type { Expr, Statement } from '../math/expr.ts';
import { printPlain } from '../math/print.ts';
import { isStatement, mapExpr } from '../math/tree.ts';
import { antiderivative } from './antiderivative.ts';
import { chain, sum, writtenNumber } from './build.ts';
import { calculations } from './carry-values.ts';
import { substitute } from './open.ts';
import { lettersIn, sidesOf } from './sides.ts';
import { numberIn, tidy } from './tidy.ts';
import { hasLetter } from './walk.ts';
import { numberAs, type Style } from './working/numbers.ts';
import { isSolved, workOut } from './working/work.ts';

/** How a solution of one kind goes on. */
export interface Carry {
  /** What the line at this index is worked out from; null when it is given, or does not come from the line above alone. */
  readonly above: (step: number) => Expr | Statement | null;
  /** A wrong line in the form of the right one at this index. Null when it cannot be put so. */
  readonly shaped: (step: number, wrong: Expr | Statement) => Statement | null;
  /** The lines after a wrong line, worked out honestly from it; null when that cannot be done in the same style. */
  readonly onwards: (step: number, wrong: Statement) => readonly Statement[] | null;
}

/** The way to carry a mistake through lines of this kind, null for lines of no known kind. */
export function carriesFor(lines: readonly Statement[], style: Style): Carry | null {
  const [first] = lines;
  if (!first) return null;
  if (lines.every(isCalculation)) return calculations(lines, workedLike);
  if (lines.every(line => line.kind === 'chain' && line.sides.length === 1)) return rewriting(lines, style);
  if (lines.every(line => headOf(line) !== null)) return named(lines, style);
  return lines.every(line => line.kind !== 'chain' || line.sides.length > 1) ? solving(lines, style) : null;
}

function isCalculation(line: Statement): boolean {
  const sides = sidesOf(line, '=');
  return sides !== null && sides[0].kind !== 'number' && numberIn(sides[0]) !== null && writtenNumber(sides[1]) !== null;
}

/** Worked out where the right line was worked out; derivatives and integrals are carried out where the right line has none. */
function workedLike<T extends Expr | Statement>(wrong: T, right: T): T {
  if (printPlain(tidy(right)) === printPlain(right)) return tidy(wrong);
  return isStatement(wrong) || isStatement(right) || isOpen(right) ? wrong : (carriedOut(wrong) as T);
}

const isOpen = (expr: Expr): boolean => someNode(expr, node => node.kind === 'derivative' || node.kind === 'integral');

/** Every derivative and every integral without bounds in its place, worked out. One that cannot be stays. */
const carriedOut = (expr: Expr): Expr =>
  mapExpr(expr, node => {
    if (node.kind === 'derivative') return tidy(node);
    return node.kind === 'integral' && node.bounds === null ? tidy(antiderivative(node.body, node.variable) ?? node) : node;
  });

const rewriting = (lines: readonly Statement[], style: Style): Carry => ({
  above: step => onlySide(lines[step - 1]),
  shaped: (step, wrong) => {
    const right = onlySide(lines[step]);
    return right && !isStatement(wrong) ? chain([withConstant(workedLike(wrong, right), right)], []) : null;
  },
  onwards: (step, wrong) => (step === lines.length - 1 ? [] : workOut(wrong, style)),
});

const onlySide = (line: Statement | undefined): Expr | null =>
  line?.kind === 'chain' && line.sides.length === 1 ? (line.sides[0] ?? null) : null;

const CONSTANT = 'C';

function withConstant(wrong: Expr, right: Expr): Expr {
  if (!lettersIn(right).has(CONSTANT) || lettersIn(wrong).has(CONSTANT)) return wrong;
  return sum([wrong, { kind: 'symbol', name: CONSTANT, span: wrong.span }]);
}

/** What a line of the form `f(x) = …` or `A = …` names, where the name is not part of the work. */
function headOf(line: Statement): Expr | null {
  const [head, body] = sidesOf(line, '=') ?? [];
  if (!head || !body) return null;
  if (head.kind === 'call' && /^[a-zA-Z]'*$/.test(head.fn)) return head;
  return head.kind === 'symbol' && (!hasLetter(body) || head.name !== head.name.toLowerCase()) && !lettersIn(body).has(head.name)
    ? head
    : null;
}

/** Lines that name what they work out: `f(x) = …`, `f'(x) = …`, `f'(2) = …`, or `A = …` again and again. */
const named = (lines: readonly Statement[], style: Style): Carry => {
  const body = (line: Statement | undefined): Expr | null => (line && sidesOf(line, '=')?.[1]) ?? null;
  const head = (line: Statement | undefined): Expr | null => (line ? headOf(line) : null);
  const from = (before: Statement | undefined, name: Expr | null): Expr | null => {
    const [old, rule] = [head(before), body(before)];
    return old && rule && name ? broughtTo(old, rule, name) : null;
  };
  const [old, rule] = [head(lines[0]), body(lines[0])];
  /** `f(t + 2)` under the formula of f: the term itself, which the formula is yet to be put into. */
  const applied = (step: number): Expr | null => {
    const name = head(lines[step]);
    const [at] = name?.kind === 'call' && old?.kind === 'call' && name.fn === old.fn ? name.args : [];
    return step === 1 && at && at.kind !== 'symbol' && hasLetter(at) ? name : null;
  };
  const opened = (expr: Expr): Expr =>
    mapExpr(expr, node => {
      const [at, variable] = [node.kind === 'call' ? node.args[0] : undefined, old?.kind === 'call' ? old.args[0] : undefined];
      const known = node.kind === 'call' && old?.kind === 'call' && node.fn === old.fn && rule && at && variable?.kind === 'symbol';
      return known ? substitute(rule, variable.name, at) : node;
    });
  return {
    above: step => applied(step) ?? from(lines[step - 1], head(lines[step])),
    shaped: (step, wrong) => {
      const [name, right] = [head(lines[step]), body(lines[step])];
      return name && right && !isStatement(wrong) ? chain([name, workedLike(opened(wrong), right)], ['=']) : null;
    },
    onwards: (step, wrong) => {
      const rest: Statement[] = [];
      for (const line of lines.slice(step + 1)) {
        const [name, right] = [head(line), body(line)];
        const start = from(rest.at(-1) ?? wrong, name);
        if (!start || !name || !right) return null;
        const value = numberIn(right) === null ? null : numberIn(start);
        const next = chain([name, value && writtenNumber(right) ? numberAs(value, style) : workedLike(start, right)], ['=']);
        if (printPlain(next) !== printPlain(rest.at(-1) ?? wrong)) rest.push(next);
      }
      return rest;
    },
  };
};

/** What the next line's name stands for: the same again, the derivative, or the value at a place. */
function broughtTo(old: Expr, rule: Expr, name: Expr): Expr | null {
  if (printPlain(old) === printPlain(name)) return rule;
  if (old.kind !== 'call' || name.kind !== 'call') return null;
  const [variable, at] = [old.args[0], name.args[0]];
  if (variable?.kind !== 'symbol' || !at) return null;
  if (name.fn === `${old.fn}'` && printPlain(variable) === printPlain(at))
    return { kind: 'derivative', body: rule, variable: variable.name, order: 1, partial: false, span: rule.span };
  return name.fn === old.fn && !hasLetter(at) ? substitute(rule, variable.name, at) : null;
}

/** Equations, inequalities and systems solved line by line. */
const solving = (lines: readonly Statement[], style: Style): Carry => ({
  above: step => {
    const before = lines[step - 1];
    const [line] = lines.slice(step);
    if (!before || !line) return null;
    const [mine, theirs] = [[...lettersIn(line)].sort().join(), [...lettersIn(before)].sort().join()];
    return mine === theirs && before.kind !== 'and' ? before : null;
  },
  shaped: (step, wrong) => {
    const right = lines[step];
    if (!right || !isStatement(wrong) || wrong.kind === 'truth') return null;
    return workedLike(wrong, right);
  },
  onwards: (step, wrong) => {
    const rest = isSolved(wrong, style) ? [] : workOut(wrong, style);
    if (step === lines.length - 1) return rest ?? [];
    return rest && [...rest, ...putBack(lines, step, rest.at(-1) ?? wrong, style)];
  },
});

/** `x = 10 - y` above, and y found wrong: the value of x that comes of it. */
function putBack(lines: readonly Statement[], step: number, found: Statement, style: Style): Statement[] {
  const known = solvedFor(found);
  const result: Statement[] = [];
  const values = new Map(known ? [known] : []);
  for (const line of lines.slice(step + 1)) {
    const last = solvedFor(line);
    if (!last || values.has(last[0])) continue;
    const rule = lines
      .slice(0, step + 1)
      .findLast(other => other.kind === 'chain' && other.sides[0]?.kind === 'symbol' && other.sides[0].name === last[0]);
    const body = rule && sidesOf(rule, '=')?.[1];
    const value = body && numberIn([...values].reduce((so, [name, by]) => substitute(so, name, by), body));
    if (!value) continue;
    values.set(last[0], numberAs(value, style));
    result.push(chain([{ kind: 'symbol', name: last[0], span: line.span }, numberAs(value, style)], ['=']));
  }
  return result;
}

function solvedFor(line: Statement): [string, Expr] | null {
  const [left, right] = sidesOf(line, '=') ?? [];
  return left?.kind === 'symbol' && right && numberIn(right) ? [left.name, right] : null;
}
