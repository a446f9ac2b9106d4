import type { Claim } from '../../solution/solution.ts';
import type { Scene } from '../scene.ts';
import type { Line } from '../shape.ts';

/** Words that join two lines, or say what was done to the one above. */
const MOVES =
  /^(?:so|thus|then|hence|therefore|that|this|these|which|it|is|are|be|the|and|or|both|all|each|every|either|side|sides?|left|right|hand|we|us|you|can|will|let|now|next|first(?:ly)?|second(?:ly)?|finally|again|step|line|of|by|with|to|from|for|in|into|on|out|at|as|an|up|over|across|under|through|equations?|inequality|inequalities|expressions?|results?|answers?|solutions?|solved?s?|solving|roots?|values?|numbers?|terms?|like|constants?|variables?|coefficients?|unknowns?|real|only|just|simply|straight|directly|equal|equals|equality|equivalent|means?|meaning|implies|imply|follows?|becomes?|gives?|giving|yields?|leaves?|leaving|gets?|getting|obtain(?:s|ed|ing)?|have|has|arrive|reduces?|using|use|zero|one|two|three|half|twice|double|minus|plus|times|negative|opposite|sign|signs|whole|common|same|new|original|given|square|squared|squares|squaring|cubed?|cubing|power|powers|root|formula|quadratic|linear|law|laws|rule|identity|log|logs|logarithms?|ln|sin|cos|tan|sine|cosine|tangent|exponents?|exponential|fractions?|numerators?|denominators?|lcd|lcm|brackets?|parenthes[ei]s|factors?|products?|sums?|differences?|quotients?|reciprocals?|divid(?:e|es|ed|ing)|division|multipl(?:y|ies|ied|ying|ication)|cross|crosswise|add(?:s|ed|ing)?|addition|subtract(?:s|ed|ing)?|subtraction|tak(?:e|es|en|ing)|mov(?:e|es|ed|ing)|bring(?:s|ing)?|brought|put(?:s|ting)?|plug(?:s|ged|ging)?|insert(?:ed|ing)?|substitut(?:e|es|ed|ing|ion)|replac(?:e|es|ed|ing)|expand(?:s|ed|ing)?|open(?:ed|ing)?|distribut(?:e|es|ed|ing)|simplif(?:y|ies|ied|ying)|factor(?:s|ed|ing)|factori[sz](?:e|es|ed|ing)|cancel(?:s|led|ling|ing)?|collect(?:s|ed|ing)?|combin(?:e|es|ed|ing)|gather(?:ed|ing)?|group(?:ed|ing)?|rearrang(?:e|es|ed|ing)|transpos(?:e|es|ed|ing)|isolat(?:e|es|ed|ing)|clear(?:s|ed|ing)?|remov(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|convert(?:s|ed|ing)?|raise|raised|lower|shift(?:ed|ing)?|switch(?:ed|ing)?|flip(?:ped|ping)?|revers(?:e|ed|ing)|back|find|found|work|working|calculat(?:e|ed|ing)|comput(?:e|ed|ing)|apply|applying|applied|method|elimination|eliminat(?:e|ed|ing)|candidates?|possible|thing|other|another|rid|get|away|undo|separat(?:e|ed|ing)|split(?:ting)?|together|everything|evaluat(?:e|es|ed|ing)|further|furthermore|translat(?:e|es|ing)|approx|approximately|about|roughly|because|since|rewrit(?:e|es|ing|ten)|written|writ(?:e|ing)|itself|alone|form|respect|there|infinitely|many|true|balanc(?:e|ing)|check|done|respectively|obviously|clearly|goes|go|[ivx]+)$/i;

/** One of several values, whatever the problem calls it. */
const PICKS = /^(?:greatest|least|largest|smallest|maximum|minimum|highest|lowest|longest|shortest|upper|lower|inner|outer|acute|obtuse)$/i;

/** A word behind which only the mathematics may still be meant: 'The fence gives y = 60 − x/2'. */
const OF_SUBJECT = /\bthe \p{L}+ (?=gives|becomes|is|reads)/giu;

/**
 * A word of the line that neither joins it to the one above, nor says what was done to it, nor names a thing of the story: the line may rest on what it
 * says. Null where there is none.
 */
export function strangeWord({ solution, task }: Scene, { claim, step, sentence }: Line): string | null {
  const claims = solution.steps[step]?.claims ?? [claim];
  const words = claims
    .toSorted((a, b) => b.text.length - a.text.length)
    .reduce((rest, { text }) => rest.replace(text, ' '), clauseAround(sentence, claim))
    .replace(/\\(?:text|mathrm|textrm)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[a-zA-Z]+/g, ' ')
    .replace(OF_SUBJECT, ' ')
    .match(/\p{L}{3,}/gu);
  const told = task === 'story' ? solution.problem.toLowerCase() : '';
  return words?.find(word => !MOVES.test(word) && (PICKS.test(word) || !told.includes(word.toLowerCase()))) ?? null;
}

/** What a value is, told behind it. */
const DESCRIBED = /,? which (?:is|are|was|were) .*$/is;

/** The sentence of the step in which the claim stands. */
function clauseAround(step: string, { text }: Claim): string {
  const at = step.indexOf(text);
  if (at < 0) return step;
  const from = Math.max(...[...step.slice(0, at).matchAll(/[.;!?]\s/g)].map(({ index }) => index + 1), 0);
  const end = step.slice(at + text.length).search(/[.;!?](?:\s|$)/);
  return step.slice(from, end < 0 ? undefined : at + text.length + end).replace(DESCRIBED, ' ');
}

/** Only a comma, or an 'and' with whatever follows it, stands between a claim and the one that it was put against in the same line. */
export function isBeside({ sentence, claim }: Line, above: string): boolean {
  const at = sentence.indexOf(above);
  const from = at + above.length;
  return (
    at >= 0 &&
    /^[\s$,;&.]*(?:(?:and|but|while|also)\b.*)?$/is.test(sentence.slice(from, Math.max(from, sentence.indexOf(claim.text, from))))
  );
}
