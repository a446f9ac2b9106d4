/**
 * What a student can check with their own pencil. Every `wrong` verdict carries one. Values are plain printed mathematics.
 * - `values`: at these values of the letters, the two sides (or the line above and this line) differ.
 * - `computed`: the expression has this value, and the line says another.
 * - `lost` / `gained`: this solution of the line above does not satisfy this line, or the other way round.
 * - `domain`: at this value the expression is not defined, so the step is not allowed there.
 * - `repair`: with `instead` in place of `written`, the rest of the student's own chain gives the known answer; `also`, where a later step has to change too.
 * - `differs`: the answer found is not the known one.
 */
export type Witness =
  | { kind: 'values'; at: Record<string, string>; left: string; right: string }
  | { kind: 'computed'; expression: string; value: string; written: string }
  | { kind: 'lost'; variable: string; value: string; left: string; right: string }
  | { kind: 'gained'; variable: string; value: string; left: string; right: string }
  | { kind: 'domain'; at: Record<string, string>; expression: string }
  | { kind: 'repair'; written: string; instead: string; answer: string; also?: Instead | undefined }
  | { kind: 'differs'; found: string; known: string };

/** What stands in a step, and what should stand there. */
interface Instead {
  step: number;
  written: string;
  instead: string;
}
