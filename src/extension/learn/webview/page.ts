import { element } from '../../review/webview/element.ts';
import type { FromPage, Tab } from '../messages.ts';

export type Send = (message: FromPage) => void;

const TABS: readonly (readonly [Tab, string])[] = [
  ['data', 'Data'],
  ['review', 'Review'],
  ['training', 'Training'],
];

export interface Page {
  part(tab: Tab): HTMLElement;
  show(tab: Tab): void;
  shown(): Tab;
  /** What is going on with the folder as a whole, over all tabs; nothing clears it. */
  notice(...parts: readonly HTMLElement[]): void;
  /** The small number beside the name of a tab. */
  badge(tab: Tab, words: string): void;
}

/** The frame of the view: a line on the whole folder, tabs, and a part for each. */
export function openPage(main: HTMLElement, first: Tab, onShow: (tab: Tab) => void): Page {
  let current = first;
  const badges = new Map(TABS.map(([tab]) => [tab, element('span', { class: 'badge' })]));
  const tabs = new Map(
    TABS.map(([tab, name]) => {
      const button = element(
        'button',
        { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': `part-${tab}` },
        name,
        badges.get(tab) ?? null,
      );
      button.addEventListener('click', () => show(tab));
      return [tab, button];
    }),
  );
  const parts = new Map(
    TABS.map(([tab]) => [
      tab,
      element('div', { role: 'tabpanel', id: `part-${tab}`, 'aria-labelledby': `tab-${tab}`, class: `part ${tab}` }),
    ]),
  );
  const list = element('div', { role: 'tablist', 'aria-label': 'Learn from Mistakes' }, ...tabs.values());
  list.addEventListener('keydown', event => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.stopPropagation();
    const next = TABS[(TABS.findIndex(([tab]) => tab === current) + by + TABS.length) % TABS.length]?.[0] ?? current;
    show(next);
    tabs.get(next)?.focus();
  });

  const show = (tab: Tab) => {
    current = tab;
    for (const [own, button] of tabs) {
      button.setAttribute('aria-selected', String(own === tab));
      button.tabIndex = own === tab ? 0 : -1;
    }
    for (const [own, part] of parts) part.hidden = own !== tab;
    onShow(tab);
  };
  main.replaceChildren(
    element('header', { class: 'top' }, element('h1', {}, 'Learn from Mistakes'), element('p', { id: 'folder', class: 'quiet' }), list),
    ...parts.values(),
  );
  const notice = element('div', { id: 'notice' });
  main.querySelector('header')?.after(notice);
  return {
    notice: (...parts) => notice.replaceChildren(...parts),
    part: tab => parts.get(tab) ?? main,
    show,
    shown: () => current,
    badge: (tab, words) => {
      const own = badges.get(tab);
      if (own) own.textContent = words;
    },
  };
}

/** A button that says its keys: the first one on it, all of them on asking. */
export function keyButton(name: string, keys: string, kind: 'primary' | 'secondary', run: () => void, id: string): HTMLButtonElement {
  const [key = '', ...others] = keys.split(' ');
  const title = `${name}: ${[key, ...others.map(other => other.replace('ArrowLeft', '←').replace('ArrowRight', '→'))].join(' or ')}`;
  const button = element(
    'button',
    { type: 'button', class: kind, id, title, 'aria-keyshortcuts': keys },
    `${name} `,
    element('kbd', {}, key),
  );
  button.addEventListener('click', run);
  return button;
}
