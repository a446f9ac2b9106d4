import { expect, test } from 'vitest';
import { parseStatement, type ReadOptions } from '../../src/math/parse.ts';
import { printLatex, printPlain } from '../../src/math/print.ts';
import { equalTrees } from '../../src/math/tree.ts';

/** A source and the canonical plain form it must read as. */
export type Case = readonly [source: string, printed: string];

/** Each source reads as the printed form says, and its LaTeX reads back as the same tree. */
export function check(title: string, cases: readonly Case[], options: ReadOptions = {}): void {
  test.each(cases.map(([source, printed]) => ({ source, printed })))(`${title}: $source`, ({ source, printed }) => {
    const { statement, problems } = parseStatement(source, options);
    expect(problems).toEqual([]);
    if (statement === null) throw new Error('not read');
    expect(printPlain(statement)).toBe(printed);
    const again = parseStatement(printLatex(statement)).statement;
    expect(again !== null && equalTrees(again, statement), printLatex(statement)).toBe(true);
  });
}

/** Each source is unreadable, and the problem says why, at the quoted place. */
export function checkUnread(cases: readonly (readonly [source: string, message: string, at: string])[]): void {
  test.each(cases.map(([source, message, at]) => ({ source, message, at })))('does not read: $source', ({ source, message, at }) => {
    const { statement, problems } = parseStatement(source);
    expect(statement).toBeNull();
    expect(problems[0]?.message).toBe(message);
    expect(source.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(at);
  });
}
