import { substitute } from '../../math/decide/free.ts';
import { evaluateExact } from '../../math/evaluate.ts';
import type { Expr, Statement } from '../../math/expr.ts';
import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import { lettersIn } from '../letters.ts';
import type { Scene } from '../scene.ts';
import { expressionIn, statementIn } from './text.ts';

const RULE =
  /(?<![\w)=])((?:y|[a-z]\([a-z]\))\s*=\s*[^,;:=?]*?[^,;:=?.\s])(?=\s*[,;:?]|\.(?!\d)|\s+(?:and|for|at|by|from|when|where|with)\b|\s*\(i+\)|\s*$)/g;

/** A table of values of the function that the problem gives: the first row that is not so. */
export function refutedTable({ solution }: Scene, problem: string): { readonly step: number; readonly witness: Witness } | null {
  const rules = [...problem.matchAll(RULE)].flatMap(([, text]) => ruleOf(statementIn(text)) ?? []);
  const [rule] = rules;
  if (!rule || rules.length > 1) return null;
  const rows = solution.steps.map(({ text }) => cellsOf(text));
  const across = rows.findIndex((cells, i) => isHead(cells, [rule.letter], 3) && isHead(rows[i + 1] ?? [], rule.heads, 3));
  if (across >= 0)
    return firstWrong(
      rule,
      (rows[across] ?? []).slice(1).map((x, i) => [across + 1, x, rows[across + 1]?.[i + 1] ?? '']),
    );
  const head = rows.findIndex(cells => cells.length === 2 && cells[0] === rule.letter && rule.heads.includes(cells[1] ?? ''));
  if (head < 0) return null;
  const below = rows.slice(head + 1);
  const end = below.findIndex(cells => cells.length !== 2 && !/^[-:|\s]*$/.test(cells.join('')));
  return firstWrong(
    rule,
    below.slice(0, end < 0 ? below.length : end).flatMap(([x = '', y = ''], i) => [[head + 1 + i, x, y] as const]),
  );
}

interface Rule {
  readonly letter: string;
  readonly body: Expr;
  /** What the column of values may be headed by. */
  readonly heads: readonly string[];
}

function ruleOf(statement: Statement | null): Rule | null {
  if (statement?.kind !== 'chain' || statement.sides.length !== 2) return null;
  const [head, body] = statement.sides;
  const letters = body ? lettersIn(body) : [];
  const [letter] = letters;
  if (!head || !body || letter === undefined || letters.length > 1) return null;
  const name = head.kind === 'symbol' ? head.name : null;
  return name === letter
    ? null
    : { letter, body, heads: name === null ? ['y', 'f', 'g', 'h'].flatMap(f => [f, `${f}(${letter})`]) : [name] };
}

/** The cells of a row that bars or tabs part. */
const cellsOf = (text: string): string[] =>
  /[|\t]/.test(text)
    ? text
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/[|\t]/)
        .map(cell => cell.replace(/[$*\s]/g, ''))
    : [];

const isHead = (cells: readonly string[], names: readonly string[], least: number): boolean =>
  cells.length >= least && names.includes(cells[0] ?? '');

function firstWrong({ letter, body }: Rule, rows: readonly (readonly [step: number, x: string, y: string])[]) {
  for (const [step, x, y] of rows) {
    const [at, written] = [expressionIn(x), expressionIn(y)];
    const [point, own] = [at && evaluateExact(at), written && evaluateExact(written)];
    const value = at && evaluateExact(substitute(body, letter, at));
    if (!value || !point || !own || !written) continue;
    const places = written.kind === 'number' ? (written.decimals ?? 0) : 0;
    const gap = Q.absolute(Q.subtract(value, own));
    const allowed = Q.isZero(gap) || (value.d !== 1n && Q.compare(gap, Q.rational(1n, 10n ** BigInt(places))) < 0);
    if (allowed) continue;
    const witness: Witness = {
      kind: 'computed',
      expression: `the value at ${letter} = ${Q.printRational(point)}`,
      value: Q.printRational(value),
      written: Q.printRational(own),
    };
    return { step, witness };
  }
  return null;
}
