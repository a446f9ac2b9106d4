import { type Verdicts, verdictsOn } from '../correction/check.ts';
import { isMistake } from '../correction/judged.ts';
import type { Statement } from '../math/expr.ts';
import { parseStatement } from '../math/parse.ts';
import { printLatex, printPlain } from '../math/print.ts';
import { ruleById } from '../mistakes/catalogue.ts';
import { type PlantOptions, plantMistake } from '../mistakes/plant.ts';
import { type Worked, workedProblem } from '../mistakes/problems.ts';
import { seeded } from '../mistakes/seeded.ts';
import { readRow } from '../solution/read.ts';
import type { Solution } from '../solution/solution.ts';
import { misreadPlanter } from './plant-misread.ts';
import { storyPlanter } from './plant-story.ts';

/** A labelled solution: right up to `first_error`, wrong there by `mistake`, and worked out honestly from then on. -1: right throughout. */
export interface PlantedRow {
  readonly id: string;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly first_error: number;
  readonly category: string;
  readonly mistake: string | null;
  readonly explanation: string | null;
  readonly correct_steps: readonly string[];
  readonly reference_solution: readonly string[];
}

/** What planting changes in a row. */
export interface PlantedSteps {
  readonly steps: readonly string[];
  readonly step: number;
  readonly rule: string;
  readonly explanation: string;
}

export interface PlantingOptions extends PlantOptions {
  /** How often the mistake in a solution told in sentences is one in understanding, whose calculation holds. Default 0; a rule of that kind asks for it too. */
  readonly misread?: number;
}

/** So that the kind of the mistake is drawn apart from the mistake. */
const KIND_STREAM = 0x51ed;

/**
 * Plants one mistake in a right solution: one that the checker refutes at its line, or one in understanding where that is asked for. Null when nothing in its
 * lines can be read as mathematics, or no such mistake fits.
 * @param sure the solution is one of our own: nothing in its sentences is refuted.
 */
export function plantIn(id: string, worked: Worked, options: PlantingOptions, sure = false): PlantedRow | null {
  const plant = planterFor(worked, () => judgedSolution(worked, sure));
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const planted = plant({ ...options, seed: options.seed + draw * NEXT_DRAW });
    if (planted === null) return null;
    if (ruleById(planted.rule)?.tier !== 'story' && !isRefuted(worked, planted, sure)) continue;
    return {
      ...rightRow(id, worked),
      steps: planted.steps,
      first_error: planted.step,
      mistake: planted.rule,
      explanation: planted.explanation,
      correct_steps: worked.steps.slice(planted.step),
    };
  }
  return null;
}

const MOST_DRAWS = 4;
/** So that another draw has chances of its own. */
const NEXT_DRAW = 0x2f6e2b1;

/** The first mistake that the checker finds up to the planted line is that line. */
function isRefuted({ problem }: Worked, { steps, step }: PlantedSteps, sure: boolean): boolean {
  const { solution } = readRow({ id: '', problem, steps: steps.slice(0, step + 1) });
  const verdicts = verdictsOn(solution, { from: sure ? step : 0 });
  const first = (judged: Verdicts['steps']): number => judged.findIndex(({ verdict }) => isMistake(verdict));
  const byItself = first(verdicts.steps) === step;
  return step < steps.length - 1 || (sure && byItself) ? byItself : first(verdicts.asked()) === step;
}

/** A solution as it was read, and what the checker says of its steps. */
export interface JudgedSolution {
  readonly solution: Solution;
  readonly verdicts: Verdicts['steps'];
}

function judgedSolution({ problem, steps }: Worked, sure: boolean): JudgedSolution {
  const { solution } = readRow({ id: '', problem, steps });
  return { solution, verdicts: sure ? verdictsOn(solution, { from: steps.length }).steps : verdictsOn(solution).asked() };
}

/**
 * Prepares a right solution for planting: what is returned plants one mistake at each call, and gives null where none fits.
 * @param judged asked only where the lines are no bare mathematics.
 */
export function planterFor(worked: Worked, judged: () => JudgedSolution): (options: PlantingOptions) => PlantedSteps | null {
  const known = linesOf(worked.steps);
  let inStory: ReturnType<typeof storyPlanter> | null = null;
  let inWords: ReturnType<typeof misreadPlanter> | null = null;
  return ({ misread = 0, ...options }) => {
    const planted = known && plantInLines(worked, known, options);
    if (planted) return planted;
    const isOfWords = options.rule !== undefined && ruleById(options.rule)?.tier === 'story';
    if (isOfWords || seeded(options.seed + KIND_STREAM)() < misread) {
      inWords ??= misreadPlanter(judged());
      const told = inWords(options);
      if (told || isOfWords) return told;
    }
    inStory ??= storyPlanter(judged());
    return inStory(options);
  };
}

/** A line as it is written: what stands before and after its mathematics. */
interface Line {
  readonly statement: Statement;
  readonly open: string;
  readonly close: string;
  readonly latex: boolean;
}

const LINE = /^(\s*(?:\$\$?|\\\[|\\\()?\s*(?:=\s*)?)(.*?)(\s*(?:\$\$?|\\\]|\\\))?[.,;]?\s*)$/s;

/** All steps as lines of mathematics; null where one is not. */
function linesOf(steps: readonly string[]): readonly Line[] | null {
  const lines: Line[] = [];
  for (const step of steps) {
    const line = lineOf(step);
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

function lineOf(step: string): Line | null {
  const [, open = '', inside = '', close = ''] = LINE.exec(step) ?? [];
  if (/[a-z]{3,} +[a-z]{2,}/i.test(inside.replace(/\\[a-zA-Z]+|\b(?:or|and)\b/g, ''))) return null;
  const { statement } = parseStatement(inside);
  return statement && { statement, open, close, latex: /[$\\]/.test(step) };
}

/** Every step is one line of mathematics. */
function plantInLines({ problem, steps }: Worked, known: readonly Line[], options: PlantOptions): PlantedSteps | null {
  const angle = /°|\\circ|degrees/.test(problem) ? ('degrees' as const) : undefined;
  const planted = plantMistake(
    known.map(({ statement }) => statement),
    { ...options, ...(angle ? { angle } : {}) },
  );
  if (planted === null) return null;
  const last = known.at(-1);
  const shown = planted.lines.map((line, i) => {
    const like = known[i] ?? last;
    if (i < planted.step || !like) return steps[i] ?? '';
    return `${like.open}${like.latex ? printLatex(line) : printPlain(line)}${like.close}`;
  });
  return { steps: shown, step: planted.step, rule: planted.rule, explanation: planted.explanation };
}

/** The same solution with nothing planted in it. */
export function rightRow(id: string, { topic, problem, steps }: Worked): PlantedRow {
  return {
    id,
    problem,
    steps,
    first_error: -1,
    category: topic,
    mistake: null,
    explanation: null,
    correct_steps: [],
    reference_solution: steps,
  };
}

/** A problem of its own, solved and with a mistake planted; the same seed gives the same row. Tries further seeds where no mistake fits, up to a bound. */
export function plantedProblem(
  seed: number,
  options: Omit<PlantOptions, 'seed'> & { readonly topic?: string },
): { readonly row: PlantedRow; readonly right: PlantedRow } | null {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const own = seed * MOST_ATTEMPTS + attempt;
    const worked = workedProblem(own, options.topic);
    const row = plantIn(`planted-${seed}`, worked, { ...options, seed: own + OTHER_STREAM }, true);
    if (row !== null) return { row, right: rightRow(`right-${seed}`, worked) };
  }
  return null;
}

const MOST_ATTEMPTS = 1000;
/** So that the mistake is drawn apart from the problem. */
const OTHER_STREAM = 0x1e3a;
