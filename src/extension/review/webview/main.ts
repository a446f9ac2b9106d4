import type { PanelState, ToPanel } from '../messages.ts';
import { draw } from './draw.ts';

interface Host {
  postMessage(message: unknown): void;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById('main');

/** Has a screen reader say what is new, and that alone. */
function say(words: string): void {
  const said = document.getElementById('said');
  if (said && said.textContent !== words) said.textContent = words;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  if (!root) return;
  host.setState({ uri: data.model.uri, solution: data.solution });
  const focused = document.activeElement?.id;
  draw(root, data.model, message => host.postMessage(message));
  if (focused) document.getElementById(focused)?.focus();
  say(data.model.solutions.map(({ title, summary }) => `${title}: ${summary}`).join('. '));
  const solution = data.model.solutions.findIndex(({ id }) => id === data.solution);
  const part = data.focus && document.getElementById(`${data.focus}-${Math.max(0, solution)}`);
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.scrollIntoView({ block: 'start' });
});

host.postMessage({ kind: 'ready' });
