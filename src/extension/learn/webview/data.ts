import { element } from '../../review/webview/element.ts';
import type { Overview } from '../model.ts';
import type { Send } from './page.ts';

const thousands = new Intl.NumberFormat('en');
export const number = (value: number): string => thousands.format(value);

/** The counts of a folder, and its plots. */
export function drawData(place: HTMLElement, overview: Overview, send: Send): void {
  const opened = [...place.querySelectorAll('details')].map(({ open }) => open);
  const { corrections, waiting, accepted, edited, rejected, attempts, faults, plots } = overview;
  const solutions = attempts.right + attempts.wrong + attempts.none;
  if (corrections + rejected + solutions === 0 && faults === '') {
    place.replaceChildren(nothing());
    return;
  }
  const figures: readonly (readonly [string, number, string])[] = [
    ['corrections', corrections, 'all'],
    ['wait for you', waiting, 'waiting'],
    ['accepted', accepted, 'accepted'],
    ['accepted with changes', edited, 'edited'],
    ['rejected', rejected, 'rejected'],
  ];
  const counts = element(
    'dl',
    { class: 'counts' },
    ...figures.map(([name, value, id]) => element('div', {}, element('dt', {}, name), element('dd', { id: `count-${id}` }, number(value)))),
  );
  const charts = element('div', { class: 'plots' });
  charts.innerHTML = plots;
  place.replaceChildren(
    counts,
    ...(solutions > 0
      ? [
          element(
            'p',
            { class: 'quiet' },
            `${number(solutions)} collected solutions: ${number(attempts.wrong)} end in a wrong answer, ${number(attempts.right)} in the right one, ${number(attempts.none)} in none.`,
          ),
        ]
      : []),
    ...(faults === ''
      ? []
      : [
          element(
            'div',
            { class: 'faults', role: 'note' },
            element('strong', {}, 'Some lines could not be read and are left out'),
            element('pre', {}, faults),
          ),
        ]),
    charts,
    ...(accepted + edited > 0 ? [files(send)] : []),
  );
  for (const [i, details] of [...place.querySelectorAll('details')].entries()) details.open = opened[i] ?? false;
}

function files(send: Send): HTMLElement {
  const link = (what: 'accepted' | 'reviews') => {
    const made = element('button', { type: 'button', class: 'link' }, `${what}.jsonl`);
    made.addEventListener('click', () => send({ kind: 'open', what }));
    return made;
  };
  return element(
    'p',
    { class: 'quiet' },
    'Accepted corrections are in ',
    link('accepted'),
    ' (',
    element('code', {}, 'lema data export'),
    ' reads it), and every decision in ',
    link('reviews'),
    '.',
  );
}

const nothing = (): HTMLElement =>
  element(
    'div',
    { class: 'nothing' },
    element('p', {}, 'There are no corrections in this folder yet. The command makes them, from right solutions or from those of a model:'),
    element(
      'pre',
      {},
      'lema data collect problems.jsonl --model NAME --out .lema/attempts.jsonl\nlema data correct .lema/attempts.jsonl --model NAME --out .lema/corrections.jsonl',
    ),
    element('p', { class: 'quiet' }, 'The folder is named by the setting lema.learn.folder.'),
  );
