import { remembered } from '../memo.ts';
import { CHANCES } from './chance.ts';
import { CHANGES } from './changes.ts';
import { COUNTS } from './counting.ts';
import { FIGURES } from './figures.ts';
import { MEANS_OF } from './means.ts';
import { MONEY } from './money.ts';
import { PARTS } from './parts.ts';
import { PERCENTS } from './percents.ts';
import { PHYSICS } from './physics.ts';
import { RATES } from './rates.ts';
import { RATIOS } from './ratios.ts';
import { CALCULATIONS, calculation, mixedUnits } from './solved/calculations.ts';
import { CHANCES_OF } from './solved/chances.ts';
import { DATA_OF } from './solved/data.ts';
import { FIGURES_OF } from './solved/figures.ts';
import { PROPORTIONS } from './solved/proportions.ts';
import { SHARES } from './solved/shares.ts';
import type { Story, StoryReader, Told } from './story.ts';
import { asksTwo, improper, plainWords, questionOf, withoutRounding } from './text.ts';
import { UNKNOWNS } from './unknowns.ts';

const READERS: readonly StoryReader[] = [
  CHANGES,
  ...PERCENTS,
  ...RATIOS,
  ...RATES,
  ...MEANS_OF,
  ...COUNTS,
  ...CHANCES,
  ...UNKNOWNS,
  ...MONEY,
  ...FIGURES,
  ...PHYSICS,
];

/** Problems that are worked out to the value asked for. */
const WORKED: readonly StoryReader[] = [...CALCULATIONS, ...SHARES, ...PROPORTIONS, ...FIGURES_OF, ...CHANCES_OF, ...DATA_OF];

/** Longer problems say more than one kind of story tells. */
const LONGEST = 320;

/** What the words of a problem fix; null where they leave anything open. */
export const readStory = remembered((problem): Story | null => (problem === '' || problem.length > LONGEST ? null : storyIn(problem)));

function storyIn(problem: string): Story | null {
  const text = improper(withoutRounding(plainWords(problem)));

  const one = { text, question: questionOf(text), raw: problem, numbers: text.match(/\d+(?:\.\d+)?(?:\/\d+)?/g)?.length ?? 0 };
  const signed = /(?:^|[\s(:=])-\d/.test(text);
  const [known, solved] = signed ? [null, calculation(one)] : [firstOf(READERS, one), firstOf(WORKED, one)];
  if (known?.asked && solved?.asked && !near(known.asked.value, solved.asked.value)) return null;
  const whole =
    known && solved ? { ...known, ...solved, facts: [...known.facts, ...solved.facts], amounts: known.amounts } : (known ?? solved);
  const parts = (signed ? [] : [...PARTS, mixedUnits]).flatMap(reader => reader(one) ?? []).filter(isCertain);
  const all = [...(whole ? [whole] : []), ...parts];
  return all.length === 0
    ? null
    : {
        facts: all.flatMap(({ facts }) => facts),
        asked: whole && !asksTwo(text) ? whole.asked : null,
        amounts: (whole ?? parts.find(({ amounts }) => amounts.length > 0))?.amounts ?? [],
        ...(whole?.initials ? { initials: whole.initials } : {}),
        ...(whole?.way ? { way: whole.way } : {}),
        ...(whole?.onlyGiven ? { onlyGiven: true } : {}),
        ...(whole?.elsewhere ? { elsewhere: true } : {}),
        ...(whole?.exact ? { exact: true } : {}),
        traps: all.flatMap(({ traps }) => traps ?? []),
      };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

function firstOf(readers: readonly StoryReader[], one: Told): Story | null {
  for (const reader of readers) {
    const story = reader(one);
    if (story && isCertain(story)) return story;
  }
  return null;
}

const isCertain = ({ asked, facts, amounts }: Story): boolean =>
  [...(asked ? [asked.value] : []), ...facts.flatMap(({ values }) => values), ...amounts].every(Number.isFinite);
