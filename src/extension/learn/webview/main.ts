import { element } from '../../review/webview/element.ts';
import type { ToPage } from '../messages.ts';
import { drawData, number } from './data.ts';
import { openPage, type Send } from './page.ts';
import { openQueue } from './review.ts';
import { openTraining } from './training.ts';

interface Host {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const send: Send = message => host.postMessage(message);

/** Has a screen reader say what is new, and that alone. */
function say(words: string): void {
  const said = document.getElementById('said');
  if (said && said.textContent !== words) said.textContent = words;
}

function start(main: HTMLElement): void {
  const kept: unknown = host.getState();
  const first = kept === 'review' || kept === 'training' ? kept : 'data';
  const page = openPage(main, first, tab => {
    host.setState(tab);
    if (tab === 'training') send({ kind: 'training', run: null });
  });
  const queue = openQueue(page.part('review'), send);
  const again = element('button', { type: 'button', class: 'secondary', id: 'again' }, 'Read it again');
  again.addEventListener('click', () => send({ kind: 'ready', width: plotWidth() }));
  const training = openTraining(page.part('training'), send);
  page.show(first);

  const receive: { readonly [K in ToPage['kind']]: (message: Extract<ToPage, { kind: K }>) => void } = {
    reading: ({ share, rows }) =>
      page.notice(
        element('progress', { class: 'wide', max: '1', value: share.toFixed(3), 'aria-label': 'Reading' }),
        element('p', { class: 'quiet' }, `Reading: ${number(rows)} rows`),
      ),
    failed: ({ why }) =>
      page.notice(
        element(
          'div',
          { class: 'faults', role: 'alert' },
          element('strong', {}, 'The folder could not be read'),
          element('pre', {}, why),
          again,
        ),
      ),
    rules: ({ rules }) => queue.rules(rules),
    overview: ({ overview }) => {
      page.notice();
      const folder = document.getElementById('folder');
      if (folder) folder.textContent = overview.folder;
      page.badge('review', overview.waiting > 0 ? number(overview.waiting) : '');
      drawData(page.part('data'), overview, send);
    },
    card: ({ card, focus }) => {
      queue.show(card, focus && page.shown() === 'review');
      if (focus && page.shown() === 'review' && card) say(`Correction ${card.position + 1} of ${card.of}. ${card.verdict.text}`);
    },
    training: ({ training: own, form }) => training.show(own, form),
    checked: ({ id, checked }) => queue.checked(id, checked),
    said: ({ words }) => say(words),
    tab: ({ tab }) => {
      page.show(tab);
      if (tab === 'review') document.getElementById('card')?.focus({ preventScroll: true });
    },
  };
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive[data.kind]?.(data as never));

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || page.shown() !== 'review') return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    if (queue.key(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });
  send({ kind: 'ready', width: plotWidth() });
  let timer: number | undefined;
  let told = plotWidth();
  window.addEventListener('resize', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (Math.abs(plotWidth() - told) < 60) return;
      told = plotWidth();
      send({ kind: 'ready', width: told });
    }, 300);
  });
}

/** How wide a plot may be, in pixels. */
const plotWidth = (): number => Math.min(760, Math.max(240, Math.floor(document.body.clientWidth) - 40));

const main = document.getElementById('main');
if (main) start(main);
