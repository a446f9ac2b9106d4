import type { Statement } from '../expr.ts';
import type { Witness } from '../witness.ts';
import type { Disagreement } from './line.ts';
import { showApart, showNumber, showPoint, showRational, showValue } from './show.ts';
import { truthAt } from './truth.ts';

/** The letter along which statements without a letter of their own are compared; no student wrote it. */
export const FREE = 'x ';

/** The value of the letter where two statements disagree. */
export function showPlace(d: Disagreement): string {
  return d.root.exact ? showRational(d.root.exact) : showNumber(d.root.v);
}

/** A solution that one statement has and the other has not, with the two sides of the one it fails. */
export function describeDisagreement(d: Disagreement, from: Statement, to: Statement, letter: string): Witness {
  const failing = d.only === 'first' ? to : from;
  const [left, right] = sidesAt(failing, d);
  const others = [...d.at.exact.keys()].filter(name => name !== letter);
  const { [FREE]: _, ...at } = { ...showPoint(d.at), [letter]: showPlace(d) };
  if (others.length > 0) return { kind: 'values', at, left, right };
  return { kind: d.only === 'first' ? 'lost' : 'gained', variable: letter, value: showPlace(d), left, right };
}

/** The two sides of the first relation of a statement that does not hold at the place. */
function sidesAt(statement: Statement, d: Disagreement): [string, string] {
  if (statement.kind === 'and' || statement.kind === 'or') {
    const broken = statement.parts.find(part => truthAt(part, d.at) === false) ?? statement.parts[0];
    return broken ? sidesAt(broken, d) : ['', ''];
  }
  if (statement.kind === 'chain') {
    const k = statement.relations.findIndex((relation, i) => {
      const pair = { ...statement, sides: statement.sides.slice(i, i + 2), relations: [relation] };
      return truthAt(pair, d.at) === false;
    });
    const [l, r] = [statement.sides[Math.max(k, 0)], statement.sides[Math.max(k, 0) + 1]];
    return l && r ? [...showApart(l, r, d.at)] : ['', ''];
  }
  return statement.kind === 'member' ? [showValue(statement.element, d.at), ''] : ['', ''];
}
