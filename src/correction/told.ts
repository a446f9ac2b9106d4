import { NOWHERE } from '../math/expr.ts';
import type { Step } from '../solution/solution.ts';
import { plainProblem, plainText } from './asked/text.ts';
import { holds, type Judged } from './judged.ts';
import { remembered } from './memo.ts';
import type { Scene } from './scene.ts';
import { HYPOTHETICAL } from './task.ts';
import { CLOCK } from './told/clock.ts';
import { DATA } from './told/data.ts';
import { DIVISORS } from './told/divisors.ts';
import { GIVEN } from './told/given.ts';
import { LISTED } from './told/listed.ts';
import { NAMED } from './told/named.ts';
import { CUT_OFF, ROUNDING } from './told/rounding.ts';
import type { Around, Said, Teller } from './told/saying.ts';
import { MIXED_NUMBERS, SUMS } from './told/sums.ts';
import { UNIT_FACTS } from './told/units.ts';

/** What a sentence must hold for one of the tellers to read it. */
const TELLERS: readonly (readonly [sign: RegExp, tellers: readonly Teller[]])[] = [
  [/\d[:.h]\d\d|\d ?[ap]\.?m\b|\bnoon\b|\bmidnight\b|\d ?(?:h|min|m|s|hours?|minutes?)\b.*[=→]/i, CLOCK],
  [
    /:|\b(?:mean|average|median|mode|range|sum|total|m(?:in|ax)imum|order(?:ed)?|sort(?:ed)?|arranged?|deviations?|iqr|(?:inter)?quartile|q_?\{?[13])\b|[qQ][₁₃]|\d\S*(?:,| and) .*\d/i,
    DATA,
  ],
  [
    /\b(?:gc[df]|hcf|lcm|common|factors?|divisors?|multiples?|prime|composite|even|odd|perfect|square|cube|divisible|divides|coprime|co-prime|remainder|r|base|binary|octal|hexadecimal|[0-9a-f]+(?=[₀-₉]|_\{?\d))\b|\d[₂-₈]/i,
    DIVISORS,
  ],
  [/\b(?:round|correct|nearest|places?|figures?|digits?|dp|sf|figs?|keep|answer)/i, ROUNDING],
  [
    /\b(?:in|to|make|makes|has|have|is|are|equals?|contains?|equal|consists?|same)\b.*[a-z]|\d ?[a-z²³]+ ?= ?\d|[·×*:÷/] ?\d+ ?0* ?= ?[\d. ]+ ?[a-z]/i,
    UNIT_FACTS,
  ],
  [/\b(?:half|third|thirds|quarters?|fourths?|fifth|tenth|twice|double|triple|times|multipl|divid|subtract|add)/i, SUMS],
  [/\d\/\d+ ?[×·*x] ?\d+\/\d/, MIXED_NUMBERS],
  [/\d (?:such |possible |different )?(?:integers?|values?|numbers?|solutions?|terms?)\b/i, LISTED],
  [/[=≈].*\d/, CUT_OFF],
  [/=|≈/, NAMED],
  [/P ?\([^)]*(?:\||\\mid|given)/, GIVEN],
];

/** Sentences that say what is not so, or only ask. */
const DOUBTED =
  /\?|\b(?:about|approximately|roughly|almost|nearly|around|not sure|wrong|incorrect|false|instead|would|should|could|might|maybe|perhaps|whether|at least|at most|more than|less than|over|under)\b/i;

/** Longer steps and problems are left alone, so that the work stays small. */
const LONGEST = 600;

/** What the sentences of a step say in words of numbers that they name, or that the problem names: times of day, averages, divisors, roundings. */
export function judgeTold(scene: Scene, step: Step, index: number): Judged[] {
  const { problem, steps } = scene.solution;
  if (step.text.length > LONGEST || !/\d|P ?\(/.test(step.text)) return [];
  const text = plainWords(step.text);
  const sentences = [...text.split(/(?<=[.;!?])\s+(?!(?:this|that|it|the (?:result|answer)) (?:is|equals|gives)\b)|\n/i)];
  const around: Around = {
    problem: problem.length > LONGEST ? '' : plainProblem(problem),
    get above() {
      return [problem, ...steps.slice(0, index).map(above => above.text)].join('\n');
    },
    get before() {
      return index > 0 ? plainWords(steps[index - 1]?.text ?? '').trim() : null;
    },
    rounded: scene.rounded,
  };
  const found = sentences.flatMap(sentence => {
    const plain = sentence.trim();
    if (!/\d|P ?\(/.test(plain) || DOUBTED.test(plain) || HYPOTHETICAL.test(plain) || (index === 0 && around.problem.includes(plain)))
      return [];
    return first(plain, around) ?? [];
  });
  return found.map(said => (said.holds ? holds() : refuted(step, said)));
}

function first(sentence: string, around: Around): Said | null {
  for (const [sign, tellers] of TELLERS)
    if (sign.test(sentence))
      for (const teller of tellers) {
        const said = teller(sentence, around);
        if (said) return said;
      }
  return null;
}

/** Plain text, with fractions in one line and without the commands that only set type. */
const plainWords = remembered(text =>
  plainText(text)
    .replace(/\\[dt]?frac\{(-?\d+)\}\{(\d+)\}/g, '$1/$2')
    .replace(/\\text(?:rm)?\{([^{}]*)\}/g, ' $1 ')
    .replace(/\b([adps])\.\s?([fmp])\./gi, '$1$2')
    .replace(/\\times/g, '×')
    .replace(/\\approx/g, '≈')
    .replace(/\^?\{?\\circ\}?/g, '°')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/^\s*(?:[-*•]|\(?\w[.)]|step \d+:)\s+/i, '')
    .replace(/\s+/g, ' '),
);

function refuted(step: Step, { expression, value, written }: Said): Judged {
  const witness = { kind: 'computed', expression, value, written } as const;
  return {
    verdict: { kind: 'wrong', witness, mistake: null },
    notices: [],
    at: step.range ?? NOWHERE,
    slip: null,
    source: null,
    root: null,
  };
}
