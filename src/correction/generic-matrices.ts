import { num } from '../math/build.ts';
import { type Expr, NOWHERE } from '../math/expr.ts';
import type { Scene } from './scene.ts';

/** `A and B be invertible 3×3 matrices`, `square matrices A, B`: names of matrices of which nothing else is known. */
const NAMED =
  /((?:(?<![A-Za-z])[A-Z](?![A-Za-z])(?:, and |, | and | )?)+)(?:be|are|is|denote) (?:[a-z-]+ ){0,4}?(?:([\dn]) ?(?:×|x|by) ?[\dn][ -])?(?:[a-z-]+ ){0,3}?matri(?:x|ces)\b|\bmatri(?:x|ces) ((?:[A-Z](?![A-Za-z])(?:, and |, | and )?)+)/;

/** Words after which the product of two matrices may stand in either order, or their entries are known. */
const SPECIAL = /commut|diagonal|scalar|identity|symmetric|orthogonal|unit matrix|singular(?<!non-?singular)|idempotent|nilpotent|rank/i;

/** An equation that may tie the matrices to each other; one with another unknown in it does not. */
const tied = (problem: string, names: readonly string[]): boolean =>
  (problem.match(/[A-Z0-9^²⁻¹{}+\-−()\s]*=[A-Z0-9^²⁻¹{}+\-−()\s]*/g) ?? []).some(
    equation => !(equation.match(/[A-Z]/g) ?? []).some(letter => !names.includes(letter) && !/[IO]/.test(letter)),
  );

/** Entries for matrices of two rows that do not commute, and none of which has a determinant of 1, 0 or −1. */
const ENTRIES: readonly (readonly number[])[] = [
  [1, 2, 3, 8],
  [2, 1, 1, 3],
  [3, 5, 1, 4],
  [5, 3, 2, 4],
];

/** The matrices that a problem only names, each with numbers to try a line with; none where it says more of them. */
export function genericMatrices({ solution: { problem } }: Scene): ReadonlyMap<string, Expr> {
  const named = /matri/.test(problem) ? NAMED.exec(problem.replace(/\$/g, '').replace(/\\times/g, '×')) : null;
  const list = named?.[1] ?? named?.[3] ?? '';
  const told = problem.replace(/\b(?:Show|Prove|Verify|Simplify|Expand|Is|Check)\b.*$/s, '');
  const names = list.match(/[A-Z]/g) ?? [];
  if (!named || SPECIAL.test(told) || tied(told, names)) return new Map();
  const size = Number(named[2] ?? 2) || 2;
  if (size !== 2) return new Map();
  return new Map([...list.matchAll(/[A-Z]/g)].slice(0, ENTRIES.length).map(([name], i) => [name, square(ENTRIES[i] ?? [])]));
}

const square = (entries: readonly number[]): Expr => {
  const [a = 0, b = 0, c = 0, d = 0] = entries;
  return {
    kind: 'matrix',
    rows: [
      [num(a), num(b)],
      [num(c), num(d)],
    ],
    span: NOWHERE,
  };
};
