import type { Mark } from '../../checking/report.ts';
import { element } from '../../review/webview/element.ts';
import type { Card, Checked, Marked, RuleName } from '../model.ts';
import { editor } from './editor.ts';
import { keyButton, type Send } from './page.ts';
import { reasons } from './reasons.ts';
import { written } from './text.ts';

const SIGNS: Readonly<Record<Mark, readonly [string, string]>> = {
  right: ['✓', 'checks out'],
  wrong: ['✗', 'does not check out'],
  unknown: ['?', 'not judged'],
  carried: ['↳', 'consistent with the mistake above'],
};

/** The queue of corrections that wait for a person: one at a time, decided of with single keys. */
export interface Queue {
  show(card: Card | null, focus: boolean): void;
  checked(id: string, checked: Checked | null): void;
  rules(rules: readonly RuleName[]): void;
  /** Whether the key meant something here. */
  key(key: string): boolean;
}

export function openQueue(place: HTMLElement, send: Send): Queue {
  let card: Card | null = null;
  let rules: readonly RuleName[] = [];
  let open: { readonly checked: (checked: Checked | null) => void } | null = null;
  /** A decision is on its way: a second press of the key must not decide of the next card unseen. */
  let waiting = false;

  const go = (by: 1 | -1) => {
    if (card) send({ kind: 'card', position: Math.min(card.of - 1, Math.max(0, card.position + by)) });
  };
  const decide = (message: Parameters<Send>[0]) => {
    if (waiting) return;
    waiting = true;
    send(message);
  };
  const accept = () => {
    if (card) decide({ kind: 'accept', id: card.id, position: card.position });
  };
  const close = () => {
    open = null;
    draw(true);
  };
  /** While a form is open, the keys are its own, and the buttons wait too. */
  const opened = (form: { readonly checked: (checked: Checked | null) => void }) => {
    open = form;
    for (const button of place.querySelectorAll<HTMLButtonElement>('.bar button')) button.disabled = true;
  };
  const edit = () => {
    const own = card;
    if (!own) return;
    const form = editor(own, rules, {
      check: draft => send({ kind: 'check', id: own.id, draft }),
      save: draft => decide({ kind: 'edit', id: own.id, position: own.position, draft }),
      cancel: close,
    });
    opened(form);
    document.getElementById('proposal')?.replaceChildren(form.root);
    form.focus();
  };
  const reject = () => {
    const own = card;
    if (!own) return;
    const form = reasons(reason => decide({ kind: 'reject', id: own.id, position: own.position, reason }), close);
    opened({ checked: () => {} });
    document.getElementById('asked')?.replaceChildren(form);
    form.querySelector('button')?.focus();
  };
  const undo = () => decide({ kind: 'undo' });

  /** A button that was pressed keeps the keyboard; else the card has it. */
  const draw = (focus: boolean) => {
    const pressed = place.querySelector('.bar button:focus')?.id;
    place.replaceChildren(...(card ? drawn(card) : [done()]));
    if (focus) document.getElementById(pressed ?? 'card')?.focus({ preventScroll: true });
  };

  const drawn = (own: Card): readonly HTMLElement[] => [
    element(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': 'Decide' },
      keyButton('Accept', 'a', 'primary', accept, 'accept'),
      keyButton('Edit', 'e', 'secondary', edit, 'edit'),
      keyButton('Reject', 'r', 'secondary', reject, 'reject'),
      element('span', { class: 'gap' }),
      element('span', { class: 'quiet', id: 'place' }, `${own.position + 1} of ${own.of}`),
      keyButton('Previous', 'k ArrowLeft', 'secondary', () => go(-1), 'previous'),
      keyButton('Next', 'j ArrowRight', 'secondary', () => go(1), 'next'),
      keyButton('Undo', 'u', 'secondary', undo, 'undo'),
    ),
    element('div', { id: 'asked' }),
    drawCard(own),
  ];

  const done = (): HTMLElement =>
    element(
      'div',
      { class: 'nothing', id: 'card', tabindex: '-1' },
      element('p', {}, 'No correction waits for you.'),
      element('p', { class: 'quiet' }, 'Corrections of a model or a teacher come here until they are accepted or rejected.'),
      keyButton('Undo the last decision', 'u', 'secondary', undo, 'undo'),
    );

  const keys: Readonly<Record<string, () => void>> = {
    a: accept,
    e: edit,
    r: reject,
    u: undo,
    j: () => go(1),
    k: () => go(-1),
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
  };

  return {
    show: (next, focus) => {
      waiting = false;
      if (open && next && next.id === card?.id) return;
      const moved = next?.id !== card?.id;
      open = null;
      card = next;
      draw(focus);
      if (moved && focus) place.closest('html')?.scrollTo({ top: 0 });
    },
    checked: (id, checked) => {
      if (id === card?.id) open?.checked(checked);
    },
    rules: given => {
      rules = given;
    },
    key: key => {
      const run = open ? undefined : keys[key];
      run?.();
      return run !== undefined;
    },
  };
}

function drawCard(card: Card): HTMLElement {
  const { problem, from, steps, first, mistake, explanation, answer, agreement } = card;
  const title = first < 0 ? 'It says that no step is wrong' : `Step ${first + 1}${mistake ? `: ${mistake}` : ''}`;
  return element(
    'article',
    { id: 'card', tabindex: '-1', 'aria-label': `Correction ${card.position + 1} of ${card.of}` },
    element('p', { class: 'quiet' }, from),
    element(
      'div',
      { class: 'problem' },
      written(problem),
      ...(answer === null ? [] : [element('div', { class: 'known' }, 'Answer: ', written(answer))]),
    ),
    element(
      'div',
      { class: 'sides two' },
      element(
        'div',
        { class: 'side' },
        element('h3', {}, 'The solution'),
        element('ol', {}, ...steps.map((step, at) => line(step, at, at === first ? 'named' : at > first && first >= 0 ? 'after' : ''))),
        element('p', { class: 'quiet', id: 'agreement' }, agreement),
      ),
      element('div', { class: 'side', id: 'proposal' }, ...proposal(card, first)),
    ),
    element(
      'div',
      { class: 'mistake', role: 'note' },
      element('h3', {}, title),
      element('div', { class: 'why' }, written(explanation || 'It gives no explanation.')),
    ),
  );
}

/** The corrected steps with the checker's mark on each, and what it says of them all. */
export function proposal({ corrected, verdict }: Checked, first: number): readonly HTMLElement[] {
  return [
    element('h3', {}, first < 0 ? 'As it should be: the same' : `As it should be from step ${first + 1}`),
    ...(corrected.length === 0 ? [] : [element('ol', {}, ...corrected.map((step, at) => line(step, first + at, 'corrected')))]),
    verdictLine(verdict),
  ];
}

const verdictLine = ({ kind, text }: Checked['verdict']): HTMLElement =>
  element(
    'p',
    { class: `verdict ${kind}`, id: 'verdict' },
    element('span', { 'aria-hidden': 'true' }, `${{ accepted: '✓', refuted: '✗', open: '?' }[kind]} `),
    text,
  );

function line({ text, mark, note }: Marked, at: number, kind: 'named' | 'after' | 'corrected' | ''): HTMLElement {
  const [sign, label] = SIGNS[mark];
  return element(
    'li',
    { class: `step ${mark} ${kind}` },
    element('span', { class: 'sign', role: 'img', 'aria-label': `Step ${at + 1}: ${label}`, title: label }, sign),
    element('div', {}, written(text)),
    kind === 'named' ? element('span', { class: 'label' }, 'named as the first mistake') : null,
    note ? element('span', { class: 'label' }, note) : null,
  );
}
