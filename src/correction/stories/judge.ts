import { evaluateNumeric } from '../../math/evaluate.ts';
import type { Claim, Solution } from '../../solution/solution.ts';
import { exactly } from '../exactly.ts';
import { isMistake, type Judged, refuted } from '../judged.ts';
import { isClosed, lettersIn } from '../letters.ts';
import { withoutUnits } from '../reference/graph.ts';
import { optionsIn } from '../reference/known.ts';
import type { Scene } from '../scene.ts';
import { readStory } from './readers.ts';
import { fits, type Saying, type Side, sayingsIn } from './said.ts';
import type { Fact, Story } from './story.ts';
import { plainWords } from './text.ts';

/** Lines that check, estimate or doubt, and give nothing for certain. */
const CHECKS =
  /\b(?:check|checks|checking|proof|verify|test|estimate|suppose|if|would|not|n't|instead|wrong|but|or|at least|at most|between|another way)\b|✓|✔|\?/;

/** 'where r = 3': what letters stand for. */
const MEANINGS = /,?\s*\bwhere\b[^.;:]*/i;

interface Blame {
  readonly step: number;
  readonly expression: string;
  readonly value: string;
  readonly written: string;
}

/**
 * Puts the lines against a story whose words fix its values: a name with another value, a set-up that no values of the story satisfy, and an answer to
 * something else. Work that comes to the right value somewhere is only blamed for what its last line calls the answer.
 */
export function judgeStory(scene: Scene, judged: readonly Judged[]): { step: number; judged: Judged } | null {
  const { solution } = scene;
  if (solution.steps.length === 0 || optionsIn(solution.problem).size > 0) return null;
  const story = readStory(solution.problem);
  const first = judged.findIndex(({ verdict }) => isMistake(verdict));
  const blame = story && blameIn(story, solution, judged);
  if (!blame || (first >= 0 && first <= blame.step)) return null;
  const { step, ...witness } = blame;
  const expression = asWritten(witness.expression, solution.steps[step]?.text ?? '');
  return { step, judged: refuted({ kind: 'computed', ...witness, expression }, solution.steps[step]?.range ?? { start: 0, end: 0 }) };
}

function blameIn(story: Story, { steps, problem }: Solution, judged: readonly Judged[]): Blame | null {
  const lines = steps.map(({ text }) => plainWords(text.replace(MEANINGS, '')));
  const said = lines.map(line => (CHECKS.test(line.replace(/p ?\([^()]*\)/g, '')) ? [] : sayingsIn(line)));
  const { asked } = story;
  const last = lines.length - 1;
  const reached =
    asked !== null &&
    !story.elsewhere &&
    said.some((sayings, i) => i < last && sayings.some(one => one.sides.some(side => fits(asked.value, side))));
  const off = asked && !reached ? strayed(asked.value, story, said, lines.at(-1) ?? '', problem) : null;
  if (!reached)
    for (const [step, sayings] of said.entries()) {
      if (off && off.step < step) return off;
      const blame =
        trapped(story, lines[step] ?? '') ??
        misnamed(story.facts, sayings, lines[step] ?? '') ??
        (judged[step]?.verdict.kind === 'follows' ? null : misset(story, steps[step]?.claims ?? [], lines.slice(0, step + 1)));
      if (blame) return { step, ...blame };
    }
  return off ?? (asked && answered(asked, story, lines, said, reached));
}

/** Work that ends at a value beside the way to what is asked is blamed for its first calculation that comes to no value on the way. */
function strayed(
  value: number,
  { way, onlyGiven }: Story,
  said: readonly (readonly Saying[])[],
  last: string,
  problem: string,
): Blame | null {
  const named = said.at(-1)?.flatMap(({ sides }) => sides) ?? [];
  const [, only] = /^[^\d]*?(\d+(?:\.\d+)?)[^\d]*$/.exec(last) ?? [];
  const ends = named.length > 0 || only === undefined ? named : [{ text: only, value: Number(only), calculated: false }];
  const end = ends.at(-1);
  const isOff = (side: Side): boolean => ![value, ...(way ?? [])].some(one => isNear(one, side));
  if (!way || !end || !isOff(end) || ends.some(side => fits(value, side))) return null;
  if (onlyGiven && !isOfGiven(end, said, problem)) return null;
  const step = said.findIndex(sayings => sayings.some(({ sides }) => sides.some(side => side.calculated && isOff(side))));
  const off = said[step]?.flatMap(({ sides }) => sides).find(side => side.calculated && isOff(side));
  return off ? { step, expression: 'what is asked', value: exactly(value), written: off.text } : null;
}

/** All numbers that were calculated with stand in the problem or were worked out before. */
function isOfGiven(end: Side, said: readonly (readonly Saying[])[], problem: string): boolean {
  const numbers = (text: string): number[] => text.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const known = new Set([...numbers(problem), 2, 3]);
  for (const { sides } of said.flat())
    for (const { text, value, calculated } of sides) {
      if (calculated && !/^\d+\/\d+$/.test(text) && !numbers(text).every(one => known.has(one))) return false;
      for (const one of [value, ...numbers(text)]) known.add(one);
    }
  return known.has(end.value);
}

/** The same value, as far as it is written. */
function isNear(one: number, { value, text }: Side): boolean {
  const percent = text.endsWith('%') ? 2 : 0;
  const decimals = [...text.matchAll(/\.(\d+)/g)].map(([, digits = '']) => digits.length);
  const places = /\.\d+%?$/.test(text) ? Math.max(...decimals) + percent : undefined;
  return Math.abs(one - value) <= Math.max(0.002 * Math.abs(one), places === undefined ? 0 : 0.51 * 10 ** -places);
}

/** A calculation that such a story never asks for. */
function trapped({ traps = [] }: Story, line: string): Omit<Blame, 'step'> | null {
  if (CHECKS.test(line)) return null;
  for (const { pattern, instead } of traps) {
    const [written] = pattern.exec(line) ?? [];
    if (written !== undefined)
      return { expression: 'what the story tells', value: instead, written: written.replace(/^[\s=]+|[\s=]+$/g, '') };
  }
  return null;
}

/** A name of the story with a value that it does not have. */
function misnamed(facts: readonly Fact[], sayings: readonly Saying[], line: string): Omit<Blame, 'step'> | null {
  for (const { name, sides } of sayings) {
    const fact = name === '' ? undefined : facts.find(one => one.name.test(name) && (one.within?.test(line) ?? true));
    const [side] = sides;
    const [value] = fact?.values ?? [];
    if (fact && side && value !== undefined && !fact.values.some(right => sides.some(one => fits(right, one))))
      return { expression: name, value: exactly(value), written: side.text };
  }
  return null;
}

/** `48 / 12 = 4 h` is no equation. */
const UNIT_LETTER = /^[hmsglpdNWJVAC]$/;

/** '2n − 1 and 2n + 1': the letter is half of a number next to what is told. */
const ODD = /(?<![\d.])2 ?([a-z]) ?[-+] ?\d(?!\d)(?:, | and |, and )2 ?\1\b/;

/** How many letters a set-up may have. */
const MOST_LETTERS = 2;

/** An equation that no amounts of the story satisfy, whichever the letters stand for. */
function misset(
  { amounts, asked, facts, initials, exact }: Story,
  claims: readonly Claim[],
  lines: readonly string[],
): Omit<Blame, 'step'> | null {
  if (amounts.length === 0 || lines.some(line => ODD.test(line))) return null;
  const values = exact ? amounts : spread(amounts);
  for (const { statement, text, problems, link } of claims) {
    if (statement?.kind !== 'chain' || problems.length > 0 || link === 'check' || statement.relations.some(relation => relation !== '='))
      continue;
    const letters = lettersIn(statement);
    if (
      letters.length === 1 &&
      new RegExp(`\\d ?${letters[0]}(?![a-zA-Z])\\W*$`).test(text) &&
      UNIT_LETTER.test(letters[0] ?? '') &&
      !lines.some(line => new RegExp(`(?:^|[^a-z\\d])${letters[0]} ?=`).test(line))
    )
      continue;
    const [a, b] = letters;
    if (a === undefined || letters.length > MOST_LETTERS || letters.some(letter => letter.length > 1) || statement.sides.length !== 2)
      continue;
    const [left, right] = statement.sides.map(withoutUnits);
    if (!left || !right || (isClosed(right) && left.kind === 'symbol')) continue;
    const holds = (env: ReadonlyMap<string, number>): boolean => {
      const [x, y] = [left, right].map(side => evaluateNumeric(side, env));
      return typeof x !== 'number' || typeof y !== 'number' ? false : Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x));
    };
    const [xs, ys] = [a, b].map(letter =>
      letter === undefined
        ? [0]
        : (meant(letter, facts, lines) ??
          (initials && letters.every(one => one.toLowerCase() in initials && !isDefined(one, lines))
            ? [initials[letter.toLowerCase()] ?? 0]
            : values)),
    );
    const envs = (xs ?? []).flatMap(x =>
      (ys ?? []).map(
        y =>
          new Map(
            b === undefined
              ? [[a, x]]
              : [
                  [a, x],
                  [b, y],
                ],
          ),
      ),
    );
    if (!envs.some(holds))
      return { expression: `${text.trim()} at ${a} = ${exactly(asked?.value ?? amounts[0] ?? 0)}`, value: 'false', written: text.trim() };
  }
  return null;
}
/** The values of what a line says that a letter stands for: `L = Leo's age`, 'let w be the width'. */
function meant(letter: string, facts: readonly Fact[], lines: readonly string[]): readonly number[] | null {
  const small = letter.toLowerCase();
  for (const line of lines) {
    const [, after] =
      new RegExp(`(?:^|[ ,(])${small} (?:=|be|is|for|:|stands for) (?:the )?([a-z][a-z' ]*[a-z])(?=[,.;)]|$)`).exec(line) ?? [];
    const [, before] =
      new RegExp(`(?:^|[,;] |so )(?:let )?(?:the )?([a-z][a-z' ]*[a-z])(?:: | = | is | be )${small}(?=[,.;)]|$)`).exec(line) ?? [];
    const known = facts.find(({ name }) => [after, before].some(words => words !== undefined && name.test(words)));
    if (known) return known.values;
  }
  return null;
}

/** 'Let b be Ben's age in 5 years': the letter is given a meaning of its own. */
const isDefined = (letter: string, lines: readonly string[]): boolean =>
  lines.some(line => new RegExp(`(?:^|[ ,(])${letter.toLowerCase()} (?:be|is|stands for|: |= (?:the )?[a-z]{3})`).test(line));

/** The amounts, what they differ by and add up to. */
function spread(amounts: readonly number[]): number[] {
  const pairs = amounts.flatMap(a => amounts.flatMap(b => [a + b, Math.abs(a - b)]));
  const all = [...amounts, ...pairs, ...amounts.slice(0, 1).flatMap(a => [a / 100, a * 60, a / 60])];
  return [...new Set(all.filter(value => value > 0).map(value => Number(value.toPrecision(10))))];
}

/** A value and its unit, and nothing else. */
const LONE = /^(?:so )?\d+(?:\.\d+)?(?:\/\d+)?\s*[a-zΩ²³%°/]*(?: [a-z]+)?\.?$/i;
const BARE = /^(?:it|this|that|they|he|she|we|p|probability|chance)$/;

/** The last line gives the asked value, or another one to what is asked. */
function answered(
  { value, nouns }: NonNullable<Story['asked']>,
  story: Story,
  lines: readonly string[],
  said: readonly (readonly Saying[])[],
  reached: boolean,
): Blame | null {
  const step = lines.length - 1;
  const line = lines[step] ?? '';
  const sayings = said[step] ?? [];
  const saying = sayings.at(-1);
  const side = saying?.sides.at(-1);
  if (!saying || !side || sayings.some(one => one.sides.some(other => fits(value, other)))) return null;
  const plain = saying.name.replace(/^(?:the |my )?(?:final )?/, '');
  const known = story.facts.find(one => one.name.test(saying.name));
  const called = /^(?:answer|result)$/.test(plain) || (known?.values.length === 1 && known.values[0] === value);
  const other = spread([...story.amounts, ...story.facts.flatMap(one => one.values)]).some(
    amount => amount !== value && fits(amount, side),
  );
  const bare =
    saying.name === '' ? step > 0 && LONE.test(line) : BARE.test(saying.name) || (saying.name.length === 1 && nouns.test(saying.name));
  const meant = called || (!reached && (/\banswer\b/.test(line) || (!other && (bare || (isConclusion(line) && nouns.test(line))))));
  if (!meant || (known && !called)) return null;
  const from =
    other || reached || story.way?.some(one => isNear(one, side))
      ? step
      : said.findIndex(all => all.some(one => one.sides.some(x => x.calculated && same(x.value, side.value))));
  return { step: from < 0 ? step : from, expression: 'what is asked', value: exactly(value), written: side.text };
}

/** A sentence in words around its only number, that concludes: 'So they need 12 days.' */
const isConclusion = (line: string): boolean =>
  (line.match(/\d+(?:\.\d+)?(?:\/\d+)?/g)?.length ?? 0) === 1 &&
  /^(?:so|thus|therefore|hence|altogether|in total|they|it|he|she|we|there are|answer)\b|\b(?:needed|required|enough)\b/.test(line);

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
/** A name as it is written in the step: the words of a line are read without regard to capitals. */
function asWritten(name: string, text: string): string {
  const at = text.toLowerCase().indexOf(name);
  const own = text.slice(at, at + name.length);
  return at >= 0 && own.toLowerCase() === name ? own : name;
}
