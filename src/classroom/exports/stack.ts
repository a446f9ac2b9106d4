import type { Problem, ProblemSet } from '../set/set.ts';
import { maxima } from './maxima.ts';
import { escapeXml, inMoodle, question, quiz } from './moodle.ts';

/**
 * The set for STACK, Moodle's question type with a CAS (Sangwin, Computer Aided Assessment of Mathematics): what a student types is compared as mathematics,
 * and each known wrong answer has its own feedback. A problem whose answer has no form there is an ordinary Moodle question.
 */
export const stackXml = (set: ProblemSet, problems: readonly Problem[]): string =>
  quiz(
    set,
    problems.map(problem => stackQuestion(problem) ?? question(problem, [])),
  );

function stackQuestion(problem: Problem): string | null {
  const right = problem.answer === null ? null : maxima(problem.answer);
  if (right === null) return null;
  const known = problem.wrong.flatMap(({ answer, feedback }) => {
    const form = maxima(answer);
    return form === null ? [] : [{ form, feedback }];
  });
  const nodes = [{ form: right, feedback: '' }, ...known].map(({ form, feedback }, i) => node(i, form, feedback, i < known.length));
  return `  <question type="stack">
    <name>${text(problem.title)}</name>
    <questiontext format="markdown">${text(`${inMoodle(problem.text)}\n\n[[input:ans1]] [[validation:ans1]]`)}</questiontext>
    <generalfeedback format="markdown">${text(problem.solution.join('\n\n'))}</generalfeedback>
    <defaultgrade>${problem.points}</defaultgrade>
    <penalty>0.1</penalty>
    <hidden>0</hidden>
    <idnumber>${escapeXml(problem.id)}</idnumber>
    <questionvariables>${text(`ta: ${right};`)}</questionvariables>
    <specificfeedback format="html">${text('[[feedback:prt1]]')}</specificfeedback>
    <questionnote>${text('')}</questionnote>
    <questionsimplify>1</questionsimplify>
    <assumepositive>0</assumepositive>
    <prtcorrect format="html">${text('Right.')}</prtcorrect>
    <prtpartiallycorrect format="html">${text('Partly right.')}</prtpartiallycorrect>
    <prtincorrect format="html">${text('This is not the answer yet.')}</prtincorrect>
    <input>
      <name>ans1</name>
      <type>algebraic</type>
      <tans>ta</tans>
      <boxsize>20</boxsize>
      <strictsyntax>0</strictsyntax>
      <insertstars>1</insertstars>
      <forbidfloat>0</forbidfloat>
      <requirelowestterms>0</requirelowestterms>
      <checkanswertype>1</checkanswertype>
      <mustverify>1</mustverify>
      <showvalidation>1</showvalidation>
    </input>
    <prt>
      <name>prt1</name>
      <value>1</value>
      <autosimplify>1</autosimplify>
      <feedbackvariables>${text('')}</feedbackvariables>
${nodes.join('\n')}
    </prt>
  </question>`;
}

/** A comparison with one answer: the right one first, then those that are known to be wrong, each asked when the one before does not fit. */
function node(index: number, form: string, feedback: string, more: boolean): string {
  const right = index === 0;
  return `      <node>
        <name>${index}</name>
        <answertest>AlgEquiv</answertest>
        <sans>ans1</sans>
        <tans>${escapeXml(right ? 'ta' : form)}</tans>
        <quiet>1</quiet>
        <truescoremode>=</truescoremode>
        <truescore>${right ? 1 : 0}</truescore>
        <truenextnode>-1</truenextnode>
        <trueanswernote>prt1-${index + 1}-T</trueanswernote>
        <truefeedback format="markdown">${text(inMoodle(feedback))}</truefeedback>
        <falsescoremode>=</falsescoremode>
        <falsescore>0</falsescore>
        <falsenextnode>${more ? index + 1 : -1}</falsenextnode>
        <falseanswernote>prt1-${index + 1}-F</falseanswernote>
        <falsefeedback format="markdown">${text('')}</falsefeedback>
      </node>`;
}

const text = (inside: string): string => `<text>${escapeXml(inside)}</text>`;
