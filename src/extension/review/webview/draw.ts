import type { FromPanel } from '../messages.ts';
import type { ReviewModel, ReviewSolution, ReviewStep } from '../model.ts';
import { chains } from './chains.ts';
import { element } from './element.ts';
import { rendered } from './maths.ts';

type Send = (message: FromPanel) => void;
/** Shows a reviewed document. What was open stays open. */
export function draw(root: HTMLElement, model: ReviewModel, send: Send): void {
  const opened = new Set([...root.querySelectorAll('details[open]')].map(({ id }) => id));
  root.replaceChildren(
    ...(model.solutions.length > 0
      ? model.solutions.map((solution, index) => section(solution, index, send))
      : [element('p', { class: 'quiet' }, 'No worked solution was found in this file.')]),
  );
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
}

function section(solution: ReviewSolution, index: number, send: Send): HTMLElement {
  const { title, problem, summary, mistake, corrected, first, steps } = solution;
  const right = corrected.length > 0;
  return element(
    'section',
    { id: `top-${index}`, 'aria-labelledby': `title-${index}` },
    element('header', {}, element('h2', { id: `title-${index}` }, title), element('p', { class: 'summary' }, summary)),
    problem ? element('div', { class: 'problem' }, rendered(problem)) : null,
    element(
      'div',
      { class: right ? 'sides two' : 'sides' },
      side(
        'As it is',
        steps.map((step, at) => asItIs(step, at, first, send, index)),
      ),
      right ? side('As it should be', asItShouldBe(solution)) : null,
    ),
    mistake ? explanation(solution, index, send) : null,
    solution.chains ? chains(solution.chains, index) : null,
    decided(solution, index),
  );
}

const side = (heading: string, items: readonly HTMLElement[]): HTMLElement =>
  element('div', { class: 'side' }, element('h3', {}, heading), element('ol', {}, ...items));

function asItIs(
  { text, mark, sign, label, remark, offset }: ReviewStep,
  at: number,
  first: number,
  send: Send,
  index: number,
): HTMLElement {
  const go = element(
    'button',
    { type: 'button', class: 'go', id: `step-${index}-${at}`, 'aria-label': `Step ${at + 1}, ${label}. Go to it in the editor` },
    sign,
  );
  go.addEventListener('click', () => send({ kind: 'reveal', offset }));
  const body = at === first ? element('del', {}, rendered(text)) : element('div', {}, rendered(text));
  return element(
    'li',
    { class: `step ${mark}` },
    go,
    body,
    mark === 'carried' || mark === 'unknown' ? element('span', { class: 'label' }, label) : null,
    remark ? element('div', { class: 'label' }, rendered(remark)) : null,
  );
}

function asItShouldBe({ steps, first, corrected, answer, verified }: ReviewSolution): HTMLElement[] {
  const kept = steps
    .slice(0, first)
    .map(step =>
      element(
        'li',
        { class: 'step kept' },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, '✓'),
        element('div', {}, rendered(step.text)),
      ),
    );
  const label = verified ? '' : 'not verified';
  const better = corrected.map(line =>
    element(
      'li',
      { class: 'step corrected' },
      element('span', { class: 'sign', role: 'img', 'aria-label': 'corrected' }, '→'),
      element('ins', {}, rendered(line)),
      label ? element('span', { class: 'label' }, label) : null,
    ),
  );
  const result =
    answer === null
      ? []
      : [
          element(
            'li',
            { class: 'step answer' },
            element('span', { class: 'sign' }, '='),
            element('div', {}, rendered(`**Answer:** ${answer}`)),
          ),
        ];
  return [...kept, ...better, ...result];
}

function explanation(solution: ReviewSolution, index: number, send: Send): HTMLElement {
  const { mistake, hints, corrected, first, id, opinion } = solution;
  const button = (command: 'lema.applyCorrection' | 'lema.hint' | 'lema.dispute', title: string, kind: string) => {
    const made = element('button', { type: 'button', class: kind, id: `${command}-${index}` }, title);
    made.addEventListener('click', () => send({ kind: 'command', command, solution: id }));
    return made;
  };
  return element(
    'div',
    { class: 'mistake', role: 'note' },
    element('h3', {}, `Step ${first + 1}${mistake?.name ? `: ${mistake.name}` : ''}`),
    element('div', {}, rendered(mistake?.message ?? '')),
    ...hints.map(hint => element('div', { class: 'hint' }, element('strong', {}, `${hint.name}: `), rendered(hint.text))),
    opinion ? element('p', { class: 'quiet' }, `The model's opinion. ${opinion}`) : null,
    element(
      'div',
      { class: 'actions' },
      corrected.length > 0
        ? button('lema.applyCorrection', 'Apply correction from this step', 'primary')
        : button('lema.hint', 'Give me a hint', 'primary'),
      button('lema.dispute', 'Dispute this finding', 'secondary'),
    ),
  );
}

function decided({ decided: rows }: ReviewSolution, index: number): HTMLElement {
  const head = element('tr', {}, ...['Step', 'Verdict', 'Why', 'Decided by'].map(title => element('th', { scope: 'col' }, title)));
  const body = rows.map(({ step, verdict, story, by }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(step)),
      element('td', {}, verdict),
      element('td', {}, rendered(story)),
      element('td', {}, by),
    ),
  );
  return element(
    'details',
    { id: `how-${index}` },
    element('summary', {}, 'How this was decided'),
    element('div', { class: 'scroll' }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...body))),
    element(
      'p',
      { class: 'quiet' },
      '“Follows”: the line is proved to have the same solutions or value as the one it comes from. “Holds”: the calculation is true; whether it was the right thing to calculate is another question. “Not judged” is never counted as wrong.',
    ),
  );
}
