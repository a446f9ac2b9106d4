import { element } from '../../review/webview/element.ts';

/** Why a correction is rejected, most often. */
const REASONS = [
  'another step is the first mistake',
  'the explanation is wrong',
  'the corrected steps are wrong',
  'the problem itself is broken',
];

/** Asks for the reason of a rejection: one of the usual ones by its number, or one in the person's own words. */
export function reasons(reject: (reason: string) => void, cancel: () => void): HTMLElement {
  const usual = REASONS.map((reason, i) => {
    const button = element(
      'button',
      { type: 'button', class: 'secondary', 'aria-keyshortcuts': String(i + 1) },
      `${reason} `,
      element('kbd', {}, String(i + 1)),
    );
    button.addEventListener('click', () => reject(reason));
    return button;
  });
  const own = element('input', {
    type: 'text',
    id: 'own-reason',
    maxlength: '2000',
    placeholder: 'or in your own words, then Enter',
    'aria-label': 'Reason in your own words',
  });
  const form = element(
    'form',
    { class: 'asked', 'aria-label': 'Why is it rejected?' },
    element('strong', {}, 'Why is it rejected?'),
    ...usual,
    own,
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (own.value.trim() !== '') reject(own.value.trim());
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') cancel();
    else if (event.target !== own && REASONS[Number(event.key) - 1] !== undefined) reject(REASONS[Number(event.key) - 1] ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return form;
}
