import type { Run } from '../../../lema/review/runs.ts';
import { element } from '../../review/webview/element.ts';
import type { Training, TrainingForm } from '../model.ts';
import { number } from './data.ts';
import type { Send } from './page.ts';

/** Runs, their loss, what was measured of their models, and the form that starts one. */
export interface TrainingPart {
  show(training: Training, form: TrainingForm): void;
}

const STATES: Readonly<Record<Run['status'], string>> = { running: 'running', stopped: 'stopped', failed: 'failed', done: 'trained' };

export function openTraining(place: HTMLElement, send: Send): TrainingPart {
  const form = openForm(send);
  const runs = element('section', { 'aria-label': 'Runs' });
  const loss = element('div', { class: 'plots' });
  const measured = element('div', { class: 'plots' });
  place.replaceChildren(form.root, runs, loss, measured);
  return {
    show: (training, options) => {
      form.show(options, training.runs);
      const focused = document.activeElement?.id;
      runs.replaceChildren(...runTable(training, options, send));
      if (focused) document.getElementById(focused)?.focus();
      plots(loss, training.loss);
      plots(measured, training.measured);
      if (training.measured === '') measured.replaceChildren(unmeasured());
    },
  };
}

/** Plots are drawn anew only when they are others, and what was open stays open. */
function plots(place: HTMLElement, html: string): void {
  if (place.dataset.drawn === html) return;
  const opened = [...place.querySelectorAll('details')].map(({ open }) => open);
  place.dataset.drawn = html;
  place.innerHTML = html;
  for (const [i, details] of [...place.querySelectorAll('details')].entries()) details.open = opened[i] ?? false;
}

const unmeasured = (): HTMLElement =>
  element(
    'p',
    { class: 'quiet' },
    'No model was measured yet. ',
    element('code', {}, 'lema evaluate ROWS --model NAME --out .lema/evaluations/NAME.json'),
    ' does it; its result is plotted here.',
  );

function runTable({ runs, chosen }: Training, { busy, trusted }: TrainingForm, send: Send): readonly HTMLElement[] {
  if (runs.length === 0) return [element('p', { class: 'quiet' }, 'No model was trained in this folder yet.')];
  const head = ['Run', 'State', 'Base', 'Recipe', 'Rows', 'Steps', ''].map(name => element('th', { scope: 'col' }, name));
  const rows = runs.map((run, i) => {
    const own = busy?.name === run.name.split('/').at(-1);
    const show = element(
      'button',
      { type: 'button', class: 'link', id: `run-${i}`, 'aria-pressed': String(run.name === chosen) },
      run.name,
    );
    show.addEventListener('click', () => send({ kind: 'training', run: run.name }));
    return element(
      'tr',
      run.name === chosen ? { class: 'chosen' } : {},
      element('th', { scope: 'row' }, show),
      element('td', { title: run.why ?? '' }, own && busy ? busy.status : `${STATES[run.status]}${run.why ? `: ${run.why}` : ''}`),
      element('td', {}, run.base),
      element('td', {}, run.recipe ?? ''),
      element('td', { class: 'number' }, run.rows === null ? '' : number(run.rows)),
      element('td', { class: 'number' }, progress(run)),
      element('td', {}, action(run, own, busy !== null, trusted, send, i)),
    );
  });
  return [
    element('h2', {}, 'Runs'),
    element(
      'div',
      { class: 'scroll' },
      element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
    ),
  ];
}

function progress({ status, step, steps, secondsLeft }: Run): HTMLElement {
  const words = `${number(step)} of ${number(steps)}${secondsLeft === null ? '' : `, ${left(secondsLeft)}`}`;
  if (status === 'done') return element('span', {}, number(steps));
  return element(
    'span',
    {},
    element('progress', { max: String(Math.max(1, steps)), value: String(step), 'aria-label': words }),
    ` ${words}`,
  );
}

function left(seconds: number): string {
  if (seconds < 90) return `${seconds} s left`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min left` : `${(seconds / 3600).toFixed(1)} h left`;
}

function action({ name, status, engine }: Run, own: boolean, busy: boolean, trusted: boolean, send: Send, i: number): HTMLElement | string {
  const button = (words: string, run: () => void) => {
    const made = element('button', { type: 'button', class: 'secondary', id: `act-${i}` }, words);
    made.addEventListener('click', run);
    return made;
  };
  if (own) return button('Stop', () => send({ kind: 'stop' }));
  if (busy || !trusted || engine !== 'trl' || (status !== 'stopped' && status !== 'failed')) return '';
  return button('Resume', () => send({ kind: 'resume', run: name }));
}

/** The form of a new run. What was typed stays while the rest of the page is drawn anew. */
function openForm(send: Send): { readonly root: HTMLElement; show(form: TrainingForm, runs: readonly Run[]): void } {
  const recipe = element('select', { id: 'train-recipe' });
  const data = element('select', { id: 'train-data' });
  const base = element('input', {
    type: 'text',
    id: 'train-base',
    autocomplete: 'off',
    spellcheck: 'false',
    required: '',
    placeholder: 'a folder with a model, a .gguf file, or a name on the hub',
  });
  const name = element('input', {
    type: 'text',
    id: 'train-name',
    autocomplete: 'off',
    spellcheck: 'false',
    required: '',
    pattern: '[\\p{L}\\p{N}][\\p{L}\\p{N}._\\-]{0,59}',
  });
  const start = element('button', { type: 'submit', class: 'primary', id: 'train-start' }, 'Start training');
  const note = element('p', { class: 'quiet', id: 'train-note' });
  const form = element(
    'form',
    { class: 'editor train', 'aria-describedby': 'train-note' },
    field('Recipe', recipe),
    field('Train on', data),
    field('Base model', base),
    field('Name of the run', name),
    note,
    element('div', { class: 'actions' }, start),
  );
  const root = element('details', { id: 'train-form' }, element('summary', {}, 'Train a model…'), form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    send({ kind: 'train', name: name.value.trim(), data: data.value, base: base.value.trim(), recipe: recipe.value });
  });
  let drawn = '';
  return {
    root,
    show: ({ trusted, recipes, data: given, busy }, runs) => {
      const options = JSON.stringify([recipes, given]);
      if (options !== drawn) {
        fill(recipe, recipes);
        fill(data, given);
        if (drawn === '' && runs.length === 0) root.open = true;
        drawn = options;
      }
      const taken = new Set(runs.map(run => run.name.split('/').at(-1)));
      if (name.value === '' || taken.has(name.value)) name.value = free(taken);
      start.disabled = !trusted || busy !== null;
      note.textContent = trusted
        ? busy
          ? `${busy.name} is being trained. ${busy.status}`
          : 'Training runs on this machine, in a process of its own, and can be stopped and gone on with. The first run makes a Python environment from PyPI (about 8 GB, once), unless the setting lema.learn.python names one.'
        : 'Training starts programs on this machine: trust this folder first.';
    },
  };
}

function fill(select: HTMLSelectElement, options: readonly { readonly id: string; readonly title: string }[]): void {
  const before = select.value;
  select.replaceChildren(...options.map(({ id, title }) => element('option', { value: id }, title)));
  if (options.some(({ id }) => id === before)) select.value = before;
}

function free(taken: ReadonlySet<string | undefined>): string {
  for (let i = 1; ; i++) if (!taken.has(`run-${i}`)) return `run-${i}`;
}

const field = (words: string, control: HTMLElement): HTMLElement => element('label', {}, element('span', {}, words), control);
