import { correctionFor } from './correct.ts';
import { isMistake, type Judged } from './judged.ts';
import type { Finding, StepVerdict } from './records.ts';
import { findByAnswer, ledToAnswer } from './reference.ts';
import type { Scene } from './scene.ts';

/** What the verdicts add up to: the first mistake with its correction, or that nothing was found and how much was judged. */
export function findingFor(scene: Scene, judged: readonly Judged[], verdicts: readonly StepVerdict[], correct: boolean): Finding {
  const step = judged.findIndex(({ verdict }) => isMistake(verdict));
  const mistaken = judged[step];
  if (mistaken) {
    const earlier = findByAnswer(scene.solution, mistaken.slip ? step : -1);
    if (earlier?.kind === 'mistake' && earlier.correction.step <= step) return earlier;
    const correction = correctionFor(scene, mistaken, step, correct);
    return { kind: 'mistake', correction: correct ? ledToAnswer(scene.solution, correction) : correction };
  }
  const known = findByAnswer(scene.solution);
  if (known) return known;
  const count = verdicts.filter(({ verdict }) => verdict.kind !== 'unjudged').length;
  return isProved(scene, judged) ? { kind: 'correct', evidence: 'proved' } : { kind: 'undecided', judged: count };
}

/** Every line follows, in one chain from the problem's own equation or expression to the last line. */
function isProved(scene: Scene, judged: readonly Judged[]): boolean {
  if (scene.task === 'story' || judged.length === 0) return false;
  const sound = judged.every(({ verdict }) => verdict.kind === 'follows' || verdict.kind === 'holds');
  return sound && judged.at(-1)?.verdict.kind === 'follows';
}
