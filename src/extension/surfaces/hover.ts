import * as vscode from 'vscode';
import type { Feature } from '../app.ts';
import { markOf, solutionAt } from '../checking/report.ts';
import { rungNames } from '../hints.ts';
import { mathsLine } from '../lines.ts';
import { rangeIn } from '../store.ts';
import { type SolutionView, viewOf } from '../view.ts';
import { hintsMessage, markSigns, mistakeMessage, stepStory } from '../words.ts';
import { SOURCE } from './diagnostics.ts';
import { commandLink, escapeMarkdown, markdown, typesetText } from './markup.ts';
import { selector } from './selector.ts';

const LINKS = ['lema.showCorrection', 'lema.applyCorrection', 'lema.hint', 'lema.explain', 'lema.dispute', 'lema.openReview'] as const;

/** What is known of the step under the pointer: why it is wrong, a witness, what should stand there, and what can be done. */
export const hover: Feature = {
  name: 'hover',
  start: app =>
    vscode.languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const view = await viewOf(app, document);
        if (!view) return null;
        const offset = document.offsetAt(position);
        const solution = solutionAt(view.entry.report, offset);
        const index = solution?.steps.findIndex(({ range }) => range.start <= offset && offset <= range.end) ?? -1;
        const step = solution?.steps[index];
        const shown = view.solutions.find(candidate => candidate.solution === solution);
        if (!solution || !step || !shown) return null;
        if (index === shown.first) {
          const told = vscode.languages
            .getDiagnostics(document.uri)
            .some(({ source, range }) => source === SOURCE && range.contains(position));
          return new vscode.Hover(markdown(await mistakeHover(document, shown, told), LINKS), rangeIn(document, step.range));
        }
        const mark = markOf(solution, index);
        if (mark === 'right' && step.notices.length === 0) return null;
        return new vscode.Hover(
          markdown(`${markSigns[mark]} ${await typesetText(stepStory(solution, index))}`),
          rangeIn(document, step.range),
        );
      },
    }),
};

/** @param told the editor shows the squiggle's own message in the same hover; only what can be typeset in it is said again. */
async function mistakeHover(
  document: vscode.TextDocument,
  { solution, correction, first, open, rungs, disputed }: SolutionView,
  told: boolean,
): Promise<string> {
  if (!correction) return '';
  const pointer = { uri: document.uri.toString(), solution: solution.id, step: first };
  const parts = [`**✗ ${escapeMarkdown(open && solution.mistakeName ? `First mistake: ${solution.mistakeName}` : 'First mistake')}**`];
  if (disputed) parts.push('_You disputed this finding._');
  if (open) {
    const message = mistakeMessage(solution);
    if (!told || message.includes('$')) parts.push(await typesetText(message));
    const right = correction.correctSteps[0] ?? correction.replacement;
    if (right)
      parts.push(
        `${correction.verified ? 'The line should be' : 'Perhaps, though this could not be verified'}:  ${await typesetText(mathsLine(right))}`,
      );
  } else {
    if (!told) parts.push(escapeMarkdown(hintsMessage));
    for (const hint of correction.hints.slice(0, rungs)) parts.push(`**${rungNames[hint.rung]}:** ${await typesetText(hint.text)}`);
  }
  const links = open
    ? [
        commandLink('Show correction', 'lema.showCorrection', pointer),
        commandLink('Apply from this step', 'lema.applyCorrection', pointer),
        commandLink('Why?', 'lema.explain', pointer),
        commandLink('Dispute', 'lema.dispute', pointer),
      ]
    : [commandLink('Give me a hint', 'lema.hint', pointer), commandLink('Dispute', 'lema.dispute', pointer)];
  parts.push(links.join(' · '));
  return parts.join('\n\n');
}
