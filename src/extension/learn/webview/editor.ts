import { element } from '../../review/webview/element.ts';
import type { Card, Checked, Draft, RuleName } from '../model.ts';
import { proposal } from './review.ts';

/** Milliseconds without a keystroke before what was typed is checked. */
const PAUSE = 300;

/** What one correction may hold, in letters and in lines. */
const LONGEST = 20_000;
const MOST_LINES = 1_000;

interface Handlers {
  readonly check: (draft: Draft) => void;
  readonly save: (draft: Draft) => void;
  readonly cancel: () => void;
}

/** The form in which a correction is changed; the checker's marks follow what is typed. */
export function editor(
  { draft, steps, corrected, verdict, ...card }: Card,
  rules: readonly RuleName[],
  { check, save, cancel }: Handlers,
): { readonly root: HTMLElement; checked(checked: Checked | null): void; focus(): void } {
  const step = element(
    'select',
    { id: 'edit-step' },
    ...steps.map((_, at) => element('option', { value: String(at) }, `Step ${at + 1}`)),
    element('option', { value: '-1' }, 'No step is wrong'),
  );
  step.value = String(draft.first_error);
  const mistake = element('input', { type: 'text', id: 'edit-mistake', list: 'rules', autocomplete: 'off', placeholder: 'none' });
  mistake.value = rules.find(({ id }) => id === draft.mistake)?.name ?? draft.mistake ?? '';
  const names = element('datalist', { id: 'rules' }, ...rules.map(({ name }) => element('option', { value: name })));
  const why = element('textarea', { id: 'edit-why', rows: '3' });
  why.value = draft.explanation;
  const lines = element('textarea', { id: 'edit-steps', rows: String(Math.max(3, draft.correct_steps.length + 1)), spellcheck: 'false' });
  lines.value = draft.correct_steps.map(line => line.replace(/\s*\n\s*/g, ' ')).join('\n');
  const answer = element('input', { type: 'text', id: 'edit-answer', autocomplete: 'off', spellcheck: 'false' });
  answer.value = draft.answer ?? '';
  const marks = element(
    'div',
    { class: 'marks', 'aria-live': 'polite' },
    ...proposal({ steps: [], corrected, verdict, agreement: '' }, draft.first_error),
  );
  const trouble = element('p', { class: 'trouble', role: 'alert' });

  const typed = (): Draft => {
    const words = mistake.value.trim();
    return {
      first_error: Number(step.value),
      mistake: words === '' ? null : (rules.find(({ id, name }) => name === words || id === words)?.id ?? words),
      explanation: why.value.trim(),
      correct_steps: lines.value.split('\n').flatMap(line => line.trim() || []),
      answer: answer.value.trim() || null,
    };
  };
  const fault = ({ first_error, correct_steps, explanation }: Draft): string => {
    if (why.value.length + lines.value.length > LONGEST || correct_steps.length > MOST_LINES) return 'This is too long.';
    if (first_error < 0) return '';
    if (correct_steps.length === 0) return 'Write the corrected steps, a line each.';
    return explanation === '' ? 'Say why the step is wrong.' : '';
  };
  const keep = () => {
    const own = typed();
    trouble.textContent = fault(own);
    if (trouble.textContent === '') save(own);
  };

  const buttons = element(
    'div',
    { class: 'actions' },
    element('button', { type: 'submit', class: 'primary', id: 'save' }, 'Save and accept ', element('kbd', {}, 'Ctrl+Enter')),
    element('button', { type: 'button', class: 'secondary', id: 'cancel' }, 'Cancel ', element('kbd', {}, 'Esc')),
  );
  const root = element(
    'form',
    { class: 'editor', 'aria-label': 'Edit the correction' },
    element('div', { class: 'pair' }, field('First wrong step', step), field('Mistake', mistake)),
    names,
    field('Why it is wrong', why),
    field('Corrected steps, a line each', lines),
    field('Final answer', answer),
    trouble,
    buttons,
    marks,
  );
  buttons.querySelector('#cancel')?.addEventListener('click', cancel);
  root.addEventListener('submit', event => {
    event.preventDefault();
    keep();
  });
  let timer: number | undefined;
  root.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => check(typed()), PAUSE);
  });
  root.addEventListener('keydown', event => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    root,
    checked: checked => {
      if (checked) marks.replaceChildren(...proposal(checked, Number(step.value)));
    },
    focus: () => {
      document.getElementById(card.first < 0 ? 'edit-step' : 'edit-steps')?.focus();
    },
  };
}

const field = (name: string, control: HTMLElement): HTMLElement => element('label', {}, element('span', {}, name), control);
